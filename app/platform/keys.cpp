#include "platform/keys.hpp"

namespace talkpoint::platform {

std::optional<KeyName> key_of(const SDL_KeyboardEvent& event) {
    switch (event.keysym.sym) {
        case SDLK_TAB:
            return event.keysym.mod & KMOD_SHIFT ? KeyName::shift_tab : KeyName::tab;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
        case SDLK_SPACE:
            return KeyName::enter;
        case SDLK_ESCAPE:
        case SDLK_BACKSPACE:
        case SDLK_AC_BACK:
            return KeyName::escape;
        case SDLK_UP:
            return KeyName::up;
        case SDLK_DOWN:
            return KeyName::down;
        case SDLK_LEFT:
            return KeyName::left;
        case SDLK_RIGHT:
            return KeyName::right;
        case SDLK_HOME:
            return KeyName::home;
        case SDLK_F1:
        case SDLK_HELP:
            return KeyName::f1;
        case SDLK_F2:
            return KeyName::f2;
        case SDLK_F3:
            return KeyName::f3;
        case SDLK_F4:
            return event.keysym.mod & KMOD_ALT ? std::nullopt : std::optional{KeyName::f4};
        case SDLK_F5:
        case SDLK_VOLUMEDOWN:
            return KeyName::f5;
        case SDLK_F6:
        case SDLK_VOLUMEUP:
            return KeyName::f6;
        case SDLK_F9:
            return KeyName::f9;
        case SDLK_F10:
            return KeyName::f10;
        case SDLK_F11:
            return KeyName::f11;
        case SDLK_LSHIFT:
        case SDLK_RSHIFT:
            return KeyName::shift;
        default:
            return {};
    }
}

}  // namespace talkpoint::platform
