// Everything that can go wrong on the way is a fault in words for staff, in time, and without a secret.
#include "catch.hpp"
#include "fakes/odk_server.hpp"
#include "fakes/rude_server.hpp"
#include "support.hpp"
#include "transports.hpp"
#include "upload/curl_transport.hpp"
#include "upload/trouble.hpp"

#include <csignal>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A post to `server`, as the kiosk makes it.
upload::Transport::Outcome post_to(const OdkServer& server, upload::Transport& transport) {
    return transport.post(server.url() + "/submission", parts_of(submission("uuid:1")));
}

std::chrono::milliseconds since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

/// A port at which nobody listens.
int closed_port() { return ListeningSocket{1}.port(); }

std::string fault_over_tls(const Certificate& certificate, const std::filesystem::path& ca_file) {
    OdkServer server{certificate};
    auto options = quick();
    options.ca_file = ca_file;
    const auto outcome = post_to(server, *transport_with(options));
    CHECK(server.requests().empty() != outcome.has_value());
    return fault_of(outcome);
}

}  // namespace

TEST_CASE("nobody listens") {
    const auto port = std::to_string(closed_port());
    const auto message = fault_of(transport_with()->get("http://127.0.0.1:" + port + "/formList"));
    CHECK_THAT(message, ContainsSubstring("127.0.0.1:" + port + " refused the connection; see that \"base_url\""));
}

TEST_CASE("the proxy is not there") {
    const auto port = std::to_string(closed_port());
    auto options = quick();
    options.proxy = "http://127.0.0.1:" + port;
    const auto message = fault_of(transport_with(options)->get("http://127.0.0.1:1/formList"));
    CHECK_THAT(message,
               ContainsSubstring("the proxy 127.0.0.1:" + port + " refused the connection; see that \"proxy\""));
}

TEST_CASE("a name that nobody has") {
    auto options = quick();
    CHECK_THAT(fault_of(transport_with(options)->get("https://canary.invalid/formList")),
               ContainsSubstring("canary.invalid"));
    options.proxy = "http://proxy.invalid:3128";
    CHECK_THAT(fault_of(transport_with(options)->get("https://canary.invalid/formList")),
               ContainsSubstring("proxy.invalid"));
}

TEST_CASE("no connection in time") {
    const FullPort port;
    auto options = quick();
    options.connect_limit = 200ms;
    const auto start = std::chrono::steady_clock::now();
    const auto message = fault_of(transport_with(options)->get(port.url()));
    CHECK(since(start) < 5s);
    CHECK_THAT(message, ContainsSubstring("there was no connection to 127.0.0.1"));
    CHECK_THAT(message, ContainsSubstring("within 0.2 s"));
}

TEST_CASE("no answer in time") {
    OdkServer server;
    server.next(tricks::slow(20s));
    auto options = quick();
    options.whole_limit = 200ms;
    const auto start = std::chrono::steady_clock::now();
    const auto message = fault_of(post_to(server, *transport_with(options)));
    CHECK(since(start) < 5s);
    CHECK_THAT(message, ContainsSubstring("did not answer in full within 0.2 s"));
}

