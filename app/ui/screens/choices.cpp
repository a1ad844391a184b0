#include "ui/screens/choices.hpp"

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
