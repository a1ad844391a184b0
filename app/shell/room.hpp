// What a place offers and plays at this minute of the clock on the wall, and how bright its screen is.
#pragma once

#include "base/clock.hpp"
#include "config/config.hpp"
#include "playback/loop.hpp"
#include "playback/schedule.hpp"
#include "shell/languages.hpp"
#include "ui/screens/screens.hpp"
#include "visit/visit.hpp"

#include <optional>

namespace talkpoint::shell {

/// Main thread. All that it is made of must outlive it.
class Room {
  public:
    Room(const config::Config& config, const Languages& languages, const base::Clock& clock, visit::Visit& visit);

    /// What is there to offer has changed: the visit and the loop have it at once.
    void offer();
    /// While nobody is at the kiosk: what this minute asks for, and the next message when its time has come. Nothing
    /// changes under the hands of a person.
    void play();
    /// Staff have closed it, whatever the hours are; or not.
    void close(bool closed) { closed_by_staff_ = closed; }
    /// What is on the screen stays until then (its film is longer), or goes sooner.
    void stay_until(base::Millis when) { loop_.stay_until(when); }
    /// It stays as long as any other, after all.
    void stay_as_usual();
    [[nodiscard]] const playback::Loop& loop() const { return loop_; }
    [[nodiscard]] ui::Light light() const;
    /// When play() is wanted; nothing while somebody is there.
    [[nodiscard]] std::optional<base::Millis> due() const;

  private:
    [[nodiscard]] bool nobody() const { return visit_.place().screen == visit::Screen::attract; }
    [[nodiscard]] base::LocalTime minute() const;

    const config::Config& config_;
    const Languages& languages_;
    const base::Clock& clock_;
    visit::Visit& visit_;
    playback::Schedule schedule_;
    playback::Plan plan_;
    playback::Loop loop_;
    base::LocalTime planned_{};  ///< the minute of the plan
    bool clock_trusted_ = true;  ///< nobody has been told that it is wrong
    bool closed_by_staff_ = false;
    bool playing_ = true;                       ///< when play() was called last
    std::optional<base::Millis> closed_since_;  ///< and nobody is there
};

}  // namespace talkpoint::shell
