#include "config/config.hpp"
#include "base/strings.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <sys/stat.h>

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

struct Loaded {
    std::optional<config::Config> config;
    base::Problems problems;
    fs::path folder;
};

Loaded load(std::string_view text) {
    const TempFolder folder;
    Loaded out;
    out.folder = folder.path();
    out.config = config::load_config(folder.write("kiosk.toml", text), out.problems);
    return out;
}

std::string shown(const base::Problems& problems) {
    std::string out;
    for (const auto& problem : problems) out += problem.text() + "\n";
    return out;
}

bool refuses(const Loaded& loaded, int line, std::string_view part) {
    return !loaded.config && std::ranges::any_of(loaded.problems, [&](const base::Problem& problem) {
        return problem.severity == base::Severity::error && problem.line == line &&
               problem.message.find(part) != std::string::npos;
    });
}

std::string read(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

const fs::path shipped = fs::path{TALKPOINT_SOURCE} / "kiosk_config/kiosk.toml";

}  // namespace

TEST_CASE("an empty file and empty tables mean the defaults") {
    const auto* text =
        GENERATE("", "# nothing\n",
                 "[site]\n[display]\n[content]\n[languages]\n[visit]\n[survey]\n[privacy]\n[sound]\n[upload]\n");
    const auto out = load(text);
    INFO(shown(out.problems));
    REQUIRE(out.config);
    CHECK(out.problems.empty());
    const auto& config = *out.config;
    CHECK(config.file.string() == (out.folder / "kiosk.toml").string());
    CHECK(config.site.id == "unnamed-site");
    CHECK(config.site.name == "Talkpoint");
    CHECK(config.site.profile.empty());
    CHECK(config.display.width_mm == 476);
    CHECK(config.display.rotation == 0);
    CHECK(config.content_root.string() == (out.folder.parent_path() / "content").string());
    CHECK(config.packs == std::vector<std::string>{"healthy-relationships"});
    CHECK(config.pack_folder("x").string() == (out.folder.parent_path() / "content/x").string());
    CHECK(config.languages == std::vector<std::string>{"en"});
    CHECK(config.idle_s == 45);
    CHECK(config.warn_s == 20);
    CHECK(config.surveys.empty());
    CHECK(config.every_survey);
    CHECK(config.period == config::Period::day);
    CHECK(config.batch_min == 5);
    CHECK(config.upload.base_url.empty());
    CHECK(config.upload.token_file.empty());
    CHECK(config.upload.ca_file.empty());
    CHECK(config.upload.proxy.empty());
    CHECK(config.upload.every_min == 10);
    CHECK(config.sound.volume == 60);
    CHECK(config.sound.headphones == config::Headphones::detect);
    CHECK(config.sound.read_aloud);
}

TEST_CASE("every key is read") {
    const TempFolder folder;
    folder.write("sites/plymouth.toml", "");
    base::Problems problems;
    const auto config = config::load_config(
        folder.write("kiosk.toml",
                     "[site]\nid = \"plymouth-ernesettle\"\nname = \"Ernesettle\"\nprofile = \"plymouth\"\n"
                     "[display]\nwidth_mm = 697.5\nviewing_distance_mm = 700\nmount_height_mm = 800\nrotation = 270\n"
                     "[content]\nroot = \"packs\"\npacks = [\"b\", \"a\"]\n"
                     "[languages]\noffered = [\"cy\", \"en-GB\", \"zh-Hant\"]\n"
                     "[visit]\nidle_s = 60\nwarn_s = 30\n"
                     "[survey]\noffered = []\n"
                     "[privacy]\nperiod = \"half-day\"\nbatch_min = 10\n"
                     "[upload]\nbase_url = \"https://odk.example.org/{token}/\"\ntoken_file = \"secret/token\"\n"
                     "public_key_file = \"/etc/talkpoint/key.pem\"\nuser = \"kiosk\"\npassword_file = \"password\"\n"
                     "ca_file = \"ca.pem\"\nproxy = \"http://proxy:3128\"\nevery_min = 30\n"
                     "[access]\nscanning = true\n"
                     "[sound]\nvolume = 80\nheadphones = \"always\"\nread_aloud = false\n"),
        problems);
    INFO(shown(problems));
    REQUIRE(config);
    CHECK(problems.empty());
    CHECK(config->site.id == "plymouth-ernesettle");
    CHECK(config->site.name == "Ernesettle");
    CHECK(config->site.profile == "plymouth");
    CHECK(config->display.width_mm == 697.5);
    CHECK(config->display.viewing_distance_mm == 700);
    CHECK(config->display.mount_height_mm == 800);
    CHECK(config->display.rotation == 270);
    CHECK(config->content_root.string() == (folder.path() / "packs").string());
    CHECK(config->packs == std::vector<std::string>{"b", "a"});
    CHECK(config->languages == std::vector<std::string>{"cy", "en-GB", "zh-Hant"});
    CHECK(config->idle_s == 60);
    CHECK(config->warn_s == 30);
    CHECK(config->scanning);
    CHECK(config->surveys.empty());
    CHECK(config->period == config::Period::half_day);
    CHECK(config->batch_min == 10);
    CHECK(config->upload.base_url == "https://odk.example.org/{token}");
    CHECK(config->upload.token_file.string() == (folder.path() / "secret/token").string());
    CHECK(config->upload.public_key_file.string() == "/etc/talkpoint/key.pem");
    CHECK(config->upload.user == "kiosk");
    CHECK(config->upload.password_file.string() == (folder.path() / "password").string());
    CHECK(config->upload.ca_file.string() == (folder.path() / "ca.pem").string());
    CHECK(config->upload.proxy == "http://proxy:3128");
    CHECK(config->upload.every_min == 30);
    CHECK(config->sound.volume == 80);
    CHECK(config->sound.headphones == config::Headphones::always);
    CHECK_FALSE(config->sound.read_aloud);
}

