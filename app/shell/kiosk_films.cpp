// Which film is to be seen, and what becomes of it.
#include "base/languages.hpp"
#include "shell/kiosk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace talkpoint::shell {
namespace {

using base::Millis;

constexpr Millis longest_in_loop{60'000}, last_frame_stays{1000};
constexpr Millis between_two{8000};  // of the same film, where there is no other slide

}  // namespace

void Kiosk::watch() {
    const Millis now = parts_.clock.monotonic();
    films_.want(wanted_film(), now);
    films_.tick(now);
    if (auto broken = films_.broken(now); broken != broken_films_) {
        if (film_slide_ == room_.loop().number()) room_.stay_as_usual();
        broken_films_ = std::move(broken);
        visit_.leave_out_films(broken_films_);
    }
    const auto watching = visit_.watching();
    if (watching && watching->playing && films_.ended()) follow(visit_.update(visit::FilmEnded{}, now));
    if (watching)
        say_of_film(*watching);
    else
        stay_for_film(now);
    films_.want(wanted_film(), now);
}

std::optional<FilmPlayer::Wanted> Kiosk::wanted_film() const {
    if (staff_here()) return {};
    const auto& settings = visit_.settings();
    const std::string language{base::text_language(settings.language)};
    if (const auto watching = visit_.watching())
        return FilmPlayer::Wanted{.file = watching->film->file,
                                  .showing = fmt::format("visit {}", watching->showing),
                                  .playing = watching->playing,
                                  .sound = true,
                                  .volume = settings.volume,
                                  .language = language};
    if (const auto* message = film_in_loop())
        return FilmPlayer::Wanted{.file = message->film->file,
                                  .showing = fmt::format("loop {}", room_.loop().number()),
                                  .language = language,
                                  .most = longest_in_loop};
    return {};
}

const pack::Message* Kiosk::film_in_loop() const {
    const auto* slide = room_.loop().showing();
    if (!slide || visit_.place().screen != visit::Screen::attract || room_.light() != ui::Light::full) return nullptr;
    const auto* message = visit_.catalogue().message(slide->pack, slide->message);
    return message && visit_.has_film(*message) ? message : nullptr;
}

void Kiosk::stay_for_film(Millis now) {
    if (!film_in_loop() || !films_.begun()) return;
    if (std::exchange(film_slide_, room_.loop().number()) != room_.loop().number()) {
        const auto length = films_.length().count() > 0 ? std::min(films_.length(), longest_in_loop) : longest_in_loop;
        room_.stay_until(now + length - films_.position() + last_frame_stays);
        film_over_ = false;
    }
    if (!films_.ended() || std::exchange(film_over_, true)) return;
    room_.stay_until(now + (room_.loop().round().size() > 1 ? last_frame_stays : between_two));
}

const pack::FilmWords& Kiosk::film_words(const playback::Loop& loop) {
    const auto& place = visit_.underneath();
    if (place.screen == visit::Screen::message) return open_films_.words(visit_.catalogue(), place.pack, place.message);
    const auto* slide = place.screen == visit::Screen::attract ? loop.showing() : nullptr;
    return slide ? open_films_.words(visit_.catalogue(), slide->pack, slide->message) : ui::no_film_words;
}

std::optional<Millis> Kiosk::film_due() {
    if (!visit_.watching() && !film_in_loop()) return {};
    return films_.due(film_words(room_.loop()), parts_.clock.monotonic());
}

void Kiosk::say_of_film(const visit::Watching& watching) {
    const Millis position = films_.position();
    if (std::exchange(film_said_, watching.showing) != watching.showing) film_said_until_ = Millis{0};
    if (!reader_ || !visit_.settings().reading) {
        film_said_until_ = position;  // who asks for it in the middle hears what comes from then on
        return;
    }
    if (!films_.going() || !films_.begun()) return;
    const auto& film = film_words(room_.loop());
    std::vector<std::pair<Millis, ui::Said>> words;
    const auto add = [&](const pack::CueTrack& track) {
        for (const auto& cue : track.cues) {
            if (cue.begin < film_said_until_ || cue.begin > position) continue;
            std::string text = cue.text;
            std::ranges::replace(text, '\n', ' ');
            words.push_back({cue.begin, {std::move(text), std::string{base::text_language(track.language)}}});
        }
    };
    add(film.described);
    // What people say in the film itself, in this language, is heard already.
    if (base::text_language(watching.film->speech) != base::text_language(film.captions.language)) add(film.captions);
    std::ranges::stable_sort(words, {}, &std::pair<Millis, ui::Said>::first);
    film_said_until_ = position + Millis{1};
    if (words.empty()) return;
    std::vector<ui::Said> said;
    for (auto& [begin, what] : words) said.push_back(std::move(what));
    reader_->say_of_film(std::move(said));
}

void Kiosk::quiet_for_room() {
    reader_->interrupt();
    if (const auto watching = visit_.watching(); watching && watching->playing) act(visit::PauseFilm{});
}

}  // namespace talkpoint::shell
