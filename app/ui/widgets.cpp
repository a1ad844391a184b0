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
            return {p.deep, p.on_deep, p.deep, Style::subheading};
        case Look::ending:
            return {p.surface, p.alarm, p.alarm, Style::small};
        case Look::even:
            return {p.surface, p.ink, p.ink, Style::subheading};
        case Look::even_ending:
            return {p.surface, p.alarm, p.alarm, Style::subheading};
        case Look::key:
            return {p.surface, p.ink, p.ink, Style::heading};
        case Look::secondary:
            return {p.surface, p.ink, p.ink, Style::small};
        case Look::dark:
            return {p.dark, p.on_deep, p.dark, Style::small};
        case Look::sun:
            return {p.sun, p.ink, p.outlined ? p.ink : p.sun, Style::subheading};
        case Look::quiet:
            return {b.ground(), p.ink, b.ground(), Style::small};
        case Look::glass: {
            // On the dark ground of the loop: a little darker than it, so that white stands out.
            constexpr Color white = rgb(0xFFFFFF), night = rgb(0x12343B);
            return {mixed(b.ground(), night, 0.35F), white, p.outlined ? white : mixed(b.ground(), white, 0.6F),
                    Style::small};
        }
    }
    return {p.surface, p.ink, p.ink, Style::small};
}

TextStyle label_style(const Builder& b, Look look) {
    TextStyle style = b.theme().style(colors_of(b, look).style);
    style.underline = look == Look::quiet;
    return style;
}

float icon_size(const Builder& b, Look look) { return label_style(b, look).cap_px * 1.5F; }
float side_padding(const Builder& b, Look look) {
    if (look == Look::quiet || look == Look::key) return b.mm(3);
    return b.mm(colors_of(b, look).style == Style::subheading ? 13 : 7);
}
float icon_gap(const Builder& b) { return b.mm(2.5); }

/// Room that an icon and its gap take beside the label.
float icon_room(const Builder& b, Look look) { return icon_size(b, look) + icon_gap(b); }

}  // namespace

Color pressed(const Builder& b, Color fill, Color words) {
    const bool dark = words.r + words.g + words.b > fill.r + fill.g + fill.b;
    return dark && !b.palette().outlined ? mixed(fill, rgb(0), 0.4F) : mixed(fill, words, 0.22F);
}

float button_width(const Builder& b, std::string_view label, Look look, bool with_icon) {
    const float words = b.lay(label, label_style(b, look), 0).width();
    return std::ceil(
        std::max(b.theme().target(), words + 2 * side_padding(b, look) + (with_icon ? icon_room(b, look) : 0) + 1));
}

namespace {

/// The shape of a button, pressed or not, and the node that says what it is.
Node placed_button(Builder& b, Node node, Look look, const ButtonColors& colors, NodeAction action) {
    node.role = look == Look::quiet ? Role::link : Role::button;
    node.foreground = colors.words;
    node.background = colors.fill;
    node.action = std::move(action);
    const Rect rect = node.rect;
    const Node placed = b.control(std::move(node));
    const float radius = std::min(rect.h / 2, b.mm(12));
    const Color fill = placed.pressed ? pressed(b, colors.fill, colors.words) : colors.fill;
    if (look != Look::quiet || placed.pressed) b.display().fill(rect, fill, radius);
    if (colors.border != colors.fill) b.display().outline(rect, colors.border, b.mm(0.7), radius);
    return placed;
}

}  // namespace

void button(Builder& b, std::string_view id, std::string_view label, Rect rect, Look look, NodeAction action,
            const std::string& icon) {
    const ButtonColors colors = colors_of(b, look);
    const float beside = icon.empty() ? 0 : icon_room(b, look);
    const Laid words = b.lay_even(label, label_style(b, look), rect.w - 2 * side_padding(b, look) - beside + 2);
    Node node;
    node.id = id;
    node.name = label;
    node.rect = rect;
    node.cap_px = words.style.cap_px;
    node.cut = words.block->cut || words.height() > rect.h;
    const Node placed = placed_button(b, std::move(node), look, colors, std::move(action));
    const float content = words.width() + beside;
    float x = rect.x + (rect.w - content) / 2;
    if (look == Look::quiet) x = rect.x + side_padding(b, look);
    if (!icon.empty()) {
        const float size = icon_size(b, look);
        b.icon(icon, x, rect.y + (rect.h - size) / 2, size, colors.words);
        x += beside;
    }
    b.letters(words, x, rect.y + (rect.h - words.height()) / 2, colors.words);
    b.focus_ring(placed, std::min(rect.h / 2, b.mm(12)));
}

