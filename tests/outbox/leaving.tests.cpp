// What of the responses staff may carry away, and what they can make of one stick, the next, and the counts beside.
#include "outbox/leaving.hpp"
#include "base/redacted.hpp"
#include "catch.hpp"
#include "outbox/answers.hpp"
#include "outbox/kept.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace talkpoint;
using namespace talkpoint::outbox;
using namespace talkpoint::outbox::tests;
using namespace std::chrono_literals;

namespace {

using OnStick = std::map<std::string, int>;

}  // namespace

TEST_CASE("leaving: outside events periods that are over go together, until they are as many as are told together") {
    Kept kiosk;
    kiosk.finish(39, {});
    CHECK(kiosk.on_stick(monday + 24h).empty());
    kiosk.finish(3, {.period = day(1)});
    kiosk.finish(40, {.period = day(2)});
    kiosk.finish(2, {.period = day(3)});
    CHECK(kiosk.on_stick(monday + 47h).empty());
    CHECK(kiosk.leaving(monday + 47h).held() == Held{84, 0, false});
    const OnStick first{{day(0) + "/" + day(1), 42}};
    CHECK(kiosk.on_stick(monday + 48h) == first);
    CHECK(kiosk.leaving(monday + 48h).held() == Held{42, 0, false});
    const OnStick both{{day(0) + "/" + day(1), 42}, {day(2), 40}};
    CHECK(kiosk.on_stick(monday + 90h) == both);
    CHECK(kiosk.leaving(monday + 90h).held() == Held{2, 0, false});
}

TEST_CASE("leaving: a group goes whole or not at all; its bounds stay when its responses are sent") {
    Kept kiosk;
    kiosk.finish(20, {});
    kiosk.finish(20, {.period = day(1)});
    kiosk.finish(40, {.period = day(2)});
    kiosk.here[1].second = 19;  // one was sent
    const OnStick second{{day(2), 40}};
    CHECK(kiosk.on_stick(monday + 72h) == second);
    CHECK(kiosk.leaving(monday + 72h).held() == Held{0, 39, false});
    kiosk.here.erase(kiosk.here.begin(), kiosk.here.begin() + 2);
    CHECK(kiosk.on_stick(monday + 72h) == second);
    CHECK(kiosk.leaving(monday + 72h).held() == Held{});
    // What waits for others, and was sent in part, will not be whole.
    kiosk.finish(5, {.period = day(3)});
    CHECK(kiosk.leaving(monday + 96h).held() == Held{5, 0, false});
    kiosk.here.back().second = 4;
    CHECK(kiosk.leaving(monday + 96h).held() == Held{0, 4, false});
}

TEST_CASE("leaving: a part of an event goes when it is over, and not where too few were there") {
    Kept kiosk;
    const Event before{"fair", "before"}, after{"fair", "after"};
    kiosk.finish(8, {.event = before});
    kiosk.finish(7, {.event = after});
    kiosk.finish(4, {.period = day(1), .event = before});  // it went on after midnight
    CHECK(kiosk.on_stick(monday + 30h, before).empty());
    CHECK(kiosk.leaving(monday + 30h, before).held() == Held{12, 7, false});
    const OnStick alone{{day(0) + "/" + day(1), 12}};
    CHECK(kiosk.on_stick(monday + 30h) == alone);
    CHECK(kiosk.on_stick(monday + 30h, after) == alone);
    CHECK(kiosk.leaving(monday + 30h).held() == Held{0, 7, false});
    CHECK(kiosk.on_stick(monday + 24h * 90) == alone);
}

TEST_CASE("leaving: what is sealed goes by its periods, whatever event it is of") {
    Kept kiosk;
    kiosk.finish(5, {.sealed = true});
    kiosk.finish(2, {.event = {"fair", ""}, .sealed = true});
    kiosk.finish(1, {.period = day(1), .sealed = true});
    CHECK(kiosk.on_stick(monday + 47h).empty());
    const OnStick all{{"sealed " + day(0), 7}, {"sealed " + day(1), 1}};
    CHECK(kiosk.on_stick(monday + 48h) == all);
    kiosk.here.back().second = 0;
    CHECK(kiosk.on_stick(monday + 48h).empty());
    // Few among others that are not sealed.
    Kept mixed;
    mixed.finish(40, {});
    mixed.finish(7, {.sealed = true});
    CHECK(mixed.on_stick(monday + 48h).empty());
    mixed.finish(1, {.sealed = true});
    const OnStick eight{{"sealed " + day(0), 8}};
    CHECK(mixed.on_stick(monday + 48h) == eight);
}

