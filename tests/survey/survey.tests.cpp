#include "catch.hpp"

#include "loaded.hpp"
#include "support.hpp"
#include "survey/survey.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::survey;
using Loaded = tests::LoadedSurvey;

namespace {

constexpr std::string_view head = R"(id = "friends"
version = "1"
title = "Friends"
intro = "Why and how."
)";  // four lines

constexpr std::string_view first = R"([[question]]
id = "first"
kind = "choice"
text = "What would you do?"
options = [{ id = "go", text = "Go" }, { id = "stay", text = "Stay" }]
)";  // lines 5 to 9

std::string with(std::string_view more) { return std::string{head} + std::string{first} + std::string{more}; }

class Folder {
  public:
    Loaded load(std::string_view text, const std::string& name = "friends") const {
        const auto file = temp.write("surveys/" + name + ".toml", text);
        Loaded out;
        out.survey = load_survey(temp.path(), file, "en", out.problems);
        return out;
    }
    tests::TempFolder temp;
};

std::string refusal(std::string_view text) {
    const auto loaded = Folder{}.load(text);
    CHECK_FALSE(loaded.survey.has_value());
    return loaded.only();
}

}  // namespace

TEST_CASE("survey: everything that an author may write", "[survey]") {
    const Folder folder;
    (void)folder.temp.write("pictures/a.svg", "<svg/>");
    const auto loaded = folder.load(R"(id = "friends"
version = "2026.11"
title = "Friends"
intro = "One.\n\nTwo."
audiences = ["young-person", "adult"]
language = "cy"
sample = 2
feedback = "end"
picture = "pictures/a.svg"
picture_alt = "A face"
[[question]]
id = "know"
kind = "choice"
text = "Which?"
options = [{ id = "a", text = "A" }, { id = "b", text = "B" }, { id = "unsure", text = "Unsure", fixed = true }]
correct = "a"
explain = "So."
outcome = "recognise"
always = true
feedback = "each"
picture = "pictures/a.svg"
picture_alt = "A face"
[[question]]
id = "follow"
kind = "choices"
text = "And then?"
options = [{ id = "x", text = "X" }, { id = "y", text = "Y" }]
show_if = { question = "know", is = ["b", "unsure"] }
about_you = true
shuffle = false
[[question]]
id = "how_sure"
kind = "scale"
text = "How sure?"
options = [{ id = "low", text = "Not" }, { id = "high", text = "Very" }]
[[question]]
id = "put"
kind = "sort"
text = "In order?"
options = [{ id = "one", text = "1" }, { id = "two", text = "2" }]
correct = ["two", "one"]
explain = "So."
)");
    CHECK(loaded.only().empty());
    REQUIRE(loaded.survey);
    const Survey& s = *loaded.survey;
    CHECK(s.version == "2026.11");
    CHECK(s.intro == "One.\n\nTwo.");
    CHECK(s.audiences == std::vector<std::string>{"young-person", "adult"});
    CHECK(s.language == "cy");
    CHECK(s.sample == 2);
    CHECK(s.asked_count() == 2);
    CHECK(s.feedback == Feedback::end);
    CHECK(s.picture == folder.temp.path() / "pictures/a.svg");
    REQUIRE(s.questions.size() == 4);
    const Question& know = s.questions[0];
    CHECK(know.kind == QuestionKind::choice);
    CHECK(know.correct == std::vector<std::string>{"a"});
    CHECK(know.outcome == "recognise");
    CHECK(know.always);
    CHECK(know.shuffle);
    CHECK_FALSE(know.about_you);
    CHECK(s.feedback_of(know) == Feedback::each);
    CHECK(know.picture_alt == "A face");
    REQUIRE(know.option("unsure"));
    CHECK(know.option("unsure")->fixed);
    CHECK_FALSE(know.option("a")->fixed);
    CHECK_FALSE(know.option("c"));
    const Question& follow = *s.question("follow");
    CHECK(follow.kind == QuestionKind::choices);
    REQUIRE(follow.show_if);
    CHECK(follow.show_if->question == "know");
    CHECK(follow.show_if->is == std::vector<std::string>{"b", "unsure"});
    CHECK(follow.about_you);
    CHECK_FALSE(follow.shuffle);
    CHECK(s.feedback_of(follow) == Feedback::end);
    CHECK(s.questions[2].kind == QuestionKind::scale);
    CHECK(s.questions[3].correct == std::vector<std::string>{"two", "one"});
    CHECK_FALSE(s.question("nothing"));
}

