#include "ctl/checking_help.hpp"

#include "pack/help_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

namespace talkpoint::ctl {
namespace fs = std::filesystem;

void check_help_of_surveys(const Installed& installed, base::Problems& problems) {
    const auto& pack = installed.pack;
    if (!pack.help.empty() || !pack.shared_help.empty()) return;
    for (const auto& survey : installed.surveys)
        problems.push_back({base::Severity::warning,
                            (pack.folder / "surveys" / fmt::format("{}.toml", survey.id)).string(), 0,
                            "asks people something, and its pack says nobody who can help; write help.toml with lines, "
                            "or with the ids of those that packs have in common: shared = [\"emergency\"]"});
}

void check_shared_lines(const pack::Pack& pack, const fs::path& file, base::Date today, base::Problems& problems) {
    if (pack.shared_help.empty()) return;
    base::Problems of_file;  // most of it concerns other packs
    std::error_code error;
    const auto lines =
        fs::exists(file, error) ? pack::load_help_lines(file, today, of_file) : std::vector<pack::HelpLine>{};
    pack::check_shared(pack.folder / "help.toml", pack.shared_help, lines, problems);
    const auto is_named = [&](const base::Problem& problem) {
        return std::ranges::any_of(pack.shared_help, [&](const std::string& id) {
            return problem.message.starts_with('"' + id + '"') && problem.severity == base::Severity::warning;
        });
    };
    std::ranges::copy_if(of_file, std::back_inserter(problems), is_named);
}

}  // namespace talkpoint::ctl
