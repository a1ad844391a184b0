// Parts of today(): the details, and days and times as people say them.
#pragma once

#include "staff/today.hpp"

#include <string>
#include <vector>

namespace talkpoint::staff {

[[nodiscard]] std::vector<Detail> details_of(const Facts& facts);

/// "17:00" on the same day, else "Friday, 09:00".
[[nodiscard]] std::string moment_in_words(base::LocalTime moment, base::LocalTime now);
/// As day_in_words, with "on" where it belongs: "on Friday", "today".
[[nodiscard]] std::string on_day(base::Date day, base::Date today);

}  // namespace talkpoint::staff
