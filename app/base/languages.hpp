// Languages beyond their tags. What a tag is: is_language_tag in base/strings.hpp.
#pragma once

#include <string>
#include <string_view>

namespace talkpoint::base {

/// English in the plainest words: a tag of ours, which no standard has.
inline constexpr std::string_view easy_read = "easy";

/// In which language the words of a tag are, for fonts, voices and readers of screens: `en` of `easy`, else the tag.
[[nodiscard]] std::string_view text_language(std::string_view tag);

/// What staff call it: `Polish`, `Portuguese (pt-BR)`, `Easy Read`; a language that is not among the common ones here
/// is its tag, in quotation marks.
[[nodiscard]] std::string language_in_english(std::string_view tag);

}  // namespace talkpoint::base
