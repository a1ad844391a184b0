#include "pack/markdown.hpp"
#include "catch.hpp"
#include "pack_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Kind = pack::Block::Kind;

namespace {

struct Read {
    pack::PageText page;
    base::Problems problems;
};

/// Reads `text` as the second page of a file, so that wrong offsets show.
Read read(std::string_view text) {
    const std::string before = "a first page\n---\n";
    const auto file = before + std::string{text} + "\n---\na last page\n";
    Read out;
    pack::FileProblems found{"f"};
    out.page = pack::read_page(file, {before.size(), before.size() + text.size()}, pack::LineIndex{file}, found);
    found.hand_over(out.problems);
    return out;
}
constexpr int before = 2;  // lines

std::vector<std::string> texts(const Read& read) {
    std::vector<std::string> out;
    for (const auto& block : read.page.blocks) out.push_back(block.text.text);
    return out;
}

}  // namespace

TEST_CASE("blocks of each kind") {
    const auto out = read("# One\n\nTwo\ntwo\n\n- a\n- b\n\n3. c\n4. d\n\n> e\n>\n> f\n\nSix\n===\n");
    INFO(shown(out.problems));
    CHECK(out.problems.empty());
    CHECK(texts(out) == std::vector<std::string>{"One", "Two two", "a", "b", "c", "d", "e", "f", "Six"});
    std::vector<Kind> kinds;
    for (const auto& block : out.page.blocks) kinds.push_back(block.kind);
    CHECK(kinds == std::vector{Kind::heading, Kind::paragraph, Kind::bullet, Kind::bullet, Kind::numbered,
                               Kind::numbered, Kind::quote, Kind::quote, Kind::heading});
    CHECK(out.page.blocks[2].number == 0);
    CHECK(out.page.blocks[4].number == 3);
    CHECK(out.page.blocks[5].number == 4);
}

TEST_CASE("lists with blank lines between their items are read the same") {
    const auto out = read("- a\n\n- b\n  b\n\nc\n");
    CHECK(out.problems.empty());
    CHECK(texts(out) == std::vector<std::string>{"a", "b b", "c"});
}

TEST_CASE("bold and italic become emphases of the text") {
    const auto text_of = [](std::string_view markdown) { return read(markdown).page.blocks.at(0).text; };
    CHECK(text_of("a **b** c") == pack::RichText{"a b c", {{2, 3, true, false}}});
    CHECK(text_of("*a **b***") == pack::RichText{"a b", {{0, 2, false, true}, {2, 3, true, true}}});
    CHECK(text_of("**two\nlines**") == pack::RichText{"two lines", {{0, 9, true, false}}});
    CHECK(text_of("**caf&eacute;s**") == pack::RichText{"caf\u00e9s", {{0, 6, true, false}}});
    CHECK(text_of("5 * 3 and snake_case_word") == pack::RichText{"5 * 3 and snake_case_word", {}});
}

TEST_CASE("an emphasis does not leak into the next block") {
    const auto out = read("**a**\n\nb\n");
    REQUIRE(out.page.blocks.size() == 2);
    CHECK(out.page.blocks[1].text.emphases.empty());
}

TEST_CASE("a picture is taken out of the text, with its description and line") {
    const auto out = read("Before ![two *friends*\non a bench](pictures/a&amp;b.svg) after\n");
    CHECK(out.problems.empty());
    CHECK(texts(out) == std::vector<std::string>{"Before after"});
    REQUIRE(out.page.image);
    CHECK(out.page.image->alt == "two friends on a bench");
    CHECK(out.page.image->path == "pictures/a&b.svg");
    CHECK(out.page.image->line == before + 1);
}

TEST_CASE("a picture is where its description begins, or where its path is if it has none") {
    CHECK(read("a\n\n![two\nfriends](b.svg)\n").page.image->line == before + 3);
    CHECK(read("a\n\n![](b.svg)\n").page.image->line == before + 3);
}

TEST_CASE("a picture alone in its paragraph leaves no empty paragraph") {
    const auto out = read("![a](b.svg)\n\ntext\n");
    CHECK(out.problems.empty());
    CHECK(texts(out) == std::vector<std::string>{"text"});
}

