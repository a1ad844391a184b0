// Whoever started this program as a service (systemd) and starts it again when it hangs.
#pragma once

#include "base/clock.hpp"

#include <optional>

namespace talkpoint::platform {

/// Says that the kiosk is there, gets on, and ends, as sd_notify(3) has it: into $NOTIFY_SOCKET, where there is one. A
/// watchdog ($WATCHDOG_USEC) hears of whole turns of the main loop and of nothing else, least of all of a timer: a main
/// loop that hangs is silent, whatever other threads do. Main thread. Nothing here fails; only a service manager
/// that reads nothing any more makes it wait.
class ServiceManager {
  public:
    ServiceManager();

    /// A whole turn of the main loop is done: what was due was done and, where a frame was due, it has been shown. The
    /// first one says that the kiosk is there; then one in a third of the watchdog's time is a heartbeat.
    void turned(base::Millis now);
    /// When a turn is wanted, though nothing else be due; nothing: nobody waits for one.
    [[nodiscard]] std::optional<base::Millis> due() const { return due_; }
    /// The kiosk ends by itself: from now on nobody waits for a turn.
    void stopping();

  private:
    std::optional<base::Millis> interval_;  ///< nothing: no watchdog
    std::optional<base::Millis> due_;
    bool ready_ = false;
};

}  // namespace talkpoint::platform
