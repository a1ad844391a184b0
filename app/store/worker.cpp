#include "store/worker.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace talkpoint::store {
namespace {

struct Job {
    outbox::Record record;
    std::vector<outbox::Tally> tallies;
    Worker::Done done;
};

}  // namespace

struct Worker::Impl {
    Impl(std::unique_ptr<outbox::Outbox> the_outbox, Post the_post)
        : outbox(std::move(the_outbox)), post(std::move(the_post)), thread([this] { work(); }) {}

    void work();
    void commit(Job job) const;

    std::unique_ptr<outbox::Outbox> outbox;
    Post post;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> waiting;  // guarded by mutex, as are the next two
    int pending = 0;
    bool ending = false;
    std::thread thread;  // last: it uses all the others
};

void Worker::Impl::work() {
    std::unique_lock lock{mutex};
    while (true) {
        if (waiting.empty()) {
            lock.unlock();
            outbox->tidy();  // also at the start: for what the run before left
            lock.lock();
        }
        changed.wait(lock, [this] { return ending || !waiting.empty(); });
        if (waiting.empty()) return;
        Job job = std::move(waiting.front());
        waiting.pop_front();
        lock.unlock();
        commit(std::move(job));
        lock.lock();
        --pending;
    }
}

void Worker::Impl::commit(Job job) const {
    auto result = outbox->submit(job.record, job.tallies);
    post([done = std::move(job.done), result = std::move(result)] { done(result); });
}

Worker::Worker(std::unique_ptr<outbox::Outbox> outbox, Post post)
    : impl_(std::make_unique<Impl>(std::move(outbox), std::move(post))) {}

Worker::~Worker() {
    {
        const std::lock_guard lock{impl_->mutex};
        impl_->ending = true;
    }
    impl_->changed.notify_one();
    impl_->thread.join();
}

void Worker::submit(outbox::Record record, std::vector<outbox::Tally> tallies, Done done) {
    {
        const std::lock_guard lock{impl_->mutex};
        impl_->waiting.push_back({std::move(record), std::move(tallies), std::move(done)});
        ++impl_->pending;
    }
    impl_->changed.notify_one();
}

int Worker::pending() const {
    const std::lock_guard lock{impl_->mutex};
    return impl_->pending;
}

}  // namespace talkpoint::store
