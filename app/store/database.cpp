#include "store/database.hpp"

#include "base/files.hpp"
#include "store/opening.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace talkpoint::store {
namespace fs = std::filesystem;
namespace {

using base::Result;

#define TALKPOINT_COLUMNS \
    "id, survey, version, site, period, language, audience, event, phase, flag, trusted_clock, answers"

// VACUUM writes the whole file anew: this much of it for each response, so that a file of 1 MiB (2,500 responses) is
// rewritten after each, one of 10 MiB after every tenth; and not at all once its copy in memory would be a burden.
constexpr std::int64_t rewritten_per_commit = 1024LL * 1024;
constexpr std::int64_t largest_rewritten = 64LL * 1024 * 1024;

// An open connection and the statements that each submit needs.
struct Live {
    Connection connection;
    Statement insert;
    Statement same;
    Statement count;
};

Outcome<Live> make_live(Connection connection) {
    auto insert = connection.prepare("INSERT INTO response (" TALKPOINT_COLUMNS
                                     ")"
                                     " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12) ON CONFLICT (id) DO NOTHING");
    auto same = connection.prepare("SELECT 1 FROM response WHERE (" TALKPOINT_COLUMNS
                                   ")"
                                   " = (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)");
    auto count = connection.prepare(
        "INSERT INTO tally (survey, question, option, period, count) VALUES (?1,?2,?3,?4,1)"
        " ON CONFLICT DO UPDATE SET count = count + 1");
    for (const auto* statement : {&insert, &same, &count})
        if (!*statement) return std::unexpected(statement->error());
    return Live{std::move(connection), std::move(*insert), std::move(*same), std::move(*count)};
}

Run run_with(const Statement& statement, const outbox::Record& r) {
    return Run{statement,  r.id,       r.survey, r.version, r.site, r.period,
               r.language, r.audience, r.event,  r.phase,   r.flag, std::int64_t{r.trusted_clock},
               r.answers};
}

// The response and its counts, or nothing.
Outcome<void> commit(Live& live, const outbox::Record& record, const std::vector<outbox::Tally>& tallies) {
    auto transaction = Transaction::begin(live.connection);
    if (!transaction) return std::unexpected(transaction.error());
    if (const auto done = run_with(live.insert, record).finish(); !done) return done;
    if (live.connection.changed_rows() == 0) {
        const auto known = run_with(live.same, record).step();
        if (!known) return std::unexpected(known.error());
        return *known ? Outcome<void>{} : std::unexpected(SQLITE_CONSTRAINT_PRIMARYKEY);
    }
    for (const auto& tally : tallies) {
        const auto done = Run{live.count, tally.survey, tally.question, tally.option, tally.period}.finish();
        if (!done) return done;
    }
    return transaction->commit();
}

outbox::Record record_in(const Run& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),          row.text(5),
            row.text(6), row.text(7), row.text(8), row.text(9), row.integer(10) != 0, row.text(11)};
}

// Calls `visit` with each row of a query.
template <class Visit>
Outcome<void> each_row(Connection& connection, const char* sql, Visit visit) {
    const auto statement = connection.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    Run run{*statement};
    while (true) {
        const auto row = run.step();
        if (!row) return std::unexpected(row.error());
        if (!*row) return {};
        visit(run);
    }
}

Outcome<outbox::Counts> count_all(Connection& connection) {
    outbox::Counts counts;
    const auto waiting = [&](const Run& row) {
        auto& survey = counts.surveys[row.text(0)];
        counts.queued += survey.queued = row.integer(1) - row.integer(2);
        counts.parked += survey.parked = row.integer(2);
    };
    const auto sent = [&](const Run& row) {
        counts.sent += counts.surveys[row.text(0)].sent = row.integer(1);
        counts.last_sent = std::max(counts.last_sent.value_or(""), row.text(2));
    };
    const auto error = [&](const Run& row) { counts.last_error = row.text(0); };
    auto all = each_row(connection, "SELECT survey, count(*), count(parked) FROM response GROUP BY survey", waiting);
    if (all) all = each_row(connection, "SELECT survey, count, last_period FROM sent", sent);
    if (all) all = each_row(connection, "SELECT value FROM meta WHERE key = 'last_error'", error);
    if (!all) return std::unexpected(all.error());
    return counts;
}

}  // namespace

struct Database::Impl {
    fs::path file;
    base::Date today;
    bool read_only = false;
    std::optional<Live> live;        // of a kiosk's database; nothing after a disk fault
    std::optional<Reading> reading;  // of one that was opened to read
    std::optional<fs::path> aside;
    // Responses since the file was last written anew. What another run left is not known: the first tidy() sees to it.
    std::int64_t untidy = largest_rewritten / rewritten_per_commit + 1;

    Result<void> come_alive();
    Result<void> begin_anew();
    void let_go();
    Result<Connection*> connection();
    template <class T>
    Result<void> said(const Outcome<T>& outcome);
    base::Error failure(int code);
};

// Closes without touching what lies on the disk: it is damaged, or no longer ours.
void Database::Impl::let_go() {
    if (live) live->connection.keep_log(true);
    live.reset();
}

