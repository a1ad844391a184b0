// Films in time: pictures that stand long, pictures that do not come, and words that come with them.
#include "catch.hpp"

#include "film_stage.hpp"
#include "media/film_file.hpp"
#include "pack/web_vtt.hpp"

#include <chrono>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

TEST_CASE("film: pictures that stand for seconds, as the file has it, are no fault; nor is sound that goes on",
          "[film]") {
    for (const auto* name : {"stills.mp4", "gap.webm", "long-sound.webm"}) {
        CAPTURE(name);
        CHECK(media::probe_film(films / name));
    }
    Stage stills, gap, sound;  // beside each other
    stills.film->begin(Stage::request(films / "stills.mp4"));
    gap.film->begin(Stage::request(films / "gap.webm"));
    auto heard = Stage::request(films / "long-sound.webm");
    heard.sound = true;
    sound.film->begin(heard);
    const auto start = std::chrono::steady_clock::now();
    const auto passed = [&](Millis time) {
        while (std::chrono::steady_clock::now() - start < time)
            for (auto* stage : {&stills, &gap, &sound}) stage->main.run_for(20ms);
    };
    passed(3700ms);
    for (auto* stage : {&stills, &gap, &sound}) CHECK(stage->state() == State::showing);
    passed(7s);
    INFO(complaint(stills.film->now()) << complaint(gap.film->now()) << complaint(sound.film->now()));
    CHECK(stills.state() == State::showing);
    CHECK(std::set(stills.lumas.begin(), stills.lumas.end()).size() == 2);
    CHECK(gap.state() == State::showing);
    CHECK(gap.lumas.back() > 60);  // those after the gap
    CHECK(sound.state() == State::ended);
    passed(9500ms);
    INFO(complaint(stills.film->now()));
    CHECK(stills.state() == State::ended);
    CHECK(sound.play(films / "long-sound.webm").state == State::ended);  // without its sound
}

TEST_CASE("film: one whose pictures do not come when they are due is broken after three seconds, and said to be late",
          "[film]") {
    Stage stage{Film::Pace::own, {{"ao", "null"}, {"speed", "0.01"}}};  // the next is due in ten seconds
    const auto start = std::chrono::steady_clock::now();
    const auto end = stage.play(films / "steps.webm");
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(end.state == State::broken);
    CHECK(end.late);
    CHECK_THAT(complaint(end), ContainsSubstring("shows no new picture for three seconds; "));
    CHECK(took > 3s);
    CHECK(took < 8s);  // and not for ten
    CHECK_FALSE(stage.play(films / "mpeg4.mkv").late);
}

TEST_CASE("film: the captions that it brings itself", "[film]") {
    Stage stage;
    std::set<std::string> words;
    stage.film->begin(Stage::request(films / "words.webm"));
    CHECK(stage.main.run_until([&] {
        words.insert(stage.film->now().words);
        return stage.is_over();
    }));
    CHECK(words.contains("First words"));
    CHECK(words.contains("Second words"));

    std::string longest;
    stage.film->begin(Stage::request(films / "long-words.webm"));
    CHECK(stage.main.run_until([&] {
        if (const auto now = stage.film->now().words; now.size() > longest.size()) longest = now;
        return stage.is_over();
    }));
    CHECK_THAT(longest, StartsWith("Tom & Ann say: word0 word1 "));
    CHECK_THAT(longest, EndsWith("…"));
    CHECK(longest.size() <= pack::max_cue_characters + 2);  // its last character has three bytes
}
