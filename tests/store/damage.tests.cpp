#include "catch.hpp"
#include "samples.hpp"
#include "store/opening.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using store::Database;

namespace {

constexpr std::size_t page = 4096;

/// A closed database with `count` responses, and its bytes.
std::string filled(const fs::path& folder, int count) {
    base::Random random{11};
    {
        auto database = opened(folder);
        for (int i = 0; i < count; ++i) submit(database, record(random), tallies());
        database.tidy();
    }
    return bytes_of(folder / "responses.db");
}

/// What must hold after any damage that was noticed: the old file is kept whole, the new one works.
void check_begun_anew(const TempFolder& folder, Database& database, const std::string& damaged) {
    REQUIRE(database.set_aside());
    CHECK(database.set_aside()->filename().string().starts_with("responses.damaged-2026-11-23"));
    CHECK(database.set_aside()->parent_path() == folder.path());
    CHECK(bytes_of(*database.set_aside()) == damaged);
    base::Random random{12};
    const auto one = record(random);
    submit(database, one, tallies());
    CHECK(ids_in(database) == std::map<std::string, int>{{one.id, 1}});
    const auto counts = database.counts();
    REQUIRE(counts);
    REQUIRE(counts->damage);
    CHECK(counts->damage->find(database.set_aside()->filename().string()) != std::string::npos);
}

}  // namespace

