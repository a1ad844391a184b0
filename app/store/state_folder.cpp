#include "store/state_folder.hpp"

#include "base/strings.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace talkpoint::store {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

base::Result<fs::path> whole_path(const fs::path& path) {
    std::error_code error;
    auto whole = fs::absolute(path, error).lexically_normal();
    if (error) return base::fail(ErrorKind::unreadable, "cannot be made an absolute path; give one", path);
    return whole.has_filename() ? whole : whole.parent_path();
}

// Each missing folder, from the top; the state directory is for the kiosk and its group alone.
base::Result<void> make_folders(const fs::path& folder) {
    std::error_code error;
    if (fs::is_directory(folder, error)) return {};
    if (folder.has_relative_path())
        if (auto above = make_folders(folder.parent_path()); !above) return above;
    if (::mkdir(folder.c_str(), 0750) == 0) return base::sync_folder(folder.parent_path());
    const bool in_the_way = errno == EEXIST || errno == ENOTDIR;
    return base::fail(ErrorKind::unwritable,
                      in_the_way ? "is not a folder; move it away or choose another --state"
                                 : fmt::format("cannot be made ({}); check the rights or choose another --state",
                                               std::strerror(errno)),
                      folder);
}

// A lock file that is there already can be taken on a disk that is read-only now: so try to make a file.
base::Result<void> try_to_write(const fs::path& folder) {
    const fs::path trial = folder / "trial.part";
    ::unlink(trial.c_str());
    const int descriptor = ::open(trial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0640);
    if (descriptor < 0)
        return base::fail(
            ErrorKind::unwritable,
            fmt::format("nothing can be written in it ({}); check its rights and the disk, or choose another --state",
                        std::strerror(errno)),
            folder);
    ::close(descriptor);
    ::unlink(trial.c_str());
    return {};
}

}  // namespace

base::Result<fs::path> state_folder(const std::string& option) {
    if (!option.empty()) return whole_path(option);
    // systemd gives several, separated by colons, where a unit asks for several.
    if (const auto given = base::split(environment("STATE_DIRECTORY"), ':'); !given.empty() && !given.front().empty())
        return whole_path(given.front());
    // A relative path here is to be ignored: XDG Base Directory Specification, "Basics".
    if (const fs::path given = environment("XDG_STATE_HOME"); given.is_absolute())
        return whole_path(given / "talkpoint");
    if (const fs::path home = environment("HOME"); home.is_absolute())
        return whole_path(home / ".local/state/talkpoint");
    return base::fail(ErrorKind::not_found, "there is no HOME to keep responses in; give --state DIR");
}

base::Result<HeldFolder> hold_state_folder(const fs::path& folder) {
    auto path = whole_path(folder);
    if (!path) return std::unexpected(path.error());
    if (auto made = make_folders(*path); !made) return std::unexpected(made.error());
    if (auto written = try_to_write(*path); !written) return std::unexpected(written.error());
    auto lock = base::FileLock::take(*path / "kiosk.lock");
    if (!lock) return std::unexpected(lock.error());
    return HeldFolder{std::move(*path), std::move(*lock)};
}

}  // namespace talkpoint::store
