// Films: what libmpv makes of good ones, and what becomes of all others.
#include "catch.hpp"

#include "film_stage.hpp"
#include "media/film_file.hpp"
#include "support.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

std::ptrdiff_t entries_of(const char* folder) {
    return std::distance(fs::directory_iterator{folder}, fs::directory_iterator{});
}

}  // namespace

TEST_CASE("film: it plays to its end, in its time, frame by frame", "[film]") {
    for (const auto* name : {"steps.webm", "steps.mp4", "vp8.webm", "no-length.webm"}) {
        CAPTURE(name);
        Stage stage;
        const auto start = std::chrono::steady_clock::now();
        const auto end = stage.play(films / name);
        const auto took = std::chrono::steady_clock::now() - start;
        INFO(complaint(end));
        CHECK(end.state == State::ended);
        CHECK(took >= 1800ms);
        CHECK(took < 10s);
        CHECK(stage.frame.width() == 320);
        CHECK(stage.frame.height() == 180);
        CHECK(stage.lumas.size() >= 5);  // of 20; a machine that is busy leaves some out
        CHECK(std::ranges::is_sorted(stage.lumas));
        CHECK(stage.lumas.front() < 60);
        CHECK(stage.lumas.back() > 180);
        CHECK(stage.frame.rgba()[3] == 255);
        CHECK(std::ranges::count(stage.frame.rgba(), 255) >= 320 * 180);
    }
}

TEST_CASE("film: with sound and without a device it plays all the same", "[film]") {
    Stage stage{Film::Pace::own, {{"audio-device", "alsa/none-such"}}};
    auto request = Stage::request(films / "steps.webm");
    request.sound = true;
    stage.film->begin(request);
    CHECK(stage.main.run_until([&] { return stage.is_over(); }));
    CHECK(stage.state() == State::ended);
}

TEST_CASE("film: sound is heard as loud as was asked, and none without", "[film]") {
    const TempFolder folder;
    const auto loudest = [&](bool sound, int volume) {
        const auto out = folder.path() / ("out" + std::to_string(volume) + ".wav");
        Stage stage{
            Film::Pace::own,
            {{"ao", "pcm"}, {"ao-pcm-file", out.string()}, {"audio-format", "s16"}, {"audio-channels", "mono"}}};
        auto request = Stage::request(films / "steps.webm");
        request.sound = sound;
        request.volume = volume;
        stage.film->begin(request);
        CHECK(stage.main.run_until([&] { return stage.is_over(); }));
        stage.film.reset();
        const auto wav = bytes_of(out);
        int most = 0;
        for (std::size_t i = 80; i + 1 < wav.size(); i += 2) {
            const auto low = static_cast<unsigned char>(wav[i]);
            most = std::max(most, std::abs(static_cast<signed char>(wav[i + 1]) * 256 + low));
        }
        return most;
    };
    const int loud = loudest(true, 100), soft = loudest(true, 50);
    CHECK(loud > 200);
    CHECK(loud == Approx(4 * soft).epsilon(0.15));
    CHECK(loudest(false, 90) == 0);
}

