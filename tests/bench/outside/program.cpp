#include "program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <thread>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace talkpoint::bench {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// What is behind the name in /proc/PID/stat, from the third field on; empty where the process is gone.
std::vector<std::string> stat_of(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto name_ends = text.rfind(')');
    if (name_ends == std::string::npos) return {};
    std::istringstream rest(text.substr(name_ends + 2));
    return {std::istream_iterator<std::string>(rest), {}};
}

std::vector<pid_t> all_processes() {
    std::vector<pid_t> out;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        pid_t pid = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (read.ec == std::errc{} && read.ptr == name.data() + name.size()) out.push_back(pid);
    }
    return out;
}

/// To the nanosecond, threads that have ended included; 0 where the process is gone.
double clock_of(pid_t pid) {
    clockid_t clock = 0;
    timespec time{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) return 0;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

Program::Program(const std::string& command, const std::string& display, pid_t not_its)
    : command_(command), not_its_(not_its) {
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    std::vector<std::string> words{"DISPLAY=" + display};
    for (char** word = environ; *word; ++word)
        if (!std::string_view{*word}.starts_with("DISPLAY=") &&
            !std::string_view{*word}.starts_with("WAYLAND_DISPLAY="))
            words.emplace_back(*word);
    std::vector<char*> environment;
    for (auto& word : words) environment.push_back(word.data());
    environment.push_back(nullptr);
    std::string shell = "/bin/sh", option = "-c", line = "exec " + command;
    char* argv[] = {shell.data(), option.data(), line.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    began_ = Clock::now();
    const int error = posix_spawn(&root_, shell.c_str(), &actions, &attributes, argv, environment.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) give_up(command + ": cannot be started");
}

Program::~Program() {
    kill(-root_, SIGTERM);
    const auto patience = Clock::now() + 3s;
    for (reap(); !processes().empty(); reap()) {
        if (Clock::now() > patience)
            for (const pid_t pid : processes()) kill(pid, SIGKILL);
        std::this_thread::sleep_for(5ms);
    }
}

std::vector<pid_t> Program::processes() const {
    std::multimap<pid_t, pid_t> children;
    for (const pid_t pid : all_processes())
        if (const auto stat = stat_of(pid); stat.size() > 2) children.emplace(std::stoi(stat[1]), pid);
    std::vector<pid_t> out{getpid()};
    for (std::size_t i = 0; i < out.size(); ++i)
        for (auto [child, end] = children.equal_range(out[i]); child != end; ++child)
            if (child->second != not_its_) out.push_back(child->second);
    out.erase(out.begin());
    return out;
}

void Program::reap() {
    for (const pid_t pid : processes()) {
        rusage used{};
        if (wait4(pid, nullptr, WNOHANG, &used) != pid) continue;  // or it is not a child of ours
        of_ended_ += seconds(used.ru_utime) + seconds(used.ru_stime);
        ended_ = ended_ || pid == root_;
    }
}

void Program::must_run() {
    reap();
    if (ended_) give_up(command_ + ": has ended by itself; try it by hand under Xvfb");
}

double Program::cpu_seconds() {
    reap();
    double sum = of_ended_;
    for (const pid_t pid : processes()) {
        sum += clock_of(pid);
        // Children that it has waited for: fields 16 and 17.
        if (const auto stat = stat_of(pid); stat.size() > 14)
            sum += (std::stod(stat[13]) + std::stod(stat[14])) / static_cast<double>(sysconf(_SC_CLK_TCK));
    }
    return sum;
}

double Program::pss_mib() const {
    double sum = 0;
    for (const pid_t pid : processes()) sum += bench::pss_mib(pid);
    return sum;
}

Program::Held Program::held() const {
    const auto entries = [](const std::string& folder) {
        std::error_code error;
        return static_cast<int>(std::distance(fs::directory_iterator{folder, error}, {}));
    };
    Held all;
    for (const pid_t pid : processes()) {
        all.own_mib += own_mib(pid);
        all.files += entries("/proc/" + std::to_string(pid) + "/fd");
        all.threads += entries("/proc/" + std::to_string(pid) + "/task");
    }
    return all;
}

void Program::add_mapped_files(std::set<fs::path>& to) const {
    for (const pid_t pid : processes()) {
        std::ifstream maps("/proc/" + std::to_string(pid) + "/maps");
        for (std::string line; std::getline(maps, line);)
            if (const auto at = line.find('/'); at != std::string::npos)
                if (std::error_code error; fs::is_regular_file(line.substr(at), error)) to.insert(line.substr(at));
    }
}

double forget_files(const std::set<fs::path>& files) {
    std::size_t pages = 0;
    for (const auto& file : files) {
        const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) continue;
        (void)::fdatasync(descriptor);  // what waits to be written cannot be dropped
        (void)::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
        std::error_code error;
        const auto size = fs::file_size(file, error);
        void* at = error || size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
        ::close(descriptor);
        if (at == MAP_FAILED) continue;
        std::vector<unsigned char> there(size / 4096 + 1);
        if (::mincore(at, size, there.data()) == 0)
            for (const auto page : there) pages += page & 1U;
        ::munmap(at, size);
    }
    return static_cast<double>(pages) / 256;
}

}  // namespace talkpoint::bench
