#include "catch.hpp"

#include "base/result.hpp"
#include "base/strings.hpp"

using namespace talkpoint::base;
using namespace std::string_view_literals;
using Words = std::vector<std::string>;

TEST_CASE("utf8: well-formed text of every length of letter", "[strings]") {
    for (const auto good : {""sv, "plain"sv, "Ŵ é ß"sv, "ع বাংলা €"sv, "😀"sv, "\x7f"sv, "\0"sv, "\xc2\x80"sv,
                            "\xdf\xbf"sv, "\xe0\xa0\x80"sv, "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xef\xbf\xbf"sv,
                            "\xf0\x90\x80\x80"sv, "\xf4\x8f\xbf\xbf"sv})
        CHECK_FALSE(first_bad_utf8(good).has_value());
}

TEST_CASE("utf8: overlong, surrogate, beyond the last, cut short, out of place", "[strings]") {
    for (const auto bad : {"\x80"sv,
                           "\xbf"sv,
                           "\xc0\x80"sv,
                           "\xc1\xbf"sv,
                           "\xe0\x80\x80"sv,
                           "\xe0\x9f\xbf"sv,
                           "\xf0\x80\x80\x80"sv,
                           "\xf0\x8f\xbf\xbf"sv,
                           "\xed\xa0\x80"sv,
                           "\xed\xbf\xbf"sv,
                           "\xf4\x90\x80\x80"sv,
                           "\xf5\x80\x80\x80"sv,
                           "\xf8\x88\x80\x80\x80"sv,
                           "\xff"sv,
                           "\xfe"sv,
                           "\xc3"sv,
                           "\xe2\x82"sv,
                           "\xf0\x9f\x98"sv,
                           "\xc3\x28"sv,
                           "\xe2\x28\xa1"sv,
                           "\xf0\x9f\x28\x80"sv}) {
        CHECK(first_bad_utf8(bad) == 0);
        CHECK(first_bad_utf8("é" + std::string{bad}) == 2);
        CHECK(first_bad_utf8(std::string{bad} + "é") == 0);
    }
}

TEST_CASE("strings: control characters, but not the blanks of a text file", "[strings]") {
    CHECK_FALSE(first_control_character("a\tb\r\nc é").has_value());
    CHECK(first_control_character("ab\x01") == 2);
    CHECK(first_control_character("\x7f") == 0);
    CHECK(first_control_character("a\0b"sv) == 1);
    CHECK(first_control_character("\x1b[0m") == 0);
}

TEST_CASE("strings: lines, trimming, splitting, joining", "[strings]") {
    CHECK(line_of("a\nb\nc", 0) == 1);
    CHECK(line_of("a\nb\nc", 1) == 1);
    CHECK(line_of("a\nb\nc", 2) == 2);
    CHECK(line_of("a\nb\nc", 99) == 3);
    CHECK(trim(" \t\r\n a b \n") == "a b");
    CHECK(trim(" \n ").empty());
    CHECK(split("a,,b", ',') == Words{"a", "", "b"});
    CHECK(split("", ',') == Words{""});
    CHECK(split("a,", ',') == Words{"a", ""});
    CHECK(join(Words{"a", "b", "c"}, ", ") == "a, b, c");
    CHECK(join(Words{}, ", ").empty());
    CHECK(lines_of("a\r\nb\n\nc") == std::vector{"a"sv, "b"sv, ""sv, "c"sv});
    CHECK(lines_of("a\n") == std::vector{"a"sv});
    CHECK(lines_of("").empty());
}

TEST_CASE("strings: the nearest known word is a slip of the finger away, or none is", "[strings]") {
    const Words known = {"sample", "title", "intro", "is"};
    CHECK(nearest("sample", known) == "sample");
    CHECK(nearest("smaple", known) == "sample");  // two neighbours changed places
    CHECK(nearest("sampl", known) == "sample");
    CHECK(nearest("samplee", known) == "sample");
    CHECK(nearest("tilte", known) == "title");
    CHECK(nearest("iz", known) == "is");
    CHECK_FALSE(nearest("purple", known).has_value());
    CHECK_FALSE(nearest("", known).value_or("is") != "is");
    CHECK_FALSE(nearest("sample", {}).has_value());
    CHECK_FALSE(nearest("intros_and_outros", known).has_value());
    const Words two = {"abcdef", "abcxyz"};
    CHECK(nearest("abcxyw", two) == "abcxyz");  // the nearest, not the first near enough
}

