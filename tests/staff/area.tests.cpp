#include "staff/area.hpp"
#include "catch.hpp"
#include "in_area.hpp"

#include <string_view>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::staff;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using base::Millis;

namespace {

const std::vector<Screen> every_screen{Screen::pin,       Screen::first_pin, Screen::today,      Screen::details,
                                       Screen::checklist, Screen::call,      Screen::counts,     Screen::survey_counts,
                                       Screen::event,     Screen::new_event, Screen::event_name, Screen::take_away,
                                       Screen::content,   Screen::install,   Screen::acts,       Screen::rehearsal,
                                       Screen::close,     Screen::sure,      Screen::calibrate};
const std::vector<Task> every_task{Task::confirm_line,   Task::deny_line,     Task::confirm_item, Task::play_test,
                                   Task::open_to_public, Task::send_now,      Task::take_away,    Task::write_card,
                                   Task::install,        Task::rollback,      Task::withdraw,     Task::restore,
                                   Task::rehearse,       Task::end_rehearsal, Task::set_phase,    Task::set_survey,
                                   Task::set_language,   Task::set_target,    Task::set_end,      Task::begin_event,
                                   Task::end_event,      Task::close_today,   Task::reopen,       Task::restart,
                                   Task::shut_down,      Task::look_again};

bool nothing(const Effects& effects) {
    return !effects.try_pin && !effects.set_pin && !effects.task && !effects.look && !effects.left;
}

}  // namespace

TEST_CASE("before the PIN nothing answers but its keys and the way out", "[area]") {
    Staff staff;
    REQUIRE(staff.area.screen() == Screen::pin);
    for (const auto screen : every_screen) {
        CHECK(nothing(staff.open(screen, "1").effects));
        CHECK(staff.area.screen() == Screen::pin);
    }
    for (const auto task : every_task) {
        CHECK(nothing(staff.act(Do{task, "before"}).effects));
        CHECK(staff.area.screen() == Screen::pin);
        CHECK_FALSE(staff.area.busy());
    }
    CHECK(nothing(staff.act(Touched{500, 500}).effects));
    CHECK_FALSE(staff.area.is_in());
    CHECK(staff.area.form().phase == Phase::before);
    CHECK(staff.act(Back{}).effects.left);
    CHECK(staff.act(Leave{}).effects.left);
}

TEST_CASE("a PIN is digits, as many as one can have, and the last can be rubbed out", "[area]") {
    Staff staff;
    CHECK(nothing(staff.act(Enter{}).effects));  // nothing typed is not a try
    CHECK(staff.act(Type{'<'}).area.typed().empty());
    CHECK(staff.type("1a-2").area.typed() == "12");
    CHECK(staff.type("<34567890123").area.typed() == "134567890123");
    CHECK(staff.type("4").area.typed() == "134567890123");
    staff.act(Enter{});
    CHECK(staff.effects.try_pin == "134567890123");
    CHECK(staff.area.typed().empty());  // it does not stand on the screen while it is tried
    CHECK(staff.area.busy());
    CHECK(nothing(staff.type("1").act(Enter{}).effects));  // one try at a time
    CHECK(staff.area.typed().empty());
}

TEST_CASE("the wrong PIN is told of, and lets nobody in", "[area]") {
    Staff staff;
    staff.type("111111").act(Enter{});
    staff.effects = staff.area.pin_was(false, {Mark::trouble, "That is not the PIN.", "Try again."}, staff.now);
    CHECK(nothing(staff.effects));
    CHECK_FALSE(staff.area.is_in());
    CHECK(staff.area.screen() == Screen::pin);
    REQUIRE(staff.area.outcome());
    CHECK(staff.area.outcome()->to_do == "Try again.");
    CHECK_FALSE(staff.open(Screen::today).area.is_in());
    CHECK_FALSE(staff.type("2").area.outcome());  // it goes with the next key
    CHECK(staff.act(Enter{}).effects.try_pin == "2");
}

