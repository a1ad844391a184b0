#include "survey/session.hpp"

#include <algorithm>

namespace talkpoint::survey {
namespace {

/// Which questions this person gets: the ones marked `always`, then others at random, in the author's order; each
/// with the follow-ups that hang on it.
std::vector<const Question*> draw(const Survey& survey, base::Random& random) {
    std::vector<const Question*> always, others;
    for (const auto& question : survey.questions) {
        if (question.show_if) continue;
        (question.always ? always : others).push_back(&question);
    }
    const std::size_t wanted = survey.asked_count();
    random.shuffle(others);
    others.resize(wanted > always.size() ? std::min(others.size(), wanted - always.size()) : 0);

    std::vector<const Question*> drawn;
    const auto taken = [&](const std::string& id) {
        return std::ranges::find(drawn, id, &Question::id) != drawn.end();
    };
    for (const auto& question : survey.questions) {
        const bool picked = question.always || std::ranges::find(others, &question) != others.end();
        if (question.show_if ? taken(question.show_if->question) : picked) drawn.push_back(&question);
    }
    return drawn;
}

std::vector<const Option*> arrange(const Question& question, base::Random& random) {
    std::vector<const Option*> shown, moving;
    for (const auto& option : question.options) {
        shown.push_back(&option);
        if (!option.fixed) moving.push_back(&option);
    }
    if (question.kind == QuestionKind::scale || !question.shuffle) return shown;
    random.shuffle(moving);
    std::size_t next = 0;
    for (auto& place : shown)
        if (!place->fixed) place = moving[next++];
    return shown;
}

}  // namespace

Session::Session(const Survey& survey, base::Random& random) : survey_(&survey) {
    for (const Question* question : draw(survey, random))
        steps_.push_back({question, arrange(*question, random), {}, {}, false});
}

void Session::translate(const Survey& survey) {
    survey_ = &survey;
    for (auto& step : steps_) {
        const auto* question = survey.question(step.question->id);
        if (!question) continue;
        step.question = question;
        for (auto& option : step.options)
            if (const auto* same = question->option(option->id)) option = same;
    }
}

bool Session::asked(const Step& step) const {
    const auto& condition = step.question->show_if;
    if (!condition) return true;
    const auto parent =
        std::ranges::find_if(steps_, [&](const Step& s) { return s.question->id == condition->question; });
    if (parent == steps_.end() || !parent->answer || parent->answer->kind != Answer::Kind::chosen || !asked(*parent))
        return false;
    return std::ranges::find_first_of(parent->answer->options, condition->is) != parent->answer->options.end();
}

const Question& Session::question() const { return *step().question; }
const std::vector<const Option*>& Session::options() const { return step().options; }
const std::vector<std::string>& Session::chosen() const { return step().chosen; }

std::size_t Session::position() const {
    const auto end = steps_.begin() + static_cast<std::ptrdiff_t>(std::min(current_ + 1, steps_.size()));
    return static_cast<std::size_t>(std::count_if(steps_.begin(), end, [this](const Step& s) { return asked(s); }));
}

std::size_t Session::total() const {
    return static_cast<std::size_t>(std::ranges::count_if(steps_, [this](const Step& s) { return asked(s); }));
}

bool Session::at_first() const { return position() <= 1; }

void Session::choose(std::string_view option) {
    if (finished_ || step().locked || !question().option(option)) return;
    auto& chosen = step().chosen;
    const auto found = std::ranges::find(chosen, option);
    const auto is_alone = [&](std::string_view id) { return question().option(id)->alone; };
    switch (question().kind) {
        case QuestionKind::choice:
        case QuestionKind::scale:
            chosen.assign(1, std::string{option});
            return;
        case QuestionKind::choices:
        case QuestionKind::sort:
            // "None of these" and any of these are not both true: what is touched last holds.
            if (found != chosen.end()) {
                chosen.erase(found);
                return;
            }
            std::erase_if(chosen, [&](const std::string& id) { return is_alone(option) || is_alone(id); });
            chosen.emplace_back(option);
            return;
    }
}

bool Session::can_continue() const {
    if (finished_) return false;
    if (checking_ || step().locked) return true;
    return question().kind == QuestionKind::sort ? chosen().size() == question().options.size() : !chosen().empty();
}

void Session::continue_on() {
    if (!can_continue()) return;
    if (checking_) {
        checking_ = false;
        advance();
        return;
    }
    Answer answer{Answer::Kind::chosen, chosen()};
    // What was ticked first tells nothing about the answer; only for sort is the order the answer.
    if (question().kind == QuestionKind::choices) std::ranges::sort(answer.options);
    settle(std::move(answer));
}

void Session::skip() {
    if (finished_) return;
    if (checking_ || step().locked) return continue_on();
    step().chosen.clear();
    settle({Answer::Kind::skipped, {}});
}

void Session::prefer_not() {
    if (finished_ || checking_ || !question().about_you) return;
    step().chosen.clear();
    settle({Answer::Kind::not_saying, {}});
}

void Session::settle(Answer answer) {
    const bool explains = answer.kind == Answer::Kind::chosen && !question().explain.empty() &&
                          survey_->feedback_of(question()) == Feedback::each;
    step().answer = std::move(answer);
    step().locked = explains;
    checking_ = explains;
    if (!checking_) advance();
}

void Session::advance() {
    for (std::size_t next = current_ + 1; next < steps_.size(); ++next) {
        if (!asked(steps_[next])) continue;
        current_ = next;
        checking_ = steps_[next].locked;
        return;
    }
    finished_ = true;
}

void Session::back() {
    if (finished_ || at_first()) return;
    for (std::size_t previous = current_; previous > 0; --previous) {
        if (!asked(steps_[previous - 1])) continue;
        current_ = previous - 1;
        checking_ = step().locked;
        return;
    }
}

std::optional<bool> Session::was_right() const {
    const auto& s = step();
    if (s.question->correct.empty() || !s.answer || s.answer->kind != Answer::Kind::chosen) return {};
    auto given = s.answer->options, right = s.question->correct;
    if (s.question->kind != QuestionKind::sort) {
        std::ranges::sort(given);
        std::ranges::sort(right);
    }
    return given == right;
}

std::vector<const Question*> Session::explained_at_end() const {
    std::vector<const Question*> out;
    for (const auto& s : steps_)
        if (asked(s) && !s.question->explain.empty() && survey_->feedback_of(*s.question) == Feedback::end)
            out.push_back(s.question);
    return out;
}

Response Session::response() const {
    Response response{survey_->id, survey_->version, survey_->language, {}};
    for (const auto& s : steps_)
        if (asked(s) && s.answer) response.answers[s.question->id] = *s.answer;
    return response;
}

}  // namespace talkpoint::survey
