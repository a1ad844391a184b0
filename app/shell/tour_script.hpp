// A tour as it is written: one step a line (README.md).
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "platform/event.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace talkpoint::shell {

namespace step {
struct Tap {
    std::string name;
};  ///< an accessible name, or `#id`
struct Press {
    platform::KeyName key;
};
struct Touch {
    float x, y;
};
struct Hold {
    float x, y;
    base::Millis duration;
};
struct Wait {
    base::Millis duration;
};
struct See {
    std::string text;
};
struct NotSee {
    std::string text;
};
struct Hear {
    std::string text;
};
struct Headphones {
    bool in;
};
struct On {
    std::string screen;
};
struct Shot {
    std::string name;
};
struct Dump {
    std::string name;
};
}  // namespace step

struct Step {
    int line = 0;
    std::string text;  ///< as written
    std::variant<step::Tap, step::Press, step::Touch, step::Hold, step::Wait, step::See, step::NotSee, step::Hear,
                 step::Headphones, step::On, step::Shot, step::Dump>
        what;
};

/// Every line that is not a step is a problem; the steps are then not to be used.
[[nodiscard]] std::vector<Step> read_tour(const std::filesystem::path& file, base::Problems& problems);

}  // namespace talkpoint::shell
