// `talkpointctl take-away` onto a folder that is a stick, the real program: what is there, and that nothing of the
// kiosk has changed.
#include "catch.hpp"
#include "outbox/use.hpp"
#include "stick.hpp"
#include "store/own_mounts.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;

namespace {

/// What a stick is left with after nothing was taken.
const std::set<std::string> only_the_mark{".talkpoint-stick"};

Said take_away(const Kiosk& kiosk, std::vector<std::string> more = {}) {
    more.emplace_back("--json");
    return with_json(kiosk.ctl(KioskWithStick::taking(std::move(more))));
}

/// All that is on the newest stick but what is said of it.
std::map<std::string, std::string> taken_with(KioskWithStick& kiosk, const Said& said) {
    INFO(said.ran.err);
    REQUIRE(said.ran.exit_code == 0);
    auto files = files_below(said.json["folder"].get<std::string>());
    for (const auto* ours : {"README.txt", "SHA256SUMS.txt"}) CHECK(files.erase(ours) == 1);
    fs::remove_all(said.json["folder"].get<std::string>());
    CHECK(names_in(kiosk.stick) == only_the_mark);
    return files;
}

}  // namespace

TEST_CASE("take-away: whole groups are in a new folder, as in an export, with the sums of all of it") {
    KioskWithStick kiosk;
    kiosk.keep_some(40, 8);
    {
        auto database = kiosk.database();
        REQUIRE(database.count({{{outbox::What::visit}, 38}}, "2020-01-06"));
        REQUIRE(database.submit({"00000000-0000-4000-8000-000000000001", "safe", "2", "2026-11-20", "<odd", ""}, {}));
    }
    const auto before = files_below(kiosk.state());
    const auto said = take_away(kiosk);
    INFO(said.ran.err);
    REQUIRE(said.ran.exit_code == 0);
    CHECK(said.json["taken"] == true);
    CHECK(said.json["rows"] == 40);
    CHECK(said.json["sealed"] == 8);
    CHECK(said.json["following"] == "0");
    CHECK(said.json["staying"] == "1-7");
    CHECK(said.json["damaged"] == true);
    CHECK(said.json["sentence"].get<std::string>().starts_with(
        "48 responses are on the stick. They were read back and are whole. 1-7 stay in the kiosk"));
    CHECK(said.json["sentence"].get<std::string>().ends_with(
        " Some are damaged in the kiosk: tell whoever looks after it."));
    CHECK(said.json["to_do"] == "You can take the stick out now.");
    CHECK(files_below(kiosk.state()) == before);

    const auto exports = exports_on(kiosk.stick);
    REQUIRE(exports.size() == 1);
    CHECK(said.json["folder"] == exports.front().string());
    CHECK(exports.front().filename().string().starts_with("talkpoint-plymouth-20"));
    CHECK(is_whole(exports.front()));
    auto taken = files_below(exports.front());
    CHECK(said.json["files"] == std::ranges::count_if(taken, [](const auto& file) { return !file.second.empty(); }));
    REQUIRE(kiosk.ctl({"export", "--to", kiosk.folder.path() / "out"}).exit_code == 0);
    const auto readme = taken["README.txt"];
    for (const auto* ours : {"README.txt", "SHA256SUMS.txt"}) CHECK(taken.erase(ours) == 1);
    auto exported = files_below(kiosk.folder.path() / "out");
    CHECK(std::erase_if(exported, [](const auto& file) { return file.first.starts_with("safe.unreadable"); }) == 2);
    CHECK(taken == exported);

    // Plain words, on Windows too; every file by its name.
    for (const auto* part : {"48 responses from Plymouth hall", "safe.csv ", "safe.codebook.csv ", "safe.form.xml ",
                             "safe.sealed ", "use.csv ", "use.codebook.csv ", "8 of the responses are sealed",
                             "1-7 stay in the kiosk", "the private key", "talkpointctl open", "spreadsheet"})
        CHECK_THAT(readme, Catch::Matchers::ContainsSubstring(part));
    CHECK(std::ranges::count(readme, '\n') == std::ranges::count(readme, '\r'));
    CHECK(readme.find('{') == std::string::npos);
}

