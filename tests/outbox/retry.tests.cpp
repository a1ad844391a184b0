#include "outbox/retry.hpp"
#include "catch.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <set>
#include <vector>

using namespace talkpoint;
using namespace std::chrono_literals;
using base::Millis;
using outbox::back_off;
using outbox::PassEnd;
using outbox::Schedule;

namespace {

constexpr Millis every = 10min;

}  // namespace

TEST_CASE("back_off: a minute, doubled up to six hours, a fifth shorter or longer") {
    base::Random random{1};
    Millis middle = 1min;
    for (int failures = 1; failures <= 40; ++failures) {
        CAPTURE(failures);
        Millis shortest = Millis::max(), longest{0};
        for (int i = 0; i < 2000; ++i) {
            const auto wait = back_off(failures, random);
            shortest = std::min(shortest, wait);
            longest = std::max(longest, wait);
        }
        CHECK(shortest >= middle * 4 / 5);
        CHECK(longest < middle * 6 / 5);
        // The whole width is used, or kiosks would come back together.
        CHECK(shortest < middle * 82 / 100);
        CHECK(longest > middle * 118 / 100);
        middle = std::min<Millis>(middle * 2, 6h);
    }
    CHECK(middle == 6h);
}

TEST_CASE("the first pass comes within seconds") {
    std::set<Millis> moments;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        base::Random random{seed};
        const Schedule schedule{every, random, 5h};
        REQUIRE(schedule.due());
        CHECK(*schedule.due() > Millis{5h});
        CHECK(*schedule.due() <= Millis{5h} + 10s);
        moments.insert(*schedule.due());
    }
    CHECK(moments.size() > 100);
}

TEST_CASE("one pass in each stretch, at a moment of it that chance chooses") {
    constexpr int stretches = 6, seeds = 3000;
    constexpr std::size_t parts = 10;
    std::array<int, parts> count{};
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        base::Random random{seed};
        const Millis start{static_cast<Millis::rep>(seed) * 1234};
        Schedule schedule{every, random, start};
        for (int stretch = 0; stretch < stretches; ++stretch) {
            const auto due = schedule.due();
            REQUIRE(due);
            REQUIRE(*due >= start + stretch * every);
            REQUIRE(*due < start + (stretch + 1) * every);
            if (stretch > 0)
                ++count[static_cast<std::size_t>((*due - start - stretch * every).count() * static_cast<long>(parts) /
                                                 every.count())];
            schedule.begin();
            CHECK_FALSE(schedule.due());
            schedule.end(PassEnd::done, {}, *due);
        }
    }
    // Evenly: 1,500 in each tenth, give or take four times what chance gives or takes.
    constexpr int expected = (stretches - 1) * seeds / static_cast<int>(parts);
    for (const int of_part : count) CHECK(std::abs(of_part - expected) < 150);
}

TEST_CASE("a pass that takes longer than a stretch is followed by one in the next, not by those that were missed") {
    base::Random random{3};
    Schedule schedule{every, random, 0ms};
    schedule.begin();
    schedule.end(PassEnd::done, {}, 3 * every + 1min);
    REQUIRE(schedule.due());
    CHECK(*schedule.due() >= 4 * every);
    CHECK(*schedule.due() < 5 * every);
    const auto now = *schedule.due();
    schedule.begin();
    schedule.end(PassEnd::done, {}, now + 1s);
    CHECK(*schedule.due() >= 5 * every);
    CHECK(*schedule.due() < 6 * every);
}

TEST_CASE("after a failure the next try comes after a minute, and more rarely each time") {
    base::Random random{4};
    Schedule schedule{every, random, 0ms};
    Millis now = 5s, middle = 1min;
    for (int failure = 0; failure < 15; ++failure) {
        schedule.begin();
        schedule.end(PassEnd::later, {}, now);
        REQUIRE(schedule.due());
        CHECK(*schedule.due() - now >= middle * 4 / 5);
        CHECK(*schedule.due() - now < middle * 6 / 5);
        now = *schedule.due();
        middle = std::min<Millis>(middle * 2, 6h);
    }
    SECTION("a success begins again: at a moment of a stretch, and a failure after it waits a minute") {
        schedule.begin();
        schedule.end(PassEnd::done, {}, now);
        CHECK(*schedule.due() > now);
        CHECK(*schedule.due() < now + 2 * every);
        schedule.begin();
        schedule.end(PassEnd::later, {}, now);
        CHECK(*schedule.due() - now < 72s);
    }
    SECTION("so does a failure after which something had arrived") {
        schedule.begin();
        schedule.end(PassEnd::later, {}, now, true);
        CHECK(*schedule.due() - now < 72s);
    }
}

TEST_CASE("what the server asks for is obeyed where it is longer") {
    base::Random random{5};
    Schedule schedule{every, random, 0ms};
    schedule.begin();
    schedule.end(PassEnd::later, Millis{3h}, 1min);
    CHECK(*schedule.due() == Millis{3h} + 1min);
    schedule.begin();
    schedule.end(PassEnd::later, Millis{5s}, 1min);  // the second failure: two minutes
    CHECK(*schedule.due() - 1min >= 96s);
    CHECK(*schedule.due() - 1min < 144s);
}

// A pass that is still refused asks the server nothing; but a person may have set it right meanwhile.
TEST_CASE("when the server refuses us, the next look is in six hours") {
    base::Random random{6};
    Schedule schedule{every, random, 0ms};
    for (Millis now = 5s; now < 48h;) {
        schedule.begin();
        CHECK_FALSE(schedule.due());
        schedule.end(PassEnd::stopped, {}, now);
        REQUIRE(schedule.due());
        CHECK(*schedule.due() - now == Millis{6h});
        now = *schedule.due();
    }
    schedule.begin();
    schedule.end(PassEnd::done, {}, 60h);
    CHECK(*schedule.due() > Millis{60h});
    CHECK(*schedule.due() < Millis{60h} + 2 * every);
}
