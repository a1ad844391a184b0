// From scenes to frames, on a real canvas: what waits, what moves, from where, and when nothing is drawn.
#include "catch.hpp"

#include "platform/window.hpp"
#include "shell/showing.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

using namespace talkpoint;
using namespace std::chrono_literals;
using shell::Heading;
using shell::Showing;

namespace {

constexpr int width = 320, height = 200;
constexpr ui::Color red = ui::rgb(0xFF0000), green = ui::rgb(0x00FF00), blue = ui::rgb(0x0000FF);

class CanvasTextures final : public ui::Textures {
  public:
    explicit CanvasTextures(platform::Canvas& canvas) : canvas_(canvas) {}
    [[nodiscard]] ui::TextureId upload_mask(ui::Size size, std::span<const std::uint8_t> alpha) override {
        return canvas_.upload_mask(size.width, size.height, alpha);
    }
    void release(ui::TextureId texture) override { canvas_.release(texture); }

  private:
    platform::Canvas& canvas_;
};

class Screen {
  public:
    /// A page of one colour, with a band of another at its left edge.
    static ui::Scene page(const std::string& screen, ui::Color ground, ui::Color band) {
        ui::Scene scene;
        scene.screen = screen;
        scene.size = {width, height};
        scene.px_per_mm = 2;
        scene.display.fill({0, 0, width, height}, ground);
        scene.display.fill({0, 0, 40, height}, band);
        return scene;
    }
    /// The same with words whose letters are still being drawn.
    ui::Scene with_words(const std::string& screen, const std::string& words) {
        ui::Scene scene = page(screen, green, red);
        scene.display.text(60, 60, texts.lay(words, ui::TextStyle{}, 240, "en"), blue);
        return scene;
    }
    void show(ui::Scene scene, Heading heading = Heading::onwards, bool still = false) {
        const std::string page = scene.screen;
        showing.show(std::move(scene), page, heading, still, false, now);
    }
    /// The workers' letters are put into textures, as the main loop does.
    void letters_come() {
        while (texts.pending() > 0) {
            std::unique_lock lock{mutex};
            arrived.wait(lock, [&] { return !tasks.empty(); });
            const auto batch = std::exchange(tasks, {});
            lock.unlock();
            for (const auto& task : batch) task();
        }
    }
    /// What a person sees there.
    ui::Color at(int x, int y) {
        const auto pixels = canvas->read();
        const auto i = (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)) * 4;
        return {pixels.rgba[i], pixels.rgba[i + 1], pixels.rgba[i + 2]};
    }

    base::Millis now{1000};
    std::unique_ptr<platform::Window> window =
        std::move(*platform::Window::open({platform::WindowOptions::Kind::headless, width, height, 0}));
    std::unique_ptr<platform::Canvas> canvas = std::move(*platform::Canvas::create(*window));
    CanvasTextures textures{*canvas};
    std::mutex mutex;
    std::condition_variable arrived;
    std::vector<std::function<void()>> tasks;
    ui::TextEngine texts{textures, [this](std::function<void()> task) {
                             const std::lock_guard lock{mutex};
                             tasks.push_back(std::move(task));
                             arrived.notify_one();
                         }};
    Showing showing{*canvas};
};

}  // namespace

TEST_CASE("showing: a page waits for its letters, and comes with them", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    CHECK(screen.showing.frames_drawn() == 1);
    screen.show(screen.with_words("topic", "Letters that take a while"));
    CHECK(screen.showing.waiting());
    CHECK(screen.showing.scene().screen == "home");  // a touch means what stands there
    CHECK(screen.showing.due(screen.now) == screen.now + Showing::patience);
    CHECK(screen.showing.frames_drawn() == 1);
    screen.letters_come();
    screen.show(screen.with_words("topic", "Letters that take a while"), Heading::onwards, true);
    CHECK_FALSE(screen.showing.waiting());
    CHECK(screen.showing.scene().screen == "topic");
    CHECK(screen.showing.frames_drawn() == 2);
    CHECK(screen.at(300, 10) == green);
}

TEST_CASE("showing: it waits no longer than its patience, however often somebody asks", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    const auto began = screen.now;
    int asked = 0;
    for (; screen.showing.scene().screen == "home" && asked < 1000; ++asked) {
        // Other words each time, so that these letters never come.
        screen.show(screen.with_words("topic " + std::to_string(asked), "Words " + std::to_string(asked)));
        screen.now += 10ms;
    }
    CHECK(screen.now - began <= Showing::patience + 10ms);
    CHECK(asked > 1);
    screen.letters_come();
}

TEST_CASE("showing: who goes back while a page waits sees no more of it", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    screen.show(screen.with_words("topic", "Not seen by anybody"));
    screen.show(Screen::page("home", red, blue));
    CHECK_FALSE(screen.showing.waiting());
    CHECK(screen.showing.frames_drawn() == 1);
    CHECK_FALSE(screen.showing.due(screen.now));
    screen.letters_come();
}

TEST_CASE("showing: Hide waits for nothing and does not move, not even out of another move", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    screen.show(Screen::page("topic", green, red));
    CHECK(screen.showing.due(screen.now));  // it moves
    screen.show(screen.with_words("hidden", "Nobody has drawn these letters yet"));
    CHECK(screen.showing.scene().screen == "hidden");
    CHECK_FALSE(screen.showing.waiting());
    CHECK_FALSE(screen.showing.due(screen.now));
    CHECK(screen.at(10, 10) == red);
    CHECK(screen.at(300, 190) == green);
    screen.letters_come();
    screen.show(Screen::page("attract", blue, blue));
    CHECK_FALSE(screen.showing.due(screen.now));
    CHECK(screen.at(10, 10) == blue);
}

