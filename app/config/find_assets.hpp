// Where the assets are that every pack shares, for both programs.
#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace talkpoint::config {

/// $TALKPOINT_ASSETS, else `../share/talkpoint/assets` beside the program, else `assets` in a folder above the program,
/// else those of the source tree from which it was built. not_found if none is there.
[[nodiscard]] base::Result<std::filesystem::path> find_assets();

}  // namespace talkpoint::config
