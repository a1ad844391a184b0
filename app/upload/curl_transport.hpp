// The transport over libcurl: TLS verified, no redirects, bounded in time and size.
#pragma once

#include "upload/transport.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace talkpoint::upload {

struct TransportOptions {
    std::string user;  ///< with `password`, for Basic or Digest, whichever the server asks for
    std::string password;
    std::string secret;             ///< what must never be in a message (the token of the address); may be empty
    std::filesystem::path ca_file;  ///< PEM; empty: the system's
    std::string proxy;              ///< empty: none, whatever the environment says
    std::chrono::milliseconds connect_limit{30'000};
    std::chrono::milliseconds whole_limit{60'000};
    std::size_t largest_body = 4UL * 1024 * 1024;  ///< a longer answer is a fault
};

/// `stop` ends a request in hand within a second, as a fault; it must outlive the transport.
[[nodiscard]] std::unique_ptr<Transport> make_curl_transport(TransportOptions options, const std::atomic<bool>& stop);

}  // namespace talkpoint::upload
