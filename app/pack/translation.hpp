// A pack in another language: the words of its files `<name>.<language>.<ending>` (see pack/README.md).
#pragma once

#include "base/result.hpp"
#include "pack/pack.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// The pack in another language. What has no translation, or a broken one, keeps the source's words and `language`;
/// a text that its translation lacks is the source's. Every problem is appended: a file that is missing (or, in one
/// line, that all are), translates other words than the source has now, or is broken. Not that nobody has reviewed it:
/// see `reviewed` of the parts. Never throws; bounded as load_pack is. Reads no survey.
[[nodiscard]] Pack translate_pack(const Pack& source, std::string_view language, base::Problems& problems);

/// A pack in more languages is not read in the others.
inline constexpr std::size_t max_languages = 100;

/// Every language of which the pack has at least one file, surveys too, sorted; its own is none of them.
[[nodiscard]] std::vector<std::string> languages_of(const Pack& pack);

/// The files from which words of this translated pack were read; `unreviewed_only`: those that nobody has reviewed.
[[nodiscard]] std::vector<std::filesystem::path> translation_files(const Pack& translated,
                                                                   bool unreviewed_only = false);

}  // namespace talkpoint::pack
