// Days, times and sizes as staff read them. Pure; any thread.
#pragma once

#include "base/clock.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace talkpoint::staff {

[[nodiscard]] std::string date_in_words(base::Date day);                 ///< 23 November 2026
[[nodiscard]] std::string date_and_time_in_words(base::LocalTime when);  ///< 23 November 2026, 10:40
/// Of a period of the outbox: "23 November 2026", "23 November 2026, before noon", "the week from 16 November 2026".
/// What is none stays as it is.
[[nodiscard]] std::string period_in_words(std::string_view period);
/// From the first to the last: "16 to 18 November 2026".
[[nodiscard]] std::string periods_in_words(std::string_view first, std::string_view last);
[[nodiscard]] std::string size_in_words(std::int64_t mb);  ///< "900 MB", "58 GB"

}  // namespace talkpoint::staff
