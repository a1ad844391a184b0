// Whether the display may be dark by itself, or is dark now.
#pragma once

#include <memory>

struct _XDisplay;

namespace talkpoint::platform {

/// Under X11 by a connection of its own: SDL 2 takes back its word against screen savers only where a D-Bus session
/// hears it, which a kiosk has not. Elsewhere by SDL; a console (KMSDRM) switches nothing off. Main thread; after SDL's
/// video, and gone before it. Nothing here fails: a display that cannot be switched off is black all the same.
class DisplayPower {
  public:
    /// From now on the display stays on.
    DisplayPower();
    DisplayPower(const DisplayPower&) = delete;
    DisplayPower& operator=(const DisplayPower&) = delete;
    ~DisplayPower();

    /// The display is switched off now where it can be (DPMS), and whoever saves screens may; a touch switches it on.
    /// False: it is switched on, and nobody may.
    void let_sleep(bool may);

  private:
    void switch_panel(bool off);

    std::unique_ptr<_XDisplay, int (*)(_XDisplay*)> x11_;
    bool sleeps_ = true;
    bool enabled_dpms_ = false;  ///< by us, who take it back
};

}  // namespace talkpoint::platform
