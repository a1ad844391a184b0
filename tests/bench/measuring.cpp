#include "measuring.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string_view>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace talkpoint::bench {

void give_up(const std::string& why) { throw std::runtime_error{why}; }

pid_t start(const std::vector<std::string>& arguments) {
    std::vector<char*> argv;
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
    pid_t pid = 0;
    const int error = posix_spawn(&pid, arguments[0].c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) give_up(arguments[0] + " cannot be started");
    return pid;
}

void end(pid_t pid) {
    kill(pid, SIGTERM);
    waitpid(pid, nullptr, 0);
}

double ms_of_run(const std::vector<std::string>& arguments) {
    int status = 0;
    const double ms = ms_of([&] { waitpid(start(arguments), &status, 0); });
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) give_up(arguments[0] + " failed");
    return ms;
}

double cpu_seconds(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream rest(text.substr(text.rfind(')') + 2));
    std::string word;
    double ticks = 0;
    for (int field = 3; rest >> word; ++field)
        if (field == 14 || field == 15) ticks += std::stod(word);
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

namespace {

double rolled_up_mib(pid_t pid, std::string_view what) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    for (std::string word; file >> word;)
        if (word == what) {
            file >> word;
            return std::stod(word) / 1024;
        }
    return 0;
}

}  // namespace

double pss_mib(pid_t pid) { return rolled_up_mib(pid, "Pss:"); }

double own_mib(pid_t pid) { return rolled_up_mib(pid, "Pss_Anon:"); }

}  // namespace talkpoint::bench
