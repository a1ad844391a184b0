#include "survey/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace talkpoint::survey {
namespace {

constexpr double z_95 = 1.959963984540054;  // of the standard normal, 0.975

/// Of `trials` coins, `heads` fall so: from logarithms, since 2^-trials is soon no number.
double binomial_half(double trials, double heads) {
    return std::exp(std::lgamma(trials + 1) - std::lgamma(heads + 1) - std::lgamma(trials - heads + 1) -
                    trials * std::numbers::ln2);
}

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

double mcnemar_mid_p(std::int64_t one_way, std::int64_t other_way) {
    const auto fewer = std::max<std::int64_t>(0, std::min(one_way, other_way));
    const auto all = fewer + std::max<std::int64_t>({0, one_way, other_way});
    if (all == 0) return 1;
    const auto trials = static_cast<double>(all);
    double tail = 0;
    for (std::int64_t heads = 0; heads < fewer; ++heads) tail += binomial_half(trials, static_cast<double>(heads));
    const double middle = binomial_half(trials, static_cast<double>(fewer));
    // As many one way as the other: the tails meet, and the point between counts half in each.
    return std::min(1.0, 2 * tail + middle);
}

}  // namespace talkpoint::survey
