// The form of an event.
#include "catch.hpp"
#include "in_area.hpp"

using namespace talkpoint;
using namespace talkpoint::staff;
using namespace talkpoint::tests;
using namespace std::chrono_literals;

namespace {

bool nothing(const Effects& effects) {
    return !effects.try_pin && !effects.set_pin && !effects.task && !effects.look && !effects.left;
}

}  // namespace

namespace {

/// As of a kiosk with two events that wait for their part after.
Proposals proposed() {
    const EventForm older{
        .name = "fair", .phase = Phase::after, .survey = "trust", .language = "pl", .target = 50, .lasts = 240min};
    auto newer = older;
    newer.name = "school-1";
    return {{.name = "event-3", .survey = "friends", .language = "en"}, {newer, older}};
}

}  // namespace

TEST_CASE("the form of an event keeps what was chosen and typed", "[area]") {
    Staff staff;
    staff.come_in();
    staff.area.propose({{.name = "event-3", .survey = "friends", .language = "en"}, {}});
    staff.open(Screen::event).open(Screen::new_event);
    for (const auto& choice : {Do{Task::set_phase, "after"}, Do{Task::set_survey, "trust"},
                               Do{Task::set_language, "pl"}, Do{Task::set_target, "30"}, Do{Task::set_end, "240"}}) {
        CHECK(nothing(staff.act(choice).effects));
        CHECK_FALSE(staff.area.busy());
    }
    CHECK(staff.type("x").area.typed().empty());  // its name has a page of its own
    staff.open(Screen::event_name);
    const auto& form = staff.area.form();
    CHECK(staff.area.typed() == "event-3");
    staff.type("!");
    CHECK(form.proposed);
    staff.type("year-9!");  // nobody rubs out the proposal
    CHECK(form.name == "year-9");
    CHECK(staff.act(Back{}).area.screen() == Screen::new_event);
    CHECK(form.phase == Phase::after);
    CHECK(form.survey == "trust");
    CHECK(form.language == "pl");
    CHECK(form.target == 30);
    CHECK(form.lasts == 240min);
    staff.act(Do{Task::set_phase, "neither"}).open(Screen::event_name);
    CHECK(form.phase == Phase::neither);
    CHECK(form.name == "year-9");
    staff.type("abcdefghijklmnopqrstuvwxyz");
    CHECK(form.name.size() == Area::longest_name);
    CHECK(staff.act(Do{Task::begin_event}).effects.task);
    SECTION("begun") {
        CHECK(staff.told({Mark::good, "It has begun.", ""}).area.screen() == Screen::event);
        CHECK(staff.open(Screen::new_event).area.form().name == "event-3");
    }
    SECTION("refused: the name is there to be mended") {
        staff.told({Mark::attention, "This part of this event has been.", ""});
        CHECK(staff.area.screen() == Screen::event_name);
        CHECK(staff.type("<").area.form().name == "year-9abcdefghijklmnopq");
        CHECK(staff.area.typed() == staff.area.form().name);
    }
}

TEST_CASE("a name that is proposed loses its last letter, too, and is then somebody's own", "[area]") {
    Staff staff;
    staff.come_in();
    staff.area.propose(proposed());
    staff.open(Screen::event).open(Screen::new_event).open(Screen::event_name).type("<4");
    CHECK(staff.area.form().name == "event-4");
    staff.act(Back{}).act(Do{Task::set_phase, "after"});
    CHECK(staff.area.form().name == "event-4");
    CHECK(staff.area.form().survey == "friends");
}

TEST_CASE("the part after an event is proposed as the part before was", "[area]") {
    Staff staff;
    staff.come_in();
    staff.area.propose(proposed());
    const auto& form = staff.area.form();
    SECTION("by the one that is offered, or that was chosen from those that have been") {
        const std::string which = GENERATE("0", "1");
        staff.open(Screen::event).open(Screen::new_event, which);
        CHECK(form.name == (which == "0" ? "school-1" : "fair"));
        CHECK(form.phase == Phase::after);
        staff.act(Do{Task::set_phase, "after"});  // it is chosen already
        CHECK(form.name == (which == "0" ? "school-1" : "fair"));
        staff.open(Screen::event_name, which).act(Back{});
        CHECK(staff.area.which() == which);
        staff.act(Back{}).open(Screen::new_event);  // a new one after all
        CHECK(form.name == "event-3");
        CHECK(form.phase == Phase::before);
    }
    SECTION("by who chooses \"after\" in the form") {
        staff.open(Screen::event).open(Screen::new_event).act(Do{Task::set_phase, "after"});
        CHECK(form.name == "school-1");
        CHECK(form.survey == "trust");
        CHECK(form.language == "pl");
        CHECK(form.target == 50);
        CHECK(form.lasts == 240min);
        staff.act(Do{Task::set_phase, "before"});
        CHECK(form.name == "event-3");
    }
    SECTION("never by a number that is none") {
        staff.open(Screen::event).open(Screen::new_event, GENERATE("2", "-1", "x", ""));
        CHECK(form.name == "event-3");
    }
}
