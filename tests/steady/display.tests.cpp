// A real X server whose window changes its size, and which dies. Without one here, that is said and nothing is tried.
#include "catch.hpp"
#include "faulty_kiosk.hpp"
#include "x_server.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;

namespace {

std::string seen(const FaultyKiosk& kiosk) { return contents_of(kiosk.place.path("faults/seen")); }

/// What a kiosk shows that has had that size from the beginning.
std::string picture_of_size(const std::string& size) {
    FaultyKiosk kiosk;
    kiosk.place.size = size;
    kiosk.make("look");
    kiosk.start();
    REQUIRE(kiosk.is_ready());
    REQUIRE(kiosk.comes_to_rest());
    return seen(kiosk);
}

}  // namespace

TEST_CASE("another size of the display: the page fits it, and comes back with the old one") {
    if (!can_try_x11()) return;
    const auto large = picture_of_size("1024x768"), small = picture_of_size("800x600");
    const XServer server;
    FaultyKiosk kiosk;
    kiosk.place.size.clear();
    kiosk.make("look");
    kiosk.start({"SDL_VIDEODRIVER=x11", "DISPLAY=" + server.name()});
    REQUIRE(kiosk.is_ready());
    const auto shows = [&](const std::string& picture) {
        return comes_true([&] { return seen(kiosk) == picture; }, seconds{10});
    };
    CHECK(shows(large));
    server.resize_window("800", "600");
    CHECK(shows(small));
    server.resize_window("1", "1");  // as a display that is going may leave it
    server.resize_window("1024", "768");
    CHECK(shows(large));
    kiosk.program->signal(SIGTERM);
    CHECK(kiosk.program->wait(seconds{10}) == 0);
    CHECK(lines_in(kiosk.program->said()).size() == 1);  // who draws
}

TEST_CASE("when the display server dies the kiosk ends at once, with the code of a kiosk without a display") {
    if (!can_try_x11()) return;
    const XServer server;
    FaultyKiosk kiosk;
    kiosk.place.size.clear();
    kiosk.start({"SDL_VIDEODRIVER=x11", "DISPLAY=" + server.name()});
    REQUIRE(kiosk.is_ready());
    REQUIRE(kiosk.comes_to_rest());
    server.die();
    const auto code = kiosk.program->wait(seconds{static_cast<int>(2 * one_second)});
    INFO(kiosk.program->said());
    REQUIRE(code);
    CHECK(*code == 4);
}
