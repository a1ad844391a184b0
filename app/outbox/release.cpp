#include "outbox/release.hpp"

#include "outbox/period.hpp"

#include <algorithm>
#include <map>

namespace talkpoint::outbox {
namespace {

using base::most_hidden;

/// What a reader knows of a count that is shown.
struct Bounds {
    std::int64_t least = 0, most = 0;
};

Bounds bounds_of(std::int64_t count) {
    if (count <= 0) return {};
    if (count <= most_hidden) return {1, most_hidden};
    return {base::rounded(count) - base::rounded_to / 2, base::rounded(count) + base::rounded_to / 2};
}

std::int64_t count_of(const Uses& uses, const Use& use) {
    const auto found = uses.find(use);
    return found == uses.end() ? 0 : found->second;
}

/// Everybody who starts a survey finishes or leaves it. Whoever takes those who finished from those who started must
/// not learn more of any question than its own count tells; and those who finished may be known exactly, from a table
/// of their responses.
bool may_tell_where_left(const Uses& uses, const std::string& survey) {
    const auto started = count_of(uses, {What::survey_started, survey});
    if (started <= most_hidden) return false;
    const auto finished = count_of(uses, {What::survey_finished, survey});
    const Bounds all = bounds_of(started);
    const Bounds left{all.least - finished, all.most - finished};
    std::vector<Bounds> parts;
    Bounds sum;
    for (const auto& [use, count] : uses) {
        if (use.what != What::survey_left || use.subject != survey) continue;
        parts.push_back(bounds_of(count));
        sum.least += parts.back().least;
        sum.most += parts.back().most;
    }
    return std::ranges::all_of(parts, [&](const Bounds& part) {
        return left.least - (sum.most - part.most) <= part.least && left.most - (sum.least - part.least) >= part.most;
    });
}

bool may_be_shown(const Use& use, const Uses& uses) {
    switch (use.what) {
        case What::play:
        case What::visit:
            return true;
        case What::open:
        case What::screen:
        case What::language:
        case What::setting:
        case What::survey_started:
        case What::survey_finished:
            // Of a few people whom somebody may have seen, nothing is told but that they came.
            return count_of(uses, {What::visit}) > most_hidden;
        case What::survey_left:
            return count_of(uses, {What::visit}) > most_hidden && may_tell_where_left(uses, use.subject);
    }
    return false;
}

}  // namespace

std::vector<Released> released(const std::vector<UseCount>& counts, base::LocalTime now) {
    std::map<std::string, Uses> periods;
    for (const auto& [period, use, count] : counts)
        if (const auto end = end_of(period); end && *end <= now) periods[period][use] += count;
    std::vector<Released> shown;
    for (const auto& [period, uses] : periods)
        for (const auto& [use, count] : uses)
            if (may_be_shown(use, uses)) shown.push_back({period, use, redacted(count)});
    return shown;
}

}  // namespace talkpoint::outbox