TEST_CASE("the right PIN leads to today", "[area]") {
    Staff staff;
    staff.come_in();
    CHECK(staff.area.screen() == Screen::today);
    CHECK(staff.effects.look);
    CHECK(staff.act(Back{}).effects.left);
}

TEST_CASE("a first PIN is shown until staff say that it is written down, and then no more", "[area]") {
    Area area{"274951", start};
    CHECK(area.screen() == Screen::first_pin);
    CHECK(area.first_pin() == "274951");
    CHECK(nothing(area.update(Open{Screen::today}, start)));
    CHECK(nothing(area.update(Do{Task::open_to_public}, start)));
    CHECK(nothing(area.update(Type{'1'}, start)));
    CHECK(area.typed().empty());
    CHECK_FALSE(area.is_in());
    const auto effects = area.update(Enter{}, start);
    CHECK(effects.set_pin == "274951");
    CHECK_FALSE(area.is_in());
    CHECK(area.busy());
    CHECK(nothing(area.update(Enter{}, start)));
    Area full = area, late = area;
    CHECK(area.first_pin_was(true, false, {}, start).look);
    CHECK(area.first_pin().empty());
    CHECK(area.is_in());
    CHECK(area.screen() == Screen::today);
    // A full disk: it is still to be seen.
    CHECK(nothing(full.first_pin_was(false, false, {Mark::trouble, "Full.", ""}, start)));
    CHECK(full.first_pin() == "274951");
    CHECK_FALSE(full.is_in());
    CHECK(full.screen() == Screen::first_pin);
    CHECK(full.update(Enter{}, start).set_pin == "274951");
    // IT has set another.
    CHECK(nothing(late.first_pin_was(false, true, {Mark::attention, "Another.", ""}, start)));
    CHECK(late.first_pin().empty());
    CHECK_FALSE(late.is_in());
    CHECK(late.screen() == Screen::pin);
    // Whoever goes without saying so has set none.
    Area other{"274951", start};
    CHECK(other.update(Leave{}, start).left);
    Area forgotten{"274951", start};
    const auto out = forgotten.tick(start + Area::idle_time);
    CHECK(out.left);
    CHECK_FALSE(out.set_pin);
}

TEST_CASE("who is not here for two minutes is out", "[area]") {
    Staff staff;
    const bool in = GENERATE(false, true);
    if (in) staff.come_in();
    CHECK(staff.area.next_deadline() == start + 2min);
    CHECK_FALSE(staff.area.tick(start + 2min - 1ms).left);
    CHECK(staff.area.tick(start + 2min).left);
    staff.now = start + 1min;
    if (in)
        staff.open(Screen::counts);
    else
        staff.type("1");
    CHECK_FALSE(staff.area.tick(start + 2min).left);
    CHECK(staff.area.tick(start + 3min).left);
    staff.area.note_presence(start + 2min);  // a touch beside every control
    CHECK_FALSE(staff.area.tick(start + 3min).left);
    CHECK(staff.area.next_deadline() == start + 4min);
}

TEST_CASE("nobody is out while something is being done, but after half an hour", "[area]") {
    Staff staff;
    staff.come_in().open(Screen::take_away).act(Do{Task::take_away, "/media/stick"});
    REQUIRE(staff.effects.task);
    CHECK(staff.effects.task->task == Task::take_away);
    CHECK(staff.effects.task->which == "/media/stick");
    CHECK(staff.area.busy());
    CHECK(nothing(staff.act(Back{}).effects));
    CHECK(nothing(staff.open(Screen::close).effects));
    CHECK(nothing(staff.act(Do{Task::restart}).effects));
    CHECK(staff.area.screen() == Screen::take_away);
    CHECK_FALSE(staff.area.tick(start + 29min).left);
    SECTION("it comes to an end: two minutes from then") {
        staff.now = start + 20min;
        staff.told({Mark::good, "All of it is on the stick.", ""});
        CHECK_FALSE(staff.area.busy());
        CHECK(staff.area.outcome()->words == "All of it is on the stick.");
        CHECK_FALSE(staff.area.tick(start + 22min - 1ms).left);
        CHECK(staff.area.tick(start + 22min).left);
    }
    SECTION("it does not") { CHECK(staff.area.tick(start + 30min).left); }
    SECTION("staff may go") { CHECK(staff.act(Leave{}).effects.left); }
}

