#include "ctl/response_table.hpp"

#include "ctl/csv.hpp"
#include "survey/codebook.hpp"

#include <algorithm>
#include <map>

namespace talkpoint::ctl {
namespace {

using Cells = std::map<std::string, std::string>;

Cells cells_of(const survey::Survey* survey, const survey::Response& response) {
    Cells cells = survey::cells(survey, response.answers);
    // The allow-list, name by name.
    cells["survey"] = response.survey;
    cells["version"] = response.version;
    cells["site"] = response.site;
    cells["period"] = response.period;
    cells["language"] = response.language;
    cells["audience"] = response.audience;
    cells["event"] = response.event;
    cells["phase"] = response.phase;
    cells["flag"] = response.flag;
    cells["trusted_clock"] = response.trusted_clock ? "1" : "0";
    return cells;
}

std::vector<std::string> known_columns(const survey::Survey* survey) {
    if (survey) return survey::columns(*survey);
    return {survey::meta_columns.begin(), survey::meta_columns.end()};
}

}  // namespace

ResponseTable::ResponseTable(const survey::Survey* survey) : survey_(survey), columns_(known_columns(survey)) {}

void ResponseTable::meet(const survey::Response& response) {
    for (const auto& [column, value] : cells_of(survey_, response))
        if (std::ranges::find(columns_, column) == columns_.end()) others_.insert(column);
}

std::string ResponseTable::heading() const {
    auto all = columns_;
    all.insert(all.end(), others_.begin(), others_.end());
    return csv_row(all);
}

std::string ResponseTable::row(const survey::Response& response) const {
    const auto cells = cells_of(survey_, response);
    std::vector<std::string> row;
    row.reserve(columns_.size() + others_.size());
    const auto add = [&](const std::string& column) {
        const auto found = cells.find(column);
        row.push_back(found == cells.end() ? std::string{} : found->second);
    };
    std::ranges::for_each(columns_, add);
    std::ranges::for_each(others_, add);
    return csv_row(row);
}

}  // namespace talkpoint::ctl
