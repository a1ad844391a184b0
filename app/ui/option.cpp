#include "ui/option.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::ui {
namespace {

constexpr double row_padding_mm = 6;

/// The mark before a label; with large text a number of two digits must stand in it.
float mark_size(const Builder& b) { return b.mm(b.theme().wishes().large_text ? 15 : 11); }

float mark_gap(const Builder& b) { return b.mm(5); }

/// A note stands at the end of the row where the label keeps most of it; else under the label.
bool note_is_below(const Builder& b, float width, const OptionState& state) {
    return !state.note.empty() && b.lay(state.note, Style::strong, 0).width() > width * 0.4F;
}

float option_text_width(const Builder& b, float width, const OptionState& state) {
    const bool beside = !state.note.empty() && !note_is_below(b, width, state);
    const float note = beside ? b.lay(state.note, Style::strong, 0).width() + b.mm(6) : 0;
    return width - b.mm(row_padding_mm) * 2 - mark_size(b) - mark_gap(b) - note;
}

/// Chosen is told by shape, weight and colour together.
void option_mark(Builder& b, OptionLook look, const OptionState& state, float x, float y, Color ink) {
    const Palette& p = b.palette();
    const float size = mark_size(b), line = b.mm(1);
    const Rect box{x, y, size, size};
    switch (look) {
        case OptionLook::radio:
            b.display().fill(box, p.surface, size / 2);
            b.display().outline(box, ink, line, size / 2);
            if (state.chosen) b.display().disc(x + size / 2, y + size / 2, size * 0.29F, p.deep);
            return;
        case OptionLook::checkbox:
            b.display().fill(box, state.chosen ? p.deep : p.surface, b.mm(2));
            b.display().outline(box, state.chosen ? p.deep : ink, line, b.mm(2));
            if (state.chosen) b.icon("tick", x + size * 0.12F, y + size * 0.12F, size * 0.76F, p.on_deep);
            return;
        case OptionLook::sort:
            b.display().fill(box, state.place ? p.deep : p.surface, size / 2);
            b.display().outline(box, state.place ? p.deep : ink, line, size / 2);
            if (state.place) {
                const Laid number = b.lay(std::to_string(state.place), Style::strong, 0);
                b.letters(number, x + (size - number.width()) / 2, y + (size - number.height()) / 2, p.on_deep);
            }
            return;
    }
}

Laid option_words(Builder& b, std::string_view label, float width, const OptionState& state) {
    const float room = option_text_width(b, width, state);
    const InLanguage words{b, state.language};
    return b.lay(label, state.style, room);
}

}  // namespace

OptionSize option_size(Builder& b, std::string_view label, float width, const OptionState& state) {
    const Laid words = option_words(b, label, width, state);
    float height = words.height() + b.mm(6);
    bool whole = !words.block->cut;
    if (note_is_below(b, width, state)) {
        const Laid note = b.lay(state.note, Style::strong, option_text_width(b, width, state));
        height += note.height() + b.mm(1);
        whole = whole && !note.block->cut;
    }
    // What has been answered is no target any more: where room is short its row may be lower.
    const bool low = state.locked && state.style != Style::option;
    return {std::max(low ? mark_size(b) + b.mm(4) : b.theme().target(), std::ceil(height)), whole};
}

namespace {

/// What can be touched, pressed or not, and the node that says what it is. `node` knows its rectangle, its name and
/// whether its words are cut.
Node placed_option(Builder& b, Node node, const Laid& words, OptionLook look, const OptionState& state,
                   NodeAction action) {
    const Palette& p = b.palette();
    const bool lit = state.chosen || state.place > 0;
    const bool right = state.verdict.value_or(false);
    const Color fill = right ? p.leaf : lit ? p.mint : p.surface;
    node.role = look == OptionLook::radio ? Role::radio : Role::checkbox;
    node.value = state.place ? std::to_string(state.place) : state.note;
    node.checked = lit;
    node.disabled = state.locked;
    node.foreground = p.ink;
    node.background = fill;
    node.cap_px = words.style.cap_px;
    node.answer = state.answer;
    node.position = state.position;
    node.total = state.total;
    if (!state.locked) node.action = std::move(action);
    Node& added = b.control(std::move(node));
    added.language = words.language;
    Node placed = added;

    const bool strong = lit || right;
    const bool faint = state.locked && !strong && !p.outlined;
    b.display().fill(placed.rect, placed.pressed ? mixed(fill, p.teal, 0.25F) : fill, b.theme().radius());
    b.display().outline(placed.rect,
                        strong  ? p.deep
                        : faint ? p.line
                                : p.ink,
                        b.mm(strong ? 1.4 : 0.7), b.theme().radius());
    return placed;
}

}  // namespace

