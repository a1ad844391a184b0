#include "ui/screens/staff_items.hpp"

#include "base/overload.hpp"
#include "base/strings.hpp"
#include "ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace talkpoint::ui {
namespace {

const char* icon_of(staff::Mark mark) {
    switch (mark) {
        case staff::Mark::none:
            return "info";
        case staff::Mark::good:
            return "tick";
        case staff::Mark::attention:
            return "warning";
        case staff::Mark::trouble:
            return "cross";
    }
    return "info";
}

/// Beside the icon's shape and the words: never the colour alone.
Color color_of(const Builder& b, staff::Mark mark) {
    const Palette& p = b.palette();
    switch (mark) {
        case staff::Mark::none:
            return p.surface;
        case staff::Mark::good:
            return p.mint;
        case staff::Mark::attention:
            return p.sun;
        case staff::Mark::trouble:
            return p.peach;
    }
    return p.surface;
}

/// Pages on which so little stands that it is written as large as what the public reads.
bool is_calm(const Builder& b, const staff::Page& page) {
    constexpr std::size_t little = 4;
    return !b.theme().tight() && page.items.size() <= little && std::ranges::all_of(page.items, [](const auto& item) {
        return std::holds_alternative<staff::Sentence>(item) || std::holds_alternative<staff::Line>(item) ||
               std::holds_alternative<staff::Tiles>(item);
    });
}

Look look_of(const staff::Button& button, Place place) {
    if (button.chosen) return Look::dark;
    if (place == Place::alike) return button.ends ? Look::even_ending : Look::even;
    if (button.ends) return Look::ending;
    return place == Place::first ? Look::primary : Look::secondary;
}

}  // namespace

Pieces::Pieces(Builder& b, const PieceRoom& room, std::string prefix)
    : builder_(b), room_(room), prefix_(std::move(prefix)) {}

std::vector<Piece> Pieces::of(const staff::Page& page) {
    calm_ = is_calm(builder_, page);
    marked_ = std::ranges::any_of(page.items, [](const auto& item) {
        const auto* line = std::get_if<staff::Line>(&item);
        return line && line->mark != staff::Mark::none;
    });
    const bool wide = !builder_.theme().portrait() && !builder_.theme().tight();
    for (std::size_t i = 0; i < page.items.size();) {
        std::size_t like = i + 1;
        if (std::holds_alternative<staff::Sentence>(page.items[i]))
            while (like < page.items.size() && std::holds_alternative<staff::Sentence>(page.items[like])) ++like;
        if (like > i + 1 && wide && !calm_)
            sentences(page, i, like);
        else
            like = i + 1, add_item(page.items[i]);
        i = like;
    }
    return std::move(out_);
}

Piece Pieces::told(const staff::Sentence& told, const staff::Page& page) {
    calm_ = is_calm(builder_, page);
    return sentence(told, room_.width);
}

std::string Pieces::next_id(std::string_view kind) {
    return fmt::format("{}.{}.{}", prefix_, kind, ++numbers_[std::string{kind}]);
}

float Pieces::height_left(float least) const {
    float left = room_.height;
    for (const auto& piece : out_) left -= piece.height + piece_gap(builder_);
    return left < least ? room_.in_part : left;
}

void Pieces::add_item(const staff::Element& item) {
    std::visit(
        base::Overload{
            [this](const staff::Sentence& one) { add_sentence(one); },
            [this](const staff::Heading& one) { heading(one); }, [this](const staff::Line& one) { line(one); },
            [this](const staff::Choice& one) { choice(one); },
            [this](const staff::Chart& one) { add_chart(*this, one); },
            [this](const staff::Table& one) { add_table(*this, one); },
            [this](const staff::Keys& one) { add_keys(*this, one); }, [this](const staff::Tiles& one) { tiles(one); },
            [](const staff::Cross&) {},  // stands anywhere: see staff.cpp
        },
        item);
}

/// Two beside each other, equally high.
void Pieces::sentences(const staff::Page& page, std::size_t first, std::size_t last) {
    const float gap = builder_.mm(4);
    const float half = std::floor((room_.width - gap) / 2);
    for (std::size_t i = first; i < last; i += 2) {
        Piece left = sentence(std::get<staff::Sentence>(page.items[i]), half);
        if (i + 1 == last) {
            add_sentence(std::get<staff::Sentence>(page.items[i]));
            continue;
        }
        Piece right = sentence(std::get<staff::Sentence>(page.items[i + 1]), half);
        const float height = std::max(left.height, right.height);
        add(height, [=](Rect rect) {
            left.draw(rect.take_left(half));
            rect.take_left(gap);
            right.draw(rect);
        });
    }
}

