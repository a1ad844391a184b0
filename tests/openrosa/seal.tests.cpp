#include "openrosa/seal.hpp"

#include "catch.hpp"
#include "keys.hpp"
#include "sealed_elsewhere.hpp"
#include "support.hpp"

#include <openssl/rsa.h>

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::openrosa;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const Envelope envelope{"safe", "2026.11[encrypted:k3/x]", "uuid:6e1b7e0a-53c1-4c1f-9d7b-2f5a0c9e4d31"};
const std::string instance = "<data id=\"safe\"><who>أنا 😀</who></data>";

AesKey counting_key() {
    AesKey key{};
    for (std::size_t i = 0; i < key.size(); ++i) key[i] = static_cast<std::uint8_t>(i);
    return key;
}

std::string hex(const auto& bytes) {
    std::string out;
    for (const auto byte : bytes) {
        out += "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4];
        out += "0123456789abcdef"[static_cast<unsigned char>(byte) & 15];
    }
    return out;
}

std::string bytes_of(std::string_view base64) {
    std::string out(base64.size() / 4 * 3, '\0');
    const int length =
        EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                        reinterpret_cast<const unsigned char*>(base64.data()), static_cast<int>(base64.size()));
    REQUIRE(length == static_cast<int>(out.size()));
    while (base64.ends_with('=')) {
        base64.remove_suffix(1);
        out.pop_back();
    }
    return out;
}

/// The text between the first `<name>` and what closes it.
std::string element(const std::string& xml, const std::string& name) {
    const auto from = xml.find("<" + name + ">");
    const auto until = xml.find("</" + name + ">");
    REQUIRE(until != std::string::npos);
    return xml.substr(from + name.size() + 2, until - from - name.size() - 2);
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// RSA-OAEP as the specification has it, by itself.
std::string oaep_opened(const std::string& bytes, const PrivateKey& key) {
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context{
        EVP_PKEY_CTX_new_from_pkey(nullptr, key.handle(), nullptr), EVP_PKEY_CTX_free};
    REQUIRE(EVP_PKEY_decrypt_init(context.get()) == 1);
    REQUIRE(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1);
    REQUIRE(EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()) == 1);
    REQUIRE(EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()) == 1);
    std::string out(512, '\0');
    std::size_t size = out.size();
    REQUIRE(EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size,
                             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) == 1);
    out.resize(size);
    return out;
}

Sealed sealed(std::string_view text) { return seal(text, envelope, public_key()).value(); }

base::Error refusal(const std::string& manifest, const std::string& attachment) {
    const auto opened = unseal(manifest, attachment, private_key());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().message.find_first_of("\r\n") == std::string::npos);
    CHECK(errors_are_clean());
    return opened.error();
}

}  // namespace

// Known answers, made with python3 and the openssl program:
//   key = bytes(range(32)); seed = list(hashlib.md5(instance_id + key).digest())
//   for n in range(...): seed[n % 16] = (seed[n % 16] + 1) % 256; print(n, bytes(seed).hex())
//   padding = 16 - len(text) % 16; openssl enc -aes-256-cfb -K key -iv iv0 < text + bytes([padding]) * padding
TEST_CASE("seal: known initialisation vectors", "[seal]") {
    const auto vector = [](int file) { return hex(initialisation_vector(envelope.instance_id, counting_key(), file)); };
    // The seed: bce22987eb83e588d0e6a71fa07a3bd2
    CHECK(vector(0) == "bde22987eb83e588d0e6a71fa07a3bd2");
    CHECK(vector(1) == "bde32987eb83e588d0e6a71fa07a3bd2");
    CHECK(vector(15) == "bde32a88ec84e689d1e7a820a17b3cd3");
    CHECK(vector(16) == "bee32a88ec84e689d1e7a820a17b3cd3");
    CHECK(vector(17) == "bee42a88ec84e689d1e7a820a17b3cd3");
    CHECK(vector(4095) == "bce22987eb83e588d0e6a71fa07a3bd2");  // each byte has gone round once
    CHECK(vector(4096) == "bde22987eb83e588d0e6a71fa07a3bd2");
}

TEST_CASE("seal: known ciphertexts", "[seal]") {
    const auto ciphertext = [](std::string_view text) {
        return hex(seal_with(text, envelope, public_key(), counting_key()).value().attachment);
    };
    CHECK(ciphertext("") == "cb638ee0ccbac3dc310d12ffa1f822be");
    CHECK(ciphertext("0123456789abcdef") == "eb42acc3e89fe5fb1924638dd28c57c80e73cba52b3c97aed07c28a91e40f02e");
    CHECK(ciphertext(instance) ==
          "e717ff84bd8abaa81c3f718ed78d1090138b1a4f5c8620953ebc9e0778f7817374418b896a93de48b2f1127c25451e9d");
}

