// What is chosen in answer to a question: a row of words, or a card with a picture; the whole of it is the target.
#pragma once

#include "ui/builder.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::ui {

/// How an option stands.
struct OptionState {
    bool chosen = false;
    int place = 0;                ///< sort: from 1, 0 where it has none yet
    std::optional<bool> verdict;  ///< after the answer: is this one right?
    bool locked = false;
    bool answer = false;          ///< says what the person thinks
    int position = 0, total = 0;  ///< among its like, from 1
    std::string note;             ///< words beside it that say the verdict
    std::string language;         ///< of the label; empty: of the interface
    Style style = Style::option;  ///< of the label
};
enum class OptionLook { radio, checkbox, sort };

/// What an option takes.
struct OptionSize {
    float height = 0;
    bool whole = true;  ///< no word had to be broken
};

/// A row: mark, then label. Draws into `rect`, which option_size() measured.
void option_row(Builder& b, std::string_view id, std::string_view label, Rect rect, OptionLook look,
                const OptionState& state, NodeAction action);
[[nodiscard]] OptionSize option_size(Builder& b, std::string_view label, float width, const OptionState& state);

/// The picture of a card, square: above mark and label, or before them.
struct OptionPicture {
    std::filesystem::path file{};
    std::string alt{};  ///< read after the option; seen by nobody
    float side = 0;
    bool beside = false;
};
/// Draws into `rect`, which option_card_size() measured. Where the picture cannot be shown the words stand alone.
void option_card(Builder& b, std::string_view id, std::string_view label, Rect rect, OptionLook look,
                 const OptionState& state, NodeAction action, const OptionPicture& picture);
[[nodiscard]] OptionSize option_card_size(Builder& b, std::string_view label, float width, const OptionState& state,
                                          const OptionPicture& picture);
/// The room around what stands in a card of this width: at most so large can its picture be.
[[nodiscard]] float option_card_padding(const Builder& b);

}  // namespace talkpoint::ui
