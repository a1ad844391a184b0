// A file of the first version, whose answers were JSON: opened once, it holds instances that say the same.
#include "catch.hpp"
#include "central.hpp"
#include "queue_of.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using survey::Answer;

namespace {

// As the first version made it; checks left out, so that the tests may put in what they like.
constexpr const char* first_version =
    "PRAGMA application_id=0x544B5054; PRAGMA user_version=1; PRAGMA journal_mode=WAL;"
    "CREATE TABLE response (id TEXT NOT NULL PRIMARY KEY, survey TEXT NOT NULL, version TEXT NOT NULL,"
    " site TEXT NOT NULL, period TEXT NOT NULL, language TEXT NOT NULL, audience TEXT NOT NULL, event TEXT NOT NULL,"
    " phase TEXT NOT NULL, flag TEXT NOT NULL, trusted_clock INTEGER NOT NULL, answers TEXT NOT NULL, parked TEXT)"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE tally (survey TEXT NOT NULL, question TEXT NOT NULL, option TEXT NOT NULL, period TEXT NOT NULL,"
    " count INTEGER NOT NULL, PRIMARY KEY (survey, question, option, period)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE sent (survey TEXT NOT NULL PRIMARY KEY, count INTEGER NOT NULL, last_period TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;";

struct Old {
    std::string id;
    survey::Response response;
    std::string answers;  ///< the JSON of `response.answers`
    std::string parked = {};
};

std::vector<Old> old_ones(base::Random& random) {
    using enum Answer::Kind;
    std::vector<Old> all;
    const auto add = [&](std::map<std::string, Answer> answers, std::string json) -> survey::Response& {
        auto id = base::uuid_v4(random);
        all.push_back({id,
                       {.survey = "friends",
                        .version = "2026.11",
                        .language = "en",
                        .answers = std::move(answers),
                        .site = "north",
                        .period = yesterday},
                       std::move(json)});
        return all.back().response;
    };
    (void)add({}, "{}");
    (void)add({{"first", {chosen, {"tell"}}}}, R"({"first":["tell"]})");
    (void)add({{"a", {skipped, {}}}, {"b", {not_saying, {}}}, {"c", {chosen, {}}}},
              R"({"a":"skipped","b":"prefer_not_to_say","c":[]})");
    (void)add({{"order", {chosen, {"wait", "tell", "ask"}}}, {"zuletzt", {chosen, {"x"}}}},
              R"({"order":["wait","tell","ask"],"zuletzt":["x"]})");
    auto& odd = add({{"first", {chosen, {"ask"}}}}, R"({"first":["ask"]})");
    odd.version = R"(2026.11 <"&'>)";
    odd.site = R"(St Budeaux & "Ham" <north> 'x' &amp; ]]>)";
    odd.event = "\xF0\x9F\x8C\xB1 \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 <&>";
    odd.audience = "children adults";
    odd.language = "cy";
    odd.phase = "before";
    odd.flag = "straight";
    odd.period = "2026-W48";
    odd.trusted_clock = false;
    (void)add({{"first", {chosen, {"tell"}}}}, R"({"first":["tell"]})");
    all.back().parked = "the form \"is\" closed";
    return all;
}

void write_old(const TempFolder& folder, const std::vector<Old>& all) {
    auto connection = raw(folder.path() / "responses.db");
    REQUIRE(connection.run(first_version));
    for (const auto& [id, r, answers, parked] : all)
        REQUIRE(store::execute(connection,
                               "INSERT INTO response VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,nullif(?13,''))",
                               id, r.survey, r.version, r.site, r.period, r.language, r.audience, r.event, r.phase,
                               r.flag, std::int64_t{r.trusted_clock}, answers, parked));
    REQUIRE(
        connection.run("INSERT INTO tally VALUES ('friends', 'first', 'tell', '2026-11-23', 3);"
                       "INSERT INTO sent VALUES ('friends', 40, '2026-11-20');"
                       "INSERT INTO meta VALUES ('last_error', 'it was damaged')"));
}

}  // namespace

TEST_CASE("old file: each response is an instance that says what was answered") {
    const TempFolder folder;
    base::Random random{1};
    const auto old = old_ones(random);
    write_old(folder, old);
    auto database = opened(folder.path());
    CHECK_FALSE(database.set_aside());
    std::map<std::string, outbox::Record> now;
    REQUIRE(database.for_each("", [&](const outbox::Record& one) { now[one.id] = one; }));
    REQUIRE(now.size() == old.size());
    for (const auto& one : old) {
        const auto& record = now.at(one.id);
        INFO(record.body);
        CHECK(record.version == one.response.version);
        CHECK(record.period == one.response.period);
        CHECK_FALSE(record.sealed());
        const auto read = openrosa::read_instance(record.body);
        REQUIRE(read);
        CHECK(read->id == one.id);
        CHECK(read->form_version == one.response.version);
        auto expected = one.response;
        expected.version = read->response.version;
        CHECK(read->response == expected);
        CHECK(openrosa::with_version(record.body, "2026.12[encrypted:x]"));
    }
    const auto counts = database.counts();
    REQUIRE(counts);
    CHECK(counts->queued == 5);
    CHECK(counts->parked == 1);
    CHECK(counts->reasons == std::vector<outbox::Parked>{{"friends", "2026.11", "the form \"is\" closed", 1}});
    CHECK(counts->sent == 40);
    CHECK(counts->damage == "it was damaged");
    CHECK(counted(database) == Counted{{{"friends", "first", "tell", "2026-11-23"}, 3}});
    // Of the old form nothing is left but the tables themselves.
    database.tidy();
    for (const auto& name : names_in(folder.path(), ""))
        CHECK(bytes_of(folder.path() / name).find("[\"wait\"") == std::string::npos);
}

TEST_CASE("old file: what waited in it is sent, and what was parked is tried again") {
    Central server;
    base::Random random{2};
    const TempFolder folder;
    const auto old = old_ones(random);
    write_old(folder, old);
    auto database = opened(folder.path());
    upload::Settings settings;
    settings.base_url = server.url;
    settings.digest = "these settings";
    settings.surveys = {survey_of()};
    const auto report = upload::run_pass(database, server, settings, this_day, random, go_on);
    INFO(report.error);
    CHECK(report.end == outbox::PassEnd::done);
    CHECK(server.kept.size() == old.size());
    for (const auto& one : old) CHECK(server.kept.contains(openrosa::instance_id(one.id)));
    CHECK(ids_in(database).empty());
}
