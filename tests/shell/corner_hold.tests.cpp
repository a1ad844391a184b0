#include "shell/corner_hold.hpp"
#include "catch.hpp"

using namespace talkpoint;
using namespace talkpoint::shell;
using namespace std::chrono_literals;
using base::Millis;
using platform::Touch;
using Phase = platform::Touch::Phase;

namespace {

constexpr float side = 80;
constexpr Millis start{5000};

struct Corner {
    CornerHold hold;

    void touch(Phase phase, float x, float y, Millis after = 0ms, std::int64_t finger = 1) {
        hold.touch(Touch{phase, x, y, finger}, side, start + after);
    }
};

}  // namespace

TEST_CASE("a finger that rests in the corner for three seconds is staff, once", "[corner]") {
    Corner corner;
    CHECK_FALSE(corner.hold.due());
    corner.touch(Phase::down, 10, 10);
    CHECK(corner.hold.due() == start + 3s);
    CHECK_FALSE(corner.hold.held(start + 2900ms));
    CHECK(corner.hold.held(start + 3s));
    CHECK_FALSE(corner.hold.held(start + 3s));
    CHECK_FALSE(corner.hold.due());
    CHECK_FALSE(corner.hold.held(start + 60s));
}

TEST_CASE("the corner is the upper left one, as large as it is said to be", "[corner]") {
    const auto [x, y] = GENERATE(std::pair{80.0F, 10.0F}, std::pair{10.0F, 80.0F}, std::pair{1910.0F, 10.0F},
                                 std::pair{10.0F, 1070.0F}, std::pair{-1.0F, 10.0F}, std::pair{10.0F, -1.0F});
    Corner corner;
    corner.touch(Phase::down, x, y);
    CHECK_FALSE(corner.hold.due());
    CHECK_FALSE(corner.hold.held(start + 10s));
    Corner inside;
    inside.touch(Phase::down, 79, 79);
    CHECK(inside.hold.held(start + 3s));
}

TEST_CASE("a finger that is lifted, or leaves the corner, begins anew", "[corner]") {
    Corner corner;
    corner.touch(Phase::down, 10, 10);
    SECTION("lifted") {
        corner.touch(Phase::up, 10, 10, 2900ms);
        CHECK_FALSE(corner.hold.held(start + 3s));
        corner.touch(Phase::down, 10, 10, 2950ms);
        CHECK_FALSE(corner.hold.held(start + 5900ms));
        CHECK(corner.hold.held(start + 5950ms));
    }
    SECTION("taken away by the system") {
        corner.touch(Phase::cancel, 10, 10, 1s);
        CHECK_FALSE(corner.hold.held(start + 4s));
    }
    SECTION("moved within it") {
        corner.touch(Phase::move, 70, 70, 1s);
        CHECK(corner.hold.held(start + 3s));
    }
    SECTION("moved out of it, and back") {
        corner.touch(Phase::move, 81, 10, 1s);
        corner.touch(Phase::move, 10, 10, 1100ms);
        CHECK_FALSE(corner.hold.held(start + 10s));
    }
    SECTION("moved into it from beside it") {
        Corner other;
        other.touch(Phase::down, 100, 10);
        other.touch(Phase::move, 10, 10, 100ms);
        CHECK_FALSE(other.hold.held(start + 10s));
    }
}

TEST_CASE("a second finger makes an end of it", "[corner]") {
    Corner corner;
    corner.touch(Phase::down, 10, 10);
    SECTION("elsewhere") { corner.touch(Phase::down, 500, 500, 1s, 2); }
    SECTION("in the corner, too") { corner.touch(Phase::down, 20, 20, 1s, 2); }
    SECTION("and both in turn") {
        corner.touch(Phase::down, 20, 20, 1s, 2);
        corner.touch(Phase::up, 20, 20, 1100ms, 2);
    }
    CHECK_FALSE(corner.hold.due());
    CHECK_FALSE(corner.hold.held(start + 10s));
}

TEST_CASE("a finger that never lifts, because its screen has gone, shuts no staff out", "[corner]") {
    Corner corner;
    corner.touch(Phase::down, 500, 500, 0ms, 1);
    corner.touch(Phase::down, 10, 10, 100ms, 2);
    corner.touch(Phase::up, 10, 10, 200ms, 2);
    corner.touch(Phase::down, 10, 10, 1s, 3);
    CHECK(corner.hold.held(start + 4s));
}
