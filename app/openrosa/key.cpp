#include "openrosa/key.hpp"

#include "base/files.hpp"
#include "base/openssl.hpp"
#include "base/strings.hpp"
#include "openrosa/crypto.hpp"
#include "openrosa/pem.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::openrosa {
namespace {

using base::Certificate;
using base::CleanErrors;
using base::decode_all;
using base::KeyContext;
using base::own;
using base::Pkcs12;
using base::ProtectedPkcs8;
using base::SharedKey;

using base::ErrorKind;
using base::fail;

constexpr std::size_t largest_file = std::size_t{64} * 1024;
constexpr int weakest = 2048, strongest = 8192;  // more bits only make each seal slow

constexpr std::string_view put_public_key =
    "put here the public key for sealing: public-key.pem of `talkpointctl keygen`, or the form's base64RsaPublicKey";

std::unexpected<base::Error> no_public_key(std::string_view what) {
    return fail(ErrorKind::malformed, fmt::format("{}; {}", what, put_public_key));
}

std::unexpected<base::Error> is_private() {
    return fail(ErrorKind::malformed,
                "holds a private key, which must never be on a kiosk: take this file away, keep it with the evaluation "
                "team, make a new pair if anyone else may have seen it, and put the public key here");
}

/// The key itself, if it can seal and is hard to open.
base::Result<SharedKey> checked(SharedKey key) {
    if (!EVP_PKEY_is_a(key.get(), "RSA")) {
        const char* name = EVP_PKEY_get0_type_name(key.get());
        return no_public_key(
            fmt::format("is a key of the kind {}; sealing needs an RSA key", name ? name : "unknown to us"));
    }
    const int bits = EVP_PKEY_get_bits(key.get());
    if (bits < weakest)
        return no_public_key(fmt::format("is an RSA key of {} bits, which is too weak: {} at least", bits, weakest));
    if (bits > strongest)
        return no_public_key(fmt::format("is an RSA key of {} bits, which is too long: {} at most", bits, strongest));
    const KeyContext context{EVP_PKEY_CTX_new_from_pkey(nullptr, key.get(), nullptr)};
    if (!context || EVP_PKEY_public_check(context.get()) != 1)
        return no_public_key("is damaged: its numbers are no RSA key");
    return key;
}

SharedKey public_key_in(std::string_view der) {
    return decode_all(der, [](auto** at, long length) { return own(d2i_PUBKEY(nullptr, at, length)); });
}

SharedKey bare_rsa_key_in(std::string_view der) {
    return decode_all(der,
                      [](auto** at, long length) { return own(d2i_PublicKey(EVP_PKEY_RSA, nullptr, at, length)); });
}

Certificate certificate_in(std::string_view der) {
    return decode_all(der, [](auto** at, long length) { return Certificate{d2i_X509(nullptr, at, length)}; });
}

bool is_private_der(std::string_view der) {
    const auto key = [](auto** at, long length) { return own(d2i_AutoPrivateKey(nullptr, at, length)); };
    const auto box = [](auto** at, long length) { return Pkcs12{d2i_PKCS12(nullptr, at, length)}; };
    const auto shut = [](auto** at, long length) { return ProtectedPkcs8{d2i_X509_SIG(nullptr, at, length)}; };
    return decode_all(der, key) || decode_all(der, box) || decode_all(der, shut);
}

base::Result<SharedKey> read_base64(std::string_view text) {
    if (base::trim(text).empty()) return no_public_key("is empty");
    const auto der = from_base64(text);
    if (!der) return no_public_key("is no public key: neither base64 nor PEM");
    if (auto key = public_key_in(*der)) return checked(std::move(key));
    if (is_private_der(*der)) return is_private();
    return no_public_key("is base64, but of no public key; perhaps it was not copied whole");
}

std::optional<base::Date> day_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return base::Date{std::chrono::year{parts.tm_year + 1900},
                      std::chrono::month{static_cast<unsigned>(parts.tm_mon + 1)},
                      std::chrono::day{static_cast<unsigned>(parts.tm_mday)}};
}

/// What is odd about its dates; empty if they fit.
std::string odd_dates(const X509* certificate, base::Date today) {
    const auto from = day_of(X509_get0_notBefore(certificate)), until = day_of(X509_get0_notAfter(certificate));
    constexpr std::string_view advice =
        "responses are sealed with its key all the same; ask the evaluation team whether it is still the right one";
    if (until && today > *until)
        return fmt::format("this certificate expired on {}; {}", base::format_date(*until), advice);
    if (from && today < *from)
        return fmt::format("this certificate is valid only from {}; {}", base::format_date(*from), advice);
    return {};
}

