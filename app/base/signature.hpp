// Signatures: Ed25519 (RFC 8032), so that a kiosk takes content only from people whom it was told to trust.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

using EVP_PKEY = struct evp_pkey_st;  // OpenSSL's, named without its headers

namespace talkpoint::base {

inline constexpr std::size_t signature_bytes = 64;

/// The public half; may be known to anyone. Copies share the key; any thread.
class VerifyingKey {
  public:
    /// PEM (SubjectPublicKeyInfo). malformed: not that, another kind of key, or a private one; without a place.
    [[nodiscard]] static Result<VerifyingKey> from_pem(std::string_view pem);
    /// 64 hex digits: SHA-256 of the key's DER. What people compare, and what a signature names its key by.
    [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }
    /// Whether `signature` was made over exactly these bytes with the private half.
    [[nodiscard]] bool verifies(std::string_view bytes, std::string_view signature) const;

  private:
    friend class SigningKey;
    explicit VerifyingKey(std::shared_ptr<EVP_PKEY> key);
    std::shared_ptr<EVP_PKEY> key_;
    std::string fingerprint_;
};

/// The private half; belongs to whoever answers for the content, and never comes near a kiosk.
class SigningKey {
  public:
    /// PEM (PKCS #8), protected by a passphrase or not; nothing is asked on the terminal. malformed: not that, another
    /// kind of key, a passphrase that is missing or wrong; without a place.
    [[nodiscard]] static Result<SigningKey> from_pem(std::string_view pem, std::string_view passphrase);
    /// Is it worth asking for one?
    [[nodiscard]] static bool needs_passphrase(std::string_view pem);
    [[nodiscard]] VerifyingKey verifying_key() const { return VerifyingKey{key_}; }
    /// `signature_bytes` long. unsupported: this OpenSSL cannot.
    [[nodiscard]] Result<std::string> sign(std::string_view bytes) const;

  private:
    explicit SigningKey(std::shared_ptr<EVP_PKEY> key) : key_(std::move(key)) {}
    std::shared_ptr<EVP_PKEY> key_;
};

struct SigningPair {
    std::string private_pem;  ///< PKCS #8, encrypted: AES-256-CBC, PBKDF2 with 600,000 rounds of HMAC-SHA-256
    std::string public_pem;
};
/// A new pair. malformed: `passphrase` is empty. unsupported: this OpenSSL cannot.
[[nodiscard]] Result<SigningPair> make_signing_pair(std::string_view passphrase);

}  // namespace talkpoint::base
