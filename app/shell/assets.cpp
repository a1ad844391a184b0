#include "shell/assets.hpp"

#include <cstdlib>

namespace talkpoint::shell {

base::Result<std::filesystem::path> find_assets() {
    namespace fs = std::filesystem;
    std::error_code error;
    if (const char* named = std::getenv("TALKPOINT_ASSETS")) {
        if (fs::is_directory(named, error)) return fs::absolute(named);
        return base::fail(base::ErrorKind::not_found, "$TALKPOINT_ASSETS names no folder; correct it or unset it",
                          named);
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    for (const fs::path& candidate :
         {program.parent_path() / "../share/talkpoint/assets", fs::path{TALKPOINT_SOURCE_ASSETS}})
        if (fs::is_directory(candidate / "strings", error)) return fs::weakly_canonical(candidate);
    return base::fail(base::ErrorKind::not_found,
                      "the folder \"assets\" is missing; install the program whole, or set $TALKPOINT_ASSETS", program);
}

}  // namespace talkpoint::shell
