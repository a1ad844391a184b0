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

/// Replaces a file in one step, however long it is: what is appended goes beside it (`<path>.part`, in place of one
/// that was left there) and stays in no memory. Not committed: that goes away, and the old file stays. Every failure is
/// unwritable (full, read-only, pulled out), and its message says what to do; after one only letting go is left.
class FileWriter {
  public:
    [[nodiscard]] static Result<FileWriter> create(const std::filesystem::path& path);
    FileWriter(FileWriter&& other) noexcept
        : path_(std::move(other.path_)),
          waiting_(std::move(other.waiting_)),
          descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileWriter& operator=(FileWriter&&) = delete;
    ~FileWriter();

    [[nodiscard]] Result<void> append(std::string_view bytes);
    /// Synced, renamed, folder synced: only then it is there. Nothing can be appended after it.
    [[nodiscard]] Result<void> commit();

  private:
    FileWriter(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    [[nodiscard]] std::filesystem::path part() const;
    [[nodiscard]] Result<void> write_out(std::string_view bytes);

    std::filesystem::path path_;
    std::string waiting_;  ///< appended and not yet written
    int descriptor_ = -1;
};

/// A new file that has these rights from its first moment; not synced: for many at once. in_use where something is
/// called so already, unwritable; a file that could not be written whole is removed.
[[nodiscard]] Result<void> create_file(const std::filesystem::path& path, std::string_view bytes,
                                       unsigned rights = 0640);
/// Adds to the end of a file, synced, and makes it if need be (rights 0640). A line that a power cut left half is ended
/// first. unwritable: part of `bytes` may be there.
[[nodiscard]] Result<void> append_to_file(const std::filesystem::path& path, std::string_view bytes);
/// Syncs one file that is there.
[[nodiscard]] Result<void> sync_file(const std::filesystem::path& path);

/// What a person is told where `path` cannot be `doing` ("written") for the reason `code`, an errno.
[[nodiscard]] Error write_failure(std::string_view doing, int code, const std::filesystem::path& path);

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
    /// in_use if another process has it, and still has it after some milliseconds (somebody who only asks whether it is
    /// held holds it for a moment); unwritable if the file cannot be made.
    [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& path);
    /// As take, and waits for its turn: for files that are changed in a moment. in_use after five seconds.
    [[nodiscard]] static Result<FileLock> take_in_turn(const std::filesystem::path& path);
    /// The folder itself, which leaves no file in it. in_use; unreadable if it is no folder. A file system that has no
    /// locks is not locked.
    [[nodiscard]] static Result<FileLock> take_folder(const std::filesystem::path& folder);
    /// Does somebody hold it? Makes nothing; false where there is no such file, or it cannot be asked.
    [[nodiscard]] static bool is_held(const std::filesystem::path& path);
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
