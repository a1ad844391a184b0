#include "store/sqlite.hpp"

#include "base/files.hpp"

#include <fmt/format.h>

#include <tuple>
#include <utility>

namespace talkpoint::store {
namespace {

// A reader holds the file for milliseconds; a commit may wait that long and no longer.
constexpr int busy_ms = 250;

int primary(int code) { return code & 0xff; }

Outcome<void> outcome(int code) {
    if (code == SQLITE_OK) return {};
    return std::unexpected(code);
}

}  // namespace

bool is_damage(int code) { return primary(code) == SQLITE_CORRUPT || primary(code) == SQLITE_NOTADB; }

bool is_disk_fault(int code) {
    switch (primary(code)) {
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return true;
        default:
            return false;
    }
}

base::Error error_of(int code, const std::filesystem::path& file) {
    using enum base::ErrorKind;
    switch (primary(code)) {
        case SQLITE_FULL:
            return {unwritable, "cannot be written: the disk is full; free some space", file};
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return {unwritable, "cannot be written: it is read-only; check the rights of it and of its folder", file};
        case SQLITE_CANTOPEN:
            return {unwritable, "cannot be opened; check that its folder exists and its rights", file};
        case SQLITE_IOERR:
            // Some file systems have no other word for it.
            if (base::free_space_mb(file.parent_path()) == 0) return error_of(SQLITE_FULL, file);
            return {unwritable, fmt::format("the disk failed ({}); check the disk", sqlite3_errstr(code)), file};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {in_use, "another program is holding it; close that program", file};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {malformed, "is damaged or is not a Talkpoint database; start the kiosk, which sets it aside whole",
                    file};
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_TOOBIG:
            return {malformed, "refuses the response: a value breaks the rules of the schema; report this", file};
        default:
            return {unwritable, fmt::format("cannot be used ({}); report this", sqlite3_errstr(code)), file};
    }
}

void Run::note(int code) {
    if (bad_ == SQLITE_OK) bad_ = code;
}

void Run::bind(std::string_view value) {
    note(sqlite3_bind_text64(statement_, ++bound_, value.data() ? value.data() : "", value.size(), SQLITE_STATIC,
                             SQLITE_UTF8));
}

void Run::bind(std::int64_t value) { note(sqlite3_bind_int64(statement_, ++bound_, value)); }

void Run::bind(Blob value) {
    ++bound_;
    note(value.bytes.empty()
             ? sqlite3_bind_null(statement_, bound_)
             : sqlite3_bind_blob64(statement_, bound_, value.bytes.data(), value.bytes.size(), SQLITE_STATIC));
}

Run::~Run() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Outcome<bool> Run::step() {
    if (bad_ != SQLITE_OK) return std::unexpected(bad_);
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return std::unexpected(code);
}

Outcome<void> Run::finish() {
    const auto row = step();
    return row ? Outcome<void>{} : std::unexpected(row.error());
}

std::string Run::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_, column);
    if (!bytes) return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Outcome<Connection> Connection::open(const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    Connection connection{handle};
    if (code != SQLITE_OK) return std::unexpected(code);
    sqlite3_busy_timeout(handle, busy_ms);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // cell_size_check finds damage before it spreads; temp_store keeps VACUUM's copy of the answers off the disk.
    const auto set = connection.run("PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY");
    if (!set) return std::unexpected(set.error());
    return connection;
}

Outcome<void> Connection::run(const char* sql) {
    return outcome(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
}

Outcome<std::int64_t> Connection::number(const char* sql) {
    const auto statement = prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    Run run{*statement};
    const auto row = run.step();
    if (!row) return std::unexpected(row.error());
    return *row ? run.integer(0) : 0;
}

Outcome<std::string> Connection::text(const char* sql) {
    const auto statement = prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    Run run{*statement};
    const auto row = run.step();
    if (!row) return std::unexpected(row.error());
    return *row ? run.text(0) : std::string{};
}

Outcome<Statement> Connection::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return std::unexpected(code);
    return Statement{statement};
}

bool Connection::moved() const {
    int moved = 0;
    sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
}

void Connection::keep_log(bool keep) {
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

Outcome<Transaction> Transaction::begin(Connection& connection) {
    // IMMEDIATE: to be told at once if another program is writing, not in the middle.
    const auto begun = connection.run("BEGIN IMMEDIATE");
    if (!begun) return std::unexpected(begun.error());
    return Transaction{connection};
}

Transaction::~Transaction() {
    // After some failures SQLite has rolled back by itself.
    if (connection_ && connection_->in_transaction()) std::ignore = connection_->run("ROLLBACK");
}

Outcome<void> Transaction::commit() { return connection_->run("COMMIT"); }

}  // namespace talkpoint::store
