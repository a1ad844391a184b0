// What plays to the room: a plan, and the messages that there are.
#pragma once

#include "playback/loop.hpp"
#include "playback/schedule.hpp"
#include "visit/catalogue.hpp"

#include <vector>

namespace talkpoint::visit {

/// One round of the messages that play by this plan. Only those that are fit for the room; of what the plan itself
/// names, or (where it names nothing) of what is offered, those for its audiences; campaigns are for everybody. Where
/// nothing is left of all these: what it falls back to, else whatever is offered. Empty: there is no message for the
/// room at all.
[[nodiscard]] std::vector<playback::Slide> attract_round(const Catalogue& catalogue,
                                                         const std::vector<const pack::Pack*>& offered,
                                                         const playback::Plan& plan);

}  // namespace talkpoint::visit
