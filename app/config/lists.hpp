// Lists of names, which the configuration and the profiles of places have in common.
#pragma once

#include "base/strings.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::config {

inline constexpr std::string_view name_rule = "a name of small letters, digits and hyphens; correct it";
inline constexpr std::string_view language_rule = R"(a language code; use one such as "en" or "pt-BR")";

/// A list of ids that are names of files elsewhere, each once; nothing where the key is absent. `what` says what one
/// that is not `valid` should be.
template <class Valid>
std::optional<std::vector<std::string>> read_list(base::TomlTable& table, std::string_view key, std::string_view what,
                                                  Valid valid) {
    auto written = table.texts(key);
    for (std::size_t i = 0; written && i < written->size(); ++i) {
        const auto& item = (*written)[i];
        if (!valid(item)) table.problem(key, i, fmt::format(R"("{}" is not {})", base::printable(item), what));
        const auto first = std::ranges::find(*written, item) - written->begin();
        if (static_cast<std::size_t>(first) < i)
            table.problem(key, i, fmt::format(R"("{}" is in the list already; name it once)", base::printable(item)));
    }
    return written;
}

}  // namespace talkpoint::config
