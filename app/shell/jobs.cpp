#include "shell/jobs.hpp"

#include <utility>

namespace talkpoint::shell {

Jobs::~Jobs() {
    {
        const std::lock_guard lock{mutex_};
        stop_ = true;
        waiting_.clear();
    }
    come_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Jobs::begin(Work work) {
    ++pending_;
    {
        const std::lock_guard lock{mutex_};
        waiting_.push_back(std::move(work));
    }
    if (!thread_.joinable()) thread_ = std::thread{[this] { run(); }};
    come_.notify_one();
}

void Jobs::run() {
    while (true) {
        Work work;
        {
            std::unique_lock lock{mutex_};
            come_.wait(lock, [this] { return stop_ || !waiting_.empty(); });
            if (stop_) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        auto result = work(stop_);
        results_.post([this, result = std::move(result)] {
            --pending_;
            if (result) result();
        });
    }
}

}  // namespace talkpoint::shell
