#include "staff/event.hpp"
#include "base/files.hpp"
#include "base/redacted.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <filesystem>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::staff;
using namespace std::chrono_literals;

namespace {

const auto ten = *base::parse_local_time("2026-11-23T10:00");

EventPlan a_plan() {
    return {.code = "school-1",
            .name = "Year 9 at Central School",
            .phase = Phase::before,
            .survey = "friends",
            .language = "en",
            .target = 20,
            .ends = ten + 3h};
}

Events begun(const EventPlan& plan = a_plan(), base::LocalTime now = ten) {
    Events events;
    const auto done = begin(events, plan, now);
    INFO((done ? "" : done.error().text()));
    REQUIRE(done);
    return events;
}

}  // namespace

TEST_CASE("an event goes on until as many have finished, its time has come, or staff end it", "[event]") {
    auto events = begun();
    SECTION("so many") {
        for (int i = 0; i < 20; ++i) {
            CHECK_FALSE(is_over(*events.now, ten + 1min * i));
            count_finished(events);
        }
        CHECK(is_over(*events.now, ten + 20min) == Over::target);
        CHECK(look_at_time(events, ten + 20min));
        CHECK(events.been ==
              std::vector<PastEvent>{{"school-1", Phase::before, "friends", "20", Over::target, "en", 20, 180min}});
    }
    SECTION("no number: as many as come") {
        events.now->plan.target = 0;
        for (int i = 0; i < 500; ++i) count_finished(events);
        CHECK_FALSE(is_over(*events.now, ten + 1h));
    }
    SECTION("its time") {
        CHECK_FALSE(is_over(*events.now, ten + 3h - 1ms));
        CHECK(is_over(*events.now, ten + 3h) == Over::time);
        CHECK(look_at_time(events, ten + 30h));
        CHECK(events.been.front().why == Over::time);
        CHECK(events.been.front().finished == "0");
    }
    SECTION("staff") {
        for (int i = 0; i < 7; ++i) count_finished(events);
        end(events, Over::staff);
        CHECK(events.been.front().finished == "1-7");
    }
    CHECK((events.now.has_value() || events.been.size() == 1));
    end(events, Over::staff);
    end(events, Over::staff);
    count_finished(events);
    CHECK(events.been.size() == 1);
    CHECK_FALSE(look_at_time(events, ten));
}

TEST_CASE("a clock that is set back ends it: it does not go on without end", "[event]") {
    auto events = begun();
    SECTION("before its beginning") { CHECK(is_over(*events.now, ten - 1ms) == Over::clock); }
    SECTION("the year of a dead battery") {
        CHECK(is_over(*events.now, *base::parse_local_time("1970-01-01T00:00")) == Over::clock);
    }
    SECTION("by more than two hours") {
        (void)look_at_time(events, ten + 150min);
        CHECK_FALSE(is_over(*events.now, ten + 30min));
        CHECK(is_over(*events.now, ten + 29min) == Over::clock);
    }
    SECTION("by the hour of autumn: it lasts an hour longer, as the clock on the wall says") {
        (void)look_at_time(events, ten + 170min);
        CHECK_FALSE(is_over(*events.now, ten + 110min));
        CHECK(is_over(*events.now, ten + 3h) == Over::time);
    }
    SECTION("over and over, a little: what was once seen is not forgotten") {
        auto now = ten + 170min;
        int looks = 0;
        while (events.now && looks < 10) {
            (void)look_at_time(events, now);
            now -= 50min;
            ++looks;
        }
        CHECK(looks == 4);
        CHECK(events.been.front().why == Over::clock);
    }
}

TEST_CASE("what is kept of the time is no finer than a quarter of an hour, and written no more often", "[event]") {
    auto events = begun(a_plan(), ten + 7min);
    CHECK(events.now->seen == ten);
    int written = 0;
    for (auto now = ten + 7min; now < ten + 2h; now += 1min)
        if (look_at_time(events, now)) ++written;
    CHECK(written == 7);
    CHECK(events.now->seen == ten + 105min);
    const auto before = events.now->seen;
    count_finished(events);
    CHECK(events.now->seen == before);
}

TEST_CASE("a plan that cannot be is refused, and nothing begins", "[event]") {
    Events events;
    auto plan = a_plan();
    auto now = ten;
    SECTION("no code") { plan.code = ""; }
    SECTION("a code with capitals") { plan.code = "School"; }
    SECTION("no name") { plan.name = " "; }
    SECTION("a long name") { plan.name = std::string(81, 'x'); }
    SECTION("a name on two lines") { plan.name = "a\nb"; }
    SECTION("no survey") { plan.survey = ""; }
    SECTION("no language") { plan.language = "in English"; }
    SECTION("fewer than none") { plan.target = -1; }
    SECTION("too many") { plan.target = highest_target + 1; }
    SECTION("over already") { plan.ends = ten; }
    SECTION("longer than a day") { plan.ends = ten + 24h + 1ms; }
    SECTION("a clock that cannot be right") {
        now = *base::parse_local_time("2001-01-01T10:00");
        plan.ends = now + 1h;
    }
    const auto done = begin(events, plan, now);
    REQUIRE_FALSE(done);
    CHECK(done.error().message == plan_problem(plan, now));
    CHECK(events == Events{});
}

TEST_CASE("one event at a time, and each part of one only once", "[event]") {
    auto events = begun();
    auto after = a_plan();
    after.phase = Phase::after;
    CHECK_FALSE(begin(events, after, ten));
    end(events, Over::staff);
    CHECK_FALSE(begin(events, a_plan(), ten));
    CHECK(begin(events, after, ten));
    end(events, Over::staff);
    auto other = a_plan();
    CHECK(suggested_name(events) == "event-3");
    other.code = suggested_name(events);
    CHECK(begin(events, other, ten));
}

