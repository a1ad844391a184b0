#include "upload/worker.hpp"
#include "catch.hpp"
#include "central.hpp"
#include "queue_of.hpp"
#include "store/worker.hpp"

#include "base/files.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::tests;
using Clock = std::chrono::steady_clock;

namespace {

/// Stands for the main thread's queue: takes from any thread, runs on the one that asks.
class MainQueue {
  public:
    upload::Worker::Post post() {
        return [this](std::function<void()> job) {
            const std::lock_guard lock{mutex_};
            jobs_.push_back(std::move(job));
            changed_.notify_one();
        };
    }
    bool run_one(std::chrono::seconds limit = 20s) {
        std::unique_lock lock{mutex_};
        if (!changed_.wait_for(lock, limit, [this] { return !jobs_.empty(); })) return false;
        const auto job = std::move(jobs_.front());
        jobs_.erase(jobs_.begin());
        lock.unlock();
        job();
        return true;
    }
    void run_all() {
        while (size() > 0) run_one();
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

/// A kiosk's two workers, as the shell puts them together.
struct Workers {
    MainQueue main;
    TempFolder folder;
    base::Random random{3};
    std::set<std::string> made;
    store::Worker store{std::make_unique<store::Database>(opened(folder.path())), main.post()};
    std::optional<upload::Worker> upload;

    void start(const std::string& url, const upload::Worker::MakeTransport& make) {
        upload::Settings settings;
        settings.base_url = url;
        settings.digest = "these settings";
        settings.surveys = {survey_of()};
        upload.emplace(store.queue(), make, std::move(settings), folder.path() / "upload.lock", main.post());
    }
    void start(const OdkServer& server) {
        start(server.url(), [](const std::atomic<bool>& stop) { return transport_with(quick(), stop); });
    }
    void finish(int times) {
        for (int i = 0; i < times; ++i) {
            const auto id = base::uuid_v4(random);
            const auto survey = survey_of();
            store.submit(upload::freeze(answers_to(survey, "tell", yesterday), id, survey, {"2026.11", {}}).value(), {},
                         [](const base::Result<void>& done) { CHECK(done); });
            made.insert(openrosa::instance_id(id));
        }
    }
};

}  // namespace

TEST_CASE("worker: passes queue up, each is told of on the main thread, and what is made meanwhile is sent") {
    OdkServer server;
    Workers workers;
    workers.start(server);
    std::int64_t sent = 0;
    int told = 0;
    for (int pass = 0; pass < 5; ++pass) {
        workers.finish(8);
        workers.upload->start_pass(this_day, [&, here = std::this_thread::get_id()](const upload::Report& report) {
            CHECK(std::this_thread::get_id() == here);
            CHECK(report.end == outbox::PassEnd::done);
            for (const auto& [survey, count] : report.sent) sent += count;
            ++told;
        });
    }
    while (told < 5) REQUIRE(workers.main.run_one());
    workers.upload->start_pass(this_day, [&](const upload::Report& report) {
        for (const auto& [survey, count] : report.sent) sent += count;
        ++told;
    });
    while (told < 6) REQUIRE(workers.main.run_one());
    CHECK(sent == 40);
    CHECK(server.submissions().size() == 40);
    for (const auto& id : workers.made) CHECK(server.submissions().contains(id));
    CHECK(server.most_posts_at_once() == 1);
    CHECK(server.posts().size() == 40);
}

TEST_CASE("worker: ends within about a second, whatever the server is doing, and tells nobody any more") {
    OdkServer server;
    Workers workers;
    workers.finish(3);
    workers.start(server);
    server.next(tricks::slow(60s));
    bool told = false;
    for (int i = 0; i < 3; ++i) workers.upload->start_pass(this_day, [&](const upload::Report&) { told = true; });
    // In the middle of a request: the server has seen the first look, and holds the post.
    for (int i = 0; server.connections() == 0 && i < 2000; ++i) std::this_thread::sleep_for(5ms);
    std::this_thread::sleep_for(200ms);
    const auto begun = Clock::now();
    workers.upload.reset();
    CHECK(Clock::now() - begun < 3s);  // about one, on a busy machine
    workers.main.run_all();
    CHECK_FALSE(told);

    // Nothing is lost: the next run of the kiosk sends it.
    workers.start(server);
    workers.upload->start_pass(this_day, [&](const upload::Report&) { told = true; });
    while (!told) REQUIRE(workers.main.run_one());
    CHECK(server.submissions().size() == 3);
}

TEST_CASE("worker: a report that came but was not taken before the end is never told") {
    Workers workers;
    workers.finish(1);
    workers.start("http://127.0.0.1/x", [](const std::atomic<bool>&) { return std::make_unique<Central>(); });
    auto owner = std::make_unique<int>(0);
    workers.upload->start_pass(this_day, [&](const upload::Report&) { ++*owner; });
    for (int i = 0; workers.main.size() < 2 && i < 4000; ++i) std::this_thread::sleep_for(5ms);  // and the submit's
    REQUIRE(workers.main.size() == 2);
    workers.upload.reset();
    owner.reset();  // a done that is called now touches what is gone
    workers.main.run_all();
}

TEST_CASE("worker: while another uploader is at work a pass does nothing") {
    OdkServer server;
    Workers workers;
    workers.finish(2);
    workers.start(server);
    auto other = base::FileLock::take(workers.folder.path() / "upload.lock");
    REQUIRE(other);
    int told = 0;
    const auto done = [&](const upload::Report& report) {
        CHECK(report.end == outbox::PassEnd::done);
        CHECK(report.forms.empty());
        ++told;
    };
    workers.upload->start_pass(this_day, done);
    while (told < 1) REQUIRE(workers.main.run_one());
    CHECK(server.requests().empty());
    {
        const auto released = std::move(*other);
    }
    workers.upload->start_pass(this_day, done);
    while (told < 2) REQUIRE(workers.main.run_one());
    CHECK(server.submissions().size() == 2);
}

TEST_CASE("worker: the next try is kept for the status, after the pass that came before it") {
    OdkServer server;
    server.set({.portal = true});
    Workers workers;
    workers.start(server);
    workers.upload->start_pass(this_day, [](const upload::Report&) {});
    workers.upload->note_next_try("2026-11-24T12:34");
    const auto queue = workers.store.queue();
    for (int i = 0; queue->upload_state()->next_try.empty() && i < 2000; ++i) std::this_thread::sleep_for(5ms);
    const auto state = queue->upload_state();
    REQUIRE(state);
    CHECK(state->next_try == "2026-11-24T12:34");
    CHECK_FALSE(state->error.empty());
}
