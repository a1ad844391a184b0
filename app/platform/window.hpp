// The window, or the screen without one: where pictures are shown and touches come from.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "platform/event.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::platform {

/// Whole pixels, from the top left.
struct Area {
    int x = 0, y = 0, width = 0, height = 0;
};

struct WindowOptions {
    enum class Kind { fullscreen, window, headless };
    Kind kind = Kind::fullscreen;
    int width = 1920, height = 1080;  ///< ignored when fullscreen
    int rotation = 0;                 ///< degrees clockwise by which the picture is turned on the panel
    std::string advice = "start a display server, or use --headless 1920x1080";  ///< where there is no display
    /// Who draws: a graphics card by GL, or the processor into memory. Automatic: a card where there is one.
    enum class Drawing { automatic, card, processor };
    Drawing drawing = Drawing::automatic;
};

/// A window with a frame in memory or a current GL 3.0 context. Main thread, except wake().
class Window {
  public:
    /// unsupported: there is no display, or nobody who can draw on it; the message says what to do.
    [[nodiscard]] static base::Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Of the upright picture: width and height change places when it is turned by 90 or 270 degrees.
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    [[nodiscard]] int panel_width() const;
    [[nodiscard]] int panel_height() const;
    [[nodiscard]] int rotation() const;
    /// Who draws, in words for staff.
    [[nodiscard]] const std::string& drawn_by() const;

    /// Sleeps in the kernel until something happens, wake() is called or the time is up (nothing: no limit; 0: do not
    /// sleep); returns what has happened since.
    [[nodiscard]] std::vector<Event> wait(std::optional<base::Millis> timeout);
    /// Any thread: ends a wait().
    void wake();
    /// The panel may be dark, and is switched off where it can be (display_power.hpp). At first it may not.
    void let_sleep(bool may);

    // One of two: a graphics card draws into the default framebuffer of GL, or the processor into a frame.
    [[nodiscard]] bool has_frame() const;
    /// The panel's pixels, 0x00RRGGBB, rows from the top.
    struct Frame {
        std::uint32_t* pixels = nullptr;
        int width = 0, height = 0, stride = 0;  ///< in pixels
    };
    /// Until the next wait(). Empty where the window has just gone.
    [[nodiscard]] Frame frame();
    /// That part of the frame has changed: it is shown. False: the display did not take it.
    [[nodiscard]] bool show_frame(const Area& changed);
    /// Shows what was drawn to the default framebuffer. False: the display did not take it.
    [[nodiscard]] bool swap();
    /// Where GL draws: throws its context away, with all that is in it, and makes another. unsupported: none is to be
    /// had. A frame is there anyway.
    [[nodiscard]] base::Result<void> renew();

  private:
    struct Impl;
    explicit Window(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::platform
