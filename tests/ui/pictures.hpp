// Small grey pictures of texts: rendered, kept as PNG, compared loosely.
#pragma once

#include "ui/stage.hpp"
#include "ui/text.hpp"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::tests {

/// Ink: 0 none, 1 all.
struct Picture {
    int width = 0, height = 0;
    std::vector<float> ink;
    /// Nothing outside.
    [[nodiscard]] float at(int x, int y) const {
        if (x < 0 || y < 0 || x >= width || y >= height) return 0;
        return ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
    float& pixel(int x, int y) {
        return ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

inline Picture blank(int width, int height) {
    return {width, height, std::vector<float>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
}

/// A text in a box of `width` with some room around it, as it stands on a page in this language.
inline Picture picture_of(const pack::RichText& text, const ui::TextStyle& style, float width,
                          std::string_view language) {
    constexpr float around = 12;
    FakeTextures textures;
    ui::TextEngine engine{textures};
    const auto block = engine.lay(text, style, width, language);
    const float x = ui::is_right_to_left(language) ? width - block->left - block->width : block->left;
    const auto [texture, ink] = engine.drawable(*block, around + x, around);
    Picture out = blank(static_cast<int>(width + 2 * around), static_cast<int>(std::ceil(block->height + 2 * around)));
    const auto row = static_cast<std::size_t>(textures.last_size.width);
    for (int y = 0; texture && y < textures.last_size.height; ++y)
        for (int column = 0; column < textures.last_size.width; ++column) {
            const int px = static_cast<int>(ink.x) + column, py = static_cast<int>(ink.y) + y;
            if (px < 0 || py < 0 || px >= out.width || py >= out.height) continue;
            const auto i = static_cast<std::size_t>(y) * row + static_cast<std::size_t>(column);
            out.pixel(px, py) = static_cast<float>(textures.last_alpha[i]) / 255;
        }
    return out;
}

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// Black ink on white.
inline bool write_png(const Picture& picture, const std::filesystem::path& file) {
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_A8, picture.width, picture.height)};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            cairo_image_surface_get_data(surface.get())[y * cairo_image_surface_get_stride(surface.get()) + x] =
                static_cast<std::uint8_t>(255 - std::lround(picture.at(x, y) * 255));
    cairo_surface_mark_dirty(surface.get());
    return cairo_surface_write_to_png(surface.get(), file.c_str()) == CAIRO_STATUS_SUCCESS;
}

inline std::optional<Picture> read_png(const std::filesystem::path& file) {
    const Surface surface{cairo_image_surface_create_from_png(file.c_str())};
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return {};
    Picture out = blank(cairo_image_surface_get_width(surface.get()), cairo_image_surface_get_height(surface.get()));
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)  // grey comes back as 32 bits, all channels alike
            out.pixel(x, y) =
                1 - static_cast<float>(cairo_image_surface_get_data(surface.get())[y * stride + x * 4]) / 255;
    return out;
}

inline Picture scaled_to(const Picture& from, int width, int height) {
    Picture out = blank(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const float fx =
                (static_cast<float>(x) + 0.5F) * static_cast<float>(from.width) / static_cast<float>(width) - 0.5F;
            const float fy =
                (static_cast<float>(y) + 0.5F) * static_cast<float>(from.height) / static_cast<float>(height) - 0.5F;
            const int x0 = static_cast<int>(std::floor(fx)), y0 = static_cast<int>(std::floor(fy));
            const float dx = fx - static_cast<float>(x0), dy = fy - static_cast<float>(y0);
            out.pixel(x, y) = (from.at(x0, y0) * (1 - dx) + from.at(x0 + 1, y0) * dx) * (1 - dy) +
                              (from.at(x0, y0 + 1) * (1 - dx) + from.at(x0 + 1, y0 + 1) * dx) * dy;
        }
    return out;
}

inline Picture blurred(const Picture& from, int reach) {
    Picture across = blank(from.width, from.height), out = across;
    const auto share = 1 / static_cast<float>(2 * reach + 1);
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x)
            for (int d = -reach; d <= reach; ++d) across.pixel(x, y) += from.at(x + d, y) * share;
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x)
            for (int d = -reach; d <= reach; ++d) out.pixel(x, y) += across.at(x, y + d) * share;
    return out;
}

/// How unlike the most unlike place of two pictures is, whatever else is alike: 0 the same, 1 nothing in common.
/// Places are as large as a letter; each may have moved by a few pixels, as another version of a font moves it.
/// `letter_px` is the height of a capital.
inline float unlikeness(const Picture& first, const Picture& second, int letter_px) {
    constexpr float other_size = 0.06F, good = 0.05F;
    const auto far = [](int a, int b) {
        return static_cast<float>(std::abs(a - b)) > other_size * static_cast<float>(std::max(a, b)) + 2;
    };
    if (far(first.width, second.width) || far(first.height, second.height)) return 1;
    const int reach = std::max(1, letter_px / 14), window = letter_px * 5 / 4, move = letter_px * 3 / 10;
    const Picture a = blurred(first, reach), b = blurred(scaled_to(second, first.width, first.height), reach);
    float worst = 0;
    for (int y = 0; y < a.height; y += window / 2)
        for (int x = 0; x < a.width; x += window / 2) {
            const auto apart_when_moved = [&](int dx, int dy) {
                // A place with little ink, such as the edge of a letter, is not to count as much as a letter.
                float apart = 0, ink = static_cast<float>(window * window) / 10;
                for (int j = 0; j < window; ++j)
                    for (int i = 0; i < window; ++i) {
                        const float p = a.at(x + i, y + j), q = b.at(x + i + dx, y + j + dy);
                        apart += std::abs(p - q);
                        ink += std::max(p, q);
                    }
                return apart / ink;
            };
            float best = apart_when_moved(0, 0);
            for (int dy = -move; dy <= move && best > good; ++dy)
                for (int dx = -move; dx <= move && best > good; ++dx) best = std::min(best, apart_when_moved(dx, dy));
            worst = std::max(worst, best);
        }
    return worst;
}

}  // namespace talkpoint::tests
