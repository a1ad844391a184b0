// What staff have decided, as small JSON files in `staff/` of the state directory: replaced whole, so that a power cut
// leaves the old or the new.
#pragma once

#include "base/files.hpp"
#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::staff {

/// Where they lie. Only the kiosk's own user can read it.
[[nodiscard]] std::filesystem::path folder_in(const std::filesystem::path& state);

/// `<folder>/<name>.json`. not_found where there is none; malformed where it is not a JSON object (somebody has written
/// in it, or the disk has); unreadable; too_large above a mebibyte. Any thread.
[[nodiscard]] base::Result<nlohmann::json> read_document(const std::filesystem::path& folder, std::string_view name);

/// Makes the folder (rights 0700) if need be, and replaces the file in one step, synced. unwritable. Any thread, one at
/// a time.
[[nodiscard]] base::Result<void> write_document(const std::filesystem::path& folder, std::string_view name,
                                                const nlohmann::json& document);

/// Holds what is called `<folder>/<name>.lock` until it goes, for whoever reads a document, changes and writes it: the
/// kiosk and talkpointctl at the same time, or two threads. Makes the folder if need be. in_use: another has held it
/// for five seconds; unwritable. Never taken twice by one thread.
[[nodiscard]] base::Result<base::FileLock> hold_document(const std::filesystem::path& folder, std::string_view name);

/// A member of a document that is text, or a whole number from 0; nothing where it is anything else.
[[nodiscard]] std::optional<std::string> text_in(const nlohmann::json& object, const char* key);
[[nodiscard]] std::optional<std::int64_t> number_in(const nlohmann::json& object, const char* key);

}  // namespace talkpoint::staff
