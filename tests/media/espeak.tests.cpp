// The real espeak-ng, into a device that keeps what it is given.
#include "catch.hpp"

#include "media/espeak_voice.hpp"
#include "run_program.hpp"
#include "support.hpp"
#include "voices.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using media::Speed;

namespace {

/// A voice, its device, and what staff were told.
struct Speech {
    MainThread main;
    Device device;
    std::vector<std::string> reports;
    int changes = 0, ended = 0;
    std::unique_ptr<media::EspeakVoice> voice;

    explicit Speech(const std::string& library = "libespeak-ng.so.1") {
        const media::VoiceSurroundings around{main.post(), [this](const std::string& text) { reports.push_back(text); },
                                              [this] { ++changes; }};
        voice = std::make_unique<media::EspeakVoice>(std::make_unique<DeviceSink>(device), around, library);
    }
    void begin(const std::string& text, const std::string& language = "en", Speed speed = Speed::usual) {
        voice->begin({text, language}, speed, [this] { ++ended; });
    }
    /// To its end.
    std::vector<std::int16_t> say(const std::string& text, const std::string& language = "en",
                                  Speed speed = Speed::usual) {
        device.set([](Device& d) { d.samples.clear(); });
        const int before = ended;
        begin(text, language, speed);
        CHECK(ended == before);
        CHECK(main.run_until([&] { return ended == before + 1; }));
        return device.ask([](const Device& d) { return d.samples; });
    }
    template <class Done>
    [[nodiscard]] bool device_until(Done done, std::chrono::milliseconds limit = 10s) {
        const auto end = std::chrono::steady_clock::now() + limit;
        while (!device.ask(done)) {
            if (std::chrono::steady_clock::now() > end) return false;
            std::this_thread::sleep_for(1ms);
        }
        return true;
    }
};

double loudness(const std::vector<std::int16_t>& samples) {
    double sum = 0;
    for (const auto sample : samples) sum += static_cast<double>(sample) * sample;
    return std::sqrt(sum / static_cast<double>(std::max<std::size_t>(samples.size(), 1)));
}

std::ptrdiff_t entries_of(const char* folder) {
    return std::distance(std::filesystem::directory_iterator{folder}, std::filesystem::directory_iterator{});
}

const std::string hello = "Hello. What would you like to do today?";

}  // namespace

TEST_CASE("espeak: words become sound, and end once", "[espeak]") {
    Speech speech;
    const auto samples = speech.say(hello);
    CHECK(speech.device.rate == 22050);
    CHECK(samples.size() > 22050UL);
    CHECK(samples.size() < 22050UL * 8);
    CHECK(loudness(samples) > 300);
    speech.main.run_for(50ms);
    CHECK(speech.ended == 1);
    CHECK(speech.reports.empty());
    CHECK(speech.voice->available());
}

TEST_CASE("espeak: each language has its own voice, and English is British", "[espeak]") {
    Speech speech;
    const auto seconds = [&](const char* language) {
        return static_cast<double>(speech.say(hello, language).size()) / 22050;
    };
    const double polish = seconds("pl"), english = seconds("en");
    CHECK(polish > english * 1.1);
    CHECK(seconds("en-GB") == Approx(english).epsilon(0.04));  // what was said before moves a little
    CHECK(speech.say("مرحبا", "ar").size() > 5000);
    CHECK(speech.say("স্বাগতম", "bn-BD").size() > 5000);
    CHECK(speech.reports.empty());
}

TEST_CASE("espeak: which languages it can say is known once it was asked", "[espeak]") {
    Speech speech;
    CHECK(speech.voice->can_say("so"));  // not known yet
    REQUIRE(speech.main.run_until([&] { return speech.changes > 0; }));
    for (const auto* language : {"en", "en-GB", "pl", "ar", "pt-BR", "pt-AO", "zh-Hant", "ur", "cy"})
        CHECK(speech.voice->can_say(language));
    for (const auto* language : {"so", "", "e", "english"}) CHECK_FALSE(speech.voice->can_say(language));
    CHECK(speech.say("Soo dhowow", "so").empty());
    CHECK(speech.say("Soo dhowow", "so").empty());
    REQUIRE(speech.reports.size() == 1);
    CHECK(speech.reports[0].find("\"so\"") != std::string::npos);
}

