// The machine's sound device as what a voice speaks into: platform and media do not know each other.
#pragma once

#include "media/audio_sink.hpp"
#include "platform/speaker.hpp"

namespace talkpoint::shell {

/// As AudioSink says; not opened before begin(). It must be gone before the window is.
class Loudspeaker final : public media::AudioSink {
  public:
    [[nodiscard]] base::Result<void> begin(int rate) override;
    [[nodiscard]] base::Result<std::size_t> write(std::span<const std::int16_t> samples) override;
    [[nodiscard]] base::Result<std::size_t> waiting() override;
    void clear() override;
    void pause(bool paused) override;
    void close() override;

  private:
    platform::Speaker speaker_;
};

}  // namespace talkpoint::shell
