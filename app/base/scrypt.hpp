// A short secret made costly to guess (RFC 7914), and bytes as letters.
#pragma once

#include "base/random.hpp"
#include "base/result.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::base {

/// What one guess costs: about 128 * n * r bytes of memory, p times the work. The default takes 64 MiB and about 200
/// ms.
struct ScryptCost {
    std::uint64_t n = 65536;  ///< a power of two
    std::uint32_t r = 8;
    std::uint32_t p = 2;
};

using Salt = std::array<std::uint8_t, 16>;
using SlowHash = std::array<std::uint8_t, 32>;

/// Takes long, so not on the main thread; any other. malformed: no such cost, or one above a quarter of a gibibyte, as
/// a file from anywhere might ask for; unsupported: there is not that much memory.
[[nodiscard]] Result<SlowHash> scrypt(std::string_view secret, const Salt& salt, const ScryptCost& cost);

[[nodiscard]] Salt make_salt(Random& random);

/// Takes the same time wherever they differ.
[[nodiscard]] bool same(const SlowHash& a, const SlowHash& b);

/// Two small hex digits a byte.
[[nodiscard]] std::string hex(const Salt& bytes);
[[nodiscard]] std::string hex(const SlowHash& bytes);
/// Nothing where it is not that many bytes in hex.
[[nodiscard]] std::optional<Salt> salt_from_hex(std::string_view text);
[[nodiscard]] std::optional<SlowHash> hash_from_hex(std::string_view text);

}  // namespace talkpoint::base
