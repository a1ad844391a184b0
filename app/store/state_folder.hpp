// The state directory: found, made, and held by one kiosk at a time.
#pragma once

#include "base/files.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <string>

namespace talkpoint::store {

/// `--state` if given, else $STATE_DIRECTORY, else $XDG_STATE_HOME/talkpoint, else ~/.local/state/talkpoint.
[[nodiscard]] base::Result<std::filesystem::path> state_folder(const std::string& option);

/// A state directory that this process holds until the object goes.
struct HeldFolder {
    std::filesystem::path path;
    base::FileLock lock;
};

/// Makes the folder if need be (rights 0750), takes its lock, and makes sure that a file can be written in it.
/// unwritable: read-only, a file of that name, no rights; in_use: another kiosk.
[[nodiscard]] base::Result<HeldFolder> hold_state_folder(const std::filesystem::path& folder);

}  // namespace talkpoint::store
