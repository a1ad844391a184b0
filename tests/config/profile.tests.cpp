#include "config/profile.hpp"
#include "base/strings.hpp"
#include "catch.hpp"
#include "config/config.hpp"
#include "support.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;

namespace {

struct Loaded {
    std::optional<config::Profile> profile;
    base::Problems problems;
};

Loaded load(std::string_view text) {
    const TempFolder folder;
    Loaded out;
    out.profile = config::load_profile(folder.write("sites/here.toml", text), out.problems);
    return out;
}

bool refuses(const Loaded& loaded, int line, std::string_view part) {
    return !loaded.profile && std::ranges::any_of(loaded.problems, [&](const base::Problem& problem) {
        return problem.line == line && problem.message.find(part) != std::string::npos;
    });
}

const std::string whole = R"(name = "Here"
region = "scotland"
languages = ["pl", "en"]
packs = ["a", "b", "c"]
surveys = ["s", "t"]
[[hours]]
name = "Mornings"
days = ["mon", "tue"]
from = "09:00"
until = "12:30"
packs = ["c", "a"]
surveys = ["t"]
[[hours]]
name = "Late"
from = "20:00"
until = "24:00"
)";

base::LocalTime at(std::string_view text) { return *base::parse_local_time(text); }

}  // namespace

TEST_CASE("profile: everything is read") {
    const auto loaded = load(whole);
    REQUIRE(loaded.profile);
    CHECK(loaded.problems.empty());
    const auto& profile = *loaded.profile;
    CHECK(profile.id == "here");
    CHECK(profile.name == "Here");
    CHECK(profile.region == "scotland");
    CHECK(profile.languages == std::vector<std::string>{"pl", "en"});
    CHECK(profile.folder().filename() == "here");
    REQUIRE(profile.hours.size() == 2);
    CHECK(profile.hours[0].when.days.size() == 2);
    CHECK(profile.hours[1].when.days.size() == 7);
    CHECK_FALSE(profile.hours[1].packs);
}

TEST_CASE("profile: an empty one says nothing") {
    const auto loaded = load("");
    REQUIRE(loaded.profile);
    CHECK(loaded.problems.empty());
    CHECK(loaded.profile->name == "here");
    CHECK_FALSE(loaded.profile->says_surveys);
}

TEST_CASE("profile: mistakes are named with their line") {
    const auto [text, line, complaint] = GENERATE(table<const char*, int, const char*>({
        {"packs = []", 1, "\"packs\" is empty"},
        {"packs = [\"A b\"]", 1, "is not a name of small letters"},
        {"region = \"scotlnd\"", 1, "\"scotlnd\" is no region; use \"england\""},
        {"languages = [\"english\"]", 1, "a language code"},
        {"hourly = 1", 1, "unknown key \"hourly\""},
        {"packs = [\"a\"]\n[[hours]]\npacks = [\"a\"]", 2, "\"name\" is missing"},
        {"packs = [\"online\"]\n[[hours]]\nname = \"x\"\npacks = [\"onlin\"]", 4, "did you mean \"online\"?"},
        {"surveys = []\n[[hours]]\nname = \"x\"\nsurveys = [\"s\"]", 4, "the survey \"s\" is not in the list"},
        {"[[hours]]\nname = \"x\"\ndays = [\"monday\"]", 3, "is not a day"},
        {"[[hours]]\nname = \"x\"\ndays = []", 3, "\"days\" is empty"},
        {"[[hours]]\nname = \"x\"\nfrom = \"9:00\"", 3, "is not a time of day"},
        {"[[hours]]\nname = \"x\"\nuntil = \"24:01\"", 3, "is not a time of day"},
        {"[[hours]]\nname = \"x\"\nfrom = \"10:00\"\nuntil = \"09:00\"", 4, "must be later"},
    }));
    CAPTURE(text);
    const auto loaded = load(text);
    for (const auto& problem : loaded.problems) UNSCOPED_INFO(problem.text());
    CHECK(refuses(loaded, line, complaint));
}

TEST_CASE("profile: no prefix of a good one crashes") {
    for (std::size_t length = 0; length <= whole.size(); ++length)
        (void)load(std::string_view{whole}.substr(0, length));
}

