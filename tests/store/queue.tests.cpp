// The uploader's side of the database: what waits, what was tried, what is parked, what is gone.
#include "catch.hpp"
#include "samples.hpp"

#include <algorithm>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using outbox::Queue;
using store::Database;

namespace {

outbox::Record record_of(base::Random& random, const char* survey, const char* version = "1",
                         const char* period = "2026-11-23") {
    auto one = record(random);
    one.survey = survey;
    one.version = version;
    one.period = period;
    return one;
}

/// As the uploader seals it, for a version that only the server knows.
outbox::Record sealed_late(outbox::Record one) {
    one.version += "[encrypted:x]";
    one.body = "<data id=\"manifest\"/>";
    one.attachment = std::string{"\0\xff\n sealed", 10};
    return one;
}

std::vector<std::string> ids_of(const std::vector<Queue::Waiting>& some) {
    std::vector<std::string> ids;
    ids.reserve(some.size());
    for (const auto& one : some) ids.push_back(one.record.id);
    return ids;
}

std::vector<Queue::Waiting> all_of(Database& database, const Queue::Kind& kind, const std::string& without = "") {
    auto found = database.next({kind, without}, "", 1000);
    REQUIRE(found);
    return std::move(*found);
}

using Kinds = std::vector<Queue::Kind>;

/// In any file of the folder.
bool left_behind(const fs::path& folder, const std::string& word) {
    return std::ranges::any_of(names_in(folder, ""), [&](const std::string& name) {
        return bytes_of(folder / name).find(word) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("queue: an empty one has nothing, and says so") {
    const TempFolder folder;
    auto database = opened(folder.path());
    CHECK(database.kinds()->empty());
    CHECK(database.waiting("a", 5) == 0);
    CHECK(database.next({{"a", "1"}, ""}, "", 5)->empty());
    CHECK(database.parked_surveys()->empty());
    CHECK(database.forms()->empty());
    CHECK(database.upload_state() == outbox::UploadState{});
    CHECK(database.mark_tried({}));
    CHECK(database.unpark("a", ""));
    CHECK(database.receipt("no such id", "2026-11-23"));
    CHECK(database.park("no such id", "why", "under"));
    CHECK(database.counts()->sent == 0);
}

TEST_CASE("queue: kinds are sorted, each once, without those that are parked") {
    const TempFolder folder;
    base::Random random{1};
    auto database = opened(folder.path());
    for (int i = 0; i < 3; ++i)
        for (const char* version : {"2", "1", ""})
            for (const char* survey : {"b", "a", "c"}) submit(database, record_of(random, survey, version));
    Kinds expected;
    for (const char* survey : {"a", "b", "c"})
        for (const char* version : {"", "1", "2"}) expected.push_back({survey, version});
    CHECK(database.kinds() == expected);
    REQUIRE(database.park_kind({"b", "1"}, "why", "x"));
    for (const auto& one : all_of(database, {"c", "2"})) REQUIRE(database.park(one.record.id, "why", "x"));
    const auto first = all_of(database, {"a", ""}).front();
    REQUIRE(database.park(first.record.id, "why", "x"));  // two more of it wait
    std::erase(expected, Queue::Kind{"b", "1"});
    std::erase(expected, Queue::Kind{"c", "2"});
    CHECK(database.kinds() == expected);
}

TEST_CASE("queue: waiting counts all versions of a survey together, no further than asked, and none that is parked") {
    const TempFolder folder;
    base::Random random{2};
    auto database = opened(folder.path());
    for (int i = 0; i < 4; ++i) submit(database, record_of(random, "a", "1"));
    for (int i = 0; i < 3; ++i) submit(database, record_of(random, "a", "2"));
    submit(database, record_of(random, "aa", "1"));
    CHECK(database.waiting("a", 100) == 7);
    CHECK(database.waiting("a", 5) == 5);
    CHECK(database.waiting("a", 4) == 4);
    CHECK(database.waiting("a", 0) == 0);
    CHECK(database.waiting("b", 100) == 0);
    REQUIRE(database.park(all_of(database, {"a", "1"}).front().record.id, "why", "x"));
    CHECK(database.waiting("a", 100) == 6);
    REQUIRE(database.park_kind({"a", "2"}, "why", "x"));
    CHECK(database.waiting("a", 100) == 3);
    CHECK(database.waiting("aa", 100) == 1);
}

TEST_CASE("queue: next gives those of one kind in the order of their ids, whole, a few at a time") {
    const TempFolder folder;
    base::Random random{3};
    auto database = opened(folder.path());
    std::map<std::string, outbox::Record> made;
    for (int i = 0; i < 20; ++i) {
        auto one = record_of(random, "a", "1");
        if (i % 2) one = sealed_late(one);
        one.version = "1";
        submit(database, one);
        made[one.id] = one;
        submit(database, record_of(random, "a", "2"));
        submit(database, record_of(random, "b", "1"));
    }
    std::vector<std::string> expected, found;
    for (const auto& [id, one] : made) expected.push_back(id);
    std::string after;
    for (int round = 0; round < 10; ++round) {
        const auto some = database.next({{"a", "1"}, ""}, after, 3);
        REQUIRE(some);
        if (some->empty()) break;
        CHECK(some->size() <= 3);
        for (const auto& one : *some) {
            CHECK(one.record == made.at(one.record.id));
            CHECK_FALSE(one.tried);
            found.push_back(one.record.id);
        }
        after = found.back();
    }
    CHECK(found == expected);
    REQUIRE(database.park(expected[4], "why", "x"));
    CHECK(ids_of(*database.next({{"a", "1"}, ""}, expected[3], 1)) == std::vector{expected[5]});
    CHECK(database.next({{"a", "1"}, ""}, "~", 100)->empty());
    CHECK(database.next({{"a", "3"}, ""}, "", 100)->empty());
}

TEST_CASE("queue: without the period that has not ended, but for those that were tried in it") {
    const TempFolder folder;
    base::Random random{4};
    auto database = opened(folder.path());
    const auto before = record_of(random, "a", "1", "2026-11-22"), tried = record_of(random, "a", "1"),
               waits = record_of(random, "a", "1");
    for (const auto& one : {before, tried, waits}) submit(database, one);
    REQUIRE(database.mark_tried({tried}));
    auto some = all_of(database, {"a", "1"}, "2026-11-23");
    auto expected = std::vector{before.id, tried.id};
    std::ranges::sort(expected);
    CHECK(ids_of(some) == expected);
    for (const auto& one : some) CHECK(one.tried == (one.record.id == tried.id));
    CHECK(all_of(database, {"a", "1"}).size() == 3);
    CHECK(all_of(database, {"a", "1"}, "2026-11-24").size() == 3);
}

TEST_CASE("queue: bytes change when one is sealed before its first try, and never again") {
    const TempFolder folder;
    base::Random random{5};
    auto database = opened(folder.path());
    auto one = record_of(random, "a", "1");
    one.body = "<data>canary</data>";
    submit(database, one, {{"a", "", "finished", "2026-11-23"}});
    const auto sealed = sealed_late(one);
    REQUIRE(database.mark_tried({sealed}));
    const auto now = [&] {
        auto some = all_of(database, {"a", sealed.version});
        REQUIRE(some.size() == 1);
        CHECK(some[0].tried);
        return some[0].record;
    };
    CHECK(now() == sealed);
    CHECK(all_of(database, {"a", "1"}).empty());
    CHECK(database.kinds() == Kinds{{"a", sealed.version}});
    CHECK(database.counts()->sealed == 1);
    database.tidy_up();
    CHECK_FALSE(left_behind(folder.path(), "canary"));

    auto again = sealed;
    again.attachment = "sealed anew, with other bytes";
    for (const auto& other : {again, one}) {
        REQUIRE(database.mark_tried({other}));
        CHECK(now() == sealed);
    }
    // A kiosk that never heard that it was kept submits it again: it is the same, and counts once.
    submit(database, one, {{"a", "", "finished", "2026-11-23"}});
    CHECK(now() == sealed);
    CHECK(ids_in(database) == std::map<std::string, int>{{one.id, 1}});
    CHECK(counted(database) == Counted{{{"a", "", "finished", "2026-11-23"}, 1}});
}

TEST_CASE("queue: one that is gone stays away when it is marked as tried") {
    const TempFolder folder;
    base::Random random{6};
    auto database = opened(folder.path());
    const auto gone = record_of(random, "a"), here = record_of(random, "a");
    submit(database, here);
    REQUIRE(database.mark_tried(gone));
    REQUIRE(database.mark_tried(here));
    CHECK(ids_in(database) == std::map<std::string, int>{{here.id, 1}});
    CHECK(all_of(database, {"a", "1"}).front().tried);
}

TEST_CASE("queue: a receipt deletes one, counts it once, and leaves nothing of it") {
    const TempFolder folder;
    base::Random random{7};
    auto database = opened(folder.path());
    std::vector<outbox::Record> made;
    for (int i = 0; i < 60; ++i) {
        made.push_back(record_of(random, i < 50 ? "a" : "b"));
        submit(database, made.back());
    }
    for (int i = 10; i < 40; ++i) {
        const auto& id = made[static_cast<std::size_t>(i)].id;
        REQUIRE(database.receipt(id, i < 30 ? "2026-11-23" : "2026-11-24"));
        REQUIRE(database.receipt(id, "2026-11-25"));  // again: nothing happens
    }
    REQUIRE(database.receipt(made[59].id, "2026-11-23"));
    CHECK(ids_in(database).size() == 29);
    const auto counts = database.counts();
    CHECK(counts->sent == 31);
    CHECK(counts->last_sent == "2026-11-24");
    CHECK(counts->surveys.at("a").sent == 30);
    CHECK(counts->surveys.at("b").sent == 1);
    database.tidy_up();
    for (std::size_t i = 10; i < 40; ++i) CHECK_FALSE(left_behind(folder.path(), made[i].id));
    CHECK(left_behind(folder.path(), made[0].id));
}

TEST_CASE("queue: a parked one waits again under other circumstances, or when it is said") {
    const TempFolder folder;
    base::Random random{8};
    auto database = opened(folder.path());
    std::vector<std::string> ids;
    for (int i = 0; i < 4; ++i) {
        const auto one = record_of(random, i < 3 ? "a" : "b");
        submit(database, one);
        ids.push_back(one.id);
    }
    REQUIRE(database.park(ids[0], "it is too large", "x"));
    REQUIRE(database.park(ids[1], "it is closed", "y"));
    REQUIRE(database.park(ids[3], "it is closed", "y"));
    REQUIRE(database.park_kind({"a", "9"}, "no such form", "x"));
    CHECK(database.parked_surveys() == std::vector<std::string>{"a", "b"});
    const auto counts = database.counts();
    CHECK(counts->queued == 1);
    CHECK(counts->parked == 3);
    CHECK(counts->reasons == std::vector<outbox::Parked>{{"a", "1", "it is closed", 1},
                                                         {"a", "1", "it is too large", 1},
                                                         {"b", "1", "it is closed", 1}});
    CHECK(all_of(database, {"a", "1"}).size() == 1);

    REQUIRE(database.unpark("a", "x"));  // what was parked under x stays
    CHECK(all_of(database, {"a", "1"}).size() == 2);
    CHECK(database.counts()->parked == 2);
    REQUIRE(database.unpark("c", ""));
    REQUIRE(database.unpark("a", "z"));
    CHECK(all_of(database, {"a", "1"}).size() == 3);
    CHECK(database.parked_surveys() == std::vector<std::string>{"b"});
    REQUIRE(database.unpark("b", ""));
    CHECK(database.counts()->parked == 0);
    CHECK(database.counts()->queued == 4);
}

TEST_CASE("queue: a parked kind holds those that are yet to come; the last reason is the one that is told") {
    const TempFolder folder;
    base::Random random{9};
    auto database = opened(folder.path());
    submit(database, record_of(random, "a", "1"));
    submit(database, record_of(random, "a", "2"));
    REQUIRE(database.park_kind({"a", "1"}, "no such form", "x"));
    REQUIRE(database.park_kind({"a", "1"}, "no field for who", "y"));
    submit(database, record_of(random, "a", "1"));
    CHECK(database.kinds() == Kinds{{"a", "2"}});
    CHECK(database.counts()->reasons == std::vector<outbox::Parked>{{"a", "1", "no field for who", 2}});
    REQUIRE(database.unpark("a", "y"));
    CHECK(database.kinds() == Kinds{{"a", "2"}});
    REQUIRE(database.unpark("a", "x"));
    CHECK(database.kinds() == Kinds{{"a", "1"}, {"a", "2"}});
}

TEST_CASE("queue: forms and the state of sending are remembered, and outlive the kiosk") {
    const TempFolder folder;
    const outbox::KnownForm first{"a", "1[encrypted:k/x]", "md5:1", "AAAA", "one two"}, other{"b", "1", "", "", ""};
    const outbox::UploadState state{"no network", "a: its form is a web page", "2026-11-23T12:00", "digest"};
    {
        auto database = opened(folder.path());
        for (const auto& form : {other, outbox::KnownForm{"a", "0", "x", "y", "z"}, first})
            REQUIRE(database.remember(form));
        REQUIRE(database.remember(state));
    }
    auto database = opened(folder.path());
    CHECK(database.forms() == std::vector{first, other});
    CHECK(database.upload_state() == state);
    CHECK(database.counts()->upload == state);
    REQUIRE(database.remember(outbox::UploadState{"", "", "2026-11-24T12:00", ""}));
    CHECK(database.upload_state() == outbox::UploadState{"", "", "2026-11-24T12:00", ""});
    for (const auto hindrance : {outbox::Hindrance::network, outbox::Hindrance::not_found, outbox::Hindrance::server,
                                 outbox::Hindrance::certificate, outbox::Hindrance::other, outbox::Hindrance::none}) {
        REQUIRE(database.remember(outbox::UploadState{"why", "", "", "", hindrance}));
        CHECK(database.upload_state()->hindrance == hindrance);
    }
    REQUIRE(database.remember(outbox::UploadState{}));
    auto connection = raw(folder.path() / "responses.db");
    CHECK(connection.number("SELECT count(*) FROM meta") == 0);
}
