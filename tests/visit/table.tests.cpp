// The whole table: every action on every screen. What is not listed does nothing.
#include "catch.hpp"

#include "visit/person.hpp"

#include <map>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::visit;

namespace {

const std::map<std::string, Action> actions = {{"Begin", Begin{}},
                                               {"OpenTopic", OpenTopic{"pack"}},
                                               {"OpenTopic unknown", OpenTopic{"nothing"}},
                                               {"OpenMessage", OpenMessage{"pack", "two"}},
                                               {"OpenMessage unknown", OpenMessage{"pack", "nothing"}},
                                               {"OpenSurvey", OpenSurvey{"ends"}},
                                               {"OpenSurvey unknown", OpenSurvey{"nothing"}},
                                               {"StartSurvey", StartSurvey{}},
                                               {"Choose", Choose{"no"}},
                                               {"Choose unknown", Choose{"nothing"}},
                                               {"Continue", Continue{}},
                                               {"Back", Back{}},
                                               {"Skip", Skip{}},
                                               {"PreferNotToSay", PreferNotToSay{}},
                                               {"Stop", Stop{}},
                                               {"Finish", Finish{}},
                                               {"Home", Home{}},
                                               {"GetHelp", GetHelp{}},
                                               {"Hide", Hide{}},
                                               {"OpenLanguages", OpenLanguages{}},
                                               {"OpenSettings", OpenSettings{}},
                                               {"ChooseLanguage", ChooseLanguage{"pl"}},
                                               {"ChooseLanguage unknown", ChooseLanguage{"xx"}},
                                               {"Change", Change{Setting::large_text}},
                                               {"UsualSettings", UsualSettings{}},
                                               {"ReadAloud", ReadAloud{}},
                                               {"PauseReading", PauseReading{}},
                                               {"SayAgain", SayAgain{}},
                                               {"ChangeVolume", ChangeVolume{}},
                                               {"SayAnswers", SayAnswers{}},
                                               {"PauseFilm", PauseFilm{}},
                                               {"WatchAgain", WatchAgain{}},
                                               {"ReadInstead", ReadInstead{}},
                                               {"FilmEnded", FilmEnded{}},
                                               {"StillHere", StillHere{}},
                                               {"ShiftPressed", ShiftPressed{}},
                                               {"Saved another", Saved{"another"}},
                                               {"SaveFailed another", SaveFailed{"another"}}};

using Moves = std::map<std::string, Place>;

Place on(Screen screen) { return {screen, {}, {}, {}, 0}; }
Place message(const std::string& id, std::size_t page) { return {Screen::message, "pack", id, {}, page}; }
Place of_survey(Screen screen, const std::string& id) { return {screen, {}, {}, id, 0}; }

const Place topic{Screen::topic, "pack", {}, {}, 0};
const Place ends_intro = of_survey(Screen::survey_intro, "ends");

/// Where an action leads from a screen. Help, languages, settings and Hide are everywhere.
const std::map<Screen, Moves> table = {
    {Screen::attract, {{"Begin", on(Screen::home)}, {"ReadAloud", on(Screen::home)}}},
    {Screen::home, {{"OpenTopic", topic}, {"OpenMessage", message("two", 0)}, {"OpenSurvey", ends_intro}}},
    {Screen::topic,
     {{"OpenMessage", message("two", 0)},
      {"OpenSurvey", ends_intro},
      {"Back", on(Screen::home)},
      {"Home", on(Screen::home)}}},
    {Screen::message,
     {{"OpenMessage", message("two", 0)},
      {"OpenSurvey", ends_intro},
      {"Continue", message("one", 1)},
      {"Back", topic},
      {"Home", on(Screen::home)}}},
    {Screen::survey_intro,
     {{"StartSurvey", of_survey(Screen::survey_question, "each")},
      {"Back", on(Screen::home)},
      {"Stop", on(Screen::home)},
      {"Home", on(Screen::home)}}},
    {Screen::survey_question, {{"Back", of_survey(Screen::survey_intro, "each")}, {"Stop", on(Screen::home)}}},
    {Screen::survey_check,
     {{"Continue", of_survey(Screen::survey_question, "each")},
      {"Back", of_survey(Screen::survey_intro, "each")},
      {"Stop", on(Screen::home)}}},
    {Screen::survey_saving, {{"Stop", on(Screen::home)}}},
    {Screen::survey_thanks, {{"Finish", on(Screen::attract)}, {"Back", on(Screen::home)}, {"Home", on(Screen::home)}}},
    {Screen::help, {{"Back", on(Screen::home)}, {"Home", on(Screen::home)}}},
    {Screen::languages,
     {{"Back", on(Screen::home)},
      {"Home", on(Screen::home)},
      {"ChooseLanguage", on(Screen::home)},
      {"ChooseLanguage unknown", on(Screen::home)}}},
    {Screen::settings, {{"Back", on(Screen::home)}, {"Home", on(Screen::home)}}},
    {Screen::hidden, {{"Begin", on(Screen::attract)}, {"ReadAloud", on(Screen::home)}}},
};

/// What changes within the question, without leaving it.
bool acts_on_question(Screen screen, const std::string& action) {
    return screen == Screen::survey_question && (action == "Choose" || action == "Continue" || action == "Skip");
}

}  // namespace

