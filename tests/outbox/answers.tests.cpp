// What staff see of the answers, and what they can make of one view and the next.
#include "outbox/answers.hpp"
#include "base/random.hpp"
#include "catch.hpp"
#include "outbox/period.hpp"
#include "outbox/tallies.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace talkpoint;
using namespace talkpoint::outbox;
using namespace std::chrono_literals;
using survey::Answer;

namespace {

using Tallies = std::map<Tally, std::int64_t>;
using Event = std::pair<std::string, std::string>;

const auto monday = *base::parse_local_time("2026-11-23T00:00");

survey::Question question(std::string id, survey::QuestionKind kind, std::vector<std::string> correct = {}) {
    survey::Question out;
    out.id = std::move(id);
    out.kind = kind;
    out.text = "About " + out.id;
    out.options = {{"tell", "Tell somebody", false}, {"ask", "Ask", false}, {"wait", "Wait", false}};
    out.correct = std::move(correct);
    return out;
}

survey::Survey a_survey() {
    survey::Survey survey;
    survey.id = "safe";
    survey.title = "Feeling safe";
    survey.questions = {question("first", survey::QuestionKind::choice, {"tell"}),
                        question("who", survey::QuestionKind::choices, {"tell", "ask"}),
                        question("order", survey::QuestionKind::sort, {"ask", "tell", "wait"}),
                        question("after", survey::QuestionKind::choice)};
    survey.questions.back().show_if = survey::Condition{"first", {"wait"}};
    return survey;
}

struct Person {
    std::string first = "tell";
    std::vector<std::string> who = {"ask", "tell"};
    std::vector<std::string> order = {"ask", "tell", "wait"};
};

void finish(Tallies& tallies, const std::string& period, const Person& person = {}, const Event& event = {},
            bool sealed = false) {
    survey::Response response;
    response.survey = "safe";
    response.period = period;
    response.event = event.first;
    response.phase = event.second;
    response.answers["first"] = person.first == "skipped" ? Answer{} : Answer{Answer::Kind::chosen, {person.first}};
    response.answers["who"] = {Answer::Kind::chosen, person.who};
    response.answers["order"] = {Answer::Kind::chosen, person.order};
    if (person.first == "wait") response.answers["after"] = {Answer::Kind::chosen, {"tell"}};
    for (const auto& tally : sealed ? sealed_tallies_of(response) : tallies_of(response, a_survey())) ++tallies[tally];
}

SurveyAnswers told(const Tallies& tallies, base::LocalTime now, const std::optional<Event>& going_on = {},
                   const std::vector<UseCount>& uses = {}) {
    const std::vector surveys{a_survey()};
    auto all = answers_for_staff({tallies.begin(), tallies.end()}, uses, surveys, going_on, now);
    REQUIRE(all.size() == 1);
    CHECK(all.front().title == "Feeling safe");
    return all.front();
}

std::string bars(const AnsweredQuestion& question) {
    std::string text;
    for (const auto& bar : question.bars) text += bar.option + "=" + bar.count + " ";
    if (question.right) text += "right=" + question.right->count;
    return text;
}

std::string day(int number) { return period_of(monday + std::chrono::days{number}, PeriodLength::day); }

}  // namespace

TEST_CASE("answers are told of periods that are over, once enough have finished") {
    Tallies tallies;
    for (int i = 0; i < 50; ++i)
        finish(tallies, day(i / 17),
               {.first = i % 2   ? "tell"
                         : i % 4 ? "ask"
                                 : "skipped",
                .who = {"tell"},
                .order = {"tell", "ask", "wait"}});
    auto now = told(tallies, monday + 60h);  // on Wednesday
    CHECK(now.groups.empty());
    CHECK(now.today == "15");
    CHECK(now.waiting == "35");
    now = told(tallies, monday + 72h);
    CHECK(now.today == "0");
    CHECK(now.waiting == "0");
    REQUIRE(now.groups.size() == 1);
    const auto& group = now.groups.front();
    CHECK(group.first_period == "2026-11-23");
    CHECK(group.last_period == "2026-11-25");
    CHECK(group.finished == "50");
    CHECK(group.why.empty());
    REQUIRE(group.questions.size() == 4);
    CHECK(bars(group.questions[0]) == "tell=25 ask=10 wait=0 right=25");
    CHECK(group.questions[0].answered == "35");
    CHECK(group.questions[0].bars[0].correct);
    CHECK(group.questions[0].bars[0].share == 25.0 / 35);
    CHECK(group.questions[0].bars[0].interval == survey::wilson_interval(25, 35));
    CHECK(bars(group.questions[1]) == "tell=most ask= wait= ");
    CHECK(bars(group.questions[2]) == "tell=most ask= wait= ");
    CHECK_FALSE(group.questions[2].bars[0].share);
    CHECK(bars(group.questions[3]).empty());
    // A follow-up: that nobody was asked it would tell that nobody gave the answer before it.
    CHECK(group.questions[3].why.find("would tell that answer") != std::string::npos);
}

