// The watchdog hears of the main loop's progress, and of nothing else.
#include "catch.hpp"
#include "faulty_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;
using std::chrono::steady_clock;

namespace {

/// The longest silence in `time`; the whole of it if nothing was heard.
milliseconds longest_silence(const Manager& manager, milliseconds time) {
    const auto end = steady_clock::now() + time;
    auto last = steady_clock::now();
    milliseconds longest{0};
    const auto since_last = [&] { return std::chrono::duration_cast<milliseconds>(steady_clock::now() - last); };
    while (steady_clock::now() < end) {
        const auto left = std::chrono::duration_cast<milliseconds>(end - steady_clock::now());
        if (manager.hears(std::max(left, milliseconds{1})) != "WATCHDOG=1") continue;
        longest = std::max(longest, since_last());
        last = steady_clock::now();
    }
    return std::max(longest, since_last());
}

/// Threads of it that are not ended.
std::ptrdiff_t threads_alive(pid_t pid) {
    std::ptrdiff_t alive = 0;
    for (const auto& thread : fs::directory_iterator("/proc/" + std::to_string(pid) + "/task")) {
        const auto stat = contents_of(thread.path() / "stat");
        alive += stat.at(stat.rfind(')') + 2) != 'Z' ? 1 : 0;
    }
    return alive;
}

}  // namespace

TEST_CASE("a heartbeat comes in time, whether slides go by or nothing at all is due; and an end is announced") {
    FaultyKiosk kiosk;
    SECTION("slides") { kiosk.place.config = TALKPOINT_SOURCE "/kiosk_config/kiosk.toml"; }
    SECTION("one message that stands still") {}
    kiosk.watched = true;
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    CHECK(longest_silence(kiosk.manager, 3 * FaultyKiosk::watchdog) < FaultyKiosk::watchdog);
    kiosk.program->signal(SIGTERM);
    CHECK(comes_true([&] { return kiosk.manager.hears(milliseconds{50}) == "STOPPING=1"; }, seconds{10}));
    CHECK(kiosk.program->wait(seconds{10}) == 0);
}

TEST_CASE("where a frame is due and never shown, no heartbeat comes, though other threads live") {
    FaultyKiosk kiosk;
    kiosk.watched = true;
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    CHECK(kiosk.manager.hears(FaultyKiosk::watchdog) == "WATCHDOG=1");
    kiosk.make("hang");
    kiosk.tap(0.5, 0.5);
    REQUIRE(comes_true([&] { return kiosk.has_told("hangs"); }, seconds{20}));
    while (!kiosk.manager.hears(milliseconds{0}).empty()) {
    }
    CHECK(kiosk.manager.hears(2 * FaultyKiosk::watchdog).empty());
    CHECK(threads_alive(kiosk.program->pid()) > 1);
    kiosk.program->signal(SIGTERM);  // is heard by such a thread, and still nothing pretends that the loop got on
    CHECK(kiosk.manager.hears(FaultyKiosk::watchdog).empty());
    CHECK_FALSE(kiosk.program->wait(milliseconds{0}));
}

TEST_CASE("without a service manager the kiosk runs as ever") {
    const TestKiosk kiosk;
    RunningProgram program{kiosk.command(), kiosk.path("said"), {"WATCHDOG_USEC=90000"}};
    CHECK_FALSE(program.wait(seconds{1}));
    program.signal(SIGTERM);
    CHECK(program.wait(seconds{10}) == 0);
}
