// What hands do to a screen: twice, sliding, resting, with the whole palm, and ten thousand times at random.
#include "catch.hpp"

#include "shell/driven.hpp"

#include <array>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using platform::KeyName;
using Phase = platform::Touch::Phase;

namespace {

struct RoughKiosk : TestKiosk {
    RoughKiosk() {
        write("kiosk.toml",
              "[site]\nid = \"test-site\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n"
              "[survey]\noffered = [\"kinds\"]\n[languages]\noffered = [\"en\", \"ar\", \"pl\"]\n");
    }
};

void begin(DrivenKiosk& kiosk) { kiosk.press(KeyName::enter); }

}  // namespace

TEST_CASE("a hand that rests on the screen keeps nobody from touching", "[rough]") {
    const RoughKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    begin(kiosk);
    const auto topic = middle_of(kiosk, "topic.small"), survey = middle_of(kiosk, "survey.kinds");
    kiosk.touch(Phase::down, topic.x, topic.y, 1);  // and stays
    kiosk.wait(base::Millis{3000});
    kiosk.touch(Phase::down, survey.x, survey.y, 2);
    kiosk.touch(Phase::up, survey.x, survey.y, 2);
    CHECK(kiosk.screen() == "survey.intro");
    kiosk.touch(Phase::up, topic.x, topic.y, 1);  // at last: it means nothing any more
    CHECK(kiosk.screen() == "survey.intro");
    kiosk.wait(base::Millis{600});
    const auto start = middle_of(kiosk, "start");
    kiosk.touch(Phase::down, start.x, start.y, 1);
    kiosk.touch(Phase::up, start.x, start.y, 1);
    CHECK(kiosk.screen() == "survey.question");
}

TEST_CASE("a palm means nothing, and one finger after it does", "[rough]") {
    const RoughKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    begin(kiosk);
    const auto survey = middle_of(kiosk, "survey.kinds"), topic = middle_of(kiosk, "topic.small");
    for (std::int64_t finger = 1; finger <= 4; ++finger)
        kiosk.touch(Phase::down, survey.x + static_cast<float>(finger) * 8, survey.y, finger);
    for (std::int64_t finger = 4; finger >= 1; --finger)
        kiosk.touch(Phase::up, survey.x + static_cast<float>(finger) * 8, survey.y, finger);
    CHECK(kiosk.screen() == "home");
    kiosk.wait(base::Millis{300});
    kiosk.touch(Phase::down, topic.x, topic.y, 9);
    kiosk.touch(Phase::up, topic.x, topic.y, 9);
    CHECK(kiosk.screen() == "topic.small");
}

TEST_CASE("twice in a hurry is once; sliding off is not at all", "[rough]") {
    const RoughKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    begin(kiosk);
    const auto survey = middle_of(kiosk, "survey.kinds");
    kiosk.touch(Phase::down, survey.x, survey.y);
    kiosk.touch(Phase::move, 3, survey.y);
    kiosk.touch(Phase::up, 3, survey.y);
    CHECK(kiosk.screen() == "home");
    kiosk.wait(base::Millis{600});
    const auto message = middle_of(kiosk, "topic.small");
    kiosk.touch(Phase::down, message.x, message.y);
    kiosk.touch(Phase::up, message.x, message.y);
    CHECK(kiosk.screen() == "topic.small");
    const auto card = middle_of(kiosk, "message.only");
    kiosk.touch(Phase::down, card.x, card.y);
    kiosk.touch(Phase::up, card.x, card.y);
    const auto next = middle_of(kiosk, "continue");
    for (int i = 0; i < 2; ++i) {  // the second would be "More messages"
        kiosk.touch(Phase::down, next.x, next.y);
        kiosk.touch(Phase::up, next.x, next.y);
        kiosk.wait(base::Millis{100});
    }
    CHECK(kiosk.screen() == "message.only");
}

