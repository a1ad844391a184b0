#include "catch.hpp"

#include "playback/schedule.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::playback;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

base::LocalTime at(std::string_view text) { return *base::parse_local_time(text); }
base::Date on(std::string_view text) { return *base::parse_date(text); }

const std::vector<weekday> week{Monday, Tuesday, Wednesday, Thursday, Friday},
    every{Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday};
Entry pack(std::string id) { return {std::move(id), "", 1}; }

/// A centre that is open on weekdays, with mornings for families and evenings for young people.
Schedule centre() {
    Schedule out;
    out.opening.hours = {{week, 8h, 21h}, {{Saturday}, 9h, 13h}};
    out.opening.closed = {{on("2026-12-24"), on("2027-01-01")}};
    out.parts = {{"Mornings", {week, 8h, 12h + 30min}, {"child", "parent"}, {pack("my-body")}},
                 {"Evenings", {week, 17h, 22h}, {"young-person"}, {}},
                 {"All of Friday", {{Friday}, 0h, 24h}, {}, {pack("parents")}}};
    out.campaigns = {
        {"Autumn", {on("2026-11-20"), on("2026-12-10")}, {}, {pack("online")}, false},
        {"Internet day", {on("2027-02-09"), on("2027-02-09")}, Hours{every, 10h, 16h}, {pack("online")}, true}};
    out.usual = {pack("healthy-relationships")};
    out.fallback = {pack("noticeboard")};
    return out;
}

std::string first(const std::vector<Entry>& entries) { return entries.empty() ? "" : entries.front().pack; }

}  // namespace

TEST_CASE("schedule: what plays at a time", "[schedule]") {
    struct Case {
        std::string_view when;
        bool open;
        std::string part, plays, added;
        bool alone = false;
    };
    const std::vector<Case> cases = {
        {"2026-11-02T07:59:59", false, "", "healthy-relationships", ""},  // a Monday
        {"2026-11-02T08:00", true, "Mornings", "my-body", ""},
        {"2026-11-02T12:29:59", true, "Mornings", "my-body", ""},
        {"2026-11-02T12:30", true, "", "healthy-relationships", ""},
        {"2026-11-02T17:00", true, "Evenings", "healthy-relationships", ""},
        {"2026-11-02T21:00", false, "Evenings", "healthy-relationships", ""},
        {"2026-11-06T10:00", true, "Mornings", "my-body", ""},  // a Friday: the first that holds
        {"2026-11-06T13:00", true, "All of Friday", "parents", ""},
        {"2026-11-06T00:00", false, "All of Friday", "parents", ""},
        {"2026-11-06T23:59:59", false, "All of Friday", "parents", ""},
        {"2026-11-07T00:00", false, "", "healthy-relationships", ""},
        {"2026-11-07T09:00", true, "", "healthy-relationships", ""},
        {"2026-11-07T13:00", false, "", "healthy-relationships", ""},
        {"2026-11-08T10:00", false, "", "healthy-relationships", ""},  // a Sunday: an empty day
        {"2026-11-19T23:59:59", false, "", "healthy-relationships", ""},
        {"2026-11-20T00:00", false, "All of Friday", "parents", "online"},
        {"2026-12-10T23:59:59", false, "", "healthy-relationships", "online"},
        {"2026-12-11T00:00", false, "All of Friday", "parents", ""},
        {"2026-12-24T10:00", false, "Mornings", "my-body", ""},  // closed, whatever the hours say
        {"2027-01-01T10:00", false, "Mornings", "my-body", ""},
        {"2027-01-04T10:00", true, "Mornings", "my-body", ""},
        {"2027-02-09T09:59:59", true, "Mornings", "my-body", ""},
        {"2027-02-09T10:00", true, "Mornings", "my-body", "online", true},
        {"2027-02-09T16:00", true, "", "healthy-relationships", ""},
        {"2028-02-29T10:00", true, "Mornings", "my-body", ""},  // a leap day, a Tuesday
    };
    const auto schedule = centre();
    for (const auto& one : cases) {
        INFO(one.when);
        const auto plan = plan_at(schedule, at(one.when));
        CHECK(plan.part == one.part);
        CHECK(plan.open == one.open);
        CHECK(first(plan.plays) == one.plays);
        CHECK(first(plan.added) == one.added);
        CHECK(plan.added_alone == one.alone);
        CHECK(first(plan.fallback) == "noticeboard");
    }
    CHECK(plan_at(schedule, at("2026-11-02T17:00")).audiences == std::vector<std::string>{"young-person"});
    CHECK(plan_at(schedule, at("2026-11-20T09:00")).campaigns == std::vector<std::string>{"Autumn"});
}

