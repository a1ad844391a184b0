#include "ui/theme.hpp"

namespace talkpoint::ui {

Theme::Theme(Size size, double longer_side_mm)
    : size_(size), px_per_mm_(static_cast<float>(std::max(size.width, size.height) / longer_side_mm)) {}

float Theme::mm(double millimetres) const {
    return std::max(1.F, std::round(static_cast<float>(millimetres) * px_per_mm_));
}

TextStyle Theme::style(Style style, Align align) const {
    const auto of = [&](double cap_mm, Weight weight) {
        // A little above the promise, so that rounding to pixels never falls below it.
        return TextStyle{static_cast<float>(cap_mm) * px_per_mm_, weight, align, false};
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
