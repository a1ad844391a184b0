// Recordings: what is a whole one, and what libmpv makes of it.
#include "catch.hpp"

#include "media/narrated_voice.hpp"
#include "media/narration.hpp"
#include "media/recording_file.hpp"
#include "support.hpp"
#include "voices.hpp"

#include <sys/stat.h>

#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using media::check_recording;
using media::Speed;
namespace fs = std::filesystem;

namespace {

const fs::path recordings = fs::path{TALKPOINT_SOURCE} / "tests/media/recordings";
const fs::path opus = recordings / "half-a-second-opus.ogg", vorbis = recordings / "half-a-second-vorbis.ogg";

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// mpv's output without a device, in real time.
const media::Narration::Options nowhere{{"ao", "null"}};

struct Stage {
    MainThread main;
    std::vector<std::string> reports;
    std::vector<bool> ends;
    std::unique_ptr<media::Narration> narration;

    explicit Stage(media::Narration::Options options = nowhere, const std::string& library = "libmpv.so.2") {
        narration = std::make_unique<media::Narration>(around(), std::move(options), library);
    }
    [[nodiscard]] media::VoiceSurroundings around() {
        return {main.post(), [this](const std::string& text) { reports.push_back(text); }};
    }
    void begin(const fs::path& file, Speed speed = Speed::usual) {
        narration->begin(file, speed, [this](bool played) { ends.push_back(played); });
    }
    /// To its end; how long it took.
    std::chrono::milliseconds play(const fs::path& file, Speed speed = Speed::usual) {
        const auto start = std::chrono::steady_clock::now();
        const auto before = ends.size();
        begin(file, speed);
        CHECK(ends.size() == before);
        CHECK(main.run_until([&] { return ends.size() > before; }));
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    }
};

/// Ogg's own checksum, bit by bit, over pages whose bodies were changed.
std::string with_checksums(std::string ogg) {
    for (std::size_t at = 0; at + 27 <= ogg.size();) {
        const auto segments = static_cast<unsigned char>(ogg[at + 26]);
        std::size_t length = 27UL + segments;
        for (std::size_t i = 0; i < segments; ++i) length += static_cast<unsigned char>(ogg[at + 27 + i]);
        std::memset(&ogg[at + 22], 0, 4);
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < length; ++i) {
            sum ^= static_cast<std::uint32_t>(static_cast<unsigned char>(ogg[at + i])) << 24U;
            for (int bit = 0; bit < 8; ++bit) sum = (sum << 1U) ^ ((sum >> 31U) * 0x04C11DB7U);
        }
        std::memcpy(&ogg[at + 22], &sum, 4);  // both little-endian here
        at += length;
    }
    return ogg;
}

/// Whole pages, right checksums, and nothing that a decoder could make sound of.
std::string garbled(std::string ogg) {
    for (std::size_t at = ogg.find("OggS", ogg.find("OggS", 4) + 4) + 200; at < ogg.size(); ++at)
        ogg[at] = static_cast<char>(at * 7919 >> 3U);
    return with_checksums(std::move(ogg));
}

}  // namespace

TEST_CASE("recording: a whole one says how long it is", "[narration]") {
    CHECK(check_recording(opus).value().count() == Approx(500).margin(20));
    CHECK(check_recording(vorbis).value().count() == Approx(500).margin(20));
}

TEST_CASE("recording: cut at any length, or one bit turned, it is none", "[narration]") {
    const TempFolder folder;
    for (const auto& file : {opus, vorbis}) {
        const auto whole = bytes_of(file);
        REQUIRE(whole.size() > 1000);
        CHECK(check_recording(folder.write("again.ogg", with_checksums(whole))));
        for (std::size_t length = 0; length < whole.size(); ++length)
            if (check_recording(folder.write("cut.ogg", whole.substr(0, length)))) FAIL("cut to " << length);
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            auto turned = whole;
            turned[at] = static_cast<char>(turned[at] ^ (1 << (at % 8)));
            if (check_recording(folder.write("turned.ogg", turned))) FAIL("turned at " << at);
        }
        CHECK_FALSE(check_recording(folder.write("more.ogg", whole + "x")));
        CHECK_FALSE(check_recording(folder.write("twice.ogg", whole + whole)));
    }
}

