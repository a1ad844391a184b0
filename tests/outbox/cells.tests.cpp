// What is told of the answers to one question, and what those can make of it who know exactly how it is made.
#include "outbox/cells.hpp"
#include "catch.hpp"

#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <set>

using namespace talkpoint::outbox;

namespace {

using Cells = std::vector<std::int64_t>;
using Show = std::function<std::vector<Told>(const Cells&, std::int64_t asked)>;

/// Every way in which `people` can be in so many cells.
void each_table(std::size_t cells, std::int64_t people, Cells& so_far, const std::function<void(const Cells&)>& see) {
    if (so_far.size() + 1 == cells) {
        so_far.push_back(people);
        see(so_far);
        so_far.pop_back();
        return;
    }
    for (std::int64_t count = 0; count <= people; ++count) {
        so_far.push_back(count);
        each_table(cells, people - count, so_far, see);
        so_far.pop_back();
    }
}

struct Findings {
    int small = 0;   ///< a group of people known to be exactly one number from 1 to 7
    int all = 0;     ///< an option known to be what everybody chose
    int narrow = 0;  ///< a count told as 1 to 7 of which somebody who adds up knows that it is not all of these
    int told = 0;    ///< looks in which something is told
};

/// The attack: whoever knows that `asked` were, and the rule, takes all tables that look the same, and asks what is
/// alike in every one. The last cell is of those who did not answer, which is not told.
Findings attack(std::size_t options, std::int64_t asked, const Show& show) {
    struct Look {
        std::vector<std::set<std::int64_t>> sums;  ///< of each group of cells
        std::uint32_t unanimous = ~0U;             ///< options that everybody chose in every table
        bool all_the_rest = true;                  ///< in every table everybody chose another than the first
        std::vector<std::pair<std::int64_t, std::int64_t>> bounds;
    };
    const auto see = [](auto& bounds, std::int64_t count) {
        bounds.first = std::min(bounds.first, count);
        bounds.second = std::max(bounds.second, count);
    };
    std::map<std::vector<std::pair<int, std::int64_t>>, Look> looks;
    const std::size_t groups = (std::size_t{1} << (options + 1)) - 1;  // not of all: that is who was asked
    Cells so_far;
    each_table(options + 1, asked, so_far, [&](const Cells& table) {
        const Cells cells(table.begin(), table.end() - 1);
        std::vector<std::pair<int, std::int64_t>> key;
        for (const auto& told : show(cells, asked)) key.emplace_back(static_cast<int>(told.kind), told.number);
        auto& look = looks[key];
        look.sums.resize(groups);
        look.bounds.resize(key.size(), {asked, 0});
        for (std::size_t group = 1; group < groups; ++group) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i <= options; ++i)
                if ((group >> i) & 1U) sum += table[i];
            look.sums[group].insert(sum);
        }
        const auto answered = asked - table.back();
        for (std::size_t i = 0; i < options; ++i) {
            if (answered == 0 || cells[i] != answered) look.unanimous &= ~(1U << i);
            see(look.bounds[i], cells[i]);
        }
        for (std::size_t i = options; i < key.size(); ++i)  // the first alone, and the rest
            see(look.bounds[i], i == options ? cells[0] : answered - cells[0]);
        if (answered == 0 || cells[0] != 0) look.all_the_rest = false;
    });
    Findings found;
    for (const auto& [key, look] : looks) {
        for (const auto& possible : look.sums)
            if (possible.size() == 1 && *possible.begin() > 0 && *possible.begin() < 8) ++found.small;
        if (look.unanimous & ((1U << options) - 1)) ++found.all;
        // That nobody chose an option is told as 0 beside numbers; of two, it would be what everybody said.
        if (look.all_the_rest && key.size() > options && key[0].first == 0 && key[options + 1].first != 0) ++found.all;
        for (std::size_t i = 0; i < key.size(); ++i)
            if (key[i].first == static_cast<int>(Told::Kind::few) &&
                look.bounds[i] != std::pair<std::int64_t, std::int64_t>{1, 7})
                ++found.narrow;
        for (const auto& [kind, number] : key)
            if (kind != 0) {
                ++found.told;
                break;
            }
    }
    return found;
}

/// Each count for itself.
std::vector<Told> naive(const Cells& cells, std::int64_t) {
    std::vector<Told> all;
    for (const auto count : cells)
        all.push_back(count > 0 && count < 8 ? Told{Told::Kind::few} : Told{Told::Kind::number, (count + 2) / 5 * 5});
    return all;
}

std::string words(const std::vector<Told>& all) {
    std::string text;
    for (const auto& told : all) text += (text.empty() ? "" : " ") + ("<" + text_of(told) + ">");
    return text;
}

std::string shown(const Cells& cells, std::int64_t asked) { return words(tell_parts(cells, asked)); }
std::string each(const Cells& cells, std::int64_t answered) { return words(tell_each(cells, answered)); }

}  // namespace

TEST_CASE("what is told of a question") {
    CHECK(shown({20, 15, 9}, 44) == "<20> <15> <10>");
    CHECK(shown({20, 12, 4, 0}, 40) == "<20> <10> <1-7> <0>");
    CHECK(shown({8, 7}, 15) == "<> <>");             // too few
    CHECK(shown({30, 0, 0}, 30) == "<most> <> <>");  // each one's answer
    CHECK(shown({0, 28, 2}, 30) == "<> <most> <>");
    CHECK(shown({18, 18, 1, 1}, 38) == "<> <> <> <>");            // the small ones would be known
    CHECK(shown({18, 18, 1, 1}, 44) == "<20> <20> <1-7> <1-7>");  // they are not where so many did not answer
    CHECK(shown({22, 17, 4}, 43) == "<20> <15> <1-7>");
    CHECK(shown({6, 6, 6}, 18) == "<> <> <>");
    CHECK(shown({}, 20).empty());
    CHECK(each({12, 7, 30, 0}, 40) == "<10> <1-7> <30> <0>");
    CHECK(each({0, 7, 34}, 40) == "<> <> <most>");
    CHECK(each({20, 40}, 40) == "<20> <most>");
    CHECK(each({3, 22}, 23) == "<> <>");
    CHECK(each({7, 7, 10}, 24) == "<> <> <>");  // hardly enough: the small one must be large
    CHECK(each({3, 41}, 40) == "<> <>");        // of another time
}

