// The pages of the checklist and of an event.
#include "catch.hpp"
#include "pages_found.hpp"
#include "staff/pages.hpp"

#include <string>
#include <variant>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::staff;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("a kiosk opens to the public when the list is done, and not before", "[pages]") {
    auto all = known();
    all.around.must_rehearse = true;
    auto page = page_of(on(Screen::checklist), all);
    CHECK_FALSE(can(page, Task::open_to_public, ""));
    CHECK_THAT(words_of(page), ContainsSubstring("2 of 3 are still to do.") && ContainsSubstring("Last on") &&
                                   ContainsSubstring("by AB"));
    for (auto& item : all.around.checklist) item.standing = Standing::done;
    page = page_of(on(Screen::checklist), all);
    CHECK(can(page, Task::open_to_public, ""));
    all.around.checklist[2].standing = Standing::wrong;  // for whoever looks after the content
    CHECK(can(page_of(on(Screen::checklist), all), Task::open_to_public, ""));
    all.around.must_rehearse = false;
    CHECK_FALSE(can(page_of(on(Screen::checklist), all), Task::open_to_public, ""));
}

TEST_CASE("a help line is called, and is right or wrong; another item is done", "[pages]") {
    const auto line = page_of(on(Screen::call, "2"), known());
    CHECK(line.title == "Childline");
    CHECK_THAT(words_of(line), ContainsSubstring("0800 0") && !ContainsSubstring("Hours"));
    CHECK(can(line, Task::confirm_line, "2"));
    CHECK(can(line, Task::deny_line, "2"));
    auto all = known();
    all.around.checklist[2].line.hours = "Free, 8:00 to 20:00";
    CHECK_THAT(words_of(page_of(on(Screen::call, "2"), all)),
               ContainsSubstring("Hours, as the kiosk shows them\nFree, 8:00 to 20:00"));
    all.around.checklist[0].item = Item::languages;
    const auto other = page_of(on(Screen::call, "0"), all);
    CHECK(can(other, Task::confirm_item, "0"));
    CHECK_FALSE(can(other, Task::deny_line, "0"));
    // The pages in each language are the public's.
    REQUIRE(other.next.size() == 2);
    CHECK(other.next[1].label == "Leave, and try it");
    CHECK(std::holds_alternative<Leave>(other.next[1].action));
    const auto none = page_of(on(Screen::call, "7"), known());  // the list has become shorter meanwhile
    CHECK(none.next.empty());
}

TEST_CASE("that the kiosk has no number of the safeguarding lead is said, also when the notice was read", "[pages]") {
    auto all = known();
    all.around.checklist[1].item = Item::safeguarding_lead;
    const auto says = [&](Screen screen) { return words_of(page_of(on(screen, "1"), all)); };
    for (const auto screen : {Screen::checklist, Screen::call})
        CHECK_THAT(says(screen), !ContainsSubstring("has no number"));
    all.around.checklist[1].no_number = true;
    CHECK_THAT(says(Screen::checklist), ContainsSubstring("by AB. The kiosk has no number of theirs."));
    CHECK_THAT(says(Screen::call),
               ContainsSubstring("so it does not show them") && ContainsSubstring("among the help lines"));
    CHECK(can(page_of(on(Screen::call, "1"), all), Task::confirm_item, "1"));
}

