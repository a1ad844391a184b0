#include "ui/screens/parts.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace talkpoint::ui {
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

void choice_list(Builder& b, const std::vector<Choice>& choices, OptionLook look, Rect area) {
    const float gap = b.theme().gap() * 0.9F;
    const auto column_width = [&](float width, std::size_t columns) {
        return std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    };
    const auto heights_of = [&](float width, std::size_t columns) {
        std::vector<float> heights;
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const float height = option_height(b, choices[i].label, column_width(width, columns), choices[i].state);
            if (i % columns == 0) heights.push_back(height);
            heights.back() = std::max(heights.back(), height);
        }
        return heights;
    };
    const auto total = [&](const std::vector<float>& heights) {
        float sum = -gap;
        for (const float height : heights) sum += height + gap;
        return sum;
    };
    // One column reads best; more before parts.
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>((area.w + gap) / (b.mm(110) + gap)));
    std::size_t columns = 1;
    while (columns < most && total(heights_of(area.w, columns)) > area.h) ++columns;
    const float width = total(heights_of(area.w, columns)) > area.h ? width_in_parts(b, area) : area.w;
    const auto heights = heights_of(width, columns);
    const float each = std::min(column_width(width, columns), b.mm(230));
    const auto [first, last] = turn_parts(b, area, heights, gap);
    float y = area.y;
    for (std::size_t row = first; row < last; ++row) {
        for (std::size_t i = row * columns; i < std::min((row + 1) * columns, choices.size()); ++i) {
            const float x = area.x + static_cast<float>(i % columns) * (each + gap);
            option_row(b, choices[i].id, choices[i].label, {x, y, each, heights[row]}, look, choices[i].state,
                       choices[i].action);
        }
        y += heights[row] + gap;
    }
}

Rect draw_head(Builder& b, const Frame& frame, Rect area, const Title& title, const Subtitle& subtitle,
               const std::filesystem::path& picture) {
    const Laid words = b.lay(title.words, title.style, area.w);
    const Laid below = b.lay(subtitle.words, Style::body, area.w);
    const float height = words.height() + b.mm(7) + (subtitle.words.empty() ? 0 : b.mm(2) + below.height());
    if (frame.apart) {
        const float side = std::min(area.h - height - b.mm(6), area.w);
        if (side > b.mm(40) && !picture.empty()) {
            const Rect art = area.take_top(area.h - height);
            b.picture("picture", picture, "", art.centred(side, side));
        } else {
            area.take_top(std::max(0.F, area.h - height));
        }
    }
    b.text("title", Role::heading, words, area.x, area.y, b.palette().ink);
    if (!subtitle.words.empty())
        b.text(subtitle.id, Role::text, below, area.x, area.y + words.height() + b.mm(2), b.palette().ink);
    area.take_top(height);
    return frame.apart ? frame.controls : area;
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
        const Rect room = room_in_parts(b, area);
        const auto each =
            static_cast<std::size_t>(fit(room.w, min_width)) * static_cast<std::size_t>(fit(room.h, min_height));
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
    const int columns_that_fit = std::min(most_columns, fit(area.w, min_width));
    for (int columns = 1; columns <= columns_that_fit; ++columns) {
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
