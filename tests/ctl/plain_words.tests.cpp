// Plain words: each rule at its border, and the line of the sentence to mend.
#include "ctl/plain_words.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <algorithm>
#include <string>

using namespace talkpoint;
using ctl::PlainFile;
using ctl::PlainWords;
using ctl::TextKind;

namespace {

/// `word` so often, as one sentence.
std::string sentence(std::size_t words, const std::string& word = "cat") {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += (i > 0 ? " " : "") + word;
    return text + ".";
}

/// Ten sentences of ten words: a hundred, of which so many have two syllables. Two of them are title and summary.
std::string hundred_words(std::size_t of_two) {
    std::string text;
    for (int line = 0; line < 10; ++line) {
        if (line == 0) text += "+++\ntitle = \"";
        if (line == 1) text += "summary = \"";
        for (int word = 0; word < 10; ++word) {
            text += of_two > 0 ? "happy" : "cat";
            text += word < 9 ? " " : "";
            of_two -= of_two > 0 ? 1 : 0;
        }
        text += line < 2 ? "\"\n" : ".\n\n";
        if (line == 1) text += "+++\n";
    }
    return text;
}

/// A file of a pack with what was said of it.
struct Checked {
    PlainWords words;
    base::Problems problems;

    [[nodiscard]] const base::Problem* about(const std::string& part) const {
        const auto found = std::ranges::find_if(
            problems, [&](const base::Problem& problem) { return problem.message.find(part) != std::string::npos; });
        return found == problems.end() ? nullptr : &*found;
    }
};

Checked check(const std::string& text, TextKind kind = TextKind::message, const std::string& language = "en",
              std::optional<double> limit = ctl::most_grade_shared) {
    const tests::TempFolder folder;
    const auto* const name = kind == TextKind::message ? "pack/messages/x.md" : "pack/surveys/x.toml";
    Checked checked;
    const PlainFile file{folder.write(name, text), kind, language, limit};
    checked.words = ctl::check_plain_words(file, checked.problems);
    for (const auto& problem : checked.problems) {
        INFO(problem.text());
        CHECK(problem.path == file.path.string());
        CHECK(problem.severity == base::Severity::warning);
        CHECK(problem.message.find("; ") != std::string::npos);
    }
    return checked;
}

std::string message_of(const std::string& page) { return "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n" + page + "\n"; }

}  // namespace

TEST_CASE("plain words: a sentence has 20 words at most, in Easy Read 15") {
    CHECK(check(message_of(sentence(20))).problems.empty());
    const auto long_one = check(message_of("## Short\n\n" + sentence(21)));
    REQUIRE(long_one.problems.size() == 1);
    CHECK(long_one.problems[0].line == 7);
    CHECK(long_one.problems[0].message.starts_with("a sentence has 21 words, and 20 are the most; divide \"cat cat"));
    CHECK(long_one.words.longest_sentence == 21);

    CHECK(check(message_of(sentence(15)), TextKind::message, "easy").problems.empty());
    const auto easy = check(message_of(sentence(16)), TextKind::message, "easy");
    REQUIRE(easy.problems.size() == 1);
    CHECK(easy.problems[0].message.starts_with("a sentence has 16 words, and 15 are the most in Easy Read;"));

    for (const auto* language : {"pl", "uk", "ar", "ro"}) {
        CHECK(check(message_of(sentence(20, "слово")), TextKind::message, language).problems.empty());
        CHECK(check(message_of(sentence(21, "слово")), TextKind::message, language).problems.size() == 1);
    }
    for (const auto* language : {"zh-Hant", "ja", "th"}) {
        const auto silent = check(message_of(sentence(30, "字")), TextKind::message, language);
        CHECK(silent.problems.empty());
        CHECK(silent.words.sentences == 3);
        CHECK_FALSE(silent.words.words);
        CHECK_FALSE(silent.words.longest_sentence);
    }
}

