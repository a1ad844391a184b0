#include "catch.hpp"

#include "config/config.hpp"
#include "support.hpp"

#include <algorithm>
#include <string>

using namespace talkpoint;
using namespace talkpoint::tests;
using playback::Entry;

namespace {

const std::string place = R"(packs = ["my-body", "online", "noticeboard"]
plays = ["online"]
fallback = ["noticeboard"]
[opening]
hours = [ { days = ["mon"], from = "08:00", until = "21:00" } ]
closed = [ { name = "Christmas", first_day = 2026-12-24, last_day = 2027-01-01 }, { first_day = 2027-05-03 } ]
[[hours]]
name = "Mornings"
from = "09:00"
until = "12:30"
audiences = ["child", "parent"]
plays = ["my-body x3", "online/before-you-share"]
[[campaign]]
name = "Internet day"
first_day = 2027-02-09
from = "10:00"
until = "16:00"
plays = ["online x9"]
alone = true
[[campaign]]
name = "Autumn"
first_day = 2026-09-01
last_day = 2026-11-30
plays = ["my-body"]
)";

/// A kiosk with this profile, and what is complained of.
struct Loaded {
    explicit Loaded(std::string_view profile, std::string_view kiosk = "") {
        folder.write("sites/here.toml", profile);
        config = config::load_config(folder.write("kiosk.toml", "[site]\nprofile = \"here\"\n" + std::string{kiosk}),
                                     problems);
    }

    TempFolder folder;
    base::Problems problems;
    std::optional<config::Config> config;
};

base::LocalTime at(std::string_view text) { return *base::parse_local_time(text); }

}  // namespace

TEST_CASE("plays: what a profile says of its loop becomes the schedule") {
    const Loaded loaded{place};
    for (const auto& problem : loaded.problems) UNSCOPED_INFO(problem.text());
    REQUIRE(loaded.config);
    CHECK(loaded.problems.empty());
    const auto schedule = config::schedule_of(*loaded.config);
    CHECK(schedule.usual == std::vector<Entry>{{"online", "", 1}});
    CHECK(schedule.fallback == std::vector<Entry>{{"noticeboard", "", 1}});
    REQUIRE(schedule.parts.size() == 1);
    CHECK(schedule.parts[0].name == "Mornings");
    CHECK(schedule.parts[0].audiences == std::vector<std::string>{"child", "parent"});
    CHECK(schedule.parts[0].plays == std::vector<Entry>{{"my-body", "", 3}, {"online", "before-you-share", 1}});
    REQUIRE(schedule.campaigns.size() == 2);
    CHECK(schedule.campaigns[0].alone);
    CHECK(schedule.campaigns[0].hours.has_value());
    CHECK(schedule.campaigns[0].plays == std::vector<Entry>{{"online", "", 9}});
    CHECK_FALSE(schedule.campaigns[1].hours.has_value());
    CHECK_FALSE(schedule.campaigns[1].alone);
    const auto open = [&](std::string_view when) { return playback::plan_at(schedule, at(when)).open; };
    CHECK(open("2026-11-23T08:00"));
    CHECK_FALSE(open("2026-11-24T08:00"));
    CHECK_FALSE(open("2026-12-28T10:00"));  // a Monday between Christmas and New Year
    CHECK_FALSE(open("2027-05-03T10:00"));  // closed for one day
    CHECK(open("2027-05-10T10:00"));
}

TEST_CASE("plays: a kiosk has opening hours of its own") {
    const Loaded loaded{place, "[opening]\nhours = [ { from = \"10:00\", until = \"11:00\" } ]\n"};
    REQUIRE(loaded.config);
    const auto schedule = config::schedule_of(*loaded.config);
    CHECK(playback::plan_at(schedule, at("2026-11-24T10:30")).open);
    CHECK_FALSE(playback::plan_at(schedule, at("2026-11-23T12:00")).open);
    CHECK_FALSE(playback::plan_at(schedule, at("2026-12-25T10:30")).open);  // closed days are still the place's
    const Loaded same{place, "[opening]\n"};
    REQUIRE(same.config);
    CHECK_FALSE(playback::plan_at(config::schedule_of(*same.config), at("2026-11-24T08:00")).open);
    const Loaded always{place, "[opening]\nhours = []\nclosed = []\n"};
    REQUIRE(always.config);
    CHECK(playback::plan_at(config::schedule_of(*always.config), at("2026-12-25T03:00")).open);
}

TEST_CASE("plays: mistakes are named with their line") {
    const auto [text, line, complaint] = GENERATE(table<const char*, int, const char*>({
        {"plays = []", 1, "\"plays\" is empty"},
        {"plays = [\"Online\"]", 1, "is neither a pack nor a message"},
        {"plays = [\"online/\"]", 1, "is neither a pack nor a message"},
        {"plays = [\"online x10\"]", 1, "is neither a pack nor a message"},
        {"plays = [\"online x0\"]", 1, "is neither a pack nor a message"},
        {"plays = [\"online  x3\"]", 1, "is neither a pack nor a message"},
        {"packs = [\"online\"]\nplays = [\"onlin\"]", 2, "did you mean \"online\"?"},
        {"packs = [\"online\"]\nfallback = [\"noticeboard\"]", 2, "is not in the list \"packs\""},
        {"[[hours]]\nname = \"x\"\naudiences = [\"kids\"]", 3, "an audience; use \"child\""},
        {"[[hours]]\nname = \"x\"\nplays = [\"1\"]", 3, "is neither a pack nor a message"},
        {"[[campaign]]\nfirst_day = 2026-11-23\nplays = [\"a\"]", 1, "\"name\" is missing"},
        {"[[campaign]]\nname = \"x\"\nplays = [\"a\"]", 1, "\"first_day\" is missing"},
        {"[[campaign]]\nname = \"x\"\nfirst_day = 2026-11-23", 1, "\"plays\" is missing"},
        {"[[campaign]]\nname = \"x\"\nfirst_day = 2026-11-23\nlast_day = 2026-11-22\nplays = [\"a\"]", 4, "is before"},
        {"[[campaign]]\nname = \"x\"\nfirst_day = 2026-11-31\nplays = [\"a\"]", 3, ""},
        {"[[campaign]]\nname = \"x\"\nfirst_day = 2026-11-23\nplays = [\"a\"]\nweight = 2", 5, "unknown key"},
        {"[opening]\nhours = [ { from = \"21:00\", until = \"08:00\" } ]", 2, "must be later"},
        {"[opening]\nclosed = [ { name = \"Christmas\" } ]", 2, "\"first_day\" is missing"},
        {"[opening]\nopen = true", 2, "unknown key"},
    }));
    CAPTURE(text);
    const Loaded loaded{text};
    for (const auto& problem : loaded.problems) UNSCOPED_INFO(problem.text());
    CHECK_FALSE(loaded.config);
    CHECK(std::ranges::any_of(loaded.problems, [&, line = line, complaint = complaint](const base::Problem& problem) {
        return problem.line == line && problem.text().find("sites/here.toml") != std::string::npos &&
               problem.text().find(complaint) != std::string::npos;
    }));
}
