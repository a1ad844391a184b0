// What is broken around sending: secrets, keys, addresses, servers. Staff are told where, nothing is kept in the clear
// that was to be sealed, and the kiosk goes on with the rest.
#include "sending.hpp"

#include "fakes/certificates.hpp"
#include "fakes/rude_server.hpp"
#include "openrosa/key.hpp"

#include <openssl/pem.h>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

/// Lines of `said` that name `file`.
std::vector<std::string> lines_naming(const std::string& said, const fs::path& file) {
    std::vector<std::string> out;
    for (const auto& line : lines_in(said))
        if (line.find(file.string() + ": ") != std::string::npos) out.push_back(line);
    return out;
}

/// The one line about `file` that `talkpointctl check` has.
std::string complaint_of_check(const SendingKiosk& kiosk, const fs::path& file, int exit_code) {
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.out << ran.err);
    CHECK(ran.exit_code == exit_code);
    const auto lines = lines_naming(ran.err, file);
    REQUIRE(lines.size() == 1);
    return lines.front();
}

/// As evaluation teams may have one: of RSA, and no longer valid.
std::string expired_certificate() {
    const auto certificate = Authority{}.issue(CertificateKind::expired);
    const std::unique_ptr<EVP_PKEY, KeyDeleter> rsa{EVP_RSA_gen(2048)};
    REQUIRE(X509_set_pubkey(certificate.x509.get(), rsa.get()) == 1);
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio{BIO_new(BIO_s_mem()), BIO_free_all};
    REQUIRE(PEM_write_bio_X509(bio.get(), certificate.x509.get()) == 1);
    char* text = nullptr;
    const auto length = BIO_get_mem_data(bio.get(), &text);
    return {text, static_cast<std::size_t>(length)};
}

std::string at_path_of_token(const std::string& url) { return url + "/v1/key/{token}/projects/1"; }

}  // namespace

TEST_CASE("a token that cannot be used is said on standard error; the kiosk goes on and keeps everything") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    const auto file = kiosk.path("token");
    SECTION("two lines") { kiosk.keep_secret("token", "secret-\ntoken"); }
    SECTION("empty") { kiosk.keep_secret("token", ""); }
    SECTION("missing") { fs::remove(file); }
    const auto ran = kiosk.tour(steps::short_visit("a") + steps::pass);
    check_done(ran);
    CHECK(lines_naming(ran.err, file).size() == 1);
    CHECK(server.requests().empty());
    CHECK(kiosk.status().at("queued") == 1);
    CHECK_THAT(kiosk.status().at("upload").get<std::string>(), ContainsSubstring(file.string()));
    CHECK_THAT(complaint_of_check(kiosk, file, 3), ContainsSubstring("; "));
    const auto upload = kiosk.ctl({"upload"});
    CHECK(upload.exit_code == 3);
    CHECK(lines_naming(upload.err, file).size() == 1);
    CHECK_THAT(ran.err + upload.err, !ContainsSubstring("secret-"));
}

TEST_CASE("a token that others may read is said, and works") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    const auto file = kiosk.path("token");
    fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
    const auto ran = kiosk.tour(steps::short_visit("a") + steps::pass);
    check_done(ran);
    REQUIRE(lines_naming(ran.err, file).size() == 1);
    CHECK_THAT(lines_naming(ran.err, file).front(), ContainsSubstring("warning: ") && ContainsSubstring("chmod 600"));
    CHECK(server.submissions().size() == 1);
    CHECK_THAT(complaint_of_check(kiosk, file, 0), ContainsSubstring("chmod 600"));
}

TEST_CASE(
    "with a key that cannot seal no survey is offered and nothing is sent, staff are told, and the messages play") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.more_of_upload = "public_key_file = \"key.pem\"\n";
    kiosk.configure();
    const auto file = kiosk.path("key.pem");
    SECTION("missing") {}
    SECTION("garbage") { kiosk.write("key.pem", "\x01\x02 this is no key\n"); }
    SECTION("empty") { kiosk.write("key.pem", ""); }
    SECTION("a folder") { fs::create_directory(file); }
    SECTION("the private half") {
        const auto pair = openrosa::make_key_pair("a passphrase");
        REQUIRE(pair);
        kiosk.write("key.pem", pair->private_pem);
    }
    SECTION("half a public key") {
        const auto pair = openrosa::make_key_pair("a passphrase");
        REQUIRE(pair);
        kiosk.write("key.pem", pair->public_pem.substr(0, pair->public_pem.size() / 2));
    }
    // What can be said without a survey is said; and nothing is kept in the clear that was to be sealed.
    const auto ran = kiosk.tour("touch 5 5\non home\nnot-see \"Every kind\"\nsee \"Small pack\"\nwait 20m\n");
    check_done(ran);
    CHECK(lines_naming(ran.err, file).size() == 1);
    CHECK_THAT(ran.err, ContainsSubstring("no survey is offered"));
    CHECK(kiosk.status().at("sealing") == "no usable key");
    CHECK_THAT(ran.err, ContainsSubstring(complaint_of_check(kiosk, file, 3)));
    CHECK(kiosk.ctl({"upload"}).exit_code == 3);
    CHECK(kiosk.ctl({"xform", "kinds"}).exit_code == 3);
    CHECK_THAT(kiosk.status().at("upload").get<std::string>(), ContainsSubstring(file.string()));
    CHECK(server.requests().empty());
    CHECK_THAT(ran.err, !ContainsSubstring("BEGIN"));
}

