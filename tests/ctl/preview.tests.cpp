// `talkpointctl preview`: what it tells the kiosk beside it, and how both end.
#include "ctl/pack_watch.hpp"
#include "kiosk.hpp"
#include "running_program.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using base::Millis;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::seconds patience{20};

/// talkpointctl beside a program that writes down how it was started and what it is told.
class Beside {
  public:
    explicit Beside(const Kiosk& kiosk,
                    const std::string& after = "while read -r line; do echo \"$line\" >> heard; done")
        : kiosk_(kiosk) {
        fs::create_directories(bin());
        fs::copy_file(TALKPOINT_BIN "/talkpointctl", bin() / "talkpointctl");
        kiosk.folder.write("bin/talkpoint",
                           "#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho \"$@\" > started\n" + after + "\n");
        fs::permissions(bin() / "talkpoint", fs::perms::owner_all);
    }
    [[nodiscard]] std::vector<std::string> command(std::vector<std::string> words) const {
        words.insert(words.begin(), {bin() / "talkpointctl", "preview"});
        return words;
    }
    [[nodiscard]] fs::path bin() const { return kiosk_.folder.path() / "bin"; }
    [[nodiscard]] std::string pack() const { return kiosk_.folder.path() / "content/safety"; }
    [[nodiscard]] std::vector<nlohmann::json> heard() const {
        std::vector<nlohmann::json> lines;
        std::istringstream all{contents_of(bin() / "heard")};
        for (std::string line; std::getline(all, line);) lines.push_back(nlohmann::json::parse(line, nullptr, false));
        return lines;
    }
    [[nodiscard]] bool hears(std::size_t lines) const {
        return comes_true([&] { return heard().size() >= lines; }, patience);
    }

  private:
    const Kiosk& kiosk_;
};

}  // namespace

TEST_CASE("preview: each change is checked and told, errors first, by names of the pack") {
    const Kiosk kiosk;
    const Beside beside{kiosk};
    RunningProgram program{beside.command({beside.pack(), "--language", "en", "--window", "800x1280"}),
                           kiosk.folder.path() / "log"};
    REQUIRE(beside.hears(1));
    CHECK(text_of(beside.bin() / "started") == "--preview " + beside.pack() + " --window 800x1280 --language en\n");
    CHECK(beside.heard()[0] == nlohmann::json{{"problems", nlohmann::json::array()}});

    kiosk.folder.write("content/safety/messages/say-no.md", "+++\ntitle = \"Say no\"\nsumary = \"Yes\"\n+++\nWords.\n");
    REQUIRE(beside.hears(2));
    const auto problems = beside.heard()[1].at("problems");
    REQUIRE(problems.size() > 1);
    CHECK(problems[0].at("file") == "messages/say-no.md");
    CHECK(problems[0].at("error") == true);
    CHECK_FALSE(problems.back().at("error") == true);
    CHECK(std::ranges::any_of(problems, [](const auto& p) { return p.at("line") == 3; }));

    // As editors save: another file takes the name.
    kiosk.folder.write("content/safety/messages/say-no.md~", a_message);
    fs::rename(beside.pack() + "/messages/say-no.md~", beside.pack() + "/messages/say-no.md");
    REQUIRE(comes_true([&] { return beside.heard().back().at("problems").empty(); }, patience));

    fs::remove_all(beside.pack());
    REQUIRE(comes_true([&] { return !beside.heard().back().at("problems").empty(); }, patience));
    CHECK(beside.heard().back().at("problems")[0].at("file") == "safety");
    CHECK_FALSE(program.wait(std::chrono::milliseconds{50}));

    program.signal(SIGINT);
    CHECK(program.wait(patience) == 0);
    CHECK(program.said().empty());
}

