// What is said of each kind of thing on a screen, and of a whole page.
#include "ui/reading.hpp"

#include "catch.hpp"
#include "ui/stage.hpp"
#include "ui/words.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace talkpoint::ui;

namespace {

const pack::Strings english = interface_strings();

Node node(Role role, std::string name, std::string language = "en") {
    Node node;
    node.id = name;
    node.role = role;
    node.name = std::move(name);
    node.language = std::move(language);
    return node;
}

Node control(Role role, std::string name) {
    Node out = node(role, std::move(name));
    out.action = visit::Action{visit::Continue{}};
    return out;
}

/// The second of three options of a question.
Node option(Role role, std::string name, bool checked) {
    Node out = control(role, std::move(name));
    out.checked = checked;
    out.answer = true;
    out.position = 2;
    out.total = 3;
    return out;
}

using Words = std::vector<std::string>;

Words texts(const std::vector<Said>& all) {
    Words out;
    for (const auto& said : all) out.push_back(said.text);
    return out;
}

std::string said_of(const Node& node, Ears ears = Ears::own) {
    const auto words = texts(words_of_node(node, english, ears));
    CHECK(words.size() == 1);
    return words.empty() ? "" : words.front();
}

Scene scene_of(std::vector<Node> nodes) {
    Scene scene;
    scene.screen = "test";
    scene.nodes = std::move(nodes);
    return scene;
}

Words page(const Scene& scene, Ears ears = Ears::own) { return texts(words_of_page(scene, english, ears)); }

bool anybody_says(const Words& words, std::string_view part) {
    return std::ranges::any_of(words, [&](const std::string& said) { return said.find(part) != std::string::npos; });
}

/// A survey of one question of each kind, each explained after its answer.
visit::Catalogue one_of_each() {
    visit::Catalogue catalogue;
    catalogue.packs.push_back(Author{false}.pack("pack", 2));
    const Author author{false};
    auto survey = author.survey("survey", survey::Feedback::each);
    survey.questions.clear();
    using Kind = survey::QuestionKind;
    for (const auto kind : {Kind::choice, Kind::choices, Kind::scale, Kind::sort})
        survey.questions.push_back(author.question(kind, 3, true));
    catalogue.surveys.push_back(std::move(survey));
    return catalogue;
}

/// Whatever is asked for: every option, in order.
void answer(Stage& stage) {
    if (stage.visit.place().screen != visit::Screen::survey_question) return;
    for (const auto* option : stage.visit.session()->options()) (void)stage.act(visit::Choose{option->id});
}

}  // namespace

TEST_CASE("reading: words are said as they are; what can be done says what it is", "[reading]") {
    for (const auto role : {Role::heading, Role::text, Role::alert, Role::progress})
        CHECK(said_of(node(role, "Some words")) == "Some words");
    CHECK(said_of(control(Role::button, "Continue")) == "Continue, button");
    CHECK(said_of(control(Role::link, "Skip this question")) == "Skip this question, link");
    CHECK(said_of(node(Role::dialog, "Are you still there?")) == "Are you still there? notice");
    CHECK(said_of(node(Role::image, "Two friends")).find("Two friends") != std::string::npos);
    CHECK(said_of(node(Role::image, "Two friends")) != "Two friends");
}

TEST_CASE("reading: what is chosen, ticked, or neither is said, with its place among its like", "[reading]") {
    CHECK(said_of(option(Role::radio, "Bread", false)) == "Bread, one to choose, not chosen, 2 of 3");
    CHECK(said_of(option(Role::radio, "Bread", true)) == "Bread, one to choose, chosen, 2 of 3");
    CHECK(said_of(option(Role::checkbox, "Bread", false)) == "Bread, tick box, not ticked, 2 of 3");
    CHECK(said_of(option(Role::checkbox, "Bread", true)) == "Bread, tick box, ticked, 2 of 3");
    Node sorted = option(Role::checkbox, "Bread", true);
    sorted.value = "3";
    CHECK(said_of(sorted) == "Bread, tick box, number 3, 2 of 3");
    Node setting = control(Role::checkbox, "Larger text");
    CHECK(said_of(setting) == "Larger text, tick box, not ticked");
    setting.checked = true;
    CHECK(said_of(setting) == "Larger text, tick box, ticked");
    Node louder = control(Role::button, "Louder");
    louder.value = "60 %";
    CHECK(said_of(louder) == "Louder, 60 %, button");
    Node answers = control(Role::button, "Say the answers aloud");
    answers.checked = true;
    CHECK(said_of(answers) == "Say the answers aloud, button, chosen");
}

