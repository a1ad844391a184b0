#include "pack/page_lines.hpp"
#include "catch.hpp"
#include "pack/message.hpp"
#include "pack_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

struct Split {
    std::vector<std::string> pages;
    base::Problems problems;
};

Split split(std::string_view text) {
    Split out;
    pack::FileProblems found{"f"};
    for (const auto page : pack::split_pages(text, {0, text.size()}, pack::LineIndex{text}, found))
        out.pages.emplace_back(text.substr(page.begin, page.end - page.begin));
    found.hand_over(out.problems);
    return out;
}

struct Check {
    bool readable = false;
    base::Problems problems;
};

Check check(std::string_view text) {
    Check out;
    pack::FileProblems found{"f"};
    out.readable = pack::page_is_readable(text, {0, text.size()}, pack::LineIndex{text}, found);
    found.hand_over(out.problems);
    return out;
}

}  // namespace

TEST_CASE("three dashes alone on a line begin a page") {
    CHECK(split("a\n---\nb\n").pages == std::vector<std::string>{"a\n", "b\n"});
    CHECK(split("a\r\n--- \r\nb").pages == std::vector<std::string>{"a\r\n", "b"});
    CHECK(split("a\n --- b\n").pages.size() == 1);
}

TEST_CASE("empty pages are reported on their line and left out") {
    const auto out = split("---\na\n---\n\n---\nb\n---\n");
    CHECK(out.pages == std::vector<std::string>{"a\n", "b\n"});
    CHECK(refuses(out.problems, 1, "page is empty"));
    CHECK(refuses(out.problems, 4, "page is empty"));
    CHECK(out.problems.size() == 3);
    CHECK(refuses(split("\n").problems, 1, "the message is empty"));
}

TEST_CASE("a message has no more than its most pages") {
    std::string text = "a\n";
    for (std::size_t i = 1; i < pack::max_pages; ++i) text += "---\na\n";
    CHECK(split(text).pages.size() == pack::max_pages);
    CHECK(split(text).problems.empty());
    const auto out = split(text + "---\none more\n");
    CHECK(out.pages.size() == pack::max_pages);
    CHECK(refuses(out.problems, 2 * static_cast<int>(pack::max_pages) + 1, "more than 24 pages"));
}

TEST_CASE("lines that are almost a page break are reported") {
    CHECK(refuses(check("a\n--\n").problems, 2, "exactly three dashes"));
    CHECK(refuses(check("a\n\n----\n").problems, 3, "exactly three dashes"));
    CHECK(refuses(check("a\n  ---\n").problems, 2, "exactly three dashes"));
    CHECK(check("a\n- b\n-\n").problems.empty());
}

TEST_CASE("lines that would vanish as link definitions are reported") {
    CHECK(refuses(check("a\n[note]: /somewhere\n").problems, 2, "[name]:"));
    CHECK(check("[note] and more: text\n").problems.empty());
}

TEST_CASE("a table is reported by the line under its headings") {
    CHECK(refuses(check("a\n\n| b | c |\n|---|:-:|\n| d | e |\n").problems, 4, "a table is not shown"));
    CHECK(refuses(check("b|c\n-|-\n").problems, 2, "a table is not shown"));
    CHECK(check("either | or\n").problems.empty());
}

TEST_CASE("nesting beyond six levels is not even tried") {
    CHECK(check("> > > > > > a\n").readable);
    CHECK_FALSE(check("a\n>>>>>>> a\n").readable);
    CHECK(refuses(check("a\n>>>>>>> a\n").problems, 2, "nested deeper than 6 levels"));
    CHECK_FALSE(check("1. - + * > 2) - a\n").readable);
    CHECK(check("**bold** -5 1.5 1990. and so on\n").readable);
}

TEST_CASE("a page is bounded in size") {
    CHECK(check(std::string(16UL * 1024, 'a')).readable);
    const auto out = check(std::string(16UL * 1024 + 1, 'a'));
    CHECK_FALSE(out.readable);
    CHECK(refuses(out.problems, 1, "larger than 16 KiB"));
}
