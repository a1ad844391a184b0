// The counts of use that `talkpointctl export` writes, by the real program.
#include "catch.hpp"
#include "kiosk.hpp"
#include "outbox/use.hpp"
#include "tables.hpp"

#include <algorithm>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using outbox::Use;
using outbox::Uses;
using outbox::What;

namespace {

using Row = std::vector<std::string>;

// Days that are over, and one that is not: whoever runs this, and whenever.
const std::string over = "2020-01-06", over_too = "2020-W03", not_over = "2999-01-01";

void count(store::Database& database, const Uses& uses, const std::string& period) {
    REQUIRE(database.count(uses, period));
}

/// What use.csv says below its heading.
std::vector<Row> exported(const Kiosk& kiosk, const fs::path& out) {
    const auto ran = kiosk.ctl({"export", "--to", out});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    auto table = table_in(out / "use.csv");
    CHECK(table.front() == Row{"period", "what", "subject", "detail", "count"});
    table.erase(table.begin());
    return table;
}

const Uses a_day = {{{What::visit}, 38},
                    {{What::play, "safety", "say-no"}, 402},
                    {{What::open, "safety", "say-no"}, 6},
                    {{What::screen, "help"}, 8},
                    {{What::screen, "topic", "safety"}, 23},
                    {{What::language, "pl"}, 1},
                    {{What::setting, "large-text"}, 12},
                    {{What::survey_started, "safe"}, 30},
                    {{What::survey_left, "safe", "who"}, 3},
                    {{What::survey_left, "safe", "sure"}, 4},
                    {{What::survey_left, "safe", ""}, 5},
                    {{What::survey_finished, "safe"}, 18}};

}  // namespace

TEST_CASE("use.csv has the counts of periods that are over, redacted and rounded, a row each") {
    const Kiosk kiosk;
    auto database = kiosk.database();
    count(database, a_day, over);
    count(database, {{{What::visit}, 7}, {{What::screen, "help"}, 7}}, over_too);
    count(database, a_day, not_over);
    CHECK(exported(kiosk, kiosk.folder.path() / "out") == std::vector<Row>{{over, "play", "safety", "say-no", "400"},
                                                                           {over, "visit", "", "", "40"},
                                                                           {over, "open", "safety", "say-no", "1-7"},
                                                                           {over, "screen", "help", "", "10"},
                                                                           {over, "screen", "topic", "safety", "25"},
                                                                           {over, "language", "pl", "", "1-7"},
                                                                           {over, "setting", "large-text", "", "10"},
                                                                           {over, "survey-started", "safe", "", "30"},
                                                                           {over, "survey-left", "safe", "", "1-7"},
                                                                           {over, "survey-left", "safe", "sure", "1-7"},
                                                                           {over, "survey-left", "safe", "who", "1-7"},
                                                                           {over, "survey-finished", "safe", "", "20"},
                                                                           {over_too, "visit", "", "", "1-7"}});
}

TEST_CASE("an export today and one tomorrow differ by whole periods, never by what was counted meanwhile") {
    const Kiosk kiosk;
    auto database = kiosk.database();
    count(database, a_day, over);
    count(database, a_day, not_over);
    const auto out = kiosk.folder.path() / "out";
    (void)exported(kiosk, out);
    const auto before = text_of(out / "use.csv");
    for (int i = 0; i < 10; ++i) {
        count(database, {{{What::visit}, 1}, {{What::open, "safety", "say-no"}, 1}}, not_over);
        (void)exported(kiosk, out);
        CHECK(text_of(out / "use.csv") == before);
    }
    count(database, a_day, over_too);  // another day has passed
    (void)exported(kiosk, out);
    CHECK(text_of(out / "use.csv").starts_with(before));
    CHECK(text_of(out / "use.csv").size() > before.size());
}

TEST_CASE("before anything is counted there are headings; one survey alone brings no counts of use") {
    const Kiosk kiosk;
    const auto out = kiosk.folder.path() / "out";
    CHECK(exported(kiosk, out).empty());
    CHECK_FALSE(fs::exists(kiosk.state()));
    const auto one = kiosk.folder.path() / "one";
    REQUIRE(kiosk.ctl({"export", "--to", one, "--survey", "safe"}).exit_code == 0);
    CHECK(names_in(one) == std::set<std::string>{"safe.csv", "safe.codebook.csv", "safe.form.xml"});
}

TEST_CASE("what the content is called cannot become a formula, nor break a row") {
    const Kiosk kiosk;
    auto database = kiosk.database();
    count(database, {{{What::visit}, 10}, {{What::open, "=1+1", "a,\"b\"\r\nc"}, 10}}, over);
    CHECK(exported(kiosk, kiosk.folder.path() / "out").back() == Row{over, "open", "'=1+1", "a,\"b\"\r\nc", "10"});
}

TEST_CASE("a survey that is called as the table of use has a file of its own") {
    Kiosk kiosk;
    auto database = kiosk.database();
    kiosk.keep(database, {{"x", chosen("y")}}, "use");
    count(database, {{{What::visit}, 10}}, over);
    const auto out = kiosk.folder.path() / "out";
    CHECK(exported(kiosk, out).size() == 1);
    const auto names = names_in(out);
    const auto survey = std::ranges::find_if(
        names, [](const std::string& name) { return name.starts_with("use-") && name.ends_with(".csv"); });
    REQUIRE(survey != names.end());
    CHECK(table_in(out / *survey).size() == 2);
}

TEST_CASE("the codebook beside use.csv explains each column, and each word and number in it") {
    const Kiosk kiosk;
    auto database = kiosk.database();
    count(database, a_day, over);
    const auto out = kiosk.folder.path() / "out";
    const auto rows = exported(kiosk, out);
    const auto codebook = table_in(out / "use.codebook.csv");
    CHECK(codebook.front() == table_in(out / "safe.codebook.csv").front());
    const auto explains = [&](const std::string& variable, const std::string& value) {
        return std::ranges::any_of(codebook, [&](const Row& row) {
            return row[0] == variable && row[4] == value && !row[3].empty() && !row[5].empty();
        });
    };
    CHECK(explains("period", "(YYYY-MM-DD)"));
    CHECK(explains("count", "1-7"));
    CHECK(explains("count", "(any)"));
    for (const auto& row : rows) {
        INFO(row[1]);
        CHECK(explains("what", row[1]));
        CHECK(explains("subject", row[1]) == !row[2].empty());
        if (!row[3].empty()) CHECK(explains("detail", row[1]));
    }
}
