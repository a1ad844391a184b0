#include "openrosa/key.hpp"
#include "catch.hpp"
#include "keys.hpp"
#include "sealed_elsewhere.hpp"
#include "support.hpp"

#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <cstdint>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using openrosa::PrivateKey;
using openrosa::PublicKey;

namespace {

constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

struct Loaded {
    std::optional<PublicKey> key;
    base::Problems problems;
};

Loaded load(std::string_view bytes) {
    const TempFolder folder;
    const auto file = folder.write("key", bytes);
    Loaded out;
    out.key = PublicKey::load(file, today, out.problems);
    for (const auto& problem : out.problems) CHECK(problem.path == file);
    CHECK(errors_are_clean());
    return out;
}

/// The one message with which it is refused.
std::string refusal(std::string_view bytes) {
    const auto loaded = load(bytes);
    CHECK_FALSE(loaded.key);
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].severity == base::Severity::error);
    CHECK(loaded.problems[0].message.find_first_of("\r\n") == std::string::npos);
    return loaded.problems[0].message;
}

std::string certificate(EVP_PKEY* key, const char* from, const char* until) {
    const std::unique_ptr<X509, decltype(&X509_free)> out{X509_new(), X509_free};
    REQUIRE(ASN1_TIME_set_string_X509(X509_getm_notBefore(out.get()), from) == 1);
    REQUIRE(ASN1_TIME_set_string_X509(X509_getm_notAfter(out.get()), until) == 1);
    REQUIRE(X509_set_pubkey(out.get(), key) == 1);
    REQUIRE(X509_sign(out.get(), key, EVP_sha256()) > 0);
    return written([&](BIO* bio) { return PEM_write_bio_X509(bio, out.get()); });
}

std::string swapped(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string der_of(const std::string& pem) {
    std::string der(pem.size(), '\0');
    const auto line = on_one_line(body_of(pem));
    EVP_DecodeBlock(reinterpret_cast<unsigned char*>(der.data()), reinterpret_cast<const unsigned char*>(line.data()),
                    static_cast<int>(line.size()));
    return der.substr(0, line.size() / 4 * 3 - static_cast<std::size_t>(std::ranges::count(line, '=')));
}

base::Error failure(const base::Result<PrivateKey>& result) {
    REQUIRE_FALSE(result);
    CHECK(result.error().message.find_first_of("\r\n") == std::string::npos);
    CHECK(errors_are_clean());
    return result.error();
}

}  // namespace

TEST_CASE("key: a public key is read however it is written", "[key]") {
    const std::string line = on_one_line(body_of(elsewhere::public_pem));
    const auto same = [&](std::string_view bytes) {
        const auto loaded = load(bytes);
        CHECK(loaded.problems.empty());
        REQUIRE(loaded.key);
        CHECK(loaded.key->base64() == line);
    };
    same(line);
    same(line + "\n");
    same("  " + body_of(elsewhere::public_pem) + "\r\n\n");
    same(elsewhere::public_pem);
    same(joined("\xEF\xBB\xBF", elsewhere::public_pem));
    same(swapped(elsewhere::public_pem, "\n", "\r\n"));
    same(joined("The key of the evaluation team\n\n", elsewhere::public_pem, "\nthanks\n"));
    const auto key = make_rsa(2048);
    const auto bare = written([&](BIO* bio) {  // PKCS #1
        unsigned char* der = nullptr;
        const int length = i2d_PublicKey(key.get(), &der);
        const int done = PEM_write_bio(bio, "RSA PUBLIC KEY", "", der, length) > 0 ? 1 : 0;
        OPENSSL_free(der);
        return done;
    });
    CHECK(load(bare).key.value() == load(public_pem(key.get())).key.value());
    CHECK(PublicKey::from_base64(line).value() == load(elsewhere::public_pem).key.value());
    CHECK_FALSE(PublicKey::from_base64(line).value() == load(bare).key.value());
}

