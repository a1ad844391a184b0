// The first screen of a visit.
#include "catch.hpp"

#include "ui/audit_inspector.hpp"
#include "ui/words.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;

TEST_CASE("home: the bar shows whom to call in every language and size", "[home]") {
    for (const std::string language : {"en", "easy", "pl", "ro", "uk", "ar"})
        for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}, ui::Size{1024, 600}, ui::Size{800, 1280}})
            for (const bool large : {false, true}) {
                const Manner manner{.language = language, .size = size, .wishes = {.large_text = large}};
                INFO(name_of(manner));
                visit::Catalogue catalogue;
                catalogue.packs.push_back(Author{false}.pack("pack", 1));
                catalogue.surveys.push_back(Author{false}.survey("survey", survey::Feedback::each));
                for (int i = 0; i < 3; ++i) catalogue.help.push_back(Author{false}.help_line(i));
                catalogue.language = language;
                Stage stage{std::move(catalogue), manner};
                (void)stage.act(visit::Begin{});
                const auto scene = stage.scene();
                const auto* bar = scene.node("help.bar");
                if (!bar) {
                    CHECK(stage.theme.tight());
                    continue;
                }
                CHECK_FALSE(bar->cut);
                CHECK(bar->value.find("999") != std::string::npos);
                CHECK(std::ranges::any_of(scene.display.strokes(), [&](const ui::Stroke& stroke) {
                    return stroke.kind == ui::Stroke::Kind::text && stroke.text->text == bar->value &&
                           holds(bar->rect, stroke.rect);
                }));
            }
}
