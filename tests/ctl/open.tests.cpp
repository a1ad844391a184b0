// `talkpointctl open`, the real program: on another computer than the kiosk, without its configuration.
#include "catch.hpp"
#include "kiosk.hpp"
#include "tables.hpp"
#include "team.hpp"

#include <sys/stat.h>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;

namespace {

Ran open_with(const Team& team, const fs::path& folder, std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"open", folder, "--key", team.key, "--passphrase-file", team.passphrase_file};
    words.insert(words.end(), more.begin(), more.end());
    return Kiosk::bare(words);
}

std::vector<std::string> sorted_lines(const fs::path& file) {
    std::istringstream text{text_of(file)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    std::ranges::sort(lines);
    return lines;
}

/// A kiosk with an export: one response in the clear, three sealed.
struct Exported {
    Kiosk kiosk;
    Team team;
    fs::path out = kiosk.folder.path() / "out";
    std::vector<std::string> ids;
    Exported() {
        auto database = kiosk.database();
        kiosk.keep(database, {{"sure", chosen("yes")}});
        for (int i = 0; i < 3; ++i)
            ids.push_back(kiosk.keep(database, {{"sure", chosen("no")}}, "safe", &team.public_key));
        REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    }
    [[nodiscard]] fs::path response(std::size_t i) const { return out / "safe.sealed" / ids.at(i); }
};

/// A response of a person who answered so, under this id.
survey::Response answered(const Answers& answers) {
    return {.survey = "safe",
            .version = "2",
            .language = "en",
            .answers = answers,
            .site = "@plymouth",
            .period = "2026-W48",
            .audience = "parent adult",
            .event = "=fair",
            .phase = "after",
            .flag = "straight",
            .trusted_clock = false};
}

}  // namespace

TEST_CASE("open: the tables are byte for byte what an export in the clear would have") {
    const std::vector<Answers> all = {
        {{"who", chosen("friend", "nobody")}, {"sure", chosen("yes")}},
        {{"who", {survey::Answer::Kind::chosen, {}}}, {"sure", {survey::Answer::Kind::not_saying, {}}}},
        {{"who", chosen("friend")}, {"sure", skipped}, {"older", chosen("a", "b")}, {"zeal", chosen("-x")}},
        {{"sure", chosen("=1+1")}},
        {}};
    const Team team;
    std::map<bool, fs::path> out;
    const Kiosk clear, sealed;
    for (const auto* kiosk : {&clear, &sealed}) {
        auto database = kiosk->database();
        base::Random random{5};
        for (const auto& answers : all) {
            const auto id = base::uuid_v4(random);
            const auto body = openrosa::write_instance(answered(answers), id, "2", nullptr).value();
            openrosa::Sealed kept{body, ""};
            if (kiosk == &sealed)
                kept = openrosa::seal(body, {"safe", "2", openrosa::instance_id(id)}, team.public_key).value();
            REQUIRE(database.submit({id, "safe", "2", "2026-W48", kept.manifest, kept.attachment}, {}));
        }
        out[kiosk == &sealed] = kiosk->folder.path() / "out";
        REQUIRE(kiosk->ctl({"export", "--to", out[kiosk == &sealed]}).exit_code == 0);
    }
    const auto ran = open_with(team, out[true], {"--json"});
    CHECK(ran.err.empty());
    CHECK(ran.exit_code == 0);
    const auto file = out[true] / "opened/safe.csv";
    CHECK(Json::parse(ran.out) ==
          Json({{"files", {file.string()}}, {"rows", all.size()}, {"copies", 0}, {"failed", 0}}));
    CHECK(table_in(file).size() == all.size() + 1);
    CHECK(sorted_lines(file) == sorted_lines(out[false] / "safe.csv"));
    // Rows that tell nothing of their order, and nothing else beside them.
    CHECK(text_of(file) == text_of(out[false] / "safe.csv"));
    CHECK(names_in(out[true] / "opened") == std::set<std::string>{"safe.csv"});
    CHECK(text_of(file).find("'=1+1") != std::string::npos);
}

