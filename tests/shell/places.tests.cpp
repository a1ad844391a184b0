// Every place from its own profile, by the real parts: each of its packs, messages and surveys in every language,
// walked by touch as a person would, and every screen audited. One test a place, which CTest runs beside each other.
#include "base/languages.hpp"
#include "driven.hpp"
#include "ui/audit_rules.hpp"

#include <algorithm>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
namespace fs = std::filesystem;

namespace {

constexpr ui::Size size{1280, 720};
const fs::path source = TALKPOINT_SOURCE;

/// Somebody who walks through one kiosk.
class Walker {
  public:
    Walker(const fs::path& file, const fs::path& state, std::string_view start)
        : kiosk_(file, state, size.width, size.height, {}, start) {}

    DrivenKiosk& kiosk() { return kiosk_; }
    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }
    void choose_language(const std::string& language) {
        if (language_ == language) return;
        tap("language");
        tap("language." + language);
        language_ = language;
    }
    /// In whichever part of the screen it is.
    void tap(const std::string& id) {
        const auto* node = find(id);
        INFO(id << " on " << kiosk_.screen());
        REQUIRE(node);
        kiosk_.tap(*node);
        look();
    }
    const ui::Node* find(const std::string& id) {
        for (int parts = 0; parts < 30; ++parts) {
            if (const auto* node = kiosk_.scene().node(id)) return node;
            const auto* more = kiosk_.scene().node("part.more");
            if (!more) return nullptr;
            kiosk_.tap(*more);
            look();
        }
        return nullptr;
    }
    void look() {
        auto demands = Demands::of(size, ui::Panel{}, ui::Wishes{});
        const auto& interface = kiosk_.languages().interface;
        demands.strings = &*std::ranges::find(interface, language_, &pack::Strings::language);
        for (const auto& one : interface) demands.languages.insert(std::string{base::text_language(one.language())});
        demands.help_is_open = kiosk_.screen() == "help";
        demands.language_is_open = kiosk_.screen() == "languages";
        demands.settings_are_open = kiosk_.screen() == "settings";
        demands.everything_is_hidden = kiosk_.screen() == "hidden";
        const Audit audit{kiosk_.scene(), demands};
        for (const auto& fault : audit.faults()) faults_.push_back(language_ + ", " + kiosk_.screen() + ": " + fault);
    }

  private:
    DrivenKiosk kiosk_;
    std::string language_ = "en";
    std::vector<std::string> faults_;
};

void read_all_messages(Walker& walker, const visit::Catalogue& catalogue) {
    for (const auto& pack : catalogue.packs) {
        if (pack.behind_hide) continue;
        walker.tap("topic." + pack.id);
        for (const auto& message : pack.messages) {
            walker.tap("message." + message.id);
            const auto pages = catalogue.pages_of(message) + (message.film ? 1 : 0);
            for (std::size_t page = 1; page <= pages; ++page) {
                INFO(message.id << ", page " << page);
                REQUIRE(walker.kiosk().screen() == "message." + message.id);
                walker.tap(page < pages ? "continue" : "more");
            }
            REQUIRE(walker.kiosk().screen() == "topic." + pack.id);
        }
        walker.tap("home");
    }
}

/// Takes the first answer to everything, and one more for as long as the question wants more; to the thanks.
void answer(Walker& walker, const survey::Survey& survey) {
    walker.tap("survey." + survey.id);
    walker.tap("start");
    std::set<std::string> touched;
    for (int steps = 0; walker.kiosk().screen() != "survey.thanks"; ++steps) {
        INFO(survey.id << " is at " << walker.kiosk().screen());
        REQUIRE(steps < 200);
        if (walker.kiosk().screen() == "survey.question") {
            std::string next;
            const auto question = walker.kiosk().scene().node("question")->name;
            for (const auto& node : walker.kiosk().scene().nodes)
                if (next.empty() && node.id.starts_with("option.") && node.action &&
                    !touched.contains(question + node.id))
                    next = node.id;
            INFO(question);
            REQUIRE_FALSE(next.empty());
            touched.insert(question + next);
            walker.tap(next);
        } else {
            touched.clear();
        }
        walker.tap("continue");
    }
    walker.tap("home");
}

/// kiosk.toml that says nothing but where things are, and names this place.
fs::path kiosk_of(const TempFolder& folder, const std::string& place) {
    fs::copy(source / "kiosk_config/sites", folder.path() / "sites", fs::copy_options::recursive);
    return folder.write("kiosk.toml", joined("[site]\nid = \"here\"\nprofile = \"", place, "\"\n[content]\nroot = \"",
                                             (source / "content").string(), "\"\n"));
}

