#include "media/narrated_voice.hpp"

#include <utility>

namespace talkpoint::media {

NarratedVoice::NarratedVoice(std::unique_ptr<Narration> narration, std::unique_ptr<Voice> voice)
    : voice_(std::move(voice)), narration_(std::move(narration)) {}

bool NarratedVoice::can_say(std::string_view language) const { return voice_->can_say(language); }

bool NarratedVoice::available() const { return voice_->available(); }

void NarratedVoice::begin(const Utterance& utterance, Speed speed, Ended ended) {
    stop();
    if (utterance.recording.empty()) {
        voice_->begin(utterance, speed, std::move(ended));
        return;
    }
    narration_->begin(utterance.recording, speed, [this, utterance, speed, ended = std::move(ended)](bool played) {
        if (played) {
            ended();
            return;
        }
        voice_->begin(utterance, speed, ended);
        if (paused_) voice_->pause(true);  // it failed while somebody held it
    });
}

void NarratedVoice::stop() {
    paused_ = false;
    narration_->stop();
    voice_->stop();
}

void NarratedVoice::pause(bool paused) {
    paused_ = paused;
    narration_->pause(paused);
    voice_->pause(paused);
}

void NarratedVoice::set_volume(int percent) {
    narration_->set_volume(percent);
    voice_->set_volume(percent);
}

void NarratedVoice::tick(base::Millis now) { voice_->tick(now); }

std::optional<base::Millis> NarratedVoice::next_due() const { return voice_->next_due(); }

}  // namespace talkpoint::media
