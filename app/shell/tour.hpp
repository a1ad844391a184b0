// Drives the kiosk from a script, through the same path as fingers and keys.
#pragma once

#include "base/clock.hpp"
#include "platform/canvas.hpp"
#include "shell/kiosk.hpp"
#include "shell/tour_script.hpp"

#include <atomic>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::shell {

/// Main thread. Time moves only by `wait` and by one frame a step, so that a tour can be repeated and runs as fast as
/// it can.
class Tour {
  public:
    /// `shots` empty: the steps `shot` and `dump` fail.
    Tour(Kiosk& kiosk, platform::Canvas& canvas, base::SteppedClock& clock, std::filesystem::path script,
         std::filesystem::path shots)
        : kiosk_(kiosk), canvas_(canvas), clock_(clock), script_(std::move(script)), shots_(std::move(shots)) {}

    /// Walks through the steps until the end, the first that fails, or `stop`. The error is "FILE:LINE: step: what was
    /// there instead"; a picture and a dump of that moment lie among the shots.
    [[nodiscard]] std::expected<void, std::string> run(const std::vector<Step>& steps, const std::atomic<bool>& stop);

  private:
    using Outcome = std::expected<void, std::string>;
    Outcome walk(const Step& step);
    Outcome tap(const std::string& name);
    Outcome touch(float x, float y);
    void hold(const step::Hold& where);
    void wait(base::Millis duration);
    Outcome shot(const std::string& name);
    Outcome dump(const std::string& name);
    void frame();

    Kiosk& kiosk_;
    platform::Canvas& canvas_;
    base::SteppedClock& clock_;
    std::filesystem::path script_, shots_;
};

}  // namespace talkpoint::shell
