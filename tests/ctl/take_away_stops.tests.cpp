// `talkpointctl take-away`, the real program, killed at each thing it does to a stick: the next one clears up.
#include "catch.hpp"
#include "stick.hpp"

#include <algorithm>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

Ran killed_at(const KioskWithStick& kiosk, int step) {
    return run_program({TALKPOINT_BIN "/talkpointctl", "take-away", "--start", "2026-11-24T10:00", "--config",
                        kiosk.config(), "--state", kiosk.state()},
                       {"TALKPOINT_ASSETS=" TALKPOINT_SOURCE "/assets", "LD_PRELOAD=" TALKPOINT_STOPS_LIBRARY,
                        "STOP_KILLS=" + std::to_string(step), "ASAN_OPTIONS=verify_asan_link_order=0"});
}

std::ptrdiff_t unfinished_on(const fs::path& stick) {
    return std::ranges::count_if(names_in(stick), [](const std::string& name) { return name.ends_with(".part"); });
}

}  // namespace

TEST_CASE("take-away: what one left that was killed, at whatever step, the next one removes") {
    KioskWithStick kiosk;
    kiosk.keep_some(KioskWithStick::enough, KioskWithStick::enough_sealed);
    const auto theirs = kiosk.folder.write("media/holiday.part/photo.jpg", "x");
    int left = 0, step = 1;
    for (;; ++step) {
        REQUIRE(step < 400);
        const auto ran = killed_at(kiosk, step);
        INFO("killed at " << step << ": " << ran.err);
        if (ran.exit_code == 0) break;
        REQUIRE(ran.exit_code == 128 + 9);
        CHECK(unfinished_on(kiosk.stick) <= 2);  // one of them is theirs: no two are left
        if (unfinished_on(kiosk.stick) > 1) ++left;
        for (const auto& whole : exports_on(kiosk.stick)) fs::remove_all(whole);
    }
    CHECK(left > 20);
    // That last one has cleared up after the one before it.
    CHECK(unfinished_on(kiosk.stick) == 1);
    CHECK(fs::exists(theirs));
    REQUIRE(exports_on(kiosk.stick).size() == 1);
    CHECK(is_whole(exports_on(kiosk.stick).front()));
}

TEST_CASE("take-away: of what is left on a stick only what is surely its own is removed") {
    KioskWithStick kiosk;
    kiosk.keep_some(KioskWithStick::enough, 0);
    const auto put = [&](const std::string& file) { kiosk.folder.write("media/" + file, "x"); };
    const std::string day = "talkpoint-plymouth-2026-11-2";
    for (const auto* mine : {"0.part", "1-12.part"}) {
        put(day + mine + "/SHA256SUMS.txt.part");
        put(day + mine + "/safe.csv");
        put(day + mine + "/safe.sealed.part/00000000-0000-4000-8000-000000000001/submission.xml.enc");
    }
    fs::create_directory(kiosk.stick / (day + "2.part"));
    const auto outside = kiosk.folder.write("outside/SHA256SUMS.txt", "x").parent_path();
    const std::set<std::string> theirs{"talkpoint-grimsby-2026-11-20.part",  // of another place
                                       "talkpoint-plymouth-2026-11-99.part",
                                       "talkpoint-plymouth-2026-11-20-x.part",
                                       day + "3.part",   // without the list
                                       day + "4.part",   // with a picture
                                       day + "5.part",   // with a folder
                                       day + "6.part",   // with a link
                                       day + "7.part",   // a link
                                       day + "8.part"};  // a file
    for (const auto& name : theirs) {
        if (name == day + "7.part")
            fs::create_directory_symlink(outside, kiosk.stick / name);
        else
            put(name == day + "8.part" ? name : name + (name == day + "3.part" ? "/safe.csv" : "/SHA256SUMS.txt"));
    }
    put(day + "4.part/safe.png");
    put(day + "5.part/mine/safe.csv");
    fs::create_directory_symlink(outside, kiosk.stick / (day + "6.part") / "safe.sealed");
    const auto before = files_below(kiosk.stick / (day + "5.part"));
    REQUIRE(kiosk.ctl(kiosk.taking()).exit_code == 0);
    std::set<std::string> left;
    for (const auto& name : names_in(kiosk.stick))
        if (name.ends_with(".part")) left.insert(name);
    CHECK(left == theirs);
    CHECK(files_below(kiosk.stick / (day + "5.part")) == before);
    CHECK(names_in(kiosk.stick / (day + "4.part")) == std::set<std::string>{"SHA256SUMS.txt", "safe.png"});
    CHECK(names_in(outside) == std::set<std::string>{"SHA256SUMS.txt"});
}
