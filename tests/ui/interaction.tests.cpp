#include "catch.hpp"

#include "ui/interaction.hpp"
#include "ui/stage.hpp"
#include "ui/words.hpp"

#include <set>

using namespace talkpoint;
using namespace talkpoint::ui;
using namespace std::chrono_literals;
using Phase = Pointer::Phase;

namespace {

Node control(std::string id, Rect rect, NodeAction action) {
    Node node;
    node.id = std::move(id);
    node.role = Role::button;
    node.name = node.id;
    node.rect = rect;
    node.action = std::move(action);
    return node;
}

/// Two controls side by side, and below them a text and one that is disabled.
Scene two_controls() {
    Scene scene;
    scene.screen = "test";
    scene.nodes.push_back(control("left", {0, 0, 100, 100}, visit::Action{visit::Skip{}}));
    scene.nodes.push_back(control("right", {110, 0, 100, 100}, visit::Action{visit::Back{}}));
    Node text;
    text.id = "text";
    text.rect = {0, 200, 100, 20};
    scene.nodes.push_back(text);
    scene.nodes.push_back(control("off", {0, 300, 100, 100}, visit::Action{visit::Stop{}}));
    scene.nodes.back().disabled = true;
    return scene;
}

template <class A>
bool is(const std::optional<Deed>& deed) {
    const auto* action = deed ? std::get_if<visit::Action>(&*deed) : nullptr;
    return action && std::holds_alternative<A>(*action);
}

/// A finger on a scene, at a time.
struct Finger {
    Scene scene = two_controls();
    Interaction interaction{};
    base::Millis now{0};

    std::optional<Deed> down(float x, float y) { return interaction.pointer({Phase::down, x, y}, scene, now); }
    std::optional<Deed> move(float x, float y) { return interaction.pointer({Phase::move, x, y}, scene, now); }
    std::optional<Deed> up(float x, float y) { return interaction.pointer({Phase::up, x, y}, scene, now); }
    std::optional<Deed> tap(float x, float y) {
        (void)down(x, y);
        return up(x, y);
    }
    std::optional<Deed> key(Key key) { return interaction.key(key, scene); }
    [[nodiscard]] std::string focused() const {
        for (const auto& node : scene.nodes)
            if (interaction.is_focused(node.id)) return node.id;
        return {};
    }
};

}  // namespace

TEST_CASE("interaction: a control acts on release inside it", "[interaction]") {
    Finger finger;
    CHECK_FALSE(finger.down(50, 50));
    CHECK(finger.interaction.is_pressed("left"));
    CHECK_FALSE(finger.move(60, 60));
    CHECK(finger.interaction.is_pressed("left"));
    CHECK(is<visit::Skip>(finger.up(99, 99)));
    CHECK_FALSE(finger.interaction.is_pressed("left"));
    CHECK_FALSE(finger.up(50, 50));  // no finger was down
}

TEST_CASE("interaction: sliding off cancels, coming back takes up again", "[interaction]") {
    Finger finger;
    (void)finger.down(50, 50);
    (void)finger.move(105, 50);
    CHECK_FALSE(finger.interaction.is_pressed("left"));
    CHECK_FALSE(finger.up(105, 50));
    (void)finger.down(50, 50);
    (void)finger.move(150, 50);
    CHECK_FALSE(finger.interaction.is_pressed("right"));
    CHECK_FALSE(finger.up(150, 50));  // another control
    (void)finger.down(50, 50);
    (void)finger.move(50, 150);
    (void)finger.move(50, 50);
    CHECK(finger.interaction.is_pressed("left"));
    CHECK(is<visit::Skip>(finger.up(50, 50)));
}

