#include "ctl/whole_folder.hpp"

#include "base/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// FAT32 has room for so many folders with a name of that length in one.
constexpr std::size_t most_on_fat = 16'000;

std::unexpected<base::Error> cannot(std::string_view doing, int code, const fs::path& path) {
    return std::unexpected(base::write_failure(doing, code, path));
}

/// Whatever is there, links themselves and not what they name.
base::Result<void> clear(const fs::path& path) {
    std::error_code error;
    fs::remove_all(path, error);
    if (error) return cannot("removed", error.value(), path);
    return {};
}

base::Result<void> move(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) return cannot("renamed", error.value(), from);
    return {};
}

base::Result<void> make(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return cannot("made", error.value(), folder);
    return {};
}

/// Something of that name which is no folder is not ours to remove.
base::Result<bool> is_there(const fs::path& folder) {
    std::error_code error;
    const auto type = fs::symlink_status(folder, error).type();
    if (type == fs::file_type::not_found) return false;
    if (type == fs::file_type::directory) return true;
    return base::fail(base::ErrorKind::unwritable, "is in the way, being no folder; move it elsewhere", folder);
}

}  // namespace

WholeFolder::~WholeFolder() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    std::error_code error;
    fs::remove_all(beside(".part"), error);
}

fs::path WholeFolder::beside(std::string_view ending) const { return target_.string().append(ending); }

base::Result<void> WholeFolder::begin() {
    const auto part = beside(".part");
    if (auto there = is_there(target_); !there) return std::unexpected(std::move(there.error()));
    if (auto removed = clear(part); !removed) return removed;
    if (auto made = make(part); !made) return made;
    descriptor_ = ::open(part.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor_ < 0) return cannot("opened", errno, part);
    return {};
}

base::Result<void> WholeFolder::write(const fs::path& relative, std::string_view bytes) {
    if (descriptor_ < 0)
        if (auto begun = begin(); !begun) return begun;
    const auto file = beside(".part") / relative;
    auto written = make(file.parent_path());
    if (written) written = base::create_file(file, bytes);
    if (written) {
        ++files_;
    } else if (files_ >= most_on_fat) {
        written.error().message +=
            "; a stick that is formatted as FAT32 has room for about 16,000 sealed responses: format it as exFAT";
    }
    return written;
}

base::Result<void> WholeFolder::sync() {
    if (descriptor_ >= 0 && ::syncfs(descriptor_) != 0) return cannot("synced", errno, target_);
    return {};
}

base::Result<void> WholeFolder::swap_in() {
    const auto there = is_there(target_);
    if (!there) return std::unexpected(there.error());
    if (*there) {
        // What an end at a bad moment has left under this name is older than the target.
        if (auto removed = clear(beside(".old")); !removed) return removed;
        if (auto renamed = move(target_, beside(".old")); !renamed) return renamed;
    }
    if (descriptor_ >= 0) {
        if (auto renamed = move(beside(".part"), target_); !renamed) {
            const auto back = *there ? move(beside(".old"), target_) : renamed;
            return back ? renamed : back;
        }
        ::close(std::exchange(descriptor_, -1));
    }
    if (auto synced = base::sync_folder(target_.parent_path()); !synced) return synced;
    for (const auto* ending : {".old", ".part"})
        if (auto removed = clear(beside(ending)); !removed) return removed;
    return {};
}

}  // namespace talkpoint::ctl
