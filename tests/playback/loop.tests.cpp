#include "catch.hpp"

#include "playback/loop.hpp"

using namespace talkpoint::playback;
using namespace std::chrono_literals;

namespace {
Loop loop_of(int count) {
    std::vector<Slide> slides;
    for (int i = 0; i < count; ++i) slides.push_back({"pack", std::to_string(i)});
    return {std::move(slides), 8000ms};
}
}  // namespace

TEST_CASE("loop: each slide has its time, and then they begin again", "[loop]") {
    const Loop loop = loop_of(3);
    CHECK(loop.index(0ms) == 0);
    CHECK(loop.index(7999ms) == 0);
    CHECK(loop.index(8000ms) == 1);
    CHECK(loop.index(23'999ms) == 2);
    CHECK(loop.index(24'000ms) == 0);
    CHECK(loop.index(24h * 365) == (24h * 365 / 8000ms) % 3);
}

TEST_CASE("loop: says when the slide began and when the next one comes", "[loop]") {
    const Loop loop = loop_of(2);
    CHECK(loop.began(0ms) == 0ms);
    CHECK(loop.began(15'999ms) == 8000ms);
    CHECK(loop.next_change(0ms) == 8000ms);
    CHECK(loop.next_change(7999ms) == 8000ms);
    CHECK(loop.next_change(8000ms) == 16'000ms);
}

TEST_CASE("loop: one slide never changes, none shows nothing", "[loop]") {
    CHECK(loop_of(1).index(100'000ms) == 0);
    CHECK_FALSE(loop_of(1).next_change(0ms).has_value());
    CHECK_FALSE(loop_of(0).index(0ms).has_value());
    CHECK_FALSE(Loop{}.next_change(0ms).has_value());
}

TEST_CASE("loop: a clock before its beginning shows the first slide", "[loop]") {
    const Loop loop = loop_of(2);
    CHECK(loop.index(-1ms) == 0);
    CHECK(loop.began(-9000ms) == 0ms);
    CHECK(loop.next_change(-1ms) == 8000ms);
}
