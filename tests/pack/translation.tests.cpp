#include "pack/translation.hpp"
#include "catch.hpp"
#include "translated_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

TEST_CASE("translation: every word of a pack, and nothing but its words") {
    Translated folder;
    folder.write_polish();
    const auto pack = folder.read();
    INFO(shown(folder.problems));
    CHECK(folder.problems.empty());
    CHECK(pack.language == "pl");
    CHECK(pack.source_language == "en");
    CHECK(pack.title == "Przyjaciele");
    CHECK(pack.summary == "O przyjaciołach");
    CHECK(pack.reviewed);
    REQUIRE(pack.messages.size() == 1);
    const auto& message = pack.messages[0];
    CHECK(message.id == "a");
    CHECK(message.language == "pl");
    CHECK(message.reviewed);
    CHECK(message.title == "Dobrzy przyjaciele");
    CHECK(message.summary == "Jakie to uczucie");
    REQUIRE(message.picture);
    CHECK(message.picture->alt == "Dwoje przyjaciół");
    CHECK(message.attract);
    CHECK(message.audiences == std::vector{pack::Audience::child});
    CHECK(message.sources == std::vector<std::string>{"A book"});
    CHECK(message.review_due);
    REQUIRE(message.pages.size() == 2);
    CHECK(message.pages[0].blocks[0].text.text == "Pierwsze słowa, mocne.");
    CHECK(message.pages[0].blocks[0].text.emphases.size() == 1);
    REQUIRE(message.pages[0].picture);
    CHECK(message.pages[0].picture->alt == "Ławka");
    REQUIRE(pack.help.size() == 2);
    CHECK(pack.help[0].name == "Pogotowie");
    CHECK(pack.help[0].for_whom == "W niebezpieczeństwie");
    CHECK(pack.help[0].hours == "Zawsze");
    CHECK(pack.help[0].phone == "999");
    CHECK(pack.help[0].emergency);
    CHECK(pack.help[1].language == "pl");
    CHECK(pack.help[1].reviewed);
    CHECK(pack.help[1].checked_on);
    CHECK(pack::translation_files(pack) == std::vector<fs::path>{folder.path() / "pack.pl.toml",
                                                                 folder.path() / "help.pl.toml",
                                                                 folder.path() / "messages/a.pl.md"});
    CHECK(pack::translation_files(pack, true).empty());
}

TEST_CASE("translation: a pack in its own language is itself") {
    Translated folder;
    folder.write_polish();
    const auto pack = folder.read("en");
    CHECK(folder.problems.empty());
    CHECK(pack.title == "Friends");
    CHECK(pack.language == "en");
    CHECK(pack.messages[0].language == "en");
    CHECK(pack.help[0].language == "en");
    CHECK(pack.reviewed);
    CHECK(pack::translation_files(pack).empty());

    folder.write("pack.toml", with(std::string{manifest}, "\"en\"", "\"cy\""));
    const auto welsh = folder.read("cy");
    CHECK(welsh.language == "cy");
    CHECK(welsh.messages[0].language == "cy");
    CHECK(welsh.help[0].language == "cy");
    CHECK(folder.problems.empty());
}

TEST_CASE("translation: what nobody has reviewed says so") {
    Translated folder;
    folder.write_polish();
    folder.write("messages/a.pl.md", with(polish_message, "reviewed = true\n", ""));
    folder.write("help.pl.toml", with(polish_help, "reviewed = true", "reviewed = false"));
    const auto pack = folder.read();
    CHECK(pack.reviewed);
    CHECK_FALSE(pack.messages[0].reviewed);
    CHECK_FALSE(pack.help[0].reviewed);
    CHECK(pack::translation_files(pack, true) ==
          std::vector<fs::path>{folder.path() / "help.pl.toml", folder.path() / "messages/a.pl.md"});
}

TEST_CASE("translation: files that are missing are a warning each, and their words the source's") {
    Translated folder;
    folder.write_polish();
    for (const auto* file : {"pack.pl.toml", "messages/a.pl.md"}) fs::remove(folder.path() / file);
    const auto pack = folder.read();
    INFO(shown(folder.problems));
    REQUIRE(folder.problems.size() == 2);
    CHECK(warns(folder.about("pack.toml"), 0,
                "is not translated into Polish, and people will read it in \"en\"; write pack.pl.toml"));
    CHECK(warns(folder.about("messages/a.md"), 0, "write a.pl.md"));
    CHECK(pack.title == "Friends");
    CHECK(pack.language == "en");
    CHECK(pack.messages[0].title == "Good friends");
    CHECK(pack.messages[0].language == "en");
    CHECK(pack.help[0].language == "pl");
}

