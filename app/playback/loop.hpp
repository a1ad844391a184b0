// Which message plays to the room now. Pure: the answer depends on the time since the loop began, and nothing else.
#pragma once

#include "base/clock.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::playback {

struct Slide {
    std::string pack;
    std::string message;
    friend bool operator==(const Slide&, const Slide&) = default;
};

/// Slides that follow each other for ever, each shown for the same time. May be empty: then nothing plays.
class Loop {
  public:
    Loop() = default;
    /// `hold` must be positive.
    Loop(std::vector<Slide> slides, base::Millis hold) : slides_(std::move(slides)), hold_(hold) {}

    [[nodiscard]] const std::vector<Slide>& slides() const { return slides_; }
    /// Index of the slide that shows `elapsed` after the start; nothing in an empty loop.
    [[nodiscard]] std::optional<std::size_t> index(base::Millis elapsed) const;
    /// When the slide that shows now began, counted from the start.
    [[nodiscard]] base::Millis began(base::Millis elapsed) const {
        return std::max(elapsed, base::Millis{0}) / hold_ * hold_;
    }
    /// How long after the start the next slide comes; nothing where there are fewer than two.
    [[nodiscard]] std::optional<base::Millis> next_change(base::Millis elapsed) const;

  private:
    std::vector<Slide> slides_;
    base::Millis hold_{8000};
};

}  // namespace talkpoint::playback
