// What a frame draws, as data: so that two frames can be compared, and only what changed is drawn again.
#pragma once

#include "ui/geometry.hpp"
#include "ui/text.hpp"
#include "ui/textures.hpp"

#include <cstdint>
#include <memory>
#include <vector>

struct ImDrawList;

namespace talkpoint::ui {

/// One thing drawn. Which fields matter depends on the kind; the others stay at their defaults.
struct Stroke {
    enum class Kind { fill, outline, disc, image, text, wave };
    Kind kind = Kind::fill;
    Rect rect;  ///< disc: the square around it; wave: filled from its top edge, which swings, up to rect.y
    float radius = 0;
    float thickness = 0;
    Color color;
    TextureId texture = 0;            ///< text: its mask's, 0 where that was not there yet; then nothing is painted
    std::shared_ptr<TextBlock> text;  ///< drawn with its box at rect's corner

    /// All the pixels that it can touch.
    [[nodiscard]] Rect bounds() const;
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// In painting order. Owns nothing but its texts.
class DisplayList {
  public:
    void fill(const Rect& rect, Color color, float radius = 0) {
        add({Stroke::Kind::fill, rect, radius, 0, color, 0, {}});
    }
    void outline(const Rect& rect, Color color, float thickness, float radius = 0) {
        add({Stroke::Kind::outline, rect, radius, thickness, color, 0, {}});
    }
    void disc(float x, float y, float r, Color color) {
        add({Stroke::Kind::disc, {x - r, y - r, 2 * r, 2 * r}, r, 0, color, 0, {}});
    }
    /// `rect` must have the texture's size.
    void image(const Rect& rect, TextureId texture, Color tint = {255, 255, 255, 255}) {
        add({Stroke::Kind::image, rect, 0, 0, tint, texture, {}});
    }
    /// Asks for the block's mask. One that has arrived since makes the stroke another one, so it is damage.
    void text(float x, float y, std::shared_ptr<TextBlock> block, Color color);
    /// Fills `rect` and lets its lower edge swing gently by `swing` pixels.
    void wave(const Rect& rect, float swing, Color color) { add({Stroke::Kind::wave, rect, 0, swing, color, 0, {}}); }

    /// Paints all of `other` as well, so far right and down of its place.
    void append(const DisplayList& other, float right, float down);
    /// So many pixels to the right and down, save what fills `whole`.
    void move(float right, float down, const Rect& whole);
    /// Left becomes right, in a picture of this width; what pictures and letters show stays as it is.
    void mirror(float width);

    [[nodiscard]] const std::vector<Stroke>& strokes() const { return strokes_; }
    /// Are the masks of all its texts there by now? Once they are, build the list again: this one still lacks those
    /// that came after it was built. While this list is kept, its masks are being made.
    [[nodiscard]] bool texts_ready() const;
    /// The pixels in which this list differs from `before`; empty where both paint the same.
    [[nodiscard]] Rect damage_since(const DisplayList& before) const;
    /// Puts those strokes that touch `area` into an ImGui draw list, clipped to it.
    void paint(ImDrawList& into, const Rect& area) const;

  private:
    void add(Stroke stroke) { strokes_.push_back(std::move(stroke)); }
    std::vector<Stroke> strokes_;
};

}  // namespace talkpoint::ui
