#include "playback/loop.hpp"

#include <algorithm>

namespace talkpoint::playback {

std::optional<std::size_t> Loop::index(base::Millis elapsed) const {
    if (slides_.empty()) return {};
    return static_cast<std::size_t>(std::max(elapsed, base::Millis{0}) / hold_) % slides_.size();
}

std::optional<base::Millis> Loop::next_change(base::Millis elapsed) const {
    if (slides_.size() < 2) return {};
    return (std::max(elapsed, base::Millis{0}) / hold_ + 1) * hold_;
}

}  // namespace talkpoint::playback