TEST_CASE("reading: an answer that is explained is fixed, and the kiosk's note about it is said", "[reading]") {
    for (const auto role : {Role::radio, Role::checkbox}) {
        Node fixed = option(role, "Bread", true);
        fixed.action.reset();
        fixed.disabled = true;
        fixed.value = "Your answer";
        const bool radio = role == Role::radio;
        CHECK(said_of(fixed) == std::string{"Bread, "} + (radio ? "one to choose, chosen" : "tick box, ticked") +
                                    ", Your answer, cannot be changed now, 2 of 3");
    }
}

TEST_CASE("reading: two languages in one thing are two voices", "[reading]") {
    Node polish = control(Role::radio, "Polski");
    polish.language = "pl";
    polish.position = 1;
    polish.total = 2;
    CHECK(words_of_node(polish, english, Ears::own) ==
          std::vector<Said>{{"Polski", "pl", {}}, {"one to choose, not chosen, 1 of 2", "en", {}}});
    // Words alone have no second half, in whatever language they are.
    CHECK(words_of_node(node(Role::text, "Cześć", "pl"), english, Ears::own) == std::vector<Said>{{"Cześć", "pl", {}}});
    // Easy Read is English to a voice.
    const auto easy = words_of_node(control(Role::button, "Go on"), interface_strings("easy"), Ears::own);
    REQUIRE(easy.size() == 1);
    CHECK(easy[0].language == "en");
}

TEST_CASE("reading: everybody's ears hear of an answer nothing but where it stands", "[reading]") {
    for (const auto role : {Role::radio, Role::checkbox})
        for (const bool checked : {false, true}) {
            Node secret = option(role, "Bread", checked);
            secret.value = checked ? "1" : "Your answer";
            CHECK(said_of(secret, Ears::everybodys) == "Answer 2 of 3");
            secret.disabled = true;
            CHECK(said_of(secret, Ears::everybodys) == "Answer 2 of 3");
        }
}

TEST_CASE("reading: a page is said in its order, without the frame; its pictures and controls too", "[reading]") {
    Scene scene = scene_of({node(Role::progress, "Question 1 of 4"), node(Role::heading, "Which one?"),
                            node(Role::alert, "Choose an answer first"), node(Role::image, ""),
                            node(Role::image, "A loaf"), option(Role::radio, "Bread", true),
                            control(Role::button, "Continue"), control(Role::button, "Get help")});
    scene.nodes.back().frame = true;
    const auto picture = said_of(scene.nodes[4]);
    scene.nodes.insert(scene.nodes.begin(), node(Role::dialog, "Notice"));  // its title says the same
    CHECK(page(scene) == Words{"Question 1 of 4", "Which one?", "Choose an answer first", picture,
                               "Bread, one to choose, chosen, 2 of 3", "Continue, button"});
    const auto quiet = page(scene, Ears::everybodys);
    CHECK_FALSE(anybody_says(quiet, "Bread"));
    CHECK_FALSE(anybody_says(quiet, "chosen"));
    CHECK_FALSE(anybody_says(quiet, english("reading.answers_quiet")));  // there is no such button here
    Node answers = control(Role::button, "Say the answers aloud");
    answers.id = "answers";
    scene.nodes.push_back(answers);
    CHECK(anybody_says(page(scene, Ears::everybodys), english("reading.answers_quiet")));
    CHECK(page(scene_of({})).empty());
}

