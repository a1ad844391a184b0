#include "catch.hpp"

#include "ui/display_list.hpp"
#include "ui/stage.hpp"

using namespace talkpoint::ui;

namespace {

constexpr Color red = rgb(0xff0000), blue = rgb(0x0000ff);

bool covers(const Rect& out, const Rect& in) {
    return in.x >= out.x && in.y >= out.y && in.right() <= out.right() && in.bottom() <= out.bottom();
}

DisplayList three(Color middle = red, float y = 100) {
    DisplayList list;
    list.fill({0, 0, 1000, 1000}, blue);
    list.fill({100, y, 50, 50}, middle, 5);
    list.outline({600, 600, 50, 50}, red, 3);
    return list;
}

}  // namespace

TEST_CASE("display list: two that paint the same have no damage", "[display_list]") {
    CHECK(three().damage_since(three()).empty());
    CHECK(DisplayList{}.damage_since(DisplayList{}).empty());
}

TEST_CASE("display list: one change damages its own bounds and nothing else", "[display_list]") {
    CHECK(three(blue).damage_since(three(red)) == Rect{99, 99, 52, 52});
    // Something that moved damages where it was and where it is.
    CHECK(three(red, 200).damage_since(three(red, 100)) == Rect{99, 99, 52, 152});
    DisplayList moved = three(), still = three();
    moved.disc(500, 500, 10, red);
    still.disc(500, 500, 10, blue);
    CHECK(moved.damage_since(still) == Rect{489, 489, 22, 22});
}

TEST_CASE("display list: what is added or taken away in the middle is found from both ends", "[display_list]") {
    DisplayList longer;
    longer.fill({0, 0, 1000, 1000}, blue);
    longer.fill({100, 100, 50, 50}, red, 5);
    longer.fill({300, 300, 10, 10}, red);
    longer.outline({600, 600, 50, 50}, red, 3);
    CHECK(longer.damage_since(three()) == Rect{299, 299, 12, 12});
    CHECK(three().damage_since(longer) == Rect{299, 299, 12, 12});
    DisplayList ended = three();
    ended.fill({1, 1, 2, 2}, red);
    CHECK(ended.damage_since(three()) == Rect{0, 0, 4, 4});
    CHECK(DisplayList{}.damage_since(three()) == Rect{-1, -1, 1002, 1002});
}

TEST_CASE("display list: two changes far apart leave what stands between alone only where they can", "[display_list]") {
    DisplayList before, after;
    for (int i = 0; i < 10; ++i) before.fill({static_cast<float>(i) * 100, 0, 10, 10}, red);
    for (int i = 0; i < 10; ++i) after.fill({static_cast<float>(i) * 100, 0, 10, 10}, i == 2 || i == 4 ? blue : red);
    CHECK(after.damage_since(before) == Rect{199, -1, 212, 12});
}

TEST_CASE("display list: the order of painting counts", "[display_list]") {
    DisplayList over, under;
    over.fill({0, 0, 20, 20}, red);
    over.fill({10, 10, 20, 20}, blue);
    under.fill({10, 10, 20, 20}, blue);
    under.fill({0, 0, 20, 20}, red);
    CHECK(covers(over.damage_since(under), {10, 10, 10, 10}));
}

TEST_CASE("display list: every kind of stroke sees each of its differences", "[display_list]") {
    const auto differ = [](auto first, auto second) {
        DisplayList a, b;
        first(a);
        second(b);
        CHECK_FALSE(a.damage_since(b).empty());
        DisplayList again;
        first(again);
        CHECK(a.damage_since(again).empty());
    };
    const Rect r{10, 10, 20, 20};
    differ([&](auto& l) { l.fill(r, red); }, [&](auto& l) { l.fill(r, red, 4); });
    differ([&](auto& l) { l.fill(r, red); }, [&](auto& l) { l.fill(r, red.with_alpha(9)); });
    differ([&](auto& l) { l.outline(r, red, 2); }, [&](auto& l) { l.outline(r, red, 3); });
    differ([&](auto& l) { l.image(r, 7); }, [&](auto& l) { l.image(r, 8); });
    differ([&](auto& l) { l.image(r, 7); }, [&](auto& l) { l.image(r, 7, red); });
    differ([&](auto& l) { l.wave(r, 2, red); }, [&](auto& l) { l.wave(r, 3, red); });
    differ([&](auto& l) { l.fill(r, red); }, [&](auto& l) { l.image(r, 0, red); });
}

TEST_CASE("display list: a text that changed damages the old ink and the new", "[display_list]") {
    talkpoint::tests::FakeTextures textures;
    TextEngine texts{textures};
    for (const auto align : {Align::start, Align::centre}) {
        const TextStyle style{20, Weight::regular, align, false};
        const auto one = texts.lay("1 of 6", style, 400, "en"), two = texts.lay("Number 2 of 6", style, 400, "en");
        DisplayList before, after;
        before.text(50, 50, one, red);
        after.text(50, 50, two, red);
        CHECK(before.strokes()[0].rect.x == 50 + one->left);
        const Rect damage = after.damage_since(before);
        for (const auto& list : {before, after}) {
            const auto& stroke = list.strokes()[0];
            CHECK(covers(damage, texts.drawable(*stroke.text, stroke.rect.x, stroke.rect.y).rect));
        }
        DisplayList same;
        same.text(50, 50, texts.lay("1 of 6", style, 400, "en"), red);
        CHECK(same.damage_since(before).empty());
    }
}

TEST_CASE("display list: damage lies on whole pixels, outwards", "[display_list]") {
    DisplayList a, b;
    a.fill({10.4F, 10.6F, 5.2F, 5.2F}, red);
    const Rect damage = a.damage_since(b);
    CHECK(damage == damage.rounded_out());
    CHECK(covers(damage, {9.4F, 9.6F, 7.2F, 7.2F}));
}
