#include "ui/text_drawing.hpp"

#include "base/strings.hpp"

#include <ft2build.h>
// After the one that names them.
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H
#include FT_OUTLINE_H
#include FT_SYNTHESIS_H

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

namespace talkpoint::ui {
namespace {

FT_Fixed to_fixed(double value) { return static_cast<FT_Fixed>(std::lround(value * 65536)); }

struct EndFace {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Face = std::unique_ptr<FT_FaceRec, EndFace>;

/// Sets the axes of a variable font; those that are not named stay at their defaults.
void vary(FT_Library library, FT_Face face, const std::string& variations) {
    FT_MM_Var* axes = nullptr;
    if (variations.empty() || FT_Get_MM_Var(face, &axes) != 0) return;
    std::vector<FT_Fixed> places;
    for (FT_UInt i = 0; i < axes->num_axis; ++i) places.push_back(axes->axis[i].def);
    for (const std::string& variation : base::split(variations, ',')) {
        if (variation.size() < 6 || variation[4] != '=') continue;
        const auto letter = [&](std::size_t i) {
            return static_cast<FT_ULong>(static_cast<unsigned char>(variation[i]));
        };
        const FT_ULong tag = letter(0) << 24 | letter(1) << 16 | letter(2) << 8 | letter(3);
        for (FT_UInt i = 0; i < axes->num_axis; ++i)
            if (axes->axis[i].tag == tag) places[i] = to_fixed(std::atof(variation.c_str() + 5));
    }
    FT_Set_Var_Design_Coordinates(face, axes->num_axis, places.data());
    FT_Done_MM_Var(library, axes);
}

struct Mask {
    Rect area;
    std::vector<std::uint8_t> pixels;

    explicit Mask(const Rect& whole)
        : area(whole), pixels(static_cast<std::size_t>(whole.w) * static_cast<std::size_t>(whole.h)) {}

    /// Letters that overlap, as Arabic ones do where they join, lie over each other.
    void cover(int x, int y, int coverage) {
        if (x < 0 || y < 0 || x >= static_cast<int>(area.w) || y >= static_cast<int>(area.h)) return;
        auto& pixel =
            pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(area.w) + static_cast<std::size_t>(x)];
        pixel = static_cast<std::uint8_t>(255 - (255 - pixel) * (255 - coverage) / 255);
    }

    /// Whole pixels: a thin line looks alike wherever it lies.
    void cover(const Rect& bar) {
        const int left = static_cast<int>(std::round(bar.x - area.x)),
                  top = static_cast<int>(std::round(bar.y - area.y));
        const int width = std::max(1, static_cast<int>(std::round(bar.w))),
                  height = std::max(1, static_cast<int>(std::round(bar.h)));
        for (int y = top; y < top + height; ++y)
            for (int x = left; x < left + width; ++x) cover(x, y, 255);
    }
};

}  // namespace

struct LetterDrawer::Impl {
    FT_Library library = nullptr;
    std::map<std::pair<std::string, int>, Face> faces;  ///< a null one could not be opened

    Impl() { FT_Init_FreeType(&library); }
    ~Impl() {
        faces.clear();
        FT_Done_FreeType(library);
    }

    FT_Face face_of(const Letters::Font& font) {
        // Variations are a state of the face: each has its own.
        const auto [at, fresh] = faces.try_emplace({font.file + '\n' + font.variations, font.index});
        if (fresh) {
            FT_Face face = nullptr;
            if (FT_New_Face(library, font.file.c_str(), font.index, &face) == 0) {
                at->second.reset(face);
                vary(library, face, font.variations);
            }
        }
        return at->second.get();
    }

    static void draw(FT_Face face, const Letters::Font& font, const Letters::Glyph& glyph, Mask& mask) {
        if (FT_Load_Glyph(face, glyph.id, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return;
        FT_GlyphSlot slot = face->glyph;
        if (slot->format != FT_GLYPH_FORMAT_OUTLINE) return;
        if (font.embolden) FT_GlyphSlot_Embolden(slot);
        const FT_Matrix matrix{to_fixed(font.xx), to_fixed(font.xy), to_fixed(font.yx), to_fixed(font.yy)};
        FT_Outline_Transform(&slot->outline, &matrix);
        const float x = glyph.x - mask.area.x, y = glyph.y - mask.area.y;
        const float left = std::floor(x), top = std::floor(y);
        FT_Outline_Translate(&slot->outline, std::lround((x - left) * 64), -std::lround((y - top) * 64));
        if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return;
        const FT_Bitmap& bitmap = slot->bitmap;
        for (int row = 0; row < static_cast<int>(bitmap.rows); ++row)
            for (int column = 0; column < static_cast<int>(bitmap.width); ++column)
                if (const int coverage = bitmap.buffer[row * bitmap.pitch + column])
                    mask.cover(static_cast<int>(left) + slot->bitmap_left + column,
                               static_cast<int>(top) - slot->bitmap_top + row, coverage);
    }
};

LetterDrawer::LetterDrawer() : impl_(std::make_unique<Impl>()) {}
LetterDrawer::~LetterDrawer() = default;

std::vector<std::uint8_t> LetterDrawer::draw(const Letters& letters) {
    Mask mask{letters.ink};
    for (std::uint32_t i = 0; i < letters.fonts.size(); ++i) {
        const Letters::Font& font = letters.fonts[i];
        const FT_Face face = impl_->face_of(font);
        if (!face || FT_Set_Char_Size(face, std::lround(font.size_px * 64), 0, 72, 72) != 0) continue;
        for (const auto& glyph : letters.glyphs)
            if (glyph.font == i) Impl::draw(face, font, glyph, mask);
    }
    for (const Rect& bar : letters.bars) mask.cover(bar);
    return std::move(mask.pixels);
}

}  // namespace talkpoint::ui
