// `talkpointctl export` of what cannot stand in a table, and of a place that fails in the middle: the real program.
#include "base/files.hpp"
#include "catch.hpp"
#include "kiosk.hpp"
#include "store/own_mounts.hpp"
#include "tables.hpp"
#include "team.hpp"

#include <atomic>
#include <thread>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;

namespace {

constexpr const char* a_uuid = "00000000-0000-4000-8000-000000000001";
constexpr const char* another_uuid = "f0000000-0000-4000-8000-000000000002";

/// A response whose bytes are as given.
void keep_bytes(store::Database& database, const std::string& id, const std::string& body,
                const std::string& attachment) {
    REQUIRE(database.submit({id, "safe", "2", "2026-11-23", body, attachment}, {}));
}

/// Its files and rows, whatever the program does to the folder of a kiosk.
std::map<std::string, std::string> bytes_of(const Kiosk& kiosk) { return files_below(kiosk.state()); }

/// As Kiosk::ctl, where no file can be longer than 32 KiB: the disk is full, but for the small ones.
Ran ctl_on_a_full_disk(const Kiosk& kiosk, const fs::path& to) {
    return run_program({"/bin/sh", "-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "sh", TALKPOINT_BIN "/talkpointctl",
                        "export", "--to", to, "--config", kiosk.config(), "--state", kiosk.state()});
}

}  // namespace

TEST_CASE("export: sealed responses are in a folder, byte for byte, and not in the table") {
    Kiosk kiosk;
    const Team team;
    const auto out = kiosk.folder.path() / "out";
    std::map<std::string, std::string> expected;
    {
        auto database = kiosk.database();
        for (int i = 0; i < 3; ++i) kiosk.keep(database, {{"sure", chosen("yes")}});
        std::string parked;
        for (int i = 0; i < 5; ++i) parked = kiosk.keep(database, {{"sure", chosen("no")}}, "safe", &team.public_key);
        REQUIRE(database.park(parked, "the server refuses it", "then"));
        REQUIRE(database.for_each("", [&](const outbox::Record& record) {
            if (!record.sealed()) return;
            expected[record.id] = "";
            expected[record.id + "/submission.xml"] = record.body;
            expected[record.id + "/submission.xml.enc"] = record.attachment;
        }));
    }
    const auto ran = kiosk.ctl({"export", "--to", out});
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == joined("8 responses in ", out.string(), ", 5 of them sealed: talkpointctl open ", out.string(),
                            " --key FILE\n"));
    CHECK(table_in(out / "safe.csv").size() == 4);
    CHECK(expected.size() == 15);
    CHECK(files_below(out / "safe.sealed") == expected);
    CHECK(names_in(out) == std::set<std::string>{"safe.csv", "safe.codebook.csv", "safe.form.xml", "safe.sealed",
                                                 "use.csv", "use.codebook.csv"});

    const auto json = Json::parse(kiosk.ctl({"export", "--to", out, "--json"}).out);
    CHECK(json["rows"] == 3);
    CHECK(json["sealed"] == 5);
    CHECK(std::ranges::count(json["files"], Json((out / "safe.sealed").string())) == 1);
    CHECK(files_below(out / "safe.sealed") == expected);
}

TEST_CASE("export: what has been sent since is gone from the place, and so is what a broken export left") {
    Kiosk kiosk;
    const Team team;
    const auto out = kiosk.folder.path() / "out", folder = out / "safe.sealed";
    auto database = kiosk.database();
    const auto first = kiosk.keep(database, {}, "safe", &team.public_key);
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    CHECK(names_in(folder) == std::set<std::string>{first});
    const auto whole = names_in(out);

    REQUIRE(database.receipt(first, "2026-11-23"));
    const auto second = kiosk.keep(database, {}, "safe", &team.public_key);
    // Pulled out while it was built; and, worse, between the two renames.
    for (const bool worse : {false, true}) {
        kiosk.folder.write("out/safe.sealed.part/half/submission.xml", "<dat");
        kiosk.folder.write("out/safe.csv.part", "surv");
        kiosk.folder.write("out/safe.unreadable.part/x", "x");
        if (worse) fs::rename(folder, out / "safe.sealed.old");
        REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
        CHECK(names_in(folder) == std::set<std::string>{second});
        CHECK(names_in(out) == whole);
    }
    REQUIRE(database.receipt(second, "2026-11-23"));
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    CHECK_FALSE(fs::exists(folder));
}

TEST_CASE("export: something that is called like our folder and is none is not removed") {
    Kiosk kiosk;
    const Team team;
    auto database = kiosk.database();
    kiosk.keep(database, {}, "safe", &team.public_key);
    const auto photos = kiosk.folder.write("photos/a.jpg", "x").parent_path();
    const auto out = kiosk.folder.path() / "out";
    fs::create_directory(out);
    fs::create_directory_symlink(photos, out / "safe.sealed");
    const auto ran = kiosk.ctl({"export", "--to", out});
    CHECK(ran.exit_code == 5);
    CHECK(says(ran, (out / "safe.sealed").string() + ": ", "move it elsewhere"));
    CHECK(fs::exists(photos / "a.jpg"));
}

