// The stretch of time to which a response belongs. Nothing finer is ever kept (design: privacy).
#pragma once

#include "base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::outbox {

enum class PeriodLength { half_day, day, week };

/// `2026-11-23-am` (before noon) or `2026-11-23-pm`; `2026-11-23`; `2026-W48`, the week of ISO 8601: from Monday, the
/// first is the one with the year's first Thursday, so that 2027-01-01 lies in `2026-W53`. Years 1 to 9999.
[[nodiscard]] std::string period_of(base::LocalTime time, PeriodLength length);

/// The first moment that is no longer in it. Nothing: it is not a period.
[[nodiscard]] std::optional<base::LocalTime> end_of(std::string_view period);

}  // namespace talkpoint::outbox
