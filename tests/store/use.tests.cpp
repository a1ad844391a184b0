// Counts of use: added up at once, synced, in a file that does not grow, and in no order.
#include "catch.hpp"
#include "faulty_disk.hpp"
#include "samples.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using outbox::Use;
using outbox::UseCount;
using outbox::Uses;
using outbox::What;
using store::Database;

namespace {

const std::string day = "2026-11-23";
const Use visit{What::visit}, help{What::screen, "help"}, topic{What::screen, "topic", "friends"},
    opened_message{What::open, "friends", "trust"}, play{What::play, "friends", "trust"}, polish{What::language, "pl"},
    large{What::setting, "large-text"}, started{What::survey_started, "body-safety"},
    left_at{What::survey_left, "body-safety", "secrets"}, finished{What::survey_finished, "body-safety"};
const std::vector<Use> every_kind = {visit,  help,  topic,   opened_message, play,
                                     polish, large, started, left_at,        finished};

void count(Database& database, const Uses& uses, const std::string& period = day) {
    const auto done = database.count(uses, period);
    INFO((done ? "" : done.error().text()));
    REQUIRE(done);
}

std::vector<UseCount> uses_in(Database& database) {
    auto uses = database.uses();
    INFO((uses ? "" : uses.error().text()));
    REQUIRE(uses);
    return std::move(*uses);
}

/// VACUUM leaves another number here.
std::string written_anew(const fs::path& folder) {
    auto connection = raw(folder / "responses.db");
    return ask(connection, "PRAGMA schema_version");
}

// As the second version made it.
constexpr const char* second_version =
    "PRAGMA application_id=0x544B5054; PRAGMA user_version=2; PRAGMA journal_mode=WAL;"
    "CREATE TABLE tally (survey TEXT NOT NULL, question TEXT NOT NULL, option TEXT NOT NULL, period TEXT NOT NULL,"
    " count INTEGER NOT NULL CHECK (count > 0), PRIMARY KEY (survey, question, option, period)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sent (survey TEXT NOT NULL PRIMARY KEY, count INTEGER NOT NULL CHECK (count > 0),"
    " last_period TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE response (id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36), survey TEXT NOT NULL CHECK (survey "
    "<> ''),"
    " version TEXT NOT NULL, period TEXT NOT NULL, body TEXT NOT NULL CHECK (body <> ''), attachment BLOB,"
    " sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed = (attachment IS NOT NULL)),"
    " tried INTEGER NOT NULL DEFAULT 0 CHECK (tried IN (0, 1)), parked TEXT, parked_under TEXT) STRICT, WITHOUT ROWID;"
    "CREATE INDEX waiting ON response (survey, version, id, tried, period, sealed, parked) WHERE parked IS NULL;"
    "CREATE INDEX parked ON response (survey, version, parked, parked_under, sealed) WHERE parked IS NOT NULL;"
    "CREATE TABLE parked_kind (survey TEXT NOT NULL, version TEXT NOT NULL, reason TEXT NOT NULL, under TEXT NOT NULL,"
    " PRIMARY KEY (survey, version)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE form (survey TEXT NOT NULL PRIMARY KEY, version TEXT NOT NULL, hash TEXT NOT NULL,"
    " public_key TEXT NOT NULL, fields TEXT NOT NULL) STRICT, WITHOUT ROWID;";

}  // namespace

TEST_CASE("counts of use add up by period and by what was used, and are there after a restart") {
    const TempFolder folder;
    {
        auto database = opened(folder.path());
        CHECK(uses_in(database).empty());
        count(database, {{visit, 1}, {help, 1}});
        count(database, {{visit, 1}, {play, 300}});
        count(database, {{visit, 1}}, "2026-11-24");
        count(database, {});
    }
    auto database = opened(folder.path());
    CHECK(uses_in(database) ==
          std::vector<UseCount>{{day, play, 300}, {day, help, 1}, {day, visit, 2}, {"2026-11-24", visit, 1}});
    auto reader = Database::open_to_read(folder.path());
    REQUIRE(reader);
    CHECK(uses_in(*reader).size() == 4);
    CHECK_FALSE(reader->count({{visit, 1}}, day));
}

