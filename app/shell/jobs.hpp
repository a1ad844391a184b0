// A thread of its own for what the staff area has done, one job after the other.
#pragma once

#include "shell/main_queue.hpp"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace talkpoint::shell {

/// Main thread, but for the work itself. Its end waits for the job in hand, whose `stop` is set by then.
class Jobs {
  public:
    /// On its thread; what it returns is run on the main thread. `stop`: nobody waits for it any more.
    using Work = std::function<std::function<void()>(const std::atomic<bool>& stop)>;

    /// The thread begins with the first job. `results` must outlive this.
    explicit Jobs(MainQueue& results) : results_(results) {}
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    void begin(Work work);
    /// Jobs whose results have not been run yet.
    [[nodiscard]] std::size_t pending() const { return pending_; }

  private:
    void run();

    MainQueue& results_;
    std::size_t pending_ = 0;
    std::mutex mutex_;
    std::condition_variable come_;
    std::deque<Work> waiting_;
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

}  // namespace talkpoint::shell
