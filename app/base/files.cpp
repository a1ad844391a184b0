#include "base/files.hpp"

#include "base/strings.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace talkpoint::base {
namespace fs = std::filesystem;
namespace {

/// Closes a descriptor on every way out.
class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    [[nodiscard]] int get() const { return value_; }

  private:
    int value_;
};

std::string reason() { return std::strerror(errno); }

/// False, and errno says why.
bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

ErrorKind kind_of_open_failure() {
    return errno == ENOENT || errno == ENOTDIR ? ErrorKind::not_found : ErrorKind::unreadable;
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::size_t max_bytes) {
    // O_NONBLOCK: opening a pipe that somebody named like a file must not hang the kiosk.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.get() < 0) {
        const auto kind = kind_of_open_failure();
        return fail(kind,
                    kind == ErrorKind::not_found ? "there is no such file; create it or correct the name"
                                                 : "cannot be opened (" + reason() + "); check its rights",
                    path);
    }
    struct stat info{};
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
        return fail(ErrorKind::unreadable, "is not a regular file; put a file here", path);
    const auto too_large = [&] {
        return fail(ErrorKind::too_large, fmt::format("is larger than {} bytes; make it smaller", max_bytes), path);
    };
    if (static_cast<std::size_t>(info.st_size) > max_bytes) return too_large();
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(info.st_size));
    std::array<char, 65536> block;
    while (true) {
        const auto count = ::read(file.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(ErrorKind::unreadable, "cannot be read (" + reason() + "); check the disk", path);
        if (count == 0) return bytes;
        bytes.append(block.data(), static_cast<std::size_t>(count));
        if (bytes.size() > max_bytes) return too_large();
    }
}

Result<std::string> read_text(const fs::path& path, std::size_t max_bytes) {
    auto text = read_file(path, max_bytes);
    if (!text) return text;
    if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
    const auto at = [&](std::size_t offset) { return fmt::format("{}:{}", path.string(), line_of(*text, offset)); };
    if (const auto bad = first_bad_utf8(*text))
        return fail(ErrorKind::malformed, "is not UTF-8 text here; save the file as UTF-8", at(*bad));
    if (const auto bad = first_control_character(*text))
        return fail(ErrorKind::malformed, "holds a control character; remove it", at(*bad));
    return text;
}

Error write_failure(std::string_view doing, int code, const fs::path& path) {
    const auto what_to_do = [&] {
        switch (code) {
            case ENOSPC:
            case EDQUOT:
            case EFBIG:
                return "make room there, or choose another place";
            case EROFS:
                return "choose a place that can be written";
            case EIO:
            case ENODEV:
            case ENXIO:
                return "is the disk or the stick still in place? Put it back, or take another, and do it again";
            default:
                return "check rights and free space";
        }
    };
    return {ErrorKind::unwritable, fmt::format("cannot be {} ({}); {}", doing, std::strerror(code), what_to_do()),
            path};
}

Result<void> write_file(const fs::path& path, std::string_view bytes) {
    auto writer = FileWriter::create(path);
    if (!writer) return std::unexpected(std::move(writer.error()));
    if (auto written = writer->append(bytes); !written) return written;
    return writer->commit();
}

Result<FileWriter> FileWriter::create(const fs::path& path) {
    FileWriter writer{path, -1};
    writer.descriptor_ =
        ::open(writer.part().c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0640);
    if (writer.descriptor_ < 0) return std::unexpected(write_failure("created", errno, path));
    return writer;
}

FileWriter::~FileWriter() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(part().c_str());
}

fs::path FileWriter::part() const { return path_.string() + ".part"; }

Result<void> FileWriter::append(std::string_view bytes) {
    constexpr std::size_t block = std::size_t{64} * 1024;  // a row at a time would be a call of the kernel each
    if (waiting_.size() + bytes.size() < block) {
        waiting_ += bytes;
        return {};
    }
    if (auto written = write_out(waiting_); !written) return written;
    waiting_.clear();
    return write_out(bytes);
}

Result<void> FileWriter::write_out(std::string_view bytes) {
    if (!write_all(descriptor_, bytes)) return std::unexpected(write_failure("written", errno, path_));
    return {};
}

Result<void> FileWriter::commit() {
    if (auto written = write_out(waiting_); !written) return written;
    if (::fsync(descriptor_) != 0) return std::unexpected(write_failure("synced", errno, path_));
    if (::rename(part().c_str(), path_.c_str()) != 0) return std::unexpected(write_failure("renamed", errno, path_));
    ::close(std::exchange(descriptor_, -1));
    return sync_folder(path_.parent_path().empty() ? fs::path{"."} : path_.parent_path());
}

