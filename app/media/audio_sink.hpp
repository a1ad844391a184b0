// Where samples go that are to be heard. Written here so that speech knows no device; the kiosk's is shell/loudspeaker.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace talkpoint::media {

/// Mono, 16 bit. It takes a little at a time and never blocks for long: who waits is who writes, because only he knows
/// when to stop waiting. Volume is the writer's, too. One thread at a time (the voice's). After an error only begin()
/// and close() make sense; begin() tries anew.
class AudioSink {
  public:
    virtual ~AudioSink() = default;
    /// Opens the device if it is not open at this rate; ends a pause. unsupported: there is none; the message says what
    /// to do.
    [[nodiscard]] virtual base::Result<void> begin(int rate) = 0;
    /// Takes as many from the front as there is room for (about a sixth of a second waits in all) and says how many.
    /// unwritable: the device has gone.
    [[nodiscard]] virtual base::Result<std::size_t> write(std::span<const std::int16_t> samples) = 0;
    /// Samples that were taken and have not gone to the device yet. unwritable: the device has gone.
    [[nodiscard]] virtual base::Result<std::size_t> waiting() = 0;
    /// Forgets what waits.
    virtual void clear() = 0;
    virtual void pause(bool paused) = 0;
    /// Gives the device back. Closed already: nothing happens.
    virtual void close() = 0;
};

}  // namespace talkpoint::media
