// What staff have decided, as small JSON files in `staff/` of the state directory: replaced whole, so that a power cut
// leaves the old or the new.
#pragma once

#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
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

}  // namespace talkpoint::staff
