#include "catch.hpp"
#include "samples.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using store::Database;

TEST_CASE("a response comes back as it went in") {
    const TempFolder folder;
    base::Random random{1};
    auto full = record(random);
    SECTION("in the clear") { full.body += "\xF0\x9F\x8C\xB1 \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 &<>\"'\r\n"; }
    SECTION("sealed") { full.attachment = std::string{"\0\xff\r\n\0", 5}; }
    SECTION("long") { full.body += std::string(100'000, 'x'); }
    {
        auto database = opened(folder.path());
        submit(database, full, tallies());
    }
    auto database = opened(folder.path());
    std::vector<outbox::Record> found;
    REQUIRE(database.for_each("", [&](const outbox::Record& one) { found.push_back(one); }));
    REQUIRE(found.size() == 1);
    CHECK(found.front() == full);
}

TEST_CASE("the same response twice is one response and one count") {
    const TempFolder folder;
    base::Random random{2};
    auto database = opened(folder.path());
    const auto one = record(random);
    submit(database, one, tallies());
    submit(database, one, tallies());
    CHECK(ids_in(database) == std::map<std::string, int>{{one.id, 1}});
    for (const auto& [tally, count] : counted(database)) CHECK(count == 1);

    auto other = one;
    other.body = "<data/>";
    const auto done = database.submit(other, tallies("caring"));
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == base::ErrorKind::malformed);
    CHECK(database.tallies()->size() == 2);
    CHECK_FALSE(database.set_aside());
}

TEST_CASE("tallies add up by survey, question, option and period") {
    const TempFolder folder;
    base::Random random{3};
    auto database = opened(folder.path());
    for (int i = 0; i < 3; ++i) submit(database, record(random), tallies());
    submit(database, record(random, "caring"), tallies("caring"));
    const Counted expected{{{"healthy-relationships", "confident", "skipped", "2026-11-23"}, 4},
                           {{"healthy-relationships", "messages", "caring", "2026-11-23"}, 1},
                           {{"healthy-relationships", "messages", "control", "2026-11-23"}, 3}};
    CHECK(counted(database) == expected);
}

TEST_CASE("what is answered at an event is counted apart, and its parts each for itself") {
    const TempFolder folder;
    base::Random random{30};
    auto database = opened(folder.path());
    const auto tally = [](const char* event, const char* phase) {
        return outbox::Tally{"healthy-relationships", "messages", "control", "2026-11-23", event, phase};
    };
    const std::vector all{tally("", ""), tally("fair", ""), tally("fair", "after"), tally("fair", "before"),
                          tally("school-1", "before")};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t times = 0; times <= i; ++times) submit(database, record(random), {all[i]});
    Counted expected;
    for (const auto& one : all) expected.emplace_back(one, static_cast<std::int64_t>(expected.size()) + 1);
    CHECK(counted(database) == expected);
}

TEST_CASE("counts tell queued, parked and sent for each survey") {
    const TempFolder folder;
    base::Random random{4};
    auto database = opened(folder.path());
    CHECK(database.counts()->queued == 0);
    CHECK_FALSE(database.counts()->last_sent);
    for (int i = 0; i < 3; ++i) submit(database, record(random));
    auto other = record(random);
    other.survey = "body-safety";
    submit(database, other);
    {
        auto connection = raw(folder.path() / "responses.db");
        REQUIRE(connection.run(
            "UPDATE response SET parked = 'the form is closed', parked_under = '' WHERE survey = 'body-safety';"
            "INSERT INTO sent VALUES ('old-survey', 40, '2026-10-01'), ('body-safety', 2, '2026-11-22');"
            "INSERT INTO meta VALUES ('damage', 'set aside')"));
    }
    const auto counts = database.counts();
    REQUIRE(counts);
    CHECK(counts->queued == 3);
    CHECK(counts->parked == 1);
    CHECK(counts->sent == 42);
    CHECK(counts->last_sent == "2026-11-22");
    CHECK(counts->damage == "set aside");
    REQUIRE(counts->surveys.size() == 3);
    CHECK(counts->surveys.at("body-safety").parked == 1);
    CHECK(counts->surveys.at("body-safety").queued == 0);
    CHECK(counts->surveys.at("body-safety").sent == 2);
    CHECK(counts->surveys.at("old-survey").sent == 40);
    CHECK(counts->surveys.at("healthy-relationships").queued == 3);
}

