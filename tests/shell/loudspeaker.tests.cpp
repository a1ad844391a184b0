// The whole way of a word: espeak-ng, the loudspeaker, SDL; and what came out at its end.
#include "catch.hpp"

#include "media/espeak_voice.hpp"
#include "shell/loudspeaker.hpp"
#include "shell/main_queue.hpp"
#include "support.hpp"

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;

namespace {

struct Kiosk {
    shell::MainQueue queue;
    std::vector<std::string> reports;
    media::EspeakVoice voice{std::make_unique<shell::Loudspeaker>(),
                             {[this](std::function<void()> task) { queue.post(std::move(task)); },
                              [this](const std::string& text) { reports.push_back(text); }}};
    int ended = 0;

    void begin(const std::string& text) {
        voice.begin({text, "en"}, media::Speed::usual, [this] { ++ended; });
    }
    [[nodiscard]] bool run_until_ended(int count) {
        for (int i = 0; i < 20'000 && ended < count; ++i) {
            queue.run();
            std::this_thread::sleep_for(1ms);
        }
        return ended == count;
    }
};

/// Loudness of each tenth of a second of a file of samples.
std::vector<double> loudness_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    std::vector<double> out;
    for (std::size_t at = 0; at + 4410 <= bytes.size(); at += 4410) {
        double sum = 0;
        for (std::size_t i = at; i < at + 4410; i += 2) {
            std::int16_t sample = 0;
            std::memcpy(&sample, &bytes[i], 2);
            sum += static_cast<double>(sample) * sample;
        }
        out.push_back(std::sqrt(sum / 2205));
    }
    return out;
}

}  // namespace

TEST_CASE("loudspeaker: words come out as sound, at the pace of speech, and stop is silence") {
    const TempFolder folder;
    const auto file = folder.path() / "heard";
    ::setenv("SDL_AUDIODRIVER", "disk", 1);
    ::setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
    {
        Kiosk kiosk;
        const auto start = std::chrono::steady_clock::now();
        kiosk.begin("Hello, friend.");
        CHECK(kiosk.run_until_ended(1));
        CHECK(std::chrono::steady_clock::now() - start > 700ms);
        kiosk.begin("This sentence is much longer than anybody will be willing to wait for its end, is it not?");
        std::this_thread::sleep_for(900ms);
        kiosk.voice.stop();
        std::this_thread::sleep_for(700ms);
        CHECK(kiosk.ended == 1);
        CHECK(kiosk.reports.empty());
    }
    ::unsetenv("SDL_AUDIODRIVER");
    ::unsetenv("SDL_DISKAUDIOFILE");
    const auto loudness = loudness_of(file);
    REQUIRE(loudness.size() > 20);
    CHECK(std::ranges::count_if(loudness, [](double part) { return part > 100; }) >= 10);
    for (std::size_t i = loudness.size() - 5; i < loudness.size(); ++i) CHECK(loudness[i] == 0);
}

TEST_CASE("loudspeaker: without a device the kiosk goes on, and staff are told once") {
    ::setenv("SDL_AUDIODRIVER", "nonsense", 1);
    {
        Kiosk kiosk;
        for (int i = 1; i <= 3; ++i) {
            kiosk.begin("Hello.");
            CHECK(kiosk.run_until_ended(i));
        }
        CHECK_FALSE(kiosk.voice.available());
        REQUIRE(kiosk.reports.size() == 1);
        CHECK(kiosk.reports[0].find("; connect one") != std::string::npos);
    }
    ::unsetenv("SDL_AUDIODRIVER");
}
