// What an author is just now in the middle of writing stays on the screen as it last was.
#pragma once

#include "shell/languages.hpp"

namespace talkpoint::shell {

/// Puts back into `now` each message, survey and list of help lines that `before` had, whose file is still there and
/// could not be read this time; likewise each translation. What has no file any more stays gone.
void keep_last_good(Languages& now, const Languages& before);

}  // namespace talkpoint::shell
