// Basic and Digest (RFC 7617, RFC 7616 with MD5), as a server checks them.
#pragma once

#include <string>
#include <string_view>

namespace talkpoint::tests {

/// The WWW-Authenticate headers of a 401.
inline constexpr std::string_view basic_challenge = R"(Basic realm="odk")";
inline constexpr std::string_view digest_challenge =
    R"(Digest realm="odk", nonce="5f1c1f4f2a", qop="auth", algorithm=MD5)";

[[nodiscard]] bool basic_is_right(std::string_view authorization, std::string_view user, std::string_view password);
[[nodiscard]] bool digest_is_right(std::string_view authorization, std::string_view method, std::string_view user,
                                   std::string_view password);

}  // namespace talkpoint::tests
