#include "outbox/use.hpp"

#include "catch.hpp"

#include <set>

using namespace talkpoint::outbox;

TEST_CASE("each kind of count has a name of its own, and is found by it") {
    std::set<std::string_view> names;
    using enum What;
    for (const auto what :
         {play, visit, open, screen, language, setting, survey_started, survey_left, survey_finished}) {
        CHECK(names.insert(name_of(what)).second);
        CHECK(what_of(name_of(what)) == what);
    }
    CHECK_FALSE(what_of("person"));
    CHECK_FALSE(what_of(""));
}
