// What a person sets for the visit: it changes nothing else, and it is gone with the person.
#include "catch.hpp"

#include "visit/person.hpp"

#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::visit;
using namespace std::chrono_literals;

namespace {

Settings changed() {
    Settings settings;
    settings.language = "pl";
    for (const auto setting : {Setting::large_text, Setting::high_contrast, Setting::calm, Setting::lower,
                               Setting::slower, Setting::scanning})
        settings.of(setting) = true;
    settings.reading = settings.answers_aloud = true;
    settings.volume = 80;
    return settings;
}

/// Everything that can be set, set.
void change_all(Person& person) {
    (void)person.act(OpenSettings{});
    for (const auto setting : {Setting::large_text, Setting::high_contrast, Setting::calm, Setting::lower,
                               Setting::slower, Setting::scanning})
        (void)person.act(Change{setting});
    person.walk({Back{}, OpenLanguages{}, ChooseLanguage{"pl"}, ReadAloud{}, SayAnswers{}, ChangeVolume{20}});
}

}  // namespace

TEST_CASE("visit: a language keeps the place and the answers", "[visit]") {
    Person person;
    person.question_one();
    person.walk({Choose{"yes"}, OpenLanguages{}, ChooseLanguage{"pl"}});
    CHECK(person.screen() == Screen::survey_question);
    CHECK(person.visit.catalogue().language == "pl");
    CHECK(person.visit.settings().language == "pl");
    const auto& session = *person.visit.session();
    CHECK(session.question().text == "Czy first?");
    CHECK(session.options()[0]->text == "Tak");
    CHECK(session.chosen() == std::vector<std::string>{"yes"});
    person.walk({Continue{}, OpenLanguages{}, ChooseLanguage{"en"}});
    CHECK(person.screen() == Screen::survey_check);
    CHECK(session.question().text == "first?");
    person.walk({Continue{}, Skip{}, Skip{}});
    REQUIRE(person.submitted.size() == 1);
    CHECK(person.submitted[0].response.answers.at("first").options == std::vector<std::string>{"yes"});
}

TEST_CASE("visit: a language with more pages keeps the place among them", "[visit]") {
    Person person;
    person.home().walk({OpenMessage{"pack", "one"}, Continue{}, OpenLanguages{}, ChooseLanguage{"pl"}});
    CHECK(person.visit.place() == Place{Screen::message, "pack", "one", {}, 2});
    person.walk({Continue{}, OpenLanguages{}, ChooseLanguage{"en"}});
    CHECK(person.visit.place() == Place{Screen::message, "pack", "one", {}, 1});
}

TEST_CASE("visit: a language and back is the same page, however many there are", "[visit]") {
    Person person;
    person.home().walk({OpenLanguages{}, ChooseLanguage{"pl"}, OpenMessage{"pack", "one"}});
    for (std::size_t page = 0; page < 4; ++page) {
        CHECK(person.visit.place().page == page);
        person.walk({OpenLanguages{}, ChooseLanguage{"en"}});
        CHECK(person.visit.place().page == page / 2);
        person.walk({OpenLanguages{}, ChooseLanguage{"pl"}});
        CHECK(person.visit.place().page == page);
        (void)person.act(Continue{});
    }
}

TEST_CASE("visit: an unknown language changes nothing", "[visit]") {
    Person person;
    person.home().walk({OpenLanguages{}, ChooseLanguage{"xx"}});
    CHECK(person.screen() == Screen::home);
    CHECK(person.visit.settings() == Settings{});
}

TEST_CASE("visit: what was set is gone with the person, by every way out", "[visit]") {
    for (const std::string way : {"hide", "time", "finish"}) {
        Person person;
        person.home();
        change_all(person);
        CHECK(person.visit.settings() == changed());
        if (way == "hide") (void)person.act(Hide{});
        if (way == "time") {
            (void)person.wait(45s);
            (void)person.wait(20s);
        }
        if (way == "finish") {
            person.walk({OpenSurvey{"each"}, StartSurvey{}, Skip{}, Skip{}, Skip{}});
            person.walk({Saved{person.submitted.back().id}, Finish{}});
        }
        INFO(way);
        CHECK(person.screen() == (way == "hide" ? Screen::hidden : Screen::attract));
        CHECK(person.visit.settings() == Settings{});
        CHECK(person.visit.catalogue().language == "en");
    }
}

TEST_CASE("visit: settings live through a survey that is stopped", "[visit]") {
    Person person;
    person.question_one();
    change_all(person);
    (void)person.act(Stop{});
    CHECK(person.visit.settings() == changed());
}

