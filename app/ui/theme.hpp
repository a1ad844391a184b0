// Colours and sizes, all sizes in millimetres of the declared display.
#pragma once

#include "ui/geometry.hpp"
#include "ui/text.hpp"

namespace talkpoint::ui {

/// Contrast of every text against what it stands on is 7:1 or more; tests compute it.
struct Palette {
    Color ink = rgb(0x12343B), deep = rgb(0x0B4F4A), teal = rgb(0x0B6158);
    Color paper = rgb(0xFFF7EA), white = rgb(0xFFFFFF), mint = rgb(0xCFE8E3), line = rgb(0xE7DCC8);
    Color sun = rgb(0xFFD98A), peach = rgb(0xF6B7A6), sky = rgb(0xB9DDF0), leaf = rgb(0xCDE5B5), lilac = rgb(0xDCCBF0);
    Color alarm = rgb(0x8C1D1D);
    Color focus = rgb(0x1A4FD6);
};

/// What a text is for decides how it looks. Capital heights in millimetres; 4.8 is the smallest that a person standing
/// at 600 mm reads with ease (EN 301 549, 5.1.4).
enum class Style { small, body, strong, lead, option, subheading, heading, title, display, number };

class Theme {
  public:
    /// `longer_side_mm` is the panel's longer side: a panel turned upright keeps its millimetres.
    Theme(Size size, double longer_side_mm);

    [[nodiscard]] Size size() const { return size_; }
    [[nodiscard]] bool portrait() const { return size_.height > size_.width; }
    [[nodiscard]] float px_per_mm() const { return px_per_mm_; }
    /// Millimetres as whole pixels, never fewer than one.
    [[nodiscard]] float mm(double millimetres) const;
    [[nodiscard]] TextStyle style(Style style, Align align = Align::start) const;
    [[nodiscard]] const Palette& palette() const { return palette_; }

    // The grid. A touch target is at least `target` high and wide, with `gap` or more between two.
    [[nodiscard]] float margin() const { return mm(portrait() ? 15 : 20); }
    [[nodiscard]] float target() const { return mm(21); }
    [[nodiscard]] float gap() const { return mm(5); }
    [[nodiscard]] float radius() const { return mm(7); }

  private:
    Size size_;
    float px_per_mm_;
    Palette palette_;
};

}  // namespace talkpoint::ui
