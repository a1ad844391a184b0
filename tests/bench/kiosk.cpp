// The real kiosk: how soon it is there, what it takes at rest, how soon it answers a touch.
#include "shell/kiosk.hpp"
#include "base/clock.hpp"
#include "config/config.hpp"
#include "config/find_assets.hpp"
#include "measuring.hpp"
#include "platform/canvas.hpp"
#include "platform/window.hpp"
#include "shell/content.hpp"
#include "subjects.hpp"

#include <fstream>
#include <thread>

namespace talkpoint::bench {

namespace fs = std::filesystem;

/// From the start of the program until it has drawn its first frame, closed everything and ended.
void measure_start(Table& table, const fs::path& scratch) {
    std::ofstream(scratch / "start.tour") << "on attract\n";
    std::vector<double> samples;
    for (int i = 0; i < 11; ++i) {
        const double ms = ms_of_run({kiosk_program, "--config", source / "kiosk_config/kiosk.toml", "--headless",
                                     "1920x1080", "--state", scratch / "start", "--tour", scratch / "start.tour"});
        if (i > 0) samples.push_back(ms);  // the first one warms the caches
    }
    table.add("start, first frame, end (1920x1080, warm caches)", "ms", samples);
}

void measure_rest(Table& table, const fs::path& scratch) {
    // One message: nothing moves.
    const fs::path pack = scratch / "content/still";
    fs::create_directories(pack / "messages");
    std::ofstream(pack / "pack.toml") << "id = \"still\"\ntitle = \"Still\"\nsummary = \"Still\"\nversion = "
                                         "\"1\"\nsource_language = \"en\"\nlicence = \"CC0-1.0\"\nauthors = [\"us\"]\n";
    std::ofstream(pack / "messages/one.md")
        << "+++\ntitle = \"One\"\nsummary = \"One message\"\naudiences = [\"adult\"]\nattract = true\nsources = "
           "[\"us\"]\nreview_due = 2099-01-01\n+++\n## One\n\nWords.\n";
    std::ofstream(scratch / "still.toml")
        << "[content]\nroot = \"content\"\npacks = [\"still\"]\n[survey]\noffered = []\n";
    const auto share = [&](const fs::path& config, int seconds) {
        const pid_t pid =
            start({kiosk_program, "--config", config, "--headless", "1920x1080", "--state", scratch / "rest"});
        std::this_thread::sleep_for(std::chrono::seconds(2));
        const double before = cpu_seconds(pid);
        std::this_thread::sleep_for(std::chrono::seconds(seconds));
        const double used = (cpu_seconds(pid) - before) / seconds * 100;
        const double memory = pss_mib(pid);
        end(pid);
        return std::pair{used, memory};
    };
    std::vector<double> still, loop, memory;
    for (int i = 0; i < 2; ++i) still.push_back(share(scratch / "still.toml", 5).first);
    for (int i = 0; i < 2; ++i) {
        const auto [used, pss] = share(source / "kiosk_config/kiosk.toml", 16);
        loop.push_back(used);
        memory.push_back(pss);
    }
    table.add("processor on a still screen", "% of a core", still);
    table.add("processor in the attract loop (1.5 s crossfade every 8 s)", "% of a core", loop);
    table.add("memory in the attract loop (PSS, all of Mesa included)", "MiB", memory);
}

/// From the touch to the first frame of the page with all its letters, in another language or size; and the longest
/// that the main thread was busy meanwhile without looking up.
void measure_changes(Table& table, shell::Kiosk& kiosk, platform::Window& window) {
    std::vector<double> cold, warm, size_cold, size_warm, stops;
    const auto touch = [&](std::string_view id) {
        kiosk.wait_for_everything();
        const auto* node = kiosk.scene().node(id);
        if (!node) give_up("there is no " + std::string{id} + " on " + kiosk.scene().screen);
        const float x = node->rect.x + node->rect.w / 2, y = node->rect.y + node->rect.h / 2;
        kiosk.forget_last_touch();
        kiosk.handle(platform::Touch{platform::Touch::Phase::down, x, y});
        kiosk.show();
        kiosk.handle(platform::Touch{platform::Touch::Phase::up, x, y});
    };
    const auto until = [&](const auto& done) {
        const auto begin = Clock::now();
        double longest = 0;
        for (;;) {
            const auto step = Clock::now();
            kiosk.settle_due();
            kiosk.show();
            longest = std::max(longest, ms_since(step));
            if (done()) break;
            (void)window.wait(base::Millis{2});
        }
        stops.push_back(longest);
        return ms_since(begin);
    };
    for (auto* times : {&cold, &warm})
        for (const std::string language : {"pl", "ar", "uk", "ro", "easy", "en"}) {
            touch("language");
            touch("language." + language);
            times->push_back(until([&] { return kiosk.scene().language == language; }));
        }
    for (int i = 0; i < 6; ++i) {
        touch("settings");
        touch("settings.large_text");
        (i < 1 ? size_cold : size_warm).push_back(until([&] { return kiosk.scene().large_text == (i % 2 == 0); }));
        touch("done");
        (i < 2 ? size_cold : size_warm).push_back(until([&] { return kiosk.scene().screen != "settings"; }));
    }
    kiosk.wait_for_everything();
    table.add("another language, first time, to the whole page", "ms", cold);
    table.add("another language, again", "ms", warm);
    table.add("another text size, first time, to the whole page", "ms", size_cold);
    table.add("another text size, again", "ms", size_warm);
    table.add("longest stop of the main thread meanwhile", "ms", stops);
}

/// In this process: from the event to the frame that the card has finished.
void measure_touch(Table& table) {
    base::Problems problems;
    const auto config = config::load_config(source / "kiosk_config/kiosk.toml", problems);
    const auto assets = config::find_assets();
    const base::SystemClock clock;
    if (!config || !assets) give_up("the kiosk's own configuration or its assets cannot be read");
    const auto today = base::date_of(clock.local());
    const auto languages = shell::load_languages(
        *config, *assets, shell::load_catalogue(*config, today, true, problems), today, true, problems);
    auto window = platform::Window::open({platform::WindowOptions::Kind::headless, 1920, 1080, 0});
    if (!window) give_up(window.error().text());
    auto canvas = platform::Canvas::create(**window);
    if (!canvas) give_up(canvas.error().text());
    shell::Kiosk kiosk{{*config, languages, *assets, clock, **window, **canvas, 1, true}};
    kiosk.show();
    const auto answered = [&](const platform::Event& event) {
        const auto begin = Clock::now();
        kiosk.handle(event);
        for (kiosk.show(); kiosk.waiting(); kiosk.show()) {  // for its letters
            (void)(*window)->wait(base::Millis{2});
            kiosk.settle_due();
        }
        (*canvas)->finish();
        return ms_since(begin);
    };
    const auto tap = [&](std::string_view id) {
        const auto* node = kiosk.scene().node(id);
        if (!node) return;
        const auto rect = node->rect;
        kiosk.forget_last_touch();
        (void)answered(platform::Touch{platform::Touch::Phase::down, rect.x + rect.w / 2, rect.y + rect.h / 2});
        (void)answered(platform::Touch{platform::Touch::Phase::up, rect.x + rect.w / 2, rect.y + rect.h / 2});
    };
    std::vector<double> press, first_home, warm_home, option;
    const auto touch_home = [&] {
        (void)answered(platform::Touch{platform::Touch::Phase::down, 300, 900});
        return answered(platform::Touch{platform::Touch::Phase::up, 300, 900});
    };
    kiosk.wait_for_everything();
    first_home.push_back(touch_home());
    kiosk.wait_for_everything();
    for (int i = 0; i < 30; ++i) {
        const auto rect = kiosk.scene().node("topic.healthy-relationships")->rect;
        press.push_back(answered(platform::Touch{platform::Touch::Phase::down, rect.x + 20, rect.y + 20}));
        (void)answered(platform::Touch{platform::Touch::Phase::cancel, 0, 0});
    }
    for (int i = 0; i < 15; ++i) {
        tap("topic.healthy-relationships");
        const auto* back = kiosk.scene().node("back");
        const auto rect = back->rect;
        kiosk.forget_last_touch();
        (void)answered(platform::Touch{platform::Touch::Phase::down, rect.x + 5, rect.y + 40});
        warm_home.push_back(answered(platform::Touch{platform::Touch::Phase::up, rect.x + 5, rect.y + 40}));
    }
    tap("survey.healthy-relationships");
    tap("start");
    kiosk.wait_for_everything();
    for (int i = 0; i < 30; ++i) {
        for (const auto& node : kiosk.scene().nodes) {
            if (!node.id.starts_with("option.")) continue;
            const auto rect = node.rect;
            kiosk.forget_last_touch();
            (void)answered(platform::Touch{platform::Touch::Phase::down, rect.x + 20, rect.y + 20});
            option.push_back(answered(platform::Touch{platform::Touch::Phase::up, rect.x + 20, rect.y + 20}));
            break;
        }
    }
    measure_changes(table, kiosk, **window);
    table.add("finger down on a card, to the drawn frame", "ms", press);
    table.add("answer chosen, to the drawn frame", "ms", option);
    table.add("attract to home, first time, to the drawn frame", "ms", first_home);
    table.add("topic back to home, to the drawn frame", "ms", warm_home);
}

}  // namespace talkpoint::bench
