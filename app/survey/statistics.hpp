// What may be said of proportions. Pure.
#pragma once

#include <cstdint>

namespace talkpoint::survey {

/// Bounds between which a proportion lies; 0 to 1.
struct Interval {
    double low = 0, high = 1;
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// The score interval of Wilson, 95 %, for `count` of `total`; of nobody 0 to 1. `count` is held between 0 and `total`.
/// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.
[[nodiscard]] Interval wilson_interval(double count, double total);

/// Two-sided mid-p value of McNemar's test: of those whose answer before and after differs, so many changed one way and
/// so many the other. 1 where none did. Negative numbers are none.
/// M. W. Fagerland, S. Lydersen, P. Laake, The McNemar test for binary matched-pairs data: mid-p and asymptotic are
/// better than exact conditional, BMC Medical Research Methodology 13 (2013), 91.
[[nodiscard]] double mcnemar_mid_p(std::int64_t one_way, std::int64_t other_way);

}  // namespace talkpoint::survey
