#include "base/strings.hpp"
#include "ctl/checking.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

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

}  // namespace

int check(const Options& options, const std::vector<std::string>& paths, const base::Clock& clock) {
    const auto today = base::date_of(clock.local());
    Findings findings;
    if (paths.empty()) add(findings, check_offered(options, today));
    for (const auto& path : paths) add(findings, check_path(path, today));

    const auto errors = static_cast<std::size_t>(
        std::ranges::count(findings.problems, base::Severity::error, &base::Problem::severity));
    const auto warnings = findings.problems.size() - errors;
    say(findings.problems);
    if (options.json)
        print({{"problems", json_of(findings.problems)}, {"errors", errors}, {"warnings", warnings}});
    else
        std::cout << summary(findings, errors, warnings);
    return errors > 0 ? refused : done;
}

}  // namespace talkpoint::ctl