TEST_CASE("the second picture of a page is an error and not its picture") {
    const auto out = read("![](b.svg)\n\n![second](c.svg)\n\ntext\n");
    CHECK(refuses(out.problems, before + 3, "second picture"));
    REQUIRE(out.page.image);
    CHECK(out.page.image->path == "b.svg");
    CHECK(out.page.image->alt.empty());
}

TEST_CASE("what a kiosk cannot show is an error on its line") {
    const auto [text, line, complaint] = GENERATE(table<std::string, int, std::string>({
        {"a\n\n<div>\nb\n</div>\n", 3, "HTML"},
        {"a\nb <b>c</b>\n", 2, "HTML"},
        {"a <!-- c -->\n", 1, "HTML"},
        {"a\n\nb [c](d)\n", 3, "link"},
        {"a\nb <https://example.org>\n", 2, "link"},
        {"a `b`\n", 1, "code"},
        {"a\n\n```\nb\n```\n", 4, "code"},
        {"a\n\n```\n```\n", 3, "code"},
        {"a\n\n    b\n", 3, "four spaces"},
        {"- a\n- b\n  - c\n", 3, "list inside a list"},
        {"- a\n  1. b\n", 2, "list inside a list"},
        {"> a\n>\n> - b\n", 3, "list inside a quotation"},
        {"> a\n> > b\n", 2, "quotation inside"},
        {"- > a\n", 1, "quotation inside"},
        {"- # a\n", 1, "heading inside"},
        {"> # a\n", 1, "heading inside"},
        {"- a\n\n  b\n", 3, "one paragraph"},
        {"- [ ] a\n", 1, "tick box"},
        {"a ~~b~~\n", 1, "struck-out"},
        {"a\n\n***\n\nb\n", 3, "a line across the page"},
        {"***\n", 1, "a line across the page"},
        {"a  \nb\n", 1, "force a new line"},
        {"a\nb\\\nc\n", 2, "force a new line"},
        {"a\nb &nosuch; c\n", 2, "\"&nosuch;\" is not known"},
        {"a &#7; b\n", 1, "\"&#7;\" is not known"},
        {"a\n\n##\n\nb\n", 3, "without words"},
        {"- a\n-\n- b\n", 2, "without words"},
    }));
    CAPTURE(text);
    const auto out = read(text);
    INFO(shown(out.problems));
    CHECK(refuses(out.problems, before + line, complaint));
    for (const auto& problem : out.problems)
        CHECK(problem.message.find(';') != std::string::npos);  // what is wrong; what to do
}

TEST_CASE("one fault is one complaint") {
    const auto* text = GENERATE("<div>\na\nb\n</div>\n", "a <b>b</b>\n", "```\na\nb\n```\n", "[a](b)\n",
                                "- a\n  - b\n  - c\n", "[](a)\n", "- [ ] a\n", "- a\n  > b\n");
    CAPTURE(text);
    const auto out = read(text);
    INFO(shown(out.problems));
    CHECK(out.problems.size() == 1);
}

TEST_CASE("all problems of a page are reported, in their order") {
    const auto out = read("<b>a</b>\n\n[a](b)\n\n`c`\n");
    REQUIRE(out.problems.size() == 3);
    CHECK(out.problems[0].line == before + 1);
    CHECK(out.problems[1].line == before + 3);
    CHECK(out.problems[2].line == before + 5);
}

TEST_CASE("a page has a bounded number of blocks") {
    std::string text;
    for (std::size_t i = 0; i < pack::max_blocks_on_page; ++i) text += "- a\n";
    CHECK(read(text).problems.empty());
    const auto out = read(text + "- one more\n- and more\n");
    CHECK(out.page.blocks.size() == pack::max_blocks_on_page);
    REQUIRE(out.problems.size() == 1);
    CHECK(refuses(out.problems, before + 41, "more than 40"));
}

TEST_CASE("a page without words has no blocks") {
    CHECK(read("![a](b.svg)\n").page.blocks.empty());
    CHECK(read("&nbsp;\n").page.blocks.size() == 1);
}
