// One person going through one survey: which questions, in which order, what was answered. Pure.
#pragma once

#include "base/random.hpp"
#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <optional>
#include <string>
#include <vector>

namespace talkpoint::survey {

/// Draws the sample and the order of the options when made, from the chance that it is given; then depends on
/// nothing but its calls. The survey must outlive the session.
///
/// A question with `show_if` is a follow-up: it comes with the question that it depends on, when the condition
/// holds, and does not count towards `sample`.
class Session {
  public:
    Session(const Survey& survey, base::Random& random);

    [[nodiscard]] const Survey& survey() const { return *survey_; }
    /// The question on the screen; must not be called when finished().
    [[nodiscard]] const Question& question() const;
    /// Its options as this person sees them.
    [[nodiscard]] const std::vector<const Option*>& options() const;
    [[nodiscard]] std::size_t position() const;  ///< 1-based, among those that are asked
    [[nodiscard]] std::size_t total() const;     ///< as far as the answers so far tell
    [[nodiscard]] bool at_first() const;
    [[nodiscard]] bool finished() const { return finished_; }

    /// Options chosen on the screen so far (in order of choosing for `sort`).
    [[nodiscard]] const std::vector<std::string>& chosen() const;
    /// Touches an option: selects it; for choices and sort a second touch takes it back. Ignored when locked.
    void choose(std::string_view option);

    /// Can the chosen options stand as an answer? (sort: every option has its place.)
    [[nodiscard]] bool can_continue() const;
    /// The answer stands; next question or feedback. Ignored unless can_continue().
    void continue_on();
    void skip();
    void prefer_not();
    /// One step back; answers stay. Ignored on the first.
    void back();

    /// True while the explanation of the question's answer is on the screen: the answer is locked.
    [[nodiscard]] bool checking() const { return checking_; }
    /// Was the given answer right? Nothing where it is not a knowledge question or was not answered.
    [[nodiscard]] std::optional<bool> was_right() const;

    /// Goes on in another language: `survey` has the same questions and options by the same ids, and must outlive the
    /// session. Nothing that was answered changes. What it lacks keeps the words that it had.
    void translate(const Survey& survey);

    /// Questions with an explanation for the end (`feedback = "end"`), in the order asked.
    [[nodiscard]] std::vector<const Question*> explained_at_end() const;

    /// What to keep. Only when finished().
    [[nodiscard]] Response response() const;

  private:
    struct Step {
        const Question* question;
        std::vector<const Option*> options;
        std::vector<std::string> chosen;
        std::optional<Answer> answer;
        bool locked = false;  ///< the right answer has been shown: it cannot be changed any more
    };
    [[nodiscard]] bool asked(const Step& step) const;
    [[nodiscard]] Step& step() { return steps_[current_]; }
    [[nodiscard]] const Step& step() const { return steps_[current_]; }
    void advance();
    void settle(Answer answer);

    const Survey* survey_;
    std::vector<Step> steps_;
    std::size_t current_ = 0;
    bool checking_ = false;
    bool finished_ = false;
};

}  // namespace talkpoint::survey
