#include "ctl/csv.hpp"

namespace talkpoint::ctl {
namespace {

void append_cell(std::string& row, std::string_view cell) {
    const bool formula = !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos;
    const bool quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) row += '"';
    if (formula) row += '\'';
    for (const char c : cell) {
        if (c == '"') row += '"';
        row += c;
    }
    if (quoted) row += '"';
}

}  // namespace

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) row += ',';
        append_cell(row, cells[i]);
    }
    return row + "\r\n";
}

}  // namespace talkpoint::ctl
