#include "base/signature.hpp"

#include "base/sha256.hpp"
#include "catch.hpp"

using namespace talkpoint::base;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::string_view passphrase = "four odd words";

const SigningPair& pair() {
    static const auto made = make_signing_pair(passphrase).value();
    return made;
}

// RFC 8032, 7.1, test 2: its secret key as PKCS #8, its public key as SubjectPublicKeyInfo.
constexpr std::string_view rfc_private =
    "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJso/5banbbDRuwRTg9bijGfNaumJNqM9u1PuKb7\n"
    "-----END PRIVATE KEY-----\n";
constexpr std::string_view rfc_public =
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n"
    "-----END PUBLIC KEY-----\n";
constexpr std::string_view rfc_signature =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
constexpr std::string_view rsa_public =
    "-----BEGIN PUBLIC KEY-----\n"
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyR19HhvO1KpogFJEz23q\n"
    "NiJVETjs61TAz/JmXt8/nJjiIZHkh2kP2gyuaqGnPxlzEO01gtnSfadd05m2wKhz\n"
    "6Ajq5fUmbLP4r0tq8lXdYHGg3V9u3nm9BLfl31kUoBfdn3Rf7VecIK6sreGk97HQ\n"
    "nDMKMnHrRdJmw2Dqbbwi1RffLXKzooNlM5SI52MoGZ4qe+PNDKtuI0OOk/uwGQ98\n"
    "ukxXWHV8pG744aPSrenz2XU7CU4DhD0+/xmw/hKUAU75pHjpFv9tNO1zF5TqwN6b\n"
    "b2j2rV0iB7keY9XGLAGxb3zHU0Q+e3IHvGZlGvz32hA4XXUOnzAyXu7R4MZbnpZ6\n"
    "YwIDAQAB\n"
    "-----END PUBLIC KEY-----\n";

}  // namespace

TEST_CASE("signature: as the standard's own example has it", "[base]") {
    const auto key = SigningKey::from_pem(rfc_private, "");
    const auto other_half = VerifyingKey::from_pem(rfc_public);
    REQUIRE(key);
    REQUIRE(other_half);
    const auto signature = key->sign("r");
    REQUIRE(signature);
    CHECK(hex_of(*signature) == rfc_signature);
    CHECK(other_half->verifies("r", *signature));
    CHECK(key->verifying_key().fingerprint() == other_half->fingerprint());
    CHECK(other_half->fingerprint().size() == 64);
}

TEST_CASE("signature: of these bytes and no others, by this key and no other", "[base]") {
    const auto key = SigningKey::from_pem(pair().private_pem, passphrase).value();
    const auto mine = VerifyingKey::from_pem(pair().public_pem).value();
    const auto other = VerifyingKey::from_pem(rfc_public).value();
    const std::string bytes = "exactly this";
    const auto signature = key.sign(bytes).value();
    CHECK(mine.verifies(bytes, signature));
    CHECK_FALSE(other.verifies(bytes, signature));
    CHECK_FALSE(mine.verifies("exactly thus", signature));
    CHECK_FALSE(mine.verifies(bytes + "!", signature));
    CHECK_FALSE(mine.verifies(bytes, signature.substr(1)));
    CHECK_FALSE(mine.verifies(bytes, ""));
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto changed = signature;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(mine.verifies(bytes, changed));
    }
}

TEST_CASE("signature: a key that cannot be used says why", "[base]") {
    CHECK(SigningKey::needs_passphrase(pair().private_pem));
    CHECK_FALSE(SigningKey::needs_passphrase(rfc_private));
    const auto why = [](const auto& result) { return result ? std::string{"none"} : result.error().message; };
    CHECK_THAT(why(SigningKey::from_pem(pair().private_pem, "")), ContainsSubstring("give it as well"));
    CHECK_THAT(why(SigningKey::from_pem(pair().private_pem, "five odd words")), ContainsSubstring("not opened"));
    CHECK_THAT(why(SigningKey::from_pem("", "")), ContainsSubstring("is no private key"));
    CHECK_THAT(why(SigningKey::from_pem(rfc_public, "")), ContainsSubstring("is no private key"));
    CHECK_THAT(why(VerifyingKey::from_pem(pair().private_pem)), ContainsSubstring("never be on a kiosk"));
    CHECK_THAT(why(VerifyingKey::from_pem("hello")), ContainsSubstring("is no public key"));
    CHECK_THAT(why(VerifyingKey::from_pem(rsa_public)), ContainsSubstring("is no public key"));
    CHECK_THAT(why(VerifyingKey::from_pem(std::string(100'000, 'x'))), ContainsSubstring("too long"));
    CHECK_FALSE(make_signing_pair(""));
}

TEST_CASE("sha256: as the standard has it, in pieces too", "[base]") {
    const std::string of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(sha256_of("abc") == of_abc);
    Sha256 hash;
    hash.add("a");
    hash.add("");
    hash.add("bc");
    CHECK(hash.hex() == of_abc);
    CHECK(hash.hex() == sha256_of(""));
}
