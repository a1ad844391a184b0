#include "catch.hpp"

#include "media/worker.hpp"
#include "support.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace talkpoint;
using media::Worker;

namespace {

/// The main thread's queue, and a gate at which the worker can be held.
class Queue {
  public:
    Worker::Post post() {
        return [this](std::function<void()> task) {
            std::unique_lock lock{mutex_};
            tasks_.push_back(std::move(task));
            changed_.notify_all();
            changed_.wait(lock, [this] { return open_; });
        };
    }
    void gate(bool open) {
        const std::lock_guard lock{mutex_};
        open_ = open;
        changed_.notify_all();
    }
    void wait_for(std::size_t count) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return tasks_.size() >= count; });
    }
    void run() {
        std::vector<std::function<void()>> tasks;
        {
            const std::lock_guard lock{mutex_};
            tasks.swap(tasks_);
        }
        for (const auto& task : tasks) task();
    }
    [[nodiscard]] std::size_t size() {
        const std::lock_guard lock{mutex_};
        return tasks_.size();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::function<void()>> tasks_;
    bool open_ = true;
};

constexpr std::string_view drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>)";

}  // namespace

TEST_CASE("media worker: each request is answered once, on the thread that runs the queue", "[media_worker]") {
    const tests::TempFolder folder;
    const auto file = folder.write("a.svg", drawing);
    Queue queue;
    Worker worker{queue.post()};
    std::vector<int> good(20), bad(20);
    for (std::size_t i = 0; i < 20; ++i) {
        worker.decode(file, 4, 4, [&, i](base::Result<media::Bitmap> picture) {
            good[i] += picture && picture->width == 4 ? 1 : 100;
        });
        worker.decode(folder.path() / "none.svg", 4, 4,
                      [&, i](base::Result<media::Bitmap> picture) { bad[i] += picture ? 100 : 1; });
    }
    CHECK(worker.pending() == 40);
    queue.wait_for(40);
    CHECK(worker.pending() == 40);  // until the queue has run
    queue.run();
    CHECK(worker.pending() == 0);
    CHECK(std::ranges::count(good, 1) == 20);
    CHECK(std::ranges::count(bad, 1) == 20);
}

TEST_CASE("media worker: the newest request is decoded first", "[media_worker]") {
    const tests::TempFolder folder;
    const auto file = folder.write("a.svg", drawing);
    Queue queue;
    queue.gate(false);
    Worker worker{queue.post()};
    std::vector<int> order;
    const auto ask = [&](int number) { worker.decode(file, 4, 4, [&, number](auto) { order.push_back(number); }); };
    ask(0);
    queue.wait_for(1);  // the worker is held with the first in hand
    for (int i = 1; i < 5; ++i) ask(i);
    queue.gate(true);
    queue.wait_for(5);
    queue.run();
    CHECK(order == std::vector<int>{0, 4, 3, 2, 1});
}

TEST_CASE("media worker: its end drops what waits", "[media_worker]") {
    const tests::TempFolder folder;
    const auto file = folder.write("a.svg", drawing);
    Queue queue;
    queue.gate(false);
    std::thread opener;
    {
        Worker worker{queue.post()};
        worker.decode(file, 4, 4, [](auto) {});
        queue.wait_for(1);
        for (int i = 0; i < 1000; ++i) worker.decode(file, 2000, 2000, [](auto) {});
        opener = std::thread{[&] { queue.gate(true); }};  // this thread will be waiting for the worker's end
    }
    opener.join();
    CHECK(queue.size() < 1001);
}
