#include "outbox/tallies.hpp"

#include "survey/codebook.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace talkpoint::outbox {
namespace {

using survey::Answer;

// What one answer adds to the counts.
std::vector<std::string> counted(const Answer& answer, const survey::Question* question) {
    if (answer.kind == Answer::Kind::skipped) return {std::string{survey::skipped_value}};
    if (answer.kind == Answer::Kind::not_saying) return {std::string{survey::not_saying_value}};
    if (!question) return answer.options;
    std::vector<std::string> out;
    switch (question->kind) {
        case survey::QuestionKind::choice:
        case survey::QuestionKind::scale:
            return answer.options;
        case survey::QuestionKind::choices:
            out = answer.options;
            break;
        case survey::QuestionKind::sort:
            for (const auto& option : answer.options) out.push_back(fmt::format("{}.{}", option, out.size() + 1));
            if (!question->correct.empty() && answer.options == question->correct) out.emplace_back(right_count);
            break;
    }
    out.emplace_back(answered_count);
    return out;
}

}  // namespace

std::vector<Tally> tallies_of(const survey::Response& response, const survey::Survey& survey) {
    auto tallies = sealed_tallies_of(response);
    for (const auto& [id, answer] : response.answers)
        for (auto& option : counted(answer, survey.question(id)))
            tallies.push_back(
                {response.survey, id, std::move(option), response.period, response.event, response.phase});
    return tallies;
}

std::vector<Tally> sealed_tallies_of(const survey::Response& response) {
    return {{response.survey, "", finished_count, response.period, response.event, response.phase}};
}

}  // namespace talkpoint::outbox
