// The tables that `talkpointctl export` writes of a kiosk's answers.
#pragma once

#include "ctl/csv_reader.hpp"
#include "kiosk_runs.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace talkpoint::tests {

/// Its cells by the names of their columns.
using Row = std::map<std::string, std::string>;

inline std::vector<Row> rows_in(const std::filesystem::path& file) {
    const auto bytes = contents_of(file);
    REQUIRE(bytes.starts_with("\xEF\xBB\xBF"));
    const auto table = read_csv(std::string_view{bytes}.substr(3));
    std::vector<Row> rows;
    for (std::size_t i = 1; i < table.size(); ++i) {
        Row row;
        for (std::size_t column = 0; column < table[i].size(); ++column) row[table[0][column]] = table[i][column];
        rows.push_back(row);
    }
    return rows;
}

/// The responses to the survey `kinds`, in a fixed order.
inline std::vector<Row> exported(const TestKiosk& kiosk) {
    std::filesystem::remove_all(kiosk.path("tables"));
    const auto ran = kiosk.ctl({"export", "--to", kiosk.path("tables")});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    auto rows = rows_in(kiosk.path("tables/kinds.csv"));
    std::ranges::sort(rows);
    return rows;
}

/// How many of them are of that event and phase.
inline std::ptrdiff_t of(const std::vector<Row>& rows, const std::string& event, const std::string& phase) {
    return std::ranges::count_if(rows,
                                 [&](const Row& row) { return row.at("event") == event && row.at("phase") == phase; });
}

}  // namespace talkpoint::tests
