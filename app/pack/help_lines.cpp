#include "pack/help_lines.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"
#include "pack/fields.hpp"
#include "pack/file_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::days trusted_for{90};

std::string read_id(base::TomlTable& table) {
    auto id = table.required_text("id", "the name by which the line is known, such as childline");
    if (!base::trim(id).empty() && !base::is_name_id(id))
        table.problem(
            "id", fmt::format(R"("{}" cannot be an id; use small letters, digits and hyphens)", base::printable(id)));
    return id;
}

std::vector<std::string> read_regions(base::TomlTable& table) {
    auto regions = table.texts("regions").value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < regions.size(); ++i)
        if (!base::is_name_id(regions[i]))
            table.problem("regions", i,
                          fmt::format(R"("{}" cannot be a region; use small letters, digits and hyphens)",
                                      base::printable(regions[i])));
    return regions;
}

void require_a_way(base::TomlTable& table, const HelpLine& line) {
    const auto blank = [](const std::string& text) { return base::trim(text).empty(); };
    if (blank(line.phone) && blank(line.text) && blank(line.web))
        table.problem("phone", R"(gives no way to get help; add at least one of "phone", "text" and "web")");
}

std::string read_for_whom(base::TomlTable& table, const std::string& name) {
    if (table.has("for")) return required_short_text(table, "for", "whom or what the line is for");
    (void)table.text("for");
    table.problem("for", R"("for" is missing; say whom or what the line is for: it is the card's heading)",
                  base::Severity::warning);
    return name;
}

HelpLine read_line(base::TomlTable& table) {
    HelpLine line;
    line.id = read_id(table);
    line.name = required_short_text(table, "name", "who answers");
    line.for_whom = read_for_whom(table, line.name);
    line.phone = short_text(table, "phone");
    line.text = short_text(table, "text");
    line.web = short_text(table, "web");
    line.hours = short_text(table, "hours");
    line.emergency = table.flag("emergency").value_or(false);
    line.audiences = audiences_of(table);
    line.regions = read_regions(table);
    line.source = short_text(table, "source");
    line.checked_on = table.date("checked_on");
    table.finish();
    require_a_way(table, line);
    return line;
}

void report_check(base::TomlTable& table, const HelpLine& line, base::Date today) {
    const bool clock_works = base::clock_is_plausible(base::LocalTime{std::chrono::local_days{today}});
    if (line.checked_on && *line.checked_on > today && clock_works) {
        table.problem("checked_on", fmt::format("{} has not come yet; write the day of the last check",
                                                base::format_date(*line.checked_on)));
        return;
    }
    switch (freshness_of(line, today)) {
        case Freshness::current:
            break;
        case Freshness::stale:
            table.problem("checked_on",
                          fmt::format(R"("{}" was last checked on {}, more than {} days ago; call it, then )"
                                      "write the new checked_on",
                                      line.id, base::format_date(*line.checked_on), trusted_for.count()),
                          base::Severity::warning);
            break;
        case Freshness::unchecked:
            table.problem("checked_on",
                          fmt::format(R"("{}" has never been checked and is not shown to the public; call it, )"
                                      "then write checked_on = {}",
                                      line.id, base::format_date(today)),
                          base::Severity::warning);
            break;
    }
}

/// The lines of one file, as they come.
class HelpFile {
  public:
    HelpFile(FileProblems& problems, base::Date today) : problems_(problems), today_(today) {}

    void add(base::TomlTable& table) {
        const auto before = problems_.count();
        auto line = read_line(table);
        const bool known = std::ranges::find(lines_, line.id, &HelpLine::id) != lines_.end();
        if (known)
            table.problem("id", fmt::format(R"("{}" is the id of another line too; give each its own)", line.id));
        // A number to call in danger is shown whatever else is wrong with its line.
        const bool saves = line.emergency && !known && !line.id.empty() && !(line.phone.empty() && line.text.empty());
        if (problems_.any_error(before) && !saves) return;
        report_check(table, line, today_);
        lines_.push_back(std::move(line));
    }
    [[nodiscard]] std::vector<HelpLine> take() { return std::move(lines_); }

  private:
    FileProblems& problems_;
    base::Date today_;
    std::vector<HelpLine> lines_;
};

}  // namespace

Freshness freshness_of(const HelpLine& line, base::Date today) {
    if (line.emergency) return Freshness::current;
    if (!line.checked_on) return Freshness::unchecked;
    const auto age = std::chrono::sys_days{today} - std::chrono::sys_days{*line.checked_on};
    return age <= trusted_for ? Freshness::current : Freshness::stale;
}

std::vector<HelpLine> load_help_lines(const fs::path& file, base::Date today, base::Problems& problems) {
    FileProblems found{file.string()};
    HelpFile help{found, today};
    if (auto root = base::TomlTable::load(file, found.list())) {
        auto tables = root->tables("line");
        root->finish();
        if (tables.size() > max_help_lines) {
            found.error(0, fmt::format("has more than {} lines; keep those that people here need", max_help_lines));
            tables.erase(tables.begin() + max_help_lines, tables.end());
        }
        for (auto& table : tables) help.add(table);
    }
    found.hand_over(problems);
    return help.take();
}

}  // namespace talkpoint::pack
