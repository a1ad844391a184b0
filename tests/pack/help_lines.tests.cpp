#include "pack/help_lines.hpp"
#include "catch.hpp"
#include "pack_folder.hpp"

#include <sys/stat.h>
#include <array>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;

namespace {

const std::string good_help =
    "# Who can help\n"
    "[[line]]\n"
    "id = \"emergency\"\n"
    "name = \"Emergency services\"\n"
    "for = \"Someone is in danger now\"\n"
    "phone = \"999\"\n"
    "emergency = true\n"
    "\n"
    "[[line]]\n"
    "id = \"childline\"\n"
    "name = \"Childline\"\n"
    "for = \"Anyone under 19\"\n"
    "phone = \"0800 1111\"\n"
    "text = \"12345\"\n"
    "web = \"https://www.childline.org.uk\"\n"
    "hours = \"Day and night\"\n"
    "audiences = [\"child\", \"young-person\"]\n"
    "regions = [\"uk\"]\n"
    "source = \"https://www.childline.org.uk\"\n"
    "checked_on = 2090-06-01\n";

struct Loaded {
    std::vector<pack::HelpLine> lines;
    base::Problems problems;
};

Loaded load(std::string_view text, base::Date day = today) {
    const TempFolder folder;
    Loaded out;
    out.lines = pack::load_help_lines(folder.write("help.toml", text), day, out.problems);
    return out;
}

/// One sound line, with `keys` from line 6 on.
Loaded load_line(std::string_view keys, base::Date day = today) {
    return load(joined("[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"1\"\n", keys, "source = \"S\"\n"),
                day);
}
constexpr int key_line = 6;

}  // namespace

TEST_CASE("good help lines are read whole, in the order of the file") {
    const auto out = load(good_help);
    INFO(shown(out.problems));
    CHECK(out.problems.empty());
    REQUIRE(out.lines.size() == 2);
    CHECK(out.lines[0].id == "emergency");
    CHECK(out.lines[0].emergency);
    CHECK_FALSE(out.lines[0].checked_on);
    const auto& line = out.lines[1];
    CHECK(line.id == "childline");
    CHECK(line.name == "Childline");
    CHECK(line.for_whom == "Anyone under 19");
    CHECK(line.phone == "0800 1111");
    CHECK(line.text == "12345");
    CHECK(line.web == "https://www.childline.org.uk");
    CHECK(line.hours == "Day and night");
    CHECK_FALSE(line.emergency);
    CHECK(line.audiences == std::vector{pack::Audience::child, pack::Audience::young_person});
    CHECK(line.regions == std::vector<std::string>{"uk"});
    CHECK(line.source == "https://www.childline.org.uk");
    CHECK(line.checked_on == base::parse_date("2090-06-01"));
}

TEST_CASE("a line is current for 90 days after its check") {
    pack::HelpLine line;
    line.phone = "1";
    const base::Date checked = 2026y / 8 / 1;
    CHECK(freshness_of(line, checked) == pack::Freshness::unchecked);
    line.checked_on = checked;
    CHECK(freshness_of(line, checked) == pack::Freshness::current);
    CHECK(freshness_of(line, 2026y / 10 / 30) == pack::Freshness::current);  // 90 days
    CHECK(freshness_of(line, 2026y / 10 / 31) == pack::Freshness::stale);
    CHECK(freshness_of(line, 1970y / 1 / 1) == pack::Freshness::current);  // a clock that forgot
    line.emergency = true;
    CHECK(freshness_of(line, 2036y / 1 / 1) == pack::Freshness::current);
    line.checked_on.reset();
    CHECK(freshness_of(line, 2036y / 1 / 1) == pack::Freshness::current);
}

TEST_CASE("staff are told of stale and unchecked lines, not of emergency numbers") {
    const auto never = load_line("");
    CHECK(never.lines.size() == 1);
    CHECK(warns(never.problems, 1, "\"a\" is to confirm before opening"));
    CHECK(warns(never.problems, 1, "call it, then write checked_on = 2090-06-15"));
    const auto long_ago = load_line("checked_on = 2090-03-16\n");
    CHECK(long_ago.lines.size() == 1);
    CHECK(warns(long_ago.problems, key_line, "last checked on 2090-03-16"));
    CHECK(load_line("checked_on = 2090-03-17\n").problems.empty());
    CHECK(load_line("emergency = true\n").problems.empty());
    CHECK(load_line("emergency = true\nchecked_on = 2000-01-01\n").problems.empty());
}

TEST_CASE("a check in the future is an error that does not take the help away") {
    const auto out = load_line("checked_on = 2090-06-16\n");
    CHECK(refuses(out.problems, key_line, "2090-06-16 has not come yet"));
    CHECK(out.lines.size() == 1);
    CHECK(load_line("checked_on = 2090-06-15\n").problems.empty());
    const auto forgetful_clock = load_line("checked_on = 2026-06-16\n", 1970y / 1 / 1);
    CHECK(forgetful_clock.problems.empty());
    CHECK(forgetful_clock.lines.size() == 1);
}

