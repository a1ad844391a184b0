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

// XML's own letters, so that a text is a text again when it is read.
#define TALKPOINT_ESCAPED(column) \
    "replace(replace(replace(replace(" column ", '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '\"', '&quot;')"
#define TALKPOINT_ELEMENT(column) "'<" column ">' || " TALKPOINT_ESCAPED(column) " || '</" column ">'"

// From answers in JSON to the frozen instance that is sent. The same as openrosa/instance writes, but with those
// questions only that were answered: which others there were was not kept.
constexpr const char* frozen_schema =
    "CREATE TABLE frozen ("
    " id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),"
    " survey       TEXT NOT NULL CHECK (survey <> ''),"
    " version      TEXT NOT NULL,"
    " period       TEXT NOT NULL CHECK (" TALKPOINT_PERIOD("period") "),"
    " body         TEXT NOT NULL CHECK (body <> ''),"
    " attachment   BLOB,"
    " sealed       INTEGER NOT NULL DEFAULT 0 CHECK (sealed = (attachment IS NOT NULL)),"
    " tried        INTEGER NOT NULL DEFAULT 0 CHECK (tried IN (0, 1)),"
    " parked       TEXT,"
    " parked_under TEXT"
    ") STRICT, WITHOUT ROWID;"
    "INSERT INTO frozen (id, survey, version, period, body, parked, parked_under)"
    " SELECT id, survey, version, period,"
    "  '<?xml version=\"1.0\" encoding=\"UTF-8\"?><data id=\"' || survey || '\" version=\"' || " TALKPOINT_ESCAPED("version")
    "  || '\"><context>' || " TALKPOINT_ELEMENT("site") " || " TALKPOINT_ELEMENT("period") " || " TALKPOINT_ELEMENT("language")
    "  || " TALKPOINT_ELEMENT("audience") " || " TALKPOINT_ELEMENT("event") " || " TALKPOINT_ELEMENT("phase")
    "  || " TALKPOINT_ELEMENT("flag") " || '<trusted_clock>' || trusted_clock || '</trusted_clock></context>'"
    "  || coalesce((SELECT group_concat('<' || answer.key || '>' || CASE answer.type WHEN 'array' THEN"
    "      coalesce((SELECT group_concat(value, ' ') FROM json_each(answer.value)), 'none-chosen')"
    "      ELSE answer.atom END || '</' || answer.key || '>', '') FROM json_each(answers) AS answer), '')"
    "  || '<orx:meta xmlns:orx=\"http://openrosa.org/xforms\"><orx:instanceID>uuid:' || id"
    "  || '</orx:instanceID></orx:meta></data>',"
    "  parked, CASE WHEN parked IS NULL THEN NULL ELSE '' END"
    " FROM response;"
    "DROP TABLE response;"
    "ALTER TABLE frozen RENAME TO response;"
    // What waits, and what is parked: found and counted without reading a single response. The id comes before what is
    // only counted, so that those of a kind stand in the order of their random ids; `parked`, always null there, is what
    // SQLite asks for before it leaves the rows alone.
    "CREATE INDEX waiting ON response (survey, version, id, tried, period, sealed, parked) WHERE parked IS NULL;"
    "CREATE INDEX parked ON response (survey, version, parked, parked_under, sealed) WHERE parked IS NOT NULL;"
    "CREATE TABLE parked_kind ("
    " survey  TEXT NOT NULL,"
    " version TEXT NOT NULL,"
    " reason  TEXT NOT NULL,"
    " under   TEXT NOT NULL,"
    " PRIMARY KEY (survey, version)"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE form ("
    " survey     TEXT NOT NULL PRIMARY KEY,"
    " version    TEXT NOT NULL,"
    " hash       TEXT NOT NULL,"
    " public_key TEXT NOT NULL,"
    " fields     TEXT NOT NULL"
    ") STRICT, WITHOUT ROWID;"
    "UPDATE meta SET key = 'damage' WHERE key = 'last_error';";

// What the kiosk is used for: the closed list of outbox/use, by period, and nothing that leads from one count to
// another.
constexpr const char* use_schema =
    "CREATE TABLE use ("
    " period  TEXT NOT NULL CHECK (" TALKPOINT_PERIOD("period") "),"
    " what    TEXT NOT NULL CHECK (what IN ('play', 'visit', 'open', 'screen', 'language', 'setting',"
    "  'survey-started', 'survey-left', 'survey-finished')),"
    " subject TEXT NOT NULL,"
    " detail  TEXT NOT NULL,"
    " count   INTEGER NOT NULL CHECK (count > 0),"
    " PRIMARY KEY (period, what, subject, detail)"
    ") STRICT, WITHOUT ROWID;";

// What is answered at an event is counted apart. What is there was outside events.
constexpr const char* event_schema =
    "ALTER TABLE tally RENAME TO tally_before;"
    "CREATE TABLE tally ("
    " survey   TEXT NOT NULL,"
    " question TEXT NOT NULL,"
    " option   TEXT NOT NULL,"
    " period   TEXT NOT NULL CHECK (" TALKPOINT_PERIOD("period") "),"
    " event    TEXT NOT NULL CHECK (length(event) <= 40 AND event NOT GLOB '*[^a-z0-9-]*'),"
    " phase    TEXT NOT NULL CHECK (phase = '' OR event <> '' AND phase IN ('before', 'after')),"
    " count    INTEGER NOT NULL CHECK (count > 0),"
    " PRIMARY KEY (survey, question, option, period, event, phase)"
    ") STRICT, WITHOUT ROWID;"
    "INSERT INTO tally SELECT survey, question, option, period, '', '', count FROM tally_before;"
    "DROP TABLE tally_before;";

// Step n leads from version n to n + 1. A step that has been released is never changed: add another.
constexpr std::array steps{first_schema, frozen_schema, use_schema, event_schema};

}  // namespace

std::int64_t newest_version() { return static_cast<std::int64_t>(steps.size()); }

Outcome<void> migrate(Connection& connection, std::int64_t version) {
    for (; version < newest_version(); ++version) {
        auto transaction = Transaction::begin(connection);
        if (!transaction) return std::unexpected(transaction.error());
        const auto mark = fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", application_id, version + 1);
        for (const char* sql : {steps[static_cast<std::size_t>(version)], mark.c_str()})
            // SQLITE_ERROR: there are no such columns, so it is not what its version says.
            if (const auto done = connection.run(sql); !done)
                return std::unexpected(done.error() == SQLITE_ERROR ? SQLITE_CORRUPT : done.error());
        if (const auto done = transaction->commit(); !done) return done;
    }
    return {};
}

Outcome<void> touch_tables(Connection& connection) {
    constexpr const char* response =
        "SELECT id, survey, version, period, body, attachment, sealed, tried, parked, parked_under FROM response LIMIT "
        "1";
    for (const char* sql :
         {response, "SELECT survey, question, option, period, event, phase, count FROM tally LIMIT 1",
          "SELECT survey, count, last_period FROM sent LIMIT 1", "SELECT key, value FROM meta LIMIT 1",
          "SELECT survey, version, reason, under FROM parked_kind LIMIT 1",
          "SELECT survey, version, hash, public_key, fields FROM form LIMIT 1",
          "SELECT period, what, subject, detail, count FROM use LIMIT 1"}) {
        const auto read = connection.text(sql);
        if (!read) return std::unexpected(read.error() == SQLITE_ERROR ? SQLITE_CORRUPT : read.error());
    }
    return {};
}

}  // namespace talkpoint::store
