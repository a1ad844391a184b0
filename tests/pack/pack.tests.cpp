#include "catch.hpp"
#include "pack_folder.hpp"

#include <sys/stat.h>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> ids(const pack::Pack& pack) {
    std::vector<std::string> out;
    for (const auto& message : pack.messages) out.push_back(message.id);
    return out;
}

std::string text_of_a_message() { return joined(front, "Text\n"); }

}  // namespace

TEST_CASE("a good pack is read whole") {
    PackFolder folder;
    folder.write("pack.toml",
                 joined(manifest, "picture = \"pictures/a.svg\"\npicture_alt = \"A\"\nmessages = [\"c\", \"a\"]\n"));
    for (const auto* id : {"a", "b", "c", "d"}) folder.write(joined("messages/", id, ".md"), text_of_a_message());
    folder.write("messages/a.fr.md", "not read yet");
    folder.write("pack.fr.toml", "not read yet");
    folder.write("README.md", "for authors");
    folder.write("help.toml", "[[line]]\nid = \"x\"\nname = \"X\"\nfor = \"Y\"\nphone = \"999\"\nemergency = true\n");
    folder.write("surveys/second.toml", "");
    folder.write("surveys/first.toml", "");
    folder.write("surveys/first.fr.toml", "");
    const auto pack = folder.load();
    INFO(shown(folder.problems));
    REQUIRE(pack);
    CHECK(folder.problems.empty());
    CHECK(pack->id == "friends");
    CHECK(pack->title == "Friends");
    CHECK(pack->summary == "About friends");
    CHECK(pack->version == "1");
    CHECK(pack->source_language == "en");
    CHECK(pack->licence == "CC-BY-SA-4.0");
    CHECK(pack->authors == std::vector<std::string>{"Somebody"});
    REQUIRE(pack->picture);
    CHECK(pack->picture->alt == "A");
    CHECK(ids(*pack) == std::vector<std::string>{"c", "a", "b", "d"});
    REQUIRE(pack->help.size() == 1);
    CHECK(pack->folder.string() == folder.path().string());
    REQUIRE(pack->survey_files.size() == 2);
    CHECK(pack->survey_files[0].string() == (folder.path() / "surveys/first.toml").string());
    CHECK(pack->survey_files[1].string() == (folder.path() / "surveys/second.toml").string());
}

TEST_CASE("a pack needs only its manifest") {
    PackFolder folder;
    const auto pack = folder.load();
    REQUIRE(pack);
    CHECK(folder.problems.empty());
    CHECK(pack->messages.empty());
}

TEST_CASE("a pack may be named with a slash at its end") {
    PackFolder folder;
    CHECK(pack::load_pack(folder.path() / "", today, folder.problems));
    CHECK(folder.problems.empty());
}

