// The controls of which every screen is made.
#pragma once

#include "ui/builder.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ui {

enum class Look {
    primary,    ///< the one thing to do next
    secondary,  ///< outlined
    dark,       ///< Hide
    sun,        ///< primary on a dark ground
    quiet,      ///< underlined words
    glass,      ///< on the attract picture
    ending,     ///< outlined in red: ends something or takes it away
    even,       ///< outlined and large: one of some that are as easy to touch
    even_ending,
    key,  ///< of a keyboard on the screen
};

/// A rounded button with its label, and an icon before it. The rectangle is at least a target high; labels that are too
/// long wrap.
void button(Builder& b, std::string_view id, std::string_view label, Rect rect, Look look, NodeAction action,
            const std::string& icon = {});
/// The ground of a control under a finger: its words can still be read.
[[nodiscard]] Color pressed(const Builder& b, Color fill, Color words);
/// As wide as the label needs, at least a target.
[[nodiscard]] float button_width(const Builder& b, std::string_view label, Look look, bool with_icon = false);
/// A button of which only the icon is seen; the label is its name.
void icon_button(Builder& b, std::string_view id, std::string_view label, Rect rect, Look look, NodeAction action,
                 const std::string& icon);

/// "Question 2 of 6" with a bar under it.
void progress(Builder& b, std::string_view words, std::size_t position, std::size_t total, Rect rect);

/// Splits `heights`, laid out one under the other with `gap`, into parts that fit `room`; each part begins at the index
/// given. Never empty for a non-empty input: something taller than the room has a part of its own.
[[nodiscard]] std::vector<std::size_t> parts_of(const std::vector<float>& heights, float gap, float room);

/// The buttons that turn the parts of a screen: in a strip at the bottom of `area`, or at its end where height is
/// short; takes their room off. `part` is the part on the screen, from 0.
void part_buttons(Builder& b, Rect& area, std::size_t part, std::size_t count);
/// What they would leave of it.
[[nodiscard]] Rect room_in_parts(const Builder& b, Rect area);
/// The width to which things are to be laid out that may have to be turned in parts.
[[nodiscard]] float width_in_parts(const Builder& b, const Rect& area);

/// Splits things of these heights as parts_of() does, and knows more of them: see turn_parts().
using Split = std::function<std::vector<std::size_t>(const std::vector<float>& heights, float gap, float room)>;

/// What stands on the screen of things of these heights, one under the other: from `first` up to `last`. Where they do
/// not fit into `area` less `around`, only the part that was turned to, and the buttons that turn are drawn and taken
/// off.
struct Shown {
    std::size_t first = 0, last = 0;
};
[[nodiscard]] Shown turn_parts(Builder& b, Rect& area, const std::vector<float>& heights, float gap, float around = 0,
                               const Split& split = parts_of);

}  // namespace talkpoint::ui
