#include "ui/screens/choices.hpp"

#include "ui/widgets.hpp"

#include <algorithm>
#include <array>

namespace talkpoint::ui {
namespace {

/// How often one has to turn until all have been seen.
std::size_t parts_in(Builder& b, const ChoiceGrid& grid, const Rect& area) {
    if (height_of(b, grid) <= area.h + 1) return 1;
    return parts_of(grid.heights, choice_gap(b), room_in_parts(b, area).h).size();
}

/// How far it is from fitting at all: a row that is higher than the room, a word that had to be broken.
float excess(const Builder& b, const ChoiceGrid& grid, const Rect& area) {
    const float room = height_of(b, grid) <= area.h + 1 ? area.h : room_in_parts(b, area).h;
    float most = grid.whole ? 0 : room;
    for (const float height : grid.heights) most = std::max(most, height - room - 1);
    return most;
}

}  // namespace

float choice_gap(const Builder& b) { return b.theme().gap() * 0.9F; }

float height_of(const Builder& b, const ChoiceGrid& grid) {
    float sum = 0;
    for (const float height : grid.heights) sum += height + choice_gap(b);
    return std::max(0.F, sum - choice_gap(b));
}

ChoiceGrid measure_grid(Builder& b, std::vector<Choice> choices, float width, std::size_t columns, Style style) {
    ChoiceGrid out;
    out.columns = columns;
    const auto count = static_cast<float>(columns);
    out.width = std::min(std::floor((width - choice_gap(b) * (count - 1)) / count), b.mm(290));
    for (std::size_t i = 0; i < choices.size(); ++i) {
        choices[i].state.style = style;
        const auto size = option_size(b, choices[i].label, out.width, choices[i].state);
        if (i % columns == 0) out.heights.push_back(size.height);
        out.heights.back() = std::max(out.heights.back(), size.height);
        out.whole = out.whole && size.whole;
    }
    out.choices = std::move(choices);
    return out;
}

ChoiceGrid fit_grid(Builder& b, const std::vector<Choice>& choices, const Rect& area, double least_mm) {
    const float gap = choice_gap(b);
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>((area.w + gap) / (b.mm(least_mm) + gap)));
    ChoiceGrid best;
    float least = 1e9F;
    // To turn is the worst; a smaller letter is worse than a second column.
    constexpr std::array styles = {Style::option, Style::body, Style::small};
    for (std::size_t smaller = 0; smaller < styles.size(); ++smaller)
        for (std::size_t columns = 1; columns <= most; ++columns) {
            auto grid = measure_grid(b, choices, area.w, columns, styles[smaller]);
            if (parts_in(b, grid, area) > 1)
                grid = measure_grid(b, choices, width_in_parts(b, area), columns, styles[smaller]);
            const float cost = static_cast<float>(parts_in(b, grid, area)) + 0.1F * static_cast<float>(columns - 1) +
                               0.35F * static_cast<float>(smaller) + 1000 * excess(b, grid, area);
            if (cost >= least) continue;
            least = cost;
            best = std::move(grid);
        }
    return best;
}

void draw_rows(Builder& b, const ChoiceGrid& grid, OptionLook look, std::size_t first, std::size_t last, float x,
               float y) {
    for (std::size_t row = first; row < last; ++row) {
        const std::size_t end = std::min((row + 1) * grid.columns, grid.choices.size());
        for (std::size_t i = row * grid.columns; i < end; ++i) {
            const float left = x + static_cast<float>(i % grid.columns) * (grid.width + choice_gap(b));
            const auto& choice = grid.choices[i];
            option_row(b, choice.id, choice.label, {left, y, grid.width, grid.heights[row]}, look, choice.state,
                       choice.action);
        }
        y += grid.heights[row] + choice_gap(b);
    }
}

void draw_grid(Builder& b, const ChoiceGrid& grid, OptionLook look, Rect area) {
    const auto [first, last] = turn_parts(b, area, grid.heights, choice_gap(b));
    draw_rows(b, grid, look, first, last, area.x, area.y);
}

