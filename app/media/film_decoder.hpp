// One film being decoded by libmpv into frames of the size wanted, and its sound. Not for others than media/.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "media/film_file.hpp"
#include "media/film_frame.hpp"
#include "media/mpv_library.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace talkpoint::media {

/// One thread, except wake(). Silent once destroyed. Nothing that a file may hold keeps a call longer than a few
/// seconds: a frame that does not come within three after the moment at which the file wants it is an error, and so is
/// all that is beyond the bounds of film_file.hpp or of another kind than VP8, VP9, AV1 or H.264 with Opus, Vorbis or
/// AAC.
class FilmDecoder {
  public:
    struct Wishes {
        int width = 16, height = 16;  ///< of the box that a frame must fit into
        bool sound = false;
        int volume = 60;
        bool paused = false;
        bool by_steps = false;  ///< it stands still, and shows what it is told to
        std::string language;   ///< of its own captions, if there are some in it
    };
    enum class Event {
        none,   ///< the time was up, or wake()
        frame,  ///< there is a new one: render()
        ended,  ///< to its end, or to its bound
    };

    /// Fails as kind_of_film() does; unsupported: there is no libmpv, or it refuses to start.
    [[nodiscard]] static base::Result<std::unique_ptr<FilmDecoder>> open(const std::filesystem::path& file,
                                                                         const Wishes& wishes,
                                                                         const MpvOptions& options,
                                                                         const std::string& library);
    ~FilmDecoder();
    FilmDecoder(const FilmDecoder&) = delete;
    FilmDecoder& operator=(const FilmDecoder&) = delete;

    /// Sleeps until something happens or the time is up.
    [[nodiscard]] base::Result<Event> wait(double seconds);
    /// Any thread: ends a wait().
    void wake() const { player_.wake(); }
    void pause(bool paused);
    void set_volume(int percent) const { player_.set("volume", mpv_volume(percent)); }
    void resize(int width, int height);
    /// By steps: goes to the frame of that time (beyond its end: the last), waits for it, and renders it.
    [[nodiscard]] base::Result<void> show(base::Millis when, FilmFrame& into);
    /// The newest frame, as large as fits into the box. Only once there was one; at once after Event::frame, since mpv
    /// waits for it.
    [[nodiscard]] base::Result<void> render(FilmFrame& into);

    [[nodiscard]] const FilmFacts& facts() const { return facts_; }    ///< once there was a frame
    [[nodiscard]] base::Millis position() const { return position_; }  ///< of the newest frame
    [[nodiscard]] const std::string& own_words() const {
        return words_;
    }  ///< its own caption now; pack::bounded_caption()
    /// After an error: a frame did not come in time. Nothing is known to be wrong with the film itself.
    [[nodiscard]] bool late() const { return late_; }

  private:
    struct Render;
    FilmDecoder(MpvPlayer player, std::filesystem::path file, const Wishes& wishes);
    [[nodiscard]] base::Result<Event> take(const mpv_event& event);
    [[nodiscard]] base::Result<void> learn();
    void learn_own_words();
    [[nodiscard]] base::Result<void> learn_picture();
    [[nodiscard]] base::Result<Event> at_end(const mpv_event_end_file& end);
    /// Has it come to its end well before that time, though there was more of it to be shown?
    [[nodiscard]] bool ends_early(base::Millis before) const;
    [[nodiscard]] base::Result<Event> early_end() const;
    [[nodiscard]] base::Result<Event> look_for_frame();
    [[nodiscard]] bool is_late();
    /// How long the newest frame is to stand, as far as the file has been read; nothing: mpv is letting go of it.
    [[nodiscard]] std::optional<base::Millis> stands() const;
    void begin_waiting();
    /// Counts on; time in which this thread was not run is nobody's fault.
    void go_on_waiting();
    [[nodiscard]] base::Result<Event> fail(std::string what) const;
    [[nodiscard]] base::Result<Event> fail_late();

    MpvPlayer player_;
    mpv_render_context* render_ = nullptr;
    std::filesystem::path file_;
    Wishes wishes_;
    FilmFacts facts_;
    base::Millis position_{0};
    std::string words_;
    base::Millis read_until_{0};     ///< of the file; it may be further by now
    std::int64_t waited_us_ = 0;     ///< for a frame
    base::Millis stands_{0};         ///< the newest frame, once it was asked
    std::int64_t looked_at_us_ = 0;  ///< whether there is one
    bool late_ = false;
    bool seen_ = false;      ///< a frame
    bool resized_ = true;    ///< frames may be of another size from now on
    base::Millis shown_{0};  ///< by steps: where it stands
    bool arrived_ = false;   ///< by steps: where it was told to go
};

}  // namespace talkpoint::media
