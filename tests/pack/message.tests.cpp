#include "catch.hpp"
#include "pack_folder.hpp"

#include <sys/stat.h>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

const std::string good_message =
    "+++\n"
    "title = \"A good friend lets you say no\"\n"
    "summary = \"Feeling safe is part of friendship.\"\n"
    "audiences = [\"child\", \"young-person\"]\n"
    "attract = true\n"
    "picture = \"pictures/a.svg\"\n"
    "picture_alt = \"Two friends on a bench\"\n"
    "sources = [\"A book\"]\n"
    "review_due = 2091-05-31\n"
    "+++\n"
    "\n"
    "## It is **fine** to say no\n"
    "\n"
    "![Leo has a ball](pictures/a.svg)\n"
    "\n"
    "Leo asks\nAmara &amp; *Theo*.\n"
    "---\n"
    "1. first\n"
    "2. second\n"
    "\n"
    "> Kind words\n";

std::string with_key(std::string_view key) {
    return joined("+++\ntitle = \"T\"\nsummary = \"S\"\n#\nreview_due = 2091-01-31\n", key, "\n+++\nText\n");
}
constexpr int key_line = 6;

}  // namespace

TEST_CASE("a good message is read whole") {
    PackFolder folder;
    const auto message = folder.message(good_message);
    INFO(shown(folder.problems));
    REQUIRE(message);
    CHECK(folder.problems.empty());
    CHECK(message->id == "a");
    CHECK(message->title == "A good friend lets you say no");
    CHECK(message->summary == "Feeling safe is part of friendship.");
    CHECK(message->audiences == std::vector{pack::Audience::child, pack::Audience::young_person});
    CHECK(message->attract);
    REQUIRE(message->picture);
    CHECK(message->picture->file == (folder.path() / "pictures/a.svg").string());
    CHECK(message->picture->alt == "Two friends on a bench");
    CHECK(message->sources == std::vector<std::string>{"A book"});
    CHECK(message->review_due == base::parse_date("2091-05-31"));
    REQUIRE(message->pages.size() == 2);

    const auto& first = message->pages[0];
    REQUIRE(first.picture);
    CHECK(first.picture->alt == "Leo has a ball");
    REQUIRE(first.blocks.size() == 2);
    CHECK(first.blocks[0].kind == pack::Block::Kind::heading);
    CHECK(first.blocks[0].text == pack::RichText{"It is fine to say no", {{6, 10, true, false}}});
    CHECK(first.blocks[1].kind == pack::Block::Kind::paragraph);
    CHECK(first.blocks[1].text == pack::RichText{"Leo asks Amara & Theo.", {{17, 21, false, true}}});

    const auto& second = message->pages[1];
    CHECK_FALSE(second.picture);
    REQUIRE(second.blocks.size() == 3);
    CHECK(second.blocks[0].kind == pack::Block::Kind::numbered);
    CHECK(second.blocks[1].number == 2);
    CHECK(second.blocks[1].text.text == "second");
    CHECK(second.blocks[2].kind == pack::Block::Kind::quote);
}

TEST_CASE("a message in the manner of Windows is read the same") {
    PackFolder folder;
    std::string text = "\xEF\xBB\xBF";
    for (const char c : good_message) text += c == '\n' ? "\r\n" : std::string{c};
    const auto message = folder.message(text);
    INFO(shown(folder.problems));
    REQUIRE(message);
    REQUIRE(message->pages.size() == 2);
    CHECK(message->pages[0].blocks[1].text.text == "Leo asks Amara & Theo.");
}

TEST_CASE("keys that a message must have are asked for, all at once") {
    PackFolder folder;
    CHECK_FALSE(folder.message("+++\npicture = \"pictures/a.svg\"\n+++\n<b>\n"));
    INFO(shown(folder.problems));
    CHECK(refuses(folder.problems, 0, "\"title\" is missing"));
    CHECK(refuses(folder.problems, 0, "\"summary\" is missing"));
    CHECK(refuses(folder.problems, 2, "no description"));
    CHECK(refuses(folder.problems, 4, "HTML"));
    CHECK(warns(folder.problems, 0, "names no source"));
    CHECK(warns(folder.problems, 0, "no date of review"));
}

TEST_CASE("a message without sources or review date is kept, with a warning") {
    PackFolder folder;
    CHECK(folder.message("+++\ntitle = \"T\"\nsummary = \"S\"\nsources = []\n+++\nText\n"));
    CHECK(warns(folder.problems, 4, "names no source"));
    CHECK(warns(folder.problems, 0, "no date of review"));
    CHECK(folder.problems.size() == 2);
}

