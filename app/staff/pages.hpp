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
    bool must_rehearse = false;  ///< until staff have opened it to the public
    bool closed_today = false;
    std::vector<Named> surveys, languages;  ///< offered
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
    std::optional<std::vector<Deed>> deeds;
};

[[nodiscard]] Page page_of(const Area& area, const Known& known);

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
