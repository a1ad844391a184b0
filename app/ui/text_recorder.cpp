#include "ui/text_recorder.hpp"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>

#include <algorithm>
#include <string>

namespace talkpoint::ui {
namespace {

constexpr float from_pango(int units) { return static_cast<float>(units) / static_cast<float>(PANGO_SCALE); }

/// A PangoRenderer, which knows about underlines and raised letters; where it is to draw, we take notes.
struct Recorder {
    PangoRenderer parent;
    Letters* letters;
};
struct RecorderClass {
    PangoRendererClass parent;
};

Letters::Font font_of(PangoFont* font) {
    Letters::Font out;
    const FcPattern* pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8* text = nullptr;
    if (FcPatternGetString(pattern, FC_FILE, 0, &text) == FcResultMatch) out.file = reinterpret_cast<const char*>(text);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &out.index);
    FcPatternGetDouble(pattern, FC_PIXEL_SIZE, 0, &out.size_px);
    FcMatrix* matrix = nullptr;
    if (FcPatternGetMatrix(pattern, FC_MATRIX, 0, &matrix) == FcResultMatch)
        out.xx = matrix->xx, out.xy = matrix->xy, out.yx = matrix->yx, out.yy = matrix->yy;
    FcBool embolden = FcFalse;
    FcPatternGetBool(pattern, FC_EMBOLDEN, 0, &embolden);
    out.embolden = embolden != FcFalse;
    if (FcPatternGetString(pattern, FC_FONT_VARIATIONS, 0, &text) == FcResultMatch)
        out.variations = reinterpret_cast<const char*>(text);
    return out;
}

std::uint32_t place_of(std::vector<Letters::Font>& fonts, PangoFont* font) {
    const Letters::Font wanted = font_of(font);
    const auto found = std::ranges::find(fonts, wanted);
    const auto place = static_cast<std::uint32_t>(found - fonts.begin());
    if (found == fonts.end()) fonts.push_back(wanted);
    return place;
}

/// An empty box, one line wide.
void add_box(std::vector<Rect>& bars, const Rect& box) {
    const float line = std::max(1.F, box.h / 14);
    bars.push_back({box.x, box.y, box.w, line});
    bars.push_back({box.x, box.bottom() - line, box.w, line});
    bars.push_back({box.x, box.y, line, box.h});
    bars.push_back({box.right() - line, box.y, line, box.h});
}

void draw_glyphs(PangoRenderer* renderer, PangoFont* font, PangoGlyphString* glyphs, int x, int y) {
    Letters& letters = *reinterpret_cast<Recorder*>(renderer)->letters;
    if (!font) return;
    const std::uint32_t place = place_of(letters.fonts, font);
    for (int i = 0; i < glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& info = glyphs->glyphs[i];
        const float left = from_pango(x + info.geometry.x_offset), baseline = from_pango(y + info.geometry.y_offset);
        if (info.glyph != PANGO_GLYPH_EMPTY && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
            PangoRectangle ink;
            pango_font_get_glyph_extents(font, info.glyph, &ink, nullptr);
            add_box(letters.bars, {left + from_pango(ink.x), baseline + from_pango(ink.y), from_pango(ink.width),
                                   from_pango(ink.height)});
        } else if (info.glyph != PANGO_GLYPH_EMPTY) {
            letters.glyphs.push_back({info.glyph, place, left, baseline});
        }
        x += info.geometry.width;
    }
}

void draw_rectangle(PangoRenderer* renderer, PangoRenderPart, int x, int y, int width, int height) {
    reinterpret_cast<Recorder*>(renderer)->letters->bars.push_back(
        {from_pango(x), from_pango(y), from_pango(width), from_pango(height)});
}

GType recorder_type() {
    static const GType type = g_type_register_static_simple(
        PANGO_TYPE_RENDERER, "TalkpointTextRecorder", sizeof(RecorderClass),
        [](gpointer made, gpointer) {
            auto* renderer = static_cast<PangoRendererClass*>(made);
            renderer->draw_glyphs = draw_glyphs;
            renderer->draw_rectangle = draw_rectangle;
        },
        sizeof(Recorder), nullptr, GTypeFlags{});
    return type;
}

}  // namespace

void record(PangoLayoutLine* line, float x, float y, Letters& letters) {
    auto* recorder = static_cast<Recorder*>(g_object_new(recorder_type(), nullptr));
    recorder->letters = &letters;
    pango_renderer_draw_layout_line(&recorder->parent, line, static_cast<int>(x * PANGO_SCALE),
                                    static_cast<int>(y * PANGO_SCALE));
    g_object_unref(recorder);
}

}  // namespace talkpoint::ui
