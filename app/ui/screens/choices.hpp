// Rows to be chosen, in a grid: in as many columns and as large as leaves the fewest parts to be turned. Not for
// others.
#pragma once

#include "ui/option.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::ui {

/// A row to be chosen, in a list of its like.
struct Choice {
    std::string id, label;
    OptionState state{};
    NodeAction action{};
    OptionPicture picture{};
};

/// Choices as they stand: measured.
struct ChoiceGrid {
    std::vector<Choice> choices;
    std::size_t columns = 1;
    float width = 0;             ///< of one
    std::vector<float> heights;  ///< of the rows
    bool whole = true;           ///< no word had to be broken
};

[[nodiscard]] float choice_gap(const Builder& b);
/// The height of all rows with the gaps between them.
[[nodiscard]] float height_of(const Builder& b, const ChoiceGrid& grid);

[[nodiscard]] ChoiceGrid measure_grid(Builder& b, std::vector<Choice> choices, float width, std::size_t columns,
                                      Style style = Style::option);
/// In one column and in large letters where that fits; else in more columns (each at least `least_mm` wide), in smaller
/// letters, in parts.
[[nodiscard]] ChoiceGrid fit_grid(Builder& b, const std::vector<Choice>& choices, const Rect& area, double least_mm);

/// Those rows, one under the other from (x, y).
void draw_rows(Builder& b, const ChoiceGrid& grid, OptionLook look, std::size_t first, std::size_t last, float x,
               float y);
/// All of them, or the part that was turned to and the buttons that turn.
void draw_grid(Builder& b, const ChoiceGrid& grid, OptionLook look, Rect area);
/// The same, fitted, with a picture for company where there is room: at the end of the line, upright below.
void draw_with_picture(Builder& b, const std::vector<Choice>& choices, OptionLook look, Rect area,
                       const std::filesystem::path& picture);

/// Choices with a picture each, as cards of one size: measured.
struct PictureGrid {
    std::vector<Choice> choices;
    std::size_t columns = 1, rows = 1;
    float width = 0, height = 0;  ///< of one
    float worth = 0;              ///< how large the pictures are, less for small letters; 0: there is no room for any
};
[[nodiscard]] float height_of(const Builder& b, const PictureGrid& grid);
/// In as many columns as make the pictures largest. Everything at once and every word whole, or nothing: then they are
/// rows of words.
[[nodiscard]] PictureGrid fit_pictures(Builder& b, const std::vector<Choice>& choices, const Rect& area);
void draw_pictures(Builder& b, const PictureGrid& grid, OptionLook look, const Rect& area);

}  // namespace talkpoint::ui
