// `talkpointctl counts`, the real program beside a real database.
#include "catch.hpp"
#include "kiosk.hpp"
#include "outbox/tallies.hpp"
#include "staff/document.hpp"
#include "staff/event.hpp"
#include "survey/survey.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;

namespace {

const std::string over = "2026-09-21", not_over = "2099-01-01";

/// As a kiosk would: the response with what it adds to the counts.
void finish(const Kiosk& kiosk, store::Database& database, base::Random& random, const Answers& answers,
            const std::string& period, const std::string& event = "", bool sealed = false) {
    base::Problems problems;
    const auto survey = survey::load_survey(kiosk.folder.path() / "content/safety",
                                            kiosk.folder.path() / "content/safety/surveys/safe.toml", "en", problems);
    REQUIRE(survey);
    survey::Response response;
    response.survey = "safe";
    response.version = "2";
    response.period = period;
    response.event = event;
    response.phase = event.empty() ? "" : "before";
    response.answers = answers;
    const auto id = base::uuid_v4(random);
    const auto body = openrosa::write_instance(response, id, "2", &*survey);
    REQUIRE(body);
    REQUIRE(database.submit({id, "safe", "2", period, *body, ""},
                            sealed ? outbox::sealed_tallies_of(response) : outbox::tallies_of(response, *survey)));
}

}  // namespace

TEST_CASE("counts: bars of periods that are over, and of events; how many finished of those that are not") {
    const Kiosk kiosk;
    auto database = kiosk.database();
    base::Random random{1};
    for (int i = 0; i < 48; ++i)
        finish(kiosk, database, random, {{"sure", chosen(i < 30 ? "yes" : "no")}, {"who", chosen("friend")}}, over);
    for (int i = 0; i < 20; ++i)
        finish(kiosk, database, random, {{"sure", chosen(i < 9 ? "yes" : "no")}}, over, "fair");
    for (int i = 0; i < 20; ++i) finish(kiosk, database, random, {{"sure", chosen("yes")}}, not_over, "now");
    for (int i = 0; i < 5; ++i) finish(kiosk, database, random, {{"sure", chosen("yes")}}, not_over);
    staff::Events events;
    const auto began = *base::parse_local_time("2026-11-23T10:00");
    REQUIRE(staff::begin(events,
                         {.code = "now",
                          .name = "Now",
                          .phase = staff::Phase::before,
                          .survey = "safe",
                          .language = "en",
                          .target = 0,
                          .ends = began + std::chrono::hours{2}},
                         began));
    REQUIRE(staff::write_events(staff::folder_in(kiosk.state()), events));

    const auto ran = kiosk.ctl({"counts", "--json"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto json = Json::parse(ran.out);
    REQUIRE(json["surveys"].size() == 1);
    const auto& survey = json["surveys"][0];
    CHECK(survey["title"] == "What is safe?");
    CHECK(survey["today"] == "25");
    CHECK(survey["waiting"] == "0");
    REQUIRE(survey["groups"].size() == 2);
    for (const auto& group : survey["groups"]) {
        const auto& sure = group["questions"][1];
        CHECK(sure["question"] == "sure");
        const bool at_event = group["event"] == "fair";
        CHECK(group["phase"] == (at_event ? "before" : ""));
        CHECK(group["finished"] == (at_event ? "20" : "50"));
        CHECK(sure["bars"][0]["count"] == (at_event ? "10" : "30"));
        CHECK(sure["bars"][1]["count"] == (at_event ? "10" : "20"));
        CHECK(sure["bars"][0]["share"] == (at_event ? 0.5 : 0.6));
        CHECK(sure["bars"][0]["low"] < sure["bars"][0]["share"]);
        CHECK(group["questions"][0]["bars"].size() == (at_event ? 0 : 2));
    }
    CHECK(ran.out.find("\"now\"") == std::string::npos);

    const auto text = kiosk.ctl({"counts"});
    CHECK(text.exit_code == 0);
    CHECK(text.out.find("      30          Yes - 60 % (46 to 72)\n") != std::string::npos);
    CHECK(text.out.find("event fair, before (2026-09-21): 20 finished\n") != std::string::npos);
    CHECK(text.out.find("      most        A friend, or two - right\n") != std::string::npos);

    // When it is over.
    staff::end(events, staff::Over::staff);
    REQUIRE(staff::write_events(staff::folder_in(kiosk.state()), events));
    CHECK(Json::parse(kiosk.ctl({"counts", "--json"}).out)["surveys"][0]["groups"].size() == 3);
}

TEST_CASE("counts: of a sealed survey only how many finished, and why") {
    const Kiosk kiosk;
    auto database = kiosk.database();
    base::Random random{2};
    for (int i = 0; i < 48; ++i) finish(kiosk, database, random, {{"sure", chosen("yes")}}, over, "", true);
    const auto json = Json::parse(kiosk.ctl({"counts", "--json"}).out);
    const auto& group = json["surveys"][0]["groups"][0];
    CHECK(group["finished"] == "50");
    CHECK(group["questions"].empty());
    CHECK(group["why"].get<std::string>().find("sealed") != std::string::npos);
}

TEST_CASE("counts: how answers are kept from now on is said of each survey") {
    const Kiosk kiosk;
    auto database = kiosk.database();
    base::Random random{3};
    finish(kiosk, database, random, {{"sure", chosen("yes")}}, over);
    const auto sealed = [&] { return Json::parse(kiosk.ctl({"counts", "--json"}).out)["surveys"][0]["sealed"]; };
    CHECK(sealed() == false);
    CHECK(kiosk.ctl({"counts"}).out.find("sealed") == std::string::npos);
    SECTION("by the form of the server") { REQUIRE(database.remember({"safe", "2", "", "MIIB", ""})); }
    SECTION("by a key of the team's own") {
        kiosk.folder.write("kiosk.toml",
                           "[content]\nroot = \"content\"\npacks = [\"safety\"]\n[upload]\n"
                           "public_key_file = \"key.pem\"\n");
    }
    CHECK(sealed() == true);
    CHECK(kiosk.ctl({"counts"}).out.find("new answers are sealed") != std::string::npos);
}

TEST_CASE("counts: before the kiosk has run there are none, and nothing is made") {
    const Kiosk kiosk;
    const auto ran = kiosk.ctl({"counts", "--json"});
    CHECK(ran.exit_code == 0);
    CHECK(Json::parse(ran.out)["surveys"][0]["today"] == "0");
    CHECK_FALSE(std::filesystem::exists(kiosk.state()));
    CHECK(kiosk.ctl({"counts", "--survey", "safe"}).exit_code == 0);
    const auto unknown = kiosk.ctl({"counts", "--survey", "saef"});
    CHECK(unknown.exit_code == 2);
    CHECK(unknown.err.find("safe") != std::string::npos);
}

TEST_CASE("counts: while nobody knows whether an event goes on, nothing is told") {
    const Kiosk kiosk;
    kiosk.folder.write("state/staff/event.json", "{");
    const auto ran = kiosk.ctl({"counts"});
    CHECK(ran.exit_code == 5);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("event.json: cannot be understood") != std::string::npos);
}
