// What hangs on the kiosk is pulled out and put back: the sound device, the touchscreen, the disk.
#include "catch.hpp"
#include "faulty_kiosk.hpp"
#include "store/database.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

std::ptrdiff_t not_silent(const std::string& samples) {
    return std::ranges::count_if(samples, [](char byte) { return byte != 0; });
}

int lines_with(const std::string& text, std::string_view part) {
    int count = 0;
    for (const auto& line : lines_in(text)) count += line.find(part) != std::string::npos ? 1 : 0;
    return count;
}

/// What SDL's disk driver writes to next is another file now.
void point(const fs::path& link, const fs::path& target) {
    const auto beside = fs::path{link} += ".new";
    fs::create_symlink(target, beside);
    fs::rename(beside, link);
}

/// Where a control is, as a part of the screen: from the same pages in a tour.
struct Spot {
    double x, y;
};
Spot spot_of(const TestKiosk& place, std::string_view dump, std::string_view id) {
    const auto screen = place.dump(dump);
    const auto rect = node_of(screen, id).at("rect");
    INFO(rect.dump());
    return {(rect.at(0).get<double>() + rect.at(2).get<double>() / 2) / 640,
            (rect.at(1).get<double>() + rect.at(3).get<double>() / 2) / 640};
}

std::size_t responses_in(const fs::path& state) {
    auto database = store::Database::open_to_read(state);
    if (!database) return 0;
    std::size_t count = 0;
    (void)database->for_each("", [&](const outbox::Record&) { ++count; });
    return count;
}

}  // namespace

