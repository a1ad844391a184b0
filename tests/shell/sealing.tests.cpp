// With a key, nobody but its holder can read an answer: not on this disk, not in the log, not on the wire.
#include "sending.hpp"

#include "openrosa/key.hpp"
#include "openrosa/seal.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::string visit = steps::begin + "tap \"Bread\"\n" + steps::next + "tap \"Ham\"\ntap \"Lamb\"\n" + steps::next +
                          "tap \"Door\"\ntap \"Shoes\"\ntap \"Socks\"\n" + steps::next + steps::end + steps::leave;
constexpr std::string_view answers = "ocelot=dugong wombat kakapo \npelican=quokka \nwalrus=numbat tuatara \n";
/// Every option of the survey, and what else only a plain instance has.
const std::vector<std::string> canaries = {"zanzibar", "quokka", "axolotl", "tuatara",       "okapi",    "numbat",
                                           "wombat",   "kakapo", "dugong",  "trusted_clock", "<context", "test-site"};
constexpr std::string_view passphrase = "correct horse battery staple";

struct CanaryKiosk : SendingKiosk {
    using SendingKiosk::SendingKiosk;
    void plant() const { write("content/small/surveys/kinds.toml", canary_survey); }

    void make_keys() const {
        const auto made = ctl({"keygen", "--to", path("keys"), "--passphrase-file",
                               keep_secret("passphrase", std::string{passphrase} + "\n")});
        INFO(made.err);
        REQUIRE(made.exit_code == 0);
    }
    void use_key() {
        more_of_upload = "public_key_file = \"keys/public-key.pem\"\n";
        configure();
    }
    [[nodiscard]] openrosa::PrivateKey private_key() const {
        auto key = openrosa::PrivateKey::from_pem(contents_of(path("keys/private-key.pem")), passphrase);
        REQUIRE(key);
        return *key;
    }
    [[nodiscard]] std::string opened(const OdkServer::Submission& sealed) const {
        REQUIRE(sealed.attachments.contains("submission.xml.enc"));
        const auto plain = openrosa::unseal(sealed.xml, sealed.attachments.at("submission.xml.enc"), private_key());
        REQUIRE(plain);
        return *plain;
    }
    void check_nothing_plain(const std::string& said) const {
        CHECK(files_with(path("state"), canaries) == std::vector<std::string>{});
        for (const auto& word : canaries) CHECK_THAT(said, !ContainsSubstring(word));
    }
};

void check_nothing_plain_on_the_wire(const OdkServer& server) {
    const auto wire = server.wire();
    for (const auto& word : canaries) {
        INFO(word);
        CHECK(wire.find(word) == std::string::npos);
    }
}

/// The form as Central has it once it encrypts by itself.
std::string encrypted_by_server(std::string form) {
    const std::string version = "version=\"1\"";
    const auto at = form.find(version);
    REQUIRE(at != std::string::npos);
    return form.replace(at, version.size(), "version=\"1[encrypted:k]\"");
}

}  // namespace

TEST_CASE("without a key the words of this test are there to be found, and status says that nothing is sealed") {
    OdkServer server;
    CanaryKiosk kiosk{server.base_url()};
    kiosk.plant();
    kiosk.keep(visit);
    CHECK(files_with(kiosk.path("state"), {"quokka"}).size() == 1);
    const auto status = kiosk.status();
    CHECK(status.at("sealing") == "not sealed");
    CHECK(status.at("sealed") == 0);
    CHECK(status.at("queued") == 1);
    CHECK(kiosk.upload().at("sent") == 1);
    CHECK(server.wire().find("quokka") != std::string::npos);
    CHECK(answers_in(only_submission(server).xml) == answers);
}

TEST_CASE("with a key no answer is in the clear on the disk, in the log or on the wire, and its owner reads them all") {
    OdkServer server;
    CanaryKiosk kiosk{server.base_url()};
    kiosk.plant();
    kiosk.make_keys();
    kiosk.use_key();
    SECTION("whatever the server's form says") {}
    SECTION("with the form published") { server.declare({.id = "kinds", .version = "1", .xml = kiosk.form()}); }
    server.next(tricks::lost_acknowledgement());
    const auto kept = kiosk.tour(visit);  // offered, and then waits for its second try
    check_done(kept);
    kiosk.check_nothing_plain(kept.err);
    auto status = kiosk.status();
    CHECK(status.at("sealing") == "sealed");
    CHECK(status.at("sealed").get<int>() == status.at("queued").get<int>());
    const auto sent = kiosk.tour(visit + "wait 3h\n");
    check_done(sent);
    kiosk.check_nothing_plain(sent.err);
    check_nothing_plain_on_the_wire(server);
    CHECK(kiosk.status().at("sent") == 2);
    CHECK(server.submissions().size() == 2);
    for (const auto& [id, submission] : server.submissions()) {
        const auto plain = kiosk.opened(submission);
        CHECK(answers_in(plain) == answers);
        CHECK("uuid:" + openrosa::read_instance(plain)->id == id);
    }
}

