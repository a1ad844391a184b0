// What can be made to go wrong in the real kiosk from within, where nothing outside of it can. Each fault has a name
// and happens when a file of that name lies in the folder $TALKPOINT_FAULTS.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace faults {

inline std::string file_of(const char* name) {
    const char* folder = std::getenv("TALKPOINT_FAULTS");
    return folder ? std::string{folder} + "/" + name : std::string{};
}

inline bool wanted(const char* name) {
    const auto file = file_of(name);
    return !file.empty() && ::access(file.c_str(), F_OK) == 0;
}

/// Leaves a file for the test to find, a byte longer each time.
inline void tell(const char* name) {
    const auto file = file_of(name);
    if (file.empty()) return;
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0) return;
    (void)!::write(descriptor, "+", 1);
    ::close(descriptor);
}

}  // namespace faults