TEST_CASE("translation: a language of which there is nothing is one line") {
    Translated folder;
    folder.write_polish();
    const auto pack = folder.read("ro");
    REQUIRE(folder.problems.size() == 1);
    CHECK(
        warns(folder.about("pack.toml"), 0,
              "nothing of this pack is in Romanian, and people will read it in \"en\"; write pack.ro.toml and so on"));
    CHECK(pack.language == "en");
}

TEST_CASE("translation: a pack without help lines or messages needs no translations of them") {
    PackFolder folder;
    folder.write("pack.pl.toml", polish_pack);
    const auto source = folder.load();
    folder.problems.clear();
    const auto pack = pack::translate_pack(*source, "pl", folder.problems);
    CHECK(pack.title == "Przyjaciele");
    CHECK(folder.problems.size() == 1);
}

TEST_CASE("translation: stale is what has other words than when it was translated, and nothing else") {
    Translated folder;
    folder.write_polish();
    const std::string pack{manifest};
    const auto of_message = [&](std::string_view what, std::string_view by) {
        return folder.stale_after("messages/a.md", a_message, what, by, "messages/a.pl.md");
    };
    const auto of_help = [&](std::string_view what, std::string_view by) {
        return folder.stale_after("help.toml", help, what, by, "help.pl.toml");
    };
    const auto of_pack = [&](std::string_view what, std::string_view by) {
        return folder.stale_after("pack.toml", pack, what, by, "pack.pl.toml");
    };
    CHECK(of_message("Good friends", "Best friends"));
    CHECK(of_message("How it", "What it"));
    CHECK(of_message("Two friends", "Three friends"));
    CHECK(of_message("First words", "Other words"));
    CHECK(of_message("A bench", "A chair"));
    CHECK(of_message("Second words", "Second word"));
    CHECK(of_message("- Second words", "- Second words\n- Third words"));
    CHECK_FALSE(of_message("2091-01-31", "2092-01-31"));
    CHECK_FALSE(of_message("A book", "Another book"));
    CHECK_FALSE(of_message("attract = true", "attract = false"));
    CHECK_FALSE(of_message("[\"child\"]", "[\"adult\"]"));
    CHECK_FALSE(of_message("First words, **strong** ones.", "First words,\n*strong* ones."));
    CHECK_FALSE(of_message("- Second words", "1. Second words"));
    folder.write("pictures/b.svg", svg);
    CHECK_FALSE(of_message("picture = \"pictures/a.svg\"", "picture = \"pictures/b.svg\""));
    CHECK_FALSE(of_message("(pictures/a.svg)", "(pictures/b.svg)"));

    CHECK(of_help("To talk", "To speak"));
    CHECK(of_help("Always", "Night and day"));
    CHECK_FALSE(of_help("2090-06-01", "2090-06-02"));
    CHECK_FALSE(of_help("phone = \"1\"", "phone = \"2\""));
    CHECK(of_pack("About friends", "All about friends"));
    CHECK_FALSE(of_pack("version = \"1\"", "version = \"2\""));
    CHECK_FALSE(of_pack("Somebody", "Somebody else"));

    // Help lines in another order are the same words.
    const std::string text = help;
    const auto second = text.find("[[line]]\nid = \"listen\"");
    folder.write("help.toml", text.substr(second) + text.substr(0, second));
    (void)folder.read();
    CHECK(folder.problems.empty());
}

TEST_CASE("translation: texts that are missing are warnings with their line, and the source's stand in") {
    Translated folder;
    folder.write_polish();
    folder.write("pack.pl.toml", "title = \"Przyjaciele\"\n");
    folder.write("help.pl.toml", "[line.danger]\nname = \"Pogotowie\"\n");
    folder.write("messages/a.pl.md", with(polish_message, "summary = \"Jakie to uczucie\"\n", ""));
    const auto pack = folder.read();
    INFO(shown(folder.problems));
    CHECK(warns(folder.about("pack.pl.toml"), 0,
                "\"summary\" is not translated, and people will read it in \"en\"; add it"));
    CHECK(warns(folder.about("pack.pl.toml"), 0, "does not say which words of pack.toml it translates"));
    CHECK(warns(folder.about("help.pl.toml"), 1, "\"for\" of line \"danger\" is not translated"));
    CHECK(warns(folder.about("help.pl.toml"), 1, "\"hours\" of line \"danger\" is not translated"));
    CHECK(warns(folder.about("help.pl.toml"), 1, "line \"listen\" is not translated"));
    CHECK(warns(folder.about("messages/a.pl.md"), 0, "\"summary\" is not translated"));
    CHECK(pack.title == "Przyjaciele");
    CHECK(pack.summary == "About friends");
    CHECK(pack.language == "pl");
    CHECK(pack.help[0].for_whom == "In danger");
    CHECK(pack.help[0].language == "pl");
    CHECK(pack.help[1].language == "en");
    CHECK(pack.messages[0].summary == "How it feels");
    CHECK(pack.messages[0].language == "pl");
}

