#include "base/openssl.hpp"
#include "base/strings.hpp"
#include "openrosa/key.hpp"
#include "openrosa/pem.hpp"

#include <fmt/format.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>

namespace talkpoint::openrosa {
namespace {

using base::Bio;
using base::CleanErrors;
using base::decode_all;
using base::own;
using base::Pkcs8;
using base::ProtectedPkcs8;
using base::SharedKey;

using base::ErrorKind;
using base::fail;

constexpr std::size_t bits = 2048;
constexpr int rounds = 600'000;             // OWASP's Password Storage Cheat Sheet (2023) for HMAC-SHA-256
constexpr double most_rounds = 20'000'000;  // seconds; a file may ask for hours
constexpr std::size_t largest_file = std::size_t{64} * 1024;

std::unexpected<base::Error> no_private_key(std::string_view what) {
    return fail(ErrorKind::malformed,
                fmt::format("{}; give the private key of the pair: private-key.pem of `talkpointctl keygen`, or what "
                            "was made with the form's key",
                            what));
}

std::unexpected<base::Error> is_damaged() {
    return no_private_key("is a damaged private key: perhaps it was not copied whole");
}

/// A wrong passphrase and a damaged file look the same: what comes out makes no sense.
std::unexpected<base::Error> does_not_open(std::string_view passphrase) {
    if (passphrase.empty()) return fail(ErrorKind::malformed, "is protected by a passphrase; give it as well");
    return fail(ErrorKind::malformed,
                "is not opened by this passphrase; type it again, capitals and blanks as they were (or the file is "
                "damaged: try its other copy)");
}

std::unexpected<base::Error> protection_unknown() {
    return fail(ErrorKind::unsupported,
                "is protected in a way that this OpenSSL does not know; protect it anew with `openssl pkcs8 -topk8`");
}

bool is_legacy_protected(const PemBlock& block) { return block.header.find("ENCRYPTED") != std::string::npos; }

SharedKey plain_key_in(std::string_view der) {
    return decode_all(der, [](auto** at, long length) { return own(d2i_AutoPrivateKey(nullptr, at, length)); });
}

bool is_unknown_method(unsigned long error) {
    const int reason = ERR_GET_REASON(error);
    return ERR_GET_LIB(error) == ERR_LIB_EVP &&
           (reason == ERR_R_UNSUPPORTED || reason == EVP_R_UNSUPPORTED_CIPHER || reason == EVP_R_UNKNOWN_PBE_ALGORITHM);
}

// Without its sign: OpenSSL cuts it to an `int`, which may be a large one. What is longer it refuses itself.
double size_of(const ASN1_INTEGER* number) {
    std::int64_t value = 0;
    return number && ASN1_INTEGER_get_int64(&value, number) == 1 ? std::abs(static_cast<double>(value)) : 0;
}

template <class Parameters>
auto parameters_of(const X509_ALGOR* method, const ASN1_ITEM* item, void (*free)(Parameters*)) {
    auto* found = method ? ASN1_TYPE_unpack_sequence(item, method->parameter) : nullptr;
    return std::unique_ptr<Parameters, void (*)(Parameters*)>{static_cast<Parameters*>(found), free};
}

// How often the passphrase is stirred; 0 where it is not said in a way that we know: then OpenSSL refuses it too.
double rounds_of(const X509_SIG* locked) {
    const X509_ALGOR* method = nullptr;
    X509_SIG_get0(locked, &method, nullptr);
    if (OBJ_obj2nid(method->algorithm) != NID_pbes2) {
        const auto old = parameters_of(method, ASN1_ITEM_rptr(PBEPARAM), PBEPARAM_free);
        return old ? size_of(old->iter) : 0;
    }
    const auto both = parameters_of(method, ASN1_ITEM_rptr(PBE2PARAM), PBE2PARAM_free);
    if (!both) return 0;
    if (OBJ_obj2nid(both->keyfunc->algorithm) == NID_id_scrypt) {
        const auto scrypt = parameters_of(both->keyfunc, ASN1_ITEM_rptr(SCRYPT_PARAMS), SCRYPT_PARAMS_free);
        if (!scrypt) return 0;
        return size_of(scrypt->costParameter) * size_of(scrypt->blockSize) * size_of(scrypt->parallelizationParameter);
    }
    const auto pbkdf2 = parameters_of(both->keyfunc, ASN1_ITEM_rptr(PBKDF2PARAM), PBKDF2PARAM_free);
    return pbkdf2 ? size_of(pbkdf2->iter) : 0;
}

// PKCS #8. Taken apart by hand: OpenSSL's readers would ask the terminal, and tell little about why.
base::Result<SharedKey> open_pkcs8(std::string_view der, std::string_view passphrase) {
    const auto locked =
        decode_all(der, [](auto** at, long length) { return ProtectedPkcs8{d2i_X509_SIG(nullptr, at, length)}; });
    if (!locked) return is_damaged();
    if (rounds_of(locked.get()) > most_rounds)
        return fail(
            ErrorKind::unsupported,
            "would take too long to open: it is protected with too many rounds, or damaged; protect it anew with "
            "`openssl pkcs8 -topk8 -iter 600000`");
    ERR_clear_error();  // what is asked below is why OpenSSL itself does not open it
    if (passphrase.empty()) return does_not_open(passphrase);
    const Pkcs8 plain{PKCS8_decrypt(locked.get(), passphrase.data(), static_cast<int>(passphrase.size()))};
    if (!plain) return is_unknown_method(ERR_peek_error()) ? protection_unknown() : does_not_open(passphrase);
    auto key = own(EVP_PKCS82PKEY(plain.get()));
    if (!key) return is_damaged();
    return key;
}

int tell_passphrase(char* buffer, int size, int /*writing*/, void* user) {
    const auto& passphrase = *static_cast<const std::string_view*>(user);
    if (passphrase.size() > static_cast<std::size_t>(size)) return -1;
    std::memcpy(buffer, passphrase.data(), passphrase.size());
    return static_cast<int>(passphrase.size());
}

// The old way: the PEM block itself is encrypted, and its header says how.
base::Result<SharedKey> open_legacy(const PemBlock& block, std::string_view passphrase) {
    EVP_CIPHER_INFO cipher{};
    std::string header = block.header;
    if (PEM_get_EVP_CIPHER_INFO(header.data(), &cipher) != 1) return protection_unknown();
    if (passphrase.empty()) return does_not_open(passphrase);
    PemBlock plain;
    plain.der = block.der;
    auto length = static_cast<long>(plain.der.size());
    if (PEM_do_header(&cipher, reinterpret_cast<unsigned char*>(plain.der.data()), &length, tell_passphrase,
                      &passphrase) != 1)
        return does_not_open(passphrase);
    auto key = plain_key_in(std::string_view{plain.der}.substr(0, static_cast<std::size_t>(length)));
    if (!key) return does_not_open(passphrase);
    return key;
}

base::Result<SharedKey> open_block(const PemBlock& block, std::string_view passphrase) {
    if (block.label == "ENCRYPTED PRIVATE KEY") return open_pkcs8(block.der, passphrase);
    if (block.label == "OPENSSH PRIVATE KEY") return no_private_key("is a key of OpenSSH, which is for logging in");
    if (is_legacy_protected(block)) return open_legacy(block, passphrase);
    auto key = plain_key_in(block.der);
    if (!key) return is_damaged();
    return key;
}

bool is_private(const PemBlock& block) { return block.label.ends_with("PRIVATE KEY"); }

std::string text_of(BIO* bio) {
    char* bytes = nullptr;
    const auto length = BIO_get_mem_data(bio, &bytes);
    return {bytes, static_cast<std::size_t>(length)};
}

std::optional<std::string> write_public(const EVP_PKEY* key) {
    const Bio bio{BIO_new(BIO_s_mem())};
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), key) != 1) return {};
    return text_of(bio.get());
}

