#include "playback/loop.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace talkpoint::playback {

std::vector<Slide> round_of(const std::vector<Weighted>& slides) {
    struct Share {
        Slide slide;
        int weight, credit;
    };
    std::vector<Share> shares;
    for (const auto& [slide, weight] : slides) {
        const auto known = std::ranges::find(shares, slide, &Share::slide);
        if (known == shares.end())
            shares.push_back({slide, weight, 0});
        else
            known->weight += weight;
    }
    int common = 0, all = 0;
    for (const auto& share : shares) common = std::gcd(common, share.weight);
    for (auto& share : shares) all += share.weight /= common;
    // Each earns its weight a turn; who has most is shown, and pays what all have earned.
    std::vector<Slide> round;
    for (int turn = 0; turn < all; ++turn) {
        for (auto& share : shares) share.credit += share.weight;
        const auto richest = std::ranges::max_element(shares, {}, &Share::credit);
        richest->credit -= all;
        round.push_back(richest->slide);
    }
    return round;
}

void Loop::begin(std::size_t index, bool follows, base::Millis now) {
    index_ = index;
    follows_ = follows && round_.size() > 1;
    began_ = now;
    until_ = now + hold_;
    ++number_;
}

void Loop::play(std::vector<Slide> round, base::Millis now) {
    if (round == round_) return;
    const bool any = !round_.empty();
    const auto shown = any ? std::optional{round_[index_]} : std::nullopt;
    round_ = std::move(round);
    const auto same = shown ? std::ranges::find(round_, *shown) : round_.end();
    if (same == round_.end())
        begin(0, any, now);
    else
        index_ = static_cast<std::size_t>(same - round_.begin());
}

void Loop::go_on(base::Millis now) {
    if (!round_.empty()) begin((index_ + 1) % round_.size(), false, now);
}

bool Loop::tick(base::Millis now) {
    const auto when = due();
    if (!when || now < *when) return false;
    begin((index_ + 1) % round_.size(), true, now);
    return true;
}

Loop Loop::ahead() const {
    Loop ahead = *this;
    if (const auto when = due()) (void)ahead.tick(*when);
    return ahead;
}

std::optional<base::Millis> Loop::due() const {
    if (round_.empty()) return {};
    return until_;
}

}  // namespace talkpoint::playback