TEST_CASE("survey: little is needed", "[survey]") {
    const auto loaded = Folder{}.load(with(""));
    CHECK(loaded.only().empty());
    REQUIRE(loaded.survey);
    CHECK(loaded.survey->language == "en");
    CHECK(loaded.survey->feedback == Feedback::each);
    CHECK_FALSE(loaded.survey->sample);
    CHECK(loaded.survey->asked_count() == 1);
}

TEST_CASE("survey: its language is its own, else its pack's", "[survey]") {
    const Folder folder;
    base::Problems problems;
    const auto language_of = [&](const std::string& text) {
        const auto survey =
            load_survey(folder.temp.path(), folder.temp.write("surveys/friends.toml", text), "cy", problems);
        return survey ? survey->language : "";
    };
    CHECK(language_of(with("")) == "cy");
    CHECK(language_of("language = \"pl\"\n" + with("")) == "pl");
    CHECK(problems.empty());
}

TEST_CASE("survey: a version must survive XML, and a server's own ending", "[survey]") {
    for (const auto& version : std::vector<std::string>{"a\\tb", "2026.11[encrypted:x]", " 1", std::string(65, '1')}) {
        CAPTURE(version);
        auto text = with("");
        const auto at = text.find("version = \"1\"");
        REQUIRE(at != std::string::npos);
        text.replace(at, 13, "version = \"" + version + "\"");
        CHECK(refusal(text).find("cannot be a version") != std::string::npos);
    }
}

TEST_CASE("survey: what is shipped can be read", "[survey]") {
    const std::filesystem::path pack = std::filesystem::path{TALKPOINT_SOURCE} / "content/healthy-relationships";
    Loaded loaded;
    loaded.survey = load_survey(pack, pack / "surveys/healthy-relationships.toml", "en", loaded.problems);
    CHECK(loaded.survey.has_value());
    CHECK(loaded.only().empty());
}

TEST_CASE("survey: each mistake in the head, with its line", "[survey]") {
    const auto head_with = [](std::string_view line) { return refusal(std::string{line} + "\n" + with("")); };
    CHECK(head_with("smaple = 1") == "1: unknown key \"smaple\"; did you mean \"sample\"?");
    CHECK(head_with("sample = 0") == "1: must be 1 or more; leave it out to ask every question");
    CHECK(head_with("sample = 2") == "1: asks 2 questions, but only 1 can be drawn; lower it or add questions");
    CHECK(head_with("sample = 9999999999") ==
          "1: asks 200 questions, but only 1 can be drawn; lower it or add questions");
    CHECK(head_with("sample = \"two\"") == "1: \"sample\" is not a whole number; correct it");
    CHECK(head_with("feedback = \"eech\"") == "1: \"eech\" is not a known feedback; did you mean \"each\"?");
    CHECK(head_with("feedback = \"whenever\"") ==
          "1: \"whenever\" is not a known feedback; use one of: each, end, none");
    CHECK(head_with("language = \"English\"") ==
          "1: \"English\" is not a language code; use one such as \"en\" or \"pt-BR\"");
    CHECK(head_with("audiences = [\"adults\"]").starts_with("1: \"adults\" is not a known audience; use: child, "));
    CHECK(head_with("picture = \"a.svg\"\npicture_alt = \"A\"").starts_with("1: picture there is no file \"a.svg\""));
    CHECK(head_with("picture = \"../a.svg\"\npicture_alt = \"A\"").find("leads out of it by \"..\"") !=
          std::string::npos);
}

TEST_CASE("survey: the id is the name of the file", "[survey]") {
    const auto named = [](const std::string& name, std::string_view text) { return Folder{}.load(text, name).only(); };
    CHECK(named("others", with("")) == "1: is \"friends\" but the file is \"others.toml\"; make them the same");
    std::string text = with("");
    text.replace(6, 7, "Friends");
    CHECK(named("Friends", text) == "1: \"Friends\" is not an id; use small letters, digits and \"-\", a letter first");
}

