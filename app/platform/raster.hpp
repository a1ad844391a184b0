// Drawing without a graphics card: what a card would do with ImGui's triangles, in memory. Pure.
#pragma once

#include "platform/canvas.hpp"

#include <cstdint>
#include <span>
#include <vector>

struct ImDrawVert;

namespace talkpoint::platform::raster {

/// 0x00RRGGBB, rows from the top, no gaps.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<std::uint32_t> pixels;

    Bitmap(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}
    [[nodiscard]] std::uint32_t* row(int y) {
        return pixels.data() + static_cast<std::ptrdiff_t>(y) * static_cast<std::ptrdiff_t>(width);
    }
    [[nodiscard]] const std::uint32_t* row(int y) const { return const_cast<Bitmap*>(this)->row(y); }
};

/// What is drawn over: an alpha mask, white where it is not tinted; or a picture, its colours multiplied by alpha.
struct Texture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> mask;      ///< one byte a pixel, or empty
    std::vector<std::uint32_t> picture;  ///< 0xAARRGGBB, or empty
};

/// One triangle of one colour, or of colours from corner to corner, over what is there. A pixel belongs to it where its
/// middle lies within; of two that share an edge exactly one has it. Nothing outside `clip`, which lies in `into`.
void triangle(Bitmap& into, const Area& clip, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c);
/// A texture over the rectangle between two corners, tinted by the first one's colour; the nearest texel, unfiltered.
void image(Bitmap& into, const Area& clip, const ImDrawVert& from, const ImDrawVert& to, const Texture& texture);
/// `fade` 0 to 256: so much of `next` over `previous`.
void mix(std::span<const std::uint32_t> previous, std::span<const std::uint32_t> next, int fade, std::uint32_t* into);

}  // namespace talkpoint::platform::raster
