// An uploader beside a kiosk: two connections to one file.
#include "catch.hpp"
#include "samples.hpp"

#include <atomic>
#include <set>
#include <thread>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using base::ErrorKind;
using store::Database;

TEST_CASE("beside: what one writes the other sees, and a kiosk that tidies is in nobody's way") {
    const TempFolder folder;
    base::Random random{1};
    auto kiosk = opened(folder.path());
    const auto first = record(random), second = record(random);
    submit(kiosk, first, tallies());
    auto beside = Database::open_beside(folder.path());
    REQUIRE(beside);
    submit(kiosk, second, tallies());
    kiosk.tidy();
    CHECK(beside->waiting(first.survey, 10) == 2);
    REQUIRE(beside->mark_tried({first}));
    kiosk.tidy();
    REQUIRE(beside->receipt(first.id, "2026-11-24"));
    beside->tidy_up();
    CHECK(ids_in(kiosk) == std::map<std::string, int>{{second.id, 1}});
    CHECK(kiosk.counts()->sent == 1);
    submit(kiosk, record(random), tallies());
    kiosk.tidy();
    for (const char* name : {"responses.db", "responses.db-wal", "responses.db-shm"})
        CHECK(bytes_of(folder.path() / name).find(first.id) == std::string::npos);
    CHECK(beside->waiting(first.survey, 10) == 2);
}

TEST_CASE("beside: when the kiosk has ended, the last to leave tidies up behind itself") {
    const TempFolder folder;
    base::Random random{2};
    std::optional<Database> kiosk{opened(folder.path())};
    submit(*kiosk, record(random));
    {
        auto beside = Database::open_beside(folder.path());
        REQUIRE(beside);
        kiosk.reset();
        CHECK(beside->waiting("healthy-relationships", 10) == 1);
        beside->tidy_up();
    }
    CHECK(names_in(folder.path(), "responses") == std::vector<std::string>{"responses.db"});
    CHECK(ids_in(*(kiosk = opened(folder.path()))).size() == 1);
}

TEST_CASE("beside: never makes a file, never brings one up to date, never sets one aside") {
    const TempFolder folder;
    const auto file = folder.path() / "responses.db";
    const auto refused = [&](ErrorKind kind) {
        const auto before = fs::exists(file) ? bytes_of(file) : "";
        const auto opened = Database::open_beside(folder.path());
        REQUIRE_FALSE(opened);
        CHECK(opened.error().kind == kind);
        CHECK((fs::exists(file) ? bytes_of(file) : "") == before);
        CHECK(names_in(folder.path(), "responses.damaged").empty());
    };
    refused(ErrorKind::not_found);
    CHECK(names_in(folder.path(), "").empty());
    folder.write("responses.db", "");
    refused(ErrorKind::not_found);
    folder.write("responses.db", std::string(5000, 'x'));
    refused(ErrorKind::malformed);
    for (const int version : {1, 99}) {
        fs::remove(file);
        {
            auto connection = raw(file);
            REQUIRE(connection.run(("PRAGMA application_id=0x544B5054; PRAGMA user_version=" + std::to_string(version) +
                                    "; CREATE TABLE response (id)")
                                       .c_str()));
        }
        refused(ErrorKind::unsupported);
    }
}

TEST_CASE("beside: when the kiosk sets its file aside, the next call works on the new one") {
    const TempFolder folder;
    base::Random random{3};
    const auto gone = record(random), here = record(random);
    auto kiosk = opened(folder.path());
    submit(kiosk, gone);
    auto beside = Database::open_beside(folder.path());
    REQUIRE(beside);
    fs::rename(folder.path() / "responses.db", folder.path() / "elsewhere.db");
    submit(kiosk, here);
    CHECK(beside->waiting(here.survey, 10) == 1);
    REQUIRE(beside->receipt(gone.id, "2026-11-24"));
    CHECK(ids_in(kiosk) == std::map<std::string, int>{{here.id, 1}});
}

TEST_CASE("beside: a kiosk that commits and an uploader that sends at the same time lose nothing") {
    const TempFolder folder;
    auto kiosk = opened(folder.path());
    std::atomic<bool> ended = false;
    std::set<std::string> sent;
    int busy = 0;
    std::thread uploader{[&] {
        auto beside = Database::open_beside(folder.path());
        while (beside) {
            const bool last = ended;
            const auto some = beside->next({{"healthy-relationships", "2026.11"}, ""}, "", 3);
            if (some && some->empty() && last) return;
            if (!some) ++busy;
            for (const auto& one : some.value_or(std::vector<outbox::Queue::Waiting>{}))
                if (beside->mark_tried({one.record}) && beside->receipt(one.record.id, "2026-11-24"))
                    sent.insert(one.record.id);
            beside->tidy_up();
        }
    }};
    base::Random random{4};
    std::set<std::string> made;
    for (int i = 0; i < 150; ++i) {
        const auto one = record(random);
        while (!kiosk.submit(one, tallies())) std::this_thread::yield();
        made.insert(one.id);
        if (i % 3 == 0) kiosk.tidy();
    }
    ended = true;
    uploader.join();
    CHECK(sent == made);
    CHECK(kiosk.counts()->sent == 150);
    CHECK(ids_in(kiosk).empty());
    for (const auto& [tally, count] : counted(kiosk)) CHECK(count == 150);
}
