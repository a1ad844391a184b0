// What lies in a place's folder where nobody looks for it.
#pragma once

#include "base/result.hpp"
#include "config/config.hpp"

namespace talkpoint::ctl {

/// Reports every file and folder of `sites/<place>/` that no kiosk reads, with where it belongs: beside the help lines,
/// safe places and folders of packs, and in a folder that lies over a pack of the content. Of what lies in `messages/`
/// and in a whole pack of the place those who read it complain. Nothing where the configuration has no profile.
void check_place_folder(const config::Config& config, base::Problems& problems);

}  // namespace talkpoint::ctl
