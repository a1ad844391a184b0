// A pass that is cut short between any two of its steps, and a network that fails at any of them.
#include "catch.hpp"
#include "central.hpp"
#include "openrosa/keys.hpp"
#include "queue_of.hpp"
#include "store/faulty_disk.hpp"

#include <atomic>
#include <tuple>

using namespace talkpoint;
using namespace talkpoint::tests;
using outbox::PassEnd;

namespace {

/// Each response that was made is there once, and was only ever offered with these bytes.
void check_all_once(const Central& server, Kiosk& kiosk) {
    CHECK(server.kept.size() == kiosk.made.size());
    for (const auto& [id, record] : kiosk.made) CHECK(server.kept.contains(openrosa::instance_id(id)));
    for (const auto& [id, bytes] : server.offered) CHECK(bytes.size() == 1);
    CHECK(kiosk.kept() == 0);
    CHECK(kiosk.counts().sent == static_cast<std::int64_t>(kiosk.made.size()));
}

}  // namespace

TEST_CASE("stopped at any request, before it or after it: the next pass ends it, and nothing is doubled") {
    const bool sealing = GENERATE(false, true);
    const bool answered = GENERATE(false, true);
    Central server;
    server.forms = {{"friends", form_of(survey_of()).xml}};
    Kiosk kiosk{server.url};
    if (sealing) kiosk.settings.key = public_key();
    std::atomic<bool> stop = false;
    bool reached = true;
    for (int n = 1; reached; ++n) {
        CAPTURE(sealing, answered, n);
        kiosk.finish(3);
        stop = false;
        const int last = server.requests + n;
        auto& moment = answered ? server.after : server.before;
        int posts = -1;
        moment = [&] {
            if (server.requests != last) return;
            stop = true;
            posts = server.posts;
        };
        CHECK(kiosk.pass(server, stop).error.empty());
        reached = stop;
        CHECK((posts == -1 || posts == server.posts));
        if (reached) CHECK(kiosk.counts().upload.error.empty());  // nothing is wrong
        moment = nullptr;
        CHECK(kiosk.pass(server).end == PassEnd::done);
        check_all_once(server, kiosk);
    }
    CHECK(kiosk.made.size() > 15);
}

TEST_CASE("stopped between a conflict and its second try: it is not parked for it") {
    Central server;
    Kiosk kiosk{server.url};
    kiosk.finish(3);
    std::atomic<bool> stop = false;
    server.answer = [&](const Central::Sent& sent) -> std::optional<Central::Outcome> {
        if (stop) return std::nullopt;
        stop = true;
        std::ignore = server.usual(sent);  // two came at once: kept, and the answer is a conflict
        return Central::said(409);
    };
    const auto report = kiosk.pass(server, stop);
    CHECK(report.end == PassEnd::later);
    CHECK(report.parked.empty());
    CHECK(kiosk.counts().parked == 0);
    CHECK(kiosk.pass(server).end == PassEnd::done);
    check_all_once(server, kiosk);
}

TEST_CASE("that the program ended is no trouble to tell staff of; what they were told before stands") {
    Central server;
    Kiosk kiosk{server.url};
    kiosk.finish();
    const outbox::UploadState before{"the server is in trouble", "", "2026-11-24T10:00", "other settings"};
    REQUIRE(kiosk.database.remember(before));
    std::atomic<bool> stop = false;
    server.answer = [&](const Central::Sent&) {
        stop = true;
        return std::unexpected(upload::Fault{"the program ends before the server has answered"});
    };
    CHECK(kiosk.pass(server, stop).end == PassEnd::later);
    CHECK(kiosk.counts().upload == before);
    server.answer = nullptr;
    CHECK(kiosk.pass(server).end == PassEnd::done);
    CHECK(kiosk.counts().upload == outbox::UploadState{"", "", before.next_try, ""});
    check_all_once(server, kiosk);
}

TEST_CASE("where a version is parked as it is sealed, the version that it had before is parked with it, once") {
    Central server;
    auto sealing = survey_of("friends", "2026.11[encrypted:x]");
    const std::string key = public_key().base64();
    server.forms = {{"friends", openrosa::write_form(std::span{&sealing, 1}, key)}};
    server.answer = [](const Central::Sent&) { return Central::said(404); };
    for (int round = 0; round < 6; ++round) {  // whichever of the two comes first
        Kiosk kiosk{server.url};
        server.posts = 0;
        kiosk.finish(20);
        for (int i = 0; i < 5; ++i)
            (void)kiosk.finish({.making = upload::Making{"2026.11[encrypted:x]", public_key()}});
        CHECK(kiosk.pass(server).parked.size() == 2);
        CHECK(kiosk.counts().queued == 0);
        CHECK(kiosk.counts().parked == 25);
        CHECK(server.posts <= 2);
        const auto posts = server.posts;
        CHECK(kiosk.pass(server).parked.empty());
        CHECK(server.posts == posts);
    }
}

// Every kind of misfortune at every request, by chance; then fair weather, and staff who have all that is parked tried
// again.
TEST_CASE("whatever happens on the way, in the end each response is there once") {
    constexpr std::uint64_t seeds = 60;
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(seed);
        base::Random chance{seed};
        const FaultyDisk disk;  // one that nobody waits for
        Central server;
        server.forms = {{"friends", form_of(survey_of()).xml}};
        Kiosk kiosk{server.url};
        kiosk.random = base::Random{seed + 1000};
        if (seed % 3 == 0) kiosk.settings.key = public_key();
        const std::vector<int> statuses{200, 201, 202, 302, 400, 401, 403, 404, 408, 409, 413, 423, 429, 500, 503};
        std::atomic<bool> stop = false;
        server.answer = [&](const Central::Sent& sent) -> std::optional<Central::Outcome> {
            if (chance.below(20) == 0) stop = true;
            if (chance.below(2) == 0) return std::nullopt;
            const bool stored = chance.below(2) == 0;
            if (stored) std::ignore = server.usual(sent);
            if (chance.below(3) == 0) return std::unexpected(upload::Fault{"the network is gone"});
            const int status = statuses[chance.below(statuses.size())];
            if (status == 201 || status == 202) return upload::Reply{status, {}, "<html><body>Welcome</body></html>"};
            auto reply = Central::said(status);
            return reply;
        };
        for (int pass = 0; pass < 12; ++pass) {
            (void)kiosk.finish({.survey = survey_of(pass % 2 == 0 ? "friends" : "safety")});
            if (pass == 6) kiosk.settings.digest += "!";
            (void)kiosk.pass(server, stop, pass % 4 == 3);
            stop = false;
        }
        const auto kept = ids_in(kiosk.database);
        for (const auto& [id, record] : kiosk.made)
            REQUIRE((kept.contains(id) || server.kept.contains(openrosa::instance_id(id))));
        server.answer = nullptr;
        const auto parked = kiosk.database.parked_surveys();
        REQUIRE(parked);
        for (const auto& survey : *parked) REQUIRE(kiosk.database.unpark(survey, ""));
        CHECK(kiosk.pass(server, stop, true).end == PassEnd::done);
        check_all_once(server, kiosk);
    }
}