TEST_CASE("leaving: a version that few answered keeps its group, a language that few chose is left out") {
    Kept kiosk;
    kiosk.finish(40, {});
    kiosk.finish(7, {.version = "2"});
    CHECK(kiosk.on_stick(monday + 24h).empty());
    kiosk.finish(1, {.version = "2"});
    CHECK(kiosk.on_stick(monday + 24h) == OnStick{{day(0), 48}});
    const auto language = [&] {
        return kiosk.leaving(monday + 24h).as_it_leaves(record_of({}), response_of({})).language;
    };
    CHECK(language() == "en");
    kiosk.finish(7, {.language = "pl"});
    CHECK(language().empty());
    kiosk.finish(1, {.language = "pl"});
    CHECK(language() == "en");
    // Enough of both, and few of the two together.
    kiosk.finish(7, {.version = "2", .language = "pl"});
    CHECK(language().empty());
    kiosk.finish(1, {.version = "2", .language = "pl"});
    CHECK(language() == "en");
}

TEST_CASE("leaving: each survey has its groups; what is damaged, or was never counted, stays") {
    Kept kiosk;
    kiosk.finish(40, {});
    kiosk.finish(39, {.survey = "other"});
    CHECK(kiosk.on_stick(monday + 24h) == OnStick{{day(0), 40}});
    Kept damaged;
    damaged.finish(40, {});
    damaged.here.emplace_back(Some{.period = "1970-01-01"}, 3);
    damaged.here.emplace_back(Some{.survey = "gone", .damaged = true}, 1);
    CHECK(damaged.on_stick(monday + 24h) == OnStick{{day(0), 40}});
    CHECK(damaged.leaving(monday + 24h).held() == Held{0, 4, true});
    // Brought back by hand into a period that was out: the group is not as it was.
    damaged.here.emplace_back(Some{}, 1);
    CHECK(damaged.on_stick(monday + 24h).empty());
    // A clock that had lost its time moves no bounds.
    kiosk.finish(3, {.period = "1970-01-01"});
    CHECK(kiosk.on_stick(monday + 24h) == OnStick{{day(0), 40}});
}

namespace {

/// People of whom nobody but they themselves knows who said what; one of them may be all of it.
struct People {
    int number = 0;
    base::LocalTime came{};
    bool at_event = false;
    base::LocalTime sent = base::LocalTime::max();
    [[nodiscard]] std::string period() const { return period_of(came, PeriodLength::day); }
};
constexpr std::size_t parts = 3;  // a crowd, somebody, and others
using World = std::array<People, parts>;
using Answers = std::array<int, parts>;  ///< how many of each said "tell"; the rest "ask"

const Event fair{"fair", "before"};
const auto event_is_over = monday + 39h;

std::optional<Event> going_on(base::LocalTime now) {
    return now > monday + 34h && now < event_is_over ? std::optional{fair} : std::nullopt;
}

/// Before and after everybody, in the same period and in the next ones.
const std::array moments{monday + 12h, monday + 14h, monday + 25h, monday + 36h,
                         monday + 38h, monday + 40h, monday + 51h, monday + 75h};

/// Every page of counts that there is to be seen.
std::string counts(const World& world, const Answers& tell) {
    std::vector<survey::Survey> surveys(1);
    surveys[0].id = "safe";
    surveys[0].questions.resize(1);
    surveys[0].questions[0].id = "first";
    surveys[0].questions[0].options = {{"tell", "Tell", false}, {"ask", "Ask", false}};
    std::string all;
    for (const auto now : moments) {
        std::map<Tally, std::int64_t> tallies;
        for (std::size_t i = 0; i < parts; ++i) {
            const auto& people = world[i];
            if (people.came > now || people.number == 0) continue;
            const auto event = people.at_event ? fair : Event{};
            const auto add = [&](const char* question, const char* option, int count) {
                if (count) tallies[{"safe", question, option, people.period(), event.first, event.second}] += count;
            };
            add("", finished_count, people.number);
            add("first", "tell", tell[i]);
            add("first", "ask", people.number - tell[i]);
        }
        const auto told = answers_for_staff({tallies.begin(), tallies.end()}, {}, surveys, going_on(now), now).front();
        all += told.today + "/" + told.waiting;
        for (const auto& group : told.groups) {
            all += " " + group.event + group.first_period + ":" + group.finished + "=" + group.questions[0].answered;
            for (const auto& bar : group.questions[0].bars) all += "," + bar.count;
        }
        all += ";";
    }
    return all;
}

/// Which parts are on each stick, with what stands there as their period and event.
using Stick = std::map<std::string, std::vector<std::size_t>>;

std::vector<Stick> sticks(const World& world) {
    std::vector<Stick> all;
    for (const auto now : moments) {
        Kept kiosk;
        for (const auto& [number, came, at_event, sent] : world) {
            if (came > now) continue;
            kiosk.finish(number, {.period = People{number, came}.period(), .event = at_event ? fair : Event{}});
            if (sent <= now) kiosk.here.back().second = 0;
        }
        const auto leaving = kiosk.leaving(now, going_on(now));
        auto& stick = all.emplace_back();
        for (std::size_t i = 0, arrived = 0; i < parts; ++i) {
            if (world[i].came > now) continue;
            const auto& [some, count] = kiosk.here[arrived++];
            const auto response = response_of(some);
            if (count > 0 && leaving.leaves(record_of(some), &response))
                stick[leaving.as_it_leaves(record_of(some), response).period + " " + some.event.first].push_back(i);
        }
    }
    return all;
}

int total(const World& world, const std::vector<std::size_t>& of) {
    int sum = 0;
    for (const auto i : of) sum += world[i].number;
    return sum;
}

/// What is wrong with the sticks themselves, whatever people said.
std::string not_whole(const World& world, const std::vector<Stick>& all) {
    std::map<std::string, std::vector<std::size_t>> once;
    for (const auto& stick : all)
        for (const auto& [name, of] : stick) {
            if (once.try_emplace(name, of).first->second != of) return name + " is not as it was";
            if (total(world, of) < enough_to_leave) return name + " is of too few";
        }
    return {};
}

/// Every way in which people can have answered, by what somebody sees who looks at every page of counts and takes every
/// stick, and knows who came when: is anybody's answer known then?
std::string found_out(const World& world, const std::map<Answers, std::string>& pages, const std::vector<Stick>& all) {
    struct Known {
        std::array<std::set<int>, parts> tell;
        Answers one{};
    };
    std::map<std::string, Known> seen;
    for (const auto& [tell, page] : pages) {
        auto view = page;
        for (const auto& stick : all) {
            for (const auto& [name, of] : stick) {
                int sum = 0;
                for (const auto i : of) sum += tell[i];
                view += name + "=" + std::to_string(sum) + " ";
            }
            view += ";";
        }
        auto& known = seen[view];
        known.one = tell;
        for (std::size_t i = 0; i < parts; ++i) known.tell[i].insert(tell[i]);
    }
    for (const auto& [view, known] : seen)
        for (std::size_t i = 0; i < parts; ++i) {
            const auto& possible = known.tell[i];
            if (world[i].number == 0 || possible.size() > 1) continue;
            bool in_group = false, all_alike = false;
            for (const auto& stick : all)
                for (const auto& [name, of] : stick) {
                    if (std::ranges::find(of, i) == of.end()) continue;
                    int sum = 0;
                    for (const auto one : of) sum += known.one[one];
                    in_group = true;
                    // All of a group said the same, or these are the group: no more than its table says.
                    all_alike |= sum == 0 || sum == total(world, of) || of.size() == 1;
                }
            const auto value = *possible.begin();
            const bool is_small = value <= base::most_hidden || world[i].number - value <= base::most_hidden;
            if (in_group ? !all_alike : is_small)
                return "of part " + std::to_string(i) + ", " + std::to_string(value) + " of " +
                       std::to_string(world[i].number) + " said it: " + view;
        }
    return {};
}

}  // namespace

