// What the kiosk says, and with which exit code it ends, when it is started wrongly or where it cannot run.
#include <regex>
#include <string>
#include <vector>

#include "catch.hpp"
#include "kiosk_runs.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;

namespace {

/// `path:line: what is wrong; what to do`, the line where there is one.
bool is_complaint(const std::string& line) {
    static const std::regex shape{R"([^:;]+(:[0-9]+)?: [^;]+; .+)"};
    return std::regex_match(line, shape);
}

void check_complaints(const std::string& said) {
    CHECK_FALSE(said.empty());
    for (const auto& line : lines_in(said)) {
        if (line.starts_with("info: ")) continue;
        INFO(line);
        CHECK(is_complaint(line));
    }
}

}  // namespace

TEST_CASE("options that make no sense are refused with 2") {
    const TestKiosk kiosk;
    const auto tour = kiosk.write("empty.tour", "");
    const std::vector<std::vector<std::string>> wrong = {
        {"--nonsense"},
        {"stray"},
        {"--config"},
        {"--headless", "12"},
        {"--headless", "1920x1080x2"},
        {"--headless", "100x100"},
        {"--headless", "99999x99999"},
        {"--window", "640x480", "--headless", "640x480"},
        {"--headless", "640x480", "--start", "tomorrow"},
        {"--headless", "640x480", "--start", "2026-13-01T10:00"},
        {"--headless", "640x480", "--seed", "x"},
        {"--headless", "640x480", "--seed", "-1"},
        {"--headless", "640x480", "--tour", tour},
        {"--headless", "640x480", "--tour", kiosk.path("none.tour"), "--state", kiosk.path("state")},
        {"--headless", "640x480", "--tour", tour, "--state", kiosk.path("state"), "--shots", "/proc/shots"},
    };
    for (auto options : wrong) {
        options.insert(options.begin(), TALKPOINT_BIN "/talkpoint");
        const auto ran = run_program(options);
        INFO(Catch::Detail::stringify(options) << ran.out << ran.err);
        CHECK(ran.exit_code == 2);
        CHECK_FALSE(ran.err.empty());
    }
    CHECK_FALSE(fs::exists(kiosk.path("state")));
}

TEST_CASE("a tour without a state directory is refused: it must never touch the kiosk's own responses") {
    const TestKiosk kiosk;
    const auto ran = run_program({TALKPOINT_BIN "/talkpoint", "--tour", kiosk.write("empty.tour", "")});
    CHECK(ran.exit_code == 2);
    CHECK_THAT(ran.err, ContainsSubstring("--state"));
}

TEST_CASE("asked for its version or for help, the kiosk answers and ends with 0") {
    const auto version = run_program({TALKPOINT_BIN "/talkpoint", "--version"});
    CHECK(version.exit_code == 0);
    CHECK_THAT(version.out, ContainsSubstring("talkpoint "));
    const auto help = run_program({TALKPOINT_BIN "/talkpoint", "--help"});
    CHECK(help.exit_code == 0);
    CHECK_THAT(help.out, ContainsSubstring("--headless") && ContainsSubstring("--tour"));
}

