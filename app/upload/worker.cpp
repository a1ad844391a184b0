#include "upload/worker.hpp"

#include "base/files.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <tuple>
#include <utility>

namespace talkpoint::upload {

struct Worker::Impl {
    Impl(std::unique_ptr<outbox::Queue> the_queue, MakeTransport the_maker, Settings the_settings,
         std::filesystem::path the_lock, Post the_post)
        : queue(std::move(the_queue)),
          make_transport(std::move(the_maker)),
          settings(std::move(the_settings)),
          lock(std::move(the_lock)),
          post(std::move(the_post)),
          thread([this] { work(); }) {}

    void work();
    void add(std::function<void()> task);
    Report pass(const std::string& period);

    std::atomic<bool> stop = false;
    std::unique_ptr<outbox::Queue> queue;
    MakeTransport make_transport;
    std::unique_ptr<Transport> transport;  // made when it is first needed
    Settings settings;
    std::filesystem::path lock;
    Post post;
    base::Random random;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> waiting;  // guarded by mutex
    // Whether anybody wants to be told; only the main thread reads and writes it.
    std::shared_ptr<bool> wanted = std::make_shared<bool>(true);
    std::thread thread;  // last: it uses all the others
};

void Worker::Impl::work() {
    std::unique_lock guard{mutex};
    while (true) {
        changed.wait(guard, [this] { return stop || !waiting.empty(); });
        if (stop) return;
        const auto task = std::move(waiting.front());
        waiting.pop_front();
        guard.unlock();
        task();
        guard.lock();
    }
}

void Worker::Impl::add(std::function<void()> task) {
    {
        const std::lock_guard guard{mutex};
        waiting.push_back(std::move(task));
    }
    changed.notify_one();
}

Report Worker::Impl::pass(const std::string& period) {
    const auto held = base::FileLock::take(lock);
    if (!held && held.error().kind == base::ErrorKind::in_use) return {};
    if (!held) {
        Report report;
        report.end = outbox::PassEnd::later;
        report.error = held.error().text();
        return report;
    }
    if (!transport) transport = make_transport(stop);
    return run_pass(*queue, *transport, settings, period, random, stop);
}

Worker::Worker(std::unique_ptr<outbox::Queue> queue, MakeTransport make_transport, Settings settings,
               std::filesystem::path lock, Post post)
    : impl_(std::make_unique<Impl>(std::move(queue), std::move(make_transport), std::move(settings), std::move(lock),
                                   std::move(post))) {}

Worker::~Worker() {
    *impl_->wanted = false;
    {
        const std::lock_guard guard{impl_->mutex};
        impl_->stop = true;
    }
    impl_->changed.notify_one();
    impl_->thread.join();
}

void Worker::start_pass(std::string period, Done done) {
    impl_->add([impl = impl_.get(), period = std::move(period), done = std::move(done)] {
        auto report = impl->pass(period);
        impl->post([done, report = std::move(report), wanted = impl->wanted] {
            if (*wanted) done(report);
        });
    });
}

void Worker::note_next_try(std::string local_time) {
    impl_->add([impl = impl_.get(), local_time = std::move(local_time)] {
        auto state = impl->queue->upload_state();
        if (!state) return;
        state->next_try = local_time;
        std::ignore = impl->queue->remember(*state);
    });
}

}  // namespace talkpoint::upload
