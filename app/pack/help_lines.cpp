#include "pack/help_lines.hpp"

#include "base/digest.hpp"
#include "base/nations.hpp"
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

std::vector<std::string> read_ids(base::TomlTable& table, std::string_view key, std::string_view what) {
    auto ids = table.texts(key).value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (!base::is_name_id(ids[i]))
            table.problem(key, i,
                          fmt::format(R"("{}" cannot be {}; use small letters, digits and hyphens)",
                                      base::printable(ids[i]), what));
    return ids;
}

bool gives_no_way(const HelpLine& line) {
    const auto blank = [](const std::string& text) { return base::trim(text).empty(); };
    return blank(line.phone) && blank(line.text) && blank(line.web);
}

void require_a_way(base::TomlTable& table, const HelpLine& line) {
    if (gives_no_way(line) && !table.has("phone"))
        table.problem("phone", R"(gives no way to get help; add at least one of "phone", "text" and "web")");
    const auto is_of_number = [](char c) { return std::string_view{"0123456789 +()-"}.contains(c); };
    for (const auto& [key, number] : {std::pair{"phone", &line.phone}, {"text", &line.text}})
        if (!std::ranges::all_of(*number, is_of_number))
            table.problem(key, fmt::format(R"("{}" is not a number that can be called; write digits and blanks)",
                                           base::printable(*number)));
}

/// `phone = ""` is for whoever knows the number to fill in.
bool report_number(base::TomlTable& table, const HelpLine& line) {
    if (!table.has("phone") || !base::trim(line.phone).empty() || !line.text.empty()) return false;
    table.problem("phone",
                  fmt::format(R"("{}" is to confirm before opening: it has no number yet{}; find the number, call it, )"
                              "then write it here, with checked_on",
                              line.id, gives_no_way(line) ? ", so it is not shown" : ""),
                  base::Severity::warning);
    return true;
}

bool works(base::Date today) { return base::clock_is_plausible(base::LocalTime{std::chrono::local_days{today}}); }

void report_wrong(base::TomlTable& table, const HelpLine& line) {
    table.problem(
        table.has("phone") ? "phone" : "id",
        fmt::format(R"("{}" was found wrong at this kiosk on {}{}; find out how they are reached now, and )"
                    "write it here, with checked_on",
                    line.id, base::format_date(*line.wrong_since), line.emergency ? "" : ", so it is not shown"),
        base::Severity::warning);
}

/// Whoever checks the line again begins where it was found.
void require_source(base::TomlTable& table, const HelpLine& line) {
    const bool by_file = line.checked_on && table.has("checked_on");  // else at the kiosk, by calling
    if (!by_file || !base::trim(line.source).empty()) return;
    table.problem(table.has("source") ? "source" : "checked_on",
                  fmt::format(R"("{}" was checked, and nothing says against what: where did you find it? write the )"
                              R"(page, or who told you: source = "https://…")",
                              line.id),
                  base::Severity::warning);
}

/// A region that nobody lives in would hide its line for ever.
std::vector<std::string> read_regions(base::TomlTable& table) {
    auto regions = read_ids(table, "regions", "a region");
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const bool known = regions[i] == "uk" || std::ranges::find(base::nations, regions[i]) != base::nations.end();
        if (known || !base::is_name_id(regions[i])) continue;
        table.problem("regions", i,
                      fmt::format(R"(no place is in "{}", so the line would not be shown; use "uk", {})", regions[i],
                                  base::nations_listed),
                      base::Severity::warning);
    }
    return regions;
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
    line.id = name_id_of(table, "the name by which the line is known, such as childline");
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

/// The lines of one file, as they come.
class HelpFile {
  public:
    HelpFile(FileProblems& problems, base::Date today, std::string_view region, const HelpChecks& checks)
        : problems_(problems), today_(today), region_(region), checks_(checks) {}

    void add(base::TomlTable& table) {
        const auto before = problems_.count();
        auto line = read_line(table);
        apply(checks_, today_, line);
        const bool known = std::ranges::find(lines_, line.id, &HelpLine::id) != lines_.end();
        if (known)
            table.problem("id", fmt::format(R"("{}" is the id of another line too; give each its own)", line.id));
        // A number to call in danger is shown whatever else is wrong with its line.
        const bool saves = line.emergency && !known && !line.id.empty() && !(line.phone.empty() && line.text.empty());
        if (problems_.any_error(before) && !saves) return;
        lines_.push_back(line);
        if (!holds_in(line, region_)) return;
        require_source(table, line);
        const bool to_fill_in = report_number(table, line);
        const auto freshness = freshness_of(line, today_);
        if (line.wrong_since) report_wrong(table, line);
        const bool called = !line.phone.empty() || !line.text.empty();
        if (!(to_fill_in && freshness == Freshness::unchecked))
            report_check(table, fmt::format(R"("{}")", line.id), called ? "call it" : "open its page", line.checked_on,
                         freshness, today_);
    }
    [[nodiscard]] std::vector<HelpLine> take() { return std::move(lines_); }

