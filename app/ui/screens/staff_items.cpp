#include "ui/screens/staff_items.hpp"

#include "base/overload.hpp"
#include "ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
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

/// Makes pieces of items, one kind after the other.
class Pieces {
  public:
    Pieces(Builder& b, float width, std::string prefix = "staff")
        : builder_(b), width_(width), gap_(b.mm(4)), prefix_(std::move(prefix)) {}

    std::vector<Piece> of(const staff::Page& page) {
        for (std::size_t i = 0; i < page.items.size();) {
            std::size_t like = i + 1;
            if (std::holds_alternative<staff::Sentence>(page.items[i]))
                while (like < page.items.size() && std::holds_alternative<staff::Sentence>(page.items[like])) ++like;
            if (like > i + 1 && !builder_.theme().portrait() && !builder_.theme().tight())
                sentences(page, i, like);
            else
                like = i + 1, add(page.items[i]);
            i = like;
        }
        return std::move(out_);
    }

  private:
    std::string next_id(std::string_view kind) {
        return fmt::format("{}.{}.{}", prefix_, kind, ++numbers_[std::string{kind}]);
    }

    void add(const staff::Element& item) {
        std::visit(base::Overload{
                       [this](const staff::Sentence& s) { out_.push_back(sentence(s, width_)); },
                       [this](const staff::Line& line) { out_.push_back(this->line(line)); },
                       [this](const staff::Choice& choice) { buttons(choice.label, choice.options, false); },
                       [this](const staff::Bar& bar) { out_.push_back(this->bar(bar)); },
                       [this](const staff::Table& table) { this->table(table); },
                       [this](const staff::Keys& keys) { this->keys(keys); },
                       [this](const staff::Tiles& tiles) { this->tiles(tiles); },
                       [](const staff::Cross&) {},  // stands anywhere: see staff.cpp
                   },
                   item);
    }

    /// Two beside each other, equally high.
    void sentences(const staff::Page& page, std::size_t first, std::size_t last) {
        const float half = std::floor((width_ - gap_) / 2);
        for (std::size_t i = first; i < last; i += 2) {
            Piece left = sentence(std::get<staff::Sentence>(page.items[i]), half);
            if (i + 1 == last) {
                out_.push_back(sentence(std::get<staff::Sentence>(page.items[i]), width_));
                continue;
            }
            Piece right = sentence(std::get<staff::Sentence>(page.items[i + 1]), half);
            const float height = std::max(left.height, right.height);
            out_.push_back({height, [=, gap = gap_](Rect rect) {
                                left.draw(rect.take_left(half));
                                rect.take_left(gap);
                                right.draw(rect);
                            }});
        }
    }

    Piece sentence(const staff::Sentence& sentence, float width) {
        Builder& b = builder_;
        const float padding = b.mm(5), icon = b.mm(10);
        const float inner = width - 3 * padding - icon;
        const Laid words = b.lay(sentence.words, sentence.large ? Style::lead : Style::strong, inner);
        const Laid to_do = b.lay(sentence.to_do, Style::small, inner);
        const float text = words.height() + (sentence.to_do.empty() ? 0 : b.mm(1.5) + to_do.height());
        const auto id = next_id("sentence");
        const float height = std::ceil(std::max(text, icon) + 2 * padding);
        return {height, [=, &b, mark = sentence.mark](const Rect& rect) {
                    const Color fill = color_of(b, mark), ink = b.palette().ink;
                    b.box(rect, fill, b.theme().radius());
                    if (mark == staff::Mark::none) b.display().outline(rect, ink, b.mm(0.5), b.theme().radius());
                    const Color ground = b.ground();
                    b.ground(fill);
                    b.icon(icon_of(mark), rect.x + padding, rect.y + padding, icon, ink);
                    const float x = rect.x + 2 * padding + icon, y = rect.y + (rect.h - text) / 2;
                    b.text(id, mark == staff::Mark::trouble ? Role::alert : Role::text, words, x, y, ink);
                    if (!to_do.text.empty())
                        b.text(id + ".do", Role::text, to_do, x, y + words.height() + b.mm(1.5), ink);
                    b.ground(ground);
                }};
    }

