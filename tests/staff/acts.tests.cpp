#include "staff/acts.hpp"
#include "catch.hpp"
#include "staff/document.hpp"
#include "support.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using staff::Act;

namespace {

base::LocalTime at(const char* text) { return base::parse_local_time(text).value(); }

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("acts: newest first, to the minute, in words", "[staff]") {
    const TempFolder state;
    const auto folder = staff::folder_in(state.path());
    CHECK(staff::read_deeds(folder, 10).value().empty());
    REQUIRE(staff::record(folder, at("2026-11-23T09:58:31"), Act::opened_area));
    REQUIRE(staff::record(folder, at("2026-11-23T10:01:59"), Act::help_confirmed, "samaritans"));
    const auto deeds = staff::read_deeds(folder, 10).value();
    REQUIRE(deeds.size() == 2);
    CHECK(deeds[0] == staff::Deed{at("2026-11-23T10:01"), Act::help_confirmed, "samaritans"});
    CHECK(deeds[1] == staff::Deed{at("2026-11-23T09:58"), Act::opened_area, ""});
    CHECK(text_of(folder / "acts.jsonl") ==
          "{\"when\":\"2026-11-23T09:58\",\"what\":\"opened-area\"}\n"
          "{\"when\":\"2026-11-23T10:01\",\"what\":\"help-confirmed\",\"detail\":\"samaritans\"}\n");
    CHECK(staff::read_deeds(folder, 1).value().size() == 1);
}

TEST_CASE("acts: each has a name and a sentence of its own, and is read as it was written", "[staff]") {
    const TempFolder state;
    std::set<std::string_view> names, sentences;
    const int count = static_cast<int>(Act::shut_down) + 1;
    for (int i = 0; i < count; ++i) {
        const auto act = static_cast<Act>(i);
        names.insert(staff::name_of(act));
        sentences.insert(staff::sentence_of(act));
        REQUIRE(staff::record(state.path(), at("2026-11-23T10:00"), act));
        CHECK(staff::read_deeds(state.path(), 1).value().front().act == act);
    }
    CHECK(std::ssize(names) == count);
    CHECK(std::ssize(sentences) == count);
}

TEST_CASE("acts: a detail is one short line, and of the PIN there is none", "[staff]") {
    const TempFolder state;
    REQUIRE(staff::record(state.path(), at("2026-11-23T10:00"), Act::pin_failed, "482913"));
    REQUIRE(staff::record(state.path(), at("2026-11-23T10:00"), Act::pin_changed, "482913"));
    CHECK_THAT(text_of(state.path() / "acts.jsonl"), !ContainsSubstring("482913"));
    REQUIRE(staff::record(state.path(), at("2026-11-23T10:00"), Act::exported, "a\nb\xff" + std::string(500, 'x')));
    const auto text = text_of(state.path() / "acts.jsonl");
    CHECK(std::ranges::count(text, '\n') == 3);
    CHECK(staff::read_deeds(state.path(), 1).value().front().detail == "a?b?" + std::string(76, 'x') + "…");
}

TEST_CASE("acts: half a line and what makes no sense is passed over, and spoils nothing after it", "[staff]") {
    const TempFolder state;
    state.write("acts.jsonl",
                "{\"when\":\"2026-11-23T10:00\",\"what\":\"opened-area\"}\n"
                "{\"when\":\"2026-11-23T10:00\",\"what\":\"of a later version\"}\n"
                "{\"when\":\"soon\",\"what\":\"exported\"}\n[]\n\n\xff\n{\"when\":7,\"what\":{}}\n"
                "{\"when\":\"2026-11-23T10:01\",\"wh");
    CHECK(staff::read_deeds(state.path(), 10).value().size() == 1);
    REQUIRE(staff::record(state.path(), at("2026-11-23T10:02"), Act::exported));
    const auto deeds = staff::read_deeds(state.path(), 10).value();
    REQUIRE(deeds.size() == 2);
    CHECK(deeds[0].act == Act::exported);
}

TEST_CASE("acts: the newest two thousand stay, however many there were", "[staff]") {
    const TempFolder state;
    std::string text;
    for (int i = 0; i < 2499; ++i)
        text += "{\"when\":\"2026-11-23T10:00\",\"what\":\"exported\",\"detail\":\"" + std::to_string(i) + "\"}\n";
    state.write("acts.jsonl", text);
    const auto lines = [&] { return std::ranges::count(text_of(state.path() / "acts.jsonl"), '\n'); };
    REQUIRE(staff::record(state.path(), at("2026-11-23T10:01"), Act::opened_area));
    CHECK(lines() == 2500);
    REQUIRE(staff::record(state.path(), at("2026-11-23T10:02"), Act::shut_down));
    CHECK(lines() == 2000);
    const auto deeds = staff::read_deeds(state.path(), 5000).value();
    REQUIRE(deeds.size() == 2000);
    CHECK(deeds[0].act == Act::shut_down);
    CHECK(deeds[1].act == Act::opened_area);
    CHECK(deeds.back().detail == "501");
}

TEST_CASE("acts: two who write at once lose nothing of each other", "[staff]") {
    const TempFolder state;
    constexpr int each = 50;
    const auto write = [&](Act act) {
        for (int i = 0; i < each; ++i) (void)staff::record(state.path(), at("2026-11-23T10:00"), act);
    };
    std::thread other{[&] { write(Act::exported); }};
    write(Act::opened_area);
    other.join();
    const auto deeds = staff::read_deeds(state.path(), 1000).value();
    CHECK(std::ranges::count(deeds, Act::exported, &staff::Deed::act) == each);
    CHECK(std::ranges::count(deeds, Act::opened_area, &staff::Deed::act) == each);
}
