// A pack while somebody writes it: the kiosk in this process, the files changed under it, and the lines that
// talkpointctl would write.
#include "author.hpp"
#include "catch.hpp"

#include <array>
#include <string>
#include <string_view>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("preview: new words are seen at once, on the same page, and when they were read") {
    Author author;
    author.go_to_first_message();
    author.tap("Continue");
    REQUIRE(author.sees("Page two."));
    CHECK(author.name_of("preview.state") == "Reading the pack …");
    author.pack("messages/first.md", message("The first", {"Page one.", "Other words.", "Page three."}));
    author.says();
    CHECK(author.sees("Other words."));
    CHECK_FALSE(author.sees("Page two."));
    CHECK(author.name_of("preview.state") == "Nothing to mend. Read at 10:00:01.");
}

TEST_CASE("preview: a place's message over the pack's is seen, and what is wrong with it stands with it") {
    Author author;
    author.stand_in_place();
    author.go_to_first_message();
    REQUIRE(author.sees("Page one."));
    author.over("pictures/ours.svg", square_of("#f00"));
    author.over("messages/first.md", message("Ours", {"Our hall.\n\n![It](pictures/ours.svg)"}));
    author.says(R"([{"file":"messages/second.md","line":0,"text":"elsewhere","error":false},)"
                R"({"file":"sites/here/small/messages/first.md","line":2,"text":"of it","error":false},)"
                R"({"file":"sites/here/small/pictures/ours.svg","line":0,"text":"of its picture","error":false}])");
    CHECK(author.sees("Our hall."));
    CHECK(author.name_of("preview.group.0") == "This message");
    CHECK(author.name_of("preview.problem.0.place") == "sites/here/small/messages/first.md, line 2");
    CHECK(author.name_of("preview.problem.1.text") == "of its picture");
    CHECK(author.name_of("preview.group.1") == "Elsewhere");
    CHECK(author.name_of("preview.problem.2.text") == "elsewhere");
}

TEST_CASE("preview: a message that is broken stays as it last was, and is mended") {
    Author author;
    author.go_to_first_message();
    author.pack("messages/first.md", "+++\ntitle = \n+++\nBroken words.\n");
    author.says(R"([{"file":"messages/second.md","line":0,"text":"has no sources","error":true},)"
                R"({"file":"messages/first.md","line":2,"text":"has no value; write one","error":true},)"
                R"({"file":"messages/first.pl.md","line":0,"text":"is old","error":false}])");
    CHECK(author.scene().screen == "message.first");
    CHECK(author.sees("Page one."));
    CHECK(author.name_of("preview.state").starts_with("2 errors, 1 warning."));
    // That of the page comes first, errors before warnings, each with a word for what it is.
    CHECK(author.name_of("preview.group.0") == "This message");
    CHECK(author.name_of("preview.problem.0.kind") == "Error");
    CHECK(author.name_of("preview.problem.0.place") == "messages/first.md, line 2");
    CHECK(author.name_of("preview.problem.0.text") == "has no value; write one");
    CHECK(author.scene().node("preview.problem.0.text")->role == ui::Role::alert);
    CHECK(author.name_of("preview.problem.1.kind") == "Warning");
    CHECK(author.name_of("preview.group.1") == "Elsewhere");
    CHECK(author.name_of("preview.problem.2.place") == "messages/second.md");
    // Its card, too, stands where it stood.
    author.tap("Back");
    CHECK(author.sees("The first"));
    author.tap("The first");
    author.pack("messages/first.md", message("The first", {"Mended words."}));
    author.says();
    CHECK(author.sees("Mended words."));
    CHECK_FALSE(author.scene().node("preview.problem.0.text"));
}

TEST_CASE("preview: help lines that are broken stay as they last were") {
    Author author;
    author.pack("help.toml", "[[line]]\nid = \"kind\"\nname = \"Kind people\"\nfor = \"Sad?\"\nphone = \"0123\"\n");
    author.go_to_first_message();
    author.tap("help");
    CHECK(author.sees("Sad?"));
    author.pack("help.toml", "[[line\n");
    author.says(R"([{"file":"help.toml","line":1,"text":"is broken; mend it","error":true}])");
    CHECK(author.scene().screen == "help");
    CHECK(author.sees("Sad?"));
    author.remove("help.toml");
    author.says("[]");
    CHECK_FALSE(author.sees("Sad?"));
}

