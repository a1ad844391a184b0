// Owners of OpenSSL's objects, for sources only: whoever includes a header of ours sees none of OpenSSL's.
#pragma once

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <memory>
#include <string_view>

namespace talkpoint::base {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* object) const {
        free(object);
    }
};

using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using Pkcs8 = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Freed<PKCS12_free>>;
using ProtectedPkcs8 = std::unique_ptr<X509_SIG, Freed<X509_SIG_free>>;
using SharedKey = std::shared_ptr<EVP_PKEY>;

[[nodiscard]] inline SharedKey own(EVP_PKEY* key) { return {key, EVP_PKEY_free}; }

/// Leaves OpenSSL's error queue of this thread empty: what stays there would be taken for a later call's.
class CleanErrors {
  public:
    CleanErrors() { ERR_clear_error(); }
    CleanErrors(const CleanErrors&) = delete;
    CleanErrors& operator=(const CleanErrors&) = delete;
    ~CleanErrors() { ERR_clear_error(); }
};

/// What `decode` (a d2i function) makes of exactly all of `der`; nullptr if there is less or more in it.
template <class Decode>
[[nodiscard]] auto decode_all(std::string_view der, Decode decode) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const auto* end = at + der.size();
    auto object = decode(&at, static_cast<long>(der.size()));
    if (at != end) object.reset();
    return object;
}

}  // namespace talkpoint::base
