#include "survey/translation.hpp"
#include "catch.hpp"

#include "support.hpp"

#include <algorithm>
#include <filesystem>
#include <string>

using namespace talkpoint;
using namespace talkpoint::survey;
namespace fs = std::filesystem;

namespace {

constexpr const char* source = R"(id = "friends"
version = "7"
title = "Friends"
intro = "Why and how."
picture = "pictures/a.svg"
picture_alt = "A picture"
sample = 1
[[question]]
id = "first"
kind = "scale"
text = "How sure are you?"
options = [{ id = "sure", text = "Sure" }, { id = "unsure", text = "Unsure" }]
[[question]]
id = "second"
kind = "choice"
text = "What would you do?"
options = [{ id = "go", text = "Go" }, { id = "stay", text = "Stay", fixed = true }]
correct = "stay"
explain = "Because."
outcome = "act"
picture = "pictures/a.svg"
picture_alt = "Another picture"
)";

constexpr const char* french = R"(title = "Amis"
intro = "Pourquoi et comment."
picture_alt = "Une image"
reviewed = true
source_digest = "bd877f8414fc"
[question.first]
text = "Êtes-vous sûr ?"
options = { sure = "Sûr", unsure = "Pas sûr" }
[question.second]
text = "Que feriez-vous ?"
explain = "Parce que."
picture_alt = "Une autre image"
options = { go = "Partir", stay = "Rester" }
)";

class Folder {
  public:
    Folder() { temp.write("pictures/a.svg", "<svg/>"); }

    Survey survey(std::string_view text = source) {
        base::Problems none;
        auto survey = load_survey(temp.path(), temp.write("surveys/friends.toml", text), "en", none);
        REQUIRE(none.empty());
        REQUIRE(survey);
        return std::move(*survey);
    }
    std::optional<Survey> load(std::string_view text, const std::string& name = "friends.fr.toml") {
        problems.clear();
        return load_translation(survey(), temp.write("surveys/" + name, text), problems);
    }
    /// What is said of a translation, a line each: `line: [warning: ]message`.
    std::string said(std::string_view text, const std::string& name = "friends.fr.toml") {
        loaded = load(text, name).has_value();
        std::string all;
        for (const auto& problem : problems) {
            CHECK(problem.path == (temp.path() / "surveys" / name).string());
            all += (all.empty() ? "" : "\n") + std::to_string(problem.line) +
                   (problem.severity == base::Severity::warning ? ": warning: " : ": ") + problem.message;
        }
        return all;
    }

    tests::TempFolder temp;
    base::Problems problems;
    bool loaded = false;
};

std::string with(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

std::vector<std::string> names(const std::vector<fs::path>& files) {
    std::vector<std::string> out;
    for (const auto& file : files) out.push_back(file.filename().string());
    return out;
}

}  // namespace

TEST_CASE("translation: every text in the other language, and nothing else changed", "[translation]") {
    Folder folder;
    const auto survey = folder.survey();
    const auto translated = folder.load(french);
    CHECK(folder.problems.empty());
    REQUIRE(translated);
    CHECK(translated->language == "fr");
    CHECK(translated->title == "Amis");
    CHECK(translated->intro == "Pourquoi et comment.");
    CHECK(translated->picture_alt == "Une image");
    REQUIRE(translated->questions.size() == 2);
    CHECK(translated->questions[0].text == "Êtes-vous sûr ?");
    CHECK(translated->questions[0].explain.empty());
    CHECK(translated->questions[1].text == "Que feriez-vous ?");
    CHECK(translated->questions[1].explain == "Parce que.");
    CHECK(translated->questions[1].picture_alt == "Une autre image");
    CHECK(translated->questions[1].options[0].text == "Partir");
    CHECK(translated->questions[1].options[1].text == "Rester");

    CHECK(translated->id == survey.id);
    CHECK(translated->version == survey.version);
    CHECK(translated->sample == survey.sample);
    CHECK(translated->picture.string() == survey.picture.string());
    CHECK(translated->questions[1].correct == survey.questions[1].correct);
    CHECK(translated->questions[1].outcome == survey.questions[1].outcome);
    CHECK(translated->questions[1].picture.string() == survey.questions[1].picture.string());
    CHECK(translated->questions[1].options[1].id == "stay");
    CHECK(translated->questions[1].options[1].fixed);
    CHECK(survey.title == "Friends");
}

