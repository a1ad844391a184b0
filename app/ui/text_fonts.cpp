// What the installed fonts can show.
#include "ui/text.hpp"

#include <fontconfig/fontconfig.h>
#include <glib.h>

#include <algorithm>
#include <array>
#include <memory>

namespace talkpoint::ui {
namespace {

struct Destroy {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, Destroy>;

const FcChar8* bytes(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

bool is_installed(const char* family) {
    const Pattern wanted{FcPatternCreate()};
    FcPatternAddString(wanted.get(), FC_FAMILY, bytes(family));
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result;
    const Pattern match{FcFontMatch(nullptr, wanted.get(), &result)};
    FcChar8* found = nullptr;
    return match && FcPatternGetString(match.get(), FC_FAMILY, 0, &found) == FcResultMatch &&
           std::string_view{reinterpret_cast<const char*>(found)} == family;
}

/// Neither ink nor a glyph of its own is needed: controls, joiners, marks of direction, selectors of a variant.
bool needs_no_glyph(char32_t c) {
    const GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR ||
           type == G_UNICODE_PARAGRAPH_SEPARATOR || c == 0x00A0 || (c >= 0xFE00 && c <= 0xFE0F);
}

/// Each that needs a glyph, once, in order. Bytes that are not UTF-8 are no characters.
std::vector<char32_t> characters_of(std::string_view text) {
    std::vector<bool> seen(0x110000);
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        const gunichar c = g_utf8_get_char_validated(at, end - at);
        if (c >= 0x110000) {
            ++at;
            continue;
        }
        seen[c] = true;
        at = g_utf8_next_char(at);
    }
    std::vector<char32_t> out;
    for (char32_t c = 0; c < seen.size(); ++c)
        if (seen[c] && !needs_no_glyph(c)) out.push_back(c);
    return out;
}

/// We draw outlines in one colour: a font of coloured pictures or of bitmaps is of no use.
bool is_usable(const FcPattern* font) {
    FcBool outlined = FcFalse, colored = FcFalse;
    FcPatternGetBool(font, FC_OUTLINE, 0, &outlined);
    FcPatternGetBool(font, FC_COLOR, 0, &colored);
    return outlined && !colored;
}

}  // namespace

std::vector<std::string> TextEngine::missing_fonts() {
    std::vector<std::string> missing;
    for (const char* family : {"Andika", "Noto Sans", "Noto Sans Arabic"})
        if (!is_installed(family)) missing.emplace_back(family);
    return missing;
}

std::vector<char32_t> TextEngine::missing_characters(std::string_view text) {
    std::vector<char32_t> missing = characters_of(text);
    // Pango falls back to any font that there is, so one that has it is enough.
    const FcFontSet* const fonts = FcConfigGetFonts(nullptr, FcSetSystem);
    for (int i = 0; fonts && i < fonts->nfont && !missing.empty(); ++i) {
        FcCharSet* covered = nullptr;
        if (!is_usable(fonts->fonts[i]) ||
            FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &covered) != FcResultMatch)
            continue;
        std::erase_if(missing, [covered](char32_t c) { return FcCharSetHasChar(covered, c); });
    }
    return missing;
}

}  // namespace talkpoint::ui
