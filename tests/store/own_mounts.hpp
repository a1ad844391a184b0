// A child process with mounts of its own, where the system lets us: real full disks and real read-only ones.
#pragma once

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <optional>

namespace talkpoint::tests {

/// Runs `job` in a child whose mounts nobody else sees, and returns what it returns (0 to 99). Nothing, if that takes
/// rights that we do not have. No CHECK in a child: its words would be lost.
template <class Job>
std::optional<int> in_own_mounts(Job job) {
    constexpr int not_permitted = 100;
    const pid_t child = ::fork();
    if (child == 0) {
        const bool mine =
            ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        ::_exit(mine ? job() : not_permitted);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status)) return 99;
    if (WEXITSTATUS(status) == not_permitted) return {};
    return WEXITSTATUS(status);
}

/// For `job` above: what is under `folder` can be read only from now on.
inline bool make_read_only(const char* folder) {
    return ::mount(folder, folder, nullptr, MS_BIND, nullptr) == 0 &&
           ::mount("none", folder, nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

}  // namespace talkpoint::tests