TEST_CASE("survey: each mistake in a question, with its line", "[survey]") {
    const auto second = [](std::string_view id, std::string_view rest) {
        return refusal(with("[[question]]\nid = \"" + std::string{id} + "\"\ntext = \"?\"\n" + std::string{rest}));
    };  // lines 10 to 12, then the rest
    const std::string two = "options = [{ id = \"a\", text = \"A\" }, { id = \"b\", text = \"B\" }]\n";
    const std::string choice = "kind = \"choice\"\n" + two;

    CHECK(second("first", choice) == "11: \"first\" is used twice in this survey; give each question its own id");
    CHECK(second("Second", choice) ==
          "11: \"Second\" is not an id; use small letters, digits and \"_\", a letter first");
    CHECK(second("a-b", choice).starts_with("11: \"a-b\" is not an id"));
    for (const char* taken : {"context", "meta"})
        CHECK(second(taken, choice) ==
              "11: \"" + std::string{taken} + "\" stands in the data for what is no answer; choose another id");
    CHECK(second("second", two) == "10: \"kind\" is missing; add it: choice, choices, scale, sort");
    CHECK(second("second", "kind = \"choise\"\n" + two) ==
          "13: \"choise\" is not a known kind; did you mean \"choice\"?");
    CHECK(second("second", "kind = \"choice\"\n") == "10: question \"second\" has 0 options; it needs two or more");
    CHECK(second("second", choice + "shufle = true\n") == "15: unknown key \"shufle\"; did you mean \"shuffle\"?");
    CHECK(second("second", choice + "always = \"yes\"\n") == "15: \"always\" is not true or false; correct it");
    CHECK(second("second", choice + "explain = \"So.\"\ncorrect = \"aa\"\n") ==
          "16: correct names option \"aa\", which question \"second\" does not have; did you mean \"a\"?");
    CHECK(second("second", choice + "explain = \"So.\"\ncorrect = \"zebra\"\n").ends_with("use one of: a, b"));
    CHECK(second("second", choice + "explain = \"So.\"\ncorrect = [\"a\", \"b\"]\n") ==
          "16: names several options, but only one can be chosen; name one");
    CHECK(second("second", "kind = \"sort\"\n" + two + "explain = \"So.\"\ncorrect = [\"a\"]\n") ==
          "16: must name every option once, first to last");
    CHECK(second("second", "kind = \"choices\"\n" + two + "explain = \"So.\"\ncorrect = [\"a\", \"a\"]\n") ==
          "16: names an option twice; name each once");
    CHECK(second("second", choice + "picture = \"/etc/passwd\"\npicture_alt = \"A\"\n").find("is an absolute path") !=
          std::string::npos);
}

TEST_CASE("survey: each mistake in an option", "[survey]") {
    const auto options = [](std::string_view list) {
        return refusal(std::string{head} + "[[question]]\nid = \"q\"\nkind = \"choice\"\ntext = \"?\"\noptions = [\n" +
                       std::string{list} + "]\n");
    };  // the list begins on line 10
    const std::string a = "{ id = \"a\", text = \"A\" },\n";
    CHECK(options(a) == "9: question \"q\" has 1 options; it needs two or more");
    CHECK(options(a + a) == "11: option \"a\" is there twice; give each option its own id");
    CHECK(options(a + "{ id = \"B\", text = \"B\" },\n").starts_with("11: \"B\" is not an id"));
    for (const char* taken : {"skipped", "prefer_not_to_say"})
        CHECK(options(a + "{ id = \"" + taken + "\", text = \"B\" },\n").starts_with("11: "));
    CHECK(options(a + "{ id = \"b\" },\n").starts_with("11: \"text\" is missing"));
    CHECK(options(a + "{ text = \"B\" },\n").starts_with("11: \"id\" is missing"));
    CHECK(options(a + "{ id = \"b\", text = \" \" },\n").starts_with("11: \"text\" is empty"));
    CHECK(options(a + "{ id = \"b\", text = \"B\", fixd = true },\n") ==
          "11: unknown key \"fixd\"; did you mean \"fixed\"?");
    CHECK(options(a + "\"b\",\n").find("11: \"options\" is not a list of tables") != std::string::npos);
    std::string many;
    for (char c = 'a'; c <= 'm'; ++c) many += std::string{"{ id = \""} + c + "\", text = \"T\" },\n";
    CHECK(options(many) == "9: question \"q\" has more than 12 options; ask less at once");
}

