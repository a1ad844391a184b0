#include "ui/widgets.hpp"

namespace talkpoint::ui {
namespace {

struct ButtonColors {
    Color fill, words, border;
    Style style;
};

ButtonColors colors_of(const Builder& b, Look look) {
    const Palette& p = b.palette();
    switch (look) {
        case Look::primary:
            return {p.deep, p.white, p.deep, Style::subheading};
        case Look::secondary:
            return {p.white, p.ink, p.ink, Style::small};
        case Look::dark:
            return {p.ink, p.white, p.ink, Style::small};
        case Look::sun:
            return {p.sun, p.ink, p.sun, Style::subheading};
        case Look::quiet:
            return {b.ground(), p.ink, b.ground(), Style::small};
        case Look::glass:
            return {mixed(b.ground(), p.ink, 0.35F), p.white, mixed(b.ground(), p.white, 0.6F), Style::small};
    }
    return {p.white, p.ink, p.ink, Style::small};
}

TextStyle label_style(const Builder& b, Look look) {
    TextStyle style = b.theme().style(colors_of(b, look).style);
    style.underline = look == Look::quiet;
    return style;
}

float icon_size(const Builder& b, Look look) { return label_style(b, look).cap_px * 1.5F; }
float side_padding(const Builder& b, Look look) {
    if (look == Look::quiet) return b.mm(3);
    return b.mm(look == Look::primary || look == Look::sun ? 13 : 7);
}
float icon_gap(const Builder& b) { return b.mm(2.5); }

/// Room that an icon and its gap take beside the label.
float icon_room(const Builder& b, Look look) { return icon_size(b, look) + icon_gap(b); }

}  // namespace

float button_width(const Builder& b, std::string_view label, Look look, bool with_icon) {
    const float words = b.lay(label, label_style(b, look), 0).width();
    return std::ceil(
        std::max(b.theme().target(), words + 2 * side_padding(b, look) + (with_icon ? icon_room(b, look) : 0) + 1));
}

void button(Builder& b, std::string_view id, std::string_view label, Rect rect, Look look, NodeAction action,
            const std::string& icon) {
    const ButtonColors colors = colors_of(b, look);
    const float beside = icon.empty() ? 0 : icon_room(b, look);
    const Laid words = b.lay(label, label_style(b, look), rect.w - 2 * side_padding(b, look) - beside + 2);
    Node node;
    node.id = id;
    node.role = look == Look::quiet ? Role::link : Role::button;
    node.name = label;
    node.rect = rect;
    node.foreground = colors.words;
    node.background = colors.fill;
    node.cap_px = words.style.cap_px;
    node.cut = words.block->cut || words.height() > rect.h;
    node.action = std::move(action);
    const Node& placed = b.control(std::move(node));

    const float radius = std::min(rect.h / 2, b.mm(12));
    const Color fill = placed.pressed ? mixed(colors.fill, colors.words, 0.22F) : colors.fill;
    if (look != Look::quiet || placed.pressed) b.display().fill(rect, fill, radius);
    if (look == Look::secondary || look == Look::glass) b.display().outline(rect, colors.border, b.mm(0.7), radius);
    const float content = words.width() + beside;
    float x = rect.x + (rect.w - content) / 2;
    if (look == Look::quiet) x = rect.x + side_padding(b, look);
    if (!icon.empty()) {
        const float size = icon_size(b, look);
        b.icon(icon, x, rect.y + (rect.h - size) / 2, size, colors.words);
        x += beside;
    }
    b.letters(words, x, rect.y + (rect.h - words.height()) / 2, colors.words);
    b.focus_ring(placed, radius);
}

namespace {

constexpr double mark_mm = 11;
constexpr double row_padding_mm = 6;

float option_text_width(const Builder& b, float width, const OptionState& state) {
    const float note = state.note.empty() ? 0 : b.lay(state.note, Style::strong, 0).width() + b.mm(6);
    return width - b.mm(row_padding_mm) * 2 - b.mm(mark_mm) - b.mm(5) - note;
}

/// Chosen is told by shape, weight and colour together.
void option_mark(Builder& b, OptionLook look, const OptionState& state, float x, float y, Color ink) {
    const Palette& p = b.palette();
    const float size = b.mm(mark_mm), line = b.mm(1);
    const Rect box{x, y, size, size};
    switch (look) {
        case OptionLook::radio:
            b.display().fill(box, p.white, size / 2);
            b.display().outline(box, ink, line, size / 2);
            if (state.chosen) b.display().disc(x + size / 2, y + size / 2, size * 0.29F, p.deep);
            return;
        case OptionLook::checkbox:
            b.display().fill(box, state.chosen ? p.deep : p.white, b.mm(2));
            b.display().outline(box, state.chosen ? p.deep : ink, line, b.mm(2));
            if (state.chosen) b.icon("tick", x + size * 0.12F, y + size * 0.12F, size * 0.76F, p.white);
            return;
        case OptionLook::sort:
            b.display().fill(box, state.place ? p.deep : p.white, size / 2);
            b.display().outline(box, state.place ? p.deep : ink, line, size / 2);
            if (state.place) {
                const Laid number = b.lay(std::to_string(state.place), Style::strong, size, Align::centre);
                b.letters(number, x, y + (size - number.height()) / 2, p.white);
            }
            return;
    }
}

}  // namespace

float option_height(const Builder& b, std::string_view label, float width, const OptionState& state) {
    const Laid words = b.lay(label, Style::option, option_text_width(b, width, state));
    return std::max(b.theme().target(), std::ceil(words.height() + b.mm(7)));
}

void option_row(Builder& b, std::string_view id, std::string_view label, Rect rect, OptionLook look,
                const OptionState& state, NodeAction action) {
    const Palette& p = b.palette();
    const bool lit = state.chosen || state.place > 0;
    Color fill = lit ? p.mint : p.white;
    if (state.verdict && *state.verdict) fill = p.leaf;
    TextStyle style = b.theme().style(Style::option);
    const Laid words = b.lay(label, style, option_text_width(b, rect.w, state));
    Node node;
    node.id = id;
    node.role = look == OptionLook::radio ? Role::radio : Role::checkbox;
    node.name = label;
    node.value = state.place ? std::to_string(state.place) : state.note;
    node.checked = lit;
    node.disabled = state.locked;
    node.rect = rect;
    node.foreground = p.ink;
    node.background = fill;
    node.cap_px = style.cap_px;
    node.cut = words.block->cut || words.height() > rect.h;
    if (!state.locked) node.action = std::move(action);
    const Node& placed = b.control(std::move(node));

    const float radius = b.theme().radius();
    b.display().fill(rect, placed.pressed ? mixed(fill, p.teal, 0.25F) : fill, radius);
    const bool strong = lit || (state.verdict && *state.verdict);
    const bool faint = state.locked && !strong;
    b.display().outline(rect, strong ? p.deep : faint ? p.line : p.ink, b.mm(strong ? 1.4 : 0.7), radius);
    const float mark = b.mm(mark_mm);
    const float x = rect.x + b.mm(row_padding_mm);
    option_mark(b, look, state, x, rect.y + (rect.h - mark) / 2, p.ink);
    b.letters(words, x + mark + b.mm(5), rect.y + (rect.h - words.height()) / 2, p.ink);
    if (!state.note.empty()) {
        const Laid note = b.lay(state.note, Style::strong, 0);
        b.letters(note, rect.right() - b.mm(row_padding_mm) - note.width(), rect.y + (rect.h - note.height()) / 2,
                  p.ink);
    }
    b.focus_ring(placed, radius);
}

namespace {

float card_padding(const Builder& b, const Card& card) { return b.mm(card.large ? 11 : 6); }

float pill_width(const Builder& b, const Card& card) {
    return card.call.empty() ? 0 : b.lay(card.call, Style::subheading, 0).width() + b.mm(22);
}

}  // namespace

float card_height(const Builder& b, const Card& card, float width) {
    const float pad = card_padding(b, card);
    return std::ceil(b.lay(card.title, card.large ? Style::title : Style::strong, width - 2 * pad).height() + 2 * pad);
}

void card(Builder& b, const Card& card, Rect rect) {
    const Palette& p = b.palette();
    const float pad = card_padding(b, card), radius = b.theme().radius() + b.mm(2);
    const bool beside = rect.w > rect.h * 1.15F;
    Rect inner = rect.inset(pad);
    // The picture gives way until the title stands without a broken word and inside the card.
    const float title_share = beside ? (card.large ? 0.5F : 0.55F) : 0.6F;
    float picture = card.picture.empty() ? 0
                    : beside             ? std::min(inner.h, inner.w * (1 - title_share))
                                         : std::min(inner.w, inner.h * title_share);
    const Style title_style = card.large ? Style::title : rect.w > b.mm(130) ? Style::subheading : Style::strong;
    Laid title;
    float words_width = 0;
    for (;; picture = picture > b.mm(14) ? picture * 0.88F : 0) {
        words_width = beside && picture > 0 ? inner.w - picture - b.mm(4) : inner.w;
        title = b.lay(card.title, title_style, words_width);
        const float room = beside ? inner.h : inner.h - picture - (picture > 0 ? b.mm(4) : 0);
        const bool fits = !title.block->cut && title.height() <= room && pill_width(b, card) <= words_width;
        if (picture <= 0 || fits) break;
    }
    Node node;
    node.id = card.id;
    node.role = Role::button;
    node.name = card.title;
    node.value = card.call;
    node.rect = rect;
    node.foreground = p.ink;
    node.background = card.color;
    node.cap_px = title.style.cap_px;
    node.cut = title.block->cut || title.height() > inner.h + 1;
    node.action = card.action;
    const Node placed = b.control(std::move(node));
    b.display().fill(rect, placed.pressed ? mixed(card.color, p.ink, 0.15F) : card.color, radius);
    const Color ground = b.ground();
    b.ground(card.color);

    Rect words = inner;
    if (picture > 0) {
        const Rect strip = beside ? words.take_right(picture) : words.take_top(picture);
        if (!beside) words.take_top(b.mm(4));
        b.picture(card.id + ".picture", card.picture, "",
                  strip.centred(std::min(strip.w, strip.h), std::min(strip.w, strip.h)));
        b.scene().nodes.pop_back();  // it belongs to the card, whose name says everything
    }
    words.w = words_width;
    const Laid call = b.lay(card.call, Style::subheading, 0);
    const float call_height = card.call.empty() ? 0 : b.mm(18) + b.mm(6);
    const Laid summary = b.lay(card.summary, card.large ? Style::body : Style::small, words_width);
    const bool with_summary =
        !card.summary.empty() && title.height() + b.mm(3) + summary.height() + call_height <= words.h;
    const float used = title.height() + (with_summary ? b.mm(3) + summary.height() : 0) + call_height;
    float y = beside ? words.y + (words.h - used) / 2 : words.y;
    b.letters(title, words.x, y, p.ink);
    y += title.height() + b.mm(3);
    if (with_summary) {
        b.text(card.id + ".summary", Role::text, summary, words.x, y, p.ink);
        y += summary.height() + b.mm(6);
    }
    if (!card.call.empty()) {
        const Rect pill{words.x, y, pill_width(b, card), b.mm(18)};
        b.display().fill(pill, p.deep, pill.h / 2);
        b.letters(call, pill.x + b.mm(11), pill.y + (pill.h - call.height()) / 2, p.white);
    }
    b.ground(ground);
    b.focus_ring(placed, radius);
}

void progress(Builder& b, std::string_view words, std::size_t position, std::size_t total, Rect rect) {
    const Laid laid = b.lay(words, Style::small, rect.w, Align::centre);
    const float bar = b.mm(3), gap = b.mm(2);
    float y = rect.y + (rect.h - laid.height() - gap - bar) / 2;
    Node node;
    node.id = "progress";
    node.role = Role::progress;
    node.name = words;
    node.value = std::to_string(position) + "/" + std::to_string(total);
    node.rect = {rect.x, y, rect.w, laid.height() + gap + bar};
    node.foreground = b.palette().ink;
    node.background = b.ground();
    node.cap_px = laid.style.cap_px;
    node.cut = laid.block->cut;
    b.control(std::move(node));
    b.letters(laid, rect.x, y, b.palette().ink);
    y += laid.height() + gap;
    const float share = total ? static_cast<float>(position) / static_cast<float>(total) : 0;
    b.display().fill({rect.x, y, rect.w, bar}, b.palette().line, bar / 2);
    b.display().fill({rect.x, y, std::max(bar, rect.w * share), bar}, b.palette().teal, bar / 2);
}

std::vector<std::size_t> parts_of(const std::vector<float>& heights, float gap, float room) {
    std::vector<std::size_t> starts;
    float used = 0;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        if (starts.empty() || used + gap + heights[i] > room) {
            starts.push_back(i);
            used = heights[i];
        } else {
            used += gap + heights[i];
        }
    }
    return starts;
}

