// Recorded words, played by libmpv.
#pragma once

#include "media/sound.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::media {

/// Plays one recording at a time, on the machine's usual device. Loads libmpv and plays on a thread of its own, which
/// begins with the first recording; nothing of mpv is left between two of them but the library.
///
/// Only a whole, sound Ogg file (recording_file.hpp) reaches mpv, and mpv may open nothing else. A recording from which
/// nothing is heard for three seconds is over. Main thread.
class Narration {
  public:
    /// `played`: false where it was not heard (there is no such file, it is broken, no libmpv, no device).
    using Ended = std::function<void(bool played)>;
    using Options = std::vector<std::pair<std::string, std::string>>;

    /// `options` of mpv's own beyond ours, and `library`, are for tests.
    explicit Narration(VoiceSurroundings around, Options options = {}, std::string library = "libmpv.so.2");
    /// Silent at once; waits for its thread.
    ~Narration();

    /// Ends what is played. `ended` as for Voice::begin: once, later, never after stop() or the next begin(). Each file
    /// that cannot be played is reported once.
    void begin(const std::filesystem::path& recording, Speed speed, Ended ended);
    void stop();
    /// Ended by begin() and stop().
    void pause(bool paused);
    void set_volume(int percent);

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace talkpoint::media
