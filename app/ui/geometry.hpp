// Pixels on the picture: origin top left, x right, y down.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace talkpoint::ui {

struct Size {
    int width = 0, height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

/// Layout is by cutting: take a strip off a side, go on with what is left.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    friend bool operator==(const Rect&, const Rect&) = default;

    [[nodiscard]] Rect moved(float right, float down) const { return {x + right, y + down, w, h}; }
    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] bool contains(float px, float py) const {
        return px >= x && py >= y && px < right() && py < bottom();
    }
    [[nodiscard]] bool touches(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    [[nodiscard]] Rect inset(float dx, float dy) const {
        return {x + dx, y + dy, std::max(0.F, w - 2 * dx), std::max(0.F, h - 2 * dy)};
    }
    [[nodiscard]] Rect inset(float d) const { return inset(d, d); }
    [[nodiscard]] Rect grown(float d) const { return {x - d, y - d, w + 2 * d, h + 2 * d}; }
    [[nodiscard]] Rect united(const Rect& o) const {
        if (empty()) return o;
        if (o.empty()) return *this;
        const float left = std::min(x, o.x), top = std::min(y, o.y);
        return {left, top, std::max(right(), o.right()) - left, std::max(bottom(), o.bottom()) - top};
    }
    [[nodiscard]] Rect clipped(const Rect& o) const {
        const float left = std::max(x, o.x), top = std::max(y, o.y);
        return {left, top, std::max(0.F, std::min(right(), o.right()) - left),
                std::max(0.F, std::min(bottom(), o.bottom()) - top)};
    }
    /// On whole pixels, outwards.
    [[nodiscard]] Rect rounded_out() const {
        const float left = std::floor(x), top = std::floor(y);
        return {left, top, std::ceil(right()) - left, std::ceil(bottom()) - top};
    }

    Rect take_top(float height) {
        const float cut = std::min(height, h);
        const Rect strip{x, y, w, cut};
        y += cut, h -= cut;
        return strip;
    }
    Rect take_bottom(float height) {
        const float cut = std::min(height, h);
        h -= cut;
        return {x, y + h, w, cut};
    }
    Rect take_left(float width) {
        const float cut = std::min(width, w);
        const Rect strip{x, y, cut, h};
        x += cut, w -= cut;
        return strip;
    }
    Rect take_right(float width) {
        const float cut = std::min(width, w);
        w -= cut;
        return {x + w, y, cut, h};
    }
    /// A box of this size in the middle.
    [[nodiscard]] Rect centred(float width, float height) const {
        return {x + (w - width) / 2, y + (h - height) / 2, width, height};
    }
};

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Color&, const Color&) = default;
    [[nodiscard]] constexpr Color with_alpha(std::uint8_t alpha) const { return {r, g, b, alpha}; }
};

[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex),
            255};
}

/// `amount` of b over a, 0…1.
[[nodiscard]] constexpr Color mixed(Color a, Color b, float amount) {
    const auto channel = [amount](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(static_cast<float>(from) +
                                         (static_cast<float>(to) - static_cast<float>(from)) * amount);
    };
    return {channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b), 255};
}

}  // namespace talkpoint::ui
