// What is offered at this time, and which notice stands there after Hide.
#include "visit/visit.hpp"

#include <algorithm>

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

std::vector<const pack::HelpLine*> Visit::help() const {
    const pack::Pack* here = catalogue_->pack(ground().pack);
    for (const auto& pack : catalogue_->packs)
        for (const auto& file : pack.survey_files)
            if (!here && !ground().survey.empty() && file.stem() == ground().survey) here = &pack;
    if (const auto offered = packs(); !here && !offered.empty()) here = offered.front();
    std::vector<const pack::HelpLine*> lines;
    for (const auto& line : catalogue_->help) lines.push_back(&line);
    if (!here) return lines;
    const auto rank = [&](const pack::HelpLine* line) -> std::size_t {
        if (line->emergency) return 0;
        const auto shared = std::ranges::find(here->shared_help, line->id);
        const auto own = std::ranges::find(here->help, line->id, &pack::HelpLine::id);
        if (shared != here->shared_help.end()) return 1 + static_cast<std::size_t>(shared - here->shared_help.begin());
        return own != here->help.end() ? 1 + here->shared_help.size() : 2 + here->shared_help.size();
    };
    std::ranges::stable_sort(lines, {}, rank);
    return lines;
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
