#include "base/strings.hpp"
#include "ctl/checking.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <type_traits>

namespace talkpoint::ctl {
namespace {

std::string count_of(std::size_t n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

void add(Findings& all, Findings more) {
    all.packs += more.packs;
    all.messages += more.messages;
    all.surveys += more.surveys;
    all.translations += more.translations;
    for (auto& words : more.plain_words)
        if (std::ranges::find(all.plain_words, words.path, &PlainWords::path) == all.plain_words.end())
            all.plain_words.push_back(std::move(words));
    // The same complaint by two ways (a pack and a file of it) is one complaint.
    for (auto& problem : more.problems)
        if (std::ranges::none_of(all.problems,
                                 [&](const base::Problem& known) { return known.text() == problem.text(); }))
            all.problems.push_back(std::move(problem));
}

std::string summary(const Findings& findings, std::size_t errors, std::size_t warnings) {
    std::vector<std::string> read;
    if (findings.packs > 0) read.push_back(count_of(findings.packs, "pack"));
    if (findings.messages > 0) read.push_back(count_of(findings.messages, "message"));
    if (findings.surveys > 0) read.push_back(count_of(findings.surveys, "survey"));
    if (findings.translations > 0) read.push_back(count_of(findings.translations, "translation"));
    return fmt::format("{}: {}, {}\n", read.empty() ? "read" : base::join(read, ", "),
                       errors == 0 ? "no errors" : count_of(errors, "error"),
                       warnings == 0 ? "no warnings" : count_of(warnings, "warning"));
}

Json json_of(const base::Problems& problems) {
    Json list = Json::array();
    for (const auto& problem : problems)
        list.push_back({{"severity", problem.severity == base::Severity::error ? "error" : "warning"},
                        {"path", problem.path},
                        {"line", problem.line},
                        {"message", problem.message}});
    return list;
}

/// A number of the table: `-` where there is none to be had.
template <class Number>
std::string shown(const std::optional<Number>& number) {
    if (!number) return "-";
    if constexpr (std::is_floating_point_v<Number>) return fmt::format("{:.1f}", *number);
    return fmt::format("{}", *number);
}

void print_table(const std::vector<PlainWords>& texts) {
    constexpr auto row = "{:>5}  {:>9}  {:>5}  {:>16}  {:>17}  {:<8}  {:<10}  {}\n";
    std::cout << fmt::format(row, "grade", "sentences", "words", "longest sentence", "longest paragraph", "language",
                             "text", "file");
    for (const auto& text : texts)
        std::cout << fmt::format(row, shown(text.grade), text.sentences, shown(text.words),
                                 shown(text.longest_sentence), text.longest_paragraph, text.language,
                                 name_of(text.kind), text.path.string());
}

template <class Number>
Json json_of(const std::optional<Number>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json json_of(const std::vector<PlainWords>& texts) {
    Json list = Json::array();
    for (const auto& text : texts)
        list.push_back({{"path", text.path.string()},
                        {"text", name_of(text.kind)},
                        {"language", text.language},
                        {"grade", json_of(text.grade)},
                        {"sentences", text.sentences},
                        {"words", json_of(text.words)},
                        {"longest_sentence", json_of(text.longest_sentence)},
                        {"longest_paragraph", text.longest_paragraph}});
    return list;
}

}  // namespace

int check(const Options& options, const std::vector<std::string>& paths, bool reading, const base::Clock& clock) {
    const auto today = base::date_of(clock.local());
    Findings findings;
    if (paths.empty()) add(findings, check_offered(options, today, true));
    for (const auto& path : paths) add(findings, check_path(path, today));

    const auto errors = static_cast<std::size_t>(
        std::ranges::count(findings.problems, base::Severity::error, &base::Problem::severity));
    const auto warnings = findings.problems.size() - errors;
    say(findings.problems);
    if (options.json) {
        Json result{{"problems", json_of(findings.problems)}, {"errors", errors}, {"warnings", warnings}};
        if (reading) result["reading"] = json_of(findings.plain_words);
        print(result);
    } else {
        if (reading) print_table(findings.plain_words);
        std::cout << summary(findings, errors, warnings);
    }
    return errors > 0 ? refused : done;
}

}  // namespace talkpoint::ctl
