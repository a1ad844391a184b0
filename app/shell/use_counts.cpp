#include "shell/use_counts.hpp"

#include "base/log.hpp"

#include <utility>

namespace talkpoint::shell {
namespace {

outbox::What what_of(visit::Use::What what) {
    using enum visit::Use::What;
    switch (what) {
        case visit:
            return outbox::What::visit;
        case message:
            return outbox::What::open;
        case screen:
            return outbox::What::screen;
        case language:
            return outbox::What::language;
        case setting:
            return outbox::What::setting;
        case survey_started:
            return outbox::What::survey_started;
        case survey_left:
            return outbox::What::survey_left;
        case survey_finished:
            return outbox::What::survey_finished;
    }
    return outbox::What::visit;
}

}  // namespace

void UseCounts::look(const visit::Visit& visit) {
    const auto uses = watch_.look(visit);
    for (const auto& use : uses) add({what_of(use.what), use.subject, use.detail});
    if (!uses.empty()) hand_in();
}

void UseCounts::plays(const playback::Loop& loop) {
    const auto* slide = loop.showing();
    if (!slide || std::exchange(played_, loop.number()) == loop.number()) return;
    add({outbox::What::play, slide->pack, slide->message});
    hand_in();
}

void UseCounts::hand_in() {
    if (busy()) return;
    in_hand_ = std::exchange(waiting_, {});
    store_.count(in_hand_, period_(), [this](const base::Result<void>& kept) { handed_in(kept); });
}

void UseCounts::handed_in(const base::Result<void>& kept) {
    const auto tried = std::exchange(in_hand_, {});
    if (kept) {
        told_ = false;
        if (!waiting_.empty()) hand_in();
        return;
    }
    // Without a period: they will belong to the one in which the disk takes them, since those before may be out.
    for (const auto& [use, count] : tried) waiting_[use] += count;
    if (!std::exchange(told_, true)) base::log_warning("counts of use are not kept yet: " + kept.error().text());
}

}  // namespace talkpoint::shell
