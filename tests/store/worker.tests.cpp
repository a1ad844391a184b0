#include "store/worker.hpp"
#include "catch.hpp"
#include "samples.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

/// Stands for the main thread's queue: takes from any thread, runs on the one that asks.
class Queue {
  public:
    void post(std::function<void()> job) {
        const std::lock_guard lock{mutex_};
        jobs_.push_back(std::move(job));
        changed_.notify_one();
    }
    bool run_one(std::chrono::seconds limit = std::chrono::seconds{20}) {
        std::unique_lock lock{mutex_};
        if (!changed_.wait_for(lock, limit, [this] { return !jobs_.empty(); })) return false;
        auto job = std::move(jobs_.front());
        jobs_.erase(jobs_.begin());
        lock.unlock();
        job();
        return true;
    }
    [[nodiscard]] std::size_t size() const {
        const std::lock_guard lock{mutex_};
        return jobs_.size();
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::function<void()>> jobs_;
};

/// An outbox that is slow, and fails when it is told to.
class SlowOutbox final : public outbox::Outbox {
  public:
    struct Seen {
        std::atomic<int> submitted = 0;
        std::atomic<int> counted = 0;
        std::atomic<int> submitted_before_count = 0;
        std::atomic<int> tidied = 0;
        std::atomic<bool> fail = false;
        std::atomic<bool> hold = false;  ///< a submit waits until this is over
        std::atomic<std::thread::id> thread;
    };
    explicit SlowOutbox(Seen& seen) : seen_(seen) {}
    base::Result<void> submit(const outbox::Record& record, const std::vector<outbox::Tally>&) override {
        do std::this_thread::sleep_for(std::chrono::milliseconds{2});
        while (seen_.hold);
        ++seen_.submitted;
        seen_.thread = std::this_thread::get_id();
        if (seen_.fail) return base::fail(base::ErrorKind::unwritable, "the disk is full", record.id);
        return {};
    }
    base::Result<void> count(const outbox::Uses&, const std::string&) override {
        ++seen_.counted;
        seen_.submitted_before_count = seen_.submitted.load();
        if (seen_.fail) return base::fail(base::ErrorKind::unwritable, "the disk is full");
        return {};
    }
    void tidy() override { ++seen_.tidied; }

  private:
    Seen& seen_;
};

}  // namespace

TEST_CASE("done comes back on the main thread, exactly once for each, in order") {
    Queue queue;
    SlowOutbox::Seen seen;
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    base::Random random{1};
    store::Worker worker{std::make_unique<SlowOutbox>(seen),
                         [&](std::function<void()> job) { queue.post(std::move(job)); }};
    for (int i = 0; i < 50; ++i)
        worker.submit(record(random), {}, [&, i](const base::Result<void>& result) {
            CHECK(result);
            order.push_back(i);
            threads.push_back(std::this_thread::get_id());
        });
    for (int i = 0; i < 50; ++i) REQUIRE(queue.run_one());
    std::vector<int> expected(50);
    for (int i = 0; i < 50; ++i) expected[static_cast<std::size_t>(i)] = i;
    CHECK(order == expected);
    CHECK(threads == std::vector<std::thread::id>(50, std::this_thread::get_id()));
    CHECK(seen.thread.load() != std::this_thread::get_id());
    for (int i = 0; worker.pending() > 0 && i < 1000; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{1});
    CHECK(worker.pending() == 0);
    CHECK(queue.size() == 0);
}

TEST_CASE("a failure comes back as it is, and the next response is tried afresh") {
    Queue queue;
    SlowOutbox::Seen seen;
    base::Random random{2};
    store::Worker worker{std::make_unique<SlowOutbox>(seen),
                         [&](std::function<void()> job) { queue.post(std::move(job)); }};
    std::vector<bool> results;
    const auto note = [&](const base::Result<void>& result) { results.push_back(result.has_value()); };
    seen.fail = true;
    worker.submit(record(random), {}, note);
    REQUIRE(queue.run_one());
    seen.fail = false;
    worker.submit(record(random), {}, note);
    REQUIRE(queue.run_one());
    CHECK(results == std::vector<bool>{false, true});
}

