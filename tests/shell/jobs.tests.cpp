#include "shell/jobs.hpp"
#include "catch.hpp"

#include <future>
#include <memory>
#include <thread>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::shell;

namespace {

void run_until_done(MainQueue& queue, const Jobs& jobs) {
    while (jobs.pending() > 0) {
        queue.wait();
        (void)queue.run();
    }
}

}  // namespace

TEST_CASE("jobs are done one after the other, elsewhere; what comes of them is done here, in order", "[jobs]") {
    MainQueue queue;
    Jobs jobs{queue};
    const auto here = std::this_thread::get_id();
    std::vector<int> done, told;
    std::vector<std::thread::id> there;
    for (int i = 0; i < 20; ++i)
        jobs.begin([&, i](const auto& stop) -> std::function<void()> {
            CHECK_FALSE(stop);
            done.push_back(i);  // nobody else writes it meanwhile: one at a time
            there.push_back(std::this_thread::get_id());
            if (i % 2 == 1) return {};  // there is nothing to say
            return [&, i] {
                CHECK(std::this_thread::get_id() == here);
                told.push_back(i);
            };
        });
    CHECK(jobs.pending() == 20);
    run_until_done(queue, jobs);
    CHECK(done.size() == 20);
    CHECK(std::ranges::is_sorted(done));
    CHECK(told == std::vector<int>{0, 2, 4, 6, 8, 10, 12, 14, 16, 18});
    for (const auto& id : there) CHECK((id == there.front() && id != here));
}

TEST_CASE("what comes of a job may begin another", "[jobs]") {
    MainQueue queue;
    Jobs jobs{queue};
    bool told = false;
    jobs.begin([&](const auto&) -> std::function<void()> {
        return [&] {
            CHECK(jobs.pending() == 0);
            jobs.begin([&](const auto&) -> std::function<void()> { return [&] { told = true; }; });
        };
    });
    run_until_done(queue, jobs);
    CHECK(told);
}

TEST_CASE("the end waits for the job in hand, which is told to stop, and begins no other", "[jobs]") {
    MainQueue queue;
    auto jobs = std::make_unique<Jobs>(queue);
    std::promise<void> begun;
    bool stopped = false, second = false, told = false;
    jobs->begin([&](const auto& stop) -> std::function<void()> {
        begun.set_value();
        while (!stop) std::this_thread::yield();
        stopped = true;
        return [&] { told = true; };
    });
    jobs->begin([&](const auto&) -> std::function<void()> {
        second = true;
        return {};
    });
    begun.get_future().wait();
    jobs.reset();
    CHECK(stopped);
    CHECK_FALSE(second);
    CHECK_FALSE(told);
}

TEST_CASE("one that never had a job has no thread to wait for", "[jobs]") {
    MainQueue queue;
    const Jobs jobs{queue};
    CHECK(jobs.pending() == 0);
    CHECK_FALSE(queue.run());
}
