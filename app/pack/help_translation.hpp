// Help lines in another language.
#pragma once

#include "base/result.hpp"
#include "pack/help_lines.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::pack {

/// The words of `<name>.<language>.toml` beside `file`, in which `lines` were written in `source_language`. A line that
/// it lacks keeps its own words; no such file at all is one warning, if there are lines. `root` is the folder that
/// nothing leads out of. Never throws.
[[nodiscard]] std::vector<HelpLine> translate_help(const std::filesystem::path& root, const std::filesystem::path& file,
                                                   std::vector<HelpLine> lines, const std::string& source_language,
                                                   const std::string& language, base::Problems& problems);

}  // namespace talkpoint::pack
