#include "catch.hpp"

#include "ui/pictures.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using talkpoint::ui::Align;
using talkpoint::ui::TextStyle;
using talkpoint::ui::Weight;

namespace {

constexpr int cap_px = 26;
/// A text one per cent larger is 0.2 apart, two groups of a number in each other's place are 0.4.
constexpr float tolerance = 0.3F;

struct Case {
    std::string name, language;
    float width = 0;
    pack::RichText text;
    TextStyle style{cap_px};
};

pack::RichText with_bold(std::string text, std::string_view bold) {
    const auto at = text.find(bold);
    return {std::move(text), {{at, at + bold.size(), true, false}}};
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"arabic-telephone", "ar", 560, {"اتصل على 0808 800 5000 في أي وقت.", {}}},
        {"arabic-telephone-abroad", "ar", 620, {"من الخارج: +44 (0)20 7946-0018 (مجانًا)", {}}},
        {"arabic-addresses", "ar", 740, {"للمزيد زر https://www.childline.org.uk/ أو help@nspcc.org.uk.", {}}},
        {"arabic-brackets", "ar", 520, {"قالت: «أنا بخير» (مرتين) ثم \"نعم\" [لا]!", {}}},
        {"arabic-times", "ar", 620, {"نفتح 9:00-17:00، و50% منكم، في 2024.", {}}},
        {"arabic-latin-first", "ar", 560, {"NSPCC تساعد الأطفال مع Childline كل يوم.", {}}},
        {"arabic-bold", "ar", 380, with_bold("الصديق الجيد يستمع عندما تخبره بما تشعر به.", "يستمع عندما")},
        {"arabic-tashkil", "ar", 330, {"إِنَّ الصَّدِيقَ الْحَقِيقِيَّ يُصْغِي إِلَيْكَ عِنْدَمَا تُخْبِرُهُ بِمَا تَشْعُرُ بِهِ.", {}}},
        {"arabic-heading", "ar", 420, {"هل تشعر بالأمان؟", {}}, {cap_px, Weight::bold, Align::centre}},
        {"latin-on-arabic-page", "ar", 330, {"Childline is a service of the NSPCC (for every child). Call!", {}}},
        {"number-on-arabic-page", "ar", 330, {"0808 800 5000", {}}},
        {"arabic-on-english-page", "en", 420, {"العربية (Arabic)\nLook here", {}}},
        {"hebrew", "he", 620, {"התקשרו ל-0808 800 5000 בשעות 9:00-17:00 (חינם).", {}}},
        {"polish", "pl", 420, {"Zażółć gęślą jaźń, ŻÓŁĆ", {}}},
        {"romanian", "ro", 420, {"Țară și știință, împărțit", {}}},
        {"ukrainian", "uk", 420, {"Їжак, ґанок, єдність", {}}},
        {"bengali", "bn", 330, {"আপনি কি নিরাপদ বোধ করেন? ক্ষমা করুন।", {}}}};
    return all;
}

Picture picture_of(const Case& c) { return tests::picture_of(c.text, c.style, c.width, c.language); }

const fs::path root = TALKPOINT_SOURCE;

Picture approved(const std::string& name) {
    const auto picture = read_png(root / "tests/ui/approved" / (name + ".png"));
    return picture ? *picture : Picture{};
}

/// How far the text is from what was approved for `name`; other text than was approved must be far.
float distance(const std::string& name, const std::string& instead) {
    for (Case c : cases()) {
        if (c.name != name) continue;
        c.text = {instead, {}};
        return unlikeness(approved(name), picture_of(c), cap_px);
    }
    return 0;
}

}  // namespace

TEST_CASE("text pictures: every text looks as it was approved", "[text_pictures]") {
    const fs::path beside = root / "build/approve/ui";
    for (const Case& c : cases()) {
        const Picture now = picture_of(c);
        const float apart = unlikeness(approved(c.name), now, cap_px);
        INFO(c.name << " is " << apart << " apart from tests/ui/approved/" << c.name << ".png; look at "
                    << (beside / (c.name + ".png")).string()
                    << ", then approve it with tests/approve, or correct the code");
        CHECK(apart < tolerance);
        std::error_code error;
        if (apart < tolerance) {
            fs::remove(beside / (c.name + ".png"), error);
        } else {
            fs::create_directories(beside, error);
            (void)write_png(now, beside / (c.name + ".png"));
        }
    }
}

TEST_CASE("text pictures: a mistake is seen", "[text_pictures]") {
    // The groups of a number in another order.
    CHECK(distance("number-on-arabic-page", "5000 800 0808") > tolerance);
    CHECK(distance("arabic-telephone", "اتصل على 5000 800 0808 في أي وقت.") > tolerance);
    CHECK(distance("arabic-telephone", "اتصل على 0808 5000 800 في أي وقت.") > tolerance);
    CHECK(distance("arabic-telephone-abroad", "من الخارج: 0018-7946 20(0) 44+ (مجانًا)") > tolerance);
    // Directions: U+202D forces letters from left to right, U+202E from right to left.
    CHECK(distance("arabic-heading", "\u202Dهل تشعر بالأمان؟\u202C") > tolerance);
    CHECK(distance("latin-on-arabic-page", "\u202EChildline is a service of the NSPCC (for every child). Call!\u202C") >
          tolerance);
    CHECK(distance("hebrew", "התקשרו ל-0808 800 5000 בשעות 17:00-9:00 (חינם).") > tolerance);
    CHECK(distance("arabic-brackets", "قالت: »أنا بخير« (مرتين) ثم \"نعم\" [لا]!") > tolerance);
    CHECK(distance("arabic-brackets", "قالت: «أنا بخير» )مرتين( ثم \"نعم\" [لا]!") > tolerance);
    // Shaping: letters kept from joining, a conjunct from forming.
    CHECK(distance("arabic-heading", "هل تش\u200Cعر بالأمان؟") > tolerance);
    CHECK(distance("bengali", "আপনি কি নিরাপদ বোধ করেন? ক্\u200Cষমা করুন।") > tolerance);
    // Bold that is not, a page's side that is the other.
    CHECK(distance("arabic-bold", "الصديق الجيد يستمع عندما تخبره بما تشعر به.") > tolerance);
    Case other_side = cases()[10];
    other_side.language = "en";
    CHECK(unlikeness(approved(other_side.name), picture_of(other_side), cap_px) > tolerance);
}

TEST_CASE("text pictures: a little larger or moved is no mistake", "[text_pictures]") {
    for (Case c : cases()) {
        INFO(c.name);
        const Picture before = picture_of(c);
        c.style.cap_px *= 1.01F;
        CHECK(unlikeness(before, picture_of(c), cap_px) < tolerance);
    }
}

TEST_CASE("text pictures: what no font has is a box, not a crash", "[text_pictures]") {
    for (const std::string text :
         {"👍🏽", "\U0010FFFD", "a\U0010FFFDb", "👨‍👩‍👧", "\u0301", "\u2069\u2069", "\u202E"}) {
        INFO(text);
        const Picture picture = tests::picture_of({text, {}}, {cap_px}, 300, "en");
        CHECK(picture.height > 0);
        if (text == "\U0010FFFD") CHECK(std::ranges::any_of(picture.ink, [](float ink) { return ink > 0.5F; }));
    }
}
