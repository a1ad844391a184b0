#include "media/worker.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace talkpoint::media {

struct Worker::Impl {
    struct Job {
        std::filesystem::path file;
        int width, height;
        Done done;
    };
    Post post;
    std::mutex mutex;
    std::condition_variable condition;
    std::vector<Job> jobs;
    int pending = 0;  // main thread only
    bool stopping = false;
    std::thread thread;

    void run() {
        std::unique_lock lock{mutex};
        while (true) {
            condition.wait(lock, [this] { return stopping || !jobs.empty(); });
            if (stopping) return;
            Job job = std::move(jobs.back());
            jobs.pop_back();
            lock.unlock();
            auto picture = std::make_shared<base::Result<Bitmap>>(decode_picture(job.file, job.width, job.height));
            post([this, done = std::move(job.done), picture] {
                --pending;
                done(std::move(*picture));
            });
            lock.lock();
        }
    }
};

Worker::Worker(Post post) : impl_(std::make_unique<Impl>()) {
    impl_->post = std::move(post);
    impl_->thread = std::thread{[impl = impl_.get()] { impl->run(); }};
}

Worker::~Worker() {
    {
        const std::lock_guard lock{impl_->mutex};
        impl_->stopping = true;
    }
    impl_->condition.notify_one();
    impl_->thread.join();
}

void Worker::decode(std::filesystem::path file, int width, int height, Done done) {
    {
        const std::lock_guard lock{impl_->mutex};
        impl_->jobs.push_back({std::move(file), width, height, std::move(done)});
    }
    ++impl_->pending;
    impl_->condition.notify_one();
}

int Worker::pending() const { return impl_->pending; }

}  // namespace talkpoint::media