TEST_CASE("a review that is past due, or due within thirty days, is a warning") {
    PackFolder folder;
    const auto dated = [&](std::string_view date) {
        return folder.message(
            joined("+++\ntitle = \"T\"\nsummary = \"S\"\nsources = [\"A\"]\nreview_due = ", date, "\n+++\nText\n"));
    };
    CHECK(dated("2090-06-14"));
    CHECK(warns(folder.problems, 5, "was due for review on 2090-06-14"));
    for (const auto* soon : {"2090-06-15", "2090-07-15"}) {
        folder.problems.clear();
        CHECK(dated(soon));
        CHECK(warns(folder.problems, 5, joined("is due for review on ", soon)));
        CHECK(folder.problems.size() == 1);
    }
    folder.problems.clear();
    CHECK(dated("2090-07-16"));
    CHECK(folder.problems.empty());
    CHECK_FALSE(dated("2090-02-30"));
    CHECK_FALSE(dated("\"soon\""));
    CHECK(refuses(folder.problems, 5, "a date such as"));
}

TEST_CASE("wrong values of keys are errors on their line") {
    PackFolder folder;
    const auto [key, complaint] = GENERATE(table<std::string, std::string>({
        {"titel = \"x\"", "did you mean \"title\"?"},
        {"attract = \"yes\"", "true or false"},
        {"audiences = [\"child\", \"yuong-person\"]", "did you mean \"young-person\"?"},
        {"audiences = [\"everybody\"]", "use child, young-person"},
        {"audiences = 3", "a list of texts"},
        {"film = \"../outside.txt\"", "not inside the pack"},
        {"narration = \"/etc/passwd\"", "not inside the pack"},
        {"narration = \"pictures\"", "is not a file"},
        {"sources = [\"A\", \" \"]", "an empty source"},
        {"picture = \"pictures/b.svg\"\npicture_alt = \"x\"", "there is no file \"pictures/b.svg\""},
        {"picture = \"../outside.svg\"\npicture_alt = \"x\"", "not inside the pack"},
        {"picture = \"pictures/../../outside.svg\"\npicture_alt = \"x\"", "not inside the pack"},
        {"picture = \"/etc/passwd\"\npicture_alt = \"x\"", "not inside the pack"},
        {"picture = \"\"\npicture_alt = \"x\"", "not inside the pack"},
        {"picture = \"pictures/a.svg\"", "no description"},
    }));
    CAPTURE(key);
    CHECK_FALSE(folder.message(with_key(key)));
    INFO(shown(folder.problems));
    CHECK(refuses(folder.problems, key_line, complaint));
}

TEST_CASE("a message whose film is missing still has its pages") {
    PackFolder folder;
    CHECK(folder.message(with_key("film = \"film/none.mp4\"")));
    INFO(shown(folder.problems));
    CHECK(warns(folder.problems, key_line, "there is no file \"film/none.mp4\""));
}

TEST_CASE("an unknown audience is placed on its own line of a list") {
    PackFolder folder;
    CHECK_FALSE(folder.message(with_key("audiences = [\n  \"child\",\n  \"adlut\",\n]")));
    CHECK(refuses(folder.problems, key_line + 2, "did you mean \"adult\"?"));
}

TEST_CASE("texts of cards are one line and not endless") {
    PackFolder folder;
    const auto titled = [&](std::string_view title) {
        return folder.message(joined("+++\nsummary = \"S\"\ntitle = ", title, "\n+++\nText\n"));
    };
    CHECK_FALSE(titled("\"\"\"two\nlines\"\"\""));
    CHECK(refuses(folder.problems, 3, "must be one line"));
    CHECK_FALSE(titled(joined("\"", std::string(501, 'a'), "\"")));
    CHECK(refuses(folder.problems, 3, "longer than 500 characters"));
    CHECK_FALSE(titled("\"a\\u0000b\""));
    CHECK(refuses(folder.problems, 3, "control characters"));
    CHECK_FALSE(titled("\"  \""));
    CHECK(refuses(folder.problems, 3, "is empty"));
    std::string bengali;
    for (int i = 0; i < 500; ++i) bengali += "\u0995";
    CHECK(titled(joined("\"", bengali, "\"")));
}

