#include "base/scrypt.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <charconv>
#include <span>
#include <system_error>
#include <tuple>

namespace talkpoint::base {
namespace {

constexpr std::uint64_t most_memory = 256ULL * 1024 * 1024;
constexpr std::uint32_t most_passes = 16;

std::string hex_of(std::span<const std::uint8_t> bytes) {
    std::string out;
    for (const auto byte : bytes) out += fmt::format("{:02x}", byte);
    return out;
}

template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> from_hex(std::string_view text) {
    if (text.size() != 2 * size) return {};
    std::array<std::uint8_t, size> bytes{};
    for (std::size_t i = 0; i < size; ++i) {
        const auto* begin = text.data() + 2 * i;
        const auto [end, error] = std::from_chars(begin, begin + 2, bytes[i], 16);
        if (error != std::errc{} || end != begin + 2) return {};
    }
    return bytes;
}

}  // namespace

Result<SlowHash> scrypt(std::string_view secret, const Salt& salt, const ScryptCost& cost) {
    constexpr std::uint32_t most_r = 64;
    const bool fits = cost.n >= 2 && cost.n <= most_memory && cost.r >= 1 && cost.r <= most_r && cost.p >= 1 &&
                      cost.p <= most_passes && 128 * cost.n * cost.r <= most_memory;
    SlowHash hash{};
    // Its own working space comes on top of the table, so that what it may take is said with room.
    if (!fits || EVP_PBE_scrypt(nullptr, 0, nullptr, 0, cost.n, cost.r, cost.p, 2 * most_memory, nullptr, 0) != 1)
        return fail(ErrorKind::malformed, "these are no costs of scrypt; use the usual ones");
    if (EVP_PBE_scrypt(secret.data(), secret.size(), salt.data(), salt.size(), cost.n, cost.r, cost.p, 2 * most_memory,
                       hash.data(), hash.size()) != 1)
        return fail(ErrorKind::unsupported, "there is not memory enough for scrypt; end other programs");
    return hash;
}

Salt make_salt(Random& random) {
    Salt salt{};
    for (auto& byte : salt) byte = static_cast<std::uint8_t>(random.below(256));
    return salt;
}

bool same(const SlowHash& a, const SlowHash& b) { return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0; }

std::string hex(const Salt& bytes) { return hex_of(bytes); }
std::string hex(const SlowHash& bytes) { return hex_of(bytes); }
std::optional<Salt> salt_from_hex(std::string_view text) { return from_hex<std::tuple_size_v<Salt>>(text); }
std::optional<SlowHash> hash_from_hex(std::string_view text) { return from_hex<std::tuple_size_v<SlowHash>>(text); }

}  // namespace talkpoint::base
