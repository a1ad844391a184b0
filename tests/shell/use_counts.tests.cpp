// What the kiosk is used for is counted at once, by the real program, and nothing else of it is kept.
#include "shell/use_counts.hpp"

#include "catch.hpp"
#include "kiosk_runs.hpp"
#include "shell/main_queue.hpp"
#include "store/database.hpp"
#include "visit/person.hpp"

#include <map>
#include <memory>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using outbox::Use;
using outbox::Uses;
using outbox::What;
using std::chrono::seconds;

namespace {

/// All that has been counted, by period; empty where there is no database.
std::map<std::string, Uses> counted(const TestKiosk& kiosk) {
    std::map<std::string, Uses> counts;
    auto database = store::Database::open_to_read(kiosk.path("state"));
    const auto uses = database ? database->uses() : base::Result<std::vector<outbox::UseCount>>{};
    if (uses)
        for (const auto& [period, use, count] : *uses) counts[period][use] = count;
    return counts;
}

const Use visit_count{What::visit}, play{What::play, "small", "only"}, opened{What::open, "small", "only"},
    topic{What::screen, "topic", "small"}, help{What::screen, "help"}, started{What::survey_started, "kinds"},
    finished{What::survey_finished, "kinds"};

/// An outbox that can refuse, and writes down what it took.
struct Refusing final : outbox::Outbox {
    struct Seen {
        bool refuse = false;
        std::vector<std::pair<Uses, std::string>> tried, took;
    };
    explicit Refusing(Seen& what) : seen(what) {}
    base::Result<void> submit(const outbox::Record&, const std::vector<outbox::Tally>&) override { return {}; }
    base::Result<void> count(const Uses& uses, const std::string& period) override {
        seen.tried.emplace_back(uses, period);
        if (seen.refuse) return base::fail(base::ErrorKind::unwritable, "the disk is full");
        seen.took.emplace_back(uses, period);
        return {};
    }
    Seen& seen;
};

}  // namespace

TEST_CASE("a visit is counted: its message, a language, a survey left at its second question") {
    TestKiosk kiosk;
    std::string period, privacy;
    SECTION("by the day") { period = "2026-11-23"; }
    SECTION("by the half day") { period = "2026-11-23-am", privacy = "half-day"; }
    SECTION("by the week") { period = "2026-W48", privacy = "week"; }
    auto text = contents_of(kiosk.config) + "[languages]\noffered = [\"en\", \"pl\"]\n";
    if (!privacy.empty()) text += "[privacy]\nperiod = \"" + privacy + "\"\n";
    kiosk.write("kiosk.toml", text);
    const auto ran = kiosk.tour(
        "on attract\ntouch 1 1\ntap \"Small pack\"\ntap \"The only message\"\ntap \"Home\"\n"
        "tap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\ntap \"Continue\"\ntap \"Bread\"\ntap \"Get help\"\n"
        "tap \"Back\"\ntap \"Stop\"\non home\ntap \"Language\"\ntap \"Polski\"\non home\nwait 66s\non attract\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(counted(kiosk) == std::map<std::string, Uses>{{period,
                                                         {{play, 2},
                                                          {visit_count, 1},
                                                          {opened, 1},
                                                          {topic, 1},
                                                          {help, 1},
                                                          {{What::screen, "languages"}, 1},
                                                          {{What::language, "pl"}, 1},
                                                          {started, 1},
                                                          {{What::survey_left, "kinds", "some"}, 1}}}});
}

