// How long a server asks to be left alone.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

namespace talkpoint::openrosa {

inline constexpr std::chrono::seconds longest_wait = std::chrono::hours{24};

/// `Retry-After`: seconds, or a date (RFC 9110, 10.2.3), which is taken by the server's own clock, its `Date`. At most
/// `longest_wait`. Nothing where it does not say, is in the past, or makes no sense.
[[nodiscard]] std::optional<std::chrono::seconds> retry_after(const std::map<std::string, std::string>& headers);

}  // namespace talkpoint::openrosa
