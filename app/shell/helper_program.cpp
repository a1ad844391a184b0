#include "shell/helper_program.hpp"

#include "base/strings.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <system_error>
#include <utility>

namespace talkpoint::shell {
namespace {

using Clock = std::chrono::steady_clock;
using base::Millis;

constexpr std::size_t most_printed = 8UL * 1024 * 1024, most_complaints = 16UL * 1024;
constexpr Millis patience{5000};  // between asking it to end and making it

/// The reading end of a pipe, and what came through it.
struct Output {
    int reading = -1, writing = -1;
    std::string text;
    std::size_t most;

    explicit Output(std::size_t limit) : most(limit) {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) == 0) reading = ends[0], writing = ends[1];
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output() {
        close_writing();
        if (reading >= 0) ::close(reading);
    }
    void close_writing() {
        if (writing >= 0) ::close(std::exchange(writing, -1));
    }
    /// What is there now; beyond the bound it is read and forgotten.
    void take() {
        std::array<char, 65536> bytes{};
        const auto count = ::read(reading, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) return;
        if (count <= 0) {
            ::close(std::exchange(reading, -1));
            return;
        }
        text.append(bytes.data(), std::min(static_cast<std::size_t>(count), most - std::min(most, text.size())));
    }
};

base::Error cannot_start(const std::filesystem::path& program, int code) {
    return {base::ErrorKind::unsupported,
            fmt::format("cannot be started ({}); install the programs whole, side by side", std::strerror(code)),
            program.string()};
}

pid_t spawn(const std::filesystem::path& program, const std::vector<std::string>& arguments, const Output& out,
            const Output& complaints, int& error) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawnattr_t how;
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&how);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&files, out.writing, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, complaints.writing, STDERR_FILENO);
    // The kiosk blocks signals in its threads; its helper must hear them.
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigmask(&how, &none);
    ::posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
    pid_t child = -1;
    error = ::posix_spawnp(&child, argv[0], &files, &how, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&how);
    return error == 0 ? child : -1;
}

}  // namespace

base::Result<Helped> run_helper(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                                Millis limit, const std::atomic<bool>& stop) {
    Output out{most_printed}, complaints{most_complaints};
    if (out.reading < 0 || complaints.reading < 0) return std::unexpected(cannot_start(program, EMFILE));
    int error = 0;
    const pid_t child = spawn(program, arguments, out, complaints, error);
    if (child < 0) return std::unexpected(cannot_start(program, error));
    out.close_writing();
    complaints.close_writing();
    const auto end = Clock::now() + limit;
    std::optional<Clock::time_point> asked;
    bool made = false;
    int status = 0;
    const auto ended = [&] { return ::waitpid(child, &status, WNOHANG) == child; };
    bool over = false;
    while (!over) {
        const auto now = Clock::now();
        if (!asked && (stop || now >= end)) {
            ::kill(child, SIGTERM);
            asked = now;
        }
        if (asked && !made && now >= *asked + patience) made = ::kill(child, SIGKILL) == 0;
        // Stuck in the kernel (a dead disk): it is left behind, and goes when the disk does.
        if (made && now >= *asked + 2 * patience) break;
        std::array<pollfd, 2> there{{{out.reading, POLLIN, 0}, {complaints.reading, POLLIN, 0}}};
        constexpr int look_again_ms = 50;
        (void)::poll(there.data(), there.size(), look_again_ms);
        if (out.reading >= 0 && there[0].revents != 0) out.take();
        if (complaints.reading >= 0 && there[1].revents != 0) complaints.take();
        over = out.reading < 0 && complaints.reading < 0 ? ended() : false;
        if (!over && asked) over = ended();
    }
    if (asked)
        return base::fail(base::ErrorKind::unsupported,
                          stop ? "was told to end before it was done"
                               : "took too long and was ended; look at the stick or the disk, then try again",
                          program.string());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return Helped{code, std::move(out.text), std::move(complaints.text)};
}

base::Result<nlohmann::json> json_of(const Helped& helped, const std::filesystem::path& program) {
    auto json = nlohmann::json::parse(helped.printed, nullptr, false);
    if (json.is_object()) return json;
    // What comes last is why it ended.
    const auto complaints = base::trim(helped.complaints);
    const auto before = complaints.rfind('\n');
    std::string why{before == std::string_view::npos ? complaints : complaints.substr(before + 1)};
    if (why.empty())
        why = fmt::format("ended with {} and said nothing; tell those who look after this kiosk", helped.exit_code);
    return base::fail(base::ErrorKind::malformed, std::move(why), program.filename().string());
}

std::filesystem::path program_beside(const char* name) {
    std::error_code error;
    const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::path{name} : own.parent_path() / name;
}

}  // namespace talkpoint::shell
