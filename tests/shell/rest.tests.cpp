// A kiosk that nobody touches: it draws nothing, costs nothing, forgets the person who left; and it stops when told.
#include <time.h>

#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "kiosk_runs.hpp"
#include "store/database.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const fs::path source = TALKPOINT_SOURCE;

struct Rest {
    long ticks = 0;      ///< of processor time, all threads, so far
    bool asleep = true;  ///< all threads wait in the kernel
};

Rest rest_of(pid_t pid) {
    Rest rest;
    const fs::path process = "/proc/" + std::to_string(pid);
    const auto fields_of = [](const fs::path& stat) {  // from the state on: field 3 of proc(5)
        const auto text = contents_of(stat);
        std::vector<std::string> fields;
        std::istringstream words{text.substr(text.rfind(')') + 1)};
        for (std::string word; words >> word;) fields.push_back(word);
        return fields;
    };
    const auto all = fields_of(process / "stat");
    rest.ticks = std::stol(all.at(11)) + std::stol(all.at(12));
    for (const auto& thread : fs::directory_iterator(process / "task"))
        rest.asleep = rest.asleep && fields_of(thread.path() / "stat").at(0) == "S";
    return rest;
}

int responses_in(const fs::path& state) {
    auto database = store::Database::open_to_read(state);
    REQUIRE(database);
    int count = 0;
    REQUIRE(database->for_each("", [&](const outbox::Record&) { ++count; }));
    return count;
}

const std::string answer_all =
    "tap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\ntap \"Continue\"\ntap \"Skip this question\"\n"
    "tap \"Skip this question\"\ntap \"Skip this question\"\non survey.thanks\n";

}  // namespace

TEST_CASE("a still screen makes no frames, and the attract loop does") {
    TestKiosk kiosk;
    const auto frames = [&](std::string_view name) { return kiosk.dump(name).at("frames_drawn").get<std::int64_t>(); };
    SECTION("home stands still") {
        const auto ran = kiosk.tour("touch 1 1\non home\ndump before\nwait 30s\ndump after\n");
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        CHECK(frames("before") == frames("after"));
        CHECK(kiosk.dump("before").at("now") != kiosk.dump("after").at("now"));
    }
    SECTION("a touch beside everything is no reason to draw") {
        REQUIRE(kiosk.tour("touch 1 1\non home\ndump before\ntouch 3 3\ntouch 3 3\ndump after\n").exit_code == 0);
        CHECK(frames("before") == frames("after"));
    }
    SECTION("one message in the loop stands still as well") {
        REQUIRE(kiosk.tour("dump before\nwait 30s\ndump after\n").exit_code == 0);
        CHECK(frames("before") == frames("after"));
    }
    SECTION("several messages change") {
        kiosk.config = source / "kiosk_config/kiosk.toml";
        REQUIRE(kiosk.tour("dump before\nwait 10s\ndump after\n").exit_code == 0);
        CHECK(frames("after") > frames("before"));
        CHECK(node_of(kiosk.dump("before"), "slide.title") != node_of(kiosk.dump("after"), "slide.title"));
    }
}

TEST_CASE("in real time, a still kiosk sleeps in the kernel") {
    const TestKiosk kiosk;
    RunningProgram running{kiosk.command(), kiosk.path("log")};
    REQUIRE(comes_true([&] { return fs::exists(kiosk.path("state/responses.db")); }, seconds{20}));
    std::this_thread::sleep_for(seconds{3});
    // Up to three looks: a busy machine may still be drawing the first frame.
    Rest before, after;
    for (int look = 0; look < 3; ++look) {
        before = rest_of(running.pid());
        std::this_thread::sleep_for(seconds{2});
        after = rest_of(running.pid());
        if (after.ticks - before.ticks <= 2) break;
    }
    INFO(running.said());
    CHECK(after.ticks - before.ticks <= 2);  // of 200
    CHECK(after.asleep);
    running.signal(SIGTERM);
    CHECK(running.wait(seconds{10}) == 0);
}

