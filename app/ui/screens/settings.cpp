// How this person wants the kiosk to be, for this visit.
#include "ui/screens/parts.hpp"

#include <array>

namespace talkpoint::ui {
namespace {

struct Named {
    visit::Setting setting;
    const char* key;
};
constexpr std::array named = {
    Named{visit::Setting::large_text, "settings.large_text"},
    Named{visit::Setting::high_contrast, "settings.high_contrast"},
    Named{visit::Setting::calm, "settings.calm"},
    Named{visit::Setting::lower, "settings.lower"},
    Named{visit::Setting::slower, "settings.slower"},
    Named{visit::Setting::scanning, "settings.scanning"},
};

std::vector<Choice> choices_of(const Builder& b, const View& view) {
    std::vector<Choice> choices;
    for (const auto& [setting, key] : named) {
        if (setting == visit::Setting::slower && !view.hearing.offered) continue;
        Choice choice;
        choice.id = std::string{key};
        choice.label = b.strings()(key);
        choice.state.chosen = view.visit.settings().of(setting);
        choice.action = visit::Action{visit::Change{setting}};
        choices.push_back(std::move(choice));
    }
    return choices;
}

}  // namespace

void build_settings(Builder& b, const View& view) {
    b.background(b.palette().paper);
    const Frame frame = draw_frame(b, view, {.back = true, .home = view.visit.home_is_free(), .footer_rows = 1});
    const Rect area = draw_head(b, frame, frame.words(), {b.strings()("settings.title"), Style::title},
                                {"words", b.strings()("settings.words")}, view.pictures / "hello.svg");

    draw_with_picture(b, choices_of(b, view), OptionLook::checkbox, area, view.pictures / "hello.svg");
    Rect footer = frame.footer;
    const DoneNext next{b};
    footer_button(b, footer, "done", b.strings()("settings.done"), Look::primary, visit::Action{visit::Back{}});
    if (view.hearing.offered) {
        const auto percent = std::to_string(view.visit.settings().volume);
        for (const auto& [id, key, icon, by] : {std::tuple{"quieter", "reading.quieter", "quieter", -10},
                                                std::tuple{"louder", "reading.louder", "louder", 10}}) {
            icon_button(b, id, b.strings()(key), footer.take_left(b.theme().target()), Look::secondary,
                        visit::Action{visit::ChangeVolume{by}}, icon);
            b.newest().value = percent + " %";
            footer.take_left(b.mm(6));
        }
    }
    const auto& usual = b.strings()("settings.usual");
    if (button_width(b, usual, Look::quiet) <= footer.w)
        button(b, "usual", usual, footer.take_left(button_width(b, usual, Look::quiet)), Look::quiet,
               visit::Action{visit::UsualSettings{}});
}

}  // namespace talkpoint::ui
