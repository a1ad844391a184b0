#include "print/prompt_card.hpp"

#include "print/qr_code.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <memory>
#include <numbers>
#include <optional>
#include <string_view>
#include <vector>

namespace talkpoint::print {
namespace {

constexpr double point_mm = 72 / 25.4;
constexpr double page_width = 148 * point_mm, page_height = 210 * point_mm, margin = 13 * point_mm;
constexpr double text_width = page_width - 2 * margin;
constexpr double code_side = 36 * point_mm;
/// Printers leave out what is nearer to the edge.
constexpr double bubble_inset = 7 * point_mm;

struct Ink {
    double red, green, blue;
};
constexpr Ink dark{0.07, 0.18, 0.24}, deep{0.05, 0.33, 0.38}, pale{0.89, 0.95, 0.94}, white{1, 1, 1};

enum class Weight { usual, bold };

struct Paragraph {
    std::string text;
    double size;
    Weight weight;
    Ink ink;
    double before;  ///< room above it
};

struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(cairo_t* drawing) const { cairo_destroy(drawing); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

Held<PangoLayout> lay_out(cairo_t* drawing, const Paragraph& paragraph, double width, double scale) {
    Held<PangoLayout> layout{pango_cairo_create_layout(drawing)};
    const Held<PangoFontDescription> font{pango_font_description_from_string("Andika, Noto Sans, sans-serif")};
    pango_font_description_set_absolute_size(font.get(), paragraph.size * scale * PANGO_SCALE);
    if (paragraph.weight == Weight::bold) pango_font_description_set_weight(font.get(), PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), 0.92F);  // Andika leaves much room for accents
    pango_layout_set_text(layout.get(), paragraph.text.data(), static_cast<int>(paragraph.text.size()));
    return layout;
}

/// How far down they reach from `top`; draws them unless it only measures.
double set(cairo_t* drawing, const std::vector<Paragraph>& paragraphs, double left, double top, double width,
           double scale, bool draws) {
    for (const auto& paragraph : paragraphs) {
        const auto layout = lay_out(drawing, paragraph, width, scale);
        top += paragraph.before * scale;
        if (draws) {
            cairo_set_source_rgb(drawing, paragraph.ink.red, paragraph.ink.green, paragraph.ink.blue);
            cairo_move_to(drawing, left, top);
            pango_cairo_show_layout(drawing, layout.get());
        }
        int height = 0;
        pango_layout_get_size(layout.get(), nullptr, &height);
        top += static_cast<double>(height) / PANGO_SCALE;
    }
    return top;
}

std::vector<Paragraph> heading_of(const PromptCard& card) {
    std::vector<Paragraph> out{
        {"Have you got a minute?", 27, Weight::bold, white, 0},
        {fmt::format("There is a touch screen for you here at {}.", card.place), 13.5, Weight::usual, white, 5}};
    if (!card.event.empty()) out.push_back({card.event, 13.5, Weight::bold, white, 5});
    return out;
}

std::vector<Paragraph> words() {
    const auto title = [](const char* said) { return Paragraph{said, 14, Weight::bold, deep, 11}; };
    const auto text = [](const char* said) { return Paragraph{said, 12.5, Weight::usual, dark, 2}; };
    return {title("What is it about?"),
            text("Being safe and kind with each other, and where to get help. You can read, watch and listen."),
            title("Tell us what you think"),
            text("There are a few short questions. They take about a minute. It is not a test."),
            title("Nobody can tell who you are"),
            text("We do not ask for your name. You can leave out any question. You can stop when you like."),
            title("How do I begin?"),
            text("Just touch the screen. If you get stuck, ask us.")};
}

std::vector<Paragraph> words_of_page(const std::string& page) {
    constexpr std::string_view scheme = "https://";
    return {{"Find out more", 14, Weight::bold, deep, 0},
            {"Point a phone’s camera at the square, or look here:", 11.5, Weight::usual, dark, 2},
            {page.starts_with(scheme) ? page.substr(scheme.size()) : page, 11.5, Weight::bold, dark, 4}};
}

void rounded_box(cairo_t* drawing, double left, double top, double width, double height, double radius) {
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_path(drawing);
    cairo_arc(drawing, left + width - radius, top + radius, radius, -quarter, 0);
    cairo_arc(drawing, left + width - radius, top + height - radius, radius, 0, quarter);
    cairo_arc(drawing, left + radius, top + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(drawing, left + radius, top + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(drawing);
}

/// What somebody says: a box with a corner that points down to whoever holds the card.
void speech_bubble(cairo_t* drawing, double top, double bottom) {
    cairo_set_source_rgb(drawing, deep.red, deep.green, deep.blue);
    rounded_box(drawing, bubble_inset, top, page_width - 2 * bubble_inset, bottom - top, 14);
    cairo_fill(drawing);
    cairo_move_to(drawing, margin + 14, bottom - 1);
    cairo_line_to(drawing, margin + 14, bottom + 17);
    cairo_line_to(drawing, margin + 38, bottom - 1);
    cairo_close_path(drawing);
    cairo_fill(drawing);
}

void draw(cairo_t* drawing, const QrCode& code, double left, double top) {
    constexpr int quiet = 4;
    const double module = code_side / (code.width + 2 * quiet);
    cairo_set_source_rgb(drawing, 1, 1, 1);
    cairo_rectangle(drawing, left, top, code_side, code_side);
    cairo_fill(drawing);
    cairo_set_source_rgb(drawing, 0, 0, 0);
    for (int row = 0; row < code.width; ++row)
        for (int column = 0; column < code.width; ++column)
            if (code.dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(code.width) +
                          static_cast<std::size_t>(column)])
                cairo_rectangle(drawing, left + module * (column + quiet), top + module * (row + quiet), module,
                                module);
    cairo_fill(drawing);  // all at once: between two that are filled one by one a viewer shows a line
}

constexpr double heading_top = bubble_inset + 17;
constexpr double panel_padding = 9;
constexpr double panel_top = page_height - bubble_inset - code_side - 2 * panel_padding;

/// Draws heading and words, or only finds where they end.
double set_words(cairo_t* drawing, const PromptCard& card, double scale, bool draws) {
    const auto heading = heading_of(card);
    const double bottom = set(drawing, heading, margin, heading_top, text_width, scale, false) + 15;
    if (draws) {
        speech_bubble(drawing, bubble_inset, bottom);
        set(drawing, heading, margin, heading_top, text_width, scale, true);
    }
    return set(drawing, words(), margin, bottom + 20, text_width, scale, draws);
}

/// The same of what stands beside the code.
double set_page(cairo_t* drawing, const PromptCard& card, double scale, bool draws) {
    return set(drawing, words_of_page(card.page), margin, panel_top + panel_padding + 6, text_width - code_side - 10,
               scale, draws);
}

/// The largest scale of the letters at which `ends` is no lower than that.
template <class Ends>
std::optional<double> scale_for(double lowest, double smallest, Ends ends) {
    constexpr int steps = 8;
    for (int smaller = 0; smaller <= steps; ++smaller) {
        const double scale = 1 - (1 - smallest) * smaller / steps;
        if (ends(scale) <= lowest) return scale;
    }
    return {};
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

base::Result<std::string> prompt_card(const PromptCard& card, base::LocalTime made) {
    std::optional<QrCode> code;
    if (!card.page.empty()) {
        auto encoded = qr_code(card.page);
        if (!encoded) return std::unexpected(std::move(encoded.error()));
        code = std::move(*encoded);
    }
    std::string bytes;
    const Held<cairo_surface_t> surface{cairo_pdf_surface_create_for_stream(append, &bytes, page_width, page_height)};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, "Have you got a minute?");
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   base::format_local_time(made).c_str());
    Held<cairo_t> drawing{cairo_create(surface.get())};
    const auto scale = scale_for(code ? panel_top - 6 : page_height - margin, 0.75,
                                 [&](double by) { return set_words(drawing.get(), card, by, false); });
    const auto page_scale = scale_for(page_height - bubble_inset - 4, 0.5,
                                      [&](double by) { return set_page(drawing.get(), card, by, false); });
    if (!scale || (code && !page_scale))
        return base::fail(base::ErrorKind::malformed,
                          "the card has more words than there is room for; give the event a shorter name, or the "
                          "project's page a shorter address");
    set_words(drawing.get(), card, *scale, true);
    if (code) {
        cairo_set_source_rgb(drawing.get(), pale.red, pale.green, pale.blue);
        rounded_box(drawing.get(), bubble_inset, panel_top, page_width - 2 * bubble_inset,
                    code_side + 2 * panel_padding, 14);
        cairo_fill(drawing.get());
        draw(drawing.get(), *code, page_width - margin - code_side, panel_top + panel_padding);
        set_page(drawing.get(), card, *page_scale, true);
    }
    cairo_show_page(drawing.get());
    cairo_surface_finish(surface.get());
    const auto status = cairo_surface_status(surface.get());
    if (cairo_status(drawing.get()) != CAIRO_STATUS_SUCCESS || status != CAIRO_STATUS_SUCCESS)
        return base::fail(base::ErrorKind::unwritable,
                          fmt::format("the card could not be drawn ({}); report this", cairo_status_to_string(status)));
    return bytes;
}

}  // namespace talkpoint::print
