#include "openrosa/crypto.hpp"

#include "base/openssl.hpp"

#include <openssl/rsa.h>

#include <algorithm>

namespace talkpoint::openrosa {
namespace {

using base::CipherContext;
using base::KeyContext;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

bool is_base64_digit(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

bool ask_for_oaep(EVP_PKEY_CTX* context) {
    // Java's default for MGF1 is SHA-1 and OpenSSL's follows the hash: said, not left to either.
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) > 0;
}

using Step = int (*)(EVP_PKEY_CTX*, unsigned char*, std::size_t*, const unsigned char*, std::size_t);

std::optional<std::string> by_rsa(EVP_PKEY* key, int (*start)(EVP_PKEY_CTX*), Step step, std::string_view bytes) {
    const KeyContext context{EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr)};
    std::size_t size = 0;
    if (!context || start(context.get()) <= 0 || !ask_for_oaep(context.get()) ||
        step(context.get(), nullptr, &size, bytes_of(bytes), bytes.size()) <= 0)
        return {};
    std::string out(size, '\0');
    if (step(context.get(), bytes_of(out), &size, bytes_of(bytes), bytes.size()) <= 0) return {};
    // The rest of the buffer may hold what was unwrapped.
    OPENSSL_cleanse(out.data() + size, out.size() - size);
    out.resize(size);
    return out;
}

std::optional<std::string> by_aes(std::string_view bytes, const AesKey& key, const Vector& vector, int encrypting) {
    const CipherContext context{EVP_CIPHER_CTX_new()};
    std::string out(bytes.size(), '\0');
    int length = 0;
    if (bytes.size() > longest + 16 || !context ||
        EVP_CipherInit_ex2(context.get(), EVP_aes_256_cfb128(), key.data(), vector.data(), encrypting, nullptr) != 1 ||
        EVP_CipherUpdate(context.get(), bytes_of(out), &length, bytes_of(bytes), static_cast<int>(bytes.size())) != 1 ||
        static_cast<std::size_t>(length) != bytes.size())
        return {};
    return out;  // CFB is a stream: there is nothing left for a final step
}

}  // namespace

std::string to_base64(std::string_view bytes) {
    std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');  // EVP_EncodeBlock ends it with a zero
    const int length = EVP_EncodeBlock(bytes_of(out), bytes_of(bytes), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits),
                         [](char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n'; });
    const auto end = digits.find_last_not_of('=') + 1;
    const auto missing = digits.size() - end;
    if (end == 0 || digits.size() % 4 != 0 || missing > 2 ||
        !std::ranges::all_of(std::string_view{digits}.substr(0, end), is_base64_digit))
        return {};
    std::string out(digits.size() / 4 * 3, '\0');
    if (EVP_DecodeBlock(bytes_of(out), bytes_of(std::string_view{digits}), static_cast<int>(digits.size())) < 0)
        return {};
    out.resize(out.size() - missing);
    return out;
}

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

std::optional<Md5> md5(std::string_view bytes) {
    Md5 out{};
    std::size_t length = out.size();
    if (EVP_Q_digest(nullptr, "MD5", nullptr, bytes.data(), bytes.size(), out.data(), &length) != 1) return {};
    return out;
}

std::optional<std::string> wrap(EVP_PKEY* key, std::string_view bytes) {
    return by_rsa(key, EVP_PKEY_encrypt_init, EVP_PKEY_encrypt, bytes);
}

std::optional<std::string> unwrap(EVP_PKEY* key, std::string_view bytes) {
    return by_rsa(key, EVP_PKEY_decrypt_init, EVP_PKEY_decrypt, bytes);
}

std::optional<std::string> encrypt(std::string_view bytes, const AesKey& key, const Vector& vector) {
    return by_aes(bytes, key, vector, 1);
}

std::optional<std::string> decrypt(std::string_view bytes, const AesKey& key, const Vector& vector) {
    return by_aes(bytes, key, vector, 0);
}

std::string padded(std::string_view bytes) {
    const auto count = 16 - bytes.size() % 16;
    std::string out{bytes};
    out.append(count, static_cast<char>(count));
    return out;
}

std::optional<std::size_t> length_without_padding(std::string_view bytes) {
    if (bytes.empty() || bytes.size() % 16 != 0) return {};
    const auto count = static_cast<std::size_t>(static_cast<unsigned char>(bytes.back()));
    if (count < 1 || count > 16) return {};
    const auto padding = bytes.substr(bytes.size() - count);
    if (!std::ranges::all_of(padding, [&](char c) { return c == bytes.back(); })) return {};
    return bytes.size() - count;
}

}  // namespace talkpoint::openrosa
