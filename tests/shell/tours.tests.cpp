// Tours through every screen of the shipped kiosk, both ways up; and what the contract says of each dump.
#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "kiosk_runs.hpp"
#include "store/database.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using nlohmann::json;

namespace {

const fs::path source = TALKPOINT_SOURCE;

struct ShippedKiosk : TestKiosk {
    explicit ShippedKiosk(const std::string& of_size) {
        config = source / "kiosk_config/kiosk.toml";
        size = of_size;
    }
};

std::vector<fs::path> files_in(const fs::path& folder, std::string_view ending) {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ending) out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
}

std::int64_t queued_in(const fs::path& state) {
    auto database = store::Database::open_to_read(state);
    REQUIRE(database);
    const auto counts = database->counts();
    REQUIRE(counts);
    return counts->queued;
}

const std::set<std::string> roles = {"heading", "text",     "image",  "film",     "button", "link",
                                     "radio",   "checkbox", "slider", "progress", "alert",  "dialog"};

void check_node(const json& node, int width, int height) {
    INFO(node.dump());
    for (const auto* key : {"id", "role", "name", "value", "lang", "fg", "bg"}) REQUIRE(node.at(key).is_string());
    CHECK(node.size() == (node.contains("description") ? 13 : 12));
    CHECK(roles.contains(node.at("role").get<std::string>()));
    CHECK_FALSE(node.at("id").get<std::string>().empty());
    CHECK(node.at("cut") == false);
    REQUIRE(node.at("state").is_array());
    REQUIRE(node.at("action").is_boolean());
    REQUIRE(node.at("cap_px").is_number());
    for (const auto* key : {"fg", "bg"}) CHECK(node.at(key).get<std::string>().size() == 7);
    const auto rect = node.at("rect").get<std::vector<int>>();
    REQUIRE(rect.size() == 4);
    CHECK((rect[0] >= 0 && rect[1] >= 0 && rect[2] > 0 && rect[3] > 0));
    CHECK((rect[0] + rect[2] <= width && rect[1] + rect[3] <= height));
    const bool wordless = node.at("role") == "image" || node.at("role") == "progress";
    if (!wordless) CHECK_FALSE(node.at("name").get<std::string>().empty());
}

void check_dump(const json& dump, int width, int height) {
    const auto screen = dump.at("screen").get<std::string>();
    CHECK(dump.size() == 10);
    const auto language = dump.at("language").get<std::string>();
    CHECK(dump.at("direction") == (language == "ar" ? "rtl" : "ltr"));
    CHECK(dump.at("size_px") == json{width, height});
    CHECK(dump.at("px_per_mm").get<double>() == Approx(std::max(width, height) / 476.0).margin(0.01));
    CHECK((dump.at("text_size") == "standard" || dump.at("text_size") == "large"));
    CHECK(dump.at("now").get<std::string>().starts_with("2026-11-23T10:0"));
    CHECK((dump.at("speaking").is_null() || dump.at("speaking").is_string()));
    CHECK(dump.at("frames_drawn").is_number_unsigned());
    std::set<std::string> ids;
    for (const auto& node : dump.at("nodes")) {
        check_node(node, width, height);
        CHECK(ids.insert(node.at("id").get<std::string>()).second);
    }
    CHECK(node_of(dump, "help").is_object() == (screen != "help"));
    CHECK(node_of(dump, "hide").is_object() == (screen != "hidden"));
    if (language != "en") return;
    CHECK(offers(dump, "Get help") == (screen != "help"));
    CHECK(offers(dump, "Hide this page") == (screen != "hidden"));
}

}  // namespace

