// What can go wrong on the way to a server and back, and how staff are told.
#pragma once

#include "outbox/hindrance.hpp"

#include <string>

namespace talkpoint::upload {

enum class Trouble {
    short_of_memory,
    stopped,  ///< by us
    name_unknown,
    proxy_name_unknown,
    no_way,  ///< the network is not connected
    refused,
    proxy_refused,       ///< the proxy itself is not there
    proxy_does_not_let,  ///< it is there, and leads no further
    name_timed_out,
    connection_timed_out,
    answer_timed_out,
    name_differs,  ///< the certificate is somebody else's
    expired,
    not_yet_valid,
    not_trusted,
    authorities_unreadable,  ///< those of `ca_file`
    no_authorities,          ///< the system has none
    tls_failed,
    no_answer,
    half_an_answer,
    answer_too_long,
    header_too_long,
    other,
};

/// The words that come from outside, without secrets. `server` and `proxy` are "host" or "host:port".
struct TroubleContext {
    std::string server;
    std::string proxy;      ///< empty: none
    std::string limit;      ///< of the time that ran out: "30 s"
    std::string detail;     ///< for those who know what it means; may be empty
    bool at_proxy = false;  ///< it is the proxy's certificate, or its name that was not found in time
};

/// One line: what is wrong, and what to do.
[[nodiscard]] std::string text_of(Trouble trouble, const TroubleContext& context);

/// What somebody at the kiosk can see to of it.
[[nodiscard]] outbox::Hindrance hindrance_of(Trouble trouble);

}  // namespace talkpoint::upload
