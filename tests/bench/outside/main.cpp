// The kiosk beside another program, both from outside: the same X server, the same touches, real pixels, by turns.
#include "base/clock.hpp"
#include "base/files.hpp"
#include "figures.hpp"
#include "hours.hpp"
#include "page.hpp"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <thread>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::bench;

namespace {

constexpr int width = 1920, height = 1080;

/// A folder of the bench's own; gone at the end, however it comes.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("talkpoint-bench-" + std::to_string(getpid()));
    Scratch() { fs::create_directories(path); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code error;
        fs::remove_all(path, error);
    }
};

std::string machine() {
    utsname name{};
    uname(&name);
    std::ifstream cpuinfo("/proc/cpuinfo");
    std::string model = "an unknown processor";
    for (std::string line; std::getline(cpuinfo, line);)
        if (line.starts_with("model name")) {
            model = line.substr(line.find(':') + 2);
            break;
        }
    const bool card = fs::exists("/dev/dri");
    return fmt::format("{} x {}, {} {}, {}; Xvfb {}x{}", std::thread::hardware_concurrency(), model, name.sysname,
                       name.machine, card ? "with a graphics card" : "no graphics card", width, height);
}

std::string replaced(std::string text, std::string_view what, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
        text.replace(at, what.size(), by);
    return text;
}

std::string quoted(const std::string& word) { return "'" + replaced(word, "'", "'\\''") + "'"; }

Subject kiosk(const fs::path& scratch) {
    Subject out;
    out.command = quoted(kiosk_program);
    for (const auto& word : kiosk_arguments) out.command += " " + quoted(word);
    out.command += " --state " + quoted(scratch / "state");
    out.folders = {source / "content", source / "assets", source / "kiosk_config"};
    return out;
}

Subject other(const std::string& command, const std::string& page, const fs::path& scratch) {
    fs::create_directories(scratch / "profile");
    const auto with = [&](const std::string& url) {
        return replaced(replaced(command, "{page}", url), "{scratch}", scratch / "profile");
    };
    Subject out;
    out.side = Side::theirs;
    out.command = with(page);
    if (command.contains("{page}")) out.keeps_responses = with(page + "?responses=400");
    out.folders = {scratch / "page", scratch / "profile"};
    return out;
}

struct Wanted {
    std::string against, only, json = "build/bench-beside.json";
    bool brief = false;
    double hours = 0;  ///< instead of all figures
};

int soak(const fs::path& scratch, double hours) {
    Screen screen{width, height};
    const auto time = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::duration<double>{hours * 3600});
    const bool steady = stays_steady(screen, scratch, time);
    fmt::print("{}: {}\n", machine(), steady ? "steady" : "NOT steady");
    return steady ? EXIT_SUCCESS : EXIT_FAILURE;
}

void measure(const Wanted& wanted, const fs::path& scratch) {
    Screen screen{width, height};
    std::cerr << "bench: on display " << screen.name() << '\n';
    const auto stops = walk_visit(scratch, width, height);
    Comparison comparison{machine()};
    Bench bench{screen, stops, {kiosk(scratch)}, scratch, comparison, wanted.brief};
    if (!wanted.against.empty()) {
        const auto page = write_page(scratch / "page", stops);
        bench.subjects.push_back(other(wanted.against, page, scratch));
    }
    const std::vector<std::pair<std::string_view, void (*)(Bench&)>> subjects = {
        {"start", measure_starts},  {"touch", measure_touches},       {"rest", measure_rest_and_loop},
        {"memory", measure_memory}, {"responses", measure_responses}, {"scale", measure_scale}};
    for (const auto& [name, take] : subjects) {
        if (!wanted.only.empty() && wanted.only != name) continue;
        std::cerr << "bench: " << name << '\n';
        take(bench);
    }
    comparison.print();
    if (const auto written = base::write_file(wanted.json, comparison.json()); !written)
        give_up(written.error().text());
    fmt::print("\nalso as JSON: {}\n", wanted.json);
}

}  // namespace

int main(int argc, char** argv) try {
    base::use_uk_local_time();
    ::setenv("SDL_AUDIODRIVER", "dummy", 0);  // without any sound device the kiosk takes its button back, and redraws
    Wanted wanted;
    CLI::App app{"The kiosk, and another program beside it, measured from outside under an X server."};
    app.add_option(
        "--against", wanted.against,
        "the other program as a shell starts it; {page} becomes the URL of an equal page, {scratch} a folder");
    app.add_flag("--short", wanted.brief, "fewer rounds");
    app.add_option("--only", wanted.only, "start, touch, rest, memory, responses or scale")
        ->check(CLI::IsMember({"start", "touch", "rest", "memory", "responses", "scale"}));
    app.add_option("--hours", wanted.hours, "visits for so long, and what has grown by then; nothing else")
        ->check(CLI::PositiveNumber);
    app.add_option("json", wanted.json, "where the figures are written, too");
    CLI11_PARSE(app, argc, argv);
    const Scratch scratch;
    if (wanted.hours > 0) return soak(scratch.path, wanted.hours);
    measure(wanted, scratch.path);
    return 0;
} catch (const std::exception& error) {
    std::cerr << "bench: " << error.what() << '\n';
    return 1;
}
