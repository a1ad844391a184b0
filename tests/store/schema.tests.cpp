#include "store/schema.hpp"
#include "catch.hpp"
#include "samples.hpp"

#include <set>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using store::Database;

TEST_CASE("a new database is made in an empty folder, and opened again as it is") {
    const TempFolder folder;
    {
        (void)opened(folder.path());
    }
    const auto file = folder.path() / "responses.db";
    REQUIRE(fs::exists(file));
    CHECK((fs::status(file).permissions() & (fs::perms::others_all | fs::perms::group_write)) == fs::perms::none);
    CHECK_FALSE(fs::exists(folder.path() / "responses.db-wal"));
    const auto before = bytes_of(file);
    {
        const auto again = opened(folder.path());
        CHECK_FALSE(again.set_aside());
    }
    CHECK(bytes_of(file) == before);
    auto connection = raw(file);
    CHECK(ask(connection, "PRAGMA application_id") == std::to_string(store::application_id));
    CHECK(ask(connection, "PRAGMA user_version") == "4");
    CHECK(ask(connection, "PRAGMA journal_mode") == "wal");
    CHECK(ask(connection, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("an empty file, and one whose making was interrupted, are simply new") {
    const TempFolder folder;
    SECTION("no bytes") { folder.write("responses.db", ""); }
    SECTION("a log was asked for, and no more") {
        auto connection = raw(folder.path() / "responses.db");
        CHECK(ask(connection, "PRAGMA journal_mode=WAL") == "wal");
    }
    base::Random random{1};
    auto database = opened(folder.path());
    CHECK_FALSE(database.set_aside());
    submit(database, record(random));
}

// Privacy: what is kept of a person is this list and no more. Whoever adds a column must come by here.
TEST_CASE("the schema keeps the named columns and no others, in strict tables without row numbers") {
    const TempFolder folder;
    {
        (void)opened(folder.path());
    }
    auto connection = raw(folder.path() / "responses.db");
    const auto columns = [&](const char* table) {
        const std::string sql =
            std::string{"SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_xinfo('"} + table +
            "') ORDER BY cid)";
        return ask(connection, sql.c_str());
    };
    CHECK(ask(connection, "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema ORDER BY name)") ==
          "form meta parked parked_kind response sent tally use waiting");
    CHECK(columns("response") == "id survey version period body attachment sealed tried parked parked_under");
    CHECK(columns("tally") == "survey question option period event phase count");
    CHECK(columns("use") == "period what subject detail count");
    CHECK(columns("parked_kind") == "survey version reason under");
    CHECK(columns("form") == "survey version hash public_key fields");
    CHECK(columns("sent") == "survey count last_period");
    CHECK(columns("meta") == "key value");
    CHECK(ask(connection,
              "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
              " AND (strict <> 1 OR wr <> 1)") == "0");
}

TEST_CASE("a response that breaks the rules of the schema is refused, and leaves nothing") {
    const TempFolder folder;
    base::Random random{2};
    auto database = opened(folder.path());
    auto bad = record(random);
    SECTION("a time of day") { bad.period = "2026-11-23T10:00"; }
    SECTION("an hour") { bad.period = "2026-11-23-10"; }
    SECTION("no period") { bad.period = ""; }
    SECTION("a number for an id") { bad.id = "1"; }
    SECTION("no survey") { bad.survey = ""; }
    SECTION("no bytes") { bad.body = ""; }
    const auto done = database.submit(bad, tallies());
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == base::ErrorKind::malformed);
    CHECK(ids_in(database).empty());
    CHECK(database.tallies()->empty());
    submit(database, record(random), tallies());
}

TEST_CASE("a tally that breaks the rules takes its response with it") {
    const TempFolder folder;
    base::Random random{3};
    auto database = opened(folder.path());
    auto counts = tallies();
    SECTION("a time of day") { counts.back().period = "10:00"; }
    SECTION("an event with a name") { counts.back().event = "Ann's class"; }
    SECTION("an event that is a text") { counts.back().event = std::string(41, 'a'); }
    SECTION("a phase of no event") { counts.back().phase = "before"; }
    SECTION("a phase that there is not") {
        counts.back().event = "fair";
        counts.back().phase = "during";
    }
    CHECK_FALSE(database.submit(record(random), counts));
    CHECK(ids_in(database).empty());
    CHECK(database.tallies()->empty());
}

TEST_CASE("every period that the kiosk can name is taken") {
    const TempFolder folder;
    base::Random random{4};
    auto database = opened(folder.path());
    for (const std::string period :
         {"2026-11-23", "2026-11-23-am", "2026-02-28-pm", "2026-W53", "2027-W01", "1970-01-01"}) {
        auto good = record(random);
        good.period = period;
        submit(database, good, {{good.survey, "messages", "control", period}});
    }
}

TEST_CASE("a file of a newer Talkpoint is refused, and not a byte of it changes") {
    const TempFolder folder;
    base::Random random{5};
    {
        auto database = opened(folder.path());
        submit(database, record(random));
    }
    const auto file = folder.path() / "responses.db";
    const auto refused = [&] {
        const auto names = names_in(folder.path(), "");
        const auto before = bytes_of(file);
        const auto log_before = bytes_of(file.string() + "-wal");
        const auto database = Database::open(folder.path(), today);
        REQUIRE_FALSE(database);
        CHECK(database.error().kind == base::ErrorKind::unsupported);
        CHECK(database.error().text().find("newer") != std::string::npos);
        const auto reader = Database::open_to_read(folder.path());
        REQUIRE_FALSE(reader);
        CHECK(reader.error().kind == base::ErrorKind::unsupported);
        CHECK(bytes_of(file) == before);
        CHECK(bytes_of(file.string() + "-wal") == log_before);
        CHECK(names_in(folder.path(), "responses.damaged").empty());
        return names == names_in(folder.path(), "");
    };
    SECTION("its version is in the file") {
        {
            auto connection = raw(file);
            REQUIRE(connection.run("PRAGMA user_version=5"));
        }
        CHECK(refused());
    }
    SECTION("its version is still in the log") {
        auto connection = raw(file);
        connection.keep_log(true);
        REQUIRE(connection.run("PRAGMA user_version=5"));
        CHECK(refused());
    }
}
