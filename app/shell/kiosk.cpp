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

/// How long the focus rests on a control while it goes through them by itself.
constexpr Millis scanning_step{2000}, slow_scanning_step{3500};
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
          [](const std::string& what) { base::log_warning(what); }) {
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

void Kiosk::touched(const platform::Touch& touch) {
    const Millis now = parts_.clock.monotonic();
    const ui::Node* under = scene().control_at(touch.x, touch.y);
    if (touch.phase == platform::Touch::Phase::down) {
        if (beside_screen(touch)) return;
        visit_.note_presence(now);
        // One button is enough: a touch beside the controls is that button.
        const bool button = visit_.settings().scanning && !under && !scene().anywhere;
        interrupt_reading(button ? focused() : under);
        // While a page waits for its letters, the one that still stands there is over; its frame is not.
        if (showing_.waiting() && !(under && under->frame)) return;
        if (button) {
            scanned_ = 0;
            if (const auto action = interaction_.choose_by_touch(scene(), now)) act(*action);
            return;
        }
    }
    if (const auto action = interaction_.pointer(pointer_of(touch), scene(), now)) act(*action);
}

void Kiosk::pressed(platform::KeyName name) {
    const auto known = key_of(name);
    if (!known) return author_key(name);
    const ui::Key key = *known;
    visit_.note_presence(parts_.clock.monotonic());
    scanned_at_ = parts_.clock.monotonic();
    scanned_ = 0;
    const bool of_reading = key == ui::Key::again || key == ui::Key::pause || key == ui::Key::quieter ||
                            key == ui::Key::louder || key == ui::Key::read;
    const auto& settings = visit_.settings();
    if (key == ui::Key::read && !settings.reading &&
        !(sound_ && sound_->can_read(base::text_language(settings.language))))
        return;
    if (!of_reading) interrupt_reading(key == ui::Key::enter ? focused() : nullptr);
    if (const auto action = interaction_.key(key, scene())) act(*action);
}

void Kiosk::interrupt_reading(const ui::Node* control) {
    const bool of_reading = control && (control->id == "pause" || control->id == "again");
    if (!reader_ || of_reading) return;
    reader_->interrupt();
    if (visit_.settings().paused) act(visit::PauseReading{});
}

const ui::Node* Kiosk::focused() const {
    const auto& id = interaction_.focused();
    return id ? scene().node(*id) : nullptr;
}

void Kiosk::scan() {
    const auto& settings = visit_.settings();
    const Millis now = parts_.clock.monotonic();
    const bool busy = sound_ && sound_->speaking();  // what has the focus is heard to its end
    if (!settings.scanning || scene().anywhere || busy) {
        scanned_at_ = now;
    } else if (now - scanned_at_ >= (settings.slower ? slow_scanning_step : scanning_step)) {
        scanned_at_ = now;
        interaction_.scan(scene());
        // Who can only wait for the right control is there, until the focus has been round once.
        const auto controls =
            std::ranges::count_if(scene().nodes, [](const ui::Node& n) { return n.action.has_value(); });
        if (++scanned_ <= controls && !visit_.warning_seconds(now)) visit_.note_presence(now);
    }
}

void Kiosk::act(const visit::Action& action) {
    heading_ = heading_of(action);
    follow(visit_.update(action, parts_.clock.monotonic()));
}

void Kiosk::follow(const visit::Effects& effects) {
    if (effects.ended) {
        if (reader_) reader_->interrupt();
        interaction_.forget();
        unsaved_.clear();
        give_back_memory_ = true;
    }
    if (effects.submit) submit(*effects.submit);
    if (uses_) uses_->look(visit_);
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
    const auto* survey = parts_.languages.catalogues.front().survey(submission.response.survey);
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
        sooner(scanned_at_ + (settings.slower ? slow_scanning_step : scanning_step));
    if (const auto due = frames ? showing_.due(now) : std::nullopt) sooner(*due);
    if (const auto due = room_.due()) sooner(*due);
    if (parts_.canvas.lost()) sooner(now + lost_interval);
    if (const auto due = film_due()) sooner(*due);
    return next;
}

void Kiosk::show() {
    if (!has_picture()) return;
    pictures_.trim();
    texts_.trim();
    room_.play();
    parts_.window.let_sleep(room_.light() == ui::Light::dark);
    watch();
    if (wishes() != theme_.wishes()) theme_ = {theme_.size(), panel_, wishes()};
    const ui::View now = view(room_.loop());
    const auto& settings = visit_.settings();
    const auto before = std::exchange(screen_, visit_.place().screen);
    interaction_.arrive(ui::place_key(now), comes_back(before, screen_));
    const ui::Context context{theme_, texts_, pictures_, strings(), interaction_, parts_.rehearsal, &films_};
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
    if (uses_ && scene().screen == "attract" && !waiting()) uses_->plays(room_.loop());
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
    while (commits_in_hand_ > 0 || films_.pending() > 0 || (uploads_ && uploads_->busy() && !quit_)) {
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
