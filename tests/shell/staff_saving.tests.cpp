// Staff come while somebody's answers are not on the disk yet.
#include "staff_kiosk.hpp"

#include "store/database.hpp"
#include "store/sqlite.hpp"

#include <sqlite3.h>

#include <chrono>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

TEST_CASE("staff who come while a response cannot be saved do not cost it", "[staff-area]") {
    std::string deed;
    SECTION("and go again") {}
    SECTION("and begin a rehearsal") { deed = "tap \"Rehearsal\"\ntap \"Begin a rehearsal\"\n"; }
    SECTION("and would begin an event, in which it has no part") {
        deed =
            "tap \"An event\"\ntap \"A new event\"\ntap \"Go on\"\ntap \"Begin\"\nsee \"One moment\"\n"
            "tap \"Back\"\ntap \"Back\"\ntap \"Back\"\ntap \"Close\"\nsee \"One answer is not on the disk yet\"\n";
    }
    const StaffKiosk kiosk;
    kiosk.go(visit);  // the database is there
    std::optional<store::Connection> other;
    const auto lock = [&] {
        auto opened = store::Connection::open(kiosk.path("state/responses.db").string(), SQLITE_OPEN_READWRITE);
        REQUIRE(opened);
        other.emplace(std::move(*opened));
        REQUIRE(other->run("BEGIN IMMEDIATE"));
    };
    // Another program writes, and does not come to an end, from before the answers until staff have been there.
    RunningProgram running{
        kiosk.tour_command(hold_corner + "on staff.pin\ndump begun\n" + try_pin(StaffKiosk::pin) + "on staff.today\n" +
                           leave + "on attract\ntouch 900 900\ntap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\n" +
                           "tap \"Continue\"\ntap \"Skip this question\"\ntap \"Skip this question\"\n" +
                           "tap \"Skip this question\"\non survey.saving\nsee \"not kept yet\"\n" + come_in + deed +
                           leave + "on survey.saving\ndump after\nwait 40s\non survey.thanks\n"),
        kiosk.path("said")};
    const auto dumped = [&](const char* name) {
        return comes_true([&] { return fs::exists(kiosk.path("shots") / (std::string{name} + ".json")); },
                          std::chrono::seconds{30});
    };
    REQUIRE(dumped("begun"));
    lock();
    const bool there = dumped("after");
    other.reset();
    const auto code = running.wait(std::chrono::seconds{30});
    INFO(running.said());
    CHECK(there);
    CHECK(code == 0);
    CHECK(kiosk.status().at("queued") == 2);
}