TEST_CASE("what is confirmed is confirmed with initials", "[area]") {
    const auto task = GENERATE(Task::confirm_line, Task::confirm_item);
    Staff staff;
    staff.come_in().open(Screen::checklist).open(Screen::call, "3");
    CHECK(staff.area.which() == "3");
    CHECK(nothing(staff.act(Do{task, "3"}).effects));
    CHECK(staff.area.outcome()->mark == Mark::attention);
    CHECK_FALSE(staff.area.busy());
    CHECK(nothing(staff.type("a").act(Do{task, "3"}).effects));
    CHECK(staff.type("1-bcd").area.typed() == "abc");  // letters, three at most
    CHECK(staff.type("<").act(Do{task, "3"}).effects.task);
    CHECK(staff.area.typed() == "ab");  // by whom, whoever carries it out must know
    SECTION("done: back to the list") {
        staff.told({Mark::good, "Noted.", ""});
        CHECK(staff.area.screen() == Screen::checklist);
        CHECK(staff.area.typed().empty());
    }
    SECTION("not done: still here") {
        staff.told({Mark::trouble, "The disk is full.", ""});
        CHECK(staff.area.screen() == Screen::call);
        CHECK(staff.area.outcome()->mark == Mark::trouble);
    }
}

TEST_CASE("back from the messages of a pack leads to the packs", "[area]") {
    Staff staff;
    staff.come_in();
    staff.open(Screen::content, "parents").act(Back{});
    CHECK(staff.area.screen() == Screen::content);
    CHECK(staff.area.which().empty());
    staff.act(Back{});
    CHECK(staff.area.screen() == Screen::today);
}

TEST_CASE("back from one group of a survey leads to the survey", "[area]") {
    Staff staff;
    staff.come_in();
    staff.open(Screen::survey_counts, "friends/2").act(Back{});
    CHECK(staff.area.screen() == Screen::survey_counts);
    CHECK(staff.area.which() == "friends");
    staff.act(Back{});
    CHECK(staff.area.screen() == Screen::counts);
}

TEST_CASE("what cannot be taken back is asked about, and \"No\" leads to where it was asked", "[area]") {
    Staff staff;
    staff.come_in();
    for (const auto task : every_task) {
        INFO(static_cast<int>(task));
        if (!wants_to_be_sure(task)) continue;
        staff.open(Screen::content, "parents");
        CHECK(nothing(staff.act(Do{task, "parents/listen"}).effects));
        REQUIRE(staff.area.screen() == Screen::sure);
        CHECK(staff.area.asked().task == task);
        CHECK(staff.area.asked().which == "parents/listen");
        staff.act(Back{});
        CHECK_FALSE(staff.effects.task);
        CHECK(staff.area.screen() == Screen::content);
        CHECK(staff.area.which() == "parents");
        staff.act(Do{task, "parents/listen"}).act(staff.area.asked());
        REQUIRE(staff.effects.task);
        CHECK(staff.effects.task->task == task);
        staff.told({Mark::good, "Done.", ""});
        CHECK(staff.area.screen() == Screen::content);
        CHECK(staff.area.outcome()->words == "Done.");
    }
    for (const auto task : {Task::withdraw, Task::rollback, Task::deny_line, Task::shut_down, Task::restart,
                            Task::close_today, Task::end_event, Task::open_to_public})
        CHECK(wants_to_be_sure(task));
    CHECK_FALSE(wants_to_be_sure(Task::send_now));
}