TEST_CASE("interaction: a touch that the system takes away does nothing", "[interaction]") {
    Finger finger;
    finger.scene.anywhere = visit::Begin{};
    (void)finger.down(50, 50);
    (void)finger.interaction.pointer({Phase::cancel, 50, 50}, finger.scene, finger.now);
    CHECK_FALSE(finger.interaction.is_pressed("left"));
    CHECK_FALSE(finger.up(50, 50));
    (void)finger.down(500, 500);
    (void)finger.interaction.pointer({Phase::cancel, 500, 500}, finger.scene, finger.now);
    CHECK_FALSE(finger.up(500, 500));
}

TEST_CASE("interaction: a second touch on the same control within 500 ms is one touch", "[interaction]") {
    Finger finger;
    finger.now = 10s;
    CHECK(finger.tap(50, 50));
    finger.now += 499ms;
    CHECK_FALSE(finger.tap(50, 50));
    finger.now += 1ms;
    CHECK(finger.tap(50, 50));
    finger.now += 10ms;
    CHECK(is<visit::Back>(finger.tap(150, 50)));  // another control
    finger.now += 10ms;
    CHECK(finger.tap(50, 50));
    finger.interaction.forget_last_touch();
    CHECK(finger.tap(50, 50));
}

TEST_CASE("interaction: the first touch counts, whenever the clock began", "[interaction]") {
    Finger finger;
    CHECK(finger.tap(50, 50));
}

TEST_CASE("interaction: what is disabled or only words takes no touch", "[interaction]") {
    Finger finger;
    CHECK_FALSE(finger.tap(50, 210));
    CHECK_FALSE(finger.tap(50, 350));
    CHECK_FALSE(finger.interaction.activate(*finger.scene.node("off")));
    CHECK_FALSE(finger.interaction.activate(*finger.scene.node("text")));
    CHECK(is<visit::Skip>(finger.interaction.activate(*finger.scene.node("left"))));
}

TEST_CASE("interaction: the control on top takes the touch", "[interaction]") {
    Finger finger;
    finger.scene.nodes.push_back(control("top", {40, 40, 20, 20}, visit::Action{visit::Finish{}}));
    CHECK(is<visit::Finish>(finger.tap(50, 50)));
    CHECK(is<visit::Skip>(finger.tap(10, 10)));
}

TEST_CASE("interaction: a touch anywhere begins, but not one that comes from or ends on a control", "[interaction]") {
    Finger finger;
    CHECK_FALSE(finger.tap(500, 500));
    finger.scene.anywhere = visit::Begin{};
    CHECK(is<visit::Begin>(finger.tap(500, 500)));
    CHECK(is<visit::Skip>(finger.tap(50, 50)));
    (void)finger.down(50, 50);
    CHECK_FALSE(finger.up(500, 500));
    (void)finger.down(500, 500);
    CHECK_FALSE(finger.up(150, 50));
    CHECK_FALSE(finger.up(500, 500));
}

TEST_CASE("interaction: keys walk over the controls in their order and around", "[interaction]") {
    Finger finger;
    CHECK_FALSE(finger.key(Key::tab));
    CHECK(finger.focused() == "left");
    (void)finger.key(Key::down);
    CHECK(finger.focused() == "right");  // over the text and the disabled one
    (void)finger.key(Key::right);
    CHECK(finger.focused() == "left");
    (void)finger.key(Key::shift_tab);
    CHECK(finger.focused() == "right");
    (void)finger.key(Key::up);
    CHECK(finger.focused() == "left");
    (void)finger.key(Key::left);
    CHECK(finger.focused() == "right");

    Finger backwards;
    (void)backwards.key(Key::shift_tab);
    CHECK(backwards.focused() == "right");

    Finger nowhere;
    nowhere.scene.nodes.clear();
    CHECK_FALSE(nowhere.key(Key::tab));
    CHECK(nowhere.focused().empty());
}

