// Where results are written, and what they are called there.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace talkpoint::ctl {

/// What the table of the counts of use is called, without an ending.
inline constexpr std::string_view use_name = "use";

/// What a survey's files are called, without an ending: its id. One from the data is not trusted with a path: of any
/// other text its harmless letters remain, and a digest, so that no two are called the same; nor is one called
/// `use_name`.
[[nodiscard]] std::string file_name(std::string_view survey);

/// A path on one line, whatever the names in it are.
[[nodiscard]] std::string shown(const std::filesystem::path& path);

/// Makes the folder, and those on its way to it, unless it is there. unwritable: says to choose another --to.
[[nodiscard]] base::Result<void> make_folder(const std::filesystem::path& folder);

}  // namespace talkpoint::ctl
