#pragma once

namespace talkpoint::soak {

struct Counted {
    long bytes, objects;
};
/// What operator new has given out and nobody has given back. Any thread.
[[nodiscard]] Counted counted();

}  // namespace talkpoint::soak