TEST_CASE("a tour that is written wrongly is refused with 2, each wrong line named") {
    const TestKiosk kiosk;
    const auto ran = kiosk.tour("on attract\ntpa \"Home\"\nwait\nshot ../out\ntap \"Home\npress Ctrl\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 2);
    CHECK_THAT(ran.err, ContainsSubstring("script.tour:2: ") && ContainsSubstring("\"tpa\"") &&
                            ContainsSubstring("did you mean \"tap\"?"));
    for (const auto* line : {"script.tour:3: ", "script.tour:4: ", "script.tour:5: ", "script.tour:6: "})
        CHECK_THAT(ran.err, ContainsSubstring(line));
    CHECK(lines_in(ran.err).size() == 5);
    CHECK_FALSE(fs::exists(kiosk.path("state")));
}

TEST_CASE("a configuration that cannot be used is refused with 3, all that is wrong with it at once") {
    TestKiosk kiosk;
    const auto refused = [&](std::string_view text) {
        kiosk.config = kiosk.write("wrong.toml", text);
        auto ran = kiosk.tour("on attract\n");
        INFO(ran.err);
        CHECK(ran.exit_code == 3);
        check_complaints(ran.err);
        CHECK_THAT(ran.err, ContainsSubstring("wrong.toml"));
        return ran.err;
    };
    SECTION("none") {
        kiosk.config = kiosk.path("none.toml");
        const auto ran = kiosk.tour("on attract\n");
        CHECK(ran.exit_code == 3);
        check_complaints(ran.err);
        CHECK_THAT(ran.err, ContainsSubstring("none.toml"));
    }
    SECTION("a folder") {
        kiosk.config = kiosk.path("content");
        const auto ran = kiosk.tour("on attract\n");
        CHECK(ran.exit_code == 3);
        check_complaints(ran.err);
    }
    SECTION("empty, and there is no content beside it") { (void)refused(""); }
    SECTION("truncated") {
        CHECK_THAT(refused("[content]\nroot = \"content\"\npacks = [\"small\""), ContainsSubstring("wrong.toml:"));
    }
    SECTION("truncated in a text") {
        CHECK_THAT(refused("[content]\nroot = \"cont"), ContainsSubstring("wrong.toml:2: "));
    }
    SECTION("not UTF-8") { CHECK_THAT(refused("[site]\nname = \"Caf\xE9\"\n"), ContainsSubstring("wrong.toml:2: ")); }
    SECTION("zero bytes") { (void)refused(std::string_view{"\0\0\0\0", 4}); }
    SECTION("ten megabytes") { (void)refused(std::string(10UL << 20, '#')); }
    SECTION("nested a thousand times") { (void)refused("a = " + std::string(1000, '[') + std::string(1000, ']')); }
    SECTION("several mistakes") {
        const auto said = refused(
            "[contnet]\nroot = \"content\"\n[visit]\nidel_s = 45\nwarn_s = \"long\"\n[display]\nrotation = 45\n");
        CHECK_THAT(said, ContainsSubstring("wrong.toml:1: ") && ContainsSubstring("\"content\""));
        CHECK_THAT(said, ContainsSubstring("wrong.toml:4: ") && ContainsSubstring("\"idle_s\""));
        CHECK_THAT(said, ContainsSubstring("wrong.toml:5: ") && ContainsSubstring("wrong.toml:7: "));
    }
    CHECK_FALSE(fs::exists(kiosk.path("state")));
}

TEST_CASE("a kiosk with nothing to show is refused with 3") {
    TestKiosk kiosk;
    SECTION("no pack of that name") {
        kiosk.write("kiosk.toml", "[content]\nroot = \"content\"\npacks = [\"smal\"]\n[survey]\noffered = []\n");
    }
    SECTION("the pack is broken") { kiosk.write("content/small/pack.toml", "id = \"small\"\ntitle = \n"); }
    const auto ran = kiosk.tour("on attract\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 3);
    check_complaints(ran.err);
    CHECK_THAT(ran.err, ContainsSubstring("kiosk.toml: none of the offered packs can be used"));
}

TEST_CASE("a state directory that cannot be used is refused with 5") {
    TestKiosk kiosk;
    const auto refused = [&](const fs::path& state, const fs::path& named) {
        auto argv = kiosk.tour_command("on attract\n");
        *std::ranges::find(argv, kiosk.path("state").string()) = state;
        const auto ran = run_program(argv);
        INFO(ran.err);
        CHECK(ran.exit_code == 5);
        check_complaints(ran.err);
        CHECK_THAT(ran.err, StartsWith(named.string()));
    };
    const auto file = kiosk.write("file", "not a folder");
    SECTION("a file") { refused(file, file); }
    SECTION("below a file") { refused(file / "state", file); }
    SECTION("where nobody may write") { refused("/proc/talkpoint", "/proc/talkpoint"); }
    SECTION("one that can only be read") { refused("/proc/sys", "/proc/sys"); }
    SECTION("a folder in place of the database") {
        fs::create_directories(kiosk.path("state/responses.db/deep"));
        refused(kiosk.path("state"), kiosk.path("state/responses.db"));
    }
    CHECK(contents_of(file) == "not a folder");
}

TEST_CASE("a second kiosk on the same state directory is refused with 5, and the first goes on") {
    const TestKiosk kiosk;
    RunningProgram first{kiosk.command(), kiosk.path("first.log")};
    REQUIRE(comes_true([&] { return fs::exists(kiosk.path("state/responses.db")); }, std::chrono::seconds{20}));
    const auto second = kiosk.tour("on attract\n");
    INFO(second.err);
    CHECK(second.exit_code == 5);
    check_complaints(second.err);
    CHECK_THAT(second.err, ContainsSubstring(kiosk.path("state").string()));
    CHECK_FALSE(first.wait(std::chrono::milliseconds{50}));
    first.signal(SIGTERM);
    CHECK(first.wait(std::chrono::seconds{10}) == 0);
    CHECK(kiosk.tour("on attract\n").exit_code == 0);
}

TEST_CASE("without a display the kiosk says so and ends with 4") {
    const TestKiosk kiosk;
    auto argv = kiosk.tour_command("on attract\n");
    const auto headless = std::ranges::find(argv, std::string{"--headless"});
    argv.erase(headless, headless + 2);
    const auto ran = run_program(argv, {"SDL_VIDEODRIVER=x11"});
    INFO(ran.err);
    CHECK(ran.exit_code == 4);
    check_complaints(ran.err);
    CHECK_THAT(ran.err, ContainsSubstring("--headless"));
}

TEST_CASE("a tour that meets something else says where and what, shows it, and ends with 6") {
    const TestKiosk kiosk;
    const std::string begin = "on attract\ntap \"Touch to find out more\"\n\n# a comment\n";
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"tap \"Open sesame\"", "\"Small pack\""},  // what can be touched instead
        {"tap \"#nowhere\"", "\"Get help\""},        {"see \"Nothing of the kind\"", "What would you like to do?"},
        {"not-see \"What would you like\"", "home"}, {"on survey.question", "home"},
    };
    for (const auto& [step, instead] : wrong) {
        fs::remove_all(kiosk.path("shots"));
        const auto ran = kiosk.tour(begin + step + "\nshot never\n");
        INFO(ran.err);
        CHECK(ran.exit_code == 6);
        CHECK_THAT(ran.err, ContainsSubstring(kiosk.path("script.tour").string() + ":5: " + step + ": ") &&
                                ContainsSubstring(instead));
        CHECK_FALSE(fs::exists(kiosk.path("shots/never.png")));
        CHECK(kiosk.dump("failed-line-5")["screen"] == "home");
        CHECK(contents_of(kiosk.path("shots/failed-line-5.png")).starts_with("\x89PNG"));
    }
}
