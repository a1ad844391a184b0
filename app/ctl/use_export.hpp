// The counts of use as a table.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "ctl/survey_export.hpp"
#include "outbox/use.hpp"

#include <filesystem>
#include <vector>

namespace talkpoint::ctl {

/// `use.csv`: of these counts those that may be shown at `now` (outbox/release), a row each: period, what, subject,
/// detail, count; and `use.codebook.csv`, which explains them. `sums`: null, or told of them. unwritable: the files are
/// as they were, or one is new.
[[nodiscard]] base::Result<void> write_use(const std::filesystem::path& folder,
                                           const std::vector<outbox::UseCount>& counts, base::LocalTime now, Sums* sums,
                                           Exported& exported);

}  // namespace talkpoint::ctl
