// The log of what staff did: when and what, never who, and nothing of any visitor.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::staff {

enum class Act {
    opened_area,
    pin_failed,
    first_pin,
    pin_changed,
    help_confirmed,  ///< detail: the line
    help_withdrawn,  ///< detail: the line
    item_confirmed,  ///< detail: the item of the checklist
    opened_to_public,
    closed_for_today,
    reopened,
    event_started,      ///< detail: its code and phase
    event_ended,        ///< detail: the same
    exported,           ///< no detail: how much would be a number of answers
    pack_installed,     ///< detail: pack and version
    pack_refused,       ///< detail: the file
    pack_rolled_back,   ///< detail: the same
    message_withdrawn,  ///< detail: pack and message
    message_restored,   ///< detail: the same
    rehearsal_on,
    rehearsal_off,
    sent_now,
    restarted,
    shut_down,
};

/// What the log says of it, as a short sentence without a full stop: "A help line was confirmed".
[[nodiscard]] std::string_view sentence_of(Act act);
/// What it is called in the file; stays as it is for ever.
[[nodiscard]] std::string_view name_of(Act act);

struct Deed {
    base::LocalTime when{};  ///< to the minute
    Act act = Act::opened_area;
    std::string detail;  ///< may be empty
    friend bool operator==(const Deed&, const Deed&) = default;
};

/// More than these are cut off now and then, the oldest first.
inline constexpr std::size_t kept_deeds = 2000;

/// Adds a line to `acts.jsonl`, synced. `detail` becomes one line of at most 80 bytes; of what concerns the PIN it is
/// dropped. Any thread; the kiosk and talkpointctl at the same time. unwritable, in_use, too_large (somebody has
/// written in it).
[[nodiscard]] base::Result<void> record(const std::filesystem::path& folder, base::LocalTime now, Act act,
                                        std::string_view detail = {});

/// The newest `most`, newest first as they were written (a clock that was set changes nothing). Lines that make no
/// sense, as a power cut leaves one, and acts of a later version are passed over. Empty where there is no log. Any
/// thread.
[[nodiscard]] base::Result<std::vector<Deed>> read_deeds(const std::filesystem::path& folder, std::size_t most);

}  // namespace talkpoint::staff