TEST_CASE("survey: show_if names an earlier question and its options", "[survey]") {
    const auto show_if = [](std::string_view condition, std::string_view after = "") {
        return refusal(
            with("[[question]]\nid = \"second\"\nkind = \"choice\"\ntext = \"?\"\n"
                 "options = [{ id = \"a\", text = \"A\" }, { id = \"b\", text = \"B\" }]\nshow_if = " +
                 std::string{condition} + "\n" + std::string{after}));
    };  // show_if on line 15
    CHECK(show_if("{ question = \"frist\", is = \"go\" }") ==
          "15: show_if names question \"frist\", which is not in this survey; did you mean \"first\"?");
    CHECK(show_if("{ question = \"zzz\", is = \"go\" }").ends_with("not in this survey; name an earlier question"));
    CHECK(show_if("{ question = \"second\", is = \"a\" }") ==
          "15: show_if names question \"second\", which is not asked before this one; move it up");
    CHECK(show_if("{ question = \"third\", is = \"go\" }",
                  "[[question]]\nid = \"third\"\nkind = \"choice\"\ntext = \"?\"\n"
                  "options = [{ id = \"go\", text = \"A\" }, { id = \"b\", text = \"B\" }]\n")
              .ends_with("\"third\", which is not asked before this one; move it up"));
    CHECK(show_if("{ question = \"first\", is = [\"stay\", \"sty\"] }") ==
          "15: show_if names option \"sty\", which question \"first\" does not have; did you mean \"stay\"?");
    CHECK(show_if("{ question = \"first\" }") == "15: \"is\" is missing; name the option that must have been chosen");
    CHECK(show_if("{ is = \"go\" }").starts_with("15: \"question\" is missing"));
    CHECK(show_if("{ question = \"first\", is = \"go\", or = 1 }").starts_with("15: unknown key \"or\""));
    CHECK(show_if("\"first\"") == "15: \"show_if\" is not a table; correct it");
}

TEST_CASE("survey: more always than the sample holds", "[survey]") {
    const std::string more =
        "[[question]]\nid = \"second\"\nkind = \"choice\"\ntext = \"?\"\nalways = true\n"
        "options = [{ id = \"a\", text = \"A\" }, { id = \"b\", text = \"B\" }]\n";
    CHECK(refusal("sample = 1\n" + with("always = true\n" + more)) ==
          "1: asks 1 questions, but 2 are marked always; raise it");
}

TEST_CASE("survey: a correct answer without a reason is only a warning", "[survey]") {
    const auto loaded = Folder{}.load(with("correct = \"go\"\n"));
    CHECK(loaded.survey.has_value());
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].severity == base::Severity::warning);
    CHECK(Folder{}.load(with("correct = \"go\"\nfeedback = \"none\"\n")).only().empty());
}

TEST_CASE("survey: a picture needs words for those who cannot see it", "[survey]") {
    const Folder folder;
    (void)folder.temp.write("a.svg", "<svg/>");
    CHECK(folder.load(with("picture = \"a.svg\"\n")).only().starts_with("10: has a picture but no \"picture_alt\""));
}

