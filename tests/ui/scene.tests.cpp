#include "catch.hpp"

#include "ui/scene.hpp"
#include "ui/stage.hpp"
#include "ui/words.hpp"

#include <nlohmann/json.hpp>

using namespace talkpoint;
using namespace talkpoint::ui;

TEST_CASE("scene: the dump has the contract's fields, and no others", "[scene]") {
    Scene scene;
    scene.screen = "survey.question";
    scene.size = {1920, 1080};
    scene.px_per_mm = 4.0336F;
    Node node;
    node.id = "option.control";
    node.role = Role::radio;
    node.name = "That is a way of controlling someone";
    node.checked = node.focused = true;
    node.rect = {84.4F, 553.6F, 1150, 104};
    node.language = "en";
    node.foreground = rgb(0x12343B);
    node.background = rgb(0xCFE8E3);
    node.cap_px = 24.13F;
    node.action = visit::Action{visit::Choose{"control"}};
    scene.nodes.push_back(node);
    CHECK(dump(scene, "2026-11-23T10:00:12", 412, std::nullopt) == nlohmann::json::parse(R"({
        "screen":"survey.question","language":"en","direction":"ltr","size_px":[1920,1080],"px_per_mm":4.03,
        "text_size":"standard","now":"2026-11-23T10:00:12","speaking":null,"frames_drawn":412,
        "nodes":[{"id":"option.control","role":"radio","name":"That is a way of controlling someone","value":"",
                  "state":["checked","focused"],"rect":[84,554,1150,104],"lang":"en","fg":"#12343B","bg":"#CFE8E3",
                  "cap_px":24.1,"cut":false,"action":true}]})"));
}

TEST_CASE("scene: roles have the contract's names", "[scene]") {
    const std::vector<std::string> names = {"heading", "text",     "image",  "film",     "button", "link",
                                            "radio",   "checkbox", "slider", "progress", "alert",  "dialog"};
    for (std::size_t i = 0; i < names.size(); ++i) CHECK(name_of(static_cast<Role>(i)) == names[i]);
}

TEST_CASE("scene: screens have the contract's ids", "[scene]") {
    using namespace talkpoint::tests;
    using namespace talkpoint::visit;
    visit::Catalogue catalogue;
    catalogue.packs.push_back(Author{false}.pack("pack", 2));
    catalogue.surveys.push_back(Author{false}.survey("survey", survey::Feedback::each));
    Stage stage{std::move(catalogue), {1920, 1080}};
    const auto after = [&](const Action& action) {
        (void)stage.act(action);
        return stage.scene().screen;
    };
    CHECK(stage.scene().screen == "attract");
    CHECK(after(Begin{}) == "home");
    CHECK(after(OpenTopic{"pack"}) == "topic.pack");
    CHECK(after(OpenMessage{"pack", "message-1"}) == "message.message-1");
    CHECK(after(GetHelp{}) == "help");
    CHECK(after(OpenSurvey{"survey"}) == "help");
    CHECK(after(Home{}) == "home");
    CHECK(after(OpenSurvey{"survey"}) == "survey.intro");
    CHECK(after(StartSurvey{}) == "survey.question");
    (void)after(Choose{stage.visit.session()->options()[0]->id});
    CHECK(after(Continue{}) == "survey.check");
    CHECK(after(Continue{}) == "survey.question");
    while (stage.visit.session()) (void)after(Skip{});
    CHECK(stage.scene().screen == "survey.saving");
    CHECK(after(Saved{stage.submitted}) == "survey.thanks");
    stage.tick(base::Millis{45'000});
    CHECK(stage.scene().screen == "idle-warning");
    CHECK(after(Hide{}) == "hidden");
}

TEST_CASE("scene: the labels that scripts rely on", "[scene]") {
    const auto strings = tests::interface_strings();
    const std::vector<std::pair<std::string, std::string>> labels = {{"survey.start", "Start"},
                                                                     {"continue", "Continue"},
                                                                     {"back", "Back"},
                                                                     {"question.skip", "Skip this question"},
                                                                     {"question.prefer_not", "Prefer not to say"},
                                                                     {"survey.stop", "Stop"},
                                                                     {"survey.finish", "Finish"},
                                                                     {"home_button", "Home"},
                                                                     {"hide", "Hide this page"},
                                                                     {"help.open", "Get help"},
                                                                     {"idle.stay", "I am still here"}};
    for (const auto& [key, label] : labels) CHECK(strings(key) == label);
}
