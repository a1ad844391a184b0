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
using Catch::Matchers::EndsWith;

namespace {

/// Whatever is made of what was found out, a page comes of it, and its numbers can be drawn.
void is_whole(const Known& known) {
    for (const auto screen : staff_screens)
        for (const auto* which : {"", "friends", "parents", "2", "99999999999999999999", "-1"}) {
            INFO(name_of(screen) << " of \"" << which << "\"");
            const auto page = page_of(on(screen, which), known);
            CHECK(page.id == name_of(screen));
            for (const auto& bar : bars_of(page))
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
    for (const auto screen : {Screen::today, Screen::details, Screen::counts, Screen::take_away, Screen::content,
                              Screen::install, Screen::acts})
        CHECK_THAT(words_of(page_of(on(screen), {})), ContainsSubstring("One moment"));
}

TEST_CASE("no page falls over what was found out, whatever it is", "[pages]") {
    const auto good = known();
    is_whole(good);
    const auto part = GENERATE(&Known::status, &Known::counts, &Known::packs, &Known::sticks, &Known::looked_at);
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
    CHECK(keys[0].typed == "•••");
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
    CHECK(said[0].mark == Mark::trouble);  // what somebody is needed for is read first
    CHECK(said[0].to_do == "Restart the kiosk.");
    CHECK(said[0].large);
    CHECK(said[1].mark == Mark::good);
    CHECK(said[1].words == "Open.");
    CHECK(said[1].to_do.empty());
    auto quiet = known();
    quiet.status["today"][1]["state"] = "good";
    CHECK(all_of<Sentence>(page_of(on(Screen::today), quiet)).at(0).words == "Open.");
}

TEST_CASE("\"Send now\" is there where anything is ever sent", "[pages]") {
    for (const auto screen : {Screen::today, Screen::details}) {
        CHECK(can(page_of(on(screen), known()), Task::send_now, ""));
        for (const json& upload : {json("off"), json("kiosk.toml:3: no server"), json(), json(3)}) {
            auto all = known();
            all.status["upload"] = upload;
            CHECK_FALSE(can(page_of(on(screen), all), Task::send_now, ""));
        }
    }
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

TEST_CASE("a wait is counted down before any try, and by minutes while there are some", "[pages]") {
    auto area = on(Screen::pin);
    CHECK_FALSE(page_of(area, {}).told);
    area.must_wait(start + 60min, start);
    CHECK(page_of(area, {}).told->words == "A wrong PIN was typed too often.");
    CHECK(page_of(area, {}).told->to_do == "Wait 60 minutes, then try again.");
    area.must_wait(start + 25s, start);
    CHECK(page_of(area, {}).told->to_do == "Wait 25 seconds, then try again.");
    (void)area.tick(start + 24s);
    CHECK(page_of(area, {}).told->to_do == "Wait 1 second, then try again.");
    (void)area.tick(start + 25s);
    CHECK_FALSE(page_of(area, {}).told);
}

TEST_CASE("what people knew before and after stands beside each other, as groups", "[pages]") {
    auto all = known();
    const auto page = counts_of("friends", all);
    CHECK(page.title == "About friends");
    CHECK_THAT(words_of(page), ContainsSubstring("how many were right, before and after"));
    const auto bars = bars_of(page);
    REQUIRE(bars.size() == 6);
    CHECK(bars[0].label == "Before");
    CHECK(bars[0].share == 0.25);
    CHECK(bars[1].label == "After");
    CHECK(bars[1].share == 0.75);
    CHECK(bars[2].low == 0.375);
    CHECK(bars[2].right);
    const auto tables = all_of<Table>(page);
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].rows[0] == std::vector<std::string>{"the week from 16 November 2026", "60", "45", "not told"});
    CHECK_FALSE(tables[0].title.empty());
    CHECK(bars[2].label == "Somebody who listens");
    CHECK(std::vector{bars[2].count, bars[2].percent, bars[2].range} ==
          std::vector<std::string>{"45", "50 %", "38 to 63 %"});
    CHECK(all_of<Chart>(page).at(1).title == "What is a friend?");
    CHECK(all_of<Chart>(page).at(1).legend.empty());
    // One part alone is compared with nothing.
    all.counts["surveys"][0]["groups"].erase(1);
    CHECK_THAT(words_of(counts_of("friends", all)), !ContainsSubstring("before and after"));
}

TEST_CASE("answers that are not told are no bar of nothing", "[pages]") {
    auto all = known();
    auto& bars = all.counts["surveys"][0]["groups"][0]["questions"][0]["bars"];
    bars[0] = {{"option", "a"}, {"text", "Somebody who listens"}, {"correct", false}, {"count", ""}};
    const auto page = counts_of("friends", all);
    const auto bar = bars_of(page).at(2);
    CHECK(bar.told == Bar::Told::nothing);
    CHECK(bar.count == "not told");
    CHECK(bar.high == 0);
    CHECK(bar.percent == "–");
    CHECK(all_of<Chart>(page).at(1).legend == "Stripes: thin lines mean that it is not told.");
    bars[0]["count"] = "1-7", bars[1] = {{"text", "Somebody who shouts"}, {"count", "most"}};
    const auto other = counts_of("friends", all);
    CHECK(bars_of(other).at(2).told == Bar::Told::few);
    CHECK(bars_of(other).at(2).high == 7.0 / 45);
    CHECK(bars_of(other).at(3).told == Bar::Told::most);
    CHECK(all_of<Chart>(other).at(1).legend ==
          "Stripes: a short bar is a small number; a full bar is everybody or nearly everybody.");
    all.counts["surveys"][0]["groups"][0]["questions"][0]["shares"] = "Shares are of these.";
    CHECK_THAT(all_of<Chart>(counts_of("friends", all)).at(1).legend, EndsWith("everybody. Shares are of these."));
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

TEST_CASE("content: what is on a stick can be looked at; what is here can go back, or lose a message", "[pages]") {
    const auto page = page_of(on(Screen::content), known());
    const auto lines = all_of<Line>(page);
    REQUIRE(!lines.empty());
    REQUIRE(lines.front().buttons.size() == 1);
    const auto* look = std::get_if<Open>(&lines.front().buttons[0].action);
    REQUIRE(look);
    CHECK(look->screen == Screen::install);
    CHECK(look->which == "/media/blue/parents-3.talkpack");
    CHECK(can(page, Task::rollback, "parents"));
    CHECK_THAT(words_of(page), ContainsSubstring("Version 2, installed on 22 November 2026. It should be replaced."));
    const auto messages = page_of(on(Screen::content, "parents"), known());
    CHECK(messages.title == "For parents");
    CHECK(can(messages, Task::withdraw, "parents/listen"));
    CHECK(can(messages, Task::restore, "parents/shout"));
    CHECK_THAT(words_of(messages), ContainsSubstring("Do not shout"));
}

TEST_CASE("content: before a pack is installed its page says what would be another", "[pages]") {
    auto all = known();
    const std::string file = "/media/blue/parents-3.talkpack";
    const auto page = page_of(on(Screen::install, file), all);
    CHECK_THAT(words_of(page), ContainsSubstring("parents-3.talkpack"));
    CHECK(can(page, Task::install, file));
    const auto words = words_of(page);
    CHECK_THAT(words, ContainsSubstring("“For parents” can be installed.") && ContainsSubstring("3, in place of 2") &&
                          ContainsSubstring("Play") && ContainsSubstring("How to listen") &&
                          ContainsSubstring("the survey \"trust\""));
    CHECK_THAT(words, !ContainsSubstring("Do not shout"));  // it stays off
    all.looked_at = {{"ok", false}, {"sentence", "\"parents-3.talkpack\" has expired."}};
    const auto refused = page_of(on(Screen::install, file), all);
    CHECK_FALSE(can(refused, Task::install, file));
    CHECK_THAT(words_of(refused), ContainsSubstring("has expired"));
}

TEST_CASE("content: before going back it is said to what", "[pages]") {
    auto all = known();
    auto area = on(Screen::content);
    (void)area.update(Do{Task::rollback, "parents"}, start);
    auto& row = all.packs["packs"][0];
    CHECK_THAT(words_of(page_of(area, all)), ContainsSubstring("nothing of it is shown then"));
    row["came_with_kiosk"] = "1";
    CHECK_THAT(words_of(page_of(area, all)), ContainsSubstring("Version 1, which came with the kiosk"));
    row["before"] = "1.5";
    CHECK_THAT(words_of(page_of(area, all)), ContainsSubstring("Version 1.5 is shown"));
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
    CHECK(lines[0].label == "23 November 2026, 10:00");
    CHECK_THAT(lines[0].value, ContainsSubstring("parents 3"));
    auto all = known();
    all.around.checklist[2].title = "Childline";
    all.deeds = {{ten, Act::message_restored, "parents/listen"},
                 {ten, Act::message_withdrawn, "parents/shout"},
                 {ten, Act::message_withdrawn, "gone/listen"},
                 {ten, Act::message_withdrawn, "parents/gone"},
                 {ten, Act::help_confirmed, "childline"}};
    std::vector<std::string> values;
    for (const auto& line : all_of<Line>(page_of(on(Screen::acts), all))) values.push_back(line.value);
    CHECK(values ==
          std::vector<std::string>{"A message was put back: How to listen", "A message was withdrawn: Do not shout",
                                   "A message was withdrawn: gone/listen", "A message was withdrawn: parents/gone",
                                   "A help line was confirmed: Childline"});
}

TEST_CASE("a rehearsal is begun and ended; one that must be is ended by opening the kiosk", "[pages]") {
    auto all = known();
    CHECK(can(page_of(on(Screen::rehearsal), all), Task::rehearse, ""));
    all.around.rehearsal = true;
    CHECK(can(page_of(on(Screen::rehearsal), all), Task::end_rehearsal, ""));
    all.around.must_rehearse = true;
    CHECK(page_of(on(Screen::rehearsal), all).next.empty());
}

TEST_CASE("what would be lost is said before the kiosk ends", "[pages]") {
    auto all = known();
    CHECK_THAT(words_of(page_of(on(Screen::close), all)), ContainsSubstring("All answers are on the disk already."));
    all.around.unsaved = true;
    const auto says = ContainsSubstring("One answer is not on the disk yet");
    CHECK_THAT(words_of(page_of(on(Screen::close), all)), says && !ContainsSubstring("Nothing is lost"));
    auto area = on(Screen::close);
    (void)area.update(Do{Task::restart}, start);
    CHECK_THAT(words_of(page_of(area, all)), says);
}

TEST_CASE("a rehearsal that the kiosk was started as is not ended by staff", "[pages]") {
    auto all = known();
    all.around.rehearsal = all.around.fixed_rehearsal = true;
    const auto page = page_of(on(Screen::rehearsal), all);
    CHECK(page.next.empty());
    CHECK_THAT(words_of(page),
               ContainsSubstring("This kiosk was started as a rehearsal") && ContainsSubstring("without --rehearsal"));
    // Nor by opening it, so nobody is sent there.
    all.around.must_rehearse = true;
    for (auto& item : all.around.checklist) item.standing = Standing::done;
    for (const auto screen : {Screen::rehearsal, Screen::checklist}) {
        const auto either = page_of(on(screen), all);
        CHECK_THAT(words_of(either), ContainsSubstring("without --rehearsal") && !ContainsSubstring("to the public\""));
        CHECK_FALSE(can(either, Task::open_to_public, ""));
    }
}
