#include "base/clock.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>

namespace talkpoint::base {
namespace {

// The build date is the one thing about time that this program knows for sure. CMake passes it as YYYYMMDD.
// Not the day of the build: then what the tests see would depend on it. A clock whose battery is dead shows a year of
// long before.
constexpr Date first_day{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size()) return {};
    int value = 0;
    for (char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

Millis SystemClock::monotonic() const {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
}

LocalTime SystemClock::local() const {
    const auto now = std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    std::tm tm{};
    localtime_r(&seconds, &tm);
    const auto offset = std::chrono::seconds{tm.tm_gmtoff};
    return LocalTime{now.time_since_epoch() + offset};
}

void use_uk_local_time() {
    setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0/2", 1);
    tzset();
}

bool clock_is_plausible(LocalTime now) { return date_of(now) >= first_day; }

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day) return {};
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return {};
    return date;
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
    if ((text.size() != 16 && text.size() != 19) || text[10] != 'T' || text[13] != ':') return {};
    const auto date = parse_date(text.substr(0, 10));
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    auto second = std::optional<int>{0};
    if (text.size() == 19) second = text[16] == ':' ? digits(text, 17, 2) : std::nullopt;
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return {};
    return LocalTime{std::chrono::local_days{*date}} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second};
}

Date date_of(LocalTime time) { return Date{std::chrono::floor<std::chrono::days>(time)}; }

std::string format_date(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::string format_local_time(LocalTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time - day)};
    return fmt::format("{}T{:02}:{:02}:{:02}", format_date(Date{day}), clock.hours().count(), clock.minutes().count(),
                       clock.seconds().count());
}

}  // namespace talkpoint::base
