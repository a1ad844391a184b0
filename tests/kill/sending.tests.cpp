// The real kiosk and talkpointctl, taken down with SIGKILL while they send to a server that misbehaves. Afterwards one
// pass in peace: the server has every response that was thanked for, exactly once, and was only ever offered one and
// the same bytes of it.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>

#include "catch.hpp"
#include "counting.hpp"
#include "fakes/odk_server.hpp"
#include "openrosa/key.hpp"
#include "openrosa/seal.hpp"
#include "running_program.hpp"
#include "store/sqlite.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using std::chrono::milliseconds;

namespace {

constexpr int rounds = one_second > 1 ? 12 : 30;

/// All that can become of a request while somebody pulls the plug.
Trick some_trick(std::mt19937& chance) {
    switch (chance() % 8) {
        case 0:
            return tricks::lost_acknowledgement();
        case 1:
            return tricks::reset_before_storing();
        case 2:
            return tricks::reset_after_storing();
        case 3:
            return tricks::half_a_body();
        case 4:
            return tricks::false_conflict();
        case 5: {
            auto held = tricks::lost_acknowledgement();
            held.delay = milliseconds{40};
            return held;
        }
        default:
            return tricks::slow(milliseconds{chance() % 40});
    }
}

/// A kiosk that sends, and what became of it.
class Sender {
  public:
    explicit Sender(bool sealed) : sealed_(sealed) {
        if (sealed) {
            const auto pair = openrosa::make_key_pair("pass");
            REQUIRE(pair);
            folder_.write("key.pem", pair->public_pem);
            private_pem_ = pair->private_pem;
        }
        folder_.write("token", "secret");
        config_ = write_kiosk(folder_, fmt::format("[privacy]\nbatch_min = 1\n[upload]\nbase_url = \"{}\"\n"
                                                   "token_file = \"token\"\npublic_key_file = \"{}\"\n",
                                                   server_.base_url(), sealed ? "key.pem" : ""));
    }

    /// Visits with time between them in which passes are due; or without, so that talkpointctl has more to send. Killed
    /// a moment after a thanks screen, or after a request has begun.
    void visit(bool passes, int events, milliseconds moment) {
        const auto shots = folder_.path() / "shots";
        fs::remove_all(shots);
        constexpr int visits = 30;  // more than it lives for
        const auto script = folder_.write("tour", tour_text(next_visit_, visits, passes ? "wait 30m\n" : ""));
        next_visit_ += visits;
        const int before = server_.connections();
        kill_after(
            {TALKPOINT_BIN "/talkpoint", "--config", config_, "--headless", "480x480", "--state", state(), "--tour",
             script, "--shots", shots},
            [&] {
                return passes ? server_.connections() >= before + events
                              : thanked_in(shots).size() >= static_cast<std::size_t>(events);
            },
            moment);
        for (const int k : thanked_in(shots)) thanked_.insert(k);
    }
    /// Killed a moment after it has begun, or after its first request has.
    void upload(bool at_request, milliseconds moment) {
        const int before = server_.connections();
        kill_after(
            {TALKPOINT_BIN "/talkpointctl", "upload", "--parked", "--config", config_, "--state", state()},
            [&] { return !at_request || server_.connections() > before; }, moment);
    }
    void misbehave(std::mt19937& chance, int times) {
        for (int i = 0; i < times; ++i) server_.next(some_trick(chance));
    }
    /// In peace, once the server has used up what it had in mind.
    void settle() {
        for (int tries = 0; tries < 200; ++tries) {
            const auto report = nlohmann::json::parse(ctl({"upload", "--json", "--parked"}).out);
            if (report.at("kept") == 0 && report.at("parked") == 0) return;
        }
    }