TEST_CASE("open: the tables of an export stay, and the opened ones are for nobody else") {
    const Exported given;
    const auto before = files_below(given.out);
    const auto ran = open_with(given.team, given.out);
    CHECK(ran.exit_code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == "3 responses in " + (given.out / "opened").string() + "\n");
    struct stat info{};
    REQUIRE(::stat((given.out / "opened").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0700);
    CHECK(open_with(given.team, given.out).exit_code == 0);  // again
    auto after = files_below(given.out);
    CHECK(after.erase("opened") + after.erase("opened/safe.csv") == 2);
    CHECK(after == before);

    const auto onto = open_with(given.team, given.out, {"--to", given.out});
    CHECK(onto.exit_code == 2);
    CHECK(says(onto, given.out.string() + ": ", "choose another --to"));
    CHECK(text_of(given.out / "safe.csv") == before.at("safe.csv"));
    const auto elsewhere = given.kiosk.folder.path() / "team/new/";
    CHECK(open_with(given.team, given.out, {"--to", elsewhere}).exit_code == 0);
    REQUIRE(::stat(elsewhere.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0700);
}

TEST_CASE("open: one folder of an export, the folders of many kiosks, and what Briefcase collected") {
    const Exported given;
    SECTION("one folder of it") {
        const auto ran = open_with(given.team, given.out / "safe.sealed/", {"--to", given.out / "opened"});
        CHECK(ran.exit_code == 0);
        CHECK(table_in(given.out / "opened/safe.csv").front() == table_in(given.out / "safe.csv").front());
    }
    SECTION("one response of it") { CHECK(open_with(given.team, given.response(1)).out.starts_with("1 response in ")); }
    SECTION("many, with copies") {
        const auto all = given.kiosk.folder.path() / "all";
        for (const auto* name : {"a", "b/monday"}) {
            fs::create_directories(all / name);
            fs::copy(given.out, all / name, fs::copy_options::recursive);
        }
        const auto ran = open_with(given.team, all);
        CHECK(ran.exit_code == 0);
        CHECK(ran.out == "3 responses in " + (all / "opened").string() + ", 3 more were a copy\n");
        CHECK(table_in(all / "opened/safe.csv").size() == 4);
    }
    SECTION("Briefcase, where nothing says what the columns are") {
        const auto storage = given.kiosk.folder.path() / "ODK Briefcase Storage";
        fs::create_directories(storage / "forms/What is safe");
        fs::copy(given.out / "safe.sealed", storage / "forms/What is safe/instances", fs::copy_options::recursive);
        CHECK(open_with(given.team, storage).exit_code == 0);
        const auto table = table_in(storage / "opened/safe.csv");
        CHECK(table.at(3).at(place_of(table, "sure")) == "no");
    }
}

TEST_CASE("open: what cannot be opened is said, each with its place, and the others are opened") {
    const Exported given;
    const auto spoil = [&](const fs::path& file, std::string_view bytes) {
        std::ofstream{file, std::ios::binary} << bytes;
    };
    const auto changed = [](std::string text) {
        text.at(text.size() / 2) = static_cast<char>(text.at(text.size() / 2) ^ 1);
        return text;
    };
    std::string why, what = given.response(1);
    SECTION("a letter of the answers") {
        const auto file = given.response(1) / "submission.xml.enc";
        spoil(file, changed(text_of(file)));
        why = "is damaged";  // or the signature does not fit
    }
    SECTION("cut short") {
        fs::resize_file(given.response(1) / "submission.xml.enc", 32);
        why = "is damaged";
    }
    SECTION("no XML") {
        spoil(given.response(1) / "submission.xml", "\x01\xff<");
        why = "not whole XML";
    }
    SECTION("another's") {
        fs::copy_file(given.response(0) / "submission.xml.enc", given.response(1) / "submission.xml.enc",
                      fs::copy_options::overwrite_existing);
        why = "is damaged";
    }
    SECTION("huge") {
        fs::resize_file(given.response(1) / "submission.xml", std::uintmax_t{1} << 40);
        why = "larger than any response";
    }
    SECTION("gone") {
        fs::remove(given.response(1) / "submission.xml.enc");
        what += "/submission.xml.enc";
        why = "is missing";
    }
    SECTION("a link to elsewhere") {
        fs::rename(given.response(1) / "submission.xml.enc", given.out / "elsewhere");
        fs::create_symlink(given.out / "elsewhere", given.response(1) / "submission.xml.enc");
        what += "/submission.xml.enc";
        why = "is a link";
    }
    SECTION("sealed with another key") {
        const auto other = openrosa::make_key_pair("another one").value();
        base::Problems problems;
        const auto key =
            openrosa::PublicKey::load(given.kiosk.folder.write("other.pem", other.public_pem), {}, problems);
        REQUIRE(key);
        const auto sealed = openrosa::seal("<data/>", {"safe", "2", "uuid:x"}, *key).value();
        spoil(given.response(1) / "submission.xml", sealed.manifest);
        spoil(given.response(1) / "submission.xml.enc", sealed.attachment);
        why = "another key";
    }
    SECTION("not a response of ours") {
        const auto sealed = openrosa::seal("<data/>", {"safe", "2", "uuid:x"}, given.team.public_key).value();
        spoil(given.response(1) / "submission.xml", sealed.manifest);
        spoil(given.response(1) / "submission.xml.enc", sealed.attachment);
        why = "is not a response of a kiosk";
    }
    SECTION("the id of another") {
        const auto body = openrosa::write_instance(answered({}), given.ids[0], "2", nullptr).value();
        const auto sealed =
            openrosa::seal(body, {"safe", "2", openrosa::instance_id(given.ids[0])}, given.team.public_key).value();
        const auto forged = given.out / "safe.sealed" / "zzz";
        fs::rename(given.response(1), forged);
        spoil(forged / "submission.xml", sealed.manifest);
        spoil(forged / "submission.xml.enc", sealed.attachment);
        what = forged;
        why = "has the id of another response";
    }
    SECTION("half-written") {
        fs::create_directory(given.out / "old");
        fs::rename(given.response(1), given.out / "old/safe.sealed.part");
        what = given.out / "old/safe.sealed.part";
        why = "ended in the middle";
    }
    const auto ran = open_with(given.team, given.out);
    INFO(ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out == "2 responses in " + (given.out / "opened").string() + ", 1 could not be opened\n");
    CHECK((says(ran, what, why) || (why == "is damaged" && says(ran, what, "signature"))));
    CHECK(table_in(given.out / "opened/safe.csv").size() == 3);
}

TEST_CASE("open: with another key, a wrong passphrase or none nothing is written") {
    const Exported given;
    const auto before = files_below(given.out);
    const auto other =
        given.kiosk.folder.write("other.pem", openrosa::make_key_pair("another one").value().private_pem);
    const auto refused = [&](std::vector<std::string> words, const std::string& why) {
        words.insert(words.begin(), {"open", given.out});
        const auto ran = Kiosk::bare(words);
        INFO(ran.err);
        CHECK(ran.exit_code == 2);
        CHECK(ran.err.find(why) != std::string::npos);
        CHECK(files_below(given.out) == before);
    };
    const auto wrong = given.kiosk.folder.write("wrong", "another one\n");
    refused({"--key", other, "--passphrase-file", wrong}, given.response(0).string() + ": is sealed with another key");
    refused({"--key", given.team.key, "--passphrase-file", wrong}, given.team.key.string() + ": ");
    refused({"--key", given.team.key}, "no passphrase was given");
    refused({"--key", given.out / "none"}, "no such file");
    refused({"--key", given.kiosk.config()}, "kiosk.toml: ");
    refused({}, "--key");
}

TEST_CASE("open: a folder that has nothing to open, or is none") {
    const Team team;
    const TempFolder folder;
    for (const auto& place : {folder.path(), folder.path() / "none", folder.write("file", "x")}) {
        const auto ran = open_with(team, place);
        CHECK(ran.exit_code == 2);
        CHECK(says(ran, place.string() + ": ", "name the folder of an export"));
    }
    CHECK(names_in(folder.path()) == std::set<std::string>{"file"});
}

TEST_CASE("open: a folder from somebody who means harm takes no time and leads nowhere") {
    const Exported given;
    const auto& out = given.out;
    // Round in circles, out of it, deeper than anybody looks, many, and names that are no names.
    fs::create_directory_symlink(out, out / "circle.sealed");
    fs::create_directory_symlink("/", out / "root");
    fs::path deep = out;
    for (int i = 0; i < 300; ++i) deep /= "d";
    fs::create_directories(deep);
    const auto many = out / "many";
    fs::create_directory(many);
    for (int i = 0; i < 5'000; ++i) ::mkdir((many / std::to_string(i)).c_str(), 0700);
    const auto odd = out / "\x1b[2J\xff\n.sealed" / "a\nb";
    fs::create_directories(odd);
    std::ofstream{odd / "submission.xml"} << "<data/>";
    REQUIRE(::mkfifo((odd / "submission.xml.enc").c_str(), 0600) == 0);
    std::ofstream{out / "bad.form.xml"} << "<html";
    const auto ran = open_with(given.team, out);
    CHECK(ran.exit_code == 3);
    CHECK(ran.out.starts_with("3 responses in "));
    CHECK(says(ran, (out / "circle.sealed").string(), "is a link"));
    CHECK(says(ran, (out / "bad.form.xml").string(), "columns may be missing"));
    CHECK(says(ran, (out / "?[2J??.sealed/a?b/submission.xml.enc").string(), "is a link or no file"));
    CHECK(std::ranges::none_of(ran.err, [](char c) { return c < 0x20 && c >= 0 && c != '\n'; }));
}

TEST_CASE("open: a survey's id from a sealed response never names a path, and a formula is none") {
    Kiosk kiosk;
    const Team team;
    {
        auto database = kiosk.database();
        kiosk.keep(database, {{"x", chosen("=cmd")}}, "../../../evil", &team.public_key);
    }
    const auto out = kiosk.folder.path() / "out";
    REQUIRE(kiosk.ctl({"export", "--to", out}).exit_code == 0);
    REQUIRE(open_with(team, out).exit_code == 0);
    const auto names = names_in(out / "opened");
    REQUIRE(names.size() == 1);
    CHECK(names.begin()->starts_with("_________evil-"));
    const auto table = table_in(out / "opened" / *names.begin());
    CHECK(table.at(1).at(place_of(table, "x")) == "'=cmd");
}