TEST_CASE("how many were asked a follow-up is an answer: it is not told") {
    Tallies tallies;
    for (int i = 0; i < 60; ++i) finish(tallies, day(0), {.first = i % 2 ? "wait" : "tell", .who = {}, .order = {}});
    const auto group = told(tallies, monday + 24h).groups.at(0);
    CHECK(bars(group.questions[0]) == "tell=30 ask=0 wait=30 right=30");
    CHECK(bars(group.questions[3]).empty());
    CHECK(group.questions[3].why.find("would tell that answer") != std::string::npos);
}

TEST_CASE("shares are of what is shown, and a few count as four") {
    Tallies tallies;
    for (int i = 0; i < 46; ++i) finish(tallies, day(0), {.first = i < 22 ? "tell" : i < 39 ? "ask" : "wait"});
    const auto group = told(tallies, monday + 24h).groups.at(0);
    CHECK(bars(group.questions[0]) == "tell=20 ask=15 wait=1-7 right=20");
    CHECK(group.questions[0].bars[0].share == 20.0 / 39);
    CHECK_FALSE(group.questions[0].bars[2].share);
    CHECK(group.questions[0].bars[1].interval == survey::wilson_interval(15, 39));
    CHECK(group.questions[0].answered == "40");
    // Who takes 20 of 40 for it must be told.
    CHECK(group.questions[0].shares == "Shares are of the numbers here together, with 1-7 as 4: 39.");
}

TEST_CASE("rounded bars add up to no more who answered than finished") {
    Tallies tallies;
    for (int i = 0; i < 42; ++i) finish(tallies, day(0), {.first = i < 23 ? "tell" : "ask"});
    const auto group = told(tallies, monday + 24h).groups.at(0);
    CHECK(bars(group.questions[0]) == "tell=25 ask=20 wait=0 right=25");
    CHECK(group.finished == "40");
    CHECK(group.questions[0].answered == "40");
    CHECK(group.questions[0].shares == "Shares are of the numbers here together: 45.");
}

TEST_CASE("of several options each stands for itself; of an order it is told who had it right") {
    Tallies tallies;
    for (int i = 0; i < 48; ++i)
        finish(tallies, day(0),
               {.first = "tell",
                .who = i < 20 ? std::vector<std::string>{"tell", "ask"} : std::vector<std::string>{"ask"},
                .order = i < 12 ? std::vector<std::string>{"ask", "tell", "wait"}
                                : std::vector<std::string>{"wait", "tell", "ask"}});
    const auto group = told(tallies, monday + 24h).groups.at(0);
    CHECK(bars(group.questions[1]) == "tell=20 ask=most wait= ");
    CHECK(group.questions[1].bars[0].share == 20.0 / 50);
    CHECK(group.questions[1].shares.empty());  // of how many answered, which stands there
    CHECK(bars(group.questions[2]) == "tell=0 ask=10 wait=35 right=10");
    CHECK(group.questions[2].shares.empty());
}

