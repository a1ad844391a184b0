// `talkpointctl check` of plain words, the real program.
#include "catch.hpp"
#include "kiosk.hpp"

#include <algorithm>
#include <set>

using namespace talkpoint::tests;
using Json = nlohmann::json;

namespace {

constexpr auto hard_page =
    "\nOrganisations communicate. Responsible professionals investigate. Institutional "
    "understanding necessitates communication.\n";

void add_to_message(const Kiosk& kiosk, const std::string& words, const std::string& audiences = R"(["adult"])") {
    std::string text = a_message;
    text.replace(text.find(R"(["adult"])"), 9, audiences);
    kiosk.folder.write("content/safety/messages/say-no.md", text + words);
}

std::string in(const Kiosk& kiosk, const std::string& file) { return (kiosk.folder.path() / file).string(); }

bool is_of_words(const std::string& message) {
    return message.starts_with("a sentence has ") || message.starts_with("a paragraph has ") ||
           message.find("reading grade") != std::string::npos;
}

}  // namespace

TEST_CASE("check: every shipped word is plain, in every language") {
    const auto ran =
        Kiosk::bare({"check", "--reading", "--json", "--config", TALKPOINT_SOURCE "/kiosk_config/kiosk.toml"});
    const auto found = Json::parse(ran.out);
    for (const auto& problem : found["problems"]) {
        INFO(problem.dump());
        CHECK_FALSE(is_of_words(problem["message"]));
    }
    std::set<std::string> languages, texts;
    for (const auto& text : found["reading"]) {
        INFO(text.dump());
        languages.insert(text["language"]);
        texts.insert(text["text"]);
        const bool english = text["language"] == "en" || text["language"] == "easy";
        // Of safe places that nobody has filled in there is nothing to read.
        const bool blank = text["path"].get<std::string>().ends_with("places.toml") && text["sentences"] == 0;
        CHECK(text["grade"].is_number() == (english && !blank));
        CHECK((text["sentences"] > 0) == !blank);
        CHECK(text["longest_sentence"] <= (text["language"] == "easy" ? 15 : 20));
        CHECK(text["longest_paragraph"] <= 3);
    }
    CHECK(languages == std::set<std::string>{"ar", "easy", "en", "pl", "ro", "uk"});
    CHECK(texts == std::set<std::string>{"film", "help lines", "interface", "message", "pack", "survey"});
    CHECK(found["reading"].size() > 250);
}

TEST_CASE("check: a text that is too hard is a warning, and its sentences are others") {
    const Kiosk kiosk;
    add_to_message(kiosk, hard_page);
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    const auto file = in(kiosk, "content/safety/messages/say-no.md");
    CHECK(std::ranges::count(ran.err, '\n') == 3);
    CHECK(says(ran, file + ": warning: reading grade ", "and 7 is the most for adults; "));
    CHECK(says(ran, file + ":10: warning: raises the reading grade most", "\"Institutional understanding"));
    CHECK(says(ran, file + ":10: warning: raises the reading grade most", "\"Responsible professionals"));
    CHECK(ran.out == "1 pack, 1 message, 1 survey: no errors, 3 warnings\n");

    const auto json = Json::parse(kiosk.ctl({"check", "--json"}).out);
    CHECK(json["warnings"] == 3);
    CHECK(json["problems"].size() == 3);
    CHECK(json["problems"][1]["path"] == file);
    CHECK(json["problems"][1]["line"] == 10);
    CHECK_FALSE(json.contains("reading"));
}

TEST_CASE("check: where children or young people read, the grade is lower than for adults") {
    const Kiosk kiosk;
    // With title, summary and page 20 words of 33 syllables in 4 sentences: grade 5.8.
    const std::string page = "\nHappy people carry animal paper over many open hospital bicycles.\n";
    for (const auto* audiences :
         {R"(["adult", "parent", "professional"])", R"(["adult", "child"])", R"(["young-person"])"}) {
        add_to_message(kiosk, page, audiences);
        const auto ran = kiosk.ctl({"check"});
        INFO(audiences << ran.err);
        const bool young = std::string{audiences}.find("adult\", \"parent") == std::string::npos;
        CHECK(says(ran, in(kiosk, "content/safety/messages/say-no.md") + ": warning: reading grade", "and 5 is") ==
              young);
        CHECK(ran.err.empty() != young);
    }
}

TEST_CASE("check --reading: a table of every text, or of the one that is asked about") {
    const Kiosk kiosk;
    kiosk.folder.write("content/safety/messages/say-no.pl.md",
                       "+++\nreviewed = true\ntitle = \"T\"\nsummary = \"S\"\n+++\nJedno. Dwa słowa.\n");
    const auto source = in(kiosk, "content/safety/messages/say-no.md");
    const auto polish = in(kiosk, "content/safety/messages/say-no.pl.md");
    const auto all = Kiosk::bare({"check", in(kiosk, "content/safety"), polish, "--reading"});
    INFO(all.out);
    CHECK(std::ranges::count(all.out, '\n') == 7);  // head, pack, help lines, message, survey, translation, summary
    CHECK(all.out.starts_with("grade  sentences  words  longest sentence  longest paragraph  language  text "));
    CHECK(all.out.find(source + "\n") != std::string::npos);
    CHECK(all.out.find(in(kiosk, "content/safety/surveys/safe.toml") + "\n") != std::string::npos);

    const auto one = Kiosk::bare({"check", polish, "--reading"});
    CHECK(std::ranges::count(one.out, '\n') == 3);
    CHECK(one.out.find("    -          4      5                 2                  2  pl        message     " + polish +
                       "\n") != std::string::npos);

    const auto json = Json::parse(Kiosk::bare({"check", source, "--reading", "--json"}).out);
    REQUIRE(json["reading"].size() == 1);
    CHECK(json["reading"][0] == Json{{"path", source},
                                     {"text", "message"},
                                     {"language", "en"},
                                     {"grade", -2.5},
                                     {"sentences", 3},
                                     {"words", 10},
                                     {"longest_sentence", 4},
                                     {"longest_paragraph", 1}});
    CHECK(Kiosk::bare({"check", source}).out.starts_with("1 message: "));
}

TEST_CASE("check: the interface's words are looked at in what is offered, and by themselves") {
    const Kiosk kiosk;
    const auto folder = kiosk.folder.path() / "assets";
    kiosk.folder.write("assets/strings/en.toml",
                       "language_name = \"English\"\ndirection = \"ltr\"\nback = \"One. Two. Three. Four.\"\n");
    kiosk.folder.write("assets/strings/pl.toml",
                       "language_name = \"Polski\"\ndirection = \"ltr\"\nreviewed = true\n"
                       "back = \"Raz. Dwa. Trzy. Cztery.\"\n");
    const auto offered = Kiosk::with_assets(folder, {"check", "--config", kiosk.config()});
    INFO(offered.err);
    CHECK(
        says(offered, (folder / "strings/en.toml").string() + ":3: warning: a paragraph has 4 sentences", "\"Four.\""));
    CHECK_FALSE(says(offered, (folder / "strings/pl.toml").string(), ""));
    const auto alone = Kiosk::with_assets(folder, {"check", (folder / "strings/pl.toml").string()});
    CHECK(says(alone, (folder / "strings/pl.toml").string() + ":4: warning: a paragraph has 4 sentences", ""));
}
