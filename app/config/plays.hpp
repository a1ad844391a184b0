// What people write of when the kiosk plays what: hours, days, lists of messages. The profile and kiosk.toml have them
// in common.
#pragma once

#include "base/toml.hpp"
#include "playback/schedule.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::config {

/// `days`, `from`, `until`: all days and the whole day where they are left out.
[[nodiscard]] playback::Hours read_hours(base::TomlTable& table);

/// A list of packs ("online") and messages ("online/before-you-share"), "… x3" for three times as often; of packs of
/// this list, whatever it is if that is empty.
[[nodiscard]] std::vector<playback::Entry> read_plays(base::TomlTable& table, std::string_view key,
                                                      const std::vector<std::string>& packs);

/// Table `opening`: `hours` and `closed`, each in place of what `opening` has if it is there.
void read_opening(base::TomlTable& table, playback::Opening& opening);

/// One `[[campaign]]`.
[[nodiscard]] playback::Campaign read_campaign(base::TomlTable& table, const std::vector<std::string>& packs);

}  // namespace talkpoint::config
