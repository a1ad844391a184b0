#include "media/shared_library.hpp"

#include <dlfcn.h>
#include <fmt/format.h>

namespace talkpoint::media {
namespace {

/// What the loader says, which is never nothing but may be asked only once.
std::string last_complaint() {
    const char* complaint = ::dlerror();
    return complaint ? complaint : "no reason is known";
}

}  // namespace

base::Result<SharedLibrary> SharedLibrary::load(const std::string& name, std::string package) {
    if (void* handle = ::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL)) return SharedLibrary{handle, std::move(package)};
    return base::fail(base::ErrorKind::unsupported,
                      fmt::format("cannot be loaded ({}); install the package {}", last_complaint(), package), name);
}

void* SharedLibrary::find_address(const char* name) {
    void* address = ::dlsym(handle_, name);
    if (!address && found_)
        found_ = base::fail(base::ErrorKind::unsupported,
                            fmt::format("is not in the library ({}); install the package {} of Debian 12 or later",
                                        last_complaint(), package_),
                            name);
    return address;
}

}  // namespace talkpoint::media
