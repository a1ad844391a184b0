// Where workers leave what must run on the main thread.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace talkpoint::shell {

class MainQueue {
  public:
    /// `wake` ends the main loop's sleep; it is called from any thread.
    void set_wake(std::function<void()> wake) {
        const std::lock_guard lock{mutex_};
        wake_ = std::move(wake);
    }

    /// Any thread.
    void post(std::function<void()> task) {
        const std::lock_guard lock{mutex_};
        tasks_.push_back(std::move(task));
        arrived_.notify_one();
        if (wake_) wake_();
    }

    /// Main thread: runs what has come; true if there was anything.
    bool run() {
        std::vector<std::function<void()>> tasks;
        {
            const std::lock_guard lock{mutex_};
            tasks.swap(tasks_);
        }
        for (const auto& task : tasks) task();
        return !tasks.empty();
    }

    /// Main thread: sleeps until something has come.
    void wait() {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return !tasks_.empty(); });
    }

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<std::function<void()>> tasks_;
    std::function<void()> wake_;
};

}  // namespace talkpoint::shell
