// Cards that say something and lead nowhere: help lines, safe places. Not for others than screens.
#pragma once

#include "ui/builder.hpp"

#include <string>
#include <vector>

namespace talkpoint::ui {

/// What one card says.
struct Info {
    enum class Kind {
        plain,
        alarm,  ///< an emergency
        here,   ///< the people here: without a frame
    };
    std::string id;        ///< of its nodes: `<id>.for`, `<id>.number`, `<id>.detail`
    std::string language;  ///< of its words; empty: the interface's
    std::string heading;
    std::string number;  ///< what matters most; may be empty
    Style number_style = Style::number;
    std::string detail;  ///< how it works; may be empty
    std::string brief;   ///< in place of the detail where a screen has no room for all of it
    Kind kind = Kind::plain;
};

/// The height of these cards, one under the other, in that width.
[[nodiscard]] float height_in_one_column(Builder& b, const std::vector<Info>& cards, float width);

/// In order, in the columns that leave the fewest parts to be turned; `one_column`: never beside each other.
void draw_info_cards(Builder& b, const std::vector<Info>& cards, Rect area, bool one_column = false);

}  // namespace talkpoint::ui