void part_buttons(Builder& b, Rect& area, std::size_t part, std::size_t count) {
    if (count < 2) return;
    Rect strip = area.take_bottom(b.theme().target());
    area.take_bottom(b.theme().gap());
    // Each has its own place, whether it is there or not: who touches "Show more" twice must not come back by it.
    const auto place = [&](std::string_view id, const std::string& label, bool there, int by, const char* icon) {
        const Rect slot = strip.take_left(button_width(b, label, Look::secondary, true));
        strip.take_left(b.theme().gap());
        if (there) button(b, id, label, slot, Look::secondary, TurnPart{by}, icon);
    };
    place("part.more", b.strings()("parts.more"), part + 1 < count, 1, "down");
    const Laid words =
        b.lay(b.strings()("parts.of", {{"part", std::to_string(part + 1)}, {"count", std::to_string(count)}}),
              Style::small, strip.w);
    const Rect middle = strip.take_left(words.width() + b.theme().gap());
    b.text("part", Role::text, words, middle.x, middle.y + (middle.h - words.height()) / 2, b.palette().ink);
    place("part.back", b.strings()("parts.back"), part > 0, -1, "up");
}

Shown turn_parts(Builder& b, Rect& area, const std::vector<float>& heights, float gap, float around) {
    float needed = around - gap;
    for (const float height : heights) needed += height + gap;
    if (needed <= area.h + 1) return {0, heights.size()};
    const auto starts = parts_of(heights, gap, area.h - around - b.theme().target() - b.theme().gap());
    const std::size_t part = std::min(static_cast<std::size_t>(b.interaction().part()), starts.size() - 1);
    part_buttons(b, area, part, starts.size());
    return {starts[part], part + 1 < starts.size() ? starts[part + 1] : heights.size()};
}

}  // namespace talkpoint::ui
