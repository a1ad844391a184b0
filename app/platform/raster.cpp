#include "platform/raster.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace talkpoint::platform::raster {
namespace {

/// a * b / 255, rounded.
constexpr unsigned part(unsigned a, unsigned b) {
    const unsigned product = a * b + 128;
    return (product + (product >> 8)) >> 8;
}

/// All four bytes of a pixel times `share` / 255.
constexpr std::uint32_t dimmed(std::uint32_t pixel, unsigned share) {
    std::uint32_t even = (pixel & 0x00FF00FFU) * share + 0x00800080U,
                  odd = (pixel >> 8 & 0x00FF00FFU) * share + 0x00800080U;
    even = (even + (even >> 8 & 0x00FF00FFU)) >> 8 & 0x00FF00FFU;
    odd = (odd + (odd >> 8 & 0x00FF00FFU)) & 0xFF00FF00U;
    return even | odd;
}

/// `pixel` is multiplied by its alpha already.
constexpr std::uint32_t over(std::uint32_t pixel, std::uint32_t below) {
    const unsigned alpha = pixel >> 24;
    return (alpha == 255 ? pixel : pixel + dimmed(below, 255 - alpha)) & 0x00FFFFFFU;
}

struct Color {
    float r, g, b, a;
};

Color color_of(ImU32 packed) {
    const auto byte = [packed](int shift) { return static_cast<float>(packed >> shift & 0xFFU); };
    return {byte(IM_COL32_R_SHIFT), byte(IM_COL32_G_SHIFT), byte(IM_COL32_B_SHIFT), byte(IM_COL32_A_SHIFT)};
}

/// 0xAARRGGBB, multiplied by its alpha.
std::uint32_t premultiplied(unsigned r, unsigned g, unsigned b, unsigned a) {
    return a << 24 | part(r, a) << 16 | part(g, a) << 8 | part(b, a);
}

std::uint32_t premultiplied(ImU32 packed) {
    return premultiplied(packed >> IM_COL32_R_SHIFT & 0xFFU, packed >> IM_COL32_G_SHIFT & 0xFFU,
                         packed >> IM_COL32_B_SHIFT & 0xFFU, packed >> IM_COL32_A_SHIFT & 0xFFU);
}

void fill_row(std::uint32_t* row, int from, int to, std::uint32_t color) {
    if (color >> 24 == 255) {
        std::fill(row + from, row + to, color & 0x00FFFFFFU);
        return;
    }
    for (int x = from; x < to; ++x) row[x] = over(color, row[x]);
}

/// Where an edge crosses a row; the same for both triangles that share it, whichever way round they name it.
float crossing(ImVec2 a, ImVec2 b, float y) {
    if (a.y > b.y) std::swap(a, b);
    return a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
}

/// The first whole pixel whose middle is not before `edge`.
int first_from(float edge) { return static_cast<int>(std::ceil(edge - 0.5F)); }

/// A colour that changes evenly over a triangle.
class Gradient {
  public:
    Gradient(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) : origin_(a.pos), at_(color_of(a.col)) {
        const float ux = b.pos.x - a.pos.x, uy = b.pos.y - a.pos.y, vx = c.pos.x - a.pos.x, vy = c.pos.y - a.pos.y;
        const float area = ux * vy - uy * vx;
        const Color p = color_of(b.col), q = color_of(c.col);
        const auto along = [&](float Color::* channel, float& right, float& down) {
            const float u = p.*channel - at_.*channel, v = q.*channel - at_.*channel;
            right = area == 0 ? 0 : (u * vy - v * uy) / area;
            down = area == 0 ? 0 : (v * ux - u * vx) / area;
        };
        along(&Color::r, right_.r, down_.r);
        along(&Color::g, right_.g, down_.g);
        along(&Color::b, right_.b, down_.b);
        along(&Color::a, right_.a, down_.a);
    }
    /// In the middle of that pixel.
    [[nodiscard]] std::uint32_t at(int x, int y) const {
        const float dx = static_cast<float>(x) + 0.5F - origin_.x, dy = static_cast<float>(y) + 0.5F - origin_.y;
        const auto channel = [&](float Color::* c) {
            return static_cast<unsigned>(std::clamp(at_.*c + right_.*c * dx + down_.*c * dy, 0.F, 255.F) + 0.5F);
        };
        return premultiplied(channel(&Color::r), channel(&Color::g), channel(&Color::b), channel(&Color::a));
    }

  private:
    ImVec2 origin_;
    Color at_, right_{}, down_{};
};

}  // namespace

