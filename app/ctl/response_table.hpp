// The responses of one survey as a table.
#pragma once

#include "outbox/outbox.hpp"
#include "survey/survey.hpp"

#include <string>
#include <vector>

namespace talkpoint::ctl {

/// CSV with a heading: survey::columns(), then, sorted, the columns of questions and options that only the data has
/// (another version's; all of them where `survey` is null). A row a response, in the order given, without its id.
/// Answers that cannot be read stand as they are in a column `(answers)`.
[[nodiscard]] std::string response_table(const survey::Survey* survey, const std::vector<outbox::Record>& records);

}  // namespace talkpoint::ctl
