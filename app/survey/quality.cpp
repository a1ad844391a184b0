#include "survey/quality.hpp"

#include <algorithm>
#include <vector>

namespace talkpoint::survey {
namespace {

constexpr std::size_t shortest_block = 3;

bool same_scale(const Question& a, const Question& b) {
    return a.kind == QuestionKind::scale && b.kind == QuestionKind::scale &&
           std::ranges::equal(a.options, b.options, {}, &Option::id, &Option::id);
}

bool same_choice(const Answer& a, const Answer& b) { return a.kind == Answer::Kind::chosen && a == b; }

}  // namespace

void Pace::remember(std::string_view survey, base::Millis per_answer) {
    auto& times = visits_.try_emplace(std::string{survey}).first->second;
    times.push_back(per_answer);
    if (times.size() > most_visits) times.pop_front();
}

std::optional<base::Millis> Pace::usual(std::string_view survey) const {
    const auto found = visits_.find(survey);
    if (found == visits_.end() || found->second.size() < enough_visits) return {};
    std::vector<base::Millis> times(found->second.begin(), found->second.end());
    std::ranges::sort(times);
    return (times[(times.size() - 1) / 2] + times[times.size() / 2]) / 2;
}

std::optional<base::Millis> time_per_answer(const Response& response, base::Millis answering) {
    const auto chosen = std::ranges::count_if(
        response.answers, [](const auto& asked) { return asked.second.kind == Answer::Kind::chosen; });
    if (chosen == 0) return {};
    return answering / chosen;
}

bool is_straight(const Survey& survey, const Response& response) {
    // The questions that were asked, in the order in which they were: the survey's.
    std::vector<std::pair<const Question*, const Answer*>> asked;
    for (const auto& question : survey.questions)
        if (const auto found = response.answers.find(question.id); found != response.answers.end())
            asked.emplace_back(&question, &found->second);

    for (auto begin = asked.begin(); begin != asked.end();) {
        const auto end = std::find_if_not(begin + 1, asked.end(),
                                          [&](const auto& q) { return same_scale(*begin->first, *q.first); });
        const bool block = static_cast<std::size_t>(end - begin) >= shortest_block;
        if (block && std::all_of(begin, end, [&](const auto& q) { return same_choice(*begin->second, *q.second); }))
            return true;
        begin = end;
    }
    return false;
}

std::string_view flag_of(const Survey& survey, const Response& response, base::Millis answering, Pace& pace) {
    const auto time = time_per_answer(response, answering);
    const auto usual = pace.usual(survey.id);
    if (time) pace.remember(survey.id, *time);
    if (time && usual && *time * 2 < *usual) return fast_flag;
    return is_straight(survey, response) ? straight_flag : std::string_view{};
}

}  // namespace talkpoint::survey
