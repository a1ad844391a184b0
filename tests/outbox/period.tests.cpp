#include "outbox/period.hpp"
#include "catch.hpp"

#include <string>

using namespace talkpoint;
using outbox::period_of;
using outbox::PeriodLength;

namespace {

base::LocalTime at(const char* text) { return *base::parse_local_time(text); }

}  // namespace

TEST_CASE("a period is a half day, a day or a week, and never finer") {
    CHECK(period_of(at("2026-11-23T10:00:12"), PeriodLength::day) == "2026-11-23");
    CHECK(period_of(at("2026-11-23T00:00:00"), PeriodLength::half_day) == "2026-11-23-am");
    CHECK(period_of(at("2026-11-23T11:59:59"), PeriodLength::half_day) == "2026-11-23-am");
    CHECK(period_of(at("2026-11-23T12:00:00"), PeriodLength::half_day) == "2026-11-23-pm");
    CHECK(period_of(at("2026-11-23T23:59:59"), PeriodLength::half_day) == "2026-11-23-pm");
    CHECK(period_of(at("2026-11-23T10:00:12"), PeriodLength::week) == "2026-W48");
}

TEST_CASE("weeks are those of ISO 8601 at every turn of the year") {
    struct Turn {
        const char* day;
        const char* week;
    };
    // From the standard's own rule: week 1 is the one with the first Thursday.
    const auto turn = GENERATE(Turn{"2020-12-31T12:00", "2020-W53"}, Turn{"2021-01-03T23:59", "2020-W53"},
                               Turn{"2021-01-04T00:00", "2021-W01"}, Turn{"2024-12-29T12:00", "2024-W52"},
                               Turn{"2024-12-30T12:00", "2025-W01"}, Turn{"2026-01-01T12:00", "2026-W01"},
                               Turn{"2026-12-31T12:00", "2026-W53"}, Turn{"2027-01-01T12:00", "2026-W53"},
                               Turn{"2027-01-04T00:00", "2027-W01"}, Turn{"2000-02-29T12:00", "2000-W09"},
                               Turn{"1999-12-31T12:00", "1999-W52"}, Turn{"2000-01-02T12:00", "1999-W52"});
    CAPTURE(turn.day);
    CHECK(period_of(at(turn.day), PeriodLength::week) == turn.week);
}

TEST_CASE("a period ends when the next begins, at every turn of the year and of the clock") {
    using namespace std::chrono_literals;
    const auto length = GENERATE(PeriodLength::half_day, PeriodLength::day, PeriodLength::week);
    for (auto time = at("2019-12-20T00:30"); time < at("2029-01-20T00:00"); time += 5h) {
        const auto period = period_of(time, length);
        const auto end = outbox::end_of(period);
        CAPTURE(period);
        REQUIRE(end);
        REQUIRE(*end > time);
        REQUIRE(period_of(*end - 1ms, length) == period);
        REQUIRE(period_of(*end, length) != period);
    }
}

TEST_CASE("what is no period has no end") {
    for (const char* text :
         {"", "2026", "2026-11", "2026-11-31", "2026-11-23-", "2026-11-23-xm", "2026-11-23T10:00", "2026-W00",
          "2026-W54", "2025-W53", "2026-w48", "2026-W4x", "2026-W048", "x026-W48", "-123-W05"})
        CHECK_FALSE(outbox::end_of(text));
    CHECK(outbox::end_of("2026-W53") == at("2027-01-04T00:00"));
}
