#include "catch.hpp"

#include "ui/stage.hpp"
#include "ui/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("text: a short word with a hyphen stays on one line", "[text]") {
    Engine e;
    const float room = e.lay("For grown-")->width + 5;
    CHECK(e.lay("For grown-ups", room)->lines == 2);
    CHECK(e.lay("For grown-ups", room)->width < e.lay("For grown-")->width);  // "For", then the whole word
    CHECK_FALSE(e.lay("For grown-ups", room)->cut);
    CHECK(e.lay("grown-ups", e.lay("grown-")->width + 5)->cut);
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

TEST_CASE("text: a texture is made when it is asked for, once, and given back", "[text]") {
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

TEST_CASE("text: thousands of texts in all scripts stay within the bounds", "[text]") {
    Engine e;
    const TextStyle large{120};
    const auto kept = e.lay("Kept while somebody holds it", 0, large);
    (void)e.texts.drawable(*kept, 0, 0);
    const std::array words{"A long line, number ", "خط طويل رقم ", "একটি দীর্ঘ লাইন ",
                           "Довгий рядок ",        "שורה ארוכה ",  "Dług "};
    std::size_t most = 0;
    for (int i = 0; i < 6000; ++i) {
        const auto block = e.lay(words[static_cast<std::size_t>(i) % words.size()] + std::to_string(i), 0, large);
        if (i % 4 == 0) (void)e.texts.drawable(*block, 0, 0);
        most = std::max(most, e.texts.texture_bytes());
        if (i % 50 == 0) e.texts.trim();
        REQUIRE(e.texts.texture_bytes() <= TextEngine::texture_bytes_bound);
        REQUIRE(e.texts.blocks() <= TextEngine::blocks_bound + 1);
    }
    CHECK(most > TextEngine::texture_bytes_bound / 2);  // it was put to the test
    CHECK(e.textures.held.contains(1));
    CHECK(e.lay("Kept while somebody holds it", 0, large) == kept);
}

TEST_CASE("text: what a screen holds goes on, however large; then the bounds hold again", "[text]") {
    Engine e;
    std::vector<std::shared_ptr<TextBlock>> screen;
    for (int i = 0; i < 3000; ++i) {
        screen.push_back(e.lay("Number " + std::to_string(i), 0, {i < 300 ? 150.F : 10.F}));
        (void)e.texts.drawable(*screen.back(), 0, 0);
    }
    CHECK(e.texts.texture_bytes() > TextEngine::texture_bytes_bound);
    CHECK(e.textures.held.size() == screen.size());
    e.texts.trim();
    CHECK(e.textures.held.size() == screen.size());
    screen.clear();
    e.texts.trim();
    CHECK(e.texts.texture_bytes() <= TextEngine::texture_bytes_bound);
    CHECK(e.texts.blocks() <= TextEngine::blocks_bound);
}

TEST_CASE("text: a block may outlive its engine", "[text]") {
    tests::FakeTextures textures;
    std::shared_ptr<TextBlock> drawn, idle;
    {
        TextEngine texts{textures};
        drawn = texts.lay("drawn", {40}, 0, "en");
        idle = texts.lay("idle", {40}, 0, "en");
        CHECK(drawn->mask() != 0);
    }
    CHECK(textures.held.size() == 1);
    CHECK(idle->mask() == 0);
    drawn.reset();
    CHECK(textures.held.empty());
}

TEST_CASE("text: every script is laid out, empty text too", "[text]") {
    Engine e;
    for (const char* text : {"", " ", "\n", "العربية", "বাংলা", "Ŵyth", "👍"}) {
        const auto block = e.lay(text, 300);
        CHECK(block->height > 0);
        (void)e.texts.drawable(*block, 0, 0);
    }
}

TEST_CASE("text: lines never touch, and no ink is lost at the edge of a mask", "[text]") {
    Engine e;
    for (const auto weight : {Weight::regular, Weight::bold})
        for (const char* text :
             {"gjpqy gjpqy gjpqy ÅŚŴẾ ÅŚŴẾ ÅŚŴẾ gjpqy", "إِنَّ الصَّدِيقَ الْحَقِيقِيَّ يُصْغِي إِلَيْكَ عِنْدَمَا أَأَ ـًّـٍّ تُخْبِرُهُ",
              "র্কৃ কি র্কৃ কি র্কৃ কি র্কৃ", "Ẫg̱̱ Ẫg̱̱ Ẫg̱̱ Ẫg̱̱ Ẫg̱̱"}) {
            INFO(text);
            const auto block = e.lay(text, 260, {30, weight});
            REQUIRE(block->lines > 1);
            const auto ink = e.texts.drawable(*block, 0, 0).rect;
            const auto width = static_cast<std::size_t>(e.textures.last_size.width);
            const auto& alpha = e.textures.last_alpha;
            // Stretches of rows with ink: lines that touch are one.
            int stretches = 0;
            bool before = false;
            for (std::size_t row = 0; row < alpha.size() / width; ++row) {
                const auto from = alpha.begin() + static_cast<std::ptrdiff_t>(row * width);
                const bool any =
                    std::any_of(from, from + static_cast<std::ptrdiff_t>(width), [](auto a) { return a > 0; });
                stretches += any && !before ? 1 : 0;
                before = any;
                CHECK(from[0] == 0);
                CHECK(from[static_cast<std::ptrdiff_t>(width) - 1] == 0);
                if (row == 0 || row + 1 == alpha.size() / width) CHECK_FALSE(any);
            }
            CHECK(stretches >= block->lines);
            // A little may leave the box, never so much that it meets what stands under it. (42 is the font's size;
            // a mask has up to three pixels to spare and stands on a whole one.)
            CHECK(ink.y >= -0.06F * 42 - 4);
            CHECK(ink.bottom() <= block->height + 0.06F * 42 + 4);
        }
}

TEST_CASE("text: which languages run from right to left", "[text]") {
    for (const char* language :
         {"ar", "he", "fa", "ur", "ar-EG", "AR", "ps", "ug", "yi", "az-Arab", "pa-Arab-PK", "ku-arab"})
        CHECK(is_right_to_left(language));
    for (const char* language : {"en", "", "pl", "bn", "ar-Latn", "az", "zh-Hant", "arn", "uk", "-", "en-Latn"})
        CHECK_FALSE(is_right_to_left(language));
}

TEST_CASE("text: a page from right to left is laid out from its own start", "[text]") {
    Engine e;
    const TextStyle centred{40, Weight::regular, Align::centre};
    const std::string_view arabic = "مرحبا بكم", latin = "Hello";
    for (const auto text : {arabic, latin, std::string_view{"0808 800 5000"}}) {
        const auto block = e.texts.lay(text, {40}, 600, "ar");
        CHECK(block->left == Approx(0).margin(1));
        const auto middle = e.texts.lay(text, centred, 600, "ar");
        CHECK(middle->left == Approx((600 - middle->width) / 2).margin(1));
        // The ink is where the box is, wherever that has been mirrored to.
        const auto ink = e.texts.drawable(*block, 0, 0).rect;
        CHECK(ink.x >= -6);
        CHECK(ink.right() <= block->width + 6);
    }
    CHECK(e.texts.lay(arabic, {40}, 600, "en")->left == Approx(0).margin(1));
    CHECK(e.texts.lay(arabic, {40}, 0, "ar")->left == 0);
    // The shorter of two lines is flush with the longer one at the page's start, whichever script it has.
    const auto starts_at = [&](std::string_view text, std::string_view language) {
        const auto ink = e.texts.drawable(*e.texts.lay(text, {40}, 600, language), 0, 0);
        const auto width = static_cast<std::size_t>(ink.rect.w), rows = static_cast<std::size_t>(ink.rect.h);
        std::size_t left = width, right = 0;  // of the lower half
        for (std::size_t row = rows / 2; row < rows; ++row)
            for (std::size_t x = 0; x < width; ++x)
                if (e.textures.last_alpha[row * width + x] > 99) left = std::min(left, x), right = std::max(right, x);
        return std::pair{left<8, right + 8> width};
    };
    CHECK(starts_at("Long first line\nshort", "en") == std::pair{true, false});
    CHECK(starts_at("Long first line\nمرحبا", "en") == std::pair{true, false});
    CHECK(starts_at("Long first line\nshort", "ar") == std::pair{false, true});
    CHECK(starts_at("Long first line\nمرحبا", "ar") == std::pair{false, true});
}

TEST_CASE("text: a number stays on one line", "[text]") {
    Engine e;
    const float number = e.lay("0808 800 5000")->width, word = e.lay("ring 0808 ")->width;
    CHECK(e.lay("ring 0808 800 5000", number + 5)->lines == 2);
    CHECK(e.lay("ring 0808 800 5000 now", std::max(number, word) + 5)->lines == 3);
    CHECK(e.lay("ring us on a day", e.lay("ring us on")->width + 5)->lines == 2);
}

TEST_CASE("text: characters that no font has are named", "[text]") {
    CHECK(TextEngine::missing_fonts().empty());
    CHECK(TextEngine::missing_characters("").empty());
    CHECK(TextEngine::missing_characters("Hello, 0808 800 5000 – “yes”… €\n\u00A0\u200B\u200F\u2066\u2069\uFEFF")
              .empty());
    for (const char* text : {"العربية؟ ١٢٣", "বাংলা", "Ŵyth", "Țară și știință", "Zażółć gęślą jaźń", "Їжак, ґанок",
                             "עברית", "فارسی چگونه", "اردو ہے ٹھیک ڑ"})
        CHECK(TextEngine::missing_characters(text).empty());
    CHECK(TextEngine::missing_characters("b\U0010FFFDa\U0010FFFC\U0010FFFD") ==
          std::vector<char32_t>{0x10FFFC, 0x10FFFD});
    CHECK(TextEngine::missing_characters("\xff\xc3 a").empty());
}
