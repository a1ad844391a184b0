#include "store/worker.hpp"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>

namespace talkpoint::store {

struct Worker::Impl {
    Impl(std::unique_ptr<outbox::Outbox> the_outbox, Post the_post)
        : outbox(std::move(the_outbox)), post(std::move(the_post)), thread([this] { work(); }) {}

    void work();
    void add(std::function<void()> task, bool is_commit);
    void add_count(std::function<void()> task);

    std::unique_ptr<outbox::Outbox> outbox;
    Post post;
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void()>> waiting;  // guarded by mutex, as are the next four
    std::deque<std::function<void()>> counting;
    bool untidy = true;  // at the start: for what the run before left
    int pending = 0;
    bool ending = false;
    std::thread thread;  // last: it uses all the others
};

void Worker::Impl::work() {
    std::unique_lock lock{mutex};
    while (true) {
        if (waiting.empty() && counting.empty() && std::exchange(untidy, false)) {
            lock.unlock();
            outbox->tidy();
            lock.lock();
        }
        changed.wait(lock, [this] { return ending || !waiting.empty() || !counting.empty(); });
        auto& next = waiting.empty() ? counting : waiting;
        if (next.empty()) return;
        const auto task = std::move(next.front());
        next.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

void Worker::Impl::add(std::function<void()> task, bool is_commit) {
    {
        const std::lock_guard lock{mutex};
        waiting.push_back(std::move(task));
        if (is_commit) {
            ++pending;
            untidy = true;
        }
    }
    changed.notify_one();
}

void Worker::Impl::add_count(std::function<void()> task) {
    {
        const std::lock_guard lock{mutex};
        counting.push_back(std::move(task));
        untidy = true;
    }
    changed.notify_one();
}

namespace {

// Hands each call to the worker, and waits for what comes of it.
class WorkerQueue final : public outbox::Queue {
  public:
    using Add = std::function<void(std::function<void()>)>;
    WorkerQueue(outbox::Queue& queue, Add add) : queue_(&queue), add_(std::move(add)) {}

    base::Result<std::vector<Kind>> kinds() override {
        return ask([&] { return queue_->kinds(); });
    }
    base::Result<std::int64_t> waiting(const std::string& survey, std::int64_t limit) override {
        return ask([&] { return queue_->waiting(survey, limit); });
    }
    base::Result<std::vector<Waiting>> next(const Selection& selection, const std::string& after,
                                            std::size_t limit) override {
        return ask([&] { return queue_->next(selection, after, limit); });
    }
    base::Result<void> mark_tried(const outbox::Record& record) override {
        return ask([&] { return queue_->mark_tried(record); });
    }
    base::Result<void> receipt(const std::string& id, const std::string& period) override {
        return ask([&] { return queue_->receipt(id, period); });
    }
    base::Result<void> park(const std::string& id, const std::string& reason, const std::string& under) override {
        return ask([&] { return queue_->park(id, reason, under); });
    }
    base::Result<void> park_kind(const Kind& kind, const std::string& reason, const std::string& under) override {
        return ask([&] { return queue_->park_kind(kind, reason, under); });
    }
    base::Result<void> unpark(const std::string& survey, const std::string& under) override {
        return ask([&] { return queue_->unpark(survey, under); });
    }
    base::Result<std::vector<std::string>> parked_surveys() override {
        return ask([&] { return queue_->parked_surveys(); });
    }
    base::Result<std::vector<outbox::KnownForm>> forms() override {
        return ask([&] { return queue_->forms(); });
    }
    base::Result<void> remember(const outbox::KnownForm& form) override {
        return ask([&] { return queue_->remember(form); });
    }
    base::Result<outbox::UploadState> upload_state() override {
        return ask([&] { return queue_->upload_state(); });
    }
    base::Result<void> remember(const outbox::UploadState& state) override {
        return ask([&] { return queue_->remember(state); });
    }
    void tidy_up() override {
        ask([&] { return queue_->tidy_up(); });
    }

  private:
    template <class Question>
    std::invoke_result_t<Question> ask(Question question) {
        // Shared: the worker may still be leaving it when the answer is already here.
        const auto task = std::make_shared<std::packaged_task<decltype(question())()>>(question);
        auto answer = task->get_future();
        add_([task] { (*task)(); });
        return answer.get();
    }

    outbox::Queue* queue_;
    Add add_;
};

}  // namespace

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
    const auto commit = [impl = impl_.get(), record = std::move(record), tallies = std::move(tallies),
                         done = std::move(done)] {
        auto result = impl->outbox->submit(record, tallies);
        impl->post([done, result = std::move(result)] { done(result); });
        const std::lock_guard lock{impl->mutex};
        --impl->pending;
    };
    impl_->add(commit, true);
}

void Worker::count(outbox::Uses uses, std::string period, Done done) {
    impl_->add_count([impl = impl_.get(), uses = std::move(uses), period = std::move(period), done = std::move(done)] {
        impl->post([done, result = impl->outbox->count(uses, period)] { done(result); });
    });
}

int Worker::pending() const {
    const std::lock_guard lock{impl_->mutex};
    return impl_->pending;
}

std::unique_ptr<outbox::Queue> Worker::queue() {
    auto* queue = impl_->outbox->queue();
    if (!queue) return {};
    return std::make_unique<WorkerQueue>(
        *queue, [impl = impl_.get()](std::function<void()> task) { impl->add(std::move(task), false); });
}

}  // namespace talkpoint::store
