// The reader alone, with a voice that writes down what it would say: what is new is said, once, and nothing else.
#include "catch.hpp"

#include "kiosk_runs.hpp"
#include "media/written_voice.hpp"
#include "shell/reader.hpp"

#include <sstream>

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;

namespace {

pack::Strings strings_of(const std::string& language) {
    base::Problems problems;
    return pack::Strings::load(std::filesystem::path{TALKPOINT_SOURCE} / "assets/strings" / (language + ".toml"),
                               problems);
}

ui::Node words(ui::Role role, std::string name) {
    ui::Node node;
    node.id = name;
    node.role = role;
    node.name = std::move(name);
    node.language = "en";
    return node;
}

ui::Node control(std::string name) {
    ui::Node node = words(ui::Role::button, std::move(name));
    node.action = visit::Action{visit::Continue{}};
    return node;
}

/// Somebody who sees nothing, and the frames that would be shown.
class Blind {
  public:
    Blind() {
        settings.reading = true;
        scene.screen = "home";
        scene.nodes = {words(ui::Role::heading, "First"), words(ui::Role::text, "Second"), control("One"),
                       control("Two")};
    }

    void look() { reader.look({scene, strings, settings, place, ears}); }
    /// Many frames pass, and then it is silent: each line is what was said to its end, or cut off.
    std::vector<std::string> listen(base::Millis duration = 60s) {
        look();
        for (const auto end = now + duration; now < end; now += 100ms) {
            look();
            sound.tick(now);
        }
        return take();
    }
    /// What has been said or cut off since: "said: words".
    std::vector<std::string> take() {
        std::vector<std::string> out;
        for (const auto& line : lines_in(spoken->str())) {
            const auto language = line.find('\t'), how = line.find('\t', language + 1), text = line.find('\t', how + 1);
            out.push_back(line.substr(how + 1, text - how - 1) + ": " + line.substr(text + 1));
        }
        spoken->str({});
        return out;
    }
    void focus(std::size_t index) {
        for (auto& node : scene.nodes) node.focused = false;
        scene.nodes.at(index).focused = true;
    }

    std::shared_ptr<std::ostringstream> spoken = std::make_shared<std::ostringstream>();
    media::Sound sound{std::make_unique<media::WrittenVoice>(spoken)};
    shell::Reader reader{sound};
    ui::Scene scene;
    pack::Strings strings = strings_of("en");
    visit::Settings settings;
    std::string place = "home";
    ui::Ears ears = ui::Ears::own;
    base::Millis now{1000};
};

using Lines = std::vector<std::string>;
const Lines page = {"said: First", "said: Second", "said: One, button", "said: Two, button"};

Lines after(std::string first, Lines rest) {
    rest.insert(rest.begin(), std::move(first));
    return rest;
}

}  // namespace

TEST_CASE("reader: says that it begins, then the page, and nothing twice in however many frames", "[reader]") {
    Blind person;
    CHECK(person.listen() == after("said: Reading aloud is on.", page));
    CHECK(person.listen().empty());
}

TEST_CASE("reader: nothing is said before it is asked to", "[reader]") {
    Blind person;
    person.settings.reading = false;
    person.focus(2);
    CHECK(person.listen().empty());
    person.place = "another";
    person.settings.volume = 90;
    ++person.settings.again;
    CHECK(person.listen().empty());
}

TEST_CASE("reader: a new page ends what is being said, and is said from its beginning", "[reader]") {
    Blind person;
    (void)person.listen(500ms);
    person.place = "topic";
    person.scene.nodes = {words(ui::Role::heading, "Another page")};
    CHECK(person.listen() == Lines{"cut off: Reading aloud is on.", "said: Another page"});
    // The same words on another page are said again.
    person.place = "another topic";
    CHECK(person.listen() == Lines{"said: Another page"});
}

TEST_CASE("reader: on the same page the focus is said, and what changes under it", "[reader]") {
    Blind person;
    (void)person.listen();
    person.focus(3);
    CHECK(person.listen() == Lines{"said: Two, button"});
    person.scene.nodes[3].checked = true;
    CHECK(person.listen() == Lines{"said: Two, button, chosen"});
    person.focus(2);
    person.look();
    person.focus(3);  // before a word was out
    CHECK(person.listen() == Lines{"cut off: One, button", "said: Two, button, chosen"});
    for (auto& node : person.scene.nodes) node.focused = false;
    CHECK(person.listen().empty());
    // What nobody touches may change without a word: the next slide, the time.
    person.scene.nodes[1].name = "Other words";
    CHECK(person.listen().empty());
}

TEST_CASE("reader: an alert is said once, and before the focus; the mark of a rehearsal is none", "[reader]") {
    Blind person;
    auto mark = words(ui::Role::alert, "Rehearsal");
    mark.id = "rehearsal";
    (void)person.listen();
    person.scene.nodes.push_back(mark);
    CHECK(person.listen().empty());
    person.scene.nodes.pop_back();
    person.scene.nodes.push_back(words(ui::Role::alert, "Choose an answer first"));
    person.focus(2);
    CHECK(person.listen() == Lines{"said: Choose an answer first"});
    person.focus(3);
    CHECK(person.listen() == Lines{"said: Two, button"});
    person.scene.nodes.pop_back();
    CHECK(person.listen().empty());
    person.scene.nodes.push_back(words(ui::Role::alert, "Choose an answer first"));
    CHECK(person.listen() == Lines{"said: Choose an answer first"});
}

