// The kiosk that is soaked: the real one, as it is shipped, with a real database, on a clock that the soak moves.
#pragma once

#include "base/clock.hpp"
#include "platform/canvas.hpp"
#include "platform/window.hpp"
#include "shell/content.hpp"
#include "shell/kiosk.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace talkpoint::soak {

/// Main thread. Throws std::runtime_error where it cannot be set up.
class Place {
  public:
    Place(const std::filesystem::path& config, std::filesystem::path state, base::LocalTime start);

    /// Somebody touches it there, briefly; then `pause` passes.
    void touch(float x, float y, base::Millis pause);
    void press(platform::KeyName key, base::Millis pause);
    /// Time passes, from one thing that is due to the next; of a long time only the end is drawn.
    void pass(base::Millis time);
    void pass_until(base::LocalTime when);
    [[nodiscard]] base::LocalTime now() const { return clock_.local(); }
    [[nodiscard]] const ui::Scene& scene() const { return kiosk_->scene(); }
    [[nodiscard]] std::uint64_t frames() const { return kiosk_->frames_drawn(); }

    /// Textures that are there although nothing is drawn any more: each one was forgotten by somebody. Everything is
    /// drawn again afterwards.
    [[nodiscard]] std::size_t forgotten_textures();
    [[nodiscard]] const std::filesystem::path& state() const { return state_; }
    [[nodiscard]] std::size_t responses() const;

  private:
    void settle();

    base::SteppedClock clock_;
    base::Problems problems_;
    std::filesystem::path state_;
    config::Config config_;
    shell::Languages languages_;
    std::unique_ptr<platform::Window> window_;
    std::unique_ptr<platform::Canvas> canvas_;
    std::optional<shell::Kiosk> kiosk_;
};

}  // namespace talkpoint::soak
