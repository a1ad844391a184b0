// The uploader's side of the database. Each call reads or writes a few rows, found by an index.
#include "store/database_impl.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::store {
namespace {

using base::Result;
using outbox::KnownForm;
using outbox::Queue;
using outbox::UploadState;

// Nothing may stand under these keys of `meta`; then nothing is said.
constexpr const char* error_key = "upload_error";
constexpr const char* remarks_key = "upload_remarks";
constexpr const char* next_try_key = "next_try";
constexpr const char* stopped_key = "stopped_under";
constexpr const char* hindrance_key = "upload_hindrance";

Outcome<void> set_meta(Connection& connection, const char* key, const std::string& value) {
    if (value.empty()) return execute(connection, "DELETE FROM meta WHERE key = ?1", std::string_view{key});
    return execute(connection, "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", std::string_view{key},
                   value);
}

}  // namespace

Result<std::vector<Queue::Kind>> Database::kinds() {
    std::vector<Kind> kinds;
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    // From one kind straight to the next: those between are not read, be there ever so many.
    const auto statement = (*connection)
                               ->prepare(
                                   "SELECT survey, version FROM response WHERE parked IS NULL"
                                   " AND (survey, version) > (?1, ?2) ORDER BY survey, version LIMIT 1");
    if (!statement) return std::unexpected(impl_->failure(statement.error()));
    for (Kind last;;) {
        Run run{*statement, last.survey, last.version};
        const auto row = run.step();
        if (auto read = impl_->said(row); !read) return std::unexpected(std::move(read.error()));
        if (!*row) break;
        last = {run.text(0), run.text(1)};
        kinds.push_back(last);
    }
    const auto parked = impl_->list<Kind>("SELECT survey, version FROM parked_kind",
                                          [](const Run& row) { return Kind{row.text(0), row.text(1)}; });
    if (!parked) return std::unexpected(parked.error());
    std::erase_if(kinds, [&](const Kind& kind) { return std::ranges::find(*parked, kind) != parked->end(); });
    return kinds;
}

Result<std::int64_t> Database::waiting(const std::string& survey, std::int64_t limit) {
    const auto all = kinds();
    if (!all) return std::unexpected(all.error());
    std::int64_t count = 0;
    for (const auto& kind : *all) {
        if (kind.survey != survey || count >= limit) continue;
        const auto counted = impl_->list<std::int64_t>(
            "SELECT count(*) FROM (SELECT 1 FROM response WHERE parked IS NULL AND survey = ?1 AND version = ?2"
            " LIMIT ?3)",
            [](const Run& row) { return row.integer(0); }, kind.survey, kind.version, limit - count);
        if (!counted) return std::unexpected(counted.error());
        count += counted->front();
    }
    return count;
}

Result<std::vector<Queue::Waiting>> Database::next(const Selection& selection, const std::string& after,
                                                   std::size_t limit) {
    return impl_->list<Waiting>(
        "SELECT " TALKPOINT_COLUMNS
        ", tried FROM response WHERE parked IS NULL AND survey = ?1 AND version = ?2 AND id > ?3"
        " AND (?4 = '' OR period <> ?4 OR tried) ORDER BY id LIMIT ?5",
        [](const Run& row) { return Waiting{record_in(row), row.integer(6) != 0}; }, selection.kind.survey,
        selection.kind.version, after, selection.without_period, static_cast<std::int64_t>(limit));
}

Result<void> Database::mark_tried(const outbox::Record& r) {
    return impl_->write_together([&](Connection& connection) -> Outcome<void> {
        bool only_now = false;
        const auto asked = each_row(
            connection, "SELECT 1 FROM response WHERE id = ?1 AND NOT tried AND NOT sealed",
            [&](const Run&) { only_now = r.sealed(); }, r.id);
        if (!asked) return asked;
        const auto marked = execute(connection,
                                    "UPDATE response SET tried = 1, version = ?2, body = ?3, attachment = ?4,"
                                    " sealed = ?4 IS NOT NULL WHERE id = ?1 AND NOT tried",
                                    r.id, r.version, r.body, Blob{r.attachment});
        if (!marked || !only_now) return marked;
        ++impl_->untidy;  // its plain text must go
        return execute(connection, "DELETE FROM tally WHERE survey = ?1 AND question <> ''", r.survey);
    });
}