TEST_CASE("espeak: slower is longer, louder is louder", "[espeak]") {
    Speech speech;
    const auto usual = speech.say(hello);
    const auto slower = speech.say(hello, "en", Speed::slower);
    const double longer = static_cast<double>(slower.size()) / static_cast<double>(usual.size());
    CHECK(longer > 1.2);
    CHECK(longer < 1.8);
    speech.voice->set_volume(100);
    const double loud = loudness(speech.say(hello));
    speech.voice->set_volume(50);
    const double soft = loudness(speech.say(hello));
    speech.voice->set_volume(10);
    const double softest = loudness(speech.say(hello));
    CHECK(loud == Approx(4 * soft).epsilon(0.1));
    CHECK(softest > 0);
    CHECK(softest < soft / 5);
}

TEST_CASE("espeak: a text is words, never markup or a command", "[espeak]") {
    Speech speech;
    CHECK(speech.say("<speak>one<break time=\"60s\"/>two</speak>").size() < 22050UL * 20);
    CHECK(speech
              .say("\x01"
                   "80Sone two three")
              .size() < speech.say("80 S one two three").size() * 2);
    CHECK(speech.say("[[t'u:]]").size() > speech.say("too").size());
    CHECK(speech.say(" \x01\x02 ").size() < 22050UL);
    CHECK(speech.say("\xff\xfe half \xe2\x82").size() > 1000);
    CHECK(speech.reports.empty());
}