TEST_CASE("told to stop, the kiosk ends with 0 within two seconds, and its database is whole") {
    const TestKiosk kiosk;
    const int signal = GENERATE(SIGTERM, SIGINT);
    const auto limit = seconds{static_cast<int>(2 * one_second)};
    SECTION("at rest") {
        RunningProgram running{kiosk.command(), kiosk.path("log")};
        REQUIRE(comes_true([&] { return fs::exists(kiosk.path("state/responses.db")); }, seconds{20}));
        std::this_thread::sleep_for(milliseconds{700});
        running.signal(signal);
        CHECK(running.wait(limit) == 0);
        CHECK(running.said().empty());
        CHECK(responses_in(kiosk.path("state")) == 0);
    }
    SECTION("while it starts") {
        for (const int moment : {5, 20, 40, 80, 160}) {
            RunningProgram running{kiosk.command(), kiosk.path("log")};
            std::this_thread::sleep_for(milliseconds{moment});
            running.signal(signal);
            const int code = running.wait(limit).value_or(-1);
            INFO("after " << moment << " ms: " << code << running.said());
            CHECK((code == 0 || code == 128 + signal));  // before it is there, the system may end it
        }
    }
    SECTION("amid a tour") {
        std::string script = "touch 1 1\n";
        for (int i = 0; i < 2000; ++i) script += answer_all + "tap \"Home\"\n";
        RunningProgram running{kiosk.tour_command(script + "dump never\n"), kiosk.path("log")};
        const auto some_are_kept = [&] {
            auto database = store::Database::open_to_read(kiosk.path("state"));
            if (!database) return false;  // it is being made
            const auto counts = database->counts();
            return counts && counts->queued > 0;
        };
        REQUIRE(comes_true(some_are_kept, seconds{20}));
        running.signal(signal);
        CHECK(running.wait(limit) == 0);
        INFO(running.said());
        CHECK(kiosk.dump("never").is_discarded());
        CHECK(responses_in(kiosk.path("state")) > 0);
        for (const auto& entry : fs::directory_iterator(kiosk.path("state")))
            CHECK(entry.path().filename().string().find("damaged") == std::string::npos);
    }
    SECTION("within a long wait of a tour") {
        RunningProgram running{kiosk.tour_command("wait 40d\ntouch 1 1\nwait 10s\n"), kiosk.path("log")};
        std::this_thread::sleep_for(milliseconds{700});
        running.signal(signal);
        CHECK(running.wait(limit) == 0);
    }
}

TEST_CASE("nobody there: the kiosk asks, and whoever says so goes on where they were") {
    const TestKiosk kiosk;
    const auto ran = kiosk.tour(
        "touch 1 1\ntap \"Every kind\"\ntap \"Start\"\ntap \"Skip this question\"\ntap \"Bread\"\ntap \"Cheese\"\ndump "
        "before\n"
        "wait 44s\non survey.question\nwait 2s\non idle-warning\nsee \"19 seconds\"\ndump warning\nwait 5s\nsee \"14 "
        "seconds\"\n"
        "tap \"I am still here\"\non survey.question\ndump after\nwait 30s\non survey.question\n"
        "wait 17s\non idle-warning\ntouch 3 3\non survey.question\nsee \"Which ones?\"\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    auto before = kiosk.dump("before"), after = kiosk.dump("after");
    CHECK(node_of(before, "option.c").at("state") == nlohmann::json{"checked"});
    CHECK(before.at("nodes") == after.at("nodes"));
    // What lies under the question is not there to be touched or read.
    CHECK(node_of(kiosk.dump("warning"), "option.c").is_null());
    CHECK(offers(kiosk.dump("warning"), "Hide this page"));
    CHECK(offers(kiosk.dump("warning"), "Get help"));
}

TEST_CASE("whoever has left is forgotten, and nothing of them is kept") {
    const TestKiosk kiosk;
    const auto* const leaves =
        GENERATE("wait 70s\non attract\n", "tap \"Hide this page\"\non hidden\n", "tap \"Stop\"\non home\n",
                 "press Shift\npress Shift\npress Shift\non hidden\n");
    const auto ran =
        kiosk.tour(std::string{"touch 1 1\ntap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\ntap \"Continue\"\n"} +
                   leaves + "wait 80s\non attract\ntouch 1 1\ntap \"Every kind\"\ntap \"Start\"\ndump again\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto again = kiosk.dump("again");
    for (const auto& node : again.at("nodes")) CHECK(node.at("state").empty());
    CHECK(responses_in(kiosk.path("state")) == 0);
}
