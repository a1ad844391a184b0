#include "ui/card.hpp"

namespace talkpoint::ui {
namespace {

float card_padding(const Builder& b, const Card& card) { return b.mm(card.large ? 11 : 6); }

float pill_width(const Builder& b, const Card& card) {
    return card.call.empty() ? 0 : b.lay(card.call, Style::subheading, 0).width() + b.mm(22);
}

Laid card_words(Builder& b, const Card& card, const std::string& words, Style style, float width) {
    const InLanguage language{b, card.summary_of_interface && &words == &card.summary ? "" : card.language};
    return b.lay(words, style, width);
}

/// What stands in a card, and how much of it the picture leaves.
struct CardLayout {
    bool beside = false;  ///< the picture at the end of the line; else above
    float picture = 0, words_width = 0;
    Laid title, summary;
    bool with_summary = false, whole = false;
    float used = 0;  ///< height of the words
};

CardLayout lay_card(Builder& b, const Card& card, const Rect& rect, const Rect& inner) {
    CardLayout out;
    out.beside = rect.w > rect.h * 1.15F;
    const float title_share = out.beside ? (card.large ? 0.5F : 0.55F) : 0.6F;
    Style title_style = card.large ? Style::title : rect.w > b.mm(130) ? Style::subheading : Style::strong;
    if (card_words(b, card, card.title, title_style, inner.w).height() > inner.h) title_style = Style::strong;
    const float call = card.call.empty() ? 0 : b.mm(18) + b.mm(6);
    out.picture = card.picture.empty() ? 0
                  : out.beside         ? std::min(inner.h, inner.w * (1 - title_share))
                                       : std::min(inner.w, inner.h * title_share);
    // The picture gives way until the title stands without a broken word and inside the card; where the card is large,
    // until the summary does, too, if that leaves a picture.
    const auto measure = [&] {
        out.words_width = out.beside && out.picture > 0 ? inner.w - out.picture - b.mm(4) : inner.w;
        out.title = card_words(b, card, card.title, title_style, out.words_width);
        out.summary = card_words(b, card, card.summary, card.large ? Style::body : Style::small, out.words_width);
        const float room = out.beside ? inner.h : inner.h - out.picture - (out.picture > 0 ? b.mm(4) : 0);
        const float both = out.title.height() + b.mm(3) + out.summary.height() + call;
        out.whole = !out.title.block->cut && out.title.height() + (card.large ? call : 0) <= room + 1 &&
                    pill_width(b, card) <= out.words_width;
        out.with_summary = !card.summary.empty() && !out.summary.block->cut && both <= room;
        out.used = out.title.height() + (out.with_summary ? b.mm(3) + out.summary.height() : 0) + call;
    };
    const float least = card.large && !card.summary.empty() ? b.mm(40) : b.mm(14);
    for (measure(); out.picture > 0; measure()) {
        if (out.whole && (out.with_summary || !card.large || out.picture <= least)) break;
        out.picture = out.picture > b.mm(14) ? out.picture * 0.88F : 0;
    }
    return out;
}

}  // namespace

float card_height(Builder& b, const Card& card, float width) {
    const float pad = card_padding(b, card);
    const Laid title = card_words(b, card, card.title, card.large ? Style::title : Style::strong, width - 2 * pad);
    return title.block->cut ? 1e6F : std::ceil(title.height() + 2 * pad);
}

bool summary_fits(Builder& b, const Card& card, Rect rect) {
    return card.summary.empty() || lay_card(b, card, rect, rect.inset(card_padding(b, card))).with_summary;
}

void card(Builder& b, const Card& card, Rect rect) {
    const Palette& p = b.palette();
    const float pad = card_padding(b, card), radius = b.theme().radius() + b.mm(2);
    const Rect inner = rect.inset(pad);
    const CardLayout layout = lay_card(b, card, rect, inner);
    const Laid& title = layout.title;
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

    Rect words = inner;
    if (layout.picture > 0) {
        const Rect strip = layout.beside ? words.take_right(layout.picture) : words.take_top(layout.picture);
        if (!layout.beside) words.take_top(b.mm(4));
        const float side = std::min(strip.w, strip.h);
        b.illustration(card.picture, strip.centred(side, side));
    }
    float y = layout.beside || layout.picture <= 0 ? words.y + std::max(0.F, (words.h - layout.used) / 2) : words.y;
    b.letters(title, words.x, y, p.ink);
    y += title.height() + b.mm(3);
    if (layout.with_summary) {
        b.text(card.id + ".summary", Role::text, layout.summary, words.x, y, p.ink);
        y += layout.summary.height() + b.mm(6);
    }
    if (!card.call.empty()) {
        const Laid call = b.lay(card.call, Style::subheading, 0);
        const Rect pill{words.x, y, pill_width(b, card), b.mm(18)};
        b.display().fill(pill, p.deep, pill.h / 2);
        b.letters(call, pill.x + b.mm(11), pill.y + (pill.h - call.height()) / 2, p.on_deep);
    }
    b.ground(ground);
    b.focus_ring(placed, radius);
}

}  // namespace talkpoint::ui
