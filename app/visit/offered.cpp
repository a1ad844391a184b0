// What is offered at this time, and which notice stands there after Hide.
#include "visit/visit.hpp"

namespace talkpoint::visit {

std::vector<const pack::Pack*> Visit::playing() const {
    std::vector<const pack::Pack*> packs;
    if (offer_)
        for (const auto& id : offer_->packs)
            if (const auto* pack = catalogue_->pack(id)) packs.push_back(pack);
    if (!offer_)
        for (const auto& pack : catalogue_->packs) packs.push_back(&pack);
    return packs;
}

std::vector<const pack::Pack*> Visit::packs() const {
    auto packs = playing();
    std::erase_if(packs, [](const pack::Pack* pack) { return pack->behind_hide || pack->messages.empty(); });
    return packs;
}

std::vector<const survey::Survey*> Visit::surveys() const {
    std::vector<const survey::Survey*> surveys;
    if (offer_)
        for (const auto& id : offer_->surveys)
            if (const auto* survey = catalogue_->survey(id)) surveys.push_back(survey);
    if (!offer_)
        for (const auto& survey : catalogue_->surveys) surveys.push_back(&survey);
    return surveys;
}

const pack::Message* Visit::notice() const {
    const auto notices = catalogue_->notices();
    return notices.empty() ? nullptr : notices[(hides_ + notices.size() - 1) % notices.size()];
}

const pack::Message* Visit::next_notice() const {
    const auto notices = catalogue_->notices();
    return notices.empty() ? nullptr : notices[hides_ % notices.size()];
}

}  // namespace talkpoint::visit
