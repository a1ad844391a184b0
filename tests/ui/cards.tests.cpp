// Cards of packs and messages: alike, with pictures of one size, and no room left over.
#include "catch.hpp"

#include "ui/stage.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

struct Seen {
    std::vector<ui::Rect> cards, pictures;
    float caps = 0, right = 0, mm = 1;  ///< of the first title; the end of the lines; pixels
    bool cut = false;
};

/// The screen of a pack with messages of these titles.
Seen topic(const std::vector<std::string>& titles, const Manner& manner) {
    visit::Catalogue catalogue;
    catalogue.packs.push_back(Author{false}.pack("pack", static_cast<int>(titles.size())));
    auto& messages = catalogue.packs.back().messages;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        messages[i].title = titles[i];
        messages[i].picture = pack::Picture{"/pack/picture.svg", ""};
    }
    Stage stage{std::move(catalogue), manner};
    (void)stage.act(visit::Begin{});
    (void)stage.act(visit::OpenTopic{"pack"});
    const auto scene = stage.scene();
    Seen seen;
    seen.mm = stage.theme.mm(1);
    seen.right = static_cast<float>(manner.size.width) - stage.theme.margin();
    for (const auto& node : scene.nodes) {
        if (!node.id.starts_with("message.")) continue;
        if (seen.cards.empty()) seen.caps = node.cap_px;
        seen.cards.push_back(node.rect);
        seen.cut = seen.cut || node.cut;
    }
    for (const auto& stroke : scene.display.strokes())
        if (stroke.kind == ui::Stroke::Kind::image && stroke.texture == FakePictures::a_picture)
            seen.pictures.push_back(stroke.rect);
    return seen;
}

/// A pack of a thousand, whose titles are all different and some much longer than most.
visit::Catalogue a_thousand() {
    visit::Catalogue catalogue;
    catalogue.packs.push_back(Author{false}.pack("pack", 1000));
    auto& messages = catalogue.packs.back().messages;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        messages[i].title = "Message number " + std::to_string(i);
        if (i % 90 == 7) messages[i].title += " about what a friend can do, and what nobody has to do for a friend";
    }
    return catalogue;
}

const std::vector<std::string> six = {"My body belongs to me", "Stop means stop",   "Some parts are private",
                                      "Surprises and secrets", "Five people I can", "For grown-ups: talking about it"};

}  // namespace

TEST_CASE("cards: the pictures of one screen are of one size, or there are none", "[cards]") {
    for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}})
        for (const bool large : {false, true}) {
            const auto seen = topic(six, {.size = size, .wishes = {.large_text = large}});
            REQUIRE(seen.cards.size() == six.size());
            CHECK_FALSE(seen.cut);
            REQUIRE(seen.pictures.size() == six.size());
            for (const auto& picture : seen.pictures) CHECK(picture.w == seen.pictures.front().w);
            CHECK(seen.pictures.front().w >= 14 * seen.mm);
        }
    // One long title leaves little room: as little for the others.
    auto titles = six;
    titles[2] = "Some parts are private, and nobody may touch them or take a picture of them or ask you to";
    for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}})
        for (const bool lower : {false, true}) {
            const auto seen = topic(titles, {.size = size, .wishes = {.large_text = true, .lower = lower}});
            CHECK_FALSE(seen.cut);
            if (seen.pictures.empty()) continue;
            CHECK(seen.pictures.size() >= seen.cards.size());  // lowered, the pack's own stands above
            for (const auto& card : seen.cards)
                CHECK(std::ranges::any_of(seen.pictures, [&](const ui::Rect& picture) {
                    return picture.w == seen.pictures.back().w && picture.x > card.x &&
                           picture.right() < card.right() && picture.y > card.y && picture.bottom() < card.bottom();
                }));
        }
}

TEST_CASE("cards: on a tall card the picture stands above the title, large, and the title is large too", "[cards]") {
    const auto seen = topic(six, {.size = {1080, 1920}});
    REQUIRE(seen.cards.size() == six.size());
    REQUIRE(seen.pictures.size() == six.size());
    for (std::size_t i = 0; i < six.size(); ++i) {
        const auto &card = seen.cards[i], &picture = seen.pictures[i];
        CHECK(picture.h > card.h * 0.5F);
        CHECK(std::abs(picture.x + picture.w / 2 - card.x - card.w / 2) < 2);
        CHECK(picture.y - card.y < card.h * 0.15F);
    }
    CHECK(seen.caps > 6 * seen.mm);
}

TEST_CASE("cards: upright, a few fill the width", "[cards]") {
    for (const std::size_t count : {1U, 2U, 3U, 4U, 5U, 6U}) {
        const auto seen =
            topic({six.begin(), six.begin() + static_cast<std::ptrdiff_t>(count)}, {.size = {1080, 1920}});
        REQUIRE(seen.cards.size() == count);
        float right = 0;
        for (const auto& card : seen.cards) right = std::max(right, card.right());
        CHECK(std::abs(right - seen.right) < 3);
    }
}

TEST_CASE("cards: of a thousand only those are laid out that are shown, and those that decide how", "[cards]") {
    for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}}) {
        Stage stage{a_thousand(), {.size = size}};
        (void)stage.act(visit::Begin{});
        (void)stage.scene();
        (void)stage.act(visit::OpenTopic{"pack"});
        const auto laid_before = stage.texts.blocks();
        auto scene = stage.scene();
        CHECK(stage.texts.blocks() - laid_before < 500);
        std::vector<std::string> seen;
        std::set<std::pair<float, float>> sizes;
        for (int part = 0;; ++part) {
            REQUIRE(part < 1000);
            for (const auto& node : scene.nodes) {
                if (!node.id.starts_with("message.")) continue;
                seen.push_back(node.id);
                sizes.insert({node.rect.w, node.rect.h});
                CHECK_FALSE(node.cut);
            }
            const auto* more = scene.node("part.more");
            if (!more) break;
            (void)stage.interaction.activate(*more);
            scene = stage.scene();
        }
        CHECK(seen.size() == 1000);
        CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == 1000);
        CHECK(sizes.size() == 1);  // in every part alike
    }
}
