// What it takes while nobody is there, and after somebody was.
#include "figures.hpp"
#include "program.hpp"

#include "base/random.hpp"
#include "store/database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

namespace talkpoint::bench {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;
using namespace std::chrono_literals;

namespace {

constexpr int slide_s = 8;

void wait_for_page(Bench& bench, Program& program) {
    if (bench.screen.until_it_stands(1000ms, 7000ms).empty()) give_up("nothing is shown within seven seconds");
    program.must_run();
}

/// Seconds of processor time a second, of the program and of the X server.
struct Share {
    double program = 0, server = 0;
};

Share share_of(Bench& bench, Program& program, seconds time) {
    const double before = program.cpu_seconds(), server_before = bench.screen.server_cpu_seconds();
    const auto began = Clock::now();
    std::this_thread::sleep_for(time);
    const double passed = ms_since(began) / 1000;
    program.must_run();
    return {(program.cpu_seconds() - before) / passed, (bench.screen.server_cpu_seconds() - server_before) / passed};
}

/// How often the picture changes while one slide comes over the other, and the longest that it stood still meanwhile.
void watch_transitions(Bench& bench, const Subject& subject) {
    auto& screen = bench.screen;
    const auto whole = screen.whole();
    // A band through the picture and the words of each slide.
    screen.remember({whole.width / 24, whole.height * 3 / 10, whole.width * 11 / 12, 64});
    const auto begin = Clock::now();
    const auto changes = screen.watch(seconds{slide_s * (bench.brief ? 3 : 6)});
    const auto end = Clock::now();
    for (std::size_t from = 0, to = 0; from < changes.size(); from = to) {
        double longest = 0;
        for (to = from + 1; to < changes.size() && changes[to] - changes[to - 1] < 1s; ++to)
            longest = std::max(longest, ms_since(changes[to - 1]) - ms_since(changes[to]));
        const bool cut = changes[from] - begin < 1s || end - changes[to - 1] < 1s;
        if (cut || to - from < 3) continue;  // half a transition, or a slide that was simply there
        const double s = std::chrono::duration<double>(changes[to - 1] - changes[from]).count();
        bench.comparison.add("pictures a second while a slide comes", "/s", subject.side,
                             static_cast<double>(to - from - 1) / s, {0.95, true});
        bench.comparison.add("longest time without a new one meanwhile", "ms", subject.side, longest, no_aim);
    }
}

}  // namespace

void measure_rest_and_loop(Bench& bench) {
    const int rounds = bench.brief ? 1 : 3;
    for (int round = 0; round < rounds; ++round)
        for (const auto& subject : bench.subjects) {
            bench.screen.remember();
            Program program{subject.command, bench.screen.name(), bench.screen.server()};
            wait_for_page(bench, program);
            bench.screen.touch(bench.stops[0].point.x, bench.stops[0].point.y);
            (void)bench.screen.until_it_stands(1000ms, 3000ms);
            const auto used = share_of(bench, program, 25s);  // nobody has been asked yet whether they are there
            bench.comparison.add("processor, still page", "s/s", subject.side, used.program);
        }
    for (int round = 0; round < rounds; ++round)
        for (const auto& subject : bench.subjects) {
            bench.screen.remember();
            Program program{subject.command, bench.screen.name(), bench.screen.server()};
            wait_for_page(bench, program);
            const auto used = share_of(bench, program, seconds{slide_s * (bench.brief ? 2 : 6)});
            bench.comparison.add("processor, loop with a full-screen crossfade of 1.5 s", "s/s", subject.side,
                                 used.program, {0.5});
            bench.comparison.add("the X server meanwhile", "s/s", subject.side, used.server, no_aim);
            watch_transitions(bench, subject);
        }
}

void measure_memory(Bench& bench) {
    auto& screen = bench.screen;
    const auto& stops = bench.stops;
    const auto& home = stops[stop_at(stops, "home")].dump;
    const auto& topic = stops[stop_at(stops, stops[stop_at(stops, "home")].tapped)];
    const auto& message = stops[stop_at(stops, topic.tapped)];
    const auto tap = [&](const Point& point) {
        screen.touch(point.x, point.y);
        std::this_thread::sleep_for(1200ms);
    };
    for (const auto& subject : bench.subjects) {
        screen.remember();
        Program program{subject.command, screen.name(), screen.server()};
        wait_for_page(bench, program);
        std::this_thread::sleep_for(seconds{slide_s + 4});
        bench.comparison.add("memory of all its processes, in the loop (PSS)", "MiB", subject.side, program.pss_mib(),
                             {0.25});
        // One visit to the end, then message after message of every topic.
        const auto until = Clock::now() + (bench.brief ? 30s : 180s);
        for (std::size_t i = 0; i + 1 < stops.size() && Clock::now() < until; ++i) tap(stops[i].point);
        tap(middle_of(stops.back().dump, "home"));
        while (Clock::now() < until)
            for (const auto& node : home.at("nodes")) {
                const auto id = node.at("id").get<std::string>();
                if (!id.starts_with("topic.") || !node.at("action").get<bool>() || Clock::now() >= until) continue;
                tap(middle_of(home, id));
                tap(topic.point);
                tap(message.point);
                tap(message.point);
                tap(middle_of(message.dump, "home"));
            }
        program.must_run();
        bench.comparison.add(
            bench.brief ? "memory after half a minute of use (PSS)" : "memory after three minutes of use (PSS)", "MiB",
            subject.side, program.pss_mib(), {0.25});
    }
}

namespace {

constexpr int kept_each = 400;

/// What the disk allows: appended and synced, one after the other.
double bare_rate(const fs::path& scratch, const std::string& body) {
    const auto file = scratch / "bare";
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0) give_up(file.string() + ": cannot be written");
    const double ms = ms_of([&] {
        for (int i = 0; i < kept_each; ++i)
            if (::write(descriptor, body.data(), body.size()) != static_cast<ssize_t>(body.size()) ||
                ::fdatasync(descriptor) != 0)
                give_up(file.string() + ": cannot be written");
    });
    ::close(descriptor);
    return kept_each / ms * 1000;
}

double our_rate(const fs::path& scratch, const std::string& body) {
    base::Random random;
    fs::create_directories(scratch / "responses");
    auto database = store::Database::open(
        scratch / "responses", base::Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}});
    if (!database) give_up(database.error().text());
    return kept_each / ms_of([&] {
               for (int i = 0; i < kept_each; ++i) {
                   const outbox::Record record{base::uuid_v4(random), "s", "1", "2026-11-23", body, ""};
                   std::vector<outbox::Tally> tallies;
                   for (const char* question : {"a", "b", "c", "d", "e", "f"})
                       tallies.push_back({"s", question, "x", "2026-11-23"});
                   if (!database->submit(record, tallies)) give_up("the database does not take what it should");
               }
           }) *
           1000;
}

