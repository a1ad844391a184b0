// What each page of the staff area says: pure, from where staff are and from what has been found out for it.
#pragma once

#include "base/clock.hpp"
#include "staff/acts.hpp"
#include "staff/area.hpp"
#include "staff/checklist.hpp"
#include "staff/event.hpp"
#include "staff/page.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::staff {

/// Something that can be chosen: what it is called in files, and by people.
struct Named {
    std::string id, name;
};

/// What only the running kiosk knows.
struct Around {
    base::LocalTime now{};
    bool rehearsal = false;
    bool must_rehearse = false;    ///< until staff have opened it to the public
    bool fixed_rehearsal = false;  ///< it was started as one, whatever staff do
    bool closed_today = false;
    bool unsaved = false;                   ///< somebody has answered, and the disk has not taken it yet
    bool rehearsed = false;                 ///< somebody has gone through a visit in a rehearsal
    bool sound = true;                      ///< there is something that could be heard
    bool project_page = true;               ///< there is one, of which the prompt card has a QR code
    int volume = 0;                         ///< percent, at the start of each visit
    std::vector<Named> surveys, languages;  ///< offered
    std::vector<std::string> sealed;        ///< ids of surveys whose answers are sealed as they are finished
    Events events;
    struct PackHere {
        Named pack;
        std::vector<Named> messages;
    };
    std::vector<PackHere> packs;
    std::vector<ListItem> checklist;
};

/// What has been found out for the pages; null where it is not known yet. The objects are what talkpointctl prints.
struct Known {
    Around around;
    nlohmann::json status, counts, packs, sticks;
    nlohmann::json looked_at;  ///< the pack on the page `install`
    std::optional<std::vector<Deed>> deeds;
};

[[nodiscard]] Page page_of(const Area& area, const Known& known);

/// With what the form of a new event begins, from what is offered here and from the events that have been.
[[nodiscard]] Proposals proposals(const Around& around);

/// What must be done at the kiosk before this can be confirmed, in a sentence and what to do; nothing: it can be.
[[nodiscard]] std::optional<Sentence> not_yet_done(const ListItem& item, const Area& area, const Around& around);

/// The text under that key; empty where there is none.
[[nodiscard]] std::string text(const nlohmann::json& object, const char* key);

/// The list under that key; empty where there is none.
[[nodiscard]] const nlohmann::json& list(const nlohmann::json& object, const char* key);

/// Is that under that key, and true?
[[nodiscard]] bool is_true(const nlohmann::json& object, const char* key);

/// The whole number from 0 under that key; 0 where there is none.
[[nodiscard]] std::int64_t count(const nlohmann::json& object, const char* key);

/// Its name in dumps, without `staff.`.
[[nodiscard]] std::string_view name_of(Screen screen);

}  // namespace talkpoint::staff
