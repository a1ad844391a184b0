// Reads screens aloud: looks at each frame and says what is new to somebody who cannot see it.
#pragma once

#include "media/sound.hpp"
#include "pack/strings.hpp"
#include "ui/reading.hpp"
#include "ui/scene.hpp"
#include "visit/settings.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::shell {

/// Main thread. `sound` must outlive it.
class Reader {
  public:
    explicit Reader(media::Sound& sound) : sound_(sound) {}

    /// What a frame was made of. `place`: another one is another page.
    struct Frame {
        const ui::Scene& scene;
        const pack::Strings& strings;
        const visit::Settings& settings;
        std::string place;
        ui::Ears ears = ui::Ears::everybodys;
    };
    /// A new page is read from its beginning; on the same page what has got the focus, what has changed under it, or an
    /// alert. Whatever is new ends what was being said.
    void look(const Frame& frame);
    /// Words of a film, at their time: what it shows, or what is said in it.
    void say_of_film(std::vector<ui::Said> words) { say(std::move(words)); }
    /// The person does something else: silence, until there is something new to say.
    void interrupt() { sound_.stop(); }
    /// Is what is being said a page, which ends by itself? Who listens to it is there.
    [[nodiscard]] bool reads_page() const { return reads_page_; }

  private:
    void read_page(const Frame& frame, std::string_view first_key);
    void say(std::vector<ui::Said> words);

    media::Sound& sound_;
    bool reading_ = false;
    bool reads_page_ = false;
    std::string page_;
    std::vector<ui::Said> focus_, alert_;
    ui::Ears ears_ = ui::Ears::everybodys;
    int again_ = 0, volume_ = 0;
    bool film_over_ = false;
};

}  // namespace talkpoint::shell
