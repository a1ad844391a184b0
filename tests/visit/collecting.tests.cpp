// At an event one person after another answers one survey.
#include "catch.hpp"
#include "person.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::visit;
using namespace std::chrono_literals;

namespace {

/// A kiosk at an event in Polish.
struct AtEvent : Person {
    AtEvent() { visit.collect(Collecting{"ends", "pl"}); }
    std::string language() const { return visit.settings().language; }
};

}  // namespace

TEST_CASE("at an event a touch leads to its survey, in its language", "[collecting]") {
    AtEvent person;
    REQUIRE(person.visit.collecting());
    CHECK(person.visit.collecting()->id == "ends");
    CHECK(person.visit.collecting()->language == "pl");
    CHECK(person.language() == "pl");  // the page that waits is in it already
    person.walk({Begin{}});
    CHECK(person.screen() == Screen::survey_intro);
    CHECK(person.visit.place().survey == "ends");
    person.walk({StartSurvey{}});
    CHECK(person.visit.session()->question().text == "Czy first?");
}

TEST_CASE("after one person the next begins anew, in the language of the event", "[collecting]") {
    AtEvent person;
    person.walk({Begin{}, OpenLanguages{}, ChooseLanguage{"en"}, StartSurvey{}});
    CHECK(person.screen() == Screen::survey_question);
    CHECK(person.language() == "en");
    SECTION("who finished") {
        person.walk({Skip{}, Skip{}, Skip{}});
        while (person.screen() == Screen::survey_check) person.walk({Continue{}});
        REQUIRE(person.submitted.size() == 1);
        CHECK(person.submitted[0].response.language == "en");
        CHECK(person.submitted[0].response.survey == "ends");
        person.walk({Saved{person.submitted[0].id}, Finish{}});
    }
    SECTION("who went away") {
        (void)person.wait(45s);
        (void)person.wait(20s);
    }
    SECTION("who hid") {
        person.walk({Hide{}});
        CHECK(person.screen() == Screen::hidden);
        (void)person.wait(45s);
    }
    CHECK(person.screen() == Screen::attract);
    CHECK_FALSE(person.visit.session());
    CHECK(person.language() == "pl");
    person.walk({Begin{}});
    CHECK(person.screen() == Screen::survey_intro);
    CHECK(person.visit.place().survey == "ends");
}

TEST_CASE("at an event the thanks go by themselves, for the next person", "[collecting]") {
    AtEvent person;
    const auto finish = [&] {
        person.walk({StartSurvey{}, Skip{}, Skip{}, Skip{}});
        while (person.screen() == Screen::survey_check) person.walk({Continue{}});
        person.walk({Saved{person.submitted.back().id}});
        REQUIRE(person.screen() == Screen::survey_thanks);
    };
    person.walk({Begin{}});
    SECTION("ten seconds after the last touch") {
        finish();
        (void)person.wait(9s);
        person.visit.note_presence(person.now);
        (void)person.wait(9s);
        CHECK(person.screen() == Screen::survey_thanks);
        CHECK(person.visit.next_deadline(person.now) == person.now + 1s);
        CHECK(person.wait(1s).ended);
        CHECK(person.screen() == Screen::attract);
    }
    SECTION("not while they look for help") {
        finish();
        person.walk({GetHelp{}});
        (void)person.wait(30s);
        CHECK(person.screen() == Screen::help);
        person.walk({Back{}});
        (void)person.wait(9s);
        CHECK(person.screen() == Screen::survey_thanks);
    }
    SECTION("not for who has it read aloud") {
        person.walk({ReadAloud{true}});
        finish();
        (void)person.wait(44s);
        CHECK(person.screen() == Screen::survey_thanks);
    }
    SECTION("not after another survey, nor when the event is over") {
        if (GENERATE(false, true))
            person.visit.collect({});
        else
            person.visit.collect(Collecting{"each", "pl"});
        finish();
        (void)person.wait(44s);
        CHECK(person.screen() == Screen::survey_thanks);
        CHECK_FALSE(person.visit.warning_seconds(person.now));
    }
}

TEST_CASE("at an event help, home, and the way to stop are there as ever", "[collecting]") {
    AtEvent person;
    person.walk({Begin{}, GetHelp{}});
    CHECK(person.screen() == Screen::help);
    person.walk({Back{}});
    CHECK(person.screen() == Screen::survey_intro);
    person.walk({Back{}});
    CHECK(person.screen() == Screen::home);
    person.walk({OpenSurvey{"ends"}, StartSurvey{}, Stop{}});
    CHECK(person.screen() == Screen::home);
    CHECK(person.submitted.empty());
}

TEST_CASE("an event that begins or ends leaves who is there alone", "[collecting]") {
    Person person;
    person.walk({Begin{}, OpenMessage{"pack", "one"}});
    person.visit.collect(Collecting{"each", "pl"});
    CHECK(person.screen() == Screen::message);
    CHECK(person.visit.settings().language == "en");
    (void)person.wait(45s);
    (void)person.wait(20s);
    CHECK(person.visit.settings().language == "pl");
    person.walk({Begin{}, StartSurvey{}, Skip{}});
    const auto question = person.question_id();
    person.visit.collect({});
    CHECK(person.screen() == Screen::survey_question);
    CHECK(person.question_id() == question);
    CHECK(person.visit.settings().language == "pl");
    CHECK_FALSE(person.visit.collecting());
    person.walk({Hide{}});
    (void)person.wait(45s);
    CHECK(person.visit.settings().language == "en");
    person.walk({Begin{}});
    CHECK(person.screen() == Screen::home);
}

TEST_CASE("an event whose survey, or language, is not here any more is none that a visitor is held up by",
          "[collecting]") {
    Person person;
    SECTION("the survey") {
        person.visit.collect(Collecting{"gone", "pl"});
        CHECK_FALSE(person.visit.collecting());
        person.walk({Begin{}});
        CHECK(person.screen() == Screen::home);
    }
    SECTION("the language: the first of the kiosk") {
        person.visit.collect(Collecting{"each", "cy"});
        person.walk({Begin{}});
        CHECK(person.screen() == Screen::survey_intro);
        CHECK(person.visit.settings().language == "en");
    }
}

TEST_CASE("staff who come end the visit, but not a response that is on its way to the disk", "[collecting]") {
    for (const auto screen : every_screen) {
        Person person;
        person.to(screen);
        const auto before = person.submitted.size();
        const auto ended = person.ended;
        person.walk({StaffCame{}});
        INFO(static_cast<int>(screen));
        CHECK(person.submitted.size() == before);
        if (screen == Screen::survey_saving) {
            CHECK(person.screen() == Screen::survey_saving);
            CHECK(person.ended == ended);
            // The disk fails while they are there: it is tried again, and kept at last.
            person.walk({SaveFailed{person.submitted[0].id}});
            const auto again = person.wait(60s);
            REQUIRE(again.submit);
            CHECK(again.submit->id == person.submitted[0].id);
            person.walk({Saved{again.submit->id}});
            CHECK(person.screen() == Screen::survey_thanks);
        } else {
            CHECK(person.screen() == Screen::attract);
            CHECK(person.ended == ended + 1);
        }
    }
}
