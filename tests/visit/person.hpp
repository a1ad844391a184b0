// Somebody at a kiosk: a catalogue made by hand, and a visit that can be brought to any screen.
#pragma once

#include "base/random.hpp"
#include "visit/visit.hpp"

#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

inline survey::Question question(std::string id, std::string explain = {}) {
    survey::Question q;
    q.id = std::move(id);
    q.text = q.id + "?";
    q.options = {{"yes", "Yes", false}, {"no", "No", false}};
    q.explain = std::move(explain);
    if (!q.explain.empty()) q.correct = {"yes"};
    q.shuffle = false;
    return q;
}

/// `first` is explained after its answer, `about` is about the person, `last` is plain. In the survey "ends", `first`
/// and `last` are explained at the end.
inline visit::Catalogue small_catalogue() {
    visit::Catalogue catalogue;
    catalogue.site_name = "Here";
    pack::Pack pack;
    pack.id = "pack";
    for (const char* id : {"one", "two"}) {
        pack::Message message;
        message.id = id;
        message.pages.resize(2);
        pack.messages.push_back(message);
    }
    catalogue.packs.push_back(pack);
    survey::Survey each;
    each.id = "each";
    each.version = "1";
    each.language = "en";
    each.questions = {question("first", "Because."), question("about"), question("last")};
    each.questions[1].about_you = true;
    survey::Survey ends = each;
    ends.id = "ends";
    ends.feedback = survey::Feedback::end;
    ends.questions[2].explain = "So it is.";
    catalogue.surveys = {each, ends};
    return catalogue;
}

/// The same in another language; the message "one" has twice as many pages.
inline visit::Catalogue in_polish(visit::Catalogue catalogue) {
    catalogue.language = "pl";
    catalogue.packs[0].messages[0].pages.resize(4);
    for (auto& survey : catalogue.surveys) {
        survey.language = "pl";
        for (auto& question : survey.questions) {
            question.text = "Czy " + question.id + "?";
            question.options = {{"yes", "Tak", false}, {"no", "Nie", false}};
        }
    }
    return catalogue;
}

class Person {
  public:
    visit::Effects act(const visit::Action& action) {
        auto effects = visit.update(action, now);
        note(effects);
        return effects;
    }
    void walk(const std::vector<visit::Action>& actions) {
        for (const auto& action : actions) (void)act(action);
    }
    visit::Effects wait(base::Millis by) {
        now += by;
        auto effects = visit.tick(now);
        note(effects);
        return effects;
    }

    Person& home() { return then({visit::Begin{}}); }
    Person& intro(const std::string& survey = "each") { return home().then({visit::OpenSurvey{survey}}); }
    Person& question_one(const std::string& survey = "each") { return intro(survey).then({visit::StartSurvey{}}); }
    Person& check() { return question_one().then({visit::Choose{"yes"}, visit::Continue{}}); }
    Person& saving() { return question_one().then({visit::Skip{}, visit::Skip{}, visit::Skip{}}); }
    Person& thanks() { return saving().then({visit::Saved{submitted.back().id}}); }

    /// To a screen, by the shortest way.
    Person& to(visit::Screen screen) {
        using visit::Screen;
        switch (screen) {
            case Screen::attract:
                return *this;
            case Screen::home:
                return home();
            case Screen::topic:
                return home().then({visit::OpenTopic{"pack"}});
            case Screen::message:
                return home().then({visit::OpenMessage{"pack", "one"}});
            case Screen::survey_intro:
                return intro();
            case Screen::survey_question:
                return question_one();
            case Screen::survey_check:
                return check();
            case Screen::survey_saving:
                return saving();
            case Screen::survey_thanks:
                return thanks();
            case Screen::help:
                return home().then({visit::GetHelp{}});
            case Screen::languages:
                return home().then({visit::OpenLanguages{}});
            case Screen::settings:
                return home().then({visit::OpenSettings{}});
            case Screen::hidden:
                return then({visit::Hide{}});
        }
        return *this;
    }

    [[nodiscard]] visit::Screen screen() const { return visit.place().screen; }
    [[nodiscard]] std::string question_id() const { return visit.session() ? visit.session()->question().id : ""; }

    const std::vector<visit::Catalogue> catalogues = {small_catalogue(), in_polish(small_catalogue())};
    base::Random chance{1}, ids{2};
    base::Millis now{1'000'000};
    visit::Visit visit{catalogues, chance, ids, {}, now};
    std::vector<visit::Submission> submitted;
    int ended = 0;

  private:
    Person& then(const std::vector<visit::Action>& actions) {
        walk(actions);
        return *this;
    }
    void note(const visit::Effects& effects) {
        if (effects.submit) submitted.push_back(*effects.submit);
        if (effects.ended) ++ended;
    }
};

inline constexpr visit::Screen every_screen[] = {
    visit::Screen::attract,      visit::Screen::home,          visit::Screen::topic,
    visit::Screen::message,      visit::Screen::survey_intro,  visit::Screen::survey_question,
    visit::Screen::survey_check, visit::Screen::survey_saving, visit::Screen::survey_thanks,
    visit::Screen::help,         visit::Screen::languages,     visit::Screen::settings,
    visit::Screen::hidden};

}  // namespace talkpoint::tests
