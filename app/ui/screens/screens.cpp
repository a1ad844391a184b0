#include "ui/screens/screens.hpp"

#include "ui/screens/parts.hpp"

namespace talkpoint::ui {
namespace {

std::string screen_id(const visit::Place& place) {
    switch (place.screen) {
        case visit::Screen::attract:
            return "attract";
        case visit::Screen::home:
            return "home";
        case visit::Screen::topic:
            return "topic." + place.pack;
        case visit::Screen::message:
            return "message." + place.message;
        case visit::Screen::survey_intro:
            return "survey.intro";
        case visit::Screen::survey_question:
            return "survey.question";
        case visit::Screen::survey_check:
            return "survey.check";
        case visit::Screen::survey_saving:
            return "survey.saving";
        case visit::Screen::survey_thanks:
            return "survey.thanks";
        case visit::Screen::help:
            return "help";
        case visit::Screen::languages:
            return "languages";
        case visit::Screen::settings:
            return "settings";
        case visit::Screen::hidden:
            return "hidden";
    }
    return "home";
}

void build(Builder& b, const View& view) {
    switch (view.visit.place().screen) {
        case visit::Screen::attract:
            return build_attract(b, view);
        case visit::Screen::home:
            return build_home(b, view);
        case visit::Screen::topic:
            return build_topic(b, view);
        case visit::Screen::message:
            return build_message(b, view);
        case visit::Screen::survey_intro:
            return build_survey_intro(b, view);
        case visit::Screen::survey_question:
            return build_survey_question(b, view);
        case visit::Screen::survey_check:
            return view.visit.explanation() ? build_survey_explanation(b, view) : build_survey_question(b, view);
        case visit::Screen::survey_saving:
            return build_survey_saving(b, view);
        case visit::Screen::survey_thanks:
            return build_survey_thanks(b, view);
        case visit::Screen::help:
            return build_help(b, view);
        case visit::Screen::languages:
            return build_languages(b, view);
        case visit::Screen::settings:
            return build_settings(b, view);
        case visit::Screen::hidden:
            return build_hidden(b, view);
    }
}

}  // namespace

std::string place_key(const View& view) {
    const auto& place = view.visit.place();
    std::string key = screen_id(place) + "/" + place.pack + "/" + place.survey + "/" + std::to_string(place.page);
    if (const auto* session = view.visit.session(); session && !session->finished())
        key += "/" + session->question().id + (session->checking() ? "/check" : "");
    return key;
}

Scene build_scene(const Context& context, const View& view) {
    Builder b{context, screen_id(view.visit.place())};
    b.scene().reading = view.visit.settings().reading;
    build(b, view);
    if (const auto seconds = view.visit.warning_seconds(view.now)) build_idle_warning(b, view, *seconds);
    return b.take();
}

}  // namespace talkpoint::ui
