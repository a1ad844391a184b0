#include "catch.hpp"

#include "playback/loop.hpp"

#include <algorithm>

using namespace talkpoint::playback;
using namespace std::chrono_literals;

namespace {

Slide slide(std::string message) { return {"pack", std::move(message)}; }

std::vector<Slide> slides(std::string_view letters) {
    std::vector<Slide> out;
    for (const char letter : letters) out.push_back(slide({letter}));
    return out;
}

std::string letters(const std::vector<Slide>& round) {
    std::string out;
    for (const auto& one : round) out += one.message;
    return out;
}

Loop loop_of(std::string_view letters) {
    Loop loop{8000ms};
    loop.play(slides(letters), 0ms);
    return loop;
}

}  // namespace

TEST_CASE("loop: each slide has its time, and then they begin again", "[loop]") {
    Loop loop = loop_of("abc");
    CHECK(loop.showing()->message == "a");
    CHECK(loop.ahead().showing()->message == "b");
    CHECK(loop.ahead().follows());
    CHECK(loop.showing()->message == "a");
    CHECK_FALSE(loop.follows());
    CHECK(loop.due() == 8000ms);
    CHECK_FALSE(loop.tick(7999ms));
    CHECK(loop.tick(8000ms));
    CHECK(loop.showing()->message == "b");
    CHECK(loop.follows());
    CHECK(loop.began() == 8000ms);
    CHECK(loop.tick(16'010ms));
    CHECK(loop.due() == 24'010ms);
    CHECK(loop.tick(24'010ms));
    CHECK(loop.showing()->message == "a");
}

TEST_CASE("loop: a machine that slept goes on with the next one", "[loop]") {
    Loop loop = loop_of("abc");
    CHECK(loop.tick(24h));
    CHECK(loop.showing()->message == "b");
    CHECK(loop.began() == 24h);
    CHECK_FALSE(loop.tick(24h + 1ms));
}

TEST_CASE("loop: one slide never changes, none shows nothing", "[loop]") {
    Loop alone = loop_of("a");
    CHECK(alone.tick(8000ms));
    CHECK(alone.showing()->message == "a");
    CHECK(alone.number() == loop_of("a").number() + 1);  // shown once more
    CHECK_FALSE(alone.follows());                        // but it does not fade over itself
    CHECK(loop_of("a").showing()->message == "a");
    CHECK(loop_of("").showing() == nullptr);
    CHECK(loop_of("").ahead().showing() == nullptr);
    CHECK(loop_of("a").ahead().showing()->message == "a");
    CHECK_FALSE(Loop{}.due().has_value());
    Loop loop = loop_of("");
    loop.go_on(10ms);
    CHECK(loop.showing() == nullptr);
}

TEST_CASE("loop: it goes on with the next slide when nobody is there again", "[loop]") {
    Loop loop = loop_of("abc");
    const auto number = loop.number();
    loop.go_on(100'000ms);
    CHECK(loop.showing()->message == "b");
    CHECK_FALSE(loop.follows());  // it is simply there
    CHECK(loop.due() == 108'000ms);
    CHECK(loop.number() == number + 1);
}

TEST_CASE("loop: another round leaves what is on the screen its time, if it is part of it", "[loop]") {
    Loop loop = loop_of("abc");
    loop.tick(8000ms);
    loop.play(slides("xyb"), 9000ms);
    CHECK(loop.showing()->message == "b");
    CHECK(loop.due() == 16'000ms);
    CHECK(loop.ahead().showing()->message == "x");
    loop.play(slides("pq"), 10'000ms);
    CHECK(loop.showing()->message == "p");
    CHECK(loop.follows());
    CHECK(loop.due() == 18'000ms);
    loop.play(slides("pq"), 11'000ms);
    CHECK(loop.due() == 18'000ms);
    loop.play({}, 11'000ms);
    CHECK(loop.showing() == nullptr);
    loop.play(slides("ab"), 12'000ms);
    CHECK(loop.showing()->message == "a");
    CHECK_FALSE(loop.follows());
}

TEST_CASE("loop: a film stays until it ends", "[loop]") {
    Loop loop = loop_of("ab");
    loop.stay_until(31'000ms);
    CHECK_FALSE(loop.tick(30'999ms));
    CHECK(loop.tick(31'000ms));
    CHECK(loop.due() == 39'000ms);
}

TEST_CASE("loop: in a round each comes as often as its weight, spread evenly", "[loop]") {
    struct Case {
        std::vector<Weighted> slides;
        std::string round;
    };
    const std::vector<Case> cases = {
        {{}, ""},
        {{{slide("a"), 1}}, "a"},
        {{{slide("a"), 5}}, "a"},
        {{{slide("a"), 1}, {slide("b"), 1}, {slide("c"), 1}}, "abc"},
        {{{slide("a"), 4}, {slide("b"), 4}}, "ab"},
        {{{slide("a"), 2}, {slide("b"), 1}, {slide("c"), 1}}, "abca"},
        {{{slide("a"), 5}, {slide("b"), 1}, {slide("c"), 1}}, "aabacaa"},
        {{{slide("a"), 1}, {slide("b"), 1}, {slide("a"), 1}}, "aba"},  // named twice
    };
    for (const auto& one : cases) CHECK(letters(round_of(one.slides)) == one.round);
}

TEST_CASE("loop: a thousand messages of every weight make a round in which each has its share", "[loop]") {
    std::vector<Weighted> all;
    for (int i = 0; i < 1000; ++i) all.push_back({slide(std::to_string(i)), i % 9 + 1});
    const auto round = round_of(all);
    for (const int i : {0, 8, 500, 999}) CHECK(std::ranges::count(round, slide(std::to_string(i))) == i % 9 + 1);
}
