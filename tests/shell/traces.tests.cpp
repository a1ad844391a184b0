// Who goes without finishing leaves counts and nothing else; who finishes leaves no time, and once sent nothing but
// counts.
#include "sending.hpp"

#include <regex>

#include "store/sqlite.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::vector<std::string> canaries = {"pelican", "zanzibar", "quokka",        "tuatara",
                                           "okapi",   "uuid:",    "trusted_clock", "<context"};
const std::string half_a_visit = steps::begin + "tap \"Bread\"\n" + steps::next + "on survey.question\ntap \"Ham\"\n";
const std::string other_half =
    steps::next + "tap \"Door\"\ntap \"Shoes\"\ntap \"Socks\"\n" + steps::next + steps::end + steps::leave;
const std::string whole_visit = half_a_visit + other_half;

/// Each text of each table, as `table.column: text`; of `meta` by its keys.
std::vector<std::string> texts_in(const std::filesystem::path& database) {
    auto connection = store::Connection::open(database.string(), SQLITE_OPEN_READONLY);
    REQUIRE(connection);
    std::vector<std::pair<std::string, std::string>> columns;
    const auto listed = store::each_row(
        *connection,
        "SELECT m.name, c.name FROM sqlite_schema AS m JOIN pragma_table_xinfo(m.name) AS c WHERE m.type = 'table'",
        [&](const store::Run& row) { columns.emplace_back(row.text(0), row.text(1)); });
    REQUIRE(listed);
    REQUIRE(columns.size() > 20);
    std::vector<std::string> texts;
    for (const auto& [table, column] : columns) {
        const auto name = table == "meta" && column == "value" ? "'meta.' || key" : "'" + table + "." + column + "'";
        const auto sql = "SELECT " + name + " || ': ' || CAST(" + column + " AS TEXT) FROM " + table + " WHERE " +
                         column + " IS NOT NULL";
        REQUIRE(
            store::each_row(*connection, sql.c_str(), [&](const store::Run& row) { texts.push_back(row.text(0)); }));
    }
    return texts;
}

}  // namespace

TEST_CASE("a visit that was not finished leaves nothing but counts, however it ended") {
    SendingKiosk kiosk{""};
    kiosk.write("content/small/surveys/kinds.toml", canary_survey);
    std::string end;
    SECTION("stopped") { end = "tap \"Stop\"\non home\n"; }
    SECTION("timed out") { end = "wait 2m\non attract\n"; }
    SECTION("hidden by the button") { end = "tap \"Hide this page\"\non hidden\n"; }
    SECTION("hidden by three Shifts") { end = "press Shift\npress Shift\npress Shift\non hidden\n"; }
    SECTION("asked whether they are still there, and gone") {
        end = "wait 50s\non idle-warning\nwait 30s\non attract\n";
    }
    const auto ran = kiosk.tour(half_a_visit + end);
    check_done(ran);
    CHECK(files_with(kiosk.path("state"), canaries) == std::vector<std::string>{});
    for (const auto& word : canaries) CHECK_THAT(ran.err, !ContainsSubstring(word));
    CHECK(kiosk.status().at("queued") == 0);
    // That a survey was left at its second question is counted, and is the same however it was left.
    std::vector<std::string> left;
    for (const auto& text : texts_in(kiosk.path("state/responses.db")))
        if (text.find("walrus") != std::string::npos) left.push_back(text);
    CHECK(left == std::vector<std::string>{"use.detail: walrus"});
}

TEST_CASE("the same while the kiosk still runs, and where others before had finished") {
    OdkServer server;
    SendingKiosk kiosk{""};
    kiosk.write("content/small/surveys/kinds.toml", canary_survey);
    // One that was finished leaves counts of its own answers; the other chose otherwise.
    kiosk.keep(steps::begin + "tap \"Apple\"\n" + steps::next + "tap \"Jam\"\n" + other_half);
    kiosk.base_url = server.base_url();
    kiosk.configure();
    server.next(tricks::slow(60s));
    RunningProgram running{
        kiosk.tour_command(half_a_visit + "press Shift\npress Shift\npress Shift\non hidden\nwait 20m\n"),
        kiosk.path("log")};
    REQUIRE(comes_true([&] { return server.most_posts_at_once() == 1; }, 20s));
    CHECK(files_with(kiosk.path("state"), {"zanzibar"}).size() >= 1);
    CHECK(files_with(kiosk.path("state"), {"quokka", "tuatara"}) == std::vector<std::string>{});
}

TEST_CASE("what was sent leaves nothing but its counts: no instance, no id, not in the log either") {
    OdkServer server;
    SendingKiosk kiosk{""};
    kiosk.write("content/small/surveys/kinds.toml", canary_survey);
    kiosk.keep(whole_visit + whole_visit);
    CHECK(files_with(kiosk.path("state"), {"<context"}).size() == 1);
    kiosk.base_url = server.base_url();
    kiosk.configure();
    std::vector<std::string> gone = {"uuid:", "trusted_clock", "<context", "<pelican", "test-site"};
    SECTION("by the kiosk") {
        check_done(kiosk.tour(steps::pass));
        CHECK(server.submissions().size() == 2);
    }
    SECTION("by talkpointctl, beside a kiosk that holds the database open") {
        RunningProgram running{kiosk.command({"--start", "2026-11-23T12:00"}), kiosk.path("log")};
        REQUIRE(comes_true([&] { return std::filesystem::exists(kiosk.path("state/responses.db-wal")); }, 5s));
        CHECK(kiosk.upload().at("sent") == 2);
        CHECK(files_with(kiosk.path("state"), gone) == std::vector<std::string>{});
    }
    for (const auto& [id, submission] : server.submissions()) gone.push_back(id.substr(5));
    CHECK(files_with(kiosk.path("state"), gone) == std::vector<std::string>{});
    CHECK(kiosk.status().at("queued") == 0);
}

TEST_CASE("no time of day is kept, and no date but the period") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    std::string period;
    SECTION("a day") { kiosk.period = "day", period = "2026-11-23"; }
    SECTION("half a day") { kiosk.period = "half-day", period = "2026-11-23-am"; }
    SECTION("a week") { kiosk.period = "week", period = "2026-W48"; }
    kiosk.configure();
    server.declare({.id = "kinds", .version = "1", .xml = kiosk.form()});
    check_done(kiosk.tour(steps::short_visit("a") + steps::pass));
    CHECK(server.submissions().size() == 1);
    server.set({.portal = true});
    check_done(kiosk.tour(steps::short_visit("b") + steps::pass));
    int periods = 0;
    const std::regex time{"[0-2][0-9]:[0-5][0-9]|[0-9]T[0-2][0-9]"};
    const std::regex date{"20[0-9][0-9]-(W[0-9][0-9]|[0-9][0-9](-[0-9][0-9](-am|-pm)?)?)"};
    for (const auto& text : texts_in(kiosk.path("state/responses.db"))) {
        INFO(text);
        if (text.starts_with("meta.next_try: ")) continue;  // of the next pass, whose moment chance has chosen
        CHECK_FALSE(std::regex_search(text, time));
        if (text.starts_with("response.id: ")) continue;
        auto rest = text;
        for (auto at = rest.find("uuid:"); at != std::string::npos; at = rest.find("uuid:")) rest.erase(at, 41);
        for (std::smatch found; std::regex_search(rest, found, date); rest = found.suffix()) {
            CHECK(found.str() == period);
            ++periods;
        }
    }
    CHECK(periods >= 4);  // of the response twice, of the tallies, of what was sent
    for (const auto& [id, submission] : server.submissions()) CHECK_FALSE(std::regex_search(submission.xml, time));
}
