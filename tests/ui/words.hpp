// A catalogue of any size, with few words or with as many as an author may ever want.
#pragma once

#include "visit/catalogue.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace talkpoint::tests {

/// Words of an author: `few` as a title, else up to so many characters, of the usual and of the longest kind.
class Author {
  public:
    /// `most_in_option` is all that an option says, and the title of a card.
    explicit Author(bool wordy, std::size_t most_in_option = 120)
        : wordy_(wordy), option_(most_in_option), title_(std::min<std::size_t>(80, most_in_option)) {}

    [[nodiscard]] std::string words(std::size_t most) const {
        static constexpr std::string_view sentence =
            "Somebody whom you trust can help you to find out what responsibilities and misunderstandings mean in a "
            "relationship, and who listens. ";
        if (!wordy_) return most > 40 ? "A friend can say no." : "Good friends";
        std::string out;
        while (out.size() < most) out += sentence;
        out.resize(out.rfind(' ', most));
        return out;
    }

    [[nodiscard]] pack::Picture picture() const { return {"/pack/picture.svg", words(80)}; }

    [[nodiscard]] pack::Message message(const std::string& id, bool attract = false) const {
        pack::Message message;
        message.id = id;
        message.title = words(title_);
        message.summary = words(210);
        message.attract = attract;
        message.picture = picture();
        using Kind = pack::Block::Kind;
        const auto block = [&](Kind kind, std::size_t most, int number = 0) {
            return pack::Block{kind, number, {words(most), {}}};
        };
        message.pages.push_back({{}, {block(Kind::heading, 60), block(Kind::paragraph, 200)}});
        message.pages.push_back(
            {{},
             {block(Kind::paragraph, 300), block(Kind::bullet, 90), block(Kind::bullet, 90), block(Kind::quote, 120)}});
        pack::Page many{{}, {}};
        for (int i = 1; i <= 12; ++i) many.blocks.push_back(block(Kind::numbered, 140, i));
        message.pages.push_back(many);
        return message;
    }

    /// As long as captions and descriptions are, or as long as may be.
    void give_film(pack::Message& message, const std::string& language) const {
        pack::Film film;
        film.file = "/pack/film.webm";
        message.film = std::make_shared<pack::Film>(film);
        pack::FilmWords words;
        const auto fill = [&](pack::CueTrack& track, int first, int cues, std::size_t most) {
            track.language = language;
            track.file = "/pack/film.vtt";
            for (int i = 0; i < cues; ++i)
                track.cues.push_back(
                    {base::Millis{first + i * 2000}, base::Millis{first + i * 2000 + 1900}, this->words(most)});
        };
        fill(words.captions, 500, 12, 74);
        fill(words.described, 0, 5, 150);
        message.film_words = std::make_shared<pack::FilmWords>(std::move(words));
    }

    [[nodiscard]] pack::Pack pack(const std::string& id, int messages) const {
        pack::Pack pack;
        pack.id = id;
        pack.title = words(title_);
        pack.summary = words(210);
        pack.picture = picture();
        for (int i = 0; i < messages; ++i) pack.messages.push_back(message("message-" + std::to_string(i), i < 3));
        return pack;
    }

    [[nodiscard]] pack::HelpLine help_line(int number) const {
        pack::HelpLine line;
        line.id = "line-" + std::to_string(number);
        line.name = words(80);
        line.for_whom = words(100);
        line.emergency = number == 0;
        if (number % 4 != 3) line.phone = number == 0 ? "999" : "0808 800 5000";
        if (number % 3 == 1) line.text = "85258";
        if (number % 2 == 1) line.web = "https://www.a-rather-long-name-of-a-charity.org.uk/";
        line.hours = words(80);
        return line;
    }

    [[nodiscard]] survey::Question question(survey::QuestionKind kind, int options, bool with_picture) const {
        survey::Question question;
        question.id =
            std::string{survey::name_of(kind)} + "_" + std::to_string(options) + (with_picture ? "_picture" : "");
        question.kind = kind;
        question.text = words(240);
        question.explain = words(320);
        question.shuffle = false;
        for (int i = 0; i < options; ++i) {
            question.options.push_back({"option_" + std::to_string(i), words(option_), false});
            if (kind == survey::QuestionKind::sort || (kind == survey::QuestionKind::choices && i < 2) ||
                (options > 1 && i == 1 && kind != survey::QuestionKind::choices))
                question.correct.push_back(question.options.back().id);
        }
        if (with_picture) question.picture = "/pack/picture.svg";
        question.picture_alt = with_picture ? words(80) : "";
        question.about_you = options % 2 == 0;
        return question;
    }

    [[nodiscard]] survey::Survey survey(const std::string& id, survey::Feedback feedback) const {
        survey::Survey survey;
        survey.id = id;
        survey.version = "1";
        survey.title = words(title_);
        survey.intro = words(270) + "\n\n" + words(270) + "\n\n" + words(160);
        survey.feedback = feedback;
        survey.language = "en";
        using Kind = survey::QuestionKind;
        for (const auto kind : {Kind::choice, Kind::choices, Kind::scale, Kind::sort})
            for (const int options : {1, 2, 3, 5, 8, 12})
                for (const bool with_picture : {false, true})
                    survey.questions.push_back(question(kind, options, with_picture));
        return survey;
    }

  private:
    bool wordy_;
    std::size_t option_, title_;
};

}  // namespace talkpoint::tests
