#include "outbox/groups.hpp"

#include <optional>

namespace talkpoint::outbox {

Stretches stretches_of(const std::map<Period, std::int64_t>& finished, base::LocalTime now, std::int64_t enough) {
    Stretches all;
    std::optional<Stretch> next;
    for (const auto& [period, count] : finished) {
        if (period.first > now) break;
        if (!base::clock_is_plausible(period.first)) continue;
        if (!next) next = Stretch{period, period};
        next->last = period;
        next->finished += count;
        if (next->finished < enough) continue;
        all.whole.push_back(*next);
        next.reset();
    }
    if (next) all.waiting = next->finished;
    return all;
}

}  // namespace talkpoint::outbox
