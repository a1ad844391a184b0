// Every screen of what is shipped, in every language, size, theme, position and reach, and on panels of all kinds. One
// test a language, which CTest runs beside each other: they are not among the others of this program.
#include "catch.hpp"

#include "config/config.hpp"
#include "shell/content.hpp"
#include "shell/languages.hpp"
#include "ui/audit_inspector.hpp"

#include <algorithm>
#include <set>

using namespace talkpoint;
using namespace talkpoint::tests;
using base::Millis;

namespace {

/// What the shipped kiosk offers. Every question is asked, each for itself.
struct Shipped {
    shell::Languages languages, with_all_lines;

    Shipped() {
        const std::filesystem::path source = TALKPOINT_SOURCE;
        base::Problems problems;
        const auto config = config::load_config(source / "kiosk_config/kiosk.toml", problems);
        REQUIRE(config);
        for (const bool every_line : {false, true}) {
            const auto today = *base::parse_date("2026-11-23");
            auto catalogue = shell::load_catalogue(*config, today, every_line, problems);
            auto loaded =
                shell::load_languages(*config, source / "assets", std::move(catalogue), today, every_line, problems);
            for (auto& one : loaded.catalogues)
                for (const auto* id : {"library", "pool", "shop"}) {
                    auto& place = one.places.emplace_back();
                    place.id = id;
                    place.name = "The library in the High Street";
                    place.address = "12 High Street, beside the post office";
                    place.distance = "5 minutes’ walk";
                    place.hours = "Monday to Friday, 9 am to 5 pm, Saturday to noon";
                    place.staff = "Ask anyone at the desk. They can sit with you and phone somebody.";
                    place.language = base::text_language(one.language);
                }
            for (auto& one : loaded.catalogues)
                for (auto& survey : one.surveys) {
                    survey.sample.reset();
                    for (auto& question : survey.questions) question.show_if.reset();
                }
            (every_line ? with_all_lines : languages) = std::move(loaded);
        }
        REQUIRE(languages.interface.size() == 6);
    }
    static const Shipped& get() {
        static const Shipped shipped;
        return shipped;
    }
};

void add_texts(std::set<std::string>& texts, const visit::Catalogue& catalogue) {
    for (const auto& pack : catalogue.packs) {
        texts.insert({pack.title, pack.summary});
        for (const auto& message : pack.messages) {
            texts.insert({message.title, message.summary});
            for (const auto& page : message.pages) {
                if (page.picture) texts.insert(page.picture->alt);
                for (const auto& block : page.blocks) texts.insert(block.text.text);
            }
        }
    }
    for (const auto& survey : catalogue.surveys) {
        texts.insert(survey.title);
        for (const auto& question : survey.questions) {
            texts.insert({question.text, question.explain, question.picture_alt});
            for (const auto& option : question.options) texts.insert({option.text, option.picture_alt});
        }
    }
    for (const auto& line : catalogue.help) texts.insert(line.for_whom);
}

/// The words of one language, and those of the others that are not also its own.
struct Tongue {
    std::string language;
    std::set<std::string> foreign;

