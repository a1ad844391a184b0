// Where the shared assets are.
#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace talkpoint::shell {

/// $TALKPOINT_ASSETS, else `../share/talkpoint/assets` beside the program, else the source tree's. not_found if none is
/// there.
[[nodiscard]] base::Result<std::filesystem::path> find_assets();

}  // namespace talkpoint::shell
