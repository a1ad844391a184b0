#include "ctl/picture_contrast.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace talkpoint::ctl {
namespace {

constexpr double enough = 3;

struct Area {
    int left = 0, top = 0, right = 0, bottom = 0;  ///< the last two are outside
};

/// What is not transparent, and all that lies between.
Area drawn_area(const media::Bitmap& picture) {
    Area area{picture.width, picture.height, 0, 0};
    const auto* alpha = picture.rgba.data() + 3;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x, alpha += 4) {
            if (*alpha == 0) continue;
            area.left = std::min(area.left, x);
            area.right = std::max(area.right, x + 1);
            area.top = std::min(area.top, y);
            area.bottom = std::max(area.bottom, y + 1);
        }
    return area;
}

/// WCAG 2: relative luminance.
double luminance_of(Ground colour) {
    static const auto linear = [] {
        std::array<double, 256> table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            const double c = static_cast<double>(i) / 255;
            table[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        }
        return table;
    }();
    return 0.2126 * linear[colour.r] + 0.7152 * linear[colour.g] + 0.0722 * linear[colour.b];
}

double contrast_of(double a, double b) { return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05); }

std::vector<Ground> pixels_on(const media::Bitmap& picture, Ground page) {
    const auto area = drawn_area(picture);
    std::vector<Ground> pixels;
    for (int y = area.top; y < area.bottom; ++y)
        for (int x = area.left; x < area.right; ++x) {
            const auto at =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) *
                4;
            const auto* p = &picture.rgba[at];
            const auto over = [&](std::uint8_t premultiplied, std::uint8_t under) {
                return static_cast<std::uint8_t>(std::min(255, premultiplied + under * (255 - p[3]) / 255));
            };
            pixels.push_back({over(p[0], page.r), over(p[1], page.g), over(p[2], page.b)});
        }
    return pixels;
}

/// Of neighbouring shades as one: four bits a channel.
Ground most_frequent(const std::vector<Ground>& pixels) {
    const auto shade = [](Ground c) {
        return static_cast<std::size_t>(c.r >> 4U) << 8U | static_cast<std::size_t>(c.g >> 4U) << 4U |
               static_cast<std::size_t>(c.b >> 4U);
    };
    std::array<std::size_t, 4096> counts{};
    for (const auto pixel : pixels) ++counts[shade(pixel)];
    const auto most = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
    return *std::ranges::find(pixels, most, shade);
}

}  // namespace

double share_that_stands_out(const media::Bitmap& picture, Ground page) {
    const auto pixels = pixels_on(picture, page);
    if (pixels.empty()) return 0;
    const double around = luminance_of(most_frequent(pixels));
    const auto seen =
        std::ranges::count_if(pixels, [&](Ground pixel) { return contrast_of(luminance_of(pixel), around) >= enough; });
    return static_cast<double>(seen) / static_cast<double>(pixels.size());
}

}  // namespace talkpoint::ctl
