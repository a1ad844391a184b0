#include "base/languages.hpp"
#include "catch.hpp"

#include "base/strings.hpp"

using namespace talkpoint::base;

TEST_CASE("languages: Easy Read is English, and a tag of ours", "[languages]") {
    CHECK(text_language("easy") == "en");
    for (const char* tag : {"en", "pl", "pt-BR", "eas", "easy-GB", ""}) CHECK(text_language(tag) == tag);
    CHECK(is_language_tag("easy"));
    for (const char* bad : {"Easy", "easy-GB", "easi", "eas1"}) CHECK_FALSE(is_language_tag(bad));
}

TEST_CASE("languages: staff read their names in English", "[languages]") {
    CHECK(language_in_english("pl") == "Polish");
    CHECK(language_in_english("easy") == "Easy Read");
    CHECK(language_in_english("pt-BR") == "Portuguese (pt-BR)");
    CHECK(language_in_english("xx") == "\"xx\"");
    CHECK(language_in_english("x\ny") == "\"x?y\"");
}
