// Options with pictures: what an author may write, and every mistake with its line.
#include "catch.hpp"

#include "loaded.hpp"
#include "support.hpp"
#include "survey/survey.hpp"

using namespace talkpoint;
using namespace talkpoint::survey;
using Loaded = tests::LoadedSurvey;

namespace {

constexpr std::string_view head = R"(id = "friends"
version = "1"
title = "Friends"
intro = "Why and how."
)";  // four lines

/// A pack's folder with two pictures.
class Folder {
  public:
    Folder() {
        (void)temp.write("pictures/go.svg", "<svg/>");
        (void)temp.write("pictures/stay.svg", "<svg/>");
    }
    Loaded load(std::string_view text) const {
        Loaded out;
        out.survey = load_survey(temp.path(), temp.write("surveys/friends.toml", text), "en", out.problems);
        return out;
    }
    tests::TempFolder temp;
};

}  // namespace

TEST_CASE("survey: an option may have a picture", "[survey]") {
    const Folder folder;
    const auto options = [](std::string_view go, std::string_view stay, std::string_view kind = "choice") {
        return std::string{head} + "[[question]]\nid = \"second\"\nkind = \"" + std::string{kind} +
               "\"\ntext = \"Which?\"\noptions = [\n{ id = \"go\", text = \"Go\"" + std::string{go} +
               " },\n{ id = \"stay\", text = \"Stay\"" + std::string{stay} + " } ]\n";
    };
    const std::string go = R"(, picture = "pictures/go.svg", picture_alt = "An open door")",
                      stay = R"(, picture = "pictures/stay.svg", picture_alt = "A chair")";
    for (const char* kind : {"choice", "choices"}) {
        const auto loaded = folder.load(options(go, stay, kind));
        CHECK(loaded.only().empty());
        REQUIRE(loaded.survey);
        const auto& question = loaded.survey->questions[0];
        CHECK(question.pictured());
        CHECK(question.options[0].picture == folder.temp.path() / "pictures/go.svg");
        CHECK(question.options[1].picture_alt == "A chair");
    }
    CHECK_FALSE(folder.load(options("", "")).survey->questions[0].pictured());

    const auto refused = [&](std::string_view text) {
        const auto loaded = folder.load(text);
        CHECK_FALSE(loaded.survey);
        return loaded.only();
    };
    CHECK(refused(options(go, "")) ==
          "11: option \"stay\" has no picture, but others of its question have one; give each a picture, or none");
    for (const char* kind : {"scale", "sort"})
        CHECK(refused(options(go, stay, kind)) ==
              "10: options of a " + std::string{kind} + " have no pictures; remove them, or make it a choice");
    CHECK(refused(options(go, R"(, picture = "pictures/stay.svg")")) ==
          "11: has a picture but no \"picture_alt\"; say in a few words what it shows");
    CHECK(refused(options("", R"(, picture_alt = "A chair")")) ==
          "11: says what a picture shows, but there is no \"picture\"; name it");
    CHECK(refused(options(go, R"(, picture = "pictures/sty.svg", picture_alt = "A chair")"))
              .starts_with("11: picture there is no file \"pictures/sty.svg\""));
    CHECK(refused(options(go, R"(, picture = 5, picture_alt = "A chair")")) ==
          "11: \"picture\" is not text in quotation marks; correct it");
    CHECK(refused(options(go + ", pictur = 1", stay)).starts_with("10: unknown key \"pictur\""));
}