TEST_CASE("translation: the language is the one in the file's name", "[translation]") {
    Folder folder;
    for (const std::string language : {"fr", "pt-BR", "zh-Hant"}) {
        const auto translated = folder.load(french, "friends." + language + ".toml");
        REQUIRE(translated);
        CHECK(translated->language == language);
    }
    for (const auto* name : {"friends.toml", "friends.French.toml", "friends..toml", "friends.fr.md", "other.fr.toml",
                             "friends-two.fr.toml", "friends.fr.old.toml"}) {
        INFO(name);
        CHECK(folder.said(french, name) ==
              "0: is not named as a translation of \"friends\"; name it "
              "friends.<language>.toml with a language such as \"fr\" or \"pt-BR\"");
        CHECK_FALSE(folder.loaded);
    }
    CHECK(folder.said(french, "friends.en.toml") ==
          "0: \"en\" is the survey's own language; change friends.toml instead, and remove this file");
    CHECK_FALSE(folder.loaded);
}

TEST_CASE("translation: a missing text is a warning each, and the survey's own stands in", "[translation]") {
    Folder folder;
    CHECK(folder.said("") ==
          "0: warning: does not say which words of friends.toml it translates; look this translation over, then write "
          "source_digest = \"bd877f8414fc\"\n"
          "0: warning: \"title\" is not translated, and people will read it in \"en\"; add it\n"
          "0: warning: \"intro\" is not translated, and people will read it in \"en\"; add it\n"
          "0: warning: \"picture_alt\" is not translated, and people will read it in \"en\"; add it\n"
          "0: warning: question \"first\" is not translated, and people will read it in \"en\"; add it\n"
          "0: warning: question \"second\" is not translated, and people will read it in \"en\"; add it");
    CHECK(folder.loaded);

    auto text = with(french, "options = { sure = \"Sûr\", unsure = \"Pas sûr\" }\n", "");
    text = with(text, "explain = \"Parce que.\"\n", "explain = \" \"\n");
    text = with(text, "go = \"Partir\", ", "");
    CHECK(
        folder.said(text) ==
        "6: warning: \"options\" of question \"first\" is not translated, and people will read it in \"en\"; add it\n"
        "10: warning: \"explain\" of question \"second\" is not translated, and people will read it in \"en\"; add it\n"
        "12: warning: option \"go\" of question \"second\" is not translated, and people will read it in \"en\"; add "
        "it");
    const auto translated = folder.load(text);
    REQUIRE(translated);
    CHECK(translated->questions[0].text == "Êtes-vous sûr ?");
    CHECK(translated->questions[0].options[0].text == "Sure");
    CHECK(translated->questions[1].explain == "Because.");
    CHECK(translated->questions[1].options[0].text == "Go");
    CHECK(translated->questions[1].options[1].text == "Rester");
}

TEST_CASE("translation: what the survey does not have is an error with the nearest that it has", "[translation]") {
    Folder folder;
    const auto refused = [&](std::string_view what, std::string_view by) {
        auto said = folder.said(with(french, what, by));
        CHECK_FALSE(folder.loaded);
        const auto last = said.rfind('\n');
        return last == std::string::npos ? said : said.substr(last + 1);
    };
    CHECK(refused("title", "tittle") == "1: unknown key \"tittle\"; did you mean \"title\"?");
    CHECK(refused("explain", "explian") == "11: unknown key \"explian\"; did you mean \"explain\"?");
    CHECK(refused("question.second", "question.secnd") ==
          "9: there is no question \"secnd\" in this survey; did you mean \"second\"?");
    CHECK(refused("question.second", "question.unheard_of") ==
          "9: there is no question \"unheard_of\" in this survey; correct the id, or remove it");
    CHECK(refused("stay =", "stey =") ==
          "13: there is no option \"stey\" in question \"second\"; did you mean \"stay\"?");
    CHECK(refused("[question.second]", "explain = \"Parce que.\"\n[question.second]") ==
          "9: \"explain\" of question \"first\" is not in friends.toml; write it there first, or remove it");
    CHECK(refused("[question.second]", "picture_alt = \"\"\n[question.second]") ==
          "9: \"picture_alt\" of question \"first\" is not in friends.toml; write it there first, or remove it");
    CHECK(refused("reviewed", "version = \"7\"\nreviewed").find("4: unknown key \"version\"") == 0);
}

