// Everything that this kiosk can show, in one language: made once when it starts, then only read.
#pragma once

#include "base/clock.hpp"
#include "pack/pack.hpp"
#include "playback/loop.hpp"
#include "survey/survey.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::visit {

/// Those of one kiosk have the same packs, messages, surveys, questions and options by the same ids; what has no
/// translation is there in the words of its source, and says so in its `language`.
struct Catalogue {
    std::string language = "en";  ///< the tag: "pl", "easy"
    std::string site_name;
    std::vector<pack::Pack> packs;        ///< with messages, in the order of the cards
    std::vector<survey::Survey> surveys;  ///< offered, in the order of the cards
    std::vector<pack::HelpLine> help;     ///< that may be shown: emergency first

    [[nodiscard]] const pack::Pack* pack(std::string_view id) const;
    [[nodiscard]] const pack::Message* message(std::string_view pack_id, std::string_view message_id) const;
    [[nodiscard]] const survey::Survey* survey(std::string_view id) const;
};

/// The help lines of all packs that the public may see today, each number once: emergency lines first, else in the
/// order of the packs. A line that nobody has ever checked is there in rehearsal only.
[[nodiscard]] std::vector<pack::HelpLine> public_help(const std::vector<pack::Pack>& packs, base::Date today,
                                                      bool rehearsal);

/// The messages that are fit for the room, in the order of the packs.
[[nodiscard]] playback::Loop attract_loop(const std::vector<pack::Pack>& packs, base::Millis hold);

}  // namespace talkpoint::visit