TEST_CASE("pictures must be of a kind and size that the kiosk can draw") {
    PackFolder folder;
    folder.write("pictures/b.PNG", "x");
    folder.write("pictures/c.gif", "x");
    folder.write("pictures/d.svg", std::string(1024UL * 1024 + 1, ' '));
    folder.write("pictures/e.jpg", std::string(8UL * 1024 * 1024, ' '));
    folder.write("pictures/f.jpg", std::string(8UL * 1024 * 1024 + 1, ' '));
    folder.write("pictures/g.png", "");
    fs::create_directory(folder.path() / "pictures/h.png");
    ::mkfifo((folder.path() / "pictures/i.png").c_str(), 0600);
    const auto shows = [&](std::string_view name) {
        return folder.message(with_key(joined("picture = \"pictures/", name, "\"\npicture_alt = \"x\""))).has_value();
    };
    CHECK(shows("a.svg"));
    CHECK(shows("b.PNG"));
    CHECK(shows("e.jpg"));
    CHECK_FALSE(shows("c.gif"));
    CHECK(refuses(folder.problems, key_line, "save it as .png"));
    CHECK_FALSE(shows("d.svg"));
    CHECK(refuses(folder.problems, key_line, "larger than 1024 KiB"));
    CHECK_FALSE(shows("f.jpg"));
    CHECK(refuses(folder.problems, key_line, "larger than 8192 KiB"));
    CHECK_FALSE(shows("g.png"));
    CHECK_FALSE(shows("h.png"));
    CHECK_FALSE(shows("i.png"));
    CHECK(refuses(folder.problems, key_line, "is not a file"));
}

TEST_CASE("the picture of a page needs a description and a file, on the line that names it") {
    PackFolder folder;
    CHECK_FALSE(folder.body("Text\n\n![](pictures/a.svg)\n"));
    CHECK(refuses(folder.problems, front_lines + 3, "no description"));
    CHECK_FALSE(folder.body("Text\n\n![ ](pictures/none.svg)\n"));
    CHECK(refuses(folder.problems, front_lines + 3, "no description"));
    CHECK(refuses(folder.problems, front_lines + 3, "there is no file \"pictures/none.svg\""));
    CHECK_FALSE(folder.body("Text\n\n![x](https://example.org/a.svg)\n"));
    CHECK(refuses(folder.problems, front_lines + 3, "there is no file"));
}

TEST_CASE("a page needs words") {
    PackFolder folder;
    CHECK_FALSE(folder.body("Text\n---\n![x](pictures/a.svg)\n"));
    CHECK(folder.problems.size() == 1);
    CHECK(refuses(folder.problems, front_lines + 3, "this page has no words"));
}

TEST_CASE("a picture may not lead out of the pack by a link, but may be a link within it") {
    PackFolder folder;
    folder.link("pictures/out.svg", folder.path().parent_path() / "outside.svg");
    folder.link("pictures/in.svg", "a.svg");
    folder.link("elsewhere", folder.path().parent_path());
    CHECK(folder.body("![x](pictures/in.svg) Text\n"));
    CHECK_FALSE(folder.body("![x](pictures/out.svg) Text\n"));
    CHECK(refuses(folder.problems, front_lines + 1, "not inside the pack"));
    CHECK_FALSE(folder.body("![x](elsewhere/outside.svg) Text\n"));
    CHECK(refuses(folder.problems, front_lines + 1, "not inside the pack"));
}

TEST_CASE("files that are no message are refused with place and advice") {
    PackFolder folder;
    const auto refused = [&](std::string_view text, int line, std::string_view part) {
        CHECK_FALSE(folder.message(text));
        INFO(shown(folder.problems));
        CHECK(refuses(folder.problems, line, part));
    };
    refused("", 0, "is empty");
    refused("\n \n", 0, "is empty");
    refused("# Just Markdown\n", 1, "make +++ the first line");
    refused("+++\ntitle = \"T\"\nsumm", 1, "cut off");
    refused("+++\ntitle = \"T\n+++\nText\n", 2, "not valid TOML");
    refused("+++\ntitle = \"T\"\n\nsummary = [1\n+++\nText\n", 4, "not valid TOML");
    refused(std::string{front}, front_lines, "the message is empty");
    refused(joined(front, "\n \n"), front_lines + 1, "the message is empty");
    refused(joined(front, "Caf\xE9\n"), front_lines + 1, "not UTF-8");
    refused(joined(front, "a\nb\x01\n"), front_lines + 2, "control character");
    refused(joined(front, std::string("a\0b", 3)), front_lines + 1, "control character");
    refused(joined(front, std::string(10UL * 1024 * 1024, 'a')), 0, "larger than");
}

