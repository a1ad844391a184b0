// Keys on the screen: a pad of digits in the middle, letters in rows. As large as there is room for.
#include "ui/screens/staff_items.hpp"
#include "ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace talkpoint::ui {
namespace {

constexpr char rub_out = '<', no_key = ' ';

float key_gap(const Builder& b) { return b.mm(2.5); }

/// The rows, and how large each key is.
struct Board {
    std::vector<std::string> rows;
    float wide = 0, high = 0;

    [[nodiscard]] float width(const Builder& b) const {
        std::size_t most = 1;
        for (const auto& row : rows) most = std::max(most, row.size());
        return static_cast<float>(most) * (wide + key_gap(b)) - key_gap(b);
    }
};

void draw_row(Builder& b, const std::string& row, Rect rect, float wide) {
    for (const char key : row) {
        const Rect place = rect.take_left(wide);
        rect.take_left(key_gap(b));
        if (key == no_key) continue;
        const std::string id = fmt::format("key.{}", key == rub_out ? "rub-out" : std::string{key});
        const auto action = NodeAction{staff::Action{staff::Type{key}}};
        if (key == rub_out)
            icon_button(b, id, "Rub out the last one", place, Look::key, action, "back");
        else
            button(b, id, std::string(1, key), place, Look::key, action);
    }
}

/// What is asked for, and what has been typed, which has its place from the beginning.
class Typed {
  public:
    Typed(Pieces& pieces, const staff::Keys& keys, float width)
        : b_(pieces.builder()),
          id_(pieces.next_id("typed")),
          secret_(keys.secret),
          large_(keys.kind == staff::Keys::Kind::digits),
          label_(b_.lay(keys.label, large_ && !b_.theme().tight() ? Style::subheading : Style::strong, width)),
          typed_(b_.lay(keys.typed.empty() ? " " : keys.typed,
                        large_ && !b_.theme().tight() ? Style::display : Style::heading, width)) {}

    [[nodiscard]] float height() const { return std::ceil(label_.height() + b_.mm(2) + typed_.height()); }
    [[nodiscard]] float width() const { return std::max(label_.width(), typed_.width()); }
    void draw(const Rect& rect, bool centred) const {
        const auto x = [&](const Laid& laid) { return rect.x + (centred ? (rect.w - laid.width()) / 2 : 0); };
        b_.text(id_ + ".label", Role::text, label_, x(label_), rect.y, b_.palette().ink);
        if (typed_.text == " ") return;
        b_.text(id_, Role::text, typed_, x(typed_), rect.y + label_.height() + b_.mm(2), b_.palette().ink);
        if (secret_) b_.newest().live = true;
    }

  private:
    Builder& b_;
    std::string id_;
    bool secret_, large_;
    Laid label_, typed_;
};

/// What has been typed stands above the keys, a piece, and each row is one.
void add_in_rows(Pieces& pieces, const Typed& typed, const Board& board, bool centred) {
    Builder& b = pieces.builder();
    const auto begin = pieces.count();
    const float width = board.width(b);
    Piece head{typed.height(),
               [=](const Rect& rect) { typed.draw(centred ? rect : rect.centred(width, rect.h), centred); }, begin};
    head.again = true;
    pieces.add(std::move(head));
    for (const auto& row : board.rows)
        pieces.add({board.high,
                    [=, &b](const Rect& rect) { draw_row(b, row, rect.centred(width, board.high), board.wide); },
                    begin});
}

void add_digits(Pieces& pieces, const staff::Keys& keys) {
    Builder& b = pieces.builder();
    const Typed typed{pieces, keys, pieces.room().width};
    Board board{{"123", "456", "789", " 0<"}};
    const auto rows = static_cast<float>(board.rows.size());
    const float least = b.theme().target(), most = b.mm(b.theme().portrait() ? 42 : 34), gap = piece_gap(b);
    const float left = pieces.height_left(typed.height() + rows * (gap + least));
    const float above = std::floor((left - typed.height()) / rows - gap);
    const auto shape = [&](float high) {
        board.high = std::clamp(high, least, most);
        board.wide = std::floor(board.high * 1.5F);
    };
    const float beside = std::floor((left - (rows - 1) * key_gap(b)) / rows);
    if (above >= least || beside < least) {
        shape(above);
        return add_in_rows(pieces, typed, board, true);
    }
    // Where height is short, what is typed stands beside the pad.
    shape(beside);
    const float pad = board.width(b), between = 2 * b.theme().gap();
    const Typed narrow{pieces, keys, pieces.room().width - pad - between};
    pieces.add(rows * (board.high + key_gap(b)) - key_gap(b), [=, &b](const Rect& rect) {
        Rect both = rect.centred(std::min(rect.w, narrow.width() + between + pad), rect.h);
        narrow.draw(both.take_left(narrow.width()).centred(narrow.width(), narrow.height()), false);
        both.take_left(between);
        for (const auto& row : board.rows) {
            draw_row(b, row, both.take_top(board.high), board.wide);
            both.take_top(key_gap(b));
        }
    });
}

/// Letters and digits as people look for them; where a row of ten does not fit, as many to each as do.
std::vector<std::string> rows_of(staff::Keys::Kind kind, std::size_t fit) {
    const bool letters = kind == staff::Keys::Kind::letters;
    const std::vector<std::string> whole =
        letters ? std::vector<std::string>{"abcdefghi", "jklmnopqr", "stuvwxyz<"}
                : std::vector<std::string>{"1234567890", "abcdefghij", "klmnopqrst", "uvwxyz-<"};
    if (whole.front().size() <= fit) return whole;
    std::string all;
    for (const auto& row : whole) all += row;
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < all.size(); i += fit) rows.push_back(all.substr(i, fit));
    return rows;
}

void add_letters(Pieces& pieces, const staff::Keys& keys) {
    Builder& b = pieces.builder();
    const float width = pieces.room().width, least = b.theme().target(), gap = key_gap(b);
    const auto fit = std::max(1UL, static_cast<std::size_t>((width + gap) / (least + gap)));
    Board board{rows_of(keys.kind, fit)};
    const auto columns = static_cast<float>(board.rows.front().size()), rows = static_cast<float>(board.rows.size());
    board.wide = std::floor(std::min(b.mm(40), (width + gap) / columns - gap));
    const Typed typed{pieces, keys, board.width(b)};
    const float left = pieces.height_left(typed.height() + rows * (piece_gap(b) + least));
    board.high = std::clamp(std::floor((left - typed.height()) / rows - piece_gap(b)), least, b.mm(30));
    add_in_rows(pieces, typed, board, false);
}

}  // namespace

void add_keys(Pieces& pieces, const staff::Keys& keys) {
    if (keys.kind == staff::Keys::Kind::digits)
        add_digits(pieces, keys);
    else
        add_letters(pieces, keys);
}

}  // namespace talkpoint::ui