TEST_CASE("profile: hours hold from their first minute to before their last, on their days") {
    const auto loaded = load(whole);
    REQUIRE(loaded.profile);
    const auto [when, mornings, late] = GENERATE(table<const char*, bool, bool>({
        {"2026-11-23T08:59:59", false, false},  // a Monday
        {"2026-11-23T09:00", true, false},
        {"2026-11-23T12:29:59", true, false},
        {"2026-11-23T12:30", false, false},
        {"2026-11-24T10:00", true, false},
        {"2026-11-25T10:00", false, false},
        {"2026-11-25T20:00", false, true},
        {"2026-11-29T23:59:59", false, true},
        {"2026-11-30T00:00", false, false},
        {"2026-10-25T23:00", false, true},  // the day on which summer time ends
    }));
    CAPTURE(when);
    CHECK(loaded.profile->hours[0].when.contains(at(when)) == mornings);
    CHECK(loaded.profile->hours[1].when.contains(at(when)) == late);
}

TEST_CASE("profile: kiosk.toml comes first, then the place, then what is usual") {
    const TempFolder folder;
    folder.write("sites/here.toml", whole);
    const auto load = [&](std::string_view more) {
        base::Problems problems;
        return config::load_config(folder.write("kiosk.toml", "[site]\nprofile = \"here\"\n" + std::string{more}),
                                   problems)
            .value();
    };
    using Ids = std::vector<std::string>;
    const auto place = load("");
    CHECK(place.packs == Ids{"a", "b", "c"});
    CHECK(place.surveys == Ids{"s", "t"});
    CHECK(place.languages == Ids{"pl", "en"});
    CHECK_FALSE(place.every_survey);
    const auto morning = config::offered_at(place, at("2026-11-23T10:00"));
    CHECK(morning.packs == Ids{"c", "a"});
    CHECK(morning.surveys == Ids{"t"});
    const auto evening = config::offered_at(place, at("2026-11-23T21:00"));
    CHECK(evening.packs == Ids{"a", "b", "c"});
    CHECK(evening.surveys == Ids{"s", "t"});

    const auto own = load("[content]\npacks = [\"b\", \"c\"]\n[languages]\noffered = [\"ar\"]\n");
    CHECK(own.languages == Ids{"ar"});
    CHECK(own.surveys_are_of_place());
    CHECK(config::offered_at(own, at("2026-11-23T10:00")).packs == Ids{"b", "c"});  // at every hour
    const auto other = load("[content]\npacks = [\"b\"]\n[survey]\noffered = []\n");
    CHECK_FALSE(other.surveys_are_of_place());
    const auto offer = config::offered_at(other, at("2026-11-23T10:00"));
    CHECK(offer.packs == Ids{"b"});  // none of the morning's is here
    CHECK(offer.surveys == Ids{});
}

TEST_CASE("profile: only a place offers a survey to children alone") {
    const TempFolder folder;
    folder.write("sites/here.toml", whole);
    base::Problems problems;
    const auto with = config::load_config(folder.write("kiosk.toml", "[site]\nprofile = \"here\"\n"), problems);
    const auto without = config::load_config(folder.write("other.toml", "[survey]\noffered = [\"s\"]\n"), problems);
    CHECK_FALSE(config::refused_to_children(with.value(), "s"));
    CHECK(config::refused_to_children(with.value(), "u"));
    CHECK(config::refused_to_children(without.value(), "s"));
}

TEST_CASE("profile: a place's own pack, and what it puts over a shared one, lie in its folder") {
    const TempFolder folder;
    folder.write("sites/here.toml", whole);
    folder.write("sites/here/a/pack.toml", "");
    folder.write("sites/here/b/messages/x.md", "");
    base::Problems problems;
    auto config = config::load_config(folder.write("kiosk.toml", "[site]\nprofile = \"here\"\n"), problems).value();
    CHECK(config.pack_folder("a").parent_path().filename() == "here");
    CHECK(config.over_pack("a").empty());
    CHECK(config.pack_folder("b") == config.content_root / "b");
    CHECK(config.over_pack("b").filename() == "b");
    CHECK(config.over_pack("c").empty());
    config.installed = {{"a", "/state/packs/a/2/a"}, {"b", "/state/packs/b/2/b"}};
    CHECK(config.pack_folder("a") == "/state/packs/a/2/a");
    CHECK(config.shipped_folder("a").parent_path().filename() == "here");
    CHECK(config.over_pack("b").filename() == "b");  // a place's words stay its own
}

TEST_CASE(
    "profile: help lines hold where the place is; without a place, those of the whole kingdom; for an author, all") {
    config::Config config;
    CHECK(config.region() == "uk");
    config.for_author = true;
    CHECK(config.region().empty());
    config.profile = load(whole).profile;
    CHECK(config.region() == "scotland");
    config.for_author = false;
    config.profile->region.clear();
    CHECK(config.region().empty());
}
