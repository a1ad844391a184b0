// What the room sees when nobody is at the kiosk: by the hour, by turns, dimmed and dark; and never quite at one place.
#include "catch.hpp"
#include "driven.hpp"
#include "kiosk_runs.hpp"
#include "media/picture.hpp"

#include <algorithm>
#include <numeric>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;
using namespace std::chrono_literals;

namespace {

/// Three messages of eight seconds, which play as the place says.
struct Place : TestKiosk {
    explicit Place(std::string_view profile) {
        write("sites/here.toml", profile);
        config =
            write("kiosk.toml", "[site]\nprofile = \"here\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n");
        std::filesystem::remove(path("content/small/messages/only.md"));
        for (const std::string id : {"apple", "bread", "cheese"}) {
            auto text = std::string{only_message};
            text.replace(text.find("The only message"), 16, "About " + id);
            write("content/small/messages/" + id + ".md", text);
        }
    }
    void walk(std::string_view script) const {
        const auto ran = tour(script);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }
    /// Of 255, over the whole picture.
    [[nodiscard]] double brightness(const std::string& shot) const {
        const auto picture = media::decode_picture(path("shots") / (shot + ".png"), 640, 640);
        REQUIRE(picture);
        long sum = 0;
        for (std::size_t i = 0; i < picture->rgba.size(); i += 4)
            sum += picture->rgba[i] + picture->rgba[i + 1] + picture->rgba[i + 2];
        return static_cast<double>(sum) / 3 / 640 / 640;
    }
};

constexpr std::string_view open_in_the_morning =
    "plays = [\"small/apple\"]\n[opening]\nhours = [{ from = \"09:00\", until = \"11:00\" }]\n";

}  // namespace

TEST_CASE("room: outside of opening hours the screen dims, is dark, and wakes by touch and in the morning") {
    Place place{open_in_the_morning};
    place.starts_at = "2026-11-23T10:59:30";
    place.walk(
        "on attract\nwait 10s\nshot open\ndump open\nwait 21s\non attract\nshot dim\ndump dim\n"
        "wait 110s\non attract\nwait 20s\non dark\nshot dark\ndump dark\n"
        "wait 3h\non dark\ndump later\n"
        "touch 300 300\non home\nshot touched\n"
        "wait 66s\non attract\ndump left\nwait 121s\non dark\n"
        "wait 18h\non dark\nwait 1h\non attract\nshot morning\n");
    const auto usual = place.brightness("open");
    CHECK(usual > 40);
    CHECK(place.brightness("dim") < usual * 0.75);
    CHECK(place.brightness("dim") > usual * 0.4);
    CHECK(place.brightness("dark") == 0);
    CHECK(place.brightness("touched") > usual * 0.75);
    CHECK(place.brightness("morning") > usual * 0.9);
    // The tree says the colours that are there; and what is dark shows nothing, costs nothing.
    const auto colour = [&](const char* dump) { return node_of(place.dump(dump), "slide.title").at("bg"); };
    CHECK(colour("open") != colour("dim"));
    CHECK(colour("left") == colour("dim"));
    CHECK(place.dump("dark").at("nodes").empty());
    CHECK(place.dump("later").at("frames_drawn") == place.dump("dark").at("frames_drawn"));
}

TEST_CASE("room: the next message has its words when its crossfade begins") {
    const Place place{""};
    DrivenKiosk kiosk{place.config, place.path("state")};
    std::set<std::string> seen;
    for (int slide = 0; slide < 3; ++slide) {
        seen.insert(kiosk.scene().node("slide.title")->name);
        kiosk.wait(7s);  // its own crossfade, and time to make the next one ready
        kiosk.hurry(1s);
        CHECK(kiosk.scene().fade < 1);
        CHECK(kiosk.scene().display.texts_ready());
    }
    CHECK(seen.size() == 3);
}

