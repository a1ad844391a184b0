#include "staff/words.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <iterator>
#include <optional>

namespace talkpoint::staff {
namespace {

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

/// The Monday of `2026-W48`.
std::optional<base::Date> monday_of(std::string_view week) {
    constexpr std::size_t mark = 4, length = 8;  // 2026-W48
    if (week.size() != length || week.substr(mark, 2) != "-W") return {};
    int year = 0;
    unsigned number = 0;
    const auto read = [](std::string_view text, auto& value) {
        const auto* end = std::next(text.data(), std::ssize(text));
        return std::from_chars(text.data(), end, value).ptr == end;
    };
    if (!read(week.substr(0, mark), year) || !read(week.substr(mark + 2), number)) return {};
    // ISO 8601: the fourth of January is in the first week.
    const std::chrono::sys_days fourth = std::chrono::year{year} / std::chrono::January / 4;
    const auto since_monday = std::chrono::weekday{fourth} - std::chrono::Monday;
    return base::Date{fourth - since_monday + std::chrono::weeks{static_cast<int>(number) - 1}};
}

}  // namespace

std::string date_in_words(base::Date day) {
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), months.at(static_cast<unsigned>(day.month()) - 1),
                       static_cast<int>(day.year()));
}

std::string date_and_time_in_words(base::LocalTime when) {
    return fmt::format("{}, {}", date_in_words(base::date_of(when)), base::format_local_time(when).substr(11, 5));
}

std::string period_in_words(std::string_view period) {
    constexpr std::size_t day = 10;  // 2026-11-23
    if (const auto monday = monday_of(period)) return "the week from " + date_in_words(*monday);
    const auto date = base::parse_date(period.substr(0, day));
    const auto rest = period.size() > day ? period.substr(day) : std::string_view{};
    if (!date || (!rest.empty() && rest != "-am" && rest != "-pm")) return std::string{period};
    return date_in_words(*date) + (rest.empty() ? "" : rest == "-am" ? ", before noon" : ", after noon");
}

std::string periods_in_words(std::string_view first, std::string_view last) {
    if (first == last) return period_in_words(first);
    const auto from = base::parse_date(first), to = base::parse_date(last);
    if (from && to && from->year() == to->year() && from->month() == to->month())
        return fmt::format("{} to {}", static_cast<unsigned>(from->day()), date_in_words(*to));
    return fmt::format("{} to {}", period_in_words(first), period_in_words(last));
}

std::string size_in_words(std::int64_t mb) {
    constexpr std::int64_t gb = 1024;
    return mb < 10 * gb ? fmt::format("{} MB", mb) : fmt::format("{} GB", mb / gb);
}

}  // namespace talkpoint::staff