TEST_CASE("the database of a kiosk that is running holds nothing in the clear either", "[live]") {
    CanaryKiosk kiosk{"http://127.0.0.1:9/{token}"};
    kiosk.plant();
    kiosk.make_keys();
    kiosk.use_key();
    // Held for ever after the answers are kept, so that the log of the database is there to be looked at.
    OdkServer server;
    kiosk.base_url = server.base_url();
    kiosk.configure();
    server.next(tricks::slow(60s));
    RunningProgram running{kiosk.tour_command(visit + steps::pass), kiosk.path("log")};
    REQUIRE(comes_true([&] { return server.most_posts_at_once() == 1; }, 20s));
    CHECK(std::filesystem::exists(kiosk.path("state/responses.db-wal")));
    kiosk.check_nothing_plain(running.said());
    running.signal(SIGKILL);
    CHECK(running.wait(5s) == 128 + SIGKILL);
    kiosk.check_nothing_plain(running.said());
    check_nothing_plain_on_the_wire(server);
    CHECK(kiosk.status().at("queued") == 1);
}

TEST_CASE("a key that the server's form brings seals too, without a network and after a restart as well") {
    OdkServer server;
    CanaryKiosk kiosk{server.base_url()};
    kiosk.plant();
    kiosk.make_keys();
    kiosk.use_key();
    const auto form = encrypted_by_server(kiosk.form());
    kiosk.more_of_upload = "";
    kiosk.configure();
    server.declare({.id = "kinds", .version = "1[encrypted:k]", .xml = form});

    check_done(kiosk.tour(steps::pass));  // it learns of the form
    CHECK(kiosk.status().at("sealing") == "sealed");
    server.set({.portal = true});
    const auto ran = kiosk.tour(visit);
    check_done(ran);
    kiosk.check_nothing_plain(ran.err);
    CHECK(kiosk.status().at("queued") == 1);
    CHECK(kiosk.status().at("sealed") == 1);
    server.set({});
    CHECK(kiosk.upload().at("sent") == 1);
    const auto submission = only_submission(server);
    CHECK_THAT(submission.xml, ContainsSubstring("version=\"1[encrypted:k]\""));
    const auto plain = kiosk.opened(submission);
    CHECK(answers_in(plain) == answers);
    CHECK_THAT(plain, ContainsSubstring("version=\"1[encrypted:k]\""));
    check_nothing_plain_on_the_wire(server);
    kiosk.check_nothing_plain("");
}

TEST_CASE(
    "what was kept in the clear before the form was encrypted is sealed before it leaves, and goes from the disk") {
    OdkServer server;
    CanaryKiosk kiosk{server.base_url()};
    kiosk.plant();
    kiosk.keep(visit);
    CHECK(files_with(kiosk.path("state"), {"quokka"}).size() == 1);
    kiosk.make_keys();
    kiosk.use_key();
    const auto form = encrypted_by_server(kiosk.form());
    kiosk.more_of_upload = "";
    kiosk.configure();
    server.declare({.id = "kinds", .version = "1[encrypted:k]", .xml = form});
    // The acknowledgement is lost, so it is still here: sealed.
    server.next(tricks::lost_acknowledgement());
    CHECK(kiosk.upload().at("sent") == 0);
    CHECK(kiosk.status().at("sealed") == 1);
    // Tallies of what was kept in the clear stay: they were counted then.
    CHECK(files_with(kiosk.path("state"), {"trusted_clock", "<context", "test-site", "numbat tuatara"}) ==
          std::vector<std::string>{});
    CHECK(kiosk.upload().at("sent") == 1);
    CHECK(answers_in(kiosk.opened(only_submission(server))) == answers);
    check_nothing_plain_on_the_wire(server);
}

TEST_CASE("what was offered in the clear, even to a kill, is never sent sealed: it would be another response") {
    OdkServer server;
    CanaryKiosk kiosk{server.base_url()};
    kiosk.plant();
    kiosk.keep(visit);
    server.next(tricks::slow(300ms));
    {
        RunningProgram upload{
            {TALKPOINT_BIN "/talkpointctl", "upload", "--config", kiosk.config, "--state", kiosk.path("state")},
            kiosk.path("log")};
        REQUIRE(comes_true([&] { return server.most_posts_at_once() == 1; }, 20s));
        upload.signal(SIGKILL);
        CHECK(upload.wait(5s) == 128 + SIGKILL);
    }
    REQUIRE(server.wait_for("POST", 1, 5s));
    kiosk.make_keys();
    kiosk.use_key();
    SECTION("the form is encrypted now") {
        const auto form = encrypted_by_server(kiosk.form());
        kiosk.more_of_upload = "";
        kiosk.configure();
        server.declare({.id = "kinds", .version = "1[encrypted:k]", .xml = form});
    }
    SECTION("a key is named here now") {}
    const auto report = kiosk.upload();
    CHECK(report.at("sent") == 0);
    CHECK(report.at("parked") == 1);
    CHECK(server.posts().size() == 1);
    const auto status = kiosk.status();
    REQUIRE(status.at("parked_reasons").size() == 1);
    CHECK_THAT(status.at("parked_reasons")[0].at("reason").get<std::string>(),
               ContainsSubstring("offered in the clear before"));
    const auto table = kiosk.ctl({"export", "--to", kiosk.path("tables")});
    CHECK(table.exit_code == 0);
    CHECK_THAT(contents_of(kiosk.path("tables/kinds.csv")), ContainsSubstring("quokka"));
    CHECK(kiosk.upload({"--parked"}).at("parked") == 1);
    CHECK(server.posts().size() == 1);
}
