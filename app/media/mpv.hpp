// One recording, heard from its beginning to its end by libmpv.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::media {

class MpvPlayer;

/// One recording being played. One thread, except wake(). Silent once destroyed.
class Mpv {
  public:
    using Options = std::vector<std::pair<std::string, std::string>>;
    enum class Event {
        none,    ///< the time was up, or wake()
        heard,   ///< it has come further
        ended,   ///< to its end
        failed,  ///< it cannot be played, or there is no device
    };

    /// Loads the library when it is called first. `file` is absolute; check_recording() has seen it. `options` go
    /// beyond ours, and over them. unsupported: there is no libmpv, or it refuses to start.
    [[nodiscard]] static base::Result<std::unique_ptr<Mpv>> play(const std::filesystem::path& file, double speed,
                                                                 int volume_percent, const Options& options,
                                                                 const std::string& library);
    ~Mpv();
    Mpv(const Mpv&) = delete;
    Mpv& operator=(const Mpv&) = delete;

    /// Sleeps until something happens or the time is up.
    [[nodiscard]] Event wait(double seconds);
    /// Any thread: ends a wait().
    void wake();
    void pause(bool paused);
    void set_volume(int percent);
    /// Seconds of the recording that were heard.
    [[nodiscard]] double position() const { return position_; }
    [[nodiscard]] const std::string& failure() const { return failure_; }  ///< after Event::failed

  private:
    explicit Mpv(std::unique_ptr<MpvPlayer> player);

    std::unique_ptr<MpvPlayer> player_;
    double position_ = 0;
    std::string failure_;
};

}  // namespace talkpoint::media
