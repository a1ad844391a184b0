// What staff are told of the server's forms, and that one of them does not stop the others.
#include "catch.hpp"
#include "central.hpp"
#include "openrosa/keys.hpp"
#include "queue_of.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using outbox::PassEnd;

TEST_CASE("a form that does not come, or is none, holds its survey and no other, and the status says so") {
    Central server;
    server.forms = {{"friends", "<html><body>Sign in</body></html>"}, {"safety", form_of(survey_of("safety")).xml}};
    Kiosk kiosk{server.url};
    (void)kiosk.finish();
    (void)kiosk.finish({.survey = survey_of("safety")});
    const auto report = kiosk.pass(server);
    CHECK(report.end == PassEnd::done);
    CHECK(report.sent == std::map<std::string, std::int64_t>{{"safety", 1}});
    REQUIRE(report.kept.size() == 1);
    CHECK_THAT(report.kept[0].text, ContainsSubstring("web page"));
    CHECK_THAT(kiosk.counts().upload.remarks, ContainsSubstring("friends: ") && ContainsSubstring("web page"));
    server.forms["friends"] = form_of(survey_of()).xml;
    CHECK(kiosk.pass(server).end == PassEnd::done);
    CHECK(kiosk.counts().upload.remarks.empty());
    CHECK(server.kept.size() == 2);
}

TEST_CASE("a field that holds a number would store our words as nothing: it is named") {
    auto form = form_of(survey_of()).xml;
    const auto at = form.find("nodeset=\"/data/who\" type=\"string\"");
    REQUIRE(at != std::string::npos);
    form.replace(form.find("string", at), 6, "int");
    Central server;
    server.forms = {{"friends", form}};
    Kiosk kiosk{server.url};
    (void)kiosk.finish();
    const auto report = kiosk.pass(server);
    REQUIRE(report.parked.size() == 1);
    CHECK_THAT(report.parked[0].text, ContainsSubstring("no field for who"));
    CHECK(server.kept.empty());
}

TEST_CASE("a key of ours for a form that says nothing of it: sent, and remarked upon") {
    Central server;
    server.forms = {{"friends", form_of(survey_of()).xml}};
    Kiosk kiosk{server.url};
    kiosk.settings.key = public_key();
    (void)kiosk.finish();
    const auto report = kiosk.pass(server);
    CHECK(server.kept.size() == 1);
    REQUIRE(report.warnings.size() == 1);
    CHECK_THAT(kiosk.counts().upload.remarks, ContainsSubstring("does not say that its responses are sealed"));
}

TEST_CASE("a form without any field is nothing to compare with") {
    Central server;
    server.forms = {{"friends", R"(<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><model><instance>)"
                                R"(<data id="friends" version="2026.11"><meta><instanceID/></meta></data>)"
                                R"(</instance></model></h:head><h:body/></h:html>)"}};
    Kiosk kiosk{server.url};
    (void)kiosk.finish();
    CHECK(kiosk.pass(server).parked.empty());
    CHECK(server.kept.size() == 1);
}
