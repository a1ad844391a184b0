// Somebody who comes to the kiosk with something in mind.
#pragma once

#include "base/random.hpp"
#include "place.hpp"

namespace talkpoint::soak {

enum class Wish {
    glance,      ///< looks at the home screen and leaves
    read,        ///< topics and messages
    answer,      ///< a survey, to its thanks
    give_up,     ///< a survey, to somewhere in its middle
    set_up,      ///< languages, settings, help
    be_read_to,  ///< messages, with the voice
    wander,      ///< whatever can be touched
};
inline constexpr int wishes = 7;

/// One visit, from the touch that begins it until the kiosk is back at its attract loop. False: it did not get there.
[[nodiscard]] bool comes_and_goes(Place& place, Wish wish, base::Random& chance);

}  // namespace talkpoint::soak
