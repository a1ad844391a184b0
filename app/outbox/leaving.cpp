#include "outbox/leaving.hpp"

#include "outbox/period.hpp"
#include "outbox/tallies.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

namespace talkpoint::outbox {
namespace {

using Finished = std::map<Period, std::int64_t>;

bool all_enough(const auto& parts) {
    return std::ranges::all_of(parts | std::views::values, [](auto count) { return count >= enough_to_leave; });
}

}  // namespace

std::int64_t Leaving::Group::own() const {
    std::int64_t sum = 0;
    for (const auto& [version, count] : versions) sum += count;
    return sum;
}

/// Of a group of which some were sent, those that are left may be few, and known: the last who came. And a version may
/// have been on the kiosk for an hour. Too few at an event are too few of each version.
bool Leaving::Group::leaves() const { return over && is_here() && all_enough(versions); }

Leaving::Leaving(const std::vector<std::pair<Tally, std::int64_t>>& tallies,
                 const std::optional<std::pair<std::string, std::string>>& going_on, base::LocalTime now) {
    std::map<Kind, Finished> finished;
    for (const auto& [tally, count] : tallies) {
        const auto end = end_of(tally.period);
        if (!end || !base::clock_is_plausible(*end) || !tally.question.empty() || tally.option != finished_count)
            continue;
        const Period period{*end, tally.period};
        finished[{tally.survey, true, {}, {}}][period] += count;
        finished[{tally.survey, false, tally.event, tally.phase}][period] += count;
    }
    for (const auto& [kind, periods] : finished)
        add_groups(kind, periods, going_on == std::pair{kind.event, kind.phase}, now);
}

/// The last is what is not over, or not enough, until now.
void Leaving::add_groups(const Kind& kind, const Finished& finished, bool goes_on, base::LocalTime now) {
    auto& groups = groups_[kind];
    const bool of_event = !kind.event.empty();
    if (!of_event)
        // Those outside events as they are told: with other bounds the tables that are told could be taken from these.
        for (const auto& stretch :
             stretches_of(finished, now, kind.sealed ? enough_to_leave : enough_for_answers).whole)
            groups.push_back({stretch, true, 0, {}, {}});
    auto next = groups.empty() ? finished.begin() : finished.upper_bound(groups.back().stretch.last);
    if (next == finished.end()) return;
    Stretch rest{next->first, finished.rbegin()->first};
    for (; next != finished.end(); ++next) rest.finished += next->second;
    groups.push_back({rest, of_event && !goes_on, 0, {}, {}});
}

Leaving::Kind Leaving::kind_of(const Record& record, const survey::Response* opened) {
    if (!opened) return {record.survey, true, {}, {}};
    return {record.survey, false, opened->event, opened->phase};
}

const Leaving::Group* Leaving::group_of(const Kind& kind, const std::string& period) const {
    const auto groups = groups_.find(kind);
    const auto end = end_of(period);
    if (groups == groups_.end() || !end) return nullptr;
    const Period at{*end, period};
    const auto found =
        std::ranges::lower_bound(groups->second, at, {}, [](const Group& one) { return one.stretch.last; });
    return found != groups->second.end() && found->stretch.first <= at ? &*found : nullptr;
}

Leaving::Group* Leaving::group_of(const Kind& kind, const std::string& period) {
    return const_cast<Group*>(std::as_const(*this).group_of(kind, period));
}

void Leaving::meet(const Record& record, const survey::Response* opened) {
    const Kind sealed{record.survey, true, {}, {}};
    const bool is_readable = record.sealed() || opened;
    const auto kind = kind_of(record, opened);
    auto* group = group_of(kind, record.period);
    if (group) ++group->here;
    // Among the sealed ones of its time it counts as here, whatever it is itself.
    if (auto* beside = group_of(sealed, record.period); beside && beside != group) ++beside->here;
    if (!is_readable) {
        alone_.damaged = true;
        ++alone_.staying;
    } else if (!group) {
        ++alone_.staying;
    } else {
        ++group->versions[record.version];
        if (opened) ++group->languages[{record.version, opened->language}];
    }
}

bool Leaving::leaves(const Record& record, const survey::Response* opened) const {
    if (!record.sealed() && !opened) return false;
    const auto* group = group_of(kind_of(record, opened), record.period);
    return group && group->leaves();
}

survey::Response Leaving::as_it_leaves(const Record& record, survey::Response opened) const {
    const auto* group = group_of(kind_of(record, &opened), record.period);
    if (!group) return opened;
    const auto& [first, last] = std::pair{group->stretch.first.second, group->stretch.last.second};
    opened.period = first == last ? first : first + "/" + last;
    if (!all_enough(group->languages)) opened.language.clear();
    return opened;
}

Held Leaving::held() const {
    auto held = alone_;
    for (const auto& groups : groups_ | std::views::values)
        for (const auto& group : groups)
            if (!group.leaves()) (!group.over && group.is_here() ? held.following : held.staying) += group.own();
    return held;
}

}  // namespace talkpoint::outbox
