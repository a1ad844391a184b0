#include "ui/screens/staff.hpp"

#include "ui/screens/frame.hpp"
#include "ui/screens/staff_items.hpp"
#include "ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <variant>
#include <vector>

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

bool is_pad(const staff::Page& page) {
    const auto* keys = page.items.size() == 1 ? std::get_if<staff::Keys>(page.items.data()) : nullptr;
    return keys && keys->kind == staff::Keys::Kind::digits;
}

/// Under a pad in the middle, where the hand is; else from the start of the line.
void draw_next(Builder& b, const staff::Page& page, Rect row) {
    const DoneNext next{b};
    std::vector<float> widths;
    const auto place_of = [&](std::size_t i) {
        if (page.alike) return Place::alike;
        return i == 0 ? Place::first : Place::among;
    };
    for (std::size_t i = 0; i < page.next.size(); ++i)
        widths.push_back(staff_button_width(b, page.next[i], place_of(i)));
    if (page.alike) std::ranges::fill(widths, *std::ranges::max_element(widths));
    const float gap = b.theme().gap();
    const float all = std::accumulate(widths.begin(), widths.end(), gap * static_cast<float>(widths.size() - 1));
    if (is_pad(page)) row = row.centred(std::min(row.w, all), row.h);
    if (page.alike && all > row.w)
        std::ranges::fill(widths, std::floor((row.w + gap) / static_cast<float>(widths.size()) - gap));
    for (std::size_t i = 0; i < page.next.size(); ++i) {
        const Rect place = row.take_left(std::min(row.w, widths[i]));
        row.take_left(gap);
        staff_button(b, fmt::format("next.{}", i + 1), page.next[i], place, place_of(i));
    }
}

/// Where the parts of a page begin: what belongs together stands together where it fits on one, what it is called goes
/// before each of its parts, and nothing ends with what is only the beginning of something.
std::vector<std::size_t> starts_of(const std::vector<Piece>& pieces, float gap, float room) {
    const auto height_of = [&](std::size_t from, std::size_t to) {
        float height = -gap;
        for (std::size_t i = from; i < to; ++i) height += pieces[i].height + gap;
        return height;
    };
    const auto end_of = [&](std::size_t i) {  // of what is to stand with it
        const std::size_t first = pieces[i].first;
        while (i < pieces.size() && pieces[i].first == first) ++i;
        return i;
    };
    std::vector<std::size_t> starts;
    float used = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& piece = pieces[i];
        bool breaks = starts.empty() || used + gap + piece.height > room;
        if (!breaks && (piece.first == i || piece.with_next)) {
            std::size_t end = end_of(i);
            for (std::size_t last = i; last + 1 < pieces.size() && pieces[last].with_next; end = end_of(last)) ++last;
            const float whole = height_of(i, end);
            breaks = used + gap + whole > room && whole <= room;
        }
        if (!breaks) {
            used += gap + piece.height;
            continue;
        }
        starts.push_back(i);
        const auto& head = pieces[piece.first];
        used = piece.height + (piece.first != i && head.again ? head.height + gap : 0);
    }
    return starts;
}

/// The same of a form, with as few parts, and no last choice alone on one of them: as even as they can be without
/// parting a choice.
std::vector<std::size_t> even_starts_of(const std::vector<Piece>& pieces, float gap, float room) {
    constexpr int steps = 40;
    const auto parts_a_choice = [&](std::size_t start) {
        return pieces[start].first != start || (start > 0 && pieces[start - 1].with_next);
    };
    auto starts = starts_of(pieces, gap, room);
    for (int step = 1; step < steps && starts.size() > 1; ++step) {
        auto other = starts_of(pieces, gap, room * static_cast<float>(steps - step) / steps);
        if (other.size() > starts.size() || std::ranges::any_of(other, parts_a_choice)) break;
        starts = std::move(other);
    }
    return starts;
}

bool is_form(const staff::Page& page) {
    return std::ranges::any_of(page.items,
                               [](const auto& item) { return std::holds_alternative<staff::Choice>(item); });
}

}  // namespace

Scene build_staff(const Context& context, const staff::Page& page) {
    Builder b{context, "staff." + page.id};
    b.scene().of_staff = true;
    b.background(b.palette().paper);
    Rect area = b.whole();
    if (b.rehearsal()) rehearsal_mark(b, area);
    area = area.inset(b.theme().margin(), 0);
    area.take_top(b.mm(b.rehearsal() ? 3 : 8));
    area.take_bottom(b.mm(b.rehearsal() ? 6 : 8));
    draw_top(b, page, area);
    area.take_top(b.mm(6));
    Rect next;
    if (!page.next.empty()) {
        next = area.take_bottom(b.theme().target());
        area.take_bottom(b.mm(6));
    }
    const float width = width_in_parts(b, area);
    if (page.told) {  // on every part
        const auto told = Pieces{b, {width}, "told"}.told(*page.told, page);
        told.draw(area.take_top(told.height));
        area.take_top(piece_gap(b));
    }
    Pieces made{b, {width, area.h, room_in_parts(b, area).h}};
    const auto pieces = made.of(page);
    std::vector<float> heights;
    heights.reserve(pieces.size());
    for (const auto& piece : pieces) heights.push_back(piece.height);
    const float gap = piece_gap(b);
    const auto split = [&](const std::vector<float>&, float between, float room) {
        return is_form(page) ? even_starts_of(pieces, between, room) : starts_of(pieces, between, room);
    };
    const auto [first, last] = turn_parts(b, area, heights, gap, 0, split);
    if (is_pad(page) && last == pieces.size() && first == 0) {
        const float all = std::accumulate(heights.begin(), heights.end(), gap * static_cast<float>(heights.size() - 1));
        area.take_top(std::max(0.F, std::floor((area.h - all) / 2)));
    }
    const auto draw = [&](std::size_t i) {
        pieces[i].draw({area.x, area.y, width, heights[i]});
        area.take_top(heights[i] + gap);
    };
    if (first < last && pieces[first].first != first && pieces[pieces[first].first].again) draw(pieces[first].first);
    for (std::size_t i = first; i < last; ++i) draw(i);
    // A question and its answers stand together, and a pad and what it is for.
    if ((page.alike || is_pad(page)) && last == pieces.size()) next.y = std::min(next.y, area.y + b.mm(6));
    draw_next(b, page, next);
    for (const auto& item : page.items)
        if (const auto* cross = std::get_if<staff::Cross>(&item)) draw_cross(b, *cross);
    return b.take();
}

}  // namespace talkpoint::ui
