// A real program while it runs: to be signalled, watched and waited for.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "run_program.hpp"

namespace talkpoint::tests {

[[nodiscard]] inline std::string contents_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// Started by the constructor, killed by the destructor if it is still there. What it says goes to the file `log`.
class RunningProgram {
  public:
    /// As run_program(). Throws if it cannot be started.
    RunningProgram(std::vector<std::string> argv, std::filesystem::path log, std::vector<std::string> env = {})
        : log_(std::move(log)) {
        add_own_environment(env);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions, 1, log_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        posix_spawn_file_actions_adddup2(&actions, 1, 2);
        const int failed = ::posix_spawn(&pid_, argv.at(0).c_str(), &actions, nullptr, pointers_to(argv).data(),
                                         pointers_to(env).data());
        posix_spawn_file_actions_destroy(&actions);
        if (failed != 0) throw std::runtime_error("cannot start " + argv[0]);
        handle_ = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
        if (handle_ < 0) throw std::runtime_error("cannot watch " + argv[0]);
    }
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram() {
        if (!exit_code_) {
            signal(SIGKILL);
            (void)wait(std::chrono::seconds{10});
        }
        ::close(handle_);
    }

    [[nodiscard]] pid_t pid() const { return pid_; }
    void signal(int number) const { ::kill(pid_, number); }

    /// Its exit code (128 + signal, where a signal ended it), or nothing if it still runs after `limit`.
    [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds limit) {
        if (exit_code_) return exit_code_;
        pollfd ended{handle_, POLLIN, 0};
        if (::poll(&ended, 1, static_cast<int>(limit.count())) != 1) return {};
        int status = 0;
        ::waitpid(pid_, &status, 0);
        return exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

    /// What it has said so far.
    [[nodiscard]] std::string said() const { return contents_of(log_); }

  private:
    std::filesystem::path log_;
    pid_t pid_ = -1;
    int handle_ = -1;
    std::optional<int> exit_code_;
};

/// Asks again and again, until it is so or `limit` is over.
template <class Condition>
[[nodiscard]] bool comes_true(Condition condition, std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return true;
}

}  // namespace talkpoint::tests
