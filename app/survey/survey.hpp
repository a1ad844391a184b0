// A survey as its author wrote it (see survey/README.md for the format).
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::survey {

enum class QuestionKind {
    choice,   ///< one of the options
    choices,  ///< any of the options
    scale,    ///< one of the options, which have an order of their own
    sort,     ///< the options, put in order
};
[[nodiscard]] std::string_view name_of(QuestionKind kind);

/// When the explanation of a knowledge question is shown.
enum class Feedback { each, end, none };

struct Option {
    std::string id;
    std::string text;
    bool fixed = false;               ///< keeps its place when the others are shuffled
    std::filesystem::path picture{};  ///< absolute; empty: none. Every option of a question has one, or none has
    std::string picture_alt{};
    bool alone = false;  ///< of choices: "none of these", which goes with no other
};

/// Ask only if an earlier question was answered with one of these options.
struct Condition {
    std::string question;
    std::vector<std::string> is;
};

struct Question {
    std::string id;
    QuestionKind kind = QuestionKind::choice;
    std::string text;
    std::vector<Option> options;
    std::vector<std::string> correct;  ///< empty: not a knowledge question; choice and scale: one; sort: all, in order
    std::string explain;
    std::optional<Feedback> feedback;  ///< else the survey's
    std::optional<Condition> show_if;
    std::string outcome;
    bool always = false;            ///< in every sample
    bool about_you = false;         ///< about the person: offers "Prefer not to say"
    bool shuffle = true;            ///< options in random order (never for a scale)
    std::filesystem::path picture;  ///< absolute; empty: none
    std::string picture_alt;

    [[nodiscard]] const Option* option(std::string_view option_id) const;
    /// Do its options have pictures?
    [[nodiscard]] bool pictured() const { return !options.empty() && !options.front().picture.empty(); }
};

struct Survey {
    std::string id;
    std::string version;
    std::string title;
    std::string intro;  ///< paragraphs, a blank line between them
    std::vector<std::string> audiences;
    std::optional<int> sample;
    Feedback feedback = Feedback::each;
    std::string language;
    std::filesystem::path picture;  ///< absolute; empty: none
    std::string picture_alt;
    std::vector<Question> questions;
    bool reviewed = true;  ///< of a translation: by somebody who speaks its language

    [[nodiscard]] const Question* question(std::string_view question_id) const;
    [[nodiscard]] Feedback feedback_of(const Question& question) const { return question.feedback.value_or(feedback); }
    /// How many questions one person is asked at most.
    [[nodiscard]] std::size_t asked_count() const;
    /// Its `audiences` are children and nobody else: then the place decides whether it is offered.
    [[nodiscard]] bool for_children_alone() const { return audiences == std::vector<std::string>{"child"}; }
};

/// Do both ask the same questions, with the same options, so that somebody who answers one can go on with the other?
[[nodiscard]] bool asks_the_same(const Survey& one, const Survey& other);

inline constexpr std::size_t max_questions = 200;
inline constexpr std::size_t max_options = 12;

/// Reads `<pack_folder>/surveys/<id>.toml`; every problem is appended, nothing is returned if one is an error.
/// `pack_language`: that of a survey which does not say its own.
[[nodiscard]] std::optional<Survey> load_survey(const std::filesystem::path& pack_folder,
                                                const std::filesystem::path& file, std::string_view pack_language,
                                                base::Problems& problems);

}  // namespace talkpoint::survey