ProtectedPkcs8 protect(const EVP_PKEY* key, std::string_view passphrase) {
    const Pkcs8 plain{EVP_PKEY2PKCS8(key)};
    std::array<unsigned char, 16> salt{};
    if (!plain || RAND_bytes(salt.data(), static_cast<int>(salt.size())) != 1) return nullptr;
    auto* method = PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), rounds, salt.data(), static_cast<int>(salt.size()), nullptr,
                                     NID_hmacWithSHA256);
    if (!method) return nullptr;
    ProtectedPkcs8 out{PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), plain.get(), method)};
    if (!out) X509_ALGOR_free(method);  // else it is the result's
    return out;
}

std::optional<std::string> write_private(const EVP_PKEY* key, std::string_view passphrase) {
    const auto locked = protect(key, passphrase);
    const Bio bio{BIO_new(BIO_s_mem())};
    if (!locked || !bio || PEM_write_bio_PKCS8(bio.get(), locked.get()) != 1) return {};
    return text_of(bio.get());
}

}  // namespace

base::Result<PrivateKey> PrivateKey::from_pem(std::string_view pem, std::string_view passphrase) {
    const CleanErrors clean;
    if (base::trim(pem).empty()) return no_private_key("is empty");
    if (pem.size() > largest_file) return no_private_key("is too long for a private key");
    const auto blocks = read_pem(pem);
    const auto block = std::ranges::find_if(blocks, openrosa::is_private);
    if (block == blocks.end()) {
        if (pem.find("PRIVATE KEY-----") != std::string_view::npos) return is_damaged();
        if (blocks.empty()) return no_private_key("is no private key in PEM");
        return no_private_key(fmt::format("holds no private key, but \"{}\"", base::printable(blocks.front().label)));
    }
    auto key = open_block(*block, passphrase);
    if (!key) return std::unexpected(key.error());
    if (!EVP_PKEY_is_a(key->get(), "RSA"))
        return no_private_key("is a private key of another kind; responses are sealed with RSA");
    return PrivateKey{std::move(*key)};
}

bool PrivateKey::needs_passphrase(std::string_view pem) {
    const CleanErrors clean;
    if (pem.size() > largest_file) return false;
    const auto blocks = read_pem(pem);
    const auto block = std::ranges::find_if(blocks, openrosa::is_private);
    return block != blocks.end() && (block->label == "ENCRYPTED PRIVATE KEY" || is_legacy_protected(*block));
}

base::Result<KeyPair> make_key_pair(std::string_view passphrase) {
    const CleanErrors clean;
    if (passphrase.empty()) return fail(ErrorKind::malformed, "a private key needs a passphrase; give one");
    const auto key = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits));
    auto private_pem = key ? write_private(key.get(), passphrase) : std::nullopt;
    auto public_pem = key ? write_public(key.get()) : std::nullopt;
    if (!private_pem || !public_pem)
        return fail(ErrorKind::unsupported, "OpenSSL cannot make a pair of keys; check its installation");
    return KeyPair{std::move(*private_pem), std::move(*public_pem)};
}

}  // namespace talkpoint::openrosa