TEST_CASE("who knows how many were asked, and how it is made, finds no small number and nobody's answer") {
    const auto [options, most] = GENERATE(table<std::size_t, std::int64_t>({{2, 70}, {3, 48}, {4, 30}}));
    Findings all, naively;
    for (std::int64_t asked = 1; asked <= most; ++asked) {
        CAPTURE(options, asked);
        const auto found = attack(options, asked, tell_parts);
        CHECK(found.small == 0);
        CHECK(found.all == 0);
        CHECK(found.narrow == 0);
        all.told += found.told;
        const auto without = attack(options, asked, naive);
        naively.small += without.small;
        naively.all += without.all;
        naively.narrow += without.narrow;
    }
    CHECK(all.told > 20);
    // Or the attack would be none.
    CHECK(naively.all > 0);
    CHECK(naively.narrow > 0);
    CHECK(naively.small > 0);
}

// Where the parts are not told, perhaps the one and all others are: whoever sees which of the two it is takes both.
TEST_CASE("who sees that only one answer is told beside all others finds no small number and nobody's answer") {
    CHECK(words(tell_one_beside_rest({18, 18, 1, 1}, 0, 38)) == "<20> <20>");
    CHECK(words(tell_one_beside_rest({6, 6, 6}, 1, 18)) == "<> <most>");
    CHECK(words(tell_one_beside_rest({20, 15, 9}, 0, 44)) == "<> <>");  // the parts are told
    CHECK(words(tell_one_beside_rest({3, 6, 6}, 0, 15)) == "<> <>");    // too few
    CHECK(words(tell_one_beside_rest({0, 6, 6, 6}, 0, 18)) == "<> <most>");
    CHECK(words(tell_one_beside_rest({}, 0, 18)) == "<> <>");
    const auto [options, most] = GENERATE(table<std::size_t, std::int64_t>({{3, 48}, {4, 30}}));
    int told = 0;
    for (std::int64_t asked = 1; asked <= most; ++asked) {
        CAPTURE(options, asked);
        // The first cell is what is right; what stands behind the parts is the first alone, then the rest.
        const auto found = attack(options, asked, [](const Cells& cells, std::int64_t of) {
            auto all = tell_parts(cells, of);
            const auto beside = tell_one_beside_rest(cells, 0, of);
            all.insert(all.end(), beside.begin(), beside.end());
            return all;
        });
        CHECK(found.small == 0);
        CHECK(found.all == 0);
        CHECK(found.narrow == 0);
        told += found.told;
        told -= attack(options, asked, tell_parts).told;
    }
    CHECK(told > 5);
}

// Of two things each chose either or both, or that it was none of these.
TEST_CASE("who knows how many answered finds no small number among those who could choose several") {
    for (std::int64_t answered = 1; answered <= 44; ++answered) {
        std::map<std::string, std::map<std::string, std::set<std::int64_t>>> looks;
        Cells so_far;
        each_table(4, answered, so_far, [&](const Cells& people) {
            const auto one = people[0] + people[2], other = people[1] + people[2], none = people[3];
            auto& numbers = looks[each({one, other, none}, answered)];
            for (const auto& [name, count] : {std::pair{"one", one}, {"other", other}, {"none", none}}) {
                numbers[name].insert(count);
                numbers[std::string{"not "} + name].insert(answered - count);
            }
            for (const auto& [name, count] : {std::pair{"one alone", people[0]}, {"both", people[2]}})
                numbers[name].insert(count);
        });
        for (const auto& [look, numbers] : looks)
            for (const auto& [name, possible] : numbers) {
                CAPTURE(answered, look, name);
                const bool found = possible.size() == 1 && *possible.begin() > 0 && *possible.begin() < 8;
                CHECK_FALSE(found);
                // That all did is never known; that none did is, as everywhere.
                if (!name.starts_with("not ")) CHECK_FALSE(possible == std::set{answered});
            }
    }
}

// Who had the right order has put the right one first; others have, too.
TEST_CASE("what was put first, and who had the right order, tell no small number together") {
    for (std::int64_t answered = 1; answered <= 60; ++answered) {
        std::map<std::string, std::array<std::set<std::int64_t>, 6>> looks;
        Cells so_far;
        each_table(3, answered, so_far, [&](const Cells& people) {
            const auto right = people[0], first_alone = people[1], other = people[2];
            auto& numbers = looks[shown({right + first_alone, other}, answered) + " " +
                                  text_of(tell_parts({right, answered - right}, answered).front())];
            std::size_t i = 0;
            for (const auto count :
                 {right, first_alone, other, right + first_alone, right + other, first_alone + other})
                numbers[i++].insert(count);
        });
        for (const auto& [look, numbers] : looks) {
            CAPTURE(answered, look);
            for (const auto& possible : numbers)
                CHECK_FALSE((possible.size() == 1 && *possible.begin() > 0 && *possible.begin() < 8));
            for (const std::size_t i : {0U, 2U, 3U}) CHECK_FALSE(numbers[i] == std::set{answered});
        }
    }
}