TEST_CASE("take-away: two around one visit are the same, and differ by whole groups whatever happens between") {
    KioskWithStick kiosk;
    kiosk.keep_some(40, 0);
    const auto first = taken_with(kiosk, take_away(kiosk));
    REQUIRE(table_in(kiosk.folder.write("first.csv", first.at("safe.csv"))).size() == 41);
    const auto keep = [&](const std::string& period, const std::string& event = "", const char* answer = "no") {
        auto database = kiosk.database();
        return kiosk.keep(database, {{"sure", chosen(answer)}}, "safe", nullptr, period, event);
    };
    const auto going_on = [&](bool on) {
        kiosk.folder.write("state/staff/event.json",
                           on ? R"({"now": {"code": "fair", "name": "Fair", "phase": "", "survey": "safe",
                                "language": "en", "target": 0, "ends": "2026-11-24T12:00", "begun": "2026-11-24T09:00",
                                "seen": "2026-11-24T09:00", "finished": 8}, "been": [], "begun": 1})"
                              : R"({"been": [], "begun": 1})");
    };
    // Today; yesterday, alone; and at an event that goes on.
    auto said = (keep("2026-11-24"), take_away(kiosk));
    CHECK(said.json["following"] == "1-7");
    CHECK(taken_with(kiosk, said) == first);
    said = (keep("2026-11-23"), take_away(kiosk));
    CHECK(taken_with(kiosk, said) == first);
    going_on(true);
    std::string at_event;
    for (int i = 0; i < 8; ++i) at_event = keep("2026-11-24", "fair");
    said = take_away(kiosk);
    CHECK(said.json["following"] == "10");
    CHECK(taken_with(kiosk, said) == first);
    // Over, it is whole: the two sticks differ by its eight.
    going_on(false);
    const auto more = taken_with(kiosk, take_away(kiosk));
    CHECK(table_in(kiosk.folder.write("more.csv", more.at("safe.csv"))).size() == 41 + 8);
    // One of each group is sent: none of either is there any more.
    {
        auto database = kiosk.database();
        std::string one;
        REQUIRE(database.for_each("", [&](const outbox::Record& record) {
            if (record.period == "2026-11-22") one = record.id;
        }));
        for (const auto& id : {one, at_event}) REQUIRE(database.receipt(id, "2026-11-24"));
    }
    said = take_away(kiosk);
    CHECK(said.json["rows"] == 0);
    CHECK(said.json["staying"] == "45");
}

TEST_CASE("take-away: the newest holds all that earlier ones held, and says so, while nothing is sent") {
    KioskWithStick kiosk;
    using Catch::Matchers::ContainsSubstring;
    const auto take = [&] {
        const auto said = take_away(kiosk);
        REQUIRE(said.ran.exit_code == 0);
        return files_below(said.json["folder"].get<std::string>());
    };
    const auto rows = [&](const std::map<std::string, std::string>& files) {
        auto table = table_in(kiosk.folder.write("rows.csv", files.at("safe.csv")));
        return std::multiset<std::vector<std::string>>{table.begin(), table.end()};
    };
    kiosk.keep_some(40, 0);
    const auto first = take();
    {
        auto database = kiosk.database();
        for (int i = 0; i < 41; ++i) kiosk.keep(database, {{"sure", chosen("no")}}, "safe", nullptr, "2026-11-23");
    }
    const auto second = take();
    CHECK(rows(second).size() == 41 + 41);
    CHECK(std::ranges::includes(rows(second), rows(first)));
    CHECK_THAT(second.at("README.txt"), ContainsSubstring("the newest is the whole"));
    // Of the first forty one is sent: they are on the first two only.
    {
        auto database = kiosk.database();
        std::string one;
        REQUIRE(database.for_each("", [&](const outbox::Record& record) {
            if (record.period == "2026-11-22") one = record.id;
        }));
        REQUIRE(database.receipt(one, "2026-11-24"));
    }
    const auto third = take();
    CHECK(rows(third).size() == 1 + 41);
    CHECK_THAT(third.at("README.txt"), ContainsSubstring("those are whole in the earlier folder only") &&
                                           !ContainsSubstring("the newest is the whole"));
}

