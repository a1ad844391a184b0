#include "staff/event.hpp"

#include "base/redacted.hpp"
#include "base/strings.hpp"
#include "survey/response.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::staff {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::hours clock_may_go_back{2};
constexpr std::chrono::minutes step{15};
constexpr std::size_t longest_name = 80;

base::LocalTime in_steps(base::LocalTime time) {
    return std::chrono::floor<std::chrono::duration<int, std::ratio<900>>>(time);
}
static_assert(step == std::chrono::duration<int, std::ratio<900>>{1});

std::string hour_of(base::LocalTime time) { return base::format_local_time(time).substr(11, 5); }

bool has_been(const Events& events, const std::string& code, Phase phase, const std::string& survey) {
    return std::ranges::any_of(events.been, [&](const PastEvent& past) {
        return past.code == code && past.phase == phase && past.survey == survey;
    });
}

/// `"fair", before`.
std::string called(std::string_view name, Phase phase) {
    switch (phase) {
        case Phase::neither:
            return fmt::format("“{}”", name);
        case Phase::before:
            return fmt::format("“{}”, before", name);
        case Phase::after:
            return fmt::format("“{}”, after", name);
    }
    return {};
}

/// `1-7 people have`.
std::string have_finished(std::string_view count) {
    if (count == "0") return "Nobody has finished yet.";
    return fmt::format("{} people have finished.",
                       count == base::redacted(1) ? std::string{count} : fmt::format("About {}", count));
}

}  // namespace

std::string_view name_of(Phase phase) {
    switch (phase) {
        case Phase::neither:
            return "";
        case Phase::before:
            return "before";
        case Phase::after:
            return "after";
    }
    return "";
}

std::string suggested_name(const Events& events) {
    auto number = events.begun + 1;
    const auto is_taken = [&](const std::string& name) {
        return std::ranges::any_of(events.been, [&](const auto& past) { return past.code == name; });
    };
    auto name = fmt::format("event-{}", number);
    while (is_taken(name)) name = fmt::format("event-{}", ++number);
    return name;
}

std::vector<const PastEvent*> waiting_for_after(const Events& events) {
    std::vector<const PastEvent*> out;
    for (const auto& past : events.been)
        if (past.phase == Phase::before && !has_been(events, past.code, Phase::after, past.survey))
            out.push_back(&past);
    return out;
}

std::string plan_problem(const EventPlan& plan, base::LocalTime now) {
    if (!survey::is_event_code(plan.code))
        return "The name may have small letters, digits and hyphens, at most 40 of them: for example school-week-1.";
    if (base::trim(plan.name).empty()) return "Give the event a name: it is how you know it here.";
    if (plan.name.size() > longest_name || base::printable(plan.name) != plan.name)
        return "The name is too long, or has letters that cannot be shown. Choose a shorter one.";
    if (!base::is_name_id(plan.survey)) return "Choose the survey that people will answer.";
    if (!base::is_language_tag(plan.language)) return "Choose the language in which each visit begins.";
    if (plan.target < 0 || plan.target > highest_target)
        return fmt::format("The number of people can be up to {}; 0 is for as many as come.", highest_target);
    if (!base::clock_is_plausible(now))
        return "The kiosk's clock is wrong, so it cannot know when to end. Set the clock first.";
    if (plan.ends <= now) return "It would end before it begins. Choose a later time.";
    if (plan.ends > now + longest_event) return "It can last for a day at most. Choose an earlier time.";
    return {};
}

base::Result<void> begin(Events& events, const EventPlan& plan, base::LocalTime now, bool answered) {
    const auto refuse = [](std::string message) { return base::fail(base::ErrorKind::malformed, std::move(message)); };
    if (events.now)
        return refuse(
            fmt::format("{} is still going on. End it first.", called(events.now->plan.name, events.now->plan.phase)));
    if (auto problem = plan_problem(plan, now); !problem.empty()) return refuse(std::move(problem));
    if (has_been(events, plan.code, plan.phase, plan.survey))
        return refuse(fmt::format("{} has been, and its counts do not change any more. Choose another name.",
                                  called(plan.code, plan.phase)));
    if (answered)
        return refuse(
            fmt::format("There are answers of {} already, and others must not come to them. Choose another "
                        "name.",
                        called(plan.code, plan.phase)));
    events.now = Collection{plan, now, in_steps(now), 0};
    ++events.begun;
    return {};
}

std::optional<Over> is_over(const Collection& collection, base::LocalTime now) {
    const auto& plan = collection.plan;
    if (plan.target > 0 && collection.finished >= plan.target) return Over::target;
    if (now >= plan.ends) return Over::time;
    if (now < collection.begun || now < collection.seen - clock_may_go_back) return Over::clock;
    return {};
}

void count_finished(Events& events) {
    if (events.now) ++events.now->finished;
}

bool look_at_time(Events& events, base::LocalTime now) {
    if (!events.now) return false;
    if (const auto why = is_over(*events.now, now)) {
        end(events, *why);
        return true;
    }
    const auto before = events.now->seen;
    events.now->seen = std::max(before, in_steps(now));
    return events.now->seen != before;
}

void end(Events& events, Over why) {
    if (!events.now) return;
    const auto& plan = events.now->plan;
    events.been.insert(events.been.begin(),
                       {plan.code, plan.phase, plan.survey, base::redacted(events.now->finished), why, plan.language,
                        plan.target, std::chrono::floor<std::chrono::minutes>(plan.ends - events.now->begun)});
    if (events.been.size() > most_past_events) events.been.resize(most_past_events);
    events.now.reset();
}

std::string sentence_of(const Collection& collection) {
    const auto& plan = collection.plan;
    std::string text =
        fmt::format("{}. {}", called(plan.name, plan.phase), have_finished(base::redacted(collection.finished)));
    if (plan.target > 0)
        text += fmt::format(" It ends when {} have, or at {}.", plan.target, hour_of(plan.ends));
    else
        text += fmt::format(" It ends at {}.", hour_of(plan.ends));
    return text;
}

std::string sentence_of(const PastEvent& past) {
    const auto why = [&] {
        switch (past.why) {
            case Over::target:
                return "It ended when as many had finished as you wanted.";
            case Over::time:
                return "It ended at its time.";
            case Over::clock:
                return "It ended because the kiosk's clock was set back.";
            case Over::staff:
                return "Staff ended it.";
        }
        return "";
    };
    const auto who = past.finished == "0"                 ? std::string{"Nobody finished."}
                     : past.finished == base::redacted(1) ? fmt::format("{} people finished.", past.finished)
                                                          : fmt::format("About {} people finished.", past.finished);
    return fmt::format("{}. {} {}", called(past.code, past.phase), who, why());
}

}  // namespace talkpoint::staff
