// The graphics card forgets everything: the page stands again, and the person goes on where they were.
#include "catch.hpp"
#include "faulty_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A tour of the kiosk of that place, with its faults.
Ran tour(const FaultyKiosk& kiosk, const std::string& script) {
    return kiosk.place.tour(script, {"--drawing", kiosk.drawing}, kiosk.environment());
}

std::string shot(const FaultyKiosk& kiosk, const std::string& name) {
    return contents_of(kiosk.place.path("shots/" + name + ".png"));
}

}  // namespace

TEST_CASE("after the card has forgotten everything, the same page stands, and the survey goes on to its end") {
    const FaultyKiosk kiosk;
    // The fault happens as soon as its file is there: the first picture is its file.
    fs::create_directory(kiosk.place.path("shots"));
    fs::create_symlink(kiosk.place.path("shots/before.png"), kiosk.place.path("faults/lose-gl"));
    const auto ran = tour(kiosk,
                          "touch 1 1\ntap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\ntap \"Continue\"\n"
                          "tap \"Cheese\"\nshot before\nwait 1s\nshot after\n"
                          "tap \"Apple\"\ntap \"Continue\"\ntap \"Half\"\ntap \"Continue\"\n"
                          "tap \"Skip this question\"\non survey.thanks\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(kiosk.has_told("lost"));
    const bool same_picture = shot(kiosk, "before") == shot(kiosk, "after");  // not to be printed
    CHECK(same_picture);
    CHECK(lines_in(ran.err).size() == 1);
    CHECK_THAT(ran.err, ContainsSubstring("the graphics card has lost the picture"));
    const auto exported = kiosk.place.ctl({"export", "--to", kiosk.place.path("tables")});
    REQUIRE(exported.exit_code == 0);
    const auto table = contents_of(kiosk.place.path("tables/kinds.csv"));
    INFO(table);
    CHECK(lines_in(table).size() == 2);
    CHECK_THAT(table, ContainsSubstring(",a,a c,1,0,1,half,skipped,"));  // as answered before, and after
}

TEST_CASE("the loop's pictures come back as well, whatever screen is turned how") {
    FaultyKiosk kiosk;
    kiosk.place.config = TALKPOINT_SOURCE "/kiosk_config/kiosk.toml";
    kiosk.place.size = GENERATE("800x480", "480x800");
    fs::create_directory(kiosk.place.path("shots"));
    fs::create_symlink(kiosk.place.path("shots/before.png"), kiosk.place.path("faults/lose-gl"));
    const auto ran = tour(kiosk, "shot before\nwait 500ms\nshot after\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(kiosk.has_told("lost"));
    const bool same_picture = shot(kiosk, "before") == shot(kiosk, "after");  // not to be printed
    CHECK(same_picture);
}

TEST_CASE("a card that does not come back ends the kiosk with 4 in a few seconds, so that it is started again") {
    FaultyKiosk kiosk;
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    const std::string fault = GENERATE("lose-gl-for-good", "lose-gl-always", "bad-swap");
    INFO(fault);
    kiosk.make(fault);
    kiosk.tap(0.5, 0.5);
    CHECK(kiosk.program->wait(seconds{static_cast<int>(6 * one_second)}) == 4);
    INFO(kiosk.program->said());
    CHECK(lines_in(kiosk.program->said()).size() == 3);  // who draws; that it is lost; why it gave up
}

TEST_CASE("in real time, a frame is shown within a second of the loss") {
    FaultyKiosk kiosk;
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    kiosk.make("lose-gl");
    kiosk.tap(0.5, 0.5);
    REQUIRE(comes_true([&] { return kiosk.has_told("lost"); }, seconds{10}));
    CHECK(comes_true([&] { return kiosk.has_told("shown-again"); }, seconds{static_cast<int>(one_second)}));
    CHECK_FALSE(kiosk.program->wait(seconds{3}));
}

TEST_CASE("while a film is on the screen: a card that is away for half a second, and the film goes on") {
    FaultyKiosk kiosk;
    kiosk.show_film();
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    REQUIRE(kiosk.plays());
    kiosk.make("lose-gl-for-a-while");
    REQUIRE(comes_true([&] { return kiosk.has_told("lost"); }, seconds{10}));
    CHECK(comes_true([&] { return kiosk.has_told("shown-again"); }, seconds{static_cast<int>(2 * one_second)}));
    CHECK(kiosk.plays());
    CHECK_FALSE(kiosk.program->wait(seconds{3}));
    const auto said = kiosk.program->said();
    INFO(said);
    CHECK_THAT(said, ContainsSubstring("the graphics card has lost the picture"));
    CHECK(said.find("a.webm") == std::string::npos);
}

TEST_CASE("a card that does not come back while a film plays, and while one ends, ends the kiosk with 4 as well") {
    FaultyKiosk kiosk;
    const std::string film = GENERATE(as<std::string>{}, FaultyKiosk::long_film, "tests/media/films/steps.webm");
    INFO(film);
    kiosk.show_film(film);
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    REQUIRE(kiosk.plays());
    kiosk.make("lose-gl-for-good");
    CHECK(kiosk.program->wait(seconds{static_cast<int>(6 * one_second)}) == 4);
    INFO(kiosk.program->said());
    CHECK_THAT(kiosk.program->said(), ContainsSubstring("display: "));  // why it gave up
}
