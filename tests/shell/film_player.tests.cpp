// The film as the screens get it: its texture while it plays, stands still, has ended, and when the card forgets it.
#include "catch.hpp"

#include "platform/window.hpp"
#include "shell/film_player.hpp"
#include "shell/main_queue.hpp"
#include "support.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace talkpoint;
using talkpoint::tests::TempFolder;
using namespace std::chrono_literals;
using base::Millis;
using Pace = media::Film::Pace;
namespace fs = std::filesystem;

namespace {

struct Stage {
    shell::MainQueue queue;
    std::unique_ptr<platform::Window> window =
        std::move(*platform::Window::open({platform::WindowOptions::Kind::headless, 320, 240, 0}));
    std::unique_ptr<platform::Canvas> canvas = std::move(*platform::Canvas::create(*window));
    std::optional<media::Sound> sound;
    std::vector<std::string> reports;
    shell::FilmPlayer films;
    Millis now{1000};
    fs::path file = fs::path{TALKPOINT_SOURCE} / "tests/media/films/steps.webm";

    explicit Stage(Pace pace = Pace::by_steps)
        : films{*canvas, [this](auto task) { queue.post(std::move(task)); }, pace, sound,
                [this](const std::string& what) { reports.push_back(what); }} {}

    void want(bool playing) {
        films.want(shell::FilmPlayer::Wanted{.file = file, .showing = "one", .playing = playing}, now);
    }
    ui::FilmPicture look(Millis later = Millis{0}) {
        now += later;
        films.tick(now);
        (void)films.film(file, {160, 90});
        while (films.pending() > 0) {
            queue.wait();
            queue.run();
        }
        films.tick(now);
        return films.film(file, {160, 90});
    }
};

}  // namespace

TEST_CASE("film player: one texture while it plays, each frame of it under another id", "[films]") {
    Stage stage;
    stage.want(true);
    const auto first = stage.look(), second = stage.look(500ms);
    REQUIRE(first.texture);
    CHECK(second.texture != first.texture);
    CHECK((second.texture & 0xffffffffU) == (first.texture & 0xffffffffU));
    CHECK(second.size == ui::Size{160, 90});
    CHECK(second.position == 500ms);
    CHECK(stage.canvas->textures() == 1);
    stage.films.want({}, stage.now);
    CHECK(stage.canvas->textures() == 0);
}

TEST_CASE("film player: what the card forgets comes back, held, at its end, and while it plays", "[films]") {
    Stage stage;
    stage.want(true);
    const auto forgotten = [&] {
        const auto before = stage.look();
        REQUIRE(stage.canvas->renew());
        stage.films.forget();
        CHECK(stage.canvas->textures() == 1);
        const auto after = stage.look();
        CHECK(after.texture != 0);
        CHECK(after.texture != before.texture);
        CHECK(after.size == before.size);
    };
    (void)stage.look(500ms);
    forgotten();
    stage.want(false);
    (void)stage.look(500ms);
    forgotten();
    stage.want(true);
    (void)stage.look(5s);
    REQUIRE(stage.films.ended());
    forgotten();
    stage.films.forget();  // with a card that forgot nothing
    CHECK(stage.canvas->textures() == 1);
}

TEST_CASE("film player: twenty films, one after the other, and no texture is left", "[films]") {
    Stage stage;
    for (int i = 0; i < 20; ++i) {
        stage.films.want(shell::FilmPlayer::Wanted{.file = stage.file, .showing = std::to_string(i)}, stage.now);
        if (i % 4) (void)stage.look(Millis{i * 150});
        CHECK(stage.canvas->textures() <= 1);
    }
    stage.films.want({}, stage.now);
    CHECK(stage.canvas->textures() == 0);
    CHECK(stage.reports.empty());
}

TEST_CASE("film player: time in which the main loop did not run is not the film's", "[films]") {
    Stage stage{Pace::own};
    stage.want(true);
    stage.films.tick(stage.now);
    for (int i = 0; i < 3; ++i) stage.films.tick(stage.now += 7s);
    CHECK(stage.reports.empty());
    CHECK(stage.films.broken(stage.now).empty());
    const auto due = stage.films.due({}, stage.now);
    REQUIRE(due);
    CHECK(*due - stage.now <= 1s);  // or it would not know
}

TEST_CASE(
    "film player: one that hangs is tried again after ten minutes, three times, and anew once its file is another",
    "[films]") {
    const TempFolder folder;
    Stage stage{Pace::own};
    stage.file = folder.write("a.webm", "");
    const auto put = [&] {
        fs::copy_file(fs::path{TALKPOINT_SOURCE} / "tests/media/films/steps.webm", stage.file,
                      fs::copy_options::overwrite_existing);
    };
    put();
    const auto hangs = [&] {
        const auto before = stage.reports.size();
        stage.want(true);
        // Its thread has its turns in real time, the main loop in another: ten of them in no time.
        for (int i = 0; i < 10'000 && stage.reports.size() == before; ++i) stage.films.tick(stage.now += 500ms);
        REQUIRE(stage.reports.size() == before + 1);
        CHECK(stage.reports.back().starts_with(stage.file.string() + ": "));
        CHECK(stage.films.broken(stage.now) == std::set{stage.file});
        return stage.reports.back();
    };
    for (int i = 0; i < 3; ++i) {
        CHECK(hangs().ends_with("; it is tried again in ten minutes"));
        CHECK(stage.films.broken(stage.now + 9min).contains(stage.file));
        stage.now += 10min;
        CHECK(stage.films.broken(stage.now).empty());
    }
    CHECK(hangs().ends_with("; it is left out until its file changes or the kiosk starts again"));
    CHECK(stage.films.broken(stage.now += 24h).contains(stage.file));
    fs::last_write_time(stage.file, fs::last_write_time(stage.file) + 1h);
    CHECK(stage.films.broken(stage.now += 2s).empty());
    CHECK(hangs().ends_with("; it is tried again in ten minutes"));
}

TEST_CASE("film player: what is wrong with the film itself is not tried again", "[films]") {
    const TempFolder folder;
    Stage stage;
    stage.file = folder.write("a.webm", "These are words, and no film.");
    stage.want(true);
    (void)stage.look();
    REQUIRE(stage.reports.size() == 1);
    CHECK(stage.reports[0].ends_with("export it as one; until then it is left out"));
    CHECK(stage.films.broken(stage.now + 24h).contains(stage.file));
}
