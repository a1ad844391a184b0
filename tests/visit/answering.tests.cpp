// How long a person took over the questions: for the quality flag, and wiped with everything else.
#include "catch.hpp"

#include "visit/person.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::visit;
using namespace std::chrono_literals;
using base::Millis;

namespace {

/// What each question takes, with a touch in between.
Person& answer(Person& person, Millis pause) {
    (void)person.wait(pause);
    person.walk({Choose{"yes"}});
    (void)person.wait(1s);
    person.walk({Continue{}});
    return person;
}

Millis answering(const Person& person) {
    REQUIRE(person.submitted.size() == 1);
    return person.submitted[0].answering;
}

}  // namespace

TEST_CASE("answering: from the first question on the screen to the end of the last answer", "[visit]") {
    Person person;
    (void)person.home().wait(7s);
    person.walk({OpenSurvey{"ends"}});
    (void)person.wait(30s);  // reads the introduction
    person.walk({StartSurvey{}});
    answer(answer(answer(person, 2s), 3s), 4s);
    REQUIRE(person.screen() == Screen::survey_check);
    (void)person.wait(20s);  // reads the explanations
    person.walk({Continue{}});
    (void)person.wait(20s);
    person.walk({Continue{}});
    CHECK(answering(person) == 12s);
}

TEST_CASE("answering: an explanation between questions is not an answer", "[visit]") {
    Person person;
    answer(person.question_one(), 2s);
    REQUIRE(person.screen() == Screen::survey_check);
    (void)person.wait(25s);
    person.walk({Continue{}});
    (void)person.wait(5s);
    person.walk({PreferNotToSay{}});
    (void)person.wait(6s);
    person.walk({Skip{}});
    CHECK(answering(person) == 14s);
}

TEST_CASE("answering: Help and stepping back to the introduction do not count, a question seen again does", "[visit]") {
    Person person;
    person.question_one("ends");
    (void)person.wait(1s);
    person.walk({GetHelp{}});
    (void)person.wait(30s);
    person.walk({Back{}});
    (void)person.wait(2s);
    person.walk({Back{}});
    REQUIRE(person.screen() == Screen::survey_intro);
    (void)person.wait(30s);
    person.walk({StartSurvey{}});
    (void)person.wait(4s);
    person.walk({Skip{}, Back{}});
    (void)person.wait(8s);
    person.walk({Skip{}, Skip{}, Skip{}, Continue{}, Continue{}});
    CHECK(answering(person) == 15s);
}

TEST_CASE("answering: what passes under the warning does not count", "[visit]") {
    Person person;
    person.question_one();
    for (int i = 0; i < 2; ++i) {
        (void)person.wait(45s);
        REQUIRE(person.visit.warning_seconds(person.now));
        (void)person.wait(19s);
        person.walk({StillHere{}});
    }
    (void)person.wait(40s);
    person.visit.note_presence(person.now);  // a touch that hits nothing ends no pause
    (void)person.wait(40s);
    person.walk({Skip{}, Skip{}, Skip{}});
    CHECK(answering(person) == 45s + 45s + 40s + 40s);
}

TEST_CASE("answering: it is the same with every try to save, and no part of the response", "[visit]") {
    Person quick, slow;
    quick.saving();
    slow.question_one();
    (void)slow.wait(9s);
    slow.walk({Skip{}, Skip{}, Skip{}});
    CHECK(answering(quick) == 0s);
    CHECK(answering(slow) == 9s);
    CHECK(quick.submitted[0].response == slow.submitted[0].response);
    (void)slow.wait(5s);
    slow.walk({SaveFailed{slow.submitted[0].id}});
    (void)slow.wait(5s);
    REQUIRE(slow.submitted.size() == 2);
    CHECK(slow.submitted[1].answering == 9s);
}

TEST_CASE("answering: nothing is left for the next survey, however this one ended", "[visit]") {
    const std::vector<std::vector<Action>> ways = {
        {Stop{}}, {Hide{}, Begin{}, Begin{}}, {Back{}, Back{}}, {Skip{}, Skip{}, Skip{}, Home{}}};
    for (const auto& way : ways) {
        Person person;
        person.question_one();
        (void)person.wait(20s);
        person.walk(way);
        if (person.screen() == Screen::survey_saving) person.walk({Saved{person.submitted[0].id}, Home{}});
        REQUIRE(person.screen() == Screen::home);
        person.submitted.clear();
        person.walk({OpenSurvey{"each"}, StartSurvey{}});
        (void)person.wait(3s);
        person.walk({Skip{}, Skip{}, Skip{}});
        CHECK(answering(person) == 3s);
    }
    Person gone;
    gone.question_one();
    (void)gone.wait(45s);
    (void)gone.wait(20s);
    REQUIRE(gone.ended == 1);
    gone.saving();
    CHECK(answering(gone) == 0s);
}
