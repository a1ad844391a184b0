// Sealing a response as an ODK encrypted submission, so that only the holder of the private key can read it.
// Source: https://getodk.github.io/xforms-spec/encryption
#pragma once

#include "base/result.hpp"
#include "openrosa/key.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace talkpoint::openrosa {

using AesKey = std::array<std::uint8_t, 32>;

/// What is sealed, and under which names.
struct Envelope {
    std::string form_id;
    std::string version;      ///< the form's, exactly; empty: its line is left out of the signature
    std::string instance_id;  ///< `uuid:…`
};

struct Sealed {
    std::string manifest;    ///< the XML that is posted as `xml_submission_file`
    std::string attachment;  ///< `submission.xml.enc`
};

/// Each call seals anew and gives other bytes: do it once, and keep them. malformed: no form id or instance id, or one
/// that cannot stand on a line of XML. too_large: above 100 MB. unsupported: OpenSSL failed (MD5 is not there in FIPS
/// mode).
[[nodiscard]] base::Result<Sealed> seal(std::string_view instance, const Envelope& envelope, const PublicKey& key);
/// The same with an AES key of the caller's, for known answers in tests.
[[nodiscard]] base::Result<Sealed> seal_with(std::string_view instance, const Envelope& envelope, const PublicKey& key,
                                             const AesKey& aes_key);

/// The text whose MD5 is the signature: form id, version, key, instance id and each file's MD5, a line each.
[[nodiscard]] std::string signature_text(const Envelope& envelope, std::string_view base64_encrypted_key,
                                         std::string_view instance);
/// The initialisation vector of the n-th file (0 for the only one) of an instance.
[[nodiscard]] std::array<std::uint8_t, 16> initialisation_vector(std::string_view instance_id, const AesKey& key,
                                                                 int file);

/// The instance again. malformed: not a sealed response, damaged, or its signature does not fit (message says which);
/// not_found: sealed with another key (or the sealed AES key is damaged: that looks the same); unsupported: with media;
/// too_large: a manifest above 1 MiB, or more than 100 MB. The manifest may be any ODK tool's.
[[nodiscard]] base::Result<std::string> unseal(std::string_view manifest, std::string_view attachment,
                                               const PrivateKey& key);

}  // namespace talkpoint::openrosa
