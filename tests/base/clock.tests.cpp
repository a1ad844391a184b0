#include "catch.hpp"

#include "base/clock.hpp"

#include <ctime>

using namespace talkpoint::base;
using namespace std::chrono;

namespace {

/// What the C library shows in the United Kingdom at a moment of universal time.
std::string uk(sys_seconds moment) {
    use_uk_local_time();
    const std::time_t seconds = system_clock::to_time_t(moment);
    std::tm tm{};
    localtime_r(&seconds, &tm);
    return format_local_time(LocalTime{milliseconds{(seconds + tm.tm_gmtoff) * 1000}});
}

LocalTime at(std::string_view text) { return parse_local_time(text).value(); }

}  // namespace

TEST_CASE("clock: the United Kingdom changes its clocks twice a year, whatever the machine says", "[clock]") {
    constexpr auto spring = sys_days{2026y / March / 29} + 1h, autumn = sys_days{2026y / October / 25} + 1h;
    CHECK(uk(spring - 1s) == "2026-03-29T00:59:59");
    CHECK(uk(spring) == "2026-03-29T02:00:00");
    CHECK(uk(autumn - 1s) == "2026-10-25T01:59:59");
    CHECK(uk(autumn) == "2026-10-25T01:00:00");
    CHECK(uk(sys_days{2027y / March / 28} + 1h) == "2027-03-28T02:00:00");
    CHECK(uk(sys_days{2030y / October / 27} + 59min) == "2030-10-27T01:59:00");
    CHECK(uk(sys_days{2026y / January / 1}) == "2026-01-01T00:00:00");
    CHECK(uk(sys_days{2026y / July / 31} + 23h) == "2026-08-01T00:00:00");
}

TEST_CASE("clock: times are read and written the same", "[clock]") {
    for (const char* text :
         {"2026-11-23T10:00:12", "2024-02-29T23:59:59", "2026-01-01T00:00:00", "1970-01-01T00:00:00"})
        CHECK(format_local_time(at(text)) == text);
    CHECK(at("2026-11-23T10:00") == at("2026-11-23T10:00:00"));
    CHECK(at("2026-11-23T10:01") - at("2026-11-23T10:00") == 1min);
    CHECK(format_local_time(at("2026-11-23T10:00:12") + 999ms) == "2026-11-23T10:00:12");
    for (const char* text : {"2026-11-23", "2024-02-29", "2000-02-29"})
        CHECK(format_date(parse_date(text).value()) == text);
    CHECK(date_of(at("2026-11-23T23:59:59")) == Date{2026y, November, 23d});
    CHECK(date_of(at("1969-12-31T23:59:59")) == Date{1969y, December, 31d});
}

TEST_CASE("clock: what is no date or time", "[clock]") {
    for (const char* text :
         {"", "2026-11-23", "2026-11-23T", "2026-11-23T10", "2026-11-23T24:00", "2026-11-23T10:60",
          "2026-11-23T10:00:60", "2026-11-23 10:00", "2026-11-23T10-00", "2026-11-23T10:00:1", "2026-11-23T10:00Z",
          "2026-02-29T10:00", "2026-11-23T1a:00", "2026-11-23T10:00x12", " 026-11-23T10:00"})
        CHECK_FALSE(parse_local_time(text).has_value());
    for (const char* text : {"", "2026-02-30", "2025-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00",
                             "2026-1-01", "26-01-01", "2026/01/01", "2026-01-011", "-026-01-01"})
        CHECK_FALSE(parse_date(text).has_value());
}

TEST_CASE("clock: before there was this program, no clock is right", "[clock]") {
    CHECK_FALSE(clock_is_plausible(at("2024-12-31T23:59")));
    CHECK_FALSE(clock_is_plausible(at("1970-01-01T00:00")));
    CHECK_FALSE(clock_is_plausible(at("2025-12-31T23:59")));
    CHECK(clock_is_plausible(at("2026-01-01T00:00")));
    CHECK(clock_is_plausible(SystemClock{}.local() + days{1}));
    CHECK(clock_is_plausible(at("2099-01-01T00:00")));
}

TEST_CASE("clock: one that is stepped, and one that is moved", "[clock]") {
    SteppedClock stepped{at("2026-11-23T10:00")};
    const OffsetClock moved{stepped, -1h};
    CHECK(stepped.monotonic() == Millis{0});
    stepped.advance(90s);
    CHECK(stepped.monotonic() == 90s);
    CHECK(format_local_time(stepped.local()) == "2026-11-23T10:01:30");
    CHECK(moved.monotonic() == 90s);
    CHECK(format_local_time(moved.local()) == "2026-11-23T09:01:30");
}

TEST_CASE("clock: the machine's own never goes back", "[clock]") {
    const SystemClock clock;
    Millis last = clock.monotonic();
    for (int i = 0; i < 1000; ++i) {
        const Millis now = clock.monotonic();
        CHECK(now >= last);
        last = now;
    }
}
