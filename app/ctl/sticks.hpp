// The USB sticks that are in the machine: what is mounted where kiosk.toml says that sticks are.
#pragma once

#include "base/result.hpp"
#include "config/config.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {

/// One line of /proc/self/mountinfo (proc(5)), as far as it matters here.
struct Mount {
    std::string device;  ///< major:minor
    std::string root;    ///< what of the file system is mounted; "/": all of it
    std::filesystem::path point;
    std::string type;
    bool read_only = false;  ///< the mount, or the file system

    friend bool operator==(const Mount&, const Mount&) = default;
};

/// Every mount that `mountinfo` tells of, in its order, the names' escapes decoded; a line that makes no sense is left
/// out.
[[nodiscard]] std::vector<Mount> mounts_in(std::string_view mountinfo);

/// Those of them at or below one of `folders` that can be sticks: whole file systems of this machine, not on one of
/// `own_devices`, nor mounted elsewhere too (what the machine starts from may lie on a USB disk), the last one of each
/// point.
[[nodiscard]] std::vector<Mount> stick_mounts(const std::vector<Mount>& mounts,
                                              const std::vector<std::filesystem::path>& folders,
                                              const std::vector<std::string>& own_devices);

/// A folder of `[staff] sticks` that is no mount is a stick if a file of this name lies in it.
inline constexpr std::string_view stick_marker = ".talkpoint-stick";

/// What staff are told, and what they do now.
struct Advice {
    std::string sentence;
    std::string to_do;
};

struct Stick {
    std::filesystem::path path;
    std::string name;             ///< the last part of the path, for people
    std::int64_t free_mb = 0;     ///< -1: the machine does not say
    std::int64_t block_size = 0;  ///< bytes that even the smallest file takes
    Advice why_not = {};          ///< why it cannot be written; empty: it can

    [[nodiscard]] bool writable() const { return why_not.sentence.empty(); }
};

/// The sticks that are there now, by path. `state`: the state directory, which need not be there yet; what is mounted
/// of its file system, or of that of `/`, is no stick. unreadable: the machine does not tell its mounts.
[[nodiscard]] base::Result<std::vector<Stick>> find_sticks(const config::Staff& staff,
                                                           const std::filesystem::path& state);

/// How many there are, and what is to be done before one can be written.
[[nodiscard]] Advice advice_on(const std::vector<Stick>& sticks);
/// Where there is a mistake in kiosk.toml, which may name the folders of sticks.
[[nodiscard]] Advice broken_settings();

}  // namespace talkpoint::ctl
