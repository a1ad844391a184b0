// `talkpointctl pin`, the real program: with a file, a pipe, and a kiosk that runs beside it.
#include "staff/pin.hpp"
#include "catch.hpp"
#include "kiosk.hpp"
#include "staff/acts.hpp"
#include "staff/document.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

struct WithState : Kiosk {
    WithState() { std::filesystem::create_directory(state()); }
    [[nodiscard]] std::filesystem::path staff_folder() const { return staff::folder_in(state()); }
    [[nodiscard]] bool opens(std::string_view pin) const {
        staff::Guard guard{staff_folder()};
        return guard.attempt(pin, 0s)->attempt == staff::Attempt::accepted;
    }
};

}  // namespace

TEST_CASE("pin: one at random is printed once, and opens") {
    const WithState kiosk;
    const auto ran = kiosk.ctl({"pin", "--random"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    const auto pin = ran.out.substr(0, ran.out.find('\n'));
    CHECK(pin.size() == 6);
    CHECK(kiosk.opens(pin));
    const auto json = nlohmann::json::parse(kiosk.ctl({"pin", "--random", "--json"}).out);
    CHECK(json["pin"] != pin);
    CHECK(kiosk.opens(json["pin"].get<std::string>()));
    CHECK_FALSE(kiosk.opens(pin));
    const auto deeds = staff::read_deeds(kiosk.staff_folder(), 10).value();
    REQUIRE(deeds.size() == 2);
    CHECK(deeds[0].act == staff::Act::pin_changed);
    for (const auto* file : {"pin.json", "acts.jsonl"})
        CHECK_THAT(text_of(kiosk.staff_folder() / file), !ContainsSubstring(pin));
}

TEST_CASE("pin: from a file and from standard input, never shown") {
    const WithState kiosk;
    const auto file = kiosk.folder.write("pin", "482913\r\nmore\n");
    const auto ran = kiosk.ctl({"pin", "--pin-file", file});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.find("482913") == std::string::npos);
    CHECK(kiosk.opens("482913"));
    const auto piped = run_program({"/bin/sh", "-c", "echo 7302641 | \"$0\" pin --state \"$1\" --json",
                                    TALKPOINT_BIN "/talkpointctl", kiosk.state()});
    CHECK(piped.exit_code == 0);
    CHECK(piped.out == "{\"pin\":null}\n");
    CHECK(kiosk.opens("7302641"));
}

TEST_CASE("pin: a running kiosk lets in with the new one at once, and its wait is over") {
    const WithState kiosk;
    REQUIRE(kiosk.ctl({"pin", "--pin-file", kiosk.folder.write("pin", "482913")}).exit_code == 0);
    staff::Guard running{kiosk.staff_folder()};
    for (int i = 0; i < 5; ++i) REQUIRE(running.attempt("000000", 0s));
    REQUIRE(running.attempt("482913", 1s)->attempt == staff::Attempt::too_soon);
    REQUIRE(kiosk.ctl({"pin", "--pin-file", kiosk.folder.write("pin", "730264")}).exit_code == 0);
    CHECK(running.attempt("730264", 2s)->attempt == staff::Attempt::accepted);
}

TEST_CASE("pin: one that will not do changes nothing, and a damaged record is replaced") {
    const WithState kiosk;
    REQUIRE(kiosk.ctl({"pin", "--pin-file", kiosk.folder.write("pin", "482913")}).exit_code == 0);
    for (const auto* pin : {"", "48291", "123456", "111111", "48291x", "4829134829134"}) {
        const auto ran = kiosk.ctl({"pin", "--pin-file", kiosk.folder.write("pin", pin)});
        CHECK(ran.exit_code == 2);
        CHECK(ran.out.empty());
        CHECK(std::ranges::count(ran.err, '\n') == 1);
        CHECK_THAT(ran.err, ContainsSubstring("PIN"));
    }
    CHECK(kiosk.opens("482913"));
    CHECK(kiosk.ctl({"pin", "--random", "--pin-file", "x"}).exit_code == 2);
    kiosk.folder.write("state/staff/pin.json", "{");
    CHECK(kiosk.ctl({"pin", "--pin-file", kiosk.folder.write("pin", "730264")}).exit_code == 0);
    CHECK(kiosk.opens("730264"));
}

TEST_CASE("pin: without a kiosk, and where nothing can be written, it says so") {
    const Kiosk none;
    const auto ran = none.ctl({"pin", "--random"});
    CHECK(ran.exit_code == 5);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, ContainsSubstring("no kiosk has run here yet"));
    CHECK_FALSE(std::filesystem::exists(none.state()));
    const WithState kiosk;
    kiosk.folder.write("state/staff", "in the way");
    CHECK(kiosk.ctl({"pin", "--random"}).exit_code == 5);
}

TEST_CASE("pin: what root sets is the kiosk's own") {
    if (::geteuid() != 0) return;  // only root can try it
    const WithState kiosk;
    constexpr uid_t someone = 12345;
    REQUIRE(::chown(kiosk.state().c_str(), someone, someone) == 0);
    std::filesystem::permissions(kiosk.folder.path(), std::filesystem::perms{0755});
    const auto secret = kiosk.folder.write("pin", "482913");
    std::filesystem::permissions(secret, std::filesystem::perms::owner_read);
    REQUIRE(kiosk.ctl({"pin", "--pin-file", secret}).exit_code == 0);
    for (const auto* name : {"", "pin.json", "pin.lock", "acts.jsonl"}) {
        struct stat info{};
        REQUIRE(::stat((kiosk.staff_folder() / name).c_str(), &info) == 0);
        CHECK(info.st_uid == someone);
        CHECK(info.st_gid == someone);
    }
}
