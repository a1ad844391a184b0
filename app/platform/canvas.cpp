#include "platform/canvas.hpp"

#include "platform/painter.hpp"

#include <imgui.h>

namespace talkpoint::platform {

struct Canvas::Impl {
    Window& window;
    int width, height;
    std::unique_ptr<Painter> painter;  ///< null while the card is lost and has not come back
    std::uint64_t serial = 0;
    std::uint64_t first_serial = 1;  ///< of this painter; textures of an earlier one are gone
    std::size_t textures = 0;
    bool lost = false;

    explicit Impl(Window& w) : window(w), width(w.width()), height(w.height()) {
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

    [[nodiscard]] base::Result<void> make() {
        if (window.has_frame()) {
            painter = make_processor_painter(window);
            return {};
        }
        auto made = make_card_painter(window);
        if (!made) return std::unexpected(std::move(made.error()));
        painter = std::move(*made);
        return {};
    }

    /// A name that may come again, made one that never does.
    std::uint64_t unique(std::uint32_t texture) {
        if (texture == 0) return 0;
        ++textures;
        return ++serial << 32 | texture;
    }
};

Canvas::Canvas(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Canvas::~Canvas() = default;

base::Result<std::unique_ptr<Canvas>> Canvas::create(Window& window) {
    auto impl = std::make_unique<Impl>(window);
    if (auto made = impl->make(); !made) return std::unexpected(std::move(made.error()));
    return std::unique_ptr<Canvas>{new Canvas{std::move(impl)}};
}

void Canvas::fit_window() {
    impl_->width = impl_->window.width();
    impl_->height = impl_->window.height();
    if (impl_->painter) impl_->painter->fit_window();
}

void Canvas::draw(const Area& area, const std::function<void(ImDrawList&)>& paint) {
    if (!impl_->painter || area.width <= 0 || area.height <= 0) return;
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

void Canvas::keep_previous() {
    if (impl_->painter) impl_->painter->keep_previous();
}

void Canvas::show(const Mix& mix) { impl_->lost = !impl_->painter || !impl_->painter->show(mix); }

void Canvas::finish() {
    if (impl_->painter) impl_->painter->finish();
}

Pixels Canvas::read() { return impl_->painter ? impl_->painter->read() : Pixels{}; }

std::uint64_t Canvas::upload_mask(int width, int height, std::span<const std::uint8_t> alpha) {
    return impl_->painter ? impl_->unique(impl_->painter->upload_mask(width, height, alpha)) : 0;
}

std::uint64_t Canvas::upload_picture(int width, int height, std::span<const std::uint8_t> premultiplied_rgba) {
    return impl_->painter ? impl_->unique(impl_->painter->upload_picture(width, height, premultiplied_rgba)) : 0;
}

std::uint64_t Canvas::upload_opaque(int width, int height, std::span<const std::uint8_t> rgba) {
    return impl_->painter ? impl_->unique(impl_->painter->upload_opaque(width, height, rgba)) : 0;
}

std::uint64_t Canvas::update_opaque(std::uint64_t texture, int width, int height, std::span<const std::uint8_t> rgba) {
    if (!impl_->painter || texture >> 32 < impl_->first_serial) return upload_opaque(width, height, rgba);
    const auto name = static_cast<std::uint32_t>(texture & 0xffffffffU);
    impl_->painter->update_opaque(name, width, height, rgba);
    return ++impl_->serial << 32 | name;
}

void Canvas::release(std::uint64_t texture) {
    if (!impl_->painter || texture >> 32 < impl_->first_serial) return;
    impl_->painter->release(static_cast<std::uint32_t>(texture & 0xffffffffU));
    --impl_->textures;
}

std::size_t Canvas::textures() const { return impl_->textures; }

bool Canvas::lost() const {
    impl_->lost = impl_->lost || !impl_->painter || impl_->painter->is_lost();  // which it may say only once
    return impl_->lost;
}

base::Result<void> Canvas::renew() {
    impl_->lost = true;
    impl_->painter.reset();
    if (auto renewed = impl_->window.renew(); !renewed) return renewed;
    impl_->width = impl_->window.width();
    impl_->height = impl_->window.height();
    if (auto made = impl_->make(); !made) return made;
    impl_->first_serial = impl_->serial + 1;
    impl_->textures = 0;
    impl_->lost = false;
    return {};
}

}  // namespace talkpoint::platform
