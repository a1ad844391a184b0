#include "outbox/retry.hpp"

#include <algorithm>

namespace talkpoint::outbox {
namespace {

using base::Millis;

constexpr Millis shortest{60'000};
constexpr Millis longest{6LL * 60 * 60 * 1000};
constexpr Millis first_after{2'000};
constexpr Millis first_within{8'000};

Millis chance_below(base::Random& random, Millis bound) {
    return Millis{static_cast<Millis::rep>(random.below(static_cast<std::uint64_t>(std::max(bound.count(), 1L))))};
}

}  // namespace

Millis back_off(int failures, base::Random& random) {
    Millis wait = shortest;
    for (int n = 1; n < failures && wait < longest; ++n) wait *= 2;
    wait = std::min(wait, longest);
    return wait * 4 / 5 + chance_below(random, wait * 2 / 5);
}

Schedule::Schedule(Millis every, base::Random& random, Millis now)
    : every_(every),
      random_(&random),
      stretch_(now + every),
      due_(now + first_after + chance_below(random, first_within)) {}

void Schedule::end(PassEnd how, std::optional<Millis> wait, Millis now, bool progress) {
    if (progress) failures_ = 0;
    switch (how) {
        case PassEnd::done:
            failures_ = 0;
            while (stretch_ <= now) stretch_ += every_;
            due_ = stretch_ + chance_below(*random_, every_);
            stretch_ += every_;
            return;
        case PassEnd::later:
            due_ = now + std::max(back_off(++failures_, *random_), wait.value_or(Millis{0}));
            return;
        case PassEnd::stopped:
            due_ = now + longest;
            return;
    }
}

}  // namespace talkpoint::outbox
