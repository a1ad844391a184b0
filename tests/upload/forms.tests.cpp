// The form that the server has: its version, its key, its fields, and what it is when it cannot be read.
#include "catch.hpp"
#include "openrosa/keys.hpp"
#include "queue_of.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using outbox::PassEnd;

namespace {

constexpr const char* managed = "2026.11[encrypted:k3/x&<y>]";

std::string key_text() { return public_key().base64(); }

/// Each that is on the server can be opened, and says what was answered.
void check_opens(const OdkServer& server, const Kiosk& kiosk, std::string_view version) {
    for (const auto& [id, submission] : server.submissions()) {
        REQUIRE(submission.attachments.contains("submission.xml.enc"));
        const auto xml =
            openrosa::unseal(submission.xml, submission.attachments.at("submission.xml.enc"), private_key());
        INFO((xml ? "" : xml.error().text()));
        REQUIRE(xml);
        const auto instance = openrosa::read_instance(*xml);
        REQUIRE(instance);
        CHECK(openrosa::instance_id(instance->id) == id);
        CHECK(instance->form_version == version);
        CHECK(kiosk.made.contains(instance->id));
        CHECK(instance->response.answers.at("first").options == std::vector<std::string>{"canary"});
    }
}

bool shows(const std::string& bytes, const std::string& word) { return bytes.find(word) != std::string::npos; }

/// In which of the database's files a word can be read.
std::vector<std::string> files_with(const Kiosk& kiosk, const std::string& word) {
    std::vector<std::string> names = names_in(kiosk.folder.path(), "");
    std::erase_if(names, [&](const std::string& name) { return !shows(bytes_of(kiosk.folder.path() / name), word); });
    return names;
}

}  // namespace

TEST_CASE("a form that the server encrypts: its exact version, sealed with its key, late where it was not known") {
    OdkServer server;
    server.declare(form_of(survey_of(), managed, key_text()));
    Kiosk kiosk{server.url()};
    for (int i = 0; i < 20; ++i) (void)kiosk.finish({.option = "canary"});
    CHECK_FALSE(files_with(kiosk, "canary").empty());
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::done);
    REQUIRE(report.forms.size() == 1);
    CHECK(report.forms[0].version == managed);
    // What is made from now on is made for it.
    const auto making = upload::making_of("friends", "2026.11", {}, kiosk.database.forms().value());
    REQUIRE(making);
    CHECK(making->version == managed);
    CHECK(making->key == public_key());
    for (int i = 0; i < 5; ++i) (void)kiosk.finish({.option = "canary", .making = *making});
    CHECK(files_with(kiosk, "canary").empty());
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
    check_opens(server, kiosk, managed);
    CHECK_FALSE(shows(server.wire(), "canary"));
    CHECK_FALSE(shows(server.wire(), "north"));
}

TEST_CASE("with a key of our own: nothing of an answer on the wire, nor on the disk once it was sealed") {
    OdkServer server;
    Kiosk kiosk{server.url()};
    for (int i = 0; i < 20; ++i) (void)kiosk.finish({.option = "canary"});
    kiosk.settings.key = public_key();
    server.next(tricks::reset_before_storing());
    CHECK(kiosk.pass().end == PassEnd::later);
    {
        // Those that were not reached may still be in the clear; those of the first batch are not.
        std::size_t plain = 0, sealed = 0;
        REQUIRE(kiosk.database.for_each("", [&](const outbox::Record& one) { ++(one.sealed() ? sealed : plain); }));
        CHECK(sealed >= 1);
        CHECK(plain + sealed == 20);
    }
    server.next(tricks::lost_acknowledgement());
    CHECK(kiosk.pass().end == PassEnd::later);
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
    check_opens(server, kiosk, "2026.11");
    CHECK_FALSE(shows(server.wire(), "canary"));
    CHECK(files_with(kiosk, "canary").empty());
}

