// `talkpointctl take-away` onto a stick that fails at each thing that is asked of it in turn, is pulled out there, or
// gives back what was never written on it: the real program, over a library of faults.
#include "catch.hpp"
#include "stick.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <sstream>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

class FaultyStick : public KioskWithStick {
  public:
    FaultyStick() { keep_some(enough, enough_sealed); }

    /// The program, on a stick that is as these settings say, and empty.
    Said take_away(std::vector<std::string> settings) const {
        for (const auto& name : names_in(stick))
            if (name != ".talkpoint-stick") fs::remove_all(stick / name);
        fs::remove(asked_);
        const char* sanitizer = std::getenv("ASAN_OPTIONS");
        settings.insert(
            settings.end(),
            {"LD_PRELOAD=" TALKPOINT_STICK_FAULTS, "TALKPOINT_ASSETS=" TALKPOINT_SOURCE "/assets",
             joined("ASAN_OPTIONS=verify_asan_link_order=0:", sanitizer ? sanitizer : ""),
             joined("TALKPOINT_STICK=", stick.string()), joined("TALKPOINT_STICK_ASKED=", asked_.string())});
        return with_json(run_program({TALKPOINT_BIN "/talkpointctl", "take-away", "--json", "--start",
                                      "2026-11-24T10:00", "--config", config(), "--state", state()},
                                     settings));
    }

    /// What was asked of it, in order.
    std::vector<std::string> asked() const {
        std::istringstream lines{text_of(asked_)};
        std::vector<std::string> out;
        for (std::string line; std::getline(lines, line);) out.push_back(line);
        return out;
    }

    /// What must hold of whatever has happened.
    void check(const Said& said) const {
        const auto exports = exports_on(stick);
        if (said.ran.exit_code == 0) {
            CHECK(said.json["taken"] == true);
            REQUIRE(exports.size() == 1);
            CHECK(is_whole(exports.front()));
            return;
        }
        CHECK(said.ran.exit_code == 5);
        CHECK(said.json["taken"] == false);
        CHECK(said.json["sentence"].get<std::string>().ends_with('.'));
        CHECK(said.json["to_do"].get<std::string>().ends_with('.'));
        CHECK_FALSE(said.ran.err.empty());
        // Whatever bears the name of an export is one.
        for (const auto& exported : exports) CHECK(is_whole(exported));
    }

  private:
    fs::path asked_ = folder.path() / "asked";
};

std::string fails_at(std::size_t n) { return joined("TALKPOINT_STICK_FAILS_AT=", std::to_string(n)); }
std::string lies_at(std::ptrdiff_t n) { return joined("TALKPOINT_STICK_LIES_AT=", std::to_string(n)); }
std::string with(int code) { return joined("TALKPOINT_STICK_ERRNO=", std::to_string(code)); }

/// What may fail without anybody knowing: nothing depends on it. `openat`: whether an earlier one has left something.
bool may_fail(const std::string& asked) { return asked == "close" || asked == "lstat" || asked == "openat"; }

bool can_lack_room(const std::string& asked) {
    return asked == "mkdir" || asked == "open" || asked == "write" || asked == "fsync" || asked == "rename";
}

}  // namespace

TEST_CASE("take-away: whatever a stick refuses, nothing is lost, and nothing is said to be there that is not") {
    const FaultyStick kiosk;
    const auto before = files_below(kiosk.state());
    const auto healthy = kiosk.take_away({});
    REQUIRE(healthy.ran.exit_code == 0);
    kiosk.check(healthy);
    const auto all = kiosk.asked();
    std::map<std::string, int> times;
    for (const auto& what : all) ++times[what];
    for (const auto* what :
         {"mkdir", "open", "write", "fsync", "syncfs", "rename", "read", "posix_fadvise", "statvfs"}) {
        INFO(what);
        CHECK(times[what] > 0);
    }

    int refused = 0;
    for (const int code : {EIO, ENOSPC}) {
        for (std::size_t n = 1; n <= all.size(); ++n) {
            if (code == ENOSPC && !can_lack_room(all[n - 1])) continue;
            INFO(all[n - 1] << ", number " << n << ", fails with " << code);
            const auto said = kiosk.take_away({fails_at(n), with(code)});
            kiosk.check(said);
            refused += said.ran.exit_code == 5 ? 1 : 0;
            // It failed once: what was begun has been cleared away.
            if (said.ran.exit_code == 5)
                CHECK(names_in(kiosk.stick) == std::set<std::string>{".talkpoint-stick"});
            else
                CHECK((may_fail(all[n - 1]) || all[n - 1] == "statvfs"));
        }
    }
    CHECK(refused > static_cast<int>(all.size()));
    CHECK(files_below(kiosk.state()) == before);
}

TEST_CASE("take-away: pulled out at any moment, the stick has no folder that looks whole and is not") {
    const FaultyStick kiosk;
    const auto before = files_below(kiosk.state());
    REQUIRE(kiosk.take_away({}).ran.exit_code == 0);
    const auto all = kiosk.asked();
    bool told_of_part = false;
    for (std::size_t n = 1; n <= all.size(); ++n) {
        INFO("gone at " << all[n - 1] << ", number " << n);
        const auto said = kiosk.take_away({fails_at(n), with(ENODEV), "TALKPOINT_STICK_GONE=1"});
        kiosk.check(said);
        const auto left = names_in(kiosk.stick);
        if (std::ranges::any_of(left, [](const std::string& name) { return name.ends_with(".part"); })) {
            told_of_part = true;
            CHECK_THAT(said.json["to_do"].get<std::string>(), Catch::Matchers::ContainsSubstring(".part"));
        }
        if (said.ran.exit_code == 0) CHECK(may_fail(all[n - 1]));
    }
    CHECK(told_of_part);
    CHECK(files_below(kiosk.state()) == before);
    // Put in again, as it was left.
    CHECK(with_json(kiosk.ctl(kiosk.taking({"--json"}))).ran.exit_code == 0);
    for (const auto& exported : exports_on(kiosk.stick)) CHECK(is_whole(exported));
}

TEST_CASE("take-away: one bit that comes back as another is found, in whichever file") {
    const FaultyStick kiosk;
    REQUIRE(kiosk.take_away({}).ran.exit_code == 0);
    const auto files = files_below(exports_on(kiosk.stick).front());
    const auto with_bytes = std::ranges::count_if(files, [](const auto& file) { return !file.second.empty(); });
    for (int n = 1; n <= with_bytes; ++n) {
        INFO("file " << n);
        const auto said = kiosk.take_away({lies_at(n)});
        kiosk.check(said);
        CHECK(said.ran.exit_code == 5);
        CHECK(said.json["sentence"].get<std::string>().starts_with(
            "The stick gave back something else than was written on it. Nothing is lost"));
        CHECK(says(said.ran, kiosk.stick.string(), "take another stick"));
    }
    CHECK(kiosk.take_away({lies_at(with_bytes + 1)}).ran.exit_code == 0);
}
