#include "catch.hpp"

#include "base/toml.hpp"
#include "support.hpp"

using namespace talkpoint;
using namespace talkpoint::base;

namespace {

struct Read {
    Problems problems{};

    std::optional<TomlTable> parse(std::string_view text, int first_line = 1) {
        return TomlTable::parse(text, "a.toml", problems, first_line);
    }
    /// All complaints, "line: message", one after another.
    [[nodiscard]] std::string all() const {
        std::string out;
        for (const auto& p : problems) out += (out.empty() ? "" : " | ") + std::to_string(p.line) + ": " + p.message;
        return out;
    }
};

std::string nested(int levels) {
    return "a = " + std::string(static_cast<std::size_t>(levels), '[') +
           std::string(static_cast<std::size_t>(levels), ']');
}

}  // namespace

TEST_CASE("toml: every kind of value", "[toml]") {
    Read read;
    auto t = read.parse(
        "text = \"é\"\nflag = true\nnumber = 3\nhalf = 0.5\nday = 2027-05-31\nday_text = \"2027-05-31\"\n"
        "list = [\"a\", \"b\"]\n[table]\nx = 1\n[[many]]\ny = 1\n[[many]]\ny = 2\n");
    REQUIRE(t);
    CHECK(t->text("text") == "é");
    CHECK(t->flag("flag") == true);
    CHECK(t->integer("number") == 3);
    CHECK(t->number("half") == 0.5);
    CHECK(t->number("number") == 3.0);
    CHECK(t->date("day") == parse_date("2027-05-31"));
    CHECK(t->date("day_text") == parse_date("2027-05-31"));
    CHECK(t->texts("list") == std::vector<std::string>{"a", "b"});
    CHECK(t->texts("text") == std::vector<std::string>{"é"});
    CHECK(t->is_table("table"));
    CHECK_FALSE(t->is_table("text"));
    CHECK(t->table("table")->integer("x") == 1);
    auto many = t->tables("many");
    REQUIRE(many.size() == 2);
    CHECK(many[1].integer("y") == 2);
    CHECK_FALSE(t->text("absent").has_value());
    CHECK(t->tables("absent").empty());
    CHECK(t->keys() ==
          std::vector<std::string>{"text", "flag", "number", "half", "day", "day_text", "list", "table", "many"});
    t->finish();
    CHECK(read.all().empty());
}

TEST_CASE("toml: the wrong kind of value, each with its line, all at once", "[toml]") {
    Read read;
    auto t = read.parse(
        "text = 1\nflag = \"yes\"\nnumber = 1.5\nhalf = \"x\"\nday = \"May\"\nlist = [\"a\", 1]\ntable = 1\nmany = "
        "[1]\nbell = \"\\u0007\"\n");
    REQUIRE(t);
    CHECK_FALSE(t->text("text").has_value());
    CHECK_FALSE(t->flag("flag").has_value());
    CHECK_FALSE(t->integer("number").has_value());
    CHECK_FALSE(t->number("half").has_value());
    CHECK_FALSE(t->date("day").has_value());
    CHECK_FALSE(t->texts("list").has_value());
    CHECK_FALSE(t->table("table").has_value());
    CHECK(t->tables("many").empty());
    CHECK_FALSE(t->text("bell").has_value());
    REQUIRE(read.problems.size() == 9);
    const std::vector<std::string> keys = {"text", "flag", "number", "half", "day", "list", "table", "many", "bell"};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        CHECK(read.problems[i].line == static_cast<int>(i) + 1);
        CHECK(read.problems[i].path == "a.toml");
        CHECK(read.problems[i].message.starts_with("\"" + keys[i] + "\""));
        CHECK(read.problems[i].severity == Severity::error);
    }
}

TEST_CASE("toml: keys that nobody asked for, with the nearest that somebody did", "[toml]") {
    Read read;
    auto t = read.parse("titel = \"x\"\nzebra = 1\n[inner]\nflga = true\n");
    REQUIRE(t);
    (void)t->text("title");
    auto inner = t->table("inner");
    (void)inner->flag("flag");
    inner->finish();
    t->finish();
    CHECK(read.all() ==
          "4: unknown key \"flga\"; did you mean \"flag\"? | 1: unknown key \"titel\"; did you mean \"title\"? | "
          "2: unknown key \"zebra\"; remove it, or use one of: title, inner");
}

TEST_CASE("toml: a key that was passed over is no unknown one", "[toml]") {
    Read read;
    auto t = read.parse("odd = 1\nother = 2\n");
    REQUIRE(t);
    t->pass_over("odd");
    t->finish();
    CHECK(read.all() == "2: unknown key \"other\"; remove it, or use one of: odd");
}

TEST_CASE("toml: what must be there", "[toml]") {
    Read read;
    auto t = read.parse("a = 1\nblank = \" \\n \"\n[[item]]\nx = 1\n");
    REQUIRE(t);
    CHECK(t->required_text("id", "its name").empty());
    (void)t->required_text("blank", "words");
    (void)t->required_text("a", "words");
    (void)t->tables("item")[0].required_text("id", "its name");
    CHECK(read.all().starts_with(
        "0: \"id\" is missing; add it: its name | 2: \"blank\" is empty; fill it in: words | 1: \"a\" "));
    CHECK(read.problems.back().line == 3);
    CHECK(read.problems.size() == 4);
}

