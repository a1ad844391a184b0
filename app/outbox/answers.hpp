// What staff may see of the answers: bars and tables from the counts, with nothing in them by which anybody's answer
// could be found. What is told and why: README. Pure; any thread.
#pragma once

#include "base/clock.hpp"
#include "outbox/outbox.hpp"
#include "outbox/use.hpp"
#include "survey/statistics.hpp"
#include "survey/survey.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::outbox {

/// One bar, one row of the table beside it.
struct AnswerBar {
    std::string option;  ///< id
    std::string text;    ///< what people read
    bool correct = false;
    std::string count;            ///< `0`, `1-7`, rounded, `most`; empty: not told
    std::optional<double> share;  ///< 0 to 1, of what is shown; only where `count` is a number
    survey::Interval interval;    ///< of `share`, 95 %, also from what is shown
    friend bool operator==(const AnswerBar&, const AnswerBar&) = default;
};

struct AnsweredQuestion {
    std::string question;  ///< id
    std::string text;
    survey::QuestionKind kind = survey::QuestionKind::choice;
    std::string answered;  ///< how many, as far as what is shown tells it, and never more than finished; else empty
    std::vector<AnswerBar> bars;     ///< `choices`: of those who answered each; `sort`: what was put first
    std::optional<AnswerBar> right;  ///< who was right: the right option, or the right order; not of `choices`. May be
                                     ///< told where the bars are not
    std::string shares;              ///< of what the shares are, a sentence for staff; empty: of `answered`
    std::string why;                 ///< where there are no bars: a sentence for staff
    friend bool operator==(const AnsweredQuestion&, const AnsweredQuestion&) = default;
};

/// Those who answered in one stretch of time, or at one part of an event. Nobody is in two of them, and one that has
/// been told does not change.
struct AnswerGroup {
    std::string event;  ///< empty: outside events
    std::string phase;
    std::string first_period;
    std::string last_period;
    std::string finished;  ///< redacted
    std::vector<AnsweredQuestion> questions;
    std::string why;  ///< where there are no questions: a sentence for staff
    friend bool operator==(const AnswerGroup&, const AnswerGroup&) = default;
};

/// How a survey was used in a period that is over, as `released` tells it.
struct SurveyUse {
    std::string period;
    std::string started;   ///< empty: not told
    std::string finished;  ///< empty: not told
    std::string left;      ///< about, from the two; empty: not told
    friend bool operator==(const SurveyUse&, const SurveyUse&) = default;
};

struct SurveyAnswers {
    std::string survey;
    std::string title;    ///< its id where it is not on the kiosk any more
    std::string today;    ///< finished in the period that is not over, redacted
    std::string waiting;  ///< finished outside events in periods that are, and not yet among `groups`; redacted
    std::vector<AnswerGroup> groups;  ///< newest first; of one event together, before before after
    std::vector<SurveyUse> periods;   ///< newest first
    friend bool operator==(const SurveyAnswers&, const SurveyAnswers&) = default;
};

/// Of every survey that is here or has been counted, in the order of `surveys`, then by id. `going_on`: the event, and
/// its phase, that is not over. `surveys`: in the language of staff, each once.
[[nodiscard]] std::vector<SurveyAnswers> answers_for_staff(
    const std::vector<std::pair<Tally, std::int64_t>>& tallies, const std::vector<UseCount>& uses,
    std::span<const survey::Survey> surveys, const std::optional<std::pair<std::string, std::string>>& going_on,
    base::LocalTime now);

}  // namespace talkpoint::outbox
