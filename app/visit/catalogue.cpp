#include "visit/catalogue.hpp"

#include <algorithm>
#include <set>

namespace talkpoint::visit {

const pack::Pack* Catalogue::pack(std::string_view id) const {
    const auto found = std::ranges::find(packs, id, &pack::Pack::id);
    return found == packs.end() ? nullptr : &*found;
}

const pack::Message* Catalogue::message(std::string_view pack_id, std::string_view message_id) const {
    const auto* owner = pack(pack_id);
    if (!owner) return nullptr;
    const auto found = std::ranges::find(owner->messages, message_id, &pack::Message::id);
    return found == owner->messages.end() ? nullptr : &*found;
}

const survey::Survey* Catalogue::survey(std::string_view id) const {
    const auto found = std::ranges::find(surveys, id, &survey::Survey::id);
    return found == surveys.end() ? nullptr : &*found;
}

std::vector<pack::HelpLine> public_help(const std::vector<pack::Pack>& packs, base::Date today, bool rehearsal) {
    std::vector<pack::HelpLine> lines;
    std::set<std::string> known;
    for (const auto& pack : packs)
        for (const auto& line : pack.help) {
            const bool shown = rehearsal || pack::freshness_of(line, today) != pack::Freshness::unchecked;
            if (shown && known.insert(line.id).second) lines.push_back(line);
        }
    std::ranges::stable_partition(lines, &pack::HelpLine::emergency);
    return lines;
}

playback::Loop attract_loop(const std::vector<pack::Pack>& packs, base::Millis hold) {
    std::vector<playback::Slide> slides;
    for (const auto& pack : packs)
        for (const auto& message : pack.messages)
            if (message.attract) slides.push_back({pack.id, message.id});
    return {std::move(slides), hold};
}

}  // namespace talkpoint::visit
