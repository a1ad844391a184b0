#include "ui/screens/staff.hpp"

#include "ui/screens/staff_items.hpp"
#include "ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::ui {
namespace {

constexpr float cross_mm = 12;

void draw_cross(Builder& b, const staff::Cross& cross) {
    const Rect whole = b.whole();
    const float x = whole.w * static_cast<float>(cross.x), y = whole.h * static_cast<float>(cross.y);
    const float arm = b.mm(cross_mm), thick = b.mm(0.8);
    b.display().fill({x - arm, y - thick / 2, 2 * arm, thick}, b.palette().ink);
    b.display().fill({x - thick / 2, y - arm, thick, 2 * arm}, b.palette().ink);
}

/// Back, title, the way out. A title that is too long to stand between them stands below.
void draw_top(Builder& b, const staff::Page& page, Rect& area) {
    Rect row = area.take_top(b.theme().target());
    const auto before = b.turn(Builder::Turn::frame);
    const float height = b.theme().target();
    const auto place = [&](Rect rect, const char* id, const char* label, const char* icon, staff::Action action) {
        button(b, id, label, rect.centred(rect.w, height), Look::secondary, std::move(action), icon);
    };
    const Rect leave = row.take_right(button_width(b, "Leave", Look::secondary, true));
    row.take_right(b.theme().gap());
    if (page.back) {
        place(row.take_left(button_width(b, "Back", Look::secondary, true)), "back", "Back", "back", staff::Back{});
        row.take_left(b.theme().gap());
    }
    place(leave, "leave", "Leave", "stop", staff::Leave{});
    b.turn(before);
    Laid title = b.lay(page.title, Style::heading, row.w);
    if (title.block->lines > 1) title = b.lay(page.title, Style::subheading, row.w);
    float y = row.y + (row.h - title.height()) / 2;
    if (title.height() > row.h) {
        title = b.lay(page.title, Style::subheading, area.w);
        area.take_top(b.mm(4));
        row = area.take_top(title.height());
        y = row.y;
    }
    b.text("title", Role::heading, title, row.x, y, b.palette().ink);
}

void draw_next(Builder& b, const staff::Page& page, Rect row) {
    const DoneNext next{b};
    for (std::size_t i = 0; i < page.next.size(); ++i) {
        const Rect place = row.take_left(std::min(row.w, staff_button_width(b, page.next[i], i == 0)));
        row.take_left(b.theme().gap());
        staff_button(b, fmt::format("next.{}", i + 1), page.next[i], place, i == 0);
    }
}

}  // namespace

Scene build_staff(const Context& context, const staff::Page& page) {
    Builder b{context, "staff." + page.id};
    b.scene().of_staff = true;
    b.background(b.palette().paper);
    Rect area = b.whole().inset(b.theme().margin(), b.mm(8));
    draw_top(b, page, area);
    area.take_top(b.mm(6));
    Rect next;
    if (!page.next.empty()) {
        next = area.take_bottom(b.theme().target());
        area.take_bottom(b.mm(6));
    }
    const float width = width_in_parts(b, area);
    if (page.told) {  // on every part
        const auto told = told_piece(b, *page.told, width);
        told.draw(area.take_top(told.height));
        area.take_top(b.mm(3.5));
    }
    const auto pieces = pieces_of(b, page, width);
    std::vector<float> heights;
    heights.reserve(pieces.size());
    for (const auto& piece : pieces) heights.push_back(piece.height);
    const float gap = b.mm(3.5);
    const auto [first, last] = turn_parts(b, area, heights, gap);
    float y = area.y;
    for (std::size_t i = first; i < last; ++i) {
        pieces[i].draw({area.x, y, width, heights[i]});
        y += heights[i] + gap;
    }
    draw_next(b, page, next);
    for (const auto& item : page.items)
        if (const auto* cross = std::get_if<staff::Cross>(&item)) draw_cross(b, *cross);
    return b.take();
}

}  // namespace talkpoint::ui