// Whoever takes all of them has every pair. Sent and gone at different times: the crowd in the night or later, the one
// person and the others at once, in the night, or never.
TEST_CASE("leaving: no views, sticks and sendings together tell anybody's answer") {
    constexpr auto never = base::LocalTime::max();
    int worlds = 0, with_sticks = 0;
    for (const int crowd : {8, 39, 40})
        for (const auto& [came, at_event] :
             {std::pair{monday + 13h, false}, {monday + 37h, false}, {monday + 37h, true}})
            for (const auto& [others, others_at_event] :
                 {std::pair{0, false}, {1, false}, {8, false}, {7, true}, {15, true}}) {
                World world{People{crowd, monday + 10h}, People{1, came, at_event},
                            People{others, monday + 35h, others_at_event}};
                std::map<Answers, std::string> pages;
                for (int a = 0; a <= crowd; ++a)
                    for (int b = 0; b <= 1; ++b)
                        for (int c = 0; c <= others; ++c) pages[{a, b, c}] = counts(world, {a, b, c});
                for (const auto crowd_sent : {never, monday + 26h, monday + 52h})
                    for (const auto one_sent : {never, came + 30min, monday + 50h})
                        for (const auto others_sent : {never, monday + 36h + 30min, monday + 50h}) {
                            world[0].sent = crowd_sent, world[1].sent = one_sent, world[2].sent = others_sent;
                            const auto all = sticks(world);
                            ++worlds;
                            with_sticks += std::ranges::any_of(all, [](const Stick& one) { return !one.empty(); });
                            INFO(crowd << " and " << others << (others_at_event ? " at the event" : "")
                                       << "; one came at " << base::format_local_time(came)
                                       << (at_event ? " to the event" : ""));
                            REQUIRE(not_whole(world, all).empty());
                            REQUIRE(found_out(world, pages, all).empty());
                        }
            }
    CHECK(worlds == 3 * 3 * 5 * 27);
    CHECK(with_sticks > 100);
}