TEST_CASE("a broken line is reported and left out, the others are kept") {
    const auto [keys, complaint] = GENERATE(table<std::string, std::string>({
        {"phnoe = \"1\"", "did you mean \"phone\"?"},
        {"emergency = 1", "true or false"},
        {"audiences = [\"chlid\"]", "did you mean \"child\"?"},
        {"regions = [\"South West\"]", "cannot be a region"},
        {"regions = 3", "a list of texts"},
        {"checked_on = \"yesterday\"", "a date such as"},
        {"hours = \"\"\"a\nb\"\"\"", "must be one line"},
    }));
    CAPTURE(keys);
    const auto out =
        load(joined("[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"1\"\n", keys, "\n", good_help));
    INFO(shown(out.problems));
    CHECK(refuses(out.problems, key_line, complaint));
    CHECK(out.lines.size() == 2);
}

TEST_CASE("what a line must have is asked for, all at once") {
    const auto out =
        load("[[line]]\nhours = \"1\"\n[[line]]\nid = \"Two words\"\nname = \" \"\nfor = \"x\"\nhours = \" \"\n");
    INFO(shown(out.problems));
    CHECK(out.lines.empty());
    CHECK(refuses(out.problems, 1, "\"id\" is missing"));
    CHECK(refuses(out.problems, 1, "\"name\" is missing"));
    CHECK(warns(out.problems, 1, "\"for\" is missing"));
    CHECK(refuses(out.problems, 1, "at least one of \"phone\", \"text\" and \"web\""));
    CHECK(refuses(out.problems, 4, "\"Two words\" cannot be an id"));
    CHECK(refuses(out.problems, 5, "\"name\" is empty"));
    CHECK(refuses(out.problems, 3, "at least one of"));
}

TEST_CASE("a number that is still to be filled in is a warning, and its line is shown to nobody") {
    const auto out = load(
        "[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"\"\nsource = \"S\"\n"
        "checked_on = 2090-06-01\n");
    INFO(shown(out.problems));
    REQUIRE(out.lines.size() == 1);
    CHECK(out.problems.size() == 1);
    CHECK(warns(out.problems, 5, "\"a\" is to confirm before opening: it has no number yet"));
    const auto freshness = freshness_of(out.lines.front(), 2090y / 6 / 2);
    CHECK(freshness == pack::Freshness::nowhere);
    CHECK_FALSE(pack::is_shown(freshness, true));
}

TEST_CASE("the lines that packs share are named by id, and each must be there") {
    base::Problems problems;
    std::vector<std::string> shared;
    const TempFolder folder;
    const auto file = folder.write("help.toml", "shared = [\"emergency\", \"chidline\", \"Two words\"]\n");
    CHECK(pack::load_help_lines(file, 2026y / 11 / 1, problems, &shared).empty());
    INFO(shown(problems));
    CHECK(refuses(problems, 1, "\"Two words\" cannot be the id of a help line"));
    pack::HelpLine emergency, childline;
    emergency.id = "emergency";
    childline.id = "childline";
    pack::check_shared(file, shared, {emergency, childline}, problems);
    CHECK(problems.size() == 2);
    CHECK(refuses(problems, 0, "there is no shared help line \"chidline\"; did you mean \"childline\"?"));
    // A file that nobody else names lines in has no such key.
    base::Problems alone;
    (void)pack::load_help_lines(file, 2026y / 11 / 1, alone);
    CHECK(refuses(alone, 1, "unknown key \"shared\""));
}

TEST_CASE("one way to get help is enough") {
    for (const auto* way : {"phone", "text", "web"}) {
        const auto out =
            load(joined("[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nsource = \"S\"\nchecked_on = 2090-06-01\n",
                        way, " = \"1\"\n"));
        CHECK(out.problems.empty());
        CHECK(out.lines.size() == 1);
    }
}

TEST_CASE("a line that somebody checked says where they found it") {
    constexpr auto line = "[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"1\"\n";
    for (const auto* keys : {"checked_on = 2090-06-01\n", "source = \" \"\nchecked_on = 2090-06-01\n"}) {
        const auto out = load(joined(line, keys));
        INFO(shown(out.problems));
        CHECK(out.problems.size() == 1);
        CHECK(warns(out.problems, key_line, "where did you find it?"));
        CHECK(out.lines.size() == 1);
    }
    // Until then whoever checks it will find out.
    CHECK(load(joined(line, "source = \"\"\n")).problems.size() == 1);
    CHECK(load(joined(line, "emergency = true\n")).problems.empty());
}

