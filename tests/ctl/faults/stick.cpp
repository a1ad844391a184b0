// A stick that fails: what the program asks of it below the folder $TALKPOINT_STICK is counted, by name and in all, in
// the file $TALKPOINT_STICK_ASKED. The one of number $TALKPOINT_STICK_FAILS_AT fails with the errno
// $TALKPOINT_STICK_ERRNO, and with $TALKPOINT_STICK_GONE all after it do as well: it was pulled out. What is read there
// for the time of number $TALKPOINT_STICK_LIES_AT has another bit than what was written. With $TALKPOINT_STICK_ROOMY
// it says that it has room.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

std::string setting(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

bool is_on_stick(std::string_view path) {
    static const auto stick = setting("TALKPOINT_STICK");
    return !stick.empty() && path.starts_with(stick) && (path.size() == stick.size() || path[stick.size()] == '/');
}

std::string path_of(int descriptor) {
    std::array<char, 4096> name;
    const auto link = "/proc/self/fd/" + std::to_string(descriptor);
    const auto length = ::readlink(link.c_str(), name.data(), name.size());
    return length > 0 ? std::string{name.data(), static_cast<std::size_t>(length)} : std::string{};
}

std::string path_at(int folder, const char* name) {
    return folder == AT_FDCWD || *name == '/' ? name : path_of(folder) + "/" + name;
}

/// Counts it, and says it. Does it fail?
bool fails(const char* what, std::string_view path) {
    if (!is_on_stick(path)) return false;
    static const int at = std::atoi(setting("TALKPOINT_STICK_FAILS_AT").c_str());
    static const int code = std::atoi(setting("TALKPOINT_STICK_ERRNO").c_str());
    static const bool gone = !setting("TALKPOINT_STICK_GONE").empty();
    static int asked = 0;
    ++asked;
    if (const auto log = setting("TALKPOINT_STICK_ASKED"); !log.empty()) {
        static const auto open_file = real<int (*)(const char*, int, ...)>("open");
        static const auto write_file = real<ssize_t (*)(int, const void*, std::size_t)>("write");
        static const int file = open_file(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        const std::string line = std::string{what} + "\n";
        (void)!write_file(file, line.data(), line.size());
    }
    if (at == 0 || asked < at || (asked > at && !gone)) return false;
    errno = code;
    return true;
}

int opened(const char* call, int folder, const char* path, int flags, mode_t mode) {
    if (fails(call, path_at(folder, path))) return -1;
    return real<int (*)(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
}

mode_t mode_in(int flags, va_list rest) {
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? static_cast<mode_t>(va_arg(rest, int)) : mode_t{0};
}

bool lies() {
    static const int at = std::atoi(setting("TALKPOINT_STICK_LIES_AT").c_str());
    static int reads = 0;
    return ++reads == at;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const auto mode = mode_in(flags, rest);
    va_end(rest);
    return opened("open", AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const auto mode = mode_in(flags, rest);
    va_end(rest);
    return opened("open", AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const auto mode = mode_in(flags, rest);
    va_end(rest);
    return opened("openat", folder, path, flags, mode);
}

ssize_t write(int descriptor, const void* bytes, std::size_t count) {
    static const auto next = real<ssize_t (*)(int, const void*, std::size_t)>("write");
    if (!fails("write", path_of(descriptor))) return next(descriptor, bytes, count);
    const int code = errno;
    (void)!next(descriptor, bytes, count / 2);  // a part may be there by then
    errno = code;
    return -1;
}

ssize_t read(int descriptor, void* into, std::size_t count) {
    static const auto next = real<ssize_t (*)(int, void*, std::size_t)>("read");
    const auto path = path_of(descriptor);
    if (fails("read", path)) return -1;
    const auto got = next(descriptor, into, count);
    if (got > 0 && is_on_stick(path) && lies()) static_cast<char*>(into)[got / 2] ^= 1;
    return got;
}

int fsync(int descriptor) {
    if (fails("fsync", path_of(descriptor))) return -1;
    return real<int (*)(int)>("fsync")(descriptor);
}

int syncfs(int descriptor) noexcept {
    if (fails("syncfs", path_of(descriptor))) return -1;
    return real<int (*)(int)>("syncfs")(descriptor);
}

int close(int descriptor) {
    const bool failed = fails("close", path_of(descriptor));
    const int code = errno;
    const int closed = real<int (*)(int)>("close")(descriptor);
    if (!failed) return closed;
    errno = code;
    return -1;
}

int rename(const char* from, const char* to) noexcept {
    if (fails("rename", from)) return -1;
    return real<int (*)(const char*, const char*)>("rename")(from, to);
}

int mkdir(const char* path, mode_t mode) noexcept {
    if (fails("mkdir", path)) return -1;
    return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

int unlink(const char* path) noexcept {
    if (fails("unlink", path)) return -1;
    return real<int (*)(const char*)>("unlink")(path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
    if (fails("unlinkat", path_at(folder, path))) return -1;
    return real<int (*)(int, const char*, int)>("unlinkat")(folder, path, flags);
}

int lstat(const char* path, struct stat* info) noexcept {
    if (fails("lstat", path)) return -1;
    return real<int (*)(const char*, struct stat*)>("lstat")(path, info);
}

int posix_fadvise(int descriptor, off_t from, off_t length, int advice) noexcept {
    if (fails("posix_fadvise", path_of(descriptor))) return errno;
    return real<int (*)(int, off_t, off_t, int)>("posix_fadvise")(descriptor, from, length, advice);
}

int statvfs(const char* path, struct statvfs* info) noexcept {
    if (fails("statvfs", path)) return -1;
    const int result = real<int (*)(const char*, struct statvfs*)>("statvfs")(path, info);
    if (result == 0 && is_on_stick(path) && !setting("TALKPOINT_STICK_ROOMY").empty())
        info->f_bavail = 1024UL * 1024 * 1024 / info->f_frsize;
    return result;
}

}  // extern "C"
