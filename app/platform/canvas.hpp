// The picture: kept by ourselves, so that only what changed is drawn again.
#pragma once

#include "base/result.hpp"
#include "platform/window.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

struct ImDrawList;

namespace talkpoint::platform {

/// RGBA, rows from the top, no gaps.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Main thread; owns ImGui's context. The window must outlive it.
class Canvas {
  public:
    /// unsupported: GL lacks what we need.
    [[nodiscard]] static base::Result<std::unique_ptr<Canvas>> create(Window& window);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// The picture is as large as the window is now, and empty.
    void fit_window();
    /// Draws over the picture; everything outside `area` (of the upright picture) stays as it was.
    void draw(const Area& area, const std::function<void(ImDrawList&)>& paint);
    /// Keeps the picture as the one to fade from; the next draw() must paint all of the new one.
    void keep_previous();
    /// How the picture stands over the one that was kept.
    struct Mix {
        float fade = 1;      ///< 1: the new one, less: that much of it over the previous one
        float x = 0, y = 0;  ///< whole pixels by which the new one is away from its place, right and down; its edge
                             ///< stands where it has left the picture free
        friend bool operator==(const Mix&, const Mix&) = default;
    };
    void show(const Mix& mix);
    void show() { show(Mix{}); }
    /// Waits until the card has drawn all of it (for measuring).
    void finish();
    /// What show() showed last, upright.
    [[nodiscard]] Pixels read();

    // Textures are drawn 1:1, so they are not filtered. 0 where the card refuses, or is lost; else the low 32 bits are
    // its name for ImGui, the high ones a serial: no id comes back for another texture.
    [[nodiscard]] std::uint64_t upload_mask(int width, int height, std::span<const std::uint8_t> alpha);
    [[nodiscard]] std::uint64_t upload_picture(int width, int height, std::span<const std::uint8_t> premultiplied_rgba);
    /// Of a film's frame: the alpha of `rgba` is 255 throughout.
    [[nodiscard]] std::uint64_t upload_opaque(int width, int height, std::span<const std::uint8_t> rgba);
    /// Other pixels in a texture of that size, which costs less than another texture (after renew(): another one). Its
    /// id is a new one; the old one is no texture any more.
    [[nodiscard]] std::uint64_t update_opaque(std::uint64_t texture, int width, int height,
                                              std::span<const std::uint8_t> rgba);
    void release(std::uint64_t texture);
    /// Those that were uploaded and not released.
    [[nodiscard]] std::size_t textures() const;

    /// The card has forgotten the picture and all textures (a reset, a driver that began anew), or the display takes no
    /// more frames: what is drawn from now on is not seen.
    [[nodiscard]] bool lost() const;
    /// The way back: all that GL holds for us is made anew. The picture is empty then, and every id from before is
    /// void: not to be drawn, and release() of it does nothing. unsupported: GL does not come back; still lost.
    [[nodiscard]] base::Result<void> renew();

  private:
    struct Impl;
    explicit Canvas(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Writes a PNG. unwritable: the folder is not there or is full.
[[nodiscard]] base::Result<void> write_png(const Pixels& pixels, const std::filesystem::path& file);

}  // namespace talkpoint::platform
