// What a window manager does for a kiosk: each window fills the screen and has the keyboard.
#pragma once

#include <X11/Xlib.h>

#include <array>
#include <string>
#include <thread>

namespace talkpoint::bench {

/// From its making to its end; on a thread and a connection of its own.
class WindowKeeper {
  public:
    /// Gives up where the display has a window manager already.
    WindowKeeper(const std::string& display, int width, int height);
    ~WindowKeeper();
    WindowKeeper(const WindowKeeper&) = delete;
    WindowKeeper& operator=(const WindowKeeper&) = delete;

  private:
    void run(int width, int height);

    Display* display_;
    std::array<int, 2> end_{};  ///< a pipe: closed when it is to end
    std::thread thread_;
};

}  // namespace talkpoint::bench
