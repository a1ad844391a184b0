// A program as the machine sees it: when it began, and what all of its processes take.
#pragma once

#include "../measuring.hpp"

#include <set>
#include <string>
#include <vector>

namespace talkpoint::bench {

/// One at a time. Its processes are all that descend from this one, but for those that are `not_its`; so whoever loses
/// its parent among them comes to this process.
class Program {
  public:
    /// `command` is a shell's. Gives up where it cannot be started.
    Program(const std::string& command, const std::string& display, pid_t not_its);
    /// Ends it (SIGTERM, and after three seconds SIGKILL), and waits until none of its processes is left.
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Just before it was started.
    [[nodiscard]] Clock::time_point began() const { return began_; }
    /// Gives up where it has ended by itself.
    void must_run();
    /// Seconds of processor time, of those that have ended, too.
    [[nodiscard]] double cpu_seconds();
    /// What is shared counts by its share.
    [[nodiscard]] double pss_mib() const;
    /// What all its processes hold that no file gives back: memory of their own, open files, threads.
    struct Held {
        double own_mib = 0;
        int files = 0, threads = 0;
    };
    [[nodiscard]] Held held() const;
    /// What its processes hold in memory of files.
    void add_mapped_files(std::set<std::filesystem::path>& to) const;

  private:
    [[nodiscard]] std::vector<pid_t> processes() const;
    void reap();

    std::string command_;
    pid_t not_its_, root_ = 0;
    Clock::time_point began_;
    double of_ended_ = 0;  ///< seconds
    bool ended_ = false;
};

/// Takes files out of the page cache; those that another program holds stay. Returns how many of their MiB have stayed.
[[nodiscard]] double forget_files(const std::set<std::filesystem::path>& files);

}  // namespace talkpoint::bench
