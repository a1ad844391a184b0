// What plays to the room: films and pictures, their margins, and the one button.
#include "catch.hpp"

#include "ui/audit_inspector.hpp"
#include "ui/words.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

constexpr ui::Size lying{1920, 1080}, upright{1080, 1920};

/// Three slides: a film, then pictures with few and with more words.
Stage three_slides(const Manner& manner, bool with_film = true) {
    visit::Catalogue catalogue;
    catalogue.packs.push_back(Author{false}.pack("pack", 3));
    auto& messages = catalogue.packs[0].messages;
    messages[1].title = "Stop";
    messages[2].title = "Somebody whom you trust listens, whatever it is about";
    messages[2].summary += " Somebody whom you trust listens, whatever it is about.";
    if (with_film) Author{false}.give_film(messages[0], "en");
    catalogue.language = manner.language;
    return {std::move(catalogue), manner};
}

const ui::Node& node(const ui::Scene& scene, std::string_view id) {
    const auto* found = scene.node(id);
    INFO(id);
    REQUIRE(found);
    return *found;
}

/// Goes on until the slide with the film is there, or for as many as there are.
bool to_film(Stage& stage) {
    for (int i = 0; i < 3; ++i) {
        if (stage.scene().node("slide.film")) return true;
        stage.tick(base::Millis{8000});
    }
    return false;
}

}  // namespace

TEST_CASE("loop: a film keeps the margins of everything else, and its distance from words", "[loop]") {
    for (const std::string language : {"en", "pl", "ro", "uk", "ar"})
        for (const auto size : {lying, upright})
            for (const bool lower : {false, true}) {
                const Manner manner{.language = language, .size = size, .wishes = {.lower = lower}};
                INFO(name_of(manner));
                auto stage = three_slides(manner);
                REQUIRE(to_film(stage));
                const auto scene = stage.scene();
                const auto film = node(scene, "slide.film").rect;
                const float margin = stage.theme.margin(), drift = stage.theme.mm(2);
                CHECK(film.x >= margin - drift);
                CHECK(film.right() <= static_cast<float>(size.width) - margin + drift);
                if (size == upright) continue;
                for (const auto* id : {"slide.title", "slide.summary", "begin"}) {
                    const auto& words = node(scene, id).rect;
                    const float apart = std::max(film.x - words.right(), words.x - film.right());
                    INFO(id << " " << apart);
                    CHECK(apart >= stage.theme.mm(10) - 1);
                }
            }
}

TEST_CASE("loop: the corners of a film are round", "[loop]") {
    auto stage = three_slides({.size = lying});
    REQUIRE(to_film(stage));
    const auto scene = stage.scene();
    const auto film = node(scene, "slide.film").rect;
    const auto& strokes = scene.display.strokes();
    const auto image = std::ranges::find_if(
        strokes, [&](const auto& s) { return s.kind == ui::Stroke::Kind::image && s.rect == film; });
    REQUIRE(image != strokes.end());
    const auto ring =
        std::find_if(image, strokes.end(), [](const auto& s) { return s.kind == ui::Stroke::Kind::outline; });
    REQUIRE(ring != strokes.end());
    CHECK(ring->color == strokes.front().color);          // the ground
    CHECK(ring->rect.inset(ring->thickness) == film);     // nothing of its edges is covered
    const float radius = ring->radius - ring->thickness;  // of its inner edge
    CHECK(radius == stage.theme.mm(3));
    CHECK(ring->thickness >= radius * (std::sqrt(2.F) - 1));  // all of a corner is
}

TEST_CASE("loop: the button stands at one place on every slide", "[loop]") {
    for (const std::string language : {"en", "pl", "ro", "uk", "ar"})
        for (const auto size : {lying, upright})
            for (const bool lower : {false, true}) {
                const Manner manner{.language = language, .size = size, .wishes = {.lower = lower}};
                INFO(name_of(manner));
                auto stage = three_slides(manner);
                const auto first = node(stage.scene(), "begin").rect;
                for (int i = 0; i < 3; ++i) {
                    const auto rect = node(stage.scene(), "begin").rect;
                    const float x = stage.strings.right_to_left() ? rect.right() : rect.x;
                    CHECK(rect.w == first.w);
                    CHECK(rect.h == first.h);
                    CHECK(x == (stage.strings.right_to_left() ? first.right() : first.x));
                    if (lower)  // at the top of what is within reach, however high it is
                        CHECK(rect.y == first.y);
                    else
                        CHECK(rect.bottom() == first.bottom());
                    stage.tick(base::Millis{8000});
                }
            }
}

TEST_CASE("loop: the words of a button on two lines are of about equal length", "[loop]") {
    int on_two_lines = 0;
    for (const std::string language : {"en", "pl", "ro", "uk", "ar"})
        for (const auto size : {lying, upright, ui::Size{1024, 600}, ui::Size{800, 1280}})
            for (const bool large : {false, true}) {
                auto stage = three_slides({.language = language, .size = size, .wishes = {.large_text = large}});
                const auto scene = stage.scene();
                for (const auto& stroke : scene.display.strokes()) {
                    if (stroke.kind != ui::Stroke::Kind::text) continue;
                    const auto& words = *stroke.text;
                    if (words.text != stage.strings("attract.touch") || words.lines < 2) continue;
                    INFO(language << " " << size.width << ": " << words.last_width << " of " << words.width);
                    CHECK(words.last_width > words.width * 0.5F);
                    ++on_two_lines;
                }
            }
    CHECK(on_two_lines > 0);
}

TEST_CASE("loop: dimmed, a film gives way to its picture, as large as any", "[loop]") {
    for (const auto size : {lying, upright}) {
        auto stage = three_slides({.size = size});
        REQUIRE(to_film(stage));
        stage.light = ui::Light::dim;
        const auto scene = stage.scene();
        CHECK_FALSE(scene.node("slide.film"));
        CHECK_FALSE(scene.node("slide.caption"));
        auto without = three_slides({.size = size}, false);
        while (node(without.scene(), "slide.title").name != node(scene, "slide.title").name)
            without.tick(base::Millis{8000});
        const auto usual = node(without.scene(), "slide.picture").rect;
        CHECK(node(scene, "slide.picture").rect.w == usual.w);
        CHECK(node(scene, "slide.picture").rect.h == usual.h);
    }
}