TEST_CASE("visit: every action on every screen", "[visit]") {
    for (const Screen screen : every_screen)
        for (const auto& [name, action] : actions) {
            Person person;
            person.to(screen);
            REQUIRE(person.screen() == screen);
            const Place before = person.visit.place();
            const std::string question = person.question_id();
            const auto chosen = person.visit.session() ? person.visit.session()->chosen() : std::vector<std::string>{};
            const auto effects = person.act(action);
            INFO("screen " << static_cast<int>(screen) << ", " << name);

            const auto& moves = table.at(screen);
            Place expected = moves.contains(name) ? moves.at(name) : before;
            if (name == "GetHelp") expected = on(Screen::help);
            if (name == "OpenLanguages") expected = on(Screen::languages);
            if (name == "OpenSettings") expected = on(Screen::settings);
            if (name == "Hide") expected = on(Screen::hidden);
            CHECK(person.visit.place() == expected);
            const bool ends = name == "Hide" || (screen == Screen::survey_thanks && name == "Finish") ||
                              (screen == Screen::hidden && name == "Begin");
            CHECK(effects.ended == ends);
            CHECK_FALSE(effects.submit.has_value());
            if (expected != before || name == "Hide" || acts_on_question(screen, name)) continue;
            CHECK(person.question_id() == question);
            if (person.visit.session()) CHECK(person.visit.session()->chosen() == chosen);
            CHECK_FALSE(person.visit.answer_missing());
            CHECK_FALSE(person.visit.save_failing());
        }
}

TEST_CASE("visit: help, languages and settings return exactly to where they were asked for", "[visit]") {
    const std::map<Screen, Action> ways = {
        {Screen::help, GetHelp{}}, {Screen::languages, OpenLanguages{}}, {Screen::settings, OpenSettings{}}};
    for (const auto& [over, open] : ways)
        for (const Screen screen : every_screen) {
            if (screen == over) continue;
            Person person;
            person.to(screen);
            const Place before = person.visit.place();
            const std::string question = person.question_id();
            person.walk({open, open});
            CHECK(person.screen() == over);
            CHECK(person.question_id() == question);
            (void)person.act(Back{});
            // Behind the hidden notice nothing is left but the loop; who chooses a language there has begun.
            const bool loop = screen == Screen::hidden || screen == Screen::attract;
            CHECK(person.visit.place() == (loop ? on(over == Screen::help ? Screen::attract : Screen::home) : before));
            CHECK(person.question_id() == question);
        }
}

TEST_CASE("visit: one over the other, and none twice", "[visit]") {
    Person person;
    person.question_one();
    const Place question = person.visit.place();
    person.walk({GetHelp{}, OpenLanguages{}, OpenSettings{}});
    CHECK(person.screen() == Screen::settings);
    (void)person.act(GetHelp{});  // which lies beneath: back to it
    CHECK(person.screen() == Screen::help);
    (void)person.act(Back{});
    CHECK(person.visit.place() == question);
}

TEST_CASE("visit: hide wipes the visit from every screen, and from help over it", "[visit]") {
    for (const Screen screen : every_screen)
        for (const bool under_help : {false, true}) {
            Person person;
            person.to(screen);
            if (under_help) (void)person.act(GetHelp{});
            const auto submissions = person.submitted.size();
            const auto effects = person.act(Hide{});
            CHECK(effects.ended);
            CHECK(person.visit.place() == on(Screen::hidden));
            CHECK(person.visit.session() == nullptr);
            if (!person.submitted.empty())
                person.walk({SaveFailed{person.submitted[0].id}, Saved{person.submitted[0].id}});
            CHECK(person.screen() == Screen::hidden);
            CHECK_FALSE(person.visit.save_failing());
            for (int i = 0; i < 40; ++i) (void)person.wait(base::Millis{1000});
            CHECK(person.submitted.size() == submissions);
        }
}
