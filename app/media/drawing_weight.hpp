// How much work an SVG asks for, told from its text: a small file can ask for hours.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace talkpoint::media {

/// Fine if the drawing can be drawn in about a second or two. Else what is wrong and what to do: a document type with
/// entities, scripts, pictures within it, nesting that is too deep, or too much work once every `use`, mask, pattern,
/// marker and filter is counted as often as it is drawn. malformed where it is not XML.
[[nodiscard]] base::Result<void> check_drawing(std::string_view svg);

}  // namespace talkpoint::media