TEST_CASE("every kind of count is taken and comes back; nothing that is not on the list, and no time") {
    const TempFolder folder;
    auto database = opened(folder.path());
    Uses uses;
    for (const auto& use : every_kind) uses[use] = 3;
    count(database, uses);
    CHECK(uses_in(database).size() == every_kind.size());
    for (const auto& [period, use, times] : uses_in(database)) CHECK((uses.contains(use) && times == 3));
    for (const std::string period : {"2026-11-23T10:00", "2026-11-23-10", "10:00", ""})
        CHECK_FALSE(database.count({{visit, 1}, {help, 1}}, period));
    CHECK_FALSE(database.count({{visit, 1}, {help, 0}, {Use{What::screen, "settings"}, 0}}, "2026-11-24"));
    CHECK(uses_in(database).size() == every_kind.size());
    auto connection = raw(folder.path() / "responses.db");
    CHECK(connection.run("INSERT INTO use VALUES ('2026-11-23', 'open', 'a', 'b', 1)"));
    CHECK_FALSE(connection.run("INSERT INTO use VALUES ('2026-11-23', 'person', 'a', 'b', 1)"));
}

TEST_CASE("a file of the version before has no counts yet, keeps all that it had, and takes them") {
    const TempFolder folder;
    base::Random random{1};
    const auto one = record(random);
    {
        auto connection = raw(folder.path() / "responses.db");
        REQUIRE(connection.run(second_version));
        REQUIRE(store::execute(connection,
                               "INSERT INTO response (id, survey, version, period, body) VALUES (?1, ?2, ?3, ?4, ?5)",
                               one.id, one.survey, one.version, one.period, one.body));
        REQUIRE(
            connection.run("INSERT INTO tally VALUES ('s', 'q', 'o', '2026-11-23', 3); INSERT INTO sent VALUES "
                           "('s', 40, '2026-11-20')"));
    }
    CHECK(Database::open_to_read(folder.path()).error().kind == base::ErrorKind::unsupported);
    {
        auto database = opened(folder.path());
        CHECK_FALSE(database.set_aside());
        CHECK(ids_in(database) == std::map<std::string, int>{{one.id, 1}});
        CHECK(counted(database) == Counted{{{"s", "q", "o", "2026-11-23"}, 3}});
        CHECK(database.counts()->sent == 40);
        CHECK(uses_in(database).empty());
        count(database, {{visit, 1}});
    }
    auto connection = raw(folder.path() / "responses.db");
    CHECK(ask(connection, "PRAGMA user_version") == std::to_string(store::newest_version()));
    CHECK(ask(connection, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("the same counts in another order make the same file, byte by byte") {
    std::vector<std::string> files;
    auto order = every_kind;
    base::Random random{2};
    for (int round = 0; round < 4; ++round) {
        const TempFolder folder;
        auto database = opened(folder.path());
        database.tidy();
        for (int times = 0; times < 3; ++times) {
            random.shuffle(order);
            // What plays was there before anybody came; a play does not have the file written anew.
            std::ranges::partition(order, [](const Use& use) { return use.what == What::play; });
            for (const auto& use : order) {
                count(database, {{use, 1}});
                database.tidy();
                CHECK(bytes_of(folder.path() / "responses.db-wal").empty());
            }
        }
        files.push_back(bytes_of(folder.path() / "responses.db"));
    }
    for (const auto& file : files) CHECK((file == files.front()));
}

TEST_CASE("the file is written anew for the first and second of a visit's counts; not for a play, nor for one more") {
    const TempFolder folder;
    auto database = opened(folder.path());
    database.tidy();
    const auto anew = written_anew(folder.path());
    for (int i = 0; i < 50; ++i) {
        count(database, {{{What::play, "pack", "message-" + std::to_string(i % 10)}, 1}});
        database.tidy();
    }
    CHECK(written_anew(folder.path()) == anew);
    for (int i = 0; i < 2; ++i) {
        count(database, {{visit, 1}, {help, 1}});
        database.tidy();
    }
    const auto after_visit = written_anew(folder.path());
    CHECK(after_visit != anew);
    for (int i = 0; i < 50; ++i) {
        count(database, {{visit, 1}, {help, 1}});
        database.tidy();
    }
    CHECK(written_anew(folder.path()) == after_visit);
}

TEST_CASE("what a reader keeps in the log is cut after the next count") {
    const TempFolder folder;
    auto database = opened(folder.path());
    count(database, {{visit, 1}});
    database.tidy();
    auto reader = Database::open_to_read(folder.path());
    REQUIRE(reader);
    REQUIRE(reader->in_one_moment([&]() -> base::Result<void> {
        CHECK(uses_in(*reader).front().count == 1);
        count(database, {{visit, 1}});
        database.tidy();
        CHECK(uses_in(*reader).front().count == 1);
        return {};
    }));
    database.tidy();
    CHECK(bytes_of(folder.path() / "responses.db-wal").empty());
    CHECK(uses_in(database).front().count == 2);
}

TEST_CASE("a hundred thousand counts do not make the file larger") {
    const TempFolder folder;
    const FaultyDisk disk;  // which waits for no sync
    auto database = opened(folder.path());
    Uses uses;
    for (const auto& use : every_kind) uses[use] = 1;
    count(database, uses);
    database.tidy();
    const auto file = folder.path() / "responses.db";
    const auto before = fs::file_size(file);
    std::int64_t logged = 0;
    for (int i = 0; i < 10'000; ++i) {
        count(database, uses);
        if (i % 1000 == 999) {
            logged = std::max(logged, static_cast<std::int64_t>(fs::file_size(file.string() + "-wal")));
            database.tidy();
        }
    }
    CHECK(fs::file_size(file) == before);
    CHECK(logged < 6'000'000);
    for (const auto& [period, use, times] : uses_in(database)) CHECK(times == 10'001);
}

// What was in the log when the disk failed may be there all the same: then trying again counts it twice. Never
// is it lost, and never half of it there.
TEST_CASE("counts that fail at any operation are all there or none, and tried again they are there") {
    const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC);
    const bool lasting = GENERATE(false, true);
    CAPTURE(code, lasting);
    const TempFolder folder;
    FaultyDisk disk;
    auto database = opened(folder.path());
    bool reached = true;
    std::map<Use, std::int64_t> before{{visit, 0}, {help, 0}};
    for (int n = 1; reached; ++n) {
        CAPTURE(n);
        disk.fail_at(n, code, lasting);
        const auto done = database.count({{visit, 1}, {help, 1}}, day);
        database.tidy();
        reached = disk.heal();
        if (!done) {
            CHECK((done.error().kind == base::ErrorKind::unwritable || done.error().kind == base::ErrorKind::in_use));
            count(database, {{visit, 1}, {help, 1}});
        }
        std::map<Use, std::int64_t> now;
        for (const auto& use : uses_in(database)) now[use.use] = use.count;
        CHECK(now[visit] == now[help]);
        const auto more = now[visit] - before[visit];
        CAPTURE(more, done.has_value());
        CHECK((more == 1 || (more == 2 && !done && code != SQLITE_FULL)));
        before = now;
    }
    CHECK(before[visit] > 5);
    CHECK_FALSE(database.set_aside());
}

TEST_CASE("when the power goes, every count that was said to be kept is there, and no other but the one in hand") {
    const TempFolder folder;
    base::Random random{3};
    std::vector<std::pair<FaultyDisk::Image, std::int64_t>> cuts;
    std::int64_t kept = 0;
    {
        FaultyDisk disk;
        auto database = opened(folder.path());
        disk.before = [&] { cuts.emplace_back(disk.image(random), kept); };
        for (int i = 0; i < 25; ++i) {
            count(database, {{visit, 1}, {{What::open, "pack", std::to_string(i)}, 1}});
            ++kept;
            if (i % 2 == 0) database.tidy();
        }
        disk.before = nullptr;
    }
    CHECK(cuts.size() > 200);
    for (const auto& [image, times] : cuts) {
        const TempFolder left;
        for (const auto& [path, bytes] : image) left.write(fs::path{path}.filename().string(), bytes);
        auto database = opened(left.path());
        REQUIRE_FALSE(database.set_aside());
        std::int64_t visits = 0, messages = 0;
        for (const auto& use : uses_in(database)) (use.use == visit ? visits : messages) += use.count;
        REQUIRE((visits == times || visits == times + 1));
        REQUIRE(visits == messages);
    }
}

TEST_CASE("damage that a count finds is set aside, and the count is on the new file") {
    const TempFolder folder;
    auto database = opened(folder.path());
    count(database, {{visit, 1}});
    database.tidy();
    const auto path = folder.path() / "responses.db";
    {
        auto connection = raw(path);  // another writer, so that the kiosk must read the file again
        REQUIRE(connection.run("INSERT INTO meta VALUES ('a', 'b'); PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    {
        std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(4096);
        file << std::string(fs::file_size(path) - 4096, 'x');
    }
    count(database, {{visit, 1}});
    CHECK(database.set_aside());
    CHECK(uses_in(database) == std::vector<UseCount>{{day, visit, 1}});
}

TEST_CASE("what a count costs, and what a response beside it", "[.measure]") {
    using Clock = std::chrono::steady_clock;
    const auto written = [] {
        std::ifstream io{"/proc/self/io"};
        for (std::string name, bytes; io >> name >> bytes;)
            if (name == "write_bytes:") return std::stoll(bytes);
        return -1LL;
    };
    const auto median = [](std::vector<double> values) {
        std::ranges::sort(values);
        return values[values.size() / 2];
    };
    base::Random random{4};
    const TempFolder folder;
    auto database = opened(folder.path());
    for (int i = 0; i < 300; ++i)
        count(database, {{{What::open, "pack", std::to_string(i % 60)}, 1}}, "2026-10-" + std::to_string(10 + i / 15));
    database.tidy();
    std::vector<double> plays, tidies, alone, beside;
    const auto timed = [](std::vector<double>& into, const auto& work) {
        const auto begun = Clock::now();
        work();
        into.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begun).count());
    };
    constexpr int rounds = 500;
    const auto before = written();
    for (int i = 0; i < rounds; ++i) {
        timed(plays, [&] { count(database, {{play, 1}}); });
        timed(tidies, [&] { database.tidy(); });
    }
    std::printf("a play: counted in %.2f ms, tidied in %.2f ms, %lld bytes written; the file has %ju\n", median(plays),
                median(tidies), (written() - before) / rounds, fs::file_size(folder.path() / "responses.db"));
    for (int i = 0; i < rounds; ++i) {
        const auto one = record(random), other = record(random);
        database.tidy();
        timed(alone, [&] { submit(database, one, tallies()); });
        database.tidy();
        count(database, {{play, 1}});
        timed(beside, [&] { submit(database, other, tallies()); });
    }
    std::printf("a response: kept in %.2f ms, right after a count in %.2f ms\n", median(alone), median(beside));
}

TEST_CASE("use: counts have a bound: the oldest period goes, whole, and no other", "[use]") {
    const TempFolder folder;
    auto database = opened(folder.path());
    count(database, {{visit, 1}}, "2026-01-01");
    {
        auto connection = raw(folder.path() / "responses.db");
        const auto fill = fmt::format(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) INSERT INTO use"
            " SELECT iif(i <= 1000, '2026-01-01', '2026-01-02'), 'open', 'p', 'm' || i, 1 FROM n",
            store::most_use_rows - 1);
        REQUIRE(connection.run(fill.c_str()));
    }
    const auto rows_of = [&](const std::string& period) {
        return std::ranges::count(uses_in(database), period, &UseCount::period);
    };
    count(database, {{visit, 1}}, "2026-01-01");  // known already: there is still room
    CHECK(rows_of("2026-01-01") == 1001);
    count(database, {{visit, 1}}, "2026-01-03");
    CHECK(rows_of("2026-01-01") == 0);
    CHECK(rows_of("2026-01-02") == store::most_use_rows - 1001);
    CHECK(rows_of("2026-01-03") == 1);
}
