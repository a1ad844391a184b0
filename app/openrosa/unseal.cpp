#include "base/openssl.hpp"
#include "base/strings.hpp"
#include "openrosa/crypto.hpp"
#include "openrosa/seal.hpp"
#include "openrosa/xml.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::openrosa {
namespace {

using base::CleanErrors;

using base::ErrorKind;
using base::fail;

constexpr std::size_t largest_manifest = std::size_t{1024} * 1024;

struct Manifest {
    Envelope envelope;
    std::string key;        ///< base64, as it stands there: it is part of the signature
    std::string signature;  ///< base64
};

std::unexpected<base::Error> no_manifest(std::string_view what) {
    return fail(ErrorKind::malformed,
                fmt::format("{}; give the manifest of an encrypted submission, as the server has it", what));
}

base::Result<Manifest> read_manifest(std::string_view xml) {
    if (xml.size() > largest_manifest)
        return fail(ErrorKind::too_large, fmt::format("the manifest has more than {} bytes", largest_manifest));
    pugi::xml_document document;
    if (auto loaded = load_xml(document, xml, "a manifest"); !loaded)
        return no_manifest(fmt::format("the manifest is not whole XML ({})", loaded.error().message));
    const auto data = document.document_element();
    if (std::string_view{data.attribute("encrypted").value()} != "yes")
        return no_manifest("this is no manifest of a sealed response: encrypted=\"yes\" is missing");
    if (child_of(data, "media"))
        return fail(ErrorKind::unsupported,
                    "the response has media files, which Talkpoint never makes; open it with ODK Central or Briefcase");
    Manifest manifest{{data.attribute("id").value(), data.attribute("version").value(),
                       trimmed_text(child_of(data, "meta"), "instanceID")},
                      trimmed_text(data, "base64EncryptedKey"),
                      trimmed_text(data, "base64EncryptedElementSignature")};
    const std::initializer_list<std::pair<std::string_view, const std::string*>> needed{
        {"id", &manifest.envelope.form_id},
        {"instanceID", &manifest.envelope.instance_id},
        {"base64EncryptedKey", &manifest.key},
        {"base64EncryptedElementSignature", &manifest.signature}};
    for (const auto& [name, text] : needed)
        if (text->empty()) return no_manifest(fmt::format("the manifest has no {}", name));
    if (const auto file = trimmed_text(data, "encryptedXmlFile"); file != "submission.xml.enc")
        return no_manifest(
            fmt::format("the manifest names the file \"{}\", not submission.xml.enc", base::printable(file)));
    return manifest;
}

base::Result<AesKey> unwrap_key(const std::string& base64, const PrivateKey& key) {
    const auto wrapped = from_base64(base64);
    if (!wrapped) return no_manifest("base64EncryptedKey is not base64");
    auto bytes = unwrap(key.handle(), *wrapped);
    if (!bytes)
        return fail(ErrorKind::not_found,
                    "is sealed with another key (or its base64EncryptedKey is damaged); give the private key of the "
                    "pair with which it was sealed");
    AesKey out{};
    const bool fits = bytes->size() == out.size();
    if (fits) std::ranges::copy(*bytes, out.begin());
    OPENSSL_cleanse(bytes->data(), bytes->size());
    if (!fits) return no_manifest("base64EncryptedKey does not hold a key of AES-256");
    return out;
}

base::Result<std::string> decrypt_instance(std::string_view attachment, const AesKey& key,
                                           const std::string& instance_id) {
    if (attachment.size() > longest)
        return fail(ErrorKind::too_large, fmt::format("submission.xml.enc has more than {} bytes", longest));
    auto bytes = decrypt(attachment, key, initialisation_vector(instance_id, key, 0));
    if (!bytes) return fail(ErrorKind::unsupported, "OpenSSL cannot decrypt with AES; check its installation");
    const auto length = length_without_padding(*bytes);
    if (!length)
        return fail(ErrorKind::malformed,
                    "submission.xml.enc is damaged, cut short, or another response's (its padding does not fit); "
                    "fetch it again");
    bytes->resize(*length);
    return std::move(*bytes);
}

base::Result<void> check_signature(const Manifest& manifest, std::string_view instance, const PrivateKey& key) {
    const auto sealed = from_base64(manifest.signature);
    const auto said = sealed ? unwrap(key.handle(), *sealed) : std::nullopt;
    if (!said)
        return fail(ErrorKind::malformed,
                    "the signature itself is damaged (base64EncryptedElementSignature cannot be opened); fetch the "
                    "manifest again");
    const auto hash = md5(signature_text(manifest.envelope, manifest.key, instance));
    if (!hash) return fail(ErrorKind::unsupported, "OpenSSL has no MD5 here (FIPS mode?); use another machine");
    if (*said != as_text(*hash))
        return fail(ErrorKind::malformed,
                    "the signature does not fit: the form id, version, instance id or submission.xml.enc is not what "
                    "was sealed; fetch both again, and do not use this response if that does not help");
    return {};
}

}  // namespace

base::Result<std::string> unseal(std::string_view manifest, std::string_view attachment, const PrivateKey& key) {
    const CleanErrors clean;
    const auto read = read_manifest(manifest);
    if (!read) return std::unexpected(read.error());
    auto aes_key = unwrap_key(read->key, key);
    if (!aes_key) return std::unexpected(aes_key.error());
    auto instance = decrypt_instance(attachment, *aes_key, read->envelope.instance_id);
    OPENSSL_cleanse(aes_key->data(), aes_key->size());
    if (!instance) return instance;
    if (auto good = check_signature(*read, *instance, key); !good) return std::unexpected(good.error());
    return instance;
}

}  // namespace talkpoint::openrosa