void Pieces::add_sentence(const staff::Sentence& one) {
    auto piece = sentence(one, room_.width);
    add(piece.height, std::move(piece.draw));
}

Piece Pieces::sentence(const staff::Sentence& sentence, float width) {
    Builder& b = builder_;
    const float padding = b.mm(calm_ ? 7 : 5), icon = b.mm(calm_ ? 13 : 10);
    const float inner = width - 3 * padding - icon;
    const Laid words = b.lay(sentence.words,
                             sentence.large ? Style::lead
                             : calm_        ? Style::subheading
                                            : Style::strong,
                             inner);
    const Laid to_do = b.lay(sentence.to_do, calm_ ? Style::option : Style::small, inner);
    const float text = words.height() + (sentence.to_do.empty() ? 0 : b.mm(1.5) + to_do.height());
    const auto id = next_id("sentence");
    const float height = std::ceil(std::max(text, icon) + 2 * padding);
    return {height, [=, &b, mark = sentence.mark](const Rect& rect) {
                const Color fill = color_of(b, mark), ink = b.palette().ink;
                b.box(rect, fill, b.theme().radius());
                if (mark == staff::Mark::none) b.display().outline(rect, ink, b.mm(0.5), b.theme().radius());
                const Color ground = b.ground();
                b.ground(fill);
                const float x = rect.x + 2 * padding + icon, y = rect.y + (rect.h - text) / 2;
                // Beside the first line; but in the middle of one that is alone.
                const float top = text <= icon ? rect.y + (rect.h - icon) / 2 : y;
                b.icon(icon_of(mark), rect.x + padding, top, icon, ink);
                b.text(id, mark == staff::Mark::trouble ? Role::alert : Role::text, words, x, y, ink);
                if (!to_do.text.empty()) b.text(id + ".do", Role::text, to_do, x, y + words.height() + b.mm(1.5), ink);
                b.ground(ground);
            }};
}

void Pieces::heading(const staff::Heading& heading) {
    Builder& b = builder_;
    const Laid words = b.lay(heading.words, heading.large ? Style::title : Style::subheading, room_.width);
    const Laid note = b.lay(heading.note, Style::small, room_.width);
    const float above = out_.empty() ? 0 : b.mm(4), between = heading.note.empty() ? 0 : b.mm(1.5);
    const auto id = next_id("heading");
    Piece piece{std::ceil(above + words.height() + between + (heading.note.empty() ? 0 : note.height())),
                [=, &b](const Rect& rect) {
                    b.text(id, Role::heading, words, rect.x, rect.y + above, b.palette().ink);
                    if (!note.text.empty())
                        b.text(id + ".note", Role::text, note, rect.x, rect.y + above + words.height() + between,
                               b.palette().ink);
                },
                out_.size()};
    piece.with_next = true;
    add(std::move(piece));
}

/// Label at the start, value beside it or below, buttons at the end.
void Pieces::line(const staff::Line& line) {
    Builder& b = builder_;
    const float icon = b.mm(7), padding = b.mm(3), beside = marked_ ? icon + b.mm(4) : 0;
    float ends = 0;
    for (const auto& button : line.buttons) ends += staff_button_width(b, button) + b.theme().gap();
    const bool below = ends > room_.width * 0.6F;
    const float room = room_.width - beside - (below ? 0 : ends);
    const bool one_row = !b.theme().portrait() && !calm_ && line.buttons.empty() && !line.value.empty();
    const float column = one_row ? std::floor(room * 0.36F) : room;
    const Laid label =
        b.lay(line.label, calm_ && !marked_ && line.buttons.empty() ? Style::subheading : Style::strong, column);
    const Laid value = b.lay(line.value, Style::small, one_row ? room - column - b.mm(4) : room);
    const float words = one_row ? std::max(label.height(), value.height())
                                : label.height() + (line.value.empty() ? 0 : b.mm(1) + value.height());
    const float row = line.buttons.empty() ? 0 : b.theme().target();
    const float height = std::ceil((below ? words + b.mm(3) + row : std::max(words, row)) + 2 * padding);
    const auto id = next_id("line");
    add(height, [=, &b, &line](const Rect& rect) {
        const Color ink = b.palette().ink;
        b.display().fill({rect.x, rect.bottom() - 1, rect.w, 1}, b.palette().line);
        Rect inner = rect.inset(0, padding);
        Rect row_rect = below ? inner.take_bottom(row) : inner;
        const float y = inner.y + (below ? 0 : (inner.h - words) / 2);
        if (line.mark != staff::Mark::none) b.icon(icon_of(line.mark), rect.x, y, icon, ink);
        b.text(id, Role::text, label, rect.x + beside, y, ink);
        if (!value.text.empty() && one_row)
            b.text(id + ".value", Role::text, value, rect.x + beside + column + b.mm(4), y, ink);
        else if (!value.text.empty())
            b.text(id + ".value", Role::text, value, rect.x + beside, y + label.height() + b.mm(1), ink);
        if (below) row_rect.take_left(beside);
        row_rect = row_rect.take_right(ends - b.theme().gap());
        for (std::size_t k = 0; k < line.buttons.size(); ++k) {
            const Rect place = row_rect.take_left(staff_button_width(b, line.buttons[k]));
            row_rect.take_left(b.theme().gap());
            staff_button(b, fmt::format("{}.{}", id, k + 1), line.buttons[k],
                         place.centred(place.w, b.theme().target()));
        }
    });
}

