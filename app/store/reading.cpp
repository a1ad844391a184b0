// What those read who do not send: counts for the status, responses for an export.
#include "store/database_impl.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace talkpoint::store {
namespace {

using base::Result;
using outbox::Counts;

using Reasons = std::map<std::pair<std::string, std::string>, std::string>;

void add_parked(Counts& counts, outbox::Parked parked) {
    counts.parked += parked.count;
    counts.surveys[parked.survey].parked += parked.count;
    counts.reasons.push_back(std::move(parked));
}

// Those of a kind that is parked are parked, whatever their own row says.
Outcome<void> count_waiting(Connection& connection, Counts& counts) {
    Reasons parked_kinds;
    const auto kinds = each_row(connection, "SELECT survey, version, reason FROM parked_kind",
                                [&](const Run& row) { parked_kinds[{row.text(0), row.text(1)}] = row.text(2); });
    if (!kinds) return kinds;
    return each_row(connection,
                    "SELECT survey, version, count(*), sum(sealed) FROM response WHERE parked IS NULL GROUP BY 1, 2",
                    [&](const Run& row) {
                        const auto parked = parked_kinds.find({row.text(0), row.text(1)});
                        counts.sealed += row.integer(3);
                        if (parked != parked_kinds.end())
                            return add_parked(counts, {row.text(0), row.text(1), parked->second, row.integer(2)});
                        counts.queued += row.integer(2);
                        counts.surveys[row.text(0)].queued += row.integer(2);
                    });
}

Outcome<void> count_parked(Connection& connection, Counts& counts) {
    return each_row(connection,
                    "SELECT survey, version, parked, count(*), sum(sealed) FROM response WHERE parked IS NOT NULL"
                    " GROUP BY 1, 2, 3",
                    [&](const Run& row) {
                        counts.sealed += row.integer(4);
                        add_parked(counts, {row.text(0), row.text(1), row.text(2), row.integer(3)});
                    });
}

Outcome<void> count_sent(Connection& connection, Counts& counts) {
    return each_row(connection, "SELECT survey, count, last_period FROM sent", [&](const Run& row) {
        counts.sent += counts.surveys[row.text(0)].sent = row.integer(1);
        counts.last_sent = std::max(counts.last_sent.value_or(""), row.text(2));
    });
}

Outcome<Counts> count_all(Connection& connection) {
    Counts counts;
    for (const auto& count : {count_waiting, count_parked, count_sent})
        if (const auto done = count(connection, counts); !done) return std::unexpected(done.error());
    const auto damage = each_row(connection, "SELECT value FROM meta WHERE key = 'damage'",
                                 [&](const Run& row) { counts.damage = row.text(0); });
    if (!damage) return std::unexpected(damage.error());
    return counts;
}

}  // namespace

outbox::Record record_in(const Run& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

Result<Counts> Database::counts() {
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    auto counts = count_all(**connection);
    if (auto read = impl_->said(counts); !read) return std::unexpected(std::move(read.error()));
    auto state = upload_state();
    if (!state) return std::unexpected(std::move(state.error()));
    counts->upload = std::move(*state);
    return std::move(*counts);
}

Result<std::vector<std::string>> Database::surveys() {
    return impl_->list<std::string>(
        "SELECT DISTINCT survey FROM response WHERE parked IS NULL"
        " UNION SELECT DISTINCT survey FROM response WHERE parked IS NOT NULL ORDER BY 1",
        [](const Run& row) { return row.text(0); });
}

Result<void> Database::for_each(const std::string& survey, const std::function<void(const outbox::Record&)>& visit) {
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    const auto read = each_row(
        **connection, "SELECT " TALKPOINT_COLUMNS " FROM response WHERE ?1 = '' OR survey = ?1 ORDER BY id",
        [&](const Run& row) { visit(record_in(row)); }, survey);
    return impl_->said(read);
}

Result<void> Database::in_one_moment(const std::function<Result<void>()>& read) {
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    if (const auto begun = impl_->said((*connection)->run("BEGIN")); !begun) return begun;
    auto done = read();
    const auto ended = (*connection)->run("COMMIT");
    return done ? impl_->said(ended) : done;
}

Result<std::vector<std::pair<outbox::Tally, std::int64_t>>> Database::tallies() {
    return impl_->list<std::pair<outbox::Tally, std::int64_t>>(
        "SELECT survey, question, option, period, event, phase, count FROM tally ORDER BY 1, 2, 3, 4, 5, 6",
        [](const Run& row) {
            return std::pair{
                outbox::Tally{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)},
                row.integer(6)};
        });
}

}  // namespace talkpoint::store
