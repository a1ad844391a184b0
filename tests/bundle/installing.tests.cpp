// What a kiosk keeps of its packs, without the programs: times, locks, damage.
#include "bundle/installing.hpp"
#include "bundle/editions.hpp"

#include "bundles.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

const auto now = *base::parse_local_time("2026-11-23T10:00");

struct State {
    TempFolder folder;
    fs::path state = folder.path() / "state";
    std::vector<base::VerifyingKey> keys = keys_of_kiosk();
    bundle::Shipped shipped = [this](std::string_view id) { return folder.path() / "content" / id; };

    [[nodiscard]] fs::path edition(const std::string& version, std::optional<base::Date> expires = {}) const {
        auto toml = std::string{small_toml};
        folder.write("small/pack.toml", toml.replace(toml.find("2026.12"), 7, version));
        const auto pack = folder.path() / "small";
        const bundle::Manifest manifest{"small", version, day(2026, 11, 1), expires, bundle::files_of(pack).value()};
        auto file = folder.path() / bundle::bundle_name(manifest);
        REQUIRE(bundle::write_bundle(pack, manifest, team_key(), file));
        return file;
    }
    [[nodiscard]] base::Result<bundle::Accepted> install(const fs::path& file, base::LocalTime when = now) const {
        return bundle::install(file, state, {keys, when, shipped, {}});
    }
    [[nodiscard]] bundle::InUse in_use(base::Date today = day(2026, 11, 23)) const {
        return bundle::packs_in_use(state, shipped, today);
    }
    [[nodiscard]] fs::path shown(std::string_view version) const {
        return bundle::version_folder(state, "small", version) / "small";
    }
};

std::string why(const base::Result<bundle::Accepted>& result) { return result ? "" : result.error().message; }

}  // namespace

TEST_CASE("installing: what is kept of it can be read again", "[bundle]") {
    const State kiosk;
    CHECK(bundle::read_installed(kiosk.state).value().empty());
    CHECK(kiosk.in_use().folders.empty());
    REQUIRE(kiosk.install(kiosk.edition("1", day(2026, 12, 24))));
    REQUIRE(kiosk.install(kiosk.edition("2"), now + std::chrono::hours{1}));
    const auto fingerprint = team_key().verifying_key().fingerprint();
    CHECK(bundle::read_installed(kiosk.state).value().at("small") ==
          std::vector<bundle::InstalledVersion>{{"2", now + std::chrono::hours{1}, {}, fingerprint},
                                                {"1", now, day(2026, 12, 24), fingerprint}});
    CHECK(kiosk.in_use().folders.at("small") == kiosk.shown("2"));
    REQUIRE(bundle::rollback(kiosk.state, "small"));
    CHECK(kiosk.in_use(day(2026, 12, 24)).problems.empty());
    const auto late = kiosk.in_use(day(2026, 12, 25));
    CHECK(late.folders.at("small") == kiosk.shown("1"));  // still: no screen is no help
    REQUIRE(late.problems.size() == 1);
    CHECK(late.problems[0].severity == base::Severity::warning);
    CHECK_THAT(late.problems[0].message, ContainsSubstring("has expired on 2026-12-24"));
}

TEST_CASE("installing: by a clock that cannot be right nothing is taken", "[bundle]") {
    const State kiosk;
    const auto file = kiosk.edition("1", day(2026, 12, 24));
    CHECK_THAT(why(kiosk.install(file, *base::parse_local_time("1970-01-01T00:00"))),
               ContainsSubstring("set the clock"));
    CHECK_THAT(why(kiosk.install(file, *base::parse_local_time("2026-12-25T00:00"))), ContainsSubstring("has expired"));
    CHECK(why(kiosk.install(file, *base::parse_local_time("2026-12-24T23:59"))).empty());
}

TEST_CASE("installing: one at a time", "[bundle]") {
    const State kiosk;
    const auto file = kiosk.edition("1");
    {
        const auto lock = bundle::lock_packs(kiosk.state);
        REQUIRE(lock);
        CHECK_THAT(why(kiosk.install(file)), ContainsSubstring("wait until it is done"));
        CHECK_FALSE(bundle::withdraw(kiosk.state, "small", "one", now));
        CHECK_FALSE(bundle::rollback(kiosk.state, "small"));
    }
    CHECK(why(kiosk.install(file)).empty());
}

