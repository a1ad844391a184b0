#include "ui/text_layout.hpp"

#include "ui/text_direction.hpp"
#include "ui/text_recorder.hpp"

#include <pango/pangocairo.h>

#include <algorithm>

namespace talkpoint::ui {
namespace {

constexpr const char* families = "Andika, Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans Bengali, sans-serif";

// In font sizes. Andika leaves much room between its lines for stacked accents. Ours: line to line, and the box above
// the first and below the last baseline, chosen so that a capital stands in the middle of a one-line box. Arabic goes
// further down, and its vowel signs further up.
struct Metrics {
    float pitch, pitch_bold;  ///< bold: headings, which are short
    float above, below;
};
constexpr Metrics usual{1.36F, 1.2F, 0.94F, 0.32F}, of_arabic{1.6F, 1.45F, 1.08F, 0.52F};
constexpr float overhang = 0.06F;   ///< accents of capitals may leave the box by so much
constexpr float least_gap = 0.04F;  ///< between the ink of two lines

// Most Arabic letters are as high as 0.4 of the font size, an Andika x as 0.5: at the same size they look small beside
// each other, and smaller than our promise. So much larger reads as easily.
constexpr double arabic_scale = 1.15;

struct Free {
    void operator()(void* object) const { g_object_unref(object); }
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
    void operator()(PangoAttrList* attributes) const { pango_attr_list_unref(attributes); }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

constexpr float from_pango(int units) { return static_cast<float>(units) / static_cast<float>(PANGO_SCALE); }

bool is_arabic(gunichar c) {
    return (c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) || (c >= 0x0870 && c <= 0x08FF) ||
           (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

void add(PangoAttrList* attributes, PangoAttribute* attribute, std::size_t begin, std::size_t end) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(attributes, attribute);
}

void add_emphases(PangoAttrList* attributes, const std::vector<pack::Emphasis>& emphases) {
    for (const auto& e : emphases) {
        if (e.bold) add(attributes, pango_attr_weight_new(PANGO_WEIGHT_BOLD), e.begin, e.end);
        if (e.italic) add(attributes, pango_attr_style_new(PANGO_STYLE_ITALIC), e.begin, e.end);
    }
}

/// Is there any Arabic? It is made larger. `text` is the layout's own, so it is UTF-8.
bool scale_arabic(PangoAttrList* attributes, const char* text) {
    bool any = false;
    for (const char* at = text; *at;) {
        const char* const begin = at;
        while (*at && is_arabic(g_utf8_get_char(at))) at = g_utf8_next_char(at);
        if (at > begin) {
            any = true;
            add(attributes, pango_attr_scale_new(arabic_scale), static_cast<std::size_t>(begin - text),
                static_cast<std::size_t>(at - text));
        }
        if (*at) at = g_utf8_next_char(at);
    }
    return any;
}

/// A short word with a hyphen ("grown-ups", "spune-i") stays in one line.
void keep_short_words_whole(PangoAttrList* attributes, std::string_view text) {
    constexpr std::size_t longest = 10;  // bytes, of marks around it too
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        if (end - begin <= longest && text.substr(begin, end - begin).find('-') != std::string_view::npos)
            add(attributes, pango_attr_allow_breaks_new(FALSE), begin, end);
        begin = end + 1;
    }
}

/// Does a line begin where the language allows no break?
bool breaks_a_word(PangoLayout* layout) {
    const char* text = pango_layout_get_text(layout);
    const PangoLogAttr* marks = pango_layout_get_log_attrs_readonly(layout, nullptr);
    for (const GSList* line = g_slist_next(pango_layout_get_lines_readonly(layout)); line; line = g_slist_next(line)) {
        const int start = static_cast<const PangoLayoutLine*>(line->data)->start_index;
        if (!marks[g_utf8_pointer_to_offset(text, text + start)].is_line_break) return true;
    }
    return false;
}

/// A line as Pango made it. We place it ourselves: Pango's own distance changes with the fonts of each line.
struct Line {
    PangoLayoutLine* line = nullptr;  ///< the layout's
    Rect ink;                         ///< from the baseline, which is y = 0
    float x = 0, width = 0;
    float baseline = 0;  ///< whole pixels below the first
};

/// A layout of a text, and what it needs to be measured.
struct LaidOut {
    Owned<PangoLayout> layout;
    std::vector<Line> lines;  ///< at least one
    Metrics metrics;
    float size_px = 0;
    bool right_to_left = false;

    [[nodiscard]] Rect ink() const {
        Rect all;
        for (const Line& line : lines) {
            Rect moved = line.ink;
            moved.y += line.baseline;
            all = all.united(moved);
        }
        return all;
    }
};

std::vector<Line> lines_of(PangoLayout* layout) {
    std::vector<Line> lines;
    const Owned<PangoLayoutIter> at{pango_layout_get_iter(layout)};
    do {
        PangoRectangle ink, logical;
        pango_layout_iter_get_line_extents(at.get(), &ink, &logical);
        const int baseline = pango_layout_iter_get_baseline(at.get());
        lines.push_back(
            {pango_layout_iter_get_line_readonly(at.get()),
             {from_pango(ink.x), from_pango(ink.y - baseline), from_pango(ink.width), from_pango(ink.height)},
             from_pango(logical.x),
             from_pango(logical.width)});
    } while (pango_layout_iter_next_line(at.get()));
    return lines;
}

/// All lines stand equally far apart, and so far that none touches the next.
void place(std::vector<Line>& lines, float pitch, float gap) {
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!lines[i - 1].ink.empty() && !lines[i].ink.empty())
            pitch = std::max(pitch, lines[i - 1].ink.bottom() - lines[i].ink.y + gap);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].baseline = std::round(static_cast<float>(i) * pitch);
}

}  // namespace

