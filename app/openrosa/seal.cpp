#include "openrosa/seal.hpp"

#include "base/openssl.hpp"
#include "base/strings.hpp"
#include "openrosa/crypto.hpp"
#include "openrosa/xml.hpp"

#include <fmt/format.h>
#include <openssl/rand.h>

namespace talkpoint::openrosa {
namespace {

using base::CleanErrors;

using base::ErrorKind;
using base::fail;

std::unexpected<base::Error> openssl_failed(std::string_view doing) {
    return fail(ErrorKind::unsupported,
                fmt::format("OpenSSL cannot {}; check its installation (FIPS mode lacks MD5)", doing));
}

/// Each stands on a line of the signature and in the manifest: a line end in one would make it two.
bool fits_on_a_line(std::string_view text) {
    return !base::first_bad_utf8(text) && !base::first_control_character(text) &&
           text.find_first_of("\t\r\n") == std::string_view::npos && base::trim(text) == text;
}

base::Result<void> check(std::string_view instance, const Envelope& envelope) {
    const auto wrong = [&](std::string_view what, std::string_view text) {
        return fail(ErrorKind::malformed,
                    fmt::format("cannot be sealed with the {} \"{}\"; correct it", what, base::printable(text)));
    };
    if (envelope.form_id.empty() || !fits_on_a_line(envelope.form_id)) return wrong("form id", envelope.form_id);
    if (!fits_on_a_line(envelope.version)) return wrong("version", envelope.version);
    if (envelope.instance_id.empty() || !fits_on_a_line(envelope.instance_id))
        return wrong("instance id", envelope.instance_id);
    if (instance.size() > longest)
        return fail(ErrorKind::too_large, fmt::format("has more than {} bytes; nothing takes that", longest));
    return {};
}

void add_text(pugi::xml_node parent, const char* name, const std::string& text) {
    parent.append_child(name).text().set(text.c_str());
}

std::string write_manifest(const Envelope& envelope, const std::string& wrapped_key, const std::string& signature) {
    pugi::xml_document document;
    auto data = document.append_child("data");
    data.append_attribute("xmlns") = "http://opendatakit.org/submissions";
    data.append_attribute("id") = envelope.form_id.c_str();
    if (!envelope.version.empty()) data.append_attribute("version") = envelope.version.c_str();
    data.append_attribute("encrypted") = "yes";
    add_text(data, "base64EncryptedKey", wrapped_key);
    auto meta = data.append_child("meta");
    meta.append_attribute("xmlns") = "http://openrosa.org/xforms";
    add_text(meta, "instanceID", envelope.instance_id);
    add_text(data, "encryptedXmlFile", "submission.xml.enc");
    add_text(data, "base64EncryptedElementSignature", signature);
    return saved_xml(document);
}

}  // namespace

std::array<std::uint8_t, 16> initialisation_vector(std::string_view instance_id, const AesKey& key, int file) {
    const CleanErrors clean;
    std::string seed{instance_id};
    seed += as_text(key);
    auto vector = md5(seed).value_or(Md5{});  // without MD5 nothing is sealed: see seal_with
    OPENSSL_cleanse(seed.data(), seed.size());
    for (int n = 0; n <= file; ++n) ++vector[static_cast<std::size_t>(n) % vector.size()];
    return vector;
}

std::string signature_text(const Envelope& envelope, std::string_view base64_encrypted_key, std::string_view instance) {
    const CleanErrors clean;
    const auto version = envelope.version.empty() ? std::string{} : envelope.version + "\n";
    const auto of_instance = md5(instance).value_or(Md5{});
    return fmt::format("{}\n{}{}\n{}\nsubmission.xml::{}\n", envelope.form_id, version, base64_encrypted_key,
                       envelope.instance_id, to_hex(as_text(of_instance)));
}

base::Result<Sealed> seal_with(std::string_view instance, const Envelope& envelope, const PublicKey& key,
                               const AesKey& aes_key) {
    const CleanErrors clean;
    if (auto good = check(instance, envelope); !good) return std::unexpected(good.error());
    if (!md5("")) return openssl_failed("make an MD5");

    const auto wrapped_key = wrap(key.handle(), as_text(aes_key));
    if (!wrapped_key) return openssl_failed("seal with this public key");
    const auto base64_key = to_base64(*wrapped_key);
    const auto hash = md5(signature_text(envelope, base64_key, instance));
    const auto signature = hash ? wrap(key.handle(), as_text(*hash)) : std::nullopt;
    if (!signature) return openssl_failed("seal the signature");
    auto attachment = encrypt(padded(instance), aes_key, initialisation_vector(envelope.instance_id, aes_key, 0));
    if (!attachment) return openssl_failed("encrypt with AES");
    return Sealed{write_manifest(envelope, base64_key, to_base64(*signature)), std::move(*attachment)};
}

base::Result<Sealed> seal(std::string_view instance, const Envelope& envelope, const PublicKey& key) {
    const CleanErrors clean;
    AesKey aes_key{};
    if (RAND_bytes(aes_key.data(), static_cast<int>(aes_key.size())) != 1) return openssl_failed("give random bytes");
    auto sealed = seal_with(instance, envelope, key, aes_key);
    OPENSSL_cleanse(aes_key.data(), aes_key.size());
    return sealed;
}

}  // namespace talkpoint::openrosa
