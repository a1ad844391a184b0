#include "pack/translation.hpp"
#include "catch.hpp"
#include "pack_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* a_message =
    "+++\ntitle = \"Good friends\"\nsummary = \"How it feels\"\nsources = [\"A book\"]\nreview_due = 2091-01-31\n"
    "picture = \"pictures/a.svg\"\npicture_alt = \"Two friends\"\naudiences = [\"child\"]\nattract = true\n+++\n"
    "First words, **strong** ones.\n\n![A bench](pictures/a.svg)\n\n---\n\n- Second words\n";

constexpr const char* help =
    "[[line]]\nid = \"danger\"\nname = \"Emergency\"\nfor = \"In danger\"\nphone = \"999\"\nemergency = true\nhours = "
    "\"Always\"\n[[line]]\nid = \"listen\"\nname = \"Listeners\"\nfor = \"To talk\"\nphone = \"1\"\nchecked_on = "
    "2090-06-01\n";

constexpr const char* polish_pack =
    "reviewed = true\nsource_digest = \"@\"\ntitle = \"Przyjaciele\"\nsummary = \"O przyjaciołach\"\n";
constexpr const char* polish_help =
    "reviewed = true\nsource_digest = \"@\"\n[line.danger]\nname = \"Pogotowie\"\nfor = \"W niebezpieczeństwie\"\n"
    "hours = \"Zawsze\"\n[line.listen]\nname = \"Listeners\"\nfor = \"Rozmowa\"\n";
constexpr const char* polish_message =
    "+++\nreviewed = true\nsource_digest = \"@\"\ntitle = \"Dobrzy przyjaciele\"\nsummary = \"Jakie to uczucie\"\n"
    "picture_alt = \"Dwoje przyjaciół\"\n+++\n"
    "Pierwsze słowa, **mocne**.\n\n![Ławka](pictures/a.svg)\n\n---\n\n- Drugie słowa\n";

std::string with(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

/// A pack with one message and two help lines, and its translation into Polish.
class Translated : public PackFolder {
  public:
    Translated() {
        write("messages/a.md", a_message);
        write("help.toml", help);
    }
    /// All of it, with the digests that are asked for.
    void write_polish() {
        for (const auto& [name, text] : {std::pair{"pack.pl.toml", polish_pack},
                                         {"help.pl.toml", polish_help},
                                         {"messages/a.pl.md", polish_message}}) {
            write(name, text);
            (void)read();
            write(name, with(text, "@", wanted(name)));
        }
    }
    /// The pack in that language; `problems` has only what translating it said.
    pack::Pack read(std::string_view language = "pl") {
        auto source = load();
        REQUIRE(source);
        problems.clear();
        return pack::translate_pack(*source, language, problems);
    }
    /// The complaints about one file of the pack.
    [[nodiscard]] base::Problems about(std::string_view file) const {
        base::Problems found;
        for (const auto& problem : problems)
            if (problem.path == (path() / file).string()) found.push_back(problem);
        return found;
    }
    /// The digest that the complaint about that file wants to be written.
    [[nodiscard]] std::string wanted(std::string_view file) const {
        for (const auto& problem : about(file))
            if (const auto at = problem.message.find("source_digest = \""); at != std::string::npos)
                return problem.message.substr(at + 17, 12);
        return {};
    }
    /// Whether that file is called stale once `source` is changed so.
    bool stale_after(std::string_view source, std::string_view text, std::string_view what, std::string_view by,
                     std::string_view file) {
        write(source, with(std::string{text}, what, by));
        (void)read();
        write(source, text);
        for (const auto& problem : problems) CHECK(problem.path == (path() / file).string());
        return warns(problems, file.ends_with(".md") ? 3 : 2, "has other words now than when it was translated");
    }
};

}  // namespace

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

TEST_CASE("translation: a recording is its own, never the source's") {
    Translated folder;
    for (const auto* name : {"audio/a.ogg", "audio/b.opus", "audio/c.oga", "audio/d.wav"}) folder.write(name, "sound");
    folder.write("audio/empty.ogg", "");
    folder.write("messages/a.md", with(a_message, "attract", "narration = \"audio/a.ogg\"\nattract"));
    CHECK(folder.load()->messages[0].narration == std::vector<fs::path>{folder.path() / "audio/a.ogg"});
    folder.write_polish();
    CHECK(folder.read().messages[0].narration.empty());
    CHECK(folder.problems.empty());

    const auto narrated = [&](std::string_view value) {
        folder.write("messages/a.pl.md", with(with(polish_message, "title", joined("narration = ", value, "\ntitle")),
                                              "@", folder.wanted("messages/a.pl.md")));
        auto message = folder.read().messages[0];
        folder.problems = folder.about("messages/a.pl.md");
        return message;
    };
    CHECK(narrated("[\"audio/b.opus\", \"audio/c.oga\"]").narration.size() == 2);
    for (const auto& [value, complaint] :
         {std::pair{"\"audio/d.wav\"", "cannot be played; save it as .ogg or .opus"},
          {"\"audio/gone.ogg\"", "there is no file"},
          {"\"audio/empty.ogg\"", "is empty or larger than 64 MiB"},
          {"[\"audio/a.ogg\", \"audio/gone.ogg\"]", "there is no file"},
          {"[\"audio/a.ogg\", \"audio/a.ogg\", \"audio/a.ogg\"]", "names 3 recordings for 2 pages"}}) {
        const auto message = narrated(value);
        INFO(shown(folder.problems));
        CHECK(message.narration.empty());
        CHECK(message.language == "pl");
        CHECK(warns(folder.problems, 4, complaint));
    }
    CHECK(narrated("\"../outside.txt\"").language == "en");
    CHECK(refuses(folder.problems, 4, "not inside the pack"));
}

