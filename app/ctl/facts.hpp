// What can be known of a kiosk from outside, for the same words that its own staff area has.
#pragma once

#include "base/clock.hpp"
#include "ctl/commands.hpp"
#include "outbox/outbox.hpp"
#include "staff/today.hpp"

#include <optional>
#include <string>

namespace talkpoint::ctl {

/// What the configuration tells of sending. A broken one must not keep the rest from those who ask.
struct Plan {
    std::string upload;  ///< `off`, `on`, or why it cannot be
    bool own_key = false;
    bool broken_key = false;  ///< one is named and cannot be used: then no survey is offered
};

[[nodiscard]] staff::Hindrance hindrance_of(outbox::Hindrance hindrance);

/// Reads configuration, content, what staff confirmed, and what the kiosk wrote of itself. Whatever cannot be read is
/// among the facts. `sealing` is left out. Makes nothing.
[[nodiscard]] staff::Facts facts_of(const Options& options, const outbox::Counts& counts, const Plan& plan,
                                    const base::Clock& clock);

}  // namespace talkpoint::ctl