TEST_CASE("reading: a recording is in place of the words that it says, and of nothing else", "[reading]") {
    Scene scene = scene_of({node(Role::heading, "Friends"), node(Role::image, "Two friends"),
                            node(Role::text, "They listen."), control(Role::button, "Continue")});
    scene.language = "easy";
    scene.recording = "/pack/friends.opus";
    const auto words = words_of_page(scene, english, Ears::own);
    REQUIRE(words.size() == 3);
    CHECK(words[0] == Said{"Friends, They listen.", "en", "/pack/friends.opus"});
    CHECK(words[1].recording.empty());
    CHECK(words[2] == Said{"Continue, button", "en", {}});
}

TEST_CASE("reading: every screen in every language is said in words, never in the keys of the strings", "[reading]") {
    const auto folder = std::filesystem::path{TALKPOINT_SOURCE} / "assets/strings";
    const auto languages = pack::interface_languages(folder);
    CHECK(languages.size() >= 5);
    for (const auto& language : languages) {
        INFO(language);
        base::Problems problems;
        const auto own = pack::Strings::load(folder / (language + ".toml"), problems);
        CHECK(problems.empty());
        // Not only what these screens happen to say: everything that a reading may ask for.
        for (const auto& [key, text] : english.texts())
            if (key.starts_with("reading.") || key.starts_with("role.") || key.starts_with("state.")) {
                INFO(key);
                CHECK(own.has(key));
            }
        Stage stage{one_of_each(), Manner{.language = language, .reading = true}};
        const auto listen = [&] {
            const auto scene = stage.scene();
            INFO(scene.screen);
            auto all = words_of_page(scene, stage.strings, Ears::own);
            for (const auto ears : {Ears::own, Ears::everybodys})
                for (const auto& node : scene.nodes)
                    for (auto& said : words_of_node(node, stage.strings, ears)) all.push_back(std::move(said));
            CHECK_FALSE(all.empty());
            for (const auto& said : all) {
                INFO(said.text);
                CHECK_FALSE(said.language.empty());
                CHECK(said.text.find_first_of("{}") == std::string::npos);
                for (const auto& [key, text] : english.texts())
                    if (key.find('.') != std::string::npos && said.text.find(key) != std::string::npos)
                        FAIL_CHECK("says the key " << key);
            }
        };
        using namespace visit;
        for (const Action& action : std::vector<Action>{Begin{}, OpenTopic{"pack"}, OpenMessage{"pack", "message-1"},
                                                        GetHelp{}, OpenSettings{}, OpenLanguages{}, Home{},
                                                        OpenSurvey{"survey"}, StartSurvey{}, Continue{}}) {
            (void)stage.act(action);
            listen();
        }
        while (stage.visit.session()) {
            answer(stage);
            listen();
            (void)stage.act(Continue{});
        }
        listen();
        (void)stage.act(Saved{stage.submitted});
        listen();
        stage.tick(base::Millis{45'000});
        listen();
    }
}

TEST_CASE("reading: on a loudspeaker no screen says an answer, nor whether it was right", "[reading]") {
    auto catalogue = one_of_each();
    for (auto& question : catalogue.surveys.back().questions)
        for (auto& option : question.options) option.text = "Secret " + option.id;
    Stage stage{std::move(catalogue), Manner{.reading = true}};
    using namespace visit;
    for (const Action& action : std::vector<Action>{Begin{}, OpenSurvey{"survey"}, StartSurvey{}})
        (void)stage.act(action);
    int explained = 0;
    while (stage.visit.session()) {
        answer(stage);
        const auto scene = stage.scene();
        INFO(scene.screen);
        if (const auto* verdict = scene.node("check.verdict")) {
            ++explained;
            CHECK(anybody_says(page(scene), verdict->name));
            CHECK_FALSE(anybody_says(page(scene, Ears::everybodys), verdict->name));
            CHECK(words_of_node(*verdict, english, Ears::everybodys).empty());
        }
        CHECK(anybody_says(page(scene), "Secret"));
        CHECK_FALSE(anybody_says(page(scene, Ears::everybodys), "Secret"));
        for (const auto& node : scene.nodes)
            CHECK_FALSE(anybody_says(texts(words_of_node(node, english, Ears::everybodys)), "Secret"));
        (void)stage.act(Continue{});
    }
    CHECK(explained == 4);
}