TEST_CASE("a server that never ends its answer is out of time, too") {
    RudeServer server{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf", "", "\r\n\r\n"};
    RudeServer silent{"", "", ""};
    auto options = quick();
    options.whole_limit = 200ms;
    CHECK_THAT(fault_of(transport_with(options)->get(silent.url())), ContainsSubstring("did not answer in full"));
}

TEST_CASE("the server breaks off") {
    OdkServer server;
    const auto transport = transport_with();
    const auto [trick, stored, words] = GENERATE(table<Trick, bool, std::string>({
        {tricks::lost_acknowledgement(), true, "broke off before it answered"},
        {tricks::reset_before_storing(), false, "broke off before it answered"},
        {tricks::reset_after_storing(), true, "broke off before it answered"},
        {tricks::half_a_body(), true, "broke off in the middle of its answer"},
        {tricks::rubbish(), false, "OpenRosa server"},
    }));
    const bool used_before = GENERATE(false, true);
    CAPTURE(words, stored, used_before);
    if (used_before) REQUIRE(transport->head(server.url() + "/submission"));
    server.next(trick);
    const auto outcome = post_to(server, *transport);
    CHECK_THAT(fault_of(outcome), ContainsSubstring(words));
    CHECK(server.submissions().size() == (stored ? 1U : 0U));
    // Whether the server has had it is for the uploader to find out: nothing is sent twice behind its back.
    CHECK(server.posts().size() == 1);
    CHECK(post_to(server, *transport)->status == 201);
}

TEST_CASE("the server breaks off while a long body is on its way, over TLS, and we live on") {
    const Authority authority;
    const TempFolder folder;
    OdkServer server{authority.issue()};
    auto options = quick();
    options.ca_file = folder.write("ca.pem", authority.pem());
    RudeServer rude{"", "", "\r\n\r\n"};
    std::vector<upload::Part> parts = parts_of(submission("uuid:1"));
    parts.push_back({"photo", "photo.jpg", "image/jpeg", std::string(8UL * 1024 * 1024, 'x')});
    CHECK_FALSE(transport_with(options)->post(rude.url(), parts));
    server.next(tricks::reset_after_storing());
    CHECK_FALSE(transport_with(options)->post(server.url() + "/submission", parts));
}

TEST_CASE("an answer that is too long") {
    OdkServer server;
    auto options = quick();
    options.largest_body = 1000;
    const auto transport = transport_with(options);
    server.next(tricks::refuse(200, std::string(1000, 'x')));
    const auto reply = post_to(server, *transport);
    REQUIRE(reply);
    CHECK(reply->body.size() == 1000);
    server.next(tricks::refuse(200, std::string(1001, 'x')));
    CHECK_THAT(fault_of(post_to(server, *transport)), ContainsSubstring("an answer that is far too long"));
    RudeServer endless{"HTTP/1.1 200 OK\r\n\r\n", std::string(1000, 'x')};
    CHECK_THAT(fault_of(transport->get(endless.url())), ContainsSubstring("an answer that is far too long"));
}

TEST_CASE("headers without end") {
    const auto [first, line] = GENERATE(table<std::string, std::string>({
        {"HTTP/1.1 200 OK\r\n", "X-More: and more\r\n"},
        {"HTTP/1.1 200 OK\r\n", std::string(1000, 'x')},
        {"", "HTTP/1.1 100 Continue\r\n\r\n"},
    }));
    RudeServer endless{first, line};
    const auto start = std::chrono::steady_clock::now();
    const auto message = fault_of(transport_with()->get(endless.url()));
    CHECK(since(start) < 5s);
    CHECK_THAT(message, ContainsSubstring("names an OpenRosa server"));
    if (line.ends_with('\n')) CHECK_THAT(message, ContainsSubstring("headers that are far too long"));
}

TEST_CASE("stop ends a request within a second") {
    OdkServer server;
    server.next(tricks::slow(20s));
    std::atomic<bool> stop = false;
    const auto transport = transport_with(quick(), stop);
    std::chrono::steady_clock::time_point stopped;
    std::jthread stopper{[&] {
        std::this_thread::sleep_for(50ms);
        stopped = std::chrono::steady_clock::now();
        stop = true;
    }};
    const auto message = fault_of(post_to(server, *transport));
    stopper.join();
    CHECK(since(stopped) < 1s);
    CHECK_THAT(message, ContainsSubstring("the program ends"));
    CHECK_FALSE(transport->head(server.url() + "/submission"));
}

TEST_CASE("a server whose certificate is right is trusted, by the file that names its authority alone") {
    const Authority ours;
    const Authority other{"Another authority"};
    const TempFolder folder;
    const auto file = folder.write("ca.pem", ours.pem());
    CHECK(fault_over_tls(ours.issue(), file).empty());
    CHECK_THAT(fault_over_tls(other.issue(), file), ContainsSubstring("that this machine does not trust"));
    CHECK_THAT(fault_over_tls(ours.issue(), {}), ContainsSubstring("that this machine does not trust") ||
                                                     ContainsSubstring("install the package ca-certificates"));
    // The same name with another key, as after a renewal: curl does not say what OpenSSL had against it.
    const Authority renewed;
    CHECK_THAT(fault_over_tls(renewed.issue(), file), ContainsSubstring("\"ca_file\""));
}

TEST_CASE("a certificate that is not right is told apart") {
    const Authority ours;
    const TempFolder folder;
    const auto file = folder.write("ca.pem", ours.pem());
    CHECK_THAT(fault_over_tls(ours.issue(CertificateKind::wrong_name), file), ContainsSubstring("another name on it"));
    CHECK_THAT(fault_over_tls(ours.issue(CertificateKind::expired), file), ContainsSubstring("has expired"));
    CHECK_THAT(fault_over_tls(ours.issue(CertificateKind::not_yet_valid), file), ContainsSubstring("not valid yet"));
}

TEST_CASE("the file of authorities is not there, or is none") {
    const Authority ours;
    const TempFolder folder;
    CHECK_THAT(fault_over_tls(ours.issue(), folder.path() / "none"), ContainsSubstring("\"ca_file\""));
    CHECK_THAT(fault_over_tls(ours.issue(), folder.write("ca.pem", "no certificate")),
               ContainsSubstring("\"ca_file\""));
}

TEST_CASE("a server that speaks no TLS") {
    OdkServer plain;
    const Authority ours;
    const TempFolder folder;
    auto options = quick();
    options.ca_file = folder.write("ca.pem", ours.pem());
    const auto url = "https" + plain.url().substr(4);
    CHECK_THAT(fault_of(transport_with(options)->get(url + "/formList")),
               ContainsSubstring("no TLS connection to 127.0.0.1"));
}

TEST_CASE("other protocols are refused") {
    const TempFolder folder;
    const auto file = folder.write("canary", "bytes");
    CHECK_FALSE(transport_with()->get("file://" + file.string()));
    CHECK_FALSE(transport_with()->get("ftp://127.0.0.1/x"));
    CHECK_FALSE(transport_with()->get("nonsense"));
    CHECK_FALSE(transport_with()->get(""));
}

TEST_CASE("no message has a secret in it, and each is one line that says what to do") {
    auto options = quick();
    options.secret = "canary-token";
    options.user = "kiosk";
    options.password = "canary-password";
    options.connect_limit = 200ms;
    options.whole_limit = 200ms;
    const auto port = std::to_string(closed_port());
    RudeServer silent{"", "", ""};
    RudeServer rubbish{"canary-token canary-password\r\n\r\n"};
    const auto transport = transport_with(options);
    for (const std::string& url :
         {"http://127.0.0.1:" + port + "/key/canary-token/", std::string{"https://canary-token.invalid/"},
          std::string{"canary-token://canary-password/"}, std::string{"http://canary-token canary-password/"},
          silent.url() + "/canary-token", rubbish.url() + "/canary-token"}) {
        const auto message = fault_of(transport->get(url));
        CAPTURE(url, message);
        CHECK_FALSE(message.empty());
        CHECK_THAT(message, !ContainsSubstring("canary-token"));
        CHECK_THAT(message, !ContainsSubstring("canary-password"));
        CHECK_THAT(message, ContainsSubstring("; "));
        CHECK_THAT(message, !ContainsSubstring("\n"));
    }
    CHECK_THAT(fault_of(transport->get("https://canary-token.invalid/")), ContainsSubstring("{token}.invalid"));
}

TEST_CASE("what somebody at the kiosk can see to is told from what they cannot") {
    using outbox::Hindrance;
    const std::string nobody_listens = "http://127.0.0.1:9/";
    const std::atomic<bool> stop = false;
    const auto transport = upload::make_curl_transport({}, stop);
    const auto refused = transport->get(nobody_listens);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().hindrance == Hindrance::server);
    CHECK(upload::hindrance_of(upload::Trouble::no_way) == Hindrance::network);
    CHECK(upload::hindrance_of(upload::Trouble::name_unknown) == Hindrance::not_found);
    CHECK(upload::hindrance_of(upload::Trouble::expired) == Hindrance::certificate);
    CHECK(upload::hindrance_of(upload::Trouble::proxy_refused) == Hindrance::other);
}

TEST_CASE("each trouble has a text of its own") {
    upload::TroubleContext context;
    context.server = "odk.example.org";
    std::vector<std::string> texts;
    for (int i = 0; i <= static_cast<int>(upload::Trouble::other); ++i) {
        texts.push_back(upload::text_of(static_cast<upload::Trouble>(i), context));
        CHECK_THAT(texts.back(), ContainsSubstring("; "));
        CHECK_THAT(texts.back(), !ContainsSubstring("{"));
    }
    std::ranges::sort(texts);
    CHECK(std::ranges::adjacent_find(texts) == texts.end());
}
