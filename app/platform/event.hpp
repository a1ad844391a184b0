// What comes from outside: fingers, keys, the end.
#pragma once

#include <cstdint>
#include <variant>

namespace talkpoint::platform {

/// One finger (or the left mouse button), in pixels of the upright picture.
struct Touch {
    enum class Phase { down, move, up, cancel };
    Phase phase = Phase::move;
    float x = 0, y = 0;
    std::int64_t finger = 0;  ///< which one, while it is down
};

enum class KeyName {
    tab,
    shift_tab,
    enter,
    escape,
    up,
    down,
    left,
    right,
    home,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f9,
    f10,
    f11,
    shift
};
struct KeyPress {
    KeyName key;
};

struct QuitRequest {};
/// The window was uncovered: show the picture again.
struct Uncovered {};
/// The window has another size now (another display, another mode): the picture, too, must have it.
struct Resized {};

using Event = std::variant<Touch, KeyPress, QuitRequest, Uncovered, Resized>;

}  // namespace talkpoint::platform