TEST_CASE("a file that is not a database of ours is set aside whole, and a new one is begun") {
    const TempFolder folder;
    std::string bytes;
    SECTION("text") { bytes = "these are not the responses\n"; }
    SECTION("one byte") { bytes = "S"; }
    SECTION("a header of nothing") { bytes = std::string(100, '\0'); }
    SECTION("noise") {
        base::Random random{13};
        for (int i = 0; i < 40'000; ++i) bytes += static_cast<char>(random.next());
    }
    SECTION("somebody else's database") {
        {
            auto connection = raw(folder.path() / "responses.db");
            REQUIRE(connection.run("CREATE TABLE bookings (name TEXT); INSERT INTO bookings VALUES ('x')"));
        }
        bytes = bytes_of(folder.path() / "responses.db");
    }
    SECTION("ours by its mark, with another inside") {
        {
            auto connection = raw(folder.path() / "responses.db");
            REQUIRE(connection.run(
                "CREATE TABLE response (id TEXT); PRAGMA user_version=1; PRAGMA application_id=0x544B5054"));
        }
        bytes = bytes_of(folder.path() / "responses.db");
    }
    folder.write("responses.db", bytes);
    const auto reader = Database::open_to_read(folder.path());
    auto database = opened(folder.path());
    REQUIRE(database.set_aside());
    // The last one is opened, and so has been given a log of its own format; its content is the same.
    if (bytes_of(*database.set_aside()).substr(0, 16) != bytes.substr(0, 16))
        CHECK(bytes_of(*database.set_aside()) == bytes);
    base::Random random{12};
    submit(database, record(random));
}

TEST_CASE("a database that was cut short is set aside whole, whatever the length") {
    const TempFolder folder;
    const auto whole = filled(folder.path(), 60);
    REQUIRE(whole.size() > 6 * page);
    std::vector<std::size_t> lengths{1, 50, 99, 100, 1000, page + 1, 3 * page + 7, whole.size() - 1};
    for (std::size_t length = page; length < whole.size(); length += page) lengths.push_back(length);
    for (const auto length : lengths) {
        CAPTURE(length);
        const auto damaged = whole.substr(0, length);
        folder.write("responses.db", damaged);
        auto database = opened(folder.path());
        check_begun_anew(folder, database, damaged);
    }
    const auto kept = names_in(folder.path(), "responses.damaged");
    CHECK(std::ranges::count_if(kept, [](const std::string& name) { return name.ends_with(".db"); }) ==
          std::ssize(lengths));
    CHECK(std::ranges::count(kept, "responses.damaged-2026-11-23-11.db") == 1);
}

TEST_CASE("a database with any one page overwritten is set aside whole") {
    const TempFolder folder;
    const auto whole = filled(folder.path(), 60);
    base::Random random{14};
    for (std::size_t at = 0; at < whole.size(); at += page) {
        for (const bool zeros : {true, false}) {
            CAPTURE(at, zeros);
            auto damaged = whole;
            for (std::size_t i = 0; i < page; ++i) damaged[at + i] = zeros ? '\0' : static_cast<char>(random.next());
            folder.write("responses.db", damaged);
            auto database = opened(folder.path());
            check_begun_anew(folder, database, damaged);
        }
    }
}

// One wrong byte may not be noticed (SQLite has no checksums), but the kiosk must go on, and lose nothing by it.
TEST_CASE("a single wrong byte never stops the kiosk") {
    const TempFolder place;
    const auto whole = filled(place.path(), 12);
    base::Random random{15};
    for (int round = 0; round < 200; ++round) {
        const TempFolder folder;  // a disk that breaks one file after the other is another story
        auto damaged = whole;
        const auto at = round < 100 ? static_cast<std::size_t>(round) : random.below(whole.size());
        damaged[at] = static_cast<char>(damaged[at] ^ static_cast<char>(1 + random.below(255)));
        CAPTURE(round, at);
        folder.write("responses.db", damaged);
        auto database = Database::open(folder.path(), today);
        // The byte may have made it a file of a newer version, which is refused and left alone.
        if (!database) {
            CHECK(database.error().kind == base::ErrorKind::unsupported);
            CHECK(bytes_of(folder.path() / "responses.db") == damaged);
            continue;
        }
        const auto one = record(random);
        submit(*database, one, tallies());
        CHECK(ids_in(*database).at(one.id) == 1);
    }
}

TEST_CASE("a large file is not read whole at the start; damage is then met in use, and the response is kept") {
    const TempFolder folder;
    base::Random random{16};
    {
        auto database = opened(folder.path());
        auto connection = raw(folder.path() / "responses.db");
        // As the kiosk would have written them in years, only faster.
        REQUIRE(connection.run(
            "PRAGMA synchronous=OFF; INSERT INTO response (id, survey, version, period, body) WITH RECURSIVE n(i) AS "
            "(SELECT 1 UNION ALL"
            " SELECT i + 1 FROM n WHERE i < 40000) SELECT printf('%08x-0000-4000-8000-%012x', i * 107374, i),"
            " 's', '1', '2026-11-23', hex(randomblob(400)) FROM n"));
    }
    auto damaged = bytes_of(folder.path() / "responses.db");
    REQUIRE(static_cast<std::int64_t>(damaged.size()) > store::checked_bytes);
    // Every leaf (type 10) but the first few: the schema, the roots and the first responses can still be read.
    for (std::size_t at = 64 * page; at + page <= damaged.size(); at += page)
        if (damaged[at] == '\x0a') damaged[at] = '\x55';
    folder.write("responses.db", damaged);
    auto database = opened(folder.path());
    CHECK_FALSE(database.set_aside());
    const auto one = record(random);
    submit(database, one, tallies());
    REQUIRE(database.set_aside());
    CHECK(bytes_of(*database.set_aside()) == damaged);
    CHECK(ids_in(database) == std::map<std::string, int>{{one.id, 1}});
    CHECK(database.tallies()->size() == 2);
}

TEST_CASE("what is set aside keeps its log: the last responses are in it") {
    const TempFolder folder;
    const TempFolder copy;
    base::Random random{17};
    filled(folder.path(), 60);
    const auto last = record(random);
    {
        auto database = opened(folder.path());
        submit(database, last);
        for (const char* name : {"responses.db", "responses.db-wal"}) copy.write(name, bytes_of(folder.path() / name));
    }
    const auto log = bytes_of(copy.path() / "responses.db-wal");
    REQUIRE(log.find(last.id) != std::string::npos);

    SECTION("the file is damaged") {
        auto damaged = bytes_of(copy.path() / "responses.db");
        for (std::size_t at = page; at < damaged.size(); ++at) damaged[at] = '\x55';
        copy.write("responses.db", damaged);
    }
    SECTION("the file is empty") { copy.write("responses.db", ""); }
    SECTION("the file has gone: the power went while it was being set aside") {
        fs::remove(copy.path() / "responses.db");
    }
    auto database = opened(copy.path());
    REQUIRE(database.set_aside());
    CHECK(bytes_of(database.set_aside()->string() + "-wal") == log);
    submit(database, record(random));
    CHECK(ids_in(database).size() == 1);
}

TEST_CASE("a log that is damaged costs at most what was in it, and never the kiosk") {
    const TempFolder folder;
    const TempFolder copy;
    base::Random random{18};
    filled(folder.path(), 20);
    {
        auto database = opened(folder.path());
        for (int i = 0; i < 5; ++i) submit(database, record(random), tallies());
        for (const char* name : {"responses.db", "responses.db-wal"}) copy.write(name, bytes_of(folder.path() / name));
    }
    const auto file = bytes_of(copy.path() / "responses.db");
    const auto log = bytes_of(copy.path() / "responses.db-wal");
    for (int round = 0; round < 100; ++round) {
        CAPTURE(round);
        auto damaged = log;
        for (std::size_t at = random.below(log.size()), i = 0; i < 64 && at < log.size(); ++i, ++at)
            damaged[at] = static_cast<char>(random.next());
        if (round % 3 == 0) damaged.resize(random.below(log.size()));
        for (const auto& entry : fs::directory_iterator{copy.path()}) fs::remove(entry.path());
        copy.write("responses.db", file);
        copy.write("responses.db-wal", damaged);
        auto database = opened(copy.path());
        CHECK_FALSE(database.set_aside());
        CHECK(ids_in(database).size() >= 20);
        submit(database, record(random), tallies());
    }
}

TEST_CASE("a reader says that a file is damaged, and moves nothing") {
    const TempFolder folder;
    folder.write("responses.db", "these are not the responses");
    const auto reader = Database::open_to_read(folder.path());
    REQUIRE_FALSE(reader);
    CHECK(reader.error().kind == base::ErrorKind::malformed);
    CHECK(names_in(folder.path(), "") == std::vector<std::string>{"responses.db"});
}

TEST_CASE(
    "the fifty-first damaged file is not set aside: nothing is kept or deleted until somebody has seen to the disk") {
    const TempFolder folder;
    base::Random random{17};
    for (int i = 0; i < store::most_set_aside; ++i) {
        folder.write("responses.db", "broken " + std::to_string(i));
        auto database = opened(folder.path());
        CHECK(bytes_of(*database.set_aside()) == "broken " + std::to_string(i));
    }
    folder.write("responses.db", "the last");
    auto database = Database::open(folder.path(), today);
    REQUIRE(database);
    const auto refused = database->submit(record(random), tallies());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("as 50 before it") != std::string::npos);
    CHECK(bytes_of(folder.path() / "responses.db") == "the last");

    // Somebody has copied one away: it goes on by itself.
    std::filesystem::remove(folder.path() / "responses.damaged-2026-11-23.db");
    CHECK(database->submit(record(random), tallies()));
}
