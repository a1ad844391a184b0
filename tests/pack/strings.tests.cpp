#include "pack/strings.hpp"
#include "catch.hpp"
#include "pack_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

TEST_CASE("tables become dotted keys") {
    const TempFolder folder;
    base::Problems problems;
    const auto strings = pack::Strings::load(
        folder.write(
            "pt-BR.toml",
            "home = \"Início\"\n[question]\nskip = \"Pular\"\n[question.help]\ntitle = \"Ajuda para {name}\"\n"),
        problems);
    CHECK(problems.empty());
    CHECK(strings.language() == "pt-BR");
    CHECK(strings("home") == "Início");
    CHECK(strings("question.skip") == "Pular");
    CHECK(strings("question.help.title", {{"name", "Ana"}}) == "Ajuda para Ana");
    CHECK(strings.has("question.skip"));
    CHECK_FALSE(strings.has("question"));
}

TEST_CASE("a text that is missing shows its key, and the answer stays valid") {
    const pack::Strings strings;
    const auto& first = strings("not.there");
    CHECK(strings("nor.this") == "nor.this");
    CHECK(first == "not.there");
    CHECK(&first == &strings("not.there"));
    CHECK_FALSE(strings.has("not.there"));
}

TEST_CASE("every leaf must be a text; the sound ones are kept") {
    const TempFolder folder;
    base::Problems problems;
    const auto strings = pack::Strings::load(
        folder.write("en.toml", "a = 1\nb = [\"x\"]\nc = \"kept\"\nd = \"\"\n[e]\nf = true\n[[g]]\nh = \"x\"\n"),
        problems);
    INFO(shown(problems));
    CHECK(problems.size() == 5);
    CHECK(refuses(problems, 1, "text in quotation marks"));
    CHECK(refuses(problems, 2, "text in quotation marks"));
    CHECK(refuses(problems, 4, "\"d\" is empty"));
    CHECK(refuses(problems, 6, "text in quotation marks"));
    CHECK(refuses(problems, 7, "text in quotation marks"));
    CHECK(strings("c") == "kept");
}

TEST_CASE("a file of strings that cannot be read or has no language's name is reported") {
    const TempFolder folder;
    base::Problems problems;
    CHECK_FALSE(pack::Strings::load(folder.path() / "fr.toml", problems).has("a"));
    CHECK(refuses(problems, 0, "no such file"));
    problems.clear();
    CHECK(pack::Strings::load(folder.write("English.toml", "a = \"x\"\n"), problems).has("a"));
    CHECK(refuses(problems, 0, "not named after a language"));
}

namespace {

constexpr const char* english =
    "language_name = \"English\"\ndirection = \"ltr\"\nback = \"Back\"\n[question]\nskip = \"Skip\"\n"
    "progress = \"{position} of {total}\"\n";

/// English and a translation beside it, completed from it.
struct Translated {
    explicit Translated(std::string_view text, std::string_view source_text = english) {
        const auto source = pack::Strings::load(folder.write("en.toml", source_text), problems);
        strings = pack::Strings::load(folder.write("pl.toml", text), problems);
        strings.complete_from(source, problems);
        for (const auto& problem : problems) CHECK(problem.path == (folder.path() / "pl.toml").string());
    }
    TempFolder folder;
    base::Problems problems;
    pack::Strings strings;
};

std::string polish(std::string_view digest) {
    return joined("reviewed = true\nsource_digest = \"", digest,
                  "\"\nlanguage_name = \"Polski\"\ndirection = \"ltr\"\nback = \"Wróć\"\n[question]\nskip = "
                  "\"Pomiń\"\nprogress = \"{total}, a teraz {position}\"\n");
}

/// What the complaint says should be written.
std::string wanted_digest(const base::Problems& problems) {
    for (const auto& problem : problems)
        if (const auto at = problem.message.find("source_digest = \""); at != std::string::npos)
            return problem.message.substr(at + 17, 12);
    return {};
}

}  // namespace

TEST_CASE("a language says what it is called, how it runs, and whether somebody has read it") {
    const TempFolder folder;
    base::Problems problems;
    const auto arabic = pack::Strings::load(
        folder.write("ar.toml", "reviewed = true\nlanguage_name = \"العربية\"\ndirection = \"rtl\"\nback = \"رجوع\"\n"),
        problems);
    CHECK(problems.empty());
    CHECK(arabic.name() == "العربية");
    CHECK(arabic.right_to_left());
    CHECK(arabic.reviewed());
    CHECK(arabic.texts().size() == 2);
    CHECK(arabic("language_name") == "العربية");

    const auto plain = pack::Strings::load(folder.write("cy.toml", "back = \"Yn ôl\"\n"), problems);
    CHECK(problems.empty());
    CHECK(plain.name() == "cy");
    CHECK_FALSE(plain.right_to_left());
    CHECK_FALSE(plain.reviewed());

    (void)pack::Strings::load(folder.write("he.toml", "reviewed = 1\ndirection = \"left\"\nsource_digest = 3\n"),
                              problems);
    CHECK(problems.size() == 3);
    CHECK(refuses(problems, 1, "true or false"));
    CHECK(refuses(problems, 2, "\"left\" is no direction; write \"ltr\""));
    CHECK(refuses(problems, 3, "text in quotation marks"));
}

