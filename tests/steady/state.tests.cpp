// The state directory of the real kiosk: what may lie in it, how much of it, and what is never thrown away.
#include <algorithm>
#include <set>

#include "catch.hpp"
#include "faulty_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::string short_visit =
    "touch 1 1\ntap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\ntap \"Continue\"\ntap \"Skip this question\"\n"
    "tap \"Skip this question\"\ntap \"Skip this question\"\n";

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
    return names;
}

std::ptrdiff_t set_aside_in(const TestKiosk& kiosk) {
    return std::ranges::count_if(names_in(kiosk.path("state")), [](const auto& name) {
        return name.starts_with("responses.damaged-") && name.ends_with(".db");
    });
}

}  // namespace

TEST_CASE("after visits, kills and restarts nothing lies in the state directory that is not known to grow or to stay") {
    const TestKiosk kiosk;
    for (int run = 0; run < 3; ++run) {
        REQUIRE(kiosk.tour(short_visit + "on survey.thanks\n").exit_code == 0);
        RunningProgram killed{kiosk.tour_command(short_visit + "wait 30d\n"), kiosk.path("said")};
        (void)killed.wait(milliseconds{300});
        killed.signal(SIGKILL);
        REQUIRE(killed.wait(seconds{10}));
    }
    const std::set<std::string> known = {
        "responses.db", "responses.db-wal", "responses.db-shm", "kiosk.lock", "upload.lock", "log", "staff"};
    for (const auto& name : names_in(kiosk.path("state"))) {
        INFO(name);
        CHECK(known.contains(name));
    }
    // Nobody has been in the staff area: what the kiosk says of itself.
    CHECK(names_in(kiosk.path("state/staff")) == std::set<std::string>{"kiosk.json"});
    REQUIRE(kiosk.ctl({"status"}).exit_code == 0);
}

TEST_CASE(
    "a disk that breaks each new file is not filled with broken ones, none is deleted, and the messages play on") {
    const TestKiosk kiosk;
    for (int n = 1; n < 50; ++n)
        kiosk.write("state/responses.damaged-2026-10-01" + (n > 1 ? "-" + std::to_string(n) : "") + ".db", "answers");
    kiosk.write("state/responses.db", "broken");
    auto ran = kiosk.tour(short_visit + "on survey.thanks\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(set_aside_in(kiosk) == 50);

    kiosk.write("state/responses.db", "broken again");
    ran = kiosk.tour(short_visit +
                     "on survey.saving\ntap \"Stop\"\ntap \"Small pack\"\n"
                     "tap \"The only message\"\non message.only\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.err, ContainsSubstring("the disk is failing"));
    CHECK(set_aside_in(kiosk) == 50);
    CHECK(contents_of(kiosk.path("state/responses.db")) == "broken again");
    CHECK(contents_of(kiosk.path("state/responses.damaged-2026-10-01-7.db")) == "answers");
}

TEST_CASE("status names a disk that is nearly full before responses are refused") {
    const FaultyKiosk kiosk;
    REQUIRE(kiosk.place.tour(short_visit + "on survey.thanks\n").exit_code == 0);
    const auto status = [&] {
        const auto ran = run_program({TALKPOINT_BIN "/talkpointctl", "--config", kiosk.place.config, "--state",
                                      kiosk.place.path("state"), "status"},
                                     kiosk.environment());
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return nlohmann::json::parse(ran.out);
    };
    CHECK(status().at("last_error").dump().find("MB are free") == std::string::npos);
    kiosk.make("nearly-full");
    CHECK_THAT(status().at("last_error").dump(), ContainsSubstring("state: 7 MB are free on its disk; make room"));
    CHECK(status().at("queued") == 1);
}
