#include "ctl/csv.hpp"
#include "base/random.hpp"
#include "catch.hpp"
#include "csv_reader.hpp"

using namespace talkpoint;
using ctl::csv_row;
using tests::read_csv;
using tests::Table;

TEST_CASE("plain cells stay as they are; others are quoted after RFC 4180") {
    CHECK(csv_row({"a", "b c", "", "é"}) == "a,b c,,é\r\n");
    CHECK(csv_row({"a,b"}) == "\"a,b\"\r\n");
    CHECK(csv_row({"say \"no\""}) == "\"say \"\"no\"\"\"\r\n");
    CHECK(csv_row({"two\nlines", "two\r\nlines"}) == "\"two\nlines\",\"two\r\nlines\"\r\n");
}

TEST_CASE("no cell can become a formula") {
    for (const std::string cell :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"http://x\",\"y\")", "-"}) {
        CAPTURE(cell);
        const auto table = read_csv(csv_row({cell, "x"}));
        CHECK(table == Table{{"'" + cell, "x"}});
    }
    CHECK(csv_row({"a=1", "a-b", "1-2", "'x", " =1"}) == "a=1,a-b,1-2,'x, =1\r\n");
}

TEST_CASE("whatever is written is read back, but for the apostrophe") {
    base::Random random{1};
    constexpr std::string_view letters = "ab,\"\r\n\t =+-@';\xC3\xA9";
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> cells(1 + random.below(4));
        for (auto& cell : cells)
            for (auto n = random.below(6); n > 0; --n) cell += letters[random.below(letters.size())];
        const auto table = read_csv(csv_row(cells));
        REQUIRE(table.size() == 1);
        REQUIRE(table[0].size() == cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool risky =
                !cells[i].empty() && std::string_view{"=+-@\t\r"}.find(cells[i][0]) != std::string_view::npos;
            REQUIRE(table[0][i] == (risky ? "'" : "") + cells[i]);
        }
    }
}

TEST_CASE("the reader of these tests refuses what RFC 4180 does not allow") {
    for (const char* text : {"a", "a\n", "a\r", "a\"b\r\n", "\"a", "\"a\"b\r\n", "a,b\r\nc\r\n", "a,"}) {
        CAPTURE(text);
        CHECK_THROWS(read_csv(text));
    }
}