TEST_CASE("reader: again, as often as it is asked for", "[reader]") {
    Blind person;
    (void)person.listen();
    for (int i = 0; i < 3; ++i) {
        ++person.settings.again;
        CHECK(person.listen() == page);
    }
}

TEST_CASE("reader: held in the middle of a word, and going on where it was", "[reader]") {
    Blind person;
    (void)person.listen(500ms);
    person.settings.paused = true;
    CHECK(person.listen().empty());
    CHECK(person.sound.speaking());
    person.settings.paused = false;
    CHECK(person.listen() == after("said: Reading aloud is on.", page));
}

TEST_CASE("reader: how loud it is now is said, and from then on it is", "[reader]") {
    Blind person;
    (void)person.listen();
    person.settings.volume = 70;
    CHECK(person.listen() == Lines{"said: Volume 70 percent"});
    // With a page beside it, the page is heard and is loud enough to tell.
    person.settings.volume = 80;
    person.place = "another";
    CHECK(person.listen() == page);
}

TEST_CASE("reader: another language says the page again, with its own voice", "[reader]") {
    Blind person;
    (void)person.listen();
    person.strings = strings_of("pl");
    person.place = "home in Polish";
    (void)person.listen();
    person.focus(2);
    person.look();
    const auto* said = person.sound.speaking();
    REQUIRE(said);
    CHECK(said->language == "en");  // the name of this control
    person.settings.volume = 70;
    person.look();
    said = person.sound.speaking();
    REQUIRE(said);
    CHECK(said->language == "pl");
    CHECK(said->text != "Volume 70 percent");
}

TEST_CASE("reader: an answer is said to the person's ears alone", "[reader]") {
    Blind person;
    person.ears = ui::Ears::everybodys;
    auto answer = control("Bread");
    answer.role = ui::Role::radio;
    answer.answer = true;
    answer.position = 1, answer.total = 2;
    person.scene.nodes = {words(ui::Role::heading, "Which one?"), answer};
    const auto heard = [&] {
        std::string all;
        for (const auto& line : person.listen()) all += line + "\n";
        return all;
    };
    CHECK(heard().find("Bread") == std::string::npos);
    ++person.settings.again;
    CHECK(heard().find("Bread") == std::string::npos);
    person.focus(1);
    CHECK(heard() == "said: Answer 1 of 2\n");
    person.scene.nodes[1].checked = true;
    CHECK(heard().empty());  // not even that something was chosen
    person.ears = ui::Ears::own;
    ++person.settings.again;
    CHECK(heard().find("Bread, one to choose, chosen") != std::string::npos);
}

TEST_CASE("reader: the warning is said once, however its seconds run", "[reader]") {
    Blind person;
    (void)person.listen();
    person.place = "idle-warning";
    person.scene.screen = "idle-warning";
    Lines all;
    for (int seconds = 20; seconds > 0; --seconds) {
        person.scene.nodes = {words(ui::Role::dialog, "Are you still there?"),
                              words(ui::Role::heading, "Are you still there?"),
                              words(ui::Role::alert, std::to_string(seconds) + " seconds"), control("I am still here")};
        for (auto& line : person.listen(1s)) all.push_back(std::move(line));
    }
    CHECK(all == Lines{"said: Are you still there?", "said: 20 seconds", "said: I am still here, button"});
}

TEST_CASE("reader: who ends it hears that it worked; when the visit has ended nobody hears anything", "[reader]") {
    for (const std::string screen : {"home", "attract", "hidden"}) {
        Blind person;
        (void)person.listen(500ms);
        person.settings.reading = false;
        person.scene.screen = person.place = screen;
        const auto heard = person.listen();
        INFO(screen);
        CHECK(heard.front() == "cut off: Reading aloud is on.");
        CHECK(heard.size() == (screen == "home" ? 2 : 1));
        if (screen == "home") CHECK(heard.back() == "said: Reading aloud is off.");
        CHECK_FALSE(person.sound.speaking());
        person.focus(2);
        CHECK(person.listen().empty());
        person.settings.reading = true;  // the next person
        CHECK(person.listen() == after("said: Reading aloud is on.", page));
    }
}

TEST_CASE("reader: who does something else is not talked to, until there is something new", "[reader]") {
    Blind person;
    (void)person.listen(500ms);
    person.reader.interrupt();
    CHECK(person.listen() == Lines{"cut off: Reading aloud is on."});
    person.focus(2);
    CHECK(person.listen() == Lines{"said: One, button"});
}

TEST_CASE("reader: it knows a page, which ends, from words that may come for ever", "[reader]") {
    Blind person;
    person.look();
    CHECK(person.reader.reads_page());
    person.focus(2);
    person.look();
    CHECK_FALSE(person.reader.reads_page());
    ++person.settings.again;
    person.look();
    CHECK(person.reader.reads_page());
}