TEST_CASE("every screen of the shipped kiosk, both ways up, is whole and says what it means") {
    const auto [width, height] = GENERATE(std::pair{1920, 1080}, std::pair{1080, 1920});
    ShippedKiosk kiosk{std::to_string(width) + "x" + std::to_string(height)};
    kiosk.seed = "36";
    const auto ran = kiosk.tour(contents_of(source / "tests/tours/pictures.tour"), {"--rehearsal"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    std::set<std::string> screens;
    for (const auto& file : files_in(kiosk.path("shots"), ".json")) {
        const auto dump = json::parse(contents_of(file));
        INFO(file.filename());
        check_dump(dump, width, height);
        screens.insert(dump.at("screen").get<std::string>());
        // Nobody may take a rehearsal for the real thing.
        const auto mark = node_of(dump, "rehearsal");
        if (dump.at("screen") != "idle-warning") REQUIRE(mark.is_object());
        if (mark.is_object() && dump.at("language") == "en")
            CHECK_THAT(mark.at("name").get<std::string>(), ContainsSubstring("Rehearsal"));
        const auto picture = contents_of(fs::path{file}.replace_extension(".png"));
        CHECK(picture.size() > 10'000);
    }
    CHECK(screens == std::set<std::string>{"attract", "home", "topic.healthy-relationships", "message.good-friend",
                                           "help", "survey.intro", "survey.question", "survey.check", "idle-warning",
                                           "survey.thanks", "languages", "settings", "hidden"});
    CHECK_FALSE(fs::exists(kiosk.path("state/responses.db")));  // a rehearsal keeps nothing
}

TEST_CASE("every message of a shipped pack can be read to its end, both ways up") {
    const auto [width, height] = GENERATE(std::pair{1920, 1080}, std::pair{1080, 1920});
    ShippedKiosk kiosk{std::to_string(width) + "x" + std::to_string(height)};
    std::string script = "touch 1 1\ntap \"For parents and carers\"\n";
    int number = 0;
    for (const auto& file : files_in(source / "content/parents/messages", ".md")) {
        if (!file.stem().extension().empty()) continue;  // a translation
        const auto text = contents_of(file);
        int pages = 1;
        for (const auto& line : lines_in(text)) pages += line == "---" ? 1 : 0;
        script += "tap \"#message." + file.stem().string() + "\"\n";
        for (int page = 1; page <= pages; ++page) {
            script += "on message." + file.stem().string() + "\ndump page-" + std::to_string(++number) + "\n";
            script += page < pages ? "tap \"Continue\"\n" : "tap \"More messages\"\n";
        }
        script += "on topic.parents\n";
    }
    const auto ran = kiosk.tour(script);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    REQUIRE(number >= 16);
    for (int i = 1; i <= number; ++i) {
        const auto dump = kiosk.dump("page-" + std::to_string(i));
        INFO(dump["screen"] << ", dump " << i);
        check_dump(dump, width, height);
        const auto picture = node_of(dump, "picture");
        REQUIRE(picture.is_object());
        CHECK_FALSE(picture.at("name").get<std::string>().empty());
    }
}

TEST_CASE("a newcomer's visit ends with one response kept, both ways up") {
    const auto* const size = GENERATE("1920x1080", "1080x1920");
    const ShippedKiosk kiosk{size};
    const auto script = contents_of(source / "tests/tours/visit.tour");
    const auto ran = kiosk.tour(script);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK(kiosk.dump("thanks").at("screen") == "survey.thanks");
    CHECK(queued_in(kiosk.path("state")) == 1);
    REQUIRE(kiosk.tour(script).exit_code == 0);  // the same visit once more is another person
    CHECK(queued_in(kiosk.path("state")) == 2);
}

TEST_CASE("in a rehearsal everything works, and nothing is kept") {
    const ShippedKiosk kiosk{"1280x800"};
    const auto ran = kiosk.tour(contents_of(source / "tests/tours/visit.tour"), {"--rehearsal"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    for (const auto& entry : fs::directory_iterator(kiosk.path("state"))) {
        INFO(entry.path());
        if (entry.path().filename() == "log") continue;  // of the machine, not of people
        if (entry.path().filename() == "staff") {
            for (const auto& file : fs::directory_iterator(entry.path())) {
                if (file.path().filename() == "kiosk.json") continue;  // what runs, for those who ask from outside
                // On which day there was one, for the checklist.
                CHECK(file.path().filename() == "rehearsed.json");
                const auto said = nlohmann::json::parse(contents_of(file.path()));
                CHECK(said.size() == 1);
                CHECK(said.at("on").get<std::string>().size() == 10);
            }
            continue;
        }
        CHECK(fs::file_size(entry.path()) == 0);
    }
}

TEST_CASE("the same seed and the same start give the same visit, to the last byte; another seed does not") {
    const auto visit = [](const std::string& seed) {
        ShippedKiosk kiosk{"1080x1920"};
        kiosk.seed = seed;
        const auto ran = kiosk.tour(
            "shot a\ndump a\ntap \"Touch to find out more\"\nshot b\ndump b\ntap \"What is a healthy relationship?\"\n"
            "tap \"Start\"\nshot c\ndump c\ntap \"Skip this question\"\nshot d\ndump d\ntap \"Skip this question\"\n"
            "shot e\ndump e\nwait 50s\nshot f\ndump f\n");
        INFO(ran.err);
        REQUIRE(ran.exit_code == 0);
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::directory_iterator(kiosk.path("shots")))
            files[entry.path().filename()] = contents_of(entry.path());
        CHECK(files.size() == 12);
        return files;
    };
    const auto first = visit("11"), second = visit("11"), other = visit("12");
    for (const auto& [name, bytes] : first) {
        INFO(name);
        CHECK(second.contains(name));
        CHECK((second.at(name) == bytes));
    }
    CHECK((other.at("a.json") == first.at("a.json")));
    CHECK((other.at("c.json") + other.at("d.json") != first.at("c.json") + first.at("d.json")));
}

TEST_CASE("a child's survey after school, both ways up") {
    const auto [width, height] = GENERATE(std::pair{1920, 1080}, std::pair{1080, 1920});
    ShippedKiosk kiosk{std::to_string(width) + "x" + std::to_string(height)};
    kiosk.starts_at = "2026-11-23T15:30";
    const auto ran = kiosk.tour(contents_of(source / "tests/tours/children.tour"));
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto dump = json::parse(contents_of(kiosk.path("shots/question-pictures.json")));
    int options = 0;
    for (const auto& node : dump.at("nodes")) options += node.at("role") == "radio" ? 1 : 0;
    CHECK(options == 3);
}
