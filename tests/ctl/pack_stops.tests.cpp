// An installation that is ended at each step: the kiosk has the old edition or the new one, whole.
#include "packs.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

Ran install(const PackKiosk& kiosk, const fs::path& file, const std::string& stop) {
    return run_program(
        {TALKPOINT_BIN "/talkpointctl", "pack", "install", file, "--config", kiosk.config(), "--state", kiosk.state()},
        {"TALKPOINT_ASSETS=" TALKPOINT_SOURCE "/assets", "LD_PRELOAD=" TALKPOINT_STOPS_LIBRARY, stop,
         "ASAN_OPTIONS=verify_asan_link_order=0"});
}

}  // namespace

TEST_CASE("pack install: killed, or out of room, at every step", "[ctl]") {
    for (const std::string how : {"STOP_KILLS=", "STOP_FILLS="}) {
        const PackKiosk kiosk;
        (void)kiosk.pack({"install", kiosk.edition("2")});
        const auto next = kiosk.edition("3");
        int step = 1, old_left = 0, new_left = 0;
        for (;; ++step) {
            REQUIRE(step < 300);
            const auto ran = install(kiosk, next, how + std::to_string(step));
            INFO(how << step << ": " << ran.err);
            const auto now = kiosk.in_use();
            if (ran.exit_code == 0) break;
            CHECK(ran.exit_code == (how == "STOP_KILLS=" ? 128 + 9 : 5));
            REQUIRE((now == "2" || now == "3"));
            ++(now == "2" ? old_left : new_left);
            if (now == "3") (void)kiosk.pack({"rollback", "safety"});
        }
        INFO(how << step);
        CHECK(kiosk.in_use() == "3");
        CHECK(old_left > 15);  // files, folders, syncs, the two renames
        CHECK(new_left >= 1);  // after the switch
        CHECK(kiosk.pack({"rollback", "safety"}).at("version") == "2");
        CHECK(kiosk.pack({"install", next}).at("before") == "2");
    }
}

TEST_CASE("pack install: room is left for responses", "[ctl]") {
    const PackKiosk kiosk;
    const auto ran = install(kiosk, kiosk.edition("2"), "STOP_ROOM_MB=150");
    CHECK(ran.exit_code == 3);
    CHECK_THAT(ran.err, ContainsSubstring("150 MB are free; make room"));
    CHECK(install(kiosk, kiosk.edition("2"), "STOP_ROOM_MB=250").exit_code == 0);
}
