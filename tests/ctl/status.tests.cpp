// `talkpointctl` itself and `talkpointctl status`, the real program.
#include "base/files.hpp"
#include "catch.hpp"
#include "kiosk.hpp"
#include "staff/checklist.hpp"
#include "staff/document.hpp"
#include "staff/event.hpp"
#include "staff/running.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;

TEST_CASE("options may stand before the subcommand or after it; wrong ones are exit code 2") {
    const Kiosk kiosk;
    CHECK(Kiosk::bare({"--state", kiosk.state(), "--json", "status"}).exit_code == 0);
    CHECK(Kiosk::bare({"status", "--json", "--state", kiosk.state()}).exit_code == 0);
    CHECK(Kiosk::bare({"--help"}).exit_code == 0);
    CHECK(Kiosk::bare({"export", "--help"}).exit_code == 0);
    CHECK(Kiosk::bare({"--version"}).out.starts_with("talkpointctl "));
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{{},
                                                                                       {"frobnicate"},
                                                                                       {"status", "--frobnicate"},
                                                                                       {"export"},
                                                                                       {"codebook"},
                                                                                       {"status", "too", "much"},
                                                                                       {"--state"}}) {
        const auto ran = Kiosk::bare(words);
        CHECK(ran.exit_code == 2);
        CHECK_FALSE(ran.err.empty());
        CHECK(ran.out.empty());
    }
}

