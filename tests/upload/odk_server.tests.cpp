// The server of these tests does as ODK Central does.
#include "fakes/odk_server.hpp"
#include "catch.hpp"
#include "running_program.hpp"
#include "transports.hpp"

#include <chrono>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

int status_of(const OdkServer& server, std::vector<upload::Part> parts) {
    const auto reply = transport_with()->post(server.url() + "/submission", parts);
    return reply ? reply->status : 0;
}

int status_of(const OdkServer& server, const std::string& xml) { return status_of(server, parts_of(xml)); }

std::string manifest(const std::string& id) {
    return "<data xmlns=\"http://opendatakit.org/submissions\" id=\"kinds\" version=\"1\" encrypted=\"yes\"><meta "
           "xmlns=\"http://openrosa.org/xforms\"><instanceID>" +
           id + "</instanceID></meta><encryptedXmlFile>submission.xml.enc</encryptedXmlFile></data>";
}

}  // namespace

TEST_CASE("odk: new and sent again are received, something else under the same id is not") {
    OdkServer server;
    CHECK(status_of(server, submission("uuid:1")) == 201);
    CHECK(status_of(server, submission("uuid:1")) == 201);
    CHECK(status_of(server, submission("uuid:1") + "\n") == 409);
    CHECK(status_of(server, submission("uuid:2")) == 201);
    CHECK(server.submissions().size() == 2);
    CHECK(server.submissions().at("uuid:1").xml == submission("uuid:1"));
    CHECK(server.posts().at(0).instance_id == "uuid:1");
}

TEST_CASE("odk: what cannot be right is refused, or taken in silence") {
    OdkServer server;
    const auto whole = submission("uuid:1");
    CHECK(status_of(server, "nonsense") == 400);
    CHECK(status_of(server, "<data/>") == 400);
    CHECK(status_of(server, submission("uuid:" + std::string(60, 'x'))) == 400);
    CHECK(status_of(server, whole + "\xff") == 500);
    CHECK(status_of(server, whole + std::string(1, '\0')) == 500);
    CHECK(status_of(server, {{"other", "submission.xml", "text/xml", whole}}) == 400);
    CHECK(status_of(server, {{"xml_submission_file", "", "text/xml", whole}}) == 400);
    CHECK(server.submissions().empty());
    CHECK(status_of(server, whole.substr(0, whole.size() - 8)) == 201);
    CHECK(status_of(server, "<data id=\"kinds\"/>") == 201);
    CHECK(status_of(server, "<data id=\"kinds\"/>") == 201);
    CHECK(server.submissions().size() == 3);
    CHECK(server.submissions().count("uuid:1") == 0);
}

TEST_CASE("odk: once forms are declared, others are unknown") {
    OdkServer server;
    server.declare({.id = "kinds", .version = "2[encrypted:a/b]", .xml = "<form/>", .older = {"1"}});
    server.declare({.id = "shut", .version = "1", .xml = "<form/>", .open = false});
    CHECK(status_of(server, submission("uuid:1")) == 201);
    CHECK(status_of(server, "<data id=\"kinds\" version=\"2[encrypted:a/b]\"/>") == 201);
    CHECK(status_of(server, "<data id=\"kinds\" version=\"3\"/>") == 404);
    CHECK(status_of(server, "<data id=\"kinds\"/>") == 404);
    CHECK(status_of(server, "<data id=\"other\" version=\"1\"/>") == 404);
    CHECK(status_of(server, "<data id=\"shut\" version=\"1\"/>") == 409);
    const auto transport = transport_with();
    const auto list = transport->get(server.url() + "/formList");
    REQUIRE(list);
    CHECK_THAT(list->body, ContainsSubstring("<version>2[encrypted:a/b]</version>"));
    CHECK_THAT(list->body, !ContainsSubstring("shut"));
    const auto begin = list->body.find("<downloadUrl>") + 13;
    const auto form = transport->get(list->body.substr(begin, list->body.find("</downloadUrl>") - begin));
    REQUIRE(form);
    CHECK(form->body == "<form/>");
}

TEST_CASE("odk: a manifest's file is known by the name of its part") {
    OdkServer server;
    auto parts = parts_of(manifest("uuid:1"));
    parts.push_back({"wrong", "submission.xml.enc", "application/octet-stream", "sealed"});
    CHECK(status_of(server, parts) == 201);
    CHECK(server.submissions().at("uuid:1").attachments.empty());
    parts.back().name = "submission.xml.enc";
    CHECK(status_of(server, parts) == 201);
    CHECK(server.submissions().at("uuid:1").attachments.at("submission.xml.enc") == "sealed");
}

TEST_CASE("odk: a server can be another one altogether") {
    OdkServer server;
    OdkServer::Modes modes;
    const auto transport = transport_with();
    const auto head = [&] { return transport->head(server.url() + "/submission")->status; };
    const auto list = [&] { return transport->get(server.url() + "/formList")->status; };
    CHECK(head() == 204);
    CHECK(list() == 200);
    modes.portal = true;
    server.set(modes);
    CHECK(head() == 200);
    CHECK_THAT(transport->post(server.url() + "/submission", parts_of(submission("uuid:1")))->body,
               ContainsSubstring("Wi-Fi"));
    modes = {.refuse_head = true, .no_form_list = true};
    server.set(modes);
    CHECK(head() == 405);
    CHECK(list() == 404);
    modes = {.token = "another"};
    server.set(modes);
    CHECK(head() == 403);
    CHECK(transport->head(server.url("another") + "/submission")->status == 204);
    CHECK(server.submissions().empty());
}

TEST_CASE("odk: posts at the same time are counted, and tricks come in order") {
    OdkServer server;
    server.next(tricks::slow(300ms), 2);
    {
        std::vector<std::jthread> senders;
        for (const auto* id : {"uuid:1", "uuid:2"})
            senders.emplace_back([&server, id] { (void)status_of(server, submission(id)); });
    }
    CHECK(server.most_posts_at_once() == 2);
    CHECK(server.submissions().size() == 2);
    server.next(tricks::false_conflict());
    server.next(tricks::conflict());
    CHECK(status_of(server, submission("uuid:3")) == 409);
    CHECK(server.submissions().size() == 3);
    CHECK(status_of(server, submission("uuid:4")) == 409);
    CHECK(server.submissions().size() == 3);
    CHECK(status_of(server, submission("uuid:4")) == 201);
    CHECK(server.wait_for("POST", 5, 5s));
}

TEST_CASE("odk: it is up at once and goes at once, whoever is still connected or waits for an answer") {
    const auto start = std::chrono::steady_clock::now();
    const auto transport = transport_with();
    std::jthread waiting;
    for (int i = 0; i < 10; ++i) {
        OdkServer server;
        CHECK(transport->head(server.url() + "/submission"));
        if (i < 9) continue;
        server.next(tricks::slow(60s));
        waiting = std::jthread{[url = server.url()] {
            (void)transport_with()->post(url + "/submission", parts_of(submission("uuid:1")));
        }};
        CHECK(comes_true([&] { return server.most_posts_at_once() == 1; }, 5s));
    }
    CHECK(std::chrono::steady_clock::now() - start < 20s);  // one waits for a minute
}
