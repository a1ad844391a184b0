#include "catch.hpp"

#include "visit/person.hpp"

#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::visit;
using namespace std::chrono_literals;
using base::Millis;

TEST_CASE("visit: a message page by page, there and back", "[visit]") {
    Person person;
    person.home().walk({OpenTopic{"pack"}, OpenMessage{"pack", "one"}, Continue{}});
    CHECK(person.visit.place().page == 1);
    (void)person.act(Back{});
    CHECK(person.visit.place() == Place{Screen::message, "pack", "one", {}, 0});
    person.walk({Continue{}, Continue{}});
    CHECK(person.visit.place() == Place{Screen::topic, "pack", {}, {}, 0});
}

TEST_CASE("visit: a survey from the introduction to the thanks, kept exactly once", "[visit]") {
    Person person;
    person.question_one();
    CHECK(person.question_id() == "first");
    (void)person.act(Continue{});
    CHECK(person.visit.answer_missing());
    CHECK(person.question_id() == "first");
    (void)person.act(Choose{"no"});
    CHECK_FALSE(person.visit.answer_missing());
    (void)person.act(Continue{});
    CHECK(person.screen() == Screen::survey_check);
    (void)person.act(Continue{});
    CHECK(person.question_id() == "about");
    (void)person.act(PreferNotToSay{});
    CHECK(person.question_id() == "last");
    CHECK(person.submitted.empty());
    person.walk({Choose{"yes"}, Continue{}});
    CHECK(person.screen() == Screen::survey_saving);
    person.walk({Continue{}, Skip{}, Back{}, Home{}, Finish{}, StillHere{}});
    (void)person.wait(30s);
    CHECK(person.screen() == Screen::survey_saving);
    REQUIRE(person.submitted.size() == 1);

    using survey::Answer;
    const auto& response = person.submitted[0].response;
    CHECK(response.survey == "each");
    CHECK(response.answers == std::map<std::string, Answer>{{"first", {Answer::Kind::chosen, {"no"}}},
                                                            {"about", {Answer::Kind::not_saying, {}}},
                                                            {"last", {Answer::Kind::chosen, {"yes"}}}});
    (void)person.act(Saved{person.submitted[0].id});
    CHECK(person.visit.place() == Place{Screen::survey_thanks, {}, {}, "each", 0});
    CHECK(person.visit.session() == nullptr);
    (void)person.wait(1000s);
    CHECK(person.submitted.size() == 1);
}

TEST_CASE("visit: explanations at the end, forwards and backwards, then the saving", "[visit]") {
    Person person;
    person.question_one("ends");
    person.walk({Choose{"no"}, Continue{}});
    CHECK(person.screen() == Screen::survey_question);
    person.walk({Skip{}, Choose{"no"}, Continue{}});
    CHECK(person.screen() == Screen::survey_check);
    REQUIRE(person.visit.explanation());
    CHECK(person.visit.explanation()->id == "first");
    (void)person.act(Back{});  // answers stand: the first explanation is where it begins
    CHECK(person.visit.explanation()->id == "first");
    person.walk({Continue{}});
    CHECK(person.visit.explanation()->id == "last");
    person.walk({Skip{}, Choose{"yes"}, PreferNotToSay{}, Home{}});
    CHECK(person.visit.explanation()->id == "last");
    person.walk({Back{}});
    CHECK(person.visit.explanation()->id == "first");
    CHECK(person.submitted.empty());
    person.walk({Continue{}, Continue{}});
    CHECK(person.screen() == Screen::survey_saving);
    CHECK(person.visit.explanation() == nullptr);
    REQUIRE(person.submitted.size() == 1);
    CHECK(person.submitted[0].response.answers.at("last").options == std::vector<std::string>{"no"});
}

TEST_CASE("visit: stepping back to the introduction keeps the answers; leaving it gives them up", "[visit]") {
    Person person;
    person.question_one().walk({Choose{"yes"}, Back{}});
    CHECK(person.screen() == Screen::survey_intro);
    (void)person.act(StartSurvey{});
    REQUIRE(person.visit.session());
    CHECK(person.visit.session()->chosen() == std::vector<std::string>{"yes"});
    person.walk({Continue{}, Back{}});
    CHECK(person.screen() == Screen::survey_intro);
    (void)person.act(StartSurvey{});
    CHECK(person.screen() == Screen::survey_check);
    person.walk({Back{}, Back{}});
    CHECK(person.screen() == Screen::home);
    CHECK(person.visit.session() == nullptr);
}

