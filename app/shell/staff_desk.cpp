#include "shell/staff_desk.hpp"

#include "base/log.hpp"
#include "base/redacted.hpp"
#include "base/strings.hpp"
#include "shell/helper_program.hpp"
#include "staff/document.hpp"
#include "staff/pages.hpp"

#include <fmt/format.h>

#include <utility>

namespace talkpoint::shell {
namespace {

using base::Millis;
using staff::Mark;
using staff::Told;

/// Between two notes of how long is still to be waited.
constexpr Millis note_wait_every{30'000};
constexpr std::size_t shown_deeds = 200;

Told told_of(const staff::Outcome& outcome) {
    // How long is to be waited the page counts down.
    if (outcome.attempt == staff::Attempt::too_soon)
        return {Mark::trouble, "It is too soon: no PIN is looked at yet.", "Try again."};
    return {Mark::trouble, "That is not the PIN.", "Try again."};
}

}  // namespace

StaffDesk::StaffDesk(StaffGround ground, StaffWishes wishes, const base::Clock& clock, MainQueue& results)
    : ground_(std::move(ground)),
      wishes_(std::move(wishes)),
      clock_(clock),
      guard_(staff::folder_in(ground_.state)),
      jobs_(results),
      looks_(results),
      errands_(results) {
    if (guard_.has_pin())
        wait_noted_ = clock_.monotonic() - note_wait_every;  // one that was going on when the kiosk ended goes on
    read_modes();
}

void StaffDesk::open() {
    if (area_) return;
    ++visit_;
    known_ = {};
    known_.around = wishes_.around();
    const Millis now = clock_.monotonic();
    if (guard_.has_pin()) {
        area_.emplace(std::string{}, now);
        area_->must_wait(wait_until_, now);
    } else {
        base::Random fresh;
        area_.emplace(staff::random_pin(fresh), now);
    }
}

void StaffDesk::act(const staff::Action& action) {
    if (area_) follow(area_->update(action, clock_.monotonic()));
}

void StaffDesk::note_presence() {
    if (area_) area_->note_presence(clock_.monotonic());
}

void StaffDesk::tick() {
    const Millis now = clock_.monotonic();
    if (area_) follow(area_->tick(now));
    look_at_event();
    if (wait_noted_ && now - *wait_noted_ >= note_wait_every) {
        wait_noted_ = now;
        jobs_.begin([this, now](const auto&) -> std::function<void()> {
            const auto left = guard_.tick(now);
            return [this, left, now] {
                if (!left) return;
                if (*left == Millis{0}) wait_noted_.reset();
                wait_until(now + *left);
            };
        });
    }
}

std::optional<Millis> StaffDesk::due() const {
    std::optional<Millis> next;
    if (area_) next = area_->next_deadline();
    if (events_.now && (!next || looked_at_events_ + std::chrono::minutes{1} < *next))
        next = looked_at_events_ + std::chrono::minutes{1};
    if (wait_noted_ && (!next || *wait_noted_ + note_wait_every < *next)) next = *wait_noted_ + note_wait_every;
    return next;
}

staff::Page StaffDesk::page() const { return staff::page_of(*area_, known_); }

std::string StaffDesk::place() const {
    return fmt::format("staff.{}/{}", staff::name_of(area_->screen()), area_->which());
}

void StaffDesk::follow(const staff::Effects& effects) {
    if (effects.left) {
        area_.reset();
        known_ = {};
        ++visit_;
        return;
    }
    if (effects.try_pin) try_pin(*effects.try_pin);
    if (effects.set_pin) keep_first_pin(*effects.set_pin);
    if (effects.task) carry_out(*effects.task);
    if (effects.look) look();
}

void StaffDesk::try_pin(const std::string& pin) {
    jobs_.begin([this, pin, now = clock_.monotonic(), at = visit_](const auto&) -> std::function<void()> {
        const auto tried = guard_.attempt(pin, now);
        return [this, tried, now, at] {
            const bool theirs = tried && tried->attempt == staff::Attempt::accepted;
            if (tried && tried->wait > Millis{0}) wait_noted_ = clock_.monotonic();
            if (tried) wait_until(now + tried->wait);
            // Who touches on and on while they must wait fills no log.
            if (tried && tried->attempt != staff::Attempt::too_soon)
                note(theirs ? staff::Act::opened_area : staff::Act::pin_failed);
            if (!area_ || at != visit_) return;
            const auto said = tried ? told_of(*tried) : Told{Mark::trouble, tried.error().message, ""};
            follow(area_->pin_was(theirs, said, clock_.monotonic()));
        };
    });
}

void StaffDesk::wait_until(Millis until) {
    wait_until_ = until;
    if (area_) area_->must_wait(until, clock_.monotonic());
}

void StaffDesk::keep_first_pin(const std::string& pin) {
    jobs_.begin([this, pin, at = visit_](const auto&) -> std::function<void()> {
        base::Random fresh;
        const auto kept = guard_.set_first(pin, fresh);
        return [this, kept, at] {
            const bool theirs = kept && *kept;
            if (theirs) {
                note(staff::Act::first_pin);
                note(staff::Act::opened_area);
            }
            if (!area_ || at != visit_) return;
            const auto said = kept ? Told{Mark::attention, "Another PIN has been set meanwhile.", "Type that one."}
                                   : Told{Mark::trouble, "The PIN could not be kept.",
                                          "Tell whoever looks after this computer: " + kept.error().message};
            follow(area_->first_pin_was(theirs, kept.has_value() && !theirs, said, clock_.monotonic()));
        };
    });
}

void StaffDesk::note(staff::Act act, const std::string& detail, base::LocalTime when) {
    jobs_.begin([this, act, detail, when](const auto&) -> std::function<void()> {
        if (const auto noted = staff::record(folder(), when, act, detail); !noted)
            base::log_warning("what staff did is not noted: " + noted.error().text());
        return {};
    });
}

void StaffDesk::told(Told outcome, int visit) {
    if (!area_ || visit != visit_) return;
    area_->told(std::move(outcome), clock_.monotonic());
    look();
}

void StaffDesk::ask(Jobs& jobs, std::vector<std::string> words, Millis limit, Then then) {
    const std::vector<std::string> where{"--config",
                                         ground_.config.string(),
                                         "--state",
                                         ground_.state.string(),
                                         "--json",
                                         "--start",
                                         base::format_local_time(clock_.local())};
    words.insert(words.end(), where.begin(), where.end());
    jobs.begin(
        [this, words = std::move(words), limit, then = std::move(then)](const auto& stop) -> std::function<void()> {
            const auto helped = run_helper(ground_.program, words, limit, stop);
            auto json = helped ? json_of(*helped, ground_.program) : std::unexpected(helped.error());
            return [json = std::move(json), then] { then(json); };
        });
}

void StaffDesk::look() {
    if (!area_ || !area_->is_in()) return;
    known_.around = wishes_.around();
    area_->propose(staff::proposals(known_.around));
    const auto keep = [this](nlohmann::json staff::Known::* where) {
        return [this, where, at = visit_](const base::Result<nlohmann::json>& found) {
            if (!area_ || at != visit_) return;
            known_.*where = found ? *found : nlohmann::json::object();
            if (!found)
                area_->told({Mark::trouble, "This could not be looked up.",
                             "Tell whoever looks after this computer: " + found.error().message},
                            clock_.monotonic());
        };
    };
    constexpr Millis limit{30'000};
    using enum staff::Screen;
    switch (area_->screen()) {
        case today:
            tell_left();
            [[fallthrough]];
        case details:
            return ask(looks_, {"status"}, limit, keep(&staff::Known::status));
        case counts:
        case survey_counts:
            return ask(looks_, {"counts"}, limit, keep(&staff::Known::counts));
        case content:
            ask(looks_, {"sticks"}, limit, keep(&staff::Known::sticks));
            return ask(looks_, {"pack", "list"}, limit, keep(&staff::Known::packs));
        case install:
            return look_at_pack(area_->which());
        case take_away:
            return ask(looks_, {"sticks"}, limit, keep(&staff::Known::sticks));
        case acts:
            ask(looks_, {"pack", "list"}, limit, keep(&staff::Known::packs));  // what is taken off has its title there
            return looks_.begin([this, at = visit_](const auto&) -> std::function<void()> {
                auto deeds = staff::read_deeds(folder(), shown_deeds);
                return [this, at, deeds = std::move(deeds)] {
                    if (area_ && at == visit_) known_.deeds = deeds ? *deeds : std::vector<staff::Deed>{};
                };
            });
        case checklist:
        case call:
        case pin:
        case first_pin:
        case calibrate:
        case new_event:
        case event_name:
        case event:
        case rehearsal:
        case close:
        case sure:
            return;
    }
}

/// What was noted is written first.
void StaffDesk::end_program(bool again) {
    jobs_.begin(
        [this, again](const auto&) -> std::function<void()> { return [this, again] { wishes_.leave(again); }; });
}

void StaffDesk::switch_off() {
    jobs_.begin([this, at = visit_, now = clock_.local()](const auto& stop) -> std::function<void()> {
        const auto done = run_helper("systemctl", {"poweroff"}, Millis{20'000}, stop);
        if (done && done->exit_code == 0) {
            if (const auto noted = staff::record(folder(), now, staff::Act::shut_down); !noted)
                base::log_warning("what staff did is not noted: " + noted.error().text());
            return [this] { wishes_.leave(false); };
        }
        const auto why = done ? std::string{base::trim(done->complaints)} : done.error().message;
        return [this, why, at] {
            base::log_warning("the computer could not be shut down: " + why);
            told({Mark::trouble, "This computer did not let the kiosk switch it off.",
                  "Press its power button for a moment instead. Whoever looks after it can allow it: see "
                  "kiosk_config."},
                 at);
        };
    });
}

void StaffDesk::carry_out(const staff::Do& task) {
    using enum staff::Task;
    switch (task.task) {
        case rehearse:
        case end_rehearsal: {
            const bool on = task.task == rehearse;
            if (on && events_.now)
                return told({Mark::attention, "An event goes on, and its answers would not be kept.",
                             "End it first, then begin a rehearsal."});
            wishes_.rehearse(on);
            note(on ? staff::Act::rehearsal_on : staff::Act::rehearsal_off);
            return told({Mark::good, on ? "The rehearsal has begun." : "The rehearsal is over.",
                         on ? "Touch \"Leave\", then try the kiosk." : "From now on answers are kept."});
        }
        case begin_event:
        case end_event:
            return carry_out_event(task);
        case staff::Task::close_today:
        case reopen:
            return this->close_today(task.task == staff::Task::close_today);
        case send_now:
            note(staff::Act::sent_now);
            return ask(errands_, {"upload"}, Millis{120'000}, [this, at = visit_](const auto& sent) {
                if (!sent) return told({Mark::attention, sent.error().message, "Look again in a minute."}, at);
                const auto count = staff::count(*sent, "sent"), kept = staff::count(*sent, "kept");
                told({kept > 0 ? Mark::attention : Mark::good,
                      count == 0 && kept == 0
                          ? "There was nothing to send."
                          : fmt::format("{} sent, {} still here.", base::redacted(count), base::redacted(kept)),
                      staff::text(*sent, "to_do")},
                     at);
            });
        case restart:
            note(staff::Act::restarted);
            return end_program(true);
        case staff::Task::shut_down:
            return switch_off();
        case play_test:
            return told(wishes_.play_test() ? Told{Mark::good, "It is being said now.", ""}
                                            : Told{Mark::attention, "There is nothing that could be heard.",
                                                   "See that the loudspeaker is in, and start the kiosk again."});
        case confirm_line:
        case confirm_item:
        case deny_line:
            return confirm(task);
        case staff::Task::open_to_public:
            return StaffDesk::open_to_public();
        case staff::Task::take_away:
            return this->take_away(task.which);
        case staff::Task::write_card:
            return this->write_card(task.which);
        case install:
        case rollback:
        case withdraw:
        case restore:
            return change_content(task);
        case set_phase:
        case set_survey:
        case set_language:
        case set_target:
        case set_end:
        case look_again:
            return;  // of the area itself
    }
}

}  // namespace talkpoint::shell