/// `warning`: of a certificate.
base::Result<SharedKey> read_blocks(std::string_view text, base::Date today, std::string& warning) {
    const auto blocks = read_pem(text);
    if (blocks.empty()) return no_public_key("is a damaged PEM file: perhaps it was not copied whole");
    for (const auto& block : blocks) {
        if (block.label == "PUBLIC KEY" || block.label == "RSA PUBLIC KEY") {
            auto key = block.label == "PUBLIC KEY" ? public_key_in(block.der) : bare_rsa_key_in(block.der);
            if (key) return checked(std::move(key));
            return no_public_key("is a damaged public key: perhaps it was not copied whole");
        }
        if (block.label == "CERTIFICATE" || block.label == "X509 CERTIFICATE") {
            const auto certificate = certificate_in(block.der);
            auto key = certificate ? own(X509_get_pubkey(certificate.get())) : nullptr;
            if (!key) return no_public_key("is a damaged certificate: perhaps it was not copied whole");
            warning = odd_dates(certificate.get(), today);
            return checked(std::move(key));
        }
    }
    return no_public_key(fmt::format("holds no public key, but \"{}\"", base::printable(blocks.front().label)));
}

base::Result<SharedKey> read_any(std::string_view bytes, base::Date today, std::string& warning) {
    // Before anything else, and by its words: a private key is one even where it is damaged.
    if (bytes.find("PRIVATE KEY") != std::string_view::npos || bytes.starts_with("PuTTY-User-Key-File"))
        return is_private();
    if (looks_like_pem(bytes)) return read_blocks(bytes, today, warning);
    if (bytes.starts_with("ssh-") || bytes.starts_with("ecdsa-") || bytes.starts_with("---- BEGIN SSH2"))
        return no_public_key("is a public key of OpenSSH, which is for logging in and not for sealing");
    if (is_private_der(bytes)) return is_private();
    if (public_key_in(bytes) || certificate_in(bytes)) return no_public_key("is in binary form (DER); save it as PEM");
    return read_base64(bytes);
}

/// SubjectPublicKeyInfo as OpenSSL writes it: the same for the same key, however it was read.
base::Result<std::string> base64_of(const EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int length = i2d_PUBKEY(key, &der);
    if (length <= 0) return fail(ErrorKind::unsupported, "cannot be written again by OpenSSL; check its installation");
    auto out = to_base64({reinterpret_cast<const char*>(der), static_cast<std::size_t>(length)});
    OPENSSL_free(der);
    return out;
}

}  // namespace

base::Result<PublicKey> PublicKey::from_base64(std::string_view text) {
    const CleanErrors clean;
    if (text.size() > largest_file) return fail(ErrorKind::malformed, "is too long for a public key");
    auto key = read_base64(text);
    if (!key) return std::unexpected(key.error());
    auto base64 = base64_of(key->get());
    if (!base64) return std::unexpected(base64.error());
    return PublicKey{std::move(*key), std::move(*base64)};
}

std::optional<PublicKey> PublicKey::load(const std::filesystem::path& file, base::Date today,
                                         base::Problems& problems) {
    const CleanErrors clean;
    const auto refuse = [&](base::Error error) {
        if (error.place.empty()) error.place = file;
        problems.push_back(base::problem_of(error));
        return std::nullopt;
    };
    const auto bytes = base::read_file(file, largest_file);
    if (!bytes) return refuse(bytes.error());
    std::string warning;
    auto key = read_any(*bytes, today, warning);
    if (!key) return refuse(key.error());
    auto base64 = base64_of(key->get());
    if (!base64) return refuse(base64.error());
    if (!warning.empty()) problems.push_back({base::Severity::warning, file, 0, warning});
    return PublicKey{std::move(*key), std::move(*base64)};
}

std::string digest(std::string_view bytes) {
    const CleanErrors clean;
    std::array<std::uint8_t, 32> out{};
    std::size_t length = out.size();
    if (EVP_Q_digest(nullptr, "SHA256", nullptr, bytes.data(), bytes.size(), out.data(), &length) != 1) return {};
    return to_hex(as_text(out));
}

}  // namespace talkpoint::openrosa
