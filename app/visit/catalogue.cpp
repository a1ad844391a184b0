#include "visit/catalogue.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace talkpoint::visit {
namespace {

/// All that hold here, as often as they are written: the place's own, then in the order of the packs.
std::vector<pack::HelpLine> all_help(const HelpSources& sources, const std::vector<pack::Pack>& packs) {
    std::vector<pack::HelpLine> lines;
    const auto add = [&](const pack::HelpLine& line) {
        if (pack::holds_in(line, sources.region)) lines.push_back(line);
    };
    for (const auto& line : sources.local) add(line);
    for (const auto& pack : packs) {
        for (const auto& id : pack.shared_help) {
            const auto shared = std::ranges::find(sources.shared, id, &pack::HelpLine::id);
            if (shared != sources.shared.end()) add(*shared);
        }
        for (const auto& line : pack.help) add(line);
    }
    return lines;
}

}  // namespace

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

std::size_t Catalogue::pages_of(const pack::Message& message) const {
    return message.page_count() + (message.shows_safe_places && !places.empty() ? 1 : 0);
}

bool Catalogue::is_shown(const pack::Message& message) const {
    return !message.shows_safe_places || !places.empty() || for_author;
}

std::vector<const pack::Message*> Catalogue::notices() const {
    std::vector<const pack::Message*> notices;
    for (const auto& pack : packs)
        if (pack.behind_hide)
            for (const auto& message : pack.messages) notices.push_back(&message);
    return notices;
}

std::vector<pack::HelpLine> help_here(const HelpSources& sources, const std::vector<pack::Pack>& packs) {
    std::vector<pack::HelpLine> lines;
    for (auto& line : all_help(sources, packs)) {
        const auto known = std::ranges::find_if(lines, [&](const pack::HelpLine& other) {
            return other.id == line.id && pack::reach_of(other) == pack::reach_of(line);
        });
        if (known == lines.end())
            lines.push_back(std::move(line));
        else if (line.checked_on > known->checked_on)
            *known = std::move(line);
    }
    return lines;
}

std::vector<pack::HelpLine> public_help(const HelpSources& sources, const std::vector<pack::Pack>& packs,
                                        base::Date today, bool rehearsal) {
    std::vector<pack::HelpLine> lines;
    std::set<std::string> known;
    for (auto& line : all_help(sources, packs)) {
        const bool shown = pack::is_shown(pack::freshness_of(line, today), rehearsal);
        if (shown && known.insert(line.id).second) lines.push_back(std::move(line));
    }
    std::ranges::stable_partition(lines, &pack::HelpLine::emergency);
    return lines;
}

void apply(const pack::HelpChecks& checks, base::Date today, bool rehearsal, Catalogue& catalogue) {
    const auto apply_to = [&](std::vector<pack::HelpLine>& lines) {
        for (auto& line : lines) pack::apply(checks, today, line);
    };
    apply_to(catalogue.help_sources.local);
    apply_to(catalogue.help_sources.shared);
    for (auto& pack : catalogue.packs) apply_to(pack.help);
    catalogue.help = public_help(catalogue.help_sources, catalogue.packs, today, rehearsal);
}

std::vector<pack::SafePlace> public_places(std::vector<pack::SafePlace> places, base::Date today, bool rehearsal) {
    std::erase_if(places, [&](const pack::SafePlace& place) {
        return !pack::is_shown(pack::freshness_of(place, today), rehearsal);
    });
    return places;
}

}  // namespace talkpoint::visit
