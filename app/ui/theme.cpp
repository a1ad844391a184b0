#include "ui/theme.hpp"

namespace talkpoint::ui {
namespace {

// On a panel smaller than this nothing would fit at its true size: there everything is as much smaller as it must be.
constexpr double least_long_mm = 340, least_short_mm = 190;

// Reach from a wheelchair and for a child (ADA 308), floor to target.
constexpr double lowest_reach_mm = 455, highest_reach_mm = 1015;
// What the controls need at least, however high the panel hangs.
constexpr double least_band_mm = 112;

// Capitals that subtend 0.7 degrees (EN 301 549, 5.1.4), and a little more, so that rounding never falls below.
constexpr double large_per_distance = 0.01222 * 1.01;
constexpr double smallest_cap_mm = 4.9;

}  // namespace

Palette high_contrast() {
    constexpr Color black = rgb(0x000000), white = rgb(0xFFFFFF), yellow = rgb(0xFFDD33);
    Palette p;
    p.ink = p.line = p.teal = white;
    p.paper = p.surface = p.mint = p.sun = p.peach = p.sky = p.leaf = p.lilac = black;
    p.deep = p.alarm = yellow;
    p.dark = white;
    p.on_deep = black;
    p.focus = rgb(0x6CE0FF);
    p.focus_inside = black;
    p.outlined = true;
    return p;
}

Theme::Theme(Size size, const Panel& panel, const Wishes& wishes) : size_(size), wishes_(wishes) {
    const double longer = std::max(size.width, size.height), shorter = std::min(size.width, size.height);
    const double true_px_per_mm = longer / panel.longer_side_mm;
    const double px_per_mm = std::min({true_px_per_mm, longer / least_long_mm, shorter / least_short_mm});
    px_per_mm_ = static_cast<float>(px_per_mm);
    small_mm_ = static_cast<float>(smallest_cap_mm);
    if (wishes.large_text)
        small_mm_ = static_cast<float>(std::max(smallest_cap_mm * 1.5, panel.viewing_distance_mm * large_per_distance));
    if (wishes.high_contrast) palette_ = high_contrast();

    reach_ = {0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
    if (!wishes.lower) return;
    const auto from_top = [&](double above_floor_mm) {
        return static_cast<float>(size.height - (above_floor_mm - panel.mount_height_mm) * true_px_per_mm);
    };
    const float bottom = std::clamp(from_top(lowest_reach_mm), 0.F, reach_.h);
    const float least = std::min(bottom, static_cast<float>(least_band_mm * px_per_mm));
    const float top = std::clamp(std::ceil(from_top(highest_reach_mm)), 0.F, bottom - least);
    reach_.y = top;
    reach_.h = std::floor(bottom) - top;
}

float Theme::mm(double millimetres) const {
    return std::max(1.F, std::round(static_cast<float>(millimetres) * px_per_mm_));
}

TextStyle Theme::style(Style style, Align align) const {
    // Large text grows most where it was smallest: headings need it less, and the room is the same.
    const float grown = small_mm_ / static_cast<float>(smallest_cap_mm);
    const auto of = [&](double cap_mm, Weight weight) {
        const auto standard = static_cast<float>(cap_mm);
        const float share = static_cast<float>(smallest_cap_mm) / standard;
        const float cap = std::max(standard * (1 + (grown - 1) * share * share), small_mm_);
        return TextStyle{cap * px_per_mm_, weight, align, false};
    };
    switch (style) {
        case Style::small:
            return of(4.9, Weight::regular);
        case Style::body:
            return of(5.6, Weight::regular);
        case Style::strong:
            return of(5.3, Weight::bold);
        case Style::lead:
            return of(6.6, Weight::regular);
        case Style::option:
            return of(6.0, Weight::regular);
        case Style::subheading:
            return of(6.6, Weight::bold);
        case Style::heading:
            return of(8.2, Weight::bold);
        case Style::title:
            return of(9.6, Weight::bold);
        case Style::display:
            return of(portrait() ? 15.5 : 16.5, Weight::bold);
        case Style::number:
            return of(9.2, Weight::bold);
    }
    return of(5.6, Weight::regular);
}

}  // namespace talkpoint::ui
