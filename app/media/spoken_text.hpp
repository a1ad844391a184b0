// Words as they may be given to a speech synthesizer.
#pragma once

#include <string>
#include <string_view>

namespace talkpoint::media {

inline constexpr std::size_t most_spoken_characters = 4000;

/// Without anything that has no sound or that a synthesizer might take for a command: control characters, those that
/// only turn the direction, private ones and bytes that are not UTF-8 become spaces (line feeds stay); cut after
/// `most_spoken_characters`.
[[nodiscard]] std::string spoken_text(std::string_view text);

}  // namespace talkpoint::media
