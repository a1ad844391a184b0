// Cards: a survey, a pack, a message, each with its picture; the whole card is the target.
#pragma once

#include "ui/builder.hpp"

#include <filesystem>
#include <string>

namespace talkpoint::ui {

/// A card that opens something. Title, a line under it where there is room, and a picture.
struct Card {
    std::string id, title, summary;
    std::string brief;  ///< in place of the summary where that has no room; may be empty
    std::filesystem::path picture;
    Color color;
    NodeAction action;
    std::string call;  ///< words on a button inside it; the card as a whole is the target
    bool large = false;
    std::string language;               ///< of title and summary; empty: of the interface
    bool summary_of_interface = false;  ///< the summary is the interface's
};
void card(Builder& b, const Card& card, Rect rect);
[[nodiscard]] bool summary_fits(Builder& b, const Card& card, Rect rect);
/// The least that a card of this width needs to show its title whole; more than any screen has where a word does not
/// fit.
[[nodiscard]] float card_height(Builder& b, const Card& card, float width);

}  // namespace talkpoint::ui
