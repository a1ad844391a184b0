// One pass after the other against a server that answers as ODK Central does, or not: what becomes of each response.
#include "upload/pass.hpp"
#include "catch.hpp"
#include "queue_of.hpp"

#include <string>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using outbox::PassEnd;

namespace {

struct Row {
    const char* name;
    Trick trick;
    PassEnd end = PassEnd::later;
    bool parked = false;  ///< the one that met it, for good
    const char* said = "";
};

std::vector<Row> rows() {
    using namespace tricks;
    return {
        {"lost acknowledgement", lost_acknowledgement(), PassEnd::later, false, "127.0.0.1"},
        {"reset before storing", reset_before_storing(), PassEnd::later, false, "127.0.0.1"},
        {"reset after storing", reset_after_storing(), PassEnd::later, false, "127.0.0.1"},
        {"portal", portal(), PassEnd::later, false, "sign-in page"},
        {"portal that says 201", portal(201), PassEnd::later, false, "no receipt"},
        {"portal that says 202", portal(202), PassEnd::later, false, "no receipt"},
        {"redirect", redirect("http://127.0.0.1:1/login"), PassEnd::later, false, "leads elsewhere"},
        {"half a body", half_a_body(), PassEnd::later, false, "127.0.0.1"},
        {"rubbish", rubbish(), PassEnd::later, false, "127.0.0.1"},
        {"401", refuse(401), PassEnd::stopped, false, "401"},
        {"402", refuse(402), PassEnd::later, false, "402"},
        {"403", refuse(403), PassEnd::stopped, false, "403"},
        {"405", refuse(405), PassEnd::later, false, "405"},
        {"408", refuse(408), PassEnd::later, false, "408"},
        {"423", refuse(423), PassEnd::later, false, "423"},
        {"429", too_many(120), PassEnd::later, false, "429"},
        {"500", refuse(500), PassEnd::later, false, "500"},
        {"503", refuse(503), PassEnd::later, false, "503"},
        {"418", refuse(418), PassEnd::later, false, "418"},
        {"400", refuse(400), PassEnd::done, true, "400"},
        {"413", refuse(413), PassEnd::done, true, "413"},
    };
}

}  // namespace

TEST_CASE("whatever one answer says, enough passes bring each response over once, or park it and say why") {
    for (const auto& row : rows()) {
        CAPTURE(row.name);
        OdkServer server;
        Kiosk kiosk{server.url()};
        kiosk.finish(5);
        server.next(row.trick);
        const auto first = kiosk.pass();
        CHECK(first.end == row.end);
        const auto counts = kiosk.counts();
        if (row.parked) {
            REQUIRE(first.parked.size() == 1);
            CHECK_THAT(first.parked[0].text, ContainsSubstring(row.said));
            REQUIRE(counts.reasons.size() == 1);
            CHECK(counts.reasons[0] == outbox::Parked{"friends", "2026.11", first.parked[0].text, 1});
            CHECK(server.posts().size() == 5);
        } else {
            CHECK_THAT(first.error, ContainsSubstring(row.said));
            CHECK(counts.upload.error == first.error);
            CHECK(first.parked.empty());
            CHECK(kiosk.kept() == 5);  // no other answer is a receipt
            CHECK(server.posts().size() == 1);
        }
        check_nothing_lost(server, kiosk);
        kiosk.settings.digest = "others";  // as somebody would who was refused
        const auto second = kiosk.pass();
        CHECK(second.end == PassEnd::done);
        CHECK(second.error.empty());
        CHECK(kiosk.counts().upload == outbox::UploadState{});
        check_all_arrived(server, kiosk);
    }
}

TEST_CASE("401 and 403 stop everything: no request at all until the settings change, or a person asks") {
    const int status = GENERATE(401, 403);
    OdkServer server;
    Kiosk kiosk{server.url()};
    kiosk.finish(3);
    server.next(tricks::refuse(status));
    const auto first = kiosk.pass();
    CHECK(first.end == PassEnd::stopped);
    const auto asked = server.requests().size();
    for (int i = 0; i < 3; ++i) {
        const auto again = kiosk.pass();
        CHECK(again.end == PassEnd::stopped);
        CHECK(again.error == first.error);
    }
    CHECK(server.requests().size() == asked);
    CHECK(kiosk.counts().upload.error == first.error);
    SECTION("the settings change") { kiosk.settings.digest = "others"; }
    SECTION("a person asks, and is refused again") {
        server.next(tricks::refuse(status));
        CHECK(kiosk.pass(true).end == PassEnd::stopped);
        CHECK(server.requests().size() > asked);
        CHECK(kiosk.pass().end == PassEnd::stopped);
        kiosk.settings.digest = "others";
    }
    SECTION("a person asks, and then it goes on by itself") {
        server.next(tricks::refuse(500));
        CHECK(kiosk.pass(true).end == PassEnd::later);
    }
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("409 after an acknowledgement was lost: once more, and that is the receipt") {
    OdkServer server;
    Kiosk kiosk{server.url()};
    kiosk.finish();
    server.next(tricks::lost_acknowledgement());
    CHECK(kiosk.pass().end == PassEnd::later);
    server.next(tricks::false_conflict());
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::done);
    CHECK(report.parked.empty());
    CHECK(server.posts().size() == 3);
    check_all_arrived(server, kiosk);
}

