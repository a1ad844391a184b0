#include "shell/film_player.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::shell {
namespace {

using base::Millis;
using Pace = media::Film::Pace;
using State = media::Film::Now::State;

/// The film's own thread says after three seconds that no frame comes; if that hangs as well, it is over all the same.
constexpr Millis hangs_after{4500};
/// So often it is looked at meanwhile. What is much longer, the main loop did not run, which is not the film's fault.
constexpr Millis looks_at_thread_every{500}, most_of_one_look{1000};
/// What failed only in time may have been the machine's fault.
constexpr Millis tries_again_after = std::chrono::minutes{10};
constexpr int most_tries_again = 3;
/// Whether a broken film has been put right is no question for every frame.
constexpr Millis looks_every{1000};

}  // namespace

FilmPlayer::FilmPlayer(platform::Canvas& canvas, std::function<void(std::function<void()>)> post, Pace pace,
                       std::optional<media::Sound>& sound, std::function<void(const std::string&)> report)
    : canvas_(canvas), sound_(sound), report_(std::move(report)), pace_(pace), film_({std::move(post), [] {}}, pace) {}

FilmPlayer::~FilmPlayer() { let_go(); }

void FilmPlayer::want(const std::optional<Wanted>& wanted, Millis now) {
    const bool same = wanted_ && wanted && wanted_->file == wanted->file && wanted_->showing == wanted->showing;
    if (!same) let_go();
    if (!wanted) return;
    if (same && !ended_ && wanted->volume != wanted_->volume) film_.set_volume(wanted->volume);
    wanted_ = wanted;
    if (!same) begin(*wanted, now);
    hold_or_go(now);
}

void FilmPlayer::begin(const Wanted& wanted, Millis now) {
    position_ = length_ = Millis{0};
    ticked_ = now;
    hung_ = Millis{0};
    ended_ = false;
    may_ = true;
    if (wanted.sound && sound_) sound_->begin_film([this](bool may) { may_ = may; });
    holds_ = !going();
    film_.begin({wanted.file, box_.width, box_.height, wanted.sound, wanted.volume, holds_, wanted.language});
}

void FilmPlayer::let_go() {
    if (!wanted_) return;
    if (wanted_->sound && sound_) sound_->end_film();
    film_.stop();
    if (texture_) canvas_.release(texture_);
    texture_ = 0;
    frame_ = {};
    words_.clear();
    wanted_.reset();
    ended_ = false;
}

/// At once: whoever speaks next must not speak over it.
void FilmPlayer::hold_or_go(Millis now) {
    if (!wanted_ || ended_ || holds_ == !going()) return;
    go_on(now);
    holds_ = !going();
    hung_ = Millis{0};
    film_.pause(holds_);
}

/// Until now it has held, or not.
Millis FilmPlayer::go_on(Millis now) {
    const Millis passed = now - std::exchange(ticked_, now);
    if (pace_ == Pace::by_steps && !holds_) position_ += passed;
    return passed;
}

void FilmPlayer::tick(Millis now) {
    if (!wanted_ || ended_) return;
    hold_or_go(now);
    const auto is = film_.now();
    if (is.state == State::broken) return fail(*is.error, is.late, now);
    length_ = is.length;
    const Millis passed = go_on(now);
    if (pace_ == Pace::by_steps) {
        if (length_.count() > 0) position_ = std::min(position_, length_);
    } else {
        position_ = is.position;
        hung_ += std::min(passed, most_of_one_look);
        if (std::exchange(turns_, is.turns) != is.turns || holds_ || is.state == State::ended) hung_ = Millis{0};
        if (hung_ > hangs_after)
            return fail({base::ErrorKind::malformed,
                         is.state == State::waiting ? "is not shown, since another film makes the player hang"
                                                    : "makes its player hang; see that it plays, or export it again",
                         wanted_->file.string()},
                        true, now);
    }
    const bool through = pace_ == Pace::by_steps && length_.count() > 0 && position_ >= length_;
    if (is.state == State::ended || through || position_ >= wanted_->most) finish();
}

/// Its last frame stays, and nothing else of it.
void FilmPlayer::finish() {
    take_frame();
    ended_ = true;
    left_out_.erase(wanted_->file);
    if (pace_ == Pace::own) film_.stop();
    if (wanted_->sound && sound_) sound_->end_film();
    words_.clear();
}

void FilmPlayer::fail(const base::Error& error, bool late, Millis now) {
    const auto file = wanted_->file;
    auto& out = left_out_[file];
    const auto stamp = base::stamp_of(file);
    if (out.stamp != stamp) out = {stamp, 0, {}};
    const bool again = late && out.late++ < most_tries_again;
    out.until = again ? std::optional{now + tries_again_after} : std::nullopt;
    report_(error.text() + (again  ? "; it is tried again in ten minutes"
                            : late ? "; it is left out until its file changes or the kiosk starts again"
                                   : "; until then it is left out"));
    let_go();
}

std::set<std::filesystem::path> FilmPlayer::broken(Millis now) {
    if (!left_out_.empty() && now - looked_at_ >= looks_every) {
        looked_at_ = now;
        std::erase_if(left_out_, [](const auto& entry) { return base::stamp_of(entry.first) != entry.second.stamp; });
    }
    std::set<std::filesystem::path> files;
    for (const auto& [file, out] : left_out_)
        if (!out.until || now < *out.until) files.insert(file);
    return files;
}

std::optional<Millis> FilmPlayer::due(const pack::FilmWords& words, Millis now) const {
    if (!wanted_ || ended_ || holds_) return {};
    if (pace_ == Pace::own) return std::max(now, ticked_ + looks_at_thread_every);
    auto next = length_.count() > 0 ? std::min(length_, wanted_->most) : wanted_->most;
    const auto consider = [&](Millis when) {
        if (when > position_) next = std::min(next, when);
    };
    for (const auto* track : {&words.captions, &words.described})
        for (const auto& cue : track->cues) consider(cue.begin), consider(cue.end);
    return now + std::max(next - position_, Millis{1});
}

void FilmPlayer::take_frame() {
    if (!film_.take_frame(frame_)) return;
    words_ = film_.now().words;
    put_into_texture();
}

/// Of a card that is lost forget() comes once more, when it is back.
void FilmPlayer::put_into_texture() {
    if (canvas_.lost()) return;
    const ui::Size size{frame_.width(), frame_.height()};
    if (texture_ && size == texture_size_) {
        texture_ = canvas_.update_opaque(texture_, size.width, size.height, frame_.rgba());
        return;
    }
    if (texture_) canvas_.release(texture_);
    texture_ = canvas_.upload_opaque(size.width, size.height, frame_.rgba());
    texture_size_ = size;
}

void FilmPlayer::forget() {
    if (texture_) canvas_.release(std::exchange(texture_, 0));
    if (!frame_.empty()) put_into_texture();  // of one that stands still, or has ended, no other comes
}

ui::FilmPicture FilmPlayer::film(const std::filesystem::path& file, ui::Size box) {
    if (!wanted_ || wanted_->file != file) return {};
    if (std::exchange(box_, box) != box) film_.resize(box.width, box.height);
    if (pace_ == Pace::by_steps) film_.show(position_);
    take_frame();
    return {texture_, texture_size_, position_, length_, words_};
}

}  // namespace talkpoint::shell
