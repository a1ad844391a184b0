#include "ui/screens/screens.hpp"

#include "ui/screens/parts.hpp"

#include <cmath>
#include <numbers>
#include <utility>

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

constexpr float dimmed = 0.35F;  // so much of black over everything: words can still be read
constexpr double drift_mm = 2;

void build_dark(Builder& b) {
    b.background(rgb(0x000000));
    b.scene().anywhere = visit::Begin{};
}

void dim(Scene& scene, const Rect& whole) {
    const auto black = rgb(0x000000);
    scene.display.fill(whole, black.with_alpha(static_cast<std::uint8_t>(dimmed * 255)));
    for (auto& node : scene.nodes)
        for (auto* color : {&node.foreground, &node.background}) *color = mixed(*color, black, dimmed);
}

/// What stands on the screen all day must not burn into it: it wanders about its place, by less than a pixel a minute,
/// on a path that comes back to itself after two days.
std::pair<float, float> drift(base::Millis now, float reach) {
    const auto minute = static_cast<float>(std::chrono::floor<std::chrono::minutes>(now).count() % (61 * 47));
    const auto swing = [&](float period) {
        return std::round(reach * std::sin(2 * std::numbers::pi_v<float> * minute / period));
    };
    return {swing(61), swing(47)};
}

}  // namespace

std::string place_key(const View& view) {
    const auto& place = view.visit.place();
    std::string key = screen_id(place) + "/" + place.pack + "/" + place.survey + "/" + std::to_string(place.page);
    if (place.form == visit::Form::film) key += "/film";
    if (place.form == visit::Form::transcript) key += "/transcript";
    if (const auto* session = view.visit.session(); session && !session->finished())
        key += "/" + session->question().id + (session->checking() ? "/check" : "");
    return key;
}

Scene build_scene(const Context& context, const View& view) {
    const bool nobody = view.visit.place().screen == visit::Screen::attract;
    const bool dark = nobody && view.light == Light::dark;
    const bool event = nobody && !dark && view.visit.collecting();
    Builder b{context, dark ? "dark" : event ? "event" : screen_id(view.visit.place())};
    b.scene().reading = view.visit.settings().reading;
    if (dark)
        build_dark(b);
    else
        build(b, view);
    if (const auto seconds = view.visit.warning_seconds(view.now)) build_idle_warning(b, view, *seconds);
    if (!nobody || dark) return b.take();
    const auto whole = b.whole();
    Scene scene = b.take();
    const auto [right, down] = drift(view.now, context.theme.mm(drift_mm));
    scene.move(right, down);
    if (view.light == Light::dim) dim(scene, whole);
    return scene;
}

Scene build_first_screen(const Context& context, const View& view) {
    Builder b{context, "home"};
    build_home(b, view);
    return b.take();
}

Scene build_slide(const Context& context, const View& view) {
    Builder b{context, "attract"};
    build_attract(b, view);
    return b.take();
}

}  // namespace talkpoint::ui
