#include "ui/screens/info_cards.hpp"

#include "ui/screens/parts.hpp"

#include <algorithm>
#include <cmath>

namespace talkpoint::ui {
namespace {

/// A card, measured: the heading, the number, then how it works.
struct Measured {
    const Info* info = nullptr;
    Laid heading, number, detail;
    float height = 0;
};

float gap_of(const Builder& b) { return b.mm(5.5); }

float padding_of(const Builder& b) { return b.mm(b.theme().tight() ? 3 : 6); }

/// No card is higher than `room`, as far as its detail can give way.
Measured measure(Builder& b, const Info& info, float width, float room) {
    const float inner = width - b.mm(16);
    Measured card;
    card.info = &info;
    const InLanguage words{b, info.language};
    card.heading = b.lay(info.heading, Style::strong, inner);
    card.number = b.lay(info.number, info.number_style, inner);
    for (const Style smaller : {Style::strong, Style::small})  // a web address has no place to break
        if (card.number.block->cut) card.number = b.lay(info.number, smaller, inner);
    card.detail = b.lay(info.detail, Style::small, inner);
    const float rest = 2 * padding_of(b) + card.heading.height() + card.number.height() + b.mm(2);
    if (rest + card.detail.height() > room) card.detail = b.lay(info.brief, Style::small, inner);
    card.height = 2 * padding_of(b) + card.heading.height() +
                  (info.number.empty() ? 0 : card.number.height() + b.mm(1)) +
                  (card.detail.text.empty() ? 0 : card.detail.height() + b.mm(1));
    card.height = std::ceil(card.height);
    return card;
}

void draw(Builder& b, const Measured& card, Rect rect) {
    const Palette& p = b.palette();
    const Info& info = *card.info;
    const bool alarm = info.kind == Info::Kind::alarm, here = info.kind == Info::Kind::here;
    const Color fill = alarm ? p.alarm : here ? p.mint : p.surface, words = alarm ? p.on_deep : p.ink;
    b.box(rect, fill, b.theme().radius());
    if (!alarm && !here && !p.outlined) b.display().outline(rect, p.ink, b.mm(0.7), b.theme().radius());
    const Color ground = b.ground();
    b.ground(fill);
    float y = rect.y + padding_of(b);
    const float x = rect.x + b.mm(8);
    b.text(info.id + ".for", Role::heading, card.heading, x, y, words);
    y += card.heading.height() + b.mm(1);
    if (!info.number.empty()) {
        b.text(info.id + ".number", Role::text, card.number, x, y, words);
        y += card.number.height();
    }
    if (!card.detail.text.empty()) b.text(info.id + ".detail", Role::text, card.detail, x, y, words);
    b.ground(ground);
}

struct Grid {
    std::size_t columns = 1;
    float width = 0;  ///< of one card
    std::vector<Measured> cards;
    std::vector<float> rows;  ///< heights: cards of one row are equally high
    [[nodiscard]] float height(float gap) const {
        float sum = -gap;
        for (const float row : rows) sum += row + gap;
        return sum;
    }
};

Grid measure_grid(Builder& b, const std::vector<Info>& cards, float all, std::size_t columns, float room) {
    Grid grid;
    grid.columns = columns;
    grid.width = std::floor((all - gap_of(b) * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    for (const auto& info : cards) grid.cards.push_back(measure(b, info, grid.width, room));
    for (std::size_t i = 0; i < grid.cards.size(); i += columns) {
        float height = 0;
        for (std::size_t k = i; k < std::min(i + columns, grid.cards.size()); ++k)
            height = std::max(height, grid.cards[k].height);
        grid.rows.push_back(height);
    }
    return grid;
}

/// In the columns that leave the fewest parts to be turned, and no card too high.
Grid best_grid(Builder& b, const std::vector<Info>& cards, const Rect& area) {
    const float gap = gap_of(b);
    Grid best;
    float least = 1e9F;
    for (std::size_t columns = 1; columns <= (b.theme().portrait() ? 2 : 3); ++columns) {
        auto grid = measure_grid(b, cards, area.w, columns, area.h);
        float cost = 0.1F * static_cast<float>(columns);
        if (grid.height(gap) > area.h + 1) {
            const Rect room = room_in_parts(b, area);
            grid = measure_grid(b, cards, room.w, columns, room.h);
            cost += static_cast<float>(parts_of(grid.rows, gap, room.h).size());
            for (const float row : grid.rows) cost += 1000 * std::max(0.F, row - room.h - 1);
        }
        for (const auto& card : grid.cards)  // a web address may be wider than a narrow card
            if (card.detail.block->cut || card.number.block->cut || card.heading.block->cut) cost += 1000;
        if (cost >= least) continue;
        least = cost;
        best = std::move(grid);
    }
    return best;
}

}  // namespace

float height_in_one_column(Builder& b, const std::vector<Info>& cards, float width) {
    return measure_grid(b, cards, width, 1, 1e9F).height(gap_of(b));
}

void draw_info_cards(Builder& b, const std::vector<Info>& cards, Rect area, bool one_column) {
    const float gap = gap_of(b);
    const auto grid = one_column ? measure_grid(b, cards, area.w, 1, area.h) : best_grid(b, cards, area);
    const auto [first, last] = turn_parts(b, area, grid.rows, gap);
    float y = area.y;
    for (std::size_t row = first; row < last; ++row) {
        for (std::size_t k = 0; k < grid.columns && row * grid.columns + k < grid.cards.size(); ++k)
            draw(b, grid.cards[row * grid.columns + k],
                 {area.x + static_cast<float>(k) * (grid.width + gap), y, grid.width, grid.rows[row]});
        y += grid.rows[row] + gap;
    }
}

}  // namespace talkpoint::ui
