// The way into the staff area: one finger that rests in the upper left corner.
#pragma once

#include "base/clock.hpp"
#include "platform/event.hpp"

#include <cstdint>
#include <optional>

namespace talkpoint::shell {

/// Pure. A second finger, or one that leaves the corner, makes an end of it.
class CornerHold {
  public:
    static constexpr base::Millis held_time{3000};

    /// `side`: of the square in the corner, in pixels.
    void touch(const platform::Touch& touch, float side, base::Millis now) {
        const bool inside = touch.x >= 0 && touch.y >= 0 && touch.x < side && touch.y < side;
        switch (touch.phase) {
            case platform::Touch::Phase::down:
                since_ = inside && !since_ ? std::optional{now} : std::nullopt;
                finger_ = touch.finger;
                return;
            case platform::Touch::Phase::move:
                if (touch.finger == finger_ && !inside) since_.reset();
                return;
            case platform::Touch::Phase::up:
            case platform::Touch::Phase::cancel:
                since_.reset();
                return;
        }
    }
    /// True once for each hold, when it has been long enough.
    [[nodiscard]] bool held(base::Millis now) {
        if (!since_ || now - *since_ < held_time) return false;
        since_.reset();
        return true;
    }
    [[nodiscard]] std::optional<base::Millis> due() const {
        return since_ ? std::optional{*since_ + held_time} : std::nullopt;
    }

  private:
    std::optional<base::Millis> since_;
    std::int64_t finger_ = 0;
};

}  // namespace talkpoint::shell
