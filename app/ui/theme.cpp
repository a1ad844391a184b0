#include "ui/theme.hpp"

namespace talkpoint::ui {

// On a panel smaller than this nothing would fit at its true size: there everything is as much smaller as it must be.
constexpr double least_long_mm = 340, least_short_mm = 190;

Theme::Theme(Size size, double longer_side_mm) : size_(size) {
    const double longer = std::max(size.width, size.height), shorter = std::min(size.width, size.height);
    px_per_mm_ =
        static_cast<float>(std::min({longer / longer_side_mm, longer / least_long_mm, shorter / least_short_mm}));
}

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