TEST_CASE("strings: a word as long as a book has no near one, and costs nothing", "[strings]") {
    const Words book = {std::string(300'000, 'a')};
    CHECK_FALSE(nearest(std::string(299'999, 'a'), book).has_value());
}

TEST_CASE("strings: ids", "[strings]") {
    for (const char* good : {"a", "abc", "a1", "a-b-c", "healthy-relationships"}) CHECK(is_name_id(good));
    for (const char* bad : {"", "A", "1a", "-a", "a_b", "a b", "é", "a.b", "a/b", "aB"}) CHECK_FALSE(is_name_id(bad));
    for (const char* good : {"a", "a_b", "q1_"}) CHECK(is_field_id(good));
    for (const char* bad : {"", "_a", "a-b", "1", "A_b"}) CHECK_FALSE(is_field_id(bad));
    CHECK(is_name_id(std::string(64, 'a')));
    CHECK_FALSE(is_name_id(std::string(65, 'a')));
    for (const char* good : {"en", "cy", "pt-BR", "zh-Hant", "sr-Latn-RS", "es-419"}) CHECK(is_language_tag(good));
    for (const char* bad : {"", "e", "EN", "english", "en_GB", "en-", "-en", "en--GB", "en/GB", "e1", "../en"})
        CHECK_FALSE(is_language_tag(bad));
}

TEST_CASE("strings: what somebody wrote is quoted on one line, whole letters only", "[strings]") {
    CHECK(printable("plain é") == "plain é");
    CHECK(printable("a\nb\tc\x1b") == "a?b?c?");
    CHECK(printable("a\xff"
                    "b\xc3") == "a?b?");
    CHECK(printable(std::string(80, 'x')) == std::string(80, 'x'));
    CHECK(printable(std::string(81, 'x')) == std::string(80, 'x') + "…");
    for (std::size_t before = 70; before <= 80; ++before) {
        const auto cut = printable(std::string(before, 'x') + "😀😀😀😀");
        CHECK_FALSE(first_bad_utf8(cut).has_value());
        CHECK(cut.find('?') == std::string::npos);
    }
}

TEST_CASE("strings: names in braces are filled in, others stay", "[strings]") {
    const std::vector<std::pair<std::string_view, std::string>> values = {{"count", "6"}, {"name", "{count}"}};
    CHECK(fill("{count} of {count}", values) == "6 of 6");
    CHECK(fill("{name}", values) == "{count}");  // what is filled in is not looked at again
    CHECK(fill("{other} {count", values) == "{other} {count");
    CHECK(fill("{{count}}", values) == "{6}");
    CHECK(fill("{} }{", values) == "{} }{");
    CHECK(fill("", values).empty());
}

TEST_CASE("result: a complaint on one line, with its place", "[result]") {
    CHECK(Problem{Severity::error, "a.toml", 3, "is wrong"}.text() == "a.toml:3: is wrong");
    CHECK(Problem{Severity::warning, "a.toml", 0, "is odd"}.text() == "a.toml: warning: is odd");
    CHECK(Problem{Severity::error, "", 0, "is wrong"}.text() == "is wrong");
    CHECK(Error{ErrorKind::malformed, "is wrong", "a.toml:3"}.text() == "a.toml:3: is wrong");
    CHECK(Error{ErrorKind::malformed, "is wrong", ""}.text() == "is wrong");
}

TEST_CASE("result: an error becomes a complaint, its line found again", "[result]") {
    const auto problem = [](std::string place) {
        return problem_of({ErrorKind::malformed, "is wrong", std::move(place)});
    };
    CHECK(problem("a.toml:12").path == "a.toml");
    CHECK(problem("a.toml:12").line == 12);
    for (const char* place : {"a.toml", "a:b.toml", "a.toml:", "a.toml:x", "a.toml:12x", "a.toml:-1", "a.toml:0"}) {
        CHECK(problem(place).path == place);
        CHECK(problem(place).line == 0);
    }
    CHECK(any_error({{Severity::warning, "", 0, ""}, {Severity::error, "", 0, ""}}));
    CHECK_FALSE(any_error({{Severity::warning, "", 0, ""}}));
    CHECK_FALSE(any_error({}));
}
