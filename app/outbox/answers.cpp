#include "outbox/answers.hpp"

#include "base/redacted.hpp"
#include "outbox/answered_question.hpp"
#include "outbox/groups.hpp"
#include "outbox/period.hpp"
#include "outbox/release.hpp"
#include "outbox/tallies.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <memory>
#include <tuple>

namespace talkpoint::outbox {
namespace {

constexpr const char* sealed =
    "Not shown: the answers to this survey are sealed, and this kiosk cannot open them. The project's team can.";
constexpr const char* gone = "Not shown: this survey is not on the kiosk any more. The project's team has its answers.";

/// The counts of one period, or of several together.
struct Sum {
    std::int64_t finished = 0;
    std::map<std::string, OptionCounts> questions;

    void add(const Tally& tally, std::int64_t count) {
        if (!tally.question.empty())
            questions[tally.question][tally.option] += count;
        else if (tally.option == finished_count)
            finished += count;
    }
    void add(const Sum& other) {
        finished += other.finished;
        for (const auto& [question, counts] : other.questions)
            for (const auto& [option, count] : counts) questions[question][option] += count;
    }
};

using Periods = std::map<Period, Sum>;
using Event = std::pair<std::string, std::string>;  ///< with its phase

/// One survey's counts.
struct Counted {
    std::map<Event, Periods> groups;  ///< outside events: of no name
    std::int64_t today = 0;
};

std::map<std::string, Counted> sorted_out(const std::vector<std::pair<Tally, std::int64_t>>& tallies,
                                          base::LocalTime now) {
    std::map<std::string, Counted> all;
    for (const auto& [tally, count] : tallies) {
        const auto end = end_of(tally.period);
        if (!end) continue;
        auto& counted = all[tally.survey];
        counted.groups[{tally.event, tally.phase}][{*end, tally.period}].add(tally, count);
        if (*end > now && tally.question.empty() && tally.option == finished_count) counted.today += count;
    }
    return all;
}

AnswerGroup group_of(const Event& event, const Period& first, const Period& last, const Sum& sum,
                     const survey::Survey* survey) {
    AnswerGroup group;
    group.event = event.first;
    group.phase = event.second;
    group.first_period = first.second;
    group.last_period = last.second;
    group.finished = base::redacted(sum.finished);
    if (!survey)
        group.why = gone;
    else if (sum.questions.empty())
        group.why = sealed;
    else
        for (const auto& question : survey->questions) {
            const auto counts = sum.questions.find(question.id);
            group.questions.push_back(answered_question(question,
                                                        counts == sum.questions.end() ? OptionCounts{} : counts->second,
                                                        base::rounded(sum.finished)));
        }
    return group;
}

/// What is left of the periods that are over waits, and is counted.
std::int64_t tell_outside_events(const Periods& periods, base::LocalTime now, const survey::Survey* survey,
                                 std::vector<AnswerGroup>& groups) {
    std::map<Period, std::int64_t> finished;
    for (const auto& [period, counts] : periods) finished[period] = counts.finished;
    const auto stretches = stretches_of(finished, now, enough_for_answers);
    for (const auto& [first, last, count] : stretches.whole) {
        Sum sum;
        for (auto at = periods.lower_bound(first); at != periods.upper_bound(last); ++at) sum.add(at->second);
        groups.push_back(group_of({}, first, last, sum, survey));
    }
    return stretches.waiting;
}

void tell_event(const Event& event, const Periods& periods, const survey::Survey* survey,
                std::vector<AnswerGroup>& groups) {
    Sum sum;
    for (const auto& [period, counts] : periods) sum.add(counts);
    groups.push_back(group_of(event, periods.begin()->first, std::prev(periods.end())->first, sum, survey));
}

/// Newest first, an event by its last part, and what was before it before what was after.
void sort_groups(std::vector<AnswerGroup>& groups) {
    const auto end = [](const AnswerGroup& group) { return end_of(group.last_period).value_or(base::LocalTime{}); };
    std::map<std::string, base::LocalTime> ends;
    for (const auto& group : groups)
        if (!group.event.empty()) ends[group.event] = std::max(ends[group.event], end(group));
    const auto rank = [&](const AnswerGroup& group) {
        const auto newest = group.event.empty() ? end(group) : ends[group.event];
        return std::tuple{-newest.time_since_epoch(), group.event, group.phase == "after"};
    };
    std::ranges::stable_sort(groups, std::ranges::less{}, rank);
}

/// What is left when one number that is shown is taken from another.
std::string left_of(const std::string& started, const std::string& finished) {
    const auto number = [](const std::string& text) -> std::optional<std::int64_t> {
        std::int64_t value = 0;
        const auto* end = std::to_address(text.end());
        if (std::from_chars(text.data(), end, value).ptr != end || text.empty()) return {};
        return value;
    };
    const auto all = number(started), done = number(finished);
    if (!all || !done) return {};
    return std::to_string(std::max<std::int64_t>(0, *all - *done));
}

std::vector<SurveyUse> uses_of(const std::vector<Released>& released, const std::string& survey) {
    std::map<Period, SurveyUse> periods;
    for (const auto& [period, use, count] : released) {
        if (use.subject != survey || (use.what != What::survey_started && use.what != What::survey_finished)) continue;
        auto& row = periods[{end_of(period).value_or(base::LocalTime{}), period}];
        row.period = period;
        (use.what == What::survey_started ? row.started : row.finished) = count;
    }
    std::vector<SurveyUse> rows;
    for (auto& [period, row] : periods) {
        // A count that is not there is none, of a period of which anything is told.
        if (row.started.empty()) row.started = base::redacted(0);
        if (row.finished.empty()) row.finished = base::redacted(0);
        row.left = left_of(row.started, row.finished);
        rows.insert(rows.begin(), std::move(row));
    }
    return rows;
}

}  // namespace

std::vector<SurveyAnswers> answers_for_staff(const std::vector<std::pair<Tally, std::int64_t>>& tallies,
                                             const std::vector<UseCount>& uses, std::span<const survey::Survey> surveys,
                                             const std::optional<std::pair<std::string, std::string>>& going_on,
                                             base::LocalTime now) {
    const auto counted = sorted_out(tallies, now);
    const auto used = released(uses, now);
    std::vector<std::string> ids;
    for (const auto& survey : surveys) ids.push_back(survey.id);
    for (const auto& [id, counts] : counted)
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);

    std::vector<SurveyAnswers> all;
    for (const auto& id : ids) {
        const auto known = std::ranges::find(surveys, id, &survey::Survey::id);
        const auto* survey = known == surveys.end() ? nullptr : std::to_address(known);
        auto& out = all.emplace_back();
        out.survey = id;
        out.title = survey ? survey->title : id;
        std::int64_t waiting = 0;
        const auto found = counted.find(id);
        if (found != counted.end())
            for (const auto& [event, periods] : found->second.groups) {
                if (event.first.empty())
                    waiting += tell_outside_events(periods, now, survey, out.groups);
                else if (event != going_on)
                    tell_event(event, periods, survey, out.groups);
            }
        out.today = base::redacted(found == counted.end() ? 0 : found->second.today);
        out.waiting = base::redacted(waiting);
        sort_groups(out.groups);
        out.periods = uses_of(used, id);
    }
    return all;
}

}  // namespace talkpoint::outbox
