#include "ui/screens/parts.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <set>
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

Rect draw_head(Builder& b, const Frame& frame, Rect area, const Title& title, const Subtitle& subtitle,
               const std::filesystem::path& picture) {
    Laid words = b.lay_even(title.words, title.style, area.w);
    const Laid below = b.lay_even(subtitle.words, Style::body, area.w);
    bool with_subtitle = !subtitle.words.empty();
    const auto height = [&] {
        return words.height() + (with_subtitle ? b.mm(2) + below.height() : 0) + b.mm(frame.apart ? 4 : 7);
    };
    // On a low panel there is little room: smaller letters, then the title alone.
    const float room = frame.apart ? area.h : area.h * (b.theme().tight() ? 0.35F : 1);
    for (const Style style : {Style::heading, Style::subheading, Style::strong})
        if (height() > room) words = b.lay_even(title.words, style, area.w);
    if (height() > room) with_subtitle = false;
    if (frame.apart) {
        const float side = std::min(area.h - height() - b.mm(6), area.w);
        const Rect art = area.take_top(std::max(0.F, area.h - height()));
        if (side > b.mm(40) && !picture.empty()) b.picture("picture", picture, "", art.centred(side, side));
    }
    b.text("title", Role::heading, words, area.x, area.y, b.palette().ink);
    if (with_subtitle)
        b.text(subtitle.id, Role::text, below, area.x, area.y + words.height() + b.mm(2), b.palette().ink);
    area.take_top(height());
    return frame.apart ? frame.controls : area;
}

Color card_color(const Builder& b, std::size_t index) {
    const Palette& p = b.palette();
    const std::array colors = {p.peach, p.sky, p.leaf, p.lilac, p.sun, p.mint};
    return colors[index % colors.size()];
}

namespace {

/// How cards stand in a place: in which columns, how many rows of them, how high at least.
struct CardGrid {
    std::size_t columns = 1, rows = 1;
    float least = 0;  ///< height of one
    float cost = 0;
    [[nodiscard]] std::size_t each() const { return columns * rows; }
    [[nodiscard]] std::size_t parts(std::size_t count) const { return (count + each() - 1) / each(); }
};

float card_gap(const Builder& b) { return b.mm(7); }

float cell(float room, std::size_t count, float gap) {
    return (room - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
}

/// A few cards do not grow into walls.
float highest_card(const Builder& b, float width, float least) {
    return std::max(least, std::min(width * 1.25F, b.mm(150)));
}

/// Those that decide how all of them stand: all, or of very many those with the most words and with the longest. So a
/// topic of a thousand costs what one of a few dozen does.
std::vector<Card> weightiest(const std::vector<Card>& cards) {
    constexpr std::size_t few = 36, of_each_kind = 12;
    if (cards.size() <= few) return cards;
    const auto longest_word = [](const Card& card) {
        std::size_t longest = 0;
        for (const auto& word : base::split(card.title, ' ')) longest = std::max(longest, word.size());
        return longest;
    };
    struct Weight {
        std::size_t title, word, summary;
    };
    std::vector<Weight> weights;
    for (const auto& card : cards) weights.push_back({card.title.size(), longest_word(card), card.summary.size()});
    std::vector<std::size_t> order(cards.size());
    std::set<std::size_t> chosen;
    for (const auto by : {&Weight::title, &Weight::word, &Weight::summary}) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::partial_sort(order, order.begin() + of_each_kind, [&](std::size_t one, std::size_t other) {
            const auto a = weights[one].*by, z = weights[other].*by;
            return a != z ? a > z : one < other;
        });
        chosen.insert(order.begin(), order.begin() + of_each_kind);
    }
    std::vector<Card> out;
    for (const auto i : chosen) out.push_back(cards[i]);
    return out;
}

/// Cards that stand in one grid.
struct Cards {
    const std::vector<Card>& weightiest;
    std::size_t count = 0;  ///< of all
};

CardGrid grid_of(Builder& b, const Cards& cards, const Rect& area, std::size_t columns) {
    const float gap = card_gap(b), w = std::floor(cell(area.w, columns, gap));
    float least = b.mm(48);
    // Among those that are not measured the lines of one may break so badly that it has one more.
    const float spare = cards.weightiest.size() < cards.count ? b.lay("H", Style::strong, 0).height() : 0;
    for (const auto& one : cards.weightiest) least = std::max(least, card_height(b, one, w) + spare);
    CardGrid out;
    out.columns = columns;
    out.least = least;
    const auto needed = (cards.count + columns - 1) / columns;
    out.rows = std::clamp<std::size_t>(static_cast<std::size_t>((area.h + gap) / (least + gap)), 1, needed);
    // To turn is worst; then room that is left over; pictures should be large.
    const float h = std::min(cell(area.h, out.rows, gap), highest_card(b, w, least));
    const auto shown = static_cast<float>(std::min(cards.count, out.each()));
    const float filled = shown * (w + gap) * (h + gap) / ((area.w + gap) * (area.h + gap));
    out.cost = 2 * static_cast<float>(out.parts(cards.count)) - 2 * filled -
               std::log(std::max(likely_picture(b, cards.weightiest, w, h), b.mm(5))) + (least > area.h + 1 ? 1000 : 0);
    return out;
}

CardGrid best_grid(Builder& b, const Cards& cards, const Rect& area) {
    // Lowered there is little height: wider cells leave room for a picture beside the words.
    const float gap = card_gap(b), narrowest = b.mm(b.theme().wishes().lower ? 96 : 76);
    const auto most =
        std::clamp<std::size_t>(static_cast<std::size_t>((area.w + gap) / (narrowest + gap)), 1, cards.count);
    CardGrid best = grid_of(b, cards, area, 1);
    for (std::size_t columns = 2; columns <= most; ++columns)
        if (const auto grid = grid_of(b, cards, area, columns); grid.cost < best.cost) best = grid;
    return best;
}

}  // namespace