void walk_through(const std::string& place) {
    const TempFolder folder;
    const auto file = kiosk_of(folder, place);
    folder.write(
        joined("sites/", place, "/places.toml"),
        "[[place]]\nid = \"library\"\nname = \"The library\"\ndistance = \"5 minutes’ walk\"\nhours = \"Every day\"\n"
        "staff = \"Ask at the desk.\"\nchecked_on = 2026-11-01\n");
    // In the night no part of the week is named: everything is offered.
    Walker walker{file, folder.path() / "state", "2026-11-22T03:00"};
    const auto& languages = walker.kiosk().languages();
    REQUIRE(languages.catalogues.size() == 6);
    for (const auto& catalogue : languages.catalogues) {
        CHECK(catalogue.packs.size() == 12);
        if (walker.kiosk().screen() == "attract") walker.tap("begin");
        walker.choose_language(catalogue.language);
        REQUIRE(walker.kiosk().screen() == "home");
        read_all_messages(walker, catalogue);
        for (const auto& survey : catalogue.surveys) answer(walker, survey);
        walker.tap("help");
        REQUIRE(walker.find("help.emergency.for"));
        walker.tap("back");
    }
    walker.tap("hide");
    CHECK(walker.kiosk().screen() == "hidden");
    for (const auto& fault : walker.faults()) UNSCOPED_INFO(fault);
    CHECK(walker.faults().empty());
}

/// What the home screen offers, in all its parts.
std::set<std::string> cards(Walker& walker) {
    std::set<std::string> cards;
    for (int parts = 0; parts < 30; ++parts) {
        for (const auto& node : walker.kiosk().scene().nodes)
            if (node.action && (node.id.starts_with("topic.") || node.id.starts_with("survey."))) cards.insert(node.id);
        const auto* more = walker.kiosk().scene().node("part.more");
        if (!more) break;
        walker.kiosk().tap(*more);
    }
    return cards;
}

}  // namespace

TEST_CASE("place: Plymouth", "[.][place-plymouth]") { walk_through("plymouth"); }
TEST_CASE("place: Stoke-on-Trent", "[.][place-stoke-on-trent]") { walk_through("stoke-on-trent"); }
TEST_CASE("place: Glasgow", "[.][place-glasgow]") { walk_through("glasgow"); }
TEST_CASE("place: Grimsby", "[.][place-grimsby]") { walk_through("grimsby"); }

TEST_CASE("places: the home screen has what the place offers at that hour, once nobody is there") {
    const TempFolder folder;
    Walker walker{kiosk_of(folder, "plymouth"), folder.path() / "state", "2026-11-23T12:28:00"};
    auto& kiosk = walker.kiosk();
    walker.tap("begin");
    const auto morning = cards(walker);
    CHECK(morning.contains("topic.my-body"));
    CHECK_FALSE(morning.contains("topic.noticing"));
    // The mornings end while somebody is there: nothing changes under their hands.
    for (int minutes = 0; minutes < 4; ++minutes) {
        kiosk.wait(std::chrono::seconds{30});
        kiosk.press(platform::KeyName::tab);
        kiosk.wait(std::chrono::seconds{30});
        kiosk.press(platform::KeyName::tab);
    }
    CHECK(kiosk.screen() == "home");
    CHECK(cards(walker) == morning);
    kiosk.wait(std::chrono::minutes{2});
    REQUIRE(kiosk.screen() == "attract");
    walker.tap("begin");
    const auto afternoon = cards(walker);
    CHECK(afternoon.contains("topic.noticing"));
    CHECK(afternoon.contains("survey.confident-to-act"));
}

TEST_CASE("places: a survey for children is offered in the place that names it, and in no other") {
    for (const std::string place : {"plymouth", "glasgow"}) {
        const TempFolder folder;
        Walker walker{kiosk_of(folder, place), folder.path() / "state", "2026-11-22T03:00"};
        walker.tap("begin");
        CHECK(cards(walker).contains("survey.safe-secrets") == (place == "plymouth"));
    }
}

TEST_CASE("places: the help of Scotland is not that of England") {
    for (const std::string place : {"plymouth", "glasgow"}) {
        const TempFolder folder;
        base::Problems problems;
        const auto config = config::load_config(kiosk_of(folder, place), problems);
        REQUIRE(config);
        const auto catalogue = shell::load_catalogue(*config, *base::parse_date("2026-11-23"), true, problems);
        const auto has = [&](std::string_view id) {
            return std::ranges::find(catalogue.help, id, &pack::HelpLine::id) != catalogue.help.end();
        };
        CHECK(has("domestic-abuse-england") == (place == "plymouth"));
        CHECK(has("domestic-abuse-scotland") == (place == "glasgow"));
        CHECK(has("local-police"));
        CHECK_FALSE(has("centre-safeguarding-lead"));  // nobody has filled in its number
    }
}

