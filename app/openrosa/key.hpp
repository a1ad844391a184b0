// The two halves of the pair that seals responses: RSA, as ODK's encrypted forms use it.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

using EVP_PKEY = struct evp_pkey_st;  // OpenSSL's, named without its headers

namespace talkpoint::openrosa {

/// Seals; may be known to anyone. Copies share the key; any thread.
class PublicKey {
  public:
    /// Base64 of DER SubjectPublicKeyInfo, as a form's `base64RsaPublicKey`; blanks and line ends are passed over.
    /// malformed: not that, not RSA, weaker than 2048 bits or longer than 8192; with no place, the text having none.
    [[nodiscard]] static base::Result<PublicKey> from_base64(std::string_view text);
    /// A file with that, or with a PEM public key or certificate. What is wrong is in `problems` (with the path):
    /// nothing is returned for an error (no such file, a private key, another kind of key); a certificate that has
    /// expired by `today` or is not valid yet is a warning, since it seals as well as ever.
    [[nodiscard]] static std::optional<PublicKey> load(const std::filesystem::path& file, base::Date today,
                                                       base::Problems& problems);
    /// One line, as it stands in a form.
    [[nodiscard]] const std::string& base64() const { return base64_; }
    [[nodiscard]] EVP_PKEY* handle() const { return key_.get(); }
    friend bool operator==(const PublicKey& a, const PublicKey& b) { return a.base64_ == b.base64_; }

  private:
    PublicKey(std::shared_ptr<EVP_PKEY> key, std::string base64) : key_(std::move(key)), base64_(std::move(base64)) {}
    std::shared_ptr<EVP_PKEY> key_;
    std::string base64_;
};

/// Opens; belongs to the evaluation team and never comes near a kiosk. Copies share the key.
class PrivateKey {
  public:
    /// PEM (PKCS #8 or #1), protected by a passphrase or not; nothing is asked on the terminal. malformed: not a
    /// private key, damaged, another kind of key, or a passphrase that is missing or wrong, each with a message of its
    /// own. unsupported: protected in a way that OpenSSL does not know (any more), or that takes too long to undo.
    [[nodiscard]] static base::Result<PrivateKey> from_pem(std::string_view pem, std::string_view passphrase);
    /// Is it worth asking for one?
    [[nodiscard]] static bool needs_passphrase(std::string_view pem);
    [[nodiscard]] EVP_PKEY* handle() const { return key_.get(); }

  private:
    explicit PrivateKey(std::shared_ptr<EVP_PKEY> key) : key_(std::move(key)) {}
    std::shared_ptr<EVP_PKEY> key_;
};

struct KeyPair {
    std::string private_pem;  ///< PKCS #8, encrypted: AES-256-CBC, PBKDF2 with 600,000 rounds of HMAC-SHA-256
    std::string public_pem;
};
/// A new RSA pair of 2048 bits (what ODK Central makes). `passphrase` must not be empty.
[[nodiscard]] base::Result<KeyPair> make_key_pair(std::string_view passphrase);

/// Lower-case hexadecimal SHA-256: for telling whether something has changed.
[[nodiscard]] std::string digest(std::string_view bytes);

}  // namespace talkpoint::openrosa
