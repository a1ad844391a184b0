// A real X server that saves its screen after a second: as long as it may not, and no longer.
#include "platform/display_power.hpp"

#include "catch.hpp"
#include "platform/window.hpp"
#include "x_server.hpp"

#include <cstdlib>
#include <thread>
// After all others, since they are written in large letters as much of Xlib is.
#include <X11/Xlib.h>
#include <X11/extensions/scrnsaver.h>

using namespace talkpoint;
using namespace talkpoint::tests;
using std::chrono::seconds;

namespace {

/// Somebody else on that server.
class Looker {
  public:
    explicit Looker(const XServer& server) : x11_(XOpenDisplay(server.name().c_str()), XCloseDisplay) {
        REQUIRE(x11_);
        XSetScreenSaver(x11_.get(), 1, 0, DefaultBlanking, DefaultExposures);
        XSync(x11_.get(), False);
    }
    [[nodiscard]] bool is_saved() const {
        const std::unique_ptr<XScreenSaverInfo, int (*)(void*)> info{XScreenSaverAllocInfo(), XFree};
        XScreenSaverQueryInfo(x11_.get(), DefaultRootWindow(x11_.get()), info.get());
        return info->state == ScreenSaverOn;
    }

  private:
    std::unique_ptr<Display, int (*)(Display*)> x11_;
};

}  // namespace

TEST_CASE("display power: the screen is saved only while it may be, and comes back at once", "[power]") {
    if (!can_try_x11()) return;
    const XServer server;
    const Looker looker{server};
    const auto is_saved = [&] { return looker.is_saved(); };
    CHECK(comes_true(is_saved, seconds{10}));  // by itself
    ::setenv("DISPLAY", server.name().c_str(), 1);
    ::setenv("SDL_VIDEODRIVER", "x11", 1);
    {
        platform::WindowOptions options;
        options.kind = platform::WindowOptions::Kind::window;
        options.width = options.height = 64;
        options.drawing = platform::WindowOptions::Drawing::processor;
        const auto window = platform::Window::open(options);
        REQUIRE(window);
        CHECK(comes_true([&] { return !looker.is_saved(); }, seconds{10}));  // the server hears of it in its own time
        std::this_thread::sleep_for(seconds{3});
        CHECK_FALSE(looker.is_saved());
        (*window)->let_sleep(true);
        CHECK(comes_true(is_saved, seconds{10}));
        (*window)->let_sleep(false);
        CHECK(comes_true([&] { return !looker.is_saved(); }, seconds{10}));
        std::this_thread::sleep_for(seconds{3});
        CHECK_FALSE(looker.is_saved());
    }
    CHECK(comes_true(is_saved, seconds{10}));  // nobody is there any more who minds
    ::unsetenv("SDL_VIDEODRIVER");
    ::unsetenv("DISPLAY");
}
