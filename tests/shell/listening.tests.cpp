// Who listens, and who must not hear: the reading in the real kiosk, with everything that comes across it.
#include "catch.hpp"

#include "shell/driven.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using platform::KeyName;
using Phase = platform::Touch::Phase;

namespace {

constexpr std::string_view explained = R"(id = "quiz"
version = "1"
title = "Quiz"
intro = "Short."
audiences = ["adult"]
feedback = "each"
[[question]]
id = "one"
kind = "choice"
text = "Which one?"
shuffle = false
options = [{ id = "a", text = "Apple" }, { id = "b", text = "Bread" }]
correct = ["a"]
explain = "Fruit grows on trees."
[[question]]
id = "two"
kind = "choices"
text = "Which ones?"
shuffle = false
options = [{ id = "a", text = "Apple" }, { id = "b", text = "Bread" }]
)";

struct TalkingKiosk : TestKiosk {
    explicit TalkingKiosk(const std::string& more = {}) {
        write("content/small/surveys/quiz.toml", explained);
        std::string long_message{only_message};
        long_message.resize(long_message.find("# First page"));
        for (int i = 0; i < 4; ++i)
            long_message += std::to_string(i) +
                            " times: a friend listens, and has time for you, and does not laugh about what you say. "
                            "You can say what you think. You can say no, at any time, and to anybody.\n\n";
        write("content/small/messages/long.md", long_message);
        write("kiosk.toml",
              "[site]\nid = \"test-site\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n"
              "[survey]\noffered = [\"quiz\"]\n[languages]\noffered = [\"en\", \"ar\"]\n" +
                  more);
    }
};

void tap(DrivenKiosk& kiosk, const std::string& id) {
    const auto* node = kiosk.scene().node(id);
    INFO(id << " on " << kiosk.screen());
    REQUIRE(node);
    kiosk.tap(ui::Node{*node});
}

void walk(DrivenKiosk& kiosk, const std::vector<std::string>& ids) {
    for (const auto& id : ids) tap(kiosk, id);
}

void focus(DrivenKiosk& kiosk, const std::string& id) {
    for (int i = 0; i < 60 && !(kiosk.focused() && kiosk.focused()->id == id); ++i) kiosk.press(KeyName::tab);
    INFO(id << " on " << kiosk.screen());
    REQUIRE(kiosk.focused());
    REQUIRE(kiosk.focused()->id == id);
}

/// Everything that is said until it is silent, at most so long.
std::string listen(DrivenKiosk& kiosk, base::Millis most = 200s) {
    std::string all;
    for (base::Millis waited{0}; kiosk.speaking() && waited < most; waited += 100ms) {
        const auto said = *kiosk.speaking();
        if (!all.ends_with(said + "\n")) all += said + "\n";
        kiosk.wait(100ms);
    }
    return all;
}

}  // namespace

TEST_CASE("listening: a page that takes longer than the idle time is read to its end", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    walk(kiosk, {"settings", "settings.slower", "done", "topic.small", "message.long"});
    base::Millis listened{0};
    for (; kiosk.speaking() && listened < 300s; listened += 100ms) {
        kiosk.wait(100ms);
        REQUIRE(kiosk.screen() == "message.long");
    }
    CHECK(listened > 50s);
    kiosk.wait(46s);
    CHECK(kiosk.screen() == "idle-warning");
}

TEST_CASE("listening: a kiosk that reads and moves the focus by itself ends the visit of who has gone", "[listening]") {
    const TalkingKiosk files{"[access]\nscanning = true\n"};
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    (void)listen(kiosk, 60s);
    kiosk.wait(180s);
    CHECK(kiosk.screen() == "attract");
    CHECK_FALSE(kiosk.speaking());
}

TEST_CASE("listening: a page is held and let go by its buttons, by keys as well", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    focus(kiosk, "pause");
    const auto said = kiosk.speaking();
    REQUIRE(said);
    kiosk.press(KeyName::enter);
    kiosk.wait(20s);
    CHECK(kiosk.speaking());  // held, not ended
    kiosk.press(KeyName::enter);
    kiosk.wait(20s);
    CHECK_FALSE(kiosk.speaking());
}

TEST_CASE("listening: who goes on elsewhere while it is held is told what is there", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    kiosk.press(KeyName::f4);
    CHECK(kiosk.scene().node("pause")->name == "Go on");
    focus(kiosk, "topic.small");
    CHECK(kiosk.scene().node("pause")->name == "Pause");
    kiosk.wait(10s);
    CHECK_FALSE(kiosk.speaking());  // it was said, not held
    kiosk.press(KeyName::f3);
    kiosk.press(KeyName::f4);
    tap(kiosk, "topic.small");
    const auto first = kiosk.speaking();
    REQUIRE(first);
    kiosk.wait(10s);
    CHECK(kiosk.speaking() != first);
}

TEST_CASE("listening: who holds the reading hears the warning", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    kiosk.press(KeyName::f4);
    kiosk.wait(46s);
    CHECK(kiosk.screen() == "idle-warning");
    CHECK_THAT(listen(kiosk, 15s), ContainsSubstring("Are you still there?"));
}

