// What pages make of counts, days and sizes, and which of their buttons is the one thing to do.
#include "catch.hpp"
#include "pages_found.hpp"
#include "staff/words.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::staff;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("where nothing is told of the answers, who was right is, else why, once for all questions", "[pages]") {
    auto all = known();
    auto& questions = all.counts["surveys"][0]["groups"][0]["questions"];
    auto& first = questions[0];
    first["bars"] = json::array(), first["why"] = "Too few.", first["answered"] = "";
    auto page = counts_of("friends", all);
    const auto alone = all_of<Chart>(page).at(1);
    CHECK(alone.note == "Only who was right is shown.");
    REQUIRE(alone.bars.size() == 1);
    CHECK(alone.bars[0].right);
    first["right"] = nullptr;
    const auto hidden = first;  // `first` is of what grows
    questions.push_back(hidden), questions.push_back(hidden);
    page = counts_of("friends", all);
    const auto said = all_of<Sentence>(page);
    CHECK(std::ranges::count(said, "Too few.", &Sentence::words) == 1);
    CHECK(all_of<Chart>(page).at(0).bars.at(0).told == Bar::Told::nothing);  // before
    CHECK(all_of<Chart>(page).at(0).bars.at(1).told == Bar::Told::share);    // after
}

TEST_CASE("what has been counted so far is called by how long the time is", "[pages]") {
    auto all = known();
    const auto [period, words] = GENERATE(table<const char*, const char*>({{"2026-11-23", "Finished today: "},
                                                                           {"2026-11-23-am", "Finished this morning: "},
                                                                           {"2026-11-23-pm", "Finished since noon: "},
                                                                           {"2026-W48", "Finished this week: "}}));
    all.counts["period"] = period;
    CHECK_THAT(words_of(page_of(on(Screen::counts), all)), ContainsSubstring(words));
    CHECK_THAT(words_of(counts_of("friends", all)), ContainsSubstring(words));
}

TEST_CASE("of sealed answers nothing else is promised than how many finished", "[pages]") {
    auto all = known();
    all.counts["fewest_told"] = 16, all.counts["enough_for_answers"] = 40;
    const auto first = [&] { return all_of<Sentence>(page_of(on(Screen::counts), all)).at(0).to_do; };
    const auto of_survey = [&] { return all_of<Sentence>(page_of(on(Screen::survey_counts, "friends"), all)).at(0); };
    CHECK(first() == "So nobody can be found in them. Answers are shown from 16 people on.");
    CHECK_THAT(of_survey().to_do, ContainsSubstring("answers are shown when 40 have finished."));
    all.counts["surveys"][0]["sealed"] = true;
    CHECK(first() ==
          "So nobody can be found in them. New answers are sealed: of them, only how many finished is shown.");
    CHECK(of_survey().to_do ==
          "Finished before, and not shown yet: 20. New answers are sealed: of them, only how many "
          "finished is shown. Outside events it is shown when 40 have.");
    CHECK_THAT(words_of(page_of(on(Screen::counts), all)), ContainsSubstring("not shown yet: 20. Sealed."));
    all.counts["surveys"].push_back({{"survey", "trust"}, {"title", "Whom you trust"}, {"sealed", false}});
    CHECK(first() ==
          "So nobody can be found in them. Answers are shown from 16 people on. Where they are sealed, only "
          "how many finished is.");
}

TEST_CASE("days, times and periods are words", "[pages]") {
    CHECK(date_and_time_in_words(ten) == "23 November 2026, 10:00");
    CHECK(period_in_words("2026-11-23-am") == "23 November 2026, before noon");
    CHECK(period_in_words("2026-W53") == "the week from 28 December 2026");
    CHECK(period_in_words("2026-W01") == "the week from 29 December 2025");
    for (const auto* none : {"", "soon", "2026-13-01", "2026-W", "2026-W4x", "2026-11-23-xm"})
        CHECK(period_in_words(none) == none);
    CHECK(periods_in_words("2026-11-16", "2026-11-18") == "16 to 18 November 2026");
    CHECK(periods_in_words("2026-10-30", "2026-11-02") == "30 October 2026 to 2 November 2026");
    CHECK(periods_in_words("2026-11-16", "2026-11-16") == "16 November 2026");
}

TEST_CASE("what ends something or takes it away is never the one thing to do, and No is as easy as Yes", "[pages]") {
    for (const auto screen : staff_screens) {
        auto all = known();
        all.around.events.now.emplace();
        const auto page = page_of(on(screen, screen == Screen::content ? "parents" : ""), all);
        INFO(page.id);
        if (!page.next.empty()) CHECK_FALSE(page.next.front().ends);
        if (screen == Screen::sure) CHECK(page.alike);
    }
    for (const auto task : {Task::withdraw, Task::deny_line, Task::shut_down, Task::end_event}) {
        auto area = on(Screen::today);
        (void)area.update(Do{task, "0"}, start);
        REQUIRE(area.screen() == Screen::sure);
        CHECK(page_of(area, known()).next.at(1).ends);
    }
}

TEST_CASE("a full stick has no button, and says what to do", "[pages]") {
    auto all = known();
    all.sticks["sticks"][0]["free_mb"] = 0;
    const auto page = page_of(on(Screen::take_away), all);
    CHECK_FALSE(can(page, Task::take_away, "/media/blue"));
    CHECK(all_of<Line>(page).at(0).mark == Mark::attention);
    CHECK_THAT(words_of(page), ContainsSubstring("It is full."));
}

TEST_CASE("details stand in groups, and do not repeat the checklist", "[pages]") {
    auto all = known();
    all.status["details"] = {{{"group", "Answers"}, {"label", "Sent"}, {"value", "3"}, {"state", "good"}},
                             {{"group", "This computer"}, {"label", "Disk"}, {"value", "9 GB"}, {"state", "good"}},
                             {{"group", "Opening checklist"}, {"label", "Volume"}, {"value", "Measure"}},
                             {{"group", "Opening checklist"}, {"label", "Touch"}, {"value", "Touch"}}};
    const auto page = page_of(on(Screen::details), all);
    const auto headings = all_of<Heading>(page);
    REQUIRE(headings.size() == 2);
    CHECK(headings[1].words == "This computer");
    CHECK_THAT(words_of(page), ContainsSubstring("2 still to do") && !ContainsSubstring("Measure"));
}
