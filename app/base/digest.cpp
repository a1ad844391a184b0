#include "base/digest.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <cstdint>
#include <string_view>

namespace talkpoint::base {
namespace {

constexpr std::size_t digits = 12;

void add_words(std::string& bytes, std::string_view text) {
    bool between = false;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank && between) bytes += ' ';
        if (!blank) bytes += c;
        between = blank;
    }
}

}  // namespace

std::string digest_of(const Texts& texts) {
    std::string bytes;
    for (const auto& [key, text] : texts) {
        const auto words = trim(text);
        if (words.empty()) continue;
        bytes.append(key).push_back('\0');
        add_words(bytes, words);
        bytes.push_back('\0');
    }
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> hash{};
    // It refuses only a hash that the library was built without.
    (void)EVP_Digest(bytes.data(), bytes.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    std::string hex;
    for (std::size_t i = 0; i < digits / 2; ++i) hex += fmt::format("{:02x}", hash[i]);
    return hex;
}

}  // namespace talkpoint::base
