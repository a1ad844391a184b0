#include "base/signature.hpp"

#include "base/openssl.hpp"
#include "base/sha256.hpp"

#include <openssl/pem.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace talkpoint::base {
namespace {

constexpr int rounds = 600'000;  // OWASP's Password Storage Cheat Sheet (2023) for HMAC-SHA-256
constexpr std::size_t largest_file = std::size_t{64} * 1024;

Bio bio_of(std::string_view text) { return Bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))}; }

bool is_ed25519(const SharedKey& key) { return key && EVP_PKEY_is_a(key.get(), "ED25519") == 1; }

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// In place of OpenSSL's own, which would ask the terminal.
int tell_passphrase(char* buffer, int size, int /*writing*/, void* user) {
    const auto& passphrase = *static_cast<const std::string_view*>(user);
    if (passphrase.empty() || passphrase.size() > static_cast<std::size_t>(size)) return -1;
    std::memcpy(buffer, passphrase.data(), passphrase.size());
    return static_cast<int>(passphrase.size());
}

std::optional<std::string> text_of(const Bio& bio, int written) {
    char* bytes = nullptr;
    const auto length = BIO_get_mem_data(bio.get(), &bytes);
    if (written != 1) return {};
    return std::string{bytes, static_cast<std::size_t>(length)};
}

std::optional<std::string> protect(const EVP_PKEY* key, std::string_view passphrase) {
    const Pkcs8 plain{EVP_PKEY2PKCS8(key)};
    std::array<unsigned char, 16> salt{};
    if (!plain || RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) return {};
    auto* method = PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), rounds, salt.data(), static_cast<int>(salt.size()), nullptr,
                                     NID_hmacWithSHA256);
    if (!method) return {};
    const ProtectedPkcs8 locked{
        PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), method)};
    if (!locked) X509_ALGOR_free(method);  // else it is the result's
    const Bio bio{BIO_new(BIO_s_mem())};
    if (!locked || !bio) return {};
    return text_of(bio, PEM_write_bio_PKCS8(bio.get(), locked.get()));
}

std::unexpected<Error> cannot() {
    return fail(ErrorKind::unsupported, "OpenSSL cannot sign with Ed25519 here; check its installation");
}

}  // namespace

VerifyingKey::VerifyingKey(std::shared_ptr<EVP_PKEY> key) : key_(std::move(key)) {
    unsigned char* der = nullptr;
    const int length = i2d_PUBKEY(key_.get(), &der);
    if (length > 0) fingerprint_ = sha256_of({reinterpret_cast<const char*>(der), static_cast<std::size_t>(length)});
    OPENSSL_free(der);
}

Result<VerifyingKey> VerifyingKey::from_pem(std::string_view pem) {
    const CleanErrors clean;
    if (pem.size() > largest_file) return fail(ErrorKind::malformed, "is too long for a public key");
    if (pem.find("PRIVATE KEY-----") != std::string_view::npos)
        return fail(ErrorKind::malformed,
                    "is a private key, which must never be on a kiosk; remove it from here, and name the public one");
    auto key = own(PEM_read_bio_PUBKEY(bio_of(pem).get(), nullptr, nullptr, nullptr));
    if (!is_ed25519(key))
        return fail(ErrorKind::malformed,
                    "is no public key for signed packs (Ed25519, PEM); take the one that `talkpointctl pack keygen` "
                    "made");
    return VerifyingKey{std::move(key)};
}

bool VerifyingKey::verifies(std::string_view bytes, std::string_view signature) const {
    const CleanErrors clean;
    const DigestContext context{EVP_MD_CTX_new()};
    return context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(bytes), bytes.size()) == 1;
}

Result<SigningKey> SigningKey::from_pem(std::string_view pem, std::string_view passphrase) {
    const CleanErrors clean;
    const auto bio = bio_of(pem.substr(0, largest_file));
    auto key = own(PEM_read_bio_PrivateKey(bio.get(), nullptr, tell_passphrase, &passphrase));
    if (is_ed25519(key)) return SigningKey{std::move(key)};
    if (key)
        return fail(ErrorKind::malformed,
                    "is a private key of another kind; packs are signed with Ed25519: `talkpointctl pack keygen`");
    if (!needs_passphrase(pem))
        return fail(ErrorKind::malformed,
                    "is no private key in PEM; give the one that `talkpointctl pack keygen` made");
    if (passphrase.empty()) return fail(ErrorKind::malformed, "is protected by a passphrase; give it as well");
    return fail(ErrorKind::malformed,
                "is not opened by this passphrase; type it again, capitals and blanks as they were (or the file is "
                "damaged: try its other copy)");
}

bool SigningKey::needs_passphrase(std::string_view pem) {
    return pem.find("-----BEGIN ENCRYPTED PRIVATE KEY-----") != std::string_view::npos;
}

Result<std::string> SigningKey::sign(std::string_view bytes) const {
    const CleanErrors clean;
    const DigestContext context{EVP_MD_CTX_new()};
    std::string signature(signature_bytes, '\0');
    std::size_t length = signature.size();
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length, bytes_of(bytes),
                       bytes.size()) != 1 ||
        length != signature_bytes)
        return cannot();
    return signature;
}

Result<SigningPair> make_signing_pair(std::string_view passphrase) {
    const CleanErrors clean;
    if (passphrase.empty()) return fail(ErrorKind::malformed, "a private key needs a passphrase; give one");
    const auto key = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const Bio bio{BIO_new(BIO_s_mem())};
    if (!key || !bio) return cannot();
    auto public_pem = text_of(bio, PEM_write_bio_PUBKEY(bio.get(), key.get()));
    auto private_pem = protect(key.get(), passphrase);
    if (!public_pem || !private_pem) return cannot();
    return SigningPair{std::move(*private_pem), std::move(*public_pem)};
}

}  // namespace talkpoint::base
