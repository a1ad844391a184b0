// Servers on 127.0.0.1 that know nothing of HTTP: one says what it was told to say, one never takes a connection.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

namespace talkpoint::tests {

/// A socket that listens on a free port of 127.0.0.1.
class ListeningSocket {
  public:
    explicit ListeningSocket(int queue) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        address_.sin_family = AF_INET;
        address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address_;
        auto* where = reinterpret_cast<sockaddr*>(&address_);
        if (socket_ < 0 || ::bind(socket_, where, size) != 0 || ::listen(socket_, queue) != 0 ||
            ::getsockname(socket_, where, &size) != 0)
            throw std::runtime_error("no port for a test's server");
    }
    ListeningSocket(const ListeningSocket&) = delete;
    ListeningSocket& operator=(const ListeningSocket&) = delete;
    ~ListeningSocket() { ::close(socket_); }
    [[nodiscard]] int get() const { return socket_; }
    [[nodiscard]] const sockaddr_in& address() const { return address_; }
    [[nodiscard]] int port() const { return ntohs(address_.sin_port); }

  private:
    int socket_;
    sockaddr_in address_{};
};

/// Listens to one connection after the other until it hears `cue`, says `answer`, then `endlessly` over and over until
/// the other side has enough, and closes. Without a cue it only listens.
class RudeServer {
  public:
    explicit RudeServer(std::string answer, std::string endlessly = {}, std::string cue = "\r\n\r\n")
        : answer_(std::move(answer)), endlessly_(std::move(endlessly)), cue_(std::move(cue)) {
        thread_ = std::thread{[this] { run(); }};
    }
    RudeServer(const RudeServer&) = delete;
    RudeServer& operator=(const RudeServer&) = delete;
    ~RudeServer() {
        {
            const std::lock_guard lock{mutex_};
            closing_ = true;
            ::shutdown(listening_.get(), SHUT_RDWR);
            if (current_ >= 0) ::shutdown(current_, SHUT_RDWR);
        }
        thread_.join();
    }

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(listening_.port()); }
    [[nodiscard]] int port() const { return listening_.port(); }
    [[nodiscard]] int visits() const { return visits_; }
    /// All that it was told so far.
    [[nodiscard]] std::string heard() const {
        const std::lock_guard lock{mutex_};
        return heard_;
    }

  private:
    void run() {
        for (int socket = -1; (socket = ::accept(listening_.get(), nullptr, nullptr)) >= 0;) {
            ++visits_;
            {
                const std::lock_guard lock{mutex_};
                current_ = socket;
                if (closing_) ::shutdown(socket, SHUT_RDWR);
            }
            if (listen_for_cue(socket) && say(socket, answer_) && !endlessly_.empty())
                while (say(socket, endlessly_)) {
                }
            const std::lock_guard lock{mutex_};
            current_ = -1;
            ::close(socket);
        }
    }
    bool listen_for_cue(int socket) {
        std::array<char, 4096> block{};
        std::string now;
        for (ssize_t count = 0; (count = ::recv(socket, block.data(), block.size(), 0)) > 0;) {
            now.append(block.data(), static_cast<std::size_t>(count));
            const std::lock_guard lock{mutex_};
            heard_.append(block.data(), static_cast<std::size_t>(count));
            if (!cue_.empty() && now.find(cue_) != std::string::npos) return true;
        }
        return false;
    }
    static bool say(int socket, std::string_view bytes) {
        return ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
    }

    std::string answer_, endlessly_, cue_;
    ListeningSocket listening_{16};
    std::atomic<int> visits_ = 0;
    mutable std::mutex mutex_;
    std::string heard_;     ///< under mutex_
    int current_ = -1;      ///< under mutex_
    bool closing_ = false;  ///< under mutex_
    std::thread thread_;
};

/// A port at which connections wait for ever: its queue is full, and nobody takes them from it.
class FullPort {
  public:
    FullPort() {
        for (int& waiting : waiting_) {
            waiting = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            const auto address = listening_.address();
            (void)::connect(waiting, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        }
    }
    FullPort(const FullPort&) = delete;
    FullPort& operator=(const FullPort&) = delete;
    ~FullPort() {
        for (const int waiting : waiting_) ::close(waiting);
    }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(listening_.port()); }

  private:
    ListeningSocket listening_{0};
    std::array<int, 4> waiting_{};
};

}  // namespace talkpoint::tests