    Tongue(const shell::Languages& all, std::size_t index)
        : language(base::text_language(all.interface[index].language())) {
        std::set<std::string> own;
        for (std::size_t i = 0; i < all.interface.size(); ++i) {
            auto& into = i == index ? own : foreign;
            for (const auto& [key, text] : all.interface[i].texts()) into.insert(text);
            add_texts(into, all.catalogues[i]);
        }
        for (const auto& text : own) foreign.erase(text);
    }
    /// Only a language's own name is in that language on every screen.
    [[nodiscard]] std::vector<std::string> faults(const ui::Scene& scene) const {
        std::vector<std::string> faults;
        for (const auto& node : scene.nodes) {
            if (node.id.starts_with("language.")) continue;
            if (node.language != language)
                faults.push_back(node.id + " \"" + node.name + "\" is in the language \"" + node.language + "\"");
            for (const auto& text : {node.name, node.value})
                if (foreign.contains(text)) faults.push_back(node.id + " \"" + text + "\" is in another language");
        }
        return faults;
    }
};

/// Chooses the first option, or the last; to put in order: all of them.
void choose(Stage& stage, bool first) {
    const auto* session = stage.visit.session();
    std::vector<std::string> ids;
    for (const auto* option : session->options()) ids.push_back(option->id);
    if (!first) std::ranges::reverse(ids);
    const bool all = session->question().kind == survey::QuestionKind::sort;
    for (std::size_t i = 0; i < (all ? ids.size() : 1); ++i) (void)stage.act(visit::Choose{ids[i]});
}

constexpr Depth quick{.warning = false}, warned{.warning = true};

void look_at_survey(Inspector& inspector, Stage& stage, const std::string& id, bool first) {
    (void)stage.act(visit::OpenSurvey{id});
    inspector.look(stage, "intro", quick);
    (void)stage.act(visit::StartSurvey{});
    while (stage.visit.session()) {
        if (const auto* explained = stage.visit.explanation()) {
            inspector.look(stage, explained->id + " explained", quick);
            (void)stage.act(visit::Continue{});
            continue;
        }
        const std::string question = stage.visit.session()->question().id;
        if (first) {
            inspector.look(stage, question, quick);
            (void)stage.act(visit::Continue{});
            inspector.look(stage, question + " without an answer", quick);
        }
        choose(stage, first);
        inspector.look(stage, question + " answered", stage.visit.session()->position() == 1 ? warned : quick);
        (void)stage.act(visit::Continue{});
        if (stage.visit.place().screen != visit::Screen::survey_check) continue;
        inspector.look(stage, question + " explained", quick);
        (void)stage.act(visit::Continue{});
    }
    inspector.look(stage, "saving", quick);
    (void)stage.act(visit::SaveFailed{stage.submitted});
    inspector.look(stage, "saving, failed", quick);
    (void)stage.act(visit::Saved{stage.submitted});
    inspector.look(stage, "thanks", quick);
    (void)stage.act(visit::Home{});
}

/// `deep`: also every page and every question.
void look_at_all(Inspector& inspector, Stage& stage, bool deep) {
    const auto catalogue = stage.catalogue;
    for (std::size_t slide = 0; slide < std::max<std::size_t>(1, stage.loop.round().size()); ++slide) {
        if (stage.visit.place().screen != visit::Screen::attract) break;  // whoever has it read aloud is at home
        if (slide > 0) stage.tick(Millis{4000});                          // the end of the one before
        stage.tick(Millis{4000});
        inspector.look(stage, fmt::format("slide {}", slide), quick);
    }
    (void)stage.act(visit::Begin{});
    inspector.look(stage, "home", warned);
    (void)stage.act(visit::OpenLanguages{});
    inspector.look(stage, "languages", quick);
    (void)stage.act(visit::Back{});
    (void)stage.act(visit::OpenSettings{});
    inspector.look(stage, "settings", quick);
    (void)stage.act(visit::Back{});
    (void)stage.act(visit::GetHelp{});
    inspector.look(stage, "help", warned);
    (void)stage.act(visit::Back{});
    for (const auto& pack : catalogue.packs) {
        (void)stage.act(visit::OpenTopic{pack.id});
        inspector.look(stage, pack.id, quick);
        for (const auto& message : pack.messages) {
            (void)stage.act(visit::OpenMessage{pack.id, message.id});
            for (std::size_t page = 0; deep && page < catalogue.pages_of(message); ++page) {
                inspector.look(stage, fmt::format("{}, page {}", message.id, page + 1), quick);
                (void)stage.act(visit::Continue{});
            }
            if (!deep) (void)stage.act(visit::Back{});
        }
        (void)stage.act(visit::Home{});
    }
    if (!deep) return;
    for (const auto& survey : catalogue.surveys)
        for (const bool first : {true, false}) look_at_survey(inspector, stage, survey.id, first);
    for (const auto& survey : catalogue.surveys) {
        (void)stage.act(visit::OpenSurvey{survey.id});
        (void)stage.act(visit::StartSurvey{});
        (void)stage.act(visit::Stop{});
        inspector.look(stage, "home after stopping", quick);
    }
    (void)stage.act(visit::Hide{});
    inspector.look(stage, "hidden", quick);
}

/// The whole kiosk in this manner; how many scenes were looked at.
std::size_t look_at_shipped(const Manner& manner, bool deep, const std::shared_ptr<Letters>& letters,
                            std::vector<std::string>& faults) {
    const auto& shipped = Shipped::get();
    const auto& interface = shipped.languages.interface;
    const auto index = static_cast<std::size_t>(
        std::ranges::find(interface, manner.language, &pack::Strings::language) - interface.begin());
    const Tongue tongue{shipped.with_all_lines, index};
    Inspector inspector{manner, letters};
    inspector.also([&](const ui::Scene& scene) { return tongue.faults(scene); });
    for (const auto* languages : {&shipped.languages, &shipped.with_all_lines}) {
        Stage stage = inspector.stage(languages->catalogues[index]);
        stage.languages = interface;
        if (languages == &shipped.languages) {
            look_at_all(inspector, stage, deep);
        } else {
            (void)stage.act(visit::Begin{});
            (void)stage.act(visit::GetHelp{});
            inspector.look(stage, "help with every line", quick);
        }
    }
    faults.insert(faults.end(), inspector.faults().begin(), inspector.faults().end());
    return inspector.scenes();
}

/// In every manner; pages and questions in half of them, so that each two of size, text, reach and reading meet.
void audit_manners(const std::string& language) {
    std::vector<std::string> faults;
    std::size_t scenes = 0;
    const auto letters = std::make_shared<Letters>();
    for (const bool upright : {false, true})
        for (const bool large : {false, true})
            for (const bool lower : {false, true})
                for (const bool reading : {false, true}) {
                    const ui::Size size = upright ? ui::Size{1080, 1920} : ui::Size{1920, 1080};
                    const bool deep = (int{upright} + int{large} + int{lower} + int{reading}) % 2 == 0;
                    scenes += look_at_shipped({language, size, {large, false, lower}, false, reading, {}}, deep,
                                              letters, faults);
                }
    CHECK(scenes > 10'000);
    tell(faults);
}

/// On small and large panels; pages and questions on every second, another one in each language.
void audit_panels(const std::string& language, bool even) {
    struct Glass {
        ui::Size size;
        double longer_side_mm;
    };
    std::vector<std::string> faults;
    bool deep = even;
    for (const auto& glass :
         {Glass{{1024, 600}, 154}, Glass{{1024, 600}, 222}, Glass{{1024, 600}, 344}, Glass{{3840, 2160}, 476},
          Glass{{3840, 2160}, 1200}, Glass{{1280, 800}, 345}, Glass{{800, 1280}, 345}}) {
        const auto letters = std::make_shared<Letters>();
        const ui::Panel panel{.longer_side_mm = glass.longer_side_mm};
        for (const auto& [large, lower, reading] : {std::tuple{false, false, true}, std::tuple{true, false, true},
                                                    std::tuple{true, true, false}, std::tuple{false, true, true}}) {
            (void)look_at_shipped({language, glass.size, {large, false, lower}, false, reading, panel}, deep, letters,
                                  faults);
            deep = !deep;
        }
        deep = !deep;
    }
    tell(faults);
}

}  // namespace

TEST_CASE("audit: what is shipped, in English", "[.][audit-en]") {
    audit_manners("en");
    audit_panels("en", false);
}
TEST_CASE("audit: what is shipped, in Easy Read", "[.][audit-easy]") {
    audit_manners("easy");
    audit_panels("easy", true);
}
TEST_CASE("audit: what is shipped, in Polish", "[.][audit-pl]") {
    audit_manners("pl");
    audit_panels("pl", false);
}
TEST_CASE("audit: what is shipped, in Romanian", "[.][audit-ro]") {
    audit_manners("ro");
    audit_panels("ro", true);
}
TEST_CASE("audit: what is shipped, in Ukrainian", "[.][audit-uk]") {
    audit_manners("uk");
    audit_panels("uk", false);
}
TEST_CASE("audit: what is shipped, in Arabic", "[.][audit-ar]") {
    audit_manners("ar");
    audit_panels("ar", true);
}
