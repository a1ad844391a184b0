#include "catch.hpp"

#include "media/written_voice.hpp"

#include <sstream>

using namespace talkpoint;
using base::Millis;
using media::Sound;
using media::Speed;
using media::Utterance;

namespace {

struct Written {
    std::shared_ptr<std::ostringstream> out = std::make_shared<std::ostringstream>();
    Sound sound;

    explicit Written(std::vector<std::string> languages = {})
        : sound(std::make_unique<media::WrittenVoice>(out, std::move(languages))) {}
    [[nodiscard]] std::string text() const { return out->str(); }
};

const std::string fourteen = "fourteen chars";

}  // namespace

TEST_CASE("written: a second for fourteen characters, and for nine where it is slower") {
    Written written;
    written.sound.tick(Millis{5000});
    written.sound.read({{fourteen, "en"}, {"dziewięć!", "pl"}});
    written.sound.set_speed(Speed::slower);
    CHECK(written.sound.next_due() == Millis{5000});  // it wants to be ticked once
    written.sound.tick(Millis{6000});
    CHECK(written.sound.next_due() == Millis{7000});
    written.sound.tick(Millis{6999});
    CHECK(written.text().empty());
    written.sound.tick(Millis{7000});
    CHECK(written.text() == "6.000\ten\tsaid\tfourteen chars\n");
    CHECK(written.sound.next_due() == Millis{8000});  // nine characters, not ten bytes
    written.sound.tick(Millis{7999});
    REQUIRE(written.sound.speaking());
    written.sound.stop();
    CHECK(written.text() == "6.000\ten\tsaid\tfourteen chars\n7.000\tpl\tcut off\tdziewięć!\n");
    CHECK_FALSE(written.sound.next_due());
}

TEST_CASE("written: one step of the clock over several utterances gives each its own time") {
    Written written;
    written.sound.read({{fourteen, "en"}, {fourteen, "en"}, {fourteen, "en"}});
    written.sound.tick(Millis{0});
    written.sound.tick(Millis{2500});
    CHECK(written.text() == "0.000\ten\tsaid\tfourteen chars\n1.000\ten\tsaid\tfourteen chars\n");
    CHECK(written.sound.next_due() == Millis{3000});
}

TEST_CASE("written: a pause takes no time off what is left") {
    Written written;
    written.sound.read({{fourteen, "en"}});
    written.sound.tick(Millis{0});
    written.sound.tick(Millis{400});
    written.sound.pause(true);
    CHECK_FALSE(written.sound.next_due());
    written.sound.tick(Millis{60'000});
    written.sound.pause(false);
    CHECK(written.sound.next_due() == Millis{60'600});
    written.sound.tick(Millis{60'599});
    CHECK(written.text().empty());
    written.sound.tick(Millis{60'600});
    CHECK(written.text() == "0.000\ten\tsaid\tfourteen chars\n");
}

TEST_CASE("written: a line stays a line, and an utterance takes some time") {
    Written written;
    written.sound.read({{"one\ntwo\tthree\r", "en"}, {"a", "en"}});
    written.sound.tick(Millis{0});
    written.sound.tick(Millis{1000});
    CHECK(written.text() == "0.000\ten\tsaid\tone two three \n");
    CHECK(written.sound.next_due() == Millis{1072});
}

TEST_CASE("written: languages are all, or those of the list with their regions") {
    CHECK(Written{}.sound.can_read("pl"));
    const Written some{{"en", "pt-BR"}};
    CHECK(some.sound.can_read("en"));
    CHECK(some.sound.can_read("en-GB"));
    CHECK(some.sound.can_read("pt-BR"));
    CHECK_FALSE(some.sound.can_read("pt"));
    CHECK_FALSE(some.sound.can_read("enm"));
    CHECK_FALSE(some.sound.can_read(""));
}

TEST_CASE("written: what is begun in the end of another is its successor") {
    const auto out = std::make_shared<std::ostringstream>();
    media::WrittenVoice voice{out};
    int ended = 0;
    voice.begin({fourteen, "en"}, Speed::usual, [&] {
        ++ended;
        voice.begin({"b", "en"}, Speed::usual, [&] { ended += 10; });
        voice.begin({"c", "en"}, Speed::usual, [&] { ended += 100; });
    });
    CHECK(ended == 0);
    voice.tick(Millis{0});
    voice.tick(Millis{1000});
    CHECK(ended == 1);
    voice.tick(Millis{2000});
    CHECK(ended == 101);
    CHECK(out->str() == "0.000\ten\tsaid\tfourteen chars\n1.000\ten\tcut off\tb\n1.000\ten\tsaid\tc\n");
}
