// `talkpointctl check` of words to avoid, and of messages for the whole room, the real program.
#include "catch.hpp"
#include "spoiled.hpp"
#include "translation.hpp"

using namespace talkpoint::tests;

namespace {

constexpr auto list = R"([[term]]
avoid = ["victim", "naughty"]
better = "someone who was hurt"
why = "people are more"
[[term]]
avoid = ["disclosure"]
better = "telling"
why = "people tell"
audiences_may = ["professional"]
[room]
words = ["drugs"]
)";

const std::string message = "content/safety/messages/say-no.md", survey = "content/safety/surveys/safe.toml";

class Terms : public Spoiled {
  public:
    Terms() { folder.write("content/terms.toml", list); }
};

}  // namespace

TEST_CASE("check: a word to avoid is a warning on its line, with a better one") {
    const Terms kiosk;
    kiosk.is_sound();
    kiosk.replace(message, "You may say no.", "You may say no.\n\nNo\n**victim** is to blame.");
    kiosk.has_only(kiosk.in(message) + ":11: warning: \"victim\" is a word to avoid: people are more; say ",
                   "say \"someone who was hurt\"");
    const auto alone = Kiosk::bare({"check", kiosk.in(message)});
    CHECK(says(alone, kiosk.in(message) + ":11: warning: \"victim\"", ""));
    CHECK(alone.out == "1 message: no errors, 1 warning\n");
}

TEST_CASE("check: words to avoid are found in every file that people read, and in descriptions of pictures") {
    struct Case {
        std::string file, what, by;
        int line;
    };
    const std::string svg = "content/safety/pictures/p.svg";
    for (const auto& [file, what, by, line] :
         {Case{"content/safety/pack.toml", "Being safe", "A victim", 3},
          Case{"content/safety/help.toml", "In danger", "A Victim", 4}, Case{message, "Say no", "Naughty", 2},
          Case{survey, "Tell somebody", "A victim", 12}, Case{survey, "A friend, or two", "Naughty", 10},
          Case{message, "You may say no.\n", "You may say no.\n\n![A naughty cat](pictures/p.svg)\n", 10},
          Case{survey, "intro = ", "picture = \"pictures/p.svg\"\npicture_alt = \"A victim\"\nintro = ", 5}}) {
        INFO(file << by);
        const Terms kiosk;
        if (by.find("p.svg") != std::string::npos)
            kiosk.folder.write(svg,
                               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" "
                               "height=\"9\"/><rect width=\"5\" height=\"5\" fill=\"#fff\"/></svg>");
        kiosk.replace(file, what, by);
        kiosk.has_only(kiosk.in(file) + ":" + std::to_string(line) + ": warning: \"", "is a word to avoid");
    }
}

TEST_CASE("check: Easy Read is English; other languages, quoted words and a professional's terms are let be") {
    const Terms kiosk;
    kiosk.replace(message, "You may say no.", "Not “a victim”. You may say no: disclosure.");
    kiosk.replace(message, "[\"adult\"]", "[\"professional\"]");
    kiosk.is_sound();
    kiosk.replace(message, "[\"professional\"]", "[\"professional\", \"adult\"]");
    kiosk.has_only(kiosk.in(message) + ":8: warning: \"disclosure\" is a word to avoid", "say \"telling\"");
    kiosk.replace(message, ": disclosure", "");

    const auto translate = [&](const std::string& language, const std::string& words) {
        return kiosk.folder
            .write("content/safety/messages/say-no." + language + ".md",
                   "+++\nreviewed = true\ntitle = \"T\"\nsummary = \"S\"\n+++\n" + words + "\n")
            .string();
    };
    const auto easy = translate("easy", "A victim."), polish = translate("pl", "A victim.");
    const auto ran = Kiosk::bare({"check", kiosk.pack()});
    CHECK(says(ran, easy + ":6: warning: \"victim\" is a word to avoid", ""));
    CHECK_FALSE(says(ran, polish, "is a word to avoid"));
}

TEST_CASE("check: the list itself is checked, and where there is none nothing is found") {
    const Terms kiosk;
    kiosk.replace("content/terms.toml", "naughty\"]", "naughty\"]\nsafe = [\"Victim Support\"]");
    kiosk.has_only(kiosk.in("content/terms.toml") + ":3: unknown key \"safe\"", "did you mean \"save\"?", 3);
    const auto alone = Kiosk::bare({"check", kiosk.in("content/terms.toml")});
    CHECK(alone.exit_code == 3);
    CHECK(says(alone, kiosk.in("content/terms.toml") + ":3: ", "unknown key"));

    std::filesystem::remove(kiosk.in("content/terms.toml"));
    kiosk.replace(message, "You may say no.", "A victim.");
    kiosk.is_sound();
}

TEST_CASE("check: what plays to the whole room names nothing that small children should not meet") {
    const Terms kiosk;
    kiosk.replace(message, "audiences", "attract = true\naudiences");
    kiosk.is_sound();
    kiosk.replace(message, "You may say no.", "You may say no to drugs.");  // only on its pages
    kiosk.is_sound();
    kiosk.replace(message, "You may say no\"", "“Drugs”? No\"");
    kiosk.has_only(kiosk.in(message) + ":3: warning: \"Drugs\" is not for a screen that plays to the whole room; ",
                   "attract = true");
    kiosk.replace(message, "attract = true", "attract = false");
    kiosk.is_sound();
}

TEST_CASE("check: a translation of what plays to the whole room is looked at with the words of its language") {
    const Terms kiosk;
    kiosk.replace(message, "audiences", "attract = true\naudiences");
    kiosk.replace("content/terms.toml", "[room]", "[room.pl]\nwords = [\"narkotyki\"]\n[room]");
    for (const auto* language : {"pl", "easy"})
        kiosk.folder.write(std::string{"content/safety/messages/say-no."} + language + ".md",
                           "+++\nreviewed = true\ntitle = \"Drugs\"\nsummary = \"Narkotyki\"\n+++\nA\n");
    const auto ran = Kiosk::bare({"check", kiosk.pack()});
    INFO(ran.err);
    CHECK(says(ran, kiosk.in("content/safety/messages/say-no.pl.md") + ":4: warning: \"Narkotyki\" is not for a", ""));
    CHECK(says(ran, kiosk.in("content/safety/messages/say-no.easy.md") + ":3: warning: \"Drugs\" is not for a", ""));
    CHECK_FALSE(says(ran, kiosk.in("content/safety/messages/say-no.pl.md") + ":3: warning: \"", "is not for a"));
}

TEST_CASE("check: a message for professionals alone does not play to the whole room") {
    const Terms kiosk;
    kiosk.replace(message, "audiences = [\"adult\"]", "audiences = [\"professional\"]\nattract = true");
    kiosk.has_only(kiosk.in(message) + ":5: warning: plays to the whole room, and is for professionals alone; ",
                   "\"audiences\"");
    kiosk.replace(message, "[\"professional\"]", "[\"professional\", \"parent\"]");
    kiosk.is_sound();
}