TEST_CASE("what cannot be a pack is refused") {
    PackFolder folder;
    base::Problems problems;
    CHECK_FALSE(pack::load_pack(folder.path() / "none", today, problems));
    CHECK(refuses(problems, 0, "there is no such pack"));
    problems.clear();
    CHECK_FALSE(pack::load_pack(folder.path() / "pack.toml", today, problems));
    CHECK(refuses(problems, 0, "there is no such pack"));

    const auto refused = [&](std::string_view text, int line, std::string_view part) {
        folder.write("pack.toml", text);
        CHECK_FALSE(folder.load());
        INFO(shown(folder.problems));
        CHECK(refuses(folder.problems, line, part));
    };
    refused("", 0, "\"id\" is missing");
    refused("id = \"enemies\"\n", 1, "not the name of the pack's folder, \"friends\"");
    refused("id = \"Friends\"\n", 1, "cannot be an id");
    refused("id = \"../friends\"\n", 1, "cannot be an id");
    refused("id = \"friends\n", 1, "not valid TOML");
    refused("\n# \xff\n", 2, "not UTF-8");
    refused(std::string(10UL * 1024 * 1024, ' '), 0, "larger than");
    std::string braces = "a = ";
    braces.append(200'000, '{');
    refused(braces, 0, "nests deeper");
    std::string dotted = "a";
    for (int i = 0; i < 100'000; ++i) dotted += ".a";
    refused(joined("[", dotted, "]"), 0, "nests deeper");
}

TEST_CASE("a manifest that is not a file of the pack is refused") {
    PackFolder folder;
    fs::remove(folder.path() / "pack.toml");
    CHECK_FALSE(folder.load());
    CHECK(refuses(folder.problems, 0, "no such file"));
    fs::create_directory(folder.path() / "pack.toml");
    CHECK_FALSE(folder.load());
    CHECK(refuses(folder.problems, 0, "not a regular file"));
    fs::remove(folder.path() / "pack.toml");
    ::mkfifo((folder.path() / "pack.toml").c_str(), 0600);
    CHECK_FALSE(folder.load());
    CHECK(refuses(folder.problems, 0, "not a regular file"));
    fs::remove(folder.path() / "pack.toml");
    std::ofstream{folder.path().parent_path() / "pack.toml"} << manifest;
    folder.link("pack.toml", "../pack.toml");
    CHECK_FALSE(folder.load());
    CHECK(refuses(folder.problems, 0, "leads out of the pack"));
}

TEST_CASE("wrong values in a manifest are errors on their line, and the pack is kept") {
    PackFolder folder;
    constexpr int key_line = 8;
    const auto [key, complaint] = GENERATE(table<std::string, std::string>({
        {"tilte = \"x\"", "did you mean \"title\"?"},
        {"picture = \"pictures/b.svg\"", "there is no file"},
        {"picture = \"../outside.svg\"", "not inside the pack"},
        {"messages = [\"frist\"]", "did you mean \"first\"?"},
        {"messages = [\"something-else\"]", "there is no message \"something-else\""},
        {"messages = [\"../friends/messages/first\"]", "there is no message"},
        {"messages = [\"first\", \"first\"]", "name it once"},
        {"messages = 1", "a list of texts"},
    }));
    CAPTURE(key);
    folder.write("messages/first.md", text_of_a_message());
    folder.write("pack.toml", joined(manifest, key, "\n"));
    const auto pack = folder.load();
    INFO(shown(folder.problems));
    CHECK(refuses(folder.problems, key_line, complaint));
    REQUIRE(pack);
    CHECK(ids(*pack) == std::vector<std::string>{"first"});
}

TEST_CASE("a message that is not there is reported on its own line of the list") {
    PackFolder folder;
    folder.write("messages/a.md", text_of_a_message());
    folder.write("pack.toml", joined(manifest, "messages = [\n  \"a\",\n  \"bbbb\",\n  \"cccc\",\n]\n"));
    REQUIRE(folder.load());
    CHECK(refuses(folder.problems, 10, "\"bbbb\""));
    CHECK(refuses(folder.problems, 11, "\"cccc\""));
}

TEST_CASE("what a manifest must have is asked for, all at once") {
    PackFolder folder;
    folder.write("pack.toml", "id = \"friends\"\nsource_language = \"English\"\nauthors = []\n");
    CHECK(folder.load());
    INFO(shown(folder.problems));
    for (const auto* key : {"title", "summary", "version"})
        CHECK(refuses(folder.problems, 0, joined("\"", key, "\" is missing")));
    CHECK(refuses(folder.problems, 2, "not a language code"));
    CHECK(warns(folder.problems, 0, "\"licence\" is missing"));
    CHECK(warns(folder.problems, 3, "names nobody"));
}

TEST_CASE("broken messages and help lines are reported and left out, the rest is kept") {
    PackFolder folder;
    folder.write("messages/bad.md", joined(front, "<b>\n"));
    folder.write("messages/good.md", text_of_a_message());
    folder.write("messages/cut.md", "+++\ntitle");
    folder.write("messages/Notes.md", text_of_a_message());
    folder.write("help.toml", "[[line]]\nid = \"x\"\n[[line]]\nid = \"y\"\nname = \"Y\"\nfor = \"Y\"\nweb = \"y\"\n");
    folder.write("surveys/Bad.toml", "");
    const auto pack = folder.load();
    INFO(shown(folder.problems));
    REQUIRE(pack);
    CHECK(ids(*pack) == std::vector<std::string>{"good"});
    REQUIRE(pack->help.size() == 1);
    CHECK(pack->survey_files.empty());
    CHECK(refuses(folder.problems, front_lines + 1, "HTML"));
    CHECK(refuses(folder.problems, 1, "cut off"));
    CHECK(refuses(folder.problems, 0, "\"Notes.md\" does not belong here"));
    CHECK(refuses(folder.problems, 0, "\"Bad.toml\" does not belong here"));
    CHECK(refuses(folder.problems, 1, "\"name\" is missing"));
    CHECK(warns(folder.problems, 3, "is to confirm before opening"));
}

TEST_CASE("links that lead out of the pack are refused") {
    PackFolder folder;
    const auto outside = folder.path().parent_path();
    std::ofstream{outside / "a.md"} << text_of_a_message();
    std::ofstream{outside / "a.toml"} << "";
    folder.link("messages/a.md", outside / "a.md");
    folder.link("help.toml", outside / "a.toml");
    folder.link("surveys/a.toml", "../../a.toml");
    const auto pack = folder.load();
    INFO(shown(folder.problems));
    REQUIRE(pack);
    CHECK(pack->messages.empty());
    CHECK(pack->survey_files.empty());
    CHECK(folder.problems.size() == 3);
    for (const auto& problem : folder.problems)
        CHECK(problem.message.starts_with("is a link that leads out of the pack"));
}

TEST_CASE("a pack has no more than its most messages") {
    PackFolder folder;
    for (std::size_t i = 0; i <= pack::max_messages; ++i)
        folder.write(joined("messages/m", std::to_string(i), ".md"), "");
    CHECK_FALSE(folder.load());
    REQUIRE(folder.problems.size() == 1);
    CHECK(refuses(folder.problems, 0, "more than 2000"));
}

TEST_CASE("the messages of a pack are bounded together") {
    PackFolder folder;
    folder.write("messages/a.md", text_of_a_message());
    const std::string large(pack::max_message_bytes, 'a');  // refused one by one, and counted
    for (int i = 0; i < 128; ++i) folder.write(joined("messages/m", std::to_string(i), ".md"), large);
    folder.write("messages/z.md", text_of_a_message());
    const auto pack = folder.load();
    REQUIRE(pack);
    CHECK(refuses(folder.problems, 0, "larger than 32 MiB together"));
    CHECK(ids(*pack) == std::vector<std::string>{"a"});
}

TEST_CASE("a manifest that names very many messages that are not there is read within a second") {
    PackFolder folder;
    for (int i = 0; i < 500; ++i)
        folder.write(joined("messages/message-", std::to_string(i), ".md"), text_of_a_message());
    std::string list = "messages = [";
    for (int i = 0; i < 15'000; ++i) list += joined("\"massage-", std::to_string(i), "\",");
    folder.write("pack.toml", joined(manifest, list, "]\n"));
    bool accepted = false;
    const auto seconds = cpu_seconds([&] { accepted = folder.load().has_value(); });
    CHECK(accepted);
    CHECK(seconds < 1);
    CHECK(folder.problems.size() == 101);
}

TEST_CASE("no prefix of a good manifest crashes") {
    PackFolder folder;
    const std::string good = joined(manifest, "picture = \"pictures/a.svg\"\nmessages = [\"a\"]\n");
    folder.write("messages/a.md", text_of_a_message());
    for (std::size_t length = 0; length < good.size(); ++length) {
        folder.write("pack.toml", good.substr(0, length));
        const auto pack = folder.load();
        CAPTURE(length);
        if (pack) CHECK(pack->id == "friends");
        if (!pack) CHECK(base::any_error(folder.problems));
    }
}

TEST_CASE("every shipped pack loads without error") {
    const base::SystemClock clock;
    std::size_t packs = 0;
    for (const auto& entry : fs::directory_iterator{fs::path{TALKPOINT_SOURCE} / "content"}) {
        if (!entry.is_directory()) continue;
        ++packs;
        base::Problems problems;
        const auto pack = pack::load_pack(entry.path(), base::date_of(clock.local()), problems);
        INFO(shown(problems));
        CHECK(pack);
        CHECK_FALSE(base::any_error(problems));
    }
    CHECK(packs > 0);
}
