#include "shell/kiosk.hpp"

#include "base/languages.hpp"
#include "base/log.hpp"
#include "base/strings.hpp"
#include "outbox/tallies.hpp"
#include "shell/content.hpp"
#include "shell/input.hpp"
#include "shell/pack_preview.hpp"
#include "upload/freezing.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <utility>

namespace talkpoint::shell {
namespace {

using base::Millis;

/// While there is no picture, one is tried for so often.
constexpr Millis lost_interval{50};

visit::Rules rules_of(const config::Config& config) {
    return {Millis{config.idle_s * 1000}, Millis{config.warn_s * 1000}, Millis{600'000}};
}

template <class... Kinds>
bool is_one_of(const visit::Action& action) {
    return (std::holds_alternative<Kinds>(action) || ...);
}

/// Where an action leads: so the page comes from there.
Heading heading_of(const visit::Action& action) {
    using namespace visit;
    if (is_one_of<Back, Home, Stop, ChooseLanguage>(action)) return Heading::back;
    if (is_one_of<GetHelp, OpenLanguages, OpenSettings>(action)) return Heading::over;
    return Heading::onwards;
}

/// Who closes what lay over a screen, or comes from a message back to its cards, stands where they left.
bool comes_back(visit::Screen from, visit::Screen to) {
    using enum visit::Screen;
    return from == help || from == languages || from == settings || (from == message && to == topic);
}

ui::Panel panel_of(const config::Config& config) {
    const auto& display = config.display;
    return {display.width_mm, display.viewing_distance_mm, display.mount_height_mm};
}

visit::Settings usual_settings(const config::Config& config) {
    visit::Settings usual;
    usual.scanning = config.scanning;
    usual.volume = config.sound.volume;
    return usual;
}

}  // namespace

Kiosk::Kiosk(const Parts& parts)
    : parts_(parts),
      chance_(parts.seed ? base::Random{*parts.seed} : base::Random{}),
      visit_(parts.languages.catalogues, chance_, ids_, rules_of(parts.config), parts.clock.monotonic(),
             usual_settings(parts.config)),
      room_(parts.config, parts.languages, parts.clock, visit_),
      panel_(panel_of(parts.config)),
      theme_(screen_size(parts), panel_),
      media_([this](std::function<void()> task) { queue_.post(std::move(task)); }),
      pictures_(parts.canvas, media_, parts.assets / "icons", [](const std::string& what) { base::log_warning(what); }),
      texts_(pictures_, [this](std::function<void()> task) { queue_.post(std::move(task)); }),
      showing_(parts.canvas),
      films_(
          parts.canvas, [this](std::function<void()> task) { queue_.post(std::move(task)); }, parts.film_pace, sound_,
          [](const std::string& what) { base::log_warning(what); }),
      rehearsal_(parts.rehearsal),
      began_(parts.clock.local()) {
    queue_.set_wake([this] { parts_.window.wake(); });
    if (parts.voice) {
        sound_.emplace(parts.voice({[this](std::function<void()> task) { queue_.post(std::move(task)); },
                                    [](const std::string& what) { base::log_warning(what); }, [] {}}));
        sound_->set_volume(parts.config.sound.volume);
        reader_.emplace(*sound_);
        headphones_ = parts.config.sound.headphones == config::Headphones::always;
        if (parts.ask_jack) {
            jack_.emplace([this] { queue_.post([this] { headphones(jack_->plugged_in().value_or(false)); }); });
            headphones_ = jack_->plugged_in().value_or(false);
        }
    }
}

void Kiosk::keep(Keeping keeping) {
    key_ = std::move(keeping.key);
    forms_ = std::move(keeping.forms);
    if (!keeping.folder.empty() && !parts_.helper.empty() && !parts_.preview) hire(keeping.folder);
    if (!keeping.outbox) return;
    store_ = std::make_unique<store::Worker>(std::move(keeping.outbox),
                                             [this](std::function<void()> task) { queue_.post(std::move(task)); });
    uses_.emplace(*store_, [this] { return period(); });
    auto queue = store_->queue();
    if (keeping.upload && queue)
        uploads_ = std::make_unique<Uploads>(std::move(queue), std::move(*keeping.upload), keeping.folder, parts_.clock,
                                             queue_, [this](const auto& forms) { forms_ = forms; });
}

void Kiosk::make_next_ready(const ui::Context& context) {
    const bool nobody = visit_.place().screen == visit::Screen::attract && room_.light() != ui::Light::dark;
    const bool busy = scene().fade < 1 || showing_.waiting() || media_.pending() > 0 || texts_.pending() > 0;
    if (!nobody || busy || ready_at_ == room_.loop().number()) return;
    ready_at_ = room_.loop().number();
    first_screen_ = ui::build_first_screen(context, view(room_.loop()));
    const auto ahead = room_.loop().ahead();
    next_slide_ = ui::build_slide(context, view(ahead));
}

ui::View Kiosk::view(const playback::Loop& loop) {
    const auto language = base::text_language(visit_.settings().language);
    // A voice is looked for when somebody is there, so that a kiosk that plays to the room does not pay for it. What is
    // being read can always be ended.
    const bool nobody = visit_.place().screen == visit::Screen::attract, reading = visit_.settings().reading;
    return {visit_,
            loop,
            parts_.clock.monotonic(),
            parts_.assets / "pictures",
            parts_.languages.interface,
            {sound_ && (nobody || reading || sound_->can_read(language)), headphones_},
            room_.light(),
            open_message_.pages(visit_),
            film_words(loop)};
}

const pack::Strings& Kiosk::strings() const {
    const auto& interface = parts_.languages.interface;
    const auto found = std::ranges::find(interface, visit_.settings().language, &pack::Strings::language);
    return found == interface.end() ? interface.front() : *found;
}

ui::Wishes Kiosk::wishes() const {
    const auto& settings = visit_.settings();
    return {settings.large_text, settings.high_contrast, settings.lower};
}

void Kiosk::headphones(bool in) {
    if (!sound_ || std::exchange(headphones_, in) == in) return;
    if (!in) quiet_for_room();
    act(visit::ReadAloud{in});
}

std::optional<std::string> Kiosk::speaking() const {
    const auto* said = sound_ ? sound_->speaking() : nullptr;
    return said ? std::optional{said->text} : std::nullopt;
}

void Kiosk::handle(const platform::Event& event) {
    if (const auto* touch = std::get_if<platform::Touch>(&event)) {
        touched(*touch);
    } else if (const auto* press = std::get_if<platform::KeyPress>(&event)) {
        pressed(press->key);
    } else if (std::holds_alternative<platform::QuitRequest>(event)) {
        quit_ = true;
    } else if (std::holds_alternative<platform::Resized>(event)) {
        fit_window();
    } else {
        show_again_ = true;
    }
}

void Kiosk::act(const visit::Action& action) {
    heading_ = heading_of(action);
    follow(visit_.update(action, parts_.clock.monotonic()));
    note_rehearsal();
}

void Kiosk::follow(const visit::Effects& effects) {
    if (effects.ended) {
        if (reader_) reader_->interrupt();
        interaction_.forget();
        unsaved_.clear();
        give_back_memory_ = true;
    }
    if (effects.submit) submit(*effects.submit);
    if (uses_ && !rehearsal_) uses_->look(visit_);
}

void Kiosk::submit(const visit::Submission& submission) {
    // One that has failed was given before the rehearsal began, and is kept.
    const bool rehearsed = rehearsal_ && !visit_.save_failing();
    if (!store_ || rehearsed) {  // everything happens, but nothing is kept
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
    store_->submit(record, tallies,
                   [this, id = submission.id,
                    counted = event_of(submission.response.survey) != nullptr](const base::Result<void>& kept) {
                       --commits_in_hand_;
                       if (kept) {
                           unsaved_.erase(id);
                           if (counted) desk_->note_finished();
                           if (!std::exchange(cannot_keep_, {}).empty()) tell_outside();
                           act(visit::Saved{id});
                       } else {
                           base::log_error("a response is not kept yet: " + kept.error().text());
                           if (std::exchange(cannot_keep_, kept.error().message) != cannot_keep_) tell_outside();
                           act(visit::SaveFailed{id});
                       }
                   });
}

base::Result<Kiosk::Frozen> Kiosk::freeze(const visit::Submission& submission) {
    const auto* survey = parts_.languages.catalogues.front().survey(submission.response.survey);
    if (!survey) return base::fail(base::ErrorKind::not_found, "its survey is not offered; report this");
    survey::Response response = submission.response;
    response.site = parts_.config.site.id;
    response.period = period();
    response.audience = base::join(survey->audiences, " ");
    response.flag = survey::flag_of(*survey, response, submission.answering, pace_);
    if (const auto* plan = event_of(survey->id))
        response.event = plan->code, response.phase = staff::name_of(plan->phase);
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
    const auto said = speaking();
    queue_.run();
    look_at_pack();
    const Millis now = parts_.clock.monotonic();
    if (sound_) {
        sound_->tick(now);
        // Who has listened to a paragraph is there; save to the warning that asks just that.
        if (said && speaking() != said && reader_->reads_page() && !visit_.warning_seconds(now))
            visit_.note_presence(now);
    }
    if (desk_ && corner_.held(now)) open_staff_area();
    if (desk_) desk_->tick();
    scan();
    follow(visit_.tick(now));
    watch();
    if (uploads_ && uploads_->is_due()) uploads_->start_pass(period());
}

std::optional<Millis> Kiosk::next_due(bool frames) {
    const Millis now = parts_.clock.monotonic();
    auto next = visit_.next_deadline(now);
    const auto sooner = [&](Millis when) { next = next ? std::min(*next, when) : when; };
    if (parts_.preview) sooner(now + PackPreview::interval);
    if (uploads_)
        if (const auto due = uploads_->due()) sooner(*due);
    if (sound_)
        if (const auto due = sound_->next_due()) sooner(*due);
    if (const auto& settings = visit_.settings(); settings.scanning && !scene().anywhere)
        sooner(scanned_at_ + scanning_pause(settings));
    if (const auto due = frames ? showing_.due(now) : std::nullopt) sooner(*due);
    if (const auto due = room_.due()) sooner(*due);
    if (parts_.canvas.lost()) sooner(now + lost_interval);
    if (const auto due = corner_.due(); due && desk_) sooner(*due);
    if (const auto due = desk_ ? desk_->due() : std::nullopt) sooner(*due);
    if (const auto due = film_due()) sooner(*due);
    return next;
}

void Kiosk::show() {
    if (!has_picture()) return;
    pictures_.trim();
    texts_.trim();
    if (desk_) room_.close(desk_->closed_today());
    room_.play();
    parts_.window.let_sleep(room_.light() == ui::Light::dark);
    watch();
    if (staff_here()) return show_staff();
    if (wishes() != theme_.wishes()) theme_ = {theme_.size(), panel_, wishes()};
    const ui::View now = view(room_.loop());
    const auto& settings = visit_.settings();
    const auto before = std::exchange(screen_, visit_.place().screen);
    interaction_.arrive(ui::place_key(now), comes_back(before, screen_));
    const ui::Context context{theme_, texts_, pictures_, strings(), interaction_, rehearsal_, &films_};
    ui::Scene next = ui::build_scene(context, now);
    const auto page =
        fmt::format("{}|{}|{}|{}", next.screen, ui::place_key(now), settings.language, interaction_.part());
    next.page = page;
    if (reader_) {
        const auto ears = headphones_ || settings.answers_aloud ? ui::Ears::own : ui::Ears::everybodys;
        reader_->look({next, strings(), settings, page, ears});
    }
    // The strip beside a screen stands still, so that screen comes without gliding in.
    const bool still = settings.calm || parts_.preview;
    showing_.show(with_strip(std::move(next), context), page + (settings.large_text ? "|large" : ""), heading_, still,
                  std::exchange(show_again_, false), now.now);
    if (uses_ && !rehearsal_ && scene().screen == "attract" && !waiting()) uses_->plays(room_.loop());
    make_next_ready(context);
    // The next visit begins as small as this one did; but Hide shows its page first.
    if (std::exchange(give_back_memory_, false)) malloc_trim(0);
}

void Kiosk::show_whole() {
    const auto pending = [this] { return media_.pending() > 0 || texts_.pending() > 0 || films_.pending() > 0; };
    for (show(); pending(); show())  // which may ask for more
        while (pending()) {
            queue_.wait();
            settle_due();
        }
}

void Kiosk::wait_for_store() {
    while (commits_in_hand_ > 0 || (uses_ && uses_->busy())) {
        queue_.wait();
        settle_due();
    }
    settle_due();
}

void Kiosk::wait_for_workers() {
    while (commits_in_hand_ > 0 || films_.pending() > 0 || staff_wait_for_something() ||
           (uploads_ && uploads_->busy() && !quit_)) {
        queue_.wait();
        settle_due();
    }
    settle_due();
}

void Kiosk::wait_for_everything() {
    wait_for_workers();
    show_whole();
    showing_.arrive();
}

}  // namespace talkpoint::shell
