// The table in content/README.md: what of the programme is carried by which pack, message and survey.
#include "base/strings.hpp"
#include "catch.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace talkpoint;
namespace fs = std::filesystem;

namespace {

const fs::path content = fs::path{TALKPOINT_SOURCE} / "content";

/// The last cells of the table's rows.
std::vector<std::string> rows() {
    std::ifstream in{content / "README.md"};
    std::vector<std::string> rows;
    bool in_table = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("| the programme |")) in_table = true;
        if (!in_table || !line.starts_with("| ") || line.starts_with("| ---") || line.starts_with("| the programme |"))
            continue;
        auto cells = base::split(line, '|');
        REQUIRE(cells.size() >= 4);
        rows.push_back(cells[3]);
    }
    return rows;
}

/// What stands between backticks.
std::vector<std::string> named_in(const std::string& cell) {
    std::vector<std::string> named;
    const auto parts = base::split(cell, '`');
    for (std::size_t i = 1; i < parts.size(); i += 2) named.emplace_back(parts[i]);
    return named;
}

}  // namespace

TEST_CASE("content: what the programme seeks and does is carried by something that is there") {
    std::set<std::string> named;
    const auto table = rows();
    CHECK(table.size() > 20);
    for (const auto& cell : table) {
        const auto here = named_in(cell);
        CAPTURE(cell);
        CHECK_FALSE(here.empty());
        for (const auto& path : here) {
            CAPTURE(path);
            CHECK(fs::exists(content / path));
            named.insert(path.substr(0, path.find('/')));
            named.insert(path);
        }
    }
    for (const auto& entry : fs::directory_iterator{content}) {
        if (!entry.is_directory()) continue;
        const auto pack = entry.path().filename().string();
        CAPTURE(pack);
        CHECK(named.contains(pack));
        if (!fs::exists(entry.path() / "surveys")) continue;
        for (const auto& survey : fs::directory_iterator{entry.path() / "surveys"}) {
            const auto name = survey.path().filename().string();
            CAPTURE(name);
            if (name.find('.') == name.rfind('.')) CHECK(named.contains(pack + "/surveys/" + name));
        }
    }
}