TEST_CASE("each period has its name") {
    CHECK(config::name_of(config::Period::day) == "day");
    CHECK(config::name_of(config::Period::half_day) == "half-day");
    CHECK(config::name_of(config::Period::week) == "week");
    for (const auto* name : {"day", "half-day", "week"})
        CHECK(config::name_of(load(joined("[privacy]\nperiod = \"", name, "\"\n")).config->period) == name);
}

TEST_CASE("numbers have a range, both ends of it included") {
    struct Range {
        const char *table, *key;
        int least, most;
    };
    for (const auto& [table, key, least, most] :
         {Range{"display", "width_mm", 100, 3000}, Range{"display", "viewing_distance_mm", 200, 3000},
          Range{"display", "mount_height_mm", 0, 2500}, Range{"visit", "idle_s", 10, 3600},
          Range{"visit", "warn_s", 20, 600}, Range{"privacy", "batch_min", 1, 1000}, Range{"sound", "volume", 10, 100},
          Range{"upload", "every_min", 1, 1440}}) {
        CAPTURE(key);
        const auto with = [&](int value) {
            return load(joined("[", table, "]\n", key, " = ", std::to_string(value), "\n"));
        };
        CHECK(with(least).config);
        CHECK(with(most).config);
        const auto range = joined("from ", std::to_string(least), " to ", std::to_string(most));
        CHECK(refuses(with(least - 1), 2, range));
        CHECK(refuses(with(most + 1), 2, range));
    }
    CHECK(refuses(load("[visit]\nwarn_s = 5\n"), 2, "at least 20 s to go on"));
}

TEST_CASE("a panel that hangs too high for its controls to come within reach is a warning") {
    CHECK(load("[display]\nmount_height_mm = 903\n").problems.empty());
    const auto high = load("[display]\nmount_height_mm = 904\n");
    REQUIRE(high.config);
    REQUIRE(high.problems.size() == 1);
    CHECK(high.problems[0].severity == base::Severity::warning);
    CHECK(high.problems[0].line == 2);
    CHECK_THAT(high.problems[0].message, Catch::Matchers::ContainsSubstring("higher than 903 mm"));
    CHECK_FALSE(load("").config->scanning);
}

TEST_CASE("numbers that are none are refused") {
    CHECK(refuses(load("[display]\nwidth_mm = nan\n"), 2, "from 100 to 3000"));
    CHECK(refuses(load("[display]\nwidth_mm = inf\n"), 2, "from 100 to 3000"));
    CHECK(refuses(load("[visit]\nidle_s = 45.5\n"), 2, "a whole number"));
    CHECK(refuses(load("[visit]\nidle_s = 9223372036854775807\n"), 2, "from 10 to 3600"));
    CHECK(refuses(load("[visit]\nidle_s = 4294967341\n"), 2, "from 10 to 3600"));  // 45 in 32 bits
    CHECK(refuses(load("[display]\nwidth_mm = \"476\"\n"), 2, "a number"));
    for (const auto* turn : {"45", "-90", "360", "4294967386"})
        CHECK(refuses(load(joined("[display]\nrotation = ", turn, "\n")), 2, "0, 90, 180 or 270"));
}

