#include "ctl/sticks.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <optional>
#include <set>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t largest_mountinfo = std::size_t{16} * 1024 * 1024;

const Advice does_not_answer{"The stick does not answer.", "Take it out, and put it in again."};

bool is_octal(char c) { return c >= '0' && c <= '7'; }

/// The kernel writes blanks, tabs, line ends and backslashes as `\040`.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape =
            text[i] == '\\' && text.size() - i > 3 && std::ranges::all_of(text.substr(i + 1, 3), is_octal);
        if (!escape) {
            out += text[i];
            continue;
        }
        out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
        i += 3;
    }
    return out;
}

bool has_option(std::string_view options, std::string_view wanted) {
    return std::ranges::count(base::split(options, ','), wanted) > 0;
}

std::optional<Mount> mount_in(std::string_view line) {
    // 36 35 98:0 /root /point rw,noatime master:1 - ext3 /dev/sda1 rw,errors=continue
    const auto words = base::split(line, ' ');
    const auto dash = std::ranges::find(words, "-");
    if (dash - words.begin() < 6 || words.end() - dash < 4) return {};
    const bool read_only = has_option(words[5], "ro") || has_option(dash[3], "ro");
    return Mount{words[2], unescaped(words[3]), unescaped(words[4]), dash[1], read_only};
}

/// Of another machine, which may not answer and is in nobody's hand; or of one that is yet to be mounted, for which
/// whoever asks is kept waiting.
bool is_far(std::string_view type) {
    constexpr auto far = std::to_array<std::string_view>({"nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "autofs"});
    return std::ranges::count(far, type) > 0 || type.starts_with("fuse.");  // those of a disk are called "fuseblk"
}

bool is_at_or_below(const fs::path& path, const fs::path& folder) {
    return std::ranges::mismatch(folder, path).in1 == folder.end();
}

bool overlap(const fs::path& one, const fs::path& other) {
    return is_at_or_below(one, other) || is_at_or_below(other, one);
}

/// Of the path, or of the nearest folder above it that is there.
std::string device_of(fs::path path) {
    struct stat info{};
    while (::stat(path.c_str(), &info) != 0 && path.has_relative_path()) path = path.parent_path();
    return fmt::format("{}:{}", major(info.st_dev), minor(info.st_dev));
}

/// As the kernel names it; as it was given where there is nothing.
fs::path real(const fs::path& path) {
    std::error_code error;
    auto out = fs::weakly_canonical(path, error);
    if (error) out = path.lexically_normal();
    return out.has_filename() ? out : out.parent_path();
}

Advice why_not(const fs::path& path, bool read_only) {
    if (read_only)
        return {"The stick can only be read.", "If it has a small switch, move it; otherwise take another stick."};
    if (::access(path.c_str(), W_OK | X_OK) == 0) return {};
    if (errno == EACCES)
        return {"The kiosk is not allowed to write on the stick.",
                "Take another stick, or ask whoever looks after the machine."};
    return does_not_answer;
}

Stick stick_at(const fs::path& path, bool read_only) {
    Stick stick{.path = path, .name = base::printable(path.filename().native()), .free_mb = -1};
    struct statvfs info{};
    if (::statvfs(path.c_str(), &info) != 0) {
        stick.why_not = does_not_answer;
        return stick;
    }
    stick.free_mb = base::free_space_mb(path);
    stick.block_size = static_cast<std::int64_t>(info.f_frsize);
    stick.why_not = why_not(path, read_only || (info.f_flag & ST_RDONLY) != 0);
    return stick;
}

/// Named by the configuration, no mount, and marked as a stick by whoever set up the machine.
bool is_marked(const fs::path& folder, const fs::path& state) {
    struct stat info{};
    return !overlap(folder, state) && ::lstat((folder / stick_marker).c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

}  // namespace

std::vector<Mount> mounts_in(std::string_view mountinfo) {
    std::vector<Mount> mounts;
    for (const auto line : base::lines_of(mountinfo))
        if (auto mount = mount_in(line)) mounts.push_back(std::move(*mount));
    return mounts;
}

std::vector<Mount> stick_mounts(const std::vector<Mount>& mounts, const std::vector<fs::path>& folders,
                                const std::vector<std::string>& own_devices) {
    const auto is_where_sticks_are = [&](const Mount& mount) {
        return std::ranges::any_of(folders, [&](const auto& folder) { return is_at_or_below(mount.point, folder); });
    };
    std::set<std::string> own{own_devices.begin(), own_devices.end()};
    for (const auto& mount : mounts)
        if (!is_where_sticks_are(mount)) own.insert(mount.device);
    std::vector<Mount> out;
    for (const auto& mount : mounts) {
        if (!is_where_sticks_are(mount)) continue;
        std::erase_if(out, [&](const Mount& earlier) { return earlier.point == mount.point; });
        // A part of a file system is what a service's own rules mount.
        if (mount.root != "/" || is_far(mount.type) || own.contains(mount.device)) continue;
        out.push_back(mount);
    }
    return out;
}

base::Result<std::vector<Stick>> find_sticks(const config::Staff& staff, const fs::path& state) {
    const auto mountinfo = base::read_file("/proc/self/mountinfo", largest_mountinfo);
    if (!mountinfo) return std::unexpected(mountinfo.error());
    std::vector<fs::path> folders;
    std::ranges::transform(staff.sticks, std::back_inserter(folders), real);
    const auto mounts = mounts_in(*mountinfo);
    std::vector<Stick> sticks;
    for (const auto& mount : stick_mounts(mounts, folders, {device_of("/"), device_of(state)}))
        sticks.push_back(stick_at(mount.point, mount.read_only));
    const auto is_mount = [&](const fs::path& folder) {
        return std::ranges::any_of(mounts, [&](const Mount& mount) { return mount.point == folder; });
    };
    for (const auto& folder : std::set<fs::path>{folders.begin(), folders.end()})
        if (!is_mount(folder) && is_marked(folder, real(state))) sticks.push_back(stick_at(folder, false));
    std::ranges::sort(sticks, {}, &Stick::path);
    return sticks;
}

Advice advice_on(const std::vector<Stick>& sticks) {
    if (sticks.empty())
        return {"There is no USB stick in the kiosk.",
                "Put a USB stick into the kiosk. If nothing appears within ten seconds, try another one (formatted as "
                "exFAT or FAT32), or ask whoever looks after the machine whether it is set up for sticks."};
    if (sticks.size() > 1)
        return {fmt::format("There are {} USB sticks in the kiosk.", sticks.size()),
                "Choose one, or leave only one in the kiosk."};
    const auto& stick = sticks.front();
    if (!stick.writable()) return stick.why_not;
    return {fmt::format("There is a USB stick in the kiosk, with {} MB free.", stick.free_mb), ""};
}

Advice broken_settings() {
    return {"The settings of this kiosk cannot be read.",
            "Ask whoever looks after the machine; \"talkpointctl check\" says what to mend."};
}

}  // namespace talkpoint::ctl
