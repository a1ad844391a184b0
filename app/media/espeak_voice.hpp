// Words spoken by espeak-ng.
#pragma once

#include "media/audio_sink.hpp"
#include "media/sound.hpp"

#include <memory>
#include <string>

namespace talkpoint::media {

/// Loads libespeak-ng and makes sound on a thread of its own, which begins when it is first asked for anything: ask
/// can_say() and available() when there is a person, not at the start of the program. Then it also looks whether there
/// is a device. The device is given back after some seconds of silence; one that is missing is looked for again every
/// ten minutes and with each begin(). espeak-ng keeps its state once a process: one EspeakVoice at a time.
///
/// English without a region is British. At most 4,000 characters of an utterance are said.
class EspeakVoice final : public Voice {
  public:
    /// `library` is for tests.
    EspeakVoice(std::unique_ptr<AudioSink> sink, VoiceSurroundings around, std::string library = "libespeak-ng.so.1");
    /// Silent at once; waits for its thread, which waits for nobody but the device.
    ~EspeakVoice() override;

    [[nodiscard]] bool can_say(std::string_view language) const override;
    void begin(const Utterance& utterance, Speed speed, Ended ended) override;
    void stop() override;
    void pause(bool paused) override;
    void set_volume(int percent) override;
    [[nodiscard]] bool available() const override;

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace talkpoint::media
