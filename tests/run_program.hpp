// Runs a real program as a person or a script would, and keeps what it says.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace talkpoint::tests {

struct Ran {
    int exit_code = -1;  ///< 128 + signal, where a signal ended it
    std::string out;
    std::string err;
};

/// What every program needs of this one's environment.
inline void add_own_environment(std::vector<std::string>& env) {
    for (const char* name : {"PATH", "TMPDIR", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* value = std::getenv(name)) env.push_back(std::string{name} + "=" + value);
}

/// As exec wants them; valid as long as `words` is.
[[nodiscard]] inline std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (auto& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

/// `argv[0]` is the program's path. `env` is all of its environment ("NAME=value"), besides PATH and the temporary
/// folder of this one. Standard input is empty. Throws if it cannot be started.
inline Ran run_program(std::vector<std::string> argv, std::vector<std::string> env = {}) {
    add_own_environment(env);
    std::array<std::array<int, 2>, 2> pipes{};
    for (auto& pipe : pipes)
        if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, pipes[0][1], 1);
    posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 2);
    pid_t child = -1;
    const int failed =
        ::posix_spawn(&child, argv.at(0).c_str(), &actions, nullptr, pointers_to(argv).data(), pointers_to(env).data());
    posix_spawn_file_actions_destroy(&actions);
    for (auto& pipe : pipes) ::close(pipe[1]);
    if (failed != 0) throw std::runtime_error("cannot start " + argv[0]);

    Ran ran;
    std::array<std::string*, 2> said{&ran.out, &ran.err};
    std::array<pollfd, 2> waiting{{{pipes[0][0], POLLIN, 0}, {pipes[1][0], POLLIN, 0}}};
    for (int open = 2; open > 0;) {
        ::poll(waiting.data(), waiting.size(), -1);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
            std::array<char, 4096> block;
            const auto count = ::read(waiting[i].fd, block.data(), block.size());
            if (count > 0) {
                said[i]->append(block.data(), static_cast<std::size_t>(count));
            } else {
                ::close(waiting[i].fd);
                waiting[i].fd = -1;
                --open;
            }
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ran.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return ran;
}

}  // namespace talkpoint::tests
