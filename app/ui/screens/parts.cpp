#include "ui/screens/parts.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace talkpoint::ui {
namespace {

void rehearsal_mark(Builder& b, Rect& area) {
    const Rect band = area.take_top(b.mm(11));
    b.display().fill(band, b.palette().sun);
    const Color ground = b.ground();
    b.ground(b.palette().sun);
    const Laid words = b.lay(b.strings()("rehearsal.mark"), Style::strong, band.w);
    b.text("rehearsal", Role::alert, words, band.x + (band.w - words.width()) / 2,
           band.y + (band.h - words.height()) / 2, b.palette().ink);
    b.ground(ground);
}

void brand(Builder& b, const View& view, Rect row, bool on_dark) {
    const Color color = on_dark ? b.palette().white : b.palette().ink;
    const Laid name = b.lay(b.strings()("brand"), Style::heading, row.w);
    const Laid place = b.lay(view.visit.catalogue().site_name, Style::small, row.w);
    const bool both = place.text != name.text && !place.block->cut && place.block->lines == 1;
    const float height = name.height() + (both ? place.height() : 0);
    const float y = row.y + (row.h - height) / 2;
    b.text("brand", Role::text, name, row.x, y, color);
    if (both) b.text("site", Role::text, place, row.x, y + name.height(), color);
}

/// What leads away from a screen, at the left of the top row.
struct WayOut {
    std::string id, label, icon;
    visit::Action action;
};

std::vector<WayOut> ways_out(const Builder& b, const Header& header) {
    std::vector<WayOut> ways;
    if (header.back) ways.push_back({"back", b.strings()("back"), "back", visit::Back{}});
    if (header.home) ways.push_back({"home", b.strings()("home_button"), "home", visit::Home{}});
    if (header.stop) ways.push_back({"stop", b.strings()("survey.stop"), "", visit::Stop{}});
    return ways;
}

float width_of(const Builder& b, const std::vector<WayOut>& ways, float gap) {
    float width = 0;
    for (const auto& way : ways) width += button_width(b, way.label, Look::secondary, !way.icon.empty()) + gap;
    return width;
}

}  // namespace

Rect draw_header(Builder& b, const View& view, const Header& header) {
    Rect area = b.whole();
    if (b.rehearsal() && header.quiet)
        area.take_top(b.mm(11));
    else if (b.rehearsal())
        rehearsal_mark(b, area);
    const float margin = b.theme().margin(), gap = b.mm(4);
    area = {area.x + margin, area.y + b.mm(9), area.w - 2 * margin, area.h - b.mm(9) - b.mm(10)};
    Rect row = area.take_top(b.mm(22));
    area.take_top(b.mm(7));
    const Look plain = header.on_dark ? Look::glass : Look::secondary;
    if (header.hide) {
        const auto& label = b.strings()("hide");
        button(b, "hide", label, row.take_right(button_width(b, label, Look::dark)),
               header.on_dark ? Look::glass : Look::dark, visit::Hide{});
        row.take_right(gap);
    } else {
        row.take_right(button_width(b, b.strings()("hide"), Look::dark) + gap);  // Help stays where it always is
    }
    const auto& help = b.strings()("help.open");
    const float help_width = button_width(b, help, Look::secondary);
    if (view.visit.place().screen != visit::Screen::help)
        button(b, "help", help, row.take_right(help_width), plain, visit::GetHelp{});
    else
        row.take_right(help_width);
    row.take_right(gap);
    const auto ways = ways_out(b, header);
    if (width_of(b, ways, gap) > row.w) {  // a narrow panel: a row of their own
        row = area.take_top(b.mm(22));
        area.take_top(b.mm(7));
    }
    for (const auto& way : ways) {
        const float width = button_width(b, way.label, Look::secondary, !way.icon.empty());
        button(b, way.id, way.label, row.take_left(width), Look::secondary, way.action, way.icon);
        row.take_left(gap);
    }
    if (header.brand) brand(b, view, row, header.on_dark);
    if (header.progress) {
        const auto& p = *header.progress;
        Rect place = row;
        if (row.w < b.lay(p.words, Style::small, 0).width() + b.mm(10)) {  // upright: a row of its own
            place = area.take_top(b.mm(15));
            area.take_top(b.mm(5));
        } else {
            place = row.inset(b.mm(4), 0);
            place.w = std::min(place.w, b.mm(110));
        }
        progress(b, p.words, p.position, p.total, place);
    }
    return area;
}

Rect take_footer(Builder& b, Rect& area, int rows) {
    const Rect row = area.take_bottom(b.mm(23) * static_cast<float>(rows) + b.mm(3) * static_cast<float>(rows - 1));
    area.take_bottom(b.mm(6));
    return row;
}

void footer_button(Builder& b, Rect& row, std::string_view id, std::string_view label, Look look, NodeAction action,
                   const std::string& icon) {
    const float width = std::min(row.w, button_width(b, label, look, !icon.empty()));
    button(b, id, label, row.take_left(width), look, std::move(action), icon);
    row.take_left(b.mm(6));
}