void card_grid(Builder& b, const std::vector<Card>& cards, Rect area) {
    if (cards.empty()) return;
    const float gap = card_gap(b);
    const std::size_t count = cards.size();
    const auto measured = weightiest(cards);
    CardGrid grid = best_grid(b, {measured, count}, area);
    std::size_t first = 0;
    if (grid.parts(count) > 1) {
        grid = best_grid(b, {measured, count}, room_in_parts(b, area));
        const std::size_t parts = grid.parts(count);
        const std::size_t part = std::min(static_cast<std::size_t>(b.interaction().part()), parts - 1);
        part_buttons(b, area, part, parts);
        first = part * grid.each();
    }
    const bool alone = grid.columns == 1 && !b.theme().portrait();
    const float w = std::floor(std::min(cell(area.w, grid.columns, gap), alone ? b.mm(215) : area.w));
    const float h = std::floor(std::min(highest_card(b, w, grid.least), cell(area.h, grid.rows, gap)));
    const std::size_t here = std::min(grid.each(), count - first);
    const auto begin = cards.begin() + static_cast<std::ptrdiff_t>(first);
    std::vector<Card> shown(begin, begin + static_cast<std::ptrdiff_t>(here));
    shown.insert(shown.end(), measured.begin(), measured.end());  // the same look in every part
    const auto look = look_alike(b, shown, {static_cast<int>(w), static_cast<int>(h)});
    for (std::size_t i = 0; i < here; ++i) {
        const auto column = static_cast<float>(i % grid.columns), row = static_cast<float>(i / grid.columns);
        card(b, shown[i], {area.x + column * (w + gap), area.y + row * (h + gap), w, h}, look);
    }
}

void large_cards(Builder& b, std::vector<Card> cards, Rect area) {
    const float gap = card_gap(b);
    const bool portrait = b.theme().portrait();
    Rect each{area.x, area.y, portrait ? area.w : std::floor(cell(area.w, cards.size(), gap)),
              portrait ? std::floor(cell(area.h, cards.size(), gap)) : area.h};
    for (auto& one : cards) one.large = true;
    const auto look = look_alike(b, cards, {static_cast<int>(each.w), static_cast<int>(each.h)});
    for (const auto& one : cards) {
        card(b, one, each, look);
        (portrait ? each.y : each.x) += gap + (portrait ? each.h : each.w);
    }
}

}  // namespace talkpoint::ui
