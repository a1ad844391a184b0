#include "store/opening.hpp"

#include "base/files.hpp"
#include "store/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>

namespace talkpoint::store {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

// What belongs to a database besides its file; together they are one thing and move together.
constexpr std::array companions{"-wal", "-shm", "-journal"};

fs::path with(const fs::path& file, std::string_view ending) { return file.string() + std::string{ending}; }

bool is_there(const fs::path& file) {
    std::error_code error;
    return fs::exists(file, error);
}

bool holds_something(const fs::path& file) {
    std::error_code error;
    const auto size = fs::file_size(file, error);
    return !error && size > 0;
}

// The first 100 bytes: https://www.sqlite.org/fileformat2.html, 1.3.
using Header = std::array<unsigned char, 100>;

std::int64_t number_at(const Header& header, std::size_t offset) {
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + header[offset + i];
    return value;
}

bool sound(const Header& header) {
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    const auto known_format = [](unsigned char version) { return version == 1 || version == 2; };
    return std::equal(magic.begin(), magic.end(), header.begin(),
                      [](char a, unsigned char b) { return static_cast<unsigned char>(a) == b; }) &&
           known_format(header[18]) && known_format(header[19]);
}

// Fewer bytes than its header says: cut short. SQLite itself takes what is missing of the last page for zeros.
bool cut_short(const Header& header, const fs::path& file) {
    const auto page_size = header[16] * 256LL + header[17];  // 1 stands for 65536
    const auto pages = number_at(header, 28);
    const auto said = pages * (page_size == 1 ? 65536 : page_size);
    // A file of one page is one in the making: nothing was kept in it yet.
    const bool valid = number_at(header, 24) == number_at(header, 92) && pages > 1;
    std::error_code error;
    const auto size = fs::file_size(file, error);
    // Where there is a log, its pages are yet to come into the file.
    return !error && valid && static_cast<std::int64_t>(size) < said && !holds_something(with(file, "-wal"));
}

enum class Found { nothing, database, newer, damaged };

// Judges by the bytes alone, so that a file of a newer version is not even opened.
base::Result<Found> look_at(const fs::path& file) {
    std::error_code error;
    const auto status = fs::status(file, error);
    if (!fs::exists(status)) {
        if (error && error != std::errc::no_such_file_or_directory)
            return base::fail(ErrorKind::unreadable,
                              fmt::format("cannot be reached ({}); check the folder", error.message()), file);
        return holds_something(with(file, "-wal")) ? Found::damaged : Found::nothing;
    }
    if (!fs::is_regular_file(status)) return base::fail(ErrorKind::unreadable, "is not a file; move it away", file);
    std::ifstream in{file, std::ios::binary};
    if (!in) return base::fail(ErrorKind::unreadable, "cannot be opened; check its rights", file);
    Header header{};
    in.read(reinterpret_cast<char*>(header.data()), header.size());
    const auto count = static_cast<std::size_t>(in.gcount());
    if (in.bad()) return base::fail(ErrorKind::unreadable, "cannot be read; check the disk", file);
    if (count == 0) return holds_something(with(file, "-wal")) ? Found::damaged : Found::nothing;
    if (count < header.size() || !sound(header) || cut_short(header, file)) return Found::damaged;
    return number_at(header, 68) == application_id && number_at(header, 60) > newest_version() ? Found::newer
                                                                                               : Found::database;
}

base::Error too_new(const fs::path& file) {
    return {ErrorKind::unsupported,
            "was written by a newer Talkpoint; install that version again, or choose another --state", file};
}

Refusal damaged(const fs::path& file) { return {error_of(SQLITE_NOTADB, file), true}; }

Refusal refusal_of(int code, const fs::path& file) { return {error_of(code, file), is_damage(code)}; }

struct Identity {
    std::int64_t application = 0;
    std::int64_t version = 0;
    std::int64_t objects = 0;
    [[nodiscard]] bool blank() const { return application == 0 && version == 0 && objects == 0; }
};

Outcome<Identity> identify(Connection& connection) {
    std::array<std::int64_t, 3> numbers{};
    constexpr std::array questions{"PRAGMA application_id", "PRAGMA user_version",
                                   "SELECT count(*) FROM sqlite_schema"};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto number = connection.number(questions[i]);
        // SQLITE_ERROR: the header names a format that there has never been.
        if (!number) return std::unexpected(number.error() == SQLITE_ERROR ? SQLITE_CORRUPT : number.error());
        numbers[i] = *number;
    }
    return Identity{numbers[0], numbers[1], numbers[2]};
}

