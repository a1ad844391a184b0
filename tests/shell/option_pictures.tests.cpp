// A child at the real program: a question answered by its pictures, by touch, by keys and by ear.
#include "catch.hpp"
#include "kiosk_runs.hpp"
#include "media/picture.hpp"

#include <string>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

constexpr std::string_view secrets = R"(id = "secrets"
version = "1"
title = "Secrets"
intro = "Short."
audiences = ["child"]
feedback = "none"
[[question]]
id = "keep"
kind = "choice"
text = "Which secret is a good one?"
shuffle = false
options = [
  { id = "gift", text = "A surprise", picture = "pictures/red.svg", picture_alt = "A present" },
  { id = "worry", text = "A worry", picture = "pictures/green.svg", picture_alt = "A locked box" },
  { id = "unsure", text = "I am not sure", picture = "pictures/blue.svg", picture_alt = "A question mark" },
]
[[question]]
id = "who"
kind = "choices"
text = "Who can help?"
shuffle = false
options = [
  { id = "friend", text = "A friend", picture = "pictures/red.svg", picture_alt = "A child" },
  { id = "teacher", text = "A teacher", picture = "pictures/green.svg", picture_alt = "A grown-up" },
]
)";

struct PictureKiosk : TestKiosk {
    PictureKiosk() {
        size = "1280x800";
        for (const std::string colour : {"red", "green", "blue"})
            write("content/small/pictures/" + colour + ".svg",
                  R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill=")" +
                      colour + R"("/></svg>)");
        write("content/small/surveys/secrets.toml", secrets);
        // A survey for children is offered only where the place has agreed to it.
        write("sites/here.toml", "name = \"Here\"\nsurveys = [\"secrets\"]\n");
        write("kiosk.toml",
              "[site]\nid = \"test-site\"\nprofile = \"here\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n"
              "[survey]\noffered = [\"secrets\"]\n");
    }
    /// The only response, as its table has it, without its id.
    [[nodiscard]] std::string response() const {
        const auto ran = ctl({"export", "--to", path("export")});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(path("export"))) {
            if (!entry.path().filename().string().starts_with("secrets") || entry.path().extension() != ".csv")
                continue;
            const auto lines = lines_in(contents_of(entry.path()));
            if (lines.size() == 2 && lines[0].find("keep") != std::string::npos)
                return lines[1].substr(lines[1].find(','));
        }
        FAIL("there is no table with one response");
        return {};
    }
};

std::string response_to(std::string_view script) {
    const PictureKiosk kiosk;
    const auto ran = kiosk.tour(script);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return kiosk.response();
}

std::string tabs(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "press Tab\n";
    return out;
}

}  // namespace

TEST_CASE("option pictures: answered by touch, by keys and by ear, the same response", "[access]") {
    const auto by_touch = response_to(R"(tap "Touch to find out more"
tap "Secrets"
tap "Start"
see "Which secret"
tap "#option.worry"
tap "A surprise"
tap "Continue"
tap "#option.friend"
tap "#option.teacher"
tap "Continue"
on survey.thanks
)");
    const auto by_keys =
        response_to("press Enter\n" + tabs(1) + "press Enter\n" + tabs(1) + "press Enter\non survey.question\n" +
                    tabs(1) + "press Enter\n" + tabs(3) + "press Enter\nsee \"Who can help?\"\n" + tabs(1) +
                    "press Enter\n" + tabs(1) + "press Space\n" + tabs(1) + "press Enter\non survey.thanks\n");
    const auto by_ear = response_to("headphones in\n" + tabs(1) + "hear \"Secrets\"\npress Enter\n" + tabs(1) +
                                    "hear \"Start\"\npress Enter\nhear \"Question 1 of 2\"\n" + tabs(1) +
                                    "hear \"A surprise, one to choose, not chosen, 1 of 3\"\nwait 5s\n"
                                    "press Enter\nhear \"chosen\"\n" +
                                    tabs(3) + "hear \"Continue\"\npress Enter\n" + tabs(1) +
                                    "hear \"A friend\"\npress Enter\n" + tabs(1) + "hear \"A teacher\"\npress Enter\n" +
                                    tabs(1) + "hear \"Continue\"\npress Enter\non survey.thanks\n");
    CHECK_FALSE(by_touch.empty());
    CHECK(by_keys == by_touch);
    CHECK(by_ear == by_touch);
}

TEST_CASE("option pictures: said after the option into headphones, never on the loudspeaker", "[listening]") {
    const PictureKiosk kiosk;
    const std::string begin = "tap \"Touch to find out more\"\ntap \"Secrets\"\ntap \"Start\"\n";
    auto ran = kiosk.tour(begin + "headphones in\n" + tabs(2) + "wait 20s\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto aloud = contents_of(kiosk.path("shots/spoken.txt"));
    const auto option = aloud.find("A worry, one to choose, not chosen, 2 of 3"),
               picture = aloud.find("Picture: A locked box");
    CHECK(option != std::string::npos);
    CHECK(picture != std::string::npos);
    CHECK(option < picture);
    ran = kiosk.tour(begin + "press F2\nwait 60s\n" + tabs(2) + "hear \"Answer 2 of 3\"\nwait 5s\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(contents_of(kiosk.path("shots/spoken.txt")).find("Picture:") == std::string::npos);
}

TEST_CASE("option pictures: they are on the glass; one that is broken leaves its words", "[pictures]") {
    const PictureKiosk kiosk;
    kiosk.write("content/small/pictures/blue.svg", "this is no picture");
    const auto ran = kiosk.tour("tap \"Touch to find out more\"\ntap \"Secrets\"\ntap \"Start\"\nshot q\ndump q\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(ran.err.find("blue.svg") != std::string::npos);
    const auto check = kiosk.ctl({"check"});
    CHECK(check.exit_code == 3);
    CHECK(check.err.find("blue.svg: ") != std::string::npos);
    const auto dump = kiosk.dump("q");
    const auto shot = media::decode_picture(kiosk.path("shots/q.png"), 1280, 800);
    REQUIRE(shot);
    /// The colour in the middle of a card's upper half: in its picture.
    const auto colour = [&](const char* id) {
        const auto node = node_of(dump, id);
        REQUIRE(node.is_object());
        const auto& r = node.at("rect");
        const std::size_t x = r[0].get<std::size_t>() + r[2].get<std::size_t>() / 2,
                          y = r[1].get<std::size_t>() + r[3].get<std::size_t>() / 4;
        const auto* p = &shot->rgba[4 * (y * 1280 + x)];
        return std::vector<int>{p[0], p[1], p[2]};
    };
    CHECK(colour("option.gift") == std::vector<int>{255, 0, 0});
    CHECK(colour("option.worry") == std::vector<int>{0, 128, 0});
    CHECK(colour("option.unsure") == std::vector<int>{255, 255, 255});
    CHECK(node_of(dump, "option.gift").at("description") == "A present");
    CHECK_FALSE(node_of(dump, "option.unsure").contains("description"));
    CHECK(offers(dump, "I am not sure"));
}