TEST_CASE("what was sent has left no bytes, and its id neither") {
    OdkServer server;
    Kiosk kiosk{server.url()};
    for (int i = 0; i < 60; ++i) (void)kiosk.finish({.option = "canary"});
    server.next(tricks::refuse(500));
    CHECK(kiosk.pass().end == PassEnd::later);
    for (int i = 0; i < 60 && kiosk.kept() > 0; ++i) CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
    CHECK(files_with(kiosk, "canary").empty());
    for (const auto& [id, record] : kiosk.made) CHECK(files_with(kiosk, id).empty());
    CHECK(bytes_of(kiosk.folder.path() / "responses.db-wal").size() < 100'000);
}

TEST_CASE("offered in the clear, and then the form is encrypted: parked, never sent; until it is not any more") {
    OdkServer server;
    server.declare(form_of(survey_of()));
    Kiosk kiosk{server.url()};
    const auto id = kiosk.finish();
    server.next(tricks::reset_before_storing());
    CHECK(kiosk.pass().end == PassEnd::later);
    server.declare(form_of(survey_of(), managed, key_text(), {"2026.11"}));
    (void)kiosk.finish({.option = "canary"});
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::done);
    REQUIRE(report.parked.size() == 1);
    CHECK_THAT(report.parked[0].text, ContainsSubstring("in the clear before"));
    CHECK(server.submissions().size() == 1);
    CHECK(server.posts().size() == 2);
    CHECK(ids_in(kiosk.database) == std::map<std::string, int>{{id, 1}});
    CHECK(kiosk.pass().parked.empty());
    CHECK(server.posts().size() == 2);

    server.declare(form_of(survey_of(), "", "", {managed}));
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("our key is not the form's: nobody there could open it, so the survey is parked") {
    OdkServer server;
    server.declare(form_of(survey_of(), managed, key_text()));
    server.declare(form_of(survey_of("safety")));
    Kiosk kiosk{server.url()};
    kiosk.settings.key =
        openrosa::PublicKey::from_base64(on_one_line(body_of(public_pem(make_rsa(2048).get())))).value();
    kiosk.finish(2);
    (void)kiosk.finish({.survey = survey_of("safety")});
    const auto report = kiosk.pass();
    CHECK(report.end == PassEnd::done);
    REQUIRE(report.parked.size() == 1);
    CHECK(report.parked[0].survey == "friends");
    CHECK_THAT(report.parked[0].text, ContainsSubstring("another key"));
    CHECK(server.posts().size() == 1);
    check_all_arrived(server, kiosk, 2);
    CHECK(files_with(kiosk, "<first>").size() == 1);  // they are as they were: nothing was sealed for nobody
    kiosk.settings.key = public_key();
    kiosk.settings.digest = "the form's key";
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("a form without a field for a question: parked and the field named, until it is published again") {
    OdkServer server;
    auto poor = survey_of();
    poor.questions.pop_back();
    server.declare(form_of(poor));
    server.declare(form_of(survey_of("safety")));
    Kiosk kiosk{server.url()};
    kiosk.finish(3);
    (void)kiosk.finish({.survey = survey_of("safety")});
    const auto report = kiosk.pass();
    REQUIRE(report.parked.size() == 1);
    CHECK_THAT(report.parked[0].text, ContainsSubstring("no field for who"));
    CHECK(report.sent == std::map<std::string, std::int64_t>{{"safety", 1}});
    check_all_arrived(server, kiosk, 3);
    SECTION("in the same version") { server.declare(form_of(survey_of())); }
    SECTION("as a new one") { server.declare(form_of(survey_of(), "2026.12", "", {"2026.11"})); }
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("a form whose context knows nothing of events takes a response from one, whole") {
    OdkServer server;
    auto form = form_of(survey_of());
    for (const std::string field : {"event", "phase"})
        for (const auto& part :
             {"<" + field + " />", "<bind nodeset=\"/data/context/" + field + "\" type=\"string\" />"}) {
            const auto at = form.xml.find(part);
            REQUIRE(at != std::string::npos);
            form.xml.erase(at, part.size());
        }
    server.declare(form);
    Kiosk kiosk{server.url()};
    (void)kiosk.finish({.event = "school-week"});
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
    const auto arrived = server.submissions();
    REQUIRE(arrived.size() == 1);
    const auto instance = openrosa::read_instance(arrived.begin()->second.xml);
    REQUIRE(instance);
    CHECK(instance->response.event == "school-week");
    CHECK(instance->response.phase == "before");
}

TEST_CASE("a form that cannot be read: that survey waits, the others go on") {
    OdkServer server;
    const auto other = survey_of("safety");
    Kiosk kiosk{server.url()};
    server.declare(form_of(other));
    if (GENERATE(false, true)) {  // one that could be read was there before
        server.declare(form_of(survey_of()));
        kiosk.finish();
        CHECK(kiosk.pass().end == PassEnd::done);
    }
    auto rubbish = form_of(survey_of());
    SECTION("not XML") { rubbish.xml = "<h:html><rubbish"; }
    SECTION("of another survey") { rubbish.xml = form_of(other).xml; }
    // It is encrypted, and we cannot seal for it: then it must not go in the clear.
    SECTION("with a key that is none") { rubbish = form_of(survey_of(), managed, "AAAA"); }
    server.declare(rubbish);
    kiosk.finish(2);
    for (int i = 0; i < 2; ++i) (void)kiosk.finish({.survey = other});
    const auto before = server.posts().size();
    for (int round = 0; round < 2; ++round) {
        const auto report = kiosk.pass();
        CHECK(report.end == PassEnd::done);
        REQUIRE(report.kept.size() == 1);
        CHECK(report.kept[0].survey == "friends");
        CHECK_THAT(report.kept[0].text, ContainsSubstring("cannot be used"));
        CHECK(report.parked.empty());
    }
    CHECK(server.posts().size() == before + 2);
    check_all_arrived(server, kiosk, 2);
    server.declare(form_of(survey_of(), managed, key_text()));
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("one that was parked comes back when its form was closed and is open again") {
    OdkServer server;
    server.declare(form_of(survey_of()));
    Kiosk kiosk{server.url()};
    kiosk.finish();
    CHECK(kiosk.pass().end == PassEnd::done);
    auto closed = form_of(survey_of());
    closed.open = false;
    server.declare(closed);
    kiosk.finish(2);
    CHECK(kiosk.pass().parked.size() == 2);
    CHECK(kiosk.pass().parked.empty());
    check_all_arrived(server, kiosk, 2);
    server.declare(form_of(survey_of()));
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("one that is larger than the server takes is parked before it is sent, until the server takes more") {
    OdkServer server;
    server.declare(form_of(survey_of()));
    server.set({.largest = 1200});  // and the wrapping of the parts is much of it
    Kiosk kiosk{server.url()};
    kiosk.finish(3);
    const auto report = kiosk.pass();
    CHECK(report.parked.size() == 3);
    CHECK_THAT(report.parked[0].text, ContainsSubstring("1200 bytes"));
    CHECK(server.posts().empty());
    CHECK(kiosk.pass().parked.empty());
    server.set({.largest = 100'000});
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("sealing makes a response larger: what counts is what would be sent") {
    OdkServer server;
    server.declare(form_of(survey_of()));
    Kiosk kiosk{server.url()};
    (void)kiosk.finish();
    kiosk.settings.key = public_key();
    server.set({.largest = 1024 + kiosk.made.begin()->second.body.size() + 1});
    const auto report = kiosk.pass();
    CHECK(report.parked.size() == 1);
    CHECK(server.posts().empty());
    server.set({});
    CHECK(kiosk.pass().end == PassEnd::done);
    check_all_arrived(server, kiosk);
}

TEST_CASE("a list of forms that is refused or is none ends the pass") {
    struct Answering final : upload::Transport {
        upload::Reply list;
        int posts = 0;
        Outcome head(const std::string&) override { return upload::Reply{204, {}, ""}; }
        Outcome get(const std::string&) override { return list; }
        Outcome post(const std::string&, const std::vector<upload::Part>&) override {
            ++posts;
            return upload::Reply{500, {}, ""};
        }
    };
    Kiosk kiosk{"http://127.0.0.1/x"};
    kiosk.finish();
    Answering server;
    const std::vector<std::pair<upload::Reply, PassEnd>> answers{
        {{200, {}, "<!DOCTYPE html><html><body>Welcome</body></html>"}, PassEnd::later},
        {{201, {}, "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\"/>"}, PassEnd::later},
        {{302, {}, ""}, PassEnd::later},
        {{503, {{"retry-after", "77"}}, ""}, PassEnd::later},
        {{401, {}, ""}, PassEnd::stopped},
        {{403, {}, ""}, PassEnd::stopped},
    };
    for (const auto& [list, end] : answers) {
        CAPTURE(list.status);
        server.list = list;
        const auto report = kiosk.pass(server, go_on, true);
        CHECK(report.end == end);
        CHECK_FALSE(report.error.empty());
        CHECK(report.wait.has_value() == (list.status == 503));
    }
    CHECK(server.posts == 0);
    CHECK(kiosk.kept() == 1);
}
