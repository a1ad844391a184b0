// Colours and sizes, all sizes in millimetres of the declared display.
#pragma once

#include "ui/geometry.hpp"
#include "ui/text.hpp"

namespace talkpoint::ui {

/// Contrast of every text against what it stands on is 7:1 or more; tests compute it.
struct Palette {
    Color ink = rgb(0x12343B);      ///< words, outlines, marks
    Color paper = rgb(0xFFF7EA);    ///< the page
    Color surface = rgb(0xFFFFFF);  ///< what can be touched
    Color deep = rgb(0x0B4F4A);     ///< the one thing to do next
    Color on_deep = rgb(0xFFFFFF);  ///< words on deep, dark and alarm
    Color dark = rgb(0x12343B);     ///< Hide
    Color teal = rgb(0x0B6158), line = rgb(0xE7DCC8);
    Color mint = rgb(0xCFE8E3);  ///< chosen; quiet boxes
    Color sun = rgb(0xFFD98A), peach = rgb(0xF6B7A6), sky = rgb(0xB9DDF0), leaf = rgb(0xCDE5B5), lilac = rgb(0xDCCBF0);
    Color alarm = rgb(0x8C1D1D);
    Color focus = rgb(0x1A4FD6), focus_inside = rgb(0xFFFFFF);
    bool outlined = false;  ///< boxes and cards need an outline, because no colour sets them off
};
/// White, black and one yellow: every pair that meets has 7:1 or more.
[[nodiscard]] Palette high_contrast();

/// What a text is for decides how it looks. Capital heights in millimetres; 4.8 is the smallest that a person standing
/// at 600 mm reads with ease (EN 301 549, 5.1.4).
enum class Style { small, body, strong, lead, option, subheading, heading, title, display, number };

/// Where the panel hangs, as the configuration declares it.
struct Panel {
    double longer_side_mm = 476;  ///< a panel turned upright keeps its millimetres
    double viewing_distance_mm = 600;
    double mount_height_mm = 900;  ///< floor to the picture's lower edge
};

/// What the person at the kiosk asks of it.
struct Wishes {
    bool large_text = false, high_contrast = false, lower = false;
    friend bool operator==(const Wishes&, const Wishes&) = default;
};

class Theme {
  public:
    Theme(Size size, const Panel& panel, const Wishes& wishes = {});

    [[nodiscard]] Size size() const { return size_; }
    [[nodiscard]] bool portrait() const { return size_.height > size_.width; }
    [[nodiscard]] float px_per_mm() const { return px_per_mm_; }
    /// Millimetres as whole pixels, never fewer than one.
    [[nodiscard]] float mm(double millimetres) const;
    [[nodiscard]] TextStyle style(Style style, Align align = Align::start) const;
    [[nodiscard]] const Palette& palette() const { return palette_; }
    [[nodiscard]] const Wishes& wishes() const { return wishes_; }
    /// Where controls may stand: everywhere, or with `lower` between 455 and 1015 mm above the floor; a panel that
    /// hangs too high for that: its lowest part.
    [[nodiscard]] Rect reach() const { return reach_; }

    /// There is little height for what can be touched: the controls are lowered, or the panel itself is low.
    [[nodiscard]] bool tight() const { return wishes_.lower || static_cast<float>(size_.height) < mm(230); }

    // The grid. A touch target is at least `target` high and wide, with `gap` or more between two.
    [[nodiscard]] float margin() const { return mm(portrait() ? 15 : 20); }
    [[nodiscard]] float target() const { return mm(21); }
    [[nodiscard]] float gap() const { return mm(5); }
    [[nodiscard]] float radius() const { return mm(7); }

  private:
    Size size_;
    Wishes wishes_;
    float px_per_mm_;
    float small_mm_;  ///< capital height of the smallest text
    Palette palette_;
    Rect reach_;
};

}  // namespace talkpoint::ui
