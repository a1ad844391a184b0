// The list of words to avoid: its format, and where its words are found in a text.
#include "ctl/terms.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::ctl;

namespace {

struct List {
    tests::TempFolder folder;
    base::Problems problems;
    Terms terms;

    explicit List(std::string_view text) : terms(load_terms(folder.write("terms.toml", text), problems)) {}

    [[nodiscard]] std::vector<std::string> found(std::string_view text, std::string_view language = "en",
                                                 const std::vector<std::string>& audiences = {}) const {
        std::vector<std::string> words;
        for (const auto& use : terms_in(text, terms, language, audiences))
            words.emplace_back(text.substr(use.begin, use.end - use.begin));
        return words;
    }
    [[nodiscard]] bool says(int line, std::string_view part) const {
        for (const auto& problem : problems)
            if (problem.line == line && problem.message.find(part) != std::string::npos) return true;
        return false;
    }
};

using Words = std::vector<std::string>;

constexpr auto victims = R"([[term]]
avoid = ["victim", "victims", "broken home", "don't care"]
save = ["Victim Support", "Crime Victims Helpline"]
better = ["someone who was hurt", "hurt"]
why = "w"
)";

}  // namespace

TEST_CASE("terms: whole words and phrases, whatever their capitals") {
    const List list{victims};
    CHECK(list.problems.empty());
    CHECK(list.terms.terms.at(0).better == R"("someone who was hurt" or "hurt")");
    CHECK(list.found("A victim. VICTIMS, the victim's home, (Victim’s)") ==
          Words{"victim", "VICTIMS", "victim's", "Victim’s"});
    CHECK(list.found("victimless évictim victimé homevictim") == Words{});
    CHECK(list.found("A broken\nhome, a Broken-Home") == Words{"broken\nhome", "Broken-Home"});
    CHECK(list.found("It is broken. Home is far. Broken, home") == Words{});
    CHECK(list.found("They don’t care—victim") == Words{"don’t care", "victim"});
    CHECK(list.found("").empty());
    CHECK(list.found("victim\xE2").size() == 1);  // a text that is cut within a sign
}

TEST_CASE("terms: names are saved, and quoted words are not used") {
    const List list{victims};
    CHECK(list.found("Ask Victim Support, or the Crime Victims Helpline") == Words{});
    CHECK(list.found("Victim Support helps each victim") == Words{"victim"});
    CHECK(list.found("Do not say “she is a victim”, nor “victims”. A victim?") == Words{"victim"});
    CHECK(list.found("“a victim that is never closed") == Words{"victim"});
    CHECK(list.found("\"a victim\" in other marks") == Words{"victim"});
}

TEST_CASE("terms: each for its language, and some audiences may") {
    const List list{R"([[term]]
avoid = "disclosure"
better = "telling"
why = "w"
audiences_may = ["professional"]
[[term]]
avoid = ["ofiara"]
better = "osoba"
why = "w"
language = "pl"
)"};
    CHECK(list.problems.empty());
    CHECK(list.found("disclosure", "easy").size() == 1);
    CHECK(list.found("disclosure", "en-GB").size() == 1);
    CHECK(list.found("disclosure ofiara", "pl") == Words{"ofiara"});
    CHECK(list.found("disclosure", "en", {"professional"}).empty());
    CHECK(list.found("disclosure", "en", {"professional", "parent"}).size() == 1);
}

TEST_CASE("terms: words for the room, by language, quoted or not") {
    const List list{"[room]\nwords = [\"abuse\"]\n[room.pl]\nwords = [\"przemoc\"]\n"};
    CHECK(list.problems.empty());
    CHECK(room_words_in("“Abuse” it is; przemoc", list.terms, "easy").size() == 1);
    CHECK(room_words_in("abuse, przemoc", list.terms, "pl").size() == 1);
    CHECK(room_words_in("abuse", list.terms, "uk").empty());
}

TEST_CASE("terms: what is wrong with the list is said at once, and the rest is kept") {
    const List list{R"([[term]]
avoid = ["one", "…"]
better = "two"
why = "w"
audiences_may = ["teacher"]
[[term]]
better = "x"
wy = "w"
[[term]]
avoid = ["two"]
why = "w"
[room]
words = ["a"]
[room.1]
words = ["b"]
)"};
    CHECK(list.says(2, "has no word in it"));
    CHECK(list.says(5, "there is no audience \"teacher\""));
    CHECK(list.says(6, "\"avoid\" is missing"));
    CHECK(list.says(6, "\"why\""));
    CHECK(list.says(8, "wy"));
    CHECK(list.says(9, "names nothing; write what to say instead"));
    CHECK(list.says(14, "is not a language code"));
    CHECK(list.problems.size() == 7);
    CHECK(list.found("one two") == Words{"one", "two"});

    const List broken{"[[term]\n"};
    CHECK(broken.problems.size() == 1);
    base::Problems none;
    CHECK(load_terms(list.folder.path() / "nowhere.toml", none).terms.empty());
    CHECK(none.empty());
}

TEST_CASE("terms: unknown keys, wrong types and languages that there are not are errors, in the order of the file") {
    const List list{R"(version = 3
[[term]]
avoid = [1]
better = 2
why = 3
save = true
audiences_may = 4
language = 5
[[term]]
avoid = "a"
better = "b"
why = "w"
language = "polish"
[room]
words = "a"
wrds = ["b"]
[room.pl]
word = ["b"]
)"};
    CHECK(list.says(1, "unknown key \"version\""));
    for (const auto& [line, key] : {std::pair{3, "avoid"}, {4, "better"}, {6, "save"}, {7, "audiences_may"}})
        CHECK(list.says(line, tests::joined("\"", key, "\" is not a list of texts")));
    for (const auto& [line, key] : {std::pair{5, "why"}, {8, "language"}})
        CHECK(list.says(line, tests::joined("\"", key, "\" is not text in quotation marks")));
    CHECK(list.says(13, "\"polish\" is not a language code"));
    CHECK(list.says(16, "did you mean \"words\"?"));
    CHECK(list.says(18, "did you mean \"words\"?"));
    CHECK(list.problems.size() == 11);  // the first names no word, too
    CHECK(std::ranges::is_sorted(list.problems, {}, &base::Problem::line));
    CHECK(std::ranges::count(list.problems, base::Severity::warning, &base::Problem::severity) == 0);

    for (const auto* text : {"term = \"x\"\n", "[term]\navoid = [\"a\"]\n", "room = 3\n", "term = [3]\n"}) {
        const List wrong{text};
        CHECK(wrong.says(1, "correct it"));
    }
}

TEST_CASE("terms: a long text takes no longer than it has to") {
    const List list{victims};
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "“victim” victim Victim Support ";
    CHECK(tests::cpu_seconds([&] { CHECK(list.found(text).size() == 20'000); }) < 1);
}

TEST_CASE("terms: the shipped list is sound, and saves the names of services") {
    base::Problems problems;
    const auto terms = load_terms(TALKPOINT_SOURCE "/content/terms.toml", problems);
    for (const auto& problem : problems) CHECK(problem.text() == "");
    CHECK(terms.terms.size() >= 35);
    CHECK(terms.room.at("en").size() >= 40);
    CHECK(terms_in("Victim Support Scotland, Alcoholics Anonymous, Disclosure Scotland", terms, "en", {}).empty());
    for (const auto& term : terms.terms) CHECK_FALSE(term.why.ends_with('.'));
}
