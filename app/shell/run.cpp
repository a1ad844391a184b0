#include "shell/run.hpp"

#include "base/log.hpp"
#include "base/strings.hpp"
#include "config/find_assets.hpp"
#include "config/find_config.hpp"
#include "media/espeak_voice.hpp"
#include "media/narrated_voice.hpp"
#include "media/narration.hpp"
#include "media/written_voice.hpp"
#include "platform/service_manager.hpp"
#include "shell/helper_program.hpp"
#include "shell/kiosk.hpp"
#include "shell/loading.hpp"
#include "shell/loudspeaker.hpp"
#include "shell/options.hpp"
#include "shell/pack_preview.hpp"
#include "shell/signals.hpp"
#include "shell/sudden_end.hpp"
#include "shell/tour.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace talkpoint::shell {
namespace {

int refuse(const base::Error& error, ExitCode code) {
    std::cerr << error.text() << '\n';
    return code;
}

/// Is it what somebody wants of the kiosk? The rest is of the window.
bool chooses(const platform::Event& event) {
    return std::holds_alternative<platform::Touch>(event) || std::holds_alternative<platform::KeyPress>(event);
}

/// Until the kiosk is told to stop; its exit code.
int run_loop(Kiosk& kiosk, platform::Window& window, const base::Clock& clock, const std::atomic<bool>& stop,
             Coming* coming) {
    std::vector<platform::Event> early;  // before there was anything to choose
    platform::ServiceManager manager;
    kiosk.settle_due();
    kiosk.show();
    while (!stop && !kiosk.quit_requested()) {
        if (kiosk.frames_drawn() > 0) manager.turned(clock.monotonic());
        auto due = kiosk.next_due();
        if (manager.due()) due = due ? std::min(*due, *manager.due()) : *manager.due();
        std::optional<base::Millis> limit;
        if (due) limit = std::max(base::Millis{0}, *due - clock.monotonic());
        auto events = window.wait(limit);
        if (coming) {
            const auto chosen =
                std::ranges::stable_partition(events, [](const auto& event) { return !chooses(event); });
            std::ranges::move(chosen, std::back_inserter(early));
            events.erase(chosen.begin(), chosen.end());
            if (coming->is_there()) {
                if (const auto code = std::exchange(coming, nullptr)->complete(kiosk)) return *code;
                std::ranges::move(early, std::back_inserter(events));
            }
        }
        for (const auto& event : events) {
            kiosk.handle(event);
            kiosk.show();  // the next event meets what the person sees then
        }
        kiosk.settle_due();
        kiosk.show();
    }
    manager.stopping();
    kiosk.wait_for_store();
    return done;
}

/// A tour writes down what would be said: `spoken.txt` among its shots.
std::function<std::unique_ptr<media::Voice>(media::VoiceSurroundings)> voice_for(const Options& options,
                                                                                 const config::Config& config) {
    if (!config.sound.read_aloud) return {};
    if (options.tour.empty())
        return [](const media::VoiceSurroundings& around) {
            return std::make_unique<media::NarratedVoice>(
                std::make_unique<media::Narration>(around),
                std::make_unique<media::EspeakVoice>(std::make_unique<Loudspeaker>(), around));
        };
    return [shots = options.shots](const media::VoiceSurroundings&) {
        const auto file = shots / "spoken.txt";
        // A tour in which nothing was said leaves no file.
        std::shared_ptr<std::ofstream> out{new std::ofstream, [file](std::ofstream* stream) {
                                               const bool empty = stream->tellp() <= 0;
                                               delete stream;
                                               std::error_code error;
                                               if (empty) std::filesystem::remove(file, error);
                                           }};
        if (!shots.empty()) out->open(file);
        return std::make_unique<media::WrittenVoice>(std::move(out));
    };
}

/// What a kiosk is made of that was read before there is a picture.
struct Read {
    const config::Config& config;
    const Languages& languages;
    const std::filesystem::path& assets;
    PackPreview* preview = nullptr;
    std::function<ReadAnew(base::Date, bool)> again = {};
};

int run_kiosk(const Options& options, const Read& read, base::Clock& clock, base::SteppedClock* tour_clock,
              Keeping keeping, Coming* coming, Signals& signals, const std::vector<Step>& steps, bool& again) {
    platform::WindowOptions window_options = options.window;
    window_options.rotation = read.config.display.rotation;
    if (read.preview) window_options.advice = "start it on a computer with a screen, from its desktop";
    auto window = platform::Window::open(window_options);
    if (!window) return refuse(window.error(), no_display);
    auto canvas = platform::Canvas::create(**window);
    if (!canvas) return refuse(canvas.error(), no_display);
    if (options.window.kind != platform::WindowOptions::Kind::headless)
        base::log_note("drawn by " + (*window)->drawn_by());
    Kiosk kiosk{{read.config, read.languages, read.assets, clock, **window, **canvas, options.seed, options.rehearsal,
                 voice_for(options, read.config),
                 options.tour.empty() && read.config.sound.headphones == config::Headphones::detect, read.preview,
                 options.tour.empty() ? media::Film::Pace::own : media::Film::Pace::by_steps, read.again,
                 read.preview ? std::filesystem::path{} : program_beside("talkpointctl")}};
    const SuddenEnd without_display{no_display};
    // A second Ctrl+C must not find a window that is gone.
    const std::unique_ptr<Signals, void (*)(Signals*)> until_here{&signals, [](Signals* s) { s->finish(); }};
    if (!coming) kiosk.keep(std::move(keeping));
    if (!tour_clock) {
        signals.start([&] { (*window)->wake(); });
        if (coming) coming->tell([&] { (*window)->wake(); });
        const int code = run_loop(kiosk, **window, clock, signals.stop_requested(), coming);
        if (coming) coming->tell({});  // there is soon no window to be woken
        again = kiosk.begins_again();
        return kiosk.gave_up() ? refuse(*kiosk.gave_up(), no_display) : code;
    }
    signals.start([&] { kiosk.interrupt(); });
    Tour tour{kiosk, **canvas, *tour_clock, options.tour, options.shots};
    const auto outcome = tour.run(steps, signals.stop_requested());
    kiosk.wait_for_store();
    if (kiosk.gave_up()) return refuse(*kiosk.gave_up(), no_display);
    if (outcome) return done;
    std::cerr << outcome.error() << '\n';
    return tour_failed;
}

/// A pack for its author: nothing is kept, so there is no state directory.
int run_preview(const Options& options, base::Clock& clock, base::SteppedClock* tour_clock, Signals& signals,
                const std::vector<Step>& steps) {
    const auto assets = config::find_assets();
    if (!assets) return refuse(assets.error(), refused);
    // An author's computer need not have a kiosk's configuration; one that is there says what the panel is like.
    const auto file = config::find_config(options.config);
    config::Config config;
    std::error_code error;
    if (!options.config.empty() || std::filesystem::exists(file, error)) {
        base::Problems problems;
        auto found = config::load_config(file, problems);
        if (!found) {
            say(problems);
            return refused;
        }
        config = std::move(*found);
    }
    const auto spoken = pack::interface_languages(*assets / "strings");
    if (!options.language.empty() && std::ranges::find(spoken, options.language) == spoken.end()) {
        std::cerr << fmt::format("talkpoint: --language \"{}\" is not one that the kiosk speaks; use one of: {}\n",
                                 base::printable(options.language), base::join(spoken, ", "));
        return wrong_options;
    }
    PackPreview preview{preview_config(std::move(config), options.preview), options.language, *assets, clock,
                        STDIN_FILENO};
    if (preview.languages().interface.empty()) {
        std::cerr << (*assets / "strings").string()
                  << ": no language's interface can be read; install the program whole\n";
        return refused;
    }
    bool again = false;  // there are no staff
    return run_kiosk(options, {preview.config(), preview.languages(), *assets, &preview}, clock, tour_clock, {},
                     nullptr, signals, steps, again);
}

int run_once(int argc, char** argv, bool& again) {
    // Pictures come and go in megabytes: give each back to the system at once, instead of keeping holes between them.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    // Each language is read in an arena of its own, which is empty afterwards: what is kept lies together in the main
    // one.
    mallopt(M_ARENA_MAX, 8);
    const auto options = parse_options(argc, argv);
    if (!options) return options.error();
    base::use_uk_local_time();
    Signals signals;

    base::Problems tour_problems;
    std::vector<Step> steps;
    if (!options->tour.empty()) steps = read_tour(options->tour, tour_problems);
    say(tour_problems);
    if (base::any_error(tour_problems)) return wrong_options;
    if (!options->shots.empty()) {
        std::error_code error;
        std::filesystem::create_directories(options->shots, error);
        if (error) {
            std::cerr << options->shots.string() << ": cannot be made a folder (" << error.message()
                      << "); choose another --shots\n";
            return wrong_options;
        }
    }

    base::SystemClock system_clock;
    std::optional<base::SteppedClock> stepped;
    const auto start = options->start.value_or(system_clock.local());
    if (!options->tour.empty()) stepped.emplace(start);
    base::OffsetClock offset_clock{system_clock, start - system_clock.local()};
    base::Clock& clock = stepped ? static_cast<base::Clock&>(*stepped) : offset_clock;

    if (!options->preview.empty()) return run_preview(*options, clock, stepped ? &*stepped : nullptr, signals, steps);
    auto ground = read_ground(*options, clock.local());
    if (!ground) return refused;
    std::optional<store::HeldFolder> held;
    const auto hold = [&]() -> base::Result<std::filesystem::path> {
        const auto folder = store::state_folder(options->state);
        if (!folder) return std::unexpected(folder.error());
        auto taken = store::hold_state_folder(*folder);
        if (!taken) return std::unexpected(std::move(taken.error()));
        if (const auto kept = base::keep_log(taken->path / "log"); !kept) base::log_warning(kept.error().text());
        return held.emplace(std::move(*taken)).path;
    };

    Languages languages;
    const Read read{ground->config, languages, ground->assets, nullptr, [&](base::Date today, bool rehearsal) {
                        return read_again(*options, *ground, languages, today, rehearsal);
                    }};
    std::optional<Languages> first;
    if (!stepped) first = read_first(*ground, clock.local(), options->rehearsal);
    if (!first) {  // a tour meets a kiosk that is whole
        Coming coming{*ground, languages, [&] { return read_whole(*options, *ground, hold, clock); }};
        auto keeping = coming.wait();
        if (!keeping) return keeping.error();
        return run_kiosk(*options, read, clock, stepped ? &*stepped : nullptr, std::move(*keeping), nullptr, signals,
                         steps, again);
    }
    // The public's shows its first picture while the rest is read; but no two of them at once.
    const auto state = hold();
    if (!state) return refuse(state.error(), state_unusable);
    languages = std::move(*first);
    Coming coming{*ground, languages, [&] { return read_whole(*options, *ground, [&state] { return state; }, clock); }};
    return run_kiosk(*options, read, clock, nullptr, {}, &coming, signals, steps, again);
}

}  // namespace

int run(int argc, char** argv) {
    bool again = false;
    const int code = run_once(argc, argv, again);
    // A service manager starts it by itself, with all that belongs to a start.
    if (!again || std::getenv("INVOCATION_ID") != nullptr) return code;
    ::execv("/proc/self/exe", argv);
    std::cerr << "talkpoint: it cannot begin again by itself; start it by hand\n";
    return code;
}

}  // namespace talkpoint::shell
