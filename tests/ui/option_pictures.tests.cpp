// Options with pictures: cards that are looked at in every manner, chosen, read, and left without their pictures.
#include "catch.hpp"

#include "ui/audit_inspector.hpp"
#include "ui/words.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

using Kind = survey::QuestionKind;

survey::Question pictured(const Author& author, Kind kind, int options, bool own_picture = false) {
    auto question = author.question(kind, options, own_picture);
    for (auto& option : question.options) {
        option.picture = "/pack/" + option.id + ".svg";
        option.picture_alt = author.words(80) + " " + option.id;
    }
    return question;
}

visit::Catalogue catalogue_of(std::vector<survey::Question> questions) {
    visit::Catalogue out;
    out.packs.push_back(Author{false}.pack("pack", 1));
    out.surveys.push_back(Author{false}.survey("survey", survey::Feedback::each));
    out.surveys.back().questions = std::move(questions);
    return out;
}

void begin(Stage& stage) {
    for (const visit::Action& action : {visit::Action{visit::Begin{}}, visit::Action{visit::OpenSurvey{"survey"}},
                                        visit::Action{visit::StartSurvey{}}})
        (void)stage.act(action);
}

/// A kiosk on a question with so many picture options, few words each.
struct AtPictures : Stage {
    explicit AtPictures(int options, const Manner& manner = {}, Kind kind = Kind::choice, bool own_picture = false)
        : Stage(catalogue_of({pictured(Author{false}, kind, options, own_picture)}), manner) {
        begin(*this);
    }
};

/// Where pictures are drawn, in their order.
std::vector<ui::Rect> pictures_in(const ui::Scene& scene) {
    std::vector<ui::Rect> out;
    for (const auto& stroke : scene.display.strokes())
        if (stroke.kind == ui::Stroke::Kind::image && stroke.texture == FakePictures::a_picture)
            out.push_back(stroke.rect);
    return out;
}

std::vector<const ui::Node*> options_in(const ui::Scene& scene) {
    std::vector<const ui::Node*> out;
    for (const auto& node : scene.nodes)
        if (node.id.starts_with("option.")) out.push_back(&node);
    return out;
}

void look_at(const Manner& manner, bool wordy, const std::shared_ptr<Letters>& letters, const Depth& depth,
             std::vector<std::string>& faults) {
    const bool upright = manner.size.width < manner.size.height;
    const Author author{wordy, upright && manner.wishes.lower && manner.wishes.large_text ? 60U : 120U};
    std::vector<survey::Question> questions;
    for (const int options : {2, 3, 4, 5, 12})
        questions.push_back(pictured(author, options % 2 ? Kind::choice : Kind::choices, options, options == 3));
    Inspector inspector{manner, letters, wordy ? ", many words" : ""};
    auto stage = inspector.stage(catalogue_of(std::move(questions)));
    begin(stage);
    while (stage.visit.session()) {
        const std::string id = stage.visit.session()->question().id;
        (void)stage.act(visit::Continue{});
        inspector.look(stage, id + " without an answer", {.warning = false});
        (void)stage.act(visit::Choose{stage.visit.session()->options().back()->id});
        inspector.look(stage, id + " answered", depth);
        (void)stage.act(visit::Continue{});
        REQUIRE(stage.visit.place().screen == visit::Screen::survey_check);
        inspector.look(stage, id + " explained", {.warning = false});
        (void)stage.act(visit::Continue{});
    }
    faults.insert(faults.end(), inspector.faults().begin(), inspector.faults().end());
}

}  // namespace

TEST_CASE("audit: options with pictures, few words and many, in every manner", "[audit]") {
    struct Glass {
        ui::Size size;
        double longer_side_mm;
    };
    std::vector<std::string> faults;
    for (const bool wordy : {false, true})
        for (const auto& glass : {Glass{{1920, 1080}, 476}, Glass{{1080, 1920}, 476}, Glass{{1024, 600}, 154},
                                  Glass{{800, 1280}, 345}, Glass{{3840, 2160}, 1200}}) {
            if (wordy && glass.longer_side_mm != 476) continue;  // so many words have no room there at all
            const auto letters = std::make_shared<Letters>();
            for (const std::string language : {"en", "ar"})
                for (const bool large : {false, true})
                    for (const bool lower : {false, true})
                        look_at({language,
                                 glass.size,
                                 {large, false, lower},
                                 false,
                                 large != lower,
                                 {.longer_side_mm = glass.longer_side_mm}},
                                wordy, letters, {.warning = false, .focus = !wordy && large == lower}, faults);
        }
    tell(faults);
}

