#include "survey/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace talkpoint::survey {
namespace {

constexpr double z_95 = 1.959963984540054;  // of the standard normal, 0.975

}  // namespace

Interval wilson_interval(double count, double total) {
    if (!(total > 0)) return {};
    const double p = std::clamp(count / total, 0.0, 1.0);
    const double z2 = z_95 * z_95;
    const double centre = (p + z2 / (2 * total)) / (1 + z2 / total);
    const double half = z_95 * std::sqrt(p * (1 - p) / total + z2 / (4 * total * total)) / (1 + z2 / total);
    // At the ends the bound is 0 or 1 but for rounding.
    return {p <= 0 ? 0 : std::max(0.0, centre - half), p >= 1 ? 1 : std::min(1.0, centre + half)};
}

}  // namespace talkpoint::survey
