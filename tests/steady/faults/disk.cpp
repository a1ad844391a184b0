// The disk. "no-sync": it takes what is written and does not keep it, and says so.
#include "faults.hpp"

#include <dlfcn.h>

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
