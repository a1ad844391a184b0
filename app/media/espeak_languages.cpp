#include "media/espeak_languages.hpp"

#include "base/strings.hpp"

#include <algorithm>

namespace talkpoint::media {
namespace {

/// The best voice for exactly this tag; of equals the first.
const SpokenLanguage* best(std::string_view tag, std::span<const SpokenLanguage> known) {
    const SpokenLanguage* found = nullptr;
    for (const auto& language : known)
        if (language.tag == tag && (!found || language.priority < found->priority)) found = &language;
    return found;
}

}  // namespace

std::optional<std::string> voice_for(std::string_view language, std::span<const SpokenLanguage> known) {
    std::string tag = base::lower_case(language);
    while (!tag.empty()) {
        const auto* british = tag == "en" ? best("en-gb", known) : nullptr;
        if (const auto* found = british ? british : best(tag, known)) return found->voice;
        const auto dash = tag.rfind('-');
        tag.resize(dash == std::string::npos ? 0 : dash);
    }
    return {};
}

}  // namespace talkpoint::media