TEST_CASE("preview: after errors come warnings of the pack's own words, and languages last") {
    const Kiosk kiosk;
    kiosk.folder.write("content/terms.toml", "[[term]]\navoid = \"no\"\nbetter = \"stop\"\nwhy = \"w\"\n");
    kiosk.folder.write("content/safety/pack.pl.toml", "title = \"T\"\nsummary = \"S\"\n");
    kiosk.folder.write("content/safety/surveys/safe.pl.toml", "title = \"T\"\n");
    kiosk.folder.write("content/safety/messages/broken.md", "nothing");
    const Beside beside{kiosk};
    RunningProgram program{beside.command({beside.pack()}), kiosk.folder.path() / "log"};
    REQUIRE(beside.hears(1));
    // What each is about, in order.
    std::vector<std::string> order;
    const auto heard = beside.heard();
    for (const auto& problem : heard[0].at("problems")) {
        const auto file = problem.at("file").get<std::string>(), text = problem.at("text").get<std::string>();
        const bool of_language = file.find(".pl.") != file.npos || text.find("Polish") != text.npos;
        order.emplace_back(problem.at("error") == true ? "error" : of_language ? "language" : "words");
    }
    INFO(heard[0].dump());
    CHECK(std::ranges::is_sorted(order, {}, [](const std::string& what) {
        return what == "error" ? 0 : what == "words" ? 1 : 2;
    }));
    for (const auto* what : {"error", "words", "language"}) CHECK(std::ranges::count(order, what) > 0);
    CHECK(std::ranges::any_of(heard[0].at("problems"), [](const auto& problem) {
        return problem.at("text").template get<std::string>().starts_with("is not translated into Polish");
    }));
}

TEST_CASE("preview: what the configuration's place puts over the pack is watched and checked, too") {
    const Kiosk kiosk;
    kiosk.folder.write("kiosk.toml", "[site]\nprofile = \"here\"\n[content]\nroot = \"content\"\n");
    kiosk.folder.write("sites/here.toml", "packs = [\"safety\"]\n");
    const Beside beside{kiosk};
    RunningProgram program{beside.command({"safety", "--config", kiosk.config()}), kiosk.folder.path() / "log"};
    REQUIRE(beside.hears(1));
    CHECK(beside.heard()[0].at("problems").empty());
    const auto says_at = [&](const std::string& file, int line) {
        return comes_true(
            [&] {
                const auto heard = beside.heard();
                return std::ranges::any_of(heard.back().at("problems"), [&](const auto& problem) {
                    return problem.at("file") == file && problem.at("line") == line;
                });
            },
            patience);
    };
    // The folder begins while the author looks.
    kiosk.folder.write("sites/here/safety/messages/ours.md", "+++\ntitel = \"T\"\n+++\nWords.\n");
    CHECK(says_at("sites/here/safety/messages/ours.md", 2));
    kiosk.folder.write("sites/here/safety/messages/ours.md", a_message);
    REQUIRE(comes_true([&] { return beside.heard().back().at("problems").empty(); }, patience));
    kiosk.folder.write("sites/here/safety/ours.md", a_message);
    CHECK(says_at("sites/here/safety/ours.md", 0));
    program.signal(SIGINT);
    CHECK(program.wait(patience) == 0);

    // A pack that is not of that configuration is by itself.
    fs::copy(beside.pack(), kiosk.folder.path() / "safety", fs::copy_options::recursive);
    fs::remove(beside.bin() / "heard");
    RunningProgram other{beside.command({kiosk.folder.path() / "safety", "--config", kiosk.config()}),
                         kiosk.folder.path() / "log"};
    REQUIRE(beside.hears(1));
    CHECK(beside.heard()[0].at("problems").empty());
    other.signal(SIGINT);
    CHECK(other.wait(patience) == 0);
}

TEST_CASE("preview: ends with the window, and with what the kiosk says") {
    const Kiosk kiosk;
    for (const auto& [after, code] : {std::pair{"exit 0", 0}, std::pair{"exit 4", 4}, std::pair{"kill -9 $$", 137}}) {
        fs::remove_all(kiosk.folder.path() / "bin");
        const Beside beside{kiosk, after};
        CHECK(run_program(beside.command({beside.pack()})).exit_code == code);
    }
    fs::remove(kiosk.folder.path() / "bin/talkpoint");
    const auto ran = run_program({kiosk.folder.path() / "bin/talkpointctl", "preview", "content/safety"});
    CHECK(ran.exit_code == 3);
    CHECK_THAT(ran.err, ContainsSubstring("install both"));
}

