// Who draws for a canvas: a graphics card, or the processor alone.
#pragma once

#include "platform/canvas.hpp"

struct ImDrawData;

namespace talkpoint::platform {

/// Main thread. A texture's name is never 0 but for one that could not be made; names may come again.
class Painter {
  public:
    virtual ~Painter() = default;
    /// Once a frame, before ImGui's own.
    virtual void begin_frame() {}
    /// The picture is as large as the window is now, and black; nothing is kept from before.
    virtual void fit_window() = 0;
    /// Over the picture; nothing outside `area` changes.
    virtual void draw(ImDrawData& data, const Area& area) = 0;
    virtual void keep_previous() = 0;
    /// False: the display did not take it.
    [[nodiscard]] virtual bool show(const Canvas::Mix& mix) = 0;
    /// Has the card forgotten everything? Only some drivers tell, and some only once.
    [[nodiscard]] virtual bool is_lost() { return false; }
    virtual void finish() {}
    [[nodiscard]] virtual Pixels read() = 0;
    [[nodiscard]] virtual std::uint32_t upload_mask(int width, int height, std::span<const std::uint8_t> alpha) = 0;
    [[nodiscard]] virtual std::uint32_t upload_picture(int width, int height,
                                                       std::span<const std::uint8_t> premultiplied_rgba) = 0;
    /// Of pictures without holes: their alpha is 255 throughout.
    [[nodiscard]] virtual std::uint32_t upload_opaque(int width, int height, std::span<const std::uint8_t> rgba) = 0;
    /// Other pixels for a texture of that size.
    virtual void update_opaque(std::uint32_t texture, int width, int height, std::span<const std::uint8_t> rgba) = 0;
    virtual void release(std::uint32_t texture) = 0;
};

/// Both want ImGui's context. unsupported: GL lacks what we need.
[[nodiscard]] base::Result<std::unique_ptr<Painter>> make_card_painter(Window& window);
[[nodiscard]] std::unique_ptr<Painter> make_processor_painter(Window& window);

}  // namespace talkpoint::platform