TEST_CASE("what is done at the kiosk itself is done before it can be confirmed", "[pages]") {
    auto all = known();
    SECTION("the volume: something was played, or nothing can be") {
        auto area = on(Screen::call, "0");
        all.around.volume = 60;
        const auto page = page_of(area, all);
        CHECK_FALSE(can(page, Task::confirm_item, "0"));
        CHECK(can(page, Task::play_test, ""));
        CHECK_THAT(words_of(page), ContainsSubstring("60 %"));
        CHECK(all_of<Keys>(page).empty());
        (void)area.update(Do{Task::play_test}, start);
        area.told({Mark::attention, "There is nothing that could be heard.", ""}, start);
        CHECK_FALSE(can(page_of(area, all), Task::confirm_item, "0"));
        (void)area.update(Do{Task::play_test}, start);
        area.told({Mark::good, "It is being said.", ""}, start);
        CHECK(area.screen() == Screen::call);
        CHECK(can(page_of(area, all), Task::confirm_item, "0"));
        CHECK(can(page_of(area, all), Task::play_test, ""));  // again, as often as one likes
        all.around.sound = false;
        CHECK(can(page_of(on(Screen::call, "0"), all), Task::confirm_item, "0"));
        CHECK_THAT(words_of(page_of(on(Screen::call, "0"), all)), ContainsSubstring("No sound comes"));
    }
    SECTION("the crosses: all of them, well, and the last time, too") {
        auto area = on(Screen::call, "1");
        const auto touch = [&](int off) {
            (void)area.update(Open{Screen::calibrate, "1"}, start);
            for (const auto& cross : Area::crosses_at)
                (void)area.update(Touched{static_cast<int>(cross[0] * 1000) + off, static_cast<int>(cross[1] * 1000)},
                                  start);
        };
        const auto confirms = [&] {
            (void)area.update(Open{Screen::call, "1"}, start);
            return can(page_of(area, all), Task::confirm_item, "1");
        };
        const auto goes_on = [&] { return page_of(area, all).next.size() == 2; };
        CHECK_FALSE(confirms());
        touch(Area::good_offset + 1);
        CHECK_FALSE(goes_on());
        CHECK_THAT(words_of(page_of(area, all)), ContainsSubstring("Clean the screen and try again."));
        CHECK_FALSE(confirms());
        touch(Area::good_offset);
        CHECK(goes_on());
        CHECK(confirms());
        (void)area.update(Open{Screen::calibrate, "1"}, start);
        (void)area.update(Touched{0, 0}, start);
        CHECK(confirms());  // three more would tell
        touch(Area::good_offset + 1);
        CHECK_FALSE(confirms());
    }
    SECTION("the rehearsal: a visit") {
        all.around.checklist[0].item = Item::rehearsal;
        auto page = page_of(on(Screen::call, "0"), all);
        CHECK_FALSE(can(page, Task::confirm_item, "0"));
        CHECK(can(page, Task::rehearse, ""));
        all.around.rehearsal = true;
        page = page_of(on(Screen::call, "0"), all);
        CHECK_FALSE(can(page, Task::confirm_item, "0"));
        CHECK_FALSE(can(page, Task::rehearse, ""));
        CHECK(std::holds_alternative<Leave>(page.next.at(0).action));
        all.around.rehearsed = true;
        CHECK(can(page_of(on(Screen::call, "0"), all), Task::confirm_item, "0"));
    }
}

TEST_CASE("the list has what is still to do first, and says of each what that is", "[pages]") {
    auto all = known();
    all.around.checklist[0].brief = "Play the test, and listen.";
    all.around.checklist[2].brief = "Call 0800 0.";
    const auto labels = [&] {
        std::string out;
        for (const auto& line : all_of<Line>(page_of(on(Screen::checklist), all)))
            out += line.label + ": " + line.value + " " + line.buttons.at(0).label + " " +
                   std::get<Open>(line.buttons[0].action).which + "|";
        return out;
    };
    CHECK(labels() ==
          "Volume: Play the test, and listen. Do this 0|Childline: Call 0800 0. Due again. Do this 2|"
          "Touch: Done. Last on 23 November 2026 by AB. Again 1|");
    all.around.checklist[0].standing = Standing::done;
    CHECK(labels().starts_with("Childline"));
}

TEST_CASE("an event is begun, or ended, never both", "[pages]") {
    auto all = known();
    const auto opens_form = [](const Page& page) {
        return !page.next.empty() && std::holds_alternative<Open>(page.next[0].action);
    };
    CHECK(opens_form(page_of(on(Screen::event), all)));
    CHECK_FALSE(can(page_of(on(Screen::event), all), Task::end_event, ""));
    const EventPlan plan{.code = "year-9",
                         .name = "year-9",
                         .phase = Phase::before,
                         .survey = "friends",
                         .language = "en",
                         .target = 0,
                         .ends = ten + 1h};
    REQUIRE(begin(all.around.events, plan, ten));
    const auto page = page_of(on(Screen::event), all);
    CHECK(can(page, Task::end_event, ""));
    CHECK(can(page, Task::write_card, "year-9"));
    CHECK_FALSE(opens_form(page));
    CHECK_THAT(words_of(page), ContainsSubstring("year-9"));
}

TEST_CASE("that the prompt card has no QR code, and who can help, is said wherever it is offered", "[pages]") {
    auto all = known();
    const auto says = [&] { return words_of(page_of(on(Screen::event), all)); };
    EventPlan plan{.code = "fair",
                   .name = "fair",
                   .phase = Phase::before,
                   .survey = "friends",
                   .language = "en",
                   .target = 0,
                   .ends = ten + 1h};
    for (const auto* state : {"none", "one goes on", "one waits for its part after"}) {
        INFO(state);
        all.around.project_page = true;
        CHECK_THAT(says(), !ContainsSubstring("QR code"));
        all.around.project_page = false;
        CHECK_THAT(says(), ContainsSubstring("no QR code") && ContainsSubstring("Whoever looks after this computer") &&
                               ContainsSubstring("Save the prompt card"));
        if (all.around.events.now)
            end(all.around.events, Over::staff);
        else if (all.around.events.been.empty())
            REQUIRE(begin(all.around.events, plan, ten));
    }
}