TEST_CASE("an event is told apart, when it is over, and not twice") {
    Tallies tallies;
    const Event before{"school", "before"}, after{"school", "after"};
    for (int i = 0; i < 30; ++i) finish(tallies, day(0), {.first = i < 10 ? "tell" : "wait"}, before);
    for (int i = 0; i < 30; ++i) finish(tallies, day(0), {.first = i < 20 ? "tell" : "wait"}, after);
    for (int i = 0; i < 45; ++i) finish(tallies, day(0), {.first = i < 25 ? "ask" : "wait"});
    auto now = told(tallies, monday + 12h, after);
    REQUIRE(now.groups.size() == 1);
    CHECK(now.groups[0].phase == "before");
    CHECK(bars(now.groups[0].questions[0]) == "tell=10 ask=0 wait=20 right=10");
    CHECK(now.today == "105");
    CHECK(now.waiting == "0");
    now = told(tallies, monday + 12h);
    REQUIRE(now.groups.size() == 2);
    now = told(tallies, monday + 24h);
    REQUIRE(now.groups.size() == 3);
    std::set<std::string> all;
    for (const auto& group : now.groups) all.insert(group.event + group.phase + " " + bars(group.questions[0]));
    CHECK(all == std::set<std::string>{" tell=0 ask=25 wait=20 right=0", "schoolafter tell=20 ask=0 wait=10 right=20",
                                       "schoolbefore tell=10 ask=0 wait=20 right=10"});
}

TEST_CASE("the newest is told first, and of one event what was before it before what was after") {
    Tallies tallies;
    const auto people = [&](int on, const Event& event) {
        for (int i = 0; i < 45; ++i) finish(tallies, day(on), {}, event);
    };
    people(0, {"school", "before"}), people(3, {"school", "after"}), people(1, {"club", "after"});
    people(1, {"club", "before"}), people(2, {});
    std::string order;
    for (const auto& group : told(tallies, monday + std::chrono::days{9}).groups)
        order += group.event + " " + group.phase + ", ";
    CHECK(order == "school before, school after,  , club before, club after, ");
}

TEST_CASE("where the answers cannot be told one by one, who was right may be") {
    Tallies tallies;
    const Event small{"small", "before"};
    for (int i = 0; i < 37; ++i) finish(tallies, day(0), {.first = i < 18 ? "tell" : i < 36 ? "ask" : "wait"}, small);
    const auto question = told(tallies, monday + 24h).groups.at(0).questions.at(0);
    CHECK(bars(question) == "right=20");
    REQUIRE(question.right);
    CHECK(question.right->option == "tell");
    CHECK(question.right->share == 0.5);
    CHECK(question.why.find("from 16 people on") != std::string::npos);
}

TEST_CASE("of a sealed survey, and of one that is gone, it is told how many finished, and why no more") {
    Tallies tallies;
    for (int i = 0; i < 50; ++i) finish(tallies, day(0), {}, {}, true);
    auto group = told(tallies, monday + 24h).groups.at(0);
    CHECK(group.finished == "50");
    CHECK(group.questions.empty());
    CHECK(group.why.find("sealed") != std::string::npos);
    const auto gone = answers_for_staff({tallies.begin(), tallies.end()}, {}, {}, {}, monday + 24h);
    REQUIRE(gone.size() == 1);
    CHECK(gone[0].title == "safe");
    CHECK(gone[0].groups.at(0).questions.empty());
    CHECK(gone[0].groups.at(0).why.find("not on the kiosk") != std::string::npos);
}

TEST_CASE("who started and left stands as it is released, and is not worked out where that would be a small number") {
    const std::vector<UseCount> uses{{day(0), {What::visit}, 100},
                                     {day(0), {What::survey_started, "safe"}, 41},
                                     {day(0), {What::survey_finished, "safe"}, 28},
                                     {day(1), {What::visit}, 100},
                                     {day(1), {What::survey_started, "safe"}, 9},
                                     {day(1), {What::survey_finished, "safe"}, 7},
                                     {day(2), {What::visit}, 6},
                                     {day(2), {What::survey_started, "safe"}, 6}};
    const auto now = told({}, monday + 72h, {}, uses);
    const std::vector<SurveyUse> expected{{day(1), "10", "1-7", ""}, {day(0), "40", "30", "10"}};
    CHECK(now.periods == expected);
}

