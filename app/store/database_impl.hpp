// What a Database has inside. Private to store/: database.cpp opens and writes responses, queue.cpp sends them away,
// reading.cpp counts and reads.
#pragma once

#include "store/database.hpp"
#include "store/opening.hpp"

namespace talkpoint::store {

#define TALKPOINT_COLUMNS "id, survey, version, period, body, attachment"

/// An open connection and the statements that each submit needs.
struct Live {
    Connection connection;
    Statement insert;
    Statement same;
    Statement count;
};

/// The row of a query that begins with TALKPOINT_COLUMNS.
[[nodiscard]] outbox::Record record_in(const Run& row);

struct Database::Impl {
    /// Who has it open, and so what may be done when the file is not as it should be.
    enum class Use { kiosk, reader, uploader };

    std::filesystem::path file;
    base::Date today;
    Use use = Use::kiosk;
    std::optional<Live> live;        ///< of one that writes; nothing after a disk fault
    std::optional<Reading> reading;  ///< of one that was opened to read
    std::optional<std::filesystem::path> aside;
    /// Responses, and counts of use that have moved, since the file was last written anew. What another run left is not
    /// known: the first tidy() sees to it.
    std::int64_t untidy = 0;
    bool logged = false;  ///< a count of use has been written since the log was cut

    [[nodiscard]] base::Result<void> come_alive();
    [[nodiscard]] base::Result<void> begin_anew();
    void let_go();
    /// To read.
    [[nodiscard]] base::Result<Connection*> connection();
    /// To write: refused for a reader.
    [[nodiscard]] base::Result<Connection*> writing();
    /// What a caller is told of a reading or a writing.
    template <class T>
    [[nodiscard]] base::Result<void> said(const Outcome<T>& outcome) {
        if (reading)
            if (auto valid = still_valid(*reading, file); !valid) return valid;
        if (!outcome) return std::unexpected(failure(outcome.error()));
        return {};
    }
    [[nodiscard]] base::Error failure(int code);

    /// `work`, which writes through `live`, all of it or nothing. The kiosk does it again on a new file where this one
    /// turns out to be damaged.
    template <class Work>
    [[nodiscard]] base::Result<void> keep(Work work) {
        for (int attempt = 0;; ++attempt) {
            if (const auto open = writing(); !open) return std::unexpected(open.error());
            const Outcome<void> done = work(*live);
            if (done) return {};
            const bool hopeless = use != Use::kiosk || !is_damage(done.error()) || attempt > 0;
            if (hopeless) return std::unexpected(failure(done.error()));
            if (auto begun = begin_anew(); !begun) return begun;
        }
    }
    /// One statement that writes.
    template <class... Values>
    [[nodiscard]] base::Result<void> write(const char* sql, const Values&... values) {
        const auto connection = writing();
        if (!connection) return std::unexpected(connection.error());
        return said(execute(**connection, sql, values...));
    }
    /// Writes that all happen or none: `work` is given the connection. The transaction is over before a failure may
    /// close the connection beneath it.
    template <class Work>
    [[nodiscard]] base::Result<void> write_together(Work work) {
        const auto connection = writing();
        if (!connection) return std::unexpected(connection.error());
        const auto together = [&]() -> Outcome<void> {
            auto transaction = Transaction::begin(**connection);
            if (!transaction) return std::unexpected(transaction.error());
            if (const auto done = work(**connection); !done) return done;
            return transaction->commit();
        };
        return said(together());
    }
    /// `make` of each row of a query, in its order.
    template <class T, class Make, class... Values>
    [[nodiscard]] base::Result<std::vector<T>> list(const char* sql, Make make, const Values&... values) {
        const auto open = connection();
        if (!open) return std::unexpected(open.error());
        std::vector<T> rows;
        const auto read = each_row(**open, sql, [&](const Run& row) { rows.push_back(make(row)); }, values...);
        if (auto done = said(read); !done) return std::unexpected(std::move(done.error()));
        return rows;
    }
};

}  // namespace talkpoint::store
