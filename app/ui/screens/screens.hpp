// Every screen of the public, one file each. A screen takes what is and returns a scene; it does no I/O and remembers
// nothing.
#pragma once

#include "base/clock.hpp"
#include "playback/loop.hpp"
#include "ui/builder.hpp"
#include "ui/interaction.hpp"
#include "visit/visit.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace talkpoint::ui {

/// What this kiosk can do with sound, now and in the language of the visit.
struct Hearing {
    bool offered = false;     ///< it can read aloud
    bool headphones = false;  ///< nobody else hears it
};

/// How bright the screen is while nobody is there.
enum class Light {
    full,
    dim,   ///< nobody is expected; it has just become so
    dark,  ///< nothing is shown until somebody touches it
};

inline const pack::FilmWords no_film_words;

/// All that screens may look at.
struct View {
    const visit::Visit& visit;
    const playback::Loop& loop;
    base::Millis now;
    std::filesystem::path pictures;              ///< the shared ones: assets/pictures
    std::span<const pack::Strings> languages{};  ///< the interface in each language that is offered
    Hearing hearing{};
    Light light = Light::full;
    std::span<const pack::Page> pages{};  ///< of the message on the screen, where the catalogue has its cover alone
    const pack::FilmWords& film_words = no_film_words;  ///< of its film, or of that of the loop's message
};

/// A word for where the person is: two scenes of one place are the same place changed, not another one.
[[nodiscard]] std::string place_key(const View& view);

/// The scene of this moment, with the idle warning over it while that is due.
[[nodiscard]] Scene build_scene(const Context& context, const View& view);

/// What the first touch of a visit will bring. Whoever keeps it has its letters and pictures made before that.
[[nodiscard]] Scene build_first_screen(const Context& context, const View& view);

/// The message that `view.loop` is at, as the room sees it. To be kept for the same reason.
[[nodiscard]] Scene build_slide(const Context& context, const View& view);

}  // namespace talkpoint::ui
