#include "catch.hpp"

#include "ui/stage.hpp"
#include "ui/text.hpp"

#include <algorithm>
#include <cmath>

using namespace talkpoint;
using namespace talkpoint::ui;

namespace {

struct Engine {
    tests::FakeTextures textures{};
    TextEngine texts{textures};

    std::shared_ptr<TextBlock> lay(std::string_view text, float width = 0, TextStyle style = {40}) {
        return texts.lay(text, style, width, "en");
    }
    /// Rows of the texture that have ink.
    int ink_height(TextBlock& block) {
        (void)texts.drawable(block, 0, 0);
        const auto width = static_cast<std::size_t>(textures.last_size.width);
        int rows = 0;
        for (std::size_t row = 0; row < static_cast<std::size_t>(textures.last_size.height); ++row) {
            const auto from = textures.last_alpha.begin() + static_cast<std::ptrdiff_t>(row * width);
            rows += std::any_of(from, from + static_cast<std::ptrdiff_t>(width), [](std::uint8_t a) { return a > 127; })
                        ? 1
                        : 0;
        }
        return rows;
    }
};

constexpr std::string_view sentence = "A good friend listens when you tell them how you feel.";

}  // namespace

TEST_CASE("text: a width wraps it, none leaves one line", "[text]") {
    Engine e;
    const auto one = e.lay(sentence), some = e.lay(sentence, 400), narrow = e.lay(sentence, 250);
    CHECK(one->lines == 1);
    CHECK(some->lines > 1);
    CHECK(narrow->lines > some->lines);
    CHECK(some->width <= 400);
    CHECK(narrow->height > some->height);
    CHECK(one->width > 400);
    for (const auto& block : {one, some, narrow}) CHECK_FALSE(block->cut);
    CHECK(e.lay("one\ntwo", 400)->lines == 2);
    CHECK_FALSE(e.lay("one\ntwo", 400)->cut);
}

TEST_CASE("text: a word that had to be broken is cut, one that may be broken is not", "[text]") {
    Engine e;
    const float width = e.lay("misunderstandings")->width;
    CHECK_FALSE(e.lay("misunderstandings", std::ceil(width))->cut);
    CHECK(e.lay("misunderstandings", width / 2)->cut);
    CHECK(e.lay("no misunderstandings", width / 2)->cut);
    CHECK_FALSE(e.lay("self-respect", e.lay("respect")->width + 5)->cut);
    CHECK(e.lay("W", 2)->cut);
}

TEST_CASE("text: a capital H is as high as it was asked to be", "[text]") {
    Engine e;
    for (const float cap : {20.F, 33.F, 66.F})
        for (const auto weight : {Weight::regular, Weight::bold})
            CHECK(std::abs(static_cast<float>(e.ink_height(*e.lay("H", 0, {cap, weight}))) - cap) <= 1.5F);
}

TEST_CASE("text: the same text is laid out once", "[text]") {
    Engine e;
    const auto first = e.lay(sentence, 400);
    CHECK(e.lay(sentence, 400) == first);
    CHECK(e.lay(sentence, 401) != first);
    CHECK(e.lay(sentence, 400, {41}) != first);
    CHECK(e.lay(sentence, 400, {40, Weight::bold}) != first);
    CHECK(e.lay(sentence, 400, {40, Weight::regular, Align::centre}) != first);
    CHECK(e.lay(sentence, 400, {40, Weight::regular, Align::start, true}) != first);
    CHECK(e.texts.lay(sentence, {40}, 400, "cy") != first);
    pack::RichText rich{std::string{sentence}, {{2, 6, true, false}}};
    CHECK(e.texts.lay(rich, {40}, 400, "en") != first);
    CHECK(e.texts.lay(rich, {40}, 400, "en") == e.texts.lay(rich, {40}, 400, "en"));
}

TEST_CASE("text: centred text stands in the middle of its width, its ink in its box", "[text]") {
    Engine e;
    const auto left = e.lay("Word", 600), centred = e.lay("Word", 600, {40, Weight::regular, Align::centre});
    CHECK(left->left == 0);
    CHECK(centred->width == Approx(left->width).margin(1));
    CHECK(centred->left == Approx((600 - centred->width) / 2).margin(1));
    const auto ink = e.texts.drawable(*centred, 100 + centred->left, 50).rect;
    CHECK(ink.x + ink.w / 2 == Approx(100 + 300).margin(3));
}

TEST_CASE("text: a texture is made when it is drawn, once, and given back", "[text]") {
    tests::FakeTextures textures;
    {
        TextEngine texts{textures};
        const auto block = texts.lay(sentence, {40}, 400, "en");
        CHECK(textures.held.empty());
        const auto drawn = texts.drawable(*block, 10, 20);
        CHECK(textures.held.size() == 1);
        CHECK(drawn.texture == 1);
        CHECK(drawn.rect.w == static_cast<float>(textures.last_size.width));
        CHECK(textures.last_alpha.size() ==
              static_cast<std::size_t>(textures.last_size.width * textures.last_size.height));
        const auto moved = texts.drawable(*block, 110, 20);
        CHECK(moved.texture == 1);
        CHECK(moved.rect.x == drawn.rect.x + 100);
        CHECK(texts.texture_bytes() == textures.last_alpha.size());
    }
    CHECK(textures.held.empty());
}

TEST_CASE("text: textures that nobody uses any more are given up above the bound", "[text]") {
    Engine e;
    const TextStyle large{300};
    const auto kept = e.lay("Kept while somebody holds it", 0, large);
    (void)e.texts.drawable(*kept, 0, 0);
    for (int i = 0; i < 200; ++i)
        (void)e.texts.drawable(*e.lay("A long line, number " + std::to_string(i), 0, large), 0, 0);
    const auto most = e.texts.texture_bytes();
    REQUIRE(most > 24UL * 1024 * 1024);
    for (int frame = 0; frame < 500; ++frame) e.texts.trim();
    CHECK(e.texts.texture_bytes() < most / 2);
    CHECK(e.textures.held.contains(1));
    CHECK(e.lay("Kept while somebody holds it", 0, large) == kept);
}

TEST_CASE("text: every script is laid out, empty text too", "[text]") {
    Engine e;
    for (const char* text : {"", " ", "\n", "العربية", "বাংলা", "Ŵyth", "👍"}) {
        const auto block = e.lay(text, 300);
        CHECK(block->height > 0);
        (void)e.texts.drawable(*block, 0, 0);
    }
}