TEST_CASE("translation: links that lead out and files that are none are refused, and help is still there") {
    Translated folder;
    folder.write("messages/b.md", a_message);
    folder.write("messages/c.md", a_message);
    for (const auto* name : {"pack.pl.toml", "help.pl.toml", "messages/a.pl.md"})
        folder.link(name, folder.path().parent_path() / "outside.txt");
    folder.link("messages/b.pl.md", "nowhere");
    fs::create_directories(folder.path() / "messages/c.pl.md");
    const auto pack = folder.read();
    INFO(shown(folder.problems));
    CHECK(folder.problems.size() == 5);
    for (const auto* name : {"pack.pl.toml", "help.pl.toml", "messages/a.pl.md"})
        CHECK(refuses(folder.about(name), 0, "is a link that leads out of the pack"));
    CHECK(refuses(folder.about("messages/b.pl.md"), 0, "is a link to nowhere"));
    CHECK(refuses(folder.about("messages/c.pl.md"), 0, ""));
    CHECK(pack.language == "en");
    CHECK(pack.help.size() == 2);
    CHECK(pack.messages.size() == 3);
}

TEST_CASE("translation: hostile files are refused at once") {
    Translated folder;
    const auto [bytes, complaint] = GENERATE(table<std::string, std::string>({
        {std::string("title = \"a\0b\"\n", 14), "control character"},
        {"title = \"\xff\xfe\"\n", "UTF-8"},
        {std::string(2000, '['), "nests deeper"},
        {"", ""},
    }));
    for (const auto* name : {"pack.pl.toml", "help.pl.toml", "messages/a.pl.md"}) {
        const auto file = folder.write(
            name, name == std::string_view{"messages/a.pl.md"} ? joined("+++\n", bytes, "\n+++\nx\n") : bytes);
        if (bytes.empty()) fs::resize_file(file, 300UL * 1024 * 1024);  // takes no room on the disk
        pack::Pack pack;
        CHECK(cpu_seconds([&] { pack = folder.read(); }) < one_second);
        INFO(shown(folder.about(name)));
        CHECK(refuses(folder.about(name), bytes.empty() ? 0 : folder.about(name)[0].line,
                      bytes.empty() ? "is larger than" : complaint));
        CHECK(pack.title == "Friends");
        CHECK(pack.help.size() == 2);
        CHECK(pack.messages[0].title == "Good friends");
    }
}

TEST_CASE("translation: thousands of pages, lines and keys cost little") {
    Translated folder;
    std::string pages = polish_message, lines, keys;
    for (int i = 0; i < 20'000; ++i) pages += "\n---\n\nx\n";
    for (int i = 0; i < 20'000; ++i) lines += "[line.x" + std::to_string(i) + "]\nname = \"x\"\n";
    for (int i = 0; i < 15'000; ++i) keys += "k" + std::to_string(i) + " = \"x\"\n";
    folder.write("messages/a.pl.md", pages);
    folder.write("help.pl.toml", lines);
    folder.write("pack.pl.toml", keys);
    pack::Pack pack;
    CHECK(cpu_seconds([&] { pack = folder.read(); }) < 3 * one_second);
    CHECK(folder.problems.size() <= 303);
    CHECK(
        refuses(folder.about("messages/a.pl.md"), folder.about("messages/a.pl.md").back().line, "more than 24 pages"));
    CHECK(pack.messages[0].language == "en");
}

TEST_CASE("translation: the languages of a pack are those of its files") {
    Translated folder;
    CHECK(pack::languages_of(*folder.load()).empty());
    for (const auto* name :
         {"pack.pl.toml", "help.ro.toml", "messages/a.ar.md", "messages/a.easy.md", "surveys/s.uk.toml",
          "messages/a.pl.md", "messages/.a.de.md", "messages/a.fr.md~", "other.it.toml", "pack.en.toml"})
        folder.write(name, "");
    CHECK(pack::languages_of(*folder.load()) == std::vector<std::string>{"ar", "easy", "pl", "ro", "uk"});
}

TEST_CASE("translation: files beside pack.toml that would never be read are said") {
    PackFolder folder;
    for (const auto* name : {"pack.Polish.toml", "help.pl.toml", "pack.pl.toml", "help.txt", "package.toml"})
        folder.write(name, "");
    REQUIRE(folder.load());
    INFO(shown(folder.problems));
    REQUIRE(folder.problems.size() == 2);
    CHECK(folder.problems[0].text() ==
          (folder.path() / "help.pl.toml").string() +
              ": warning: is a translation of \"help.toml\", which is not here; correct its name, or remove it");
    CHECK(folder.problems[1].text() ==
          (folder.path() / "pack.Polish.toml").string() +
              ": is not named as a translation; name it pack.<language>.toml with a language such as \"fr\" or "
              "\"pt-BR\"");
}
