#include "ui/card.hpp"

#include <algorithm>
#include <optional>

namespace talkpoint::ui {
namespace {

// Smaller than this nobody makes out what a picture shows.
constexpr double least_picture_mm = 14;
// Above its words a picture is what one sees first; beside them it must be larger to be worth as much.
constexpr float worth_beside = 0.9F, most_beside = 0.48F;
// So much of a picture is left to it where titles become larger or summaries are said.
constexpr float kept_share = 0.75F;

float card_padding(const Builder& b, const Card& card) { return b.mm(card.large ? 11 : 6); }

float picture_gap(const Builder& b) { return b.mm(4); }

float call_height(const Builder& b) { return b.mm(18); }

float pill_width(const Builder& b, const Card& card) {
    return card.call.empty() ? 0 : b.lay(card.call, Style::subheading, 0).width() + b.mm(22);
}

Laid lay_title(Builder& b, const Card& card, Style style, float width) {
    const InLanguage language{b, card.language};
    return b.lay(card.title, style, width);
}

Laid lay_even_title(Builder& b, const Card& card, Style style, float width) {
    const InLanguage language{b, card.language};
    return b.lay_even(card.title, style, width);
}

Laid lay_summary(Builder& b, const Card& card, float width) {
    const InLanguage language{b, card.summary_of_interface ? "" : card.language};
    return b.lay(card.summary, card.large ? Style::body : Style::small, width);
}

/// The height of all its words; nothing where a word would have to be broken.
std::optional<float> words_height(Builder& b, const Card& card, Style title, float width) {
    const Laid words = lay_title(b, card, title, width);
    if (words.block->cut || pill_width(b, card) > width) return {};
    float height = words.height();
    if (!card.summary.empty()) {
        const Laid summary = lay_summary(b, card, width);
        if (summary.block->cut) return {};
        height += b.mm(3) + summary.height();
    }
    return height + (card.call.empty() ? 0 : b.mm(6) + call_height(b));
}

struct Tallest {
    float height = 0;
    bool whole = true;
};

Tallest tallest_words(Builder& b, const std::vector<Card>& cards, Style title, float width) {
    Tallest out;
    for (const auto& one : cards) {
        const auto height = words_height(b, one, title, width);
        out.whole = out.whole && height;
        out.height = std::max(out.height, height.value_or(0));
    }
    return out;
}

/// The picture at the end of the line gives way until every card's words stand beside it.
float picture_beside(Builder& b, const std::vector<Card>& cards, Style title, Rect inner, float least) {
    float side = std::min(inner.h, inner.w * most_beside);
    for (const auto& one : cards)
        while (side >= least) {
            const auto height = words_height(b, one, title, inner.w - side - picture_gap(b));
            if (height && *height <= inner.h + 1) break;
            side *= 0.92F;
        }
    return std::floor(side);
}

/// With the words as they are and titles in this style; nothing where they do not fit even without pictures.
std::optional<CardLook> fit(Builder& b, const std::vector<Card>& cards, Style title, Size size) {
    const Rect inner = Rect{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)}.inset(
        card_padding(b, cards.front()));
    const auto all = tallest_words(b, cards, title, inner.w);
    if (!all.whole || all.height > inner.h + 1) return {};
    CardLook out{.title = title, .words = all.height};
    if (std::ranges::all_of(cards, [](const Card& card) { return card.picture.empty(); })) return out;
    const float least = b.mm(least_picture_mm);
    const float above = std::floor(std::min(inner.w, inner.h - all.height - picture_gap(b)));
    if (above >= least) out.picture = above;
    if (const float better = std::max(least, out.picture / worth_beside);
        std::min(inner.h, inner.w * most_beside) > better) {
        const float beside = picture_beside(b, cards, title, inner, better);
        if (beside >= better) {
            out.beside = true;
            out.picture = beside;
            out.words = tallest_words(b, cards, title, inner.w - beside - picture_gap(b)).height;
        }
    }
    return out;
}

/// Titles as large as leaves the pictures most of their size.
std::optional<CardLook> fit(Builder& b, const std::vector<Card>& cards, Size size) {
    if (cards.front().large) {
        const auto out = fit(b, cards, Style::title, size);
        return out ? out : fit(b, cards, Style::strong, size);
    }
    auto best = fit(b, cards, Style::strong, size);
    const auto wide = [&](double mm) { return static_cast<float>(size.width) > b.mm(mm); };
    const auto larger = [&](Style style, bool at_any_cost) {
        if (!best) return;
        const auto tried = fit(b, cards, style, size);
        if (tried && (at_any_cost || tried->picture >= kept_share * best->picture)) best = tried;
    };
    larger(Style::subheading, wide(130));
    if (wide(170)) larger(Style::heading, false);
    return best;
}

void keep_summaries(std::vector<Card>& cards, bool of_packs, bool of_surveys) {
    for (auto& one : cards)
        if (!(one.summary_of_interface ? of_surveys : of_packs)) one.summary = one.brief;
}

}  // namespace

