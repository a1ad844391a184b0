// One line a happening on standard error, where the service manager keeps it. Never an answer, never a secret.
#pragma once

#include <string_view>

namespace talkpoint::base {

/// Any thread. Never fails.
void log_note(std::string_view text);
void log_warning(std::string_view text);
void log_error(std::string_view text);

}  // namespace talkpoint::base
