#include "config/find_assets.hpp"

#include <cstdlib>

namespace talkpoint::config {
namespace fs = std::filesystem;

base::Result<fs::path> find_assets() {
    std::error_code error;
    if (const char* named = std::getenv("TALKPOINT_ASSETS")) {
        if (fs::is_directory(named, error)) return fs::absolute(named, error);
        return base::fail(base::ErrorKind::not_found, "$TALKPOINT_ASSETS names no folder; correct it or unset it",
                          named);
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const auto is_assets = [&](const fs::path& folder) { return fs::is_directory(folder / "strings", error); };
    const fs::path installed = program.parent_path() / "../share/talkpoint/assets";
    if (is_assets(installed)) return fs::weakly_canonical(installed, error);
    for (fs::path above = program.parent_path(); above.has_relative_path(); above = above.parent_path())
        if (is_assets(above / "assets")) return above / "assets";
    if (is_assets(TALKPOINT_SOURCE_ASSETS)) return fs::path{TALKPOINT_SOURCE_ASSETS};
    return base::fail(base::ErrorKind::not_found,
                      "the folder \"assets\" is missing; install the program whole, or set $TALKPOINT_ASSETS", program);
}

}  // namespace talkpoint::config
