// Which of espeak-ng's voices speaks a language.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace talkpoint::media {

/// One language of one voice; a voice may speak several.
struct SpokenLanguage {
    std::string tag;    ///< as espeak-ng writes it, in small letters: "en-gb"
    std::string voice;  ///< what it is loaded by: "gmw/en"
    int priority = 5;   ///< of voices of the same language the smallest is the best
};

/// The voice for `language` (BCP 47), else for the same without its last part, and so on ("pt-AO", "pt"); plain "en" is
/// British. Nothing: there is none.
[[nodiscard]] std::optional<std::string> voice_for(std::string_view language, std::span<const SpokenLanguage> known);

}  // namespace talkpoint::media