double rate_of_page(Bench& bench, const Subject& subject) {
    Program program{subject.keeps_responses, bench.screen.name(), bench.screen.server()};
    const std::string begins = "kept " + std::to_string(kept_each) + " in ";
    for (const auto limit = Clock::now() + 60s; Clock::now() < limit; std::this_thread::sleep_for(50ms)) {
        const auto title = bench.screen.title();
        if (const auto at = title.find(begins); at != std::string::npos)
            return kept_each / std::stod(title.substr(at + begins.size())) * 1000;
    }
    give_up(subject.keeps_responses + ": has not kept its responses within a minute");
}

}  // namespace

void measure_responses(Bench& bench) {
    const std::string body = "<data>" + std::string(800, 'x') + "</data>";  // as long as six answers
    for (int round = 0; round < (bench.brief ? 3 : 7); ++round) {
        bench.comparison.add("append + fdatasync alone", "/s", Side::ours, bare_rate(bench.scratch, body));
        for (const auto& subject : bench.subjects)
            if (subject.side == Side::ours)
                bench.comparison.add("durable responses", "/s", subject.side, our_rate(bench.scratch, body), {3, true});
            else if (!subject.keeps_responses.empty())
                bench.comparison.add("durable responses", "/s", subject.side, rate_of_page(bench, subject), {3, true});
    }
}

}  // namespace talkpoint::bench
