#include "playback/hours.hpp"

#include <algorithm>

namespace talkpoint::playback {

bool Hours::contains(base::LocalTime when) const {
    const auto day = std::chrono::floor<std::chrono::days>(when);
    return std::ranges::find(days, std::chrono::weekday{day}) != days.end() && when - day >= from && when - day < until;
}

bool Days::contains(base::LocalTime when) const {
    const auto today = base::date_of(when);
    return first <= today && today <= last;
}

}  // namespace talkpoint::playback
