// The disk. "no-sync": it takes what is written and does not keep it, and says so. "nearly-full": seven megabytes are
// left, it says. "stuck-film": films are not read on, as long as it is there.
#include "faults.hpp"

#include <dlfcn.h>
#include <sys/statvfs.h>

#include <array>
#include <cerrno>
#include <string_view>

namespace {

int fails_or(int (*real)(int), int descriptor) {
    if (!faults::wanted("no-sync")) return real(descriptor);
    errno = EIO;
    return -1;
}

bool is_film(int descriptor) {
    std::array<char, 4096> name;
    const auto link = "/proc/self/fd/" + std::to_string(descriptor);
    const auto length = ::readlink(link.c_str(), name.data(), name.size());
    return length > 0 && std::string_view{name.data(), static_cast<std::size_t>(length)}.ends_with(".webm");
}

}  // namespace

extern "C" ssize_t read(int descriptor, void* into, std::size_t count) {
    static const auto real = reinterpret_cast<ssize_t (*)(int, void*, std::size_t)>(::dlsym(RTLD_NEXT, "read"));
    while (faults::wanted("stuck-film") && is_film(descriptor)) ::usleep(20'000);
    return real(descriptor, into, count);
}

extern "C" int fsync(int descriptor) {
    static const auto real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fsync"));
    return fails_or(real, descriptor);
}

extern "C" int fdatasync(int descriptor) {
    static const auto real = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fdatasync"));
    return fails_or(real, descriptor);
}

extern "C" int statvfs(const char* path, struct statvfs* info) {
    static const auto real = reinterpret_cast<int (*)(const char*, struct statvfs*)>(::dlsym(RTLD_NEXT, "statvfs"));
    const int result = real(path, info);
    if (result == 0 && faults::wanted("nearly-full")) info->f_bavail = 7UL * 1024 * 1024 / info->f_frsize;
    return result;
}