TEST_CASE("room: the next message has its words also after the picture was lost in the middle of one") {
    const Place place{""};
    DrivenKiosk kiosk{place.config, place.path("state")};
    kiosk.wait(4s);
    kiosk.kiosk().draw_anew();
    kiosk.wait(3s);
    kiosk.hurry(1s);
    CHECK(kiosk.scene().fade < 1);
    CHECK(kiosk.scene().display.texts_ready());
}

TEST_CASE("room: by a clock that cannot be right the place counts as open, and staff are told once") {
    Place place{open_in_the_morning};
    place.starts_at = "2020-01-04T23:00";
    const auto ran = place.tour("wait 10m\non attract\nwait 10h\non attract\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    const auto told = ran.err.find("cannot be right");
    CHECK(told != std::string::npos);
    CHECK(told == ran.err.rfind("cannot be right"));
}

TEST_CASE("room: a person who is there when the place closes is not left in the dark") {
    Place place{open_in_the_morning};
    place.starts_at = "2026-11-23T10:59:30";
    place.walk(
        "touch 300 300\non home\nshot before\nwait 40s\ntouch 5 5\nwait 40s\ntouch 5 5\nwait 40s\ntouch 5 5\nwait "
        "40s\non home\nshot after\n");
    CHECK(place.brightness("before") == place.brightness("after"));
}

TEST_CASE("room: what plays changes on the minute, between two visits and never under somebody's hands") {
    Place place{
        "plays = [\"small/apple\"]\n[[hours]]\nname = \"Later\"\nfrom = \"11:00\"\nuntil = \"12:00\"\n"
        "plays = [\"small/bread\"]\n"};
    place.starts_at = "2026-11-23T10:59:30";
    SECTION("while nobody is there") {
        place.walk(
            "see \"About apple\"\nwait 20s\nsee \"About apple\"\nwait 15s\nsee \"About bread\"\n"
            "wait 59m\nsee \"About bread\"\nwait 1m\nsee \"About apple\"\n");
    }
    SECTION("while somebody is") {
        place.walk("touch 300 300\nwait 44s\non home\ntouch 5 5\nwait 66s\non attract\nsee \"About bread\"\n");
    }
}

TEST_CASE("room: after a visit the next message plays, so that the last of the round are seen as often as the first") {
    const Place place{""};
    place.walk(
        "see \"About apple\"\ntouch 300 300\non home\nwait 66s\non attract\n"
        "see \"About bread\"\nwait 9s\nsee \"About cheese\"\n");
}

TEST_CASE(
    "room: what stands on the screen all day wanders about its place by two millimetres, and costs a frame a minute") {
    Place place{"plays = [\"small/apple\"]\n"};
    std::string script;
    for (int i = 0; i < 100; ++i) script += "dump d" + std::to_string(i) + "\nwait 1m\n";
    place.walk(script);
    std::set<std::pair<int, int>> places;
    std::pair<int, int> before;
    int longest_step = 0;
    for (int i = 0; i < 100; ++i) {
        const auto rect =
            node_of(place.dump("d" + std::to_string(i)), "slide.title").at("rect").get<std::vector<int>>();
        const std::pair now{rect[0], rect[1]};
        if (i > 0)
            longest_step =
                std::max({longest_step, std::abs(now.first - before.first), std::abs(now.second - before.second)});
        places.insert(before = now);
    }
    const auto px_per_mm = place.dump("d0").at("px_per_mm").get<double>();
    const auto [left, right] = std::ranges::minmax(places, {}, &std::pair<int, int>::first);
    CHECK(right.first - left.first >= static_cast<int>(2 * px_per_mm));
    CHECK(right.first - left.first <= static_cast<int>(4 * px_per_mm) + 2);
    CHECK(places.size() > 10);
    CHECK(longest_step <= 2);
    CHECK(place.dump("d99").at("frames_drawn").get<int>() - place.dump("d0").at("frames_drawn").get<int>() <= 99);
}