Result<void> create_file(const fs::path& path, std::string_view bytes, unsigned rights) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, rights);
    if (file < 0 && errno == EEXIST) return fail(ErrorKind::in_use, "is there already; move it away", path);
    if (file < 0) return std::unexpected(write_failure("created", errno, path));
    const int failed = !write_all(file, bytes) ? errno : 0;
    const int closed = ::close(file) != 0 ? errno : 0;  // some file systems say only now that there is no room
    if (failed == 0 && closed == 0) return {};
    ::unlink(path.c_str());
    return std::unexpected(write_failure("written", failed != 0 ? failed : closed, path));
}

Result<void> append_to_file(const fs::path& path, std::string_view bytes) {
    const Descriptor file{
        ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0640)};
    if (file.get() < 0) return std::unexpected(write_failure("created", errno, path));
    const auto end = ::lseek(file.get(), 0, SEEK_END);
    char last = '\n';
    if (end > 0 && ::pread(file.get(), &last, 1, end - 1) != 1)
        return std::unexpected(write_failure("read", errno, path));
    const std::string whole = (last == '\n' ? "" : "\n") + std::string{bytes};
    if (!write_all(file.get(), whole)) return std::unexpected(write_failure("written", errno, path));
    if (::fsync(file.get()) != 0) return std::unexpected(write_failure("synced", errno, path));
    if (end > 0) return {};
    return sync_folder(path.parent_path().empty() ? fs::path{"."} : path.parent_path());
}

Result<void> sync_file(const fs::path& path) {
    const Descriptor handle{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (handle.get() < 0 || ::fsync(handle.get()) != 0) return std::unexpected(write_failure("synced", errno, path));
    return {};
}

Result<void> sync_folder(const fs::path& folder) {
    const Descriptor handle{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (handle.get() < 0 || ::fsync(handle.get()) != 0)
        return fail(ErrorKind::unwritable, "cannot be synced (" + reason() + "); check the disk", folder);
    return {};
}

Result<fs::path> resolve_inside(const fs::path& root, std::string_view relative) {
    const fs::path wanted{relative};
    const auto refuse = [&](std::string_view why) {
        return fail(ErrorKind::malformed,
                    fmt::format("\"{}\" {}; name a file inside this folder", printable(relative), why), root);
    };
    if (relative.empty()) return refuse("is empty");
    if (wanted.is_absolute()) return refuse("is an absolute path");
    if (first_control_character(relative) || first_bad_utf8(relative)) return refuse("is not a file name");
    for (const auto& part : wanted)
        if (part == "..") return refuse("leads out of it by \"..\"");
    std::error_code error;
    const fs::path real_root = fs::canonical(root, error);
    fs::path real = error ? fs::path{} : fs::canonical(real_root / wanted, error);
    if (error)
        return fail(ErrorKind::not_found,
                    fmt::format("there is no file \"{}\"; add it or correct the name", printable(relative)), root);
    const auto [left, right] = std::ranges::mismatch(real_root, real);
    if (left != real_root.end()) return refuse("is a link that leads out of it");
    return real;
}

std::int64_t free_space_mb(const fs::path& path) {
    struct statvfs info{};
    if (::statvfs(path.c_str(), &info) != 0) return -1;
    return static_cast<std::int64_t>(info.f_bavail) * static_cast<std::int64_t>(info.f_frsize) / (1024LL * 1024);
}

Result<FileLock> FileLock::take(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
    if (descriptor < 0)
        return fail(ErrorKind::unwritable, "cannot be created (" + reason() + "); check the rights of its folder",
                    path);
    FileLock lock{descriptor};
    constexpr int tries = 4;
    for (int i = 1; i < tries && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return fail(ErrorKind::in_use, "another kiosk is using this folder; stop it or choose another --state", path);
    return lock;
}

Result<FileLock> FileLock::take_in_turn(const fs::path& path) {
    constexpr int tries = 500;
    for (int i = 1;; ++i) {
        auto lock = take(path);
        if (lock || lock.error().kind != ErrorKind::in_use) return lock;
        if (i == tries)
            return fail(ErrorKind::in_use, "another program holds it and does not let go; end that program", path);
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
}

Result<FileLock> FileLock::take_folder(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorKind::unreadable, "cannot be opened (" + reason() + "); name a folder that you may read",
                    folder);
    FileLock lock{descriptor};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return fail(ErrorKind::in_use, "another program is writing here; wait until it is done", folder);
    return lock;
}

bool FileLock::is_held(const fs::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)};
    // Shared: those who ask do not see each other. Let go with the descriptor.
    return file.get() >= 0 && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace talkpoint::base
