// Requests to an OpenRosa server, as the uploader knows them. The real ones are in curl_transport.
#pragma once

#include "outbox/hindrance.hpp"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace talkpoint::upload {

/// An answer came, whatever it says.
struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in small letters
    std::string body;                            ///< no longer than the transport allows
};

/// No whole answer came: no connection, TLS, time is up, half a body. What the server did is not known.
struct Fault {
    std::string message;  ///< one line for staff, without secrets: what is wrong and what to do
    outbox::Hindrance hindrance = outbox::Hindrance::other;
};

/// One part of a multipart/form-data body.
struct Part {
    std::string name;
    std::string file_name;
    std::string type;
    std::string bytes;
};

/// One request at a time, one thread at a time. Redirects are not followed.
class Transport {
  public:
    virtual ~Transport() = default;
    using Outcome = std::expected<Reply, Fault>;
    [[nodiscard]] virtual Outcome head(const std::string& url) = 0;
    [[nodiscard]] virtual Outcome get(const std::string& url) = 0;
    [[nodiscard]] virtual Outcome post(const std::string& url, const std::vector<Part>& parts) = 0;
};

}  // namespace talkpoint::upload
