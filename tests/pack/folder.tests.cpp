#include "pack/folder.hpp"
#include "catch.hpp"
#include "pack_folder.hpp"

#include <sys/stat.h>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

TEST_CASE("a folder is known by its last name however it is written") {
    CHECK(pack::folder_name("/a/friends") == "friends");
    CHECK(pack::folder_name("/a/friends/") == "friends");
    CHECK(pack::folder_name("/a/b/../friends/.") == "friends");
    CHECK(pack::folder_name(".") == fs::current_path().filename().string());
}

TEST_CASE("ids are the sources' names, sorted; translations and hidden files are passed over") {
    PackFolder folder;
    for (const auto* name : {"b.md", "a.md", "a.fr.md", "a.pt-BR.md", ".a.md.swp", ".DS_Store"})
        folder.write(joined("messages/", name), "x");
    CHECK(pack::ids_in(folder.path(), "messages", ".md", 10, folder.problems) == std::vector<std::string>{"a", "b"});
    INFO(shown(folder.problems));
    CHECK(folder.problems.empty());
}

TEST_CASE("a translation of what is not there is warned about, and nothing else of it matters") {
    PackFolder folder;
    for (const auto* name : {"a.md", "a.fr.md", "a-b.md", "b.fr.md", "a-c.fr.md"})
        folder.write(joined("messages/", name), "x");
    CHECK(pack::ids_in(folder.path(), "messages", ".md", 10, folder.problems) == std::vector<std::string>{"a", "a-b"});
    INFO(shown(folder.problems));
    CHECK(folder.problems.size() == 2);
    CHECK(warns(folder.problems, 0, "is a translation of \"b.md\", which is not here"));
    CHECK(warns(folder.problems, 0, "is a translation of \"a-c.md\", which is not here"));
    for (const auto& problem : folder.problems) CHECK(problem.path.ends_with(".fr.md"));
}

TEST_CASE("ids come in the same order whatever the disk thinks") {
    PackFolder folder;
    std::vector<std::string> ids;
    for (char c = 'z'; c >= 'a'; --c) ids.push_back(joined("m", std::string(1, c), std::to_string(c * 7919 % 1000)));
    for (const auto& id : ids) folder.write(joined("messages/", id, ".md"), "x");
    std::ranges::sort(ids);
    CHECK(pack::ids_in(folder.path(), "messages", ".md", 100, folder.problems) == ids);
    CHECK(pack::ids_in(folder.path(), "messages", ".txt", 100, folder.problems) == std::vector<std::string>{});
    CHECK(folder.problems.size() == ids.size());
    CHECK(std::ranges::is_sorted(folder.problems, {}, &base::Problem::message));
}

TEST_CASE("a folder that is not there is empty") {
    PackFolder folder;
    CHECK(pack::ids_in(folder.path(), "messages", ".md", 10, folder.problems) == std::vector<std::string>{});
    CHECK(folder.problems.empty());
}

TEST_CASE("names that are no id are each reported") {
    PackFolder folder;
    const std::vector<std::string> names{"A.md",    "1.md",       "a b.md",  "a_b.md",
                                         "a.FR.md", "a.fr.gb.md", "a..md",   "notes.txt",
                                         "a.md~",   "\xff.md",    "a\nb.md", joined(std::string(65, 'a'), ".md")};
    for (const auto& name : names) folder.write(joined("messages/", name), "x");
    fs::create_directory(folder.path() / "messages/drafts");
    CHECK(pack::ids_in(folder.path(), "messages", ".md", 100, folder.problems) == std::vector<std::string>{});
    INFO(shown(folder.problems));
    CHECK(folder.problems.size() == names.size() + 1);
    CHECK(refuses(folder.problems, 0, "\"drafts\" does not belong here"));
    CHECK(refuses(folder.problems, 0, "\"a?b.md\" does not belong here"));
    CHECK(refuses(folder.problems, 0, "\"?.md\" does not belong here"));
}

TEST_CASE("more files than the bound are refused") {
    PackFolder folder;
    for (const auto* name : {"a.md", "b.md", "c.md"}) folder.write(joined("messages/", name), "x");
    CHECK(pack::ids_in(folder.path(), "messages", ".md", 3, folder.problems));
    CHECK_FALSE(pack::ids_in(folder.path(), "messages", ".md", 2, folder.problems));
    CHECK(refuses(folder.problems, 0, "more than 2"));
    for (int i = 0; i < 41; ++i) folder.write(joined("surveys/.", std::to_string(i)), "");
    CHECK_FALSE(pack::ids_in(folder.path(), "surveys", ".toml", 1, folder.problems));
}

TEST_CASE("what is not a folder inside the pack is reported") {
    PackFolder folder;
    folder.write("messages", "a file");
    CHECK(pack::ids_in(folder.path(), "messages", ".md", 10, folder.problems) == std::vector<std::string>{});
    CHECK(refuses(folder.problems, 0, "make it a folder"));
    fs::create_directory(folder.path().parent_path() / "surveys");
    std::ofstream{folder.path().parent_path() / "surveys/a.toml"} << "x";
    folder.link("surveys", "../surveys");
    CHECK(pack::ids_in(folder.path(), "surveys", ".toml", 10, folder.problems) == std::vector<std::string>{});
    CHECK(refuses(folder.problems, 0, "leads out of the pack"));
}
