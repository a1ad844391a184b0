// The kiosk's voice: a person's where somebody has recorded the words, else the machine's.
#pragma once

#include "media/narration.hpp"
#include "media/sound.hpp"

#include <memory>

namespace talkpoint::media {

/// Plays the recording of an utterance if it has one; the other voice says the words where it has none, and where it
/// cannot be played. Languages and availability are those of the other voice.
class NarratedVoice final : public Voice {
  public:
    /// Neither is null.
    NarratedVoice(std::unique_ptr<Narration> narration, std::unique_ptr<Voice> voice);

    [[nodiscard]] bool can_say(std::string_view language) const override;
    void begin(const Utterance& utterance, Speed speed, Ended ended) override;
    void stop() override;
    void pause(bool paused) override;
    void set_volume(int percent) override;
    [[nodiscard]] bool available() const override;
    void tick(base::Millis now) override;
    [[nodiscard]] std::optional<base::Millis> next_due() const override;

  private:
    std::unique_ptr<Voice> voice_;
    std::unique_ptr<Narration> narration_;  ///< last: what it ends with may ask the voice
    bool paused_ = false;
};

}  // namespace talkpoint::media
