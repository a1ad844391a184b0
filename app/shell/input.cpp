#include "shell/input.hpp"

namespace talkpoint::shell {

std::optional<ui::Key> key_of(platform::KeyName key) {
    switch (key) {
        case platform::KeyName::tab:
            return ui::Key::tab;
        case platform::KeyName::shift_tab:
            return ui::Key::shift_tab;
        case platform::KeyName::enter:
            return ui::Key::enter;
        case platform::KeyName::escape:
            return ui::Key::escape;
        case platform::KeyName::up:
            return ui::Key::up;
        case platform::KeyName::down:
            return ui::Key::down;
        case platform::KeyName::left:
            return ui::Key::left;
        case platform::KeyName::right:
            return ui::Key::right;
        case platform::KeyName::home:
            return ui::Key::home;
        case platform::KeyName::f1:
            return ui::Key::help;
        case platform::KeyName::f2:
            return ui::Key::read;
        case platform::KeyName::f3:
            return ui::Key::again;
        case platform::KeyName::f4:
            return ui::Key::pause;
        case platform::KeyName::f5:
            return ui::Key::quieter;
        case platform::KeyName::f6:
            return ui::Key::louder;
        case platform::KeyName::shift:
            return ui::Key::shift;
        case platform::KeyName::f9:
        case platform::KeyName::f10:
        case platform::KeyName::f11:
            return {};
    }
    return {};
}

namespace {

ui::Pointer::Phase phase_of(platform::Touch::Phase phase) {
    switch (phase) {
        case platform::Touch::Phase::down:
            return ui::Pointer::Phase::down;
        case platform::Touch::Phase::move:
            return ui::Pointer::Phase::move;
        case platform::Touch::Phase::up:
            return ui::Pointer::Phase::up;
        case platform::Touch::Phase::cancel:
            return ui::Pointer::Phase::cancel;
    }
    return ui::Pointer::Phase::cancel;
}

}  // namespace

ui::Pointer pointer_of(const platform::Touch& touch) { return {phase_of(touch.phase), touch.x, touch.y, touch.finger}; }

}  // namespace talkpoint::shell
