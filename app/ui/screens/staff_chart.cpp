// Bars, and beside them the same as a table: in one row each where the page is wide, else one under the other.
#include "ui/screens/staff_items.hpp"
#include "ui/widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace talkpoint::ui {
namespace {

constexpr std::array heads{"Answer", "How many", "Share", "Likely range"};
constexpr std::array axis{"0", "50 %", "100 %"};
const char* const right_answer = "Right answer";

/// Between bar and ground as to light, so that what is drawn over both is seen on both.
Color bar_color(const Builder& b) { return mixed(b.palette().teal, b.palette().surface, 0.3F); }
float thickness(const Builder& b) { return b.mm(7); }

void stripes(Builder& b, const Rect& rect, float wide, float apart, Color color) {
    for (float x = rect.x; x + wide <= rect.right(); x += apart) b.display().fill({x, rect.y, wide, rect.h}, color);
}

/// Nothing is drawn for none; a small number, nearly everybody and what is not told have stripes, each its own.
void draw_bar(Builder& b, const staff::Bar& bar, const Rect& track) {
    const Palette& p = b.palette();
    auto& display = b.display();
    const float line = b.mm(0.4);
    const auto at = [&](double share) { return std::round(track.x + track.w * static_cast<float>(share)); };
    const auto up_to = [&](double share) { return Rect{track.x, track.y, at(share) - track.x, track.h}; };
    display.fill(track, p.surface);
    for (const double share : {0.0, 0.5, 1.0})
        display.fill({at(share) - line / 2, track.y - b.mm(2), line, track.h + b.mm(4)}, p.ink);
    switch (bar.told) {
        case staff::Bar::Told::nothing:
            stripes(b, track, b.mm(0.5), b.mm(5), p.teal);
            break;
        case staff::Bar::Told::few:
            stripes(b, up_to(std::max(bar.high, 0.06)), b.mm(1.2), b.mm(2.4), p.teal);
            break;
        case staff::Bar::Told::most:
            display.fill(track, bar_color(b));
            stripes(b, track, b.mm(1.2), b.mm(4.8), p.ink);
            break;
        case staff::Bar::Told::share:
            if (at(bar.share) > track.x) display.fill(up_to(bar.share), bar_color(b));
            break;
    }
    display.outline(track, p.teal, line);
    if (bar.told != staff::Bar::Told::share) return;
    const float wide = b.mm(1.2), middle = track.y + (track.h - wide) / 2;
    display.fill({at(bar.low), middle, at(bar.high) - at(bar.low), wide}, p.ink);
    for (const double end : {bar.low, bar.high})
        display.fill(
            {std::clamp(at(end) - wide / 2, track.x, track.right() - wide), track.y + b.mm(1), wide, track.h - b.mm(2)},
            p.ink);
}

std::string in_words(const staff::Bar& bar) {
    if (bar.told != staff::Bar::Told::share) return bar.count;
    return fmt::format("{}: {}, likely {}", bar.count, bar.percent, bar.range);
}

/// The picture as the tree has it: whose, and what it shows.
void picture(Builder& b, const std::string& id, const staff::Bar& bar, const Rect& track) {
    draw_bar(b, bar, track);
    Node node;
    node.id = id;
    node.role = Role::image;
    node.name = bar.label + (bar.right ? std::string{" ("} + right_answer + ")" : "");
    node.value = in_words(bar);
    node.rect = track;
    b.control(std::move(node));
}

/// What is right has a tick, and the words.
struct Label {
    Label(const Builder& b, const staff::Bar& bar, float width)
        : words(b.lay(bar.label, Style::small, width)), right(bar.right) {
        if (right) verdict = b.lay(right_answer, Style::strong, width - icon(b) - b.mm(2));
    }
    [[nodiscard]] float height() const { return words.height() + (right ? verdict.height() : 0); }
    void draw(Builder& b, const std::string& id, float x, float y) const {
        b.text(id + ".label", Role::text, words, x, y, b.palette().ink);
        if (!right) return;
        y += words.height();
        b.icon("tick", x, y + (verdict.height() - icon(b)) / 2, icon(b), b.palette().ink);
        b.text(id + ".right", Role::text, verdict, x + icon(b) + b.mm(2), y, b.palette().ink);
    }
    static float icon(const Builder& b) { return b.mm(6); }