TEST_CASE("wrong values are errors on their line") {
    const auto [text, line, complaint] = GENERATE(table<std::string, int, std::string>({
        {"[site]\nid = \"Plymouth!\"\n", 2, "small letters"},
        {"[site]\nname = \" \"\n", 2, "\"name\" is empty"},
        {"[site]\nprofile = \"plymouth\"\n", 2, "there is no sites/plymouth.toml"},
        {"[site]\nprofile = \"../kiosk\"\n", 2, "small letters"},
        {"[content]\npacks = []\n", 2, "at least one"},
        {"[content]\npacks = [\n\"a\",\n\"../b\"]\n", 4, "\"../b\" is not a name"},
        {"[content]\npacks = [\"a\", \"b\", \"a\"]\n", 2, "name it once"},
        {"[content]\nroot = 1\n", 2, "text in quotation marks"},
        {"[languages]\noffered = []\n", 2, "at least one"},
        {"[languages]\noffered = [\"English\"]\n", 2, "not a language code"},
        {"[languages]\noffered = [\"EN\"]\n", 2, "not a language code"},
        {"[languages]\noffered = [\"en-\"]\n", 2, "not a language code"},
        {"[languages]\noffered = [\"../en\"]\n", 2, "not a language code"},
        {"[languages]\noffered = [\"en\", \"en\"]\n", 2, "name it once"},
        {"[survey]\noffered = [\"a/b\"]\n", 2, "not a name"},
        {"[privacy]\nperiod = \"hour\"\n", 2, "\"day\", \"half-day\" or \"week\""},
        {"[sound]\nheadphones = \"yes\"\n", 2, "\"detect\", \"always\" or \"never\""},
        {"[sound]\nheadphones = true\n", 2, "text in quotation marks"},
        {"[sound]\nread_aloud = \"no\"\n", 2, "true or false"},
        {"[sound]\nvolume = \"60\"\n", 2, "a whole number"},
        {"[sound]\nvolumes = 60\n", 2, "did you mean \"volume\"?"},
        {"[upload]\nbase_url = \"http://example.org\"\n", 2, "unprotected"},
        {"[upload]\nbase_url = \"https://example.org/{token}\"\n", 2, "\"token_file\""},
        {"[upload]\nbase_url = \"https://example.org/{token}\"\ntoken_file = \"\"\n", 2, "\"token_file\""},
        {"[upload]\nproxy = \"proxy.example.org:3128\"\n", 2, "must begin with"},
        {"[upload]\nuser = \"x\"\n", 2, "belong together"},
        {"[upload]\npassword_file = \"x\"\n", 2, "belong together"},
        {"[site]\nid = \"a\"\nnmae = \"b\"\n", 3, "did you mean \"name\"?"},
        {"[sitte]\n", 1, "did you mean \"site\"?"},
        {"idle_s = 45\n", 1, "unknown key \"idle_s\""},
        {"site = 1\n", 1, "a table"},
        {"[[site]]\n", 1, "a table"},
        {"[site]\nid = \"a\n", 2, "not valid TOML"},
        {"[site]\nid = \"a\"\nid = \"b\"\n", 3, "not valid TOML"},
        {"[site]\nname = \"\\u0007\"\n", 2, "control characters"},
    }));
    CAPTURE(text);
    const auto out = load(text);
    INFO(shown(out.problems));
    CHECK(refuses(out, line, complaint));
}

TEST_CASE("all problems are reported, in the order of the file") {
    const auto out =
        load("[visit]\nidle_s = 1\nwarn = 20\n[site]\nid = \"A\"\n[display]\nrotation = 1\nwidth_mm = 1\n");
    INFO(shown(out.problems));
    CHECK_FALSE(out.config);
    CHECK(out.problems.size() == 5);
    CHECK(std::ranges::is_sorted(out.problems, {}, &base::Problem::line));
}

TEST_CASE("problems from before do not refuse a good configuration") {
    const TempFolder folder;
    base::Problems problems{{base::Severity::error, "other", 0, "earlier"}};
    CHECK(config::load_config(folder.write("kiosk.toml", ""), problems));
    CHECK(problems.size() == 1);
}

TEST_CASE("a site's profile lies beside the configuration") {
    const TempFolder folder;
    folder.write("sites/plymouth.toml", "");
    fs::create_directories(folder.path() / "sites/folder.toml");
    base::Problems problems;
    CHECK(config::load_config(folder.write("kiosk.toml", "[site]\nprofile = \"plymouth\"\n"), problems));
    CHECK_FALSE(config::load_config(folder.write("kiosk.toml", "[site]\nprofile = \"folder\"\n"), problems));
}

TEST_CASE("paths are relative to the file, not to where the program runs") {
    const TempFolder folder;
    folder.write("here/kiosk.toml", "[content]\nroot = \"../packs\"\n");
    const auto before = fs::current_path();
    fs::current_path(folder.path());
    base::Problems problems;
    const auto config = config::load_config("here/kiosk.toml", problems);
    fs::current_path(before);
    REQUIRE(config);
    CHECK(config->content_root.string() == (folder.path() / "packs").string());
}