TEST_CASE("option pictures: a lying panel has up to four side by side, an upright one rows of two", "[pictures]") {
    for (const int options : {2, 3, 4}) {
        AtPictures stage{options};
        const auto scene = stage.scene();
        const auto cards = options_in(scene);
        REQUIRE(cards.size() == static_cast<std::size_t>(options));
        for (const auto* card : cards) {
            CHECK(card->rect.y == cards.front()->rect.y);
            CHECK(card->rect.w == cards.front()->rect.w);
        }
        CHECK(pictures_in(scene).size() == cards.size());
    }
    for (const int options : {3, 4, 6}) {
        AtPictures stage{options, Manner{.size = {1080, 1920}}};
        const auto scene = stage.scene();
        const auto cards = options_in(scene);
        REQUIRE(cards.size() == static_cast<std::size_t>(options));
        CHECK(cards[1]->rect.y == cards[0]->rect.y);
        CHECK(cards[2]->rect.y > cards[0]->rect.bottom());
    }
}

TEST_CASE("option pictures: each stands above its words and is large", "[pictures]") {
    for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}}) {
        AtPictures stage{3, Manner{.size = size}};
        const auto scene = stage.scene();
        const auto cards = options_in(scene);
        const auto pictures = pictures_in(scene);
        REQUIRE(pictures.size() == 3);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(holds(cards[i]->rect, pictures[i]));
            CHECK(pictures[i].w == pictures[i].h);
            CHECK(pictures[i].w > 80 * scene.px_per_mm);
            CHECK(cards[i]->rect.bottom() - pictures[i].bottom() > 15 * scene.px_per_mm);
        }
    }
}

TEST_CASE("option pictures: the question's own picture gives way to them", "[pictures]") {
    AtPictures stage{3, {}, Kind::choice, true};
    const auto scene = stage.scene();
    CHECK_FALSE(scene.node("picture"));
    CHECK(pictures_in(scene).size() == 3);
}

TEST_CASE("option pictures: a touch on the picture chooses; shape, weight and a word say so", "[pictures]") {
    for (const auto kind : {Kind::choice, Kind::choices})
        for (const bool high_contrast : {false, true}) {
            AtPictures stage{3, Manner{.wishes = {.high_contrast = high_contrast}}, kind};
            const auto before = stage.scene();
            const auto picture = pictures_in(before).at(1);
            const auto* touched = before.control_at(picture.x + picture.w / 2, picture.y + picture.h / 2);
            REQUIRE(touched);
            CHECK(touched->id == "option.option_1");
            CHECK(touched->role == (kind == Kind::choice ? ui::Role::radio : ui::Role::checkbox));
            CHECK(touched->name == "A friend can say no.");
            const auto action = stage.interaction.activate(*touched);
            REQUIRE(action);
            (void)stage.act(std::get<visit::Action>(*action));
            const auto after = stage.scene();
            CHECK(after.node("option.option_1")->checked);
            CHECK_FALSE(after.node("option.option_0")->checked);
            const auto strokes_of = [](const ui::Scene& scene, bool outlines) {
                std::vector<ui::Stroke> out;
                for (const auto& stroke : scene.display.strokes())
                    if (holds(scene.node("option.option_1")->rect, stroke.rect) &&
                        (stroke.kind == ui::Stroke::Kind::outline) == outlines)
                        out.push_back(stroke);
                return out;
            };
            CHECK(strokes_of(after, false).size() > strokes_of(before, false).size());
            CHECK(strokes_of(after, true).front().thickness > strokes_of(before, true).front().thickness);
            CHECK(ui::words_of_node(*after.node("option.option_1"), stage.strings, ui::Ears::own) !=
                  ui::words_of_node(*touched, stage.strings, ui::Ears::own));
        }
}

