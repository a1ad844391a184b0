#include "config/find_config.hpp"
#include "ctl/commands.hpp"
#include "ctl/exporting.hpp"
#include "ctl/json.hpp"
#include "ctl/places.hpp"
#include "ctl/reading.hpp"

#include <fmt/format.h>

#include <iostream>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// The surveys that are installed. Nothing if there is a configuration and it is broken: better to say so than to write
/// tables without their columns. No configuration at all: the columns are those of the data.
std::optional<std::vector<Installed>> load_definitions(const Options& options, base::Date today) {
    std::error_code error;
    if (options.config.empty() && !fs::exists(config::find_config(""), error)) {
        std::cerr << "no configuration: each table has the columns that its data has; name one with --config\n";
        return std::vector<Installed>{};
    }
    base::Problems problems;
    const auto config = load_kiosk(options, today, problems);
    if (!config) {
        say(problems);
        return {};
    }
    auto all = load_all(*config, today, problems);
    std::erase_if(problems, [](const base::Problem& problem) { return problem.severity == base::Severity::warning; });
    say(problems);
    return all;
}

/// `code` is what the program ends with if this fails.
base::Result<void> write_all(const ExportRequest& request, store::Database* database, Exported& exported,
                             ExitCode& code) {
    code = state_unusable;
    const auto ids = surveys_of(request, database);
    if (!ids) {
        if (ids.error().kind == base::ErrorKind::not_found) code = wrong_options;
        return std::unexpected(ids.error());
    }
    if (auto made = make_folder(request.folder); !made) {
        code = wrong_options;
        return made;
    }
    return write_export(request, *ids, database, nullptr, nullptr, exported);
}

void say_done(const fs::path& folder, const Exported& exported) {
    const auto all = exported.rows + exported.sealed + exported.unreadable;
    std::cout << fmt::format("{} {} in {}", all, all == 1 ? "response" : "responses", folder.string());
    if (exported.sealed > 0)
        std::cout << fmt::format(", {} of them sealed: talkpointctl open {} --key FILE", exported.sealed,
                                 folder.string());
    std::cout << '\n';
}

}  // namespace

int export_responses(const Options& options, const std::string& folder, const std::string& survey,
                     const base::Clock& clock) {
    auto definitions = load_definitions(options, base::date_of(clock.local()));
    if (!definitions) return refused;
    const ExportRequest request{folder, survey, std::move(*definitions), clock.local()};
    Exported exported;
    ExitCode code = state_unusable;
    const auto written = read_responses(options, [&](store::Database* database) -> base::Result<void> {
        const auto write = [&] { return write_all(request, database, exported, code); };
        // A kiosk may go on writing: what is counted first is what is written then.
        return database ? database->in_one_moment(write) : write();
    });
    if (!written) {
        say(written.error());
        return code;
    }
    if (exported.unreadable > 0)
        std::cerr << fmt::format(
            "{}: {} of the responses cannot be read, and are in no table; their bytes are in the folders called "
            "*.unreadable: keep them, and show them to whoever looks after Talkpoint\n",
            folder, exported.unreadable);
    if (options.json)
        print({{"files", exported.files},
               {"rows", exported.rows},
               {"sealed", exported.sealed},
               {"unreadable", exported.unreadable}});
    else
        say_done(folder, exported);
    return done;
}

}  // namespace talkpoint::ctl