TEST_CASE("key: a certificate gives its key, and its dates are only a warning", "[key]") {
    const auto key = make_rsa(2048);
    const auto base64 = load(public_pem(key.get())).key.value().base64();
    const auto load_dated = [&](const char* from, const char* until) {
        auto loaded = load(certificate(key.get(), from, until));
        REQUIRE(loaded.key);
        CHECK(loaded.key->base64() == base64);
        for (const auto& problem : loaded.problems) CHECK(problem.severity == base::Severity::warning);
        return loaded.problems;
    };
    CHECK(load_dated("20260101000000Z", "20270101000000Z").empty());
    CHECK(load_dated("20261123000000Z", "20261123235959Z").empty());  // its first and last day
    const auto expired = load_dated("20250101000000Z", "20261122235959Z");
    REQUIRE(expired.size() == 1);
    CHECK_THAT(expired[0].message, ContainsSubstring("expired on 2026-11-22"));
    const auto early = load_dated("20261124000000Z", "20270101000000Z");
    REQUIRE(early.size() == 1);
    CHECK_THAT(early[0].message, ContainsSubstring("valid only from 2026-11-24"));
}

TEST_CASE("key: a private key on a kiosk is refused in every form, damaged ones too", "[key]") {
    const auto key = make_rsa(2048);
    const auto ec = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const auto der = private_der(key.get());
    const auto public_first = joined(public_pem(key.get()), private_pem(key.get()));
    for (const auto& bytes :
         {private_pem(key.get()), old_private_pem(key.get()), old_private_pem(key.get(), "secret"), pair().private_pem,
          public_first, body_of(private_pem(key.get())), body_of(old_private_pem(key.get())), der,
          body_of(pair().private_pem), private_pem(ec.get()), old_private_pem(ec.get()),
          std::string{"-----BEGIN PRIVATE KEY-----\nMIIE"}, std::string{"-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl"},
          std::string{"PuTTY-User-Key-File-3: ssh-rsa\n"}}) {
        INFO(bytes);
        CHECK_THAT(refusal(bytes), ContainsSubstring("must never be on a kiosk: take this file away"));
    }
}

