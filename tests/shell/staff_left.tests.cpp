// Staff leave while their data is taken away: whoever comes in next is told how it ended. A talkpointctl that ends when
// the test says so, and everything else real.
#include "shell/staff_desk.hpp"
#include "staff/words.hpp"
#include "staff_kiosk.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

struct Desk {
    /// `outcome`: what taking away prints in the end.
    Desk(const StaffKiosk& its_kiosk, const std::string& outcome)
        : kiosk(its_kiosk),
          program(kiosk.write(
              "ctl", joined("#!/bin/sh\nif [ \"$1\" = take-away ]; then\n  while [ ! -e ", kiosk.path("over").string(),
                            " ]; do sleep 0.02; done\n  echo '", outcome, "'\nelse\n  echo '{}'\nfi\n"))) {
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    }

    /// Everything that is under way, but for the take-away.
    void come_in() {
        desk.open();
        for (const char key : StaffKiosk::pin) desk.act(staff::Type{key});
        desk.act(staff::Enter{});
        while (!desk.area().is_in()) {
            queue.wait();
            (void)queue.run();
        }
        REQUIRE(desk.area().screen() == staff::Screen::today);
    }
    void take_away() {
        desk.act(staff::Open{staff::Screen::take_away});
        desk.act(staff::Do{staff::Task::take_away, "stick"});
    }
    void let_it_end() {
        kiosk.write("over", "");
        while (desk.pending() > 0) {
            queue.wait();
            (void)queue.run();
        }
    }
    [[nodiscard]] std::string told() const {
        const auto page = desk.page();
        return page.told ? page.told->words + " " + page.told->to_do : std::string{};
    }

    const StaffKiosk& kiosk;
    std::filesystem::path program;
    base::SteppedClock clock{*base::parse_local_time("2026-11-23T10:00")};
    shell::MainQueue queue;
    shell::StaffDesk desk{{kiosk.path("state"), kiosk.config, program},
                          {[](auto) {}, [](bool) {}, [] {}, [](bool) {}, [] { return false; }, [] { return false; },
                           [] { return staff::Around{}; }},
                          clock,
                          queue};
};

const std::string done = R"({"taken": true, "sentence": "All is there.", "to_do": "You can take the stick out now."})";
const std::string failed = R"({"taken": false, "sentence": "The stick is full.", "to_do": "Take another stick."})";
const std::string was_done =
    "The take-away from before finished on 23 November 2026, 10:05. All is there. You can take the stick out now.";

}  // namespace

TEST_CASE("who leaves while data is taken away: whoever comes in next is told once how it ended", "[staff-area]") {
    const bool good = GENERATE(true, false);
    const StaffKiosk kiosk;
    Desk at{kiosk, good ? done : failed};
    at.come_in();
    at.take_away();
    SECTION("by themselves") { at.desk.act(staff::Leave{}); }
    SECTION("thrown out") {
        at.clock.advance(staff::Area::busy_time);
        at.desk.tick();
    }
    REQUIRE_FALSE(at.desk.is_open());
    at.clock.advance(base::Millis{300'000});
    const auto when = staff::date_and_time_in_words(at.clock.local());
    at.let_it_end();
    at.clock.advance(base::Millis{3'600'000});
    at.come_in();
    const std::string ended = good ? "finished on " + when + ". All is there. You can take the stick out now."
                                   : "failed on " + when + ". The stick is full. Take another stick.";
    CHECK(at.told() == "The take-away from before " + ended);
    at.desk.act(staff::Open{staff::Screen::details});
    at.desk.act(staff::Back{});
    CHECK(at.told().empty());
    at.desk.act(staff::Leave{});
    at.come_in();
    CHECK(at.told().empty());
}

TEST_CASE("who comes in while data of an earlier visit is taken away is told as it ends, on Today", "[staff-area]") {
    const StaffKiosk kiosk;
    Desk at{kiosk, done};
    at.come_in();
    at.take_away();
    at.desk.act(staff::Leave{});
    at.come_in();
    CHECK(at.told().empty());
    at.clock.advance(base::Millis{300'000});
    SECTION("where they are") {
        at.let_it_end();
        CHECK(at.told() == was_done);
    }
    SECTION("when they come back there") {
        at.desk.act(staff::Open{staff::Screen::rehearsal});
        at.let_it_end();
        CHECK(at.told().empty());
        at.desk.act(staff::Back{});
        CHECK(at.told() == was_done);
    }
}

TEST_CASE("who stays while data is taken away is told where they are, and nobody after them", "[staff-area]") {
    const StaffKiosk kiosk;
    Desk at{kiosk, done};
    at.come_in();
    at.take_away();
    at.let_it_end();
    CHECK(at.told() == "All is there. You can take the stick out now.");
    at.desk.act(staff::Leave{});
    at.come_in();
    CHECK(at.told().empty());
}
