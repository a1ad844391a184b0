#include "ctl/exporting.hpp"

#include "base/files.hpp"
#include "ctl/use_export.hpp"

#include <algorithm>
#include <span>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

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
                                std::span<const survey::Survey> languages, store::Database* database, Sums* sums,
                                const outbox::Leaving* leaving, Exported& exported) {
    SurveyExport survey{folder, id, languages, sums, leaving};
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

}  // namespace

base::Result<std::vector<std::string>> surveys_of(const ExportRequest& request, store::Database* database) {
    base::Result<std::vector<std::string>> in_data;
    if (database) in_data = database->surveys();
    if (!in_data) return in_data;
    auto ids = all_surveys(request.definitions, std::move(*in_data));
    if (request.survey.empty()) return ids;
    if (!std::ranges::binary_search(ids, request.survey))
        return base::fail(base::ErrorKind::not_found, no_such_survey(ids, request.survey));
    return std::vector{request.survey};
}

base::Result<outbox::Leaving> what_leaves(store::Database* database,
                                          const std::optional<std::pair<std::string, std::string>>& going_on,
                                          base::LocalTime now) {
    if (!database) return outbox::Leaving{{}, going_on, now};
    const auto tallies = database->tallies();
    if (!tallies) return std::unexpected(tallies.error());
    outbox::Leaving leaving{*tallies, going_on, now};
    const auto met = database->for_each("", [&](const outbox::Record& record) {
        const auto response = opened(record);
        leaving.meet(record, response ? &*response : nullptr);
    });
    if (!met) return std::unexpected(met.error());
    return leaving;
}

base::Result<void> write_export(const ExportRequest& request, const std::vector<std::string>& surveys,
                                store::Database* database, Sums* sums, const outbox::Leaving* leaving,
                                Exported& exported) {
    exported = {};
    if (leaving) exported.held = leaving->held();
    const auto alone = base::FileLock::take_folder(request.folder);
    if (!alone) return std::unexpected(alone.error());
    for (const auto& id : surveys) {
        const auto languages = in_every_language(request.definitions, id);
        if (auto written = write_survey(request.folder, id, languages, database, sums, leaving, exported); !written)
            return written;
    }
    if (!request.survey.empty()) return {};
    base::Result<std::vector<outbox::UseCount>> uses;
    if (database) uses = database->uses();
    if (!uses) return std::unexpected(std::move(uses.error()));
    return write_use(request.folder, *uses, request.now, sums, exported);
}

}  // namespace talkpoint::ctl