    Laid words, verdict{};
    bool right;
};

/// The question, and at its end how many answered: apart from what stands before it.
class Title {
  public:
    Title(Pieces& pieces, const std::string& words, const std::string& note)
        : above_(pieces.count() == 0 ? 0 : pieces.builder().mm(4)) {
        const Builder& b = pieces.builder();
        const float width = pieces.room().width;
        note_ = b.lay(note, Style::small, note.empty() ? 0 : std::floor(width * 0.4F));
        const float beside = note.empty() ? 0 : note_.width() + b.mm(6);
        words_ = b.lay(words, Style::strong, width - beside);
    }
    [[nodiscard]] float height() const { return above_ + std::max(words_.height(), note_.height()); }
    void draw(Builder& b, const std::string& id, const Rect& rect) const {
        if (!words_.text.empty()) b.text(id, Role::heading, words_, rect.x, rect.y + above_, b.palette().ink);
        if (!note_.text.empty())
            b.text(id + ".note", Role::text, note_, rect.right() - note_.width(), rect.y + above_, b.palette().ink);
    }

  private:
    float above_;
    Laid words_, note_;
};

/// Where the columns of a table stand: words from the left, numbers up to the right.
struct Columns {
    std::vector<float> left, width;

    /// The first column takes that share, the others what is left, to equal parts.
    static Columns of(float whole, std::size_t count, float first) {
        Columns out{{0}, {std::floor(whole * (count > 1 ? first : 1))}};
        const float other = count > 1 ? std::floor((whole - out.width[0]) / static_cast<float>(count - 1)) : 0;
        while (out.left.size() < count) {
            out.left.push_back(out.left.back() + out.width.back());
            out.width.push_back(other);
        }
        return out;
    }
};

/// Cells of one row, laid out.
class Row {
  public:
    Row(const Builder& b, const std::vector<std::string>& cells, const Columns& columns, Style style)
        : columns_(columns) {
        for (std::size_t i = 0; i < cells.size() && i < columns.left.size(); ++i) {
            laid_.push_back(b.lay(cells[i].empty() ? "–" : cells[i], style, columns.width[i] - b.mm(3)));
            height_ = std::max(height_, laid_.back().height());
        }
    }
    [[nodiscard]] float height() const { return height_; }
    void draw(Builder& b, const std::string& id, float x, float y, std::size_t from = 0) const {
        for (std::size_t i = from; i < laid_.size(); ++i) {
            const float end = columns_.left[i] + columns_.width[i] - laid_[i].width();
            b.text(fmt::format("{}.{}", id, i + 1), Role::text, laid_[i], x + (i == 0 ? columns_.left[i] : end), y,
                   b.palette().ink);
        }
    }

