#include "bundle/tar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace talkpoint::bundle {
namespace {

constexpr std::size_t size_at = 124, size_digits = 11, checksum_at = 148;

void put(TarHeader& header, std::size_t at, std::string_view text) {
    std::ranges::copy(text, header.begin() + static_cast<std::ptrdiff_t>(at));
}

}  // namespace

TarHeader tar_header(std::string_view path, std::uint64_t size) {
    TarHeader header{};
    put(header, 0, path);
    put(header, 100, "0000644");                         // rights
    put(header, 108, "0000000");                         // owner
    put(header, 116, "0000000");                         // group
    put(header, size_at, fmt::format("{:011o}", size));  //
    put(header, 136, "00000000000");                     // when it was changed
    put(header, checksum_at, "        ");
    put(header, 156, "0");  // a regular file
    put(header, 257, "ustar");
    put(header, 263, "00");
    const auto sum = std::accumulate(header.begin(), header.end(), 0U,
                                     [](unsigned all, char c) { return all + static_cast<unsigned char>(c); });
    put(header, checksum_at, fmt::format("{:06o}", sum));
    header[checksum_at + 6] = '\0';
    return header;
}

std::optional<std::uint64_t> size_in(const TarHeader& header, std::string_view path) {
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < size_digits; ++i) {
        const char digit = header.at(size_at + i);
        if (digit < '0' || digit > '7') return {};
        size = size * 8 + static_cast<std::uint64_t>(digit - '0');
    }
    if (tar_header(path, size) != header) return {};
    return size;
}

}  // namespace talkpoint::bundle