TEST_CASE("plain words: a paragraph has 3 sentences at most, and an item of a list is one") {
    CHECK(check(message_of("One. Two. Three.\n\nFour. Five. Six.")).problems.empty());
    const auto four = check(message_of("One. Two.\nThree.\nFour."));
    REQUIRE(four.problems.size() == 1);
    CHECK(four.problems[0].line == 7);
    CHECK(four.problems[0].message ==
          "a paragraph has 4 sentences, and 3 are the most; begin a new one at the latest with \"Four.\"");
    CHECK(four.words.longest_paragraph == 4);
    CHECK(check(message_of("- One.\n- Two.\n- Three.\n- Four.")).problems.empty());
    CHECK(check(message_of("- One. Two. Three. Four.")).problems.size() == 1);
    CHECK(check(message_of("لا؟ نعم۔ لا! نعم."), TextKind::message, "ar").problems.size() == 1);
    CHECK(check(message_of("好。好！好？好。"), TextKind::message, "zh").problems.size() == 1);
}

TEST_CASE("plain words: the grade is Flesch and Kincaid's, and kept to one place") {
    // 0.39 * 10 + 11.8 * 1.41 - 15.59 = 4.948, with one syllable more 5.066; 6.954 and 7.072.
    const auto under = check(hundred_words(41)), over = check(hundred_words(42));
    CHECK(under.words.grade == Approx(4.9));
    CHECK(under.words.words == 100);
    CHECK(under.words.sentences == 10);
    CHECK(under.problems.empty());
    CHECK(over.words.grade == Approx(5.1));
    REQUIRE(over.problems.size() == 3);
    CHECK(over.problems[0].line == 0);
    CHECK(
        over.problems[0].message.starts_with("reading grade 5.1 (Flesch-Kincaid) of the whole message, and 5 is the "
                                             "most where children or all may read it; "));
    CHECK(over.problems[1].line == 2);
    CHECK(
        over.problems[1].message.starts_with("raises the reading grade most, with 10 words of 2.0 syllables: \"happy"));
    CHECK(over.problems[2].line == 3);

    CHECK(check(hundred_words(58), TextKind::message, "en", ctl::most_grade).problems.empty());
    const auto adults = check(hundred_words(59), TextKind::message, "en", ctl::most_grade);
    CHECK(adults.about("reading grade 7.1 (Flesch-Kincaid) of the whole message, and 7 is the most for adults") !=
          nullptr);
    CHECK(check(hundred_words(42), TextKind::message, "easy").problems.size() == 3);
    CHECK(check(hundred_words(42), TextKind::message, "en-GB").problems.size() == 3);
    CHECK(check(hundred_words(100), TextKind::message, "en", std::nullopt).problems.empty());
    const auto polish = check(hundred_words(100), TextKind::message, "pl");
    CHECK(polish.problems.empty());
    CHECK_FALSE(polish.words.grade);
}

TEST_CASE("plain words: of a text that is too hard the two hardest sentences are named, each where it stands") {
    const auto found = check(
        "+++\ntitle = \"Day\"\nsummary = \"It is a day.\"\n+++\n\n![Unbelievable institutional "
        "responsibilities](pictures/a.svg)\n\n## Go on\n\nWe go. We see.\n\n- Organisations understand\n  "
        "*institutional* responsibilities.\n\n---\n\nWe sit. Unbelievable institutional\nresponsibilities & "
        "opportunities necessitate communication.\n");
    REQUIRE(found.problems.size() == 3);
    CHECK(found.problems[0].message.starts_with("reading grade "));
    CHECK(found.problems[1].line == 12);
    CHECK(found.problems[1].message.find("\"Organisations understand institutional") != std::string::npos);
    CHECK(found.problems[2].line == 17);
    CHECK(found.problems[2].message.find("\"Unbelievable institutional responsibilities & opp") != std::string::npos);
}

