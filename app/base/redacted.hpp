// A count as it may be shown: whatever shows how many people did something has it from here.
#pragma once

#include <cstdint>
#include <string>

namespace talkpoint::base {

/// Counts from 1 to this are not told apart.
inline constexpr std::int64_t most_hidden = 7;
/// All others are shown to the nearest multiple of this.
inline constexpr std::int64_t rounded_to = 5;

/// To the nearest multiple of `rounded_to`. Not below 0.
[[nodiscard]] constexpr std::int64_t rounded(std::int64_t count) {
    return (count + rounded_to / 2) / rounded_to * rounded_to;
}

/// `0`, `1-7`, or rounded to the nearest five.
[[nodiscard]] std::string redacted(std::int64_t count);

}  // namespace talkpoint::base