    /// Label at the start, value beside it or below, buttons at the end.
    Piece line(const staff::Line& line) {
        Builder& b = builder_;
        const float icon = b.mm(7), padding = b.mm(3), beside = icon + b.mm(4);
        float ends = 0;
        for (const auto& button : line.buttons) ends += staff_button_width(b, button, false) + b.theme().gap();
        const bool below = ends > width_ * 0.6F;
        const float room = width_ - beside - (below ? 0 : ends);
        const bool one_row = !b.theme().portrait() && line.buttons.empty();
        const float column = one_row ? std::floor(room * 0.36F) : room;
        const Laid label = b.lay(line.label, Style::strong, column);
        const Laid value = b.lay(line.value, Style::small, one_row ? room - column - b.mm(4) : room);
        const float words = one_row ? std::max(label.height(), value.height())
                                    : label.height() + (line.value.empty() ? 0 : b.mm(1) + value.height());
        const float row = line.buttons.empty() ? 0 : b.theme().target();
        const float height = std::ceil((below ? words + b.mm(3) + row : std::max(words, row)) + 2 * padding);
        const auto id = next_id("line");
        return {height, [=, &b, &line](const Rect& rect) {
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
                        const Rect place = row_rect.take_left(staff_button_width(b, line.buttons[k], false));
                        row_rect.take_left(b.theme().gap());
                        staff_button(b, fmt::format("{}.{}", id, k + 1), line.buttons[k],
                                     place.centred(place.w, b.theme().target()), false);
                    }
                }};
    }

    /// As many to a row as fit; a label above them.
    void buttons(const std::string& label, const std::vector<staff::Button>& options, bool first) {
        Builder& b = builder_;
        if (!label.empty()) {
            const Laid words = b.lay(label, Style::strong, width_);
            const auto id = next_id("label");
            out_.push_back({words.height(), [=, &b](const Rect& rect) {
                                b.text(id, Role::text, words, rect.x, rect.y, b.palette().ink);
                            }});
        }
        for (std::size_t i = 0; i < options.size();) {
            std::vector<std::pair<const staff::Button*, std::string>> row;
            float used = 0;
            for (; i < options.size(); ++i) {
                const float width = staff_button_width(b, options[i], first);
                if (!row.empty() && used + width > width_) break;
                used += width + b.theme().gap();
                row.emplace_back(&options[i], next_id("choice"));
            }
            out_.push_back({b.theme().target(), [=, &b](Rect rect) {
                                for (const auto& [button, id] : row) {
                                    staff_button(
                                        b, id, *button,
                                        rect.take_left(std::min(rect.w, staff_button_width(b, *button, first))), first);
                                    rect.take_left(b.theme().gap());
                                }
                            }});
        }
    }

    /// The bar is the share, the whisker above it the interval; both are also words.
    Piece bar(const staff::Bar& bar) {
        Builder& b = builder_;
        const bool shown = bar.high > 0;
        const auto percent = [](double share) { return std::lround(share * 100); };
        const auto value = shown ? fmt::format("{}: {} % ({}-{} %)", bar.count, percent(bar.share), percent(bar.low),
                                               percent(bar.high))
                                 : bar.count;
        const Laid label = b.lay(bar.label, Style::small, std::floor(width_ * 0.62F));
        const Laid words = b.lay(value, Style::small, std::floor(width_ * 0.36F));
        const float thick = b.mm(6), top = std::max(label.height(), words.height());
        const auto id = next_id("bar");
        return {std::ceil(top + b.mm(1.5) + thick + b.mm(2)), [=, &b](const Rect& rect) {
                    const Palette& p = b.palette();
                    const float icon = bar.right ? b.mm(7) : 0;
                    if (bar.right) b.icon("tick", rect.x, rect.y, icon, p.ink);
                    b.text(id, Role::text, label, rect.x + (bar.right ? icon + b.mm(2) : 0), rect.y, p.ink);
                    b.text(id + ".value", Role::text, words, rect.right() - words.width(), rect.y, p.ink);
                    const Rect all{rect.x, rect.y + top + b.mm(1.5), rect.w, thick};
                    b.display().fill(all, p.surface, thick / 2);
                    b.display().outline(all, p.teal, b.mm(0.4), thick / 2);
                    if (!shown) return;
                    const auto at = [&](double share) { return all.x + all.w * static_cast<float>(share); };
                    b.display().fill({all.x, all.y, std::max(thick, at(bar.share) - all.x), thick}, p.teal, thick / 2);
                    const float middle = all.y + thick / 2, wide = b.mm(1.2);
                    b.display().fill({at(bar.low), middle - wide / 2, at(bar.high) - at(bar.low), wide}, p.ink);
                    for (const double end : {bar.low, bar.high})
                        b.display().fill({at(end) - wide / 2, all.y - b.mm(1), wide, thick + b.mm(2)}, p.ink);
                }};
    }

    void table(const staff::Table& table) {
        Builder& b = builder_;
        const auto columns = static_cast<float>(std::max<std::size_t>(1, table.head.size()));
        const float first = std::floor(width_ * (columns > 1 ? 0.46F : 1)),
                    other = columns > 1 ? std::floor((width_ - first) / (columns - 1)) : 0;
        const auto row = [&](const std::vector<std::string>& cells, Style style) {
            std::vector<Laid> laid;
            float height = 0;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                laid.push_back(b.lay(cells[i], style, (i == 0 ? first : other) - b.mm(3)));
                height = std::max(height, laid.back().height());
            }
            const auto id = next_id("row");
            out_.push_back({std::ceil(height + b.mm(3)), [=, &b](const Rect& rect) {
                                float x = rect.x;
                                for (std::size_t i = 0; i < laid.size(); ++i) {
                                    b.text(fmt::format("{}.{}", id, i + 1), Role::text, laid[i], x, rect.y,
                                           b.palette().ink);
                                    x += i == 0 ? first : other;
                                }
                                b.display().fill({rect.x, rect.bottom() - 1, rect.w, 1}, b.palette().line);
                            }});
        };
        row(table.head, Style::strong);
        for (const auto& cells : table.rows) row(cells, Style::small);
    }

    void keys(const staff::Keys& keys) {
        Builder& b = builder_;
        const Laid label = b.lay(keys.label, Style::strong, width_);
        const Laid typed = b.lay(keys.typed.empty() ? " " : keys.typed, Style::heading, width_);
        const auto id = next_id("typed");
        out_.push_back(
            {std::ceil(label.height() + typed.height() + b.mm(2)), [=, &b, secret = keys.secret](const Rect& rect) {
                 b.text(id + ".label", Role::text, label, rect.x, rect.y, b.palette().ink);
                 if (typed.text != " ")
                     b.text(id, Role::text, typed, rect.x, rect.y + label.height() + b.mm(1), b.palette().ink);
                 if (secret && typed.text != " ") b.newest().live = true;
             }});
        const float side = b.theme().target();
        if (keys.kind == staff::Keys::Kind::digits) {
            for (const std::string_view row : {"123", "456", "789", " 0<"}) key_row(row, std::floor(side * 1.6F));
            return;
        }
        // As many to a row as fit, each as large as any target.
        const std::string_view all = keys.kind == staff::Keys::Kind::letters ? "abcdefghijklmnopqrstuvwxyz<"
                                                                             : "abcdefghijklmnopqrstuvwxyz-0123456789<";
        constexpr std::size_t most = 10;
        const auto fit = std::clamp(static_cast<std::size_t>((width_ + key_gap()) / (side + key_gap())), 1UL, most);
        const float wide = std::floor(std::min(b.mm(30), (width_ + key_gap()) / static_cast<float>(fit) - key_gap()));
        for (std::size_t i = 0; i < all.size(); i += fit) key_row(all.substr(i, fit), wide);
    }

    [[nodiscard]] float key_gap() const { return builder_.mm(2.5); }

    void key_row(std::string_view row, float wide) {
        Builder& b = builder_;
        const float side = b.theme().target(), gap = key_gap();
        out_.push_back({side, [=, &b](Rect rect) {
                            for (const char key : row) {
                                const Rect place = rect.take_left(wide);
                                rect.take_left(gap);
                                if (key == ' ') continue;
                                const std::string id = fmt::format("key.{}", key == '<' ? "rub-out" : std::string{key});
                                const auto action = NodeAction{staff::Action{staff::Type{key}}};
                                if (key == '<')
                                    icon_button(b, id, "Rub out the last one", place, Look::secondary, action, "back");
                                else
                                    button(b, id, std::string(1, key), place, Look::secondary, action);
                            }
                        }});
    }

    void tiles(const staff::Tiles& tiles) {
        Builder& b = builder_;
        const std::size_t columns = b.theme().portrait() ? 2 : 4;
        const float width =
            std::floor((width_ - b.theme().gap() * static_cast<float>(columns - 1)) / static_cast<float>(columns));
        for (std::size_t i = 0; i < tiles.tiles.size(); i += columns) {
            std::vector<std::pair<const staff::Button*, std::string>> row;
            for (std::size_t k = i; k < std::min(i + columns, tiles.tiles.size()); ++k)
                row.emplace_back(&tiles.tiles[k], next_id("tile"));
            out_.push_back({b.mm(30), [=, &b](Rect rect) {
                                for (const auto& [tile, id] : row) {
                                    button(b, id, tile->label, rect.take_left(width), Look::secondary,
                                           staff::Action{tile->action}, tile->icon);
                                    rect.take_left(b.theme().gap());
                                }
                            }});
        }
    }

    Builder& builder_;
    float width_, gap_;
    std::string prefix_;                  ///< of every id
    std::map<std::string, int> numbers_;  ///< of each kind
    std::vector<Piece> out_;
};

Look look_of(const staff::Button& button, bool first) {
    if (button.chosen) return Look::dark;
    return first ? Look::primary : Look::secondary;
}

}  // namespace

float staff_button_width(const Builder& b, const staff::Button& button, bool first) {
    return button_width(b, button.label, look_of(button, first), !button.icon.empty() || button.chosen);
}

void staff_button(Builder& b, const std::string& id, const staff::Button& wanted, const Rect& rect, bool first) {
    button(b, id, wanted.label, rect, look_of(wanted, first), staff::Action{wanted.action},
           wanted.chosen ? "tick" : wanted.icon);
    b.newest().checked = wanted.chosen;
}

Piece told_piece(Builder& b, const staff::Sentence& told, float width) {
    staff::Page page;
    page.items.emplace_back(told);
    return Pieces{b, width, "told"}.of(page).front();
}

std::vector<Piece> pieces_of(Builder& b, const staff::Page& page, float width) { return Pieces{b, width}.of(page); }

}  // namespace talkpoint::ui
