// Everything that this kiosk can show, in one language: made once when it starts, then only read.
#pragma once

#include "base/clock.hpp"
#include "pack/pack.hpp"
#include "pack/safe_places.hpp"
#include "survey/survey.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::visit {

/// Where help lines come from, besides the packs' own.
struct HelpSources {
    std::vector<pack::HelpLine> local;   ///< of the place
    std::vector<pack::HelpLine> shared;  ///< that packs have in common, and name by id
    std::string region;                  ///< config::Config::region(): lines of others are left out; empty: none are
};

/// Those of one kiosk have the same packs, messages, surveys, questions and options by the same ids; what has no
/// translation is there in the words of its source, and says so in its `language`.
struct Catalogue {
    std::string language = "en";  ///< the tag: "pl", "easy"
    std::string site_name;
    std::vector<pack::Pack> packs;        ///< with messages, in the order of the cards
    std::vector<survey::Survey> surveys;  ///< offered, in the order of the cards
    HelpSources help_sources;
    std::vector<pack::HelpLine> help;     ///< that may be shown: emergency first
    std::vector<pack::SafePlace> places;  ///< that may be shown, in the site's order
    bool for_author = false;              ///< a preview

    [[nodiscard]] const pack::Pack* pack(std::string_view id) const;
    [[nodiscard]] const pack::Message* message(std::string_view pack_id, std::string_view message_id) const;
    [[nodiscard]] const survey::Survey* survey(std::string_view id) const;
    /// Its own pages, and one more for the site's safe places, where it shows them and there are any.
    [[nodiscard]] std::size_t pages_of(const pack::Message& message) const;
    /// Not a message that leads to safe places where there are none; save for its author.
    [[nodiscard]] bool is_shown(const pack::Message& message) const;
    /// What may stand there after Hide, in order; empty: the interface's own notice.
    [[nodiscard]] std::vector<const pack::Message*> notices() const;
};

/// What is on the home screen and plays to the room at one time, by id and in order.
struct Offer {
    std::vector<std::string> packs;
    std::vector<std::string> surveys;
    friend bool operator==(const Offer&, const Offer&) = default;
};

/// Every help line for people here, shown or not, for staff: the place's own, then in the order of the packs. One id
/// with two ways to reach it is two lines; of one that is written twice it is the one that was checked last.
[[nodiscard]] std::vector<pack::HelpLine> help_here(const HelpSources& sources, const std::vector<pack::Pack>& packs);

/// The help lines that the public may see today, each once: emergency lines first, then the place's own, then in the
/// order of the packs. A line that nobody has ever checked is there in rehearsal only.
[[nodiscard]] std::vector<pack::HelpLine> public_help(const HelpSources& sources, const std::vector<pack::Pack>& packs,
                                                      base::Date today, bool rehearsal);

/// What staff found of the help lines since the catalogue was made: from now on it has those that the public may see
/// by that.
void apply(const pack::HelpChecks& checks, base::Date today, bool rehearsal, Catalogue& catalogue);

/// The places that the public may see today; unconfirmed ones in rehearsal only, those without a name never.
[[nodiscard]] std::vector<pack::SafePlace> public_places(std::vector<pack::SafePlace> places, base::Date today,
                                                         bool rehearsal);

}  // namespace talkpoint::visit
