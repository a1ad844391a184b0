// All that a member of staff can see or take, joined: counts, how many began, finished and left, `use.csv`, and the
// tables of every stick with their columns. Whoever has all of it has every pair of it, too.
#include "base/redacted.hpp"
#include "catch.hpp"
#include "outbox/answers.hpp"
#include "outbox/kept.hpp"
#include "outbox/release.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace talkpoint;
using namespace talkpoint::outbox;
using namespace talkpoint::outbox::tests;
using namespace std::chrono_literals;

namespace {

/// People who came together and did alike: how many of them finished, how many left at each of two questions, and how
/// many said "tell" is what nobody but they themselves knows.
struct People {
    int number = 0;
    base::LocalTime came{};
    bool at_event = false;
    std::string version = "1", language = "en";
    [[nodiscard]] std::string period() const { return period_of(came, PeriodLength::day); }
};
constexpr std::size_t parts = 3;  // a crowd, somebody, and others
using World = std::array<People, parts>;
struct Did {
    int finished = 0, left_first = 0, left_second = 0, tell = 0;
};
using Deeds = std::array<Did, parts>;

const Event fair{"fair", "before"};
std::optional<Event> going_on(base::LocalTime now) {
    return now > monday + 34h && now < monday + 39h ? std::optional{fair} : std::nullopt;
}
const std::array moments{monday + 12h, monday + 14h, monday + 25h, monday + 36h, monday + 40h, monday + 51h};

Event event_of(const People& people) { return people.at_event ? fair : Event{}; }

std::vector<UseCount> uses(const World& world, const Deeds& deeds, base::LocalTime now) {
    std::map<std::string, Uses> periods;
    for (std::size_t i = 0; i < parts; ++i) {
        const auto& people = world[i];
        if (people.came > now || people.number == 0) continue;
        auto& of = periods[people.period()];
        of[{What::visit}] += people.number;
        of[{What::survey_started, "safe"}] += people.number;
        if (people.language != "en") of[{What::language, people.language}] += people.number;
        if (deeds[i].finished) of[{What::survey_finished, "safe"}] += deeds[i].finished;
        if (deeds[i].left_first) of[{What::survey_left, "safe", "first"}] += deeds[i].left_first;
        if (deeds[i].left_second) of[{What::survey_left, "safe", "second"}] += deeds[i].left_second;
    }
    std::vector<UseCount> out;
    for (const auto& [period, counts] : periods)
        for (const auto& [use, count] : counts) out.push_back({period, use, count});
    return out;
}

/// Every page of counts, and use.csv beside it.
std::string pages(const World& world, const Deeds& deeds) {
    std::vector<survey::Survey> surveys(1);
    surveys[0].id = "safe";
    surveys[0].questions.resize(1);
    surveys[0].questions[0].id = "first";
    surveys[0].questions[0].options = {{"tell", "Tell", false}, {"ask", "Ask", false}};
    std::string all;
    for (const auto now : moments) {
        std::map<Tally, std::int64_t> tallies;
        for (std::size_t i = 0; i < parts; ++i) {
            const auto [event, phase] = event_of(world[i]);
            if (world[i].came > now) continue;
            const auto add = [&](const char* question, const char* option, int count) {
                if (count) tallies[{"safe", question, option, world[i].period(), event, phase}] += count;
            };
            add("", finished_count, deeds[i].finished);
            add("first", "tell", deeds[i].tell);
            add("first", "ask", deeds[i].finished - deeds[i].tell);
        }
        const auto used = uses(world, deeds, now);
        const auto told =
            answers_for_staff({tallies.begin(), tallies.end()}, used, surveys, going_on(now), now).front();
        all += told.today + "/" + told.waiting;
        for (const auto& group : told.groups) {
            all += " " + group.event + group.first_period + group.last_period + ":" + group.finished + "=" +
                   group.questions[0].answered;
            for (const auto& bar : group.questions[0].bars) all += "," + bar.count;
        }
        for (const auto& use : told.periods) all += " " + use.period + use.started + use.finished + use.left;
        for (const auto& [period, use, count] : released(used, now))
            all += " " + period + std::string{name_of(use.what)} + use.detail + count;
        all += ";";
    }
    return all;
}

/// The people whose rows in one table of a stick are alike but for their answers: its bounds and columns, and who.
using Stick = std::map<std::string, std::vector<std::size_t>>;

std::vector<Stick> sticks(const World& world, const Deeds& deeds) {
    std::vector<Stick> all;
    for (const auto now : moments) {
        Kept kiosk;
        std::vector<std::size_t> who;
        for (std::size_t i = 0; i < parts; ++i) {
            if (world[i].came > now || deeds[i].finished == 0) continue;
            kiosk.finish(deeds[i].finished, {.period = world[i].period(),
                                             .event = event_of(world[i]),
                                             .version = world[i].version,
                                             .language = world[i].language});
            who.push_back(i);
        }
        const auto leaving = kiosk.leaving(now, going_on(now));
        auto& stick = all.emplace_back();
        for (std::size_t i = 0; i < who.size(); ++i) {
            const auto& some = kiosk.here[i].first;
            const auto response = response_of(some);
            if (!leaving.leaves(record_of(some), &response)) continue;
            const auto row = leaving.as_it_leaves(record_of(some), response);
            stick[row.period + " " + row.event + " " + row.version + " " + row.language].push_back(who[i]);
        }
    }
    return all;
}

int sum(const std::vector<std::size_t>& of, const Deeds& deeds, int Did::* what) {
    int all = 0;
    for (const auto i : of) all += deeds[i].*what;
    return all;
}

std::string on_sticks(const std::vector<Stick>& all, const Deeds& deeds) {
    std::string view;
    for (const auto& stick : all) {
        for (const auto& [name, of] : stick)
            view += name + "=" + std::to_string(sum(of, deeds, &Did::tell)) + " of " +
                    std::to_string(sum(of, deeds, &Did::finished)) + " ";
        view += ";";
    }
    return view;
}

/// Whoever watched knows who came and finished, when and in which language: what did each of them say?
std::string answer_found(const World& world, const std::map<std::array<int, parts>, std::string>& told,
                         const std::vector<Stick>& all) {
    const auto deeds_of = [&](const std::array<int, parts>& tell) {
        Deeds deeds;
        for (std::size_t i = 0; i < parts; ++i) deeds[i] = {world[i].number, 0, 0, tell[i]};
        return deeds;
    };
    struct Known {
        std::array<std::set<int>, parts> tell;
        Deeds one{};
    };
    std::map<std::string, Known> seen;
    for (const auto& [tell, page] : told) {
        const auto deeds = deeds_of(tell);
        auto& known = seen[page + on_sticks(all, deeds)];
        known.one = deeds;
        for (std::size_t i = 0; i < parts; ++i) known.tell[i].insert(tell[i]);
    }
    for (const auto& [view, known] : seen)
        for (std::size_t i = 0; i < parts; ++i) {
            if (world[i].number == 0 || known.tell[i].size() > 1) continue;
            bool on_stick = false, no_more_than_its_table = false;
            for (const auto& stick : all)
                for (const auto& [name, of] : stick) {
                    if (std::ranges::find(of, i) == of.end()) continue;
                    const int rows = sum(of, known.one, &Did::finished), tell = sum(of, known.one, &Did::tell);
                    on_stick = true;
                    no_more_than_its_table |= rows >= enough_to_leave && (tell == 0 || tell == rows || of.size() == 1);
                }
            const int value = *known.tell[i].begin();
            const bool is_small = value <= base::most_hidden || world[i].number - value <= base::most_hidden;
            if (on_stick ? !no_more_than_its_table : is_small) return "part " + std::to_string(i) + ": " + view;
        }
    return {};
}

/// Whoever watched knows who began: where did one of them leave, or so few that they are told as `1-7`?
std::string leaving_found(const World& world) {
    struct Known {
        std::set<int> one, first, second;
    };
    std::map<std::string, Known> seen;
    const int crowd = world[0].number;
    for (int finished = 0; finished <= crowd; ++finished)
        for (int first = 0; first <= crowd - finished; ++first)
            for (int one = 0; one < 3; ++one) {
                const Deeds deeds{Did{finished, first, crowd - finished - first, 0},
                                  Did{one == 0, one == 1, one == 2, 0}, Did{world[2].number, 0, 0, 0}};
                auto& known = seen[pages(world, deeds) + on_sticks(sticks(world, deeds), deeds)];
                known.one.insert(one);
                known.first.insert(first + (one == 1));
                known.second.insert(crowd - finished - first + (one == 2));
            }
    for (const auto& [view, known] : seen) {
        // All who left did so at one question, and they are many: no more than its count says.
        const bool all_alike = known.first == std::set{0} || known.second == std::set{0};
        if (known.one.size() == 1 && !known.one.contains(0) && !all_alike) return "where the one left: " + view;
        for (const auto* at : {&known.first, &known.second})
            if (at->size() == 1 && *at->begin() > 0 && *at->begin() <= base::most_hidden)
                return "that " + std::to_string(*at->begin()) + " left there: " + view;
    }
    return {};
}

}  // namespace

