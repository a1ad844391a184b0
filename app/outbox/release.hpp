// What of the counts may be shown to anybody. Why it is this much: README.
#pragma once

#include "base/clock.hpp"
#include "outbox/use.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace talkpoint::outbox {

/// A count as it may be shown: `0`, `1-7`, or rounded to the nearest five. Whatever shows a count of people, or of what
/// they did, has it from here.
[[nodiscard]] std::string redacted(std::int64_t count);

/// A count that may be shown.
struct Released {
    std::string period;
    Use use;
    std::string count;  ///< redacted()
    friend bool operator==(const Released&, const Released&) = default;
};

/// Those of periods that are over at `now`, sorted, and of them what cannot be used to find a small count by taking
/// away or adding up. What is said of a period depends on nothing but that period.
[[nodiscard]] std::vector<Released> released(const std::vector<UseCount>& counts, base::LocalTime now);

}  // namespace talkpoint::outbox
