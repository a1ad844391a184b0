#include "catch.hpp"

#include "base/random.hpp"

#include <cmath>
#include <map>
#include <set>

using namespace talkpoint::base;

TEST_CASE("random: a seed means the same on every machine", "[random]") {
    Random random{42}, again{42}, other{43};
    CHECK(random.next() == 13930160852258120406ULL);  // of the standard's own Mersenne Twister
    CHECK(random.next() == 11788048577503494824ULL);
    CHECK(again.next() == 13930160852258120406ULL);
    CHECK(other.next() != 13930160852258120406ULL);
    std::vector<int> items = {0, 1, 2, 3, 4, 5, 6, 7}, same = items;
    Random{7}.shuffle(items);
    Random{7}.shuffle(same);
    CHECK(items == same);
    CHECK(std::multiset<int>(items.begin(), items.end()) == std::multiset<int>{0, 1, 2, 3, 4, 5, 6, 7});
}

TEST_CASE("random: the kernel's seeds differ", "[random]") {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 100; ++i) seen.insert(Random{}.next());
    CHECK(seen.size() == 100);
}

TEST_CASE("random: below is even, and below its bound", "[random]") {
    Random random{1};
    std::map<std::uint64_t, int> counts;
    for (int i = 0; i < 70'000; ++i) ++counts[random.below(7)];
    CHECK(counts.size() == 7);
    for (const auto& [value, count] : counts) {
        CHECK(value < 7);
        CHECK(std::abs(count - 10'000) < 500);
    }
    CHECK(random.below(1) == 0);
    // Two thirds of all numbers: a plain remainder would fall into the lower half two times of three.
    constexpr std::uint64_t bound = UINT64_MAX / 3 * 2;
    int low = 0;
    for (int i = 0; i < 3000; ++i) low += random.below(bound) < bound / 2 ? 1 : 0;
    CHECK(std::abs(low - 1500) < 200);
}

TEST_CASE("random: every order of shuffling is as likely", "[random]") {
    Random random{3};
    std::map<std::vector<int>, int> orders;
    for (int i = 0; i < 24'000; ++i) {
        std::vector<int> items = {0, 1, 2, 3};
        random.shuffle(items);
        ++orders[items];
    }
    CHECK(orders.size() == 24);
    for (const auto& [order, count] : orders) CHECK(std::abs(count - 1000) < 160);
    std::vector<int> none, one = {5};
    random.shuffle(none);
    random.shuffle(one);
    CHECK(one == std::vector<int>{5});
}

TEST_CASE("random: UUIDs are of version 4 and all different", "[random]") {
    Random random{1};
    std::set<std::string> seen;
    std::set<char> variants;
    for (int i = 0; i < 2000; ++i) {
        const std::string id = uuid_v4(random);
        REQUIRE(id.size() == 36);
        for (std::size_t k = 0; k < id.size(); ++k) {
            const bool dash = k == 8 || k == 13 || k == 18 || k == 23;
            const bool digit = (id[k] >= '0' && id[k] <= '9') || (id[k] >= 'a' && id[k] <= 'f');
            CHECK((dash ? id[k] == '-' : digit));
        }
        CHECK(id[14] == '4');
        variants.insert(id[19]);
        seen.insert(id);
    }
    CHECK(variants == std::set<char>{'8', '9', 'a', 'b'});
    CHECK(seen.size() == 2000);
}
