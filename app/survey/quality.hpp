// The quality flag: one coarse word by which whoever analyses can tell a response that was tapped through from the
// others. It flags and never drops: a person in a hurry counts too. Pure.
#pragma once

#include "base/clock.hpp"
#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::survey {

/// As they stand in the data; nothing to note is empty.
inline constexpr std::string_view fast_flag = "fast";          ///< in under half of the survey's median time
inline constexpr std::string_view straight_flag = "straight";  ///< the same answer throughout a scale block

/// How long people take over an answer, survey by survey. Lives in memory for as long as the kiosk runs and is never
/// written: a time, even without a person to it, is finer than anything that is kept.
class Pace {
  public:
    /// The median is taken over so many visits at most, the latest: the cost is bounded, and it follows the site.
    static constexpr std::size_t most_visits = 101;
    /// With fewer than this nobody can be called fast.
    static constexpr std::size_t enough_visits = 10;

    void remember(std::string_view survey, base::Millis per_answer);
    /// The median time per answer; nothing until there were enough visits.
    [[nodiscard]] std::optional<base::Millis> usual(std::string_view survey) const;

  private:
    std::map<std::string, std::deque<base::Millis>, std::less<>> visits_;
};

/// `answering` shared out among the answers that were chosen, so that people who were asked another sample compare.
/// What was skipped or not said is no answer to doubt: whoever only skips has no pace, and nothing is returned.
[[nodiscard]] std::optional<base::Millis> time_per_answer(const Response& response, base::Millis answering);

/// Is there a block that was answered with one and the same option throughout? A block is three or more scale questions
/// with the same options (ids, in order) that this person was asked one right after the other; one that was skipped
/// breaks the pattern.
[[nodiscard]] bool is_straight(const Survey& survey, const Response& response);

/// The flag of a finished response: `fast` by the visits before it, else `straight`, else empty. Then `pace` remembers
/// it; so ask once for a response, not again with every try to keep it.
[[nodiscard]] std::string_view flag_of(const Survey& survey, const Response& response, base::Millis answering,
                                       Pace& pace);

}  // namespace talkpoint::survey