TEST_CASE("visit: stopping keeps nothing and says so until the next step", "[visit]") {
    Person person;
    person.check().walk({Stop{}});
    CHECK(person.screen() == Screen::home);
    CHECK(person.visit.just_stopped());
    CHECK(person.visit.session() == nullptr);
    (void)person.act(OpenTopic{"pack"});
    CHECK_FALSE(person.visit.just_stopped());
    CHECK(person.submitted.empty());

    Person waiting;
    waiting.saving().walk({SaveFailed{waiting.submitted[0].id}, Stop{}});
    CHECK_FALSE(waiting.visit.save_failing());
    waiting.walk({Saved{waiting.submitted[0].id}});
    CHECK(waiting.screen() == Screen::home);
    (void)waiting.wait(40s);
    CHECK(waiting.submitted.size() == 1);
}

TEST_CASE("visit: a failed save is tried again with the same id, later each time", "[visit]") {
    Person person;
    person.saving();
    const auto first = person.submitted.at(0);
    for (const auto delay : {2s, 4s, 8s, 16s, 30s, 30s, 30s}) {
        const auto tries = person.submitted.size();
        (void)person.act(SaveFailed{first.id});
        CHECK(person.visit.save_failing());
        CHECK(person.visit.next_deadline(person.now) == person.now + delay);
        (void)person.wait(delay - 1ms);
        CHECK(person.submitted.size() == tries);
        (void)person.wait(1ms);
        REQUIRE(person.submitted.size() == tries + 1);
        CHECK(person.submitted.back().id == first.id);
        CHECK(person.submitted.back().response == first.response);
        (void)person.wait(1ms);
        CHECK(person.submitted.size() == tries + 1);
    }
    (void)person.act(Saved{first.id});
    CHECK(person.screen() == Screen::survey_thanks);
    CHECK_FALSE(person.visit.save_failing());
}

TEST_CASE("visit: what the store says late belongs to the visit that asked", "[visit]") {
    Person person;
    person.saving().walk({Hide{}, Saved{person.submitted[0].id}});
    CHECK(person.screen() == Screen::hidden);
    (void)person.act(Begin{});
    person.saving();
    REQUIRE(person.submitted.size() == 2);
    CHECK(person.submitted[0].id != person.submitted[1].id);
    (void)person.act(SaveFailed{person.submitted[0].id});
    CHECK_FALSE(person.visit.save_failing());
    (void)person.act(Saved{person.submitted[0].id});
    CHECK(person.screen() == Screen::survey_saving);
    (void)person.act(Saved{person.submitted[1].id});
    CHECK(person.screen() == Screen::survey_thanks);
}

TEST_CASE("visit: saved while help is open: thanks are behind it", "[visit]") {
    Person person;
    person.saving().walk({GetHelp{}, Saved{person.submitted[0].id}});
    CHECK(person.screen() == Screen::help);
    (void)person.act(Back{});
    CHECK(person.visit.place() == Place{Screen::survey_thanks, {}, {}, "each", 0});
}

