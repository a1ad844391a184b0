// The film with which a message may begin.
#include "visit/visit.hpp"

#include <utility>

namespace talkpoint::visit {

bool Visit::has_film(const pack::Message& message) const {
    return message.film && !left_out_films_.contains(message.film->file);
}

void Visit::open_message(const std::string& pack, const std::string& message, base::Millis now) {
    const auto* opened = catalogue_->message(pack, message);
    if (!opened) return;
    go({Screen::message, pack, message, {}, 0, has_film(*opened) ? Form::film : Form::pages});
    if (place_.form == Form::film) begin_film(now, !settings_.calm);
}

void Visit::begin_film(base::Millis now, bool playing) {
    ++showings_;
    film_since_ = now;
    film_playing_ = playing;
    film_ended_ = false;
}

void Visit::pause_film(base::Millis now) {
    if (place_.screen != Screen::message || place_.form != Form::film || film_ended_) return;
    film_playing_ = !film_playing_;
    film_since_ = now;
}

/// The film stands before the first page; back from there it waits to be asked for.
void Visit::back_in_message() {
    const Form from = place_.form;
    if (from == Form::pages && place_.page > 0) {
        --place_.page;
        return;
    }
    const auto* message = catalogue_->message(place_.pack, place_.message);
    if (from == Form::film || !message || !has_film(*message)) return go({Screen::topic, place_.pack, {}, {}, 0});
    place_.form = Form::film;
    if (from == Form::pages) begin_film(film_since_, false);
}

void Visit::leave_out_films(std::set<std::filesystem::path> files) {
    left_out_films_ = std::move(files);
    Place& place = ground();
    if (place.screen != Screen::message || place.form != Form::film) return;
    if (const auto* message = catalogue_->message(place.pack, place.message); message && !has_film(*message))
        place.form = Form::pages;
}

std::optional<Watching> Visit::watching() const {
    const Place& place = ground();
    if (place.screen != Screen::message || place.form == Form::pages) return {};
    const auto* message = catalogue_->message(place.pack, place.message);
    if (!message || !has_film(*message)) return {};
    const bool on_screen = under_.empty() && place.form == Form::film;
    return Watching{&*message->film, place.pack + "/" + place.message,
                    on_screen,       film_playing_ && on_screen,
                    film_ended_,     showings_};
}

}  // namespace talkpoint::visit