struct Typesetter::Fonts {
    Owned<PangoContext> context{pango_font_map_create_context(pango_cairo_font_map_get_default())};
    float cap_ratio = 0.7F;  ///< height of H in font sizes

    Fonts() {
        const Owned<cairo_font_options_t> options{cairo_font_options_create()};
        cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options.get());
        pango_context_set_round_glyph_positions(context.get(), FALSE);

        const Owned<PangoLayout> probe{pango_layout_new(context.get())};
        const auto font = description(500, Weight::regular);
        pango_layout_set_font_description(probe.get(), font.get());
        pango_layout_set_text(probe.get(), "H", -1);
        PangoRectangle ink;
        pango_layout_get_extents(probe.get(), &ink, nullptr);
        if (ink.height > 0) cap_ratio = from_pango(ink.height) / 500;
    }

    static Owned<PangoFontDescription> description(float size_px, Weight weight) {
        Owned<PangoFontDescription> font{pango_font_description_new()};
        pango_font_description_set_family_static(font.get(), families);
        pango_font_description_set_absolute_size(font.get(), static_cast<double>(size_px) * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        return font;
    }

    LaidOut lay_out(const TextSpec& spec) const {
        const TextStyle& style = spec.style;
        LaidOut out;
        out.size_px = style.cap_px / cap_ratio;
        out.right_to_left = is_right_to_left(spec.language);
        const pack::RichText text = as_laid(spec.text, out.right_to_left);

        pango_context_set_language(context.get(), pango_language_from_string(spec.language.c_str()));
        pango_context_set_base_dir(context.get(), out.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
        out.layout.reset(pango_layout_new(context.get()));
        PangoLayout* const layout = out.layout.get();
        const auto font = description(out.size_px, style.weight);
        pango_layout_set_font_description(layout, font.get());
        pango_layout_set_text(layout, text.text.c_str(), static_cast<int>(text.text.size()));
        if (spec.width_px > 0) pango_layout_set_width(layout, static_cast<int>(spec.width_px * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        // Every paragraph has the page's direction; as_laid() has isolated those that run against it.
        pango_layout_set_auto_dir(layout, FALSE);
        pango_layout_set_alignment(layout, style.align == Align::centre ? PANGO_ALIGN_CENTER
                                           : out.right_to_left          ? PANGO_ALIGN_RIGHT
                                                                        : PANGO_ALIGN_LEFT);
        const Owned<PangoAttrList> attributes{pango_attr_list_new()};
        add_emphases(attributes.get(), text.emphases);
        keep_short_words_whole(attributes.get(), text.text);
        if (style.underline) pango_attr_list_insert(attributes.get(), pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
        out.metrics = scale_arabic(attributes.get(), pango_layout_get_text(layout)) ? of_arabic : usual;
        pango_layout_set_attributes(layout, attributes.get());
        out.lines = lines_of(layout);
        place(out.lines, (style.weight == Weight::bold ? out.metrics.pitch_bold : out.metrics.pitch) * out.size_px,
              least_gap * out.size_px);
        return out;
    }
};

Typesetter::Typesetter() : fonts_(std::make_unique<Fonts>()) {}
Typesetter::~Typesetter() = default;

Measured Typesetter::lay(const TextSpec& spec) {
    const LaidOut laid = fonts_->lay_out(spec);
    const Line &first = laid.lines.front(), &last = laid.lines.back();
    const float above = std::max(laid.metrics.above, -first.ink.y / laid.size_px - overhang) * laid.size_px;
    const float below = std::max(laid.metrics.below, last.ink.bottom() / laid.size_px - overhang) * laid.size_px;
    float left = first.x, right = first.x + first.width;
    const auto letters = std::make_shared<Letters>();
    for (const Line& line : laid.lines) {
        left = std::min(left, line.x);
        right = std::max(right, line.x + line.width);
        record(line.line, line.x, line.baseline, *letters);
    }
    // Letters have soft edges.
    if (const Rect ink = laid.ink(); !ink.empty()) letters->ink = ink.grown(2).rounded_out();
    Measured out;
    out.box = {left, -above, right - left, last.baseline + below + above};
    out.left = left;
    if (laid.right_to_left) out.left = spec.width_px > 0 ? spec.width_px - right : 0;
    out.lines = static_cast<int>(laid.lines.size());
    out.last_width = last.width;
    out.cut = spec.width_px > 0 && (out.box.w > spec.width_px + 1 || breaks_a_word(laid.layout.get()));
    out.letters = letters;
    return out;
}

}  // namespace talkpoint::ui
