// SDL's own drivers that need no device: "disk" writes what would be heard into a file.
#include "catch.hpp"

#include "platform/speaker.hpp"
#include "support.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using platform::Speaker;

namespace {

/// Which of SDL's drivers is used, for as long as it lives.
class Driver {
  public:
    explicit Driver(const char* name, const std::filesystem::path& file = {}) {
        ::setenv("SDL_AUDIODRIVER", name, 1);
        if (!file.empty()) ::setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
    }
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;
    ~Driver() {
        ::unsetenv("SDL_AUDIODRIVER");
        ::unsetenv("SDL_DISKAUDIOFILE");
    }
};

/// How many of the samples in a file are not silence.
std::ptrdiff_t heard_in(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    std::ptrdiff_t count = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) count += bytes[i] != 0 || bytes[i + 1] != 0;
    return count;
}

const std::vector<std::int16_t> sound(2000, 1234);

bool drained(Speaker& speaker) {
    for (int i = 0; i < 5000; ++i) {
        const auto waiting = speaker.waiting();
        if (!waiting) return false;
        if (*waiting == 0) return true;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

}  // namespace

TEST_CASE("speaker: what is written is heard, once") {
    const TempFolder folder;
    const Driver driver{"disk", folder.path() / "heard"};
    Speaker speaker;
    REQUIRE(speaker.open(22050));
    CHECK(speaker.write(sound) == 2000UL);
    CHECK(drained(speaker));
    std::this_thread::sleep_for(100ms);
    speaker.close();
    speaker.close();
    CHECK(heard_in(folder.path() / "heard") == 2000);
}

TEST_CASE("speaker: it takes a sixth of a second and no more; clear and pause") {
    const TempFolder folder;
    const Driver driver{"disk", folder.path() / "heard"};
    Speaker speaker;
    REQUIRE(speaker.open(22050));
    speaker.pause(true);
    const std::vector<std::int16_t> much(100'000, 1);
    const auto taken = speaker.write(much);
    REQUIRE(taken);
    CHECK(*taken == 22050 / 6);
    CHECK(speaker.write(much) == 0UL);
    std::this_thread::sleep_for(100ms);
    CHECK(speaker.waiting() == *taken);
    speaker.clear();
    CHECK(speaker.waiting() == 0UL);
    CHECK(speaker.write(sound) == 2000UL);
    CHECK(speaker.open(22050));  // the same again: what waits stays, the pause is over
    CHECK(drained(speaker));
    std::this_thread::sleep_for(100ms);
    CHECK(speaker.open(16000));
    speaker.close();
}

TEST_CASE("speaker: no device, no sound, and a message that says what to do") {
    const Driver driver{"nonsense"};
    Speaker speaker;
    for (int i = 0; i < 3; ++i) {
        const auto opened = speaker.open(22050);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().kind == base::ErrorKind::unsupported);
        CHECK(opened.error().message.find("; connect one") != std::string::npos);
    }
    CHECK_FALSE(speaker.write(sound));
    CHECK_FALSE(speaker.waiting());
    speaker.clear();
    speaker.pause(true);
}

TEST_CASE("speaker: a device that goes is an error, and can be opened again") {
    const TempFolder folder;
    Speaker speaker;
    {
        const Driver driver{"disk", "/dev/full"};  // SDL takes a write that fails for a device that was pulled out
        bool gone = !speaker.open(22050);          // some versions of SDL find out while they open it
        for (int i = 0; i < 5000 && !gone; ++i) {
            gone = !speaker.write(sound);
            std::this_thread::sleep_for(1ms);
        }
        CHECK(gone);
        CHECK_FALSE(speaker.waiting());
    }
    const Driver driver{"disk", folder.path() / "heard"};
    REQUIRE(speaker.open(22050));
    CHECK(speaker.write(sound) == 2000UL);
    CHECK(drained(speaker));
}

TEST_CASE("speaker: opened a hundred times, nothing is left") {
    const Driver driver{"dummy"};
    const auto entries = [](const char* folder) {
        return std::distance(std::filesystem::directory_iterator{folder}, std::filesystem::directory_iterator{});
    };
    {
        Speaker once;
        CHECK(once.open(22050));
    }
    const auto threads = entries("/proc/self/task"), files = entries("/proc/self/fd");
    for (int i = 0; i < 100; ++i) {
        Speaker speaker;
        CHECK(speaker.open(i % 2 ? 22050 : 48000));
        (void)speaker.write(sound);
    }
    CHECK(entries("/proc/self/task") == threads);
    CHECK(entries("/proc/self/fd") == files);
}
