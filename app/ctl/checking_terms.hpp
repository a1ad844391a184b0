// What `check` says of words that content does without (`terms.toml`), and of messages that play to the whole room.
#pragma once

#include "base/result.hpp"
#include "ctl/content.hpp"
#include "ctl/plain_words.hpp"
#include "ctl/terms.hpp"
#include "pack/pack.hpp"

#include <vector>

namespace talkpoint::ctl {

/// A warning for each line and term, with what to say instead; descriptions of pictures are read aloud, so they count.
void check_terms(const PlainFile& file, const Terms& terms, base::Problems& problems);

/// A message with `attract = true` is for everybody who walks past: its audiences, and in each language its title, its
/// summary and the description of its picture.
void check_room(const Installed& installed, const std::vector<pack::Pack>& translated, const Terms& terms,
                base::Problems& problems);

}  // namespace talkpoint::ctl