void option_row(Builder& b, std::string_view id, std::string_view label, Rect rect, OptionLook look,
                const OptionState& state, NodeAction action) {
    const Color ink = b.palette().ink;
    const Laid words = option_words(b, label, rect.w, state);
    Node node;
    node.id = id;
    node.name = label;
    node.rect = rect;
    node.cut = words.block->cut || words.height() > rect.h;
    const Node placed = placed_option(b, std::move(node), words, look, state, std::move(action));

    const float mark = mark_size(b);
    const float x = rect.x + b.mm(row_padding_mm);
    option_mark(b, look, state, x, rect.y + (rect.h - mark) / 2, ink);
    const float left = x + mark + mark_gap(b);
    if (note_is_below(b, rect.w, state)) {
        const Laid note = b.lay(state.note, Style::strong, option_text_width(b, rect.w, state));
        const float y = rect.y + (rect.h - words.height() - note.height() - b.mm(1)) / 2;
        b.letters(words, left, y, ink);
        b.letters(note, left, y + words.height() + b.mm(1), ink);
    } else {
        b.letters(words, left, rect.y + (rect.h - words.height()) / 2, ink);
        if (!state.note.empty()) {
            const Laid note = b.lay(state.note, Style::strong, 0);
            b.letters(note, rect.right() - b.mm(row_padding_mm) - note.width(), rect.y + (rect.h - note.height()) / 2,
                      ink);
        }
    }
    b.focus_ring(placed, b.theme().radius());
}

namespace {

float picture_gap(const Builder& b) { return b.mm(3); }

/// Mark, label, and the note under the label.
struct CardWords {
    Laid label;
    std::optional<Laid> note;
    float before = 0;  ///< the mark and its gap
    float width = 0, height = 0;
    bool whole = true;
};

CardWords lay_card_words(Builder& b, std::string_view label, float width, const OptionState& state) {
    CardWords out;
    out.before = mark_size(b) + mark_gap(b);
    const float room = width - out.before;
    {
        const InLanguage words{b, state.language};
        out.label = b.lay_even(label, state.style, room);
    }
    out.width = out.label.width();
    out.height = out.label.height();
    out.whole = !out.label.block->cut;
    if (!state.note.empty()) {
        out.note = b.lay(state.note, Style::strong, room);
        out.width = std::max(out.width, out.note->width());
        out.height += b.mm(1) + out.note->height();
        out.whole = out.whole && !out.note->block->cut;
    }
    out.width += out.before;
    out.height = std::max(out.height, mark_size(b));
    return out;
}

}  // namespace

float option_card_padding(const Builder& b) { return b.mm(5); }

OptionSize option_card_size(Builder& b, std::string_view label, float width, const OptionState& state,
                            const OptionPicture& picture) {
    const float inner = width - 2 * option_card_padding(b), taken = picture.side + picture_gap(b);
    const auto words = lay_card_words(b, label, picture.beside ? inner - taken : inner, state);
    const float content = picture.beside ? std::max(picture.side, words.height) : taken + words.height;
    return {std::ceil(content + 2 * option_card_padding(b)), words.whole};
}

void option_card(Builder& b, std::string_view id, std::string_view label, Rect rect, OptionLook look,
                 const OptionState& state, NodeAction action, const OptionPicture& picture) {
    const Color ink = b.palette().ink;
    Rect inner = rect.inset(option_card_padding(b));
    Rect art;
    const bool shown = !b.pictures().broken(picture.file);
    if (shown) {
        art = (picture.beside ? inner.take_left(picture.side) : inner.take_top(picture.side))
                  .centred(picture.side, picture.side);
        (void)(picture.beside ? inner.take_left(picture_gap(b)) : inner.take_top(picture_gap(b)));
    }
    const auto words = lay_card_words(b, label, inner.w, state);
    Node node;
    node.id = id;
    node.name = label;
    if (shown) node.description = picture.alt;
    node.rect = rect;
    node.cut = !words.whole || words.height > inner.h + 1;
    const Node placed = placed_option(b, std::move(node), words.label, look, state, std::move(action));

    const Color ground = b.ground();
    b.ground(placed.background);
    if (shown) b.illustration(picture.file, art);
    b.ground(ground);
    const float x = shown && picture.beside ? inner.x : inner.x + std::max(0.F, (inner.w - words.width) / 2);
    option_mark(b, look, state, x, inner.y + (inner.h - mark_size(b)) / 2, ink);
    float y = inner.y + (inner.h - words.label.height() - (words.note ? b.mm(1) + words.note->height() : 0)) / 2;
    b.letters(words.label, x + words.before, y, ink);
    y += words.label.height() + b.mm(1);
    if (words.note) b.letters(*words.note, x + words.before, y, ink);
    b.focus_ring(placed, b.theme().radius());
}

}  // namespace talkpoint::ui
