// Pictures from outside, decoded with bounds: PNG and JPEG by stb_image, SVG by librsvg.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace talkpoint::media {

/// RGBA, premultiplied, rows from the top, no gaps.
struct Bitmap {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// What a picture file may be at most; beyond it is refused before it is decoded.
inline constexpr std::size_t max_bitmap_bytes = 16UL * 1024 * 1024;  ///< of a PNG or JPEG file
inline constexpr std::size_t max_drawing_bytes = 1024UL * 1024;      ///< of an SVG file
inline constexpr int max_pixels = 40'000'000;

/// The picture scaled to fit the middle of width × height, transparent around it. Any thread. not_found, unreadable,
/// too_large, malformed (not a picture, or cut short), unsupported (another kind of file, or an SVG that brings its own
/// document type, scripts or pictures, or could take for ever to draw).
[[nodiscard]] base::Result<Bitmap> decode_picture(const std::filesystem::path& file, int width, int height);

struct PixelSize {
    int width = 0, height = 0;
};
/// Of a PNG or JPEG, from its header alone. Fails as decode_picture does; unsupported also for an SVG, which has none.
[[nodiscard]] base::Result<PixelSize> pixel_size(const std::filesystem::path& file);

}  // namespace talkpoint::media
