// How fast and how large the kiosk is: a table for people, JSON for scripts. No limits here: machines are noisy, so
// figures are given with their median and spread, and the commit beside a bare insert in the same run.
#include "base/files.hpp"
#include "config/config.hpp"
#include "config/find_assets.hpp"
#include "outbox/outbox.hpp"
#include "platform/canvas.hpp"
#include "platform/window.hpp"
#include "shell/content.hpp"
#include "shell/kiosk.hpp"
#include "store/database.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <sstream>
#include <thread>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace {

namespace fs = std::filesystem;
using namespace talkpoint;
using Clock = std::chrono::steady_clock;

const fs::path source = TALKPOINT_SOURCE;
const fs::path program = fs::path{TALKPOINT_BIN} / "talkpoint";

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Figure {
    std::string name, unit;
    std::vector<double> samples;
};

class Table {
  public:
    void add(std::string name, std::string unit, std::vector<double> samples) {
        figures_.push_back({std::move(name), std::move(unit), std::move(samples)});
    }

    void print() const {
        fmt::print("{:<58} {:>10} {:>10} {:>10}  {}\n", "", "median", "least", "most", "n");
        for (auto figure : figures_) {
            std::ranges::sort(figure.samples);
            fmt::print("{:<58} {:>10.3f} {:>10.3f} {:>10.3f}  {}  {}\n", figure.name,
                       figure.samples[figure.samples.size() / 2], figure.samples.front(), figure.samples.back(),
                       figure.samples.size(), figure.unit);
        }
    }
    [[nodiscard]] std::string json() const {
        auto out = nlohmann::json::array();
        for (const auto& figure : figures_)
            out.push_back({{"name", figure.name}, {"unit", figure.unit}, {"samples", figure.samples}});
        return out.dump(1) + "\n";
    }

  private:
    std::vector<Figure> figures_;
};

pid_t start(const std::vector<std::string>& arguments) {
    std::vector<char*> argv;
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t pid = 0;
    if (posix_spawn(&pid, arguments[0].c_str(), &actions, nullptr, argv.data(), environ) != 0) std::exit(1);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

void end(pid_t pid) {
    kill(pid, SIGTERM);
    waitpid(pid, nullptr, 0);
}

/// Seconds of processor time that a process has used.
double cpu_seconds(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream rest(text.substr(text.rfind(')') + 2));
    std::string word;
    double ticks = 0;
    for (int field = 3; rest >> word; ++field)
        if (field == 14 || field == 15) ticks += std::stod(word);
    return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double pss_mib(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    for (std::string word; file >> word;)
        if (word == "Pss:") {
            file >> word;
            return std::stod(word) / 1024;
        }
    return 0;
}

/// From the start of the program until it has drawn its first frame, closed everything and ended.
void measure_start(Table& table, const fs::path& scratch) {
    std::ofstream(scratch / "start.tour") << "on attract\n";
    std::vector<double> samples;
    for (int i = 0; i < 11; ++i) {
        const auto begin = Clock::now();
        const pid_t pid = start({program, "--config", source / "kiosk_config/kiosk.toml", "--headless", "1920x1080",
                                 "--state", scratch / "start", "--tour", scratch / "start.tour"});
        waitpid(pid, nullptr, 0);
        if (i > 0) samples.push_back(ms_since(begin));  // the first one warms the caches
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
        const pid_t pid = start({program, "--config", config, "--headless", "1920x1080", "--state", scratch / "rest"});
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

/// In this process: from the event to the frame that the card has finished.
void measure_touch(Table& table) {
    base::Problems problems;
    const auto config = config::load_config(source / "kiosk_config/kiosk.toml", problems);
    const auto assets = config::find_assets();
    const base::SystemClock clock;
    if (!config || !assets) std::exit(1);
    const auto catalogue = shell::load_catalogue(*config, base::date_of(clock.local()), true, problems);
    const auto strings = pack::Strings::load(*assets / "strings/en.toml", problems);
    auto window = platform::Window::open({platform::WindowOptions::Kind::headless, 1920, 1080, 0});
    if (!window) {
        std::cerr << window.error().text() << '\n';
        std::exit(4);
    }
    auto canvas = platform::Canvas::create(**window);
    if (!canvas) std::exit(4);
    shell::Kiosk kiosk{{*config, catalogue, strings, *assets, clock, **window, **canvas, 1, true}, {}};
    kiosk.show();
    const auto answered = [&](const platform::Event& event) {
        const auto begin = Clock::now();
        kiosk.handle(event);
        kiosk.show();
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
    table.add("finger down on a card, to the drawn frame", "ms", press);
    table.add("answer chosen, to the drawn frame", "ms", option);
    table.add("attract to home, first time, to the drawn frame", "ms", first_home);
    table.add("topic back to home, to the drawn frame", "ms", warm_home);
}

void measure_commits(Table& table, const fs::path& scratch) {
    constexpr int rounds = 5, each = 400;
    base::Random random;
    fs::create_directories(scratch / "commits");
    auto database = store::Database::open(
        scratch / "commits", base::Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}});
    if (!database) std::exit(5);
    sqlite3* bare = nullptr;
    sqlite3_open((scratch / "bare.db").c_str(), &bare);
    sqlite3_exec(bare, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(a TEXT)", nullptr, nullptr,
                 nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(bare, "INSERT INTO t VALUES(?)", -1, &insert, nullptr);
    // As long as an instance of six questions.
    const std::string body = "<data>" + std::string(800, 'x') + "</data>";
    std::vector<double> ours, theirs, ratio;
    for (int round = 0; round < rounds; ++round) {
        auto begin = Clock::now();
        for (int i = 0; i < each; ++i) {
            sqlite3_bind_text(insert, 1, body.c_str(), -1, SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        theirs.push_back(each / ms_since(begin) * 1000);
        begin = Clock::now();
        for (int i = 0; i < each; ++i) {
            const outbox::Record record{base::uuid_v4(random), "s", "1", "2026-11-23", body, ""};
            std::vector<outbox::Tally> tallies;
            for (const char* question : {"a", "b", "c", "d", "e", "f"})
                tallies.push_back({"s", question, "x", "2026-11-23"});
            if (!database->submit(record, tallies)) std::exit(5);
        }
        ours.push_back(each / ms_since(begin) * 1000);
        ratio.push_back(ours.back() / theirs.back());
    }
    sqlite3_finalize(insert);
    sqlite3_close(bare);
    table.add("responses committed (with six tallies), synced", "/s", ours);
    table.add("bare SQLite inserts with the same sync", "/s", theirs);
    table.add("ours against bare", "ratio", ratio);
}

}  // namespace

int main(int argc, char** argv) {
    base::use_uk_local_time();
    const fs::path scratch = fs::temp_directory_path() / ("talkpoint-bench-" + std::to_string(getpid()));
    fs::create_directories(scratch);
    Table table;
    measure_start(table, scratch);
    measure_rest(table, scratch);  // before this process loads Mesa too: shared pages would be counted by halves
    measure_touch(table);
    measure_commits(table, scratch);
    table.print();
    const fs::path json = argc > 1 ? fs::path{argv[1]} : fs::path{"build/bench.json"};
    if (const auto written = base::write_file(json, table.json()); !written)
        std::cerr << written.error().text() << '\n';
    else
        fmt::print("\nalso as JSON: {}\n", json.string());
    fs::remove_all(scratch);
    return 0;
}
