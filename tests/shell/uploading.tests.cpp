// From the touch to the server: what was answered arrives there, once, whatever became of the kiosk on the way.
#include "sending.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <set>

#include "base/strings.hpp"
#include "fakes/rude_server.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using std::chrono::milliseconds;

namespace {

const std::string full_visit = steps::begin + "tap \"Apple\"\ntap \"#option.b\"\n" + steps::next +
                               "tap \"Cheese\"\ntap \"Apple\"\n" + steps::next + "tap \"Prefer not to say\"\n" +
                               "tap \"Door\"\ntap \"Shoes\"\ntap \"Socks\"\n" + steps::next + steps::end + steps::leave;

/// The values that the form lets each of its questions have.
std::map<std::string, std::set<std::string>> values_in(const std::string& xform) {
    const auto form = openrosa::read_form(xform);
    REQUIRE(form);
    std::map<std::string, std::set<std::string>> out;
    for (const auto& field : form->fields) out[field.name] = {field.values.begin(), field.values.end()};
    return out;
}

void collect(const pugi::xml_node& node, const std::string& path, std::map<std::string, std::string>& out) {
    for (const auto& child : node.children()) {
        if (child.type() != pugi::node_element) continue;
        const std::string name = child.name();
        const auto below = path + "/" + name.substr(name.find(':') + 1);
        out[below] = child.text().get();
        collect(child, below, out);
    }
}

/// Each field by its place in the data, with its value.
std::map<std::string, std::string> fields_of(const pugi::xml_node& data) {
    std::map<std::string, std::string> out;
    collect(data, "", out);
    return out;
}

/// Each response arrived as often as it should, with the same bytes each time that it was offered.
void check_offered_alike(const OdkServer& server) {
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> first;
    for (const auto& post : server.posts()) {
        const auto& before = first.try_emplace(post.instance_id, post.parts).first->second;
        CHECK((before == post.parts));
    }
}

/// A port at which nobody listens (any more).
std::string closed_port() {
    const RudeServer gone{""};
    return gone.url();
}

}  // namespace

TEST_CASE("what was answered at the kiosk arrives at the server by itself") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    const auto xform = kiosk.form();
    server.declare({.id = "kinds", .version = "1", .xml = xform});
    const auto ran = kiosk.tour(full_visit + steps::pass);
    check_done(ran);
    CHECK_THAT(ran.err, ContainsSubstring("kinds: 1 sent"));

    const auto xml = only_submission(server).xml;
    CHECK(answers_in(xml) == "much=not saying\none=b \nsome=a c \nsteps=z x y \n");
    pugi::xml_document instance;
    REQUIRE(instance.load_string(xml.c_str()));
    const auto data = instance.child("data");
    CHECK(std::string{data.attribute("id").value()} == "kinds");
    CHECK(std::string{data.attribute("version").value()} == "1");
    auto fields = fields_of(data);
    CHECK(fields.at("/context/site") == "test-site");
    CHECK(fields.at("/context/period") == "2026-11-23");
    CHECK(fields.at("/context/language") == "en");
    CHECK(fields.at("/context/audience") == "adult");
    CHECK(fields.at("/context/trusted_clock") == "1");
    CHECK(fields.at("/meta/instanceID").starts_with("uuid:"));

    // The form that staff publish fits what the kiosk sends.
    pugi::xml_document form;
    REQUIRE(form.load_string(xform.c_str()));
    const auto places = fields_of(form.child("h:html").child("h:head").child("model").child("instance").first_child());
    for (const auto& [place, value] : fields) {
        INFO(place);
        CHECK(places.contains(place));
    }
    CHECK(places.size() == fields.size());
    for (const auto& [question, values] : values_in(xform)) {
        INFO(question);
        for (const auto& value : base::split(fields.at("/" + question), ' ')) CHECK(values.contains(value));
    }

    const auto status = kiosk.status();
    CHECK(status.at("queued") == 0);
    CHECK(status.at("parked") == 0);
    CHECK(status.at("sent") == 1);
    CHECK(status.at("last_sent") == "2026-11-23");
    CHECK(status.at("last_error").is_null());
    CHECK(status.at("upload") == "on");
    CHECK(status.at("surveys").at("kinds").at("sent") == 1);
    CHECK_THAT(status.at("next_try").get<std::string>(), ContainsSubstring("2026-11-23T10:"));
}