TEST_CASE("preview: pages come and go, and nobody is left on one that is gone") {
    Author author;
    author.go_to_first_message();
    author.tap("Continue");
    author.tap("Continue");
    author.pack("messages/first.md", message("The first", {"Page one.", "Page two.", "Page three.", "Page four."}));
    author.says();
    CHECK(author.sees("Page three."));
    author.tap("Continue");
    CHECK(author.sees("Page four."));
    author.pack("messages/first.md", message("The first", {"Page one.", "Page two."}));
    author.says();
    CHECK(author.sees("Page two."));
    author.remove("messages/first.md");
    author.says();
    CHECK(author.scene().screen == "topic.small");
    CHECK_FALSE(author.sees("The first"));
    CHECK(author.sees("The second"));
    author.pack("messages/third.md", message("The third", {"New."}));
    author.says();
    CHECK(author.sees("The third"));
}

TEST_CASE("preview: a picture of the same name with other bytes is another picture") {
    Author author;
    author.pack("pictures/square.svg", square_of("#ff0000"));
    const auto text =
        message("The first", {"Page one."}, "picture = \"pictures/square.svg\"\npicture_alt = \"A square\"\n");
    author.pack("messages/first.md", text);
    author.go_to_first_message();
    REQUIRE(author.picture());
    REQUIRE(author.color_of(*author.picture()) == std::array{255, 0, 0});
    author.pack("pictures/square.svg", square_of("#0000ff"));
    author.says();
    CHECK(author.color_of(*author.picture()) == std::array{0, 0, 255});
    author.pack("pictures/square.svg", "no drawing");
    author.says();
    CHECK(author.color_of(*author.picture()) != std::array{0, 0, 255});
    author.pack("pictures/square.svg", square_of("#00ff00"));
    author.says();
    CHECK(author.color_of(*author.picture()) == std::array{0, 255, 0});
}

TEST_CASE("preview: a pack that cannot be read stays as it was") {
    Author author;
    author.go_to_first_message();
    author.pack("pack.toml", "id = ");
    author.says(R"([{"file":"pack.toml","line":1,"text":"is no TOML","error":true}])");
    CHECK(author.sees("Page one."));
    CHECK_THAT(author.name_of("preview.state"), ContainsSubstring("you see it as it was before"));
    CHECK(author.scene().node("preview.state")->role == ui::Role::alert);
}

TEST_CASE("preview: a pack that is not there yet is awaited") {
    Author early;
    early.remove("");
    early.open();
    early.says(R"([{"file":"small","line":0,"text":"there is no such folder","error":true}])");
    CHECK_THAT(early.name_of("preview.state"), ContainsSubstring("there is nothing to show"));
    CHECK(early.sees("there is no such folder"));
    early.press(platform::KeyName::enter);
    early.touch(640, 360);
    early.pack("pack.toml", small_pack);
    early.pack("messages/first.md", message("The first", {"Page one."}));
    early.says();
    CHECK(early.sees("Small pack"));
}

TEST_CASE("preview: a survey goes on at its question, with other words and with other options") {
    Author author;
    author.open();
    author.touch(448, 360);
    author.tap("survey.kinds");
    author.tap("Start");
    author.tap("skip");
    REQUIRE(author.sees("Which ones?"));
    author.tap("Bread");
    std::string text{every_kind};
    text.replace(text.find("Which ones?"), 11, "Which of them?");
    author.pack("surveys/kinds.toml", text);
    author.says();
    CHECK(author.sees("Which of them?"));
    const auto bread = std::ranges::find(author.scene().nodes, std::string{"Bread"}, &ui::Node::name);
    REQUIRE(bread != author.scene().nodes.end());
    CHECK(bread->checked);
    text.replace(text.find("text = \"Cheese\" }"), 17, R"(text = "Cheese" }, { id = "d", text = "Dates" })");
    author.pack("surveys/kinds.toml", text);
    author.says();
    CHECK(author.sees("Which of them?"));
    CHECK(author.sees("Dates"));
    author.remove("surveys/kinds.toml");
    author.says();
    CHECK(author.scene().screen == "home");
}

