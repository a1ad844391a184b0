// From scenes to frames: what has changed is drawn, a new page comes with all its letters, and shows where it came
// from.
#pragma once

#include "base/clock.hpp"
#include "platform/canvas.hpp"
#include "ui/scene.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace talkpoint::shell {

/// Where a new page lies, seen from the one before.
enum class Heading { onwards, back, over };

/// Main thread. The canvas must outlive it.
class Showing {
  public:
    explicit Showing(platform::Canvas& canvas) : canvas_(canvas) {}

    /// `page`: another one is another page. `still`: nothing moves. `again`: show the picture even if nothing changed.
    /// A page waits up to `patience` for its letters, so that it is not seen without them; Hide waits for nothing.
    void show(ui::Scene next, const std::string& page, Heading heading, bool still, bool again, base::Millis now);
    /// What the person sees. A touch means what stands there.
    [[nodiscard]] const ui::Scene& scene() const { return scene_; }
    /// A newer one is not shown yet, because it waits for its letters.
    [[nodiscard]] bool waiting() const { return waiting_.has_value(); }
    /// When the next frame is due by time alone.
    [[nodiscard]] std::optional<base::Millis> due(base::Millis now) const;
    /// There is no picture any more, and no scene, until the next show().
    void begin_again();
    /// A page that is still moving has arrived.
    void arrive();
    [[nodiscard]] std::uint64_t frames_drawn() const { return frames_drawn_; }

    static constexpr base::Millis patience{90};

  private:
    struct Waiting {
        ui::Scene scene;  ///< holds its letters, so that they go on being drawn
        base::Millis since;
    };
    struct Move {
        base::Millis since;
        float x = 0, y = 0;  ///< from where the page comes, in pixels
    };
    [[nodiscard]] bool must_wait(const ui::Scene& next, bool new_page, base::Millis now);
    void begin_move(const ui::Scene& next, Heading heading, base::Millis now);
    void present(base::Millis now);

    platform::Canvas& canvas_;
    ui::Scene scene_;
    std::string page_;
    std::optional<Waiting> waiting_;
    std::optional<Move> move_;
    bool first_ = true;
    std::uint64_t frames_drawn_ = 0;
};

}  // namespace talkpoint::shell
