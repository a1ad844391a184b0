#include "staff/pages.hpp"
#include "catch.hpp"
#include "pages_found.hpp"

#include <set>
#include <string>
#include <variant>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::staff;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

/// Whatever is made of what was found out, a page comes of it, and its numbers can be drawn.
void is_whole(const Known& known) {
    for (const auto screen : staff_screens)
        for (const auto* which : {"", "friends", "parents", "2", "99999999999999999999", "-1"}) {
            INFO(name_of(screen) << " of \"" << which << "\"");
            const auto page = page_of(on(screen, which), known);
            CHECK(page.id == name_of(screen));
            for (const auto& bar : all_of<Bar>(page))
                for (const double share : {bar.share, bar.low, bar.high}) CHECK((share >= 0 && share <= 1));
            for (const auto& table : all_of<Table>(page))
                for (const auto& row : table.rows) CHECK(row.size() == table.head.size());
        }
}

/// The same document with each of its parts, one after the other, made into something else.
std::vector<json> spoilt(const json& whole) {
    const std::vector<json> others{nullptr,
                                   true,
                                   -1,
                                   1e300,
                                   18446744073709551615U,
                                   "",
                                   "x",
                                   json::array(),
                                   json::object(),
                                   {{nullptr}},
                                   {3, "x", {{"x", 1}}},
                                   {{"text", 1}, {"sticks", 2}}};
    std::vector<json> out = others;
    const auto flat = whole.flatten();
    std::set<std::string> places;
    for (const auto& [place, value] : flat.items())
        for (auto end = place.size(); end != std::string::npos && end > 0; end = place.rfind('/', end - 1))
            places.insert(place.substr(0, end));
    for (const auto& place : places)
        for (const auto& other : others) {
            auto changed = whole;
            changed[json::json_pointer{place}] = other;
            out.push_back(std::move(changed));
        }
    return out;
}

}  // namespace

TEST_CASE("every page is there before anything has been found out", "[pages]") {
    is_whole({});
    for (const auto screen :
         {Screen::today, Screen::details, Screen::counts, Screen::take_away, Screen::content, Screen::acts})
        CHECK_THAT(words_of(page_of(on(screen), {})), ContainsSubstring("One moment"));
}

TEST_CASE("no page falls over what was found out, whatever it is", "[pages]") {
    const auto good = known();
    is_whole(good);
    const auto part = GENERATE(&Known::status, &Known::counts, &Known::packs, &Known::sticks);
    const auto all = spoilt(good.*part);
    CHECK(all.size() > 100);
    for (const auto& found : all) {
        INFO(found.dump());
        auto other = good;
        other.*part = found;
        is_whole(other);
    }
}

TEST_CASE("a PIN is not on the page, only how much of it", "[pages]") {
    Area area{"", start};
    for (const char key : {'2', '7', '4'}) (void)area.update(Type{key}, start);
    const auto page = page_of(area, {});
    const auto keys = all_of<Keys>(page);
    REQUIRE(keys.size() == 1);
    CHECK(keys[0].typed == "***");
    CHECK(keys[0].secret);
    CHECK_THAT(words_of(page), !ContainsSubstring("274"));
}

TEST_CASE("the first PIN stands on its page, and says where to write it down", "[pages]") {
    const auto page = page_of(on(Screen::first_pin), {});
    CHECK_THAT(words_of(page), ContainsSubstring("274951") && ContainsSubstring("talkpointctl pin"));
    CHECK_FALSE(page.back);
    REQUIRE(page.next.size() == 1);
    CHECK(std::holds_alternative<Enter>(page.next[0].action));
}

TEST_CASE("today answers, large, and says what to do", "[pages]") {
    const auto page = page_of(on(Screen::today), known());
    const auto said = all_of<Sentence>(page);
    REQUIRE(said.size() == 2);
    CHECK(said[0].mark == Mark::good);
    CHECK(said[0].words == "Open.");
    CHECK(said[0].to_do.empty());
    CHECK(said[1].mark == Mark::trouble);
    CHECK(said[1].to_do == "Restart the kiosk.");
    CHECK(said[1].large);
}

TEST_CASE("every screen of the area can be come to from today", "[pages]") {
    std::set<Screen> seen{Screen::today};
    std::vector<std::pair<Screen, std::string>> to_go{{Screen::today, ""}};
    const auto all = known();
    while (!to_go.empty()) {
        const auto [screen, which] = to_go.back();
        to_go.pop_back();
        const auto page = page_of(on(screen, which), all);
        std::vector<Button> buttons = page.next;
        for (const auto& line : all_of<Line>(page))
            buttons.insert(buttons.end(), line.buttons.begin(), line.buttons.end());
        for (const auto& tiles : all_of<Tiles>(page))
            buttons.insert(buttons.end(), tiles.tiles.begin(), tiles.tiles.end());
        for (const auto& button : buttons)
            if (const auto* to = std::get_if<Open>(&button.action))
                if (seen.insert(to->screen).second || (to->screen == Screen::call && which.empty()))
                    to_go.emplace_back(to->screen, to->which);
    }
    for (const auto screen : staff_screens)
        if (screen != Screen::pin && screen != Screen::first_pin && screen != Screen::sure) {
            INFO(name_of(screen));
            CHECK(seen.contains(screen));
        }
}

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
    CHECK_THAT(words_of(line), ContainsSubstring("0800 0"));
    CHECK(can(line, Task::confirm_line, "2"));
    CHECK(can(line, Task::deny_line, "2"));
    const auto volume = page_of(on(Screen::call, "0"), known());
    CHECK(can(volume, Task::confirm_item, "0"));
    CHECK_FALSE(can(volume, Task::deny_line, "0"));
    const auto none = page_of(on(Screen::call, "7"), known());  // the list has become shorter meanwhile
    CHECK(none.next.empty());
}

