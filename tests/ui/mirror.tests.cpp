// A page from right to left is the one from left to right, seen in a mirror; but not its letters.
#include "catch.hpp"

#include "ui/stage.hpp"
#include "ui/words.hpp"

#include <map>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::ui;

namespace {

/// Each icon is another texture.
class NamedIcons final : public PictureSource {
  public:
    [[nodiscard]] TextureId picture(const std::filesystem::path&, Size) override { return 1; }
    [[nodiscard]] bool broken(const std::filesystem::path&) const override { return false; }
    [[nodiscard]] TextureId icon(const std::string& name, int) override {
        return icons.try_emplace(name, 100 + icons.size()).first->second;
    }
    std::map<std::string, TextureId> icons;
};

visit::Catalogue some_content() {
    visit::Catalogue catalogue;
    catalogue.site_name = "Here";
    catalogue.packs.push_back(Author{false}.pack("pack", 2));
    catalogue.surveys.push_back(Author{false}.survey("survey", survey::Feedback::each));
    return catalogue;
}

bool near(float a, float b) { return std::abs(a - b) < 0.01F; }
bool near(const Rect& a, const Rect& b) { return near(a.x, b.x) && near(a.y, b.y) && near(a.w, b.w) && near(a.h, b.h); }
bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.right() <= outer.right() + 1 &&
           inner.bottom() <= outer.bottom() + 1;
}

/// Every kind of screen.
const std::vector<visit::Action> walk = {
    visit::Begin{},   visit::OpenTopic{"pack"},    visit::OpenMessage{"pack", "message-1"},
    visit::GetHelp{}, visit::OpenLanguages{},      visit::OpenSettings{},
    visit::Home{},    visit::OpenSurvey{"survey"}, visit::StartSurvey{},
    visit::Hide{}};

}  // namespace

TEST_CASE("mirror: a scene mirrored twice is itself", "[mirror]") {
    for (const std::string language : {"en", "ar"}) {
        Stage stage{some_content(), Manner{.language = language}};
        for (const auto& action : walk) {
            (void)stage.act(action);
            const Scene scene = stage.scene();
            INFO(scene.screen);
            Scene twice = scene;
            twice.mirror();
            REQUIRE(twice.nodes.size() == scene.nodes.size());
            bool moved = false;
            for (std::size_t i = 0; i < scene.nodes.size(); ++i)
                moved = moved || !near(twice.nodes[i].rect, scene.nodes[i].rect);
            CHECK(moved);
            twice.mirror();
            for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
                CHECK(near(twice.nodes[i].rect, scene.nodes[i].rect));
                CHECK(twice.nodes[i].id == scene.nodes[i].id);  // the order of reading stays
            }
            const auto &strokes = scene.display.strokes(), &after = twice.display.strokes();
            REQUIRE(after.size() == strokes.size());
            for (std::size_t i = 0; i < strokes.size(); ++i) {
                CHECK(near(after[i].rect, strokes[i].rect));
                CHECK(after[i].kind == strokes[i].kind);
                CHECK(after[i].text == strokes[i].text);
            }
        }
    }
}

TEST_CASE("mirror: what is touched is where it is drawn, and on the screen", "[mirror]") {
    for (const std::string language : {"en", "ar"}) {
        Stage stage{some_content(), Manner{.language = language}};
        for (const auto& action : walk) {
            (void)stage.act(action);
            const Scene scene = stage.scene();
            INFO(language << " " << scene.screen);
            CHECK(scene.right_to_left == (language == "ar"));
            const Rect whole{0, 0, 1920, 1080};
            for (const auto& node : scene.nodes) {
                INFO(node.id);
                CHECK(within(node.rect, whole));
                if (node.role == Role::heading || node.role == Role::text || node.role == Role::alert) {
                    // The letters of this node stand exactly in its rectangle.
                    CHECK(std::ranges::any_of(scene.display.strokes(), [&](const Stroke& stroke) {
                        return stroke.kind == Stroke::Kind::text && near(stroke.rect, node.rect);
                    }));
                } else if (node.action && node.id != "continue") {
                    CHECK(std::ranges::any_of(scene.display.strokes(), [&](const Stroke& stroke) {
                        return stroke.kind != Stroke::Kind::fill && within(stroke.rect, node.rect.grown(8));
                    }));
                }
            }
        }
    }
}

TEST_CASE("mirror: Help and Hide stand at the other end, Back at the beginning of the line", "[mirror]") {
    Stage english{some_content(), Manner{}}, arabic{some_content(), Manner{.language = "ar"}};
    for (Stage* stage : {&english, &arabic}) {
        (void)stage->act(visit::Begin{});
        (void)stage->act(visit::OpenTopic{"pack"});
    }
    const Scene left = english.scene(), right = arabic.scene();
    CHECK(left.node("hide")->rect.right() > 1800);
    CHECK(right.node("hide")->rect.x < 120);
    CHECK(left.node("back")->rect.x < 120);
    CHECK(right.node("back")->rect.right() > 1800);
}

TEST_CASE("mirror: only the icons that point along the line turn round", "[mirror]") {
    const auto icons_of = [](const std::string& language) {
        Stage stage{some_content(), Manner{.language = language}};
        NamedIcons source;
        const Context context{stage.theme, stage.texts, source, stage.strings, stage.interaction};
        std::vector<TextureId> order;
        Builder b{context, "test"};
        for (const std::string name : {"back", "forward", "up", "tick", "speaker", "play"})
            b.icon(name, 100, 100, 40, rgb(0));
        const Scene scene = b.take();
        std::vector<std::string> drawn;
        for (const auto& stroke : scene.display.strokes())
            for (const auto& [name, texture] : source.icons)
                if (texture == stroke.texture) drawn.push_back(name);
        return drawn;
    };
    CHECK(icons_of("en") == std::vector<std::string>{"back", "forward", "up", "tick", "speaker", "play"});
    CHECK(icons_of("ar") == std::vector<std::string>{"forward", "back", "up", "tick", "speaker", "play"});
}
