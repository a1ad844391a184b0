// A disk that ends a program, for tests: the n-th call that changes something on it is the program's last
// ($STOP_KILLS=n), or it and all after it fail for want of room ($STOP_FILLS=n). $STOP_ROOM_MB is all that is free, it
// says.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace {

long wanted(const char* name) {
    const char* value = std::getenv(name);
    return value ? std::strtol(value, nullptr, 10) : 0;
}

/// Called before each change; true: it is to fail.
bool fails() {
    static const long last = wanted("STOP_KILLS"), full = wanted("STOP_FILLS");
    static long calls = 0;
    ++calls;
    if (calls == last) ::raise(SIGKILL);
    if (full == 0 || calls < full) return false;
    errno = ENOSPC;
    return true;
}

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool makes(int flags) { return (flags & O_CREAT) != 0; }

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    std::va_list more;
    va_start(more, flags);
    const auto mode = makes(flags) ? va_arg(more, mode_t) : mode_t{0};
    va_end(more);
    static const auto next = real<int (*)(const char*, int, ...)>("open");
    if (makes(flags) && fails()) return -1;
    return next(path, flags, mode);
}
ssize_t write(int descriptor, const void* bytes, std::size_t count) {
    static const auto next = real<ssize_t (*)(int, const void*, std::size_t)>("write");
    return fails() ? -1 : next(descriptor, bytes, count);
}
int mkdir(const char* path, mode_t mode) {
    static const auto next = real<int (*)(const char*, mode_t)>("mkdir");
    return fails() ? -1 : next(path, mode);
}
int rename(const char* from, const char* to) {
    static const auto next = real<int (*)(const char*, const char*)>("rename");
    return fails() ? -1 : next(from, to);
}
int fsync(int descriptor) {
    static const auto next = real<int (*)(int)>("fsync");
    return fails() ? -1 : next(descriptor);
}
int syncfs(int descriptor) {
    static const auto next = real<int (*)(int)>("syncfs");
    return fails() ? -1 : next(descriptor);
}
// A full disk lets go of what is on it.
int unlinkat(int folder, const char* path, int flags) {
    static const auto next = real<int (*)(int, const char*, int)>("unlinkat");
    const int before = errno;
    (void)fails();
    errno = before;
    return next(folder, path, flags);
}
int statvfs(const char* path, struct statvfs* info) {
    static const auto next = real<int (*)(const char*, struct statvfs*)>("statvfs");
    const int result = next(path, info);
    if (const auto room = wanted("STOP_ROOM_MB"); result == 0 && room > 0)
        info->f_bavail = static_cast<unsigned long>(room) * 1024 * 1024 / info->f_frsize;
    return result;
}
}
