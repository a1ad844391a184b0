// A pack while somebody writes it: the kiosk in this process, the files changed under it, and the lines that
// talkpointctl would write.
#include "catch.hpp"
#include "config/find_assets.hpp"
#include "kiosk_runs.hpp"
#include "shell/kiosk.hpp"
#include "shell/pack_preview.hpp"

#include <unistd.h>

#include <array>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::string_view square = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">)"
                                    R"(<rect width="10" height="10" fill="%"/></svg>)";

std::string square_of(std::string_view color) {
    std::string svg{square};
    return svg.replace(svg.find('%'), 1, color);
}

std::string message(std::string_view title, const std::vector<std::string_view>& pages, std::string_view keys = {}) {
    std::string text =
        joined("+++\ntitle = \"", title, "\"\nsummary = \"A summary.\"\naudiences = [\"adult\"]\nattract = true\n",
               "sources = [\"us\"]\nreview_due = 2099-01-01\n", keys, "+++\n");
    for (std::size_t i = 0; i < pages.size(); ++i) text += joined(i > 0 ? "\n---\n\n" : "", pages[i], "\n");
    return text;
}

class Author {
  public:
    explicit Author(std::string language = {}, int width = 1280, int height = 720) : language_(std::move(language)) {
        pack("pack.toml", small_pack);
        pack("messages/first.md", message("The first", {"Page one.", "Page two.", "Page three."}));
        pack("messages/second.md", message("The second", {"Another."}));
        pack("surveys/kinds.toml", every_kind);
        REQUIRE(::pipe(pipe_.data()) == 0);
        window_ = std::move(*platform::Window::open({platform::WindowOptions::Kind::headless, width, height, 0}));
        canvas_ = std::move(*platform::Canvas::create(*window_));
    }
    ~Author() {
        for (const int end : pipe_) ::close(end);
    }
    Author(const Author&) = delete;
    Author& operator=(const Author&) = delete;

    void pack(const std::string& file, std::string_view text) { folder_.write("small/" + file, text); }
    void remove(const std::string& file) { std::filesystem::remove_all(folder_.path() / "small" / file); }

    void open() {
        preview_.emplace(shell::preview_config({}, folder_.path() / "small"), language_, *config::find_assets(), clock_,
                         pipe_[0]);
        kiosk_.emplace(shell::Parts{preview_->config(),
                                    preview_->languages(),
                                    *config::find_assets(),
                                    clock_,
                                    *window_,
                                    *canvas_,
                                    1,
                                    false,
                                    {},
                                    false,
                                    &*preview_},
                       shell::Keeping{});
        settle();
    }
    /// As talkpointctl does after each change.
    void says(std::string_view problems = "[]") {
        const auto line = joined("{\"problems\":", problems, "}\n");
        REQUIRE(::write(pipe_[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
        clock_.advance(base::Millis{1000});
        settle();
    }
    void says_nonsense(std::string_view line) {
        REQUIRE(::write(pipe_[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
        settle();
    }
    void settle() {
        clock_.advance(base::Millis{16});
        kiosk_->settle_due();
        kiosk_->wait_for_everything();
    }
    void wait(base::Millis duration) {
        clock_.advance(duration);
        settle();
    }
    void tap(std::string_view name) {
        const ui::Node* found = nullptr;
        for (const auto& node : scene().nodes)
            if (node.action && (node.name == name || node.id == name)) found = &node;
        INFO(name << " on " << scene().screen);
        REQUIRE(found);
        touch(found->rect.x + found->rect.w / 2, found->rect.y + found->rect.h / 2);
    }
    void touch(float x, float y) {
        kiosk_->forget_last_touch();
        kiosk_->handle(platform::Touch{platform::Touch::Phase::down, x, y, 0});
        settle();
        kiosk_->handle(platform::Touch{platform::Touch::Phase::up, x, y, 0});
        settle();
    }
    void press(platform::KeyName key) {
        kiosk_->handle(platform::KeyPress{key});
        settle();
    }
    /// From the loop to the first page of the first message.
    void go_to_first_message() {
        open();
        const auto screen = ui::halves_of(scene().size).screen;
        touch(screen.x + screen.w / 2, screen.y + screen.h / 2);
        tap("topic.small");
        tap("The first");
        REQUIRE(scene().screen == "message.first");
    }

    [[nodiscard]] const ui::Scene& scene() const { return kiosk_->scene(); }
    [[nodiscard]] bool sees(std::string_view words) const {
        for (const auto& node : scene().nodes)
            if (node.name.find(words) != std::string::npos) return true;
        return false;
    }
    [[nodiscard]] std::string name_of(std::string_view id) const {
        const auto* node = scene().node(id);
        return node ? node->name : "(none)";
    }
    /// Colour of the picture in the middle of that node.
    [[nodiscard]] std::array<int, 3> color_of(const ui::Node& node) {
        const auto pixels = canvas_->read();
        const auto x = static_cast<std::size_t>(node.rect.x + node.rect.w / 2),
                   y = static_cast<std::size_t>(node.rect.y + node.rect.h / 2);
        const auto at = (y * static_cast<std::size_t>(pixels.width) + x) * 4;
        return {pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]};
    }
    [[nodiscard]] const ui::Node* picture() const {
        for (const auto& node : scene().nodes)
            if (node.role == ui::Role::image) return &node;
        return nullptr;
    }

  private:
    TempFolder folder_;
    std::string language_;
    std::array<int, 2> pipe_{};
    base::SteppedClock clock_{*base::parse_local_time("2026-11-23T10:00")};
    std::unique_ptr<platform::Window> window_;
    std::unique_ptr<platform::Canvas> canvas_;
    std::optional<shell::PackPreview> preview_;
    std::optional<shell::Kiosk> kiosk_;
};

}  // namespace

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
    CHECK(cpu_seconds([&] { author.says(); }) < 2 * one_second);
    CHECK(author.sees("Other words."));
}