TEST_CASE("interaction: Enter works what has the focus; the other keys have their meaning everywhere",
          "[interaction]") {
    Finger finger;
    CHECK_FALSE(finger.key(Key::enter));
    (void)finger.key(Key::tab);
    CHECK(is<visit::Skip>(finger.key(Key::enter)));
    CHECK(is<visit::Skip>(finger.key(Key::enter)));
    CHECK(is<visit::Back>(finger.key(Key::escape)));
    CHECK(is<visit::Home>(finger.key(Key::home)));
    CHECK(is<visit::GetHelp>(finger.key(Key::help)));
    CHECK(is<visit::ShiftPressed>(finger.key(Key::shift)));
    (void)finger.tap(150, 50);
    CHECK(finger.focused().empty());  // a finger ends the walk of the keys

    Finger attract;
    attract.scene.anywhere = visit::Begin{};
    CHECK(is<visit::Begin>(attract.key(Key::enter)));
}

TEST_CASE("interaction: on a dark screen every key is a touch; beside controls each has its own meaning",
          "[interaction]") {
    visit::Catalogue catalogue;
    catalogue.packs.push_back(tests::Author{false}.pack("pack", 1));
    tests::Stage stage{std::move(catalogue), ui::Size{1920, 1080}};
    const auto press = [&](Key key) { return stage.interaction.key(key, stage.scene()); };
    stage.light = Light::dark;
    REQUIRE(stage.scene().screen == "dark");
    for (const Key key : {Key::tab, Key::shift_tab, Key::enter, Key::escape, Key::up, Key::down, Key::left, Key::right,
                          Key::home, Key::again, Key::pause, Key::quieter, Key::louder, Key::shift}) {
        INFO(static_cast<int>(key));
        CHECK(is<visit::Begin>(press(key)));
        CHECK_FALSE(stage.interaction.focused());
    }
    CHECK(is<visit::GetHelp>(press(Key::help)));
    CHECK(is<visit::ReadAloud>(press(Key::read)));
    stage.light = Light::dim;
    CHECK_FALSE(press(Key::tab));
    CHECK(stage.interaction.focused());
    CHECK(is<visit::Back>(press(Key::escape)));
}

TEST_CASE("interaction: a focus whose control is gone works nothing, and the walk begins anew", "[interaction]") {
    Finger finger;
    (void)finger.key(Key::tab);
    (void)finger.key(Key::tab);
    finger.scene.nodes.erase(finger.scene.nodes.begin() + 1);
    CHECK_FALSE(finger.key(Key::enter));
    (void)finger.key(Key::tab);
    CHECK(finger.focused() == "left");
}

TEST_CASE("interaction: parts turn within a place and begin anew in another", "[interaction]") {
    Finger finger;
    finger.scene.nodes.push_back(control("more", {300, 0, 100, 100}, TurnPart{1}));
    finger.scene.nodes.push_back(control("less", {410, 0, 100, 100}, TurnPart{-1}));
    finger.interaction.arrive("here");
    CHECK_FALSE(finger.tap(450, 50));
    CHECK(finger.interaction.part() == 0);
    CHECK_FALSE(finger.tap(350, 50));
    finger.now += 1s;
    CHECK_FALSE(finger.tap(350, 50));
    CHECK(finger.interaction.part() == 2);
    finger.interaction.arrive("here");
    CHECK(finger.interaction.part() == 2);
    finger.interaction.arrive("there");
    CHECK(finger.interaction.part() == 0);
}

TEST_CASE("interaction: the next person finds no focus, no pressed control, no part", "[interaction]") {
    Finger finger;
    finger.interaction.arrive("here");
    (void)finger.interaction.activate(control("more", {}, TurnPart{1}));
    (void)finger.key(Key::tab);
    (void)finger.down(50, 50);
    finger.interaction.forget();
    CHECK(finger.focused().empty());
    CHECK_FALSE(finger.interaction.is_pressed("left"));
    CHECK(finger.interaction.part() == 0);
    CHECK_FALSE(finger.up(50, 50));
}

