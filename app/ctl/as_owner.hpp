// What root writes must still be the kiosk's.
#pragma once

#include "base/result.hpp"
#include "ctl/commands.hpp"

#include <filesystem>

namespace talkpoint::ctl {

/// The state directory, to be written in. Run by root, this program has from now on only the rights of the folder's
/// owner, so that the kiosk can read what is written: read first what only root may. not_found where no kiosk has run
/// yet; unreadable.
[[nodiscard]] base::Result<std::filesystem::path> state_as_owner(const Options& options);

}  // namespace talkpoint::ctl