TEST_CASE("take-away: the rows of quiet days have the period of all of them, and no language that few had") {
    KioskWithStick kiosk;
    {
        auto database = kiosk.database();
        for (int i = 0; i < 42; ++i)
            kiosk.keep(database, {{"sure", chosen("no")}}, "safe", nullptr, i < 39 ? "2026-11-22" : "2026-11-23");
    }
    const auto taken = taken_with(kiosk, take_away(kiosk));
    const auto table = table_in(kiosk.folder.write("taken.csv", taken.at("safe.csv")));
    REQUIRE(table.size() == 43);
    for (const auto* day : {"2026-11-22,", ",2026-11-23"}) CHECK(taken.at("safe.csv").find(day) == std::string::npos);
    CHECK_THAT(taken.at("safe.csv"), Catch::Matchers::ContainsSubstring("2026-11-22/2026-11-23"));
}

TEST_CASE("take-away: sealed responses stay sealed, and are opened from the stick by whoever has the key") {
    KioskWithStick kiosk;
    kiosk.keep_some(0, 8);
    REQUIRE(take_away(kiosk).ran.exit_code == 0);
    const auto taken = exports_on(kiosk.stick).front();
    CHECK(table_in(taken / "safe.csv").size() == 1);
    const auto opened = kiosk.folder.path() / "opened";
    const auto ran = Kiosk::bare(
        {"open", taken, "--key", kiosk.team.key, "--passphrase-file", kiosk.team.passphrase_file, "--to", opened});
    CHECK(ran.exit_code == 0);
    CHECK(table_in(opened / "safe.csv").size() == 9);
}

TEST_CASE("take-away: what follows is said of sealed responses as it is, and of others") {
    KioskWithStick kiosk;
    kiosk.keep_some(1, 0);
    const auto readme = [&] {
        const auto said = take_away(kiosk);
        REQUIRE(said.ran.exit_code == 0);
        return files_below(said.json["folder"].get<std::string>()).at("README.txt");
    };
    const auto open = Catch::Matchers::ContainsSubstring("when 40 belong together"),
               sealed = Catch::Matchers::ContainsSubstring("when their day is over and 8 belong together");
    CHECK_THAT(readme(), open && !sealed);
    {
        auto database = kiosk.database();
        REQUIRE(database.remember({"safe", "2", "", "MIIB", ""}));
    }
    CHECK_THAT(readme(), !open && sealed);
}