TEST_CASE("translation: what the pictures of options show is translated, where there are any", "[translation]") {
    Folder folder;
    const auto pictured = with(source, R"({ id = "go", text = "Go" }, { id = "stay", text = "Stay", fixed = true })",
                               R"({ id = "go", text = "Go", picture = "pictures/a.svg", picture_alt = "A door" },
{ id = "stay", text = "Stay", fixed = true, picture = "pictures/a.svg", picture_alt = "A chair" })");
    std::optional<Survey> translated;
    const auto said = [&](const std::string& survey, const std::string& text) {
        base::Problems problems;
        translated =
            load_translation(folder.survey(survey), folder.temp.write("surveys/friends.fr.toml", text), problems);
        std::string all;
        for (const auto& problem : problems)
            all += (all.empty() ? "" : "\n") + std::to_string(problem.line) + ": " + problem.message;
        return all;
    };
    const auto digest_in = [](std::string_view complaint) {
        const auto at = complaint.find("source_digest = \"");
        REQUIRE(at != std::string_view::npos);
        return std::string{complaint.substr(at + 17, 12)};
    };
    // The pictures' words are words: what was translated without them is stale.
    const auto stale = said(pictured, french);
    CHECK(stale.find("5: friends.toml has other words now") == 0);
    CHECK(
        stale.ends_with("9: \"option_alts\" of question \"second\" is not translated, and people will read it in "
                        "\"en\"; add it"));
    REQUIRE(translated);
    CHECK(translated->questions[1].options[0].picture_alt == "A door");

    const auto current = with(french, "bd877f8414fc", digest_in(stale));
    CHECK(said(pictured, current + "option_alts = { go = \"Une porte\", stay = \"Une chaise\" }\n").empty());
    REQUIRE(translated);
    CHECK(translated->questions[1].options[0].text == "Partir");
    CHECK(translated->questions[1].options[0].picture_alt == "Une porte");
    CHECK(translated->questions[1].options[1].picture_alt == "Une chaise");
    CHECK(translated->questions[1].pictured());
    CHECK(said(pictured, current + "option_alts = { go = \"Une porte\" }\n") ==
          "14: alternative text of option \"stay\" of question \"second\" is not translated, and people will "
          "read it in \"en\"; add it");
    CHECK(said(pictured, current + "option_alts = { go = \"a\", stay = \"b\", stey = \"c\" }\n") ==
          "14: there is no option \"stey\" in question \"second\"; did you mean \"stay\"?");
    CHECK_FALSE(translated);
    CHECK(said(with(pictured, "A chair", "A sofa"), current).find("5: friends.toml has other words now") == 0);
    // Where there are no pictures there is nothing to translate, and the digest is what it always was.
    CHECK(said(source, std::string{french} + "option_alts = { go = \"Une porte\" }\n") ==
          "14: alternative text of option \"go\" of question \"second\" is not in friends.toml; write it there "
          "first, or remove it");
    CHECK(said(source, french).empty());
}

TEST_CASE("translation: what is not a text is an error, once", "[translation]") {
    Folder folder;
    CHECK(folder.said(with(french, "\"Amis\"", "5")) == "1: \"title\" is not text in quotation marks; correct it");
    CHECK(folder.said(with(french, "\"Partir\"", "{}")) == "13: \"go\" is not text in quotation marks; correct it");
    CHECK(folder.said(with(french, "true", "\"yes\"")) == "4: \"reviewed\" is not true or false; correct it");
    CHECK(folder.said(with(french, "{ go = \"Partir\", stay = \"Rester\" }", "[{ id = \"go\", text = \"Partir\" }]")) ==
          "13: \"options\" must be a table; write { <id> = \"…\", <id> = \"…\" }");
    CHECK_FALSE(folder.loaded);
    CHECK(folder.said("title = \"Amis").find("1: is not valid TOML") == 0);
    CHECK_FALSE(folder.loaded);
}

TEST_CASE("translation: it is stale when a word of the survey changes, and only then", "[translation]") {
    Folder folder;
    const auto file = folder.temp.write("surveys/friends.fr.toml", french);
    const auto said_of = [&](std::string_view what, std::string_view by) {
        base::Problems problems;
        const auto survey = folder.survey(with(source, what, by));
        CHECK(load_translation(survey, file, problems));
        return problems.empty() ? "" : problems[0].text();
    };
    for (const auto& [what, by] : {std::pair{"How sure are you", "How certain are you"},
                                   {"Because", "Since"},
                                   {"Why and how.", "Why, and how."},
                                   {"Another picture", "Another drawing"},
                                   {"\"Stay\"", "\"Remain\""},
                                   {"\"Friends\"", "\"A friend\""}}) {
        const auto said = said_of(what, by);
        INFO(said);
        CHECK(said.starts_with(file.string() +
                               ":5: warning: friends.toml has other words now than when it was translated; look this "
                               "translation over, then write source_digest = \""));
        CHECK(said.find("bd877f8414fc") == std::string::npos);
    }
    for (const auto& [what, by] : {std::pair{"version = \"7\"", "version = \"8\""},
                                   {"sample = 1", "sample = 2"},
                                   {"correct = \"stay\"", "correct = \"go\""},
                                   {"outcome = \"act\"", ""},
                                   {"Why and how.", "  Why and\\nhow. "},
                                   {"kind = \"scale\"", "kind = \"choice\""},
                                   {"{ id = \"sure\", text = \"Sure\" }, { id = \"unsure\", text = \"Unsure\" }",
                                    "{ id = \"unsure\", text = \"Unsure\" }, { id = \"sure\", text = \"Sure\" }"}})
        CHECK(said_of(what, by).empty());
}