TEST_CASE("whatever is told once is never told otherwise: no view can be taken from the next") {
    base::Random random{11};
    for (int round = 0; round < 30; ++round) {
        const auto length = std::array{PeriodLength::half_day, PeriodLength::day, PeriodLength::week}[random.below(3)];
        Tallies tallies;
        std::map<std::string, AnswerGroup> once;  // by its event, else by its first period
        std::optional<Event> going_on;
        int events = 0;
        const auto options = std::array{"tell", "ask", "wait", "skipped"};
        for (auto now = monday; now < monday + 24h * 21; now += 2h) {
            if (random.below(10) == 0) {
                ++events;
                const Event next{"event-" + std::to_string(events), events % 2 ? "before" : "after"};
                going_on = going_on ? std::nullopt : std::optional{next};
            }
            for (auto people = random.below(20); people > 0; --people)
                finish(tallies, period_of(now, length), {.first = options[random.below(4)]},
                       going_on.value_or(Event{}));
            if (random.below(40) == 0) finish(tallies, "1970-01-01", {});  // the clock had lost its time
            const auto view = told(tallies, now, going_on);
            std::set<std::string> outside;
            std::string last;
            auto groups = view.groups;
            std::ranges::reverse(groups);
            for (const auto& group : groups) {
                const auto name = group.event.empty() ? group.first_period : group.event + " " + group.phase;
                CHECK(once.try_emplace(name, group).first->second == group);
                if (!group.event.empty()) {
                    CHECK(Event{group.event, group.phase} != going_on);
                    continue;
                }
                CHECK(last < group.first_period);  // nobody is in two of them
                CHECK(*end_of(group.last_period) <= now);
                last = group.last_period;
            }
            for (const auto& [name, group] : once)  // and nothing goes away
                CHECK(std::ranges::count(view.groups, group) == 1);
        }
        CHECK(once.size() >= 3);
    }
}

// Two days and an event, every table of two options: whoever sees each view as it comes, and knows from elsewhere how
// many were asked on each day and at the event, finds no small number in any of them, nor in two together.
TEST_CASE("every pair of views: no small number comes out of any two") {
    constexpr std::size_t parts = 3;
    struct Look {
        std::map<std::string, std::set<std::int64_t>> sums;
    };
    const auto at = [](const Tallies& tallies) {
        std::string look;
        for (const auto& [now, going_on] : {std::pair{monday + 12h, std::optional<Event>{{"fair", ""}}},
                                            {monday + 13h, {}},
                                            {monday + 24h, {}},
                                            {monday + 48h, {}}}) {
            const auto view = told(tallies, now, going_on);
            look += view.today + "/" + view.waiting;
            for (const auto& group : view.groups)
                look += " " + group.event + group.first_period + group.last_period + ":" + group.finished + ":" +
                        (group.questions.empty() ? "" : group.questions[0].answered + "/" + bars(group.questions[0]));
            look += "; ";
        }
        return look;
    };
    const std::string names[parts] = {day(0), day(1), "fair"};
    // Around the bounds of what is told: too few, a few, many.
    const std::vector<std::int64_t> sizes = {0, 1, 3, 7, 8, 9, 13, 17, 18, 22, 33};
    std::map<std::string, Look> looks;
    for (const auto one : sizes)
        for (const auto two : sizes)
            for (const auto three : sizes)
                for (const auto asked : {20, 40}) {
                    const std::int64_t first[parts] = {one, two, three};
                    if (std::ranges::any_of(first, [&](auto count) { return count > asked; })) continue;
                    Tallies tallies;
                    for (std::size_t part = 0; part < parts; ++part) {
                        const auto period = part == 1 ? day(1) : day(0);
                        const std::string event = part == 2 ? "fair" : "";
                        tallies[{"safe", "", finished_count, period, event, ""}] = asked;
                        if (first[part]) tallies[{"safe", "first", "tell", period, event, ""}] = first[part];
                        if (asked - first[part])
                            tallies[{"safe", "first", "ask", period, event, ""}] = asked - first[part];
                    }
                    auto& look = looks[std::to_string(asked) + at(tallies)];
                    for (std::size_t group = 1; group < 1U << parts; ++group) {
                        std::int64_t sum = 0;
                        for (std::size_t part = 0; part < parts; ++part)
                            if ((group >> part) & 1U) sum += first[part];
                        look.sums[std::to_string(group)].insert(sum);
                    }
                }
    CHECK(looks.size() > 20);
    int found = 0;
    for (const auto& [look, table] : looks)
        for (const auto& [group, possible] : table.sums)
            if (possible.size() == 1 && *possible.begin() > 0 && *possible.begin() < 8) {
                UNSCOPED_INFO(look << " group " << group << " is " << *possible.begin());
                ++found;
            }
    CHECK(found == 0);
}
