// All that an export is, for the subcommands that make one.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "ctl/content.hpp"
#include "ctl/survey_export.hpp"
#include "outbox/leaving.hpp"
#include "store/database.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::ctl {

/// What was asked for.
struct ExportRequest {
    std::filesystem::path folder;  ///< is there
    std::string survey;            ///< empty: all, and the counts of use
    std::vector<Installed> definitions;
    base::LocalTime now;
};

/// The ids of the surveys to be exported: those that are installed and those of which there are responses. `database`
/// may be null: no kiosk has run yet. not_found: the one that was asked for is none of them.
[[nodiscard]] base::Result<std::vector<std::string>> surveys_of(const ExportRequest& request,
                                                                store::Database* database);

/// Writes everything into the folder, alone in it; what it was is in `exported` then. `sums`: null, or told of every
/// file. `leaving`: null, or what may leave, of all that is here; the rest stays. in_use: another export is writing
/// there; unwritable; or what is wrong with the database. To be called within Database::in_one_moment.
[[nodiscard]] base::Result<void> write_export(const ExportRequest& request, const std::vector<std::string>& surveys,
                                              store::Database* database, Sums* sums, const outbox::Leaving* leaving,
                                              Exported& exported);
/// What of all that is here may leave at `now`. `going_on`: the event that is not over, read before this moment.
[[nodiscard]] base::Result<outbox::Leaving> what_leaves(
    store::Database* database, const std::optional<std::pair<std::string, std::string>>& going_on, base::LocalTime now);

}  // namespace talkpoint::ctl
