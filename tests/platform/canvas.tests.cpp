#include "platform/canvas.hpp"
#include "catch.hpp"
#include "platform/raster.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace talkpoint::platform;
using Drawing = WindowOptions::Drawing;

namespace {

struct Panel {
    std::unique_ptr<Window> window;
    std::unique_ptr<Canvas> canvas;

    explicit Panel(Drawing drawing, int width = 96, int height = 64, int rotation = 0) {
        WindowOptions options;
        options.kind = WindowOptions::Kind::headless;
        options.width = width;
        options.height = height;
        options.rotation = rotation;
        options.drawing = drawing;
        auto opened = Window::open(options);
        REQUIRE(opened);
        window = std::move(*opened);
        auto made = Canvas::create(*window);
        REQUIRE(made);
        canvas = std::move(*made);
    }
    void fill(const Area& area, ImU32 color) const {
        canvas->draw(area, [&](ImDrawList& list) {
            const ImVec2 from{static_cast<float>(area.x), static_cast<float>(area.y)};
            list.AddRectFilled(
                from, {from.x + static_cast<float>(area.width), from.y + static_cast<float>(area.height)}, color);
        });
    }
    [[nodiscard]] Area whole() const { return {0, 0, window->width(), window->height()}; }
    /// Of the panel, not of the upright picture.
    [[nodiscard]] std::uint32_t pixel(int x, int y) const {
        const auto frame = window->frame();
        return frame.pixels[y * frame.stride + x] & 0xFFFFFFU;
    }
};

ImTextureID handle(std::uint64_t id) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id & 0xffffffffU));
}

/// Everything that screens are made of, some of it reaching out of the picture.
Pixels drawn_by(Drawing drawing) {
    const Panel panel{drawing};
    auto& canvas = *panel.canvas;
    std::vector<std::uint8_t> mask(20 * 12), picture(16 * 16 * 4);
    for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = static_cast<std::uint8_t>(i * 7 % 256);
    for (std::size_t i = 0; i < picture.size(); i += 4) {
        picture[i + 3] = static_cast<std::uint8_t>(i % 3 == 0 ? 255 : i / 4);
        for (std::size_t k = 0; k < 3; ++k)
            picture[i + k] = static_cast<std::uint8_t>((i * 3 + k * 40) % (picture[i + 3] + 1U));
    }
    const auto letters = canvas.upload_mask(20, 12, mask), art = canvas.upload_picture(16, 16, picture);
    REQUIRE(letters);
    REQUIRE(art);
    canvas.draw(panel.whole(), [&](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {96, 64}, IM_COL32(255, 247, 234, 255));
        list.AddRectFilled({4.3F, 3.6F}, {60.5F, 40.2F}, IM_COL32(11, 79, 74, 255), 9);
        list.AddRectFilled({50, -8}, {110, 30}, IM_COL32(200, 20, 90, 128), 12);
        list.AddRect({8.5F, 20.5F}, {88.5F, 58.5F}, IM_COL32(18, 52, 59, 255), 14, 0, 3);
        list.AddCircleFilled({70, 40}, 13.5F, IM_COL32(255, 217, 138, 255), 0);
        list.AddQuadFilled({0, 50}, {96, 50}, {96, 59.7F}, {0, 55.2F}, IM_COL32(185, 221, 240, 200));
        list.AddImage(handle(letters), {10, 8}, {30, 20}, {0, 0}, {1, 1}, IM_COL32(255, 255, 255, 255));
        list.AddImage(handle(letters), {-5, 40}, {15, 52}, {0, 0}, {1, 1}, IM_COL32(74, 39, 72, 180));
        list.AddImage(handle(art), {40, 44}, {56, 60});
        list.AddImage(handle(art), {86, 30}, {102, 46}, {0, 0}, {1, 1}, IM_COL32(255, 200, 100, 150));
    });
    // Over it, in a part of it alone.
    canvas.draw({30, 10, 25, 20}, [&](ImDrawList& list) {
        list.AddRectFilled({0, 0}, {96, 64}, IM_COL32(220, 203, 240, 120));
        list.AddCircleFilled({40, 18}, 9, IM_COL32(18, 52, 59, 255), 0);
    });
    canvas.show();
    auto pixels = canvas.read();
    canvas.release(letters);
    canvas.release(art);
    return pixels;
}

}  // namespace

