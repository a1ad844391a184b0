// Films: decoded on a thread of their own, so that whatever a film does no frame of the screen waits for it.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "media/film_frame.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::media {

/// Shows one film at a time. Loads libmpv with the first film and decodes on a thread of its own; between two films
/// nothing of mpv is left but the library. What a film may be: film_file.hpp.
///
/// Main thread. A film asks `Sound` before it is heard: it sounds only where its request says so.
class Film {
  public:
    enum class Pace {
        own,       ///< it plays by itself, in its time
        by_steps,  ///< silent, it stands still at what show() says: a tour is the same each time
    };
    struct Surroundings {
        /// As for Worker: called on the film's thread, runs what it is given on the main thread, later. It must outlive
        /// the Film; what it was given may run after the Film's end and then does nothing.
        std::function<void(std::function<void()>)> post;
        /// Main thread: now() has changed, or there is a new frame.
        std::function<void()> changed;
    };
    using Options = std::vector<std::pair<std::string, std::string>>;

    struct Request {
        std::filesystem::path file;
        int width = 16, height = 16;  ///< of the box that a frame must fit into
        bool sound = false;
        int volume = 60;  ///< percent, as Voice's
        bool paused = false;
        std::string language;  ///< of the captions that the film itself may bring
    };

    /// What the film is doing.
    struct Now {
        enum class State {
            none,     ///< there is no film
            waiting,  ///< until the one before it has been let go
            opening,  ///< there is no frame yet
            showing,
            ended,  ///< to its end or its bound; nothing of it is held any more
            broken,
        };
        State state = State::none;
        base::Millis position{0};          ///< of the newest frame
        base::Millis length{0};            ///< 0: it does not say
        std::string words;                 ///< of the captions that the film itself brings; pack::bounded_caption()
        std::optional<base::Error> error;  ///< of a broken one, with what to do
        bool late = false;                 ///< of a broken one: only in time; another time it may play
        std::uint64_t turns = 0;           ///< of the film's thread: while it grows, that gets on
    };

    /// `options` of mpv's own beyond ours, and `library`, are for tests.
    Film(Surroundings around, Pace pace, Options options = {}, std::string library = "libmpv.so.2");
    /// Silent at once; waits for its thread.
    ~Film();

    /// Ends what is shown. Whatever the film does is told later, never within this call.
    void begin(Request request);
    /// Silent at once, and everything of it is let go, later. Nothing is shown: nothing happens.
    void stop();
    void pause(bool paused);
    void set_volume(int percent);
    /// From the next frame on; while it stands still, that one comes again.
    void resize(int width, int height);
    /// By steps only: the frame of that time.
    void show(base::Millis when);
    /// By steps: frames that were asked for and are not there. 0 once it has ended or is broken.
    [[nodiscard]] int pending() const;

    [[nodiscard]] Now now() const;
    /// Swaps the newest frame into `into`, if there is one that was not taken; false: there is none, nothing changes.
    [[nodiscard]] bool take_frame(FilmFrame& into);

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace talkpoint::media