Outcome<void> check(Connection& connection) {
    const auto bytes = connection.number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    if (!bytes) return std::unexpected(bytes.error());
    if (*bytes > checked_bytes) return {};
    const auto verdict = connection.text("PRAGMA integrity_check(1)");
    if (!verdict) return std::unexpected(verdict.error());
    if (*verdict != "ok") return std::unexpected(SQLITE_CORRUPT);
    return {};
}

// FULL: a commit returns when its log is on the disk. secure_delete: what goes is overwritten with zeros.
Outcome<void> make_safe(Connection& connection) {
    return connection.run("PRAGMA secure_delete=ON; PRAGMA synchronous=FULL");
}

Outcome<void> set_up(Connection& connection, std::int64_t version) {
    if (const auto set = make_safe(connection); !set) return set;
    const auto mode = connection.text("PRAGMA journal_mode=WAL");
    if (!mode) return std::unexpected(mode.error());
    if (*mode != "wal") return std::unexpected(SQLITE_CANTOPEN);
    if (const auto done = migrate(connection, version); !done) return done;
    return touch_tables(connection);
}

// A path as the address that SQLite takes with options.
std::string address(const fs::path& file) {
    std::string out = "file:";
    std::error_code error;
    for (const char c : fs::absolute(file, error).string()) {
        if (c == '?' || c == '#' || c == '%')
            out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out + "?immutable=1";
}

Outcome<std::pair<Connection, Identity>> open_and_identify(const std::string& name, int flags) {
    auto connection = Connection::open(name, flags);
    if (!connection) return std::unexpected(connection.error());
    connection->keep_log(true);  // until we know that it is ours
    const auto identity = identify(*connection);
    if (!identity) return std::unexpected(identity.error());
    return std::pair{std::move(*connection), *identity};
}

// Without locks and without a log: for a file that nobody writes.
Outcome<std::pair<Connection, Identity>> open_unlocked(const fs::path& file) {
    return open_and_identify(address(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

std::optional<Reading::Stamp> stamp_of(const fs::path& file) {
    std::error_code error;
    const Reading::Stamp stamp{fs::file_size(file, error), fs::last_write_time(file, error)};
    return error ? std::nullopt : std::optional{stamp};
}

base::Error none_yet(const fs::path& file) { return {ErrorKind::not_found, "there are no responses yet", file}; }

// For those who take the file as it is or not at all.
base::Result<void> look_at_existing(const fs::path& file) {
    const auto found = look_at(file);
    if (!found) return std::unexpected(found.error());
    if (*found == Found::nothing) return std::unexpected(none_yet(file));
    if (*found == Found::newer) return std::unexpected(too_new(file));
    if (*found == Found::damaged) return std::unexpected(error_of(SQLITE_NOTADB, file));
    return {};
}

base::Result<void> accept_current(const Identity& identity, const fs::path& file) {
    if (identity.blank()) return std::unexpected(none_yet(file));
    if (identity.application != application_id) return std::unexpected(error_of(SQLITE_NOTADB, file));
    if (identity.version > newest_version()) return std::unexpected(too_new(file));
    if (identity.version < newest_version())
        return base::fail(ErrorKind::unsupported,
                          "was written by an older Talkpoint; start the kiosk once, which brings it up to date", file);
    return {};
}

}  // namespace

std::expected<Connection, Refusal> open_to_write(const fs::path& file) {
    const auto found = look_at(file);
    if (!found) return std::unexpected(Refusal{found.error(), false});
    if (*found == Found::newer) return std::unexpected(Refusal{too_new(file), false});
    if (*found == Found::damaged) return std::unexpected(damaged(file));
    // Made by ourselves, for the rights: nobody but the kiosk and its group reads it. SQLite gives the log the same.
    if (*found == Found::nothing && !is_there(file))
        if (auto made = base::write_file(file, ""); !made)
            return std::unexpected(Refusal{std::move(made.error()), false});

    auto opened = open_and_identify(file, SQLITE_OPEN_READWRITE);
    if (!opened) return std::unexpected(refusal_of(opened.error(), file));
    auto& [connection, identity] = *opened;
    if (identity.application == application_id && identity.version > newest_version())
        return std::unexpected(Refusal{too_new(file), false});
    if (!identity.blank() && identity.application != application_id) return std::unexpected(damaged(file));
    if (!identity.blank())
        if (const auto sane = check(connection); !sane) return std::unexpected(refusal_of(sane.error(), file));
    if (const auto ready = set_up(connection, identity.version); !ready)
        return std::unexpected(refusal_of(ready.error(), file));
    connection.keep_log(false);
    return std::move(connection);
}

std::expected<Connection, Refusal> open_to_write_beside(const fs::path& file) {
    const auto refuse = [](base::Error error) { return std::unexpected(Refusal{std::move(error), false}); };
    if (const auto found = look_at_existing(file); !found) return refuse(found.error());
    auto opened = open_and_identify(file, SQLITE_OPEN_READWRITE);
    if (!opened) return refuse(error_of(opened.error(), file));
    auto& [connection, identity] = *opened;
    if (const auto known = accept_current(identity, file); !known) return refuse(known.error());
    if (const auto safe = make_safe(connection); !safe) return refuse(error_of(safe.error(), file));
    connection.keep_log(false);
    return std::move(connection);
}

base::Result<Reading> open_for_reading(const fs::path& file) {
    if (const auto found = look_at_existing(file); !found) return std::unexpected(found.error());
    // Without a log nobody has it open. Reading as usual would make a log, which might not be the kiosk's to write.
    auto stamp = is_there(with(file, "-wal")) ? std::nullopt : stamp_of(file);
    auto opened = stamp ? open_unlocked(file) : open_and_identify(file, SQLITE_OPEN_READONLY);
    // A read-only folder has no place for the shared memory of a log. For an empty log none is needed.
    if (!opened && is_disk_fault(opened.error()) && !holds_something(with(file, "-wal"))) {
        stamp = stamp_of(file);
        opened = open_unlocked(file);
    }
    if (!opened && is_disk_fault(opened.error()))
        return base::fail(
            ErrorKind::unreadable,
            "cannot be read where it is; check its rights, or copy the folder to a disk that can be written", file);
    if (!opened) return std::unexpected(error_of(opened.error(), file));
    auto& [connection, identity] = *opened;
    if (const auto known = accept_current(identity, file); !known) return std::unexpected(known.error());
    return Reading{std::move(connection), stamp};
}

base::Result<void> still_valid(const Reading& reading, const fs::path& file) {
    if (!reading.stamp || (!holds_something(with(file, "-wal")) && stamp_of(file) == reading.stamp)) return {};
    return base::fail(ErrorKind::in_use, "the kiosk was started while this was read; try again", file);
}

base::Result<fs::path> set_aside(const fs::path& file, base::Date today) {
    const auto name = [&](int n) {
        const std::string number = n > 1 ? fmt::format("-{}", n) : "";
        return file.parent_path() / fmt::format("{}.damaged-{}{}{}", file.stem().string(), base::format_date(today),
                                                number, file.extension().string());
    };
    const auto taken = [&](const fs::path& path) {
        return is_there(path) ||
               std::ranges::any_of(companions, [&](const char* ending) { return is_there(with(path, ending)); });
    };
    const std::string stem = file.stem().string() + ".damaged-";
    std::error_code unread;
    const auto there =
        std::ranges::count_if(fs::directory_iterator{file.parent_path(), unread}, [&](const auto& entry) {
            return entry.path().filename().string().starts_with(stem) && entry.path().extension() == file.extension();
        });
    if (there >= most_set_aside)
        return base::fail(ErrorKind::too_large,
                          fmt::format("is damaged, as {} before it that lie beside it: the disk is failing. Copy them "
                                      "elsewhere, replace the disk, and see app/store/README.md for what can be read",
                                      there),
                          file);
    int n = 1;
    while (taken(name(n))) ++n;
    fs::path aside = name(n);
    // The file first: if the power goes now, its log is found without a file the next time, and follows.
    for (const std::string_view ending : {"", companions[0], companions[1], companions[2]}) {
        std::error_code error;
        fs::rename(with(file, ending), with(aside, ending), error);
        if (error && error != std::errc::no_such_file_or_directory)
            return base::fail(
                ErrorKind::unwritable,
                fmt::format("is damaged and cannot be set aside ({}); check the rights of the folder", error.message()),
                file);
    }
    if (const auto synced = base::sync_folder(file.parent_path()); !synced) return std::unexpected(synced.error());
    return aside;
}

}  // namespace talkpoint::store
