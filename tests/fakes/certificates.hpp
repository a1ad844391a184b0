// Certificates for 127.0.0.1, made in the test: a certificate authority, and what it signs.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>

namespace talkpoint::tests {

struct KeyDeleter {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct X509Deleter {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
struct ContextDeleter {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using Key = std::shared_ptr<EVP_PKEY>;
using X509Certificate = std::shared_ptr<X509>;
using TlsContext = std::unique_ptr<SSL_CTX, ContextDeleter>;

/// A certificate with its private key.
struct Certificate {
    Key key;
    X509Certificate x509;
};

enum class CertificateKind {
    right,          ///< for 127.0.0.1 and localhost
    wrong_name,     ///< for elsewhere.example
    expired,        ///< yesterday
    not_yet_valid,  ///< from tomorrow
};

/// Each object is an authority of its own, with its own key, which nobody else trusts. Throws if OpenSSL cannot.
class Authority {
  public:
    explicit Authority(const char* name = "Talkpoint test authority");
    [[nodiscard]] Certificate issue(CertificateKind kind = CertificateKind::right) const;
    /// Its own certificate, for `ca_file`.
    [[nodiscard]] std::string pem() const;

  private:
    Certificate own_;
};

/// For a server that shows that certificate.
[[nodiscard]] TlsContext server_context(const Certificate& certificate);

}  // namespace talkpoint::tests
