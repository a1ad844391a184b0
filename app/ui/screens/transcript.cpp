// A film as words: what is said and what is to be seen in it, in the order of time.
#include "ui/screens/parts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace talkpoint::ui {
namespace {

/// A stretch of one kind.
struct Passage {
    std::string text, language;
    bool seen = false;  ///< what is to be seen, not what is said
};

constexpr std::size_t longest_passage = 260;

bool ends_sentence(std::string_view text) {
    for (const std::string_view mark : {".", "!", "?", "…", "؟", "”", "\""})
        if (text.ends_with(mark)) return true;
    return false;
}

/// What follows each other of one kind is one passage: cues end where a screen does, not where a sentence does.
std::vector<Passage> passages_of(const pack::FilmWords& words) {
    std::vector<Passage> out;
    const auto add = [&](const pack::Cue& cue, const pack::CueTrack& track, bool seen) {
        std::string text = cue.text;
        std::ranges::replace(text, '\n', ' ');
        const bool goes_on = !out.empty() && out.back().seen == seen &&
                             !(out.back().text.size() > longest_passage && ends_sentence(out.back().text));
        if (goes_on)
            out.back().text += " " + text;
        else
            out.push_back({std::move(text), track.language, seen});
    };
    const auto &said = words.captions.cues, &seen = words.described.cues;
    for (std::size_t i = 0, k = 0; i < said.size() || k < seen.size();) {
        // At one time first what is to be seen: it says who speaks.
        const bool see = k < seen.size() && (i == said.size() || seen[k].begin <= said[i].begin);
        see ? add(seen[k++], words.described, true) : add(said[i++], words.captions, false);
    }
    return out;
}

/// About 75 letters, after which an eye does not find the next line with ease.
float longest_line(const Builder& b) {
    constexpr float letters = 75, letter_of_cap = 0.66F;
    return b.mm(8) + letters * letter_of_cap * b.theme().style(Style::body).cap_px;
}

struct Piece {
    Laid laid;
    bool seen = false;
};

/// Pieces that can be turned in parts, none taller than a good half of one.
std::vector<Piece> lay_passages(Builder& b, const std::vector<Passage>& passages, float width, float room) {
    std::vector<Piece> out;
    for (const auto& passage : passages) {
        const InLanguage written{b, passage.language};
        for (auto& laid : lay_pieces(b, {passage.text, {}}, Style::body, width - b.mm(8), room * 0.55F))
            out.push_back({std::move(laid), passage.seen});
    }
    return out;
}

}  // namespace

void build_transcript(Builder& b, const View& view, const pack::Message& message) {
    if (!message.film) return;
    Header header{.back = true, .home = true, .footer_rows = 1};
    header.progress = progress_in(b, view, message, 0);
    const Frame frame = draw_frame(b, view, header);
    Rect area = frame.area, footer = frame.footer;
    // Beside lines of a good length there is room lying: for the picture, as on the pages that follow.
    Rect art = area;
    (void)art.take_left(longest_line(b) + b.mm(12));
    if (message.picture && !b.theme().portrait() && art.w >= b.mm(80)) {
        area.take_right(art.w + b.mm(12));
    } else {
        art = {};
    }
    b.scene().onwards = visit::Continue{};
    b.scene().backwards = visit::Back{};

    Laid title;
    {
        const InLanguage written{b, message.language};
        for (const Style style : {Style::title, Style::heading, Style::subheading, Style::strong}) {
            title = b.lay_even(message.title, style, width_in_parts(b, area));
            if (title.height() < area.h * 0.3F) break;
        }
        b.text("title", Role::heading, title, area.x, area.y, b.palette().ink);
    }
    area.take_top(title.height() + b.mm(2));
    const Laid about = b.lay_even(b.strings()("film.in_words"), Style::small, width_in_parts(b, area));
    b.text("about", Role::text, about, area.x, area.y, b.palette().ink);
    area.take_top(about.height() + b.mm(6));
    const float gap = b.mm(4);
    const auto passages = passages_of(view.film_words);
    const float widest = longest_line(b);
    const auto fitted = [&](const Rect& room) { return lay_passages(b, passages, std::min(room.w, widest), room.h); };
    const auto heights_of = [](const std::vector<Piece>& pieces) {
        std::vector<float> heights;
        for (const auto& piece : pieces) heights.push_back(piece.laid.height());
        return heights;
    };
    auto pieces = fitted(area);
    float needed = -gap;
    for (const float height : heights_of(pieces)) needed += height + gap;
    if (needed > area.h) pieces = fitted(room_in_parts(b, area));
    const auto [first, last] = turn_parts(b, area, heights_of(pieces), gap);
    float y = area.y;
    for (std::size_t i = first; i < last; ++i) {
        const auto& piece = pieces[i];
        const std::string id = (piece.seen ? "seen." : "said.") + std::to_string(i);
        // What is said stands out, as a quotation does.
        if (!piece.seen) b.display().fill({area.x, y, b.mm(1.6), piece.laid.height()}, b.palette().teal, b.mm(0.8));
        b.text(id, Role::text, piece.laid, area.x + b.mm(6), y, b.palette().ink);
        y += piece.laid.height() + gap;
    }
    // What comes next is the rest, while there is more of it.
    const Look look = last < pieces.size() ? Look::secondary : Look::primary;
    if (!art.empty()) {
        const InLanguage written{b, message.language};
        const float side = std::min(art.w, art.h);
        b.picture("picture", message.picture->file, message.picture->alt, art.centred(side, side));
    }
    footer_button(b, footer, "continue", b.strings()("continue"), look, visit::Action{visit::Continue{}});
}

}  // namespace talkpoint::ui
