// A reader of RFC 4180 by its grammar, to see what others will see.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::tests {

using Table = std::vector<std::vector<std::string>>;

/// Rows of cells. Throws on anything that the grammar does not allow: a bare CR or LF, text after a closing quotation
/// mark, a quotation mark inside an unquoted cell, a last row without CRLF, rows of different lengths.
inline Table read_csv(std::string_view text) {
    Table table;
    std::vector<std::string> row;
    std::size_t i = 0;
    const auto at = [&](std::size_t place) { return place < text.size() ? text[place] : '\0'; };
    while (i < text.size()) {
        std::string cell;
        if (at(i) == '"') {
            for (++i; !(at(i) == '"' && at(i + 1) != '"'); ++i) {
                if (i >= text.size()) throw std::runtime_error("a quoted cell does not end");
                if (at(i) == '"') ++i;
                cell += at(i);
            }
            ++i;
        } else {
            while (i < text.size() && at(i) != ',' && at(i) != '\r' && at(i) != '\n' && at(i) != '"') cell += text[i++];
        }
        row.push_back(std::move(cell));
        if (at(i) == ',') {
            ++i;
            continue;
        }
        if (at(i) != '\r' || at(i + 1) != '\n') throw std::runtime_error("a row does not end with CRLF");
        i += 2;
        if (!table.empty() && table.front().size() != row.size()) throw std::runtime_error("rows differ in length");
        table.push_back(std::exchange(row, {}));
    }
    if (!row.empty()) throw std::runtime_error("the last row does not end");
    return table;
}

}  // namespace talkpoint::tests
