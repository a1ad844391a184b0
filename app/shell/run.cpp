#include "shell/run.hpp"

#include "base/log.hpp"
#include "base/strings.hpp"
#include "config/find_assets.hpp"
#include "config/find_config.hpp"
#include "media/espeak_voice.hpp"
#include "media/narrated_voice.hpp"
#include "media/narration.hpp"
#include "media/written_voice.hpp"
#include "shell/content.hpp"
#include "shell/kiosk.hpp"
#include "shell/loudspeaker.hpp"
#include "shell/options.hpp"
#include "shell/pack_preview.hpp"
#include "shell/signals.hpp"
#include "shell/tour.hpp"
#include "store/database.hpp"
#include "store/state_folder.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>

namespace talkpoint::shell {
namespace {

enum ExitCode { done = 0, wrong_options = 2, refused = 3, no_display = 4, state_unusable = 5, tour_failed = 6 };

/// Errors one by one; warnings are for whoever runs the check, so here they are only counted.
void say(const base::Problems& problems) {
    std::size_t warnings = 0;
    for (const auto& problem : problems) {
        if (problem.severity == base::Severity::error)
            std::cerr << problem.text() << '\n';
        else
            ++warnings;
    }
    if (warnings > 0)
        base::log_note(fmt::format("{} warnings about the content; talkpointctl check lists them", warnings));
}

/// Of keys and secrets each warning counts: whoever set up the kiosk reads what it says when it is started.
void say_all(const base::Problems& problems) {
    for (const auto& problem : problems) std::cerr << problem.text() << '\n';
}

int refuse(const base::Error& error, ExitCode code) {
    std::cerr << error.text() << '\n';
    return code;
}

/// Everything that is read before there is a picture.
struct Loaded {
    config::Config config;
    Languages languages;
    std::filesystem::path assets;
    std::optional<openrosa::PublicKey> key;
    std::optional<upload::Setup> upload;
};

std::optional<Loaded> load(const Options& options, const base::Clock& clock) {
    base::Problems problems, of_sending;
    const auto assets = config::find_assets();
    if (!assets) {
        std::cerr << assets.error().text() << '\n';
        return {};
    }
    auto config = config::load_config(config::find_config(options.config), problems);
    if (!config) {
        say(problems);
        return {};
    }
    const auto today = base::date_of(clock.local());
    auto key = upload::load_key(*config, today, of_sending);
    const bool key_is_broken = base::any_error(of_sending);
    Loaded loaded{
        .config = std::move(*config), .languages = {}, .assets = *assets, .key = std::move(key), .upload = {}};
    auto catalogue = load_catalogue(loaded.config, today, options.rehearsal, problems);
    if (key_is_broken) {
        // Nothing may be kept or sent in the clear that was to be sealed; the messages play on.
        catalogue.surveys.clear();
        of_sending.push_back(
            {base::Severity::error, loaded.config.file, 0,
             "no survey is offered, and nothing is sent, until \"public_key_file\" is a key that can be "
             "used; correct what is named above"});
    } else {
        loaded.upload = upload::load_setup(loaded.config, loaded.key, catalogue.surveys, of_sending);
    }
    const bool empty = catalogue.packs.empty() && catalogue.surveys.empty();
    loaded.languages = load_languages(loaded.config, *assets, std::move(catalogue), today, options.rehearsal, problems);
    say(problems);
    say_all(of_sending);
    if (loaded.languages.interface.empty()) {
        std::cerr << (*assets / "strings").string()
                  << ": no language's interface can be read; correct what is named above\n";
        return {};
    }
    for (const auto& family : ui::TextEngine::missing_fonts())
        base::log_warning(
            fmt::format("the font \"{}\" is not installed; install it, or text will look unlike the design", family));
    // What is broken is left out; but a kiosk that has nothing left to show must not pretend.
    if (empty) {
        std::cerr << loaded.config.file.string()
                  << ": none of the offered packs can be used; correct what is named above\n";
        return {};
    }
    return loaded;
}

void run_loop(Kiosk& kiosk, platform::Window& window, const base::Clock& clock, const std::atomic<bool>& stop) {
    kiosk.settle_due();
    kiosk.show();
    while (!stop && !kiosk.quit_requested()) {
        std::optional<base::Millis> limit;
        if (const auto due = kiosk.next_due()) limit = std::max(base::Millis{0}, *due - clock.monotonic());
        for (const auto& event : window.wait(limit)) {
            kiosk.handle(event);
            kiosk.show();  // the next event meets what the person sees then
        }
        kiosk.settle_due();
        kiosk.show();
    }
    kiosk.wait_for_store();
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
};

int run_kiosk(const Options& options, const Read& read, base::Clock& clock, base::SteppedClock* tour_clock,
              Keeping keeping, Signals& signals, const std::vector<Step>& steps) {
    platform::WindowOptions window_options = options.window;
    window_options.rotation = read.config.display.rotation;
    if (read.preview) window_options.advice = "start it on a computer with a screen, from its desktop";
    auto window = platform::Window::open(window_options);
    if (!window) return refuse(window.error(), no_display);
    auto canvas = platform::Canvas::create(**window);
    if (!canvas) return refuse(canvas.error(), no_display);
    Kiosk kiosk{{read.config, read.languages, read.assets, clock, **window, **canvas, options.seed, options.rehearsal,
                 voice_for(options, read.config),
                 options.tour.empty() && read.config.sound.headphones == config::Headphones::detect, read.preview},
                std::move(keeping)};
    // A second Ctrl+C must not find a window that is gone.
    const std::unique_ptr<Signals, void (*)(Signals*)> until_here{&signals, [](Signals* s) { s->finish(); }};
    if (!tour_clock) {
        signals.start([&] { (*window)->wake(); });
        run_loop(kiosk, **window, clock, signals.stop_requested());
        return done;
    }
    signals.start([&] { kiosk.interrupt(); });
    Tour tour{kiosk, **canvas, *tour_clock, options.tour, options.shots};
    const auto outcome = tour.run(steps, signals.stop_requested());
    kiosk.wait_for_store();
    if (outcome) return done;
    std::cerr << outcome.error() << '\n';
    return tour_failed;
}

/// Where responses go; nowhere in a rehearsal.
base::Result<Keeping> keep_responses(const Options& options, const Loaded& loaded, const std::filesystem::path& folder,
                                     base::Date today) {
    Keeping keeping;
    if (options.rehearsal) return keeping;
    auto database = store::Database::open(folder, today);
    if (!database) return std::unexpected(std::move(database.error()));
    if (const auto& aside = database->set_aside())
        base::log_error(aside->string() +
                        ": the database was damaged; it was set aside here whole, and a new one begun. Keep the "
                        "file and tell those who look after this kiosk");
    if (auto forms = database->forms()) keeping.forms = std::move(*forms);
    keeping.outbox = std::make_unique<store::Database>(std::move(*database));
    keeping.folder = folder;
    keeping.key = loaded.key;
    keeping.upload = loaded.upload;
    return keeping;
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
    return run_kiosk(options, {preview.config(), preview.languages(), *assets, &preview}, clock, tour_clock, {},
                     signals, steps);
}

}  // namespace

int run(int argc, char** argv) {
    // Pictures come and go in megabytes: give each back to the system at once, instead of keeping holes between them.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
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
    const auto loaded = load(*options, clock);
    if (!loaded) return refused;

    const auto folder = store::state_folder(options->state);
    if (!folder) return refuse(folder.error(), state_unusable);
    const auto held = store::hold_state_folder(*folder);
    if (!held) return refuse(held.error(), state_unusable);
    auto keeping = keep_responses(*options, *loaded, held->path, base::date_of(clock.local()));
    if (!keeping) return refuse(keeping.error(), state_unusable);
    return run_kiosk(*options, {loaded->config, loaded->languages, loaded->assets}, clock,
                     stepped ? &*stepped : nullptr, std::move(*keeping), signals, steps);
}

}  // namespace talkpoint::shell
