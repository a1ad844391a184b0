// Files: read with a bound, write so that a power cut leaves the old or the new, never half.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace talkpoint::base {

/// The whole file. not_found, unreadable (a folder, a device, no rights), too_large above `max_bytes`.
/// The error's message says what to do.
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// As read_file, and the text is checked to be UTF-8 without control characters; a byte-order mark is dropped.
/// malformed names the line.
[[nodiscard]] Result<std::string> read_text(const std::filesystem::path& path, std::size_t max_bytes);

/// Replaces `path` by `bytes` in one step: written beside it, synced, renamed, folder synced.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// Syncs a folder's own entries to disk, so that a file made or renamed in it survives a power cut.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& folder);

/// `relative` below `root`, as an absolute path. Refused (malformed): absolute paths, `..`, links that lead out
/// of root, control characters. not_found where there is no such file.
[[nodiscard]] Result<std::filesystem::path> resolve_inside(const std::filesystem::path& root,
                                                           std::string_view relative);

/// Free space for an ordinary user where `path` lies, in MiB; -1 if the machine does not say.
[[nodiscard]] std::int64_t free_space_mb(const std::filesystem::path& path);

/// Holds a file lock for as long as it lives; the kernel lets go when the process dies, however it dies.
class FileLock {
  public:
    /// in_use if another process has it; unwritable if the file cannot be made.
    [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& path);
    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FileLock();

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_ = -1;
};

}  // namespace talkpoint::base
