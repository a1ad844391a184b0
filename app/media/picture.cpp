#include "media/picture.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "media/drawing_weight.hpp"

#include <cairo.h>
#include <librsvg/rsvg.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wnull-dereference"
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#include <stb_image.h>
#pragma GCC diagnostic pop

namespace talkpoint::media {
namespace {

using base::ErrorKind;
using base::fail;

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
    void operator()(GError* error) const { g_error_free(error); }
    void operator()(stbi_uc* pixels) const { stbi_image_free(pixels); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// A drawing surface of the wanted size, transparent.
struct Paper {
    Owned<cairo_surface_t> surface;
    Owned<cairo_t> cairo;

    Paper(int width, int height)
        : surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)), cairo(cairo_create(surface.get())) {}

    /// Cairo keeps BGRA in native words; textures want RGBA bytes.
    Bitmap bitmap(int width, int height) const {
        cairo_surface_flush(surface.get());
        Bitmap out{width, height,
                   std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)};
        const auto* rows = cairo_image_surface_get_data(surface.get());
        const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
        auto* to = out.rgba.data();
        for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
            const auto* from = rows + y * stride;
            for (int x = 0; x < width; ++x, from += 4, to += 4)
                to[0] = from[2], to[1] = from[1], to[2] = from[0], to[3] = from[3];
        }
        return out;
    }
};

std::string extension_of(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

bool is_bitmap(const std::filesystem::path& file) {
    const std::string extension = extension_of(file);
    return extension == ".png" || extension == ".jpg" || extension == ".jpeg";
}

/// On one line.
std::string words_of(const GError* error) { return error ? base::printable(error->message) : "unknown"; }

base::Result<Bitmap> decode_drawing(const std::filesystem::path& file, int width, int height) {
    const auto bytes = base::read_text(file, max_drawing_bytes);  // in another encoding no word of it could be found
    if (!bytes) return std::unexpected(bytes.error());
    if (auto light = check_drawing(*bytes); !light) return fail(light.error().kind, light.error().message, file);
    GError* raw = nullptr;
    const Owned<RsvgHandle> handle{
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes->data()), bytes->size(), &raw)};
    Owned<GError> error{raw};
    if (!handle)
        return fail(ErrorKind::malformed, "is not a whole SVG (" + words_of(error.get()) + "); save it again", file);
    const Paper paper{width, height};
    if (cairo_surface_status(paper.surface.get()) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorKind::too_large, "cannot be drawn at this size", file);
    const RsvgRectangle viewport{0, 0, static_cast<double>(width), static_cast<double>(height)};
    raw = nullptr;
    const bool drawn = rsvg_handle_render_document(handle.get(), paper.cairo.get(), &viewport, &raw);
    error.reset(raw);
    if (!drawn) return fail(ErrorKind::malformed, "cannot be drawn (" + words_of(error.get()) + "); simplify it", file);
    return paper.bitmap(width, height);
}

/// Newer stb_image fills what is missing of a JPEG with grey. Whole ones end their last scan (SOS) with an end marker
/// (EOI), and neither marker can stand within a scan (ITU T.81, B.1.1.2).
bool is_cut_jpeg(std::string_view bytes) {
    if (!bytes.starts_with("\xff\xd8")) return false;
    const auto scan = bytes.rfind("\xff\xda"), end = bytes.rfind("\xff\xd9");
    return scan == std::string_view::npos || end == std::string_view::npos || end < scan;
}

std::unexpected<base::Error> no_whole_bitmap(const std::filesystem::path& file) {
    return fail(ErrorKind::malformed,
                std::string{"is not a whole PNG or JPEG ("} + stbi_failure_reason() + "); save it again", file);
}

base::Result<PixelSize> size_in_header(const std::string& bytes, const std::filesystem::path& file) {
    PixelSize size;
    int channels = 0;
    if (!stbi_info_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                               &size.width, &size.height, &channels))
        return no_whole_bitmap(file);
    return size;
}

base::Result<Bitmap> decode_bitmap(const std::filesystem::path& file, int width, int height) {
    const auto bytes = base::read_file(file, max_bitmap_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes->data());
    const int size = static_cast<int>(bytes->size());
    const auto in_header = size_in_header(*bytes, file);
    if (!in_header) return std::unexpected(in_header.error());
    auto [w, h] = *in_header;
    int channels = 0;
    if (is_cut_jpeg(*bytes)) return fail(ErrorKind::malformed, "is a JPEG that ends too soon; save it again", file);
    if (w < 1 || h < 1 || w > max_pixels / h)
        return fail(ErrorKind::too_large,
                    "has " + std::to_string(w) + "x" + std::to_string(h) + " pixels; make it smaller", file);
    const Owned<stbi_uc> pixels{stbi_load_from_memory(data, size, &w, &h, &channels, 4)};
    if (!pixels) return no_whole_bitmap(file);
    // To cairo's words, premultiplied; cairo then scales well in both directions.
    const std::size_t count = static_cast<std::size_t>(w) * static_cast<std::size_t>(h);
    for (std::size_t i = 0; i < count; ++i) {
        stbi_uc* p = pixels.get() + i * 4;
        const unsigned a = p[3];
        const auto times = [a](unsigned c) { return static_cast<stbi_uc>((c * a + 127) / 255); };
        const stbi_uc r = times(p[0]), g = times(p[1]), b = times(p[2]);
        p[0] = b, p[1] = g, p[2] = r;
    }
    const Owned<cairo_surface_t> source{
        cairo_image_surface_create_for_data(pixels.get(), CAIRO_FORMAT_ARGB32, w, h, w * 4)};
    const Paper paper{width, height};
    for (const auto* surface : {&source, &paper.surface})
        if (cairo_surface_status(surface->get()) != CAIRO_STATUS_SUCCESS)
            return fail(ErrorKind::too_large, "cannot be drawn at this size; make it smaller", file);
    const double scale = std::min(static_cast<double>(width) / w, static_cast<double>(height) / h);
    cairo_t* cairo = paper.cairo.get();
    cairo_translate(cairo, (width - w * scale) / 2, (height - h * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, source.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
    cairo_paint(cairo);
    return paper.bitmap(width, height);
}

}  // namespace

base::Result<Bitmap> decode_picture(const std::filesystem::path& file, int width, int height) {
    if (width < 1 || height < 1 || width > max_pixels / height)
        return fail(ErrorKind::too_large, "cannot be drawn at this size", file);
    if (extension_of(file) == ".svg") return decode_drawing(file, width, height);
    if (is_bitmap(file)) return decode_bitmap(file, width, height);
    return fail(ErrorKind::unsupported, "is not a .svg, .png, .jpg or .jpeg file; save it as one of those", file);
}

base::Result<PixelSize> pixel_size(const std::filesystem::path& file) {
    if (!is_bitmap(file)) return fail(ErrorKind::unsupported, "is no PNG or JPEG, so it has no size in pixels", file);
    const auto bytes = base::read_file(file, max_bitmap_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    return size_in_header(*bytes, file);
}

}  // namespace talkpoint::media
