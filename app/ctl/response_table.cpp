#include "ctl/response_table.hpp"

#include "ctl/csv.hpp"
#include "outbox/record.hpp"
#include "survey/codebook.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace talkpoint::ctl {
namespace {

using Cells = std::map<std::string, std::string>;

Cells cells_of(const survey::Survey* survey, const outbox::Record& record) {
    const auto answers = outbox::parse_answers(record.answers);
    Cells cells = answers ? survey::cells(survey, *answers) : Cells{{"(answers)", record.answers}};
    // The allow-list, name by name. The id is a key to one person's answers, and stays.
    cells["survey"] = record.survey;
    cells["version"] = record.version;
    cells["site"] = record.site;
    cells["period"] = record.period;
    cells["language"] = record.language;
    cells["audience"] = record.audience;
    cells["event"] = record.event;
    cells["phase"] = record.phase;
    cells["flag"] = record.flag;
    cells["trusted_clock"] = record.trusted_clock ? "1" : "0";
    return cells;
}

std::vector<std::string> known_columns(const survey::Survey* survey) {
    if (survey) return survey::columns(*survey);
    return {survey::meta_columns.begin(), survey::meta_columns.end()};
}

}  // namespace

std::string response_table(const survey::Survey* survey, const std::vector<outbox::Record>& records) {
    auto columns = known_columns(survey);
    std::set<std::string> others;
    for (const auto& record : records)
        for (const auto& [column, value] : cells_of(survey, record)) others.insert(column);
    for (const auto& column : columns) others.erase(column);
    columns.insert(columns.end(), others.begin(), others.end());

    std::string table = csv_row(columns);
    std::vector<std::string> row(columns.size());
    for (const auto& record : records) {
        const auto cells = cells_of(survey, record);
        std::ranges::transform(columns, row.begin(), [&](const std::string& column) {
            const auto found = cells.find(column);
            return found == cells.end() ? std::string{} : found->second;
        });
        table += csv_row(row);
    }
    return table;
}

}  // namespace talkpoint::ctl