TEST_CASE("recording: what is something else is refused, with what to do", "[narration]") {
    const TempFolder folder;
    ::mkfifo((folder.path() / "pipe.ogg").c_str(), 0600);
    fs::create_directory(folder.path() / "folder.ogg");
    folder.write("large.ogg", std::string(media::max_recording_bytes + 1, 'O'));
    folder.write("text.ogg", "Hello. These are words, and no sound.\n");
    folder.write("list.ogg", "#EXTM3U\nhttp://127.0.0.1:9/a.ogg\n");
    folder.write("empty.ogg", "");
    auto endless = bytes_of(opus);
    const auto last = endless.rfind("OggS");
    endless.replace(last + 6, 8, std::string("\xff\xff\xff\xff\xff\xff\xff\x7f", 8));
    folder.write("endless.ogg", with_checksums(endless));
    for (const auto* name :
         {"pipe.ogg", "folder.ogg", "large.ogg", "text.ogg", "list.ogg", "empty.ogg", "endless.ogg", "none.ogg"}) {
        CAPTURE(name);
        const auto checked = check_recording(folder.path() / name);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().message.find("; ") != std::string::npos);
        CHECK(checked.error().place == (folder.path() / name).string());
    }
}

TEST_CASE("narration: a recording is heard to its end, in its time", "[narration]") {
    Stage stage;
    for (const auto& file : {opus, vorbis}) {
        CAPTURE(file);
        const auto took = stage.play(file);
        CHECK(took >= 450ms);
        CHECK(took < 3s);
    }
    CHECK(stage.play(vorbis, Speed::slower) >= 650ms);
    CHECK(stage.ends == std::vector<bool>{true, true, true});
    CHECK(stage.reports.empty());
}

