// The pages on which staff do something. Not for others: see pages.hpp.
#pragma once

#include "staff/pages.hpp"

#include <string>
#include <string_view>

namespace talkpoint::staff {

[[nodiscard]] Page checklist_page(const Area& area, const Known& known);
[[nodiscard]] Page call_page(const Area& area, const Known& known);
[[nodiscard]] Page calibrate_page(const Area& area);
[[nodiscard]] Page counts_page(const Known& known);
[[nodiscard]] Page survey_counts_page(const Area& area, const Known& known);
[[nodiscard]] Page event_page(const Known& known);
[[nodiscard]] Page new_event_page(const Area& area, const Known& known);
[[nodiscard]] Page event_name_page(const Area& area);
[[nodiscard]] Page take_away_page(const Known& known);
[[nodiscard]] Page content_page(const Area& area, const Known& known);
[[nodiscard]] Page install_page(const Area& area, const Known& known);
/// What a rollback of that pack comes to.
[[nodiscard]] std::string after_rollback(const std::string& id, const Known& known);

/// Of how many of the surveys that are offered the answers are sealed: then this kiosk cannot show them.
enum class Sealed { none, some, all };
[[nodiscard]] Sealed sealed_of(const Around& around);

/// The one of the checklist that a page or a task is about; null where it is there no more.
[[nodiscard]] const ListItem* item_at(const Known& known, const std::string& which);
[[nodiscard]] Mark mark_named(std::string_view name);

}  // namespace talkpoint::staff
