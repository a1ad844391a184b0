// What plays when, as `talkpointctl schedule` and `check` say it. The real program.
#include "catch.hpp"
#include "kiosk.hpp"

#include <algorithm>

using namespace talkpoint::tests;
using Json = nlohmann::json;

namespace {

constexpr std::string_view pack = R"(id = "ID"
title = "A pack"
summary = "What a test needs."
version = "1"
source_language = "en"
licence = "CC0-1.0"
authors = ["Tests"]
)";

std::string message(std::string_view audience, bool attract) {
    return talkpoint::tests::joined("+++\ntitle = \"A message\"\nsummary = \"Of a test.\"\naudiences = [\"", audience,
                                    "\"]\nattract = ", attract ? "true" : "false",
                                    "\nsources = [\"Nobody\"]\nreview_due = 2099-01-01\n+++\n# A page\n\nWords.\n");
}

/// Two packs, three messages for the room and one that is not.
struct Playing {
    TempFolder folder;

    Playing() {
        folder.write("kiosk.toml",
                     "[site]\nprofile = \"here\"\n[content]\nroot = \"content\"\n[survey]\noffered = []\n");
        for (const std::string id : {"young", "grown"})
            folder.write("content/" + id + "/pack.toml", std::string{pack}.replace(6, 2, id));
        folder.write("content/young/messages/a.md", message("child", true));
        folder.write("content/young/messages/b.md", message("young-person", true));
        folder.write("content/young/messages/quiet.md", message("child", false));
        folder.write("content/grown/messages/c.md", message("adult", true));
        profile("");
    }
    void profile(const std::string& more) const {
        folder.write("sites/here.toml", "packs = [\"young\", \"grown\"]\n" + more);
    }
    [[nodiscard]] Ran ctl(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--config", (folder.path() / "kiosk.toml").string()});
        return Kiosk::bare(arguments);
    }
    [[nodiscard]] Json schedule(const std::string& from, const std::string& to) const {
        const auto ran = ctl({"schedule", "--json", "--from", from, "--to", to});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return Json::parse(ran.out)["schedule"];
    }
};

std::string messages_of(const Json& stretch) {
    std::string out;
    for (const auto& one : stretch["messages"])
        out += one["message"].get<std::string>() + std::to_string(one["times"].get<int>()) + " ";
    return out;
}

}  // namespace

TEST_CASE("schedule: where nothing is said everything that is for the room plays, always") {
    const Playing kiosk;
    const auto all = kiosk.schedule("2026-11-23", "2026-12-23");
    REQUIRE(all.size() == 1);
    CHECK(all[0]["from"] == "2026-11-23T00:00:00");
    CHECK(all[0]["until"] == "2026-12-23T00:00:00");
    CHECK(all[0]["open"] == true);
    CHECK(messages_of(all[0]) == "a1 b1 c1 ");
}

TEST_CASE("schedule: parts of the week, audiences, weights, campaigns and opening hours") {
    const Playing kiosk;
    kiosk.profile(
        "[opening]\nhours = [ { days = [\"mon\"], from = \"08:00\", until = \"20:00\" } ]\n"
        "[[hours]]\nname = \"Mornings\"\nfrom = \"08:00\"\nuntil = \"12:00\"\naudiences = [\"child\"]\n"
        "[[hours]]\nname = \"Evenings\"\nfrom = \"18:00\"\nuntil = \"20:00\"\nplays = [\"young/b x2\", \"grown\"]\n"
        "[[campaign]]\nname = \"Day\"\nfirst_day = 2026-11-30\nfrom = \"10:00\"\nuntil = \"12:00\"\nplays = "
        "[\"grown\"]\n");
    const auto all = kiosk.schedule("2026-11-23", "2026-11-24");
    REQUIRE(all.size() == 5);
    CHECK(all[0]["open"] == false);
    CHECK(all[1]["part"] == "Mornings");
    CHECK(all[1]["from"] == "2026-11-23T08:00:00");
    CHECK(all[1]["until"] == "2026-11-23T12:00:00");
    CHECK(messages_of(all[1]) == "a1 ");
    CHECK(messages_of(all[2]) == "a1 b1 c1 ");
    CHECK(messages_of(all[3]) == "b2 c1 ");
    CHECK(all[4]["open"] == false);
    const auto campaign = kiosk.schedule("2026-11-30T10:30", "2026-11-30T11:00");
    REQUIRE(campaign.size() == 1);
    CHECK(messages_of(campaign[0]) == "a1 c1 ");
    CHECK(campaign[0]["campaigns"] == Json::array({"Day"}));
    const auto table = kiosk.ctl({"schedule", "--from", "2026-11-23", "--to", "2026-11-24"});
    CHECK(table.out.find("Mon 2026-11-23T08:00 to Mon 2026-11-23T12:00  Mornings (child)\n    young/a\n") !=
          std::string::npos);
    CHECK(table.out.find("closed: dark\n") != std::string::npos);
    CHECK(table.out.find("    young/b x2\n") != std::string::npos);
}

TEST_CASE("schedule: times that are none are refused, and say how they are written") {
    const Playing kiosk;
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--from", "monday"},
                                                  {"--from", "2026-02-30"},
                                                  {"--to", "2026-11-23 10:00"},
                                                  {"--from", "2026-11-23", "--to", "2026-11-23"},
                                                  {"--from", "2026-11-23", "--to", "2036-11-23"}}) {
        auto arguments = wrong;
        arguments.insert(arguments.begin(), "schedule");
        const auto ran = kiosk.ctl(arguments);
        CHECK(ran.exit_code == 2);
        CHECK(ran.out.empty());
        CHECK_FALSE(ran.err.empty());
    }
}

TEST_CASE("check: what a place plays must be there, and be for the room") {
    const Playing kiosk;
    const auto place = (kiosk.folder.path() / "sites/here.toml").string();
    const auto complains = [&](const std::string& profile, int exit_code, const std::string& what) {
        kiosk.profile(profile);
        const auto ran = kiosk.ctl({"check"});
        INFO(ran.err);
        CHECK(ran.exit_code == exit_code);
        CHECK(says(ran, place + ":2: ", what));
    };
    complains("plays = [\"young/aa\"]\n", 3, "there is no message \"young/aa\"; did you mean \"young/a\"?");
    complains("plays = [\"young/quiet\"]\n", 3, "is not for the whole room");
    complains("fallback = [\"young/zzz\"]\n", 3, "there is no message");
    complains("campaign = [ { name = \"x\", first_day = 2026-11-23, plays = [\"young/nothing\"] } ]\n", 3,
              "no message");
    complains("hours = [ { name = \"x\", audiences = [\"professional\"] } ]\n", 0, "in \"x\" no message is for");
    kiosk.profile("plays = [\"young/a\", \"grown\"]\n[[hours]]\nname = \"x\"\naudiences = [\"adult\"]\n");
    CHECK_FALSE(says(kiosk.ctl({"check"}), place + ":2: ", ""));
}
