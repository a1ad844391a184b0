// What a question says and asks: its options as choices, its words measured. Not for others.
#pragma once

#include "ui/screens/choices.hpp"
#include "ui/screens/screens.hpp"

#include <vector>

namespace talkpoint::ui {

[[nodiscard]] OptionLook look_of(survey::QuestionKind kind);

/// Its options as they stand: chosen, in which place, and after the answer whether right.
[[nodiscard]] std::vector<Choice> choices_of(const Builder& b, const survey::Session& session);

/// What is said around the options, laid out to a width.
struct Words {
    Laid title, hint, verdict, why;
    float head = 0;       ///< height of what stands above the options
    float explained = 0;  ///< height of the explanation; 0 before the answer
    float width = 0;
};
/// `title` is the style of the question; with the smallest all else is small as well.
[[nodiscard]] Words measure_words(Builder& b, const View& view, const survey::Session& session, float width,
                                  Style title = Style::heading);

}  // namespace talkpoint::ui
