// Touches and keys that come while the kiosk is between two screens.
#include "catch.hpp"

#include "shell/driven.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using platform::KeyName;
using Phase = platform::Touch::Phase;

namespace {

struct HurriedKiosk : TestKiosk {
    explicit HurriedKiosk(const std::string& more = {}) {
        write("kiosk.toml",
              "[site]\nid = \"test-site\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n"
              "[survey]\noffered = [\"kinds\"]\n[languages]\noffered = [\"en\", \"ar\"]\n" +
                  more);
    }
};

void walk(DrivenKiosk& kiosk, const std::vector<std::string>& ids) {
    for (const auto& id : ids) {
        INFO(id << " on " << kiosk.screen());
        REQUIRE(kiosk.scene().node(id));
        kiosk.tap(ui::Node{*kiosk.scene().node(id)});
    }
}

/// As the main loop does: what has come is handled, and shown as far as it is there. No letter has time to be drawn.
void touch_now(DrivenKiosk& kiosk, Point at) {
    for (const auto phase : {Phase::down, Phase::up}) {
        kiosk.kiosk().handle(platform::Touch{phase, at.x, at.y, 0});
        kiosk.kiosk().show();
    }
}

}  // namespace

TEST_CASE("hurry: Hide and Finish touched twice leave what the first touch brought", "[hurry]") {
    const HurriedKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    const auto twice = [&](const std::string& id) {
        const auto at = middle_of(kiosk, id);
        for (int i = 0; i < 2; ++i) {
            kiosk.touch(Phase::down, at.x, at.y);
            kiosk.touch(Phase::up, at.x, at.y);
            kiosk.wait(150ms);
        }
    };
    kiosk.press(KeyName::enter);
    twice("hide");
    CHECK(kiosk.screen() == "hidden");
    kiosk.press(KeyName::enter);
    kiosk.press(KeyName::enter);
    walk(kiosk, {"survey.kinds", "start", "skip", "skip", "skip", "skip"});
    CHECK(kiosk.screen() == "survey.thanks");
    kiosk.wait(1s);
    twice("finish");
    CHECK(kiosk.screen() == "attract");
}

TEST_CASE("hurry: while a page waits for its letters Hide is at once, and the page before means nothing", "[hurry]") {
    const HurriedKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::enter);
    walk(kiosk, {"survey.kinds", "start", "option.b"});
    kiosk.wait(1s);
    const auto next = middle_of(kiosk, "continue"), apple = middle_of(kiosk, "option.a"),
               hide = middle_of(kiosk, "hide");
    touch_now(kiosk, next);
    REQUIRE(kiosk.scene().node("question")->name == "Which one?");  // the second question waits
    touch_now(kiosk, apple);                                        // an answer to the first, of the same id
    kiosk.settle();
    REQUIRE(kiosk.scene().node("question")->name == "Which ones?");
    CHECK_FALSE(kiosk.scene().node("option.a")->checked);
    kiosk.wait(1s);
    touch_now(kiosk, middle_of(kiosk, "skip"));
    CHECK(kiosk.scene().node("question")->name == "Which ones?");
    touch_now(kiosk, hide);
    CHECK(kiosk.screen() == "hidden");
}

TEST_CASE("hurry: a finger that is down while the page changes does nothing on the next one", "[hurry]") {
    const HurriedKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::enter);
    walk(kiosk, {"survey.kinds", "start", "option.b"});
    const auto next = middle_of(kiosk, "continue");
    kiosk.wait(1s);
    kiosk.touch(Phase::down, next.x, next.y);
    CHECK(kiosk.scene().node("continue")->pressed);
    for (int i = 0; i < 40 && !(kiosk.focused() && kiosk.focused()->id == "continue"); ++i) kiosk.press(KeyName::tab);
    kiosk.press(KeyName::enter);
    REQUIRE(kiosk.scene().node("question")->name == "Which ones?");
    CHECK_FALSE(kiosk.scene().node("continue")->pressed);
    kiosk.touch(Phase::up, next.x, next.y);
    CHECK(kiosk.scene().node("hint")->role == ui::Role::text);  // nobody was told that an answer is missing
}

