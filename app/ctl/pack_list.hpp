// The list of messages in a pack.toml, changed without touching anything else that its author wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::ctl {

/// Has it such a list at all? Where it has none, messages follow each other by their ids.
[[nodiscard]] bool has_message_list(std::string_view pack_toml);

/// The same text with `id` as the last of `messages`, in the layout of the others; as it was where the id is in the
/// list already. Nothing where there is no list, or it is written in a way that is not understood for sure.
[[nodiscard]] std::optional<std::string> with_message(std::string_view pack_toml, std::string_view id);

}  // namespace talkpoint::ctl
