// A stretch of the hours of some days of the week, by the clock on the wall.
#pragma once

#include "base/clock.hpp"

#include <chrono>
#include <vector>

namespace talkpoint::playback {

struct Hours {
    std::vector<std::chrono::weekday> days;  ///< never empty
    std::chrono::minutes from{0};            ///< since midnight
    std::chrono::minutes until{24 * 60};     ///< later than `from`; the first minute that is no longer part of it

    [[nodiscard]] bool contains(base::LocalTime when) const;
};

/// Whole days, the first and the last among them.
struct Days {
    base::Date first, last;
    [[nodiscard]] bool contains(base::LocalTime when) const;
};

}  // namespace talkpoint::playback