    void check_all() {
        const auto status = nlohmann::json::parse(ctl({"status"}).out);
        CHECK(status.at("queued") == 0);
        CHECK(status.at("parked") == 0);
        const auto on_server = server_.submissions();
        CHECK(status.at("sent") == on_server.size());

        std::map<int, int> copies;
        for (const auto& [id, submission] : on_server) {
            INFO(id);
            CHECK(id.starts_with("uuid:"));
            ++copies[visit_of(plain(submission))];
        }
        for (const auto& [k, times] : copies) {
            INFO("visit " << k);
            CHECK(times == 1);
        }
        for (const int k : thanked_) {
            INFO("visit " << k);
            CHECK(copies.contains(k));
        }
        CHECK(on_server.size() <= thanked_.size() + static_cast<std::size_t>(kills_));
        check_offered_alike(on_server);
        check_database();
        std::printf("%s: killed %d times: %zu visits thanked for, %zu on the server, in %zu requests\n",
                    sealed_ ? "sealed" : "plain", kills_, thanked_.size(), on_server.size(), server_.posts().size());
        // Or the test would prove nothing.
        CHECK(kills_ >= rounds);
        CHECK(thanked_.size() >= static_cast<std::size_t>(rounds));
        CHECK(server_.posts().size() > on_server.size());
    }

  private:
    [[nodiscard]] fs::path state() const { return folder_.path() / "state"; }
    Ran ctl(std::vector<std::string> words) {
        words.insert(words.begin(), TALKPOINT_BIN "/talkpointctl");
        words.insert(words.end(), {"--config", config_, "--state", state()});
        const auto ran = run_program(words);
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        return ran;
    }
    /// `moment` after `ripe`, if it still runs.
    template <class Ripe>
    void kill_after(const std::vector<std::string>& argv, Ripe ripe, milliseconds moment) {
        RunningProgram program{argv, folder_.path() / "said"};
        (void)comes_true([&] { return program.wait(milliseconds{0}) || ripe(); }, std::chrono::seconds{60});
        auto code = program.wait(moment);
        if (!code) {
            program.signal(SIGKILL);
            code = program.wait(std::chrono::seconds{20});
        }
        INFO(program.said());
        REQUIRE(code);
        CHECK((code == 0 || code == 128 + SIGKILL));
        if (code == 128 + SIGKILL) ++kills_;
        REQUIRE(program.said().find("damaged") == std::string::npos);
    }
    [[nodiscard]] std::string plain(const OdkServer::Submission& submission) const {
        if (!sealed_) return submission.xml;
        const auto key = openrosa::PrivateKey::from_pem(private_pem_, "pass");
        REQUIRE(key);
        REQUIRE(submission.attachments.contains("submission.xml.enc"));
        const auto opened = openrosa::unseal(submission.xml, submission.attachments.at("submission.xml.enc"), *key);
        REQUIRE(opened);
        return *opened;
    }
    void check_offered_alike(const std::map<std::string, OdkServer::Submission>& on_server) const {
        std::map<std::string, std::vector<std::pair<std::string, std::string>>> first;
        for (const auto& post : server_.posts()) {
            INFO(post.instance_id);
            CHECK(on_server.contains(post.instance_id));
            CHECK((first.try_emplace(post.instance_id, post.parts).first->second == post.parts));
        }
    }
    void check_database() const {
        auto connection = store::Connection::open((state() / "responses.db").string(), SQLITE_OPEN_READWRITE);
        REQUIRE(connection);
        CHECK(connection->text("PRAGMA integrity_check") == "ok");
        for (const auto& entry : fs::directory_iterator(state()))
            CHECK(entry.path().string().find("damaged") == std::string::npos);
    }

    bool sealed_;
    TempFolder folder_;
    OdkServer server_;
    fs::path config_;
    std::string private_pem_;
    std::set<int> thanked_;
    int next_visit_ = 0, kills_ = 0;
};

}  // namespace

TEST_CASE("killed while it sends, nothing is lost and nothing arrives twice", "[.sending]") {
    const bool sealed = GENERATE(false, true);
    std::mt19937 chance{sealed ? 20261123U : 20261124U};
    const auto up_to = [&](unsigned bound) { return static_cast<int>(chance() % bound); };
    Sender sender{sealed};
    for (int round = 0; round < rounds; ++round) {
        const bool passes = round % 2 == 0;
        sender.misbehave(chance, 4);
        sender.visit(passes, 1 + up_to(4), milliseconds{up_to(60)});
        for (int time = 0; time < (passes ? 1 : 4); ++time) sender.upload(time % 2 == 0, milliseconds{up_to(60)});
    }
    sender.settle();
    sender.check_all();
}
