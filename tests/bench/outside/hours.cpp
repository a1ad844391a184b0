#include "hours.hpp"

#include "base/files.hpp"
#include "base/random.hpp"
#include "program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <thread>
#include <vector>

namespace talkpoint::bench {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr seconds idle{10}, warning{20};  ///< the shortest that the kiosk takes
constexpr seconds in_the_loop{20};        ///< two slides, or half a film

struct Sample {
    int visits = 0;
    double pss = 0, own = 0, files = 0, threads = 0;
};

/// Everything that is shipped, and visits that end as soon as they may.
fs::path write_config(const fs::path& scratch) {
    const auto file = scratch / "hours.toml";
    std::string packs;
    for (const auto& entry : fs::directory_iterator(source / "content"))
        if (fs::exists(entry.path() / "pack.toml"))
            packs += fmt::format("{}\"{}\"", packs.empty() ? "" : ", ", entry.path().filename().string());
    const auto text = fmt::format(
        "[content]\nroot = \"{}\"\npacks = [{}]\n[languages]\noffered = [\"en\", \"easy\", \"pl\", \"ro\", "
        "\"uk\", \"ar\"]\n[visit]\nidle_s = {}\nwarn_s = {}\n",
        (source / "content").string(), packs, idle.count(), warning.count());
    if (const auto written = base::write_file(file, text); !written) give_up(written.error().text());
    return file;
}

/// How somebody goes about it.
struct Manner {
    std::uint64_t least_touches, more_touches;
    int least_pause_ms, longer_ms;
};
constexpr Manner usual{5, 25, 300, 1700};
/// Sees much in little time: what is kept so that it need not be made again (letters of six languages above all) is
/// there afterwards, and is no growth.
constexpr Manner brisk{150, 50, 60, 120};

void visit(Screen& screen, base::Random& chance, const Manner& manner) {
    const auto whole = screen.whole();
    screen.touch(whole.width * 5 / 32, whole.height * 5 / 6);
    const auto touches = manner.least_touches + chance.below(manner.more_touches);
    for (std::uint64_t i = 0; i < touches; ++i) {
        std::this_thread::sleep_for(milliseconds{
            manner.least_pause_ms + static_cast<int>(chance.below(static_cast<std::uint64_t>(manner.longer_ms)))});
        screen.touch(static_cast<int>(chance.below(static_cast<std::uint64_t>(whole.width))),
                     static_cast<int>(chance.below(static_cast<std::uint64_t>(whole.height))));
    }
    // A visitor who is read to, or has a film on, is there for as long as that lasts.
    std::this_thread::sleep_for(idle + warning + in_the_loop);
}

double median(const std::vector<Sample>& samples, std::size_t from, std::size_t to, double Sample::* what) {
    std::vector<double> values;
    for (std::size_t i = from; i < to; ++i) values.push_back(samples[i].*what);
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::size_t complaints(const fs::path& log) {
    const auto text = base::read_file(log / "talkpoint.log", std::size_t{4} * 1024 * 1024);
    std::size_t count = 0;
    for (std::size_t from = 0; text && from < text->size();) {
        const auto end = std::min(text->find('\n', from), text->size());
        const auto line = text->substr(from, end - from);
        if (line.contains("warning: ") || line.contains("error: ")) {
            fmt::print("the log: {}\n", line);
            ++count;
        }
        from = end + 1;
    }
    return count;
}

bool has_grown(const std::vector<Sample>& samples) {
    struct Limit {
        const char* name;
        double Sample::* what;
        double most;
    };
    const auto third = samples.size() / 3;
    if (third == 0) give_up("three visits at least are needed to see what grows; give it more time");
    bool grown = false;
    for (const auto& [name, what, most] : {Limit{"memory of its own, MiB", &Sample::own, 3},
                                           {"open files", &Sample::files, 0},
                                           {"threads", &Sample::threads, 0}}) {
        const double before = median(samples, third, 2 * third, what);
        const double by = median(samples, samples.size() - third, samples.size(), what) - before;
        fmt::print("{}: {:+.1f} from {:.1f}{}\n", name, by, before, by > most ? ": it grows" : "");
        grown = grown || by > most;
    }
    return grown;
}

}  // namespace

bool stays_steady(Screen& screen, const fs::path& scratch, seconds time) {
    base::Random chance{20261122};
    const auto state = scratch / "hours-state";
    Program kiosk{fmt::format("'{}' --config '{}' --state '{}'", kiosk_program.string(), write_config(scratch).string(),
                              state.string()),
                  screen.name(), screen.server()};
    std::vector<Sample> samples;
    // What is of files (the libraries of films and of the voice) comes and goes with who else has them.
    fmt::print("{:>8} {:>8} {:>8} {:>8} {:>8} {:>8}\n", "minutes", "visits", "PSS MiB", "own MiB", "files", "threads");
    const auto began = Clock::now();
    std::this_thread::sleep_for(idle);
    while (Clock::now() - began < time / 6) visit(screen, chance, brisk);
    for (auto told = began; Clock::now() - began < time;) {
        visit(screen, chance, usual);
        kiosk.must_run();
        const auto held = kiosk.held();
        samples.push_back({static_cast<int>(samples.size()) + 1, kiosk.pss_mib(), held.own_mib,
                           static_cast<double>(held.files), static_cast<double>(held.threads)});
        if (Clock::now() - told < 3min && samples.size() > 1) continue;
        told = Clock::now();
        const auto& now = samples.back();
        fmt::print("{:>8.0f} {:>8} {:>8.1f} {:>8.1f} {:>8} {:>8}\n", ms_since(began) / 60'000, now.visits, now.pss,
                   now.own, now.files, now.threads);
        std::fflush(stdout);
    }
    const bool grown = has_grown(samples);
    return complaints(state / "log") == 0 && !grown;
}

}  // namespace talkpoint::bench
