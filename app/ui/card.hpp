// Cards: a survey, a pack, a message, each with its picture; the whole card is the target.
#pragma once

#include "ui/builder.hpp"

#include <filesystem>
#include <string>
#include <vector>

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

/// How the cards of one place stand: all alike, with pictures of one size.
struct CardLook {
    bool beside = false;          ///< the picture at the end of the line; else above the words
    float picture = 0;            ///< its side; 0: there is no room for any
    Style title = Style::strong;  ///< the largest with which the pictures stay large
    float words = 0;              ///< height of the tallest words
};

/// For cards of this size. Where there is no room for their summaries it leaves these out, or takes the brief ones: for
/// all cards of a kind.
[[nodiscard]] CardLook look_alike(Builder& b, std::vector<Card>& cards, Size size);
void card(Builder& b, const Card& card, Rect rect, const CardLook& look);
/// The least that a card of this width needs to show its title whole; more than any screen has where a word does not
/// fit.
[[nodiscard]] float card_height(Builder& b, const Card& card, float width);
/// About how large the pictures of cards of this size would be: reckoned from what card_height() has laid out.
[[nodiscard]] float likely_picture(Builder& b, const std::vector<Card>& cards, float width, float height);

}  // namespace talkpoint::ui
