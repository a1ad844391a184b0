// Draws letters whose places are known, with FreeType alone. Neither Pango nor Cairo takes part: two threads must not
// use those at once, however separate their font maps (Cairo keeps the open faces of all threads in one place).
#pragma once

#include "ui/geometry.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace talkpoint::ui {

/// A text as it was laid out. In pixels: x from the left edge of the width, y down from the first baseline.
struct Letters {
    struct Font {
        std::string file;
        int index = 0;  ///< of the face in its file, and of its instance, as fontconfig and FreeType have it
        double size_px = 0;
        double xx = 1, xy = 0, yx = 0, yy = 1;  ///< slants a face that has no italics
        bool embolden = false;                  ///< a face that has no bold
        std::string variations;                 ///< `wght=700,wdth=90`
        friend bool operator==(const Font&, const Font&) = default;
    };
    struct Glyph {
        std::uint32_t id = 0;  ///< in its font
        std::uint32_t font = 0;
        float x = 0, y = 0;
    };
    std::vector<Font> fonts;
    std::vector<Glyph> glyphs;
    std::vector<Rect> bars;  ///< underlines, and the sides of a box in place of a character that no font has
    Rect ink;                ///< on whole pixels, with some to spare; empty where nothing is to be drawn
};

/// Used by one thread at a time; shares nothing with others.
class LetterDrawer {
  public:
    LetterDrawer();
    ~LetterDrawer();

    /// One byte a pixel of `ink`, rows without gaps. A font that cannot be opened any more leaves gaps.
    [[nodiscard]] std::vector<std::uint8_t> draw(const Letters& letters);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::ui
