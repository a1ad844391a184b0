// What lies in a pack's folders, read without leaving the pack.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// The name by which a pack's folder is known, also where the path ends in `/` or is `.`.
[[nodiscard]] std::string folder_name(const std::filesystem::path& folder);

/// Whether `pack_folder / relative` is there and inside the pack: a link that leads out is reported, under the name
/// that its author knows; absence is not.
[[nodiscard]] bool is_inside(const std::filesystem::path& pack_folder, const std::filesystem::path& relative,
                             base::Problems& problems);

/// No folder of a pack is read further.
inline constexpr std::size_t most_entries = 100'000;

/// `<id>.<language><ending>`, taken apart.
struct TranslationName {
    std::string_view id;
    std::string_view language;
};
/// Nothing for other names; what is returned is part of `name`.
[[nodiscard]] std::optional<TranslationName> translation_name(std::string_view name, std::string_view ending);

/// Reports files in the pack's own folder that look like `pack.<language>.toml` or `help.<language>.toml` and would
/// never be read: no such language, or no help.toml.
void check_translations_beside(const std::filesystem::path& pack_folder, base::Problems& problems);

/// The ids of `sub/<id><extension>`, sorted. Translations `<id>.<language><extension>` and hidden files are passed
/// over (one of what is not there is a warning), a folder that is not there is empty; every other entry is reported.
/// Nothing where there are more than `most` of them.
[[nodiscard]] std::optional<std::vector<std::string>> ids_in(const std::filesystem::path& pack_folder,
                                                             std::string_view sub, std::string_view extension,
                                                             std::size_t most, base::Problems& problems);

}  // namespace talkpoint::pack
