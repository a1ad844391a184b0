#include "ctl/sums.hpp"

#include "ctl/places.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <functional>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

constexpr std::size_t digits = 64;
constexpr std::string_view between = "  ";  // as sha256sum has it
constexpr std::size_t longest_line = 4096;

std::unexpected<base::Error> cannot_read(int code, const fs::path& file) {
    if (code == ENOENT) return base::fail(ErrorKind::malformed, "is gone; take another stick", shown(file));
    return base::fail(ErrorKind::unreadable,
                      fmt::format("cannot be read back ({}); take another stick", std::strerror(code)), shown(file));
}

std::unexpected<base::Error> differs(const fs::path& file) {
    return base::fail(ErrorKind::malformed, "has other bytes than were written; take another stick", shown(file));
}

/// Calls `use` with each piece of a file, in order.
base::Result<void> each_piece(const fs::path& file, const std::function<base::Result<void>(std::string_view)>& use) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return cannot_read(errno, file);
    struct stat info{};
    base::Result<void> read;
    if (::fstat(descriptor, &info) != 0)
        read = cannot_read(errno, file);
    else if (!S_ISREG(info.st_mode))
        read = differs(file);
    // What the machine remembers of the file is what we gave it, and says nothing of the disk.
    else if (::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) != 0)
        read = cannot_read(EIO, file);
    std::array<char, 65536> piece;
    while (read) {
        const auto count = ::read(descriptor, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) read = cannot_read(errno, file);
        if (count <= 0) break;
        read = use({piece.data(), static_cast<std::size_t>(count)});
    }
    ::close(descriptor);
    return read;
}

base::Result<void> compare(const fs::path& file, std::string_view digest) {
    base::Sha256 hash;
    auto read = each_piece(file, [&](std::string_view piece) -> base::Result<void> {
        hash.add(piece);
        return {};
    });
    if (!read) return read;
    if (hash.hex() != digest) return differs(file);
    return {};
}

}  // namespace

base::Result<Sums> Sums::begin(const fs::path& folder) {
    auto writer = base::FileWriter::create(folder / sums_name);
    if (!writer) return std::unexpected(std::move(writer.error()));
    return Sums{folder, std::move(*writer)};
}

base::Result<void> Sums::add(const fs::path& file, std::string_view bytes) {
    base::Sha256 hash;
    hash.add(bytes);
    return add(file, hash);
}

base::Result<void> Sums::add(const fs::path& file, base::Sha256& hash) {
    const auto line = fmt::format("{}{}{}\n", hash.hex(), between, file.lexically_relative(folder_).generic_string());
    own_.add(line);
    return writer_.append(line);
}

base::Result<void> Sums::commit() {
    own_digest_ = own_.hex();
    return writer_.commit();
}

base::Result<std::size_t> Sums::read_back(const fs::path& folder) {
    const auto list = folder / sums_name;
    std::size_t files = 1;
    base::Sha256 hash;
    std::string waiting;  // the beginning of a line
    auto read = each_piece(list, [&](std::string_view piece) -> base::Result<void> {
        hash.add(piece);
        waiting += piece;
        std::size_t begin = 0;
        for (auto end = waiting.find('\n'); end != std::string::npos; end = waiting.find('\n', begin)) {
            const auto line = std::string_view{waiting}.substr(begin, end - begin);
            begin = end + 1;
            if (line.size() <= digits + between.size()) return differs(list);
            if (auto same = compare(folder / line.substr(digits + between.size()), line.substr(0, digits)); !same)
                return same;
            ++files;
        }
        waiting.erase(0, begin);
        if (waiting.size() > longest_line) return differs(list);
        return {};
    });
    if (!read) return std::unexpected(std::move(read.error()));
    // A line that is gone, or is another file's, is found here at the latest.
    if (hash.hex() != own_digest_) return differs(list);
    return files;
}

}  // namespace talkpoint::ctl
