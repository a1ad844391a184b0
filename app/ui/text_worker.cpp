#include "ui/text_worker.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace talkpoint::ui {
namespace {

constexpr unsigned most_threads = 2;

}  // namespace

struct TextWorker::Impl {
    TextEngine::Post post;
    std::mutex mutex;
    std::condition_variable condition;
    std::vector<Job> jobs;
    bool stopping = false;
    std::vector<std::thread> threads;

    void run() {
        LetterDrawer drawer;
        std::unique_lock lock{mutex};
        while (true) {
            condition.wait(lock, [this] { return stopping || !jobs.empty(); });
            if (stopping) return;
            Job job = std::move(jobs.back());
            jobs.pop_back();
            lock.unlock();
            std::optional<Mask> mask;
            if (job.wanted.use_count() > 1) mask = drawer.draw(*job.letters);
            post([done = std::move(job.done), mask = std::move(mask)]() mutable { done(std::move(mask)); });
            lock.lock();
        }
    }
};

TextWorker::TextWorker(TextEngine::Post post) : impl_(std::make_unique<Impl>()) { impl_->post = std::move(post); }

TextWorker::~TextWorker() {
    {
        const std::lock_guard lock{impl_->mutex};
        impl_->stopping = true;
    }
    impl_->condition.notify_all();
    for (auto& thread : impl_->threads) thread.join();
}

void TextWorker::draw(Job job) {
    {
        const std::lock_guard lock{impl_->mutex};
        impl_->jobs.push_back(std::move(job));
    }
    impl_->condition.notify_one();
    if (!impl_->threads.empty()) return;
    const unsigned count = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
    for (unsigned i = 0; i < count; ++i) impl_->threads.emplace_back([impl = impl_.get()] { impl->run(); });
}

}  // namespace talkpoint::ui
