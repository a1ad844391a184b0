#include "platform/display_power.hpp"

#include <SDL.h>
#include <X11/Xlib.h>
#include <X11/extensions/dpms.h>
#include <X11/extensions/scrnsaver.h>

#include <string_view>
#include <utility>

namespace talkpoint::platform {
namespace {

bool is_x11() {
    const char* driver = SDL_GetCurrentVideoDriver();
    return driver != nullptr && std::string_view{driver} == "x11";
}

}  // namespace

DisplayPower::DisplayPower() : x11_(is_x11() ? XOpenDisplay(nullptr) : nullptr, XCloseDisplay) { let_sleep(false); }

DisplayPower::~DisplayPower() {
    if (x11_ && sleeps_) switch_panel(false);
}

void DisplayPower::let_sleep(bool may) {
    if (std::exchange(sleeps_, may) == may) return;
    if (!x11_) {
        may ? SDL_EnableScreenSaver() : SDL_DisableScreenSaver();
        return;
    }
    int event = 0, error = 0;
    if (XScreenSaverQueryExtension(x11_.get(), &event, &error)) XScreenSaverSuspend(x11_.get(), may ? False : True);
    switch_panel(may);
    if (!may) XForceScreenSaver(x11_.get(), ScreenSaverReset);
    XFlush(x11_.get());
}

void DisplayPower::switch_panel(bool off) {
    auto* x11 = x11_.get();
    int event = 0, error = 0;
    if (!DPMSQueryExtension(x11, &event, &error) || !DPMSCapable(x11)) return;
    CARD16 level = 0;
    BOOL enabled = False;
    DPMSInfo(x11, &level, &enabled);
    if (off) {
        enabled_dpms_ = !enabled;
        DPMSEnable(x11);  // it refuses every level until then, and a touch would not switch the panel on
        DPMSForceLevel(x11, DPMSModeOff);
    } else if (enabled) {
        DPMSForceLevel(x11, DPMSModeOn);
        if (std::exchange(enabled_dpms_, false)) DPMSDisable(x11);  // as it was found, and not else
    }
    XFlush(x11);
}

}  // namespace talkpoint::platform
