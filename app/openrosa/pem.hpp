// The blocks of a PEM file (RFC 7468), whatever they hold.
#pragma once

#include <openssl/crypto.h>

#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::openrosa {

/// May be a private key: wiped when it goes.
struct PemBlock {
    std::string label;   ///< `PUBLIC KEY`, of `-----BEGIN PUBLIC KEY-----`
    std::string header;  ///< lines before the base64: how an old private key is protected; else empty
    std::string der;

    PemBlock() = default;
    PemBlock(PemBlock&&) = default;
    PemBlock& operator=(PemBlock&&) = default;
    PemBlock(const PemBlock&) = delete;
    PemBlock& operator=(const PemBlock&) = delete;
    ~PemBlock() { OPENSSL_cleanse(der.data(), der.size()); }
};

[[nodiscard]] bool looks_like_pem(std::string_view text);

/// Those before the first that is damaged.
[[nodiscard]] std::vector<PemBlock> read_pem(std::string_view text);

}  // namespace talkpoint::openrosa
