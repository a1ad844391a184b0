#include "survey/statistics.hpp"
#include "catch.hpp"

#include <cmath>

using namespace talkpoint::survey;
using Catch::Matchers::WithinAbs;

TEST_CASE("Wilson's interval is the published one") {
    struct Known {
        double count, total, low, high;
    };
    // 81 of 263 and 0 of 10: as in R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
    const auto known =
        GENERATE(Known{8, 10, 0.490, 0.943}, Known{0, 10, 0, 0.278}, Known{10, 10, 0.722, 1},
                 Known{81, 263, 0.2553, 0.3662}, Known{15, 148, 0.0624, 0.1605}, Known{1, 29, 0.0061, 0.1718});
    CAPTURE(known.count, known.total);
    const auto interval = wilson_interval(known.count, known.total);
    CHECK_THAT(interval.low, WithinAbs(known.low, 0.0005));
    CHECK_THAT(interval.high, WithinAbs(known.high, 0.0005));
}

TEST_CASE("an interval lies in 0 to 1, around its share, and is narrower the more there are") {
    for (int total = 1; total <= 200; ++total)
        for (int count = 0; count <= total; ++count) {
            const auto [low, high] = wilson_interval(count, total);
            const double share = static_cast<double>(count) / total;
            REQUIRE((0 <= low && low <= share && share <= high && high <= 1));
            const auto more = wilson_interval(10.0 * count, 10.0 * total);
            REQUIRE(more.high - more.low < high - low);
            // As many not: the same, from the other end.
            const auto others = wilson_interval(total - count, total);
            REQUIRE(std::abs(others.low - (1 - high)) < 1e-12);
        }
    CHECK(wilson_interval(0, 0).low == 0);
    CHECK(wilson_interval(0, 0).high == 1);
    CHECK(wilson_interval(12, 10).high == 1);
    CHECK(wilson_interval(-1, 10).low == 0);
}