  private:
    Columns columns_;
    std::vector<Laid> laid_;
    float height_ = 0;
};

void rule(Builder& b, const Rect& rect) { b.display().fill({rect.x, rect.bottom() - 1, rect.w, 1}, b.palette().line); }

/// The labels of the axis, over a bar's place.
void draw_axis(Builder& b, const std::array<Laid, axis.size()>& laid, const std::string& id, float x, float width,
               float y) {
    for (std::size_t i = 0; i < laid.size(); ++i) {
        const float at = x + width * static_cast<float>(i) / (axis.size() - 1);
        b.text(fmt::format("{}.axis.{}", id, i + 1), Role::text, laid[i], at - laid[i].width() / 2, y, b.palette().ink);
    }
}

std::array<Laid, axis.size()> lay_axis(const Builder& b) {
    std::array<Laid, axis.size()> laid;
    for (std::size_t i = 0; i < axis.size(); ++i) laid[i] = b.lay(axis[i], Style::small, 0);
    return laid;
}

std::vector<std::string> cells_of(const staff::Bar& bar) { return {bar.label, bar.count, bar.percent, bar.range}; }

void add_legend(Pieces& pieces, const staff::Chart& chart, std::size_t begin) {
    if (chart.legend.empty()) return;
    Builder& b = pieces.builder();
    const Laid words = b.lay(chart.legend, Style::small, pieces.room().width);
    const auto id = pieces.next_id("legend");
    pieces.add({words.height(),
                [=, &b](const Rect& rect) { b.text(id, Role::text, words, rect.x, rect.y, b.palette().ink); }, begin});
}

/// Each answer: what it says, its bar, and its numbers.
void add_wide(Pieces& pieces, const staff::Chart& chart) {
    Builder& b = pieces.builder();
    const float width = pieces.room().width;
    const float bar_x = std::floor(width * 0.34F), bar_w = std::floor(width * 0.30F);
    const float table_x = bar_x + bar_w + b.mm(14);
    auto columns = Columns::of(width - table_x, heads.size() - 1, 0.34F);
    columns.width[1] = std::floor((width - table_x) * 0.24F);
    columns.left[2] = columns.left[1] + columns.width[1];
    columns.width[2] = width - table_x - columns.left[2];
    // The first column is the label's.
    columns.left.insert(columns.left.begin(), -table_x);
    columns.width.insert(columns.width.begin(), bar_x);

    const auto begin = pieces.count();
    const auto id = pieces.next_id("chart");
    const Title title{pieces, chart.title, chart.note};
    const Row head{b, {heads.begin(), heads.end()}, columns, Style::strong};
    const auto labels = lay_axis(b);
    const float titles = title.height() + b.mm(2);
    Piece top{std::ceil(titles + head.height() + b.mm(1)),
              [=, &b](const Rect& rect) {
                  title.draw(b, id, rect);
                  head.draw(b, id + ".head", rect.x + table_x, rect.y + titles);
                  draw_axis(b, labels, id, rect.x + bar_x, bar_w, rect.y + titles + head.height() - labels[0].height());
              },
              begin};
    top.again = true;
    pieces.add(std::move(top));
    for (const auto& bar : chart.bars) {
        const Label label{b, bar, bar_x - b.mm(6)};
        const Row cells{b, cells_of(bar), columns, Style::small};
        const auto row = pieces.next_id("bar");
        const float height = std::ceil(std::max({label.height(), cells.height(), thickness(b)}));
        pieces.add({height,
                    [=, &b, &bar](const Rect& rect) {
                        label.draw(b, row, rect.x, rect.y + (height - label.height()) / 2);
                        picture(b, row, bar,
                                {rect.x + bar_x, rect.y + (height - thickness(b)) / 2, bar_w, thickness(b)});
                        cells.draw(b, row + ".cell", rect.x + table_x, rect.y + (height - cells.height()) / 2, 1);
                    },
                    begin});
    }
    add_legend(pieces, chart, begin);
}

/// The bars with their words above them; then the table.
void add_narrow(Pieces& pieces, const staff::Chart& chart) {
    Builder& b = pieces.builder();
    const float width = pieces.room().width, inset = b.mm(9);
    const auto begin = pieces.count();
    const auto id = pieces.next_id("chart");
    const Title title{pieces, chart.title, chart.note};
    const auto labels = lay_axis(b);
    const float titles = title.height() + b.mm(2);
    Piece top{std::ceil(titles + labels[0].height()),
              [=, &b](const Rect& rect) {
                  title.draw(b, id, rect);
                  draw_axis(b, labels, id, rect.x + inset, rect.w - 2 * inset, rect.y + titles);
              },
              begin};
    top.again = true;
    pieces.add(std::move(top));
    staff::Table table{chart.title, {heads.begin(), heads.end()}, {}};
    for (const auto& bar : chart.bars) {
        const auto row = pieces.next_id("bar");
        const auto said = bar.told == staff::Bar::Told::share ? bar.count + ", " + bar.percent : bar.count;
        const Laid words = b.lay(said, Style::small, 0);
        const Label label{b, bar, width - 2 * inset - words.width() - b.mm(4)};
        const float high = std::max(label.height(), words.height()) + b.mm(2.5);
        pieces.add({std::ceil(high + thickness(b) + b.mm(2)),
                    [=, &b, &bar](const Rect& rect) {
                        const float x = rect.x + inset, end = rect.right() - inset;
                        label.draw(b, row, x, rect.y);
                        b.text(row + ".said", Role::text, words, end - words.width(), rect.y, b.palette().ink);
                        picture(b, row, bar, {x, rect.y + high, end - x, thickness(b)});
                    },
                    begin});
        table.rows.push_back(cells_of(bar));
        if (bar.right) table.rows.back().front() += fmt::format(" ({})", right_answer);
    }
    add_legend(pieces, chart, begin);
    add_table(pieces, table);
}

}  // namespace

void add_chart(Pieces& pieces, const staff::Chart& chart) {
    const auto& theme = pieces.builder().theme();
    if (theme.portrait() || theme.tight())
        add_narrow(pieces, chart);
    else
        add_wide(pieces, chart);
}

void add_table(Pieces& pieces, const staff::Table& table) {
    Builder& b = pieces.builder();
    const float width = pieces.room().width;
    const auto columns = Columns::of(width, table.head.size(), 0.40F);
    const auto begin = pieces.count();
    const auto id = pieces.next_id("table");
    const Title title{pieces, table.title, {}};
    const Row head{b, table.head, columns, Style::strong};
    const float titles = title.height() + b.mm(2);
    Piece top{std::ceil(titles + head.height() + b.mm(2)),
              [=, &b](const Rect& rect) {
                  title.draw(b, id, rect);
                  head.draw(b, id + ".head", rect.x, rect.y + titles);
                  rule(b, rect);
              },
              begin};
    top.again = true;
    pieces.add(std::move(top));
    for (const auto& cells : table.rows) {
        const Row row{b, cells, columns, Style::small};
        const auto name = pieces.next_id("row");
        pieces.add({std::ceil(row.height() + b.mm(3)),
                    [=, &b](const Rect& rect) {
                        row.draw(b, name, rect.x, rect.y);
                        rule(b, rect);
                    },
                    begin});
    }
}

}  // namespace talkpoint::ui