TEST_CASE("what people knew before and after stands beside each other, as groups", "[pages]") {
    auto all = known();
    const auto page = page_of(on(Screen::survey_counts, "friends"), all);
    CHECK(page.title == "About friends");
    CHECK_THAT(words_of(page), ContainsSubstring("how many were right, before and after"));
    const auto bars = all_of<Bar>(page);
    REQUIRE(bars.size() == 6);
    CHECK(bars[0].label == "Before");
    CHECK(bars[0].share == 0.25);
    CHECK(bars[1].label == "After");
    CHECK(bars[1].share == 0.75);
    CHECK(bars[2].low == 0.375);
    CHECK(bars[2].right);
    const auto tables = all_of<Table>(page);
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].rows[0] == std::vector<std::string>{"Somebody who listens", "45", "50 %", "38 % to 63 %"});
    CHECK(tables[2].rows[0] == std::vector<std::string>{"2026-W47", "60", "45", "not told"});
    // One part alone is compared with nothing.
    all.counts["surveys"][0]["groups"].erase(1);
    CHECK_THAT(words_of(page_of(on(Screen::survey_counts, "friends"), all)), !ContainsSubstring("before and after"));
}

TEST_CASE("answers that are not told are no bar of nothing", "[pages]") {
    auto all = known();
    auto& bars = all.counts["surveys"][0]["groups"][0]["questions"][0]["bars"];
    bars[0] = {{"option", "a"}, {"text", "Somebody who listens"}, {"correct", false}, {"count", ""}};
    const auto page = page_of(on(Screen::survey_counts, "friends"), all);
    const auto bar = all_of<Bar>(page).at(2);
    CHECK(bar.count == "not told");
    CHECK(bar.high == 0);
    CHECK(all_of<Table>(page).at(0).rows[0] == std::vector<std::string>{"Somebody who listens", "not told", "", ""});
}

TEST_CASE("answers are taken away on a stick that can be written, and on no other", "[pages]") {
    const auto page = page_of(on(Screen::take_away), known());
    CHECK(can(page, Task::take_away, "/media/blue"));
    CHECK_FALSE(can(page, Task::take_away, "/media/red"));
    CHECK_THAT(words_of(page), ContainsSubstring("The stick can only be read.") && ContainsSubstring("900 MB free"));
    auto none = known();
    none.sticks = {{"sticks", json::array()}, {"sentence", "There is no stick."}, {"to_do", "Put one in."}};
    CHECK_THAT(words_of(page_of(on(Screen::take_away), none)),
               ContainsSubstring("There is no stick.") && ContainsSubstring("Put one in."));
}

TEST_CASE("content: what is on a stick can be installed; what is here can go back, or lose a message", "[pages]") {
    const auto page = page_of(on(Screen::content), known());
    CHECK(can(page, Task::install, "/media/blue/parents-3.talkpack"));
    CHECK(can(page, Task::rollback, "parents"));
    CHECK_THAT(words_of(page), ContainsSubstring("Version 2, installed on 2026-11-22. It should be replaced."));
    const auto messages = page_of(on(Screen::content, "parents"), known());
    CHECK(messages.title == "For parents");
    CHECK(can(messages, Task::withdraw, "parents/listen"));
    CHECK(can(messages, Task::restore, "parents/shout"));
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

TEST_CASE("the form of an event shows what is chosen", "[pages]") {
    auto area = on(Screen::event);
    area.propose({.code = "year-9", .survey = "friends", .language = "en"});
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
}

TEST_CASE("what was done last, or is being done, is said before everything else", "[pages]") {
    auto area = on(Screen::close);
    area.told({Mark::trouble, "It did not work.", "Try again."}, start);
    auto page = page_of(area, known());
    REQUIRE(page.told);
    CHECK(page.told->mark == Mark::trouble);
    CHECK(page.told->to_do == "Try again.");
    (void)area.update(Do{Task::send_now}, start);
    page = page_of(area, known());
    REQUIRE(page.told);
    CHECK_THAT(page.told->words, ContainsSubstring("being done"));
}

TEST_CASE("what staff did is told by time and by what, and never of whom", "[pages]") {
    const auto lines = all_of<Line>(page_of(on(Screen::acts), known()));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].label == "2026-11-23 10:00");
    CHECK_THAT(lines[0].value, ContainsSubstring("4 files"));
}

TEST_CASE("a rehearsal is begun and ended; one that must be is ended by opening the kiosk", "[pages]") {
    auto all = known();
    CHECK(can(page_of(on(Screen::rehearsal), all), Task::rehearse, ""));
    all.around.rehearsal = true;
    CHECK(can(page_of(on(Screen::rehearsal), all), Task::end_rehearsal, ""));
    all.around.must_rehearse = true;
    CHECK(page_of(on(Screen::rehearsal), all).next.empty());
}
