// What may be said of proportions. Pure.
#pragma once

namespace talkpoint::survey {

/// Bounds between which a proportion lies; 0 to 1.
struct Interval {
    double low = 0, high = 1;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The score interval of Wilson, 95 %, for `count` of `total`; of nobody 0 to 1. `count` is held between 0 and `total`.
/// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
[[nodiscard]] Interval wilson_interval(double count, double total);

}  // namespace talkpoint::survey
