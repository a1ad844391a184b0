#include "ui/screens/question_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace talkpoint::ui {
namespace {

/// Where there is no right answer none is spoken of.
std::string_view hint_key(const survey::Question& question) {
    switch (question.kind) {
        case survey::QuestionKind::choice:
            return "question.hint_choice";
        case survey::QuestionKind::choices:
            return question.correct.empty() ? "question.hint_choices_open" : "question.hint_choices";
        case survey::QuestionKind::scale:
            return "question.hint_scale";
        case survey::QuestionKind::sort:
            return "question.hint_sort";
    }
    return "question.hint_choice";
}

/// Who has begun to put them in order has chosen an answer already.
std::string_view missing_key(const survey::Session& session) {
    const bool begun = session.question().kind == survey::QuestionKind::sort && !session.chosen().empty();
    return begun ? "question.missing_some" : "question.missing";
}

/// How an option stands: chosen, in which place, and after the answer whether it is right.
OptionState state_of(const Builder& b, const survey::Session& session, const survey::Option& option) {
    const auto& question = session.question();
    const auto& chosen = session.chosen();
    const auto found = std::ranges::find(chosen, option.id);
    const auto& all = session.options();
    OptionState state;
    state.language = session.survey().language;
    state.answer = true;
    state.position = static_cast<int>(std::ranges::find(all, &option) - all.begin()) + 1;
    state.total = static_cast<int>(all.size());
    const bool picked = found != chosen.end();
    if (question.kind == survey::QuestionKind::sort)
        state.place = picked ? static_cast<int>(found - chosen.begin()) + 1 : 0;
    else
        state.chosen = picked;
    if (!session.checking()) return state;
    state.locked = true;
    if (question.correct.empty()) {
        if (picked && question.kind != survey::QuestionKind::sort) state.note = b.strings()("check.yours");
        return state;
    }
    const auto right = std::ranges::find(question.correct, option.id);
    if (question.kind == survey::QuestionKind::sort) {
        const int place = static_cast<int>(right - question.correct.begin()) + 1;
        state.verdict = state.place == place;
        state.note = b.strings()("check.place", {{"place", std::to_string(place)}});
    } else {
        state.verdict = right != question.correct.end();
        state.note = *state.verdict ? b.strings()("check.right") : picked ? b.strings()("check.yours") : std::string{};
    }
    return state;
}

}  // namespace

OptionLook look_of(survey::QuestionKind kind) {
    switch (kind) {
        case survey::QuestionKind::choice:
        case survey::QuestionKind::scale:
            return OptionLook::radio;
        case survey::QuestionKind::choices:
            return OptionLook::checkbox;
        case survey::QuestionKind::sort:
            return OptionLook::sort;
    }
    return OptionLook::radio;
}

std::vector<Choice> choices_of(const Builder& b, const survey::Session& session) {
    std::vector<Choice> out;
    for (const auto* option : session.options())
        out.push_back({"option." + option->id,
                       option->text,
                       state_of(b, session, *option),
                       visit::Action{visit::Choose{option->id}},
                       {option->picture, option->picture_alt}});
    return out;
}

Words measure_words(Builder& b, const View& view, const survey::Session& session, float width, Style title) {
    const auto& question = session.question();
    const auto right = session.was_right();
    Words out;
    out.width = width;
    const Style plain = title == Style::small ? Style::small : Style::body;
    {
        const InLanguage written{b, session.survey().language};
        out.title = b.lay_even(question.text, title, width);
        out.why = b.lay(question.explain, plain, width - b.mm(14));
    }
    out.hint = b.lay(b.strings()(view.visit.answer_missing() ? missing_key(session) : hint_key(question)), plain,
                     width - b.mm(4));
    out.verdict = b.lay(b.strings()(right.value_or(false) ? "check.yes" : "check.not_quite"), Style::subheading,
                        width - b.mm(14));
    out.head = out.title.height() + (session.checking() ? b.mm(5) : b.mm(8) + out.hint.height());
    if (session.checking()) out.explained = b.mm(14) + (right ? out.verdict.height() + b.mm(2) : 0) + out.why.height();
    return out;
}

}  // namespace talkpoint::ui
