#include "playback/schedule.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace talkpoint::playback {

bool Opening::is_open(base::LocalTime when) const {
    const auto holds = [&](const auto& time) { return time.contains(when); };
    return std::ranges::none_of(closed, holds) && (hours.empty() || std::ranges::any_of(hours, holds));
}

Plan plan_at(const Schedule& schedule, base::LocalTime when) {
    Plan plan;
    plan.plays = schedule.usual;
    plan.fallback = schedule.fallback;
    if (!base::clock_is_plausible(when)) return plan;
    plan.open = schedule.opening.is_open(when);
    const auto part = std::ranges::find_if(schedule.parts, [&](const Part& one) { return one.hours.contains(when); });
    if (part != schedule.parts.end()) {
        plan.part = part->name;
        plan.audiences = part->audiences;
        if (!part->plays.empty()) plan.plays = part->plays;
    }
    for (const auto& campaign : schedule.campaigns) {
        if (!campaign.days.contains(when) || (campaign.hours && !campaign.hours->contains(when))) continue;
        // One that plays alone leaves no room for those that do not.
        if (campaign.alone && !std::exchange(plan.added_alone, true)) {
            plan.campaigns.clear();
            plan.added.clear();
        }
        if (plan.added_alone && !campaign.alone) continue;
        plan.campaigns.push_back(campaign.name);
        std::ranges::copy(campaign.plays, std::back_inserter(plan.added));
    }
    return plan;
}

base::LocalTime next_change(const Schedule& schedule, base::LocalTime when) {
    const auto day = std::chrono::floor<std::chrono::days>(when);
    base::LocalTime next = day + std::chrono::days{1};
    const auto consider = [&](const Hours& hours) {
        for (const auto edge : {hours.from, hours.until})
            if (const base::LocalTime at = day + edge; at > when) next = std::min(next, at);
    };
    for (const auto& hours : schedule.opening.hours) consider(hours);
    for (const auto& part : schedule.parts) consider(part.hours);
    for (const auto& campaign : schedule.campaigns)
        if (campaign.hours) consider(*campaign.hours);
    return next;
}

}  // namespace talkpoint::playback
