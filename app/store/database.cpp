#include "store/database.hpp"

#include "base/files.hpp"
#include "store/database_impl.hpp"

#include <array>
#include <tuple>
#include <utility>

namespace talkpoint::store {
namespace fs = std::filesystem;
namespace {

using base::Result;

// VACUUM writes the whole file anew: this much of it for each response, so that a file of 1 MiB (1,000 responses) is
// rewritten after each, one of 10 MiB after every tenth; and not at all once its copy in memory would be a burden.
constexpr std::int64_t rewritten_per_commit = 1024LL * 1024;
constexpr std::int64_t largest_rewritten = 64LL * 1024 * 1024;
constexpr std::int64_t unknown_untidiness = largest_rewritten / rewritten_per_commit + 1;

Outcome<Live> make_live(Connection connection) {
    auto insert = connection.prepare("INSERT INTO response (" TALKPOINT_COLUMNS
                                     ", sealed) VALUES (?1,?2,?3,?4,?5,?6,?6 IS NOT NULL) ON CONFLICT (id) DO NOTHING");
    // One that was sealed since has other bytes, and is the same.
    auto same = connection.prepare(
        "SELECT 1 FROM response WHERE (id, survey, period) = (?1, ?2, ?4)"
        " AND ((version, body) = (?3, ?5) AND attachment IS ?6 OR ?6 IS NULL AND sealed)");
    auto count = connection.prepare(
        "INSERT INTO tally (survey, question, option, period, event, phase, count) VALUES (?1,?2,?3,?4,?5,?6,1)"
        " ON CONFLICT DO UPDATE SET count = count + 1");
    for (const auto* statement : {&insert, &same, &count})
        if (!*statement) return std::unexpected(statement->error());
    return Live{std::move(connection), std::move(*insert), std::move(*same), std::move(*count)};
}

Run run_with(const Statement& statement, const outbox::Record& r) {
    return Run{statement, r.id, r.survey, r.version, r.period, r.body, Blob{r.attachment}};
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
        const auto done =
            Run{live.count, tally.survey, tally.question, tally.option, tally.period, tally.event, tally.phase}
                .finish();
        if (!done) return done;
    }
    return transaction->commit();
}

// Bytes that hold something: what a file that was once long keeps empty is not copied.
constexpr const char* bytes_in_use =
    "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size";

}  // namespace

// Closes without touching what lies on the disk: it is damaged, or no longer ours.
void Database::Impl::let_go() {
    if (live) live->connection.keep_log(true);
    live.reset();
}

Result<void> Database::Impl::come_alive() {
    if (live && !live->connection.moved()) return {};
    let_go();
    for (int attempt = 0;; ++attempt) {
        auto opened = use == Use::kiosk ? open_to_write(file) : open_to_write_beside(file);
        if (opened) {
            auto made = make_live(std::move(*opened));
            if (made) {
                live.emplace(std::move(*made));
                return {};
            }
            opened = std::unexpected(Refusal{error_of(made.error(), file), is_damage(made.error())});
        }
        if (use != Use::kiosk || !opened.error().damaged || attempt > 0)
            return std::unexpected(std::move(opened.error().error));
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
    std::ignore = execute(*opened, "INSERT OR REPLACE INTO meta (key, value) VALUES ('damage', ?1)", note);
    return {};
}

Result<Connection*> Database::Impl::connection() {
    if (reading) return &reading->connection;
    if (auto alive = come_alive(); !alive) return std::unexpected(std::move(alive.error()));
    return &live->connection;
}

Result<Connection*> Database::Impl::writing() {
    if (use == Use::reader)
        return base::fail(base::ErrorKind::unwritable, "was opened to be read only; report this", file);
    return connection();
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
    auto impl = std::make_unique<Impl>();
    impl->file = folder / "responses.db";
    impl->today = today;
    impl->untidy = unknown_untidiness;
    auto alive = impl->come_alive();
    // A full disk, or one that breaks every file, is no reason to keep the kiosk dark: responses are refused until
    // somebody has seen to it.
    const bool full = !alive && alive.error().kind == base::ErrorKind::unwritable && base::free_space_mb(folder) == 0;
    const bool breaks = !alive && alive.error().kind == base::ErrorKind::too_large;
    if (!alive && !full && !breaks) return std::unexpected(std::move(alive.error()));
    return Database{std::move(impl)};
}

Result<Database> Database::open_to_read(const fs::path& folder) {
    auto impl = std::make_unique<Impl>();
    impl->file = folder / "responses.db";
    impl->use = Impl::Use::reader;
    auto opened = open_for_reading(impl->file);
    if (!opened) return std::unexpected(std::move(opened.error()));
    impl->reading.emplace(std::move(*opened));
    return Database{std::move(impl)};
}

Result<Database> Database::open_beside(const fs::path& folder) {
    auto impl = std::make_unique<Impl>();
    impl->file = folder / "responses.db";
    impl->use = Impl::Use::uploader;
    impl->untidy = unknown_untidiness;
    if (auto alive = impl->come_alive(); !alive) return std::unexpected(std::move(alive.error()));
    return Database{std::move(impl)};
}

const std::optional<fs::path>& Database::set_aside() const { return impl_->aside; }

Result<void> Database::submit(const outbox::Record& record, const std::vector<outbox::Tally>& tallies) {
    auto kept = impl_->keep([&](Live& live) { return commit(live, record, tallies); });
    if (kept) ++impl_->untidy;
    return kept;
}

void Database::tidy() {
    const bool nothing_to_do = impl_->untidy == 0 && !impl_->logged;
    if (!impl_->live || nothing_to_do || impl_->live->connection.moved()) return;
    auto& connection = impl_->live->connection;
    const auto bytes = connection.number(bytes_in_use);
    if (bytes && *bytes <= largest_rewritten && impl_->untidy * rewritten_per_commit >= *bytes &&
        connection.run("VACUUM"))
        impl_->untidy = 0;
    const auto busy = connection.number("PRAGMA wal_checkpoint(TRUNCATE)");  // somebody reads: then it stays as it is
    impl_->logged = !busy || *busy != 0;
    if (!busy) (void)impl_->failure(busy.error());
}

}  // namespace talkpoint::store
