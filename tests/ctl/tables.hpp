// Looks into what an export has written.
#pragma once

#include "catch.hpp"
#include "csv_reader.hpp"
#include "kiosk.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::tests {

inline constexpr std::string_view bom = "\xEF\xBB\xBF";

inline Table table_in(const std::filesystem::path& file) {
    const auto text = text_of(file);
    INFO(file);
    REQUIRE(text.starts_with(bom));
    return read_csv(std::string_view{text}.substr(bom.size()));
}

inline std::size_t place_of(const Table& table, const std::string& column) {
    const auto found = std::ranges::find(table.front(), column);
    REQUIRE(found != table.front().end());
    return static_cast<std::size_t>(found - table.front().begin());
}

inline std::set<std::string> names_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) names.insert(entry.path().filename());
    return names;
}

/// What lies anywhere below a folder: each file's path in it, and its bytes.
inline std::map<std::string, std::string> files_below(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder})
        files[std::filesystem::relative(entry.path(), folder)] = entry.is_regular_file() ? text_of(entry) : "";
    return files;
}

}  // namespace talkpoint::tests
