#include "staff/area.hpp"

#include "base/overload.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace talkpoint::staff {
namespace {

bool is_digit(char key) { return key >= '0' && key <= '9'; }
bool is_letter(char key) { return (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z'); }

/// How much may be typed there, and what.
std::size_t room(Screen screen) {
    if (screen == Screen::pin) return Area::longest_pin;
    if (screen == Screen::call || screen == Screen::checklist) return Area::longest_initials;
    return screen == Screen::event_name ? Area::longest_name : 0;
}

bool may_type(Screen screen, char key) {
    if (screen == Screen::pin) return is_digit(key);
    if (screen == Screen::event_name) return is_digit(key) || is_letter(key) || key == '-';
    return is_letter(key);
}

bool takes_initials(Task task) { return task == Task::confirm_line || task == Task::confirm_item; }

}  // namespace

Screen above(Screen screen) {
    switch (screen) {
        case Screen::call:
        case Screen::calibrate:
            return Screen::checklist;
        case Screen::survey_counts:
            return Screen::counts;
        case Screen::new_event:
            return Screen::event;
        case Screen::install:
            return Screen::content;
        case Screen::event_name:
            return Screen::new_event;
        case Screen::pin:
        case Screen::first_pin:
        case Screen::today:
        case Screen::details:
        case Screen::checklist:
        case Screen::counts:
        case Screen::event:
        case Screen::take_away:
        case Screen::content:
        case Screen::acts:
        case Screen::rehearsal:
        case Screen::close:
        case Screen::sure:
            return Screen::today;
    }
    return Screen::today;
}

bool wants_to_be_sure(Task task) {
    return task == Task::withdraw || task == Task::rollback || task == Task::deny_line || task == Task::shut_down ||
           task == Task::restart || task == Task::close_today || task == Task::end_event ||
           task == Task::open_to_public;
}

Area::Area(std::string first_pin, base::Millis now)
    : first_pin_(std::move(first_pin)),
      screen_(first_pin_.empty() ? Screen::pin : Screen::first_pin),
      last_presence_(now) {}

Effects Area::update(const Action& action, base::Millis now) {
    note_presence(now);
    Effects effects;
    handle(action, effects);
    return effects;
}

Effects Area::tick(base::Millis now) {
    must_wait(wait_until_, now);
    Effects effects;
    effects.left = now >= last_presence_ + idle();
    return effects;
}

void Area::must_wait(base::Millis until, base::Millis now) {
    wait_until_ = until;
    seconds_to_wait_ = std::max<std::int64_t>(0, ((until - now).count() + 999) / 1000);
}

base::Millis Area::next_deadline() const {
    const auto out = last_presence_ + idle();
    if (seconds_to_wait() == 0) return out;
    return std::min(out, wait_until_ - std::chrono::seconds{seconds_to_wait_ - 1});
}

void Area::handle(const Action& action, Effects& effects) {
    if (std::holds_alternative<Leave>(action)) {
        effects.left = true;
        return;
    }
    if (busy_) return;
    // Before the PIN nothing answers but its own keys.
    const bool of_pin = std::holds_alternative<Type>(action) || std::holds_alternative<Enter>(action);
    if (!in_ && !of_pin) {
        effects.left = std::holds_alternative<Back>(action);
        return;
    }
    std::visit(base::Overload{
                   [&](const Type& key) { type(key.key); },
                   [&](const Enter&) { enter(effects); },
                   [&](const Open& to) { open(to.screen, to.which, effects); },
                   [&](const Back&) { back(effects); },
                   [&](const Leave&) {},
                   [&](const Do& task) { begin(task, effects); },
                   [&](const Touched& touch) { touched(touch); },
               },
               action);
}

void Area::type(char key) {
    outcome_.reset();
    const bool of_name = screen_ == Screen::event_name;
    if (key == '<') {
        if (!typed_.empty()) typed_.pop_back();
    } else if (may_type(screen_, key)) {
        if (of_name && form_.proposed) typed_.clear();
        if (typed_.size() < room(screen_)) typed_ += key;
    } else {
        return;
    }
    if (of_name) form_.name = typed_, form_.proposed = false;
}

void Area::enter(Effects& effects) {
    if (screen_ == Screen::first_pin) {
        effects.set_pin = first_pin_;
        outcome_.reset();
        busy_ = true;
    } else if (screen_ == Screen::pin && !typed_.empty()) {
        effects.try_pin = std::exchange(typed_, {});
        outcome_.reset();
        busy_ = true;
    }
}

Effects Area::first_pin_was(bool kept, bool another, Told said, base::Millis now) {
    Effects effects;
    busy_ = false;
    last_presence_ = now;
    if (screen_ != Screen::first_pin) return effects;
    if (kept || another) first_pin_.clear();
    if (kept) {
        in_ = true;
        open(Screen::today, {}, effects);
        return effects;
    }
    if (another) screen_ = Screen::pin;
    outcome_ = std::move(said);
    return effects;
}

Effects Area::pin_was(bool theirs, Told said, base::Millis now) {
    Effects effects;
    busy_ = false;
    last_presence_ = now;
    if (screen_ != Screen::pin) return effects;
    if (theirs) {
        in_ = true;
        open(Screen::today, {}, effects);
    } else {
        outcome_ = std::move(said);
    }
    return effects;
}

void Area::open(Screen screen, const std::string& which, Effects& effects) {
    if (screen == Screen::pin || screen == Screen::first_pin || screen == Screen::sure) return;
    if (screen == Screen::new_event && screen_ != Screen::event_name) begin_form(which);
    screen_ = screen;
    which_ = which;
    typed_ = screen == Screen::event_name ? form_.name : std::string{};
    outcome_.reset();
    offsets_.clear();
    effects.look = true;
}

void Area::back(Effects& effects) {
    if (screen_ == Screen::today)
        effects.left = true;
    else
        screen_ == Screen::sure         ? open(asked_on_, which_, effects)
        : screen_ == Screen::event_name ? open(Screen::new_event, which_, effects)
        : screen_ == Screen::survey_counts&& which_.contains('/')
            ? open(Screen::survey_counts, which_.substr(0, which_.find('/')), effects)
        : screen_ == Screen::content && !which_.empty() ? open(Screen::content, {}, effects)
                                                        : open(above(screen_), {}, effects);
}

void Area::begin(const Do& task, Effects& effects) {
    choose(task);
    const bool chosen = task.task == Task::set_phase || task.task == Task::set_survey ||
                        task.task == Task::set_language || task.task == Task::set_target || task.task == Task::set_end;
    if (chosen) return;
    if (takes_initials(task.task) && typed_.size() < 2) {
        outcome_ = Told{Mark::attention, "Who has checked it?", "Type two or three initials, then touch it again."};
        return;
    }
    if (wants_to_be_sure(task.task) && screen_ != Screen::sure) {
        asked_ = task;
        asked_on_ = std::exchange(screen_, Screen::sure);
        outcome_.reset();
        return;
    }
    if (task.task == Task::look_again) {
        effects.look = true;
        return;
    }
    outcome_.reset();
    busy_ = true;
    doing_ = task.task;
    effects.task = task;
}

void Area::choose(const Do& task) {
    if (task.task == Task::set_phase)
        choose(task.which == "after" ? Phase::after : task.which == "before" ? Phase::before : Phase::neither);
    if (task.task == Task::set_survey) form_.survey = task.which;
    if (task.task == Task::set_language) form_.language = task.which;
    if (task.task == Task::set_target) form_.target = std::atoi(task.which.c_str());
    if (task.task == Task::set_end) form_.lasts = std::chrono::minutes{std::atoi(task.which.c_str())};
}

/// Where nobody has typed a name, the part chosen says which event it is of.
void Area::choose(Phase phase) {
    if (std::exchange(form_.phase, phase) == phase || !form_.proposed) return;
    if (phase == Phase::after && !proposals_.after.empty())
        form_ = proposals_.after.front();
    else
        form_.name = proposals_.fresh.name;
}

/// `which`: the number of one of the events that wait for their part after; else a new one.
void Area::begin_form(const std::string& which) {
    std::size_t index = 0;
    const auto read = std::from_chars(which.data(), which.data() + which.size(), index);
    const bool known = read.ec == std::errc{} && index < proposals_.after.size();
    form_ = known ? proposals_.after[index] : proposals_.fresh;
}

void Area::told(Told outcome, base::Millis now) {
    busy_ = false;
    last_presence_ = now;
    if (screen_ == Screen::sure) screen_ = asked_on_;
    const bool good = outcome.mark == Mark::good;
    const bool confirmed = takes_initials(doing_) || doing_ == Task::deny_line;
    if (screen_ == Screen::call && good && confirmed) screen_ = Screen::checklist, which_.clear();
    if (good && doing_ == Task::play_test) has_played_ = true;
    if (screen_ == Screen::install && good) screen_ = Screen::content, which_.clear();
    if (screen_ == Screen::event_name && good) screen_ = Screen::event, which_.clear();
    // A name that was refused is mended, not typed again.
    if (screen_ != Screen::event_name && screen_ != Screen::call) typed_.clear();
    outcome_ = std::move(outcome);
}

void Area::touched(const Touched& touch) {
    constexpr std::size_t all = std::size(crosses_at);
    if (screen_ != Screen::calibrate || offsets_.size() >= all) return;
    const auto& cross = crosses_at[offsets_.size()];
    offsets_.push_back(static_cast<int>(std::hypot(touch.x - cross[0] * 1000, touch.y - cross[1] * 1000)));
    if (offsets_.size() == all) touches_well_ = worst_offset() <= good_offset;
}

int Area::worst_offset() const { return offsets_.empty() ? 0 : *std::ranges::max_element(offsets_); }

}  // namespace talkpoint::staff