TEST_CASE("survey: every problem at once", "[survey]") {
    const auto text =
        refusal("id = \"other\"\nversion = 3\ntitle = \"\"\nfeedback = \"eech\"\n[[question]]\nid = \"Q\"\n");
    for (const char* part :
         {"1: is \"other\"", "2: \"version\" is not text", "3: \"title\" is empty", "\"intro\" is missing",
          "4: \"eech\"", "6: \"Q\" is not an id", "\"kind\" is missing", "\"text\" is missing", "has 0 options"})
        CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("survey: files that are no survey", "[survey]") {
    const Folder folder;
    CHECK(folder.load("").only().find("asks nothing") != std::string::npos);
    CHECK(folder.load("title = \"\xff\"").only().starts_with("1: is not UTF-8"));
    CHECK(folder.load(std::string{head} + "x = \"\x01\"").only().starts_with("5: holds a control character"));
    CHECK(folder.load(std::string(2 * 1024 * 1024, '#')).only().starts_with("0: is larger than"));
    CHECK(folder.load(std::string{head} + "[[question]\n").only().starts_with("5: is not valid TOML"));
    base::Problems problems;
    CHECK_FALSE(load_survey(folder.temp.path(), folder.temp.path() / "surveys/none.toml", "en", problems));
    CHECK(problems.size() == 1);
}

TEST_CASE("survey: no beginning of a good file does any harm", "[survey]") {
    const Folder folder;
    const std::string whole =
        with("correct = \"go\"\nexplain = \"Só.\"\nshow_if = { question = \"first\", is = [\"go\"] }\n");
    int good = 0;
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto loaded = folder.load(std::string_view{whole}.substr(0, length));
        CHECK(loaded.survey.has_value() == !base::any_error(loaded.problems));
        good += loaded.survey.has_value() ? 1 : 0;
        for (const auto& p : loaded.problems) CHECK(p.text().find('\n') == std::string::npos);
    }
    CHECK(good > 0);
    CHECK(good < 20);
}

TEST_CASE("survey: complaints are one line and short, whatever they quote", "[survey]") {
    const std::string big(90'000, 'q');
    for (const std::string& bad : {std::string{"a\\nb"}, big}) {
        const auto loaded = Folder{}.load(
            "feedback = \"" + bad + "\"\npicture = \"" + bad + "\"\naudiences = [\"" + bad + "\"]\n" +
            with("correct = \"" + bad + "\"\nshow_if = { question = \"" + bad + "\", is = \"x\" }\n" +
                 "[[question]]\nid = \"" + bad + "\"\nkind = \"" + bad + "\"\ntext = \"?\"\noptions = [{ id = \"" +
                 bad + "\", text = \"A\" }, { id = \"" + bad + "\", text = \"B\" }]\ncorrect = \"" + bad + "b\"\n"));
        CHECK(loaded.problems.size() > 6);
        for (const auto& p : loaded.problems) {
            CHECK(p.message.find('\n') == std::string::npos);
            CHECK(p.message.size() < 500);
        }
    }
}

TEST_CASE("survey: a hostile file is refused in a moment", "[survey]") {
    const Folder folder;
    const auto seconds = [&](const std::string& text) {
        return tests::cpu_seconds([&] { CHECK_FALSE(folder.load(text).survey.has_value()); });
    };
    std::string options = "options = [", correct = "correct = [", questions = std::string{head},
                keys = std::string{head};
    for (int i = 0; i < 12'000; ++i) {
        const std::string n = std::to_string(i);
        options += "{ id = \"option_" + n + "\", text = \"T\" },";
        correct += "\"optoin_" + n + "\",";
        questions += "[[question]]\nid = \"q" + n + "\"\nkind = \"x\"\ntext = \"?\"\n";
        keys += "key_" + n + " = 1\n";
    }
    const std::string question = std::string{head} + "[[question]]\nid = \"q\"\nkind = \"sort\"\ntext = \"?\"\n";
    CHECK(seconds(question + options + "]\n" + correct + "]\n") < 2);
    CHECK(seconds(questions) < 2);
    CHECK(seconds(keys) < 2);
    // Two names as long as a book.
    const std::string book(400'000, 'a');
    CHECK(seconds(with("correct = \"" + book + "\"\n[[question]]\nid = \"" + book.substr(1) +
                       "\"\nkind = \"choice\"\ntext = \"?\"\noptions = []\n")) < 1);
    CHECK(seconds(question + "options = [{ id = \"" + book + "\", text = \"T\" }]\ncorrect = \"" + book.substr(2) +
                  "\"\n") < 1);
}