TEST_CASE("two lines with one id are an error at the second, which is left out") {
    const auto out = load(good_help + good_help);
    CHECK(refuses(out.problems, 23, "the id of another line"));
    CHECK(out.lines.size() == 2);
}

TEST_CASE("files that hold no help lines are refused") {
    CHECK(load("").problems.empty());
    CHECK(refuses(load("lines = 1\n").problems, 1, "did you mean \"line\"?"));
    CHECK(refuses(load("line = 1\n").problems, 1, "a list of tables"));
    CHECK(refuses(load("line = [1]\n").problems, 1, "a list of tables"));
    CHECK(refuses(load("[[line]]\nid = \"a\n").problems, 2, "not valid TOML"));
    CHECK(refuses(load("[[line]]\nname = \"\xff\"\n").problems, 2, "not UTF-8"));
    CHECK(refuses(load(std::string(10UL * 1024 * 1024, '#')).problems, 0, "larger than"));
    std::string brackets = "a = ";
    brackets.append(100'000, '[');
    CHECK(refuses(load(brackets).problems, 0, "nests deeper"));
    std::string dotted = "a";
    for (int i = 0; i < 200'000; ++i) dotted += ".a";
    CHECK(refuses(load(joined(dotted, " = 1")).problems, 0, "nests deeper"));
    CHECK(refuses(load(joined("[", dotted, "]")).problems, 0, "nests deeper"));

    const TempFolder folder;
    base::Problems problems;
    CHECK(pack::load_help_lines(folder.path() / "none.toml", today, problems).empty());
    CHECK(pack::load_help_lines(folder.path(), today, problems).empty());
    ::mkfifo((folder.path() / "pipe.toml").c_str(), 0600);
    CHECK(pack::load_help_lines(folder.path() / "pipe.toml", today, problems).empty());
    CHECK(problems.size() == 3);
}

TEST_CASE("help lines are bounded in number") {
    std::string text;
    for (std::size_t i = 0; i <= pack::max_help_lines; ++i)
        text += joined("[[line]]\nid = \"a", std::to_string(i),
                       "\"\nname = \"A\"\nfor = \"B\"\nphone = \"1\"\nemergency = true\n");
    const auto out = load(text);
    CHECK(refuses(out.problems, 0, "more than 200 lines"));
    CHECK(out.lines.size() == pack::max_help_lines);
}

TEST_CASE("no prefix of good help lines crashes") {
    for (std::size_t length = 0; length < good_help.size(); ++length) {
        const auto out = load(good_help.substr(0, length));
        CAPTURE(length);
        CHECK(out.lines.size() <= 2);
    }
}

TEST_CASE("a line without a heading is shown under its name; an emergency number is shown whatever else is wrong") {
    const auto headless = load("[[line]]\nid = \"a\"\nname = \"A\"\nphone = \"1\"\nchecked_on = 2090-06-01\n");
    INFO(shown(headless.problems));
    REQUIRE(headless.lines.size() == 1);
    CHECK(headless.lines[0].for_whom == "A");
    CHECK(warns(headless.problems, 1, "\"for\" is missing"));

    const std::string broken = "name = 3\nfro = \"x\"\nphone = \"999\"\n";
    CHECK(load("[[line]]\nid = \"a\"\n" + broken).lines.empty());
    const auto emergency = load("[[line]]\nid = \"a\"\nemergency = true\n" + broken);
    REQUIRE(emergency.lines.size() == 1);
    CHECK(emergency.lines[0].phone == "999");
    CHECK(base::any_error(emergency.problems));
}

TEST_CASE("a line of another region is nobody's to confirm here, and one of no region is a warning") {
    const TempFolder folder;
    const auto file =
        folder.write("help.toml",
                     "[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"1\"\nregions = [\"scotland\"]\n"
                     "[[line]]\nid = \"b\"\nname = \"A\"\nfor = \"B\"\nphone = \"1\"\nregions = [\"scotlnd\"]\n");
    base::Problems problems;
    CHECK(pack::load_help_lines(file, 2026y / 11 / 1, problems, nullptr, "england").size() == 2);
    INFO(shown(problems));
    REQUIRE(problems.size() == 1);
    CHECK(warns(problems, 12, "no place is in \"scotlnd\""));
    problems.clear();
    (void)pack::load_help_lines(file, 2026y / 11 / 1, problems, nullptr, "scotland");
    CHECK(warns(problems, 1, "\"a\" is to confirm before opening"));
}

TEST_CASE("a number is digits, and one that is to be filled in is said beside a web address, too") {
    const auto word = load("[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"abc\"\n");
    CHECK(refuses(word.problems, 5, "\"abc\" is not a number"));
    const auto web = load(
        "[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"\"\nweb = \"https://a.uk\"\nsource = "
        "\"S\"\nchecked_on = "
        "2090-06-01\n");
    INFO(shown(web.problems));
    REQUIRE(web.problems.size() == 1);
    CHECK(warns(web.problems, 5, "it has no number yet;"));
}

TEST_CASE("what staff found of a line by calling it counts, for exactly that way to reach it") {
    pack::HelpLine line;
    line.id = "charity";
    line.phone = "0800 1111";
    const pack::HelpChecks called = {{"charity", pack::reach_of(line), 2026y / 11 / 1, false}};
    auto checked = line;
    pack::apply(called, 2026y / 11 / 23, checked);
    CHECK(checked.checked_on == 2026y / 11 / 1);
    CHECK(freshness_of(checked, 2026y / 11 / 23) == pack::Freshness::current);
    CHECK(freshness_of(checked, 2027y / 2 / 1) == pack::Freshness::stale);

    checked.checked_on = 2026y / 11 / 20;  // its file has a later day
    pack::apply(called, 2026y / 11 / 23, checked);
    CHECK(checked.checked_on == 2026y / 11 / 20);

    for (const auto& [phone, text, web, id] : {std::array{"0800 1112", "", "", "charity"},
                                               {"0800 1111", "8", "", "charity"},
                                               {"0800 1111", "", "https://example.org", "charity"},
                                               {"0800 1111", "", "", "other"}}) {
        auto changed = line;
        changed.phone = phone;
        changed.text = text;
        changed.web = web;
        changed.id = id;
        pack::apply(called, 2026y / 11 / 23, changed);
        CHECK_FALSE(changed.checked_on);
    }
    auto translated = line;
    translated.name = translated.hours = "po polsku";
    pack::apply(called, 2026y / 11 / 23, translated);
    CHECK(translated.checked_on);
}

TEST_CASE("a line that staff found wrong is not shown, save in danger, until somebody knows better") {
    pack::HelpLine line;
    line.id = "charity";
    line.phone = "0800 1111";
    line.checked_on = 2026y / 11 / 20;
    pack::HelpChecks found = {{"charity", pack::reach_of(line), 2026y / 11 / 20, true}};
    const base::Date day = 2026y / 11 / 23;
    pack::apply(found, day, line);
    CHECK(freshness_of(line, day) == pack::Freshness::wrong);
    for (const bool rehearsal : {true, false}) CHECK_FALSE(pack::is_shown(pack::Freshness::wrong, rehearsal));
    pack::apply(found, day, line);
    CHECK(line.wrong_since == 2026y / 11 / 20);

    auto emergency = line;
    emergency.emergency = true;
    CHECK(freshness_of(emergency, day) == pack::Freshness::current);

    auto later = line;
    later.checked_on = 2026y / 11 / 21;  // in its file: somebody has called since
    pack::apply(found, day, later);
    CHECK(freshness_of(later, day) == pack::Freshness::current);

    found.front().wrong = false;
    pack::apply(found, day, line);
    CHECK(freshness_of(line, day) == pack::Freshness::current);
}

TEST_CASE("a check by a clock that was wrong is no later than today, and none is lost to one that is wrong now") {
    pack::HelpLine line;
    line.id = "charity";
    line.phone = "0800 1111";
    const pack::HelpChecks called = {{"charity", pack::reach_of(line), 2031y / 1 / 1, false}};
    pack::apply(called, 2026y / 11 / 23, line);
    CHECK(line.checked_on == 2026y / 11 / 23);
    line.checked_on.reset();
    pack::apply(called, 1970y / 1 / 1, line);
    CHECK(freshness_of(line, 1970y / 1 / 1) == pack::Freshness::current);
}

TEST_CASE("the reader counts what staff found before it complains, and says what they found wrong") {
    const TempFolder folder;
    const auto file = folder.write("help.toml",
                                   "[[line]]\nid = \"a\"\nname = \"A\"\nfor = \"B\"\nphone = \"1\"\n"
                                   "[[line]]\nid = \"b\"\nname = \"A\"\nfor = \"B\"\nphone = \"2\"\n");
    const base::Date day = 2026y / 11 / 23;
    base::Problems problems;
    auto lines = pack::load_help_lines(file, day, problems);
    REQUIRE(problems.size() == 2);
    const pack::HelpChecks found = {{"a", pack::reach_of(lines[0]), day, false},
                                    {"b", pack::reach_of(lines[1]), day, true}};
    problems.clear();
    lines = pack::load_help_lines(file, day, problems, nullptr, {}, found);
    REQUIRE(lines.size() == 2);
    CHECK(freshness_of(lines[0], day) == pack::Freshness::current);
    CHECK(freshness_of(lines[1], day) == pack::Freshness::wrong);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].line == 10);
    CHECK(problems[0].severity == base::Severity::warning);
    CHECK(problems[0].message.find("\"b\" was found wrong at this kiosk on 2026-11-23, so it is not shown") == 0);
}
