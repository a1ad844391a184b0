// `talkpointctl pack install`, `rollback`, `withdraw`, `list`: the real program, on a kiosk of a test's own.
#include "packs.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

const auto long_ago = base::Date{std::chrono::year{2020}, std::chrono::January, std::chrono::day{1}};

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    return names;
}

/// What the real kiosk has on its home screen, from a tour.
std::string home_of(const PackKiosk& kiosk) {
    const auto script = kiosk.folder.write("home.tour", "tap \"Touch to find out more\"\nwait 1s\ndump home\n");
    const auto shots = kiosk.folder.path() / "shots";
    const auto ran =
        run_program({TALKPOINT_BIN "/talkpoint", "--config", kiosk.config(), "--state", kiosk.state(), "--headless",
                     "640x640", "--tour", script, "--shots", shots, "--start", "2026-11-23T10:00", "--seed", "1"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return text_of(shots / "home.json");
}

}  // namespace

TEST_CASE("pack install: the new edition is in use, the one before is a step away", "[ctl]") {
    const PackKiosk kiosk;
    CHECK(kiosk.in_use() == "1");
    const auto said = kiosk.pack({"install", kiosk.edition("2")});
    CHECK(said.at("pack") == "safety");
    CHECK(said.at("title") == "Edition 2");
    CHECK(said.at("version") == "2");
    CHECK(said.at("before") == "1");
    CHECK(said.at("notes").empty());
    CHECK(kiosk.in_use() == "2");
    CHECK(kiosk.pack({"install", kiosk.edition("10")}).at("before") == "2");
    CHECK(kiosk.in_use() == "10");

    auto back = kiosk.pack({"rollback", "safety"});
    CHECK(back.at("from") == "10");
    CHECK(back.at("version") == "2");
    CHECK(kiosk.in_use() == "2");
    CHECK(kiosk.pack({"rollback", "safety"}).at("version") == "1");
    CHECK(kiosk.in_use() == "1");
    CHECK_THAT(kiosk.pack({"rollback", "safety"}, 2).at("error").get<std::string>(),
               ContainsSubstring("nothing is installed"));
    CHECK(kiosk.pack({"install", kiosk.edition("10")}).at("before") == "1");  // it lay there still
    CHECK(kiosk.in_use() == "10");
}

TEST_CASE("pack install: the real kiosk shows it, and clears away what nobody can go back to", "[ctl]") {
    const PackKiosk kiosk;
    CHECK_THAT(home_of(kiosk), ContainsSubstring("Edition 1"));
    for (const auto* version : {"2", "3", "4"}) (void)kiosk.pack({"install", kiosk.edition(version)});
    CHECK(names_in(kiosk.state() / "packs/safety") == std::vector<std::string>{"2", "3", "4"});
    fs::create_directories(kiosk.state() / "packs/.staging/half");
    CHECK_THAT(home_of(kiosk), ContainsSubstring("Edition 4"));
    CHECK(names_in(kiosk.state() / "packs/safety") == std::vector<std::string>{"3", "4"});
    CHECK(names_in(kiosk.state() / "packs") == std::vector<std::string>{".lock", "installed.json", "safety"});
    (void)kiosk.pack({"rollback", "safety"});
    CHECK_THAT(home_of(kiosk), ContainsSubstring("Edition 3"));
    (void)kiosk.pack({"rollback", "safety"});
    CHECK_THAT(home_of(kiosk), ContainsSubstring("Edition 1"));
    CHECK_FALSE(fs::exists(kiosk.state() / "packs/safety"));
}

TEST_CASE("pack install: refused, and nothing changes", "[ctl]") {
    const PackKiosk kiosk;
    kiosk.shipped("2026.11");
    (void)kiosk.pack({"install", kiosk.edition("2026.12")});
    const auto nothing_changed = [&] {
        CHECK(kiosk.in_use() == "2026.12");
        CHECK(names_in(kiosk.state() / "packs") == std::vector<std::string>{".lock", "installed.json", "safety"});
        CHECK(names_in(kiosk.state() / "packs/safety") == std::vector<std::string>{"2026.12"});
    };
    CHECK_THAT(kiosk.refused(kiosk.edition("2026.12")), ContainsSubstring("the same is in use here already"));
    CHECK_THAT(kiosk.refused(kiosk.edition("2026.9")), ContainsSubstring("2026.12 is in use here already"));
    CHECK_THAT(kiosk.refused(kiosk.edition("2027.1", [](const auto&) {}, long_ago)), ContainsSubstring("has expired"));
    nothing_changed();

    // With errors, which are named as their authors know them.
    const auto broken = kiosk.edition(
        "2027.1", [](const fs::path& pack) { std::ofstream{pack / "messages/say-no.md"} << "no front matter\n"; });
    const auto said = kiosk.pack({"install", broken}, 3);
    CHECK_THAT(said.at("error").get<std::string>(), ContainsSubstring("has errors"));
    REQUIRE_FALSE(said.at("problems").empty());
    CHECK_THAT(said.at("problems").at(0).get<std::string>(), Catch::Matchers::StartsWith("safety/messages/say-no.md"));
    // pack.toml says another version than the manifest that was signed.
    CHECK_THAT(kiosk.refused(kiosk.edition("2027.1",
                                           [](const fs::path& pack) {
                                               auto toml = text_of(pack / "pack.toml");
                                               toml.replace(toml.find("version = \"2027.1\""), 18,
                                                            "version = \"2028\"");
                                               fs::remove(pack / "pack.toml");
                                               std::ofstream{pack / "pack.toml"} << toml;
                                           })),
               ContainsSubstring("differ in the version"));
    nothing_changed();

    const auto good = kiosk.edition("2027.1");
    auto bytes = text_of(good);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    CHECK_FALSE(kiosk.refused(kiosk.folder.write("stick/changed.talkpack", bytes)).empty());
    CHECK_THAT(kiosk.refused(kiosk.folder.write("stick/cut.talkpack", text_of(good).substr(0, 5000))),
               ContainsSubstring("not copied whole"));
    CHECK_FALSE(kiosk.refused(kiosk.folder.path() / "stick/none.talkpack", 2).empty());
    nothing_changed();

    kiosk.folder.write("keys/team.pem", base::make_signing_pair("somebody else's").value().public_pem);
    CHECK_THAT(kiosk.refused(good), ContainsSubstring("a key that is not known here"));
    kiosk.folder.write("keys/team.pem", pack_pair().private_pem);
    CHECK_THAT(kiosk.ctl({"check"}).err, ContainsSubstring("must never be on a kiosk"));
    kiosk.folder.write("keys/team.pem", pack_pair().public_pem);
    nothing_changed();
    CHECK(kiosk.pack({"install", good}).at("before") == "2026.12");
}

TEST_CASE("pack install: a survey of another pack is not taken twice; one that goes is said", "[ctl]") {
    const PackKiosk kiosk;
    fs::copy(kiosk.folder.path() / "content/safety", kiosk.folder.path() / "content/other",
             fs::copy_options::recursive);
    kiosk.folder.write(
        "content/other/pack.toml",
        "id = \"other\"\ntitle = \"Other\"\nsummary = \"x\"\nversion = \"1\"\nsource_language = \"en\"\n");
    fs::rename(kiosk.folder.path() / "content/other/surveys/safe.toml",
               kiosk.folder.path() / "content/other/surveys/others.toml");
    kiosk.folder.write("kiosk.toml",
                       "[content]\nroot = \"content\"\npacks = [\"safety\", \"other\"]\nkeys = [\"keys/team.pem\"]\n"
                       "[survey]\noffered = [\"safe\"]\n");
    const auto twice = kiosk.edition("2", [](const fs::path& pack) {
        auto survey = text_of(pack / "surveys/safe.toml");
        survey.replace(survey.find("\"safe\""), 6, "\"others\"");
        std::ofstream{pack / "surveys/others.toml"} << survey;
    });
    const auto said = kiosk.pack({"install", twice}, 3);
    CHECK_THAT(said.at("problems").dump(), ContainsSubstring("could not be told apart"));
    const auto gone = kiosk.edition("3", [](const fs::path& pack) { fs::remove_all(pack / "surveys"); });
    CHECK_THAT(kiosk.pack({"install", gone}).at("notes").dump(), ContainsSubstring("no longer in the pack"));
}

TEST_CASE("pack install: of a pack that is not offered nothing is shown, and that is said", "[ctl]") {
    const PackKiosk kiosk;
    const auto edition = kiosk.edition("2");
    fs::remove_all(kiosk.folder.path() / "content/safety");
    CHECK(kiosk.pack({"install", edition}).at("before") == nullptr);  // not even there before
    CHECK(kiosk.in_use() == "2");
    const PackKiosk other;
    other.folder.write("kiosk.toml", "[content]\nroot = \"content\"\npacks = [\"else\"]\nkeys = [\"keys/team.pem\"]\n");
    CHECK_THAT(other.pack({"install", other.edition("2")}).at("notes").dump(),
               ContainsSubstring("nothing of it is shown until"));
}

TEST_CASE("pack install: an edition that breaks later gives way to the one before it, and staff are told", "[ctl]") {
    const PackKiosk kiosk;
    for (const auto* version : {"2", "3"}) (void)kiosk.pack({"install", kiosk.edition(version)});
    const auto packs = kiosk.state() / "packs/safety";
    std::ofstream{packs / "3/safety/messages/say-no.md", std::ios::app} << "more";
    auto said = kiosk.pack({"list"});
    CHECK(said.at("packs").at(0).at("version") == "2");
    CHECK_THAT(said.at("problems").dump(), ContainsSubstring("messages/say-no.md\\\" is gone or damaged"));
    CHECK_THAT(home_of(kiosk), ContainsSubstring("Edition 2"));
    std::ofstream{packs / "2/safety/pack.toml"} << std::string(text_of(packs / "2/safety/pack.toml").size(), '#');
    CHECK_THAT(home_of(kiosk), ContainsSubstring("Edition 1"));
    CHECK(kiosk.pack({"install", kiosk.edition("3")}).at("before") == "1");  // the same mends it
    CHECK(kiosk.in_use() == "3");

    kiosk.shipped("4");  // the program has been updated meanwhile
    said = kiosk.pack({"list"});
    CHECK(said.at("packs").at(0).at("version") == "4");
    CHECK_THAT(said.at("problems").dump(), ContainsSubstring("that came with the kiosk (4)"));

    std::ofstream{kiosk.state() / "packs/installed.json"} << "{";
    CHECK_THAT(home_of(kiosk), ContainsSubstring("Edition 4"));
    CHECK_THAT(kiosk.refused(kiosk.edition("5")), ContainsSubstring("cannot be understood; remove it"));
}

TEST_CASE("pack withdraw: the message is nowhere any more, in no edition, until it is undone", "[ctl]") {
    const PackKiosk kiosk;
    kiosk.folder.write("content/safety/messages/other.md", [] {
        auto text = std::string{a_message};
        return text.replace(text.find("Say no"), 6, "Another");
    }());
    const auto schedule = [&] { return kiosk.ctl({"schedule", "--json"}).out; };
    std::string loud{a_message};
    loud.replace(loud.find("sources"), 0, "attract = true\n");
    kiosk.folder.write("content/safety/messages/say-no.md", loud);
    REQUIRE_THAT(schedule(), ContainsSubstring("say-no"));

    CHECK_THAT(kiosk.pack({"withdraw", "safety/say-now"}, 2).at("error").get<std::string>(),
               ContainsSubstring("did you mean \"say-no\"?"));
    CHECK_FALSE(kiosk.pack({"withdraw", "nothing/say-no"}, 2).empty());
    CHECK_FALSE(kiosk.pack({"withdraw", "say-no"}, 2).empty());
    CHECK(kiosk.pack({"withdraw", "safety/say-no"}).at("changed") == true);
    CHECK(kiosk.pack({"withdraw", "safety/say-no"}).at("changed") == false);
    CHECK_THAT(schedule(), !ContainsSubstring("say-no"));
    CHECK(kiosk.pack({"list"}).at("withdrawn").at(0).at("message") == "say-no");
    const auto topic = [&] {
        const auto script = kiosk.folder.write(
            "topic.tour", "tap \"Touch to find out more\"\nwait 1s\ntap \"Edition\"\nwait 1s\ndump topic\n");
        const auto shots = kiosk.folder.path() / "shots";
        const auto ran =
            run_program({TALKPOINT_BIN "/talkpoint", "--config", kiosk.config(), "--state", kiosk.state(), "--headless",
                         "640x640", "--tour", script, "--shots", shots, "--start", "2026-11-23T10:00", "--seed", "1"});
        INFO(ran.err);
        CHECK(ran.exit_code == 0);
        return text_of(shots / "topic.json");
    };
    auto seen = topic();
    CHECK_THAT(seen, ContainsSubstring("Another"));
    CHECK_THAT(seen, !ContainsSubstring("Say no"));
    const auto said = kiosk.pack({"install", kiosk.edition("2")});
    CHECK_THAT(said.at("notes").dump(), ContainsSubstring("still withdrawn: say-no"));
    CHECK_THAT(topic(), !ContainsSubstring("Say no"));

    CHECK(kiosk.pack({"withdraw", "safety/say-no", "--undo"}).at("changed") == true);
    CHECK(kiosk.pack({"withdraw", "safety/say-no", "--undo"}).at("changed") == false);
    CHECK_THAT(topic(), ContainsSubstring("Say no"));
}
