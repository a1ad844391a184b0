#include "staff/pin.hpp"
#include "catch.hpp"
#include "staff/document.hpp"
#include "support.hpp"

#include <sys/resource.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using base::ErrorKind;
using base::Millis;
using Catch::Matchers::ContainsSubstring;
using staff::Attempt;

namespace {

constexpr base::ScryptCost cheap{16, 1, 1};
constexpr const char *right = "482913", *wrong = "482914";

/// A kiosk's folder with a PIN in it, and kiosks that start there.
struct Kiosk {
    TempFolder state;
    std::filesystem::path folder = staff::folder_in(state.path());
    base::Random random{11};

    Kiosk() { REQUIRE(guard().set(right, random)); }
    [[nodiscard]] staff::Guard guard() const { return staff::Guard{folder, cheap}; }
    [[nodiscard]] nlohmann::json record() const { return staff::read_document(folder, "pin").value(); }
};

Attempt attempt(staff::Guard& guard, const char* pin, Millis now) { return guard.attempt(pin, now).value().attempt; }

void fail_times(staff::Guard& guard, int times, Millis now) {
    for (int i = 0; i < times; ++i) REQUIRE(attempt(guard, wrong, now) == Attempt::refused);
}

}  // namespace

TEST_CASE("PIN: the wait after each failure", "[staff]") {
    const std::vector<std::pair<std::int64_t, Millis>> table = {
        {0, 0s},   {1, 0s},     {4, 0s},     {5, 30s}, {6, 60s}, {7, 2min},  {8, 4min},
        {9, 8min}, {10, 16min}, {11, 32min}, {12, 1h}, {13, 1h}, {1000, 1h}, {1'000'000, 1h}};
    for (const auto& [failures, wait] : table) {
        INFO(failures);
        CHECK(staff::wait_after(failures) == wait);
    }
}

TEST_CASE("PIN: a lockout counts down by a clock that runs, and no jump of it helps", "[staff]") {
    staff::Lockout lockout;
    for (int i = 0; i < 5; ++i) lockout.fail(100s);
    CHECK(lockout.wait_left(100s) == 30s);
    CHECK(lockout.wait_left(110s) == 20s);
    CHECK(lockout.wait_left(50s) == 20s);  // gone back: nothing has gone by
    CHECK(lockout.wait_left(60s) == 10s);
    CHECK(lockout.wait_left(1000s) == 0s);
    lockout.fail(1000s);
    CHECK(lockout.wait_left(1000s) == 60s);
    CHECK(staff::Lockout{5, 10h, 0s}.wait_left(0s) == 30s);  // as somebody may have written it
    CHECK(staff::Lockout{0, 10h, 0s}.wait_left(0s) == 0s);
}

TEST_CASE("PIN: easy ones and odd ones are not taken", "[staff]") {
    for (const auto* pin : {"111111", "000000", "123456", "654321", "234567890123", "098765", "121212", "123123",
                            "1212121", "12312312"}) {
        INFO(pin);
        CHECK(staff::check_new_pin(pin).error().kind == ErrorKind::malformed);
    }
    for (const auto* pin : {"", "48291", "4829134829134", "48291a", " 482913", "48 913", "-48291"}) {
        INFO(pin);
        CHECK(staff::check_new_pin(pin).error().kind == ErrorKind::malformed);
    }
    for (const auto* pin : {"482913", "112233", "123457", "482913482913"}) {
        INFO(pin);
        CHECK(staff::check_new_pin(pin));
    }
}

TEST_CASE("PIN: what was set opens, anything else does not, and neither can be read", "[staff]") {
    const Kiosk kiosk;
    auto guard = kiosk.guard();
    CHECK(guard.has_pin());
    CHECK(attempt(guard, right, 0s) == Attempt::accepted);
    for (const auto* pin : {wrong, "", "4829130"}) CHECK(attempt(guard, pin, 0s) == Attempt::refused);
    std::ifstream in{kiosk.folder / "pin.json"};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    CHECK_THAT(text, !ContainsSubstring(right));
    CHECK(kiosk.record()["n"] == 16);
}

TEST_CASE("PIN: one of its own is made where there is none, and is another each time", "[staff]") {
    const TempFolder state;
    staff::Guard guard{state.path(), cheap};
    CHECK_FALSE(guard.has_pin());
    CHECK(guard.attempt(right, 0s).error().kind == ErrorKind::not_found);
    base::Random random;
    const auto first = guard.make_random(random).value();
    CHECK(staff::check_new_pin(first));
    CHECK(first.size() == 6);
    CHECK(attempt(guard, first.c_str(), 0s) == Attempt::accepted);
    for (int i = 0; i < 20; ++i) CHECK(guard.make_random(random).value() != first);
    CHECK(attempt(guard, first.c_str(), 0s) == Attempt::refused);
}

TEST_CASE("PIN: a first one takes the place of none that has been set meanwhile", "[staff]") {
    Kiosk kiosk;
    auto guard = kiosk.guard();
    CHECK(guard.set_first(wrong, kiosk.random).value() == false);
    CHECK(attempt(guard, right, 1s) == Attempt::accepted);
    std::filesystem::remove(kiosk.folder / "pin.json");
    CHECK(guard.set_first(wrong, kiosk.random).value() == true);
    CHECK(attempt(guard, wrong, 2s) == Attempt::accepted);
}

