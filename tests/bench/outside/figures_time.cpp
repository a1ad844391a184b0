// How soon it is there, and how soon it answers.
#include "figures.hpp"
#include "program.hpp"

#include <thread>

namespace talkpoint::bench {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using namespace std::chrono_literals;

namespace {

double ms_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

/// Started, until nothing on the screen has changed for a second. Milliseconds to the last change.
double page_shown(Screen& screen, Program& program) {
    const auto changes = screen.until_it_stands(1000ms, 7000ms);
    program.must_run();
    if (changes.empty()) give_up("nothing is shown within seven seconds");
    return ms_between(program.began(), changes.back());
}

/// Waits until the screen stands. Milliseconds from `since` to the last change.
double stands(Screen& screen, Clock::time_point since, const std::string& what) {
    const auto changes = screen.until_it_stands(400ms, 5000ms);
    if (changes.empty()) give_up(what + " changes nothing");
    return ms_between(since, changes.back());
}

double first_change(Screen& screen, Clock::time_point since, const std::string& what) {
    const auto change = screen.first_change(5000ms);
    if (!change) give_up(what + " changes nothing");
    return ms_between(since, *change);
}

/// Every file that it was seen to hold, and those that it reads and lets go.
std::set<fs::path> files_of(const Program& program, const Subject& subject) {
    std::set<fs::path> files;
    program.add_mapped_files(files);
    for (const auto& folder : subject.folders)
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) files.insert(entry.path());
    return files;
}

}  // namespace

void measure_starts(Bench& bench) {
    std::vector<std::set<fs::path>> files(bench.subjects.size());
    const int warm = bench.brief ? 5 : 11, cold = bench.brief ? 2 : 5;
    for (int round = -1; round < warm + cold; ++round)
        for (std::size_t i = 0; i < bench.subjects.size(); ++i) {
            const auto& subject = bench.subjects[i];
            if (round >= warm)
                if (const double left = forget_files(files[i]); left > 16)
                    bench.comparison.note("of the files of a start from the disk " +
                                          std::to_string(static_cast<int>(left)) + " MiB stayed in memory");
            bench.screen.remember();
            Program program{subject.command, bench.screen.name(), bench.screen.server()};
            const double ms = page_shown(bench.screen, program);
            if (round < 0)  // warms the caches
                files[i] = files_of(program, subject);
            else if (round < warm)
                bench.comparison.add("start to page shown", "ms", subject.side, ms, {0.5});
            else
                bench.comparison.add("start to page shown, files not in memory", "ms", subject.side, ms, {0.5});
        }
}

namespace {

/// A page that comes: its first changed pixel, and its last (it may glide in, by choice).
void add_page(Bench& bench, const Subject& subject, const std::string& name, Clock::time_point since,
              const Changes& changes) {
    if (changes.empty()) give_up(subject.command + ": " + name + ": nothing changes");
    bench.comparison.add(name, "ms", subject.side, ms_between(since, changes.front()));
    bench.comparison.add(name + ", until nothing moves", "ms", subject.side, ms_between(since, changes.back()), no_aim);
}

/// One visit, from the loop to "thank you".
void visit(Bench& bench, const Subject& subject, int presses) {
    auto& screen = bench.screen;
    auto& comparison = bench.comparison;
    const auto& stops = bench.stops;
    screen.remember();
    Program program{subject.command, screen.name(), screen.server()};
    (void)page_shown(screen, program);
    std::this_thread::sleep_for(500ms);

    screen.remember();
    // Beside every control: it begins there too, and no button shows first that it was pressed.
    auto since = screen.touch(screen.whole().width * 5 / 32, screen.whole().height * 5 / 6);
    add_page(bench, subject, "first touch on attract to home", since, screen.until_it_stands(400ms, 5000ms));

    const auto& home = stops[stop_at(stops, "home")];
    const auto& topic = stops[stop_at(stops, home.tapped)];
    const Point card = home.point, back = middle_of(topic.dump, "back");
    for (int i = 0; i < presses; ++i) {
        screen.move(10, 10);
        std::this_thread::sleep_for(150ms);
        screen.remember();
        since = screen.press(card.x, card.y);
        comparison.add("press to first changed pixel", "ms", subject.side, first_change(screen, since, "a press"));
        (void)screen.until_it_stands(100ms, 500ms);
        screen.move(10, 10);  // away from it, so that it means nothing
        screen.release();
        (void)screen.until_it_stands(200ms, 500ms);
    }
    for (int i = 0; i < presses; ++i) {
        std::this_thread::sleep_for(500ms);
        screen.move(card.x, card.y);
        std::this_thread::sleep_for(100ms);
        screen.remember();
        since = screen.touch(card.x, card.y);
        comparison.add("touch to first changed pixel", "ms", subject.side, first_change(screen, since, "a touch"),
                       {10.0 / 18});
        (void)screen.until_it_stands(300ms, 2000ms);
        std::this_thread::sleep_for(500ms);
        screen.remember();
        since = screen.touch(back.x, back.y);
        (void)stands(screen, since, "Back");
    }
    // Through the messages and the questions.
    for (std::size_t i = stop_at(stops, "home"); i + 2 < stops.size(); ++i) {
        std::this_thread::sleep_for(500ms);
        screen.remember();
        since = screen.touch(stops[i].point.x, stops[i].point.y);
        (void)stands(screen, since, subject.command + ": " + stops[i].tapped + " on stop " + std::to_string(i));
    }
    std::this_thread::sleep_for(500ms);
    // Where the last question has its words and "thank you" its own: the button that is pressed lies elsewhere.
    screen.remember({0, screen.whole().height / 8, screen.whole().width, screen.whole().height / 2});
    const auto& last = stops[stops.size() - 2];
    since = screen.touch(last.point.x, last.point.y);
    add_page(bench, subject, "last answer to \"thank you\"", since, screen.until_it_stands(400ms, 5000ms));
    program.must_run();
}

}  // namespace

void measure_touches(Bench& bench) {
    const int visits = bench.brief ? 1 : 4;
    for (int i = 0; i < visits; ++i)
        for (const auto& subject : bench.subjects) visit(bench, subject, bench.brief ? 10 : 15);
}

}  // namespace talkpoint::bench