TEST_CASE("translation: a line whose name is its heading needs the name alone") {
    Translated folder;
    folder.write("help.toml", "[[line]]\nid = \"x\"\nname = \"X\"\nphone = \"1\"\nchecked_on = 2090-06-01\n");
    folder.write("help.pl.toml", "[line.x]\nname = \"Iks\"\n");
    const auto pack = folder.read();
    CHECK(folder.about("help.pl.toml").size() == 1);  // source_digest
    CHECK(pack.help[0].for_whom == "Iks");
}

TEST_CASE("translation: mistakes are errors on their line, and what is broken stays the source's") {
    Translated folder;
    folder.write_polish();
    folder.write("pack.pl.toml", "titel = \"x\"\nversion = \"2\"\npicture_alt = \"x\"\nreviewed = \"yes\"\n");
    folder.write("help.pl.toml",
                 "[line.danger]\nname = 5\nfor = \"x\"\nhours = \"x\"\n[line.listen]\nname = \"L\"\nfor = \"R\"\n"
                 "[line.listn]\nname = \"x\"\n");
    folder.write("messages/a.pl.md", with(polish_message, "title", "attract = true\ntitle"));
    const auto pack = folder.read();
    INFO(shown(folder.problems));
    const auto of_pack = folder.about("pack.pl.toml"), of_help = folder.about("help.pl.toml");
    CHECK(refuses(of_pack, 1, "unknown key \"titel\"; did you mean \"title\"?"));
    CHECK(refuses(of_pack, 2, "unknown key \"version\""));
    CHECK(refuses(of_pack, 3, "\"picture_alt\" is not in pack.toml; write it there first, or remove it"));
    CHECK(refuses(of_pack, 4, "true or false"));
    CHECK(refuses(of_help, 2, "text in quotation marks"));
    CHECK(warns(of_help, 8, "there is no line \"listn\" in help.toml; did you mean \"listen\"?"));
    CHECK(refuses(folder.about("messages/a.pl.md"), 4, "unknown key \"attract\""));
    CHECK(pack.language == "en");
    CHECK(pack.title == "Friends");
    CHECK(pack.help[0].language == "en");
    CHECK(pack.help[0].name == "Emergency");
    CHECK(pack.help[1].name == "L");
    CHECK(pack.messages[0].language == "en");
    CHECK(pack.messages[0].title == "Good friends");
    CHECK(pack.messages[0].pages[0].blocks[0].text.text.starts_with("First"));

    folder.write("messages/a.pl.md", with(polish_message, "**mocne**", "<b>mocne</b>"));
    CHECK(folder.read().messages[0].language == "en");
    CHECK(refuses(folder.about("messages/a.pl.md"), 8, "HTML"));
    folder.write("help.pl.toml", "[[line]]\nid = \"danger\"\n");
    CHECK(folder.read().help[0].language == "en");
    CHECK(refuses(folder.about("help.pl.toml"), 1, "\"line\" must be tables; write each as [line.<id>]"));
}

TEST_CASE("translation: the pages are those of the source; Easy Read may have more") {
    Translated folder;
    folder.write_polish();
    const auto pages_in = [&](std::string_view language, std::string_view text) {
        folder.write(joined("messages/a.", language, ".md"), text);
        return folder.read(language).messages[0].pages.size();
    };
    const auto more = joined(polish_message, "\n---\n\nTrzecie słowa\n");
    const auto fewer = with(polish_message, "\n---\n", "");
    CHECK(pages_in("pl", more) == 3);
    CHECK(warns(folder.about("messages/a.pl.md"), 0, "has 3 pages, but a.md has 2; make the same pages"));
    CHECK(pages_in("easy", more) == 3);
    CHECK_FALSE(warns(folder.about("messages/a.easy.md"), 0, "pages"));
    for (const std::string language : {"pl", "easy"}) {
        CHECK(pages_in(language, fewer) == 1);
        CHECK(warns(folder.about("messages/a." + language + ".md"), 0, "has 1 pages, but a.md has 2"));
    }
    CHECK(pages_in("pl", with(polish_message, "![Ławka](pictures/a.svg)\n", "")) == 2);
    CHECK(warns(folder.about("messages/a.pl.md"), 0, "page 1 has no picture, but a.md has one there"));
}
