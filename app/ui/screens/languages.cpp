// Every language that this kiosk speaks, each named in itself. One touch, and the place is the one of before.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {

void build_languages(Builder& b, const View& view) {
    b.background(b.palette().paper);
    const Frame frame = draw_frame(b, view, {.back = true, .home = view.visit.home_is_free()});
    const Rect area = draw_head(b, frame, frame.words(), {b.strings()("languages.title"), Style::title},
                                {"words", b.strings()("languages.words")}, view.pictures / "hello.svg");

    std::vector<Choice> choices;
    for (const auto& language : view.languages) {
        Choice choice;
        choice.id = "language." + language.language();
        choice.label = language.name();
        choice.state.language = language.language();
        choice.state.chosen = language.language() == view.visit.settings().language;
        choice.state.position = static_cast<int>(choices.size()) + 1;
        choice.state.total = static_cast<int>(view.languages.size());
        choice.action = visit::Action{visit::ChooseLanguage{language.language()}};
        choices.push_back(std::move(choice));
    }
    draw_with_picture(b, choices, OptionLook::radio, area, view.pictures / "hello.svg");
}

}  // namespace talkpoint::ui