TEST_CASE("places: a place's own message stands over the shared one, and its safe places are shown") {
    const TempFolder folder;
    const auto file = kiosk_of(folder, "grimsby");
    folder.write(
        "sites/grimsby/safe-places/messages/one-sentence-is-enough.md",
        "+++\ntitle = \"What to say in Grimsby\"\nsummary = \"One sentence.\"\naudiences = [\"young-person\"]\n"
        "sources = [\"Us\"]\nreview_due = 2099-01-01\n+++\n## Say it\n\nI do not feel safe.\n");
    folder.write(
        "sites/grimsby/places.toml",
        "[[place]]\nid = \"library\"\nname = \"The library\"\ndistance = \"5 minutes’ walk\"\nhours = \"Every day\"\n"
        "staff = \"Ask at the desk.\"\nchecked_on = 2026-11-01\n[[place]]\nid = \"cafe\"\nname = \"The cafe\"\n");
    Walker walker{file, folder.path() / "state", "2026-11-22T03:00"};
    walker.tap("begin");
    walker.tap("topic.safe-places");
    const auto* card = walker.find("message.one-sentence-is-enough");
    REQUIRE(card);
    CHECK(card->name == "What to say in Grimsby");
    walker.tap("message.places-near-here");
    while (!walker.kiosk().scene().node("places.title")) {
        REQUIRE(walker.kiosk().screen() == "message.places-near-here");
        walker.tap("continue");
    }
    const auto& scene = walker.kiosk().scene();
    REQUIRE(scene.node("place.library.for"));
    CHECK(scene.node("place.library.for")->name == "The library");
    CHECK(scene.node("place.library.number")->name == "5 minutes’ walk");
    CHECK_FALSE(scene.node("place.cafe.for"));  // nobody has been there
    walker.tap("more");
    CHECK(walker.kiosk().screen() == "topic.safe-places");
    for (const auto& fault : walker.faults()) UNSCOPED_INFO(fault);
    CHECK(walker.faults().empty());
}

TEST_CASE("places: who comes back stands where they left, who comes anew at the beginning") {
    const TempFolder folder;
    Walker walker{kiosk_of(folder, "glasgow"), folder.path() / "state", "2026-11-22T03:00"};
    auto& kiosk = walker.kiosk();
    const auto node = [&](std::string_view id) { return kiosk.scene().node(id); };
    const std::string first = "message.good-friend";
    walker.tap("begin");
    walker.tap("topic.healthy-relationships");
    REQUIRE(node(first));
    REQUIRE(node("part.more"));
    walker.tap("part.more");
    REQUIRE_FALSE(node(first));
    std::string later;
    for (const auto& one : kiosk.scene().nodes)
        if (one.action && one.id.starts_with("message.")) later = one.id;
    for (const std::string over : {"help", "languages", "settings"}) {
        walker.tap(over == "languages" ? "language" : over);
        REQUIRE(kiosk.screen() == over);
        walker.tap("back");
        CHECK_FALSE(node(first));
    }
    walker.tap(later);
    walker.tap("back");
    CHECK(node(later));
    CHECK_FALSE(node(first));
    walker.tap("home");
    walker.tap("topic.healthy-relationships");
    CHECK(node(first));
}

TEST_CASE("places: the number to call in danger is there whatever is wrong with the help lines") {
    const TempFolder folder;
    folder.write("content/small/pack.toml", small_pack);
    folder.write("content/small/messages/only.md", only_message);
    for (const auto* broken : {"checked_on = 23.11.2026\n", "", "[[line]]\n"}) {
        folder.write("content/help.toml", broken);
        folder.write("content/small/help.toml", "shared = [\"emergency\"]\n");
        const auto file = folder.write("kiosk.toml",
                                       "[content]\nroot = \"content\"\npacks = [\"small\"]\n"
                                       "[languages]\noffered = [\"en\", \"ar\"]\n");
        Walker walker{file, folder.path() / "state", "2026-11-23T10:00"};
        walker.tap("begin");
        walker.tap("help");
        const auto* number = walker.find("help.emergency.number");
        REQUIRE(number);
        CHECK(number->name.find("999") != std::string::npos);
        CHECK(walker.kiosk().languages().catalogues.at(1).help.at(0).emergency);
    }
}
