// The real kiosk with faults within (faults/), and somebody who waits for its heartbeats.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include "kiosk_runs.hpp"

namespace talkpoint::tests {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// The service manager's end of $NOTIFY_SOCKET.
class Manager {
  public:
    explicit Manager(std::filesystem::path address) : address_(std::move(address)) {
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        if (address_.native().size() >= sizeof name.sun_path) throw std::runtime_error("a name too long for a socket");
        address_.native().copy(name.sun_path, sizeof name.sun_path - 1);
        socket_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        if (::bind(socket_, reinterpret_cast<sockaddr*>(&name), sizeof name) != 0) throw std::runtime_error("bind");
    }
    Manager(const Manager&) = delete;
    Manager& operator=(const Manager&) = delete;
    ~Manager() { ::close(socket_); }

    /// What the kiosk must be started with.
    [[nodiscard]] std::vector<std::string> environment(milliseconds watchdog) const {
        return {"NOTIFY_SOCKET=" + address_.string(), "WATCHDOG_USEC=" + std::to_string(watchdog.count() * 1000)};
    }
    /// The next word, or nothing if none comes within `limit`.
    [[nodiscard]] std::string hears(milliseconds limit) const {
        pollfd there{socket_, POLLIN, 0};
        if (::poll(&there, 1, static_cast<int>(limit.count())) != 1) return {};
        std::array<char, 4096> word;
        const auto length = ::recv(socket_, word.data(), word.size(), 0);
        return {word.data(), static_cast<std::size_t>(std::max<ssize_t>(0, length))};
    }

  private:
    std::filesystem::path address_;
    int socket_ = -1;
};

/// A kiosk in a window that nobody sees (SDL's offscreen driver), which is touched as a panel is.
class FaultyKiosk {
  public:
    FaultyKiosk() {
        std::filesystem::create_directory(place.path("faults"));
        if (::mkfifo(place.path("faults/hands").c_str(), 0600) != 0) throw std::runtime_error("mkfifo");
    }
    ~FaultyKiosk() {
        if (hands_ >= 0) ::close(hands_);
    }
    FaultyKiosk(const FaultyKiosk&) = delete;
    FaultyKiosk& operator=(const FaultyKiosk&) = delete;

    /// `env` wins over environment().
    void start(std::vector<std::string> env = {}, const std::vector<std::string>& more = {}) {
        std::vector<std::string> argv{
            TALKPOINT_BIN "/talkpoint", "--config", place.config, "--window", place.size, "--state",
            place.path("state"),        "--seed",   place.seed};
        argv.insert(argv.end(), more.begin(), more.end());
        for (auto& words : {manager.environment(watchdog), environment()})
            env.insert(env.end(), words.begin(), words.end());
        program.emplace(argv, place.path("said"), env);
        hands_ = ::open(place.path("faults/hands").c_str(), O_RDWR | O_CLOEXEC);
    }
    /// With the faults, for a run of another kind.
    [[nodiscard]] std::vector<std::string> environment() const {
        const char* sanitizer = std::getenv("ASAN_OPTIONS");
        return {"LD_PRELOAD=" TALKPOINT_FAULTS_LIBRARY, "TALKPOINT_FAULTS=" + place.path("faults").string(),
                "SDL_VIDEODRIVER=offscreen",
                // It cannot come first, because the faults do.
                joined("ASAN_OPTIONS=verify_asan_link_order=0:", sanitizer ? sanitizer : "")};
    }
    void make(const std::string& fault) const { place.write("faults/" + fault, ""); }
    [[nodiscard]] bool has_told(const std::string& what) const {
        return std::filesystem::exists(place.path("faults/" + what));
    }
    /// A line for faults/hands.cpp.
    void hand(const std::string& line) const {
        const auto whole = line + "\n";
        if (::write(hands_, whole.data(), whole.size()) < 0) throw std::runtime_error("hands");
    }
    void tap(double x, double y, int finger = 0) const {
        const auto where = " " + std::to_string(finger) + " " + std::to_string(x) + " " + std::to_string(y);
        hand("down" + where);
        hand("up" + where);
    }
    /// It is up: the first frame stands.
    [[nodiscard]] bool is_ready() const { return manager.hears(seconds{30}) == "READY=1"; }

    static constexpr milliseconds watchdog{1500};
    TestKiosk place;
    Manager manager{place.path("notify")};
    std::optional<RunningProgram> program;

  private:
    int hands_ = -1;
};

}  // namespace talkpoint::tests