TEST_CASE("key: what cannot seal is refused, and the message says what it is", "[key]") {
    const auto ec = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const auto ed = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const auto pss = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA-PSS", std::size_t{2048}));
    CHECK_THAT(refusal(""), ContainsSubstring("is empty"));
    CHECK_THAT(refusal(" \n\n"), ContainsSubstring("is empty"));
    CHECK_THAT(refusal(public_pem(ec.get())), ContainsSubstring("of the kind EC"));
    CHECK_THAT(refusal(certificate(ec.get(), "20260101000000Z", "20270101000000Z")), ContainsSubstring("kind EC"));
    CHECK_THAT(refusal(public_pem(ed.get())), ContainsSubstring("ED25519"));
    if (pss) CHECK_THAT(refusal(public_pem(pss.get())), ContainsSubstring("RSA-PSS"));
    CHECK_THAT(refusal(public_pem(make_rsa(1024).get())), ContainsSubstring("1024 bits, which is too weak: 2048"));
    CHECK_THAT(refusal(public_pem(make_rsa(2040).get())), ContainsSubstring("2040 bits"));
    CHECK_THAT(refusal("ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB me@here\n"), ContainsSubstring("OpenSSH"));
    CHECK_THAT(refusal("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@here\n"), ContainsSubstring("OpenSSH"));
    CHECK_THAT(refusal("ecdsa-sha2-nistp256 AAAAE2 me@here\n"), ContainsSubstring("OpenSSH"));
    CHECK_THAT(refusal("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n"), ContainsSubstring("OpenSSH"));
    CHECK_THAT(refusal(public_der(public_key().handle())), ContainsSubstring("binary form (DER)"));
    CHECK_THAT(refusal("hello, world"), ContainsSubstring("neither base64 nor PEM"));
    CHECK_THAT(refusal(std::string(300, '\0')), ContainsSubstring("neither base64 nor PEM"));
    CHECK_THAT(refusal("aGVsbG8="), ContainsSubstring("base64, but of no public key"));
    CHECK_THAT(refusal("-----BEGIN DH PARAMETERS-----\naGVsbG8=\n-----END DH PARAMETERS-----\n"),
               ContainsSubstring("\"DH PARAMETERS\""));
    CHECK_THAT(refusal("-----BEGIN PUBLIC KEY-----\naGVsbG8=\n-----END PUBLIC KEY-----\n"),
               ContainsSubstring("damaged public key"));
    CHECK_THAT(refusal("-----BEGIN CERTIFICATE-----\naGVsbG8=\n-----END CERTIFICATE-----\n"),
               ContainsSubstring("damaged certificate"));
    const std::string pem = elsewhere::public_pem;
    CHECK_THAT(refusal(pem.substr(0, 200)), ContainsSubstring("damaged PEM"));
    CHECK_THAT(refusal(std::string(70'000, 'A')), ContainsSubstring("larger than 65536 bytes"));
}

TEST_CASE("key: a public key cut anywhere or with a letter changed is never half accepted", "[key]") {
    const auto line = public_key().base64();
    for (std::size_t length = 0; length < line.size(); ++length)
        CHECK_FALSE(PublicKey::from_base64(line.substr(0, length)));
    for (const auto& wrong : {line + "AAAA", line + "=", "=" + line, line + "!", "\xff" + line})
        CHECK_FALSE(PublicKey::from_base64(wrong));
    // Other digits may well make another key; never the same, and never a crash.
    for (std::size_t at = 0; at < line.size(); at += 7) {
        auto changed = line;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        const auto read = PublicKey::from_base64(changed);
        CHECK((!read || !(*read == public_key())));
    }
    CHECK(errors_are_clean());
}

TEST_CASE("key: a file that is not there says so", "[key]") {
    const TempFolder folder;
    base::Problems problems;
    CHECK_FALSE(PublicKey::load(folder.path() / "none", today, problems));
    CHECK_FALSE(PublicKey::load(folder.path(), today, problems));
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].path == folder.path() / "none");
    CHECK_THAT(problems[0].message, ContainsSubstring("no such file"));
    CHECK(problems[1].path == folder.path());
}

TEST_CASE("key: a pair is protected as it should be, and opens with its passphrase only", "[key]") {
    const auto& [private_text, public_text] = pair();
    CHECK(private_text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    CHECK(public_text.starts_with("-----BEGIN PUBLIC KEY-----\n"));
    CHECK(EVP_PKEY_get_bits(public_key().handle()) == 2048);
    CHECK(EVP_PKEY_eq(private_key().handle(), public_key().handle()) == 1);
    // RFC 8018, as `openssl asn1parse` shows it: PBES2 { PBKDF2 { salt, 600000, hmacWithSHA256 }, aes256-CBC }.
    const auto der = der_of(private_text);
    using namespace std::string_view_literals;
    for (const auto part :
         {"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d"sv, "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c"sv, "\x02\x03\x09\x27\xc0"sv,
          "\x2a\x86\x48\x86\xf7\x0d\x02\x09"sv, "\x60\x86\x48\x01\x65\x03\x04\x01\x2a"sv})
        CHECK(der.substr(0, 120).find(part) != std::string::npos);

    CHECK(PrivateKey::needs_passphrase(private_text));
    CHECK_THAT(failure(PrivateKey::from_pem(private_text, "correct horse")).message,
               ContainsSubstring("not opened by this passphrase"));
    CHECK_THAT(failure(PrivateKey::from_pem(private_text, "")).message, ContainsSubstring("is protected"));
    CHECK(PrivateKey::from_pem(swapped(private_text, "\n", "\r\n"), passphrase));
    CHECK_FALSE(openrosa::make_key_pair(""));
    CHECK(errors_are_clean());
}

TEST_CASE("key: private keys of other tools", "[key]") {
    const auto key = make_rsa(2048);
    const auto opens = [&](const std::string& pem, std::string_view with) {
        const auto read = PrivateKey::from_pem(pem, with);
        return read && EVP_PKEY_eq(read->handle(), key.get()) == 1;
    };
    CHECK(opens(private_pem(key.get()), ""));
    CHECK(opens(private_pem(key.get()), "needless"));
    CHECK(opens(old_private_pem(key.get()), ""));
    CHECK_FALSE(PrivateKey::needs_passphrase(private_pem(key.get())));
    CHECK_FALSE(PrivateKey::needs_passphrase(old_private_pem(key.get())));

    const auto old = old_private_pem(key.get(), "secret");
    CHECK(PrivateKey::needs_passphrase(old));
    CHECK(opens(old, "secret"));
    CHECK_THAT(failure(PrivateKey::from_pem(old, "Secret")).message,
               ContainsSubstring("not opened by this passphrase"));
    CHECK_THAT(failure(PrivateKey::from_pem(old, "")).message, ContainsSubstring("is protected"));
    CHECK(failure(PrivateKey::from_pem(swapped(old, "AES-256-CBC", "NOBODYS-CIPHER"), "secret")).kind ==
          base::ErrorKind::unsupported);
    CHECK(opens(joined(public_pem(key.get()), private_pem(key.get())), ""));

    auto der = der_of(pair().private_pem);  // PBES2 becomes what nobody has heard of
    der[der.find("\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d") + 8] = 0x7f;
    const auto strange = written([&](BIO* bio) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
        return PEM_write_bio(bio, "ENCRYPTED PRIVATE KEY", "", bytes, static_cast<long>(der.size())) > 0 ? 1 : 0;
    });
    CHECK(failure(PrivateKey::from_pem(strange, passphrase)).kind == base::ErrorKind::unsupported);
}

TEST_CASE("key: a private key that would take hours to open is refused at once", "[key]") {
    const auto protected_by = [](X509_ALGOR* method) {
        const std::unique_ptr<X509_ALGOR, decltype(&X509_ALGOR_free)> owned{method, X509_ALGOR_free};
        const std::unique_ptr<X509_SIG, decltype(&X509_SIG_free)> file{X509_SIG_new(), X509_SIG_free};
        X509_ALGOR* protection = nullptr;
        ASN1_OCTET_STRING* bytes = nullptr;
        X509_SIG_getm(file.get(), &protection, &bytes);
        REQUIRE(method);
        REQUIRE(X509_ALGOR_copy(protection, method) == 1);
        REQUIRE(ASN1_OCTET_STRING_set(bytes, reinterpret_cast<const unsigned char*>("0123456789abcdef"), 16) == 1);
        return written([&](BIO* bio) { return PEM_write_bio_PKCS8(bio, file.get()); });
    };
    std::array<unsigned char, 16> salt{};
    const auto pbkdf2 = [&](int rounds) {
        return protected_by(PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), rounds, salt.data(), 16, nullptr, NID_hmacWithSHA256));
    };
    const auto scrypt = [&](std::uint64_t cost, std::uint64_t width) {
        return protected_by(PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt.data(), 16, nullptr, cost, 1, width));
    };
    const auto old = [&](int rounds) {
        return protected_by(PKCS5_pbe_set(NID_pbe_WithSHA1And3_Key_TripleDES_CBC, rounds, salt.data(), 16));
    };
    const auto seconds = cpu_seconds([&] {
        for (const auto& slow : {pbkdf2(2'000'000'000), old(2'000'000'000), scrypt(1 << 15, 1 << 17)}) {
            const auto error = failure(PrivateKey::from_pem(slow, "secret"));
            CHECK(error.kind == base::ErrorKind::unsupported);
            CHECK_THAT(error.message, ContainsSubstring("too long to open"));
        }
    });
    CHECK(seconds < 1);
    // A patient person's key is tried.
    for (const auto& quick : {pbkdf2(2048), old(2048), scrypt(1 << 14, 1)})
        CHECK_THAT(failure(PrivateKey::from_pem(quick, "secret")).message, !ContainsSubstring("too long to open"));
}

