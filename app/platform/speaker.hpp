// The machine's sound device.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace talkpoint::platform {

/// Mono, 16 bit, through SDL's queue. Any thread, but one at a time; it must be closed before the last Window goes,
/// which ends SDL. While it is closed nothing of SDL's sound runs, so that silence costs nothing.
class Speaker {
  public:
    Speaker() = default;
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// Opens the usual device if it is not open at this rate; ends a pause. unsupported: there is none.
    [[nodiscard]] base::Result<void> open(int rate);
    /// Never blocks: takes as many as there is room for (about a sixth of a second waits in all), and says how many.
    /// unwritable: the device has gone; it is closed then.
    [[nodiscard]] base::Result<std::size_t> write(std::span<const std::int16_t> samples);
    /// Samples that wait for the device. unwritable: it has gone; it is closed then.
    [[nodiscard]] base::Result<std::size_t> waiting();
    void clear() const;
    void pause(bool paused) const;
    void close();

  private:
    [[nodiscard]] base::Result<void> still_there();

    std::uint32_t device_ = 0;  ///< SDL's number; 0: closed
    int rate_ = 0;
};

}  // namespace talkpoint::platform