TEST_CASE("canvas: the processor draws what a graphics card would", "[platform]") {
    const auto by_card = drawn_by(Drawing::card), by_processor = drawn_by(Drawing::processor);
    REQUIRE(by_card.rgba.size() == by_processor.rgba.size());
    int most = 0;
    for (std::size_t i = 0; i < by_card.rgba.size(); ++i)
        most = std::max(most, std::abs(int{by_card.rgba[i]} - int{by_processor.rgba[i]}));
    CHECK(most <= 2);  // each rounds in its own way
    // It is a picture at all.
    CHECK(std::ranges::count(by_processor.rgba, by_processor.rgba.front()) <
          static_cast<std::ptrdiff_t>(by_processor.rgba.size()) / 2);
}

TEST_CASE("canvas: a panel that is turned shows the picture turned", "[platform]") {
    const int rotation = GENERATE(0, 90, 180, 270);
    CAPTURE(rotation);
    const Panel panel{Drawing::processor, 8, 6, rotation};
    const int wide = panel.window->width(), high = panel.window->height();
    CHECK(wide == (rotation % 180 == 0 ? 8 : 6));
    panel.fill(panel.whole(), IM_COL32(0, 0, 255, 255));
    panel.canvas->show();
    // Then a part: the second pixel of the first row.
    panel.fill({1, 0, 1, 1}, IM_COL32(255, 0, 0, 255));
    panel.canvas->show();
    const auto at = [&]() -> std::pair<int, int> {
        switch (rotation) {
            case 90:
                return {7, 1};
            case 180:
                return {6, 5};
            case 270:
                return {0, 4};
            default:
                return {1, 0};
        }
    }();
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 8; ++x) CHECK(panel.pixel(x, y) == (std::pair{x, y} == at ? 0xFF0000U : 0x0000FFU));
    CHECK(panel.canvas->read().rgba[4] == 255);
    CHECK(high == (rotation % 180 == 0 ? 6 : 8));
}

TEST_CASE("canvas: only what was drawn is brought to the panel, and all of it when nothing was", "[platform]") {
    const Panel panel{Drawing::processor};
    panel.fill(panel.whole(), IM_COL32(0, 0, 255, 255));
    panel.canvas->show();
    panel.window->frame().pixels[0] = 0x123456;
    panel.fill({10, 10, 4, 4}, IM_COL32(255, 0, 0, 255));
    panel.canvas->show();
    CHECK(panel.pixel(10, 10) == 0xFF0000);
    CHECK(panel.pixel(14, 14) == 0x0000FF);
    CHECK(panel.pixel(0, 0) == 0x123456);
    panel.canvas->show();  // the window was covered
    CHECK(panel.pixel(0, 0) == 0x0000FF);
}

TEST_CASE("canvas: a fade goes from the picture that was kept to the new one", "[platform]") {
    const auto drawing = GENERATE(Drawing::card, Drawing::processor);
    const Panel panel{drawing};
    panel.fill(panel.whole(), IM_COL32(200, 0, 40, 255));
    panel.canvas->show();
    panel.canvas->keep_previous();
    panel.fill(panel.whole(), IM_COL32(100, 80, 40, 255));
    const auto red_at = [&](float fade) {
        panel.canvas->show({.fade = fade});
        return int{panel.canvas->read().rgba[0]};
    };
    CHECK(std::abs(red_at(0) - 200) <= 1);
    CHECK(std::abs(red_at(0.5F) - 150) <= 1);
    CHECK(std::abs(red_at(0.75F) - 125) <= 1);
    CHECK(red_at(1) == 100);
    CHECK(panel.canvas->read().rgba[1] == 80);
}

