// The messages that follow each other on the screen while nobody is there.
#pragma once

#include "base/clock.hpp"

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

struct Weighted {
    Slide slide;
    int weight = 1;  ///< at least 1
};

/// One round, in which each comes as often as its weight says, as far from itself as may be. Of equal weights: once, in
/// their order. A slide that is named twice has both weights.
[[nodiscard]] std::vector<Slide> round_of(const std::vector<Weighted>& slides);

/// Where the loop is. Time is passed in; it goes on where it was when nobody is there again, so that messages at the
/// end of a round are seen as often as those at its beginning. May be empty: then nothing plays.
class Loop {
  public:
    Loop() = default;
    /// `hold`: how long each is shown; positive.
    explicit Loop(base::Millis hold) : hold_(hold) {}

    /// Another round, from its beginning; the slide that is on the screen stays for its time, if it is part of it.
    void play(std::vector<Slide> round, base::Millis now);
    /// Somebody was there and has gone: the next one begins, without a crossfade.
    void go_on(base::Millis now);
    /// The next one begins if it is due. Did it?
    bool tick(base::Millis now);
    /// What is on the screen stays until then (its film is longer), or goes sooner.
    void stay_until(base::Millis when) { until_ = when; }

    [[nodiscard]] const std::vector<Slide>& round() const { return round_; }
    [[nodiscard]] const Slide* showing() const { return round_.empty() ? nullptr : &round_[index_]; }
    [[nodiscard]] std::size_t index() const { return index_; }
    /// Counts every slide that has been shown: another number is another slide, though it be the same message.
    [[nodiscard]] std::size_t number() const { return number_; }
    [[nodiscard]] base::Millis began() const { return began_; }
    /// It came after another one, which it may fade over.
    [[nodiscard]] bool follows() const { return follows_; }
    /// As it will be when the next one has begun; an empty one as it is.
    [[nodiscard]] Loop ahead() const;
    /// When the next one comes: a message that is alone is shown again. Nothing where there is none.
    [[nodiscard]] std::optional<base::Millis> due() const;

  private:
    void begin(std::size_t index, bool follows, base::Millis now);

    std::vector<Slide> round_;
    base::Millis hold_{8000}, began_{0}, until_{0};
    std::size_t index_ = 0, number_ = 0;
    bool follows_ = false;
};

}  // namespace talkpoint::playback
