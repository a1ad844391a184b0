// What the screens share within their frame. Not for others.
#pragma once

#include "ui/card.hpp"
#include "ui/screens/choices.hpp"
#include "ui/screens/frame.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::ui {

/// The text in pieces that are no taller than `room`, cut between words.
[[nodiscard]] std::vector<Laid> lay_pieces(const Builder& b, const pack::RichText& text, Style style, float width,
                                           float room);
/// Text in paragraphs, a blank line between them.
[[nodiscard]] std::vector<Laid> lay_paragraphs(const Builder& b, std::string_view text, Style style, float width);

/// Draws them one under the other; returns the height used. With `draw` false it only measures.
float paragraphs(Builder& b, std::string_view id, std::string_view text, Style style, float x, float y, float width,
                 bool draw = true);

/// What a screen of choices begins with.
struct Title {
    std::string words;
    Style style = Style::title;
};
struct Subtitle {
    std::string id, words;
};
/// At the top of `area`; where the controls are lowered, just above them, with the picture above. Returns where the
/// choices go.
[[nodiscard]] Rect draw_head(Builder& b, const Frame& frame, Rect area, const Title& title, const Subtitle& subtitle,
                             const std::filesystem::path& picture);

/// Cards in the grid that leaves the least room over, with the largest pictures; turned in parts where they do not fit.
void card_grid(Builder& b, const std::vector<Card>& cards, Rect area);
/// One, two at most, that share the area: side by side, upright one under the other.
void large_cards(Builder& b, std::vector<Card> cards, Rect area);

/// The colours of cards, one after another.
[[nodiscard]] Color card_color(const Builder& b, std::size_t index);

void build_attract(Builder& b, const View& view);
void build_home(Builder& b, const View& view);
void build_topic(Builder& b, const View& view);
void build_message(Builder& b, const View& view);
/// Which page of a message this is, from 0; its film, if it has one that can be shown, is the first.
[[nodiscard]] std::optional<Header::Progress> progress_in(const Builder& b, const View& view,
                                                          const pack::Message& message, std::size_t page);
/// A message as its film, and as the words of it.
void build_film(Builder& b, const View& view, const pack::Message& message);
void build_transcript(Builder& b, const View& view, const pack::Message& message);
/// The largest place for a film in that room. Its width is a multiple of 16 pixels, as that of every frame is
/// (media/film_frame.hpp): so a film of 16:9 fills its place, and what is as wide as the place is as wide as the film.
/// Another film stands in the middle of it.
[[nodiscard]] Size film_size(float width, float height);
/// The caption at this time of the film: its words, or those that the film brings itself, in the language of both. The
/// last one stays until the end, unless that is far, and at the end.
struct Caption {
    std::string words, language;
};
[[nodiscard]] Caption caption_of(const pack::Film& film, const pack::FilmWords& words, const FilmPicture& now,
                                 bool ended = false);
/// Where centred words are to be put so that they stand in the middle of that place, whatever their box was.
[[nodiscard]] float left_of_centred(const Laid& words, const Rect& place);
/// The room that the captions of a film want in that width, whichever of them is there.
[[nodiscard]] float caption_height(const Builder& b, const pack::FilmWords& words, Style style, float width);
void build_survey_intro(Builder& b, const View& view);
void build_survey_question(Builder& b, const View& view);
void build_survey_explanation(Builder& b, const View& view);
void build_survey_saving(Builder& b, const View& view);
void build_survey_thanks(Builder& b, const View& view);
void build_help(Builder& b, const View& view);
void build_languages(Builder& b, const View& view);
void build_settings(Builder& b, const View& view);
void build_hidden(Builder& b, const View& view);
/// Asks for the picture of the notice that the next Hide shows, so that it is there at once.
void prefetch_notice(Builder& b, const View& view);
void build_idle_warning(Builder& b, const View& view, int seconds);

}  // namespace talkpoint::ui