TEST_CASE("409 twice: parked, the others go on, and it comes back with the circumstances") {
    OdkServer server;
    server.declare(form_of(survey_of()));
    Kiosk kiosk{server.url()};
    kiosk.finish(4);
    server.next(tricks::conflict(), 2);
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::done);
    CHECK(server.posts().size() == 5);
    REQUIRE(report.parked.size() == 1);
    CHECK_THAT(report.parked[0].text, ContainsSubstring("409"));
    check_all_arrived(server, kiosk, 1);
    CHECK(kiosk.pass().parked.empty());
    CHECK(server.posts().size() == 5);  // as nothing has changed
    kiosk.settings.digest = "others";
    CHECK(kiosk.pass().sent == std::map<std::string, std::int64_t>{{"friends", 1}});
    check_all_arrived(server, kiosk);
}

TEST_CASE("409, and then the network goes: it is tried again later, not parked") {
    OdkServer server;
    Kiosk kiosk{server.url()};
    kiosk.finish();
    server.next(tricks::conflict());
    server.next(tricks::reset_before_storing());
    CHECK(kiosk.pass().end == PassEnd::later);
    CHECK(kiosk.counts().parked == 0);
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("404 parks the survey in this version, once; others go on, and what comes later waits with it") {
    OdkServer server;
    const auto old = survey_of("friends", "2026.10"), other = survey_of("safety");
    server.declare(form_of(survey_of()));
    server.declare(form_of(other));
    Kiosk kiosk{server.url()};
    for (int i = 0; i < 20; ++i) (void)kiosk.finish({.survey = old});
    kiosk.finish(3);
    for (int i = 0; i < 3; ++i) (void)kiosk.finish({.survey = other});
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::done);
    CHECK(report.sent == std::map<std::string, std::int64_t>{{"friends", 3}, {"safety", 3}});
    REQUIRE(report.parked.size() == 1);
    CHECK(report.parked[0].survey == "friends");
    CHECK_THAT(report.parked[0].text, ContainsSubstring("404"));
    CHECK(server.posts().size() == 7);
    (void)kiosk.finish({.survey = old});
    REQUIRE(kiosk.counts().reasons.size() == 1);
    CHECK(kiosk.counts().reasons[0] == outbox::Parked{"friends", "2026.10", report.parked[0].text, 21});
    CHECK(kiosk.pass().parked.empty());
    CHECK(server.posts().size() == 7);
    check_all_arrived(server, kiosk, 21);

    // Somebody publishes that version as well.
    auto published = form_of(survey_of(), "", "", {"2026.10"});
    published.xml += "<!-- again -->";
    server.declare(published);
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("429: the report says how long the server wants to be left alone") {
    OdkServer server;
    Kiosk kiosk{server.url()};
    kiosk.finish();
    server.next(tricks::too_many(1234));
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::later);
    CHECK(report.wait == std::chrono::seconds{1234});
    CHECK_FALSE(kiosk.pass().wait);
    check_all_arrived(server, kiosk);
}

TEST_CASE("a redirect leads nowhere: the other host is not asked") {
    OdkServer server, elsewhere;
    Kiosk kiosk{server.url()};
    kiosk.finish();
    server.next(tricks::redirect(elsewhere.url() + "/submission"));
    CHECK(kiosk.pass().end == PassEnd::later);
    CHECK(elsewhere.connections() == 0);
}

TEST_CASE("a portal in place of the whole server: nothing is sent to it") {
    OdkServer server;
    server.set({.portal = true});
    Kiosk kiosk{server.url()};
    kiosk.finish(3);
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::later);
    CHECK_THAT(report.error, ContainsSubstring("sign-in page"));
    CHECK(server.posts().empty());
    server.set({});
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("a certificate that is wrong or has expired: nothing is sent, later perhaps") {
    const auto kind = GENERATE(CertificateKind::wrong_name, CertificateKind::expired);
    const Authority authority;
    const TempFolder files;
    auto options = quick();
    options.ca_file = files.write("ca.pem", authority.pem());
    OdkServer server{authority.issue(kind)};
    Kiosk kiosk{server.url()};
    kiosk.finish(2);
    const auto report = kiosk.pass(*transport_with(options));
    CHECK(report.end == PassEnd::later);
    CHECK_THAT(report.error, ContainsSubstring("certificate"));
    CHECK(server.requests().empty());
    CHECK(kiosk.kept() == 2);
}

TEST_CASE("a server that knows neither HEAD nor the list of forms takes responses all the same") {
    OdkServer server;
    server.set({.refuse_head = true, .no_form_list = true});
    Kiosk kiosk{server.url()};
    kiosk.finish(20);
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
    CHECK(server.posts().size() == 20);
}

TEST_CASE("one that the server chokes on every time does not hold back the others") {
    OdkServer server;
    Kiosk kiosk{server.url()};
    kiosk.finish(40);
    const auto poison = kiosk.finish();
    {
        auto connection = raw(kiosk.folder.path() / "responses.db");
        REQUIRE(connection.run(
            ("UPDATE response SET body = replace(body, 'north', CAST(x'ff' AS TEXT)) WHERE id = '" + poison + "'")
                .c_str()));
    }
    int passes = 0;
    for (; kiosk.kept() > 1 && passes < 60; ++passes) CHECK(kiosk.pass().end == PassEnd::later);
    CHECK(passes < 60);
    check_all_arrived(server, kiosk, 1);
}