TEST_CASE("counts of use wait until no response does, and say what came of them") {
    Queue queue;
    SlowOutbox::Seen seen;
    base::Random random{6};
    store::Worker worker{std::make_unique<SlowOutbox>(seen),
                         [&](std::function<void()> job) { queue.post(std::move(job)); }};
    std::vector<std::string> ended;
    seen.hold = true;
    worker.submit(record(random), {}, [&](const base::Result<void>&) { ended.push_back("response"); });
    worker.count({}, "2026-11-23",
                 [&](const base::Result<void>& done) { ended.push_back(done ? "count" : "failure"); });
    for (int i = 0; i < 5; ++i)
        worker.submit(record(random), {}, [&](const base::Result<void>&) { ended.push_back("response"); });
    seen.hold = false;
    for (int i = 0; i < 7; ++i) REQUIRE(queue.run_one());
    CHECK(ended ==
          std::vector<std::string>{"response", "response", "response", "response", "response", "response", "count"});
    CHECK(seen.submitted_before_count == 6);
    seen.fail = true;
    worker.count({}, "2026-11-23",
                 [&](const base::Result<void>& done) { ended.push_back(done ? "count" : "failure"); });
    REQUIRE(queue.run_one());
    CHECK(ended.back() == "failure");
}

TEST_CASE("the destructor finishes what was handed in") {
    Queue queue;
    SlowOutbox::Seen seen;
    std::atomic<int> done = 0;
    base::Random random{3};
    {
        store::Worker worker{std::make_unique<SlowOutbox>(seen),
                             [&](std::function<void()> job) { queue.post(std::move(job)); }};
        for (int i = 0; i < 100; ++i) worker.submit(record(random), {}, [&](const base::Result<void>&) { ++done; });
        worker.count({}, "2026-11-23", [&](const base::Result<void>&) { ++done; });
        CHECK(worker.pending() > 0);
    }
    CHECK(seen.submitted == 100);
    CHECK(seen.counted == 1);
    CHECK(seen.tidied >= 1);
    CHECK(queue.size() == 101);
    CHECK(done == 0);
    while (queue.size() > 0) queue.run_one();
    CHECK(done == 101);
}

TEST_CASE("an idle worker tidies, and ends at once") {
    Queue queue;
    SlowOutbox::Seen seen;
    base::Random random{4};
    const auto begun = std::chrono::steady_clock::now();
    {
        store::Worker worker{std::make_unique<SlowOutbox>(seen),
                             [&](std::function<void()> job) { queue.post(std::move(job)); }};
        worker.submit(record(random), {}, [](const base::Result<void>&) {});
        REQUIRE(queue.run_one());
        for (int i = 0; seen.tidied < 1 && i < 1000; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    CHECK(seen.tidied >= 1);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{5});
}

TEST_CASE("with the real database: every response that was said to be done is there, once") {
    const TempFolder folder;
    Queue queue;
    base::Random random{5};
    std::vector<std::string> acknowledged;
    {
        store::Worker worker{std::make_unique<store::Database>(opened(folder.path())),
                             [&](std::function<void()> job) { queue.post(std::move(job)); }};
        for (int i = 0; i < 200; ++i) {
            auto one = record(random);
            worker.submit(one, tallies(), [&, id = one.id](const base::Result<void>& result) {
                if (result) acknowledged.push_back(id);
            });
            if (i % 3 == 0) REQUIRE(queue.run_one());
        }
    }
    while (queue.size() > 0) queue.run_one();
    CHECK(acknowledged.size() == 200);
    auto database = opened(folder.path());
    const auto ids = ids_in(database);
    CHECK(ids.size() == 200);
    for (const auto& id : acknowledged) CHECK(ids.at(id) == 1);
    for (const auto& [tally, count] : counted(database)) CHECK(count == 200);
}
