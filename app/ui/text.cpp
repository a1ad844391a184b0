#include "ui/text.hpp"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <functional>

namespace talkpoint::ui {
namespace {

constexpr const char* families = "Andika, Noto Sans, Noto Sans Arabic, Noto Sans Bengali, sans-serif";
constexpr std::size_t texture_bytes_bound = 24UL * 1024 * 1024;
constexpr std::uint64_t frames_kept = 120;

// Andika leaves much room between its lines for stacked accents. Ours: line to line, and the box above the first and
// below the last baseline, in font sizes; chosen so that a capital stands in the middle of a one-line box.
constexpr float line_pitch = 1.36F;
constexpr float line_pitch_bold = 1.2F;  // headings, which are short
constexpr float box_above = 0.94F;
constexpr float box_below = 0.32F;

struct Free {
    void operator()(void* object) const { g_object_unref(object); }
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

constexpr float from_pango(int units) { return static_cast<float>(units) / static_cast<float>(PANGO_SCALE); }

void add_emphases(PangoAttrList* attributes, const std::vector<pack::Emphasis>& emphases) {
    for (const auto& emphasis : emphases) {
        const auto add = [&](PangoAttribute* attribute) {
            attribute->start_index = static_cast<guint>(emphasis.begin);
            attribute->end_index = static_cast<guint>(emphasis.end);
            pango_attr_list_insert(attributes, attribute);
        };
        if (emphasis.bold) add(pango_attr_weight_new(PANGO_WEIGHT_BOLD));
        if (emphasis.italic) add(pango_attr_style_new(PANGO_STYLE_ITALIC));
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

}  // namespace

struct TextEngine::Fonts {
    Owned<PangoContext> context{pango_font_map_create_context(pango_cairo_font_map_get_default())};
    float cap_ratio = 0.7F;  ///< height of H in font sizes

    Fonts() {
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(context.get(), options);
        cairo_font_options_destroy(options);
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
};

TextBlock::~TextBlock() {
    if (layout_) g_object_unref(layout_);
    if (texture_ && textures_) textures_->release(texture_);
}

TextEngine::TextEngine(Textures& textures) : textures_(textures), fonts_(std::make_unique<Fonts>()) {}
TextEngine::~TextEngine() = default;

std::shared_ptr<TextBlock> TextEngine::lay(std::string_view text, const TextStyle& style, float width_px,
                                           std::string_view language) {
    return lay(pack::RichText{std::string{text}, {}}, style, width_px, language);
}

std::shared_ptr<TextBlock> TextEngine::lay(const pack::RichText& text, const TextStyle& style, float width_px,
                                           std::string_view language) {
    std::string key = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f", style.cap_px, static_cast<int>(style.weight),
                                  static_cast<int>(style.align), style.underline, width_px, language);
    for (const auto& e : text.emphases)
        key += fmt::format("{}-{}{}{},", e.begin, e.end, e.bold ? "b" : "", e.italic ? "i" : "");
    key += '\x1f';
    key += text.text;
    if (const auto found = blocks_.find(key); found != blocks_.end()) {
        found->second->last_used_ = frame_;
        return found->second;
    }

    auto block = std::shared_ptr<TextBlock>(new TextBlock);
    block->textures_ = &textures_;
    block->last_used_ = frame_;
    const float size_px = style.cap_px / fonts_->cap_ratio;
    pango_context_set_language(fonts_->context.get(), pango_language_from_string(std::string{language}.c_str()));
    Owned<PangoLayout> layout{pango_layout_new(fonts_->context.get())};
    const auto font = Fonts::description(size_px, style.weight);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.text.c_str(), static_cast<int>(text.text.size()));
    if (width_px > 0) pango_layout_set_width(layout.get(), static_cast<int>(width_px * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), style.align == Align::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    PangoAttrList* attributes = pango_attr_list_new();
    add_emphases(attributes, text.emphases);
    if (style.underline) pango_attr_list_insert(attributes, pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
    pango_attr_list_insert(attributes,
                           pango_attr_line_height_new_absolute(static_cast<int>(
                               size_px * (style.weight == Weight::bold ? line_pitch_bold : line_pitch) * PANGO_SCALE)));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);

    PangoRectangle ink, logical;
    pango_layout_get_extents(layout.get(), &ink, &logical);
    PangoLayoutIter* lines = pango_layout_get_iter(layout.get());
    const float first_baseline = from_pango(pango_layout_iter_get_baseline(lines));
    float last_baseline = first_baseline;
    while (pango_layout_iter_next_line(lines)) last_baseline = from_pango(pango_layout_iter_get_baseline(lines));
    pango_layout_iter_free(lines);

    const float top = first_baseline - box_above * size_px;
    block->left = from_pango(logical.x);
    block->width = from_pango(logical.width);
    block->height = last_baseline + box_below * size_px - top;
    block->lines = pango_layout_get_line_count(layout.get());
    block->cut = width_px > 0 && (from_pango(logical.width) > width_px + 1 || breaks_a_word(layout.get()));
    // The texture holds the ink and a pixel around it, on whole pixels.
    const Rect inked = Rect{from_pango(ink.x), from_pango(ink.y), from_pango(ink.width), from_pango(ink.height)}
                           .grown(1)
                           .rounded_out();
    block->x_offset_ = inked.x - block->left;
    block->y_offset_ = inked.y - top;
    block->texture_size_ = {static_cast<int>(inked.w), static_cast<int>(inked.h)};
    block->layout_ = layout.release();
    return blocks_.emplace(std::move(key), std::move(block)).first->second;
}

TextEngine::Drawable TextEngine::drawable(TextBlock& block, float x, float y) {
    const Size size = block.texture_size_;
    const Rect rect{std::round(x + block.x_offset_), std::round(y + block.y_offset_), static_cast<float>(size.width),
                    static_cast<float>(size.height)};
    if (block.layout_) {
        auto* layout = static_cast<PangoLayout*>(block.layout_);
        const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, size.width);
        std::vector<std::uint8_t> padded(static_cast<std::size_t>(stride) * static_cast<std::size_t>(size.height));
        {
            const Owned<cairo_surface_t> surface{
                cairo_image_surface_create_for_data(padded.data(), CAIRO_FORMAT_A8, size.width, size.height, stride)};
            const Owned<cairo_t> cairo{cairo_create(surface.get())};
            PangoRectangle ink;
            pango_layout_get_extents(layout, &ink, nullptr);
            const Rect inked = Rect{from_pango(ink.x), from_pango(ink.y), from_pango(ink.width), from_pango(ink.height)}
                                   .grown(1)
                                   .rounded_out();
            cairo_move_to(cairo.get(), static_cast<double>(-inked.x), static_cast<double>(-inked.y));
            pango_cairo_show_layout(cairo.get(), layout);
        }
        const auto width = static_cast<std::size_t>(size.width);
        std::vector<std::uint8_t> tight(width * static_cast<std::size_t>(size.height));
        for (std::size_t row = 0; row < static_cast<std::size_t>(size.height); ++row)
            std::copy_n(padded.begin() + static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(stride)), width,
                        tight.begin() + static_cast<std::ptrdiff_t>(row * width));
        block.texture_ = textures_.upload_mask(size, tight);
        bytes_ += tight.size();
        g_object_unref(layout);
        block.layout_ = nullptr;
    }
    return {block.texture_, rect};
}

void TextEngine::trim() {
    ++frame_;
    if (bytes_ <= texture_bytes_bound && blocks_.size() < 2000) return;
    std::erase_if(blocks_, [this](const auto& entry) {
        const TextBlock& block = *entry.second;
        const bool old = entry.second.use_count() == 1 && block.last_used_ + frames_kept < frame_;
        if (old && block.texture_)
            bytes_ -= static_cast<std::size_t>(block.texture_size_.width) *
                      static_cast<std::size_t>(block.texture_size_.height);
        return old;
    });
}

std::vector<std::string> TextEngine::missing_fonts() {
    std::vector<std::string> missing;
    for (const char* wanted : {"Andika", "Noto Sans"}) {
        FcPattern* pattern = FcPatternCreate();
        FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>(wanted));
        FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
        FcDefaultSubstitute(pattern);
        FcResult result;
        FcPattern* match = FcFontMatch(nullptr, pattern, &result);
        FcChar8* family = nullptr;
        if (!match || FcPatternGetString(match, FC_FAMILY, 0, &family) != FcResultMatch ||
            std::string_view{reinterpret_cast<const char*>(family)} != wanted)
            missing.emplace_back(wanted);
        if (match) FcPatternDestroy(match);
        FcPatternDestroy(pattern);
    }
    return missing;
}

}  // namespace talkpoint::ui