TEST_CASE("seal: known signature text", "[seal]") {
    // printf '<data …' | md5sum
    CHECK(signature_text(envelope, "S0VZ", instance) ==
          "safe\n2026.11[encrypted:k3/x]\nS0VZ\nuuid:6e1b7e0a-53c1-4c1f-9d7b-2f5a0c9e4d31\n"
          "submission.xml::2b57cab0f375bf1b1d29568a52e29e6d\n");
    CHECK(signature_text({"safe", "", "uuid:1"}, "S0VZ", "") ==
          "safe\nS0VZ\nuuid:1\nsubmission.xml::d41d8cd98f00b204e9800998ecf8427e\n");
}

TEST_CASE("seal: the manifest is exactly as the specification has it, and opens by the specification", "[seal]") {
    const auto made = seal_with(instance, envelope, public_key(), counting_key()).value();
    const auto key = element(made.manifest, "base64EncryptedKey");
    const auto signature = element(made.manifest, "base64EncryptedElementSignature");
    CHECK(made.manifest == joined("<data xmlns=\"http://opendatakit.org/submissions\" id=\"safe\" "
                                  "version=\"2026.11[encrypted:k3/x]\" encrypted=\"yes\"><base64EncryptedKey>",
                                  key, "</base64EncryptedKey><meta xmlns=\"http://openrosa.org/xforms\"><instanceID>",
                                  envelope.instance_id,
                                  "</instanceID></meta><encryptedXmlFile>submission.xml.enc</encryptedXmlFile>"
                                  "<base64EncryptedElementSignature>",
                                  signature, "</base64EncryptedElementSignature></data>"));
    CHECK(key.size() == 344);  // 256 bytes on one line
    CHECK(oaep_opened(bytes_of(key), private_key()) ==
          std::string{reinterpret_cast<const char*>(counting_key().data()), 32});
    const auto signed_text = joined("safe\n2026.11[encrypted:k3/x]\n", key, "\n", envelope.instance_id,
                                    "\nsubmission.xml::2b57cab0f375bf1b1d29568a52e29e6d\n");
    std::string md5(16, '\0');
    REQUIRE(EVP_Q_digest(nullptr, "MD5", nullptr, signed_text.data(), signed_text.size(),
                         reinterpret_cast<unsigned char*>(md5.data()), nullptr) == 1);
    CHECK(oaep_opened(bytes_of(signature), private_key()) == md5);
    CHECK(errors_are_clean());
}

TEST_CASE("seal: every byte comes back, whatever the length", "[seal]") {
    for (const std::size_t length : std::initializer_list<std::size_t>{0, 1, 15, 16, 17, 31, 32, 33, 100'000}) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(i * 31 + i / 256);
        const auto made = sealed(text);
        CHECK(made.attachment.size() == length / 16 * 16 + 16);
        const bool same = unseal(made.manifest, made.attachment, private_key()).value() == text;
        INFO(length);
        CHECK(same);
    }
    const auto made = sealed(instance);
    CHECK(unseal(made.manifest, made.attachment, private_key()).value() == instance);
    CHECK(errors_are_clean());
}

TEST_CASE("seal: no two are alike", "[seal]") {
    const auto one = sealed(instance), other = sealed(instance);
    CHECK(element(one.manifest, "base64EncryptedKey") != element(other.manifest, "base64EncryptedKey"));
    CHECK(one.attachment != other.attachment);
    CHECK(one.attachment.find("data") == std::string::npos);
}

TEST_CASE("seal: ids and versions may hold anything that XML can quote, and nothing that breaks a line", "[seal]") {
    for (const auto& odd :
         {Envelope{"a&b<c>\"d'", "1 < 2 & \"3\" > 'x'", "uuid:<&>"}, Envelope{"سؤال", "", "uuid:😀"}}) {
        const auto made = seal(instance, odd, public_key()).value();
        CHECK(unseal(made.manifest, made.attachment, private_key()).value() == instance);
        CHECK((made.manifest.find(" version=") == std::string::npos) == odd.version.empty());
    }
    for (const std::string broken : {"a\nb", "a\tb", "a\rb", "a\x01", "\xff", " a", "a "}) {
        for (const auto& wrong : {Envelope{broken, "1", "uuid:1"}, Envelope{"a", broken, "uuid:1"},
                                  Envelope{"a", "1", broken}, Envelope{"", "1", "uuid:1"}, Envelope{"a", "1", ""}}) {
            const auto refused = seal(instance, wrong, public_key());
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == base::ErrorKind::malformed);
        }
    }
}

TEST_CASE("seal: what another tool has sealed opens", "[seal]") {
    const auto key = PrivateKey::from_pem(elsewhere::private_pem, "").value();
    const auto attachment = bytes_of(elsewhere::attachment_base64);
    CHECK(unseal(elsewhere::manifest, attachment, key).value() == elsewhere::instance);
    CHECK(unseal(with(elsewhere::manifest, "xmlns:sub", "xmlns:sub=\"x\" xmlns:other"), attachment, key));
}

