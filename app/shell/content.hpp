// From the configuration to everything that this kiosk can show.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "visit/catalogue.hpp"

namespace talkpoint::shell {

/// Loads every offered pack and survey. What is broken is in `problems` and left out; the rest is offered. `checks` are
/// what staff found of the help lines.
[[nodiscard]] visit::Catalogue load_catalogue(const config::Config& config, base::Date today, bool rehearsal,
                                              base::Problems& problems, const pack::HelpChecks& checks = {});

/// What is offered at that time.
[[nodiscard]] visit::Offer offer_at(const config::Config& config, const visit::Catalogue& catalogue,
                                    base::LocalTime when);

}  // namespace talkpoint::shell
