// The disk. "no-sync": it takes what is written and does not keep it, and says so. "nearly-full": seven megabytes are
// left, it says.
#include "faults.hpp"

#include <dlfcn.h>
#include <sys/statvfs.h>

#include <cerrno>

namespace {

int fails_or(int (*real)(int), int descriptor) {
    if (!faults::wanted("no-sync")) return real(descriptor);
    errno = EIO;
    return -1;
}

}  // namespace

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