Result<void> Database::receipt(const std::string& id, const std::string& period) {
    ++impl_->untidy;
    return impl_->write_together([&](Connection& connection) -> Outcome<void> {
        const auto counted =
            execute(connection,
                    "INSERT INTO sent (survey, count, last_period) SELECT survey, 1, ?2 FROM response WHERE id = ?1"
                    " ON CONFLICT DO UPDATE SET count = count + 1, last_period = excluded.last_period",
                    id, period);
        if (!counted) return counted;
        return execute(connection, "DELETE FROM response WHERE id = ?1", id);
    });
}

Result<void> Database::park(const std::string& id, const std::string& reason, const std::string& under) {
    return impl_->write("UPDATE response SET parked = ?2, parked_under = ?3 WHERE id = ?1", id, reason, under);
}

Result<void> Database::park_kind(const Kind& kind, const std::string& reason, const std::string& under) {
    return impl_->write("INSERT OR REPLACE INTO parked_kind (survey, version, reason, under) VALUES (?1, ?2, ?3, ?4)",
                        kind.survey, kind.version, reason, under);
}

Result<void> Database::unpark(const std::string& survey, const std::string& under) {
    return impl_->write_together([&](Connection& connection) -> Outcome<void> {
        const auto done = execute(connection,
                                  "UPDATE response SET parked = NULL, parked_under = NULL"
                                  " WHERE parked IS NOT NULL AND survey = ?1 AND (?2 = '' OR parked_under IS NOT ?2)",
                                  survey, under);
        if (!done) return done;
        return execute(connection, "DELETE FROM parked_kind WHERE survey = ?1 AND (?2 = '' OR under <> ?2)", survey,
                       under);
    });
}

Result<std::vector<std::string>> Database::parked_surveys() {
    return impl_->list<std::string>(
        "SELECT survey FROM response WHERE parked IS NOT NULL"
        " UNION SELECT survey FROM parked_kind ORDER BY 1",
        [](const Run& row) { return row.text(0); });
}

Result<std::vector<KnownForm>> Database::forms() {
    return impl_->list<KnownForm>(
        "SELECT survey, version, hash, public_key, fields FROM form ORDER BY survey",
        [](const Run& row) { return KnownForm{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)}; });
}

Result<void> Database::remember(const KnownForm& form) {
    return impl_->write(
        "INSERT OR REPLACE INTO form (survey, version, hash, public_key, fields)"
        " VALUES (?1, ?2, ?3, ?4, ?5)",
        form.survey, form.version, form.hash, form.public_key, form.fields);
}

Result<UploadState> Database::upload_state() {
    const auto rows = impl_->list<std::pair<std::string, std::string>>(
        "SELECT key, value FROM meta", [](const Run& row) { return std::pair{row.text(0), row.text(1)}; });
    if (!rows) return std::unexpected(rows.error());
    UploadState state;
    for (const auto& [key, value] : *rows) {
        if (key == error_key) state.error = value;
        if (key == remarks_key) state.remarks = value;
        if (key == next_try_key) state.next_try = value;
        if (key == stopped_key) state.stopped_under = value;
        if (key == hindrance_key) state.hindrance = outbox::hindrance_named(value);
    }
    return state;
}

Result<void> Database::remember(const UploadState& state) {
    if (const auto now = upload_state(); now && *now == state) return {};
    const std::string hindrance{name_of(state.hindrance)};
    return impl_->write_together([&](Connection& connection) -> Outcome<void> {
        for (const auto& [key, value] :
             {std::pair{hindrance_key, &hindrance}, std::pair{error_key, &state.error},
              std::pair{remarks_key, &state.remarks}, std::pair{next_try_key, &state.next_try},
              std::pair{stopped_key, &state.stopped_under}})
            if (const auto done = set_meta(connection, key, *value); !done) return done;
        return {};
    });
}

}  // namespace talkpoint::store
