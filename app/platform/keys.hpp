// Which of a keyboard's keys mean something to us.
#pragma once

#include "platform/event.hpp"

#include <SDL_events.h>

#include <optional>

namespace talkpoint::platform {

/// Nothing: the kiosk does not know it.
[[nodiscard]] std::optional<KeyName> key_of(const SDL_KeyboardEvent& event);

}  // namespace talkpoint::platform
