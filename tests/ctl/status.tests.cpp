// `talkpointctl` itself and `talkpointctl status`, the real program.
#include "catch.hpp"
#include "kiosk.hpp"

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
    CHECK(json.size() == 14);
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