TEST_CASE("export: a body that cannot be read is kept as it is, and said") {
    Kiosk kiosk;
    auto database = kiosk.database();
    kiosk.keep(database, {{"sure", chosen("yes")}});
    const std::string odd = "<data id=\"safe\">\xff & no end";
    keep_bytes(database, a_uuid, odd, "");
    const auto out = kiosk.folder.path() / "out";
    const auto ran = kiosk.ctl({"export", "--to", out});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out == "2 responses in " + out.string() + "\n");
    CHECK(says(ran, out.string() + ": 1 of the responses cannot be read", "*.unreadable"));
    CHECK(table_in(out / "safe.csv").size() == 2);
    CHECK(files_below(out / "safe.unreadable") == std::map<std::string, std::string>{{joined(a_uuid, ".xml"), odd}});
    CHECK(Json::parse(kiosk.ctl({"export", "--to", out, "--json"}).out)["unreadable"] == 1);
}

TEST_CASE("export: a disk that is full in the middle leaves the last whole export, and the kiosk as it was") {
    Kiosk kiosk;
    const Team team;
    const auto out = kiosk.folder.path() / "out";
    {
        auto database = kiosk.database();
        kiosk.keep(database, {{"sure", chosen("yes")}});
        kiosk.keep(database, {}, "safe", &team.public_key);
        REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
        for (int i = 0; i < 5; ++i) kiosk.keep(database, {}, "safe", &team.public_key);
    }
    const auto whole = files_below(out);
    SECTION("a sealed one") {
        auto database = kiosk.database();
        keep_bytes(database, another_uuid, "<data/>", std::string(100'000, 'x'));
    }
    SECTION("the table") {
        auto database = kiosk.database();
        const auto often = chosen(std::string(10'000, 'a'));
        for (int i = 0; i < 12; ++i) kiosk.keep(database, {{"sure", often}});
    }
    const auto before = bytes_of(kiosk);
    const auto ran = ctl_on_a_full_disk(kiosk, out);
    CHECK(ran.exit_code == 5);
    CHECK(ran.out.empty());
    CHECK(says(ran, out.string() + "/safe.", "make room there"));
    CHECK(files_below(out) == whole);
    CHECK(bytes_of(kiosk) == before);
    CHECK(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    CHECK(files_below(out) != whole);
}

TEST_CASE("export: a stick that is full, or can only be read") {
    Kiosk kiosk;
    const Team team;
    {
        auto database = kiosk.database();
        for (int i = 0; i < 40; ++i) kiosk.keep(database, {}, "safe", &team.public_key);
    }
    const auto before = bytes_of(kiosk);
    const auto out = kiosk.folder.path() / "stick";
    fs::create_directory(out);
    const auto full = in_own_mounts([&] {
        if (::mount("none", out.c_str(), "tmpfs", 0, "size=160k") != 0) return 1;
        const auto ran = kiosk.ctl({"export", "--to", out});
        if (ran.exit_code != 5) return 2;
        if (!says(ran, out.string() + "/safe.sealed.part/", "make room there")) return 3;
        if (!names_in(out).empty()) return 4;
        if (::mount("none", out.c_str(), "tmpfs", MS_REMOUNT, "size=4m") != 0) return 5;
        return kiosk.ctl({"export", "--to", out}).exit_code == 0 && names_in(out / "safe.sealed").size() == 40 ? 0 : 6;
    });
    if (full) CHECK(*full == 0);
    const auto read_only = in_own_mounts([&] {
        if (!make_read_only(out.c_str())) return 1;
        const auto ran = kiosk.ctl({"export", "--to", out});
        if (ran.exit_code != 5) return 2;
        return says(ran, out.string() + "/safe.csv: ", "choose a place that can be written") ? 0 : 3;
    });
    if (read_only) CHECK(*read_only == 0);
    CHECK(bytes_of(kiosk) == before);
}

TEST_CASE("export: the kiosk may write meanwhile: every row has all its columns") {
    Kiosk kiosk;
    auto database = kiosk.database();
    for (int i = 0; i < 300; ++i) kiosk.keep(database, {{"sure", chosen("yes")}});
    std::atomic<bool> enough = false;
    std::thread writer{[&] {  // no CHECK here: Catch is for one thread
        base::Random random{8};
        for (int i = 0; !enough && i < 2000; ++i) {
            const auto id = base::uuid_v4(random);
            const survey::Response response{
                .survey = "safe", .answers = {{"only" + std::to_string(i), chosen("here")}}, .period = "2026-11-23"};
            const auto body = openrosa::write_instance(response, id, "2", nullptr);
            if (!body || !database.submit({id, "safe", "2", "2026-11-23", *body, ""}, {})) return;
        }
    }};
    const auto out = kiosk.folder.path() / "out";
    std::size_t incomplete = 0, rows = 0;
    for (int i = 0; i < 12; ++i) {
        CHECK(kiosk.ctl({"export", "--to", out}).exit_code == 0);
        const auto table = table_in(out / "safe.csv");
        rows = table.size() - 1;
        std::size_t only = 0;
        for (const auto& row : table) only += static_cast<std::size_t>(std::ranges::count(row, "here"));
        incomplete += rows - 300 - only;
    }
    enough = true;
    writer.join();
    CHECK(rows > 300);
    CHECK(incomplete == 0);
}

TEST_CASE("export: two at once into one folder: the second waits, then says so") {
    Kiosk kiosk;
    const auto out = kiosk.folder.path() / "out";
    fs::create_directory(out);
    const auto held = base::FileLock::take_folder(out);
    const auto ran = kiosk.ctl({"export", "--to", out});
    CHECK(ran.exit_code == 5);
    CHECK(says(ran, out.string() + ": ", "another program is writing here"));
    CHECK(names_in(out).empty());
}
