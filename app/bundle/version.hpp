// Which edition of a pack is newer.
#pragma once

#include <compare>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::bundle {

/// Numbers between dots, such as "2026.11" or "2026.11.2": one to four of them, of at most eight digits each. Safe
/// as the name of a folder.
[[nodiscard]] bool is_version(std::string_view text);

/// Number by number, one that is missing counting as 0: 2026.9 comes before 2026.11, 2 is 2.0, and 2027.01 is 2027.1.
/// Of a text that is no version: nothing.
[[nodiscard]] std::optional<std::strong_ordering> compare_versions(std::string_view a, std::string_view b);

/// `version` in the pack.toml of this folder; empty where there is none to be read. Reads that file alone.
[[nodiscard]] std::string version_in(const std::filesystem::path& pack_folder);

}  // namespace talkpoint::bundle
