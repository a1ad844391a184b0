#include "ctl/new_folder.hpp"

#include "base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

std::unexpected<base::Error> cannot(std::string_view doing, int code, const fs::path& path) {
    return std::unexpected(base::write_failure(doing, code, path));
}

/// Anything of that name, a link to nothing too.
base::Result<bool> is_taken(const fs::path& path) {
    struct stat info{};
    if (::lstat(path.c_str(), &info) == 0) return true;
    if (errno == ENOENT) return false;
    return cannot("looked at", errno, path);
}

}  // namespace

base::Result<NewFolder> NewFolder::make(const fs::path& where, const std::string& name) {
    constexpr int most = 1000;
    for (int n = 1; n <= most; ++n) {
        NewFolder folder{where / (n == 1 ? name : fmt::format("{}-{}", name, n)), -1};
        const auto taken = is_taken(folder.target_);
        if (!taken) return std::unexpected(taken.error());
        if (*taken) continue;
        if (::mkdir(folder.part().c_str(), 0777) != 0) {
            if (errno == EEXIST) continue;
            return cannot("made", errno, folder.part());
        }
        folder.descriptor_ = ::open(folder.part().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
        if (folder.descriptor_ >= 0) return folder;
        const int code = errno;
        ::rmdir(folder.part().c_str());
        return cannot("opened", code, folder.part());
    }
    return base::fail(base::ErrorKind::in_use, fmt::format("has {} folders of this name; take another stick", most),
                      where / name);
}

base::Result<void> NewFolder::sync() const {
    if (::fsync(descriptor_) != 0 || ::syncfs(descriptor_) != 0) return cannot("synced", errno, part());
    return {};
}

base::Result<void> NewFolder::finish() {
    if (::rename(part().c_str(), target_.c_str()) != 0) return cannot("renamed", errno, part());
    auto synced = base::sync_folder(target_.parent_path());
    if (synced && ::syncfs(descriptor_) != 0) synced = cannot("synced", errno, target_);
    if (!synced) {
        // Nobody knows what the stick has of it: better none than one of which that is said.
        (void)::rename(target_.c_str(), part().c_str());
        return synced;
    }
    ::close(std::exchange(descriptor_, -1));
    return {};
}

bool NewFolder::discard() {
    if (descriptor_ < 0) return true;
    ::close(std::exchange(descriptor_, -1));
    std::error_code error;
    fs::remove_all(part(), error);
    return !error;
}

}  // namespace talkpoint::ctl
