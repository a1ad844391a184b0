#include "window_keeper.hpp"

#include "../measuring.hpp"

#include <poll.h>
#include <unistd.h>

namespace talkpoint::bench {

WindowKeeper::WindowKeeper(const std::string& display, int width, int height)
    : display_(XOpenDisplay(display.c_str())) {
    if (!display_ || ::pipe(end_.data()) != 0) give_up(display + ": this display cannot be opened");
    XSelectInput(display_, DefaultRootWindow(display_), SubstructureRedirectMask);
    XSync(display_, False);
    thread_ = std::thread{[this, width, height] { run(width, height); }};
}

WindowKeeper::~WindowKeeper() {
    ::close(end_[1]);
    thread_.join();
    ::close(end_[0]);
    XCloseDisplay(display_);
}

void WindowKeeper::run(int width, int height) {
    const auto fill = [&](Window window) {
        XMoveResizeWindow(display_, window, 0, 0, static_cast<unsigned>(width), static_cast<unsigned>(height));
    };
    for (;;) {
        while (XPending(display_) > 0) {
            XEvent event;
            XNextEvent(display_, &event);
            if (event.type == MapRequest) {
                fill(event.xmaprequest.window);
                XMapRaised(display_, event.xmaprequest.window);
                XSetInputFocus(display_, event.xmaprequest.window, RevertToPointerRoot, CurrentTime);
            } else if (event.type == ConfigureRequest) {
                fill(event.xconfigurerequest.window);
            }
        }
        XFlush(display_);
        std::array<pollfd, 2> waiting{{{ConnectionNumber(display_), POLLIN, 0}, {end_[0], POLLIN, 0}}};
        ::poll(waiting.data(), waiting.size(), -1);
        if (waiting[1].revents != 0) return;
    }
}

}  // namespace talkpoint::bench
