// What is shown of the counts, and what those can make of it who know exactly how it is made.
#include "outbox/release.hpp"

#include "base/random.hpp"
#include "catch.hpp"
#include "outbox/period.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <set>

using namespace talkpoint;
using namespace talkpoint::outbox;
using namespace std::chrono_literals;

namespace {

const std::string monday = "2026-11-23";
const auto tuesday_morning = *base::parse_local_time("2026-11-24T09:00");

using Shown = std::map<Use, std::string>;

/// What is shown of one period, on the next day.
Shown shown(const Uses& uses) {
    std::vector<UseCount> counts;
    for (const auto& [use, count] : uses)
        if (count > 0) counts.push_back({monday, use, count});
    Shown all;
    for (const auto& [period, use, count] : released(counts, tuesday_morning)) {
        CHECK(period == monday);
        CHECK(all.emplace(use, count).second);
    }
    return all;
}

const Use visits{What::visit}, started{What::survey_started, "s"}, finished{What::survey_finished, "s"};
Use left(int question) { return {What::survey_left, "s", "q" + std::to_string(question)}; }

using Show = Shown (*)(const Uses&);

/// Every count of one survey: those who finished, then those who left at each question.
using Table = std::vector<int>;

Uses uses_of(const Table& table) {
    Uses uses{{visits, 100}, {finished, table.front()}};
    for (std::size_t i = 0; i < table.size(); ++i) {
        uses[started] += table[i];
        if (i > 0) uses[left(static_cast<int>(i))] = table[i];
    }
    return uses;
}

/// All tables with so many cells in which no more than `most` started.
void each_table(std::size_t cells, int most, Table& so_far, const std::function<void(const Table&)>& see) {
    if (so_far.size() == cells) return see(so_far);
    for (int count = 0; count <= most; ++count) {
        so_far.push_back(count);
        each_table(cells, most - count, so_far, see);
        so_far.pop_back();
    }
}

/// The attack: of all tables that look the same when they are shown, and have the same number of finished responses
/// (which somebody may know from a table of responses), what is alike in every one? Counts how often those who left at
/// some of the questions, one or more, are known to be exactly 1 to 7. `most` started is the end of what one number
/// shown stands for, so that no table is missing that looks like one of these.
int found_out(std::size_t questions, int most, Show show) {
    std::map<std::pair<Shown, int>, std::vector<std::set<int>>> looks;
    const std::size_t groups = std::size_t{1} << questions;
    Table so_far;
    each_table(questions + 1, most, so_far, [&](const Table& table) {
        auto& sums = looks[{show(uses_of(table)), table.front()}];
        sums.resize(groups);
        for (std::size_t group = 1; group < groups; ++group) {
            int sum = 0;
            for (std::size_t i = 0; i < questions; ++i)
                if ((group >> i) & 1U) sum += table[i + 1];
            sums[group].insert(sum);
        }
    });
    int found = 0;
    for (const auto& [look, sums] : looks)
        for (const auto& possible : sums)
            if (possible.size() == 1 && *possible.begin() > 0 && *possible.begin() < 8) ++found;
    return found;
}

}  // namespace

TEST_CASE("a count is shown as nothing, as one to seven, or to the nearest five") {
    CHECK(redacted(0) == "0");
    CHECK(redacted(-3) == "0");
    for (int count = 1; count <= 7; ++count) CHECK(redacted(count) == "1-7");
    for (int count = 8; count <= 12; ++count) CHECK(redacted(count) == "10");
    for (int count = 13; count <= 17; ++count) CHECK(redacted(count) == "15");
    CHECK(redacted(1'000'002) == "1000000");
    CHECK(redacted(1'000'003) == "1000005");
}

TEST_CASE("a period is shown once it is over, and from then on always the same") {
    base::Random random{1};
    const auto length = GENERATE(PeriodLength::half_day, PeriodLength::day, PeriodLength::week);
    std::vector<UseCount> counts;
    std::map<std::string, std::vector<Released>> first_told;
    auto now = *base::parse_local_time("2026-11-16T00:00");
    std::size_t told = 0;
    for (int step = 0; step < 24 * 40; ++step, now += 1h) {
        const auto period = period_of(now, length);
        const auto count = [&](const Use& use) {
            const auto known =
                std::ranges::find_if(counts, [&](const auto& c) { return c.period == period && c.use == use; });
            if (known == counts.end())
                counts.push_back({period, use, 1});
            else
                ++known->count;
        };
        const auto people = random.below(3);
        for (std::uint64_t person = 0; person < people; ++person) {
            count(visits);
            count({What::open, "pack", "m" + std::to_string(random.below(3))});
            count(started);
            count(random.below(2) ? finished : left(static_cast<int>(random.below(3))));
        }
        // Whoever exports every hour, and takes each export from the next.
        std::map<std::string, std::vector<Released>> now_told;
        for (const auto& row : released(counts, now)) now_told[row.period].push_back(row);
        CHECK_FALSE(now_told.contains(period));
        for (const auto& [old, rows] : now_told) CHECK(first_told.try_emplace(old, rows).first->second == rows);
        CHECK(now_told.size() == first_told.size());
        told = now_told.size();
    }
    CHECK(told >= 5);
}

