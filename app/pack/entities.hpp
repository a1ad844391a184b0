// Character references of Markdown: `&nbsp;`, `&#233;`, `&#x2019;`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::pack {

/// The UTF-8 of one reference, `&` and `;` included; nothing if it is not one of the common names, or is a number
/// that is no letter (a control character, a surrogate, above U+10FFFF).
[[nodiscard]] std::optional<std::string> decode_entity(std::string_view reference);

}  // namespace talkpoint::pack