TEST_CASE("`talkpointctl upload` sends what waits, beside a kiosk that runs or without one") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.keep(full_visit);
    const bool beside = GENERATE(false, true);
    std::optional<RunningProgram> running;
    if (beside) {
        running.emplace(kiosk.command({"--start", "2026-11-23T12:00"}), kiosk.path("log"));
        REQUIRE(comes_true([&] { return std::filesystem::exists(kiosk.path("state/responses.db-wal")); }, 5s));
    }
    CHECK(kiosk.status().at("queued") == 1);
    const auto report = kiosk.upload();
    CHECK(report.at("sent") == 1);
    CHECK(report.at("kept") == 0);
    CHECK(report.at("error").is_null());
    CHECK(answers_in(only_submission(server).xml) == "much=not saying\none=b \nsome=a c \nsteps=z x y \n");
    CHECK(kiosk.status().at("sent") == 1);
    CHECK(kiosk.upload().at("sent") == 0);
    if (running) {
        running->signal(SIGTERM);
        CHECK(running->wait(5s) == 0);
        CHECK_THAT(running->said(), !ContainsSubstring("damaged"));
    }
}

TEST_CASE("fewer than batch_min wait for company or for the end of their period, and that is said") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.batch_min = 3;
    kiosk.configure();
    const auto two = steps::short_visit("a") + steps::short_visit("b");
    check_done(kiosk.tour(two + steps::pass));
    CHECK(server.submissions().empty());
    CHECK(kiosk.status().at("queued") == 2);
    SECTION("a third comes") {
        check_done(kiosk.tour(steps::short_visit("c") + steps::pass));
        CHECK(server.submissions().size() == 3);
        CHECK(kiosk.status().at("queued") == 0);
    }
    SECTION("the day ends") {
        check_done(kiosk.tour("wait 15h\n"));
        CHECK(server.submissions().size() == 2);
        CHECK(kiosk.status().at("last_sent") == "2026-11-24");
    }
}

TEST_CASE("beside company that has come today, whoever asks is told who still waits") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.batch_min = 3;
    kiosk.configure();
    // The kiosk's own clock and that of talkpointctl: a tour without --start begins now.
    check_done(run_program(kiosk.command({"--tour", kiosk.write("now.tour", steps::short_visit("a"))})));
    const auto report = kiosk.upload();
    if (report.at("sent") == 1) return;  // midnight has just passed
    CHECK(report.at("kept") == 1);
    REQUIRE(report.at("kept_why").size() == 1);
    CHECK(report.at("kept_why")[0].at("survey") == "kinds");
    CHECK_THAT(report.at("kept_why")[0].at("why").get<std::string>(), ContainsSubstring("waiting for company"));
    CHECK_THAT(kiosk.ctl({"upload"}).out, ContainsSubstring("kept: kinds: waiting for company"));
}

TEST_CASE("a server that is gone for a while is asked again, and then has each response once") {
    OdkServer server;
    const SendingKiosk kiosk{server.base_url()};
    server.next(tricks::reset_before_storing());
    server.next(tricks::portal());
    server.next(tricks::lost_acknowledgement());
    server.next(tricks::half_a_body());
    const auto ran = kiosk.tour(steps::short_visit("a") + steps::short_visit("b") + "wait 3h\n" +
                                steps::short_visit("c") + "wait 3h\n");
    check_done(ran);
    CHECK(server.submissions().size() == 3);
    CHECK(server.posts().size() >= 7);
    CHECK(server.most_posts_at_once() == 1);
    check_offered_alike(server);
    CHECK(kiosk.status().at("sent") == 3);
    CHECK(kiosk.status().at("last_error").is_null());
    CHECK_THAT(ran.err, ContainsSubstring("upload: "));
    CHECK_THAT(ran.err, !ContainsSubstring("secret-token"));
}

