// The real kiosk with faults within (faults/), and somebody who waits for its heartbeats.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
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
    [[nodiscard]] std::string environment() const { return joined("NOTIFY_SOCKET=", address_.native()); }
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

    /// Fullscreen, where the place names no size. `env` wins over environment().
    void start(std::vector<std::string> env = {}, const std::vector<std::string>& more = {}) {
        std::vector<std::string> argv;
        argv.emplace_back(TALKPOINT_BIN "/talkpoint");
        const auto option = [&argv](const char* name, const std::string& value) {
            argv.emplace_back(name);
            argv.push_back(value);
        };
        option("--config", place.config);
        option("--state", place.path("state"));
        option("--seed", place.seed);
        option("--drawing", drawing);
        if (!place.size.empty()) option("--window", place.size);
        argv.insert(argv.end(), more.begin(), more.end());
        env.push_back(manager.environment());
        // Who asks for heartbeats must listen: a socket holds ten that nobody has heard, then the kiosk waits.
        const auto microseconds = joined("WATCHDOG_USEC=", std::to_string(watchdog.count() * 1000));
        if (watched) env.push_back(microseconds);
        for (auto& word : environment()) env.push_back(std::move(word));
        program.emplace(argv, place.path("said"), env);
        hands_ = ::open(place.path("faults/hands").c_str(), O_RDWR | O_CLOEXEC);
    }
    /// With the faults, for a run of another kind.
    [[nodiscard]] std::vector<std::string> environment() const {
        const char* sanitizer = std::getenv("ASAN_OPTIONS");
        return {"LD_PRELOAD=" TALKPOINT_FAULTS_LIBRARY, joined("TALKPOINT_FAULTS=", place.path("faults").native()),
                "SDL_VIDEODRIVER=offscreen", "SDL_AUDIODRIVER=dummy",
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
    /// What the last hand did is shown, and nothing moves: a person would touch again now.
    [[nodiscard]] bool comes_to_rest() {
        const auto frames = [this] {
            std::error_code error;
            const auto shown = std::filesystem::file_size(place.path("faults/frames"), error);
            return error ? 0 : shown;
        };
        const auto end = std::chrono::steady_clock::now() + seconds{20};
        auto changed = std::chrono::steady_clock::now();
        for (auto seen = frames_; std::chrono::steady_clock::now() < end;) {
            if (const auto now = frames(); now != seen) {
                seen = now;
                changed = std::chrono::steady_clock::now();
            }
            if (seen > frames_ && std::chrono::steady_clock::now() - changed > milliseconds{700}) {
                frames_ = seen;
                return true;
            }
            std::this_thread::sleep_for(milliseconds{10});
        }
        return false;
    }
    /// Before it is started: its loop, and its only message, is that film.
    void show_film(const std::string& film = long_film) const {
        namespace fs = std::filesystem;
        place.write("content/small/messages/only.md",
                    "+++\ntitle = \"Filmed\"\nsummary = \"About it.\"\naudiences = [\"adult\"]\nattract = true\n"
                    "film = \"films/a.webm\"\nsources = [\"us\"]\nreview_due = 2099-01-01\n+++\nPage one.\n");
        fs::create_directories(place.path("content/small/films"));
        fs::copy_file(fs::path{TALKPOINT_SOURCE} / film, place.path("content/small/films/a.webm"));
    }
    /// Frame after frame is shown, as of a film.
    [[nodiscard]] bool plays() const {
        std::error_code error;
        const auto shown = [&] {
            const auto frames = std::filesystem::file_size(place.path("faults/frames"), error);
            return error ? 0 : frames;
        };
        const auto end = std::chrono::steady_clock::now() + seconds{20};
        for (const auto before = shown(); shown() < before + 8;) {
            if (std::chrono::steady_clock::now() > end) return false;
            std::this_thread::sleep_for(milliseconds{5});
        }
        return true;
    }
    static constexpr const char* long_film = "content/healthy-relationships/films/good-friend.webm";  ///< 40 s
    /// It is up: the first frame stands.
    [[nodiscard]] bool is_ready() const { return manager.hears(seconds{30}) == "READY=1"; }

    static constexpr milliseconds watchdog{1500};
    bool watched = false;
    const char* drawing = "card";  ///< most faults are GL's, and headless there are hands only where SDL is
    TestKiosk place;
    Manager manager{place.path("notify")};
    std::optional<RunningProgram> program;

  private:
    int hands_ = -1;
    std::uintmax_t frames_ = 0;  ///< that were shown when it last came to rest
};

}  // namespace talkpoint::tests