TEST_CASE("installing: what the validation refuses is gone again", "[bundle]") {
    const State kiosk;
    const auto validate = [&](const fs::path& folder, const bundle::Manifest& manifest) -> base::Result<void> {
        CHECK(folder.filename() == manifest.id);
        CHECK(fs::exists(folder / "pack.toml"));
        return base::fail(base::ErrorKind::malformed, "not this one");
    };
    const auto file = kiosk.edition("1");
    const bundle::Terms terms{kiosk.keys, now, kiosk.shipped, validate};
    CHECK(why(bundle::install(file, kiosk.state, terms)) == "not this one");
    CHECK_FALSE(fs::exists(bundle::packs_folder(kiosk.state) / ".staging"));
    CHECK(kiosk.in_use().folders.empty());
    const auto scratch = kiosk.folder.path() / "scratch";
    fs::create_directory(scratch);
    CHECK(why(bundle::verify(file, kiosk.state, scratch, terms)) == "not this one");
    CHECK(fs::is_empty(scratch));
}

TEST_CASE("installing: what a kiosk shows is not cleared away under it", "[bundle]") {
    const State kiosk;
    for (const auto* version : {"1", "2", "3"}) REQUIRE(kiosk.install(kiosk.edition(version)));
    const auto shown = kiosk.in_use().folders;
    REQUIRE(bundle::rollback(kiosk.state, "small"));  // just then
    bundle::remove_unused(kiosk.state, shown);
    CHECK(fs::exists(kiosk.shown("3")));
    CHECK(fs::exists(kiosk.shown("2")));
    CHECK_FALSE(fs::exists(kiosk.shown("1")));  // nobody can go back to it
    bundle::remove_unused(kiosk.state, kiosk.in_use().folders);
    CHECK_FALSE(fs::exists(kiosk.shown("3")));
    CHECK(fs::exists(kiosk.shown("2")));
}

TEST_CASE("installing: records that cannot be read are said, and nothing is removed by them", "[bundle]") {
    const State kiosk;
    REQUIRE(kiosk.install(kiosk.edition("1")));
    REQUIRE(bundle::withdraw(kiosk.state, "small", "one", now));
    CHECK(kiosk.in_use().withdrawn.at("small").contains("one"));
    const auto packs = bundle::packs_folder(kiosk.state);
    for (const auto* text :
         {"", "{", "[]", "{\"packs\": 1}", "{\"packs\": [{}]}", "{\"packs\": [{\"id\": \"../x\", \"versions\": []}]}",
          "{\"packs\": [{\"id\": \"small\", \"versions\": [{\"version\": \"../../x\", "
          "\"installed\": \"2026-11-23T10:00:00\"}]}]}"}) {
        INFO(text);
        kiosk.folder.write("state/packs/installed.json", text);
        CHECK(kiosk.in_use().problems.size() == 1);
        CHECK(kiosk.in_use().folders.empty());
        CHECK_FALSE(kiosk.install(kiosk.edition("2")));
        bundle::remove_unused(kiosk.state, {});
        CHECK(fs::exists(kiosk.shown("1")));
    }
    kiosk.folder.write("state/packs/withdrawn.json", "{\"messages\": [{\"pack\": \"small\"}]}");
    CHECK(kiosk.in_use().problems.size() == 2);
    CHECK_FALSE(bundle::withdraw(kiosk.state, "small", "two", now));
}

TEST_CASE("installing: of each pack people are told the edition in use and the one before", "[bundle]") {
    const State kiosk;
    kiosk.folder.write("content/small/pack.toml", "version = \"1\"\n");
    kiosk.folder.write("content/other/pack.toml", "version = \"7\"\n");
    const std::vector<std::string> offered{"other", "small"};
    const auto read = [&] {
        return bundle::read_editions(kiosk.state, offered, kiosk.shipped, day(2026, 12, 25)).value();
    };
    CHECK(read().packs.at(1).in_use == "1");
    CHECK(read().packs.at(1).before.empty());
    REQUIRE(kiosk.install(kiosk.edition("2", day(2026, 12, 24))));
    REQUIRE(bundle::withdraw(kiosk.state, "small", "one", now));
    REQUIRE(bundle::withdraw(kiosk.state, "gone", "two", now));
    const auto editions = read();
    REQUIRE(editions.packs.size() == 3);
    CHECK(editions.packs[0].in_use == "7");
    CHECK_FALSE(editions.packs[0].installed);
    const auto& small = editions.packs[1];
    CHECK(small.in_use == "2");
    CHECK(small.before == "1");
    CHECK(small.came_with_kiosk == "1");
    CHECK(small.has_expired(day(2026, 12, 25)));
    CHECK_FALSE(small.has_expired(day(2026, 12, 24)));
    CHECK(small.withdrawn == std::vector<bundle::Withdrawn>{{"small", "one", now}});
    CHECK(editions.packs[2].id == "gone");
    CHECK(editions.packs[2].in_use.empty());
    CHECK(editions.problems.size() == 1);
    REQUIRE(kiosk.install(kiosk.edition("3")));
    CHECK(read().packs[1].before == "2");
}