TEST_CASE("a certificate that has expired seals as well as ever, and staff are told") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.more_of_upload = "public_key_file = \"key.pem\"\n";
    kiosk.configure();
    const auto file = kiosk.write("key.pem", expired_certificate());
    // On any day after yesterday.
    const auto ran = kiosk.tour_at("2099-01-01T10:00", steps::short_visit("a") + steps::pass);
    check_done(ran);
    REQUIRE(lines_naming(ran.err, file).size() == 1);
    CHECK_THAT(lines_naming(ran.err, file).front(), ContainsSubstring("warning: ") && ContainsSubstring("expired"));
    CHECK(only_submission(server).attachments.size() == 1);
    CHECK_THAT(complaint_of_check(kiosk, file, 0), ContainsSubstring("expired"));
}

TEST_CASE("an address that cannot be right is named with its line, by the kiosk and by check") {
    SendingKiosk kiosk{""};
    SECTION("http to elsewhere") { kiosk.base_url = "http://odk.example.org/v1/key/{token}/projects/1"; }
    SECTION("no address") { kiosk.base_url = "odk"; }
    SECTION("a place for what there is not") { kiosk.base_url = "https://odk.example.org/{user}"; }
    kiosk.configure();
    const auto place = kiosk.config.string() + ":12: ";
    const auto check = kiosk.ctl({"check"});
    CHECK(check.exit_code == 3);
    CHECK_THAT(check.err, ContainsSubstring(place));
    const auto ran = kiosk.tour("on attract\n");
    CHECK(ran.exit_code == 3);
    CHECK_THAT(ran.err, ContainsSubstring(place));
    CHECK_FALSE(fs::exists(kiosk.path("state")));
}

TEST_CASE("whatever answers instead of the server, all is kept, it is said once, and the kiosk goes on") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    std::optional<RudeServer> rude;
    std::optional<std::string> odd;  // in place of the list of forms
    std::string why;
    SECTION("nobody") {
        std::string url;
        {
            const RudeServer gone{""};
            url = gone.url();
        }
        kiosk.base_url = at_path_of_token(url);
        why = "refused the connection";
    }
    SECTION("rubbish to everything") {
        rude.emplace("\x15\x03\x01 not a web server\n\x01\x02");
        kiosk.base_url = at_path_of_token(rude->url());
    }
    SECTION("nothing at all, and hangs up") {
        rude.emplace("");
        kiosk.base_url = at_path_of_token(rude->url());
        why = "broke off";
    }
    SECTION("yes to everything") {
        rude.emplace("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        kiosk.base_url = at_path_of_token(rude->url());
    }
    SECTION("rubbish in place of the list of forms") { odd = GENERATE("", "<xforms><", "<html></html>", "\x01\x02"); }
    SECTION("a list of forms without end") { odd = std::string(8UL << 20, ' '); }
    SECTION("a sign-in page") {
        server.set({.portal = true});
        why = "sign-in page";
    }
    SECTION("a server that knows us no more") {
        server.set({.token = "another"});
        why = "403";
    }
    SECTION("rubbish to what is sent") { server.next(tricks::rubbish(), 50); }
    SECTION("500 to what is sent") {
        server.next(tricks::refuse(500), 50);
        why = "500";
    }
    std::atomic<int> sent = 0;
    const auto answer = [&](const httplib::Request& request, httplib::Response& response) -> std::optional<RudeEnd> {
        response.status = request.method == "HEAD" ? 204 : 200;
        if (request.method == "POST") ++sent;
        if (request.method == "GET") response.set_content(*odd, "text/xml");
        return {};
    };
    const HttpServer http{{[](const auto&) {}, [] {}, answer}};
    if (odd) kiosk.base_url = at_path_of_token("http://127.0.0.1:" + std::to_string(http.port()));
    kiosk.configure();
    const auto ran = kiosk.tour(steps::short_visit("a") + "wait 6h\ntouch 1 1\non home\n");
    check_done(ran);
    INFO(ran.err);
    CHECK(server.submissions().empty());
    CHECK(sent == 0);  // before anyone knows which forms there are
    int said = 0;
    for (const auto& line : lines_in(ran.err)) {
        if (line.find("upload: ") == std::string::npos) continue;
        ++said;
        CHECK_THAT(line, ContainsSubstring(why) && !ContainsSubstring("secret-token"));
    }
    CHECK(said == 1);
    const auto status = kiosk.status();
    CHECK(status.at("queued") == 1);
    CHECK(status.at("sent") == 0);
    CHECK_THAT(status.at("last_error").get<std::string>(), ContainsSubstring(why));
    // Nothing is wrong with what staff wrote: check says so.
    CHECK(kiosk.ctl({"check"}).exit_code == 0);
    const auto upload = kiosk.ctl({"upload"});
    CHECK(upload.exit_code == 0);
    CHECK_THAT(upload.out, ContainsSubstring("sent 0, kept 1") && ContainsSubstring("kept: "));
}

TEST_CASE("a form that cannot be used keeps its responses, and is told to staff") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    std::string xml;
    SECTION("rubbish") { xml = "<h:html"; }
    SECTION("another form") {
        xml = kiosk.form();
        xml.replace(xml.find("id=\"kinds\""), 10, "id=\"wrong\"");
    }
    server.declare({.id = "kinds", .version = "1", .xml = xml});
    kiosk.keep(steps::short_visit("a"));
    const auto upload = kiosk.ctl({"upload"});
    INFO(upload.out << upload.err);
    CHECK(upload.exit_code == 0);
    CHECK_THAT(upload.out, ContainsSubstring("sent 0, kept 1") && ContainsSubstring("kinds: the server's form"));
    CHECK(server.submissions().empty());
    CHECK(kiosk.status().at("queued") == 1);
    server.declare({.id = "kinds", .version = "1", .xml = kiosk.form()});
    CHECK(kiosk.upload().at("sent") == 1);
}
