// What comes from outside in the words of the screens: platform and ui do not know each other.
#pragma once

#include "platform/event.hpp"
#include "ui/interaction.hpp"

#include <optional>

namespace talkpoint::shell {

/// Nothing for keys that are an author's, in a preview.
[[nodiscard]] std::optional<ui::Key> key_of(platform::KeyName key);
[[nodiscard]] ui::Pointer pointer_of(const platform::Touch& touch);

}  // namespace talkpoint::shell