TEST_CASE(
    "the sound device goes in the middle of a word: staff are told once, the visit goes on, and it speaks again") {
    FaultyKiosk kiosk;
    const auto pipe = kiosk.place.path("pipe"), device = kiosk.place.path("device"), back = kiosk.place.path("back");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const int ear = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(ear >= 0);
    point(device, pipe);
    kiosk.start({"SDL_AUDIODRIVER=disk", "SDL_DISKAUDIOFILE=" + device.string()});
    REQUIRE(kiosk.is_ready());
    kiosk.tap(0.01, 0.01);
    kiosk.hand("key F2");
    std::string heard;
    REQUIRE(comes_true(
        [&] {
            std::array<char, 65536> some;
            const auto count = ::read(ear, some.data(), some.size());
            if (count > 0) heard.append(some.data(), static_cast<std::size_t>(count));
            return not_silent(heard) > 20'000;
        },
        seconds{30}));

    point(device, "/dev/full");  // it is there, and takes nothing
    ::close(ear);
    REQUIRE(comes_true([&] { return lines_with(kiosk.program->said(), "the kiosk cannot read aloud: sound: ") == 1; },
                       seconds{20}));
    // Each page is to be read, and cannot be; the main loop gets on.
    for (const char* key : {"Tab", "Return", "F1", "Escape"}) {
        kiosk.hand(std::string{"key "} + key);
        REQUIRE(kiosk.comes_to_rest());
    }
    CHECK(lines_with(kiosk.program->said(), "aloud") == 1);

    point(device, back);
    kiosk.hand("key F1");
    CHECK(comes_true([&] { return not_silent(contents_of(back)) > 20'000; }, seconds{20}));
    kiosk.program->signal(SIGTERM);
    CHECK(kiosk.program->wait(seconds{10}) == 0);
    INFO(kiosk.program->said());
    CHECK(lines_with(kiosk.program->said(), "aloud") == 1);
}

TEST_CASE("the sound device goes in the middle of a film: it goes on without sound, and nobody is told of a bad film") {
    FaultyKiosk kiosk;
    kiosk.show_film();
    const auto ran = kiosk.place.tour(
        "touch 1 1\ndump home\ntap \"#topic.small\"\ndump topic\ntap \"#message.only\"\non message.only\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto pipe = kiosk.place.path("pipe"), device = kiosk.place.path("device");
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const int ear = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(ear >= 0);
    point(device, pipe);
    kiosk.start({"SDL_AUDIODRIVER=disk", "SDL_DISKAUDIOFILE=" + device.string()});
    REQUIRE(kiosk.is_ready());
    kiosk.tap(0.01, 0.01);
    // The loop's film plays behind all this: it never comes to rest.
    const auto after = [](milliseconds time) { std::this_thread::sleep_for(time); };
    for (const auto& [dump, id] : {std::pair{"home", "topic.small"}, {"topic", "message.only"}}) {
        after(milliseconds{1500});
        const auto spot = spot_of(kiosk.place, dump, id);
        kiosk.tap(spot.x, spot.y);
    }
    std::size_t heard = 0;  // the film itself is silent: what the device is given are its pauses
    REQUIRE(comes_true(
        [&] {
            std::array<char, 65536> some;
            const auto count = ::read(ear, some.data(), some.size());
            heard += count > 0 ? static_cast<std::size_t>(count) : 0;
            return heard > 200'000;
        },
        seconds{30}));
    REQUIRE(kiosk.plays());

    point(device, "/dev/full");
    ::close(ear);
    for (int i = 0; i < 4; ++i) {  // longer than any patience with it
        after(milliseconds{1500});
        CHECK(kiosk.plays());
    }
    INFO(kiosk.program->said());
    CHECK(lines_with(kiosk.program->said(), "a.webm") == 0);
    kiosk.program->signal(SIGTERM);
    CHECK(kiosk.program->wait(seconds{10}) == 0);
}

TEST_CASE("a disk that no longer reads costs the film that plays ten minutes, and the kiosk nothing") {
    FaultyKiosk kiosk;
    kiosk.watched = true;
    kiosk.show_film();
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    REQUIRE(kiosk.plays());
    kiosk.make("stuck-film");
    const auto told = [&] { return lines_with(kiosk.program->said(), "a.webm: "); };
    REQUIRE(comes_true(
        [&] {
            (void)kiosk.manager.hears(milliseconds{1});
            return told() > 0;
        },
        seconds{30}));
    CHECK(lines_with(kiosk.program->said(), "three seconds; ") + lines_with(kiosk.program->said(), "hang; ") == 1);
    CHECK(lines_with(kiosk.program->said(), "; it is tried again in ten minutes") == 1);
    for (int i = 0; i < 4; ++i) CHECK_FALSE(kiosk.manager.hears(kiosk.watchdog).empty());
    fs::remove(kiosk.place.path("faults/stuck-film"));
    kiosk.program->signal(SIGTERM);
    CHECK(kiosk.program->wait(seconds{10}) == 0);
    CHECK(told() == 1);
}

TEST_CASE("a touchscreen that goes with a finger on it blocks nobody, and the one that comes is touched at once") {
    FaultyKiosk kiosk;
    const auto ran = kiosk.place.tour(
        "touch 1 1\ndump home\ntap \"Every kind\"\ndump intro\ntap \"Start\"\ntap \"Apple\"\ndump question\n"
        "tap \"Continue\"\ndump second\ntap \"Skip this question\"\ndump third\ntap \"Skip this question\"\n"
        "dump fourth\ntap \"Skip this question\"\non survey.thanks\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    fs::remove_all(kiosk.place.path("state"));
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    kiosk.tap(0.01, 0.01, 1);
    REQUIRE(kiosk.comes_to_rest());
    auto touch = [&, finger = 100](std::string_view dump, std::string_view id) mutable {
        INFO(dump << " " << id);
        const auto spot = spot_of(kiosk.place, dump, id);
        // Fingers of the screens that have gone: they never lift. Then one of the screen that has come.
        kiosk.hand("down " + std::to_string(++finger) + " " + std::to_string(spot.x) + " " + std::to_string(spot.y));
        REQUIRE(kiosk.comes_to_rest());
        kiosk.tap(spot.x, spot.y, ++finger);
        REQUIRE(kiosk.comes_to_rest());
    };
    touch("home", "survey.kinds");
    touch("intro", "start");
    touch("question", "option.a");
    touch("question", "continue");
    touch("second", "skip");
    touch("third", "skip");
    touch("fourth", "skip");
    CHECK(comes_true([&] { return responses_in(kiosk.place.path("state")) == 1; }, seconds{20}));
}