TEST_CASE("what sealed answers come to is said before an event, and before they are taken away", "[pages]") {
    auto all = known();
    const auto says = [&](Screen screen) { return words_of(page_of(on(screen), all)); };
    const auto from_16 = ContainsSubstring("when 16 people have answered");
    const auto by_event = ContainsSubstring("an event that is not over");
    CHECK_THAT(says(Screen::event), from_16 && !ContainsSubstring("ealed"));
    CHECK_THAT(says(Screen::take_away), by_event && !ContainsSubstring("with those of"));
    all.around.sealed = {"trust", "gone"};
    CHECK_THAT(says(Screen::event), from_16 && ContainsSubstring("Of a survey that is sealed, only how many finished"));
    CHECK_THAT(says(Screen::take_away), by_event && ContainsSubstring("Sealed ones of an event follow with those of"));
    all.around.sealed = {"trust", "friends"};
    CHECK_THAT(says(Screen::event), !from_16 && ContainsSubstring("Answers are sealed: this kiosk shows how many"));
    CHECK_THAT(says(Screen::take_away), !by_event && ContainsSubstring("an event's with those of its time"));
}

TEST_CASE("the form of an event shows what is chosen", "[pages]") {
    auto area = on(Screen::event);
    area.propose({{.name = "year-9", .survey = "friends", .language = "en"}, {}});
    (void)area.update(Open{Screen::new_event}, start);
    (void)area.update(Do{Task::set_phase, "after"}, start);
    (void)area.update(Do{Task::set_survey, "trust"}, start);
    const auto chosen = [&](std::size_t which) {
        const auto choice = all_of<Choice>(page_of(area, known())).at(which);
        std::string out;
        for (const auto& option : choice.options)
            if (option.chosen) out += option.label;
        return out;
    };
    CHECK(chosen(0) == "After it");
    CHECK(chosen(1) == "Whom you trust");
    CHECK(chosen(2) == "English");
    CHECK(chosen(3) == "As many as come");
    CHECK(chosen(4) == "In two hours");
    CHECK(all_of<Keys>(page_of(area, known())).empty());
    (void)area.update(Open{Screen::event_name}, start);
    const auto name = page_of(area, known());
    CHECK(all_of<Keys>(name).at(0).typed == "year-9");
    CHECK(can(name, Task::begin_event, ""));
}

TEST_CASE("when the part before is over, the part after is offered first, as it was planned", "[pages]") {
    auto all = known();
    auto& events = all.around.events;
    EventPlan plan{.code = "year-9",
                   .name = "year-9",
                   .phase = Phase::before,
                   .survey = "trust",
                   .language = "pl",
                   .target = 30,
                   .ends = ten + 4h};
    const auto opens = [&](const std::string& which) {
        const auto page = page_of(on(Screen::event), all);
        std::string labels;
        std::vector<Button> buttons = page.next;
        for (const auto& line : all_of<Line>(page))
            buttons.insert(buttons.end(), line.buttons.begin(), line.buttons.end());
        for (const auto& button : buttons)
            if (const auto* open = std::get_if<Open>(&button.action); open && open->which == which)
                labels += button.label + "|";
        return labels;
    };
    REQUIRE(begin(events, plan, ten));
    CHECK(opens("0").empty());  // it still goes on
    end(events, Over::staff);
    CHECK(opens("0") == "After “year-9”|After it|");
    CHECK(page_of(on(Screen::event), all).next[0].label == "After “year-9”");
    CHECK(page_of(on(Screen::event), all).next[1].label == "A new event");
    const auto form = proposals(all.around).after.at(0);
    CHECK(form.name == "year-9");
    CHECK(form.phase == Phase::after);
    CHECK(form.survey == "trust");
    CHECK(form.language == "pl");
    CHECK(form.target == 30);
    CHECK(form.lasts == 240min);
    CHECK(page_of(on(Screen::event), all).next.size() == 2);  // as many as stand beside each other anywhere
    CHECK(can(page_of(on(Screen::event), all), Task::write_card, ""));
    auto newer = plan;
    newer.code = newer.name = "fair";
    REQUIRE(begin(events, newer, ten));
    end(events, Over::time);
    CHECK(opens("0") == "After “fair”|After it|");
    CHECK(opens("1") == "After it|");
    // A survey that is offered no more is answered by nobody; a language that is none is the first one.
    events.been.front().survey = "gone";
    events.been.back().language = "xx";
    CHECK(opens("0") == "After “year-9”|After it|");
    CHECK(proposals(all.around).after.at(0).language == "en");
    plan.phase = Phase::after;
    REQUIRE(begin(events, plan, ten));
    end(events, Over::staff);
    CHECK(opens("0").empty());
}