TEST_CASE("narration: what is heard is what was recorded, as loud as was asked", "[narration]") {
    const TempFolder folder;
    const auto loudest = [&](int volume) {
        const auto out = folder.path() / ("out" + std::to_string(volume) + ".wav");
        Stage stage{{{"ao", "pcm"}, {"ao-pcm-file", out.string()}, {"audio-format", "s16"}}};
        stage.narration->set_volume(volume);
        (void)stage.play(vorbis);
        stage.narration.reset();
        const auto wav = bytes_of(out);
        int most = 0;
        for (std::size_t i = 80; i + 1 < wav.size(); i += 2) {
            std::int16_t sample = 0;
            std::memcpy(&sample, &wav[i], 2);
            most = std::max<int>(most, std::abs(sample));
        }
        CHECK(wav.size() > 40'000);
        return most;
    };
    const int loud = loudest(100), soft = loudest(50);
    CHECK(loud > 2000);
    CHECK(loud == Approx(4 * soft).epsilon(0.1));
}

TEST_CASE("narration: stop is silence at once, and nobody is told of an end", "[narration]") {
    Stage stage;
    (void)stage.play(opus);
    stage.begin(opus);
    stage.main.run_for(150ms);
    const auto start = std::chrono::steady_clock::now();
    stage.narration->stop();
    stage.narration.reset();
    CHECK(std::chrono::steady_clock::now() - start < 200ms);
    stage.main.run_for(600ms);
    CHECK(stage.ends.size() == 1);
}

TEST_CASE("narration: what is new ends what was before, a hundred times", "[narration]") {
    Stage stage;
    (void)stage.play(opus);
    const auto threads = std::distance(fs::directory_iterator{"/proc/self/task"}, fs::directory_iterator{});
    for (int i = 0; i < 100; ++i) {
        stage.begin(i % 2 ? opus : vorbis);
        if (i % 3 == 0) std::this_thread::sleep_for(10ms);
        if (i % 5 == 0) stage.narration->stop();
    }
    (void)stage.play(opus);
    CHECK(stage.ends == std::vector<bool>{true, true});
    CHECK(stage.reports.empty());
    CHECK(std::distance(fs::directory_iterator{"/proc/self/task"}, fs::directory_iterator{}) == threads);
}

TEST_CASE("narration: an end that was on its way when something new began is not told", "[narration]") {
    Stage stage;
    stage.begin("/not/here.ogg");
    std::this_thread::sleep_for(200ms);  // it has ended, and the main thread has not looked
    stage.begin(opus);
    CHECK(stage.main.run_until([&] { return !stage.ends.empty(); }));
    CHECK(stage.ends == std::vector<bool>{true});
}

TEST_CASE("narration: a pause holds it where it is", "[narration]") {
    Stage stage;
    stage.begin(opus);
    stage.main.run_for(100ms);
    stage.narration->pause(true);
    stage.main.run_for(4s);  // longer than silence is borne
    CHECK(stage.ends.empty());
    stage.narration->pause(false);
    CHECK(stage.main.run_until([&] { return !stage.ends.empty(); }));
    CHECK(stage.ends == std::vector<bool>{true});
}

TEST_CASE("narration: what cannot be played ends soon, and is reported once", "[narration]") {
    const TempFolder folder;
    ::mkfifo((folder.path() / "pipe.ogg").c_str(), 0600);
    fs::create_directory(folder.path() / "folder.ogg");
    folder.write("text.ogg", "Hello. These are words, and no sound.\n");
    folder.write("cut.ogg", bytes_of(vorbis).substr(0, 3000));
    folder.write("garbled.ogg", garbled(bytes_of(vorbis)));
    REQUIRE(check_recording(folder.path() / "garbled.ogg"));
    Stage stage;
    for (const auto* name : {"pipe.ogg", "folder.ogg", "text.ogg", "cut.ogg", "garbled.ogg", "none.ogg"}) {
        CAPTURE(name);
        stage.ends.clear();
        stage.reports.clear();
        CHECK(stage.play(folder.path() / name) < 3s);
        CHECK(stage.play(folder.path() / name) < 3s);
        CHECK(stage.ends == std::vector<bool>{false, false});
        REQUIRE(stage.reports.size() == 1);
        CHECK(stage.reports[0].find(name) != std::string::npos);
    }
}

TEST_CASE("narration: without libmpv or a device nothing is played, and staff are told", "[narration]") {
    const bool library = GENERATE(true, false);
    Stage stage{{{"ao", "jack"}, {"jack-autostart", "no"}}, library ? "libmpv.so.2" : "libmpv-is-not-here.so"};
    CHECK(stage.play(opus) < 3s);
    CHECK(stage.ends == std::vector<bool>{false});
    REQUIRE(stage.reports.size() == 1);
    CHECK(stage.reports[0].find(library ? "device" : "install the package libmpv2") != std::string::npos);
}

TEST_CASE("narrated: a recording wins over the voice; where it cannot be played the voice says the words",
          "[narration]") {
    Log log;
    Stage stage;
    auto owned = std::make_unique<FakeVoice>(log);
    auto& fake = *owned;
    media::NarratedVoice voice{std::move(stage.narration), std::move(owned)};
    int ended = 0;
    const auto count = [&] { ++ended; };

    voice.begin({"recorded", "en", opus}, Speed::usual, count);
    CHECK(stage.main.run_until([&] { return ended == 1; }));
    CHECK(log.empty());

    voice.begin({"missing", "en", "/not/here.ogg"}, Speed::slower, count);
    CHECK(stage.main.run_until([&] { return !stage.reports.empty(); }));
    stage.main.run_for(50ms);
    CHECK(ended == 1);
    CHECK(fake.last_speed == Speed::slower);
    fake.finish();
    CHECK(ended == 2);

    voice.begin({"plain", "en"}, Speed::usual, count);
    fake.finish();
    CHECK(ended == 3);

    voice.begin({"missing", "en", "/not/here.ogg"}, Speed::usual, count);
    voice.pause(true);
    stage.main.run_for(200ms);
    CHECK(fake.paused);
    voice.stop();

    voice.begin({"missing", "en", "/not/here.ogg"}, Speed::usual, count);
    voice.begin({"new", "en"}, Speed::usual, count);  // before the old one has found out
    stage.main.run_for(200ms);
    fake.finish();
    CHECK(ended == 4);
    CHECK(log == Log{"said: missing", "said: plain", "cut off: missing", "said: new"});

    voice.set_volume(30);
    CHECK(fake.volume == 30);
    CHECK_FALSE(voice.can_say("tlh"));
    fake.is_available = false;
    CHECK_FALSE(voice.available());
}
