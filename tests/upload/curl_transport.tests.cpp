// What goes over the wire, and what comes back.
#include "upload/curl_transport.hpp"
#include "catch.hpp"
#include "fakes/odk_server.hpp"
#include "fakes/rude_server.hpp"
#include "support.hpp"
#include "transports.hpp"

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string header_of(const OdkServer::Request& request, const std::string& name) {
    const auto found = request.headers.find(name);
    return found == request.headers.end() ? std::string{} : found->second;
}

/// Sets a variable of the environment for as long as it lives.
class Environment {
  public:
    Environment(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;
    ~Environment() { ::unsetenv(name_); }

  private:
    const char* name_;
};

}  // namespace

TEST_CASE("every request says that it is OpenRosa, and when it was made, and nothing else of us") {
    OdkServer server;
    const auto transport = transport_with();
    REQUIRE(transport->head(server.url() + "/submission"));
    REQUIRE(transport->get(server.url() + "/formList"));
    REQUIRE(transport->post(server.url() + "/submission", parts_of(submission("uuid:1"))));
    const auto requests = server.requests();
    REQUIRE(requests.size() == 3);
    CHECK(requests[0].method == "HEAD");
    CHECK(requests[1].method == "GET");
    CHECK(requests[2].method == "POST");
    const std::regex date{
        "(Sun|Mon|Tue|Wed|Thu|Fri|Sat), [0-3][0-9] [A-Z][a-z]{2} 20[0-9]{2} "
        "[0-2][0-9]:[0-5][0-9]:[0-5][0-9] GMT"};
    for (const auto& request : requests) {
        CAPTURE(request.method);
        CHECK(header_of(request, "x-openrosa-version") == "1.0");
        CHECK(std::regex_match(header_of(request, "date"), date));
        for (const auto* name : {"expect", "accept-encoding", "content-encoding", "authorization", "cookie"})
            CHECK(request.headers.count(name) == 0);
    }
    CHECK(server.connections() == 1);
}

TEST_CASE("an answer comes with its status, its headers in small letters, and its body") {
    OdkServer server;
    const auto transport = transport_with();
    const auto head = transport->head(server.url() + "/submission");
    REQUIRE(head);
    CHECK(head->status == 204);
    CHECK(head->headers.at("x-openrosa-accept-content-length") == "100000000");
    CHECK(head->body.empty());
    const auto post = transport->post(server.url() + "/submission", parts_of(submission("uuid:1")));
    REQUIRE(post);
    CHECK(post->status == 201);
    CHECK_THAT(post->headers.at("content-type"), ContainsSubstring("text/xml"));
    CHECK_THAT(post->body, ContainsSubstring("<OpenRosaResponse"));
}

TEST_CASE("whatever the server answers is an answer") {
    OdkServer server;
    const auto transport = transport_with();
    for (const int status : {200, 202, 400, 401, 403, 404, 408, 409, 413, 423, 500, 503}) {
        CAPTURE(status);
        server.next(tricks::refuse(status, "why"));
        const auto reply = transport->post(server.url() + "/submission", parts_of(submission("uuid:1")));
        REQUIRE(reply);
        CHECK(reply->status == status);
        CHECK(reply->body == "why");
    }
    server.next(tricks::too_many(30));
    const auto reply = transport->post(server.url() + "/submission", parts_of(submission("uuid:1")));
    REQUIRE(reply);
    CHECK(reply->headers.at("retry-after") == "30");
    CHECK(server.submissions().empty());
}

TEST_CASE("what is sent arrives byte for byte") {
    OdkServer server;
    std::string nasty =
        "\r\n--boundary--\r\n--------------------------\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n";
    for (int i = 0; i < 512; ++i) nasty += static_cast<char>(i);
    const auto xml =
        "<data xmlns=\"http://opendatakit.org/submissions\" id=\"kinds\" encrypted=\"yes\"><meta><instanceID>uuid:1"
        "</instanceID></meta><encryptedXmlFile>submission.xml.enc</encryptedXmlFile></data>";
    std::vector<upload::Part> parts = parts_of(xml);
    parts.push_back({"submission.xml.enc", "submission.xml.enc", "application/octet-stream", nasty});
    const auto reply = transport_with()->post(server.url() + "/submission", parts);
    REQUIRE(reply);
    CHECK(reply->status == 201);
    const auto kept = server.submissions();
    REQUIRE(kept.count("uuid:1") == 1);
    CHECK(kept.at("uuid:1").xml == xml);
    REQUIRE(kept.at("uuid:1").attachments.count("submission.xml.enc") == 1);
    CHECK((kept.at("uuid:1").attachments.at("submission.xml.enc") == nasty));
    const auto wire = server.wire();
    CHECK_THAT(wire, ContainsSubstring("name=\"xml_submission_file\"; filename=\"submission.xml\"\r\n"
                                       "Content-Type: text/xml\r\n"));
    CHECK(header_of(server.requests()[0], "content-type").starts_with("multipart/form-data; boundary="));
}

TEST_CASE("ten megabytes arrive") {
    OdkServer server;
    std::string large(10UL * 1024 * 1024, '\0');
    for (std::size_t i = 0; i < large.size(); ++i) large[i] = static_cast<char>(i * 31 + i / 251);
    std::vector<upload::Part> parts = parts_of(submission("uuid:1"));
    parts.push_back({"photo", "photo.jpg", "image/jpeg", large});
    REQUIRE(transport_with()->post(server.url() + "/submission", parts));
    CHECK((server.submissions().at("uuid:1").attachments.at("photo") == large));
    CHECK(server.requests()[0].headers.count("expect") == 0);
}

