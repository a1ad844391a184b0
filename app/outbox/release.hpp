// What of the counts may be shown to anybody. Why it is this much: README.
#pragma once

#include "base/clock.hpp"
#include "base/redacted.hpp"
#include "outbox/use.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace talkpoint::outbox {

using base::redacted;

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