TEST_CASE("what is not a file of the pack is no message") {
    PackFolder folder;
    const auto load = [&](const fs::path& file) {
        folder.problems.clear();
        return pack::load_message(folder.path(), file, today, folder.problems);
    };
    const auto messages = folder.path() / "messages";
    fs::create_directories(messages / "folder.md");
    ::mkfifo((messages / "pipe.md").c_str(), 0600);
    const auto outside = folder.path().parent_path() / "outside.md";
    fs::copy_file(folder.write("messages/a.md", good_message), outside);
    folder.link("messages/out.md", outside);
    folder.link("messages/in.md", "a.md");
    folder.link("messages/nowhere.md", "none.md");

    CHECK(load(messages / "a.md"));
    CHECK(load(messages / "in.md"));
    CHECK_FALSE(load(messages / "folder.md"));
    CHECK(refuses(folder.problems, 0, "not a regular file"));
    CHECK_FALSE(load(messages / "pipe.md"));
    CHECK(refuses(folder.problems, 0, "not a regular file"));
    CHECK_FALSE(load(messages / "none.md"));
    CHECK(refuses(folder.problems, 0, "no such file"));
    CHECK_FALSE(load(messages / "nowhere.md"));
    CHECK(refuses(folder.problems, 0, "link to nowhere"));
    CHECK_FALSE(load(messages / "out.md"));
    CHECK(refuses(folder.problems, 0, "leads out of the pack"));
    CHECK_FALSE(load(messages / "../../outside.md"));
    CHECK(refuses(folder.problems, 0, "leads out of the pack"));
    CHECK_FALSE(load(outside));
    for (const auto& problem : folder.problems) CHECK(problem.path == outside.string());
}

TEST_CASE("the name of the file is the id") {
    PackFolder folder;
    const auto named = [&](std::string_view name) {
        folder.problems.clear();
        const auto file = folder.write(joined("messages/", name), good_message);
        return pack::load_message(folder.path(), file, today, folder.problems);
    };
    CHECK(named("a-2.md")->id == "a-2");
    CHECK_FALSE(named("A.md"));
    CHECK_FALSE(named("2a.md"));
    CHECK_FALSE(named("a b.md"));
    CHECK_FALSE(named("a.fr.md"));
    CHECK_FALSE(named("a.txt"));
    CHECK(refuses(folder.problems, 0, "not a name for a message"));
}

TEST_CASE("no prefix of a good message crashes, and a shorter one is no message or has less") {
    PackFolder folder;
    for (std::size_t length = 0; length < good_message.size(); ++length) {
        const auto message = folder.message(good_message.substr(0, length));
        CAPTURE(length);
        CHECK(message.has_value() == !base::any_error(folder.problems));
        if (message) CHECK_FALSE(message->pages.empty());
        for (const auto& problem : folder.problems) CHECK(problem.path.ends_with("messages/a.md"));
    }
}

TEST_CASE("no single damaged byte of a good message crashes") {
    PackFolder folder;
    for (std::size_t at = 0; at < good_message.size(); ++at) {
        for (const char damage : {'\0', '\xff', '[', '>', '"', '\n'}) {
            auto text = good_message;
            text[at] = damage;
            const auto message = folder.message(text);
            if (message.has_value() == base::any_error(folder.problems))
                FAIL("at " << at << ": " << shown(folder.problems));
        }
    }
}

TEST_CASE("the largest hostile message is refused within a second") {
    PackFolder folder;
    const auto* pattern =
        GENERATE(">", "*", "*a ", "> ", "- ", "1. ", "[", "![", "[a](", "![a](<b", "<", "`", "&amp;", "|a", "---\n",
                 "<b>", "- a\n", "#\n", "[a]: b\n", "***a", "~~a", "\\", "(", "a\n\n", "****\n", "<!--");
    CAPTURE(pattern);
    std::string text{front};
    while (text.size() + std::string_view{pattern}.size() <= pack::max_message_bytes) text += pattern;
    bool accepted = true;
    const auto seconds = cpu_seconds([&] { accepted = folder.message(text).has_value(); });
    CHECK_FALSE(accepted);
    CHECK(seconds < 1);
    CHECK(folder.problems.size() <= 101);
}

TEST_CASE("the largest message of full pages is read within a second, whatever is in it") {
    PackFolder folder;
    const auto* pattern =
        GENERATE("*a ", "**a", "[", "![", "[a](", "![a](<b", "<", "`", "&amp;", "<b>", "- a\n", "***a", "~~a", "(",
                 "a\n\n", "*a**a*_", "[a][", "`a``b```c", "<a b='", "a*b_", "|\n");
    CAPTURE(pattern);
    std::string text{front};
    while (text.size() + 16UL * 1024 < pack::max_message_bytes) {
        std::string page;
        if (std::string_view{pattern} == "|\n")
            page = joined("|", std::string(1000, '|'), "\n");  // a table of many columns and rows
        while (page.size() + 16 < 16UL * 1024) page += pattern;
        text += joined(page, "\n---\n");
    }
    CHECK(cpu_seconds([&] { (void)folder.message(joined(text, "The end\n")); }) < 1);
    CHECK(folder.problems.size() <= 101);
}
