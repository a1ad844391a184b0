// What `check` says of films: whether the kiosk can show them, and whether their words can be followed.
#pragma once

#include "base/result.hpp"
#include "ctl/content.hpp"
#include "pack/pack.hpp"

#include <vector>

namespace talkpoint::ctl {

/// More than that cannot be read while one watches.
inline constexpr double most_characters_a_second = 17;

/// Opens each film of the pack once, and holds its words in every language against it. All are warnings: a message has
/// its pages without a film. Without libmpv on this machine that is said, once, and only the words are looked at.
void check_films(const Installed& installed, const std::vector<pack::Pack>& translated, base::Problems& problems);

}  // namespace talkpoint::ctl
