// The steps that sealing and unsealing share, on plain bytes. Each leaves OpenSSL's error queue as it finds it or
// longer.
#pragma once

#include "openrosa/seal.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::openrosa {

using Md5 = std::array<std::uint8_t, 16>;
using Vector = std::array<std::uint8_t, 16>;

/// As one line.
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Blanks and line ends are passed over; nothing if it is not base64 or if it is empty.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

[[nodiscard]] std::string to_hex(std::string_view bytes);

/// Bytes of an array, as the text that the other functions take.
template <std::size_t size>
[[nodiscard]] std::string_view as_text(const std::array<std::uint8_t, size>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), size};
}

/// Nothing where OpenSSL does not offer MD5: a machine in FIPS mode.
[[nodiscard]] std::optional<Md5> md5(std::string_view bytes);

/// RSA-OAEP with SHA-256 for hash and MGF1 and an empty label. Nothing if OpenSSL refuses.
[[nodiscard]] std::optional<std::string> wrap(EVP_PKEY* key, std::string_view bytes);
[[nodiscard]] std::optional<std::string> unwrap(EVP_PKEY* key, std::string_view bytes);

/// AES-256-CFB128, as long as `bytes`. Nothing if OpenSSL refuses; `bytes` has at most `longest` of them.
inline constexpr std::size_t longest = 100'000'000;  // what ODK Central takes in one submission
[[nodiscard]] std::optional<std::string> encrypt(std::string_view bytes, const AesKey& key, const Vector& vector);
[[nodiscard]] std::optional<std::string> decrypt(std::string_view bytes, const AesKey& key, const Vector& vector);

/// PKCS #7: 1 to 16 bytes, each saying how many there are.
[[nodiscard]] std::string padded(std::string_view bytes);
/// How many bytes there are without the padding; nothing if there is none.
[[nodiscard]] std::optional<std::size_t> length_without_padding(std::string_view bytes);

}  // namespace talkpoint::openrosa
