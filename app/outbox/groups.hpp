// Stretches of time in which enough people have finished a survey to be told of, or taken away, together. Pure.
#pragma once

#include "base/clock.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::outbox {

/// So many have finished before the answers given outside events are told, or leave on a stick.
inline constexpr std::int64_t enough_for_answers = 40;

/// By when it ends: those of other lengths stand among each other as they followed.
using Period = std::pair<base::LocalTime, std::string>;

/// One period, or several, one after another.
struct Stretch {
    Period first, last;
    std::int64_t finished = 0;
};

struct Stretches {
    std::vector<Stretch> whole;  ///< oldest first; none overlaps another
    std::int64_t waiting = 0;    ///< finished after them, in periods that are over
};

/// Periods that are over at `now`, one after another, as many as it takes until `enough` have finished: what comes
/// later makes no difference to a stretch that is whole. A period of a clock that had lost its time is in none: before
/// all others it would move their bounds.
[[nodiscard]] Stretches stretches_of(const std::map<Period, std::int64_t>& finished, base::LocalTime now,
                                     std::int64_t enough);

}  // namespace talkpoint::outbox
