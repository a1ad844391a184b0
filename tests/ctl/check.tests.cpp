// `talkpointctl check`, the real program.
#include "catch.hpp"
#include "kiosk.hpp"
#include "translation.hpp"

#include <algorithm>

using namespace talkpoint::tests;
using Json = nlohmann::json;

namespace {

std::string in(const Kiosk& kiosk, const std::string& file) { return (kiosk.folder.path() / file).string(); }

void replace(const Kiosk& kiosk, const std::string& file, const std::string& what, const std::string& by) {
    auto text = text_of(kiosk.folder.path() / file);
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), by);
    kiosk.folder.write(file, text);
}

}  // namespace

TEST_CASE("the shipped configuration and content have no errors") {
    const auto ran = Kiosk::bare({"check", "--config", TALKPOINT_SOURCE "/kiosk_config/kiosk.toml"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.find("no errors") != std::string::npos);
}

TEST_CASE("a sound kiosk is sound") {
    const Kiosk kiosk;
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(ran.out == "1 pack, 1 message, 1 survey: no errors, no warnings\n");
    CHECK(ran.err.empty());
    CHECK_FALSE(std::filesystem::exists(kiosk.state()));
}

TEST_CASE("a recording that cannot be played is a warning: the voice says the words") {
    const Kiosk kiosk;
    replace(kiosk, "content/safety/messages/say-no.md", "audiences", "narration = \"audio/say-no.ogg\"\naudiences");
    kiosk.folder.write("content/safety/audio/say-no.ogg", "this is no sound");
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(says(ran, in(kiosk, "content/safety/audio/say-no.ogg") + ": warning: ", ""));
}

TEST_CASE("every problem is said at once, with file, line and what to do") {
    const Kiosk kiosk;
    replace(kiosk, "kiosk.toml", "[\"safe\"]", "[\"save\"]");
    replace(kiosk, "content/safety/messages/say-no.md", "audiences", "audience");
    replace(kiosk, "content/safety/surveys/safe.toml", "correct = [\"friend\"]", "correct = [\"fiend\"]");
    replace(kiosk, "content/safety/pack.toml", "authors",
            "picture = \"pictures/p.png\"\npicture_alt = \"A picture\"\nauthors");
    kiosk.folder.write("content/safety/pictures/p.png", "this is no picture");
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(says(ran, in(kiosk, "kiosk.toml") + ":5: ", "did you mean \"safe\"?"));
    CHECK(says(ran, in(kiosk, "content/safety/messages/say-no.md") + ":4: ", "audiences"));
    CHECK(says(ran, in(kiosk, "content/safety/surveys/safe.toml") + ":", "did you mean \"friend\"?"));
    CHECK(says(ran, in(kiosk, "content/safety/pictures/p.png") + ": ", ""));
    CHECK(ran.out.find(" errors, ") != std::string::npos);

    const auto json = Json::parse(kiosk.ctl({"check", "--json"}).out);
    CHECK(json["errors"] == std::ranges::count(ran.err, '\n'));
    CHECK(json["warnings"] == 0);
    CHECK(json["problems"].size() == json["errors"]);
    for (const auto& problem : json["problems"]) {
        CHECK(problem["severity"] == "error");
        CHECK(problem["path"].get<std::string>().starts_with(kiosk.folder.path().string()));
        CHECK(problem["line"].is_number_integer());
        CHECK_FALSE(problem["message"].get<std::string>().empty());
    }
}

TEST_CASE("warnings alone are no failure") {
    const Kiosk kiosk;
    replace(kiosk, "content/safety/messages/say-no.md", "2099-01-01", "2020-01-01");
    const auto ran = kiosk.ctl({"check"});
    CHECK(ran.exit_code == 0);
    CHECK(says(ran, in(kiosk, "content/safety/messages/say-no.md"), "warning: "));
    CHECK(ran.out == "1 pack, 1 message, 1 survey: no errors, 1 warning\n");
}

TEST_CASE("a path is a configuration, a pack, or a file of a pack of which only its own problems are said") {
    const Kiosk kiosk;
    replace(kiosk, "content/safety/messages/say-no.md", "audiences", "audience");
    replace(kiosk, "content/safety/surveys/safe.toml", "kind = \"choices\"", "kind = \"choises\"");
    const auto message = in(kiosk, "content/safety/messages/say-no.md");
    const auto survey = in(kiosk, "content/safety/surveys/safe.toml");

    const auto of_message = Kiosk::bare({"check", message});
    CHECK(of_message.exit_code == 3);
    CHECK(says(of_message, message + ":", ""));
    CHECK_FALSE(says(of_message, survey, ""));
    CHECK(of_message.out.starts_with("1 message: "));

    const auto of_survey = Kiosk::bare({"check", survey});
    CHECK(of_survey.exit_code == 3);
    CHECK(says(of_survey, survey + ":", "did you mean \"choices\"?"));
    CHECK_FALSE(says(of_survey, message, ""));

    const auto of_pack_file = Kiosk::bare({"check", in(kiosk, "content/safety/pack.toml")});
    CHECK(of_pack_file.exit_code == 0);

    const auto of_pack = Kiosk::bare({"check", in(kiosk, "content/safety")});
    CHECK(of_pack.exit_code == 3);
    CHECK(says(of_pack, message, ""));
    CHECK(says(of_pack, survey, ""));

    const auto of_both = Kiosk::bare({"check", message, survey, in(kiosk, "content/safety")});
    CHECK(std::ranges::count(of_both.err, '\n') == std::ranges::count(of_pack.err, '\n'));

    const auto of_config = Kiosk::bare({"check", kiosk.config()});
    CHECK(of_config.exit_code == 3);
    CHECK(says(of_config, message, ""));
}

TEST_CASE("the translations of a survey are read too, by themselves or with all the rest") {
    const Kiosk kiosk;
    const auto survey = in(kiosk, "content/safety/surveys/safe.toml");
    const auto french = kiosk.folder.write("content/safety/surveys/safe.fr.toml", a_translation).string();
    const auto sound = kiosk.ctl({"check"});
    CHECK(sound.out == "1 pack, 1 message, 1 survey, 1 translation: no errors, no warnings\n");
    CHECK(sound.exit_code == 0);

    replace(kiosk, "content/safety/surveys/safe.fr.toml", "title = ", "titel = ");
    replace(kiosk, "content/safety/surveys/safe.fr.toml", "nobody", "nobdy");
    replace(kiosk, "content/safety/messages/say-no.md", "audiences", "audience");
    for (const auto& words : {std::vector<std::string>{"check"}, {"check", french}}) {
        const auto ran = kiosk.ctl(words);
        INFO(ran.err);
        CHECK(ran.exit_code == 3);
        CHECK(says(ran, french + ":1: ", "did you mean \"title\"?"));
        CHECK(says(ran, french + ":8: ", "did you mean \"nobody\"?"));
        CHECK(says(ran, french + ": warning: ", "\"title\" is not translated"));
        CHECK(says(ran, in(kiosk, "content/safety/messages"), "") == (words.size() == 1));
    }
    CHECK(Kiosk::bare({"check", french}).out == "1 translation: 2 errors, 2 warnings\n");
    CHECK(Kiosk::bare({"check", survey}).out == "1 survey: no errors, no warnings\n");

    // Of a broken survey nobody has read it: then that is the answer.
    replace(kiosk, "content/safety/surveys/safe.toml", "kind = \"choices\"", "kind = \"choises\"");
    const auto of_broken = Kiosk::bare({"check", french});
    CHECK(of_broken.exit_code == 3);
    CHECK(says(of_broken, survey + ":", "did you mean \"choices\"?"));

    std::filesystem::remove(survey);
    const auto orphan = Kiosk::bare({"check", french});
    CHECK(orphan.exit_code == 0);
    CHECK(says(orphan, french + ": warning: ", "is a translation of \"safe.toml\", which is not here"));
}

TEST_CASE("what is not there, or cannot be used at all, is an error") {
    const Kiosk kiosk;
    CHECK(Kiosk::bare({"check", in(kiosk, "nowhere")}).exit_code == 3);
    CHECK(Kiosk::bare({"check", "--config", in(kiosk, "nowhere.toml")}).exit_code == 3);
    CHECK(Kiosk::bare({"check", in(kiosk, "content")}).exit_code == 3);
    kiosk.folder.write("content/safety/pack.toml", "id = 7\n");
    const auto of_message = Kiosk::bare({"check", in(kiosk, "content/safety/messages/say-no.md")});
    CHECK(of_message.exit_code == 3);
    CHECK(says(of_message, in(kiosk, "content/safety/pack.toml"), ""));
    kiosk.folder.write("kiosk.toml", "[content\n");
    const auto of_config = kiosk.ctl({"check"});
    CHECK(of_config.exit_code == 3);
    CHECK(says(of_config, kiosk.config() + ":1: ", ""));
}

TEST_CASE("two packs with one survey of the same name could not be told apart") {
    const Kiosk kiosk;
    std::filesystem::copy(kiosk.folder.path() / "content/safety", kiosk.folder.path() / "content/second",
                          std::filesystem::copy_options::recursive);
    replace(kiosk, "content/second/pack.toml", "\"safety\"", "\"second\"");
    replace(kiosk, "kiosk.toml", "[\"safety\"]", "[\"safety\", \"second\"]");
    const auto ran = kiosk.ctl({"check"});
    CHECK(ran.exit_code == 3);
    CHECK(says(ran, kiosk.config(), "two packs"));
}
