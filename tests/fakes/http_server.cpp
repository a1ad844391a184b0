#include "fakes/http_server.hpp"

#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace talkpoint::tests {
namespace {

constexpr std::size_t threads = 8;  ///< connections at once

struct SslDeleter {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};

/// One connection, as cpp-httplib reads and writes it. Newer versions ask more of a stream than older ones, so nothing
/// here says `override`.
class Wire final : public httplib::Stream {
  public:
    Wire(int socket, SSL_CTX* tls, std::function<void(std::string_view)> record)
        : socket_(socket), record_(std::move(record)) {
        if (tls == nullptr) return;
        ssl_.reset(SSL_new(tls));
        SSL_set_fd(ssl_.get(), socket);
        usable_ = SSL_accept(ssl_.get()) == 1;
    }

    [[nodiscard]] bool usable() const { return usable_; }
    /// Waits for the first byte of a request; false at the end of the connection.
    bool wait() { return usable_ && (buffered() > 0 || fill()); }
    void end_rudely(RudeEnd end) { end_ = std::move(end); }

    bool is_readable() const { return usable_; }
    bool is_writable() const { return usable_; }
    bool wait_readable() const { return usable_; }
    bool wait_writable() const { return usable_; }
    bool is_peer_alive() const { return usable_; }
    time_t duration() const { return 0; }
    socket_t socket() const { return socket_; }
    void get_remote_ip_and_port(std::string& ip, int& port) const { ip = "127.0.0.1", port = 0; }
    void get_local_ip_and_port(std::string& ip, int& port) const { ip = "127.0.0.1", port = 0; }

    ssize_t read(char* to, std::size_t size) {
        if (buffered() == 0 && !fill()) return 0;
        size = std::min(size, buffered());
        std::memcpy(to, buffer_.data() + begin_, size);
        begin_ += size;
        return static_cast<ssize_t>(size);
    }
    ssize_t write(const char* bytes, std::size_t size) {
        if (end_) finish();
        return usable_ && send_all({bytes, size}) ? static_cast<ssize_t>(size) : -1;
    }

    /// Says goodbye in TLS, as a server does that means to close.
    void close() {
        if (ssl_ && usable_) SSL_shutdown(ssl_.get());
    }

  private:
    [[nodiscard]] std::size_t buffered() const { return end_of_buffer_ - begin_; }
    bool fill() {
        const auto room = buffer_.size();
        const ssize_t count = ssl_ ? SSL_read(ssl_.get(), buffer_.data(), static_cast<int>(room))
                                   : ::recv(socket_, buffer_.data(), room, 0);
        begin_ = end_of_buffer_ = 0;
        usable_ = usable_ && count > 0;
        if (!usable_) return false;
        end_of_buffer_ = static_cast<std::size_t>(count);
        record_({buffer_.data(), end_of_buffer_});
        return true;
    }
    bool send_all(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t count = ssl_ ? SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()))
                                       : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return usable_ = false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    void finish() {
        (void)send_all(end_->bytes);
        if (end_->reset) {
            const linger at_once{1, 0};
            ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        }
        usable_ = false;
    }

    int socket_;
    std::unique_ptr<SSL, SslDeleter> ssl_;
    bool usable_ = true;
    std::array<char, 16384> buffer_{};
    std::size_t begin_ = 0, end_of_buffer_ = 0;
    std::function<void(std::string_view)> record_;
    std::optional<RudeEnd> end_;
};

thread_local Wire* wire_in_hand = nullptr;
thread_local bool request_in_hand = false;

/// Writing to a connection that is gone must be no signal here, and the rest of the program keeps its own way with it.
void ignore_broken_pipes_on_this_thread() {
    sigset_t broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
}

}  // namespace

class HttpServer::Library final : public httplib::Server {
  public:
    explicit Library(HttpServer& owner) : owner_(&owner) {
        set_tcp_nodelay(true);  // else each answer waits for the delayed acknowledgement of its first half
        new_task_queue = [] { return new httplib::ThreadPool(threads); };
        set_pre_routing_handler([&owner](const httplib::Request& request, httplib::Response&) {
            request_in_hand = true;
            owner.handlers_.begun(request);
            return HandlerResponse::Unhandled;
        });
        const auto answer = [&owner](const httplib::Request& request, httplib::Response& response) {
            request_in_hand = false;
            if (auto end = owner.handlers_.answer(request, response)) wire_in_hand->end_rudely(std::move(*end));
        };
        Get(".*", answer);
        Post(".*", answer);
    }

    /// One request from `wire`; false if the connection ends with it.
    bool process(Wire& wire) {
        bool closed = false;
        return process_with<Library>(wire, closed) && !closed && wire.usable();
    }

  private:
    /// Version 0.18 (Debian 13) wants to be told the addresses, 0.11 (Debian 12) does not.
    template <class Self>
    bool process_with(Wire& wire, bool& closed) {
        auto& self = static_cast<Self&>(*this);
        const std::string here = "127.0.0.1";
        if constexpr (requires { self.process_request(wire, here, 0, here, 0, false, closed, nullptr); })
            return self.process_request(wire, here, 0, here, 0, false, closed, nullptr);
        else
            return self.process_request(wire, false, closed, nullptr);
    }
    bool process_and_close_socket(socket_t socket) override {
        owner_->serve(socket);
        return true;
    }

    HttpServer* owner_;
};

HttpServer::HttpServer(Handlers handlers, const std::optional<Certificate>& certificate)
    : handlers_(std::move(handlers)), tls_(certificate ? server_context(*certificate) : nullptr) {
    library_ = std::make_unique<Library>(*this);
    std::signal(SIGPIPE,
                SIG_DFL);  // cpp-httplib has ignored it for the whole program, which would hide our own mistakes
    port_ = library_->bind_to_any_port("127.0.0.1");
    if (port_ <= 0) throw std::runtime_error("no port for a test's server");
    listener_ = std::thread{[this] { library_->listen_after_bind(); }};
    while (!library_->is_running()) std::this_thread::sleep_for(std::chrono::microseconds{100});
}

HttpServer::~HttpServer() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
        for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
    }
    library_->stop();
    listener_.join();
}

std::string HttpServer::wire() const {
    const std::lock_guard lock{mutex_};
    return wire_;
}

void HttpServer::serve(int socket) {
    ignore_broken_pipes_on_this_thread();
    ++connections_;
    {
        const std::lock_guard lock{mutex_};
        if (closing_) ::shutdown(socket, SHUT_RDWR);
        open_.insert(socket);
    }
    {
        Wire wire{socket, tls_.get(), [this](std::string_view bytes) {
                      const std::lock_guard lock{mutex_};
                      wire_ += bytes;
                  }};
        wire_in_hand = &wire;
        bool more = true;
        while (more && wire.wait()) {
            more = library_->process(wire);
            if (std::exchange(request_in_hand, false)) handlers_.abandoned();
        }
        wire.close();
        wire_in_hand = nullptr;
    }
    const std::lock_guard lock{mutex_};
    open_.erase(socket);
    ::close(socket);
}

}  // namespace talkpoint::tests