TEST_CASE("option pictures: the explanation leaves them, with the right one marked", "[pictures]") {
    AtPictures stage{3};
    (void)stage.act(visit::Choose{"option_0"});
    (void)stage.act(visit::Continue{});
    const auto scene = stage.scene();
    REQUIRE(scene.screen == "survey.check");
    CHECK(pictures_in(scene).size() == 3);
    CHECK(scene.node("option.option_1")->value == stage.strings("check.right"));
    CHECK(scene.node("option.option_0")->value == stage.strings("check.yours"));
    CHECK(scene.node("option.option_0")->disabled);
    REQUIRE(scene.node("check.explain"));
    CHECK(scene.node("check.explain")->rect.y > scene.node("option.option_2")->rect.bottom());
}

TEST_CASE("option pictures: a broken one leaves its card to the words", "[pictures]") {
    AtPictures stage{3};
    const auto rect = stage.scene().node("option.option_1")->rect;
    stage.pictures.spoilt = {"/pack/option_1.svg"};
    const auto scene = stage.scene();
    CHECK(pictures_in(scene).size() == 2);
    const auto* left = scene.node("option.option_1");
    CHECK(left->rect == rect);
    CHECK(left->name == "A friend can say no.");
    CHECK(left->description.empty());
    CHECK_FALSE(scene.node("option.option_0")->description.empty());
    for (const auto& stroke : scene.display.strokes())
        if (stroke.kind == ui::Stroke::Kind::text && holds(rect, stroke.rect))
            CHECK(stroke.rect.y + stroke.rect.h / 2 == Approx(rect.y + rect.h / 2).margin(3));

    stage.pictures.spoilt = {"/pack/option_0.svg", "/pack/option_1.svg", "/pack/option_2.svg"};
    const auto words = stage.scene();
    CHECK(pictures_in(words).empty());
    CHECK(words.node("option.option_1")->rect.y > words.node("option.option_0")->rect.bottom());
}

TEST_CASE("option pictures: where words need the room there are none", "[pictures]") {
    const Manner manner{.size = {1024, 600}, .wishes = {.large_text = true}, .panel = {.longer_side_mm = 154}};
    Stage stage{catalogue_of({pictured(Author{true}, Kind::choice, 3)}), manner};
    begin(stage);
    const auto scene = stage.scene();
    CHECK(pictures_in(scene).empty());
    for (const auto* option : options_in(scene)) {
        CHECK_FALSE(option->cut);
        CHECK(option->description.empty());
    }
}

TEST_CASE("option pictures: read after the option, by itself and on the page; not on the loudspeaker", "[reading]") {
    AtPictures stage{3};
    const auto scene = stage.scene();
    const auto texts = [&](const std::vector<ui::Said>& all) {
        std::vector<std::string> out;
        for (const auto& said : all) out.push_back(said.text);
        return out;
    };
    const auto of_option = texts(ui::words_of_node(*scene.node("option.option_1"), stage.strings, ui::Ears::own));
    CHECK(of_option == std::vector<std::string>{"A friend can say no. one to choose, not chosen, 2 of 3",
                                                "Picture: A friend can say no. option_1"});
    const auto page = texts(ui::words_of_page(scene, stage.strings, ui::Ears::own));
    const auto question = std::ranges::find(page, scene.node("question")->name);
    const auto first = std::ranges::search(page, of_option);
    REQUIRE(question != page.end());
    REQUIRE_FALSE(first.empty());
    CHECK(question < first.begin());
    CHECK(texts(ui::words_of_node(*scene.node("option.option_1"), stage.strings, ui::Ears::everybodys)) ==
          std::vector<std::string>{"Answer 2 of 3"});
    for (const auto& said : texts(ui::words_of_page(scene, stage.strings, ui::Ears::everybodys)))
        CHECK(said.find("Picture") == std::string::npos);
}
