// A survey's codebook as a table.
#pragma once

#include "survey/codebook.hpp"

#include <span>
#include <string>
#include <vector>

namespace talkpoint::ctl {

/// variable, kind, language, question, value, label, correct, outcome.
[[nodiscard]] std::vector<std::string> codebook_heading();

/// The heading, then a row for each value of each variable: variable, kind, language, question, value, label, correct
/// (1 or empty), outcome; after them `question.<language>` and `label.<language>` for each translation, empty where it
/// has the words of the survey itself. `languages`: the survey and its translations; not empty.
[[nodiscard]] std::vector<std::vector<std::string>> codebook_rows(std::span<const survey::Survey> languages);

}  // namespace talkpoint::ctl
