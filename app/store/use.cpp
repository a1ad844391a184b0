// Counts of use: adding to them, and reading them.
#include "store/database_impl.hpp"

#include <utility>

namespace talkpoint::store {
namespace {

using base::Result;

/// Keeps the table within its bound: the oldest period goes, whole.
Outcome<void> bound(Connection& connection) {
    const auto rows = connection.number("SELECT count(*) FROM use");
    if (!rows) return std::unexpected(rows.error());
    if (*rows <= most_use_rows) return {};
    return connection.run("DELETE FROM use WHERE period = (SELECT min(period) FROM use)");
}

/// Adds to each count, or begins it. How many of them have moved within their page, and are of a visit: in which order
/// they did is to be seen until the file is written anew. One that is new comes after those that are there; and so does
/// the second, since SQLite needs a byte for it, and none for the first.
Outcome<std::int64_t> add(Connection& connection, const outbox::Uses& uses, const std::string& period) {
    auto transaction = Transaction::begin(connection);
    if (!transaction) return std::unexpected(transaction.error());
    const auto more = connection.prepare(
        "INSERT INTO use (period, what, subject, detail, count) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT DO UPDATE SET count = count + excluded.count RETURNING count");
    if (!more) return std::unexpected(more.error());
    std::int64_t moved = 0;
    bool new_rows = false;
    for (const auto& [use, count] : uses) {
        Run run{*more, period, outbox::name_of(use.what), use.subject, use.detail, count};
        if (const auto added = run.step(); !added) return std::unexpected(added.error());
        new_rows = new_rows || run.integer(0) == count;
        if (use.what != outbox::What::play && run.integer(0) - count <= 1) ++moved;
    }
    if (new_rows)
        if (const auto bounded = bound(connection); !bounded) return std::unexpected(bounded.error());
    if (const auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return moved;
}

}  // namespace

Result<void> Database::count(const outbox::Uses& uses, const std::string& period) {
    std::int64_t moved = 0;
    auto kept = impl_->keep([&](Live& live) -> Outcome<void> {
        const auto added = add(live.connection, uses, period);
        if (!added) return std::unexpected(added.error());
        moved = *added;
        return {};
    });
    if (!kept) return kept;
    impl_->untidy += moved;
    impl_->logged = true;
    return kept;
}

Result<std::vector<outbox::UseCount>> Database::uses() {
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    std::vector<outbox::UseCount> uses;
    const auto read = each_row(**connection, "SELECT period, what, subject, detail, count FROM use ORDER BY 1, 2, 3, 4",
                               [&](const Run& row) {
                                   if (const auto what = outbox::what_of(row.text(1)))
                                       uses.push_back({row.text(0), {*what, row.text(2), row.text(3)}, row.integer(4)});
                               });
    if (auto done = impl_->said(read); !done) return std::unexpected(std::move(done.error()));
    return uses;
}

}  // namespace talkpoint::store
