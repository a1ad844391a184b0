// What `responses.db` holds, and how an older file becomes a newer one. Described for people in store/README.md.
#pragma once

#include "store/sqlite.hpp"

#include <cstdint>

namespace talkpoint::store {

/// "TKPT" in the file's header (offset 68): by this we know a file as ours.
inline constexpr std::int64_t application_id = 0x544B5054;
/// The newest schema that this program knows: `PRAGMA user_version` (offset 60).
[[nodiscard]] std::int64_t newest_version();

/// Takes the file from `version` to the newest, one transaction a step: a power cut leaves whole steps.
[[nodiscard]] Outcome<void> migrate(Connection& connection, std::int64_t version);

/// Reads a row of each table of the newest version, so that one that is missing, of another shape or broken at its root
/// (SQLITE_CORRUPT) is found before a person has answered anything.
[[nodiscard]] Outcome<void> touch_tables(Connection& connection);

}  // namespace talkpoint::store
