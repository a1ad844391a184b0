#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <array>

namespace talkpoint::base {

// Each call refuses only a hash that the library was built without.
Sha256::Sha256() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    (void)EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
}

void Sha256::add(std::string_view bytes) { (void)EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    (void)EVP_DigestFinal_ex(context_.get(), hash.data(), &length);
    (void)EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
    return hex_of({reinterpret_cast<const char*>(hash.data()), length});
}

std::string sha256_of(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

std::string hex_of(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        hex += digits[byte >> 4U];
        hex += digits[byte & 0xfU];
    }
    return hex;
}

}  // namespace talkpoint::base