  private:
    FileProblems& problems_;
    base::Date today_;
    std::string_view region_;
    const HelpChecks& checks_;
    std::vector<HelpLine> lines_;
};

}  // namespace

std::string reach_of(const HelpLine& line) {
    return base::digest_of({{"phone", line.phone}, {"text", line.text}, {"web", line.web}});
}

void apply(const HelpChecks& checks, base::Date today, HelpLine& line) {
    const auto reach = checks.empty() ? std::string{} : reach_of(line);
    const bool clock_works = works(today);
    line.wrong_since.reset();
    for (const auto& check : checks) {
        if (check.line != line.id || check.reach != reach) continue;
        const auto on = clock_works ? std::min(check.on, today) : check.on;
        const bool later = !line.checked_on || on > *line.checked_on;
        if (check.wrong && (later || on == *line.checked_on)) line.wrong_since = on;
        if (!check.wrong && later) line.checked_on = on;
    }
}

Freshness freshness_of(const HelpLine& line, base::Date today) {
    if (gives_no_way(line)) return Freshness::nowhere;
    if (line.wrong_since && !line.emergency) return Freshness::wrong;
    return line.emergency ? Freshness::current : freshness_of(line.checked_on, today);
}

Freshness freshness_of(const std::optional<base::Date>& checked_on, base::Date today) {
    if (!checked_on) return Freshness::unchecked;
    const auto age = std::chrono::sys_days{today} - std::chrono::sys_days{*checked_on};
    return age <= trusted_for ? Freshness::current : Freshness::stale;
}

bool holds_in(const HelpLine& line, std::string_view region) {
    const auto in = [&](std::string_view one) { return std::ranges::find(line.regions, one) != line.regions.end(); };
    return line.regions.empty() || region.empty() || in("uk") || in(region);
}

bool is_shown(Freshness freshness, bool rehearsal) {
    switch (freshness) {
        case Freshness::current:
        case Freshness::stale:
            return true;
        case Freshness::unchecked:
            return rehearsal;
        case Freshness::wrong:
        case Freshness::nowhere:
            return false;
    }
    return false;
}

void report_check(base::TomlTable& table, const std::string& what, std::string_view how,
                  const std::optional<base::Date>& checked_on, Freshness freshness, base::Date today) {
    if (checked_on && *checked_on > today && works(today)) {
        table.problem("checked_on", fmt::format("{} has not come yet; write the day of the last check",
                                                base::format_date(*checked_on)));
        return;
    }
    switch (freshness) {
        case Freshness::current:
        case Freshness::wrong:
        case Freshness::nowhere:
            break;
        case Freshness::stale:
            table.problem(
                "checked_on",
                fmt::format("{} was last checked on {}, more than {} days ago; {}, then write the new checked_on", what,
                            base::format_date(*checked_on), trusted_for.count(), how),
                base::Severity::warning);
            break;
        case Freshness::unchecked:
            table.problem(
                "checked_on",
                fmt::format("{} is to confirm before opening: nobody has checked it, so it is not shown to the "
                            "public; {}, then write checked_on = {}",
                            what, how, base::format_date(today)),
                base::Severity::warning);
            break;
    }
}

std::vector<HelpLine> load_help_lines(const fs::path& file, base::Date today, base::Problems& problems,
                                      std::vector<std::string>* shared, std::string_view region,
                                      const HelpChecks& checks) {
    FileProblems found{file.string()};
    HelpFile help{found, today, region, checks};
    if (auto root = base::TomlTable::load(file, found.list())) {
        auto tables = root->tables("line");
        if (shared) *shared = read_ids(*root, "shared", "the id of a help line");
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

void check_shared(const fs::path& file, const std::vector<std::string>& ids, const std::vector<HelpLine>& lines,
                  base::Problems& problems) {
    if (lines.empty() && !ids.empty()) {
        problems.push_back({base::Severity::error, file.string(), 0,
                            "names help lines that packs share, and none can be read; see to the help.toml beside the "
                            "packs"});
        return;
    }
    std::vector<std::string> known;
    for (const auto& line : lines) known.push_back(line.id);
    for (const auto& id : ids) {
        if (!base::is_name_id(id) || std::ranges::find(known, id) != known.end()) continue;
        const auto near = base::nearest(id, known);
        problems.push_back({base::Severity::error, file.string(), 0,
                            fmt::format("there is no shared help line \"{}\"; {}", id,
                                        near ? "did you mean \"" + *near + "\"?"
                                             : "write it in the help.toml that all packs share, or remove it")});
    }
}

}  // namespace talkpoint::pack
