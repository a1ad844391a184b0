#include "platform/canvas.hpp"

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

namespace talkpoint::platform {

base::Result<void> write_png(const Pixels& pixels, const std::filesystem::path& file) {
    stbi_write_png_compression_level = 6;
    if (stbi_write_png(file.c_str(), pixels.width, pixels.height, 4, pixels.rgba.data(), pixels.width * 4) == 0)
        return base::fail(base::ErrorKind::unwritable, "cannot be written; check that the folder exists and has room",
                          file);
    return {};
}

}  // namespace talkpoint::platform
