#include "base/digest.hpp"
#include "catch.hpp"

using namespace talkpoint::base;

TEST_CASE("digest: as the standard's own SHA-256 of keys and texts, a zero byte after each", "[digest]") {
    // printf 'back\0Back\0question.skip\0Skip this question\0' | sha256sum
    CHECK(digest_of({{"question.skip", "Skip this question"}, {"back", "Back"}}) == "60885904f8aa");
    CHECK(digest_of({}) == "e3b0c44298fc");
}

TEST_CASE("digest: every word and every key counts, and where one ends", "[digest]") {
    const auto digest = digest_of({{"a", "one two"}, {"b", "three"}});
    CHECK(digest != digest_of({{"a", "one too"}, {"b", "three"}}));
    CHECK(digest != digest_of({{"a", "onetwo"}, {"b", "three"}}));
    CHECK(digest != digest_of({{"a", "one two three"}}));
    CHECK(digest != digest_of({{"a", "one two"}, {"c", "three"}}));
    CHECK(digest != digest_of({{"a", "three"}, {"b", "one two"}}));
}

TEST_CASE("digest: how words are wrapped, and texts that are empty, make no difference", "[digest]") {
    const auto digest = digest_of({{"a", "one two"}});
    CHECK(digest == digest_of({{"a", "\n  one\r\n\ttwo \n"}}));
    CHECK(digest == digest_of({{"a", "one two"}, {"b", ""}, {"c", " \n"}}));
    CHECK(digest != digest_of({{"a", "one\u00a0two"}}));
}
