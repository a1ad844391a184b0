// The picture of a question: it stays where it stands, when the answer is explained and beside many options.
#include "catch.hpp"

#include "ui/stage.hpp"
#include "ui/words.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

/// A kiosk on a question with a picture and so many options.
struct AtQuestion : Stage {
    explicit AtQuestion(int options) : Stage(catalogue_of(options), Manner{}) {
        (void)act(visit::Begin{});
        (void)act(visit::OpenSurvey{"survey"});
        (void)act(visit::StartSurvey{});
    }
    static visit::Catalogue catalogue_of(int options) {
        const Author author{false};
        visit::Catalogue out;
        out.packs.push_back(author.pack("pack", 1));
        out.surveys.push_back(author.survey("survey", survey::Feedback::each));
        auto question = author.question(survey::QuestionKind::choice, options, true);
        question.text = "A child is in danger right now. What is the first thing to do?";
        question.explain =
            "999 is for danger that is happening now. The person who answers can tell you what to do until they come.";
        out.surveys.back().questions = {question};
        return out;
    }
};

}  // namespace

TEST_CASE("question: its picture stays in its place while the answer is explained", "[question]") {
    AtQuestion stage{4};
    const auto asked = stage.scene();
    REQUIRE(asked.node("picture"));
    (void)stage.act(visit::Choose{stage.visit.session()->options().front()->id});
    (void)stage.act(visit::Continue{});
    REQUIRE(stage.visit.place().screen == visit::Screen::survey_check);
    const auto explained = stage.scene();
    REQUIRE(explained.node("check.explain"));
    REQUIRE(explained.node("picture"));
    CHECK(explained.node("picture")->rect == asked.node("picture")->rect);
    CHECK(explained.node("question")->rect == asked.node("question")->rect);
    for (const auto* option : stage.visit.session()->options()) CHECK(explained.node("option." + option->id));
}

TEST_CASE("question: six and seven options leave the picture its place, in two columns", "[question]") {
    for (const int options : {6, 7}) {
        AtQuestion stage{options};
        const auto scene = stage.scene();
        const auto* picture = scene.node("picture");
        REQUIRE(picture);
        for (const auto* option : stage.visit.session()->options()) {
            const auto* row = scene.node("option." + option->id);
            REQUIRE(row);
            CHECK(row->rect.right() < picture->rect.x);
            CHECK_FALSE(row->cut);
        }
    }
}
