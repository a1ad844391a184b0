// Tables for Excel and R: CSV after RFC 4180, whose cells can never become formulas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {

/// For Excel, which takes a file without it for the country's old code page. Goes before the first row of a file.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// One row, with CRLF at its end. Cells with a comma, a quotation mark or a line end are quoted (2.6, 2.7); a cell that
/// begins with = + - @, a tab or a carriage return gets an apostrophe first, so that no spreadsheet computes it.
[[nodiscard]] std::string csv_row(const std::vector<std::string>& cells);

}  // namespace talkpoint::ctl