TEST_CASE("before the kiosk has ever run, everything is zero and nothing is made") {
    const Kiosk kiosk;
    const auto ran = kiosk.ctl({"status"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    const auto json = Json::parse(ran.out);
    CHECK(json["queued"] == 0);
    CHECK(json["parked"] == 0);
    CHECK(json["sent"] == 0);
    CHECK(json["last_sent"].is_null());
    CHECK(json["last_error"].is_null());
    CHECK(json["surveys"] == Json::object());
    CHECK(json["disk_free_mb"] > 0);
    CHECK(json["trusted_clock"].is_boolean());
    CHECK(json["next_try"].is_null());
    CHECK(json["upload"] == "off");
    CHECK(json["sealing"] == "not sealed");
    CHECK(json["sealed"] == 0);
    CHECK(json["parked_reasons"] == Json::array());
    CHECK(json["remarks"].is_null());
    CHECK(json.size() == 16);
    CHECK_FALSE(std::filesystem::exists(kiosk.state()));

    std::filesystem::create_directory(kiosk.state());
    CHECK(Json::parse(kiosk.ctl({"status", "--json"}).out)["queued"] == 0);
    CHECK(std::filesystem::is_empty(kiosk.state()));
}

TEST_CASE("status counts beside a running kiosk") {
    Kiosk kiosk;
    auto database = kiosk.database();
    kiosk.keep(database, {});
    kiosk.keep(database, {});
    kiosk.keep(database, {}, "other");
    const auto ran = kiosk.ctl({"status"});
    CHECK(ran.exit_code == 0);
    const auto json = Json::parse(ran.out);
    CHECK(json["queued"] == 3);
    CHECK(json["surveys"] ==
          Json::parse(R"({"safe":{"queued":2,"parked":0,"sent":0},"other":{"queued":1,"parked":0,"sent":0}})"));
}

TEST_CASE("a state directory that cannot be used is exit code 5, on one line") {
    const Kiosk kiosk;
    const auto refused = [](const Ran& ran) {
        CHECK(ran.exit_code == 5);
        CHECK(ran.out.empty());
        CHECK(std::ranges::count(ran.err, '\n') == 1);
        return ran.err;
    };
    CHECK(refused(Kiosk::bare({"status", "--state", kiosk.config()})).find("--state") != std::string::npos);
    refused(Kiosk::bare({"status", "--state", kiosk.config() + "/below"}));
    kiosk.folder.write("state/responses.db", "this is no database");
    CHECK(refused(kiosk.ctl({"status"})).find("damaged") != std::string::npos);
    CHECK(text_of(kiosk.state() / "responses.db") == "this is no database");
}

TEST_CASE("what was set aside is told to whoever asks") {
    Kiosk kiosk;
    kiosk.folder.write("state/responses.db", "this is no database");
    {
        (void)kiosk.database();
    }
    const auto json = Json::parse(kiosk.ctl({"status"}).out);
    REQUIRE(json["last_error"].is_string());
    CHECK(json["last_error"].get<std::string>().find("responses.damaged-2026-11-23.db") != std::string::npos);
}

TEST_CASE("status answers what staff ask, from what the kiosk wrote and what is on the disk") {
    Kiosk kiosk;
    kiosk.folder.write("content/safety/help.toml",
                       "[[line]]\nid = \"charity\"\nname = \"Charity\"\nfor = \"To talk\"\nphone = \"0800 1111\"\n"
                       "source = \"S\"\n[[line]]\nid = \"scots\"\nname = \"Scots\"\nfor = \"To talk\"\n"
                       "phone = \"0800 2222\"\nregions = [\"scotland\"]\nsource = \"S\"\n");
    const auto ask = [&] { return Json::parse(kiosk.ctl({"status"}).out); };
    const auto detail = [](const Json& json, const std::string& label) {
        for (const auto& one : json["details"])
            if (one["label"] == label) return one["value"].get<std::string>();
        return std::string{"-"};
    };
    const auto before = ask();
    REQUIRE(before["today"].size() == 4);
    CHECK(before["today"][0] == Json::parse(R"({"question": "Are we open?", "state": "trouble",
        "answer": "The kiosk is not running.", "to_do": null})"));
    CHECK(before["today"][3]["to_do"] ==
          "Switch it off and on again. If it stays dark, tell whoever looks after this computer.");
    CHECK(detail(before, "Help line \"Charity\"").find("Call 0800 1111") == 0);
    CHECK(detail(before, "Help line \"Scots\"") == "-");  // nobody knows where this kiosk stands
    CHECK_FALSE(std::filesystem::exists(kiosk.state()));

    auto database = kiosk.database();
    kiosk.keep(database, {});
    const auto lock = base::FileLock::take(kiosk.state() / "kiosk.lock");
    REQUIRE(lock);
    const auto folder = staff::folder_in(kiosk.state());
    const base::SystemClock clock;
    REQUIRE(staff::write_running(folder, {clock.local(), "7.7", "800 x 600", "none", false, false, false, ""}));
    auto json = ask();
    CHECK(json["today"][0]["answer"] == "Open.");
    CHECK(json["today"][1]["answer"] == "Answers are being kept. 1-7 are on this kiosk.");
    CHECK(json["today"][2]["state"] == "good");
    CHECK(json["today"][3]["state"] == "attention");
    CHECK(detail(json, "Screen") == "800 x 600");
    CHECK(detail(json, "Talkpoint") == "7.7");
    CHECK(detail(json, "Pack \"Safety\"") == "1");

    pack::HelpLine line;
    line.id = "charity";
    line.phone = "0800 1111";
    REQUIRE(staff::confirm(folder, line, "AB", clock.local()));
    json = ask();
    CHECK(detail(json, "Help line \"Charity\"") == "-");
    REQUIRE(staff::write_running(folder, {clock.local(), "7.7", "", "", false, false, false, "the disk is read-only"}));
    CHECK(ask()["today"][1]["state"] == "trouble");
}

TEST_CASE("status tells of an event that goes on, of what is taken off, and of the network in plain words") {
    Kiosk kiosk;
    const auto ask = [&] { return Json::parse(kiosk.ctl({"status"}).out); };
    auto database = kiosk.database();
    kiosk.keep(database, {});
    const auto folder = staff::folder_in(kiosk.state());
    const base::SystemClock clock;
    const auto now = clock.local();
    staff::Events events;
    REQUIRE(staff::begin(events,
                         {.code = "fair",
                          .name = "fair",
                          .phase = staff::Phase::before,
                          .survey = "friends",
                          .language = "en",
                          .ends = now + std::chrono::hours{2}},
                         now));
    REQUIRE(staff::write_events(folder, events));
    CHECK(ask()["today"][0]["answer"] == "The kiosk is not running.");
    const auto lock = base::FileLock::take(kiosk.state() / "kiosk.lock");
    REQUIRE(lock);
    CHECK(ask()["today"][0]["answer"] == "An event goes on: " + staff::sentence_of(*events.now));

    REQUIRE(kiosk.ctl({"pack", "withdraw", "safety/say-no"}).exit_code == 0);
    auto json = ask();
    INFO(json.dump(1));
    CHECK(json["today"][3]["answer"].get<std::string>().find("what is taken off") != std::string::npos);
    CHECK(std::ranges::count_if(json["details"], [](const Json& one) {
              return one["label"] == "Taken off by staff" && one["value"] == "safety/say-no";
          }) == 1);

    kiosk.folder.write("kiosk.toml",
                       "[content]\nroot = \"content\"\npacks = [\"safety\"]\n[upload]\n"
                       "base_url = \"http://127.0.0.1:9/v1\"\n");
    const auto sent = kiosk.ctl({"upload", "--json"});
    INFO(sent.out << sent.err);
    json = ask();
    const auto plain = json["today"][3]["to_do"].get<std::string>();
    CHECK(plain.find("The server does not answer as it should.") == 0);
    CHECK(Json::parse(sent.out)["to_do"] == plain);
    CHECK(json["last_error"].get<std::string>().find("127.0.0.1") != std::string::npos);
}

TEST_CASE("status says that a kiosk is still to be opened, and what of it is broken") {
    const Kiosk kiosk;
    kiosk.folder.write("kiosk.toml",
                       "[content]\nroot = \"content\"\npacks = [\"safety\", \"gone\"]\n"
                       "[staff]\nrequire_checklist = true\n[upload]\nbase_url = \"http://127.0.0.1:9\"\n"
                       "token_file = \"none\"\n");
    kiosk.folder.write("state/staff/confirmed.json", "{");
    const auto lock = base::FileLock::take(kiosk.state() / "kiosk.lock");
    const auto json = Json::parse(kiosk.ctl({"status"}).out);
    CHECK(json["today"][0]["state"] == "attention");
    CHECK(json["today"][0]["to_do"] == "Go through the checklist, then touch Open to the public.");
    CHECK(json["today"][3]["answer"] == "3 things need you: sending answers, opening to the public, broken content.");
    CHECK(json["today"][2]["answer"] == "Nothing can be sent: the kiosk is not set up rightly.");
    std::vector<std::string> left_out;
    for (const auto& one : json["details"])
        if (one["label"] == "Left out") left_out.push_back(one["value"]);
    REQUIRE(left_out.size() == 2);
    CHECK(left_out[0].find("confirmed.json") != std::string::npos);
    CHECK(left_out[1].find("gone") != std::string::npos);
}
