// Who can help: the same for everyone, on every screen one touch away, without a network.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {
namespace {

/// What a card says, measured: the heading, the number, then how it works.
struct HelpCard {
    const pack::HelpLine* line = nullptr;  ///< none: the people here
    Laid heading, number, detail;
    float height = 0;
};

/// A web address as people say it.
std::string address_of(const pack::HelpLine& line) {
    std::string_view address = line.web;
    for (const std::string_view prefix : {"https://", "http://", "www."})
        if (address.starts_with(prefix)) address.remove_prefix(prefix.size());
    if (address.ends_with('/')) address.remove_suffix(1);
    return std::string{address};
}

std::string detail_of(const Builder& b, const pack::HelpLine& line) {
    std::string out;
    const auto sentence = [&](const std::string& words) {
        if (words.empty()) return;
        out += (out.empty() ? "" : " ") + words;
        if (!words.ends_with('.') && !words.ends_with('!')) out += '.';
    };
    if (!line.emergency) sentence(line.name);
    sentence(line.hours);
    if (!line.text.empty() && !line.phone.empty()) sentence(b.strings()("help.text_too", {{"number", line.text}}));
    if (!line.web.empty() && (!line.phone.empty() || !line.text.empty()))
        out += (out.empty() ? "" : " ") + address_of(line);
    return out;
}

std::string number_of(const Builder& b, const pack::HelpLine& line) {
    if (!line.phone.empty()) return line.emergency ? b.strings()("help.call", {{"number", line.phone}}) : line.phone;
    if (!line.text.empty()) return b.strings()("help.text_to", {{"number", line.text}});
    return address_of(line);
}

float card_padding(const Builder& b) { return b.mm(b.theme().tight() ? 3 : 6); }

HelpCard measure(Builder& b, const pack::HelpLine* line, float width) {
    const float inner = width - b.mm(16);
    HelpCard card;
    card.line = line;
    const InLanguage words{b, line ? line->language : ""};
    card.heading = b.lay(line ? line->for_whom : b.strings()("help.here_title"), Style::strong, inner);
    card.number = b.lay(line ? number_of(b, *line) : "",
                        line && line->phone.empty() && line->text.empty() ? Style::subheading : Style::number, inner);
    card.detail = b.lay(line ? detail_of(b, *line) : b.strings()("help.here"), Style::small, inner);
    card.height = 2 * card_padding(b) + card.heading.height() + (line ? card.number.height() + b.mm(1) : 0) +
                  (card.detail.text.empty() ? 0 : card.detail.height() + b.mm(1));
    card.height = std::ceil(card.height);
    return card;
}

void draw(Builder& b, const HelpCard& card, const std::string& id, Rect rect) {
    const Palette& p = b.palette();
    const bool alarm = card.line && card.line->emergency;
    const Color fill = alarm ? p.alarm : card.line ? p.surface : p.mint, words = alarm ? p.on_deep : p.ink;
    b.box(rect, fill, b.theme().radius());
    if (!alarm && card.line && !p.outlined) b.display().outline(rect, p.ink, b.mm(0.7), b.theme().radius());
    const Color ground = b.ground();
    b.ground(fill);
    float y = rect.y + card_padding(b);
    const float x = rect.x + b.mm(8);
    b.text(id + ".for", Role::heading, card.heading, x, y, words);
    y += card.heading.height() + b.mm(1);
    if (card.line) {
        b.text(id + ".number", Role::text, card.number, x, y, words);
        y += card.number.height();
    }
    if (!card.detail.text.empty()) b.text(id + ".detail", Role::text, card.detail, x, y, words);
    b.ground(ground);
}

struct HelpGrid {
    std::size_t columns = 1;
    float width = 0;  ///< of one card
    std::vector<HelpCard> cards;
    std::vector<float> rows;  ///< heights: cards of one row are equally high
    [[nodiscard]] float height(float gap) const {
        float sum = -gap;
        for (const float row : rows) sum += row + gap;
        return sum;
    }
};

/// Emergency first, then the people here, then the lines.
HelpGrid measure_grid(Builder& b, const View& view, float all, std::size_t columns) {
    const auto& lines = view.visit.catalogue().help;
    HelpGrid grid;
    grid.columns = columns;
    grid.width = std::floor((all - b.mm(5.5) * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    for (const auto& line : lines)
        if (line.emergency) grid.cards.push_back(measure(b, &line, grid.width));
    grid.cards.push_back(measure(b, nullptr, grid.width));
    for (const auto& line : lines)
        if (!line.emergency) grid.cards.push_back(measure(b, &line, grid.width));
    for (std::size_t i = 0; i < grid.cards.size(); i += columns) {
        float height = 0;
        for (std::size_t k = i; k < std::min(i + columns, grid.cards.size()); ++k)
            height = std::max(height, grid.cards[k].height);
        grid.rows.push_back(height);
    }
    return grid;
}

/// In the columns that leave the fewest parts to be turned, and no card too high.
HelpGrid best_grid(Builder& b, const View& view, const Rect& area, float gap) {
    HelpGrid best;
    float least = 1e9F;
    for (std::size_t columns = 1; columns <= (b.theme().portrait() ? 2 : 3); ++columns) {
        auto grid = measure_grid(b, view, area.w, columns);
        float cost = 0.1F * static_cast<float>(columns);
        if (grid.height(gap) > area.h + 1) {
            const Rect room = room_in_parts(b, area);
            grid = measure_grid(b, view, room.w, columns);
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

void build_help(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.paper);
    Rect area = draw_frame(b, view, {.back = true, .home = view.visit.home_is_free()}).area;
    const bool low = b.theme().tight() && area.h < b.mm(140);  // then the lines are what matters
    const Laid title = b.lay_even(b.strings()("help.title"), low ? Style::subheading : Style::title, area.w);
    b.text("title", Role::heading, title, area.x, area.y, p.ink);
    area.take_top(title.height() + b.mm(1));
    if (!low) {
        const Laid intro = b.lay_even(b.strings()("help.intro"), Style::body, area.w);
        b.text("intro", Role::text, intro, area.x, area.y, p.ink);
        area.take_top(intro.height());
    }
    area.take_top(b.mm(low ? 3 : 6));

    const float gap = b.mm(5.5);
    const bool portrait = b.theme().portrait();
    Rect art;
    HelpGrid grid = measure_grid(b, view, area.w, 1);
    if (view.visit.catalogue().help.size() < 4) {  // there is room for a kind face
        Rect rest = area;
        if (portrait) {
            rest.take_top(grid.height(gap));
            art = rest.inset(0, b.mm(8));
        } else {
            art = rest.take_right(std::min(area.h, area.w * 0.4F));
            rest.take_right(b.mm(12));
            grid = measure_grid(b, view, rest.w, 1);
        }
        if (grid.height(gap) > area.h || std::min(art.w, art.h) < b.mm(50)) art = {};
    }
    if (art.empty()) grid = best_grid(b, view, area, gap);
    if (!art.empty()) {
        const float side = std::min({art.w, art.h, b.mm(210)});
        b.picture("picture", view.pictures / "help.svg", b.strings()("help.picture_alt"), art.centred(side, side));
    }
    const auto& [columns, width, cards, rows] = grid;
    const auto [first, last] = turn_parts(b, area, rows, gap);
    float y = area.y;
    for (std::size_t row = first; row < last; ++row) {
        for (std::size_t k = 0; k < columns && row * columns + k < cards.size(); ++k) {
            const auto& card = cards[row * columns + k];
            draw(b, card, card.line ? "help." + card.line->id : "help.here",
                 {area.x + static_cast<float>(k) * (width + gap), y, width, rows[row]});
        }
        y += rows[row] + gap;
    }
}

}  // namespace talkpoint::ui
