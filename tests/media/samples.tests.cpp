#include "media/samples.hpp"

#include "catch.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#include <stb_image_write.h>
#pragma GCC diagnostic pop

namespace talkpoint::tests {
namespace {

void append(void* out, void* data, int size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

std::vector<std::uint8_t> pixels_of(int width, int height, std::uint32_t rgba) {
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < width * height; ++i)
        for (const int shift : {24, 16, 8, 0}) pixels.push_back(static_cast<std::uint8_t>(rgba >> shift));
    return pixels;
}

}  // namespace

std::string png_of(int width, int height, std::uint32_t rgba) {
    std::string out;
    stbi_write_png_to_func(append, &out, width, height, 4, pixels_of(width, height, rgba).data(), width * 4);
    return out;
}

std::string jpeg_of(int width, int height, std::uint32_t rgba) {
    std::string out;
    stbi_write_jpg_to_func(append, &out, width, height, 4, pixels_of(width, height, rgba).data(), 90);
    return out;
}

std::string png_header(std::uint32_t width, std::uint32_t height) {
    std::string out{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16};
    for (const auto value : {width, height})
        for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(value >> shift);
    out += std::string{"\x08\x06\0\0\0\0\0\0\0", 9};  // a checksum that nobody checks
    return out + std::string{"\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\0\0\0\0", 24};
}

}  // namespace talkpoint::tests

TEST_CASE("samples: are what they say", "[media]") {
    CHECK(talkpoint::tests::png_of(2, 2, 0xff0000ff).starts_with("\x89PNG"));
    CHECK(talkpoint::tests::jpeg_of(2, 2, 0xff0000ff).starts_with("\xff\xd8"));
}
