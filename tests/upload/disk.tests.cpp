// A pass on a disk that is full, fails, or loses its power: at every single operation in turn. In the end each response
// is on the server once, none is lost, and none was ever offered with other bytes.
#include "catch.hpp"
#include "central.hpp"
#include "openrosa/keys.hpp"
#include "queue_of.hpp"
#include "store/faulty_disk.hpp"

#include <memory>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using outbox::PassEnd;
using store::Database;

namespace {

const std::string refused_survey = "refused";

/// Takes what Central takes, and says 400 to one survey, which is parked for it.
class Server : public Central {
  public:
    Server() {
        forms = {{"friends", form_of(survey_of()).xml}};
        answer = [](const Sent& sent) -> std::optional<Outcome> {
            if (sent.bytes.find("id=\"" + refused_survey + "\"") != std::string::npos) return said(400);
            return std::nullopt;
        };
    }
};

/// Makes one of each sort. The refused one is tried in each pass again.
struct Maker {
    base::Random random{11};
    std::set<std::string> arriving, refused;

    outbox::Record record(const std::string& survey, bool sealed) {
        const auto id = base::uuid_v4(random);
        (survey == refused_survey ? refused : arriving).insert(openrosa::instance_id(id));
        const auto of = survey_of(survey);
        return upload::freeze(answers_to(of, "tell", yesterday), id, of,
                              {"2026.11", sealed ? std::optional{public_key()} : std::nullopt})
            .value();
    }
    void fill(Database& database) {
        submit(database, record("friends", false));
        submit(database, record("friends", true));
        if (refused.empty()) submit(database, record(refused_survey, false));
        REQUIRE(database.unpark(refused_survey, ""));
    }
};

upload::Settings settings_of(const Central& server, bool sealing) {
    upload::Settings settings;
    settings.base_url = server.url;
    settings.digest = "these settings";
    if (sealing) settings.key = public_key();
    settings.surveys = {survey_of()};
    return settings;
}

upload::Report pass(Database& database, Central& server, bool sealing, base::Random& random) {
    return upload::run_pass(database, server, settings_of(server, sealing), this_day, random, go_on);
}

/// None lost, none doubled, none changed.
void check_all_once(Database& database, const Central& server, const Maker& maker) {
    for (const auto& id : maker.arriving) REQUIRE(server.kept.contains(id));
    REQUIRE(server.kept.size() == maker.arriving.size());
    for (const auto& [id, bytes] : server.offered) REQUIRE(bytes.size() == 1);
    std::set<std::string> kept;
    for (const auto& [id, times] : ids_in(database)) kept.insert(openrosa::instance_id(id));
    REQUIRE(kept == maker.refused);
    const auto counts = database.counts();
    REQUIRE(counts);
    CHECK(counts->parked == static_cast<std::int64_t>(maker.refused.size()));
    CHECK(counts->sent == static_cast<std::int64_t>(maker.arriving.size()));
    CHECK(counts->upload.error.empty());
}

}  // namespace

TEST_CASE("a pass that fails at any operation of the disk: nothing is lost, and the next ends it") {
    const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_READONLY);
    const bool lasting = GENERATE(false, true), sealing = GENERATE(false, true);
    CAPTURE(code, lasting, sealing);
    const TempFolder folder;
    base::Random random{21};
    Maker maker;
    Server server;
    {
        FaultyDisk disk;
        auto database = opened(folder.path());
        bool reached = true;
        int n = 1;
        for (; reached; ++n) {
            CAPTURE(n);
            maker.fill(database);
            disk.fail_at(n, code, lasting);
            const auto report = pass(database, server, sealing, random);
            reached = disk.heal();
            const auto kept = ids_in(database);
            for (const auto& ids : {maker.arriving, maker.refused})
                for (const auto& id : ids) REQUIRE((server.kept.contains(id) || kept.contains(id.substr(5))));
            const auto next = pass(database, server, sealing, random);
            INFO(next.error);
            REQUIRE(next.end == PassEnd::done);
            check_all_once(database, server, maker);
        }
        CHECK(n > 10);
        CHECK_FALSE(database.set_aside());
    }
    auto connection = raw(folder.path() / "responses.db");
    CHECK(ask(connection, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("when the power goes at any moment of a pass, the next ends it") {
    const bool sealing = GENERATE(false, true);
    CAPTURE(sealing);
    struct Cut {
        FaultyDisk::Image image;
        std::map<std::string, std::string> kept;
        std::map<std::string, std::set<std::string>> offered;
    };
    const TempFolder folder;
    base::Random random{22};
    Maker maker;
    Server server;
    std::vector<Cut> cuts;
    {
        FaultyDisk disk;
        auto database = opened(folder.path());
        for (int i = 0; i < 3; ++i) maker.fill(database);
        const auto cut = [&] { cuts.push_back({disk.image(random), server.kept, server.offered}); };
        disk.before = cut;
        server.before = server.after = cut;
        REQUIRE(pass(database, server, sealing, random).end == PassEnd::done);
        check_all_once(database, server, maker);
        cut();
        disk.before = nullptr;
    }
    CHECK(cuts.size() > 50);
    for (const auto& cut : cuts) {
        const TempFolder left;
        for (const auto& [path, bytes] : cut.image) left.write(fs::path{path}.filename().string(), bytes);
        const FaultyDisk disk;  // one that nobody waits for
        Server again;
        again.kept = cut.kept;
        again.offered = cut.offered;
        auto database = opened(left.path());
        REQUIRE_FALSE(database.set_aside());
        REQUIRE(pass(database, again, sealing, random).end == PassEnd::done);
        check_all_once(database, again, maker);
    }
}

TEST_CASE("a disk that stays full for the whole of a pass keeps everything, and nothing leaves in another form") {
    const TempFolder folder;
    base::Random random{23};
    Maker maker;
    Server server;
    FaultyDisk disk;
    auto database = opened(folder.path());
    for (int i = 0; i < 3; ++i) maker.fill(database);
    const auto before = server.posts;
    disk.fail_at(1, SQLITE_FULL, true);
    const auto report = pass(database, server, true, random);
    CHECK(report.end == PassEnd::later);
    CHECK_THAT(report.error, Catch::Matchers::ContainsSubstring("disk is full"));
    CHECK(server.posts == before);  // what could not be marked as tried is not sent
    CHECK(ids_in(database).size() == 7);
    disk.heal();
    REQUIRE(pass(database, server, true, random).end == PassEnd::done);
    check_all_once(database, server, maker);
}
