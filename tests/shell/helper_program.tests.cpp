#include "shell/helper_program.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <signal.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::shell;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using Clock = std::chrono::steady_clock;

namespace {

constexpr base::Millis long_enough{60'000};
const std::atomic<bool> never = false;

/// A program of a test's own, and the number of its process once it has begun.
struct Script {
    TempFolder folder;
    fs::path file;

    explicit Script(std::string_view lines)
        : file(folder.write("helper", joined("#!/bin/sh\necho $$ > ", folder.path().string(), "/pid\n", lines))) {
        fs::permissions(file, fs::perms::owner_all);
    }
    base::Result<Helped> run(base::Millis limit = long_enough, const std::atomic<bool>& stop = never) const {
        return run_helper(file, {"--json", "two words"}, limit, stop);
    }
    bool is_gone() const {
        pid_t pid = 0;
        std::ifstream{folder.path() / "pid"} >> pid;
        return pid > 0 && ::kill(pid, 0) != 0;
    }
};

}  // namespace

TEST_CASE("a helper is given its words, and what it says and how it ended come back", "[helper]") {
    const Script script{"printf '{\"words\": \"%s\"}' \"$1|$2|$#\"\necho why >&2\nexit 3\n"};
    const auto ran = script.run();
    REQUIRE(ran);
    CHECK(ran->exit_code == 3);
    CHECK(ran->complaints == "why\n");
    const auto json = json_of(*ran, script.file);
    REQUIRE(json);
    CHECK(json->at("words") == "--json|two words|2");
    CHECK(script.is_gone());
}

TEST_CASE("nobody types anything to a helper", "[helper]") {
    const auto ran = Script{"read line\necho \"$?$line\"\n"}.run();
    REQUIRE(ran);
    CHECK(ran->printed == "1\n");
}

TEST_CASE("a helper that is not there, or is no program, is said to be", "[helper]") {
    const TempFolder folder;
    const auto file = folder.write("not-executable", "echo");
    for (const auto& program : {folder.path() / "none", file, folder.path()}) {
        INFO(program);
        const auto ran = run_helper(program, {}, long_enough, never);
        REQUIRE_FALSE(ran);
        CHECK(ran.error().kind == base::ErrorKind::unsupported);
        CHECK_THAT(ran.error().text(), ContainsSubstring(program.string()) && ContainsSubstring("install"));
    }
}

TEST_CASE("a helper that hangs is ended at its limit", "[helper]") {
    const Script script{"exec sleep 600\n"};
    const auto begun = Clock::now();
    const auto ran = script.run(200ms);
    REQUIRE_FALSE(ran);
    CHECK_THAT(ran.error().message, ContainsSubstring("took too long") && ContainsSubstring("try again"));
    CHECK(Clock::now() - begun >= 200ms);
    CHECK(Clock::now() - begun < 5s);  // it was asked, not made to
    CHECK(script.is_gone());
}

TEST_CASE("a helper that will not end is made to", "[helper]") {
    const Script script{"trap '' TERM\nwhile true; do sleep 1; done\n"};
    const auto ran = script.run(200ms);
    REQUIRE_FALSE(ran);
    CHECK_THAT(ran.error().message, ContainsSubstring("took too long"));
    CHECK(script.is_gone());
}

TEST_CASE("a helper that is told to stop ends at once", "[helper]") {
    const Script script{"exec sleep 600\n"};
    std::atomic<bool> stop = false;
    std::jthread other{[&] {
        while (!fs::exists(script.folder.path() / "pid")) std::this_thread::sleep_for(1ms);
        stop = true;
    }};
    const auto ran = script.run(long_enough, stop);
    REQUIRE_FALSE(ran);
    CHECK_THAT(ran.error().message, ContainsSubstring("before it was done"));
    CHECK(script.is_gone());
}

TEST_CASE("what a helper leaves behind does not hold the kiosk for longer than the limit", "[helper]") {
    const Script script{"sleep 600 & echo $! > \"$0.child\"\necho '{}'\nexit 0\n"};
    const auto begun = Clock::now();
    const auto ran = script.run(500ms);  // the child has both pipes still
    CHECK(Clock::now() - begun < 5s);
    (void)ran;
    pid_t child = 0;
    std::ifstream{script.file.string() + ".child"} >> child;
    REQUIRE(child > 0);
    ::kill(child, SIGKILL);
}

TEST_CASE("a helper that prints without end fills no memory, and one that prints much loses nothing", "[helper]") {
    const auto much = Script{"head -c 3000000 /dev/zero | tr '\\0' 'x'\nhead -c 3000000 /dev/zero >&2\n"}.run();
    REQUIRE(much);
    CHECK(much->printed == std::string(3'000'000, 'x'));
    CHECK(much->complaints.size() == 16UL * 1024);
    const auto endless = Script{"head -c 40000000 /dev/zero\n"}.run();
    REQUIRE(endless);
    CHECK(endless->exit_code == 0);  // it could print all of it
    CHECK(endless->printed.size() == 8UL * 1024 * 1024);
    const auto json = json_of(*endless, "talkpointctl");
    REQUIRE_FALSE(json);
    CHECK(json.error().kind == base::ErrorKind::malformed);
}

TEST_CASE("a helper that says no JSON is quoted by what it complained of last", "[helper]") {
    const auto refused = [](Helped helped) {
        const auto json = json_of(helped, "/usr/bin/talkpointctl");
        REQUIRE_FALSE(json);
        return json.error().text();
    };
    CHECK_THAT(refused({2, "", "a warning\nthe stick is full; take another\n"}),
               ContainsSubstring("the stick is full; take another") && !ContainsSubstring("a warning"));
    CHECK_THAT(refused({2, "not {json", ""}), ContainsSubstring("ended with 2 and said nothing"));
    CHECK_THAT(refused({0, "[1, 2]", ""}), ContainsSubstring("ended with 0"));  // a list is no answer
    CHECK_THAT(refused({0, "{\"a\": \"\xff\"}", ""}), ContainsSubstring("ended with 0"));
    CHECK_THAT(refused({139, "{\"cut\": ", ""}), ContainsSubstring("ended with 139"));
}

TEST_CASE("a helper that crashes says by what", "[helper]") {
    const auto ran = Script{"kill -SEGV $$\n"}.run();
    REQUIRE(ran);
    CHECK(ran->exit_code == 128 + SIGSEGV);
}

TEST_CASE("talkpointctl lies beside the kiosk's own program", "[helper]") {
    CHECK(program_beside("talkpointctl").parent_path() == fs::read_symlink("/proc/self/exe").parent_path());
}