TEST_CASE("key: what is no private key says what it is", "[key]") {
    const auto ec = own(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const auto message = [](std::string_view pem) {
        const auto error = failure(PrivateKey::from_pem(pem, "secret"));
        CHECK(error.kind == base::ErrorKind::malformed);
        return error.message;
    };
    CHECK_THAT(message(""), ContainsSubstring("is empty"));
    CHECK_THAT(message("hello"), ContainsSubstring("no private key in PEM"));
    CHECK_THAT(message(pair().public_pem), ContainsSubstring("\"PUBLIC KEY\""));
    CHECK_THAT(message(private_pem(ec.get())), ContainsSubstring("another kind"));
    CHECK_THAT(message("-----BEGIN OPENSSH PRIVATE KEY-----\naGVsbG8=\n-----END OPENSSH PRIVATE KEY-----\n"),
               ContainsSubstring("OpenSSH"));
    CHECK_THAT(message(pair().private_pem.substr(0, 300)), ContainsSubstring("damaged private key"));
    for (const std::string kind : {"ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "RSA PRIVATE KEY"})
        CHECK_THAT(message(joined("-----BEGIN ", kind, "-----\naGVsbG8=\n-----END ", kind, "-----\n")),
                   ContainsSubstring("damaged private key"));
    CHECK_THAT(message(std::string(70'000, 'A')), ContainsSubstring("too long"));
}

TEST_CASE("key: digest is SHA-256", "[key]") {
    // printf abc | sha256sum
    CHECK(openrosa::digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(openrosa::digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
