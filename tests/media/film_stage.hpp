// What tests of films share: samples, and somebody who watches one.
#pragma once

#include "catch.hpp"
#include "media/film.hpp"
#include "voices.hpp"

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

using base::Millis;
using media::Film;
using State = media::Film::Now::State;
namespace fs = std::filesystem;

inline const fs::path films = fs::path{TALKPOINT_SOURCE} / "tests/media/films";

inline std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// mpv's sound without a device, in real time.
inline const Film::Options nowhere{{"ao", "null"}};

struct Stage {
    MainThread main;
    int changes = 0;
    std::vector<int> lumas;  ///< of the corner of each frame that was taken
    media::FilmFrame frame;
    std::unique_ptr<Film> film;

    explicit Stage(Film::Pace pace = Film::Pace::own, Film::Options options = nowhere,
                   const std::string& library = "libmpv.so.2") {
        film = std::make_unique<Film>(Film::Surroundings{main.post(),
                                                         [this] {
                                                             ++changes;
                                                             if (film->take_frame(frame))
                                                                 lumas.push_back(frame.rgba()[0]);
                                                         }},
                                      pace, std::move(options), library);
    }
    static Film::Request request(const fs::path& file) {
        Film::Request out;
        out.file = file;
        out.width = 320;
        out.height = 320;
        return out;
    }
    [[nodiscard]] State state() const { return film->now().state; }
    [[nodiscard]] bool is_over() const { return state() == State::ended || state() == State::broken; }
    /// To its end, whichever it is.
    Film::Now play(const fs::path& file) {
        film->begin(request(file));
        CHECK(main.run_until([&] { return is_over(); }));
        return film->now();
    }
    /// By steps: the corner of the frame of that time.
    int luma_at(int ms) {
        film->show(Millis{ms});
        wait_for_frame();
        REQUIRE_FALSE(lumas.empty());
        return lumas.back();
    }
    void wait_for_frame() {
        CHECK(main.run_until([&] { return film->pending() == 0; }));
        main.run();
    }
};

inline std::string complaint(const Film::Now& now) { return now.error ? now.error->text() : "(none)"; }

}  // namespace talkpoint::tests
