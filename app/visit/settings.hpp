// How this person uses the kiosk. It belongs to the visit, and is gone with it.
#pragma once

#include <string>

namespace talkpoint::visit {

/// What a person turns on and off on the settings screen.
enum class Setting {
    large_text,
    high_contrast,
    calm,      ///< nothing moves
    lower,     ///< the controls come down, within reach from a wheelchair or for a child
    slower,    ///< reads aloud more slowly
    scanning,  ///< the focus moves by itself; one key, or a touch anywhere, chooses
};

struct Settings {
    std::string language = "en";  ///< the tag of one of the catalogues
    bool large_text = false, high_contrast = false, calm = false, lower = false, slower = false, scanning = false;
    bool reading = false;        ///< reads aloud
    bool paused = false;         ///< the reading stands still
    bool answers_aloud = false;  ///< the person wants answers on the loudspeaker
    int volume = 60;             ///< percent, 10 to 100
    int again = 0;               ///< counts how often "Say it again" was asked for

    [[nodiscard]] bool& of(Setting setting) {
        switch (setting) {
            case Setting::large_text:
                return large_text;
            case Setting::high_contrast:
                return high_contrast;
            case Setting::calm:
                return calm;
            case Setting::lower:
                return lower;
            case Setting::slower:
                return slower;
            case Setting::scanning:
                return scanning;
        }
        return large_text;
    }
    [[nodiscard]] bool of(Setting setting) const { return Settings{*this}.of(setting); }
    friend bool operator==(const Settings&, const Settings&) = default;
};

}  // namespace talkpoint::visit
