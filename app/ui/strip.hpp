// What an author sees beside the kiosk's screen in a preview: what is wrong with the pack. Never there for the public.
#pragma once

#include "ui/builder.hpp"

#include <string>
#include <vector>

namespace talkpoint::ui {

struct Strip {
    struct Problem {
        std::string place;  ///< file and line
        std::string text;
        bool error = true;  ///< else a warning
    };
    struct Group {
        std::string heading;
        std::vector<Problem> problems;  ///< the first are shown, as many as have room
    };
    std::string title;
    std::string state;   ///< one sentence under the title
    bool alarm = false;  ///< the state is one that somebody must see
    std::vector<Group> groups;
    std::vector<std::string> notes;  ///< at its end
};

/// A window, cut in two: the kiosk's screen keeps the proportions of a panel (16:9, or 9:16 where the window is
/// upright); the strip has at least 30 percent, on the right or under it.
struct Halves {
    Rect screen, strip;
};
[[nodiscard]] Halves halves_of(Size window);

/// The scene of the whole window. `screen` was built for the size of halves_of(window).screen. `context` is that of the
/// kiosk; the strip is in English whatever its language, and as large on every panel.
[[nodiscard]] Scene with_strip(const Scene& screen, const Strip& strip, const Context& context, Size window);

}  // namespace talkpoint::ui