TEST_CASE("showing: calm is one frame and no other", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    screen.show(Screen::page("topic", green, red), Heading::onwards, true);
    CHECK(screen.showing.frames_drawn() == 2);
    CHECK_FALSE(screen.showing.due(screen.now));
    CHECK(screen.at(10, 100) == red);
    CHECK(screen.at(300, 100) == green);
}

TEST_CASE("showing: a page moves for a short while; then nothing is drawn any more", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    screen.show(Screen::page("topic", green, red));
    int frames = 0;
    while (const auto due = screen.showing.due(screen.now)) {
        CHECK(*due > screen.now);
        screen.now = *due;
        screen.show(Screen::page("topic", green, red));
        REQUIRE(++frames < 100);
    }
    CHECK(frames >= 5);
    CHECK(screen.now - 1000ms < 250ms);
    CHECK(screen.at(39, 100) == red);
    CHECK(screen.at(41, 100) == green);
    const auto drawn = screen.showing.frames_drawn();
    for (int i = 0; i < 100; ++i) {
        screen.now += 1s;
        screen.show(Screen::page("topic", green, red));
    }
    CHECK(screen.showing.frames_drawn() == drawn);
}

TEST_CASE("showing: a page comes from where it lies, the other way round from right to left", "[showing]") {
    struct Case {
        Heading heading;
        bool right_to_left;
        int x, y;  ///< the side from which it comes: where the page before can still be seen longest
    };
    for (const auto& c :
         {Case{Heading::onwards, false, 1, 0}, Case{Heading::back, false, -1, 0}, Case{Heading::onwards, true, -1, 0},
          Case{Heading::back, true, 1, 0}, Case{Heading::over, false, 0, 1}, Case{Heading::over, true, 0, 1}}) {
        Screen screen;
        screen.show(Screen::page("home", red, red));
        // A blue square in the middle of green.
        ui::Scene next = Screen::page("topic", green, green);
        next.right_to_left = c.right_to_left;
        next.display.fill({140, 80, 40, 40}, blue);
        screen.show(next, c.heading);
        // Half way there: the centre of what is blue in this frame lies to that side of its place.
        screen.now += 60ms;
        screen.show(next, c.heading);
        const auto pixels = screen.canvas->read();
        double sum_x = 0, sum_y = 0, sum = 0;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const auto i = (static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)) * 4;
                const double amount = pixels.rgba[i + 2];
                sum += amount, sum_x += amount * (x + 0.5), sum_y += amount * (y + 0.5);
            }
        REQUIRE(sum > 0);
        const double off_x = sum_x / sum - 160, off_y = sum_y / sum - 100;
        INFO("onwards, back, over: " << static_cast<int>(c.heading) << " rtl " << c.right_to_left << " is off by "
                                     << off_x << ", " << off_y);
        CHECK((c.x == 0 ? std::abs(off_x) < 0.5 : off_x * c.x > 2));
        CHECK((c.y == 0 ? std::abs(off_y) < 0.5 : off_y * c.y > 2));
        while (const auto due = screen.showing.due(screen.now)) {
            screen.now = *due;
            screen.show(next, c.heading);
        }
        CHECK(screen.at(141, 81) == blue);
        CHECK(screen.at(179, 119) == blue);
        CHECK(screen.at(138, 100) == green);
    }
}

TEST_CASE("showing: a visit that ends, or is asked whether it has, does not move", "[showing]") {
    for (const auto& [from, to] : {std::pair{"attract", "home"}, std::pair{"home", "idle-warning"},
                                   std::pair{"idle-warning", "home"}, std::pair{"survey.thanks", "attract"}}) {
        Screen screen;
        screen.show(Screen::page(from, red, blue));
        screen.show(Screen::page(to, green, red));
        INFO(from << " to " << to);
        CHECK_FALSE(screen.showing.due(screen.now));
        CHECK(screen.at(300, 100) == green);
    }
}

TEST_CASE("showing: what is said to have arrived is there whole", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    screen.show(Screen::page("topic", green, red));
    CHECK(screen.showing.due(screen.now));
    const auto drawn = screen.showing.frames_drawn();
    screen.showing.arrive();
    CHECK(screen.at(300, 100) == green);
    CHECK(screen.at(10, 100) == red);
    CHECK(screen.showing.frames_drawn() == drawn + 1);
    screen.showing.arrive();
    CHECK(screen.showing.frames_drawn() == drawn + 1);
    CHECK_FALSE(screen.showing.due(screen.now));
}

TEST_CASE("showing: what changes on a page is drawn in place, also while it moves", "[showing]") {
    Screen screen;
    screen.show(Screen::page("home", red, blue));
    screen.show(Screen::page("topic", green, red));
    screen.now += 48ms;
    screen.show(Screen::page("topic", green, blue));
    while (const auto due = screen.showing.due(screen.now)) {
        screen.now = *due;
        screen.show(Screen::page("topic", green, blue));
    }
    CHECK(screen.at(10, 100) == blue);
    CHECK(screen.at(300, 100) == green);
    const auto drawn = screen.showing.frames_drawn();
    screen.show(Screen::page("topic", green, red));
    CHECK(screen.showing.frames_drawn() == drawn + 1);
    CHECK(screen.at(10, 100) == red);
}
