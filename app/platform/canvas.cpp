#include "platform/canvas.hpp"

#include "platform/painter.hpp"

#include <imgui.h>

namespace talkpoint::platform {

struct Canvas::Impl {
    int width, height;
    std::unique_ptr<Painter> painter;
    std::uint64_t serial = 0;

    explicit Impl(const Window& window) : width(window.width()), height(window.height()) {
        IMGUI_CHECKVERSION();
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
    }
    ~Impl() {
        painter.reset();
        ImGui::DestroyContext();
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// A name that may come again, made one that never does.
    std::uint64_t unique(std::uint32_t texture) { return texture ? ++serial << 32 | texture : 0; }
};

Canvas::Canvas(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Canvas::~Canvas() = default;

base::Result<std::unique_ptr<Canvas>> Canvas::create(Window& window) {
    auto impl = std::make_unique<Impl>(window);
    if (window.has_frame()) {
        impl->painter = make_processor_painter(window);
    } else {
        auto painter = make_card_painter(window);
        if (!painter) return std::unexpected(std::move(painter.error()));
        impl->painter = std::move(*painter);
    }
    return std::unique_ptr<Canvas>{new Canvas{std::move(impl)}};
}

void Canvas::draw(const Area& area, const std::function<void(ImDrawList&)>& paint) {
    if (area.width <= 0 || area.height <= 0) return;
    impl_->painter->begin_frame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(impl_->width), static_cast<float>(impl_->height)};
    io.DeltaTime = 1.F / 60;
    ImGui::NewFrame();
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    const ImVec2 from{static_cast<float>(area.x), static_cast<float>(area.y)};
    list->PushClipRect(from, {from.x + static_cast<float>(area.width), from.y + static_cast<float>(area.height)}, true);
    paint(*list);
    list->PopClipRect();
    ImGui::Render();
    impl_->painter->draw(*ImGui::GetDrawData(), area);
}

void Canvas::keep_previous() { impl_->painter->keep_previous(); }
void Canvas::show(const Mix& mix) { impl_->painter->show(mix); }
void Canvas::finish() { impl_->painter->finish(); }
Pixels Canvas::read() { return impl_->painter->read(); }

std::uint64_t Canvas::upload_mask(int width, int height, std::span<const std::uint8_t> alpha) {
    return impl_->unique(impl_->painter->upload_mask(width, height, alpha));
}

std::uint64_t Canvas::upload_picture(int width, int height, std::span<const std::uint8_t> premultiplied_rgba) {
    return impl_->unique(impl_->painter->upload_picture(width, height, premultiplied_rgba));
}

void Canvas::release(std::uint64_t texture) {
    impl_->painter->release(static_cast<std::uint32_t>(texture & 0xffffffffU));
}

}  // namespace talkpoint::platform
