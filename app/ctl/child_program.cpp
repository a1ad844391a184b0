#include "ctl/child_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

namespace talkpoint::ctl {
namespace {

volatile std::sig_atomic_t asked = 0;

void note_signal(int) { asked = 1; }

void take_signals() {
    struct sigaction action{};
    action.sa_handler = note_signal;  // without SA_RESTART: what waits is woken
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

base::Error cannot_start(const std::filesystem::path& program) {
    return {base::ErrorKind::unsupported,
            std::string{"cannot be started ("} + std::strerror(errno) + "); end other programs and try again", program};
}

}  // namespace

bool ChildProgram::asked_to_end() { return asked != 0; }

base::Result<ChildProgram> ChildProgram::start(const std::filesystem::path& program,
                                               const std::vector<std::string>& arguments) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return std::unexpected(cannot_start(program));
    const pid_t parent = ::getpid(), child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (::getppid() != parent) ::_exit(0);  // it died before that line
        ::dup2(pipe[0], STDIN_FILENO);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(pipe[0]);
    const int handle = child < 0 ? -1 : static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    if (handle < 0) {
        auto error = cannot_start(program);
        ::close(pipe[1]);
        if (child > 0) {
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
        }
        return std::unexpected(std::move(error));
    }
    take_signals();
    return ChildProgram{child, handle, pipe[1]};
}

ChildProgram::~ChildProgram() {
    if (process_ > 0) stop();
    if (handle_ >= 0) ::close(handle_);
    if (input_ >= 0) ::close(input_);
}

void ChildProgram::write(std::string_view bytes) {
    while (!bytes.empty() && !asked_to_end()) {
        const auto count = ::write(input_, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) return;
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::optional<int> ChildProgram::wait(base::Millis limit) {
    if (process_ < 0) return exit_code_;
    pollfd ended{handle_, POLLIN, 0};
    if (::poll(&ended, 1, static_cast<int>(limit.count())) != 1) return {};
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int ChildProgram::stop() {
    if (process_ < 0) return exit_code_;
    ::kill(process_, SIGTERM);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{5};
    while (std::chrono::steady_clock::now() < end)
        if (const auto code = wait(base::Millis{100})) return *code;
    ::kill(process_, SIGKILL);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
    return exit_code_ = 128 + SIGKILL;
}

}  // namespace talkpoint::ctl