TEST_CASE("take-away: of sending is only said what can happen here") {
    KioskWithStick kiosk;
    const std::string own = "00000000-0000-4000-8000-000000000001";
    {
        auto database = kiosk.database();
        kiosk.keep(database, {{"sure", chosen("yes")}}, "safe", nullptr, "2026-11-24");
        REQUIRE(database.submit({own, "safe", "2", "2026-11-20", "<odd", ""}, {}));
    }
    const auto words = [&] {
        const auto said = take_away(kiosk);
        REQUIRE(said.ran.exit_code == 0);
        return said.json["sentence"].get<std::string>() + "\n" +
               files_below(said.json["folder"].get<std::string>()).at("README.txt");
    };
    using Catch::Matchers::ContainsSubstring;
    const auto never = words();
    CHECK_THAT(never, ContainsSubstring("Each holds all responses that earlier ones from this kiosk held, but for"));
    CHECK_THAT(never, ContainsSubstring("1-7 will follow, together with others.") &&
                          ContainsSubstring("1-7 will follow. Responses") &&
                          ContainsSubstring("together. Whoever looks after this computer gets them.") &&
                          ContainsSubstring("Whoever looks after the machine can take them:"));
    CHECK_THAT(never, !ContainsSubstring("are sent") && !ContainsSubstring("were sent") && !ContainsSubstring("sends"));
    kiosk.folder.write("kiosk.toml", files_below(kiosk.folder.path()).at("kiosk.toml") +
                                         "[upload]\nbase_url = \"http://127.0.0.1:9/v1\"\n");
    CHECK_THAT(words(), ContainsSubstring("together with others, if they are not sent first.") &&
                            ContainsSubstring("will follow, if they are not sent first. Responses") &&
                            ContainsSubstring("They are sent, or whoever looks after") &&
                            ContainsSubstring("The kiosk sends them, and whoever looks") &&
                            !ContainsSubstring("sent before"));
    {
        auto database = kiosk.database();
        const auto gone = kiosk.keep(database, {{"sure", chosen("yes")}}, "safe", nullptr, "2026-11-20");
        REQUIRE(database.receipt(gone, "2026-11-24"));
    }
    CHECK_THAT(words(), ContainsSubstring("or some of them were sent before.") &&
                            ContainsSubstring("or some of their group were sent before."));
}

TEST_CASE("take-away: never into a folder that is there, whatever that is, nor through a link") {
    KioskWithStick kiosk;
    kiosk.keep_some(1, 0);
    REQUIRE(take_away(kiosk).ran.exit_code == 0);
    const auto first = exports_on(kiosk.stick).front();
    const auto whole = files_below(first);
    const auto outside = kiosk.folder.write("outside/a", "x").parent_path();
    fs::create_directory_symlink(outside, first.string() + "-2");
    fs::create_symlink(kiosk.folder.path() / "nowhere", first.string() + "-3");
    kiosk.folder.write("media/" + first.filename().string() + "-4.part/SHA256SUMS.txt", "of somebody");
    kiosk.folder.write("media/" + first.filename().string() + "-4.part/photo.jpg", "x");
    fs::create_directory_symlink(outside, first.string() + "-5.part");
    kiosk.folder.write("media/" + first.filename().string() + "-6", "a file");
    kiosk.folder.write(std::string{"media/\xff\n\x1b[2J odd"}, "x");
    fs::create_directory_symlink("/", kiosk.stick / "all");
    fs::create_directory_symlink(".", kiosk.stick / "round");
    REQUIRE(::mkfifo((kiosk.stick / "pipe").c_str(), 0600) == 0);
    const auto said = take_away(kiosk);
    CHECK(said.ran.exit_code == 0);
    CHECK(said.json["folder"] == first.string() + "-7");
    CHECK(is_whole(first.string() + "-7"));
    CHECK(files_below(first) == whole);
    CHECK(names_in(outside) == std::set<std::string>{"a"});
    CHECK_FALSE(fs::exists(kiosk.folder.path() / "nowhere"));
    CHECK(names_in(first.string() + "-4.part") == std::set<std::string>{"SHA256SUMS.txt", "photo.jpg"});
}

TEST_CASE("take-away: a kiosk that has kept nothing has something to take, and is not made") {
    KioskWithStick kiosk;
    const auto said = take_away(kiosk);
    CHECK(said.ran.exit_code == 0);
    CHECK(said.json["sentence"].get<std::string>().starts_with("There are no responses in the kiosk."));
    CHECK(is_whole(exports_on(kiosk.stick).front()));
    CHECK_FALSE(fs::exists(kiosk.state()));
    kiosk.keep_some(1, 0);
    CHECK(take_away(kiosk).json["sentence"] ==
          "No responses leave yet. The counts of use are on the stick; they were read back and are whole. 1-7 will "
          "follow, together with others.");
    kiosk.keep_some(39, 0);
    const auto ran = kiosk.ctl(kiosk.taking());
    CHECK(
        ran.out.starts_with("40 responses are on the stick. They were read back and are whole. You can take the "
                            "stick out now.\n" +
                            kiosk.stick.string()));
}

