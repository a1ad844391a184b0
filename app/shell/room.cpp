#include "shell/room.hpp"

#include "base/log.hpp"
#include "shell/content.hpp"
#include "visit/attract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace talkpoint::shell {
namespace {

using base::Millis;

constexpr Millis slide_hold{8000};
constexpr Millis dim_time{120'000};  // outside of opening hours, until the screen is dark

}  // namespace

Room::Room(const config::Config& config, const Languages& languages, const base::Clock& clock, visit::Visit& visit)
    : config_(config),
      languages_(languages),
      clock_(clock),
      visit_(visit),
      schedule_(config::schedule_of(config)),
      loop_(slide_hold) {
    offer();
}

base::LocalTime Room::minute() const { return std::chrono::floor<std::chrono::minutes>(clock_.local()); }

void Room::offer() {
    planned_ = minute();
    const bool trusted = base::clock_is_plausible(planned_);
    if (std::exchange(clock_trusted_, trusted) && !trusted)
        base::log_warning(
            fmt::format("the clock shows {}, which cannot be right; correct it (timedatectl). Until then "
                        "the place counts as open, and no hours and no campaigns hold",
                        base::format_local_time(planned_)));
    visit_.offer(offer_at(config_, languages_.catalogues.front(), planned_));
    plan_ = playback::plan_at(schedule_, planned_);
    loop_.play(visit::attract_round(visit_.catalogue(), visit_.playing(), plan_), clock_.monotonic());
}

void Room::play() {
    const bool left = !std::exchange(playing_, nobody());
    if (!nobody()) return closed_since_.reset();
    const Millis now = clock_.monotonic();
    const bool was_dark = light() == ui::Light::dark;
    if (minute() != planned_) offer();
    if (plan_.open && !closed_by_staff_)
        closed_since_.reset();
    else if (!closed_since_)
        closed_since_ = now;
    const bool dark = light() == ui::Light::dark;
    if (left || (was_dark && !dark)) loop_.go_on(now);
    if (!dark) (void)loop_.tick(now);
}

void Room::stay_as_usual() { loop_.stay_until(std::max(clock_.monotonic(), loop_.began() + slide_hold)); }

ui::Light Room::light() const {
    if (!closed_since_) return ui::Light::full;
    return clock_.monotonic() - *closed_since_ < dim_time ? ui::Light::dim : ui::Light::dark;
}

std::optional<Millis> Room::due() const {
    if (!nobody()) return {};
    // Of the clock as it stands: somebody may have set it back.
    const Millis next_minute = clock_.monotonic() + (minute() + std::chrono::minutes{1} - clock_.local());
    const auto slide = light() == ui::Light::dark ? std::optional<Millis>{} : loop_.due();
    return slide ? std::min(*slide, next_minute) : next_minute;
}

}  // namespace talkpoint::shell
