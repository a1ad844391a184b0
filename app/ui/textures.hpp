// What drawing needs from the graphics card and from the picture worker, without knowing either.
#pragma once

#include "base/clock.hpp"
#include "ui/geometry.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace talkpoint::ui {

/// 0 is no texture. Low 32 bits: the name that the renderer knows; high: a serial, so that no id ever comes back for
/// another picture and two frames can be compared by their ids.
using TextureId = std::uint64_t;

/// Main thread only. Drawn 1:1, unfiltered.
class Textures {
  public:
    virtual ~Textures() = default;
    /// An alpha mask, one byte a pixel, rows without gaps; white where it is drawn untinted.
    [[nodiscard]] virtual TextureId upload_mask(Size size, std::span<const std::uint8_t> alpha) = 0;
    virtual void release(TextureId texture) = 0;
};

/// Pictures at the size at which they are drawn. Main thread only.
class PictureSource {
  public:
    virtual ~PictureSource() = default;
    /// The picture scaled to fit `size`, or 0 while it is being made (a new frame is asked for when it is ready) or
    /// when it cannot be (staff have been told). The texture is exactly `size` and stays valid until the next frame
    /// begins.
    [[nodiscard]] virtual TextureId picture(const std::filesystem::path& file, Size size) = 0;
    /// Has it turned out that this picture cannot be made? False while nobody knows.
    [[nodiscard]] virtual bool broken(const std::filesystem::path& file) const = 0;
    /// One of our own icons as a mask to be tinted.
    [[nodiscard]] virtual TextureId icon(const std::string& name, int size_px) = 0;
};

/// A film as it is shown now.
struct FilmPicture {
    TextureId texture = 0;  ///< its newest frame, of that size; 0: there is none yet
    Size size;
    base::Millis position{0}, length{0};  ///< of that frame, of the film; 0: it does not say
    std::string words;                    ///< of the captions that it brings itself
};

/// The one film that is shown. Main thread only.
class FilmSource {
  public:
    virtual ~FilmSource() = default;
    /// Its frames fit into `box` from the next on. Nothing of any other film. The texture stays valid until the next
    /// frame begins.
    [[nodiscard]] virtual FilmPicture film(const std::filesystem::path& file, Size box) = 0;
};

}  // namespace talkpoint::ui
