#include "shell/kiosk.hpp"

#include "base/log.hpp"
#include "base/strings.hpp"
#include "outbox/tallies.hpp"
#include "upload/freezing.hpp"

#include <malloc.h>

#include <algorithm>
#include <utility>

namespace talkpoint::shell {
namespace {

using base::Millis;

constexpr Millis slide_hold{8000};
constexpr Millis frame_interval{16};

visit::Rules rules_of(const config::Config& config) {
    return {Millis{config.idle_s * 1000}, Millis{config.warn_s * 1000}, Millis{600'000}};
}

ui::Key key_of(platform::KeyName key) {
    switch (key) {
        case platform::KeyName::tab:
            return ui::Key::tab;
        case platform::KeyName::shift_tab:
            return ui::Key::shift_tab;
        case platform::KeyName::enter:
            return ui::Key::enter;
        case platform::KeyName::escape:
            return ui::Key::escape;
        case platform::KeyName::up:
            return ui::Key::up;
        case platform::KeyName::down:
            return ui::Key::down;
        case platform::KeyName::left:
            return ui::Key::left;
        case platform::KeyName::right:
            return ui::Key::right;
        case platform::KeyName::home:
            return ui::Key::home;
        case platform::KeyName::f1:
            return ui::Key::help;
        case platform::KeyName::shift:
            return ui::Key::shift;
    }
    return ui::Key::tab;
}

ui::Pointer::Phase phase_of(platform::Touch::Phase phase) {
    switch (phase) {
        case platform::Touch::Phase::down:
            return ui::Pointer::Phase::down;
        case platform::Touch::Phase::move:
            return ui::Pointer::Phase::move;
        case platform::Touch::Phase::up:
            return ui::Pointer::Phase::up;
        case platform::Touch::Phase::cancel:
            return ui::Pointer::Phase::cancel;
    }
    return ui::Pointer::Phase::cancel;
}

platform::Area area_of(const ui::Rect& rect) {
    return {static_cast<int>(rect.x), static_cast<int>(rect.y), static_cast<int>(rect.w), static_cast<int>(rect.h)};
}

}  // namespace

Kiosk::Kiosk(const Parts& parts, Keeping keeping)
    : parts_(parts),
      chance_(parts.seed ? base::Random{*parts.seed} : base::Random{}),
      visit_(parts.catalogue, chance_, ids_, rules_of(parts.config), parts.clock.monotonic()),
      loop_(visit::attract_loop(parts.catalogue.packs, slide_hold)),
      theme_({parts.window.width(), parts.window.height()}, parts.config.display.width_mm),
      media_([this](std::function<void()> task) { queue_.post(std::move(task)); }),
      pictures_(parts.canvas, media_, parts.assets / "icons", [](const std::string& what) { base::log_warning(what); }),
      texts_(pictures_),
      key_(std::move(keeping.key)),
      forms_(std::move(keeping.forms)) {
    queue_.set_wake([this] { parts_.window.wake(); });
    if (!keeping.outbox) return;
    store_ = std::make_unique<store::Worker>(std::move(keeping.outbox),
                                             [this](std::function<void()> task) { queue_.post(std::move(task)); });
    auto queue = store_->queue();
    if (keeping.upload && queue)
        uploads_ = std::make_unique<Uploads>(std::move(queue), std::move(*keeping.upload), keeping.folder, parts.clock,
                                             queue_, [this](const auto& forms) { forms_ = forms; });
}

ui::View Kiosk::view() const { return {visit_, loop_, parts_.clock.monotonic(), parts_.assets / "pictures"}; }

void Kiosk::handle(const platform::Event& event) {
    const Millis now = parts_.clock.monotonic();
    std::optional<visit::Action> action;
    if (const auto* touch = std::get_if<platform::Touch>(&event)) {
        if (touch->phase == platform::Touch::Phase::down) visit_.note_presence(now);
        action = interaction_.pointer({phase_of(touch->phase), touch->x, touch->y}, scene_, now);
    } else if (const auto* press = std::get_if<platform::KeyPress>(&event)) {
        visit_.note_presence(now);
        action = interaction_.key(key_of(press->key), scene_);
    } else if (std::holds_alternative<platform::QuitRequest>(event)) {
        quit_ = true;
    } else {
        show_again_ = true;
    }
    if (action) act(*action);
}

void Kiosk::act(const visit::Action& action) { follow(visit_.update(action, parts_.clock.monotonic())); }

void Kiosk::follow(const visit::Effects& effects) {
    if (effects.ended) {
        interaction_.forget();
        unsaved_.clear();
        give_back_memory_ = true;
    }
    if (effects.submit) submit(*effects.submit);
}

void Kiosk::submit(const visit::Submission& submission) {
    if (!store_) {  // a rehearsal: everything happens, but nothing is kept
        queue_.post([this, id = submission.id] { act(visit::Saved{id}); });
        return;
    }
    auto found = unsaved_.find(submission.id);
    if (found == unsaved_.end()) {
        auto frozen = freeze(submission);
        if (!frozen) {
            base::log_error("a response is not kept yet: " + frozen.error().text());
            queue_.post([this, id = submission.id] { act(visit::SaveFailed{id}); });
            return;
        }
        found = unsaved_.emplace(submission.id, std::move(*frozen)).first;
    }
    ++commits_in_hand_;
    const auto& [record, tallies] = found->second;
    store_->submit(record, tallies, [this, id = submission.id](const base::Result<void>& kept) {
        --commits_in_hand_;
        if (kept) {
            unsaved_.erase(id);
            act(visit::Saved{id});
        } else {
            base::log_error("a response is not kept yet: " + kept.error().text());
            act(visit::SaveFailed{id});
        }
    });
}

base::Result<Kiosk::Frozen> Kiosk::freeze(const visit::Submission& submission) {
    const auto* survey = parts_.catalogue.survey(submission.response.survey);
    if (!survey) return base::fail(base::ErrorKind::not_found, "its survey is not offered; report this");
    survey::Response response = submission.response;
    response.site = parts_.config.site.id;
    response.period = period();
    response.audience = base::join(survey->audiences, " ");
    response.flag = survey::flag_of(*survey, response, submission.answering, pace_);
    response.trusted_clock = base::clock_is_plausible(parts_.clock.local());
    if (!forms_) {  // without them nobody knows whether it must be sealed
        auto known = store_->queue()->forms();
        if (!known) return std::unexpected(std::move(known.error()));
        forms_ = std::move(*known);
    }
    const auto making = upload::making_of(survey->id, survey->version, key_, *forms_);
    if (!making) return std::unexpected(making.error());
    auto record = upload::freeze(response, submission.id, *survey, *making);
    if (!record) return std::unexpected(std::move(record.error()));
    auto tallies = record->sealed() ? outbox::sealed_tallies_of(response) : outbox::tallies_of(response, *survey);
    return Frozen{std::move(*record), std::move(tallies)};
}

std::string Kiosk::period() const { return upload::period_now(parts_.config, parts_.clock.local()); }

void Kiosk::settle_due() {
    queue_.run();
    follow(visit_.tick(parts_.clock.monotonic()));
    if (uploads_ && uploads_->is_due()) uploads_->start_pass(period());
}

std::optional<Millis> Kiosk::next_due() const {
    const Millis now = parts_.clock.monotonic();
    auto next = visit_.next_deadline(now);
    const auto sooner = [&](Millis when) { next = next ? std::min(*next, when) : when; };
    if (uploads_)
        if (const auto due = uploads_->due()) sooner(*due);
    if (visit_.place().screen == visit::Screen::attract) {
        if (scene_.fade < 1) sooner(now + frame_interval);
        if (const auto change = loop_.next_change(now - visit_.attract_since()))
            sooner(visit_.attract_since() + *change);
    }
    return next;
}

void Kiosk::show() {
    pictures_.trim();
    texts_.trim();
    const ui::View now = view();
    interaction_.arrive(ui::place_key(now));
    ui::Scene next = ui::build_scene({theme_, texts_, pictures_, parts_.strings, interaction_, parts_.rehearsal}, now);

    const ui::Rect whole{0, 0, static_cast<float>(theme_.size().width), static_cast<float>(theme_.size().height)};
    const bool other_picture = !first_frame_ && !next.picture_key.empty() && !scene_.picture_key.empty() &&
                               next.picture_key != scene_.picture_key;
    if (other_picture && next.fade < 1) parts_.canvas.keep_previous();
    const bool redraw_all = first_frame_ || other_picture;
    const ui::Rect damage = redraw_all ? whole : next.display.damage_since(scene_.display).clipped(whole);
    const bool fading = next.fade != scene_.fade || (other_picture && next.fade < 1);
    if (!damage.empty())
        parts_.canvas.draw(area_of(damage), [&](ImDrawList& into) { next.display.paint(into, damage, texts_); });
    if (!damage.empty() || fading || show_again_) {
        parts_.canvas.show(next.fade);
        ++frames_drawn_;
    }
    first_frame_ = show_again_ = false;
    scene_ = std::move(next);
    // The next visit begins as small as this one did; but Hide shows its page first.
    if (std::exchange(give_back_memory_, false)) malloc_trim(0);
}

void Kiosk::wait_for_store() {
    while (commits_in_hand_ > 0) {
        queue_.wait();
        settle_due();
    }
    settle_due();
}

void Kiosk::wait_for_workers() {
    while (commits_in_hand_ > 0 || (uploads_ && uploads_->busy() && !quit_)) {
        queue_.wait();
        settle_due();
    }
    settle_due();
}

void Kiosk::wait_for_everything() {
    wait_for_workers();
    show();
    while (media_.pending() > 0) {
        queue_.wait();
        settle_due();
        if (media_.pending() == 0) show();  // which may ask for more
    }
    settle_due();
    show();
}

}  // namespace talkpoint::shell
