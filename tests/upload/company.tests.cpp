// When a response may go: in company, or when its period has ended; and in which order.
#include "catch.hpp"
#include "central.hpp"
#include "queue_of.hpp"
#include "store/faulty_disk.hpp"

#include <algorithm>
#include <cmath>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using outbox::PassEnd;

namespace {

/// Spearman's: 1 where the order is the same, -1 where it is turned round, near 0 where there is none.
double rank_correlation(const std::vector<std::size_t>& ranks) {
    double sum = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const double d = static_cast<double>(i) - static_cast<double>(ranks[i]);
        sum += d * d;
    }
    const auto count = static_cast<double>(ranks.size());
    return 1 - 6 * sum / (count * (count * count - 1));
}

}  // namespace

TEST_CASE("fewer than batch_min wait for company, or until their period has ended") {
    Central server;
    Kiosk kiosk{server.url};
    for (int i = 0; i < 4; ++i) (void)kiosk.finish({.period = this_day});
    SECTION("alone") {
        const auto report = kiosk.pass(server);
        CHECK(report.end == PassEnd::done);
        REQUIRE(report.kept.size() == 1);
        CHECK_THAT(report.kept[0].text, ContainsSubstring("company"));
        CHECK(server.kept.empty());
        CHECK(kiosk.counts().upload.error.empty());  // nothing is wrong
    }
    SECTION("one of the period before goes") {
        const auto old = kiosk.finish({.survey = survey_of("safety"), .period = yesterday});
        CHECK(kiosk.pass(server).end == PassEnd::done);
        CHECK(server.kept.size() == 1);
        CHECK(server.kept.contains("uuid:" + old));
    }
    SECTION("with one more of the same survey, in whatever version, all go") {
        (void)kiosk.finish({.survey = survey_of("friends", "2026.10"), .period = this_day});
        CHECK(kiosk.pass(server).kept.empty());
        CHECK(server.kept.size() == 5);
    }
    SECTION("another survey is no company") {
        (void)kiosk.finish({.survey = survey_of("safety"), .period = this_day});
        CHECK(kiosk.pass(server).kept.size() == 2);
        CHECK(server.kept.empty());
    }
    SECTION("those that are parked are no company") {
        const auto old = survey_of("friends", "2026.10");
        server.answer = [](const Central::Sent& sent) -> std::optional<Central::Outcome> {
            if (sent.bytes.find("2026.10") != std::string::npos) return Central::said(404);
            return std::nullopt;
        };
        (void)kiosk.finish({.survey = old});  // and so its version is parked
        kiosk.settings.batch_min = 100;
        CHECK(kiosk.pass(server).parked.size() == 1);
        kiosk.settings.batch_min = 5;
        (void)kiosk.finish({.survey = old, .period = this_day});
        CHECK(kiosk.pass(server).kept.size() == 1);
        CHECK(server.kept.empty());
    }
    SECTION("when the period has ended, they go") {
        const std::atomic<bool> stop = false;
        const auto report =
            upload::run_pass(kiosk.database, server, kiosk.settings, "2026-11-25", kiosk.random, stop, false);
        CHECK(report.kept.empty());
        CHECK(server.kept.size() == 4);
    }
    SECTION("a batch_min of one waits for nobody") {
        kiosk.settings.batch_min = 1;
        CHECK(kiosk.pass(server).kept.empty());
        CHECK(server.kept.size() == 4);
    }
}

TEST_CASE("those that a form has no place for are no company for those that can go") {
    Central server;
    auto poor = survey_of();
    poor.questions.pop_back();
    server.forms = {{"friends", form_of(poor).xml}};
    Kiosk kiosk{server.url};
    for (int i = 0; i < 4; ++i) (void)kiosk.finish({.period = this_day});
    const auto old = survey_of("friends", "2026.10");
    (void)kiosk.finish({.survey = old, .period = this_day});
    const auto report = kiosk.pass(server);
    CHECK(report.parked.size() == 1);
    CHECK(server.kept.empty());  // alone, it would be the one who answered today
    REQUIRE(report.kept.size() == 1);
    CHECK_THAT(report.kept[0].text, ContainsSubstring("company"));
}

TEST_CASE("one that was tried before does not wait for company") {
    Central server;
    Kiosk kiosk{server.url};
    for (int i = 0; i < 5; ++i) (void)kiosk.finish({.period = this_day});
    server.answer = [&](const Central::Sent&) -> std::optional<Central::Outcome> {
        if (server.posts == 4) return std::unexpected(upload::Fault{"the network is gone"});
        return std::nullopt;
    };
    CHECK(kiosk.pass(server).end == PassEnd::later);
    CHECK(server.kept.size() == 3);
    (void)kiosk.finish({.period = this_day});  // this one has to wait
    server.answer = nullptr;
    CHECK(kiosk.pass(server).kept.size() == 1);
    CHECK(server.kept.size() == 4);
    CHECK(kiosk.kept() == 2);  // the fifth has never left, and waits with it
}

TEST_CASE("the order on the wire tells nothing of the order in which responses were made, nor where the pass began") {
    const FaultyDisk disk;  // one that nobody waits for
    std::set<std::string> firsts;
    Kiosk kiosk{"http://127.0.0.1/x"};
    std::vector<std::string> made;
    made.reserve(1000);
    for (int i = 0; i < 1000; ++i) made.push_back("uuid:" + kiosk.finish());
    for (int round = 0; round < 3; ++round) {
        Central server;
        server.answer = [](const Central::Sent&) { return upload::Reply{500, {}, ""}; };
        CHECK(kiosk.pass(server).end == PassEnd::later);
        REQUIRE(server.order.size() == 1);
        firsts.insert(server.order[0]);
    }
    CHECK(firsts.size() > 1);
    Central server;
    CHECK(kiosk.pass(server).end == PassEnd::done);
    REQUIRE(server.order.size() == 1000);
    std::vector<std::size_t> ranks;
    ranks.reserve(made.size());
    for (const auto& id : made)
        ranks.push_back(static_cast<std::size_t>(std::ranges::find(server.order, id) - server.order.begin()));
    CHECK(std::abs(rank_correlation(ranks)) < 0.1);
    CHECK(kiosk.kept() == 0);
}
