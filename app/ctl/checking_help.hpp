// What `check` says of the help lines of one pack, beyond their own mistakes.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "ctl/content.hpp"
#include "pack/pack.hpp"

#include <filesystem>

namespace talkpoint::ctl {

/// Whoever is asked something must find somebody to talk to: a survey whose pack names no help line is a warning.
void check_help_of_surveys(const Installed& installed, base::Problems& problems);

/// The shared lines that one pack names must be in `file`, which lies beside the packs; what is to confirm of these is
/// said.
void check_shared_lines(const pack::Pack& pack, const std::filesystem::path& file, base::Date today,
                        base::Problems& problems);

}  // namespace talkpoint::ctl
