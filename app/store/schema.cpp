#include "store/schema.hpp"

#include <fmt/format.h>

#include <array>

namespace talkpoint::store {
namespace {

// WITHOUT ROWID and random keys: no number tells which response came first. The pattern of `period` is the promise
// that nothing finer than half a day is kept; SQLite itself refuses anything else.
#define TALKPOINT_DATE "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]"
#define TALKPOINT_PERIOD(column)                                                                 \
    column " GLOB '" TALKPOINT_DATE "' OR " column " GLOB '" TALKPOINT_DATE "-[ap]m' OR " column \
           " GLOB '[0-9][0-9][0-9][0-9]-W[0-5][0-9]'"

constexpr const char* first_schema =
    "CREATE TABLE response ("
    " id            TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),"
    " survey        TEXT NOT NULL CHECK (survey <> ''),"
    " version       TEXT NOT NULL,"
    " site          TEXT NOT NULL,"
    " period        TEXT NOT NULL CHECK (" TALKPOINT_PERIOD("period") "),"
    " language      TEXT NOT NULL,"
    " audience      TEXT NOT NULL,"
    " event         TEXT NOT NULL,"
    " phase         TEXT NOT NULL CHECK (phase IN ('', 'before', 'after')),"
    " flag          TEXT NOT NULL CHECK (flag IN ('', 'fast', 'straight')),"
    " trusted_clock INTEGER NOT NULL CHECK (trusted_clock IN (0, 1)),"
    " answers       TEXT NOT NULL CHECK (json_valid(answers)),"
    " parked        TEXT"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE tally ("
    " survey   TEXT NOT NULL,"
    " question TEXT NOT NULL,"
    " option   TEXT NOT NULL,"
    " period   TEXT NOT NULL CHECK (" TALKPOINT_PERIOD("period") "),"
    " count    INTEGER NOT NULL CHECK (count > 0),"
    " PRIMARY KEY (survey, question, option, period)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE sent ("
    " survey      TEXT NOT NULL PRIMARY KEY,"
    " count       INTEGER NOT NULL CHECK (count > 0),"
    " last_period TEXT NOT NULL CHECK (" TALKPOINT_PERIOD("last_period") ")"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE meta ("
    " key   TEXT NOT NULL PRIMARY KEY,"
    " value TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;";

// Step n leads from version n to n + 1. A step that has been released is never changed: add another.
constexpr std::array steps{first_schema};

}  // namespace

std::int64_t newest_version() { return static_cast<std::int64_t>(steps.size()); }

Outcome<void> migrate(Connection& connection, std::int64_t version) {
    for (; version < newest_version(); ++version) {
        auto transaction = Transaction::begin(connection);
        if (!transaction) return std::unexpected(transaction.error());
        const auto mark = fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", application_id, version + 1);
        for (const char* sql : {steps[static_cast<std::size_t>(version)], mark.c_str()})
            if (const auto done = connection.run(sql); !done) return done;
        if (const auto done = transaction->commit(); !done) return done;
    }
    return {};
}

Outcome<void> touch_tables(Connection& connection) {
    for (const char* sql :
         {"SELECT id, survey, version, site, period, language, audience, event, phase, flag, trusted_clock,"
          " answers, parked FROM response LIMIT 1",
          "SELECT survey, question, option, period, count FROM tally LIMIT 1",
          "SELECT survey, count, last_period FROM sent LIMIT 1", "SELECT key, value FROM meta LIMIT 1"}) {
        const auto read = connection.text(sql);
        if (!read) return std::unexpected(read.error() == SQLITE_ERROR ? SQLITE_CORRUPT : read.error());
    }
    return {};
}

}  // namespace talkpoint::store
