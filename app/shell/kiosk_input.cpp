// What fingers and keys do.
#include "base/languages.hpp"
#include "shell/input.hpp"
#include "shell/kiosk.hpp"

#include <algorithm>

namespace talkpoint::shell {

using base::Millis;

namespace {

/// How long the focus rests on a control while it goes through them by itself.
constexpr Millis scanning_step{2000}, slow_scanning_step{3500};
constexpr double corner_mm = 20;

}  // namespace

Millis Kiosk::scanning_pause(const visit::Settings& settings) const {
    return settings.slower ? slow_scanning_step : scanning_step;
}

void Kiosk::carry_out(const ui::Deed& deed) {
    if (const auto* of_staff = std::get_if<staff::Action>(&deed)) {
        if (desk_) desk_->act(*of_staff);
    } else if (!staff_here()) {
        act(std::get<visit::Action>(deed));
    }
}

void Kiosk::touched(const platform::Touch& touch) {
    const Millis now = parts_.clock.monotonic();
    const ui::Node* under = scene().control_at(touch.x, touch.y);
    corner_.touch(touch, theme_.mm(corner_mm), now);
    if (staff_here()) touched_by_staff(touch);
    if (touch.phase == platform::Touch::Phase::down) {
        if (beside_screen(touch)) return;
        visit_.note_presence(now);
        // One button is enough: a touch beside the controls is that button.
        const bool button = visit_.settings().scanning && !under && !scene().anywhere;
        interrupt_reading(button ? focused() : under);
        // While a page waits for its letters, the one that still stands there is over; its frame is not.
        if (showing_.waiting() && !(under && under->frame)) return;
        if (button) {
            scanned_ = 0;
            if (const auto action = interaction_.choose_by_touch(scene(), now)) carry_out(*action);
            return;
        }
    }
    if (const auto action = interaction_.pointer(pointer_of(touch), scene(), now)) carry_out(*action);
}

void Kiosk::pressed(platform::KeyName name) {
    const auto known = key_of(name);
    if (!known) return author_key(name);
    const ui::Key key = *known;
    visit_.note_presence(parts_.clock.monotonic());
    if (desk_) desk_->note_presence();
    scanned_at_ = parts_.clock.monotonic();
    scanned_ = 0;
    const bool of_reading = key == ui::Key::again || key == ui::Key::pause || key == ui::Key::quieter ||
                            key == ui::Key::louder || key == ui::Key::read;
    const auto& settings = visit_.settings();
    if (key == ui::Key::read && !settings.reading &&
        !(sound_ && sound_->can_read(base::text_language(settings.language))))
        return;
    if (!of_reading) interrupt_reading(key == ui::Key::enter ? focused() : nullptr);
    if (const auto action = interaction_.key(key, scene())) carry_out(*action);
}

void Kiosk::interrupt_reading(const ui::Node* control) {
    const bool of_reading = control && (control->id == "pause" || control->id == "again");
    if (!reader_ || of_reading) return;
    reader_->interrupt();
    if (visit_.settings().paused) act(visit::PauseReading{});
}

const ui::Node* Kiosk::focused() const {
    const auto& id = interaction_.focused();
    return id ? scene().node(*id) : nullptr;
}

void Kiosk::scan() {
    const auto& settings = visit_.settings();
    const Millis now = parts_.clock.monotonic();
    const bool busy = sound_ && sound_->speaking();  // what has the focus is heard to its end
    if (!settings.scanning || scene().anywhere || busy) {
        scanned_at_ = now;
    } else if (now - scanned_at_ >= scanning_pause(settings)) {
        scanned_at_ = now;
        interaction_.scan(scene());
        // Who can only wait for the right control is there, until the focus has been round once.
        const auto controls =
            std::ranges::count_if(scene().nodes, [](const ui::Node& n) { return n.action.has_value(); });
        if (++scanned_ <= controls && !visit_.warning_seconds(now)) visit_.note_presence(now);
    }
}

}  // namespace talkpoint::shell
