// An HTTP server on a free port of 127.0.0.1 that can be as rude as a network: cpp-httplib reads requests and writes
// answers; the connection below it is ours, so that it can be recorded, cut and reset.
#pragma once

#include "fakes/certificates.hpp"

#include <httplib.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <thread>

namespace talkpoint::tests {

/// How the answer in hand ends on the wire, in place of what the handler says.
struct RudeEnd {
    std::string bytes = {};  ///< sent as they are; then the connection is closed
    bool reset = false;      ///< closed without a goodbye
};

/// The port is open when the constructor is done; all connections are gone when the destructor is.
class HttpServer {
  public:
    /// Called on the thread of the connection: `begun` before the body is read, then either `answer`, or `abandoned` if
    /// the body never came whole. A returned RudeEnd is what goes over the wire.
    struct Handlers {
        std::function<void(const httplib::Request&)> begun;
        std::function<void()> abandoned;
        std::function<std::optional<RudeEnd>(const httplib::Request&, httplib::Response&)> answer;
    };
    /// With a certificate it speaks TLS.
    explicit HttpServer(Handlers handlers, const std::optional<Certificate>& certificate = {});
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    [[nodiscard]] int port() const { return port_; }
    /// All that has come in so far, of all connections, as it was before TLS.
    [[nodiscard]] std::string wire() const;
    [[nodiscard]] int connections() const { return connections_; }

  private:
    class Library;
    friend class Library;
    void serve(int socket);

    Handlers handlers_;
    TlsContext tls_;  ///< null: plain
    std::unique_ptr<Library> library_;
    int port_ = 0;
    std::thread listener_;
    std::atomic<int> connections_ = 0;
    mutable std::mutex mutex_;
    std::string wire_;      ///< under mutex_
    std::set<int> open_;    ///< under mutex_
    bool closing_ = false;  ///< under mutex_
};

}  // namespace talkpoint::tests