TEST_CASE("seal: another key is told apart from damage", "[seal]") {
    const auto made = sealed(instance);
    const auto other = PrivateKey::from_pem(elsewhere::private_pem, "").value();
    const auto larger = PrivateKey::from_pem(private_pem(make_rsa(3072).get()), "").value();
    for (const auto& key : {other, larger}) {
        const auto refused = unseal(made.manifest, made.attachment, key);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == base::ErrorKind::not_found);
        CHECK_THAT(refused.error().message, ContainsSubstring("another key"));
    }
    CHECK(errors_are_clean());
}

TEST_CASE("seal: whatever is changed is noticed", "[seal]") {
    const auto made = sealed(instance);
    const auto& [manifest, attachment] = made;
    REQUIRE(attachment.size() == 48);
    SECTION("any byte of the file") {
        for (std::size_t at = 0; at < attachment.size(); ++at) {
            auto changed = attachment;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            CHECK(refusal(manifest, changed).kind == base::ErrorKind::malformed);
        }
        auto first = attachment;
        first[0] = static_cast<char>(first[0] ^ 1);
        CHECK_THAT(refusal(manifest, first).message, ContainsSubstring("signature does not fit"));
        auto last = attachment;
        last.back() = static_cast<char>(last.back() ^ 64);
        CHECK_THAT(refusal(manifest, last).message, ContainsSubstring("padding"));
    }
    SECTION("its length") {
        for (std::size_t length = 0; length < attachment.size(); ++length)
            CHECK(refusal(manifest, attachment.substr(0, length)).kind == base::ErrorKind::malformed);
        CHECK_THAT(refusal(manifest, attachment + "x").message, ContainsSubstring("padding"));
        CHECK(refusal(manifest, attachment + std::string(16, 'x')).kind == base::ErrorKind::malformed);
    }
    SECTION("another response's file") {
        CHECK(refusal(manifest, sealed(instance).attachment).kind == base::ErrorKind::malformed);
    }
    SECTION("form id, version, instance id") {
        for (const auto& [from, to] : {std::pair{"id=\"safe\"", "id=\"safer\""}, std::pair{"k3/x", "k4/x"},
                                       std::pair{" version=", " elsewhere="}, std::pair{"uuid:6", "uuid:7"}})
            CHECK_THAT(refusal(with(manifest, from, to), attachment).message,
                       ContainsSubstring("signature does not fit"));
    }
    SECTION("the keys") {
        const auto flip = [&](const std::string& name) {
            auto base64 = element(manifest, name);
            base64[40] = base64[40] == 'A' ? 'B' : 'A';
            return with(manifest, element(manifest, name), base64);
        };
        CHECK(refusal(flip("base64EncryptedKey"), attachment).kind == base::ErrorKind::not_found);
        const auto signature = refusal(flip("base64EncryptedElementSignature"), attachment);
        CHECK(signature.kind == base::ErrorKind::malformed);
        CHECK_THAT(signature.message, ContainsSubstring("signature itself is damaged"));
        // The signature of another response is whole, and does not fit.
        const auto other = element(sealed(instance).manifest, "base64EncryptedElementSignature");
        const auto own_one = element(manifest, "base64EncryptedElementSignature");
        CHECK_THAT(refusal(with(manifest, own_one, other), attachment).message,
                   ContainsSubstring("signature does not fit"));
        // A key of the wrong size: the signature stands where the key should.
        CHECK_THAT(refusal(with(manifest, element(manifest, "base64EncryptedKey"), own_one), attachment).message,
                   ContainsSubstring("does not hold a key of AES-256"));
    }
}

TEST_CASE("seal: what is no manifest says why", "[seal]") {
    const auto made = sealed(instance);
    const auto message = [&](const std::string& manifest) {
        const auto error = refusal(manifest, made.attachment);
        CHECK(error.kind == base::ErrorKind::malformed);
        return error.message;
    };
    CHECK_THAT(message(""), ContainsSubstring("not whole XML"));
    CHECK_THAT(message(made.manifest.substr(0, 300)), ContainsSubstring("not whole XML"));
    CHECK_THAT(message(instance), ContainsSubstring("encrypted=\"yes\" is missing"));
    CHECK_THAT(message(with(made.manifest, " id=", " di=")), ContainsSubstring("has no id"));
    CHECK_THAT(message(with(made.manifest, "submission.xml.enc", "other.enc")), ContainsSubstring("\"other.enc\""));
    CHECK_THAT(message(with(made.manifest, element(made.manifest, "base64EncryptedKey"), "!")),
               ContainsSubstring("not base64"));
    for (const std::string name : {"instanceID", "base64EncryptedKey", "base64EncryptedElementSignature"})
        CHECK_THAT(message(with(made.manifest, element(made.manifest, name), "")), ContainsSubstring("has no " + name));
    const auto media =
        with(made.manifest, "<encryptedXmlFile>", "<media><file>a.jpg.enc</file></media><encryptedXmlFile>");
    CHECK(refusal(media, made.attachment).kind == base::ErrorKind::unsupported);
    CHECK(refusal(std::string((1 << 20) + 1, ' '), made.attachment).kind == base::ErrorKind::too_large);
}
