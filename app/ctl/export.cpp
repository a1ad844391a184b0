#include "base/files.hpp"
#include "config/find_config.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "ctl/places.hpp"
#include "ctl/reading.hpp"
#include "ctl/survey_export.hpp"
#include "ctl/use_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <span>

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

/// Calls `use` with each response of the survey, until it fails.
template <class Use>
base::Result<void> each(store::Database* database, const std::string& id, Use use) {
    if (!database) return {};
    base::Result<void> used;
    const auto read = database->for_each(id, [&](const outbox::Record& record) {
        if (used && record.survey == id) used = use(record);
    });
    return read ? used : read;
}

base::Result<void> write_survey(const fs::path& folder, const std::string& id,
                                std::span<const survey::Survey> languages, store::Database* database,
                                Exported& exported) {
    SurveyExport survey{folder, id, languages};
    if (auto met = each(database, id,
                        [&](const outbox::Record& record) -> base::Result<void> {
                            survey.meet(record);
                            return {};
                        });
        !met)
        return met;
    if (auto written = each(database, id, [&](const outbox::Record& record) { return survey.write(record); }); !written)
        return written;
    return survey.commit(exported);
}

/// Those that are installed and those of which there are responses.
std::vector<std::string> all_surveys(const std::vector<Installed>& definitions, std::vector<std::string> ids) {
    for (const auto& installed : definitions)
        for (const auto& survey : installed.surveys) ids.push_back(survey.id);
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

/// What was asked for.
struct Request {
    fs::path folder;
    std::string survey;  ///< empty: all, and the counts of use
    std::vector<Installed> definitions;
    base::LocalTime now;
};

/// The ids of the surveys to be exported. not_found: there is no such one.
base::Result<std::vector<std::string>> surveys_of(const Request& request, store::Database* database) {
    base::Result<std::vector<std::string>> in_data;
    if (database) in_data = database->surveys();
    if (!in_data) return in_data;
    auto ids = all_surveys(request.definitions, std::move(*in_data));
    if (request.survey.empty()) return ids;
    if (!std::ranges::binary_search(ids, request.survey))
        return base::fail(base::ErrorKind::not_found, no_such_survey(ids, request.survey));
    return std::vector{request.survey};
}

/// `code` is what the program ends with if this fails.
base::Result<void> write_all(const Request& request, store::Database* database, Exported& exported, ExitCode& code) {
    exported = {};
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
    const auto alone = base::FileLock::take_folder(request.folder);
    if (!alone) return std::unexpected(alone.error());
    for (const auto& id : *ids) {
        const auto languages = in_every_language(request.definitions, id);
        if (auto written = write_survey(request.folder, id, languages, database, exported); !written) return written;
    }
    if (!request.survey.empty()) return {};
    base::Result<std::vector<outbox::UseCount>> uses;
    if (database) uses = database->uses();
    if (!uses) return std::unexpected(std::move(uses.error()));
    return write_use(request.folder, *uses, request.now, exported);
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
    const Request request{folder, survey, std::move(*definitions), clock.local()};
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