TEST_CASE("interaction: what the idle warning covers can neither be touched nor worked by keys", "[interaction]") {
    using namespace talkpoint::tests;
    visit::Catalogue catalogue;
    catalogue.surveys.push_back(Author{false}.survey("survey", survey::Feedback::each));
    Stage stage{std::move(catalogue), {1920, 1080}};
    for (const visit::Action& action : {visit::Action{visit::Begin{}}, visit::Action{visit::OpenSurvey{"survey"}},
                                        visit::Action{visit::StartSurvey{}}})
        (void)stage.act(action);
    Scene scene = stage.scene();
    while (!stage.interaction.is_focused("stop")) (void)stage.interaction.key(Key::tab, scene);
    const Rect stop = scene.node("stop")->rect;
    stage.tick(45s);
    scene = stage.scene();
    REQUIRE(scene.screen == "idle-warning");
    CHECK_FALSE(stage.interaction.key(Key::enter, scene));
    CHECK_FALSE(stage.interaction.pointer({Phase::down, stop.x + 5, stop.y + 5}, scene, stage.now));
    CHECK_FALSE(stage.interaction.pointer({Phase::up, stop.x + 5, stop.y + 5}, scene, stage.now));
    std::set<std::string> stops;
    for (int i = 0; i < 10; ++i) {
        (void)stage.interaction.key(Key::tab, scene);
        for (const auto& node : scene.nodes)
            if (stage.interaction.is_focused(node.id)) stops.insert(node.id);
    }
    CHECK(stops == std::set<std::string>{"help", "hide", "language", "read", "settings", "stay"});
}

TEST_CASE("interaction: every control of every screen is come to by keys, forwards and backwards, and only once",
          "[interaction]") {
    using namespace talkpoint::tests;
    for (const std::string language : {"en", "ar"})
        for (const bool lower : {false, true}) {
            visit::Catalogue catalogue;
            catalogue.packs.push_back(Author{true}.pack("pack", 9));
            catalogue.surveys.push_back(Author{true}.survey("survey", survey::Feedback::each));
            for (int i = 0; i < 9; ++i) catalogue.help.push_back(Author{true}.help_line(i));
            Stage stage{std::move(catalogue),
                        Manner{.language = language, .size = {1280, 800}, .wishes = {.lower = lower}, .reading = true}};
            const auto walk_round = [&](Key key) {
                const Scene scene = stage.scene();
                INFO(language << " " << scene.screen);
                std::multiset<std::string> controls, reached;
                for (const auto& node : scene.nodes)
                    if (node.action && !node.disabled) controls.insert(node.id);
                CHECK_FALSE(controls.empty());
                for (std::size_t i = 0; i < controls.size(); ++i) {
                    (void)stage.interaction.key(key, scene);
                    reached.insert(*stage.interaction.focused());
                    const Scene seen = stage.scene();
                    const auto* node = seen.node(*stage.interaction.focused());
                    REQUIRE(node);
                    CHECK(node->focused);
                }
                CHECK(reached == controls);
            };
            using namespace visit;
            for (const Action& action : std::vector<Action>{Hide{},
                                                            GetHelp{},
                                                            Back{},
                                                            Begin{},
                                                            OpenTopic{"pack"},
                                                            OpenMessage{"pack", "message-1"},
                                                            Continue{},
                                                            GetHelp{},
                                                            OpenSettings{},
                                                            OpenLanguages{},
                                                            Home{},
                                                            OpenSurvey{"survey"},
                                                            StartSurvey{},
                                                            Choose{"option_0"},
                                                            Continue{},
                                                            Continue{},
                                                            Skip{},
                                                            Skip{},
                                                            Skip{},
                                                            Skip{},
                                                            Skip{}}) {
                (void)stage.act(action);
                for (const auto key : {Key::tab, Key::shift_tab, Key::left, Key::right, Key::up, Key::down})
                    walk_round(key);
            }
            stage.tick(45s);
            walk_round(Key::tab);
        }
}