TEST_CASE("take-away: no stick, more than one, or another one is said, with what to do") {
    KioskWithStick kiosk{false};
    kiosk.keep_some(1, 0);
    auto said = take_away(kiosk);
    CHECK(said.ran.exit_code == 5);
    CHECK(said.json["taken"] == false);
    CHECK(said.json["sentence"] == "There is no USB stick in the kiosk.");
    CHECK(says(said.ran, "There is no USB stick in the kiosk. Put a USB stick", ""));

    kiosk.folder.write("media/.talkpoint-stick", "");
    kiosk.folder.write("second/.talkpoint-stick", "");
    const auto second = kiosk.folder.path() / "second";
    auto toml = text_of(kiosk.config());
    toml.insert(toml.rfind(']'), ", \"" + second.string() + "\"");
    kiosk.folder.write("kiosk.toml", toml);
    said = take_away(kiosk);
    CHECK(said.ran.exit_code == 5);
    CHECK(said.json["sentence"] == "There are 2 USB sticks in the kiosk.");
    CHECK(names_in(kiosk.stick) == only_the_mark);
    CHECK(take_away(kiosk, {"--stick", second.string() + "/"}).ran.exit_code == 0);
    CHECK(exports_on(second).size() == 1);
    for (const auto& none : {kiosk.folder.path().string(), std::string{"/"}, kiosk.state().string()}) {
        said = take_away(kiosk, {"--stick", none});
        CHECK(said.ran.exit_code == 2);
        CHECK(said.json["sentence"] == "That USB stick is not in the kiosk.");
    }
    CHECK(names_in(kiosk.stick) == only_the_mark);
}

TEST_CASE("take-away: a database that is damaged is said to be the kiosk's trouble") {
    KioskWithStick kiosk;
    kiosk.folder.write("state/responses.db", std::string(8192, 'x'));
    const auto said = take_away(kiosk);
    CHECK(said.ran.exit_code == 5);
    CHECK(said.json["sentence"] == "The responses in the kiosk could not be read.");
    CHECK(names_in(kiosk.stick) == only_the_mark);
}

TEST_CASE("take-away: real sticks that are small, full, or locked") {
    KioskWithStick kiosk{false};
    kiosk.keep_some(40, 40);
    const auto before = files_below(kiosk.state());
    const auto mount = [&](unsigned long flags, const char* how) {
        return ::mount("none", kiosk.stick.c_str(), "tmpfs", flags, how) == 0;
    };
    const auto sentence = [&](int code) {
        const auto ran = kiosk.ctl(kiosk.taking({"--json"}));
        const auto json = Json::parse(ran.out);
        return ran.exit_code == code ? json["sentence"].get<std::string>() : ran.err;
    };
    const auto in_mounts = in_own_mounts([&] {
        // Said before anything is written.
        if (!mount(0, "size=1m")) return 1;
        if (!sentence(5).starts_with("There is not enough room on the stick: it has 1 MB, and ")) return 2;
        if (!names_in(kiosk.stick).empty()) return 3;
        // There is room for bytes, it says, and not for so many files.
        if (!mount(0, "size=40m,nr_inodes=60")) return 4;
        if (!sentence(5).starts_with("Not everything could be written on the stick. Nothing is lost")) return 5;
        if (!names_in(kiosk.stick).empty()) return 6;
        if (!mount(MS_RDONLY, "size=40m")) return 7;
        if (sentence(5) != "The stick can only be read.") return 8;
        if (!mount(0, "size=40m")) return 9;
        if (!sentence(0).starts_with("80 responses are on the stick.")) return 10;
        const auto exports = exports_on(kiosk.stick);
        return exports.size() == 1 && is_whole(exports.front()) ? 0 : 11;
    });
    if (in_mounts) CHECK(*in_mounts == 0);
    CHECK(files_below(kiosk.state()) == before);
}
