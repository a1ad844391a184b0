// How `responses.db` is found, judged and opened; and how one that cannot be trusted is set aside. Private to store/.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "store/sqlite.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>

namespace talkpoint::store {

/// Why a file was not opened. `damaged`: it is broken or foreign, and may be set aside; else it must not be touched.
struct Refusal {
    base::Error error;
    bool damaged = false;
};

/// Creates or migrates the file. Refuses a newer version (unsupported) without changing a byte. A file up to
/// `checked_bytes` is read whole and checked (quick_check); of a larger one, the header, the schema and a row of each
/// table.
[[nodiscard]] std::expected<Connection, Refusal> open_to_write(const std::filesystem::path& file);
/// Beside a kiosk that may be running: neither creates nor migrates, and does not check the whole file.
[[nodiscard]] std::expected<Connection, Refusal> open_to_write_beside(const std::filesystem::path& file);
inline constexpr std::int64_t checked_bytes = 32LL * 1024 * 1024;

/// What is open to be read, and how we know that it still is what it was.
struct Reading {
    Connection connection;
    /// Size and time of a file that nobody had open: it is read without locks, and so without making any file beside
    /// it.
    struct Stamp {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type written;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    std::optional<Stamp> stamp;  ///< nothing where a kiosk may be running: then the log and its locks are used
};

/// Beside a running kiosk, and on a read-only disk if the kiosk there was stopped properly. Changes nothing in the
/// folder. not_found: none yet; unsupported: of another version; malformed: damaged.
[[nodiscard]] base::Result<Reading> open_for_reading(const std::filesystem::path& file);

/// After reading: in_use if a kiosk was started meanwhile, so that what was read may be neither old nor new.
[[nodiscard]] base::Result<void> still_valid(const Reading& reading, const std::filesystem::path& file);

/// Renames the file with its log to `responses.damaged-<today>[-n].db`, syncs the folder, and says where it is now.
/// Nothing may have it open. unwritable: it is where it was, or partly: the next open carries on; too_large: there are
/// `most_set_aside` already.
[[nodiscard]] base::Result<std::filesystem::path> set_aside(const std::filesystem::path& file, base::Date today);
/// They hold people's answers, so none is ever deleted here; a disk that breaks each new file must not be filled by
/// them either.
inline constexpr std::ptrdiff_t most_set_aside = 50;

}  // namespace talkpoint::store
