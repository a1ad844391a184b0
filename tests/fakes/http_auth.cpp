#include "fakes/http_auth.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>

namespace talkpoint::tests {
namespace {

std::string md5(const std::string& text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_md5(), nullptr);
    std::string hex;
    for (unsigned i = 0; i < size; ++i) hex += fmt::format("{:02x}", bytes.at(i));
    return hex;
}

std::string base64(const std::string& text) {
    std::string out(4 * ((text.size() + 2) / 3) + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                        reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

/// `name="value"` or `name=value` of a Digest header.
std::string value_of(std::string_view header, std::string_view name) {
    for (std::size_t at = header.find(name); at != std::string_view::npos; at = header.find(name, at + 1)) {
        const bool begins = at > 0 && (header[at - 1] == ' ' || header[at - 1] == ',');
        auto rest = header.substr(at + name.size());
        if (!begins || !rest.starts_with('=')) continue;
        rest.remove_prefix(1);
        if (!rest.starts_with('"')) return std::string{rest.substr(0, rest.find_first_of(", "))};
        rest.remove_prefix(1);
        return std::string{rest.substr(0, rest.find('"'))};
    }
    return {};
}

}  // namespace

bool basic_is_right(std::string_view authorization, std::string_view user, std::string_view password) {
    return authorization == "Basic " + base64(fmt::format("{}:{}", user, password));
}

bool digest_is_right(std::string_view authorization, std::string_view method, std::string_view user,
                     std::string_view password) {
    if (!authorization.starts_with("Digest ")) return false;
    const auto value = [&](std::string_view name) { return value_of(authorization, name); };
    const auto who = md5(fmt::format("{}:odk:{}", user, password));
    const auto what = md5(fmt::format("{}:{}", method, value("uri")));
    return value("username") == user && digest_challenge.find(value("nonce")) != std::string_view::npos &&
           value("response") ==
               md5(fmt::format("{}:{}:{}:{}:auth:{}", who, value("nonce"), value("nc"), value("cnonce"), what));
}

}  // namespace talkpoint::tests