Result<void> Database::Impl::come_alive() {
    if (live && !live->connection.moved()) return {};
    let_go();
    for (int attempt = 0;; ++attempt) {
        auto opened = open_to_write(file);
        if (opened) {
            auto made = make_live(std::move(*opened));
            if (made) {
                live.emplace(std::move(*made));
                return {};
            }
            opened = std::unexpected(Refusal{error_of(made.error(), file), is_damage(made.error())});
        }
        if (!opened.error().damaged || attempt > 0) return std::unexpected(std::move(opened.error().error));
        if (auto begun = begin_anew(); !begun) return begun;
    }
}

// Sets the damaged file aside and leaves a new one, which says so to those who ask for the status.
Result<void> Database::Impl::begin_anew() {
    let_go();
    auto moved = store::set_aside(file, today);
    if (!moved) return std::unexpected(std::move(moved.error()));
    aside = std::move(*moved);
    auto opened = open_to_write(file);
    if (!opened) return std::unexpected(std::move(opened.error().error));
    const std::string note =
        "the file of responses was damaged; it is kept as " + aside->filename().string() + ", show it to IT";
    const auto statement = opened->prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('last_error', ?1)");
    if (statement) std::ignore = Run{*statement, note}.finish();
    return {};
}

Result<Connection*> Database::Impl::connection() {
    if (reading) return &reading->connection;
    if (auto alive = come_alive(); !alive) return std::unexpected(std::move(alive.error()));
    return &live->connection;
}

// What a caller is told of a reading.
template <class T>
Result<void> Database::Impl::said(const Outcome<T>& outcome) {
    if (reading)
        if (auto valid = still_valid(*reading, file); !valid) return valid;
    if (!outcome) return std::unexpected(failure(outcome.error()));
    return {};
}

base::Error Database::Impl::failure(int code) {
    if (is_disk_fault(code)) let_go();
    return error_of(code, file);
}

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const fs::path& folder, base::Date today) {
    auto impl = std::make_unique<Impl>(
        Impl{.file = folder / "responses.db", .today = today, .live = {}, .reading = {}, .aside = {}});
    auto alive = impl->come_alive();
    // A full disk is no reason to keep the kiosk dark: responses are refused until there is room again.
    const bool full = !alive && alive.error().kind == base::ErrorKind::unwritable && base::free_space_mb(folder) == 0;
    if (!alive && !full) return std::unexpected(std::move(alive.error()));
    return Database{std::move(impl)};
}

Result<Database> Database::open_to_read(const fs::path& folder) {
    auto impl = std::make_unique<Impl>(
        Impl{.file = folder / "responses.db", .today = {}, .read_only = true, .live = {}, .reading = {}, .aside = {}});
    auto opened = open_for_reading(impl->file);
    if (!opened) return std::unexpected(std::move(opened.error()));
    impl->reading.emplace(std::move(*opened));
    return Database{std::move(impl)};
}

const std::optional<fs::path>& Database::set_aside() const { return impl_->aside; }

Result<void> Database::submit(const outbox::Record& record, const std::vector<outbox::Tally>& tallies) {
    if (impl_->read_only)
        return base::fail(base::ErrorKind::unwritable, "was opened to be read only; report this", impl_->file);
    for (int attempt = 0;; ++attempt) {
        if (auto alive = impl_->come_alive(); !alive) return alive;
        const auto done = commit(*impl_->live, record, tallies);
        if (done) {
            ++impl_->untidy;
            return {};
        }
        if (!is_damage(done.error()) || attempt > 0) return std::unexpected(impl_->failure(done.error()));
        if (auto begun = impl_->begin_anew(); !begun) return begun;
    }
}

Result<outbox::Counts> Database::counts() {
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    auto counts = count_all(**connection);
    if (auto read = impl_->said(counts); !read) return std::unexpected(std::move(read.error()));
    return std::move(*counts);
}

void Database::tidy() {
    if (!impl_->live || impl_->untidy == 0 || impl_->live->connection.moved()) return;
    auto& connection = impl_->live->connection;
    const auto bytes = connection.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (bytes && *bytes <= largest_rewritten && impl_->untidy * rewritten_per_commit >= *bytes &&
        connection.run("VACUUM"))
        impl_->untidy = 0;
    if (const auto done = connection.run("PRAGMA wal_checkpoint(TRUNCATE)"); !done) (void)impl_->failure(done.error());
}

Result<void> Database::for_each(const std::function<void(const outbox::Record&)>& visit) {
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    const auto read = each_row(**connection, "SELECT " TALKPOINT_COLUMNS " FROM response ORDER BY id",
                               [&](const Run& row) { visit(record_in(row)); });
    return impl_->said(read);
}

Result<std::vector<std::pair<outbox::Tally, std::int64_t>>> Database::tallies() {
    const auto connection = impl_->connection();
    if (!connection) return std::unexpected(connection.error());
    std::vector<std::pair<outbox::Tally, std::int64_t>> all;
    const auto add = [&](const Run& row) {
        all.emplace_back(outbox::Tally{row.text(0), row.text(1), row.text(2), row.text(3)}, row.integer(4));
    };
    const auto read =
        each_row(**connection, "SELECT survey, question, option, period, count FROM tally ORDER BY 1, 2, 3, 4", add);
    if (auto done = impl_->said(read); !done) return std::unexpected(std::move(done.error()));
    return all;
}

}  // namespace talkpoint::store
