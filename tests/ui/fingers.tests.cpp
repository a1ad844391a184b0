// Several fingers, wipes, double touches, pages that change under a finger: what they mean, and what not.
#include "catch.hpp"

#include "ui/interaction.hpp"

#include <array>
#include <cmath>

using namespace talkpoint;
using namespace talkpoint::ui;
using namespace std::chrono_literals;
using Phase = Pointer::Phase;

namespace {

Node control(std::string id, Rect rect, visit::Action action) {
    Node node;
    node.id = std::move(id);
    node.role = Role::button;
    node.rect = rect;
    node.action = std::move(action);
    return node;
}

/// Two controls side by side, and room beside them in which a page is turned. 4 pixels are a millimetre.
Scene a_page(std::string page = "page 1") {
    Scene scene;
    scene.page = std::move(page);
    scene.nodes.push_back(control("left", {0, 0, 100, 100}, visit::Skip{}));
    scene.nodes.push_back(control("right", {110, 0, 100, 100}, visit::Finish{}));
    scene.onwards = visit::Continue{};
    scene.backwards = visit::Back{};
    return scene;
}

template <class A>
bool is(const std::optional<Deed>& deed) {
    const auto* action = deed ? std::get_if<visit::Action>(&*deed) : nullptr;
    return action && std::holds_alternative<A>(*action);
}

struct Hand {
    Scene scene = a_page();
    Interaction interaction{};
    base::Millis now{10'000};

    std::optional<Deed> down(float x, float y, std::int64_t finger = 0) {
        return interaction.pointer({Phase::down, x, y, finger}, scene, now);
    }
    std::optional<Deed> move(float x, float y, std::int64_t finger = 0) {
        return interaction.pointer({Phase::move, x, y, finger}, scene, now);
    }
    std::optional<Deed> up(float x, float y, std::int64_t finger = 0) {
        return interaction.pointer({Phase::up, x, y, finger}, scene, now);
    }
    std::optional<Deed> tap(float x, float y, std::int64_t finger = 0) {
        (void)down(x, y, finger);
        return up(x, y, finger);
    }
    /// From a place beside every control.
    std::optional<Deed> wipe(float across, float down_by, base::Millis took = 300ms) {
        (void)down(500, 500);
        (void)move(500 + across / 2, 500 + down_by / 2);
        now += took;
        auto action = up(500 + across, 500 + down_by);
        now += 1s;
        return action;
    }
};

}  // namespace

TEST_CASE("fingers: those that come down together mean nothing, in whichever order they go", "[interaction]") {
    for (const bool first_goes_first : {true, false}) {
        Hand hand;
        (void)hand.down(50, 50, 1);
        CHECK(hand.interaction.is_pressed("left"));
        hand.now += 79ms;
        (void)hand.down(150, 50, 2);
        CHECK_FALSE(hand.interaction.is_pressed("left"));
        CHECK_FALSE(hand.interaction.is_pressed("right"));
        if (first_goes_first) CHECK_FALSE(hand.up(50, 50, 1));
        CHECK_FALSE(hand.up(150, 50, 2));
        CHECK_FALSE(hand.up(50, 50, 1));
        hand.now += 1s;
        CHECK(is<visit::Skip>(hand.tap(50, 50, 3)));
    }
}

TEST_CASE("fingers: one after the other, the newest counts", "[interaction]") {
    Hand hand;
    (void)hand.down(50, 50, 1);
    hand.now += 80ms;
    (void)hand.down(150, 50, 2);
    CHECK(hand.interaction.is_pressed("right"));
    CHECK_FALSE(hand.interaction.is_pressed("left"));
    CHECK_FALSE(hand.move(50, 60, 1));
    CHECK(hand.interaction.is_pressed("right"));  // the older one may roll as it likes
    CHECK_FALSE(hand.up(50, 50, 1));
    CHECK(hand.interaction.is_pressed("right"));
    CHECK(is<visit::Finish>(hand.up(150, 50, 2)));
}

TEST_CASE("fingers: a hand that rests keeps no other from touching, again and again", "[interaction]") {
    Hand hand;
    (void)hand.down(500, 500, 1);
    for (std::int64_t i = 2; i < 50; ++i) {
        hand.now += 600ms;
        CHECK(is<visit::Skip>(hand.tap(50, 50, i)));
    }
    CHECK_FALSE(hand.up(500, 500, 1));
}

TEST_CASE("fingers: a device that was unplugged never says that they went", "[interaction]") {
    Hand hand;
    for (std::int64_t finger = 0; finger < 1000; ++finger) {  // all of them still down
        (void)hand.down(50, 50, finger);
        hand.now += 200ms;
    }
    CHECK(is<visit::Finish>(hand.tap(150, 50, 5000)));
    hand.now += 1s;
    CHECK(is<visit::Skip>(hand.tap(50, 50, 999)));  // the same number again is another finger
    hand.now += 1s;
    (void)hand.down(50, 50, 7);
    hand.now += 200ms;
    (void)hand.down(150, 50, 7);  // without having gone up: it counts from where it is now
    CHECK(is<visit::Finish>(hand.up(150, 50, 7)));
}

TEST_CASE("fingers: a thousand at once mean nothing and leave nothing", "[interaction]") {
    Hand hand;
    for (std::int64_t finger = 0; finger < 1000; ++finger) CHECK_FALSE(hand.down(50, 50, finger));
    CHECK_FALSE(hand.interaction.is_pressed("left"));
    for (std::int64_t finger = 0; finger < 1000; ++finger) CHECK_FALSE(hand.up(50, 50, finger));
    hand.now += 100ms;
    CHECK(is<visit::Skip>(hand.tap(50, 50)));
}

TEST_CASE("fingers: numbers, places and ends that make no sense do nothing", "[interaction]") {
    Hand hand;
    for (const float bad : {std::nanf(""), HUGE_VALF, -HUGE_VALF, 1e30F}) {
        CHECK_FALSE(hand.tap(bad, bad));
        CHECK_FALSE(hand.up(bad, 50, -1));
        hand.now += 1s;
    }
    CHECK_FALSE(hand.wipe(std::nanf(""), 0));
    CHECK_FALSE(hand.wipe(-200, std::nanf("")));
    CHECK(is<visit::Skip>(hand.tap(50, 50)));
}

TEST_CASE("wipes: long, straight and quick enough, towards the start of the line goes on", "[interaction]") {
    Hand hand;
    CHECK(is<visit::Continue>(hand.wipe(-100, 0)));  // 25 mm
    CHECK(is<visit::Back>(hand.wipe(100, 0)));
    CHECK_FALSE(hand.wipe(-99, 0));
    CHECK_FALSE(hand.wipe(99, 0));
    CHECK(is<visit::Continue>(hand.wipe(-200, 100)));
    CHECK_FALSE(hand.wipe(-200, 101));
    CHECK_FALSE(hand.wipe(-200, -101));
    CHECK_FALSE(hand.wipe(0, 300));
    CHECK(is<visit::Continue>(hand.wipe(-200, 0, 1000ms)));
    CHECK_FALSE(hand.wipe(-200, 0, 1001ms));
    hand.scene.px_per_mm = 8;
    CHECK_FALSE(hand.wipe(-199, 0));
    CHECK(is<visit::Continue>(hand.wipe(-200, 0)));
}

TEST_CASE("wipes: from right to left the page turns the other way round", "[interaction]") {
    Hand hand;
    hand.scene.right_to_left = true;
    CHECK(is<visit::Back>(hand.wipe(-100, 0)));
    CHECK(is<visit::Continue>(hand.wipe(100, 0)));
}

TEST_CASE("wipes: not from a control, but onto one; and nothing where there is no other page", "[interaction]") {
    Hand hand;
    (void)hand.down(50, 50);
    CHECK_FALSE(hand.up(400, 50));
    hand.now += 1s;
    (void)hand.down(400, 50);
    CHECK(is<visit::Continue>(hand.up(150, 50)));
    hand.now += 1s;
    hand.scene.onwards.reset();
    CHECK_FALSE(hand.wipe(-200, 0));
    CHECK(is<visit::Back>(hand.wipe(200, 0)));
    hand.scene.anywhere = visit::Begin{};
    CHECK(is<visit::Begin>(hand.wipe(-200, 0)));  // without a page to turn it is a touch
}

TEST_CASE("double touch: the second half is not for what the first one brought", "[interaction]") {
    Hand hand;
    CHECK(is<visit::Skip>(hand.tap(50, 50)));
    hand.scene = a_page("page 2");
    hand.scene.nodes = {control("other", {0, 0, 300, 100}, visit::Stop{})};
    hand.now += 499ms;
    CHECK_FALSE(hand.tap(60, 60));  // 10 mm are one spot
    CHECK(is<visit::Stop>(hand.tap(150, 50)));
    hand.now += 500ms;
    CHECK(is<visit::Stop>(hand.tap(150, 50)));
}

TEST_CASE("double touch: the second half of the one that ended the visit is nobody's", "[interaction]") {
    Hand hand;
    CHECK(is<visit::Skip>(hand.tap(50, 50)));
    hand.interaction.forget();
    hand.scene = Scene{};
    hand.scene.anywhere = visit::Begin{};
    hand.now += 150ms;
    CHECK_FALSE(hand.tap(50, 50));
    hand.now += 500ms;
    CHECK(is<visit::Begin>(hand.tap(50, 50)));
}

TEST_CASE("fingers: what was meant on one page is not done on another, save on the frame", "[interaction]") {
    for (const bool frame : {false, true}) {
        Hand hand;
        hand.scene.nodes[0].frame = frame;
        hand.interaction.arrive("place 1");
        (void)hand.down(50, 50);
        const auto nodes = hand.scene.nodes;
        hand.scene = a_page("page 2");
        hand.scene.nodes = nodes;
        hand.interaction.arrive("place 2");
        CHECK_FALSE(hand.interaction.is_pressed("left"));
        (void)hand.move(51, 51);
        CHECK(hand.interaction.is_pressed("left") == frame);
        CHECK(is<visit::Skip>(hand.up(51, 51)) == frame);
    }
    Hand wiper;
    (void)wiper.down(500, 500);
    wiper.scene.page = "page 2";
    CHECK_FALSE(wiper.up(300, 500));
    wiper.now += 1s;
    (void)wiper.down(500, 500);
    wiper.scene.page = "attract";
    wiper.scene.anywhere = visit::Begin{};
    CHECK_FALSE(wiper.up(500, 500));
}

TEST_CASE("keys: in a language from right to left the arrows follow the line", "[interaction]") {
    Hand hand;
    hand.scene.right_to_left = true;
    (void)hand.interaction.key(Key::left, hand.scene);
    CHECK(hand.interaction.is_focused("left"));  // the first
    (void)hand.interaction.key(Key::left, hand.scene);
    CHECK(hand.interaction.is_focused("right"));
    (void)hand.interaction.key(Key::right, hand.scene);
    CHECK(hand.interaction.is_focused("left"));
    (void)hand.interaction.key(Key::down, hand.scene);  // these do not turn round
    CHECK(hand.interaction.is_focused("right"));
}

TEST_CASE("keys: a new place forgets the focus, the same one keeps it", "[interaction]") {
    Hand hand;
    hand.interaction.arrive("here");
    (void)hand.interaction.key(Key::tab, hand.scene);
    hand.interaction.arrive("here");
    CHECK(hand.interaction.focused() == "left");
    hand.interaction.arrive("there");
    CHECK_FALSE(hand.interaction.focused());
    CHECK_FALSE(hand.interaction.choose(hand.scene));
}

TEST_CASE("keys: what a dialog covers, Back and Home do not reach either", "[interaction]") {
    Hand hand;
    CHECK(is<visit::Back>(hand.interaction.key(Key::escape, hand.scene)));
    CHECK(is<visit::Home>(hand.interaction.key(Key::home, hand.scene)));
    Node dialog;
    dialog.role = Role::dialog;
    hand.scene.nodes.push_back(dialog);
    CHECK(is<visit::StillHere>(hand.interaction.key(Key::escape, hand.scene)));
    CHECK(is<visit::StillHere>(hand.interaction.key(Key::home, hand.scene)));
    CHECK(is<visit::GetHelp>(hand.interaction.key(Key::help, hand.scene)));
}

TEST_CASE("scanning: the focus goes round, over what can be worked", "[interaction]") {
    Hand hand;
    hand.scene.nodes[0].disabled = true;
    hand.scene.nodes.push_back(control("third", {0, 200, 100, 100}, visit::Stop{}));
    std::string walk;
    for (int i = 0; i < 5; ++i) {
        hand.interaction.scan(hand.scene);
        walk += *hand.interaction.focused() + " ";
    }
    CHECK(walk == "right third right third right ");
    hand.scene.nodes.clear();
    hand.interaction.scan(hand.scene);
    CHECK_FALSE(hand.interaction.choose(hand.scene));
}

TEST_CASE("scanning: a touch anywhere chooses once, however the hand shakes", "[interaction]") {
    Hand hand;
    CHECK_FALSE(hand.interaction.choose_by_touch(hand.scene, hand.now));  // nothing has the focus yet
    hand.now += 1s;
    hand.interaction.scan(hand.scene);
    CHECK(is<visit::Skip>(hand.interaction.choose_by_touch(hand.scene, hand.now)));
    hand.now += 499ms;
    CHECK_FALSE(hand.interaction.choose_by_touch(hand.scene, hand.now));
    hand.now += 1ms;
    CHECK(is<visit::Skip>(hand.interaction.choose_by_touch(hand.scene, hand.now)));
}