namespace {

// Smaller than the least nobody makes out what it shows; larger than the most is a wall.
constexpr double least_picture_mm = 18, most_picture_mm = 130, widest_card_mm = 190;

constexpr float higher_than_all = 1e6F;

/// The grid with pictures of this size: higher than all if a word had to be broken.
PictureGrid with_pictures(Builder& b, PictureGrid grid, Style style, float side, bool beside) {
    grid.height = 0;
    for (auto& choice : grid.choices) {
        choice.state.style = style;
        choice.picture.side = side;
        choice.picture.beside = beside;
        const auto size = option_card_size(b, choice.label, grid.width, choice.state, choice.picture);
        grid.height = std::max(grid.height, size.whole ? size.height : higher_than_all);
    }
    return grid;
}

/// The picture gives way until all words have room; none that is too small to be made out.
PictureGrid largest_pictures(Builder& b, PictureGrid grid, Style style, bool beside, const Rect& area) {
    const float least = b.mm(least_picture_mm), inner = grid.width - 2 * option_card_padding(b);
    const float cell = (area.h + choice_gap(b)) / static_cast<float>(grid.rows) - choice_gap(b);
    float side = std::min({beside ? inner * 0.45F : inner, cell - 2 * option_card_padding(b), b.mm(most_picture_mm)});
    while (side >= least) {
        side = std::floor(side);
        auto tried = with_pictures(b, grid, style, side, beside);
        if (tried.height <= cell) {
            tried.worth = side;
            return tried;
        }
        if (!beside && tried.height >= higher_than_all) break;
        // Above the words, what they need is known at once; beside them a smaller picture gives them more of the line.
        side = beside ? side * 0.8F : side - std::max(1.F, tried.height - cell);
    }
    return {};
}

}  // namespace

float height_of(const Builder& b, const PictureGrid& grid) {
    return (grid.height + choice_gap(b)) * static_cast<float>(grid.rows) - choice_gap(b);
}

PictureGrid fit_pictures(Builder& b, const std::vector<Choice>& choices, const Rect& area) {
    PictureGrid best;
    const auto pictured = [&](const Choice& c) {
        return !c.picture.file.empty() && !b.pictures().broken(c.picture.file);
    };
    if (std::ranges::none_of(choices, pictured)) return best;
    float of_style = 1;  // a smaller letter only where it makes the pictures much larger
    for (const Style style : {Style::option, Style::body, Style::small}) {
        for (std::size_t columns = 1; columns <= std::min<std::size_t>(4, choices.size()); ++columns) {
            PictureGrid grid;
            grid.choices = choices;
            grid.columns = columns;
            grid.rows = (choices.size() + columns - 1) / columns;
            const auto count = static_cast<float>(columns);
            grid.width = std::min(std::floor((area.w + choice_gap(b)) / count - choice_gap(b)), b.mm(widest_card_mm));
            for (const bool beside : {false, true}) {
                auto tried = largest_pictures(b, grid, style, beside, area);
                // As large in fewer rows is better; so is a picture above its words.
                tried.worth *= of_style * (beside ? 0.75F : 1) * (1 - 0.02F * static_cast<float>(grid.rows));
                if (tried.worth > best.worth) best = std::move(tried);
            }
        }
        of_style *= 0.8F;
    }
    return best;
}

void draw_pictures(Builder& b, const PictureGrid& grid, OptionLook look, const Rect& area) {
    const std::size_t holes = grid.rows * grid.columns - grid.choices.size();
    for (std::size_t i = 0; i < grid.choices.size(); ++i) {
        const std::size_t row = i / grid.columns;
        // A last row that is not full stands in the middle.
        const float before = row + 1 == grid.rows ? static_cast<float>(holes) / 2 : 0;
        const float column = static_cast<float>(i % grid.columns) + before;
        const Rect rect{std::round(area.x + column * (grid.width + choice_gap(b))),
                        area.y + static_cast<float>(row) * (grid.height + choice_gap(b)), grid.width, grid.height};
        const auto& choice = grid.choices[i];
        option_card(b, choice.id, choice.label, rect, look, choice.state, choice.action, choice.picture);
    }
}

void draw_with_picture(Builder& b, const std::vector<Choice>& choices, OptionLook look, Rect area,
                       const std::filesystem::path& picture) {
    constexpr double least_mm = 74;
    Rect rest = area;
    if (b.theme().tight()) return draw_grid(b, fit_grid(b, choices, area, least_mm), look, area);
    if (!b.theme().portrait()) {
        const Rect art = rest.take_right(std::min(area.h, area.w * 0.4F));
        rest.take_right(b.mm(12));
        const float side = std::min(art.w, art.h);
        b.picture("picture", picture, "", art.centred(side, side));
        return draw_grid(b, fit_grid(b, choices, rest, least_mm), look, rest);
    }
    const auto grid = fit_grid(b, choices, area, least_mm);
    rest.take_top(height_of(b, grid) + b.mm(8));
    const float side = std::min({rest.w, rest.h, b.mm(190)});
    draw_grid(b, grid, look, area);
    if (side > b.mm(70)) b.picture("picture", picture, "", rest.centred(side, side));
}

}  // namespace talkpoint::ui
