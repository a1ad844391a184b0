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

TEST_CASE("McNemar's mid-p is the sum that its definition says") {
    CHECK_THAT(mcnemar_mid_p(8, 2), WithinAbs(0.0654, 0.00005));
    CHECK_THAT(mcnemar_mid_p(2, 8), WithinAbs(0.0654, 0.00005));
    CHECK(mcnemar_mid_p(0, 0) == 1);
    CHECK(mcnemar_mid_p(-3, 0) == 1);
    CHECK_THAT(mcnemar_mid_p(1, 0), WithinAbs(0.5, 1e-12));
    CHECK_THAT(mcnemar_mid_p(5, 0), WithinAbs(1.0 / 32, 1e-12));
    // Of all 2^n ways in which n coins can fall: how many are less likely, and half of those as likely on each side.
    for (int all = 1; all <= 16; ++all)
        for (int one = 0; 2 * one < all; ++one) {
            int below = 0, same = 0;
            for (int ways = 0; ways < 1 << all; ++ways) {
                const int heads = __builtin_popcount(static_cast<unsigned>(ways));
                below += heads < one;
                same += heads == one;
            }
            const double expected = 2 * (below + same / 2.0) / (1 << all);
            CHECK_THAT(mcnemar_mid_p(one, all - one), WithinAbs(expected, 1e-9));
        }
    for (int half = 1; half < 300; ++half) CHECK_THAT(mcnemar_mid_p(half, half), WithinAbs(1, 1e-9));
    CHECK(mcnemar_mid_p(1200, 800) < 1e-12);  // where 2^-trials is no number any more
    CHECK(mcnemar_mid_p(1200, 800) > 0);
    CHECK(mcnemar_mid_p(1010, 990) > 0.6);
}
