// Every variable of a survey, for those who analyse it; and how answers stand in a table.
#pragma once

#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::survey {

/// One line of the codebook: one value of one variable.
struct CodebookLine {
    std::string variable;  ///< column name in the export
    std::string kind;      ///< choice, choices, scale, sort, or meta
    std::string question;
    std::string value;  ///< what stands in the table; `(any)` where the values are not a list
    std::string label;  ///< what it means
    bool correct = false;
    std::string outcome;
};

/// How an export writes what is not an answer.
inline constexpr std::string_view skipped_value = "skipped";
inline constexpr std::string_view not_saying_value = "prefer_not_to_say";
inline constexpr std::string_view not_asked_value;
/// A `choices` question that was answered by choosing nothing. No option can be called so: "-" is not for ids.
inline constexpr std::string_view none_chosen_value = "none-chosen";

/// What an export says of a response besides its answers: all that is kept but its random id.
inline constexpr std::array<std::string_view, 10> meta_columns = {
    "survey", "version", "site", "period", "language", "audience", "event", "phase", "flag", "trusted_clock"};

/// The columns of an export of this survey, in order: the meta columns, then one a question; `choices` has one
/// more for each option (`<question>.<option>`, 1 or 0), `sort` one more for each option (its place, from 1).
/// A question that is called like a meta column has `<question>-answer` instead. No column is there twice.
[[nodiscard]] std::vector<std::string> columns(const Survey& survey);
[[nodiscard]] std::vector<CodebookLine> codebook(const Survey& survey);

/// What stands in the columns for these answers: the option, or the options with a space between (in order, for
/// `sort`); a column that is not here is empty. Questions and options that the survey does not know (another version's,
/// or `survey` is null) get columns of the same shape, so that no value is lost.
[[nodiscard]] std::map<std::string, std::string> cells(const Survey* survey,
                                                       const std::map<std::string, Answer>& answers);

}  // namespace talkpoint::survey