TEST_CASE("toml: lines, also of one item, and of a text within a longer file", "[toml]") {
    Read read;
    auto t = read.parse("a = 1\nlist = [\n  \"x\",\n  \"y\",\n]\n[table]\nb = 2\n", 11);
    REQUIRE(t);
    CHECK(t->line("a") == 11);
    CHECK(t->line("list", 0) == 13);
    CHECK(t->line("list", 1) == 14);
    CHECK(t->line("list", 2) == t->line("list"));
    CHECK(t->line("absent") == 0);
    CHECK(t->table("table")->line() == 16);
    CHECK(t->table("table")->line("b") == 17);
    CHECK(t->table("table")->line("absent") == 16);
    t->problem("a", "is odd", Severity::warning);
    t->problem("list", 1, "is wrong");
    CHECK(read.all() == "11: is odd | 14: is wrong");
    Read broken;
    CHECK_FALSE(broken.parse("a = 1\nb = \n", 11).has_value());
    REQUIRE(broken.problems.size() == 1);
    CHECK(broken.problems[0].line == 12);
}

TEST_CASE("toml: what is not TOML is one complaint on one line", "[toml]") {
    for (const char* bad : {"a", "a = ", "a = \"x", "[a", "a = 1\na = 2", "a = 01", "= 1", "[[a]]\n[a]", "a = \"\"\"x",
                            "a = {", "a = '\n'", "a = 2026-02-30", "a = 99999999999999999999", "a.b = 1\na = 2"}) {
        Read read;
        INFO(bad);
        CHECK_FALSE(read.parse(bad).has_value());
        REQUIRE(read.problems.size() == 1);
        CHECK(read.problems[0].line > 0);
        CHECK(read.problems[0].message.find('\n') == std::string::npos);
    }
}

TEST_CASE("toml: deep nesting is refused before it eats the stack", "[toml]") {
    CHECK(Read{}.parse(nested(16)).has_value());
    std::string inner = "1", dotted = "a", header = "[a", nested_strings = "x = 1\n";
    for (int i = 0; i < 100'000; ++i) inner.insert(0, "{a=");
    for (int i = 0; i < 100'000; ++i) dotted += ".a", header += ".a";
    for (const auto& deep :
         {nested(17), nested(200'000), "a = " + inner, dotted + " = 1", header + "]",
          "x = \"\\\\\"\n" + nested(100'000), "x = '\\'\n" + nested(100'000), "x = \"\"\"\"a\"\"\"\n" + nested(100'000),
          "x = \"\"\n" + nested(100'000), "x = \"\"\"a\"\"\"\"\"\n" + nested(100'000), "# \"\n" + nested(100'000),
          "\"\\\"\" = 1\n" + nested(100'000)}) {
        Read read;
        CHECK_FALSE(read.parse(deep).has_value());
        CHECK(read.problems.size() == 1);
    }
}

TEST_CASE("toml: brackets and dots in texts, comments and numbers do not count as depth", "[toml]") {
    Read read;
    const std::string many(40, '['), dots(40, '.');
    auto t = read.parse(
        "a = \"" + many + dots + "\"\nb = '" + many + "\\'\n# " + many + dots + "\nc = \"\"\"\n" + many +
        "\n\"quoted\" " + many + "\"\"\"\nd = '''\n" + many + "\n'''\ne = \"\\\"" + many +
        "\"\nf = [1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]\n"
        "\"" +
        many + "\" = 1\n");
    CHECK(read.all().empty());
    REQUIRE(t);
    CHECK(t->text("a") == many + dots);
    CHECK(t->text("b") == many + "\\");
    CHECK(t->text("c") == many + "\n\"quoted\" " + many);
    CHECK(t->text("d") == many + "\n");
    CHECK(t->text("e") == "\"" + many);
}

TEST_CASE("toml: from a file, or why not", "[toml]") {
    const tests::TempFolder folder;
    Problems problems;
    auto t = TomlTable::load(folder.write("a.toml", "\xEF\xBB\xBFx = 1\r\ny = 2\r\n"), problems);
    REQUIRE(t);
    CHECK(t->integer("y") == 2);
    CHECK(t->line("y") == 2);
    CHECK(problems.empty());
    CHECK_FALSE(TomlTable::load(folder.path() / "none.toml", problems).has_value());
    CHECK_FALSE(TomlTable::load(folder.write("b.toml", "x = 1\ny = \"\xff\"\n"), problems).has_value());
    CHECK_FALSE(TomlTable::load(folder.write("c.toml", std::string(101, '#')), problems, 100).has_value());
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].path == (folder.path() / "none.toml").string());
    CHECK(problems[1].line == 2);
}

TEST_CASE("toml: no beginning of a good text does any harm", "[toml]") {
    const std::string whole =
        "a = \"x\"\nb = [1, 2]\n[t]\nc = { d = 1 }\n[[m]]\ne = \"\"\"\nl\n\"\"\"\nf = 2027-05-31\n";
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        Read read;
        const bool good = read.parse(whole.substr(0, length)).has_value();
        CHECK(good == read.problems.empty());
    }
}
