#include "fakes/certificates.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <stdexcept>

namespace talkpoint::tests {
namespace {

constexpr long day_s = 24L * 60 * 60;

void check(bool sound) {
    if (!sound) throw std::runtime_error("OpenSSL cannot make a certificate");
}

Key new_key() {
    const Key key{EVP_EC_gen("P-256"), KeyDeleter{}};
    check(key != nullptr);
    return key;
}

void add_extension(X509* certificate, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    check(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

/// Not yet signed.
X509Certificate new_certificate(const Key& key, const char* name, long from_s, long until_s) {
    const X509Certificate certificate{X509_new(), X509Deleter{}};
    check(certificate != nullptr && X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    static long serial = 0;
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from_s);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), until_s);
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    check(X509_set_pubkey(certificate.get(), key.get()) == 1);
    return certificate;
}

}  // namespace

Authority::Authority(const char* name) : own_{new_key(), {}} {
    own_.x509 = new_certificate(own_.key, name, -30 * day_s, 30 * day_s);
    X509_set_issuer_name(own_.x509.get(), X509_get_subject_name(own_.x509.get()));
    add_extension(own_.x509.get(), NID_basic_constraints, "critical,CA:TRUE");
    add_extension(own_.x509.get(), NID_key_usage, "critical,keyCertSign,cRLSign");
    check(X509_sign(own_.x509.get(), own_.key.get(), EVP_sha256()) != 0);
}

Certificate Authority::issue(CertificateKind kind) const {
    const bool elsewhere = kind == CertificateKind::wrong_name;
    const long from_s = kind == CertificateKind::not_yet_valid ? day_s : -10 * day_s;
    const long until_s = kind == CertificateKind::expired ? -day_s : 10 * day_s;
    Certificate issued{new_key(), {}};
    issued.x509 = new_certificate(issued.key, elsewhere ? "elsewhere.example" : "127.0.0.1", from_s, until_s);
    X509_set_issuer_name(issued.x509.get(), X509_get_subject_name(own_.x509.get()));
    add_extension(issued.x509.get(), NID_subject_alt_name,
                  elsewhere ? "DNS:elsewhere.example" : "IP:127.0.0.1,DNS:localhost");
    check(X509_sign(issued.x509.get(), own_.key.get(), EVP_sha256()) != 0);
    return issued;
}

std::string Authority::pem() const {
    const std::unique_ptr<BIO, void (*)(BIO*)> memory{BIO_new(BIO_s_mem()), [](BIO* bio) { BIO_free(bio); }};
    check(memory != nullptr && PEM_write_bio_X509(memory.get(), own_.x509.get()) == 1);
    char* bytes = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &bytes);
    return {bytes, static_cast<std::size_t>(size)};
}

TlsContext server_context(const Certificate& certificate) {
    TlsContext context{SSL_CTX_new(TLS_server_method())};
    check(context != nullptr && SSL_CTX_use_certificate(context.get(), certificate.x509.get()) == 1 &&
          SSL_CTX_use_PrivateKey(context.get(), certificate.key.get()) == 1);
    return context;
}

}  // namespace talkpoint::tests
