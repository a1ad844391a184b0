// SIGTERM and SIGINT, taken by a thread of their own instead of a handler that may do almost nothing.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace talkpoint::shell {

/// Make it before any other thread: the signals are blocked in all threads that are made later.
class Signals {
  public:
    Signals();
    ~Signals() { finish(); }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    /// `on_stop` runs on this thread when the first signal comes.
    void start(std::function<void()> on_stop);
    /// `on_stop` does not run any more, and may lose what it refers to.
    void finish();
    [[nodiscard]] const std::atomic<bool>& stop_requested() const { return stop_; }

  private:
    std::atomic<bool> stop_ = false;
    std::thread thread_;
};

}  // namespace talkpoint::shell