TEST_CASE("listening: on the loudspeaker no answer is said, nor whether it was right, by any way", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::f2);
    walk(kiosk, {"survey.quiz", "start"});
    std::string heard = listen(kiosk);
    walk(kiosk, {"option.a"});
    heard += listen(kiosk);
    for (const auto key : {KeyName::f3, KeyName::f1, KeyName::escape}) {
        kiosk.press(key);
        heard += listen(kiosk);
    }
    focus(kiosk, "option.b");
    heard += listen(kiosk);
    kiosk.press(KeyName::up);
    heard += listen(kiosk);
    walk(kiosk, {"language", "back", "settings", "back", "continue"});
    CHECK(kiosk.screen() == "survey.check");
    heard += listen(kiosk);
    kiosk.press(KeyName::f3);
    heard += listen(kiosk);
    kiosk.press(KeyName::f6);
    heard += listen(kiosk);
    kiosk.wait(46s);
    heard += listen(kiosk, 10s);
    kiosk.press(KeyName::escape);
    heard += listen(kiosk);
    CHECK(kiosk.screen() == "survey.check");
    CHECK_THAT(heard, ContainsSubstring("Answer 2 of 2") && ContainsSubstring("Fruit grows on trees."));
    INFO(heard);
    REQUIRE(kiosk.scene().node("check.verdict"));
    const auto verdict = kiosk.scene().node("check.verdict")->name;
    for (const std::string& secret : {std::string{"Apple"}, std::string{"Bread"}, std::string{"chosen"}, verdict})
        CHECK(heard.find(secret) == std::string::npos);
}

TEST_CASE("listening: headphones that are pulled out cut an answer off in the middle of the word", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.kiosk().headphones(true);
    kiosk.settle();
    walk(kiosk, {"survey.quiz", "start"});
    focus(kiosk, "option.b");
    kiosk.wait(300ms);
    REQUIRE(kiosk.speaking());
    CHECK_THAT(*kiosk.speaking(), ContainsSubstring("Bread"));
    kiosk.kiosk().headphones(false);
    CHECK_FALSE(kiosk.speaking());  // before anything is drawn
    kiosk.settle();
    CHECK(listen(kiosk) == "Reading aloud is off.\n");
    kiosk.press(KeyName::f2);
    CHECK(listen(kiosk).find("Bread") == std::string::npos);
}

TEST_CASE("listening: with headphones the answers and what the kiosk notes about them are said", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.kiosk().headphones(true);
    kiosk.settle();
    walk(kiosk, {"survey.quiz", "start", "option.b", "continue"});
    CHECK(kiosk.screen() == "survey.check");
    CHECK_THAT(listen(kiosk), ContainsSubstring("Bread, one to choose, chosen, You chose this") &&
                                  ContainsSubstring(kiosk.scene().node("check.verdict")->name));
}

TEST_CASE("listening: whatever was being said ends with the visit", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state")};
    kiosk.press(KeyName::enter);
    const ui::Rect hide = kiosk.scene().node("hide")->rect;
    kiosk.touch(Phase::down, hide.x + 5, hide.y + 5);
    kiosk.press(KeyName::f2);
    kiosk.press(KeyName::f2);
    CHECK(kiosk.speaking() == "Reading aloud is off.");
    kiosk.touch(Phase::up, hide.x + 5, hide.y + 5);
    CHECK(kiosk.screen() == "hidden");
    CHECK_FALSE(kiosk.speaking());
    for (const auto key : {KeyName::f3, KeyName::f4, KeyName::f5, KeyName::f6, KeyName::tab, KeyName::escape}) {
        kiosk.press(key);
        CHECK_FALSE(kiosk.speaking());
        CHECK(kiosk.screen() == "hidden");
    }
    kiosk.wait(120s);
    CHECK(kiosk.screen() == "attract");
    for (const auto key : {KeyName::f3, KeyName::f4, KeyName::f5, KeyName::f6, KeyName::tab, KeyName::escape}) {
        kiosk.press(key);
        CHECK_FALSE(kiosk.speaking());
        CHECK(kiosk.screen() == "attract");
    }
    kiosk.press(KeyName::f2);
    (void)listen(kiosk);
    tap(kiosk, "settings");
    CHECK(kiosk.scene().node("louder")->value == "60 %");  // nobody's keys have made it louder before
}

TEST_CASE("listening: a reading can be ended in a language that has no voice, too", "[listening]") {
    const TalkingKiosk files;
    DrivenKiosk kiosk{files.config, files.path("state"), 1280, 800, {"en"}};
    kiosk.press(KeyName::f2);
    walk(kiosk, {"language", "language.ar"});
    CHECK(kiosk.scene().right_to_left);
    REQUIRE(kiosk.scene().node("read"));
    kiosk.press(KeyName::f2);
    (void)listen(kiosk);
    CHECK_FALSE(kiosk.scene().node("read"));
    kiosk.press(KeyName::f2);
    CHECK_FALSE(kiosk.speaking());
}