TEST_CASE("a whole translation of these very words earns no complaint, and keeps its own") {
    const Translated first{polish("")};
    INFO(shown(first.problems));
    REQUIRE(first.problems.size() == 1);
    CHECK(warns(first.problems, 2, "does not say which words of en.toml it translates; look this translation over"));
    const Translated strings{polish(wanted_digest(first.problems))};
    INFO(shown(strings.problems));
    CHECK(strings.problems.empty());
    CHECK(strings.strings("back") == "Wróć");
    CHECK(strings.strings("question.progress", {{"position", "1"}, {"total", "2"}}) == "2, a teraz 1");
    CHECK(strings.strings.name() == "Polski");
}

TEST_CASE("it is stale when a word of the interface changes, and not when its order or remarks do") {
    const auto digest = wanted_digest(Translated{polish("")}.problems);
    std::string changed = english;
    changed.replace(changed.find("\"Skip\""), 6, "\"Skip it\"");
    const Translated stale{polish(digest), changed};
    REQUIRE(stale.problems.size() == 1);
    CHECK(warns(stale.problems, 2, "en.toml has other words now than when it was translated"));
    CHECK(wanted_digest(stale.problems).size() == 12);
    CHECK(wanted_digest(stale.problems) != digest);

    const Translated same{
        polish(digest),
        "# Remarks.\nback = \"Back\"\ndirection = \"ltr\"\nlanguage_name = \"English (UK)\"\n[question]\n"
        "progress = \"{position} of {total}\"\nskip = \"Skip\"  # and more\n"};
    INFO(shown(same.problems));
    CHECK(same.problems.empty());
}

TEST_CASE("what is missing is taken from English and said in one line") {
    const Translated strings{"language_name = \"Polski\"\ndirection = \"ltr\"\n[question]\nskip = \"Pomiń\"\n"};
    INFO(shown(strings.problems));
    CHECK(strings.problems.size() == 2);
    CHECK(warns(strings.problems, 0,
                "lacks 2 of the texts, and people will read them in English; add back, question.progress"));
    CHECK(warns(strings.problems, 0, "source_digest"));
    CHECK(strings.strings("back") == "Back");
    CHECK(strings.strings("question.skip") == "Pomiń");

    const Translated nothing{""};
    CHECK(warns(nothing.problems, 0, "does not say \"direction\""));
    CHECK(warns(nothing.problems, 0, "does not say \"language_name\""));
    CHECK(nothing.strings.texts().size() == 3);
    CHECK(nothing.strings.name() == "pl");  // it is not English, whoever forgot to name it

    const Translated broken{"back = "};
    CHECK(refuses(broken.problems, 1, "is not valid TOML"));
    CHECK(broken.strings("back") == "Back");
}

TEST_CASE("words in braces that were lost or invented are an error, and the text is the source's") {
    for (const auto* wrong :
         {"{position}", "{position} z {wszystkich}", "{position} z {total", "{position} {total} {x}", "-"}) {
        auto text = polish("");
        text.replace(text.find("{total}, a teraz {position}"), 27, wrong);
        const Translated strings{text};
        INFO(shown(strings.problems));
        CHECK(refuses(strings.problems, 8, "but en.toml has {position}, {total}; write the same ones"));
        CHECK(strings.strings("question.progress") == "{position} of {total}");
        CHECK(strings.strings("question.skip") == "Pomiń");
    }
}

TEST_CASE("texts that English does not have are warnings with the nearest that it has") {
    const Translated strings{joined(polish(""), "skipp = \"x\"\nunheard_of = \"x\"\n")};
    INFO(shown(strings.problems));
    CHECK(
        warns(strings.problems, 9, "there is no text \"question.skipp\" in en.toml; did you mean \"question.skip\"?"));
    CHECK(warns(strings.problems, 10,
                "there is no text \"question.unheard_of\" in en.toml; correct the key, or remove it"));
}

TEST_CASE("a hostile file of strings costs little") {
    std::string keys, braces = "back = \"", open = "back = \"";
    for (int i = 0; i < 40'000; ++i) keys += joined("k", std::to_string(100'000 + i), " = \"x\"\n");
    for (int i = 0; i < 250'000; ++i) braces += "{a}";
    for (int i = 0; i < 900'000; ++i) open += "{";
    CHECK(cpu_seconds([&] { CHECK(Translated{keys}.problems.size() <= 101); }) < 2);
    CHECK(cpu_seconds([&] { CHECK(Translated{braces + "\"\n"}.strings("back") == "Back"); }) < 2);
    CHECK(cpu_seconds([&] { CHECK(Translated{open + "}\"\n"}.strings("back") == "Back"); }) < 2);
}

TEST_CASE("the languages of the interface are the files that are named after one") {
    const TempFolder folder;
    for (const auto* name :
         {"pl.toml", "en.toml", "easy.toml", "pt-BR.toml", "Polish.toml", "ro.toml~", "ar.txt", ".uk.toml"})
        folder.write(name, "");
    CHECK(pack::interface_languages(folder.path()) == std::vector<std::string>{"easy", "en", "pl", "pt-BR"});
    CHECK(pack::interface_languages(folder.path() / "nowhere").empty());
}