TEST_CASE("PIN: the fifth failure makes wait, the right PIN too, and success forgets them all", "[staff]") {
    const Kiosk kiosk;
    auto guard = kiosk.guard();
    fail_times(guard, 4, 0s);
    CHECK(guard.attempt(wrong, 0s)->wait == 30s);
    CHECK(attempt(guard, right, 29s) == Attempt::too_soon);
    CHECK(guard.attempt(right, 29s)->wait == 1s);  // too soon is no failure
    CHECK(attempt(guard, right, 30s) == Attempt::accepted);
    fail_times(guard, 4, 30s);
    CHECK(attempt(guard, right, 30s) == Attempt::accepted);
}

TEST_CASE("PIN: a failure is on the disk before anybody is told", "[staff]") {
    const Kiosk kiosk;
    auto guard = kiosk.guard();
    fail_times(guard, 3, 0s);
    CHECK(kiosk.record()["failures"] == 3);
    // The file may not become as long as it must: the disk is full.
    struct rlimit before{}, none{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    none = before;
    none.rlim_cur = 0;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &none);
    const auto with_right = guard.attempt(right, 0s);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(with_right.error().kind == ErrorKind::unwritable);
    CHECK(attempt(guard, right, 0s) == Attempt::accepted);
}

TEST_CASE("PIN: neither a restart nor another clock makes the wait shorter, nor much longer", "[staff]") {
    const Kiosk kiosk;
    auto first = kiosk.guard();
    fail_times(first, 5, 1000s);
    CHECK(attempt(first, wrong, 1030s) == Attempt::refused);  // the sixth: 60 s
    CHECK(first.tick(1060s) == 30s);                          // written down
    CHECK(first.tick(1069s) == 21s);

    auto second = kiosk.guard();  // the machine has started again: its clock begins at nothing
    CHECK(second.tick(5s) == 21s);
    CHECK(attempt(second, right, 25s) == Attempt::too_soon);
    CHECK(second.attempt(right, 25s)->wait == 1s);

    auto third = kiosk.guard();  // and again, long after by that clock; what second did not write down is waited again
    CHECK(attempt(third, right, 90'000s) == Attempt::too_soon);
    CHECK(third.attempt(right, 90'000s)->wait == 21s);
    CHECK(attempt(third, wrong, 90'021s) == Attempt::refused);
    CHECK(third.attempt(wrong, 90'021s)->wait == 2min);  // the seventh: the failures went on too
}

TEST_CASE("PIN: restarting before every try wins none", "[staff]") {
    const Kiosk kiosk;
    int looked_at = 0;
    for (int i = 0; i < 40; ++i) {
        auto guard = kiosk.guard();
        if (attempt(guard, wrong, 10s) == Attempt::refused) ++looked_at;
    }
    CHECK(looked_at == 5);
}

TEST_CASE("PIN: one that is set beside the running kiosk holds at once, and ends the wait", "[staff]") {
    Kiosk kiosk;
    auto running = kiosk.guard();
    fail_times(running, 5, 0s);
    CHECK(running.tick(1s) == 29s);
    REQUIRE(kiosk.guard().set("730264", kiosk.random));
    CHECK(running.tick(2s) == 0s);
    CHECK(attempt(running, right, 2s) == Attempt::refused);
    CHECK(attempt(running, "730264", 2s) == Attempt::accepted);
}

TEST_CASE("PIN: a damaged record lets nobody in, and a new PIN mends it", "[staff]") {
    Kiosk kiosk;
    const auto whole = kiosk.record();
    const auto damaged = [&] {
        auto guard = kiosk.guard();
        CHECK(guard.has_pin());  // so that the kiosk makes none by itself
        const auto outcome = guard.attempt(right, 0s);
        REQUIRE_FALSE(outcome);
        CHECK_THAT(outcome.error().message, ContainsSubstring("talkpointctl pin"));
    };
    for (const auto* text : {"", "{}", "[]", "{\"salt\":", "\xff\xfe"}) {
        kiosk.state.write("staff/pin.json", text);
        damaged();
    }
    for (const auto& [key, value] : whole.items()) {
        INFO(key);
        for (const nlohmann::json& other : {nlohmann::json{nullptr}, nlohmann::json{-1}, nlohmann::json{1.5},
                                            nlohmann::json{1ULL << 62}, nlohmann::json{"x"}}) {
            if (key == "wait_ms" && other == 1ULL << 62) continue;  // cut to what the failures are worth
            auto spoiled = whole;
            spoiled[key] = other;
            REQUIRE(staff::write_document(kiosk.folder, "pin", spoiled));
            damaged();
        }
    }
    std::filesystem::remove(kiosk.folder / "pin.json");
    std::filesystem::create_directory(kiosk.folder / "pin.json");
    CHECK(kiosk.guard().has_pin());
    std::filesystem::remove(kiosk.folder / "pin.json");
    kiosk.state.write("staff/pin.json", "half");
    REQUIRE(kiosk.guard().set(right, kiosk.random));
    auto guard = kiosk.guard();
    CHECK(attempt(guard, right, 0s) == Attempt::accepted);
}
