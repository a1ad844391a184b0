// Keys for tests, made once: a pair takes a moment.
#pragma once

#include "catch.hpp"
#include "openrosa/key.hpp"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>
#include <string>
#include <string_view>

namespace talkpoint::tests {

using Key = std::shared_ptr<EVP_PKEY>;
[[nodiscard]] inline Key own(EVP_PKEY* key) { return {key, EVP_PKEY_free}; }

[[nodiscard]] inline Key make_rsa(std::size_t bits) { return own(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits)); }

inline constexpr std::string_view passphrase = "correct horse ☂ battery";

[[nodiscard]] inline const openrosa::KeyPair& pair() {
    static const auto made = openrosa::make_key_pair(passphrase).value();
    return made;
}

[[nodiscard]] inline const openrosa::PrivateKey& private_key() {
    static const auto key = openrosa::PrivateKey::from_pem(pair().private_pem, passphrase).value();
    return key;
}

/// What `write` puts into a file.
template <class Write>
[[nodiscard]] std::string written(Write write) {
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio{BIO_new(BIO_s_mem()), BIO_free_all};
    REQUIRE(write(bio.get()) == 1);
    std::string out(static_cast<std::size_t>(BIO_pending(bio.get())), '\0');
    BIO_read(bio.get(), out.data(), static_cast<int>(out.size()));
    return out;
}

[[nodiscard]] inline std::string public_pem(EVP_PKEY* key) {
    return written([&](BIO* bio) { return PEM_write_bio_PUBKEY(bio, key); });
}
[[nodiscard]] inline std::string public_der(EVP_PKEY* key) {
    return written([&](BIO* bio) { return i2d_PUBKEY_bio(bio, key); });
}
/// PKCS #8, not protected.
[[nodiscard]] inline std::string private_pem(EVP_PKEY* key) {
    return written(
        [&](BIO* bio) { return PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
}
[[nodiscard]] inline std::string private_der(EVP_PKEY* key) {
    return written([&](BIO* bio) { return i2d_PKCS8PrivateKey_bio(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
}
/// PKCS #1, as older tools write it; protected where there is a passphrase.
[[nodiscard]] inline std::string old_private_pem(EVP_PKEY* key, std::string_view word = {}) {
    const auto* cipher = word.empty() ? nullptr : EVP_aes_256_cbc();
    const auto* bytes = reinterpret_cast<const unsigned char*>(word.data());
    return written([&](BIO* bio) {
        return PEM_write_bio_PrivateKey_traditional(bio, key, cipher, bytes, static_cast<int>(word.size()), nullptr,
                                                    nullptr);
    });
}

/// The lines between BEGIN and END.
[[nodiscard]] inline std::string body_of(const std::string& pem) {
    const auto from = pem.find('\n') + 1;
    return pem.substr(from, pem.find("-----END") - from);
}
[[nodiscard]] inline std::string on_one_line(std::string text) {
    std::erase(text, '\n');
    return text;
}

[[nodiscard]] inline const openrosa::PublicKey& public_key() {
    static const auto key = openrosa::PublicKey::from_base64(body_of(pair().public_pem)).value();
    return key;
}

[[nodiscard]] inline bool errors_are_clean() { return ERR_peek_error() == 0; }

}  // namespace talkpoint::tests
