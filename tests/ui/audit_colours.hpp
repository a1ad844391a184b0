// What colour is there? Asked of a display list, point by point, without drawing it.
#pragma once

#include "ui/display_list.hpp"
#include "ui/stage.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace talkpoint::tests {

/// Relative luminance of WCAG 2.2.
inline double luminance(ui::Color color) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

/// Contrast ratio of WCAG 2.2, 1 to 21.
inline double contrast(ui::Color a, ui::Color b) {
    const double light = std::max(luminance(a), luminance(b)), dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

inline bool in_rounded(const ui::Rect& rect, float radius, float x, float y) {
    if (!rect.contains(x, y)) return false;
    const float r = std::clamp(radius, 0.F, std::min(rect.w, rect.h) / 2);
    const float dx = std::max({rect.x + r - x, x - (rect.right() - r), 0.F});
    const float dy = std::max({rect.y + r - y, y - (rect.bottom() - r), 0.F});
    return dx * dx + dy * dy <= r * r;
}

/// Does the shape cover the point? Letters never do: they are asked about, not asked for.
inline bool covers(const ui::Stroke& s, float x, float y) {
    using Kind = ui::Stroke::Kind;
    switch (s.kind) {
        case Kind::fill:
            return in_rounded(s.rect, s.radius, x, y);
        case Kind::outline:
            return in_rounded(s.rect, s.radius, x, y) &&
                   !in_rounded(s.rect.inset(s.thickness), std::max(0.F, s.radius - s.thickness), x, y);
        case Kind::disc:
            return in_rounded(s.rect, s.radius, x, y);
        case Kind::image:
            return s.texture == FakePictures::a_picture && s.rect.contains(x, y);
        case Kind::wave:
            return y >= s.rect.y && y < s.rect.bottom() && s.rect.contains(x, y);
        case Kind::text:
            return false;
    }
    return false;
}

/// The colour at a point after the first `end` strokes; nothing where a picture is, which may have any.
inline std::optional<ui::Color> colour_at(const ui::DisplayList& list, std::size_t end, float x, float y) {
    std::optional<ui::Color> colour = ui::rgb(0);
    for (std::size_t i = 0; i < end; ++i) {
        const auto& s = list.strokes()[i];
        if (!covers(s, x, y)) continue;
        if (s.kind == ui::Stroke::Kind::image)
            colour.reset();
        else if (s.color.a == 255)
            colour = s.color;
        else if (colour)
            colour = ui::mixed(*colour, s.color, static_cast<float>(s.color.a) / 255);
    }
    return colour;
}

inline std::optional<ui::Color> colour_at(const ui::DisplayList& list, float x, float y) {
    return colour_at(list, list.strokes().size(), x, y);
}

}  // namespace talkpoint::tests