TEST_CASE("a page is turned by a wipe, the other way round in Arabic", "[rough]") {
    const RoughKiosk files;
    for (const bool arabic : {false, true}) {
        DrivenKiosk kiosk{files.config, files.path(arabic ? "state-ar" : "state-en")};
        begin(kiosk);
        if (arabic) {
            kiosk.tap(ui::Node{*kiosk.scene().node("language")});
            kiosk.tap(ui::Node{*kiosk.scene().node("language.ar")});
        }
        kiosk.tap(ui::Node{*kiosk.scene().node("topic.small")});
        kiosk.tap(ui::Node{*kiosk.scene().node("message.only")});
        const auto wipe = [&](float from, float to) {
            kiosk.touch(Phase::down, from, 400);
            kiosk.touch(Phase::move, (from + to) / 2, 402);
            kiosk.touch(Phase::up, to, 404);
        };
        const float onwards = arabic ? 700 : 300, back = arabic ? 300 : 700;
        wipe(500, onwards);
        CHECK(kiosk.scene().node("more"));  // the second page is the last
        wipe(500, 510);                     // too short
        CHECK(kiosk.scene().node("more"));
        wipe(500, back);
        CHECK(kiosk.scene().node("continue"));
        CHECK(kiosk.screen() == "message.only");
    }
}

TEST_CASE("ten thousand touches and keys: no crash, no dead end, no way out", "[rough]") {
    const RoughKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state"), 480, 300};
    base::Random chance{20261123};
    constexpr std::array keys = {KeyName::tab,  KeyName::shift_tab, KeyName::enter, KeyName::escape,
                                 KeyName::up,   KeyName::down,      KeyName::left,  KeyName::right,
                                 KeyName::home, KeyName::f1,        KeyName::f2,    KeyName::f3,
                                 KeyName::f4,   KeyName::f5,        KeyName::f6,    KeyName::shift};
    std::set<std::string> screens;
    for (int i = 0; i < 10'000; ++i) {
        const auto dice = chance.below(100);
        const auto* skip = kiosk.scene().node("skip");
        if (skip && dice < 12) {  // so that some come to the end
            kiosk.tap(ui::Node{*skip});
        } else if (dice < 30) {
            kiosk.press(keys[chance.below(keys.size())]);
        } else if (dice < 60 && !kiosk.scene().nodes.empty()) {  // at something, as people do
            const ui::Node node = kiosk.scene().nodes[chance.below(kiosk.scene().nodes.size())];
            if (node.id != "hide" || chance.below(20) == 0) kiosk.tap(node);
        } else if (dice < 98) {
            const auto phase = static_cast<Phase>(chance.below(4));
            kiosk.touch(phase, static_cast<float>(chance.below(520)) - 20, static_cast<float>(chance.below(340)) - 20,
                        static_cast<std::int64_t>(chance.below(5)));
        } else {
            kiosk.wait(base::Millis{static_cast<std::int64_t>(chance.below(30'000))}, base::Millis{5000});
        }
        screens.insert(kiosk.screen());
        const auto& scene = kiosk.scene();
        // Over Help the warning leads on to Help again.
        const bool over_help = scene.screen == "idle-warning" && !scene.node("help");
        const bool ways = over_help                ? scene.node("stay") != nullptr
                          : scene.screen == "help" ? scene.node("back") != nullptr
                                                   : scene.node("help") != nullptr;
        if (!ways || (scene.screen != "hidden" && !scene.node("hide")) || kiosk.kiosk().quit_requested()) {
            INFO("after " << i << " on " << scene.screen);
            CHECK(ways);
            CHECK_FALSE(kiosk.kiosk().quit_requested());
            FAIL("a dead end");
        }
    }
    for (const std::string screen : {"attract", "home", "topic.small", "message.only", "survey.intro",
                                     "survey.question", "survey.thanks", "help", "languages", "settings", "hidden"}) {
        INFO(screen);
        CHECK(screens.contains(screen));
    }
    kiosk.wait(base::Millis{700'000}, base::Millis{10'000});
    CHECK(kiosk.screen() == "attract");
    begin(kiosk);
    CHECK(kiosk.screen() == "home");
}
