// What a place says of its loop, held against the messages that there are.
#pragma once

#include "config/config.hpp"
#include "ctl/content.hpp"

#include <vector>

namespace talkpoint::ctl {

/// Messages that are not there, or are not for the room, are errors: they would never play. A part of the week in which
/// nothing of its own is left is a warning.
void check_schedule(const config::Config& config, const std::vector<Installed>& all, base::Problems& problems);

}  // namespace talkpoint::ctl
