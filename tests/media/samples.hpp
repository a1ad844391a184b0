// Pictures made on the spot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace talkpoint::tests {

/// RGBA of one colour, then encoded. Quality of the JPEG is 90.
[[nodiscard]] std::string png_of(int width, int height, std::uint32_t rgba);
[[nodiscard]] std::string jpeg_of(int width, int height, std::uint32_t rgba);

/// A PNG that says what it likes about its size, with no pixels in it.
[[nodiscard]] std::string png_header(std::uint32_t width, std::uint32_t height);

[[nodiscard]] inline std::string svg_of(const std::string& inside) {
    return R"(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">)" +
           inside + "</svg>";
}

}  // namespace talkpoint::tests
