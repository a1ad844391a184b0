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
