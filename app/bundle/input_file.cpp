#include "bundle/input_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace talkpoint::bundle {
namespace {

using base::ErrorKind;
using base::fail;

}  // namespace

base::Result<InputFile> InputFile::open(const std::filesystem::path& path) {
    InputFile file{path, ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (file.descriptor_ < 0 && (errno == ENOENT || errno == ENOTDIR))
        return fail(ErrorKind::not_found, "there is no such file; correct the name", path);
    if (file.descriptor_ < 0)
        return fail(ErrorKind::unreadable, fmt::format("cannot be opened ({}); check its rights", std::strerror(errno)),
                    path);
    struct stat info{};
    if (::fstat(file.descriptor_, &info) != 0 || !S_ISREG(info.st_mode))
        return fail(ErrorKind::unreadable, "is not a regular file; name a file", path);
    file.size_ = static_cast<std::uint64_t>(info.st_size);
    return file;
}

InputFile::~InputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

base::Result<std::size_t> InputFile::read(std::span<char> into) {
    while (true) {
        const auto count = ::read(descriptor_, into.data(), into.size());
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno == EINTR) continue;
        return fail(ErrorKind::unreadable,
                    fmt::format("cannot be read ({}); is the stick still in place? Put it back, and do it again",
                                std::strerror(errno)),
                    path_);
    }
}

base::Result<void> InputFile::fill(std::span<char> into) {
    while (!into.empty()) {
        const auto count = read(into);
        if (!count) return std::unexpected(count.error());
        if (*count == 0)
            return fail(ErrorKind::malformed, "ends too soon: it was not copied whole; copy it again", path_);
        into = into.subspan(*count);
    }
    return {};
}

}  // namespace talkpoint::bundle
