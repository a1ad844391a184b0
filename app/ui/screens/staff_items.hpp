// The pieces of which pages of the staff area are made. Not for others.
#pragma once

#include "staff/page.hpp"
#include "ui/builder.hpp"

#include <functional>
#include <vector>

namespace talkpoint::ui {

/// As wide as the page, and so high; stands wherever it is drawn.
struct Piece {
    float height = 0;
    std::function<void(const Rect&)> draw;  ///< while the builder and the page live
};

/// In order, for that width. What belongs side by side is one piece.
[[nodiscard]] std::vector<Piece> pieces_of(Builder& b, const staff::Page& page, float width);

/// What has come of what was done last.
[[nodiscard]] Piece told_piece(Builder& b, const staff::Sentence& told, float width);

/// `Take away` and `staff.button.3`: a button that can be chosen says whether it is.
void staff_button(Builder& b, const std::string& id, const staff::Button& button, const Rect& rect, bool first);
[[nodiscard]] float staff_button_width(const Builder& b, const staff::Button& button, bool first);

}  // namespace talkpoint::ui
