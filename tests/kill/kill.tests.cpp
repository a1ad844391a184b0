// The real kiosk, taken down with SIGKILL at random moments, hundreds of times on one state directory. Afterwards every
// response whose thanks screen was shown is in the database, exactly once, and the database is whole.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>

#include "catch.hpp"
#include "openrosa/instance.hpp"
#include "running_program.hpp"
#include "store/database.hpp"
#include "store/sqlite.hpp"
#include "support.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

constexpr int kills = one_second > 1 ? 60 : 240;
constexpr int visits_a_run = 60;  ///< more than a run lives for
constexpr int questions = 8;      ///< of four options: enough for 65,536 visits, each with answers of its own
constexpr base::Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

/// The k-th visit answers with the digits of k to base 4.
int digit(int k, int question) { return (k >> (2 * question)) & 3; }

std::string survey_text() {
    std::string text = R"(id = "count"
version = "1"
title = "Count with us"
intro = "Every visit gives answers of its own."
audiences = ["adult"]
feedback = "none"
)";
    for (int q = 0; q < questions; ++q) {
        text += fmt::format("\n[[question]]\nid = \"q{}\"\nkind = \"choice\"\ntext = \"Which digit is number {}?\"\n",
                            q, q);
        text += "shuffle = false\noptions = [";
        for (int o = 0; o < 4; ++o) text += fmt::format("{{ id = \"o{}\", text = \"Digit {}\" }}, ", o, o);
        text += "]\n";
    }
    return text;
}

fs::path write_kiosk(const TempFolder& folder) {
    folder.write("content/counting/pack.toml", R"(id = "counting"
title = "Counting"
summary = "Numbers."
version = "1"
source_language = "en"
licence = "CC0-1.0"
authors = ["Tests"]
)");
    folder.write("content/counting/messages/one.md", R"(+++
title = "One"
summary = "The first number."
audiences = ["adult"]
sources = ["Nobody"]
review_due = 2099-01-01
+++
One comes before two.
)");
    folder.write("content/counting/surveys/count.toml", survey_text());
    return folder.write("kiosk.toml", R"([content]
root = "content"
packs = ["counting"]
[survey]
offered = ["count"]
)");
}

std::string tour_text(int first) {
    std::string text;
    for (int k = first; k < first + visits_a_run; ++k) {
        text += "touch 5 5\ntap \"Count with us\"\ntap \"Start\"\n";
        for (int q = 0; q < questions; ++q) text += fmt::format("tap \"#option.o{}\"\ntap \"Continue\"\n", digit(k, q));
        text += fmt::format("on survey.thanks\ndump thanks-{}\ntap \"Finish\"\n", k);
    }
    return text;
}

/// The visits of which there is proof that the thanks screen was shown.
std::set<int> thanked_in(const fs::path& shots) {
    std::set<int> out;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(shots, none)) {
        int k = -1;
        if (entry.path().extension() == ".json" &&
            std::sscanf(entry.path().filename().c_str(), "thanks-%d.json", &k) == 1)
            out.insert(k);
    }
    return out;
}

int visit_of(const outbox::Record& record) {
    const auto instance = openrosa::read_instance(record.body);
    REQUIRE(instance);
    const auto& answers = instance->response.answers;
    REQUIRE(answers.size() == questions);
    int k = 0;
    for (const auto& [id, answer] : answers) {
        REQUIRE(answer.options.size() == 1);
        k |= (answer.options.front().back() - '0') << (2 * (id.back() - '0'));
    }
    return k;
}

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
        const auto tour = folder.write("tour", tour_text(run * visits_a_run));
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
            ++kept[visit_of(record)];
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