TEST_CASE("a file that cannot be read is one problem") {
    const TempFolder folder;
    fs::create_directory(folder.path() / "folder");
    ::mkfifo((folder.path() / "pipe").c_str(), 0600);
    folder.write("large", std::string(10UL * 1024 * 1024, '#'));
    folder.write("latin", "[site]\nname = \"caf\xe9\"\n");
    std::string dotted = "a";
    for (int i = 0; i < 30'000; ++i) dotted += ".a";
    folder.write("deep", joined(dotted, " = 1\n"));
    for (const auto* name : {"none", "folder", "pipe", "large", "latin", "deep"}) {
        CAPTURE(name);
        base::Problems problems;
        CHECK_FALSE(config::load_config(folder.path() / name, problems));
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].path == (folder.path() / name).string());
    }
    base::Problems problems;
    (void)config::load_config(folder.path() / "latin", problems);
    CHECK(problems[0].line == 2);
}

TEST_CASE("the shipped configuration is sound") {
    base::Problems problems;
    const auto config = config::load_config(shipped, problems);
    INFO(shown(problems));
    REQUIRE(config);
    CHECK(problems.empty());
    CHECK(config->site.id == "plymouth-ernesettle");
    REQUIRE(config->profile);
    CHECK(config->profile->id == "plymouth");
    CHECK(config->packs == config->profile->packs);
    CHECK(config->packs.size() == 12);
    CHECK(config->surveys.size() == 7);
    CHECK(config->languages.size() == 6);
    CHECK_FALSE(config->every_survey);
    CHECK(config->upload.base_url.empty());
    CHECK(fs::is_directory(config->content_root));
}

TEST_CASE("the shipped configuration shows every key that is read") {
    const auto text = read(shipped);
    // An unknown key is answered with all the known ones.
    for (const auto* table :
         {"site", "display", "content", "languages", "opening", "visit", "survey", "privacy", "sound", "upload"}) {
        CHECK(text.find(joined("\n[", table, "]\n")) != std::string::npos);
        const auto out = load(joined("[", table, "]\nqqqqqqqqqqqqqqq = 1\n"));
        REQUIRE(out.problems.size() == 1);
        const auto& message = out.problems[0].message;
        const auto listed = message.substr(message.find("use one of: ") + 12);
        for (const auto& key : base::split(listed, ',')) {
            CAPTURE(table, key);
            const bool shown = text.find(joined("\n", base::trim(key), " = ")) != std::string::npos ||
                               text.find(joined("\n# ", base::trim(key), " = ")) != std::string::npos;
            CHECK(shown);
        }
    }
}

TEST_CASE("no prefix of the shipped configuration crashes") {
    const auto text = read(shipped);
    REQUIRE(text.size() > 1000);
    const TempFolder folder;
    for (std::size_t length = 0; length < text.size(); ++length) {
        base::Problems problems;
        const auto config = config::load_config(folder.write("kiosk.toml", text.substr(0, length)), problems);
        CAPTURE(length);
        CHECK(config.has_value() == problems.empty());
    }
}

TEST_CASE("a panel that is too small for true sizes is used, with a warning") {
    const TempFolder folder;
    base::Problems problems;
    const auto config = config::load_config(folder.write("kiosk.toml", "[display]\nwidth_mm = 222\n"), problems);
    REQUIRE(config);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].severity == base::Severity::warning);
    CHECK(problems[0].line == 2);
}

TEST_CASE("config: [staff] and the keys of packs", "[config]") {
    const tests::TempFolder folder;
    base::Problems problems;
    const auto usual = config::load_config(folder.write("kiosk.toml", "[staff]\n"), problems);
    REQUIRE(usual);
    CHECK_FALSE(usual->staff.require_checklist);
    CHECK(usual->staff.sticks.size() == 3);
    const auto config =
        config::load_config(folder.write("kiosk.toml",
                                         "[content]\nkeys = [\"keys/team.pem\"]\n[staff]\nrequire_checklist = true\n"
                                         "project_page = \"https://example.org/together\"\nsticks = [\"stick\"]\n"),
                            problems);
    REQUIRE(config);
    CHECK(config->staff.require_checklist);
    CHECK(config->staff.project_page == "https://example.org/together");
    CHECK(config->staff.sticks == std::vector<std::filesystem::path>{folder.path() / "stick"});
    CHECK(config->pack_keys == std::vector<std::filesystem::path>{folder.path() / "keys/team.pem"});
    for (const auto* page : {"http://example.org", "example.org", "https://example.org/a b"})
        CHECK_FALSE(config::load_config(
            folder.write("kiosk.toml", std::string{"[staff]\nproject_page = \""} + page + "\"\n"), problems));
}

TEST_CASE("config: what an installation begins with asks for the checklist", "[config]") {
    base::Problems problems;
    const auto config = config::load_config(fs::path{TALKPOINT_SOURCE} / "kiosk_config/installed.toml", problems);
    REQUIRE(config);
    CHECK(config->staff.require_checklist);
    CHECK(problems.empty());
}