TEST_CASE("a kiosk without a network is killed, started again, and then all arrives, once", "[live]") {
    OdkServer server;
    SendingKiosk kiosk{closed_port() + "/v1/key/{token}/projects/1"};
    check_done(kiosk.tour(steps::short_visit("a") + steps::short_visit("b") + steps::pass + steps::short_visit("c")));
    CHECK_THAT(kiosk.status().at("last_error").get<std::string>(), ContainsSubstring("refused the connection"));
    {
        RunningProgram running{kiosk.command({"--start", "2026-11-23T12:00"}), kiosk.path("log")};
        REQUIRE(comes_true([&] { return running.said().find("refused the connection") != std::string::npos; }, 15s));
        running.signal(SIGKILL);
        CHECK(running.wait(5s) == 128 + SIGKILL);
    }
    CHECK(kiosk.status().at("queued") == 3);
    kiosk.base_url = server.base_url();
    kiosk.configure();
    RunningProgram running{kiosk.command({"--start", "2026-11-23T13:00"}), kiosk.path("log")};
    REQUIRE(server.wait_for("POST", 3, 15s));
    CHECK(comes_true([&] { return kiosk.status().at("sent") == 3; }, 5s));
    running.signal(SIGTERM);
    CHECK(running.wait(5s) == 0);
    CHECK(server.posts().size() == 3);
    std::set<std::string> first;
    for (const auto& [id, submission] : server.submissions()) first.insert(answers_in(submission.xml).substr(0, 24));
    CHECK(first.size() == 3);
    CHECK(kiosk.status().at("queued") == 0);
    CHECK(kiosk.status().at("last_error").is_null());
}

TEST_CASE("while a slow server holds a request, a kiosk ends when it is told to, and nothing is lost", "[live]") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.keep(steps::short_visit("a"));
    server.next(tricks::slow(20s));
    RunningProgram running{kiosk.command({"--start", "2026-11-23T12:00"}), kiosk.path("log")};
    REQUIRE(comes_true([&] { return server.most_posts_at_once() == 1; }, 15s));
    // One uploader for a state directory, whoever it is.
    const auto beside = kiosk.ctl({"upload"});
    CHECK(beside.exit_code == 5);
    CHECK_THAT(beside.err, ContainsSubstring("the kiosk is sending"));
    const auto told = std::chrono::steady_clock::now();
    running.signal(SIGTERM);
    CHECK(running.wait(10s) == 0);
    CHECK(std::chrono::steady_clock::now() - told < milliseconds{static_cast<int>(2000 * one_second)});
    CHECK(kiosk.status().at("queued") == 1);
    CHECK(kiosk.upload().at("sent") == 1);
    CHECK(server.submissions().size() == 1);
    check_offered_alike(server);
}

TEST_CASE("a tour that waits for a slow server ends when it is told to") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.keep(steps::short_visit("a"));
    server.next(tricks::slow(20s));
    RunningProgram running{kiosk.tour_command(steps::pass), kiosk.path("log")};
    REQUIRE(comes_true([&] { return server.most_posts_at_once() == 1; }, 15s));
    running.signal(SIGTERM);
    CHECK(running.wait(milliseconds{static_cast<int>(2000 * one_second)}) == 0);
    CHECK(kiosk.status().at("queued") == 1);
}

TEST_CASE("a tour beside a slow server comes to its end") {
    OdkServer server;
    const SendingKiosk kiosk{server.base_url()};
    server.next(tricks::slow(1500ms));
    check_done(kiosk.tour(steps::short_visit("a") + steps::pass + "touch 1 1\non home\n"));
    CHECK(server.submissions().size() == 1);
}
