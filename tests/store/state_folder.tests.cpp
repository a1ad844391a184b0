#include "store/state_folder.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using store::hold_state_folder;
using store::state_folder;

namespace {

/// Sets or removes variables for as long as it lives.
class Environment {
  public:
    Environment() {
        for (const char* name : {"STATE_DIRECTORY", "XDG_STATE_HOME", "HOME"}) {
            const char* value = std::getenv(name);
            before_.emplace_back(name, value ? std::optional<std::string>{value} : std::nullopt);
            ::unsetenv(name);
        }
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    ~Environment() {
        for (const auto& [name, value] : before_)
            value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
    }
    static void set(const char* name, const char* value) { ::setenv(name, value, 1); }

  private:
    std::vector<std::pair<std::string, std::optional<std::string>>> before_;
};

}  // namespace

TEST_CASE("the state directory is the option, else systemd's, else the desktop's, else the home's") {
    const Environment environment;
    const auto none = state_folder("");
    REQUIRE_FALSE(none);
    CHECK(none.error().text().find("--state") != std::string::npos);
    environment.set("HOME", "/home/kiosk");
    CHECK(*state_folder("") == "/home/kiosk/.local/state/talkpoint");
    environment.set("XDG_STATE_HOME", "relative/is/ignored");
    CHECK(*state_folder("") == "/home/kiosk/.local/state/talkpoint");
    environment.set("XDG_STATE_HOME", "/xdg/");
    CHECK(*state_folder("") == "/xdg/talkpoint");
    environment.set("STATE_DIRECTORY", "/var/lib/talkpoint:/var/lib/other");
    CHECK(*state_folder("") == "/var/lib/talkpoint");
    CHECK(*state_folder("/tmp/here/") == "/tmp/here");
    CHECK(state_folder("here")->is_absolute());
}

TEST_CASE("a state directory is made for the kiosk and its group, and held by one") {
    const TempFolder folder;
    const auto state = folder.path() / "var/state";
    {
        const auto held = hold_state_folder(state);
        REQUIRE(held);
        CHECK(held->path == state);
        CHECK((fs::status(state).permissions() & fs::perms::others_all) == fs::perms::none);
        const auto second = hold_state_folder(state);
        REQUIRE_FALSE(second);
        CHECK(second.error().kind == base::ErrorKind::in_use);
    }
    CHECK(hold_state_folder(state));
}

TEST_CASE("another process cannot hold the same state directory; when it dies, it can") {
    const TempFolder folder;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = hold_state_folder(folder.path());
        const char said = held ? 'y' : 'n';
        if (::write(ready[1], &said, 1) == 1) ::pause();
        ::_exit(0);
    }
    char said = 0;
    REQUIRE(::read(ready[0], &said, 1) == 1);
    CHECK(said == 'y');
    const auto mine = hold_state_folder(folder.path());
    REQUIRE_FALSE(mine);
    CHECK(mine.error().kind == base::ErrorKind::in_use);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(hold_state_folder(folder.path()));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("a place where nothing can be written is refused with what to do") {
    const TempFolder folder;
    const auto file = folder.write("file", "x");
    for (const auto& place : {file, file / "below", fs::path{"/proc/talkpoint"}, fs::path{"/dev/null"}}) {
        CAPTURE(place);
        const auto held = hold_state_folder(place);
        REQUIRE_FALSE(held);
        CHECK(held.error().kind == base::ErrorKind::unwritable);
        CHECK(held.error().message.find("--state") != std::string::npos);
    }
    CHECK(fs::file_size(file) == 1);
}

TEST_CASE("a folder without the right to write is refused") {
    if (::geteuid() == 0) return;  // root may write everywhere; /proc above stands in for it
    const TempFolder folder;
    const auto state = folder.path() / "state";
    fs::create_directory(state);
    fs::permissions(state, fs::perms::owner_read | fs::perms::owner_exec);
    const auto held = hold_state_folder(state);
    REQUIRE_FALSE(held);
    CHECK(held.error().kind == base::ErrorKind::unwritable);
    fs::permissions(state, fs::perms::owner_all);
}
