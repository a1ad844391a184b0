#include "base/languages.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace talkpoint::base {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 37> names{{
    {"am", "Amharic"},    {"ar", "Arabic"},     {"bg", "Bulgarian"}, {"bn", "Bengali"},     {"ckb", "Sorani"},
    {"cs", "Czech"},      {"cy", "Welsh"},      {"de", "German"},    {"easy", "Easy Read"}, {"en", "English"},
    {"es", "Spanish"},    {"fa", "Persian"},    {"fr", "French"},    {"ga", "Irish"},       {"gd", "Scottish Gaelic"},
    {"gu", "Gujarati"},   {"hi", "Hindi"},      {"hu", "Hungarian"}, {"it", "Italian"},     {"ku", "Kurdish"},
    {"lt", "Lithuanian"}, {"lv", "Latvian"},    {"ne", "Nepali"},    {"pa", "Punjabi"},     {"pl", "Polish"},
    {"ps", "Pashto"},     {"pt", "Portuguese"}, {"ro", "Romanian"},  {"ru", "Russian"},     {"sk", "Slovak"},
    {"so", "Somali"},     {"sq", "Albanian"},   {"ta", "Tamil"},     {"ti", "Tigrinya"},    {"tr", "Turkish"},
    {"uk", "Ukrainian"},  {"ur", "Urdu"},
}};

}  // namespace

std::string_view text_language(std::string_view tag) { return tag == easy_read ? "en" : tag; }

std::string language_in_english(std::string_view tag) {
    const auto primary = tag.substr(0, tag.find('-'));
    const auto* found = std::ranges::find(names, primary, &std::pair<std::string_view, std::string_view>::first);
    if (found == names.end()) return fmt::format("\"{}\"", printable(tag));
    return primary == tag ? std::string{found->second} : fmt::format("{} ({})", found->second, printable(tag));
}

}  // namespace talkpoint::base