TEST_CASE("espeak: stop is silence at once, and nobody is told of an end", "[espeak]") {
    Speech speech;
    speech.device.full = true;
    speech.begin(hello + hello);
    REQUIRE(speech.device_until([](const Device& device) { return device.samples.size() > 11'025; }));
    speech.voice->stop();
    CHECK(speech.device_until([](const Device& device) { return device.cleared > 0; }, 100ms));
    const auto taken = speech.device.taken();
    speech.main.run_for(100ms);
    CHECK(speech.device.taken() == taken);
    CHECK(speech.ended == 0);
    speech.device.full = false;
    CHECK(speech.say("Go on.").size() > 5000);
    CHECK(speech.ended == 1);
}

TEST_CASE("espeak: what is new ends what was before", "[espeak]") {
    Speech speech;
    speech.device.full = true;
    int first = 0;
    speech.voice->begin({hello, "en"}, Speed::usual, [&] { ++first; });
    REQUIRE(speech.device_until([](const Device& device) { return device.samples.size() > 11'025; }));
    speech.device.set([](Device& device) { device.full = false; });
    CHECK(speech.say("Go on.").size() > 5000);
    speech.main.run_for(50ms);
    CHECK(first == 0);
    CHECK(speech.ended == 1);
}

TEST_CASE("espeak: an end that was on its way when it was stopped is not told", "[espeak]") {
    Speech speech;
    speech.begin("Go on.");
    REQUIRE(speech.device_until([](const Device& device) { return device.samples.size() > 5000; }));
    std::this_thread::sleep_for(100ms);  // it has ended, and the main thread has not looked
    SECTION("by silence") {
        speech.voice->stop();
        speech.main.run_for(50ms);
        CHECK(speech.ended == 0);
    }
    SECTION("by something new") {
        speech.device.set([](Device& device) { device.full = true; });
        int next = 0;
        speech.voice->begin({hello, "en"}, Speed::usual, [&] { ++next; });
        speech.main.run_for(50ms);
        CHECK(speech.ended == 0);
        CHECK(next == 0);  // it is not the new one's end
        speech.voice->stop();
    }
}

TEST_CASE("espeak: a pause holds it where it is", "[espeak]") {
    Speech speech;
    speech.device.full = true;
    speech.begin(hello);
    REQUIRE(speech.device_until([](const Device& device) { return device.samples.size() > 11'025; }));
    speech.voice->pause(true);
    REQUIRE(speech.device_until([](const Device& device) { return device.paused; }, 100ms));
    speech.device.set([](Device& device) { device.full = false; });
    speech.main.run_for(100ms);
    const auto held = speech.device.taken();
    CHECK(speech.ended == 0);
    speech.voice->pause(false);
    CHECK(speech.main.run_until([&] { return speech.ended == 1; }));
    CHECK(speech.device.taken() > held);
    CHECK_FALSE(speech.device.ask([](const Device& device) { return device.paused; }));
    speech.begin(hello);
    speech.voice->pause(true);  // before its first sample
    speech.voice->stop();
    CHECK(speech.say("Go on.").size() > 5000);  // a pause is over with what it held
}

TEST_CASE("espeak: a thousand beginnings and stops leave nothing behind", "[espeak]") {
    Speech speech;
    (void)speech.say("Go on.");
    const auto threads = entries_of("/proc/self/task"), files = entries_of("/proc/self/fd");
    for (int i = 0; i < 1000; ++i) {
        speech.begin(hello, i % 3 == 0 ? "pl" : "en");
        if (i % 7 == 0) std::this_thread::sleep_for(1ms);
        if (i % 2 == 0) speech.voice->stop();
    }
    speech.voice->stop();
    CHECK(speech.say("Go on.").size() > 5000);
    CHECK(speech.ended == 2);
    CHECK(entries_of("/proc/self/task") == threads);
    CHECK(entries_of("/proc/self/fd") == files);
    speech.voice.reset();
    CHECK(entries_of("/proc/self/task") == threads - 1);
}

TEST_CASE("espeak: its end does not wait for what it says", "[espeak]") {
    Speech speech;
    speech.device.full = true;
    speech.begin(hello);
    REQUIRE(speech.device_until([](const Device& device) { return device.samples.size() > 11'025; }));
    const auto start = std::chrono::steady_clock::now();
    speech.voice.reset();
    CHECK(std::chrono::steady_clock::now() - start < 5s);  // a full device would make it wait for ever
    speech.main.run();                                     // what it has left there does nothing
    CHECK(speech.ended == 0);
    CHECK(speech.device.closed > 0);
}

TEST_CASE("espeak: without a device it ends at once, says so once, and comes back", "[espeak]") {
    Speech speech;
    speech.device.missing = true;
    CHECK(speech.voice->available());  // not known yet
    REQUIRE(speech.main.run_until([&] { return !speech.voice->available(); }));
    CHECK(speech.changes == 2);  // the languages, and this
    CHECK(speech.say(hello).empty());
    CHECK(speech.say(hello).empty());
    REQUIRE(speech.reports.size() == 1);
    CHECK(speech.reports[0] == "the kiosk cannot read aloud: sound: there is none; connect one");
    speech.device.set([](Device& device) { device.missing = false; });
    CHECK(speech.say(hello).size() > 22050UL);
    CHECK(speech.voice->available());
    CHECK(speech.reports.size() == 1);
}

TEST_CASE("espeak: a device that goes in the middle ends the utterance, and the next tries again", "[espeak]") {
    Speech speech;
    speech.device.goes_after = 5000;
    CHECK(speech.say(hello).size() <= 5000);
    CHECK(speech.say(hello).size() <= 5000);
    REQUIRE(speech.reports.size() == 1);
    CHECK(speech.reports[0].find("it has gone; connect it again") != std::string::npos);
    CHECK(speech.device.closed >= 2);
    speech.device.set([](Device& device) { device.goes_after = SIZE_MAX; });
    CHECK(speech.say(hello).size() > 22050UL);
    speech.device.set([](Device& device) { device.goes_after = 5000; });
    CHECK(speech.say(hello).size() <= 5000);
    CHECK(speech.reports.size() == 2);  // another time
}

TEST_CASE("espeak: a device that hangs is left after three seconds", "[espeak]") {
    Speech speech;
    speech.device.full = true;
    speech.begin(hello);
    CHECK(speech.main.run_until([&] { return speech.ended == 1; }));
    REQUIRE(speech.reports.size() == 1);
    CHECK(speech.reports[0].find("takes nothing") != std::string::npos);
}

namespace {

void check_not_available(const std::string& library) {
    Speech speech{library};
    CHECK(speech.say(hello).empty());
    CHECK(speech.say(hello).empty());
    CHECK_FALSE(speech.voice->available());
    CHECK_FALSE(speech.voice->can_say("en"));
    CHECK(speech.changes > 0);
    REQUIRE(speech.reports.size() == 1);
    CHECK(speech.reports[0].find("install the package") != std::string::npos);
}

}  // namespace

TEST_CASE("espeak: without the library it is not available, and says so once", "[espeak]") {
    check_not_available("libespeak-ng-is-not-here.so.1");
}

// Hidden: espeak-ng looks for its data once a process, so this is for a process of its own.
TEST_CASE("espeak in a process without its data", "[.no-data]") { check_not_available("libespeak-ng.so.1"); }

TEST_CASE("espeak: without its data it is not available, and says so once", "[espeak]") {
    const TempFolder empty;
    const auto self = std::filesystem::read_symlink("/proc/self/exe").string();
    const auto ran = run_program({self, "[.no-data]"}, {"ESPEAK_DATA_PATH=" + empty.path().string()});
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.find("All tests passed") != std::string::npos);
    CHECK(run_program({self, "[.no-data]"}).exit_code != 0);  // with data it is
}
