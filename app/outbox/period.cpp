#include "outbox/period.hpp"

#include <fmt/format.h>

#include <charconv>
#include <memory>

namespace talkpoint::outbox {
namespace {

using namespace std::chrono;

std::string week_of(base::LocalTime time) {
    const auto day = floor<days>(time);
    // A week belongs to the year of its Thursday.
    const auto thursday = day - days{weekday{day}.iso_encoding() - 1} + days{3};
    const auto year = year_month_day{thursday}.year();
    const auto week = (thursday - local_days{year / January / 1}).count() / 7 + 1;
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), week);
}

std::optional<base::LocalTime> end_of_week(std::string_view period) {
    int year_number = 0, week = 0;
    const auto read = [&](std::size_t at, std::size_t count, int& number) {
        const auto digits = period.substr(at, count);
        const auto* end = std::to_address(digits.end());
        return std::from_chars(std::to_address(digits.begin()), end, number).ptr == end;
    };
    if (period.size() != 8 || period.substr(4, 2) != "-W" || !read(0, 4, year_number) || !read(6, 2, week)) return {};
    if (year_number < 1) return {};
    const local_days fourth{year{year_number} / January / 4};  // always in the first week
    const auto monday = fourth - days{weekday{fourth}.iso_encoding() - 1} + weeks{week - 1};
    if (week_of(monday) != period) return {};
    return monday + weeks{1};
}

}  // namespace

std::string period_of(base::LocalTime time, PeriodLength length) {
    std::string date = base::format_date(base::date_of(time));
    switch (length) {
        case PeriodLength::half_day:
            date += time - floor<days>(time) < hours{12} ? "-am" : "-pm";
            break;
        case PeriodLength::day:
            break;
        case PeriodLength::week:
            date = week_of(time);
            break;
    }
    return date;
}

std::optional<base::LocalTime> end_of(std::string_view period) {
    const auto date = base::parse_date(period.substr(0, 10));
    if (!date) return end_of_week(period);
    const auto half = period.substr(10);
    if (half == "-am") return local_days{*date} + hours{12};
    if (half.empty() || half == "-pm") return local_days{*date} + days{1};
    return {};
}

}  // namespace talkpoint::outbox