TEST_CASE("a survey that was finished is counted beside its response, and each play of the loop") {
    const TestKiosk kiosk;
    auto second = std::string{only_message};
    second.replace(second.find("The only message"), 16, "Another message.");
    kiosk.write("content/small/messages/two.md", second);
    const auto ran = kiosk.tour(
        "touch 1 1\ntap \"Every kind\"\ntap \"Start\"\n"
        "tap \"Skip this question\"\ntap \"Skip this question\"\ntap \"Skip this question\"\ntap \"Skip this "
        "question\"\n"
        "on survey.thanks\ntap \"Finish\"\non attract\nwait 8s\nwait 8s\nwait 8s\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto all = counted(kiosk).at("2026-11-23");
    CHECK(all == Uses{{play, 3}, {{What::play, "small", "two"}, 2}, {visit_count, 1}, {started, 1}, {finished, 1}});
    CHECK(nlohmann::json::parse(kiosk.ctl({"status"}).out).at("queued") == 1);
}

TEST_CASE("a message that plays alone is counted each time that its turn comes again") {
    const TestKiosk kiosk;
    const auto ran = kiosk.tour("on attract\nwait 8s\nwait 8s\nwait 8s\n");
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(counted(kiosk).at("2026-11-23") == Uses{{play, 4}});
}

TEST_CASE("what is not the public's use is not counted: a rehearsal, and a screen that is dark") {
    const TestKiosk kiosk;
    const std::string visit = "touch 1 1\ntap \"Small pack\"\ntap \"The only message\"\nwait 2m\non attract\n";
    SECTION("a rehearsal") {
        REQUIRE(kiosk.tour(visit, {"--rehearsal"}).exit_code == 0);
        CHECK(counted(kiosk).empty());
        CHECK_FALSE(fs::exists(kiosk.path("state/responses.db")));
    }
    SECTION("outside of opening hours") {
        kiosk.write("kiosk.toml",
                    contents_of(kiosk.config) + "[opening]\nhours = [ { from = \"08:00\", until = \"09:00\" } ]\n");
        const auto plays = [&](const char* steps) {
            fs::remove_all(kiosk.path("state"));
            const auto ran = kiosk.tour(steps);
            INFO(ran.err);
            REQUIRE(ran.exit_code == 0);
            const auto uses = counted(kiosk).at("2026-11-23");
            CHECK(uses.size() == 1);
            return uses.at(play);
        };
        const auto while_dim = plays("wait 121s\non dark\n");
        CHECK(while_dim <= 16);
        CHECK(plays("wait 121s\non dark\nwait 10m\non dark\n") == while_dim);
    }
}

TEST_CASE("killed in the middle, the kiosk has kept every count that it had made, and goes on from there") {
    const TestKiosk kiosk;
    const Uses made{{play, 1}, {visit_count, 1}, {topic, 1}, {opened, 1}, {started, 1}};
    for (int run = 1; run <= 3; ++run) {
        RunningProgram running{
            kiosk.tour_command("touch 1 1\ntap \"Small pack\"\ntap \"The only message\"\ntap \"Home\"\n"
                               "tap \"Every kind\"\ntap \"Start\"\n" +
                               [] {
                                   std::string keys;  // somebody who never goes
                                   for (int i = 0; i < 100'000; ++i) keys += "press Tab\n";
                                   return keys;
                               }()),
            kiosk.path("log")};
        Uses expected;
        for (const auto& [use, count] : made) expected[use] = count * run;
        const auto there = [&] {
            const auto counts = counted(kiosk);
            return counts.contains("2026-11-23") && counts.at("2026-11-23") == expected;
        };
        CHECK(comes_true(there, seconds{30}));
        running.signal(SIGKILL);
        CHECK(running.wait(seconds{10}) == 128 + SIGKILL);
        CHECK(there());
    }
}

TEST_CASE("what the disk refuses is counted with the next, in the period in which it is taken") {
    Refusing::Seen seen;
    shell::MainQueue queue;
    std::string period = "2026-11-23";
    Person person;
    store::Worker worker{std::make_unique<Refusing>(seen),
                         [&](std::function<void()> task) { queue.post(std::move(task)); }};
    shell::UseCounts counts{worker, [&] { return period; }};
    const auto settle = [&] {
        while (counts.busy()) {
            queue.wait();
            queue.run();
        }
    };
    const auto act = [&](const visit::Action& action) {
        (void)person.act(action);
        counts.look(person.visit);
    };
    seen.refuse = true;
    act(visit::Begin{});
    settle();
    act(visit::GetHelp{});
    settle();
    CHECK(seen.tried.size() == 2);
    CHECK(seen.took.empty());
    seen.refuse = false;
    period = "2026-11-24";
    settle();
    CHECK(seen.took.empty());  // nothing is tried by itself: there is no hurry
    act(visit::OpenLanguages{});
    act(visit::ChooseLanguage{"pl"});  // while the others are on their way: it goes after them
    settle();
    Uses all;
    for (const auto& [uses, when] : seen.took) {
        CHECK(when == "2026-11-24");
        for (const auto& [use, count] : uses) all[use] += count;
    }
    CHECK(all == Uses{{visit_count, 1}, {help, 1}, {{What::screen, "languages"}, 1}, {{What::language, "pl"}, 1}});
    CHECK(seen.took.size() == 2);
}
