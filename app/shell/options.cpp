#include "shell/options.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

namespace talkpoint::shell {
namespace {

/// `1920x1080`.
bool read_size(const std::string& text, platform::WindowOptions& window) {
    int end = 0;
    const bool read = std::sscanf(text.c_str(), "%5dx%5d%n", &window.width, &window.height, &end) == 2 &&
                      text.size() == static_cast<std::size_t>(end);
    return read && window.width >= 320 && window.height >= 320 && window.width <= 16384 && window.height <= 16384;
}

}  // namespace

std::expected<Options, int> parse_options(int argc, char** argv) {
    Options options;
    std::string window, headless, start;
    CLI::App app{
        "Talkpoint: a kiosk that plays health messages, asks short anonymous surveys, and keeps every response."};
    app.set_version_flag("--version", std::string{"talkpoint "} + TALKPOINT_VERSION);
    app.add_option("--config", options.config,
                   "kiosk.toml (else /etc/talkpoint/kiosk.toml, else kiosk_config/kiosk.toml)");
    app.add_option("--state", options.state,
                   "folder of responses.db (else $STATE_DIRECTORY, else ~/.local/state/talkpoint)");
    auto* window_option = app.add_option("--window", window, "in a window of WxH instead of fullscreen");
    app.add_option("--headless", headless, "without a display, as a picture of WxH")->excludes(window_option);
    std::string drawing;
    app.add_option("--drawing", drawing,
                   "by a graphics \"card\" or by the \"processor\" (else by a card if there is one)")
        ->check(CLI::IsMember({"card", "processor"}));
    app.add_flag("--rehearsal", options.rehearsal, "everything works, nothing is counted");
    std::string preview;
    auto* preview_option =
        app.add_option("--preview", preview, "show this pack to its author (see talkpointctl preview)");
    app.add_option("--language", options.language, "begin a preview in this language")->needs(preview_option);
    app.add_option("--tour", options.tour, "drive the kiosk by this script");
    app.add_option("--shots", options.shots, "where a tour saves its pictures and dumps");
    app.add_option("--start", start, "begin at this local time: 2026-11-23T10:00");
    app.add_option("--seed", options.seed, "the same number draws the same questions")->check(CLI::NonNegativeNumber);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return std::unexpected(app.exit(error) == 0 ? 0 : 2);
    }
    const auto refuse = [](std::string_view what) {
        std::cerr << "talkpoint: " << what << '\n';
        return std::unexpected(2);
    };
    if (!drawing.empty())
        options.window.drawing =
            drawing == "card" ? platform::WindowOptions::Drawing::card : platform::WindowOptions::Drawing::processor;
    if (!window.empty()) {
        options.window.kind = platform::WindowOptions::Kind::window;
        if (!read_size(window, options.window))
            return refuse("--window needs a size such as 1920x1080, from 320 to 16384 pixels a side");
    }
    if (!headless.empty()) {
        options.window.kind = platform::WindowOptions::Kind::headless;
        if (!read_size(headless, options.window))
            return refuse("--headless needs a size such as 1920x1080, from 320 to 16384 pixels a side");
    }
    if (!start.empty()) {
        options.start = base::parse_local_time(start);
        if (!options.start) return refuse("--start needs a local time such as 2026-11-23T10:00");
    }
    if (preview_option->count() > 0 && preview.empty()) return refuse("--preview needs the folder of a pack");
    options.preview = preview;
    if (!options.tour.empty() && options.state.empty() && preview.empty())
        return refuse("--tour needs --state, so that it never touches the kiosk's own responses");
    return options;
}

}  // namespace talkpoint::shell
