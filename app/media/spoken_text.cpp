#include "media/spoken_text.hpp"

#include "base/strings.hpp"

#include <bit>

namespace talkpoint::media {
namespace {

bool has_sound(char32_t c) {
    if (c == U'\n') return true;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return false;        // controls; espeak's commands begin with U+0001
    if (c == 0x200E || c == 0x200F || c == 0x061C) return false;  // marks of direction
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return false;
    if ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000) return false;  // private, tags
    return (c & 0xFFFEU) != 0xFFFEU && c != 0xFEFF;                  // no characters at all; byte-order mark
}

/// The character at the front of well-formed UTF-8, and how many bytes it has.
std::pair<char32_t, std::size_t> first_of(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const auto length = static_cast<std::size_t>(lead < 0x80 ? 1 : std::countl_one(lead));
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {c, length};
}

}  // namespace

std::string spoken_text(std::string_view text) {
    text = text.substr(0, most_spoken_characters * 4);
    std::string out;
    std::size_t characters = 0;
    std::size_t good = base::first_bad_utf8(text).value_or(text.size());
    while (!text.empty() && characters < most_spoken_characters) {
        const auto [c, length] = good > 0 ? first_of(text) : std::pair{char32_t{0}, std::size_t{1}};
        if (has_sound(c))
            out += text.substr(0, length);
        else
            out += ' ';
        text.remove_prefix(length);
        ++characters;
        good = good > 0 ? good - length : base::first_bad_utf8(text).value_or(text.size());
    }
    return out;
}

}  // namespace talkpoint::media
