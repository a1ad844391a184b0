// The kiosk for a month of days and nights, thousands of visits, on a fast clock: what it holds at the end is what it
// held after the first days. `soak` is a month, in minutes; `soak HOURS` goes on for so long.
#include "base/log.hpp"
#include "samples.hpp"
#include "visitor.hpp"

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace talkpoint::soak {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int days = 6, visits_a_day = 30;  // every access is watched
#else
constexpr int days = 30, visits_a_day = 70;
#endif
constexpr std::chrono::minutes line_every{3};

/// From opening to closing, and through the night.
void day(Place& place, base::Random& chance) {
    const auto morning = std::chrono::floor<std::chrono::days>(place.now()) + std::chrono::hours{10};
    place.pass_until(morning);
    for (int i = 0; i < visits_a_day; ++i) {
        const auto wish = static_cast<Wish>(chance.below(wishes));
        if (!comes_and_goes(place, wish, chance))
            throw std::runtime_error{fmt::format("{}: wish {}: the visit ended nowhere, on {}",
                                                 base::format_local_time(place.now()), static_cast<int>(wish),
                                                 place.scene().screen)};
        place.pass(std::chrono::seconds{static_cast<int>(chance.below(20))});
    }
    place.pass_until(morning + std::chrono::hours{14});
    if (place.scene().screen != "dark") throw std::runtime_error{"at midnight the screen was " + place.scene().screen};
}

/// What the kiosk complained of: here nothing is broken.
std::vector<std::string> complaints(const fs::path& log) {
    std::vector<std::string> lines;
    std::ifstream in{log / "talkpoint.log"};
    for (std::string line; std::getline(in, line);)
        if (line.find("warning: ") != std::string::npos || line.find("error: ") != std::string::npos)
            lines.push_back("the log: " + line);
    return lines;
}

int run(std::optional<double> hours) {
    std::string pattern = (fs::temp_directory_path() / "talkpoint-soak-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    const std::unique_ptr<std::string, void (*)(std::string*)> folder{&pattern, [](std::string* path) {
                                                                          std::error_code error;
                                                                          fs::remove_all(*path, error);
                                                                      }};
    base::use_uk_local_time();
    const auto log = fs::path{pattern} / "log";
    if (const auto kept = base::keep_log(log); !kept) throw std::runtime_error{kept.error().text()};
    Place place{fs::path{TALKPOINT_SOURCE} / "kiosk_config/kiosk.toml", pattern,
                *base::parse_local_time("2026-11-02T00:00")};
    base::Random chance{20261102};
    const auto began = Clock::now();
    auto said = began;
    std::vector<Sample> samples;
    const auto over = [&] {
        if (!hours) return samples.size() >= days;
        return Clock::now() - began > std::chrono::duration<double, std::ratio<3600>>{*hours};
    };
    fmt::print("{}\n", heading());
    while (!over()) {
        day(place, chance);
        samples.push_back(sample(place, static_cast<int>(samples.size() + 1) * visits_a_day));
        const bool often = !hours && samples.size() % 3 == 0;
        if (often || Clock::now() - said > line_every) {
            fmt::print("{}\n", line_of(samples.back()));
            std::fflush(stdout);
            said = Clock::now();
        }
    }
    auto faults = growth_in(samples);
    std::ranges::move(complaints(log), std::back_inserter(faults));
    for (const auto& fault : faults) fmt::print("{}\n", fault);
    fmt::print("soak: {} visits in {} simulated days, {:.0f} s: {}\n", samples.back().visits, samples.size(),
               std::chrono::duration<double>(Clock::now() - began).count(), faults.empty() ? "steady" : "not steady");
    return faults.empty() ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace talkpoint::soak

int main(int argc, char** argv) try {
    std::optional<double> hours;
    if (argc > 1) hours = std::strtod(argv[1], nullptr);
    if (argc > 2 || (hours && !(*hours > 0))) {
        fmt::print(stderr, "soak takes hours: soak 8\n");
        return 2;
    }
    // As talkpoint does.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    return talkpoint::soak::run(hours);
} catch (const std::exception& error) {
    fmt::print(stderr, "soak: {}\n", error.what());
    return EXIT_FAILURE;
}