TEST_CASE("visit: back to usual is how the visit began, in the language that was chosen", "[visit]") {
    Person person;
    person.home();
    change_all(person);
    person.walk({OpenSettings{}, UsualSettings{}});
    Settings expected;
    expected.language = "pl";
    expected.reading = expected.answers_aloud = true;
    CHECK(person.visit.settings() == expected);
}

TEST_CASE("visit: a kiosk with a switch begins every visit with it", "[visit]") {
    Person person;
    Settings usual;
    usual.scanning = true;
    usual.volume = 40;
    usual.language = "not offered";
    Visit visit{person.catalogues, person.chance, person.ids, {}, person.now, usual};
    CHECK(visit.settings().language == "en");
    (void)visit.update(Begin{}, person.now);
    (void)visit.update(OpenSettings{}, person.now);
    (void)visit.update(Change{Setting::scanning}, person.now);
    CHECK_FALSE(visit.settings().scanning);
    (void)visit.update(Hide{}, person.now);
    CHECK(visit.settings().scanning);
    CHECK(visit.settings().volume == 40);
}

TEST_CASE("visit: reading aloud pauses, says again, and keeps its volume within bounds", "[visit]") {
    Person person;
    person.home();
    person.walk({PauseReading{}, SayAgain{}, SayAnswers{}});
    CHECK(person.visit.settings() == Settings{});  // nothing is being read
    person.walk({ReadAloud{}, PauseReading{}});
    CHECK(person.visit.settings().paused);
    (void)person.act(PauseReading{});
    CHECK_FALSE(person.visit.settings().paused);
    person.walk({PauseReading{}, SayAgain{}});
    CHECK_FALSE(person.visit.settings().paused);
    CHECK(person.visit.settings().again == 1);
    for (int i = 0; i < 20; ++i) (void)person.act(ChangeVolume{10});
    CHECK(person.visit.settings().volume == 100);
    for (int i = 0; i < 20; ++i) (void)person.act(ChangeVolume{-10});
    CHECK(person.visit.settings().volume == 10);
    person.walk({SayAnswers{}, ReadAloud{false}});
    CHECK_FALSE(person.visit.settings().reading);
    CHECK_FALSE(person.visit.settings().answers_aloud);
}

TEST_CASE("visit: who sets anything from the help over the loop has begun, and leaves nothing on the loop", "[visit]") {
    const std::vector<std::vector<Action>> ways = {{OpenLanguages{}, ChooseLanguage{"pl"}},
                                                   {OpenSettings{}, Change{Setting::large_text}, Back{}},
                                                   {ReadAloud{}},
                                                   {ChangeVolume{20}},
                                                   {OpenLanguages{}, Back{}}};
    for (const bool after_hide : {false, true})
        for (const auto& way : ways) {
            Person person;
            if (after_hide) (void)person.act(Hide{});
            (void)person.act(GetHelp{});
            person.walk(way);
            CHECK(person.screen() == Screen::help);
            (void)person.act(Back{});
            CHECK(person.screen() == Screen::home);
            (void)person.wait(45s);
            (void)person.wait(20s);
            CHECK(person.screen() == Screen::attract);
            CHECK(person.visit.settings() == Settings{});
        }
    Person person;
    person.walk({GetHelp{}, Back{}});  // nothing was set: it goes on as it was
    CHECK(person.screen() == Screen::attract);
    CHECK(person.visit.settings() == Settings{});
}

TEST_CASE("visit: on the loop and behind the notice there is nobody whose settings could change", "[visit]") {
    for (const bool hidden : {false, true}) {
        Person person;
        if (hidden) (void)person.act(Hide{});
        const auto before = person.screen();
        person.walk({ChangeVolume{10}, PauseReading{}, SayAgain{}, SayAnswers{}, Change{Setting::large_text},
                     UsualSettings{}, ReadAloud{false}, ChooseLanguage{"pl"}});
        CHECK(person.screen() == before);
        CHECK(person.visit.settings() == Settings{});
    }
}

TEST_CASE("visit: a reading that is held goes on for the volume and for the warning", "[visit]") {
    Person person;
    person.home().walk({ReadAloud{}, PauseReading{}, ChangeVolume{10}});
    CHECK_FALSE(person.visit.settings().paused);
    (void)person.act(PauseReading{});
    CHECK(person.visit.settings().paused);
    (void)person.wait(45s);
    CHECK(person.visit.warning_seconds(person.now));
    CHECK_FALSE(person.visit.settings().paused);
}
