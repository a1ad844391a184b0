// What lies where the translations of a pack do, sound or not.
#include "catch.hpp"
#include "pack/translation.hpp"
#include "translated_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

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
        CHECK(cpu_seconds([&] { pack = folder.read(); }) < 1);
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
    CHECK(cpu_seconds([&] { pack = folder.read(); }) < 3);
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