void triangle(Bitmap& into, const Area& clip, const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c) {
    const bool plain = a.col == b.col && b.col == c.col;
    const std::uint32_t color = premultiplied(a.col);
    if (plain && color == 0) return;
    const float top = std::min({a.pos.y, b.pos.y, c.pos.y}), bottom = std::max({a.pos.y, b.pos.y, c.pos.y});
    const int first = std::max(clip.y, first_from(top)), end = std::min(clip.y + clip.height, first_from(bottom));
    const Gradient gradient{a, b, c};
    for (int y = first; y < end; ++y) {
        const float middle = static_cast<float>(y) + 0.5F;
        float left = 0, right = 0;
        bool any = false;
        for (const auto& [p, q] : {std::pair{a.pos, b.pos}, {b.pos, c.pos}, {c.pos, a.pos}}) {
            if ((p.y <= middle) == (q.y <= middle)) continue;
            const float x = crossing(p, q, middle);
            left = any ? std::min(left, x) : x;
            right = any ? std::max(right, x) : x;
            any = true;
        }
        if (!any) continue;
        const int from = std::max(clip.x, first_from(left)), to = std::min(clip.x + clip.width, first_from(right));
        std::uint32_t* row = into.row(y);
        if (plain)
            fill_row(row, from, std::max(from, to), color);
        else
            for (int x = from; x < to; ++x) row[x] = over(gradient.at(x, y), row[x]);
    }
}

void image(Bitmap& into, const Area& clip, const ImDrawVert& from, const ImDrawVert& to, const Texture& texture) {
    const float wide = to.pos.x - from.pos.x, high = to.pos.y - from.pos.y;
    const int left = std::max(clip.x, first_from(from.pos.x)), top = std::max(clip.y, first_from(from.pos.y));
    const int right = std::min(clip.x + clip.width, first_from(to.pos.x)),
              bottom = std::min(clip.y + clip.height, first_from(to.pos.y));
    if (left >= right || top >= bottom) return;
    const auto texel = [](int pixel, float start, float span, float uv_start, float uv_end, int texels) {
        const float t = (static_cast<float>(pixel) + 0.5F - start) / span;
        return std::clamp(
            static_cast<int>(std::floor((uv_start + (uv_end - uv_start) * t) * static_cast<float>(texels))), 0,
            texels - 1);
    };
    std::vector<int> columns;
    for (int x = left; x < right; ++x) columns.push_back(texel(x, from.pos.x, wide, from.uv.x, to.uv.x, texture.width));
    const std::uint32_t tint = premultiplied(from.col);
    const bool untinted = from.col == IM_COL32_WHITE;
    for (int y = top; y < bottom; ++y) {
        std::uint32_t* row = into.row(y);
        const auto line = static_cast<std::size_t>(texel(y, from.pos.y, high, from.uv.y, to.uv.y, texture.height)) *
                          static_cast<std::size_t>(texture.width);
        for (int x = left; x < right; ++x) {
            const auto at = line + static_cast<std::size_t>(columns[static_cast<std::size_t>(x - left)]);
            if (!texture.mask.empty()) {
                if (const unsigned alpha = texture.mask[at]; alpha != 0)
                    row[x] = over(alpha == 255 ? tint : dimmed(tint, alpha), row[x]);
            } else if (const std::uint32_t pixel = texture.picture[at]; pixel != 0) {
                if (untinted) {
                    row[x] = over(pixel, row[x]);
                    continue;
                }
                const unsigned alpha = pixel >> 24;
                row[x] = over(part(alpha, tint >> 24) << 24 | part(pixel >> 16 & 0xFFU, tint >> 16 & 0xFFU) << 16 |
                                  part(pixel >> 8 & 0xFFU, tint >> 8 & 0xFFU) << 8 | part(pixel & 0xFFU, tint & 0xFFU),
                              row[x]);
            }
        }
    }
}

void mix(std::span<const std::uint32_t> previous, std::span<const std::uint32_t> next, int fade, std::uint32_t* into) {
    // Bytes, so that the compiler takes many at once.
    const auto* a = reinterpret_cast<const std::uint8_t*>(previous.data());
    const auto* b = reinterpret_cast<const std::uint8_t*>(next.data());
    auto* out = reinterpret_cast<std::uint8_t*>(into);
    const auto of_b = static_cast<std::uint16_t>(fade), of_a = static_cast<std::uint16_t>(256 - fade);
    for (std::size_t i = 0; i < next.size_bytes(); ++i)
        out[i] = static_cast<std::uint8_t>((a[i] * of_a + b[i] * of_b + 128) >> 8);
}

}  // namespace talkpoint::platform::raster
