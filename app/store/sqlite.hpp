// SQLite behind four small owners. Private to store/: the only header that includes sqlite3.h. Failures are SQLite's
// own (extended) result codes here; `error_of` makes them the program's at the edge of the folder.
#pragma once

#include "base/result.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace talkpoint::store {

template <class T>
using Outcome = std::expected<T, int>;

/// The file's own bytes make no sense: not a database, or a broken one.
[[nodiscard]] bool is_damage(int code);
/// The disk or the rights failed under us: the connection is not worth keeping.
[[nodiscard]] bool is_disk_fault(int code);
/// What a person is told: what is wrong with `file`, and what to do.
[[nodiscard]] base::Error error_of(int code, const std::filesystem::path& file);

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
/// A prepared statement, kept as long as its connection.
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// Bytes that are no text; none at all are NULL.
struct Blob {
    std::string_view bytes;
};

/// One execution of a kept statement: bound, stepped, and reset on every way out. Bound texts must outlive it.
class Run {
  public:
    template <class... Values>
    explicit Run(const Statement& statement, const Values&... values) : statement_(statement.get()) {
        (bind(values), ...);
    }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run();

    /// True: a row is there to be read. False: done.
    [[nodiscard]] Outcome<bool> step();
    /// step() for statements that return nothing.
    [[nodiscard]] Outcome<void> finish();
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }

  private:
    void bind(std::string_view value);
    void bind(const std::string& value) { bind(std::string_view{value}); }
    void bind(std::int64_t value);
    void bind(Blob value);
    void note(int code);

    sqlite3_stmt* statement_;
    int bound_ = 0;
    int bad_ = SQLITE_OK;  ///< the first failure to bind
};

class Connection {
  public:
    /// `name` is a path or, with SQLITE_OPEN_URI, an address. Does not read the file yet.
    [[nodiscard]] static Outcome<Connection> open(const std::string& name, int flags);

    /// Statements without parameters; their rows are thrown away.
    [[nodiscard]] Outcome<void> run(const char* sql);
    /// The first column of the first row, 0 if there is none.
    [[nodiscard]] Outcome<std::int64_t> number(const char* sql);
    [[nodiscard]] Outcome<std::string> text(const char* sql);
    [[nodiscard]] Outcome<Statement> prepare(const char* sql);

    [[nodiscard]] int changed_rows() const { return sqlite3_changes(handle_.get()); }
    [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
    /// Somebody has moved or deleted the file beneath us: what is written now would be lost.
    [[nodiscard]] bool moved() const;
    /// While kept, closing leaves the file and its log exactly as they are.
    void keep_log(bool keep);

  private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    explicit Connection(sqlite3* handle) : handle_(handle) {}
    std::unique_ptr<sqlite3, Close> handle_;
};

/// Calls `visit` with each row of a query, until one fails.
template <class Visit, class... Values>
Outcome<void> each_row(Connection& connection, const char* sql, Visit visit, const Values&... values) {
    const auto statement = connection.prepare(sql);
    if (!statement) return std::unexpected(statement.error());
    Run run{*statement, values...};
    while (true) {
        const auto row = run.step();
        if (!row) return std::unexpected(row.error());
        if (!*row) return {};
        visit(run);
    }
}

/// A statement that returns nothing.
template <class... Values>
Outcome<void> execute(Connection& connection, const char* sql, const Values&... values) {
    return each_row(connection, sql, [](const Run&) {}, values...);
}

/// Writes that all happen or none: rolled back unless committed.
class Transaction {
  public:
    [[nodiscard]] static Outcome<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Outcome<void> commit();

  private:
    explicit Transaction(Connection& connection) : connection_(&connection) {}
    Connection* connection_;
};

}  // namespace talkpoint::store