TEST_CASE("nobody comes to the question, or to a PIN, but by their own way", "[area]") {
    Staff staff;
    staff.come_in();
    for (const auto screen : {Screen::pin, Screen::first_pin, Screen::sure}) {
        CHECK(nothing(staff.open(screen).effects));
        CHECK(staff.area.screen() == Screen::today);
    }
}

TEST_CASE("a line that is wrong is denied with the initials that were typed", "[area]") {
    Staff staff;
    staff.come_in().open(Screen::call, "4").type("ab").act(Do{Task::deny_line, "4"});
    CHECK(staff.area.screen() == Screen::sure);
    staff.act(staff.area.asked());
    CHECK(staff.effects.task);
    CHECK(staff.area.typed() == "ab");
    CHECK(staff.told({Mark::good, "Noted.", ""}).area.screen() == Screen::checklist);
}

TEST_CASE("four crosses are touched, and the worst of them counts", "[area]") {
    Staff staff;
    staff.come_in();
    CHECK(nothing(staff.act(Touched{100, 280}).effects));  // there is no cross here
    CHECK(staff.area.crosses() == 0);
    staff.open(Screen::call, "3").open(Screen::calibrate, "3");
    for (const auto& touch : {Touched{100, 280}, Touched{903, 284}, Touched{900, 850}, Touched{100, 850}})
        staff.act(touch);
    CHECK(staff.area.crosses() == 4);
    CHECK(staff.area.worst_offset() == 5);
    staff.act(Touched{0, 0});  // a fifth is none
    CHECK(staff.area.crosses() == 4);
    CHECK(staff.area.worst_offset() == 5);
    staff.open(Screen::calibrate, "3");
    CHECK(staff.area.crosses() == 0);
    staff.act(Touched{200, 280});
    CHECK(staff.area.worst_offset() == 100);
    CHECK(staff.act(Back{}).area.screen() == Screen::checklist);
}

TEST_CASE("a wait goes down by seconds while the PIN's page stands there, and nowhere else", "[area]") {
    Staff staff;
    CHECK(staff.area.next_deadline() == start + Area::idle_time);
    staff.area.must_wait(start + 2500ms, start);
    std::vector<Millis> ticks;
    for (int i = 0; i < 3; ++i) {
        ticks.push_back(staff.area.next_deadline() - start);
        CHECK_FALSE(staff.area.tick(staff.area.next_deadline()).left);
    }
    CHECK(ticks == std::vector<Millis>{500ms, 1500ms, 2500ms});
    CHECK(staff.area.seconds_to_wait() == 0);
    CHECK(staff.area.next_deadline() == start + Area::idle_time);  // nothing more to be drawn
    staff.area.must_wait(start + 1h, start);
    CHECK(staff.area.seconds_to_wait() == 3600);
    CHECK(staff.area.tick(start + Area::idle_time).left);  // who only waits is out as ever
    staff.come_in();
    CHECK(staff.area.seconds_to_wait() == 0);
    CHECK(staff.area.next_deadline() == start + Area::idle_time);
}

TEST_CASE("Back leads out of every screen", "[area]") {
    for (const auto screen : every_screen) {
        Staff staff;
        staff.come_in().open(screen, "1");
        int steps = 0;
        while (!staff.effects.left && steps < 6) {
            staff.act(Back{});
            ++steps;
        }
        INFO(static_cast<int>(screen));
        CHECK(staff.effects.left);
        CHECK(steps <= 4);
    }
}

TEST_CASE("to look again is to look, and nothing more", "[area]") {
    Staff staff;
    staff.come_in().open(Screen::details).act(Do{Task::look_again});
    CHECK(staff.effects.look);
    CHECK_FALSE(staff.effects.task);
    CHECK_FALSE(staff.area.busy());
}