TEST_CASE("preview: a pack by its name; what is no pack is refused") {
    const Kiosk kiosk;
    const Beside beside{kiosk, "exit 0"};
    CHECK(run_program(beside.command({"safety", "--config", kiosk.config()})).exit_code == 0);
    CHECK(text_of(beside.bin() / "started") ==
          "--preview " + beside.pack() + " --window 1280x720 --config " + kiosk.config() + "\n");
    CHECK(run_program(beside.command({beside.pack() + "/"})).exit_code == 0);
    CHECK(text_of(beside.bin() / "started") == "--preview " + beside.pack() + " --window 1280x720\n");
    const auto slip = run_program(beside.command({"safty", "--config", kiosk.config()}));
    CHECK(slip.exit_code == 2);
    CHECK_THAT(slip.err, ContainsSubstring("did you mean \"safety\"?"));
    const auto file = run_program(beside.command({beside.pack() + "/pack.toml"}));
    CHECK(file.exit_code == 2);
    CHECK_THAT(file.err, ContainsSubstring("name the pack's folder"));
}

TEST_CASE("preview: both real programs end together, however they are ended") {
    const Kiosk kiosk;
    const std::string pack = kiosk.folder.path() / "content/safety";
    const std::vector<std::string> command{TALKPOINT_BIN "/talkpointctl", "preview", pack};
    for (const int signal : {SIGINT, SIGKILL}) {
        RunningProgram program{command, kiosk.folder.path() / "log", {"SDL_VIDEODRIVER=offscreen", "HOME=/"}};
        const auto task = "/proc/" + std::to_string(program.pid()) + "/task/" + std::to_string(program.pid());
        int child = 0;
        REQUIRE(comes_true([&] { return (child = std::atoi(contents_of(task + "/children").c_str())) > 0; }, patience));
        REQUIRE(comes_true(
            [&] {
                return contents_of("/proc/" + std::to_string(child) + "/cmdline")
                    .starts_with(TALKPOINT_BIN "/talkpoint");
            },
            patience));
        CHECK_FALSE(program.wait(std::chrono::milliseconds{700}));
        program.signal(signal);
        CHECK(program.wait(patience) == (signal == SIGINT ? 0 : 128 + SIGKILL));
        CHECK(comes_true([&] { return contents_of("/proc/" + std::to_string(child) + "/cmdline").empty(); }, patience));
    }
}

TEST_CASE("preview: without a display it says in one line what to do, and ends with 4") {
    const Kiosk kiosk;
    for (const auto* driver : {"SDL_VIDEODRIVER=x11", "HOME=/"}) {
        const auto ran = run_program({TALKPOINT_BIN "/talkpointctl", "preview", kiosk.folder.path() / "content/safety"},
                                     {driver, "XDG_RUNTIME_DIR=" + kiosk.folder.path().string()});
        INFO(ran.err);
        CHECK(ran.exit_code == 4);
        CHECK(says(ran, "display: ", "start it on a computer with a screen"));
        CHECK(std::ranges::count(ran.err, '\n') == 1);
    }
}

TEST_CASE("preview: the watch waits until a file is whole, and passes over what is hidden") {
    const TempFolder folder;
    ctl::PackWatch watch{folder.path() / "pack"};
    Millis now{0};
    const auto look = [&](int after) { return watch.look(now += Millis{after}); };
    CHECK(look(0));  // as it is: there is nothing
    CHECK_FALSE(look(300));
    folder.write("pack/messages/a.md", "half");
    CHECK_FALSE(look(300));
    CHECK(watch.next() < ctl::PackWatch::interval);
    CHECK_FALSE(look(75));
    folder.write("pack/messages/a.md", "the whole");
    CHECK_FALSE(look(100));
    CHECK_FALSE(look(75));
    CHECK(look(75));
    CHECK_FALSE(look(300));
    CHECK(watch.next() == ctl::PackWatch::interval);
    folder.write("pack/messages/.a.md.swp", "an editor's");
    folder.write("pack/.git/index", "somebody else's");
    CHECK_FALSE(look(300));
    CHECK_FALSE(look(300));
    // As large as before, and as old.
    const auto file = folder.path() / "pack/messages/a.md";
    const auto written = fs::last_write_time(file);
    folder.write("pack/messages/a.md", "THE WHOLE");
    fs::last_write_time(file, written);
    CHECK_FALSE(look(300));
    CHECK(look(150));
    fs::remove(file);
    CHECK_FALSE(look(300));
    CHECK(look(150));
}
