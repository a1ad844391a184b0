#include "shell/staff_desk.hpp"

#include "base/log.hpp"
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

std::string in_words(Millis wait) {
    const auto seconds = (wait.count() + 999) / 1000;
    if (seconds < 90) return fmt::format("{} seconds", seconds);
    return fmt::format("{} minutes", (seconds + 59) / 60);
}

Told told_of(const staff::Outcome& outcome) {
    if (outcome.attempt == staff::Attempt::too_soon)
        return {Mark::trouble, "It is too soon: no PIN is looked at yet.",
                "Wait " + in_words(outcome.wait) + ", then try again."};
    if (outcome.wait > Millis{0})
        return {Mark::trouble, "That is not the PIN.", "Wait " + in_words(outcome.wait) + ", then try again."};
    return {Mark::trouble, "That is not the PIN.", "Try again."};
}

}  // namespace

StaffDesk::StaffDesk(StaffGround ground, StaffWishes wishes, const base::Clock& clock, MainQueue& results)
    : ground_(std::move(ground)),
      wishes_(std::move(wishes)),
      clock_(clock),
      guard_(staff::folder_in(ground_.state)),
      jobs_(results) {
    if (guard_.has_pin()) wait_noted_ = clock_.monotonic() - note_wait_every;  // one that was going on when the kiosk ended goes on
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
            const bool over = left && *left == Millis{0};
            return [this, over] {
                if (over) wait_noted_.reset();
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
    if (effects.set_pin) {
        jobs_.begin([this, pin = *effects.set_pin, at = visit_](const auto&) -> std::function<void()> {
            base::Random fresh;
            const auto kept = guard_.set(pin, fresh);
            return [this, kept, at] {
                if (!kept) told({Mark::trouble, "The PIN could not be kept: " + kept.error().message, ""}, at);
            };
        });
        note(staff::Act::pin_changed);
    }
    if (effects.task) carry_out(*effects.task);
    if (effects.look) look();
}

void StaffDesk::try_pin(const std::string& pin) {
    jobs_.begin([this, pin, now = clock_.monotonic(), at = visit_](const auto&) -> std::function<void()> {
        const auto tried = guard_.attempt(pin, now);
        return [this, tried, at] {
            const bool theirs = tried && tried->attempt == staff::Attempt::accepted;
            if (tried && tried->wait > Millis{0}) wait_noted_ = clock_.monotonic();
            // Who touches on and on while they must wait fills no log.
            if (tried && tried->attempt != staff::Attempt::too_soon)
                note(theirs ? staff::Act::opened_area : staff::Act::pin_failed);
            if (!area_ || at != visit_) return;
            const auto said = tried ? told_of(*tried) : Told{Mark::trouble, tried.error().message, ""};
            follow(area_->pin_was(theirs, said, clock_.monotonic()));
        };
    });
}

void StaffDesk::note(staff::Act act, const std::string& detail) {
    jobs_.begin([this, act, detail, when = clock_.local()](const auto&) -> std::function<void()> {
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

void StaffDesk::ask(std::vector<std::string> words, Millis limit, Then then) {
    const std::vector<std::string> where{"--config",
                                         ground_.config.string(),
                                         "--state",
                                         ground_.state.string(),
                                         "--json",
                                         "--start",
                                         base::format_local_time(clock_.local())};
    words.insert(words.end(), where.begin(), where.end());
    jobs_.begin(
        [this, words = std::move(words), limit, then = std::move(then)](const auto& stop) -> std::function<void()> {
            const auto helped = run_helper(ground_.program, words, limit, stop);
            auto json = helped ? json_of(*helped, ground_.program) : std::unexpected(helped.error());
            return [json = std::move(json), then] { then(json); };
        });
}

void StaffDesk::look() {
    if (!area_ || !area_->is_in()) return;
    known_.around = wishes_.around();
    const auto keep = [this](nlohmann::json staff::Known::* where) {
        return [this, where, at = visit_](const base::Result<nlohmann::json>& found) {
            if (!area_ || at != visit_) return;
            if (found)
                known_.*where = *found;
            else
                area_->told({Mark::trouble, "This could not be looked up: " + found.error().message, ""},
                            clock_.monotonic());
        };
    };
    constexpr Millis limit{30'000};
    using enum staff::Screen;
    switch (area_->screen()) {
        case today:
        case details:
            return ask({"status"}, limit, keep(&staff::Known::status));
        case counts:
        case survey_counts:
            return ask({"counts"}, limit, keep(&staff::Known::counts));
        case content:
            ask({"sticks"}, limit, keep(&staff::Known::sticks));
            return ask({"pack", "list"}, limit, keep(&staff::Known::packs));
        case take_away:
            return ask({"sticks"}, limit, keep(&staff::Known::sticks));
        case acts:
            return jobs_.begin([this, at = visit_](const auto&) -> std::function<void()> {
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
            if (area_->form().code.empty()) area_->propose(proposed());
            return;
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
    note(staff::Act::shut_down);
    jobs_.begin([this, at = visit_](const auto& stop) -> std::function<void()> {
        const auto done = run_helper("systemctl", {"poweroff"}, Millis{20'000}, stop);
        if (done && done->exit_code == 0) return [this] { wishes_.leave(false); };
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
            return ask({"upload"}, Millis{120'000}, [this, at = visit_](const auto& sent) {
                if (!sent) return told({Mark::attention, sent.error().message, "Look again in a minute."}, at);
                const auto count = staff::count(*sent, "sent"), kept = staff::count(*sent, "kept");
                told({kept > 0 ? Mark::attention : Mark::good,
                      count == 0 && kept == 0 ? "There was nothing to send."
                                              : fmt::format("{} sent, {} still here.", count, kept),
                      staff::text(*sent, "error")},
                     at);
            });
        case restart:
            note(staff::Act::restarted);
            return end_program(true);
        case staff::Task::shut_down:
            return switch_off();
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