TEST_CASE("translation: it is reviewed only where it says so", "[translation]") {
    Folder folder;
    CHECK(folder.survey().reviewed);
    CHECK(folder.load(french)->reviewed);
    CHECK_FALSE(folder.load(with(french, "reviewed = true", "reviewed = false"))->reviewed);
    CHECK_FALSE(folder.load(with(french, "reviewed = true\n", ""))->reviewed);
    CHECK(folder.problems.empty());
}

TEST_CASE("translation: Easy Read is a language of its own", "[translation]") {
    Folder folder;
    const auto easy = folder.load(french, "friends.easy.toml");
    REQUIRE(easy);
    CHECK(easy->language == "easy");
}

TEST_CASE("translation: a copy of the survey itself is told how it should be", "[translation]") {
    Folder folder;
    const auto said = folder.said(source);
    CHECK_FALSE(folder.loaded);
    CHECK(said.find("8: \"question\" must be tables; write each as [question.<id>]") != std::string::npos);
    CHECK(said.find("unknown key \"version\"") != std::string::npos);
    CHECK(said.find("unknown key \"question\"") == std::string::npos);
}

TEST_CASE("translation: files that cannot be read, or lie elsewhere", "[translation]") {
    Folder folder;
    const auto survey = folder.survey();
    base::Problems problems;
    CHECK_FALSE(load_translation(survey, folder.temp.path() / "surveys/friends.fr.toml", problems));
    REQUIRE(problems.size() == 1);

    problems.clear();
    const tests::TempFolder outside;
    fs::create_symlink(outside.write("friends.fr.toml", french), folder.temp.path() / "surveys/friends.fr.toml");
    CHECK_FALSE(load_translation(survey, folder.temp.path() / "surveys/friends.fr.toml", problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].message == "is a link that leads out of its folder; put the file itself here");
}

TEST_CASE("translation: a hostile file costs little", "[translation]") {
    Folder folder;
    auto survey = folder.survey();
    for (std::size_t i = survey.questions.size(); i < max_questions; ++i) {
        survey.questions.push_back(survey.questions[0]);
        survey.questions.back().id = std::string(36, 'a') + std::to_string(1000 + i);
    }
    std::string text = "[question]\n";
    for (int i = 0; i < 15'000; ++i) text += std::string(35, 'b') + std::to_string(10'000 + i) + " = {}\n";
    const auto file = folder.temp.write("surveys/friends.fr.toml", text);
    CHECK(tests::cpu_seconds([&] { CHECK_FALSE(load_translation(survey, file, folder.problems)); }) < 2);
    CHECK(folder.problems.size() == 4 + max_questions + 15'000);
}

TEST_CASE("translation: the files beside a survey, sorted", "[translation]") {
    Folder folder;
    for (const auto* name : {"friends.toml", "friends.zh-Hant.toml", "friends.fr.toml", "friends.en.toml",
                             "friends-two.fr.toml", "friends-two.toml", "friends.fr.toml~", ".friends.de.toml",
                             "friends.German.toml", "friends.fr.md", "friend.fr.toml"})
        folder.temp.write(std::string{"surveys/"} + name, "");
    const auto of = [&](const char* name) { return translation_files(folder.temp.path() / "surveys" / name); };
    CHECK(names(of("friends.toml")) ==
          std::vector<std::string>{"friends.en.toml", "friends.fr.toml", "friends.zh-Hant.toml"});
    CHECK(names(of("friends-two.toml")) == std::vector<std::string>{"friends-two.fr.toml"});
    CHECK(of("other.toml").empty());
    CHECK(translation_files(folder.temp.path() / "nowhere/friends.toml").empty());
    CHECK(of("friends.toml")[0].parent_path().string() == (folder.temp.path() / "surveys").string());
}
