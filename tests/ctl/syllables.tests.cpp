// Syllables of English, against counts from dictionaries.
#include "ctl/syllables.hpp"
#include "base/strings.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <array>
#include <string>
#include <utility>

using namespace talkpoint;
using ctl::syllables_in;

TEST_CASE("syllables: every word of a list of common words has as many as the dictionary says") {
    const std::array<std::pair<std::size_t, std::string>, 7> known{{
        {1,
         "a i the be me you she go no do yes eye eyes our hour fire tree blue shoe goes does these those make "
         "makes made like likes love loves loved name hope hoped asked asks called helped stopped worked used "
         "tired friend friends school schools wait health through though thought right night kind child touch "
         "laugh change strength clothes queue league build guide guess fruit juice real rule rules while whole "
         "once one ones where here there are were your yours safe trust trusts hurt harm blame true type style "
         "stayed played weren’t aren’t don’t you’re I’m we’ve friend’s"},
        {2,
         "going being doing seeing saying playing trying crying worry worried worries able table little people "
         "apple apples centre metre listen wanted needed added started classes houses places changes wishes "
         "boxes something sometimes someone safely lovely hopeful careful homework wheelchair boyfriend "
         "girlfriend helpline online quiet diet lion giant client science cruel fuel poem poet idle create "
         "react being marriage language question action nation special social patient ancient million region "
         "pigeon beyond player player royal yourself myself themselves movement moment basement statement "
         "nothing anger angry after again answer any body many city easy early secret private notice police "
         "machine promise surprise because before behave control message children every didn't couldn't "
         "doesn't haven't isn't wasn't shouldn't Priya Ravi Leo Chloe Freya maybe evening Wednesday business "
         "biscuit building naked wicked union it’ll didn’t"},
        {3,
         "family families however important another remember together tomorrow anything anyone everyone idea "
         "ideas area radio video media violence violent period serious previous usual actual sexual gradual "
         "general animal hospital telephone attention computer agreement example difficult different interest "
         "easier happier heavier quieter worrying carrying adviser afterwards audience museum theatre medium "
         "opinion companion December teenager grandparent somebody finally carefully basically Amara Zofia "
         "Ayesha Alex’s"},
        {4,
         "anybody everybody community information education January usually actually especially society "
         "variety anxiety situation emergency activity ability television necessary material historical "
         "understanding reality experience naturally relationships responsible"},
        {5,
         "university communication opportunity vocabulary organisation examination imagination personality "
         "unfortunately"},
        {6, "responsibility"},
        {7, "unfamiliarity"},
    }};
    std::size_t words = 0;
    for (const auto& [count, list] : known)
        for (const auto& word : base::split(list, ' ')) {
            INFO(word);
            CHECK(syllables_in(word) == count);
            CHECK(syllables_in("(" + word + "),") == count);
            ++words;
        }
    CHECK(words >= 300);
}

TEST_CASE("syllables: numbers and short forms count as they are said") {
    CHECK(syllables_in("7") == 1);
    CHECK(syllables_in("19") == 2);
    CHECK(syllables_in("999") == 3);
    CHECK(syllables_in("2019,") == 4);
    CHECK(syllables_in("3.5") == 2);
    CHECK(syllables_in("NHS") == 3);
    CHECK(syllables_in("NSPCC") == 5);
    CHECK(syllables_in("UK") == 2);
    CHECK(syllables_in("BBC’s") == 3);
    CHECK(syllables_in("WWF") == 7);
    CHECK(syllables_in("CEOP") == 2);
    CHECK(syllables_in("NASA") == 2);
    CHECK(syllables_in("I") == 1);
    CHECK(syllables_in("Mr") == 2);
    CHECK(syllables_in("Mrs") == 2);
    CHECK(syllables_in("Dr.") == 2);
    CHECK(syllables_in("e.g.") == 2);
    CHECK(syllables_in("{count}") == 1);
    CHECK(syllables_in("{position}/{total}") == 2);
    CHECK(syllables_in("well-being") == 3);
    CHECK(syllables_in("café") == 2);
    CHECK(syllables_in("www.nhs.uk") >= 3);
}

TEST_CASE("syllables: anything at all has at least one, in bounded time") {
    CHECK(syllables_in("") == 1);
    CHECK(syllables_in("’’’") == 1);
    CHECK(syllables_in("{") == 1);
    CHECK(syllables_in("\xff\xfe") == 1);
    CHECK(syllables_in("слово") == 1);
    CHECK(syllables_in("hmm") == 1);
    constexpr std::size_t megabyte = 1024UL * 1024;
    const auto spent = tests::cpu_seconds([&] {
        for (const std::string part : {"a", "ly", "thing", "ing", "'", "y", "ia", "{", "W", "é"}) {
            std::string word;
            while (word.size() < megabyte) word += part;
            CHECK(syllables_in(word) >= 1);
        }
    });
    CHECK(spent < 5);
}
