#include "base/strings.hpp"
#include "config/find_config.hpp"
#include "ctl/checking.hpp"
#include "ctl/child_program.hpp"
#include "ctl/commands.hpp"
#include "ctl/json.hpp"
#include "ctl/pack_watch.hpp"
#include "pack/folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// More than anybody mends before looking again.
constexpr std::size_t most_problems = 500;

/// `messages/first.md` of a file in the pack; the folder's own name for the pack itself.
std::string name_in_pack(const std::string& path, const fs::path& folder) {
    if (fs::path{path} == folder) return pack::folder_name(folder);
    const auto relative = fs::path{path}.lexically_relative(folder);
    return relative.empty() || *relative.begin() == ".." ? path : relative.string();
}

/// What the check finds, errors first, as one line for the program that shows the pack.
std::string line_of(const Findings& findings, const fs::path& folder) {
    Json list = Json::array();
    for (const auto severity : {base::Severity::error, base::Severity::warning})
        for (const auto& problem : findings.problems)
            if (problem.severity == severity && list.size() < most_problems)
                list.push_back({{"file", name_in_pack(problem.path, folder)},
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
    for (PackWatch watch{*found}; !ChildProgram::asked_to_end();) {
        if (watch.look(clock.monotonic()))
            child->write(line_of(check_path(*found, base::date_of(clock.local())), *found));
        if (const auto code = child->wait(watch.next())) return *code;
    }
    child->stop();
    return done;
}

}  // namespace talkpoint::ctl
