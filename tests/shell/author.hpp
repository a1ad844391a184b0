// An author at work: the kiosk in this process, the pack's files changed under it, and the lines that talkpointctl
// would write.
#pragma once

#include "catch.hpp"
#include "config/find_assets.hpp"
#include "kiosk_runs.hpp"
#include "shell/kiosk.hpp"
#include "shell/pack_preview.hpp"

#include <unistd.h>

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::tests {

inline constexpr std::string_view square = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">)"
                                           R"(<rect width="10" height="10" fill="%"/></svg>)";

inline std::string square_of(std::string_view color) {
    std::string svg{square};
    return svg.replace(svg.find('%'), 1, color);
}

inline std::string message(std::string_view title, const std::vector<std::string_view>& pages,
                           std::string_view keys = {}) {
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

    /// The configuration in use has the pack, and is of the place `here`.
    void stand_in_place() {
        folder_.write("sites/here.toml", "packs = [\"small\"]\n");
        base::Problems problems;
        const auto file = folder_.write("kiosk.toml", "[site]\nprofile = \"here\"\n[content]\nroot = \".\"\n");
        config_ = config::load_config(file, problems).value();
    }
    /// What the place puts over the pack.
    void over(const std::string& file, std::string_view text) { folder_.write("sites/here/small/" + file, text); }

    void open() {
        preview_.emplace(shell::preview_config(config_, folder_.path() / "small"), language_, *config::find_assets(),
                         clock_, pipe_[0]);
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
                                    &*preview_});
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
    config::Config config_;
    std::string language_;
    std::array<int, 2> pipe_{};
    base::SteppedClock clock_{*base::parse_local_time("2026-11-23T10:00")};
    std::unique_ptr<platform::Window> window_;
    std::unique_ptr<platform::Canvas> canvas_;
    std::optional<shell::PackPreview> preview_;
    std::optional<shell::Kiosk> kiosk_;
};

}  // namespace talkpoint::tests
