// Somebody in the staff area.
#pragma once

#include "catch.hpp"
#include "staff/area.hpp"

#include <string_view>

namespace talkpoint::tests {

using namespace staff;
using base::Millis;

inline constexpr Millis start{1'000'000};

/// Somebody in the staff area, and what came of what they did last.
struct Staff {
    Area area{"", start};
    Effects effects;
    Millis now = start;

    Staff& act(const Action& action) {
        effects = area.update(action, now);
        return *this;
    }
    Staff& type(std::string_view keys) {
        for (const char key : keys) act(Type{key});
        return *this;
    }
    Staff& come_in() {
        type("2749").act(Enter{});
        effects = area.pin_was(true, {}, now);
        REQUIRE(area.is_in());
        return *this;
    }
    Staff& open(Screen screen, const std::string& which = {}) { return act(Open{screen, which}); }
    Staff& told(Told outcome) {
        area.told(std::move(outcome), now);
        return *this;
    }
};

}  // namespace talkpoint::tests
