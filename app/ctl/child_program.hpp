// Another program of ours that runs for as long as we do, and reads what we write.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <sys/types.h>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::ctl {

/// Ctrl+C and SIGTERM set a flag from the first start() on, instead of ending this program. The child is asked to end
/// when this object goes, and when this program dies, however it dies. One thread.
class ChildProgram {
  public:
    /// Its standard output and error are ours. unsupported: the machine refuses; a program that is not there ends with
    /// 127.
    [[nodiscard]] static base::Result<ChildProgram> start(const std::filesystem::path& program,
                                                          const std::vector<std::string>& arguments);
    ChildProgram(ChildProgram&& other) noexcept
        : process_(std::exchange(other.process_, -1)),
          handle_(std::exchange(other.handle_, -1)),
          input_(std::exchange(other.input_, -1)) {}
    ChildProgram& operator=(ChildProgram&&) = delete;
    ~ChildProgram();

    /// To its standard input; waits while that is full. What a child that has ended does not read is lost.
    void write(std::string_view bytes);
    /// Waits for its end, up to `limit`, or until somebody asks us to end: its exit code (128 + signal where one ended
    /// it), or nothing.
    [[nodiscard]] std::optional<int> wait(base::Millis limit);
    /// Asks it to end, and makes it if it does not within five seconds; its exit code.
    int stop();
    /// Somebody wants this program to end.
    [[nodiscard]] static bool asked_to_end();

  private:
    ChildProgram(pid_t process, int handle, int input) : process_(process), handle_(handle), input_(input) {}

    pid_t process_ = -1;  ///< -1: it has ended
    int handle_ = -1, input_ = -1;
    int exit_code_ = 0;
};

}  // namespace talkpoint::ctl
