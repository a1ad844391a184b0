// Between fingers and meaning: which control a touch or a key works. Remembers only what is under the finger.
#pragma once

#include "base/clock.hpp"
#include "ui/scene.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::ui {

struct Pointer {
    enum class Phase { down, move, up, cancel };
    Phase phase = Phase::move;
    float x = 0, y = 0;
    std::int64_t finger = 0;  ///< which one, while it is down
};

enum class Key {
    tab,
    shift_tab,
    enter,
    escape,
    up,
    down,
    left,
    right,
    home,
    help,
    read,   ///< read aloud, or stop
    again,  ///< say it again
    pause,  ///< or go on
    quieter,
    louder,
    shift,
};

/// Main thread. Rules (access.md): acts on release inside, sliding off cancels, a second touch on the same control
/// within 500 ms is one touch, key and touch take the same path. So is a second touch on the same spot, where the first
/// has brought another control.
///
/// One finger counts at a time, the newest: one that rests on the screen keeps nobody from touching. Several that come
/// down together (a palm, an arm) mean nothing. So does one that comes down on one page and goes up on another; only
/// the frame (Help, Hide) is the same everywhere. So does one that goes up on a control that by then says another thing
/// ("Pause" when it came down, "Play" now). Where nothing can be reached by keys, any key is a touch anywhere.
class Interaction {
  public:
    /// What this asks for, if anything. May change what is pressed or focused: build a new scene after it.
    [[nodiscard]] std::optional<Deed> pointer(const Pointer& pointer, const Scene& scene, base::Millis now);
    [[nodiscard]] std::optional<Deed> key(Key key, const Scene& scene);
    /// Works a control as a finger would that takes its time; nothing if there is no such control.
    [[nodiscard]] std::optional<Deed> activate(const Node& node);
    /// Scanning: the focus goes on to the next control, after the last to the first.
    void scan(const Scene& scene) { move_focus(scene, 1); }
    /// Works what has the focus.
    [[nodiscard]] std::optional<Deed> choose(const Scene& scene);
    /// Scanning: a touch beside every control does the same; a second one within 500 ms is one touch.
    [[nodiscard]] std::optional<Deed> choose_by_touch(const Scene& scene, base::Millis now);

    /// The next touch is one of its own, however soon it comes (a tour takes its time by other clocks).
    void forget_last_touch() { last_activated_at_ = long_ago; }

    /// A builder begins the scene of this place: another place begins with its first part (or, `again`, with the one in
    /// which it was left in this visit), and forgets the focus, and what is pressed.
    void arrive(const std::string& place, bool again = false);
    /// The visit is over: no focus, no pressed control is left. Fingers that rest on the screen stay known, so that
    /// their end does nothing to the next person; and the touch that ended it has no second half.
    void forget();

    [[nodiscard]] bool is_pressed(std::string_view id) const { return pressed_ && *pressed_ == id; }
    [[nodiscard]] bool is_focused(std::string_view id) const { return focused_ && *focused_ == id; }
    [[nodiscard]] const std::optional<std::string>& focused() const { return focused_; }
    [[nodiscard]] int part() const { return part_; }

  private:
    static constexpr base::Millis long_ago{-1'000'000};
    struct Finger {
        std::int64_t id;
        base::Millis since;
    };
    [[nodiscard]] std::optional<Deed> act(const NodeAction& action);
    [[nodiscard]] std::optional<Deed> lifted(const Pointer& pointer, const Scene& scene, base::Millis now);
    [[nodiscard]] bool counts(const Pointer& pointer, base::Millis now);
    /// Is this the second half of a double touch? Else it is remembered as the newest.
    [[nodiscard]] bool doubled(const Pointer& pointer, const Node* under, const Scene& scene, base::Millis now);
    /// Is what the finger came down on still there to be meant?
    [[nodiscard]] bool still_meant(const Node* under, const Scene& scene) const;
    void let_go();
    void move_focus(const Scene& scene, int by);

    std::string place_;
    std::vector<Finger> fingers_;       ///< all that are down, the oldest first
    std::optional<Pointer> came_down_;  ///< the finger that counts, where it came down
    base::Millis came_down_at_{0};
    std::string came_down_page_;
    std::optional<std::string> down_on_;  ///< the control on which it did
    std::string down_on_name_;            ///< what that said then
    std::optional<std::string> pressed_;  ///< the same, while the finger is still on it
    std::optional<std::string> focused_;
    std::string last_activated_;  ///< empty: beside every control
    float last_x_ = 0, last_y_ = 0;
    base::Millis last_activated_at_ = long_ago;
    int part_ = 0;
    std::map<std::string, int> parts_;  ///< of the places of this visit that were left in a later part
};

}  // namespace talkpoint::ui