TEST_CASE("of few visits nothing is shown but that they were, and what the kiosk played by itself") {
    Uses uses{{visits, 7},
              {{What::play, "pack", "one"}, 400},
              {{What::play, "pack", "two"}, 3},
              {{What::open, "pack", "one"}, 7},
              {{What::screen, "help"}, 1},
              {{What::language, "pl"}, 1},
              {{What::setting, "reading"}, 1},
              {started, 9},
              {finished, 9},
              {left(1), 9}};
    const Shown few{{visits, "1-7"}, {{What::play, "pack", "one"}, "400"}, {{What::play, "pack", "two"}, "1-7"}};
    CHECK(shown(uses) == few);
    uses[visits] = 8;
    CHECK(shown(uses).at({What::screen, "help"}) == "1-7");
    CHECK(shown(uses).at(started) == "10");
    uses.erase(visits);  // of a visit that began in the period before
    CHECK(shown(uses).size() == 2);
}

TEST_CASE("where a survey was left is shown where it tells no more than its own counts do") {
    Uses uses{{visits, 100}, {started, 40}, {finished, 30}, {left(1), 4}, {left(2), 3}, {left(3), 3}};
    CHECK(
        shown(uses) ==
        Shown{
            {visits, "100"}, {started, "40"}, {finished, "30"}, {left(1), "1-7"}, {left(2), "1-7"}, {left(3), "1-7"}});
    SECTION("one alone would be found by taking away") {
        uses = {{visits, 100}, {started, 40}, {finished, 34}, {left(1), 6}};
        CHECK(shown(uses) == Shown{{visits, "100"}, {started, "40"}, {finished, "35"}});
    }
    SECTION("beside a large one the other would be found") {
        uses = {{visits, 100}, {started, 40}, {finished, 20}, {left(1), 18}, {left(2), 2}};
        CHECK(shown(uses) == Shown{{visits, "100"}, {started, "40"}, {finished, "20"}});
    }
    SECTION("few have started") {
        uses = {{visits, 100}, {started, 7}, {left(1), 7}};
        CHECK(shown(uses) == Shown{{visits, "100"}, {started, "1-7"}});
    }
    SECTION("a power cut: some have neither finished nor left") {
        uses[started] = 60;
        CHECK(shown(uses) == Shown{{visits, "100"}, {started, "60"}, {finished, "30"}});
    }
    SECTION("large counts") {
        uses = {{visits, 100}, {started, 60}, {left(1), 30}, {left(2), 30}};
        CHECK(shown(uses).at(left(1)) == "30");
        CHECK(shown(uses).at(left(2)) == "30");
    }
}

TEST_CASE("who knows how many finished, and how it is made, finds no small number who left") {
    const Show naive = [](const Uses& uses) {
        Shown all;
        for (const auto& [use, count] : uses) all[use] = redacted(count);
        return all;
    };
    struct Size {
        std::size_t questions;
        int most;
    };
    const auto [questions, most] = GENERATE(Size{1, 57}, Size{2, 42}, Size{3, 27}, Size{4, 17});
    CAPTURE(questions, most);
    CHECK(found_out(questions, most, shown) == 0);
    if (questions < 4) CHECK(found_out(questions, most, naive) > 0);  // or the attack would be none
}

TEST_CASE("of what is shown, every number that it may stand for remains possible") {
    base::Random random{7};
    const auto bounds = [](const std::string& count) -> std::pair<int, int> {
        if (count == "1-7") return {1, 7};
        return {std::stoi(count) - 2, std::stoi(count) + 2};
    };
    int told = 0, kept_back = 0;
    for (int round = 0; round < 3000; ++round) {
        Table table(2 + random.below(8));
        for (auto& count : table) count = static_cast<int>(random.below(random.below(3) ? 5 : 30));
        table.front() = static_cast<int>(random.below(60));
        const auto all = shown(uses_of(table));
        std::vector<std::pair<int, int>> parts;
        for (const auto& [use, count] : all)
            if (use.what == What::survey_left) parts.push_back(bounds(count));
        const bool any_left = std::ranges::any_of(table.begin() + 1, table.end(), [](int count) { return count > 0; });
        if (any_left) ++(parts.empty() ? kept_back : told);
        if (parts.empty()) continue;
        const auto [least, most] = bounds(all.at(started));
        for (std::size_t i = 0; i < parts.size(); ++i)
            for (int value = parts[i].first; value <= parts[i].second; ++value) {
                int others_least = table.front() + value, others_most = others_least;
                for (std::size_t j = 0; j < parts.size(); ++j)
                    if (j != i) others_least += parts[j].first, others_most += parts[j].second;
                REQUIRE((others_least <= most && others_most >= least));
            }
    }
    CHECK(told > 300);
    CHECK(kept_back > 300);
}

TEST_CASE("who knows how many came finds no small number who did one thing") {
    std::map<std::pair<std::string, std::string>, std::set<int>> looks;
    const Use help{What::screen, "help"};
    for (int all = 1; all <= 42; ++all)
        for (int some = 0; some <= all; ++some) {
            const auto told = shown({{visits, all}, {help, some}});
            const auto found = told.find(help);
            looks[{told.at(visits), found == told.end() ? "" : found->second}].insert(some);
        }
    for (const auto& [look, possible] : looks) {
        CAPTURE(look.first, look.second);
        CHECK((possible.size() > 1 || *possible.begin() == 0 || *possible.begin() >= 8));
        if (look.second == "1-7") CHECK(possible.size() == 7);
    }
}
