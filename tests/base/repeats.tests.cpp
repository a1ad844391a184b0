#include "catch.hpp"

#include "base/repeats.hpp"

#include <string>
#include <vector>

using namespace talkpoint::base;
using Lines = std::vector<std::string>;

TEST_CASE("repeats: the same line is said five times an hour, and then how often it was left out") {
    Repeats repeats;
    for (int i = 0; i < 5; ++i) CHECK(repeats.admit("a", Millis{i}) == Lines{"a"});
    for (int i = 5; i < 1000; ++i) CHECK(repeats.admit("a", Millis{i}).empty());
    CHECK(repeats.admit("b", Millis{1000}) == Lines{"b"});
    CHECK(repeats.admit("b", Repeats::hour - Millis{1}) == Lines{"b"});
    CHECK(repeats.admit("b", Repeats::hour) == Lines{"995 more times in an hour: a", "b"});
    CHECK(repeats.admit("a", Repeats::hour + Millis{1}) == Lines{"a"});
}

TEST_CASE("repeats: an hour begins with its first line, however long it was quiet before") {
    Repeats repeats;
    const Millis late{Repeats::hour * 10 + Millis{1}};
    for (int i = 0; i < 6; ++i) (void)repeats.admit("a", late);
    CHECK(repeats.admit("a", late + Repeats::hour - Millis{1}).empty());
    CHECK(repeats.admit("a", late + Repeats::hour) == Lines{"2 more times in an hour: a", "a"});
}

TEST_CASE("repeats: lines that are all different are bounded as well, and so is what is remembered") {
    Repeats repeats;
    int said = 0;
    for (int i = 0; i < 100'000; ++i) said += static_cast<int>(repeats.admit(std::to_string(i), Millis{i}).size());
    CHECK(said == Repeats::of_all);
    CHECK(repeats.admit("0", Millis{100'000}).empty());  // known, but there is no room
    CHECK(repeats.admit("new", Repeats::hour) ==
          Lines{"1 more times in an hour: 0", "99800 other lines in an hour were left out", "new"});
}
