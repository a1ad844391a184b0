#include "media/sound.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::media {
namespace {

bool says_nothing(const Utterance& utterance) {
    return utterance.recording.empty() && base::trim(utterance.text).empty();
}

int in_range(int percent) { return std::clamp(percent, least_volume, most_volume); }

}  // namespace

double gain_of(int percent) {
    const double part = in_range(percent) / 100.0;
    return part * part;
}

Sound::Sound(std::unique_ptr<Voice> voice) : voice_(std::move(voice)) { voice_->set_volume(usual_volume); }

Sound::~Sound() { voice_->stop(); }

void Sound::read(std::vector<Utterance> utterances) {
    forget();
    std::erase_if(utterances, says_nothing);
    std::ranges::move(utterances, std::back_inserter(waiting_));
    say_next();
}

void Sound::add(Utterance utterance) {
    if (says_nothing(utterance)) return;
    waiting_.push_back(std::move(utterance));
    if (!speaking_) say_next();
}

void Sound::stop() {
    forget();
    tell_film();
}

void Sound::begin_film(std::function<void(bool)> may) {
    film_may_ = std::move(may);
    film_may_now_ = !speaking_;
    film_may_(film_may_now_);
}

void Sound::tell_film() {
    const bool may = !speaking_;
    if (film_may_ && std::exchange(film_may_now_, may) != may) film_may_(may);
}

void Sound::forget() {
    waiting_.clear();
    paused_ = false;
    if (!speaking_) return;
    speaking_.reset();
    voice_->stop();
}

void Sound::pause(bool paused) {
    if (!speaking_ || paused == paused_) return;
    paused_ = paused;
    voice_->pause(paused);
}

void Sound::set_volume(int percent) { voice_->set_volume(in_range(percent)); }

const Utterance* Sound::speaking() const { return speaking_ ? &*speaking_ : nullptr; }

bool Sound::available() const { return voice_->available(); }

bool Sound::can_read(std::string_view language) const { return voice_->available() && voice_->can_say(language); }

void Sound::tick(base::Millis now) { voice_->tick(now); }

std::optional<base::Millis> Sound::next_due() const { return voice_->next_due(); }

void Sound::say_next() {
    speaking_.reset();
    if (!waiting_.empty()) {
        speaking_ = std::move(waiting_.front());
        waiting_.pop_front();
    }
    tell_film();  // before a word is heard
    if (!speaking_) return;
    voice_->begin(*speaking_, speed_, [this] {
        say_next();
        // It ended in the moment in which somebody held it: what follows is held.
        if (paused_ && speaking_) voice_->pause(true);
        paused_ = paused_ && speaking_;
    });
}

}  // namespace talkpoint::media