TEST_CASE("leaving: counts, use and the columns of tables together tell nobody's answer") {
    int groups = 0;
    for (const int crowd : {8, 40})
        for (const auto& [came, at_event] :
             {std::pair{monday + 13h, false}, {monday + 37h, false}, {monday + 37h, true}})
            for (const auto& [others, others_at_event] : {std::pair{8, false}, {8, true}, {15, true}}) {
                World world{People{crowd, at_event && crowd == 8 ? monday + 35h : monday + 10h, at_event && crowd == 8},
                            People{1, came, at_event}, People{others, monday + 35h, others_at_event}};
                std::map<std::array<int, parts>, std::string> told;
                for (int a = 0; a <= crowd; ++a)
                    for (int b = 0; b <= 1; ++b)
                        for (int c = 0; c <= others; ++c)
                            told[{a, b, c}] =
                                pages(world, {Did{crowd, 0, 0, a}, Did{1, 0, 0, b}, Did{others, 0, 0, c}});
                for (const int columns : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}) {
                    world[0].language = columns & 1 ? "pl" : "en";
                    world[1].language = columns & 2 ? "pl" : "en";
                    world[1].version = columns & 4 ? "2" : "1";
                    world[2].version = columns & 8 ? "2" : "1";
                    const auto all = sticks(world, {Did{crowd}, Did{1}, Did{others}});
                    INFO(crowd << " and " << others << (others_at_event ? " at the event" : "") << "; one came at "
                               << base::format_local_time(came) << "; columns " << columns);
                    for (const auto& stick : all)
                        for (const auto& [name, of] : stick) {
                            ++groups;
                            REQUIRE(sum(of, {Did{crowd}, Did{1}, Did{others}}, &Did::finished) >= enough_to_leave);
                        }
                    REQUIRE(answer_found(world, told, all) == "");
                }
            }
    CHECK(groups > 100);
}

TEST_CASE("leaving: counts, use and tables together do not tell who left where") {
    for (const int crowd : {8, 13, 17})
        for (const bool crowd_at_event : {false, true})
            for (const auto& [came, at_event] :
                 {std::pair{monday + 13h, false}, {monday + 37h, false}, {monday + 37h, true}})
                for (const int others : {0, 40}) {
                    const World world{People{crowd, crowd_at_event ? monday + 35h : monday + 10h, crowd_at_event},
                                      People{1, came, at_event}, People{others, monday + 11h}};
                    INFO(crowd << (crowd_at_event ? " at the event" : "") << " and " << others << "; one came at "
                               << base::format_local_time(came) << (at_event ? " to the event" : ""));
                    REQUIRE(leaving_found(world) == "");
                }
}