/// As many to a row as fit, under what they are. One is chosen of them all.
void Pieces::choice(const staff::Choice& choice) {
    Builder& b = builder_;
    const auto begin = out_.size();
    if (!choice.label.empty()) {
        const Laid words = b.lay(choice.label, Style::strong, room_.width);
        const auto id = next_id("label");
        add({words.height(),
             [=, &b](const Rect& rect) { b.text(id, Role::text, words, rect.x, rect.y, b.palette().ink); }, begin});
        out_.back().with_next = true;
    }
    const auto& options = choice.options;
    for (std::size_t i = 0; i < options.size();) {
        const std::size_t from = i;
        std::vector<std::string> ids;
        float used = 0;
        for (; i < options.size(); ++i) {
            const float width = staff_button_width(b, options[i]);
            if (i > from && used + width > room_.width) break;
            used += width + b.theme().gap();
            ids.push_back(next_id("choice"));
        }
        add({b.theme().target(),
             [=, &b, &options](Rect rect) {
                 for (std::size_t k = 0; k < ids.size(); ++k) {
                     const auto& option = options[from + k];
                     staff_button(b, ids[k], option, rect.take_left(std::min(rect.w, staff_button_width(b, option))));
                     rect.take_left(b.theme().gap());
                     b.newest().role = Role::radio;
                     b.newest().position = static_cast<int>(from + k + 1);
                     b.newest().total = static_cast<int>(options.size());
                 }
             },
             begin});
    }
}

/// As high as there is room for, since they are what the page is for.
void Pieces::tiles(const staff::Tiles& tiles) {
    Builder& b = builder_;
    const std::size_t columns = std::min<std::size_t>(b.theme().portrait() ? 2 : 4, std::max(1UL, tiles.tiles.size()));
    const auto rows = static_cast<float>((tiles.tiles.size() + columns - 1) / columns);
    const float width =
        std::floor((room_.width - b.theme().gap() * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const float least = b.mm(30), most = b.mm(42);
    const float height = std::clamp(
        std::floor(height_left(rows * (least + piece_gap(b))) / std::max(1.F, rows) - piece_gap(b)), least, most);
    // A label may take two lines, a word may not.
    const bool fit = std::ranges::all_of(tiles.tiles, [&](staff::Button tile) {
        return std::ranges::all_of(base::split(tile.label, ' '), [&](const auto& word) {
            tile.label = word;
            return staff_button_width(b, tile, Place::alike) <= width;
        });
    });
    const Place letters = fit ? Place::alike : Place::among;
    for (std::size_t i = 0; i < tiles.tiles.size(); i += columns) {
        std::vector<std::pair<const staff::Button*, std::string>> row;
        for (std::size_t k = i; k < std::min(i + columns, tiles.tiles.size()); ++k)
            row.emplace_back(&tiles.tiles[k], next_id("tile"));
        add(height, [=, &b](Rect rect) {
            for (const auto& [tile, id] : row) {
                staff_button(b, id, *tile, rect.take_left(width), letters);
                rect.take_left(b.theme().gap());
            }
        });
    }
}

float piece_gap(const Builder& b) { return b.mm(3.5); }

float staff_button_width(const Builder& b, const staff::Button& button, Place place) {
    return button_width(b, button.label, look_of(button, place), !button.icon.empty() || button.chosen);
}

void staff_button(Builder& b, const std::string& id, const staff::Button& wanted, const Rect& rect, Place place) {
    button(b, id, wanted.label, rect, look_of(wanted, place), staff::Action{wanted.action},
           wanted.chosen ? "tick" : wanted.icon);
    b.newest().checked = wanted.chosen;
}

}  // namespace talkpoint::ui