namespace {

/// The end of the longest beginning, at a space, that is no taller than `room`; at least one word.
std::size_t fitting_end(const Builder& b, const pack::RichText& text, Style style, float width, float room) {
    std::vector<std::size_t> ends;
    for (std::size_t space = text.text.find(' '); space != std::string::npos; space = text.text.find(' ', space + 1))
        ends.push_back(space);
    ends.push_back(text.text.size());
    const auto fits = [&](std::size_t end) { return b.lay(pack::slice(text, 0, end), style, width).height() <= room; };
    const auto first_too_tall = std::ranges::partition_point(ends, fits);
    return first_too_tall == ends.begin() ? ends.front() : *std::prev(first_too_tall);
}

}  // namespace

std::vector<Laid> lay_pieces(const Builder& b, const pack::RichText& text, Style style, float width, float room) {
    std::vector<Laid> out;
    pack::RichText rest = text;
    while (!rest.text.empty()) {
        const std::size_t end = fitting_end(b, rest, style, width, room);
        out.push_back(b.lay(pack::slice(rest, 0, end), style, width));
        rest = pack::slice(rest, std::min(end + 1, rest.text.size()), rest.text.size());
    }
    return out;
}

std::vector<Laid> lay_paragraphs(const Builder& b, std::string_view text, Style style, float width) {
    std::vector<Laid> out;
    std::string paragraph;
    const auto flush = [&] {
        if (!paragraph.empty()) out.push_back(b.lay(std::exchange(paragraph, {}), style, width));
    };
    for (const auto line : base::lines_of(text)) {
        const auto words = base::trim(line);
        if (words.empty()) flush();
        if (!words.empty() && !paragraph.empty()) paragraph += ' ';
        paragraph += words;
    }
    flush();
    return out;
}

float paragraphs(Builder& b, std::string_view id, std::string_view text, Style style, float x, float y, float width,
                 bool draw) {
    float used = 0;
    int number = 0;
    for (const auto& laid : lay_paragraphs(b, text, style, width)) {
        if (number > 0) used += b.mm(5);
        if (draw)
            b.text(std::string{id} + "." + std::to_string(number), Role::text, laid, x, y + used, b.palette().ink);
        used += laid.height();
        ++number;
    }
    return used;
}

Color card_color(const Builder& b, std::size_t index) {
    const Palette& p = b.palette();
    const std::array colors = {p.peach, p.sky, p.leaf, p.lilac, p.sun, p.mint};
    return colors[index % colors.size()];
}

void card_grid(Builder& b, std::vector<Card> cards, Rect area) {
    if (cards.empty()) return;
    const float gap = b.mm(7), min_width = b.mm(76);
    float min_height = b.mm(48);  // more where a title needs it
    for (const auto& one : cards) min_height = std::max(min_height, std::min(card_height(b, one, min_width), area.h));
    const auto fit = [&](float room, float least) {
        return std::max(1, static_cast<int>((room + gap) / (least + gap)));
    };
    const int most_columns = fit(area.w, min_width), most_rows = fit(area.h, min_height);
    const auto most = static_cast<std::size_t>(most_columns) * static_cast<std::size_t>(most_rows);
    std::size_t count = cards.size(), part = 0;
    if (count > most) {
        Rect probe = area;
        probe.take_bottom(b.theme().target() + b.theme().gap());
        const auto each = static_cast<std::size_t>(most_columns) * static_cast<std::size_t>(fit(probe.h, min_height));
        const std::size_t parts = (count + each - 1) / each;
        part = std::min(static_cast<std::size_t>(b.interaction().part()), parts - 1);
        part_buttons(b, area, part, parts);
        cards.erase(cards.begin(), cards.begin() + static_cast<std::ptrdiff_t>(part * each));
        if (cards.size() > each) cards.resize(each);
        count = each;  // the last part keeps the grid of the others
    }
    // A cell near 1.5 : 1 reads best; a hole in the grid is worse than a plainer cell.
    int best_columns = 1;
    float best = 1e9F;
    for (int columns = 1; columns <= most_columns; ++columns) {
        const int rows = (static_cast<int>(count) + columns - 1) / columns;
        const float w = (area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        const float h = (area.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
        if (h < min_height - 1 && rows > 1) continue;
        const float holes = static_cast<float>(columns * rows) - static_cast<float>(count);
        const float score = std::abs(std::log(w / std::max(h, 1.F) / 1.5F)) + 0.35F * holes;
        if (score < best) best = score, best_columns = columns;
    }
    // A few cards do not grow into walls.
    const int rows = (static_cast<int>(count) + best_columns - 1) / best_columns;
    const float widest = b.mm(cards.front().large ? 476 : 215), highest = b.mm(cards.front().large ? 300
                                                                               : rows == 1         ? 150
                                                                                                   : 110);
    const float w = std::floor(
        std::min(widest, (area.w - gap * static_cast<float>(best_columns - 1)) / static_cast<float>(best_columns)));
    const float h =
        std::floor(std::min(highest, (area.h - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows)));
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto column = static_cast<float>(i % static_cast<std::size_t>(best_columns));
        const std::size_t row = i / static_cast<std::size_t>(best_columns);
        card(b, cards[i], {area.x + column * (w + gap), area.y + static_cast<float>(row) * (h + gap), w, h});
    }
}

}  // namespace talkpoint::ui
