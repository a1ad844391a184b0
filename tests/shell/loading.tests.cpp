// The first picture at once, the rest while it stands; of a thousand messages no more in memory than somebody reads.
#include "shell/loading.hpp"

#include "bundle/installed.hpp"
#include "catch.hpp"
#include "driven.hpp"
#include "kiosk_runs.hpp"

#include <atomic>
#include <thread>

using namespace talkpoint;
using namespace talkpoint::tests;
using std::chrono::milliseconds;

namespace {

std::string message(const std::string& id, std::string_view audience = "adult", bool attract = true) {
    return joined("+++\ntitle = \"About ", id, "\"\nsummary = \"Of a test.\"\naudiences = [\"", audience,
                  "\"]\nattract = ", attract ? "true" : "false",
                  "\nsources = [\"Nobody\"]\nreview_due = 2099-01-01\n+++\n# A page\n\nWords.\n");
}

/// Two packs: in the first a message for nobody's ears, one for children, one for adults; in the second one more.
struct Place : TestKiosk {
    explicit Place(std::string_view profile) {
        write("sites/here.toml", profile);
        config = write("kiosk.toml",
                       "[site]\nprofile = \"here\"\n[content]\nroot = \"content\"\npacks = [\"small\", \"other\"]\n");
        std::filesystem::remove(path("content/small/messages/only.md"));
        write("content/small/messages/a-quiet.md", message("quiet", "adult", false));
        write("content/small/messages/b-child.md", message("child", "child"));
        write("content/small/messages/c-adult.md", message("adult"));
        auto other = std::string{small_pack};
        write("content/other/pack.toml", other.replace(other.find("small"), 5, "other"));
        write("content/other/messages/d-other.md", message("other"));
    }
    [[nodiscard]] shell::Ground ground() const {
        shell::Options options;
        options.config = config;
        options.state = path("state");
        auto ground = shell::read_ground(options, *base::parse_local_time("2026-11-23T10:00"));
        REQUIRE(ground);
        return *ground;
    }
    /// The id of the message that is read first; of each message that was read, one word.
    [[nodiscard]] std::string first() const {
        const auto first = shell::read_first(ground(), *base::parse_local_time("2026-11-23T10:00"), false);
        std::string read;
        for (const auto& pack : first ? first->catalogues.front().packs : std::vector<pack::Pack>{})
            for (const auto& one : pack.messages) read += one.id + " ";
        return read;
    }
};

}  // namespace

TEST_CASE("loading: the first picture is of what the plan plays, and no more is read than to there") {
    CHECK(Place{""}.first() == "a-quiet b-child ");
    CHECK(Place{"plays = [\"small/c-adult\"]\n"}.first() == "a-quiet b-child c-adult ");
    CHECK(Place{"plays = [\"other\"]\n"}.first() == "d-other ");
    CHECK(Place{"[[hours]]\nname = \"x\"\naudiences = [\"adult\"]\n"}.first() == "a-quiet b-child c-adult ");
    CHECK(Place{"[[campaign]]\nname = \"x\"\nfirst_day = 2026-11-23\nplays = [\"other\"]\nalone = true\n"}.first() ==
          "d-other ");
    CHECK(Place{"[[campaign]]\nname = \"x\"\nfirst_day = 2026-11-24\nplays = [\"other\"]\nalone = true\n"}.first() ==
          "a-quiet b-child ");
}

TEST_CASE("loading: where nothing plays that the plan names, the first picture waits for the rest") {
    CHECK(Place{"plays = [\"small/a-quiet\"]\n"}.first().empty());
    CHECK(Place{"[[hours]]\nname = \"x\"\naudiences = [\"professional\"]\n"}.first().empty());
}

TEST_CASE("loading: what has been withdrawn is not the first picture either") {
    const Place place{""};
    const auto now = *base::parse_local_time("2026-11-23T10:00");
    REQUIRE(bundle::withdraw(place.path("state"), "small", "b-child", now));
    CHECK(place.first() == "a-quiet c-adult ");
    REQUIRE(bundle::withdraw(place.path("state"), "small", "c-adult", now));
    REQUIRE(bundle::withdraw(place.path("state"), "other", "d-other", now));
    CHECK(place.first().empty());
}

TEST_CASE("loading: what has been read is told of, whenever somebody asks") {
    const Place place{""};
    const auto ground = place.ground();
    shell::Languages languages;
    std::atomic<int> told{0};
    std::atomic<bool> may_end{false};
    const auto read = [&] {
        while (!may_end) std::this_thread::sleep_for(milliseconds{1});
        base::Problems problems;
        const auto today = *base::parse_date("2026-11-23");
        return shell::Whole{
            shell::read_languages(ground.config, ground.assets,
                                  shell::load_catalogue(ground.config, today, false, problems), today, false),
            problems,
            {},
            false,
            shell::Keeping{}};
    };
    shell::Coming coming{ground, languages, read};
    SECTION("before it is there") {
        coming.tell([&] { ++told; });
        CHECK(told == 0);
        CHECK_FALSE(coming.is_there());
        may_end = true;
        while (told == 0) std::this_thread::sleep_for(milliseconds{1});
    }
    SECTION("afterwards") {
        may_end = true;
        while (!coming.is_there()) std::this_thread::sleep_for(milliseconds{1});
        coming.tell([&] { ++told; });
    }
    CHECK(told == 1);
    CHECK(coming.is_there());
    REQUIRE(coming.wait());
    REQUIRE(languages.catalogues.size() == 1);
    CHECK(languages.catalogues[0].packs.size() == 2);
}

TEST_CASE(
    "a message opens with its pages, which are forgotten when it is closed; what cannot be read says its summary") {
    const Place place{""};
    DrivenKiosk kiosk{place.config, place.path("state")};
    const auto& cover = kiosk.languages().catalogues[0].packs[0].messages[1];
    CHECK(cover.pages.empty());
    const auto tap = [&](std::string_view name) {
        const auto node = std::ranges::find(kiosk.scene().nodes, name, &ui::Node::name);
        REQUIRE(node != kiosk.scene().nodes.end());
        kiosk.tap(*node);
    };
    const auto shows = [&](std::string_view name) {
        return std::ranges::find(kiosk.scene().nodes, name, &ui::Node::name) != kiosk.scene().nodes.end();
    };
    tap("Touch to find out more");
    tap("Small pack");
    tap("About child");
    CHECK(shows("Words."));
    tap("Back");
    std::filesystem::remove(place.path("content/small/messages/b-child.md"));
    tap("About child");
    CHECK(kiosk.screen() == "message.b-child");
    CHECK_FALSE(shows("Words."));
    CHECK(shows("Of a test."));
}
