// The real kiosk, taken down with SIGKILL at random moments, hundreds of times on one state directory. Afterwards every
// response whose thanks screen was shown is in the database, exactly once, and the database is whole.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>

#include "catch.hpp"
#include "counting.hpp"
#include "running_program.hpp"
#include "store/database.hpp"
#include "store/sqlite.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

constexpr int kills = one_second > 1 ? 60 : 240;
constexpr int visits_a_run = 250;  ///< more than a run lives for
constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

}  // namespace

TEST_CASE("killed at any moment, the kiosk has kept every response that it thanked for, exactly once", "[kill]") {
    const TempFolder folder;
    const auto config = write_kiosk(folder);
    const auto state = folder.path() / "state";
    std::mt19937 chance{20261123};
    std::uniform_int_distribution<int> moment{5, static_cast<int>(700 * one_second)};

    std::set<int> thanked;
    int started = 0;
    for (int run = 0; run < kills; ++run) {
        const auto tour = folder.write("tour", tour_text(run * visits_a_run, visits_a_run));
        const auto shots = folder.path() / "shots";
        fs::remove_all(shots);
        RunningProgram kiosk{{TALKPOINT_BIN "/talkpoint", "--config", config, "--headless", "480x480", "--state", state,
                              "--tour", tour, "--shots", shots},
                             folder.path() / "said"};
        std::this_thread::sleep_for(std::chrono::milliseconds{moment(chance)});
        kiosk.signal(SIGKILL);
        const int code = kiosk.wait(std::chrono::seconds{20}).value_or(-1);
        INFO("run " << run << ": " << kiosk.said());
        REQUIRE(code == 128 + SIGKILL);  // it was in the middle of it, and nothing else had stopped it
        REQUIRE(kiosk.said().find("damaged") == std::string::npos);
        const auto now = thanked_in(shots);
        started += now.empty() ? 0 : 1;
        thanked.insert(now.begin(), now.end());
    }

    std::map<int, int> kept;
    std::set<std::string> ids;
    {
        auto database = store::Database::open(state, today);
        REQUIRE(database);
        REQUIRE_FALSE(database->set_aside());
        REQUIRE(database->for_each("", [&](const outbox::Record& record) {
            ++kept[visit_of(record.body)];
            CHECK(ids.insert(record.id).second);
        }));
        // Counted together with its response, or not at all.
        std::map<std::string, std::int64_t> counted;
        const auto tallies = database->tallies();
        REQUIRE(tallies);
        for (const auto& [tally, count] : *tallies) counted[tally.question] += count;
        CHECK(counted[""] == static_cast<std::int64_t>(ids.size()));
        for (int q = 0; q < questions; ++q)
            CHECK(counted[fmt::format("q{}", q)] == static_cast<std::int64_t>(ids.size()));
        // What it was used for, save what was in hand, or waited for that, when it was killed.
        std::map<outbox::What, std::int64_t> used;
        const auto uses = database->uses();
        REQUIRE(uses);
        for (const auto& [period, use, count] : *uses) used[use.what] += count;
        CHECK(used[outbox::What::survey_finished] <= static_cast<std::int64_t>(ids.size()));
        CHECK(used[outbox::What::survey_finished] >= static_cast<std::int64_t>(thanked.size()) - 2 * started);
        CHECK(used[outbox::What::survey_started] >= used[outbox::What::survey_finished]);
        CHECK(used[outbox::What::survey_left] == 0);
        std::printf("%zu responses thanked for, %jd of them counted\n", thanked.size(),
                    used[outbox::What::survey_finished]);
    }
    auto connection = store::Connection::open((state / "responses.db").string(), SQLITE_OPEN_READWRITE);
    REQUIRE(connection);
    CHECK(connection->text("PRAGMA integrity_check") == "ok");

    int unthanked = 0;
    for (const auto& [k, times] : kept) {
        INFO("visit " << k);
        CHECK(times == 1);
        if (!thanked.contains(k)) ++unthanked;
    }
    for (const int k : thanked) {
        INFO("visit " << k);
        CHECK(kept.contains(k));
    }
    CHECK(unthanked <= kills);            // at most the one that was in hand
    CHECK(thanked.size() >= kills / 4U);  // or the test would prove nothing
    for (const auto& entry : fs::directory_iterator(state))
        CHECK(entry.path().string().find("damaged") == std::string::npos);
    std::printf(
        "killed %d times, %d of them amid visits: %zu responses thanked for, %zu kept, %d of them before the thanks\n",
        kills, started, thanked.size(), ids.size(), unthanked);
}
