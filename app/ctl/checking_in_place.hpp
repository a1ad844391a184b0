// What `check` says of a path in a place's folder: what lies there, read as its kiosks read it.
#pragma once

#include "base/clock.hpp"
#include "ctl/checking.hpp"

#include <filesystem>

namespace talkpoint::ctl {

/// The profile `sites/<place>.toml` in whose folder the path lies, which is plain(); empty where it lies in none.
[[nodiscard]] std::filesystem::path profile_around(const std::filesystem::path& path);

/// The folder of a place, or what lies in it (the folder of a pack, one message): the place's messages laid over those
/// of the packs, in the languages that its profile offers (else in all). Only what is wrong there is said; where the
/// pack beneath cannot be used, what is wrong with that.
[[nodiscard]] Findings check_in_place(const std::filesystem::path& profile, const std::filesystem::path& path,
                                      base::Date today);

}  // namespace talkpoint::ctl