TEST_CASE("preview: languages appear with their files, begin where asked for, and have keys") {
    Author author{"pl"};
    author.open();
    CHECK(author.scene().language == "pl");  // of which there is no file yet
    author.press(platform::KeyName::f9);
    CHECK(author.scene().language == "en");
    author.pack("messages/first.ro.md",
                "+++\ntitle = \"Prima\"\nsummary = \"Da.\"\n+++\nPagina unu.\n\n---\n\nDoi.\n\n---\n\nTrei.\n");
    author.says();
    author.press(platform::KeyName::f9);
    CHECK(author.scene().language == "ro");
    CHECK_THAT(author.name_of("preview.note.0"), ContainsSubstring("Română"));
    author.tap("topic.small");
    CHECK(author.sees("Prima"));
    author.pack("messages/first.ro.md", "+++\ntitle = ");  // broken: as it last was
    author.says();
    CHECK(author.sees("Prima"));
    author.press(platform::KeyName::f10);
    CHECK(author.scene().large_text);
    CHECK(author.scene().screen == "topic.small");
    CHECK_THAT(author.name_of("preview.note.0"), ContainsSubstring("F10 large text: on"));
    author.press(platform::KeyName::f10);
    author.press(platform::KeyName::f11);
    CHECK_FALSE(author.scene().large_text);
    CHECK_THAT(author.name_of("preview.note.0"), ContainsSubstring("F11 contrast: on"));
}

TEST_CASE("preview: the strip is beside the screen or under it, and no touch on it means anything") {
    for (const auto& [width, height] : {std::pair{1280, 720}, std::pair{800, 1280}, std::pair{320, 320}}) {
        INFO(width << "x" << height);
        Author author{"", width, height};
        author.open();
        std::string many = "[";
        for (int i = 0; i < 300; ++i)
            many += joined(i > 0 ? "," : "",
                           R"({"file":"messages/first.md","line":3,"text":"is wrong; mend it","error":true})");
        author.says(many + "]");
        const auto [screen, strip] = ui::halves_of(author.scene().size);
        author.touch(strip.x + strip.w / 2, strip.y + strip.h / 2);
        CHECK(author.scene().screen == "attract");
        for (const auto& node : author.scene().nodes) {
            INFO(node.id << " " << node.name);
            const bool of_strip = node.id.starts_with("preview.");
            CHECK(node.rect.touches(of_strip ? strip : screen));
            CHECK_FALSE((of_strip && node.action));
            CHECK_FALSE((of_strip && width > 320 && node.cut));
        }
        if (width > 320) CHECK_THAT(author.name_of("preview.more"), ContainsSubstring("more; talkpointctl check"));
        author.touch(screen.x + screen.w / 2, screen.y + screen.h / 2);
        CHECK(author.scene().screen == "home");
    }
}

TEST_CASE("preview: nobody is sent away, and what makes no sense is said") {
    Author author;
    author.go_to_first_message();
    author.wait(base::Millis{3'600'000});
    CHECK(author.scene().screen == "message.first");
    for (const auto* line : {"nonsense\n", "{}\n", "{\"problems\":3}\n", "{\"problems\":[3]}\n", "\n"}) {
        author.says_nonsense(line);
        CHECK_THAT(author.name_of("preview.state"), ContainsSubstring("cannot be read"));
    }
    author.says_nonsense("{\"problems\":[{}]}");  // no whole line yet
    CHECK_THAT(author.name_of("preview.state"), ContainsSubstring("cannot be read"));
    author.says_nonsense("\n{\"prob");
    CHECK_THAT(author.name_of("preview.state"), ContainsSubstring("1 error"));
    CHECK(author.sees("Page one."));
}

TEST_CASE("preview: a pack of many files is read in no time") {
    Author author;
    for (int i = 0; i < 500; ++i)
        author.pack("messages/m" + std::to_string(i) + ".md",
                    message("Message " + std::to_string(i), {"One.", "Two."}));
    author.go_to_first_message();
    author.pack("messages/first.md", message("The first", {"Other words."}));
    CHECK(cpu_seconds([&] { author.says(); }) < 2);
    CHECK(author.sees("Other words."));
}
