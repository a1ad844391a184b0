#include "outbox/period.hpp"

#include <fmt/format.h>

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

}  // namespace talkpoint::outbox