TEST_CASE("visit: the warning comes after the idle time, and StillHere leaves everything as it was", "[visit]") {
    for (const Screen screen : every_screen) {
        if (screen == Screen::attract || screen == Screen::hidden) continue;
        Person person;
        person.to(screen);
        if (screen == Screen::survey_question) (void)person.act(Choose{"no"});
        const Place before = person.visit.place();
        const std::string question = person.question_id();
        const Millis idle = screen == Screen::survey_saving ? Millis{600s} : Millis{45s};
        CHECK(person.visit.next_deadline(person.now) == person.now + idle);
        (void)person.wait(idle - 1ms);
        CHECK_FALSE(person.visit.warning_seconds(person.now).has_value());
        (void)person.wait(1ms);
        CHECK(person.visit.warning_seconds(person.now) == 20);
        (void)person.wait(19'999ms);
        CHECK(person.visit.warning_seconds(person.now) == 1);
        person.walk({StillHere{}});
        CHECK_FALSE(person.visit.warning_seconds(person.now).has_value());
        CHECK(person.visit.place() == before);
        CHECK(person.question_id() == question);
        if (screen == Screen::survey_question)
            CHECK(person.visit.session()->chosen() == std::vector<std::string>{"no"});
        // As often as needed; a touch that hits nothing is a sign of life too.
        (void)person.wait(idle);
        CHECK(person.visit.warning_seconds(person.now).has_value());
        person.visit.note_presence(person.now);
        (void)person.wait(idle - 1ms);
        CHECK(person.visit.place() == before);
        CHECK(person.ended == 0);
    }
}

TEST_CASE("visit: after the warning everything is cleared", "[visit]") {
    Person person;
    person.question_one().walk({Choose{"yes"}, GetHelp{}});
    (void)person.wait(45s);
    REQUIRE(person.visit.warning_seconds(person.now) == 20);
    (void)person.wait(19'999ms);
    CHECK(person.screen() == Screen::help);
    const auto effects = person.wait(1ms);
    CHECK(effects.ended);
    CHECK(person.visit.place() == Place{});
    CHECK(person.visit.session() == nullptr);
    CHECK_FALSE(person.visit.warning_seconds(person.now).has_value());
    CHECK_FALSE(person.visit.next_deadline(person.now).has_value());
    (void)person.act(Begin{});
    CHECK(person.screen() == Screen::home);
    CHECK(person.submitted.empty());
}

TEST_CASE("visit: a kiosk that slept still gives the whole warning", "[visit]") {
    Person person;
    (void)person.home().wait(3600s);
    CHECK(person.screen() == Screen::home);
    CHECK(person.visit.warning_seconds(person.now) == 20);
    (void)person.wait(19s);
    CHECK(person.screen() == Screen::home);
}

TEST_CASE("visit: the countdown asks for a frame when its number changes, and not before", "[visit]") {
    Person person;
    (void)person.home().wait(45s);
    const Millis warned = person.now;
    for (int seconds = 20; seconds > 0; --seconds) {
        CHECK(person.visit.warning_seconds(person.now) == seconds);
        const auto next = person.visit.next_deadline(person.now);
        REQUIRE(next);
        CHECK(*next == warned + Millis{(21 - seconds) * 1000});
        CHECK(person.visit.next_deadline(person.now + 300ms) == next);
        CHECK(person.visit.warning_seconds(*next - 1ms) == seconds);
        (void)person.wait(*next - person.now);
    }
    CHECK(person.ended == 1);
    CHECK(person.screen() == Screen::attract);
}

TEST_CASE("visit: a hidden page becomes the attract loop by itself, without a warning", "[visit]") {
    Person person;
    person.home().walk({Hide{}});
    CHECK(person.visit.next_deadline(person.now) == person.now + 45s);
    (void)person.wait(44'999ms);
    CHECK(person.screen() == Screen::hidden);
    CHECK_FALSE(person.visit.warning_seconds(person.now).has_value());
    (void)person.wait(1ms);
    CHECK(person.screen() == Screen::attract);
}

TEST_CASE("visit: three shifts within five seconds hide", "[visit]") {
    for (const Screen screen : every_screen) {
        Person person;
        person.to(screen);
        const int ended = person.ended;
        person.walk({ShiftPressed{}});
        person.now += 2500ms;
        person.walk({ShiftPressed{}});
        CHECK(person.ended == ended);
        person.now += 2500ms;
        person.walk({ShiftPressed{}});
        CHECK(person.screen() == Screen::hidden);
        CHECK(person.ended == ended + 1);
    }
    Person slow;
    slow.home();
    for (const auto pause : {0ms, 3000ms, 3000ms}) {
        slow.now += pause;
        slow.walk({ShiftPressed{}});
    }
    CHECK(slow.screen() == Screen::home);
    slow.now += 2000ms;
    slow.walk({ShiftPressed{}});  // the last three lie within five seconds
    CHECK(slow.screen() == Screen::hidden);
}

TEST_CASE("visit: shifts of the person before do not count", "[visit]") {
    Person person;
    person.home().walk({ShiftPressed{}, ShiftPressed{}, Hide{}, Begin{}, Begin{}, ShiftPressed{}});
    CHECK(person.screen() == Screen::home);
}

TEST_CASE("visit: each response has an id of its own", "[visit]") {
    Person person;
    std::set<std::string> ids;
    for (int i = 0; i < 20; ++i) {
        person.thanks().walk({Finish{}});
        CHECK(person.screen() == Screen::attract);
        ids.insert(person.submitted.back().id);
    }
    CHECK(ids.size() == 20);
    CHECK(person.ended == 20);
}

TEST_CASE("visit: what the store says is no sign of life", "[visit]") {
    Person person;
    (void)person.saving().wait(600s);
    REQUIRE(person.visit.warning_seconds(person.now) == 20);
    (void)person.act(SaveFailed{person.submitted[0].id});
    CHECK(person.visit.warning_seconds(person.now) == 20);
    (void)person.wait(20s);
    CHECK(person.ended == 1);
}

TEST_CASE("visit: the chance that draws questions does not name responses", "[visit]") {
    Person one, other;
    other.ids = base::Random{99};
    CHECK(one.saving().submitted[0].id != other.saving().submitted[0].id);
    CHECK(one.chance.next() == other.chance.next());
}
