#include "catch.hpp"

#include "media/espeak_languages.hpp"
#include "media/spoken_text.hpp"

#include <vector>

using namespace talkpoint::media;

TEST_CASE("spoken text: words stay, what has no sound becomes a space") {
    CHECK(spoken_text("Hello, Ćwikła & 你好\nمرحبا") == "Hello, Ćwikła & 你好\nمرحبا");
    CHECK(spoken_text("a\tb\x01"
                      "c\x7f"
                      "d\r\n") == "a b c d \n");
    CHECK(spoken_text(std::string_view{"a\0b", 3}) == "a b");
    CHECK(spoken_text("a\u0085b\u200Fc\u2066d\u2069e\uE001f\uFEFFg\uFFFEh\U000E0041i") == "a b c d e f g h i");
    CHECK(spoken_text("می\u200cخواهم") == "می\u200cخواهم");  // a joiner changes how it is said
    CHECK(spoken_text("\xff\xff"
                      "a\xe2\x82"
                      "b\xc0\x80") == "  a  b  ");
    CHECK(spoken_text("").empty());
}

TEST_CASE("spoken text: it has an end") {
    CHECK(spoken_text(std::string(100'000, 'a')) == std::string(most_spoken_characters, 'a'));
    std::string many;
    for (int i = 0; i < 10'000; ++i) many += "\U0001F600";
    CHECK(spoken_text(many).size() == most_spoken_characters * 4);
    CHECK(spoken_text(std::string(1'000'000, '\xff')) == std::string(most_spoken_characters, ' '));
}

TEST_CASE("languages: the whole tag, else its beginning; the best voice of several") {
    const std::vector<SpokenLanguage> known{{"en-us", "us", 2}, {"en", "us", 3},       {"en-gb", "rp", 4},
                                            {"en-gb", "gb", 2}, {"pt", "pt", 5},       {"pt-br", "br", 5},
                                            {"pt", "br", 6},    {"zh", "mandarin", 5}, {"zh", "other", 5}};
    CHECK(voice_for("en", known) == "gb");
    CHECK(voice_for("en-GB", known) == "gb");
    CHECK(voice_for("en-AU", known) == "gb");
    CHECK(voice_for("en-US", known) == "us");
    CHECK(voice_for("pt", known) == "pt");
    CHECK(voice_for("pt-BR", known) == "br");
    CHECK(voice_for("pt-AO", known) == "pt");
    CHECK(voice_for("zh-Hant-HK", known) == "mandarin");
    CHECK_FALSE(voice_for("pl", known));
    CHECK_FALSE(voice_for("", known));
    CHECK_FALSE(voice_for("p", known));
    CHECK(voice_for("en", std::vector<SpokenLanguage>{{"en", "some", 5}}) == "some");
}
