#include "shell/kiosk.hpp"
#include "shell/pack_preview.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace talkpoint::shell {

void Kiosk::look_at_pack() {
    if (!parts_.preview || !parts_.preview->look()) return;
    content_has_changed();
    pictures_.renew();
}

void Kiosk::content_has_changed() {
    visit_.renew(parts_.languages.catalogues);
    room_.offer();
    open_films_.forget();
    make_ready_anew();
    give_back_memory_ = true;  // what it was read with
}

ui::Size Kiosk::screen_size(const Parts& parts) {
    const ui::Size window{parts.window.width(), parts.window.height()};
    if (!parts.preview) return window;
    const auto screen = ui::halves_of(window).screen;
    return {static_cast<int>(screen.w), static_cast<int>(screen.h)};
}

bool Kiosk::beside_screen(const platform::Touch& touch) const {
    if (!parts_.preview) return false;
    return !ui::halves_of({parts_.window.width(), parts_.window.height()}).screen.contains(touch.x, touch.y);
}

ui::Scene Kiosk::with_strip(ui::Scene screen, const ui::Context& context) const {
    if (!parts_.preview) return screen;
    return ui::with_strip(screen, parts_.preview->strip(visit_), context,
                          {parts_.window.width(), parts_.window.height()});
}

void Kiosk::author_key(platform::KeyName name) {
    if (!parts_.preview) return;
    const auto turn = [this](visit::Setting setting) {
        const bool there = visit_.place().screen == visit::Screen::settings;
        if (!there) act(visit::OpenSettings{});
        act(visit::Change{setting});
        if (!there) act(visit::Back{});
    };
    if (name == platform::KeyName::f10) turn(visit::Setting::large_text);
    if (name == platform::KeyName::f11) turn(visit::Setting::high_contrast);
    if (name != platform::KeyName::f9) return;
    const auto& catalogues = parts_.languages.catalogues;
    const auto now = std::ranges::find(catalogues, visit_.settings().language, &visit::Catalogue::language);
    const bool last = now == catalogues.end() || std::next(now) == catalogues.end();
    const auto next = last ? catalogues.front().language : std::next(now)->language;
    act(visit::OpenLanguages{});
    act(visit::ChooseLanguage{next});
}

}  // namespace talkpoint::shell
