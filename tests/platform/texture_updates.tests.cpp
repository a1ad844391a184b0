// Textures whose pixels change, as a film's do.
#include "catch.hpp"

#include "platform/canvas.hpp"
#include "platform/window.hpp"

#include <imgui.h>

#include <array>
#include <set>
#include <vector>

using namespace talkpoint;

namespace {

constexpr int side = 32;

std::vector<std::uint8_t> filled(std::array<std::uint8_t, 3> color) {
    std::vector<std::uint8_t> rgba;
    for (int i = 0; i < side * side; ++i) rgba.insert(rgba.end(), {color[0], color[1], color[2], 255});
    return rgba;
}

struct Stage {
    platform::WindowOptions::Drawing drawing;
    std::unique_ptr<platform::Window> window =
        std::move(*platform::Window::open({platform::WindowOptions::Kind::headless, 64, 64, 0, {}, drawing}));
    std::unique_ptr<platform::Canvas> canvas = std::move(*platform::Canvas::create(*window));

    /// The colour of the middle, once the texture has been drawn there.
    std::array<int, 3> drawn(std::uint64_t texture) {
        canvas->draw({16, 16, side, side}, [&](ImDrawList& into) {
            const auto name = static_cast<std::uintptr_t>(texture & 0xffffffffU);
            into.AddImage(reinterpret_cast<ImTextureID>(name), {16, 16}, {16 + side, 16 + side});
        });
        canvas->show();
        const auto pixels = canvas->read();
        const auto at = (32UL * 64 + 32) * 4;
        return {pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]};
    }
};

}  // namespace

TEST_CASE("canvas: a texture takes other pixels under another id", "[canvas]") {
    using enum platform::WindowOptions::Drawing;
    Stage stage{GENERATE(card, processor)};
    auto texture = stage.canvas->upload_opaque(side, side, filled({255, 0, 0}));
    REQUIRE(texture != 0);
    CHECK(stage.drawn(texture) == std::array{255, 0, 0});
    std::set<std::uint64_t> ids{texture};
    for (int i = 0; i < 50; ++i) {
        const auto green = static_cast<std::uint8_t>(5 * i);
        const auto next = stage.canvas->update_opaque(texture, side, side, filled({0, green, 255}));
        CHECK(ids.insert(next).second);
        CHECK((next & 0xffffffffU) == (texture & 0xffffffffU));  // no other texture was made
        CHECK(stage.drawn(next) == std::array{0, 5 * i, 255});
        texture = next;
    }
    stage.canvas->release(texture);
    CHECK(ids.insert(stage.canvas->upload_opaque(side, side, filled({1, 2, 3}))).second);
}
