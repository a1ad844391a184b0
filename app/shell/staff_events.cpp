// What changes how the kiosk is used: an event, and closing for today.
#include "base/log.hpp"
#include "shell/staff_desk.hpp"
#include "staff/document.hpp"
#include "staff/today.hpp"

#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace talkpoint::shell {

using staff::Mark;

namespace {

constexpr base::Millis counts_limit{30'000};

std::string detail_of(const staff::EventPlan& plan) {
    return fmt::format("{} {}", plan.code, staff::name_of(plan.phase));
}

/// It would come to an event that is over, and has been told, or count for one of which it is none.
staff::Told not_on_disk() {
    return {Mark::attention, "One moment: an answer is not on the disk yet.", "Try again in a minute."};
}

/// Has anybody finished this part of it? `counts`: what talkpointctl prints; every part that was finished is in it.
bool is_answered(const staff::EventPlan& plan, const nlohmann::json& counts) {
    return std::ranges::any_of(staff::list(counts, "surveys"), [&](const auto& survey) {
        return staff::text(survey, "survey") == plan.survey &&
               std::ranges::any_of(staff::list(survey, "groups"), [&](const auto& group) {
                   return staff::text(group, "event") == plan.code &&
                          staff::text(group, "phase") == staff::name_of(plan.phase);
               });
    });
}

}  // namespace

void StaffDesk::read_modes() {
    auto events = staff::read_events(folder());
    events_damaged_ = !events;
    if (events)
        events_ = std::move(*events);
    else
        base::log_warning("no event goes on: " + events.error().text());
    if (const auto closed = staff::read_document(folder(), "closed"))
        closed_until_ = base::parse_local_time(staff::text_in(*closed, "until").value_or(""));
    looked_at_events_ = clock_.monotonic();
    const auto going_on = events_.now;
    if (!staff::look_at_time(events_, clock_.local())) return;
    keep_events();
    if (going_on && !events_.now) note_event_over(going_on->plan);
}

void StaffDesk::note_event_over(const staff::EventPlan& plan) {
    // Not to the minute: that may be when the last person finished.
    constexpr std::chrono::minutes step{15};
    const auto now = clock_.local();
    note(staff::Act::event_ended, detail_of(plan), now - now.time_since_epoch() % step);
}

void StaffDesk::keep_events() {
    jobs_.begin([this, events = events_](const auto&) -> std::function<void()> {
        if (const auto kept = staff::write_events(folder(), events); !kept)
            base::log_error("the event is not kept: " + kept.error().text());
        return {};
    });
    wishes_.mode_has_changed();
}

void StaffDesk::note_finished() {
    if (!events_.now) return;
    const auto plan = events_.now->plan;
    staff::count_finished(events_);
    (void)staff::look_at_time(events_, clock_.local());
    keep_events();
    if (!events_.now) note_event_over(plan);
}

void StaffDesk::look_at_event() {
    if (closed_until_ && !closed_today()) {
        closed_until_.reset();
        wishes_.mode_has_changed();
    }
    constexpr base::Millis every{60'000};
    if (!events_.now || clock_.monotonic() - looked_at_events_ < every) return;
    looked_at_events_ = clock_.monotonic();
    if (wishes_.unsaved()) return;  // it is of this event
    const auto plan = events_.now->plan;
    if (!staff::look_at_time(events_, clock_.local())) return;
    keep_events();
    if (!events_.now) note_event_over(plan);
}

void StaffDesk::carry_out_event(const staff::Do& task) {
    if (wishes_.unsaved()) return told(not_on_disk());
    if (task.task == staff::Task::end_event) {
        if (!events_.now) return told({Mark::attention, "There is no event.", ""});
        note(staff::Act::event_ended, detail_of(events_.now->plan));
        staff::end(events_, staff::Over::staff);
        keep_events();
        return told({Mark::good, "The event is over.", ""});
    }
    if (events_damaged_)
        return told({Mark::trouble, "What has been at this kiosk cannot be read, so no event is begun.",
                     "Tell whoever looks after this computer: staff/event.json is damaged, and must be set aside."});
    const auto& form = area_->form();
    const staff::EventPlan plan{
        form.name, form.name, form.phase, form.survey, form.language, form.target, clock_.local() + form.lasts};
    // Not the record alone: it may be lost, and two groups of people would become one.
    ask(errands_, {"counts"}, counts_limit, [this, plan, at = visit_](const auto& counts) {
        if (counts) return begin_event(plan, is_answered(plan, *counts), at);
        told({Mark::trouble, "The kiosk cannot tell whether this name was used before, so no event is begun.",
              "Try again in a minute. If it stays so, tell whoever looks after this computer: " +
                  counts.error().message},
             at);
    });
}

/// `answered`: see staff::begin().
void StaffDesk::begin_event(const staff::EventPlan& plan, bool answered, int visit) {
    if (wishes_.unsaved()) return told(not_on_disk(), visit);
    if (const auto around = wishes_.around(); around.rehearsal)
        return told({Mark::attention, "This is a rehearsal: nothing would be kept, so no event is begun.",
                     around.fixed_rehearsal ? staff::ends_without_staff : "End the rehearsal first."},
                    visit);
    if (const auto begun = staff::begin(events_, plan, clock_.local(), answered); !begun)
        return told({Mark::attention, begun.error().message, ""}, visit);
    note(staff::Act::event_started, detail_of(plan));
    keep_events();
    if (closed_today()) set_closed(false);
    told({Mark::good, "The event has begun.", "Touch \"Let people begin\". The kiosk waits for the first person."},
         visit);
}

bool StaffDesk::closed_today() const {
    return closed_until_ && base::clock_is_plausible(clock_.local()) && clock_.local() < *closed_until_;
}

void StaffDesk::close_today(bool closed) {
    if (closed && events_.now) return told({Mark::attention, "An event goes on.", "End it first, then close."});
    if (closed && !base::clock_is_plausible(clock_.local()))
        return told({Mark::attention, "The kiosk's clock is wrong, so it does not know when today is over.",
                     "Tell whoever looks after this computer to set it. Shut it down instead."});
    set_closed(closed);
    told(closed ? staff::Told{Mark::good, "Closed for today.", "Touch \"Leave\": the screen goes dark."}
                : staff::Told{Mark::good, "Open again.", ""});
}

void StaffDesk::set_closed(bool closed) {
    closed_until_.reset();
    if (closed)
        closed_until_ = base::LocalTime{std::chrono::floor<std::chrono::days>(clock_.local()) + std::chrono::days{1}};
    const auto until = closed ? base::format_local_time(*closed_until_) : std::string{};
    jobs_.begin([this, until](const auto&) -> std::function<void()> {
        if (const auto kept = staff::write_document(folder(), "closed", {{"until", until}}); !kept)
            base::log_warning("that it is closed is not kept: " + kept.error().text());
        return {};
    });
    note(closed ? staff::Act::closed_for_today : staff::Act::reopened);
    wishes_.mode_has_changed();
}

}  // namespace talkpoint::shell
