// What it costs that there is much to show.
#include "figures.hpp"
#include "many_messages.hpp"
#include "program.hpp"

#include <fmt/format.h>

#include <thread>

namespace talkpoint::bench {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t packs = 72;  ///< of fourteen messages
constexpr Aim same{1.25, false, "one pack"}, to_look_at{0, false, "one pack"};

/// The last change before the screen stands for a while: what comes later is the dots of messages that have been read
/// meanwhile.
Clock::time_point first_picture(const Changes& changes) {
    for (std::size_t i = 1; i < changes.size(); ++i)
        if (changes[i] - changes[i - 1] > 100ms) return changes[i - 1];
    return changes.back();
}

void measure_once(Bench& bench, Side side, const ManyMessages& content, const std::string& much) {
    auto& screen = bench.screen;
    const auto add = [&](const std::string& what, const char* unit, double sample, const Aim& aim = same) {
        bench.comparison.add(what + ", " + much, unit, side, sample, aim);
    };
    const auto ms = [](Clock::duration time) { return std::chrono::duration<double, std::milli>(time).count(); };
    const auto state = bench.scratch / "scale-state";
    fs::remove_all(state);
    screen.remember();
    Program program{fmt::format("'{}' --config '{}' --state '{}' --seed 1", kiosk_program.string(),
                                content.config.string(), state.string()),
                    screen.name(), screen.server()};
    const auto shown = screen.until_it_stands(1000ms, 7000ms);
    program.must_run();
    if (shown.empty()) give_up("nothing is shown within seven seconds");
    add("start to the first picture", "ms", ms(first_picture(shown) - program.began()));
    add("until all of them are read", "ms", ms(shown.back() - program.began()), to_look_at);
    std::this_thread::sleep_for(3s);  // all has been read, and what that took is given back
    const double before = program.cpu_seconds();
    std::this_thread::sleep_for(24s);  // three slides
    add("processor in the loop", "s/s", (program.cpu_seconds() - before) / 24);
    add("memory in the loop (PSS)", "MiB", program.pss_mib());
    screen.remember();
    const auto since = screen.touch(screen.whole().width * 5 / 32, screen.whole().height * 5 / 6);
    const auto home = screen.until_it_stands(400ms, 5000ms);
    if (home.empty()) give_up("a touch changes nothing");
    add("first touch to the home screen", "ms", ms(home.back() - since));
}

}  // namespace

void measure_scale(Bench& bench) {
    const auto few = write_messages(bench.scratch / "few", 1), many = write_messages(bench.scratch / "many", packs);
    const auto much = fmt::format("{} messages, {:.1f} GB", many.messages, static_cast<double>(many.media_bytes) / 1e9);
    for (int round = 0; round < (bench.brief ? 1 : 3); ++round) {
        measure_once(bench, Side::theirs, few, much);
        measure_once(bench, Side::ours, many, much);
    }
}

}  // namespace talkpoint::bench