TEST_CASE("plain words: lines of surveys, their translations, help lines and interfaces") {
    const auto cats = sentence(21);
    const auto survey =
        check("title = \"T\"\nintro = \"\"\"\nOne.\n\n" + cats +
                  "\"\"\"\naudiences = [\"adult\"]\n[[question]]\nid = \"a\"\ntext = \"" + cats +
                  "\"\noptions = [\n  { id = \"x\", text = \"One\" },\n  { id = \"y\", text = \"" + cats +
                  "\" },\n]\nexplain = \"One. Two. Three. Four.\"\npicture_alt = \"" + cats + "\"\n",
              TextKind::survey);
    REQUIRE(survey.problems.size() == 4);
    CHECK(survey.problems[0].line == 5);
    CHECK(survey.problems[1].line == 9);
    CHECK(survey.problems[2].line == 12);
    CHECK(survey.problems[3].line == 14);

    const auto translation = check("title = \"" + cats + "\"\n[question.a]\ntext = \"Raz.\"\nexplain = '" + cats +
                                       "'\noptions = { x = \"" + cats + "\", y = \"Raz\" }\n",
                                   TextKind::survey, "pl");
    REQUIRE(translation.problems.size() == 3);
    CHECK(translation.problems[1].line == 4);
    CHECK(translation.problems[2].line == 5);

    const auto help = check("[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"" + cats + "\"\nsource = \"" + cats + "\"\n",
                            TextKind::help);
    REQUIRE(help.problems.size() == 1);
    CHECK(help.problems[0].line == 4);
    const auto translated = check("[line.a]\nname = \"A\"\n[line.b]\nhours = \"" + cats + "\"\n", TextKind::help, "uk");
    REQUIRE(translated.problems.size() == 1);
    CHECK(translated.problems[0].line == 4);

    const auto strings =
        check("language_name = \"" + cats + "\"\nback = \"Back\"\n[a.b]\nc = \"" + cats + "\"\n", TextKind::interface);
    REQUIRE(strings.problems.size() == 1);
    CHECK(strings.problems[0].line == 4);
    CHECK(strings.words.sentences == 2);

    const auto card = check("title = \"T\"\nsummary = \"" + cats + "\"\nlicence = \"" + cats + "\"\n", TextKind::pack);
    REQUIRE(card.problems.size() == 1);
    CHECK(card.problems[0].line == 2);
}

TEST_CASE("plain words: a sentence that stands twice is named twice; one that cannot be found has its key's line") {
    const auto cats = sentence(21);
    const auto twice = check(message_of(cats + "\n\n" + cats));
    REQUIRE(twice.problems.size() == 2);
    CHECK(twice.problems[0].line == 5);
    CHECK(twice.problems[1].line == 7);
    const auto as_pictured = check(message_of("![" + cats + "](pictures/a.svg)\n\n" + cats));
    REQUIRE(as_pictured.problems.size() == 1);
    CHECK(as_pictured.problems[0].line == 7);
    const auto escaped = check("title = \"T\"\nintro = \"\\u0043at " + sentence(20) + "\"\n", TextKind::survey);
    REQUIRE(escaped.problems.size() == 1);
    CHECK(escaped.problems[0].line == 2);
    CHECK(check(message_of("&amp; " + cats)).problems.at(0).line == 5);
}

TEST_CASE("plain words: what cannot be read measures nothing") {
    for (const std::string text : {"", "+++", "no keys", "\xff", "+++\n[\n+++\n"}) {
        const auto checked = check(text);
        CHECK(checked.problems.empty());
        CHECK(checked.words.sentences == 0);
        CHECK_FALSE(checked.words.grade);
    }
    CHECK(check("[", TextKind::survey).words.sentences == 0);
    CHECK(check("title = 5\nquestion = 7\n", TextKind::survey).words.sentences == 0);
}

TEST_CASE("plain words: hostile texts take bounded time, and no more is said than a person reads") {
    const auto repeated = [](const std::string& part, std::size_t times) {
        std::string text;
        for (std::size_t i = 0; i < times; ++i) text += part;
        return text;
    };
    const auto survey = [](const std::string& intro) { return "title = \"T\"\nintro = \"" + intro + "\"\n"; };
    const auto spent = tests::cpu_seconds([&] {
        const auto word = check(survey(repeated("a", 1'000'000)), TextKind::survey);
        CHECK(word.words.words == 2);
        const auto endless = check(survey(repeated("cat ", 250'000)), TextKind::survey);
        CHECK(endless.words.longest_sentence == 250'000);
        CHECK(endless.problems.size() == 3);
        CHECK(check(survey(repeated("Cat. ", 100'000)), TextKind::survey).words.longest_paragraph == 100'000);
        CHECK(check(survey(repeated(repeated("b ", 21) + "b. ", 20'000)), TextKind::survey).problems.size() < 210);
        // None of these is found by its letters.
        CHECK(
            check(survey(repeated("\\u0061" + repeated("a ", 30) + "B. ", 14'000)), TextKind::survey).problems.size() <
            210);
        CHECK(check(message_of(repeated("&amp;" + repeated("![a ", 25) + "\n\n", 900))).problems.size() < 210);
    });
    CHECK(spent < 10);
}