TEST_CASE("a reader works beside a running kiosk, sees what is committed, and writes nothing") {
    const TempFolder folder;
    base::Random random{5};
    const auto none = Database::open_to_read(folder.path());
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == base::ErrorKind::not_found);
    CHECK(names_in(folder.path(), "").empty());

    auto kiosk = opened(folder.path());
    submit(kiosk, record(random));  // still in the log
    auto reader = Database::open_to_read(folder.path());
    REQUIRE(reader);
    CHECK(reader->counts()->queued == 1);
    submit(kiosk, record(random));
    kiosk.tidy();
    submit(kiosk, record(random));
    CHECK(ids_in(*reader).size() == 3);
    const auto refused = reader->submit(record(random), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ErrorKind::unwritable);
}

TEST_CASE("a reader whose file a kiosk begins to write says so, instead of telling a mixture") {
    const TempFolder folder;
    base::Random random{9};
    {
        auto kiosk = opened(folder.path());
        submit(kiosk, record(random));
    }
    auto reader = Database::open_to_read(folder.path());
    REQUIRE(reader);
    CHECK(reader->counts()->queued == 1);
    auto kiosk = opened(folder.path());
    submit(kiosk, record(random));
    SECTION("in the log") {}
    SECTION("in the file") { kiosk.tidy(); }
    const auto counts = reader->counts();
    REQUIRE_FALSE(counts);
    CHECK(counts.error().kind == base::ErrorKind::in_use);
    auto again = Database::open_to_read(folder.path());
    REQUIRE(again);
    CHECK(again->counts()->queued == 2);
}

TEST_CASE("a reader does not change the folder of a kiosk that is off") {
    const TempFolder folder;
    base::Random random{6};
    {
        auto kiosk = opened(folder.path());
        submit(kiosk, record(random));
    }
    const auto before = bytes_of(folder.path() / "responses.db");
    {
        auto reader = Database::open_to_read(folder.path());
        REQUIRE(reader);
        CHECK(reader->counts()->queued == 1);
    }
    CHECK(bytes_of(folder.path() / "responses.db") == before);
    CHECK(names_in(folder.path(), "") == std::vector<std::string>{"responses.db"});
    auto kiosk = opened(folder.path());
    CHECK_FALSE(kiosk.set_aside());
    CHECK(ids_in(kiosk).size() == 1);
}

TEST_CASE("a folder that is not there, or is a file, is nobody's database") {
    const TempFolder folder;
    for (const auto& place : {folder.path() / "nowhere", folder.write("file", "x")}) {
        const auto database = Database::open(place, today);
        REQUIRE_FALSE(database);
        CHECK(database.error().kind != base::ErrorKind::malformed);
        CHECK_FALSE(database.error().message.empty());
    }
    fs::create_directory(folder.path() / "state");
    fs::create_directory(folder.path() / "state/responses.db");
    const auto database = Database::open(folder.path() / "state", today);
    REQUIRE_FALSE(database);
    CHECK(database.error().kind == base::ErrorKind::unreadable);
    CHECK(fs::is_directory(folder.path() / "state/responses.db"));
}

TEST_CASE("when somebody moves the file away, the next response goes to the right place") {
    const TempFolder folder;
    base::Random random{7};
    auto database = opened(folder.path());
    submit(database, record(random));
    database.tidy();
    const auto file = folder.path() / "responses.db";
    SECTION("moved") { fs::rename(file, folder.path() / "copy.db"); }
    SECTION("deleted") { fs::remove(file); }
    SECTION("deleted with its log") {
        fs::remove(file);
        fs::remove(file.string() + "-wal");
        fs::remove(file.string() + "-shm");
    }
    const auto late = record(random);
    submit(database, late);
    CHECK(ids_in(database) == std::map<std::string, int>{{late.id, 1}});
    auto again = Database::open_to_read(folder.path());
    REQUIRE(again);
    CHECK(ids_in(*again).contains(late.id));
}

TEST_CASE("when the whole folder goes, a response is refused; when it is back, taken") {
    const TempFolder folder;
    base::Random random{8};
    const auto state = folder.path() / "state";
    fs::create_directory(state);
    auto database = opened(state);
    submit(database, record(random));
    fs::remove_all(state);
    const auto one = record(random);
    const auto refused = database.submit(one, tallies());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::ErrorKind::unwritable);
    fs::create_directory(state);
    submit(database, one, tallies());
    CHECK(ids_in(database) == std::map<std::string, int>{{one.id, 1}});
}
