// Somebody on each page of the staff area, and what has been found out for it.
#pragma once

#include "catch.hpp"
#include "staff/pages.hpp"

#include <string>
#include <variant>
#include <vector>

namespace talkpoint::tests {

using namespace staff;
using nlohmann::json;

inline constexpr base::Millis start{1'000'000};
inline const auto ten = *base::parse_local_time("2026-11-23T10:00");

inline const std::vector<Screen> staff_screens{
    Screen::pin,        Screen::first_pin, Screen::today,         Screen::details, Screen::checklist,
    Screen::call,       Screen::counts,    Screen::survey_counts, Screen::event,   Screen::new_event,
    Screen::event_name, Screen::take_away, Screen::content,       Screen::install, Screen::acts,
    Screen::rehearsal,  Screen::close,     Screen::calibrate,     Screen::sure};

/// Somebody on that screen.
inline Area on(Screen screen, const std::string& which = {}) {
    if (screen == Screen::first_pin) return {"274951", start};
    Area area{"", start};
    if (screen == Screen::pin) return area;
    (void)area.update(Type{'1'}, start);
    (void)area.update(Enter{}, start);
    (void)area.pin_was(true, {}, start);
    if (screen == Screen::sure)
        (void)area.update(Do{Task::withdraw, "parents/listen"}, start);
    else
        (void)area.update(Open{screen, which}, start);
    REQUIRE(area.screen() == screen);
    return area;
}

inline json bar(const char* text, double share) {
    return {{"option", "a"},  {"text", text},         {"correct", true},      {"count", "45"},
            {"share", share}, {"low", share - 0.125}, {"high", share + 0.125}};
}

inline json group(const char* phase, double right) {
    return {{"event", "year-9"},
            {"phase", phase},
            {"from", "2026-W46"},
            {"to", "2026-W47"},
            {"finished", "45"},
            {"questions",
             {{{"question", "one"},
               {"text", "What is a friend?"},
               {"kind", "choice"},
               {"answered", "45"},
               {"bars", {bar("Somebody who listens", 0.5), bar("Somebody who shouts", 0.25)}},
               {"right", bar("right", right)},
               {"why", ""}}}},
            {"why", ""}};
}

/// What talkpointctl prints, as far as the pages read it, and what the kiosk knows.
inline Known known() {
    Known known;
    auto& around = known.around;
    around.now = ten;
    around.surveys = {{"friends", "About friends"}, {"trust", "Whom you trust"}};
    around.languages = {{"en", "English"}, {"pl", "polski"}};
    around.packs = {{{"parents", "For parents"}, {{"listen", "How to listen"}}}};
    pack::HelpLine line;
    line.id = "childline", line.name = "Childline", line.phone = "0800 0";
    around.checklist = {{Item::volume, {}, Standing::to_do, {}, "Volume", "Measure it."},
                        {Item::touch, {}, Standing::done, Confirmation{base::date_of(ten), "AB"}, "Touch", "Touch."},
                        {Item::help_line, line, Standing::overdue, {}, "Childline", "Call it."}};
    known.status = {{"upload", "on"},
                    {"today",
                     {{{"question", "Are we open?"}, {"state", "good"}, {"answer", "Open."}, {"to_do", nullptr}},
                      {{"question", "Are answers kept?"},
                       {"state", "trouble"},
                       {"answer", "Answers cannot be kept."},
                       {"to_do", "Restart the kiosk."}}}},
                    {"details", {{{"label", "Disk"}, {"value", "900 MB free"}, {"state", "attention"}}}}};
    known.counts = {{"surveys",
                     {{{"survey", "friends"},
                       {"title", "About friends"},
                       {"today", "fewer than 10"},
                       {"waiting", "20"},
                       {"groups", {group("before", 0.25), group("after", 0.75)}},
                       {"periods", {{{"period", "2026-W47"}, {"started", "60"}, {"finished", "45"}, {"left", ""}}}}}}}};
    known.packs = {
        {"packs", {{{"pack", "parents"}, {"version", "2"}, {"installed", "2026-11-22T10:00"}, {"expired", true}}}},
        {"withdrawn", {{{"pack", "parents"}, {"message", "shout"}, {"title", "Do not shout"}}}},
        {"problems", {"The pack is damaged."}}};
    known.sticks = {{"sticks",
                     {{{"path", "/media/blue"},
                       {"name", "blue"},
                       {"free_mb", 900},
                       {"writable", true},
                       {"sentence", ""},
                       {"to_do", ""},
                       {"packs", {"parents-3.talkpack"}}},
                      {{"path", "/media/red"},
                       {"name", "red"},
                       {"free_mb", 0},
                       {"writable", false},
                       {"sentence", "The stick can only be read."},
                       {"to_do", "Take another."},
                       {"packs", json::array()}}}},
                    {"sentence", "Two sticks are here."},
                    {"to_do", "Choose one."}};
    known.looked_at = {
        {"ok", true},
        {"pack", "parents"},
        {"title", "For parents"},
        {"version", "3"},
        {"before", "2"},
        {"expires", "2027-11-30"},
        {"messages", {{{"message", "shout"}, {"title", "Do not shout"}}, {{"message", "play"}, {"title", "Play"}}}},
        {"notes", {"the survey \"trust\" is offered here, and is no longer in the pack"}}};
    known.deeds = {{ten, Act::pack_installed, "parents 3"}};
    return known;
}

/// What is told of a survey: its page, and after it everything that can be shown from there.
inline Page counts_of(const std::string& survey, const Known& found) {
    auto page = page_of(on(Screen::survey_counts, survey), found);
    const auto items = page.items;
    for (const auto& item : items)
        if (const auto* line = std::get_if<Line>(&item))
            for (const auto& button : line->buttons) {
                const auto* to = std::get_if<Open>(&button.action);
                REQUIRE((to && to->screen == Screen::survey_counts));
                const auto shown = page_of(on(Screen::survey_counts, to->which), found);
                CHECK(shown.title == page.title);
                page.items.insert(page.items.end(), shown.items.begin(), shown.items.end());
            }
    return page;
}

template <class Kind>
std::vector<Kind> all_of(const Page& page) {
    std::vector<Kind> out;
    for (const auto& item : page.items)
        if (const auto* one = std::get_if<Kind>(&item)) out.push_back(*one);
    return out;
}

inline std::vector<Bar> bars_of(const Page& page) {
    std::vector<Bar> out;
    for (const auto& chart : all_of<Chart>(page)) out.insert(out.end(), chart.bars.begin(), chart.bars.end());
    return out;
}

/// All that a page says, a line each.
inline std::string words_of(const Page& page) {
    std::string out = page.title + "\n";
    const auto say = [&](const std::string& text) { out += text + "\n"; };
    for (const auto& item : page.items) {
        if (const auto* s = std::get_if<Sentence>(&item)) say(s->words), say(s->to_do);
        if (const auto* l = std::get_if<Line>(&item)) {
            say(l->label), say(l->value);
            for (const auto& button : l->buttons) say(button.label);
        }
        if (const auto* h = std::get_if<Heading>(&item)) say(h->words), say(h->note);
        if (const auto* c = std::get_if<Chart>(&item)) {
            say(c->title), say(c->note), say(c->legend);
            for (const auto& bar : c->bars) say(bar.label), say(bar.count), say(bar.percent), say(bar.range);
        }
        if (const auto* t = std::get_if<Table>(&item)) {
            say(t->title);
            for (const auto& row : t->rows)
                for (const auto& cell : row) say(cell);
        }
        if (const auto* k = std::get_if<Keys>(&item)) say(k->label), say(k->typed);
    }
    for (const auto& button : page.next) say(button.label);
    if (page.told) say(page.told->words), say(page.told->to_do);
    return out;
}

/// Does something on it ask for that?
inline bool can(const Page& page, Task task, const std::string& which) {
    std::vector<Button> buttons = page.next;
    for (const auto& line : all_of<Line>(page)) buttons.insert(buttons.end(), line.buttons.begin(), line.buttons.end());
    for (const auto& tiles : all_of<Tiles>(page)) buttons.insert(buttons.end(), tiles.tiles.begin(), tiles.tiles.end());
    for (const auto& button : buttons)
        if (const auto* wanted = std::get_if<Do>(&button.action))
            if (wanted->task == task && wanted->which == which) return true;
    return false;
}

}  // namespace talkpoint::tests
