// The arbiter, over a voice that does as it is told and over the one that writes.
#include "catch.hpp"

#include "media/sound.hpp"
#include "media/written_voice.hpp"
#include "voices.hpp"

#include <sstream>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using media::Utterance;

namespace {

Utterance words(std::string text) { return {std::move(text), "en"}; }

/// A Sound, and what is needed to see what it does, whatever the voice.
struct Stage {
    Log fake_log;
    std::shared_ptr<std::ostringstream> written = std::make_shared<std::ostringstream>();
    FakeVoice* fake = nullptr;
    base::Millis now{1000};
    std::unique_ptr<media::Sound> sound;

    explicit Stage(bool with_fake) {
        if (with_fake) {
            auto voice = std::make_unique<FakeVoice>(fake_log);
            fake = voice.get();
            sound = std::make_unique<media::Sound>(std::move(voice));
        } else {
            sound = std::make_unique<media::Sound>(std::make_unique<media::WrittenVoice>(written));
        }
    }
    /// The utterance that is being said comes to its end.
    void finish() {
        if (fake) {
            fake->finish();
            return;
        }
        sound->tick(now);
        if (const auto due = sound->next_due()) now = *due;
        sound->tick(now);
    }
    [[nodiscard]] Log log() const {
        if (fake) return fake_log;
        Log out;
        std::istringstream lines{written->str()};
        for (std::string line; std::getline(lines, line);) {
            std::istringstream fields{line};
            std::string time, language, how, text;
            std::getline(fields, time, '\t');
            std::getline(fields, language, '\t');
            std::getline(fields, how, '\t');
            std::getline(fields, text, '\t');
            out.push_back(how + ": " + text);
        }
        return out;
    }
    [[nodiscard]] std::string speaking() const { return sound->speaking() ? sound->speaking()->text : "(nothing)"; }
};

}  // namespace

TEST_CASE("sound: what waits is said in order, each once, and then there is silence") {
    Stage stage{GENERATE(true, false)};
    CHECK(stage.speaking() == "(nothing)");
    stage.sound->read({words("one"), words("two")});
    stage.sound->add(words("three"));
    CHECK(stage.speaking() == "one");
    stage.finish();
    CHECK(stage.speaking() == "two");
    stage.finish();
    CHECK(stage.speaking() == "three");
    stage.finish();
    CHECK(stage.speaking() == "(nothing)");
    stage.finish();
    CHECK(stage.log() == Log{"said: one", "said: two", "said: three"});
    stage.sound->add(words("four"));
    CHECK(stage.speaking() == "four");
    stage.finish();
    CHECK(stage.log().back() == "said: four");
}

TEST_CASE("sound: what is new ends what was before, and what waited") {
    Stage stage{GENERATE(true, false)};
    stage.sound->read({words("one"), words("two")});
    stage.sound->read({words("three")});
    CHECK(stage.speaking() == "three");
    stage.sound->read({words("three")});  // again, from its beginning
    stage.finish();
    stage.finish();
    CHECK(stage.speaking() == "(nothing)");
    CHECK(stage.log() == Log{"cut off: one", "cut off: three", "said: three"});
    stage.sound->read({words("four")});
    stage.sound->read({});
    CHECK(stage.speaking() == "(nothing)");
    CHECK(stage.log().back() == "cut off: four");
}

TEST_CASE("sound: stop is silence, and nothing follows") {
    Stage stage{GENERATE(true, false)};
    stage.sound->stop();
    CHECK(stage.log().empty());
    stage.sound->read({words("one"), words("two")});
    stage.sound->stop();
    stage.sound->stop();
    CHECK(stage.speaking() == "(nothing)");
    stage.finish();
    CHECK(stage.speaking() == "(nothing)");
    CHECK(stage.log() == Log{"cut off: one"});
}

TEST_CASE("sound: its end is silence") {
    Stage stage{GENERATE(true, false)};
    stage.sound->read({words("one"), words("two")});
    stage.sound.reset();
    CHECK(stage.log() == Log{"cut off: one"});
}