TEST_CASE("a redirect is an answer, and nobody goes there") {
    OdkServer server;
    OdkServer elsewhere;
    server.next(tricks::redirect(elsewhere.url() + "/submission"));
    const auto reply = transport_with()->post(server.url() + "/submission", parts_of(submission("uuid:1")));
    REQUIRE(reply);
    CHECK(reply->status == 302);
    CHECK(elsewhere.connections() == 0);
}

TEST_CASE("connections are used again, and a cookie is not given back") {
    OdkServer server;
    const auto transport = transport_with();
    Trick cookie = tricks::refuse(200, "");
    cookie.headers = {{"Set-Cookie", "canary=1; Path=/"}};
    server.next(cookie);
    for (int i = 0; i < 3; ++i) REQUIRE(transport->post(server.url() + "/submission", parts_of(submission("uuid:1"))));
    CHECK(server.connections() == 1);
    CHECK_THAT(server.wire(), !ContainsSubstring("canary"));
}

TEST_CASE("a name and a password are shown to a server that asks for them, in its own way") {
    OdkServer server;
    OdkServer::Modes modes;
    modes.auth = GENERATE(OdkServer::Auth::basic, OdkServer::Auth::digest);
    modes.user = "kiosk: 1";
    modes.password = "p\u00e4ss word:\"x";
    server.set(modes);
    auto options = quick();
    options.user = "kiosk";
    options.password = "p\u00e4ss word:\"x";
    const bool digest = modes.auth == OdkServer::Auth::digest;
    modes.user = options.user;
    server.set(modes);

    const auto transport = transport_with(options);
    for (const auto* id : {"uuid:1", "uuid:2"}) {
        const auto reply = transport->post(server.url() + "/submission", parts_of(submission(id)));
        REQUIRE(reply);
        CHECK(reply->status == 201);
        CHECK(reply->headers.count("www-authenticate") == 0);
    }
    CHECK(transport->head(server.url() + "/submission")->status == 204);
    CHECK(transport->get(server.url() + "/formList")->status == 200);
    CHECK(server.submissions().size() == 2);
    CHECK(server.submissions().at("uuid:1").xml == submission("uuid:1"));
    if (digest) CHECK_THAT(server.wire(), !ContainsSubstring("Basic "));
}

TEST_CASE("a wrong password is an answer, after one attempt") {
    OdkServer server;
    OdkServer::Modes modes;
    modes.auth = GENERATE(OdkServer::Auth::basic, OdkServer::Auth::digest);
    modes.user = "kiosk";
    modes.password = "right";
    server.set(modes);
    auto options = quick();
    options.user = "kiosk";
    options.password = "wrong";
    const auto reply = transport_with(options)->post(server.url() + "/submission", parts_of(submission("uuid:1")));
    REQUIRE(reply);
    CHECK(reply->status == 401);
    CHECK(server.posts().size() <= 2);
    CHECK(server.submissions().empty());
}

TEST_CASE("without a name nothing is shown to a server that asks") {
    OdkServer server;
    OdkServer::Modes modes;
    modes.auth = OdkServer::Auth::basic;
    server.set(modes);
    const TempFolder home;
    home.write(".netrc", "machine 127.0.0.1 login canary password canary\ndefault login canary password canary\n");
    const Environment at_home{"HOME", home.path().string()};
    const auto reply = transport_with()->get(server.url() + "/formList");
    REQUIRE(reply);
    CHECK(reply->status == 401);
    CHECK_THAT(server.wire(), !ContainsSubstring("Authorization"));
}

TEST_CASE("the environment's proxies do not matter") {
    OdkServer server;
    RudeServer proxy{"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"};
    const Environment http{"http_proxy", proxy.url()};
    const Environment all{"ALL_PROXY", proxy.url()};
    const auto reply = transport_with()->head(server.url() + "/submission");
    REQUIRE(reply);
    CHECK(reply->status == 204);
    CHECK(proxy.visits() == 0);
}

TEST_CASE("the configured proxy is used, whatever the environment says") {
    RudeServer proxy{"HTTP/1.1 203 Proxied\r\nContent-Length: 0\r\n\r\n"};
    const Environment none{"no_proxy", "*"};
    auto options = quick();
    options.proxy = proxy.url();
    const auto reply = transport_with(options)->get("http://127.0.0.1:1/formList");
    REQUIRE(reply);
    CHECK(reply->status == 203);
    CHECK_THAT(proxy.heard(), ContainsSubstring("GET http://127.0.0.1:1/formList HTTP/1.1\r\n"));
}

TEST_CASE("a proxy of a tunnel learns the server's name, and no more") {
    const Authority authority;
    OdkServer server{authority.issue()};
    RudeServer proxy{"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"};
    auto options = quick();
    options.proxy = proxy.url();
    options.user = "kiosk";
    options.password = "canary";
    const auto outcome = transport_with(options)->get(server.url() + "/formList");
    CHECK_THAT(fault_of(outcome), ContainsSubstring("the proxy 127.0.0.1:" + std::to_string(proxy.port()) +
                                                    " does not let us through to 127.0.0.1"));
    CHECK_THAT(proxy.heard(), ContainsSubstring("CONNECT 127.0.0.1:"));
    for (const auto* word : {"OpenRosa", "secret-token", "canary", "Authorization"})
        CHECK_THAT(proxy.heard(), !ContainsSubstring(word));
    CHECK(server.connections() == 0);
}

TEST_CASE("a SOCKS proxy is asked to find the name itself") {
    RudeServer proxy{"", "", "\x05"};
    auto options = quick();
    options.proxy = "socks5h://127.0.0.1:" + std::to_string(proxy.port());
    CHECK_FALSE(transport_with(options)->get("https://canary.invalid/formList"));
    CHECK(proxy.visits() == 1);
}
