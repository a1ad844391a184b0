#include "catch.hpp"

#include "ui/text_direction.hpp"

#include <string>
#include <string_view>

using namespace talkpoint;
using talkpoint::ui::as_laid;

namespace {

/// Readable: `_` a no-break space, `<` `>` isolates from left and from right, `.` their end.
std::string laid(std::string_view text, bool page_is_right_to_left = false) {
    std::string out = as_laid({std::string{text}, {}}, page_is_right_to_left).text;
    const auto replace = [&](std::string_view what, std::string_view with) {
        for (auto at = out.find(what); at != std::string::npos; at = out.find(what)) out.replace(at, what.size(), with);
    };
    replace("\u00A0", "_");
    replace("\u2066", "<");
    replace("\u2067", ">");
    replace("\u2069", ".");
    return out;
}

}  // namespace

TEST_CASE("text direction: spaces within a number hold it together, in every language", "[text_direction]") {
    CHECK(laid("ring 0808 800 5000 now") == "ring 0808_800_5000 now");
    CHECK(laid("116 123") == "116_123");
    CHECK(laid("+44 (0)20 7946 0018, (020) 7946 0018") == "+44_(0)20_7946_0018, (020)_7946_0018");
    CHECK(laid("١١٦ ١٢٣") == "١١٦_١٢٣");
    CHECK(laid("from 9 to 5, aged 5 - 11, room 5 (10 people)") == "from 9 to 5, aged 5 - 11, room 5 (10 people)");
    CHECK(laid("0808 800 5000 (24 hours)") == "0808_800_5000 (24 hours)");
    CHECK(laid("0808 800 5000 (24)") == "0808_800_5000 (24)");
    CHECK(laid("1 a") == "1 a");
    CHECK(laid("") == "");
    CHECK(laid(" ") == " ");
    CHECK(laid("a\n\nb\n") == "a\n\nb\n");
}

TEST_CASE("text direction: a page from left to right in one direction gets no marks", "[text_direction]") {
    for (const char* text : {"Hello (you) 50% 9:00-17:00 www.childline.org.uk/", "Їжак", "বাংলা"})
        CHECK(laid(text) == text);
}

TEST_CASE("text direction: telephone numbers and addresses run from left to right", "[text_direction]") {
    CHECK(laid("هنا 0808-800-5000 هنا", true) == "هنا <0808-800-5000. هنا");
    CHECK(laid("هنا +44 20 7946 0018.", true) == "هنا <+44_20_7946_0018..");
    CHECK(laid("0808 800 5000", true) == "<0808_800_5000.");
    CHECK(laid("هنا https://a.org/.", true) == "هنا <https://a.org/..");
    CHECK(laid("(a@b.org)، هنا", true) == "(<a@b.org.)، هنا");
    CHECK(laid("هنا b.org/08001111/ هنا", true) == "هنا <b.org/08001111/. هنا");
    // Neither is one: the language has its own order.
    CHECK(laid("هنا 9:00-17:00 و50% 2010-2015 A/B", true) == "هنا 9:00-17:00 و50% 2010-2015 A/B");
}

TEST_CASE("text direction: a paragraph that runs against its page is isolated", "[text_direction]") {
    CHECK(laid("Hello you.", true) == "<Hello you..");
    CHECK(laid("NSPCC هنا", true) == "NSPCC هنا");
    CHECK(laid("هنا\nHello\n12", true) == "هنا\n<Hello.\n12");
    CHECK(laid("هنا\nHello\n12") == ">هنا.\nHello\n12");
    CHECK(laid("Hello هنا") == "Hello هنا");
    CHECK(laid("...", true) == "...");
    CHECK(laid("שלום") == ">שלום.");
}

TEST_CASE("text direction: emphases go with their letters", "[text_direction]") {
    const auto stretches = [](std::string text, std::vector<pack::Emphasis> emphases, bool page) {
        const auto out = as_laid({std::move(text), std::move(emphases)}, page);
        std::vector<std::string> words;
        for (const auto& e : out.emphases) words.push_back(out.text.substr(e.begin, e.end - e.begin));
        return words;
    };
    CHECK(stretches("1 2 3 bold", {{6, 10, true, false}}, false) == std::vector<std::string>{"bold"});
    CHECK(stretches("a 1 2", {{2, 5, true, false}}, false) == std::vector<std::string>{"1\u00A02"});
    CHECK(stretches("هنا", {{2, 4, true, false}}, false) == std::vector<std::string>{"ن"});
    CHECK(stretches("ab cd", {{0, 2, true, false}, {3, 5, false, true}}, true) == std::vector<std::string>{"ab", "cd"});
    // Offsets that are wrong do no harm.
    CHECK(stretches("ab", {{1, 99, true, false}}, false) == std::vector<std::string>{"b"});
}

TEST_CASE("text direction: what is not UTF-8 comes back as it is", "[text_direction]") {
    for (const std::string& text : {std::string{"1 \xff 2"}, std::string{"1 2\0 3", 6}, std::string{"\xd8"}})
        CHECK(as_laid({text, {{0, 1, true, false}}}, true) == pack::RichText{text, {{0, 1, true, false}}});
}
