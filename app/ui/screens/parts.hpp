// What the screens share: the frame around their content. Not for others.
#pragma once

#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <optional>
#include <string>
#include <vector>

namespace talkpoint::ui {

/// What stands in the top row, left of Help and Hide, which stand there on every screen.
struct Header {
    bool back = false;
    bool home = false;   ///< the way home, where nothing can be lost
    bool stop = false;   ///< in a survey: leave, nothing is kept
    bool brand = false;  ///< the name of the kiosk and of its place
    bool hide = true;    ///< off only where everything is hidden already
    bool on_dark = false;
    bool quiet = false;  ///< over another header: without the mark of a rehearsal
    struct Progress {
        std::string words;
        std::size_t position = 0, total = 0;
    };
    std::optional<Progress> progress{};
};

/// Draws the top row (and the mark of a rehearsal) and returns what is left for the content, inside the margins.
[[nodiscard]] Rect draw_header(Builder& b, const View& view, const Header& header);

/// Takes the bottom row off `area`.
[[nodiscard]] Rect take_footer(Builder& b, Rect& area, int rows = 1);

/// A primary button at the left of `row`; takes its width and a gap off the row.
void footer_button(Builder& b, Rect& row, std::string_view id, std::string_view label, Look look, NodeAction action,
                   const std::string& icon = {});

/// Text in paragraphs, a blank line between them.
/// The text in pieces that are no taller than `room`, cut between words.
[[nodiscard]] std::vector<Laid> lay_pieces(const Builder& b, const pack::RichText& text, Style style, float width,
                                           float room);
[[nodiscard]] std::vector<Laid> lay_paragraphs(const Builder& b, std::string_view text, Style style, float width);

/// Draws them one under the other; returns the height used. With `draw` false it only measures.
float paragraphs(Builder& b, std::string_view id, std::string_view text, Style style, float x, float y, float width,
                 bool draw = true);

/// Cards in the grid that leaves the fewest holes with cells of a good shape; turned in parts where they do not fit.
void card_grid(Builder& b, std::vector<Card> cards, Rect area);

/// The colours of cards, one after another.
[[nodiscard]] Color card_color(const Builder& b, std::size_t index);

void build_attract(Builder& b, const View& view);
void build_home(Builder& b, const View& view);
void build_topic(Builder& b, const View& view);
void build_message(Builder& b, const View& view);
void build_survey_intro(Builder& b, const View& view);
void build_survey_question(Builder& b, const View& view);
void build_survey_explanation(Builder& b, const View& view);
void build_survey_saving(Builder& b, const View& view);
void build_survey_thanks(Builder& b, const View& view);
void build_help(Builder& b, const View& view);
void build_hidden(Builder& b, const View& view);
void build_idle_warning(Builder& b, const View& view, int seconds);

}  // namespace talkpoint::ui
