// A real X server whose window changes its size, and which dies. Without one here, that is said and nothing is tried.
#include "catch.hpp"
#include "faulty_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;

namespace {

/// A display server without a display.
class Server {
  public:
    Server()
        : program_{{"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp"},
                   folder_.path() / "said"} {
        // The number stands on a line of its own, after complaints about displays of others.
        const auto named = [this] {
            const auto said = program_.said();
            if (!said.ends_with('\n')) return false;
            for (const auto& line : lines_in(said))
                if (!line.empty() && line.find_first_not_of("0123456789") == std::string::npos) name_ = ":" + line;
            return !name_.empty();
        };
        REQUIRE(comes_true(named, seconds{20}));
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    void resize_window(const std::string& width, const std::string& height) const {
        const auto ran = run_program(
            {"/usr/bin/xdotool", "search", "--name", "^Talkpoint$", "windowsize", width, height}, {"DISPLAY=" + name_});
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
    }
    void die() const { program_.signal(SIGKILL); }

  private:
    TempFolder folder_;
    RunningProgram program_;
    std::string name_;
};

bool can_be_tried() {
    const bool there = fs::exists("/usr/bin/Xvfb") && fs::exists("/usr/bin/xdotool");
    if (!there) WARN("not tried: there is no Xvfb or no xdotool here (apt-get install xvfb xdotool)");
    return there;
}

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
    if (!can_be_tried()) return;
    const auto large = picture_of_size("1024x768"), small = picture_of_size("800x600");
    const Server server;
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
    if (!can_be_tried()) return;
    const Server server;
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
