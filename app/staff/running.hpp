// What only the running kiosk knows, written down for those who ask from outside.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace talkpoint::staff {

struct Running {
    base::LocalTime since{};  ///< to the minute
    std::string version;
    std::string screen;  ///< "1920 x 1080, drawn by the processor"
    std::string sound;   ///< "none" where there is no loudspeaker
    bool rehearsal = false;
    bool fixed_rehearsal = false;  ///< it was started as one, whatever staff do
    bool closed_for_today = false;
    std::string cannot_keep;  ///< why no answer can be kept; empty: they can
    friend bool operator==(const Running&, const Running&) = default;
};

/// Replaces `kiosk.json`, synced: when the kiosk has started, and when something of this changes. unwritable. Any
/// thread.
[[nodiscard]] base::Result<void> write_running(const std::filesystem::path& folder, const Running& running);

/// As it was last written, whether or not that kiosk still runs: that, its lock says (base::FileLock::is_held). Nothing
/// where none has written it, or it makes no sense; unreadable. Any thread.
[[nodiscard]] base::Result<std::optional<Running>> read_running(const std::filesystem::path& folder);

}  // namespace talkpoint::staff