TEST_CASE("sound: a pause holds what is being said and no more") {
    Stage stage{GENERATE(true, false)};
    auto& sound = *stage.sound;
    sound.pause(true);
    CHECK_FALSE(sound.paused());  // there is nothing to hold
    sound.read({words("one"), words("two")});
    sound.pause(true);
    CHECK(sound.paused());
    CHECK(stage.speaking() == "one");
    sound.add(words("three"));
    CHECK(sound.paused());
    sound.pause(false);
    CHECK_FALSE(sound.paused());
    stage.finish();
    CHECK(stage.speaking() == "two");
    sound.pause(true);
    sound.read({words("four")});
    CHECK_FALSE(sound.paused());
    sound.pause(true);
    sound.stop();
    CHECK_FALSE(sound.paused());
    CHECK(stage.log() == Log{"said: one", "cut off: two", "cut off: four"});
}

TEST_CASE("sound: what has nothing to say is left out, but not what has a recording") {
    Stage stage{GENERATE(true, false)};
    stage.sound->add(words(""));
    CHECK(stage.speaking() == "(nothing)");
    stage.sound->read({words(" \n"), words("one"), words(""), {"", "en", "/a.ogg"}});
    CHECK(stage.speaking() == "one");
    stage.finish();
    REQUIRE(stage.sound->speaking());
    CHECK(stage.sound->speaking()->recording == "/a.ogg");
}

TEST_CASE("sound: a pause in the very moment of an end holds what follows") {
    Stage stage{true};
    stage.sound->read({words("one"), words("two")});
    stage.sound->pause(true);
    stage.fake->finish();
    CHECK(stage.speaking() == "two");
    CHECK(stage.sound->paused());
    CHECK(stage.fake->paused);
    stage.fake->finish();
    CHECK_FALSE(stage.sound->paused());
}

TEST_CASE("sound: volume at once and within its bounds, speed from the next utterance on") {
    Stage stage{true};
    CHECK(stage.fake->volume == media::usual_volume);
    for (const auto& [wanted, had] : {std::pair{80, 80}, {0, 10}, {-1, 10}, {1000, 100}}) {
        stage.sound->set_volume(wanted);
        CHECK(stage.fake->volume == had);
    }
    stage.sound->read({words("one"), words("two")});
    stage.sound->set_speed(media::Speed::slower);
    CHECK(stage.fake->last_speed == media::Speed::usual);
    stage.finish();
    CHECK(stage.fake->last_speed == media::Speed::slower);
    CHECK(media::gain_of(100) == 1);
    CHECK(media::gain_of(50) == Approx(0.25));
    CHECK(media::gain_of(0) == media::gain_of(10));
}

TEST_CASE("sound: reads what the voice can say while there is one") {
    Stage stage{true};
    CHECK(stage.sound->can_read("en"));
    CHECK_FALSE(stage.sound->can_read("tlh"));
    stage.fake->is_available = false;
    CHECK_FALSE(stage.sound->can_read("en"));
    CHECK_FALSE(stage.sound->available());
}

TEST_CASE("sound: a film gives way to the voice, before a word is heard, and goes on after the last") {
    Stage stage{GENERATE(true, false)};
    std::vector<bool> told;
    const auto film = [&](bool may) {
        told.push_back(may);
        if (stage.fake) CHECK(stage.fake->is_silent());
    };
    stage.sound->begin_film(film);
    CHECK(told == std::vector<bool>{true});
    stage.sound->read({words("one"), words("two")});
    CHECK(told == std::vector<bool>{true, false});
    stage.finish();
    stage.sound->add(words("three"));
    stage.finish();
    CHECK(told == std::vector<bool>{true, false});
    stage.finish();
    CHECK(told == std::vector<bool>{true, false, true});
    stage.sound->read({words("four")});
    stage.sound->read({words("five")});  // without a moment of the film between
    stage.sound->pause(true);
    CHECK(told == std::vector<bool>{true, false, true, false});
    stage.sound->stop();
    CHECK(told == std::vector<bool>{true, false, true, false, true});
    stage.sound->read({words(" ")});
    CHECK(told.size() == 5);
}

TEST_CASE("sound: a film that begins while something is said waits for its end; one that is over is told nothing") {
    Stage stage{GENERATE(true, false)};
    std::vector<bool> first, second;
    stage.sound->read({words("one")});
    stage.sound->begin_film([&](bool may) { first.push_back(may); });
    CHECK(first == std::vector<bool>{false});
    stage.sound->begin_film([&](bool may) { second.push_back(may); });
    stage.finish();
    CHECK(first == std::vector<bool>{false});
    CHECK(second == std::vector<bool>{false, true});
    stage.sound->end_film();
    stage.sound->end_film();
    stage.sound->read({words("two")});
    CHECK(second == std::vector<bool>{false, true});
}
