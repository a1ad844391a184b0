// Times, processes and their memory.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::bench {

using Clock = std::chrono::steady_clock;

inline const std::filesystem::path source = TALKPOINT_SOURCE;
inline const std::filesystem::path kiosk_program = std::filesystem::path{TALKPOINT_BIN} / "talkpoint";
inline const std::filesystem::path ctl_program = std::filesystem::path{TALKPOINT_BIN} / "talkpointctl";

[[nodiscard]] inline double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <class Work>
[[nodiscard]] double ms_of(Work work) {
    const auto start = Clock::now();
    work();
    return ms_since(start);
}

/// Ends the bench; what it made in its folder goes.
[[noreturn]] void give_up(const std::string& why);

/// A program that runs on; what it says goes nowhere.
[[nodiscard]] pid_t start(const std::vector<std::string>& arguments);
void end(pid_t pid);
/// Milliseconds from its start to its end, which must be a good one.
[[nodiscard]] double ms_of_run(const std::vector<std::string>& arguments);

/// Seconds of processor time that a process has used.
[[nodiscard]] double cpu_seconds(pid_t pid);
[[nodiscard]] double pss_mib(pid_t pid);
/// Of its memory that which is of no file.
[[nodiscard]] double own_mib(pid_t pid);

}  // namespace talkpoint::bench