TEST_CASE("film: by steps it shows the frame of a time, the same each time", "[film]") {
    for (const auto* name : {"steps.webm", "steps.mp4", "no-length.webm"}) {
        CAPTURE(name);
        Stage stage{Film::Pace::by_steps};
        stage.film->begin(Stage::request(films / name));
        CHECK(stage.film->pending() == 1);
        stage.wait_for_frame();
        REQUIRE(stage.lumas.size() == 1);
        const int first = stage.lumas[0], half = stage.luma_at(1000), near_end = stage.luma_at(1900);
        CHECK(first < 10);
        CHECK(half == Approx(116).margin(14));
        CHECK(near_end == Approx(221).margin(14));
        CHECK(stage.luma_at(500) < half);
        CHECK(stage.luma_at(1000) == half);
        CHECK(stage.luma_at(1900) == near_end);
        CHECK(stage.luma_at(60'000) == near_end);  // beyond its end: the last
        CHECK(stage.luma_at(0) == first);
        stage.film->show(Millis{0});  // which is there
        CHECK(stage.film->pending() == 0);
        CHECK(stage.state() == State::showing);
        stage.film->resize(160, 320);
        stage.wait_for_frame();
        CHECK(stage.frame.width() == 160);
        CHECK(stage.frame.height() == 90);
    }
}

TEST_CASE("film: paused it stands still and is not late; it goes on where it was", "[film]") {
    Stage stage;
    stage.film->begin(Stage::request(films / "steps.webm"));
    CHECK(stage.main.run_until([&] { return stage.lumas.size() >= 3; }));
    stage.film->pause(true);
    stage.main.run_for(300ms);
    const auto frames = stage.lumas.size();
    stage.main.run_for(3500ms);
    CHECK(stage.lumas.size() == frames);
    CHECK(stage.state() == State::showing);
    stage.film->resize(160, 160);  // while it stands still, too
    CHECK(stage.main.run_until([&] { return stage.frame.width() == 160; }));
    stage.film->pause(false);
    CHECK(stage.main.run_until([&] { return stage.is_over(); }));
    CHECK(stage.state() == State::ended);
    CHECK(std::ranges::is_sorted(stage.lumas));
}

TEST_CASE("film: stop is at once, and nothing is told of it", "[film]") {
    Stage stage;
    stage.film->stop();
    stage.film->begin(Stage::request(films / "steps.webm"));
    CHECK(stage.main.run_until([&] { return stage.lumas.size() >= 2; }));
    const auto start = std::chrono::steady_clock::now();
    stage.film->stop();
    CHECK(std::chrono::steady_clock::now() - start < 500ms);  // not for the second and a half that is left of it
    CHECK(stage.state() == State::none);
    const auto frames = stage.lumas.size();
    stage.main.run_for(400ms);
    CHECK(stage.lumas.size() == frames);
    CHECK(stage.state() == State::none);
    stage.film.reset();
    CHECK(std::chrono::steady_clock::now() - start < 2s);
}

TEST_CASE("film: what is no film that may be played is said, with what to do", "[film]") {
    const TempFolder folder;
    ::mkfifo((folder.path() / "pipe.webm").c_str(), 0600);
    fs::create_directory(folder.path() / "folder.webm");
    folder.write("text.webm", "Hello. These are words, and no film.\n");
    folder.write("list.webm", "#EXTM3U\nhttp://127.0.0.1:9/a.webm\n");
    folder.write("empty.webm", "");
    folder.write("large.webm", "\x1a\x45\xdf\xa3");
    fs::resize_file(folder.path() / "large.webm", media::max_film_bytes + 1);
    folder.write("zeros.webm", std::string{"\x1a\x45\xdf\xa3"} + std::string(100'000, '\0'));
    folder.write("atoms.mp4", std::string{"\0\0\0\x18"
                                          "ftypisom",
                                          12} +
                                  std::string(100'000, '\x7f'));
    const std::vector<std::pair<fs::path, std::string>> all{{folder.path() / "none.webm", "no such film"},
                                                            {folder.path() / "pipe.webm", "is no file"},
                                                            {folder.path() / "folder.webm", "is no file"},
                                                            {folder.path() / "text.webm", "neither WebM nor MP4"},
                                                            {folder.path() / "list.webm", "neither WebM nor MP4"},
                                                            {folder.path() / "empty.webm", "neither WebM nor MP4"},
                                                            {folder.path() / "large.webm", "larger than 500 MB"},
                                                            {folder.path() / "zeros.webm", "cannot be played"},
                                                            {folder.path() / "atoms.mp4", "cannot be played"},
                                                            {films / "eleven-minutes.webm", "longer than ten minutes"},
                                                            {films / "too-wide.webm", "cannot be played"},
                                                            {films / "mpeg4.mkv", "holds pictures as mpeg4"},
                                                            {films / "sound-only.webm", "holds no picture"}};
    Stage stage;
    for (const auto& [file, why] : all) {
        CAPTURE(file);
        const auto end = stage.play(file);
        CHECK(end.state == State::broken);
        REQUIRE(end.error);
        CHECK_THAT(end.error->message, ContainsSubstring(why) && ContainsSubstring("; "));
        CHECK(end.error->place == file.string());
    }
    // And it still plays what can be played.
    CHECK(stage.play(films / "steps.webm").state == State::ended);
}

TEST_CASE("film: cut at many lengths it is broken, or was almost whole", "[film]") {
    const TempFolder folder;
    for (const auto* name : {"steps.webm", "steps.mp4"}) {
        const auto whole = bytes_of(films / name);
        REQUIRE(whole.size() > 4000);
        Stage stage{Film::Pace::own, {{"ao", "null"}, {"speed", "20"}}};
        for (std::size_t i = 0; i < 16; ++i) {
            const auto length = whole.size() * i / 16;
            CAPTURE(name, length);
            const auto end = stage.play(folder.write(joined("cut-", name), whole.substr(0, length)));
            INFO(complaint(end));
            if (length < whole.size() * 3 / 4) CHECK(end.state == State::broken);
            if (end.state == State::broken) CHECK(end.error->message.find("; ") != std::string::npos);
        }
    }
}

TEST_CASE("film: one that goes on beyond the length that it gives is ended there", "[film]") {
    const TempFolder folder;
    auto endless = bytes_of(films / "eleven-minutes.webm");
    const auto duration = endless.find("\x44\x89\x88");  // of the header: eight bytes of a number follow
    REQUIRE(duration != std::string::npos);
    endless.replace(duration + 3, 8, std::string{"\x40\x9f\x40\0\0\0\0\0", 8});  // 2000.0 ms
    Stage stage;
    const auto start = std::chrono::steady_clock::now();
    const auto end = stage.play(folder.write("endless.webm", endless));
    INFO(complaint(end));
    CHECK(end.state == State::ended);
    CHECK(end.length == 2000ms);
    CHECK(std::chrono::steady_clock::now() - start < 9s);
}

TEST_CASE("film: with bytes turned it ends, one way or the other", "[film]") {
    const TempFolder folder;
    Stage stage{Film::Pace::own, {{"ao", "null"}, {"speed", "20"}}};
    for (const auto* name : {"steps.webm", "steps.mp4"}) {
        const auto whole = bytes_of(films / name);
        for (std::size_t i = 0; i < 16; ++i) {
            auto turned = whole;
            for (std::size_t at = i * 7; at < turned.size(); at += 97 + i)
                turned[at] = static_cast<char>(turned[at] ^ (1 << (at % 8)));
            (void)stage.play(folder.write(joined("turned-", name), turned));
            CHECK(stage.is_over());
        }
    }
}

TEST_CASE("film: without libmpv none is shown, and that is said", "[film]") {
    Stage stage{Film::Pace::own, nowhere, "libnone-such.so.1"};
    const auto end = stage.play(films / "steps.webm");
    CHECK(end.state == State::broken);
    CHECK(end.error->kind == base::ErrorKind::unsupported);
    CHECK_THAT(end.error->text(), ContainsSubstring("libmpv2"));
}

TEST_CASE("film: thirty, one after the other and cut off, leave nothing behind", "[film]") {
    Stage stage;
    (void)stage.play(films / "steps.webm");
    const auto threads = entries_of("/proc/self/task"), handles = entries_of("/proc/self/fd");
    for (int i = 0; i < 30; ++i) {
        stage.film->begin(Stage::request(films / (i % 2 ? "steps.webm" : "steps.mp4")));
        if (i % 3 == 0) stage.main.run_for(30ms);
        if (i % 5 == 0) stage.film->stop();
    }
    CHECK(stage.play(films / "words.webm").state == State::ended);
    const auto back = [&] {
        return entries_of("/proc/self/task") <= threads && entries_of("/proc/self/fd") <= handles;
    };
    stage.main.run_for(5s, back);
    CHECK(back());
}

TEST_CASE("film: what is in one", "[film]") {
    const auto facts = media::probe_film(films / "steps.webm");
    REQUIRE(facts);
    CHECK(facts->width == 96);
    CHECK(facts->height == 54);
    CHECK(facts->length.count() == Approx(2000).margin(50));
    CHECK(facts->picture == "vp9");
    CHECK(facts->sound == "opus");
    CHECK_FALSE(facts->own_words);
    CHECK(media::probe_film(films / "words.webm").value().own_words);
    CHECK(media::probe_film(films / "steps.mp4").value().picture == "h264");
    const TempFolder folder;
    const auto cut = media::probe_film(folder.write("cut.webm", bytes_of(films / "steps.webm").substr(0, 3000)));
    REQUIRE_FALSE(cut);
    CHECK_THAT(cut.error().message, ContainsSubstring("is cut short or broken, with 3000 of 5964 bytes; "));
    CHECK_FALSE(media::probe_film(films / "mpeg4.mkv"));
    CHECK_FALSE(media::probe_film(films / "none.webm"));
}
