// The one film that is to be seen now, as the screens draw it: frames into a texture, sound under the arbiter.
#pragma once

#include "base/clock.hpp"
#include "base/file_stamp.hpp"
#include "media/film.hpp"
#include "media/sound.hpp"
#include "pack/film.hpp"
#include "platform/canvas.hpp"
#include "ui/textures.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace talkpoint::shell {

/// Main thread. The canvas and `sound` must outlive it. By steps (a tour) it is silent, goes by the time that it is
/// given, and shows exactly the frame of that time.
class FilmPlayer final : public ui::FilmSource {
  public:
    /// `sound` is asked whether a film may be heard; empty: nothing else ever sounds. `report` gets each film that
    /// cannot be shown, once each time: "path: what is wrong; what to do; what becomes of it".
    FilmPlayer(platform::Canvas& canvas, std::function<void(std::function<void()>)> post, media::Film::Pace pace,
               std::optional<media::Sound>& sound, std::function<void(const std::string&)> report);
    ~FilmPlayer() override;
    FilmPlayer(const FilmPlayer&) = delete;
    FilmPlayer& operator=(const FilmPlayer&) = delete;

    /// What is to be seen.
    struct Wanted {
        std::filesystem::path file;
        std::string showing;  ///< another one is from the beginning
        bool playing = true;
        bool sound = false;
        int volume = 60;
        std::string language = {};                     ///< of the captions that the film itself may bring
        base::Millis most = std::chrono::minutes{10};  ///< what is longer ends there
    };
    /// From now on; nothing: no film, and nothing of one is held any more.
    void want(const std::optional<Wanted>& wanted, base::Millis now);
    /// Notices what has become of it.
    void tick(base::Millis now);
    /// When tick() is wanted by time; `words`: those that go with the film, which a tour must not miss.
    [[nodiscard]] std::optional<base::Millis> due(const pack::FilmWords& words, base::Millis now) const;

    /// It has been shown to its end, and its last frame is still there.
    [[nodiscard]] bool ended() const { return ended_; }
    [[nodiscard]] bool begun() const { return texture_ != 0; }
    /// It moves: it is to play, and may be heard.
    [[nodiscard]] bool going() const { return wanted_ && wanted_->playing && may_ && !ended_; }
    [[nodiscard]] base::Millis position() const { return position_; }
    [[nodiscard]] base::Millis length() const { return length_; }
    /// Films that cannot be shown, as their files were a second ago. Changed files are not among them any more, nor
    /// those that failed only in time, ten minutes later; that is tried three times.
    [[nodiscard]] std::set<std::filesystem::path> broken(base::Millis now);
    /// By steps: frames that are not there yet.
    [[nodiscard]] int pending() const { return film_.pending(); }

    /// The card has forgotten its picture: its newest frame becomes another texture, once there is a card for it.
    void forget();

    [[nodiscard]] ui::FilmPicture film(const std::filesystem::path& file, ui::Size box) override;

  private:
    void begin(const Wanted& wanted, base::Millis now);
    void let_go();
    base::Millis go_on(base::Millis now);
    void hold_or_go(base::Millis now);
    void take_frame();
    void put_into_texture();
    void finish();
    /// `late`: nothing is known to be wrong with the film itself.
    void fail(const base::Error& error, bool late, base::Millis now);

    platform::Canvas& canvas_;
    std::optional<media::Sound>& sound_;
    std::function<void(const std::string&)> report_;
    media::Film::Pace pace_;
    std::optional<Wanted> wanted_;
    bool may_ = true;    ///< nobody speaks
    bool holds_ = true;  ///< what the film was told last
    bool ended_ = false;
    base::Millis position_{0}, length_{0};
    base::Millis ticked_{0};   ///< last
    base::Millis hung_{0};     ///< so long the film's thread has not got on, though it should
    std::uint64_t turns_ = 0;  ///< of that thread
    std::string words_;
    ui::Size box_{640, 360};
    media::FilmFrame frame_;
    ui::TextureId texture_ = 0;
    ui::Size texture_size_;
    struct LeftOut {
        std::optional<base::FileStamp> stamp;
        int late = 0;                       ///< so often it failed only in time
        std::optional<base::Millis> until;  ///< nothing: until its file changes
    };
    std::map<std::filesystem::path, LeftOut> left_out_;
    base::Millis looked_at_{0};  ///< at their files, last
    media::Film film_;           ///< last: it posts
};

}  // namespace talkpoint::shell