TEST_CASE("a part of an event of which there are answers is not begun again, though its record is lost", "[event]") {
    Events lost;
    const auto again = begin(lost, a_plan(), ten, true);
    REQUIRE_FALSE(again);
    CHECK(again.error().message ==
          "There are answers of “school-1”, before already, and others must not come to them. Choose another name.");
    CHECK(lost == Events{});
    CHECK(begin(lost, a_plan(), ten, false));
}

TEST_CASE("the name that is proposed has been none's", "[event]") {
    Events events;
    auto plan = a_plan();
    plan.code = "event-2";
    REQUIRE(begin(events, plan, ten));
    end(events, Over::staff);
    CHECK(suggested_name(events) == "event-3");
}

TEST_CASE("the newest are remembered, without their names", "[event]") {
    Events events;
    for (int i = 0; i < 2010; ++i) {
        auto plan = a_plan();
        plan.code = suggested_name(events);
        REQUIRE(begin(events, plan, ten));
        for (int people = 0; people < i % 60; ++people) count_finished(events);
        end(events, Over::staff);
    }
    CHECK(events.been.size() == most_past_events);
    CHECK(events.been.front().code == "event-2010");
    CHECK(events.been.back().code == "event-11");
    for (int i = 0; i < 50; ++i)
        CHECK(events.been[static_cast<std::size_t>(i)].finished == base::redacted((2009 - i) % 60));
    const tests::TempFolder folder;
    REQUIRE(write_events(folder.path(), events));
    CHECK(base::read_file(folder.path() / "event.json", 1'000'000).value().find("Central") == std::string::npos);
    CHECK(read_events(folder.path()).value() == events);
}

TEST_CASE("after a restart it goes on where it was, and is over when its time came meanwhile", "[event]") {
    const tests::TempFolder folder;
    CHECK(read_events(folder.path()).value() == Events{});
    auto events = begun();
    count_finished(events);
    (void)look_at_time(events, ten + 1h);
    REQUIRE(write_events(folder.path(), events));
    auto again = read_events(folder.path()).value();
    CHECK(again == events);
    CHECK_FALSE(look_at_time(again, ten + 61min));
    CHECK(look_at_time(again, ten + 30h));
    CHECK_FALSE(again.now);
}

TEST_CASE("a record that says anything else is refused as a whole", "[event]") {
    const tests::TempFolder folder;
    REQUIRE(write_events(folder.path(), begun()));
    const auto file = folder.path() / "event.json";
    const auto good = base::read_file(file, 10'000).value();
    REQUIRE(read_events(folder.path()));
    const auto [from, to] =
        GENERATE(table<std::string, std::string>({{"\"2026-11-23T13:00:00\"", "\"2036-11-23T13:00:00\""},
                                                  {"\"2026-11-23T13:00:00\"", "13"},
                                                  {"\"before\"", "\"during\""},
                                                  {"\"target\": 20", "\"target\": -20"},
                                                  {"\"target\": 20", "\"target\": 2e300"},
                                                  {"\"finished\": 0", "\"finished\": \"0\""},
                                                  {"\"school-1\"", "\"Ann\""},
                                                  {"\"been\": []", "\"been\": [1]"},
                                                  {"\"been\": []", "\"been\": {}"},
                                                  {"\"begun\": 1,", ""},
                                                  {"\"now\": {", "\"now\": [], \"x\": {"},
                                                  {"{", "["}}));
    CAPTURE(from, to);
    auto bad = good;
    const auto at = bad.find(from);
    REQUIRE(at != std::string::npos);
    folder.write("event.json", bad.replace(at, from.size(), to));
    const auto read = read_events(folder.path());
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == base::ErrorKind::malformed);
}

TEST_CASE("an event waits for its part after from when its part before is over until the other has begun and is over",
          "[event]") {
    auto events = begun();
    const auto waiting = [&] {
        std::vector<std::string> out;
        for (const auto* past : waiting_for_after(events)) out.push_back(past->code + "/" + past->survey);
        return out;
    };
    const auto one_more = [&](const char* code, Phase phase, const char* survey) {
        auto plan = a_plan();
        plan.code = code, plan.phase = phase, plan.survey = survey;
        REQUIRE(begin(events, plan, ten));
        end(events, Over::staff);
    };
    CHECK(waiting().empty());  // it is going on
    end(events, Over::staff);
    CHECK(waiting() == std::vector<std::string>{"school-1/friends"});
    one_more("fair", Phase::neither, "friends");
    one_more("school-2", Phase::before, "friends");
    one_more("school-1", Phase::after, "trust");  // another survey compares with nothing
    CHECK(waiting() == std::vector<std::string>{"school-2/friends", "school-1/friends"});
    one_more("school-1", Phase::after, "friends");
    CHECK(waiting() == std::vector<std::string>{"school-2/friends"});
    one_more("school-2", Phase::after, "friends");
    CHECK(waiting().empty());
}

TEST_CASE("what staff are told of an event", "[event]") {
    auto events = begun();
    CHECK(sentence_of(*events.now) ==
          "“Year 9 at Central School”, before. Nobody has finished yet. It ends when 20 have, or at 13:00.");
    count_finished(events);
    CHECK(sentence_of(*events.now) ==
          "“Year 9 at Central School”, before. 1-7 people have finished. It ends when 20 have, or at 13:00.");
    for (int i = 0; i < 10; ++i) count_finished(events);
    events.now->plan.target = 0;
    CHECK(sentence_of(*events.now) ==
          "“Year 9 at Central School”, before. About 10 people have finished. It ends at 13:00.");
    end(events, Over::clock);
    CHECK(sentence_of(events.been.front()) ==
          "“school-1”, before. About 10 people finished. It ended because the kiosk's clock was set back.");
}