void icon_button(Builder& b, std::string_view id, std::string_view label, Rect rect, Look look, NodeAction action,
                 const std::string& icon) {
    const ButtonColors colors = colors_of(b, look);
    Node node;
    node.id = id;
    node.name = label;
    node.rect = rect;
    node.cap_px = label_style(b, look).cap_px;  // there are no letters: the icon is larger than they would be
    const Node placed = placed_button(b, std::move(node), look, colors, std::move(action));
    const float size = b.mm(10.5);
    b.icon(icon, rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, colors.words);
    b.focus_ring(placed, std::min(rect.h / 2, b.mm(12)));
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
    b.display().fill({rect.x, y, rect.w, bar}, b.palette().surface, bar / 2);
    b.display().outline({rect.x, y, rect.w, bar}, b.palette().teal, b.mm(0.5), bar / 2);
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

namespace {

/// Where height is short, a strip under the content would leave no room for it: the two stand at its end, one above the
/// other where it is high enough.
bool parts_beside(const Builder& b, const Rect& area) {
    const float in_reach = area.bottom() - std::max(area.y, b.theme().reach().y);
    return in_reach < 2 * b.theme().target() + b.theme().gap();
}

float part_column_width(const Builder& b, const Rect& area) {
    return b.theme().target() + (parts_beside(b, area) ? b.theme().gap() + b.theme().target() : 0);
}

void part_column(Builder& b, Rect& area, std::size_t part, std::size_t count, const std::string& words) {
    const float side = b.theme().target();
    const bool beside = parts_beside(b, area);
    std::string said = words;
    Rect column = area.take_right(part_column_width(b, area));
    area.take_right(b.theme().gap());
    const auto place = [&](std::string_view id, const std::string& label, Rect rect, int by, const char* icon) {
        icon_button(b, id, label, rect, Look::secondary, TurnPart{by}, icon);
        b.newest().value = said;
    };
    Rect more = column.take_bottom(side);
    column.take_bottom(b.theme().gap());
    const Rect back = beside ? more.take_left(side) : column.take_bottom(side);
    if (beside) more = more.take_right(side);
    // "1 of 3" above both places, where there is room; else the buttons alone say it. Large letters may use most of the
    // gap before the column.
    const float foot = (beside ? more.y : back.y) - b.theme().gap();
    const Laid laid = b.lay(words, Style::small, column.w + b.theme().gap() - b.mm(1), Align::centre);
    if (!laid.block->cut && foot - laid.height() >= area.y) {
        const float middle = std::min(column.x + column.w / 2, column.right() - laid.width() / 2);
        b.text("part", Role::text, laid, middle - laid.width() / 2 - laid.block->left, foot - laid.height(),
               b.palette().ink);
        said = "";
    }
    if (part > 0) place("part.back", b.strings()("parts.back"), back, -1, "up");
    if (part + 1 < count) place("part.more", b.strings()("parts.more"), more, 1, "down");
}

}  // namespace

void part_buttons(Builder& b, Rect& area, std::size_t part, std::size_t count) {
    if (count < 2) return;
    const InLanguage interface{b, b.strings().language()};
    const DoneNext next{b};
    const auto words = b.strings()("parts.of", {{"part", std::to_string(part + 1)}, {"count", std::to_string(count)}});
    if (b.theme().tight()) return part_column(b, area, part, count, words);
    Rect strip = area.take_bottom(b.theme().target());
    area.take_bottom(b.theme().gap());
    const Laid laid = b.lay(words, Style::small, 0);
    const auto &more = b.strings()("parts.more"), &back = b.strings()("parts.back");
    const bool labels = button_width(b, more, Look::secondary, true) + button_width(b, back, Look::secondary, true) +
                            laid.width() + 3 * b.theme().gap() <=
                        strip.w;
    // Each has its own place, whether it is there or not: who touches "Show more" twice must not come back by it.
    const auto place = [&](std::string_view id, const std::string& label, bool there, int by, const char* icon) {
        const Rect slot = strip.take_left(labels ? button_width(b, label, Look::secondary, true) : b.theme().target());
        strip.take_left(b.theme().gap());
        if (there && labels) button(b, id, label, slot, Look::secondary, TurnPart{by}, icon);
        if (there && !labels) icon_button(b, id, label, slot, Look::secondary, TurnPart{by}, icon);
    };
    place("part.more", more, part + 1 < count, 1, "down");
    const Rect middle = strip.take_left(laid.width() + b.theme().gap());
    b.text("part", Role::text, laid, middle.x, middle.y + (middle.h - laid.height()) / 2, b.palette().ink);
    place("part.back", back, part > 0, -1, "up");
}

Rect room_in_parts(const Builder& b, Rect area) {
    if (b.theme().tight())
        area.take_right(part_column_width(b, area) + b.theme().gap());
    else
        area.take_bottom(b.theme().target() + b.theme().gap());
    return area;
}

float width_in_parts(const Builder& b, const Rect& area) {
    return b.theme().tight() ? room_in_parts(b, area).w : area.w;
}

Shown turn_parts(Builder& b, Rect& area, const std::vector<float>& heights, float gap, float around,
                 const Split& split) {
    float needed = around - gap;
    for (const float height : heights) needed += height + gap;
    if (needed <= area.h + 1) return {0, heights.size()};
    const auto starts = split(heights, gap, room_in_parts(b, area).h - around);
    const std::size_t part = std::min(static_cast<std::size_t>(b.interaction().part()), starts.size() - 1);
    part_buttons(b, area, part, starts.size());
    return {starts[part], part + 1 < starts.size() ? starts[part + 1] : heights.size()};
}

}  // namespace talkpoint::ui