TEST_CASE("canvas: a page that glides in leaves its own edge behind it", "[platform]") {
    const auto drawing = GENERATE(Drawing::card, Drawing::processor);
    const Panel panel{drawing};
    panel.fill(panel.whole(), IM_COL32(0, 0, 255, 255));
    panel.fill({0, 0, 1, 64}, IM_COL32(0, 255, 0, 255));   // the left edge
    panel.fill({50, 20, 1, 1}, IM_COL32(255, 0, 0, 255));  // something on it
    panel.canvas->show({.fade = 1, .x = 7, .y = -3});
    const auto pixels = panel.canvas->read();
    const auto at = [&](int x, int y) {
        const auto* p = pixels.rgba.data() + static_cast<std::ptrdiff_t>(y * 96 + x) * 4;
        return p[0] << 16 | p[1] << 8 | p[2];
    };
    CHECK(at(57, 17) == 0xFF0000);
    CHECK(at(50, 20) == 0x0000FF);
    CHECK(at(0, 30) == 0x00FF00);
    CHECK(at(3, 30) == 0x0000FF);
    CHECK(at(7, 30) == 0x00FF00);
    CHECK(at(8, 30) == 0x0000FF);
    CHECK(at(40, 63) == 0x0000FF);
}

TEST_CASE("raster: of two triangles that share an edge exactly one has each pixel", "[platform]") {
    const auto vertex = [](float x, float y) {
        ImDrawVert out{};
        out.pos = {x, y};
        out.col = IM_COL32(255, 255, 255, 100);
        return out;
    };
    // A square cut along every line through its middle: a pixel drawn twice or never would be brighter or dark.
    for (int i = 0; i <= 40; ++i) {
        const float t = static_cast<float>(i) / 40 * 20;
        raster::Bitmap into{24, 24};
        const auto a = vertex(2, 2 + t), b = vertex(22, 22 - t), top_left = vertex(2, 2), top_right = vertex(22, 2),
                   low_left = vertex(2, 22), low_right = vertex(22, 22);
        const Area all{0, 0, 24, 24};
        raster::triangle(into, all, top_left, top_right, b);
        raster::triangle(into, all, b, a, top_left);
        raster::triangle(into, all, low_right, low_left, a);
        raster::triangle(into, all, a, b, low_right);
        for (int y = 0; y < 24; ++y)
            for (int x = 0; x < 24; ++x) {
                const bool inside = x >= 2 && x < 22 && y >= 2 && y < 22;
                if (into.row(y)[x] != (inside ? 0x646464U : 0U)) FAIL("at " << x << ", " << y << " cut " << i);
            }
    }
}

TEST_CASE("raster: nothing is drawn outside of the clip, however large a shape is", "[platform]") {
    raster::Bitmap into{16, 16};
    ImDrawVert a{}, b{}, c{};
    a.pos = {-1e6F, -1e6F};
    b.pos = {1e6F, -1e6F};
    c.pos = {0, 1e6F};
    a.col = b.col = c.col = IM_COL32(255, 0, 0, 255);
    raster::triangle(into, {4, 5, 3, 2}, a, b, c);
    ImDrawVert from{}, to{};
    from.pos = {-50, -50};
    to.pos = {50, 50};
    to.uv = {1, 1};
    from.col = IM_COL32(255, 255, 255, 255);
    raster::image(into, {10, 10, 2, 2}, from, to, {2, 2, {255, 255, 255, 255}, {}});
    for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x) {
            const bool red = x >= 4 && x < 7 && y >= 5 && y < 7, white = x >= 10 && x < 12 && y >= 10 && y < 12;
            if (into.row(y)[x] != (red ? 0xFF0000U : white ? 0xFFFFFFU : 0U)) FAIL("at " << x << ", " << y);
        }
}
