// One page of a message: words at one side, its picture at the other.
#include "ui/screens/info_cards.hpp"
#include "ui/screens/parts.hpp"

#include <algorithm>

namespace talkpoint::ui {
namespace {

struct PlacedBlock {
    const pack::Block* block;
    Laid laid;
    float indent = 0;
    bool continued = false;  ///< the rest of a block that is taller than the screen
};

/// As large as the words beside it, so that both stand on one line.
Laid number_of(const Builder& b, const pack::Block& block, Style plain) {
    return b.lay(std::to_string(block.number) + ".", plain, 0);
}

std::vector<PlacedBlock> lay_blocks(const Builder& b, const pack::Page& page, float width, Style plain) {
    std::vector<PlacedBlock> out;
    float inwards = b.mm(9);  // more where a number has two digits
    for (const auto& block : page.blocks)
        if (block.kind == pack::Block::Kind::numbered)
            inwards = std::max(inwards, number_of(b, block, plain).width() + b.mm(2));
    for (const auto& block : page.blocks) {
        const bool flush = block.kind == pack::Block::Kind::heading || block.kind == pack::Block::Kind::paragraph;
        const float indent = flush ? 0 : inwards;
        const Style style = block.kind == pack::Block::Kind::heading ? Style::title : plain;
        out.push_back({&block, b.lay_full(block.text, style, width - indent), indent});
    }
    return out;
}

/// Blocks that are taller than the screen become several, so that they can be turned like the others.
std::vector<PlacedBlock> split_tall(const Builder& b, std::vector<PlacedBlock> blocks, float width, float room,
                                    Style plain) {
    std::vector<PlacedBlock> out;
    for (auto& placed : blocks) {
        if (placed.laid.height() <= room) {
            out.push_back(std::move(placed));
            continue;
        }
        const Style style = placed.block->kind == pack::Block::Kind::heading ? Style::title : plain;
        const std::size_t before = out.size();
        // Pieces of less than half a part, so that a heading does not stand alone before the first.
        for (auto& piece : lay_pieces(b, placed.block->text, style, width - placed.indent, room * 0.42F))
            out.push_back({placed.block, std::move(piece), placed.indent, out.size() > before});
    }
    return out;
}

std::vector<float> heights_of(const std::vector<PlacedBlock>& blocks) {
    std::vector<float> heights;
    for (const auto& placed : blocks) heights.push_back(placed.laid.height());
    return heights;
}

float total_height(const std::vector<PlacedBlock>& blocks, float gap) {
    float sum = 0;
    for (const auto& placed : blocks) sum += placed.laid.height() + gap;
    return std::max(0.F, sum - gap);
}

void draw_block(Builder& b, const PlacedBlock& placed, std::size_t number, float x, float y, Style plain) {
    const Palette& p = b.palette();
    const bool heading = placed.block->kind == pack::Block::Kind::heading;
    b.text("block." + std::to_string(number), heading ? Role::heading : Role::text, placed.laid, x + placed.indent, y,
           p.ink);
    if (placed.continued) return;
    const float line = placed.laid.height() / static_cast<float>(std::max(1, placed.laid.block->lines));
    switch (placed.block->kind) {
        case pack::Block::Kind::bullet:
            b.display().disc(x + b.mm(3), y + line * 0.47F, b.mm(1.3), p.teal);
            break;
        case pack::Block::Kind::numbered:
            b.scene().nodes.back().value = std::to_string(placed.block->number);
            b.letters(number_of(b, *placed.block, plain), x, y, p.deep);
            break;
        case pack::Block::Kind::quote:
            b.display().fill({x, y, b.mm(1.6), placed.laid.height()}, p.teal, b.mm(0.8));
            break;
        case pack::Block::Kind::heading:
        case pack::Block::Kind::paragraph:
            break;
    }
}

void draw_page(Builder& b, const pack::Page& page, const std::optional<pack::Picture>& picture, const Rect& area) {
    const float gap = b.mm(5.5);
    Rect words = area, art;
    // Few words are shown larger; many in the smaller of the two sizes.
    Style plain = Style::lead;
    const auto fits = [&](float width, float height) {
        return total_height(lay_blocks(b, page, width, plain), gap) <= height;
    };
    if (picture && b.theme().portrait()) {
        // The picture takes what the words leave, but never less than a good part; of large words, a smaller one.
        const float least = b.mm(b.theme().wishes().large_text ? 60 : 90);
        if (!fits(area.w, area.h - std::max(least + b.mm(14), b.mm(b.theme().wishes().large_text ? 74 : 150))))
            plain = Style::body;
        const float wanted = total_height(lay_blocks(b, page, area.w, plain), gap);
        const float side = std::clamp(area.h - wanted - b.mm(14), least, std::min(area.w, b.mm(205)));
        art = words.take_top(side);
        words.take_top(b.mm(8));
    } else if (picture) {
        for (const float share : {0.42F, 0.34F, 0.27F}) {
            words = area;
            art = words.take_right(std::min(area.h, area.w * share));
            words.take_right(b.mm(12));
            if (!b.theme().wishes().large_text || fits(words.w, words.h)) break;
        }
    }
    if (!fits(words.w, words.h)) plain = Style::body;
    const Rect in_parts = room_in_parts(b, words);
    const bool turned = !fits(words.w, words.h);
    const float width = turned ? in_parts.w : words.w;
    auto blocks = split_tall(b, lay_blocks(b, page, width, plain), width, in_parts.h, plain);
    const float height = total_height(blocks, gap);
    const auto [first, last] = turn_parts(b, words, heights_of(blocks), gap);
    const bool whole_page = first == 0 && last == blocks.size();
    float y = words.y + (whole_page && !b.theme().portrait() ? std::max(0.F, (words.h - height) * 0.4F) : 0);
    if (whole_page && b.theme().portrait()) {
        const float spare = std::max(0.F, words.h - height);
        art.y += spare * 0.3F;
        y += spare * 0.45F;
    }
    if (picture) {
        const float side = std::min(art.w, art.h);
        b.picture("picture", picture->file, picture->alt, art.centred(side, side));
    }
    for (std::size_t i = first; i < last; ++i) {
        draw_block(b, blocks[i], i, words.x, y, plain);
        y += blocks[i].laid.height() + gap;
    }
}

/// The site's own list: where it is, how far, when it is open, and what staff there will do.
void draw_places(Builder& b, const View& view, Rect area) {
    const Laid title = b.lay_even(b.strings()("places.title"), Style::heading, area.w);
    b.text("places.title", Role::heading, title, area.x, area.y, b.palette().ink);
    area.take_top(title.height() + b.mm(5));
    std::vector<Info> cards;
    for (const auto& place : view.visit.catalogue().places) {
        std::string detail;
        for (const auto* part : {&place.address, &place.hours, &place.staff}) {
            if (part->empty()) continue;
            detail += (detail.empty() ? "" : "\n") + *part;
        }
        cards.push_back({.id = "place." + place.id,
                         .language = place.language,
                         .heading = place.name,
                         .number = place.distance,
                         .number_style = Style::body,
                         .detail = std::move(detail),
                         .brief = place.hours});
    }
    draw_info_cards(b, cards, area);
}

}  // namespace

std::optional<Header::Progress> progress_in(const Builder& b, const View& view, const pack::Message& message,
                                            std::size_t page) {
    const std::size_t pages = view.visit.catalogue().pages_of(message) + (view.visit.has_film(message) ? 1 : 0);
    if (pages < 2) return {};
    const auto words =
        b.strings()("message.page", {{"page", std::to_string(page + 1)}, {"count", std::to_string(pages)}});
    return Header::Progress{words, page + 1, pages};
}

void build_message(Builder& b, const View& view) {
    b.background(b.palette().paper);
    const auto& place = view.visit.place();
    const auto* message = view.visit.catalogue().message(place.pack, place.message);
    if (!message) return;
    if (place.form == visit::Form::film) return build_film(b, view, *message);
    if (place.form == visit::Form::transcript) return build_transcript(b, view, *message);
    const std::size_t pages = view.visit.catalogue().pages_of(*message);
    if (place.page >= pages) return;
    const bool last_page = place.page + 1 == pages;
    Header header{.back = true, .home = true, .footer_rows = 1};
    header.progress = progress_in(b, view, *message, place.page + (view.visit.has_film(*message) ? 1 : 0));
    const Frame frame = draw_frame(b, view, header);
    Rect footer = frame.footer;
    b.scene().onwards = visit::Continue{};
    b.scene().backwards = visit::Back{};
    if (place.page < message->narration.size()) b.scene().recording = message->narration[place.page];

    const auto kept = message->pages.empty() ? view.pages : std::span{message->pages};
    if (place.page < kept.size()) {
        const auto& page = kept[place.page];
        const InLanguage written{b, message->language};
        draw_page(b, page, page.picture ? page.picture : message->picture, frame.area);
    } else {
        draw_places(b, view, frame.area);
    }

    const InLanguage interface{b, b.strings().language()};
    footer_button(b, footer, last_page ? "more" : "continue", b.strings()(last_page ? "message.more" : "continue"),
                  Look::primary, visit::Action{visit::Continue{}});
}

}  // namespace talkpoint::ui
