#include "base/strings.hpp"
#include "config/find_config.hpp"
#include "ctl/checking.hpp"
#include "ctl/checking_place_folder.hpp"
#include "ctl/child_program.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/pack_watch.hpp"
#include "pack/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// More than anybody mends before looking again.
constexpr std::size_t most_problems = 500;

/// The pack, and the configuration in use where the pack is one of its place, as the program that shows it has it.
struct Shown {
    fs::path folder;
    std::string name;
    std::optional<config::Config> config;

    /// What the place puts over the pack; it may not be there yet.
    [[nodiscard]] fs::path over() const { return config ? config->profile->folder() / name : fs::path{}; }
};

Shown shown_of(const Options& options, const fs::path& folder) {
    Shown shown{folder, pack::folder_name(folder), {}};
    base::Problems problems;  // the program that shows the pack says them
    auto config = load_config(options, problems);
    std::error_code error;
    if (config && config->profile && fs::equivalent(config->pack_folder(shown.name), folder, error))
        shown.config = std::move(config);
    return shown;
}

Findings check(const Shown& shown, base::Date today) {
    const auto over = shown.config ? shown.config->over_pack(shown.name) : fs::path{};
    auto findings = over.empty() ? check_path(shown.folder, today) : check_pack_folder(shown.folder, today, over);
    if (shown.config) check_place_folder(*shown.config, findings.problems);
    return findings;
}

/// `messages/first.md` of a file in the pack, `sites/here/<pack>/messages/first.md` of what a place puts over it; the
/// folder's own name for the pack itself.
std::string name_in_pack(const std::string& path, const Shown& shown) {
    const auto file = plain(path), folder = plain(shown.folder);
    if (file == folder) return shown.name;
    const auto in_pack = file.lexically_relative(folder);
    if (!in_pack.empty() && *in_pack.begin() != "..") return in_pack.string();
    if (!shown.config) return path;
    const auto sites = plain(shown.config->profile->file).parent_path();
    const auto in_sites = file.lexically_relative(sites);
    return in_sites.empty() || *in_sites.begin() == ".." ? path : (sites.filename() / in_sites).string();
}

/// What the check finds, errors first, as one line for the program that shows the pack.
std::string line_of(const Findings& findings, const Shown& shown) {
    Json list = Json::array();
    for (const auto severity : {base::Severity::error, base::Severity::warning})
        for (const auto& problem : findings.problems)
            if (problem.severity == severity && list.size() < most_problems)
                list.push_back({{"file", name_in_pack(problem.path, shown)},
                                {"line", problem.line},
                                {"text", problem.message},
                                {"error", severity == base::Severity::error}});
    return Json{{"problems", list}}.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int preview(const Options& options, const std::string& pack, const PreviewWindow& window, const base::Clock& clock) {
    const auto found = find_pack(options, pack);
    if (!found) {
        say(found.error());
        return wrong_options;
    }
    std::error_code error;
    if (fs::exists(*found, error) && !fs::is_directory(*found, error)) {
        say({base::ErrorKind::malformed, "is a file; name the pack's folder", found->string()});
        return wrong_options;
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path() / "talkpoint";
    if (!fs::exists(program, error)) {
        say({base::ErrorKind::not_found, "the kiosk's program is missing; install both programs into one folder",
             program.string()});
        return refused;
    }
    std::vector<std::string> arguments{"--preview", found->string(), "--window", window.size};
    if (!window.language.empty()) arguments.insert(arguments.end(), {"--language", window.language});
    if (!options.config.empty()) arguments.insert(arguments.end(), {"--config", options.config});
    auto child = ChildProgram::start(program, arguments);
    if (!child) {
        say(child.error());
        return refused;
    }
    const auto shown = shown_of(options, *found);
    for (PackWatch watch{shown.folder, shown.over()}; !ChildProgram::asked_to_end();) {
        if (watch.look(clock.monotonic())) child->write(line_of(check(shown, base::date_of(clock.local())), shown));
        if (const auto code = child->wait(watch.next())) return *code;
    }
    child->stop();
    return done;
}

}  // namespace talkpoint::ctl