CardLook look_alike(Builder& b, std::vector<Card>& cards, Size size) {
    auto bare = cards;
    for (auto& one : bare) one.summary.clear();
    const auto alone = fit(b, bare, size);
    const CardLook least = alone.value_or(CardLook{});
    if (std::ranges::any_of(cards, [](const Card& card) { return !card.summary.empty(); })) {
        // What is large says what it is about, others where that costs the pictures little.
        const float kept =
            std::min(least.picture, std::max(b.mm(40), cards.front().large ? 0 : kept_share * least.picture));
        for (const auto& [of_packs, of_surveys] : {std::pair{true, true}, {false, true}, {false, false}}) {
            auto tried = cards;
            keep_summaries(tried, of_packs, of_surveys);
            auto look = fit(b, tried, size);
            // The brief one is what tells a survey from a topic: it stands wherever a picture is left beside it.
            const bool brief = !of_packs && !of_surveys && !cards.front().large;
            if (brief) look = fit(b, tried, Style::strong, size);
            if (!look || (brief ? look->picture <= 0 && least.picture > 0 : look->picture < kept)) continue;
            cards = std::move(tried);
            return *look;
        }
    }
    cards = std::move(bare);
    return least;
}

float card_height(Builder& b, const Card& card, float width) {
    const float pad = card_padding(b, card);
    const Laid title = lay_title(b, card, Style::strong, width - 2 * pad);
    return title.block->cut ? 1e6F : std::ceil(title.height() + 2 * pad);
}

float likely_picture(Builder& b, const std::vector<Card>& cards, float width, float height) {
    const Rect inner = Rect{0, 0, width, height}.inset(card_padding(b, cards.front()));
    float above = std::min(inner.w, inner.h), beside = std::min(inner.h, inner.w * most_beside);
    for (const auto& one : cards) {
        const Laid title = lay_title(b, one, Style::strong, inner.w);
        above = std::min(above, inner.h - picture_gap(b) - title.height());
        const auto lines = static_cast<float>(title.block->lines);
        const float possible = std::max(1.F, std::floor((inner.h + 1) * lines / std::max(title.height(), 1.F)));
        const float column = 1.15F * title.width() * lines / possible;  // lines do not end full
        beside = std::min(beside, inner.w - picture_gap(b) - column);
    }
    const float side = std::max(above, beside * worth_beside);
    return side < b.mm(least_picture_mm) ? 0 : side;
}

void card(Builder& b, const Card& card, Rect rect, const CardLook& look) {
    const Palette& p = b.palette();
    const float pad = card_padding(b, card), radius = b.theme().radius() + b.mm(2);
    const Rect inner = rect.inset(pad);
    const bool pictured = look.picture > 0 && !card.picture.empty();
    Rect words = inner, art;
    if (pictured && look.beside) {
        art = words.take_right(look.picture).centred(look.picture, look.picture);
        words.take_right(picture_gap(b));
    } else if (pictured) {
        // Pictures of one row stand in one line, and so do the words under them.
        words.take_top(std::max(0.F, (words.h - look.picture - picture_gap(b) - look.words) / 2));
        art = words.take_top(look.picture).centred(look.picture, look.picture);
        words.take_top(picture_gap(b));
    }
    const bool above = pictured && !look.beside;
    const Laid title = lay_even_title(b, card, look.title, words.w);
    // Few words stand under the middle of their picture.
    if (above && card.call.empty()) {
        const float summary = card.summary.empty() ? 0 : lay_summary(b, card, words.w).width();
        words.x += (words.w - std::max(title.width(), summary)) / 2;
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
    node.cut = title.block->cut || title.height() > words.h + 1;
    node.action = card.action;
    Node& added = b.control(std::move(node));
    added.language = title.language;
    const Node placed = added;
    // What can be touched has an edge that stands out from the page: the card's own colour, darker.
    b.display().fill(rect, placed.pressed ? mixed(card.color, p.outlined ? p.ink : p.surface, 0.3F) : card.color,
                     radius);
    b.display().outline(rect, p.outlined ? p.ink : mixed(card.color, p.ink, placed.pressed ? 1 : 0.6F), b.mm(0.7),
                        radius);
    const Color ground = b.ground();
    b.ground(card.color);
    if (pictured) b.illustration(card.picture, art);
    const float used = above ? words.h : words_height(b, card, look.title, words.w).value_or(words.h);
    float y = words.y + std::max(0.F, (words.h - used) / 2);
    b.letters(title, words.x, y, p.ink);
    y += title.height();
    if (!card.summary.empty()) {
        const Laid summary = lay_summary(b, card, words.w);
        b.text(card.id + ".summary", Role::text, summary, words.x, y + b.mm(3), p.ink);
        y += b.mm(3) + summary.height();
    }
    if (!card.call.empty()) {
        const Laid call = b.lay(card.call, Style::subheading, 0);
        const Rect pill{words.x, y + b.mm(6), pill_width(b, card), call_height(b)};
        b.display().fill(pill, p.deep, pill.h / 2);
        b.letters(call, pill.x + b.mm(11), pill.y + (pill.h - call.height()) / 2, p.on_deep);
    }
    b.ground(ground);
    b.focus_ring(placed, radius);
}

}  // namespace talkpoint::ui