TEST_CASE("schedule: nothing said is always open, and everything plays", "[schedule]") {
    for (const auto* when : {"2026-11-02T00:00", "2026-03-29T01:30", "2028-02-29T12:00"}) {
        const auto plan = plan_at({}, at(when));
        CHECK(plan == Plan{});
        CHECK(plan.open);
    }
}

TEST_CASE("schedule: a clock that cannot be right closes nothing, and begins no part and no campaign", "[schedule]") {
    auto schedule = centre();
    schedule.campaigns.push_back({"Then", {on("2020-01-01"), on("2020-12-31")}, {}, {pack("online")}, true});
    for (const char* when : {"2020-01-06T10:00", "1970-01-01T00:00", "2000-01-01T03:00"}) {
        const auto plan = plan_at(schedule, at(when));
        CHECK(plan.open);
        CHECK(plan.part.empty());
        CHECK(plan.campaigns.empty());
        CHECK(first(plan.plays) == "healthy-relationships");
        CHECK(first(plan.fallback) == "noticeboard");
    }
}

TEST_CASE("schedule: of campaigns on one day those that play alone leave no room for others", "[schedule]") {
    Schedule schedule;
    const Days today{on("2026-11-02"), on("2026-11-02")};
    schedule.campaigns = {{"a", today, {}, {pack("a")}, false},
                          {"b", today, {}, {pack("b")}, true},
                          {"c", today, {}, {pack("c")}, false},
                          {"d", today, {}, {pack("d")}, true}};
    const auto plan = plan_at(schedule, at("2026-11-02T12:00"));
    CHECK(plan.added == std::vector{pack("b"), pack("d")});
    CHECK(plan.added_alone);
    CHECK(plan.campaigns.size() == 2);  // nobody is told of those that do not play
}

TEST_CASE("schedule: a whole year, minute by minute, changes only when it says that it may", "[schedule]") {
    const auto schedule = centre();
    auto when = at("2026-06-01T00:00");
    auto due = next_change(schedule, when);
    auto plan = plan_at(schedule, when);
    int open_minutes = 0, changes = 0;
    for (; when < at("2027-06-01T00:00"); when += 1min) {
        const auto now = plan_at(schedule, when);
        if (when == due) {
            due = next_change(schedule, when);
            REQUIRE(due > when);
            REQUIRE(due - when <= 24h);
        } else if (now != plan) {
            FAIL("changed unannounced at " << base::format_local_time(when));
        }
        changes += now != plan;
        open_minutes += now.open;
        plan = now;
    }
    // 261 weekdays of 13 hours and 52 Saturdays of 4, but for 24 December to 1 January: 7 weekdays and a Saturday.
    CHECK(open_minutes == ((261 - 7) * 13 + (52 - 1) * 4) * 60);
    CHECK(changes > 1000);
}

TEST_CASE("schedule: the days of both clock changes", "[schedule]") {
    // What the clocks on the wall show, from the universal time that really passes.
    const auto wall = [](sys_time<base::Millis> real) {
        const bool summer = real >= sys_days{2026y / March / 29} + 1h && real < sys_days{2026y / October / 25} + 1h;
        return base::LocalTime{real.time_since_epoch() + (summer ? 1h : 0h)};
    };
    Schedule schedule;
    schedule.opening.hours = {{every, 0h, 2h}, {every, 9h, 10h}};
    const auto minutes_open = [&](sys_days day) {
        int open = 0;
        for (auto real = sys_time<base::Millis>{day} - 1h; real < day + 26h; real += 1min)
            if (base::date_of(wall(real)) == year_month_day{day}) open += plan_at(schedule, wall(real)).open;
        return open;
    };
    CHECK(minutes_open(2026y / March / 28) == 180);
    CHECK(minutes_open(2026y / March / 29) == 120);    // there is no time from 1 to 2
    CHECK(minutes_open(2026y / October / 25) == 240);  // there are two
}