TEST_CASE("hurry: the warning is taken away by whatever is done, and nothing else happens", "[hurry]") {
    const HurriedKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::enter);
    walk(kiosk, {"topic.small", "message.only", "continue"});
    const auto warn = [&] {
        kiosk.wait(46s);
        REQUIRE(kiosk.screen() == "idle-warning");
    };
    const auto nothing_else = [&] {
        kiosk.settle();
        CHECK(kiosk.screen() == "message.only");
        CHECK(kiosk.scene().node("more"));  // its second page
    };
    for (const auto key : {KeyName::escape, KeyName::home, KeyName::enter, KeyName::tab, KeyName::shift}) {
        warn();
        kiosk.press(key);
        nothing_else();
    }
    warn();
    kiosk.touch(Phase::down, 300, 700);
    kiosk.touch(Phase::move, 500, 700);
    kiosk.touch(Phase::up, 700, 700);  // a wipe that began on the warning
    nothing_else();
    warn();
    kiosk.tap(ui::Node{*kiosk.scene().node("stay")});
    nothing_else();
}

TEST_CASE("hurry: keys that come faster than pages do what they would do slowly", "[hurry]") {
    const HurriedKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    for (const auto key : {KeyName::enter, KeyName::f1, KeyName::escape, KeyName::f1, KeyName::home}) {
        kiosk.kiosk().handle(platform::KeyPress{key});
        kiosk.kiosk().show();
    }
    kiosk.settle();
    CHECK(kiosk.screen() == "home");
    for (int i = 0; i < 3; ++i) {
        kiosk.kiosk().handle(platform::KeyPress{KeyName::shift});
        kiosk.kiosk().show();
    }
    CHECK(kiosk.screen() == "hidden");
}

TEST_CASE("hurry: one switch, pressed with a shaking hand, chooses once", "[hurry]") {
    const HurriedKiosk files{"[access]\nscanning = true\n"};
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.touch(Phase::down, 5, 400);
    kiosk.touch(Phase::up, 5, 400);
    CHECK(kiosk.screen() == "home");  // the loop is begun by any touch, with a switch as well
    kiosk.wait(1s);
    walk(kiosk, {"survey.kinds", "start", "skip"});  // now one of which several can be ticked
    for (int i = 0; i < 100 && !(kiosk.focused() && kiosk.focused()->id == "option.a"); ++i) kiosk.wait(100ms);
    REQUIRE(kiosk.focused());
    for (std::int64_t finger = 1; finger <= 4; ++finger) kiosk.touch(Phase::down, 5, 400, finger);
    for (std::int64_t finger = 1; finger <= 4; ++finger) kiosk.touch(Phase::up, 5, 400, finger);
    CHECK(kiosk.scene().node("option.a")->checked);
    kiosk.wait(1s);
    CHECK(kiosk.screen() == "survey.question");
}

TEST_CASE("hurry: one switch is enough to stay when the warning comes", "[hurry]") {
    const HurriedKiosk files{"[access]\nscanning = true\n"};
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::enter);
    walk(kiosk, {"survey.kinds", "start"});
    kiosk.wait(46s);
    CHECK(kiosk.screen() == "survey.question");  // the focus goes round once before anybody is thought to be away
    for (int i = 0; i < 60 && kiosk.screen() != "idle-warning"; ++i) kiosk.wait(1s);
    REQUIRE(kiosk.screen() == "idle-warning");
    for (int i = 0; i < 100 && !(kiosk.focused() && kiosk.focused()->id == "stay"); ++i) {
        kiosk.wait(100ms);
        if (const auto* focused = kiosk.focused()) CHECK_FALSE(focused->id.starts_with("option"));
    }
    REQUIRE(kiosk.screen() == "idle-warning");
    kiosk.touch(Phase::down, 5, 400);
    kiosk.touch(Phase::up, 5, 400);
    CHECK(kiosk.screen() == "survey.question");
}
