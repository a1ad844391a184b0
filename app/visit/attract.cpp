#include "visit/attract.hpp"

#include <algorithm>

namespace talkpoint::visit {
namespace {

bool is_for(const pack::Message& message, const std::vector<std::string>& audiences) {
    return audiences.empty() || message.audiences.empty() ||
           std::ranges::any_of(message.audiences, [&](pack::Audience audience) {
               return std::ranges::find(audiences, pack::name_of(audience)) != audiences.end();
           });
}

void add(std::vector<playback::Weighted>& slides, const Catalogue& catalogue,
         const std::vector<playback::Entry>& entries, const std::vector<std::string>& audiences) {
    for (const auto& entry : entries)
        if (const auto* pack = catalogue.pack(entry.pack))
            for (const auto& message : pack->messages)
                if ((entry.message.empty() || entry.message == message.id) && message.attract &&
                    catalogue.is_shown(message) && is_for(message, audiences))
                    slides.push_back({{pack->id, message.id}, entry.weight});
}

}  // namespace

std::vector<playback::Slide> attract_round(const Catalogue& catalogue, const std::vector<const pack::Pack*>& offered,
                                           const playback::Plan& plan) {
    std::vector<playback::Entry> all;
    for (const auto* pack : offered) all.push_back({pack->id, "", 1});
    std::vector<playback::Weighted> slides;
    if (!plan.added_alone) add(slides, catalogue, plan.plays.empty() ? all : plan.plays, plan.audiences);
    add(slides, catalogue, plan.added, {});
    if (slides.empty()) add(slides, catalogue, plan.fallback, {});
    if (slides.empty()) add(slides, catalogue, all, {});
    return playback::round_of(slides);
}

}  // namespace talkpoint::visit
