// A screen to look at from outside: a real X server, real pointer events, real changed pixels.
#pragma once

#include "../measuring.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::bench {

struct Region {
    int x = 0, y = 0, width = 0, height = 0;
};

/// When its pixels were others than before: each time, in order. The server says that somebody has drawn, then the
/// pixels are compared; the time is that at which it said so. Nothing is polled: on two cores that would take one away.
using Changes = std::vector<Clock::time_point>;

class Screen {
  public:
    /// Starts Xvfb with a free number. Gives up where there is none.
    Screen(int width, int height);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    [[nodiscard]] const std::string& name() const;  ///< ":7"
    [[nodiscard]] Region whole() const;
    [[nodiscard]] pid_t server() const;
    [[nodiscard]] double server_cpu_seconds() const;

    // Each returns the time just before the event was sent.
    Clock::time_point press(int x, int y);
    Clock::time_point release();
    /// Down and up at once.
    Clock::time_point touch(int x, int y);
    /// The pointer goes there, pressed or not.
    void move(int x, int y);

    /// From now on until `quiet` has passed without a change, or `longest` altogether. Changes since `remember()`
    /// count.
    [[nodiscard]] Changes until_it_stands(std::chrono::milliseconds quiet, std::chrono::milliseconds longest);
    /// The first change after `remember()`.
    [[nodiscard]] std::optional<Clock::time_point> first_change(std::chrono::milliseconds longest);
    /// What stands there now is what changes are changes of.
    void remember() { remember(whole()); }
    void remember(const Region& region);
    /// For so long, in the region that is remembered.
    [[nodiscard]] Changes watch(std::chrono::milliseconds time);

    /// The title of the topmost window that has one.
    [[nodiscard]] std::string title();

  private:
    struct Impl;
    [[nodiscard]] Changes look(std::chrono::milliseconds longest, const std::function<bool(const Changes&)>& enough);
    std::unique_ptr<Impl> impl_;
};

}  // namespace talkpoint::bench
