// The one way in which a member of a bundle is written: POSIX ustar (IEEE Std 1003.1, pax, "ustar Interchange Format"),
// with nothing left to choose. So a bundle is not parsed: it is compared with what would have been written.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace talkpoint::bundle {

inline constexpr std::size_t tar_block = 512;
/// Two blocks of zeros.
inline constexpr std::size_t tar_end = 2 * tar_block;
using TarHeader = std::array<char, tar_block>;

/// A regular file of anybody's, rights 0644, of the year 1970. `path` has at most 100 bytes, `size` is below 8 GiB.
[[nodiscard]] TarHeader tar_header(std::string_view path, std::uint64_t size);

/// The size that such a header states for this path; nothing where it is no header that tar_header() would write.
[[nodiscard]] std::optional<std::uint64_t> size_in(const TarHeader& header, std::string_view path);

/// Zeros between a member's last byte and the next block.
[[nodiscard]] constexpr std::size_t tar_padding(std::uint64_t size) {
    return static_cast<std::size_t>((tar_block - size % tar_block) % tar_block);
}
/// Bytes of a member, header and padding included.
[[nodiscard]] constexpr std::uint64_t tar_bytes(std::uint64_t size) { return tar_block + size + tar_padding(size); }

}  // namespace talkpoint::bundle
