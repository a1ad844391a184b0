// A survey's codebook as a table.
#pragma once

#include "survey/codebook.hpp"

#include <string>
#include <vector>

namespace talkpoint::ctl {

/// The heading, then a row for each value of each variable: variable, kind, language, question, value, label, correct
/// (1 or empty), outcome.
[[nodiscard]] std::vector<std::vector<std::string>> codebook_rows(const survey::Survey& survey);

}  // namespace talkpoint::ctl
