// A survey in another language: its texts, written beside it (see survey/README.md for the format).
#pragma once

#include "base/result.hpp"
#include "survey/survey.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace talkpoint::survey {

/// The translations `<id>.<language>.toml` beside `<id>.toml`, sorted. What they hold is not looked at.
[[nodiscard]] std::vector<std::filesystem::path> translation_files(const std::filesystem::path& survey_file);

/// The survey with the texts of one of these files; the language is the one in its name. A text that is missing is a
/// warning, and the survey's own stands in; so is a source_digest of other words. Every problem is appended; nothing is
/// returned if one is an error: texts for what the survey does not have, or a file that is not named after it.
[[nodiscard]] std::optional<Survey> load_translation(const Survey& survey, const std::filesystem::path& file,
                                                     base::Problems& problems);

}  // namespace talkpoint::survey
