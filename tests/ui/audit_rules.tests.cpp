// Each rule of the audit finds a scene that breaks it: a check that cannot fail is none.
#include "catch.hpp"

#include "ui/audit_inspector.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>

#include "support.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

visit::Catalogue small_catalogue() {
    visit::Catalogue out;
    const Author author{false};
    out.site_name = "Ernesettle";
    out.packs.push_back(author.pack("pack", 6));
    out.surveys.push_back(author.survey("survey", survey::Feedback::each));
    out.help.push_back(author.help_line(0));
    return out;
}

/// A kiosk on its first question that has four options or more.
struct AtQuestion : Stage {
    explicit AtQuestion(const Manner& manner) : Stage(with_language(manner.language), manner) {
        (void)act(visit::Begin{});
        (void)act(visit::OpenSurvey{"survey"});
        (void)act(visit::StartSurvey{});
        while (visit.session()->options().size() < 5) (void)act(visit::Skip{});
    }
    static visit::Catalogue with_language(const std::string& language) {
        auto out = small_catalogue();
        out.language = language;
        return out;
    }
};

Demands demands(const Stage& stage, const Manner& manner) {
    auto d = Demands::of(manner.size, manner.panel, manner.wishes);
    d.strings = &stage.strings;
    d.languages = {"en", "pl", "ar"};
    return d;
}

ui::Node& node(ui::Scene& scene, std::string_view id) {
    const auto found = std::ranges::find(scene.nodes, id, &ui::Node::id);
    REQUIRE(found != scene.nodes.end());
    return *found;
}

void add(ui::DisplayList& list, const ui::Stroke& s) {
    switch (s.kind) {
        case ui::Stroke::Kind::fill:
            return list.fill(s.rect, s.color, s.radius);
        case ui::Stroke::Kind::outline:
            return list.outline(s.rect, s.color, s.thickness, s.radius);
        case ui::Stroke::Kind::disc:
            return list.disc(s.rect.x + s.radius, s.rect.y + s.radius, s.radius, s.color);
        case ui::Stroke::Kind::image:
            return list.image(s.rect, s.texture, s.color);
        case ui::Stroke::Kind::text:
            return list.text(s.rect.x - s.text->left, s.rect.y, s.text, s.color);
        case ui::Stroke::Kind::wave:
            return list.wave(s.rect, s.thickness, s.color);
    }
}

/// The display with every stroke changed.
template <class Change>
void redraw(ui::Scene& scene, Change change) {
    ui::DisplayList list;
    for (auto stroke : scene.display.strokes()) {
        change(stroke);
        add(list, stroke);
    }
    scene.display = std::move(list);
}

template <class Change>
void redraw(ui::Scene& scene, ui::Stroke::Kind kind, Change change) {
    redraw(scene, [&](ui::Stroke& stroke) {
        if (stroke.kind == kind) change(stroke);
    });
}

void recolour(ui::Scene& scene, ui::Color from, ui::Color to) {
    redraw(scene, [&](ui::Stroke& stroke) {
        if (stroke.color == from) stroke.color = to;
    });
}

void found(const ui::Scene& scene, const Demands& d, std::string_view words) {
    const Audit audit{scene, d};
    const bool any = std::ranges::any_of(
        audit.faults(), [&](const std::string& fault) { return fault.find(words) != std::string::npos; });
    INFO("looked for: " << words << "; there are " << audit.faults().size());
    CHECK(any);
}

}  // namespace

TEST_CASE("audit rules: a scene that is well is not blamed, one that was spoiled is", "[audit]") {
    const Manner manner;
    AtQuestion stage{manner};
    const auto d = demands(stage, manner);
    const ui::Scene good = stage.scene();
    CHECK(Audit(good, d).faults().empty());

    struct Spoilt {
        const char* words;
        std::function<void(ui::Scene&)> by;
    };
    const std::string option = "option.option_1";
    const ui::Palette p;
    using Kind = ui::Stroke::Kind;
    const std::vector<Spoilt> all = {
        {"reaches out of the picture", [&](auto& s) { node(s, option).rect.x = -9; }},
        {"is cut", [&](auto& s) { node(s, option).cut = true; }},
        {"is in the language", [&](auto& s) { node(s, option).language = "tlh"; }},
        {"x 19.3 mm", [&](auto& s) { node(s, option).rect.h = 19.3F * s.px_per_mm; }},
        {"mm from option.option_0",
         [&](auto& s) { node(s, option).rect.y = node(s, "option.option_0").rect.bottom() + 4; }},
        {"has capitals of", [&](auto& s) { node(s, "hint").cap_px = 4.7F * s.px_per_mm; }},
        {"is not drawn: \"Continue\"",
         [&](auto& s) {
             redraw(s, Kind::text, [](auto& stroke) {
                 if (stroke.text->text == "Continue") stroke.rect.y -= 300;
             });
         }},
        {"is not drawn: \"1 of 9\"", [&](auto& s) { node(s, "continue").value = "1 of 9"; }},
        {"says a contrast of", [&](auto& s) { node(s, "hint").foreground = ui::rgb(0x707070); }},
        {"has no name", [&](auto& s) { node(s, option).name.clear(); }},
        {"is a key of the strings", [&](auto& s) { node(s, option).name = "question.hint_of_nothing"; }},
        {"is said as", [&](auto& s) { node(s, option).name = "tools.nothing"; }},
        {"lies over", [&](auto& s) { node(s, "hint").rect = node(s, option).rect.grown(9); }},
        {"is there twice", [&](auto& s) { node(s, option).id = "continue"; }},
        {"help is not there", [&](auto& s) { node(s, "help").id = "helper"; }},
        {"hide is not there", [&](auto& s) { node(s, "hide").action.reset(); }},
        {"language is not there", [&](auto& s) { node(s, "language").disabled = true; }},
        {"read is not there", [&](auto& s) { node(s, "read").id = "r"; }},
        {"settings is not there", [&](auto& s) { node(s, "settings").id = "s"; }},
        {"comes after option.option_1", [&](auto& s) { std::swap(node(s, option), node(s, "option.option_0")); }},
        {"comes after the frame", [&](auto& s) { std::swap(node(s, "back"), node(s, option)); }},
        {"at its top", [&](auto& s) { redraw(s, Kind::outline, [&](auto& k) { k.color = p.paper; }); }},
        {"have a contrast", [&](auto& s) { redraw(s, Kind::text, [&](auto& k) { k.color = p.peach; }); }},
        {"an icon", [&](auto& s) { redraw(s, Kind::image, [&](auto& k) { k.color = p.surface; }); }},
        {"done and to do", [&](auto& s) { recolour(s, p.surface, p.teal); }},
        {"what is done", [&](auto& s) { recolour(s, p.teal, p.paper); }},
        {"its end has", [&](auto& s) { recolour(s, p.teal, p.paper); }},
        {"lie under something", [&](auto& s) { s.display.fill(node(s, "hint").rect, p.paper); }},
        {"lie under letters", [&](auto& s) { redraw(s, Kind::text, [&](auto& k) { k.rect.y = 300; }); }},
        {"] reach out of the picture", [&](auto& s) { redraw(s, Kind::text, [&](auto& k) { k.rect.x += 1800; }); }},
    };
    for (const auto& spoilt : all) {
        ui::Scene scene = good;
        spoilt.by(scene);
        found(scene, d, spoilt.words);
    }
}

TEST_CASE("audit rules: what is asked grows with the wishes", "[audit]") {
    Manner manner{.wishes = {.large_text = true}};
    AtQuestion plain{Manner{}};
    found(plain.scene(), demands(plain, manner), "has capitals of");
    manner.wishes = {.high_contrast = true};
    CHECK_FALSE(Audit(plain.scene(), demands(plain, manner)).faults().empty());
    manner.wishes = {.lower = true};
    found(plain.scene(), demands(plain, manner), "is out of reach");
    // From the floor to the lowered controls: 455 to 1015 mm, of a panel that hangs at 900 mm and is 267.75 mm high.
    const auto d = Demands::of({1920, 1080}, {}, {.lower = true});
    CHECK(d.highest_px == Approx(1080 - 115 * 1920 / 476.0));
    CHECK(d.lowest_px == 1080);
    CHECK(Demands::of({1920, 1080}, {.longer_side_mm = 170}, {}).least_target_mm == Approx(10));
    CHECK(Demands::of({1920, 1080}, {.viewing_distance_mm = 1000}, {.large_text = true}).least_cap_mm == Approx(12.2));
}

TEST_CASE("audit rules: a ring that is covered, cut off or hardly seen is found", "[audit]") {
    AtQuestion stage{Manner{}};
    (void)stage.interaction.key(ui::Key::tab, stage.scene());
    const ui::Scene good = stage.scene();
    const auto& focused = *good.node(*stage.interaction.focused());
    CHECK(faults_of_ring(good, focused, 3).empty());
    const ui::Palette p;
    auto covered = good;
    covered.display.fill({focused.rect.x, focused.rect.bottom() + 1, focused.rect.w, 40}, p.paper);
    CHECK_FALSE(faults_of_ring(covered, focused, 3).empty());
    auto pale = good;
    recolour(pale, p.focus, ui::rgb(0xDDDDFF));
    CHECK_FALSE(faults_of_ring(pale, focused, 3).empty());
    auto at_edge = focused;
    at_edge.rect.x = 2;
    CHECK_FALSE(faults_of_ring(good, at_edge, 3).empty());
    CHECK_FALSE(faults_of_ring(stage.scene(), *good.node("continue"), 3).empty());
}

TEST_CASE("audit: with Tab and under a finger every control of every kind of screen", "[audit]") {
    std::vector<std::string> faults;
    for (const std::string language : {"en", "ar"})
        for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}})
            for (const bool lower : {false, true})
                for (const bool large : {false, true}) {
                    const Manner manner{language, size, {large, false, lower}, false, lower, {}};
                    Inspector inspector{manner, std::make_shared<Letters>()};
                    auto stage = inspector.stage(small_catalogue());
                    const Depth depth{.warning = true, .focus = true};
                    for (const visit::Action& action :
                         {visit::Action{visit::Begin{}}, visit::Action{visit::OpenLanguages{}},
                          visit::Action{visit::ChooseLanguage{"en"}}, visit::Action{visit::OpenSettings{}},
                          visit::Action{visit::Back{}}, visit::Action{visit::GetHelp{}}, visit::Action{visit::Back{}},
                          visit::Action{visit::OpenTopic{"pack"}},
                          visit::Action{visit::OpenMessage{"pack", "message-1"}}, visit::Action{visit::Home{}},
                          visit::Action{visit::OpenSurvey{"survey"}}, visit::Action{visit::StartSurvey{}},
                          visit::Action{visit::Choose{"option_0"}}, visit::Action{visit::Continue{}},
                          visit::Action{visit::Hide{}}}) {
                        (void)stage.act(action);
                        inspector.look(stage, stage.scene().screen, depth);
                    }
                    faults.insert(faults.end(), inspector.faults().begin(), inspector.faults().end());
                }
    tell(faults);
}

TEST_CASE("audit: what is chosen is told by shape, weight and a word, not by colour alone", "[audit]") {
    for (const bool high_contrast : {false, true}) {
        const Manner manner{.wishes = {.high_contrast = high_contrast}};
        AtQuestion stage{manner};
        const auto of = [](const ui::Scene& scene, std::string_view id) {
            std::vector<ui::Stroke> out;
            const auto rect = scene.node(id)->rect;
            for (const auto& stroke : scene.display.strokes())
                if (holds(rect, stroke.rect)) out.push_back(stroke);
            return out;
        };
        const auto shapes = [](const std::vector<ui::Stroke>& strokes) {
            std::vector<std::pair<ui::Stroke::Kind, ui::Rect>> out;
            for (const auto& s : strokes) out.emplace_back(s.kind, s.rect);
            return out;
        };
        const auto thickest = [](const std::vector<ui::Stroke>& strokes) {
            float most = 0;
            for (const auto& s : strokes)
                if (s.kind == ui::Stroke::Kind::outline) most = std::max(most, s.thickness);
            return most;
        };
        while (stage.visit.session()) {
            const std::string id = "option." + stage.visit.session()->options().front()->id;
            const auto before = stage.scene();
            (void)stage.act(visit::Choose{stage.visit.session()->options().front()->id});
            const auto after = stage.scene();
            INFO(id);
            if (before.node(id) && after.node(id)) {
                CHECK(shapes(of(after, id)) != shapes(of(before, id)));     // shape
                CHECK(thickest(of(after, id)) > thickest(of(before, id)));  // weight
                CHECK(ui::words_of_node(*after.node(id), stage.strings, ui::Ears::own) !=
                      ui::words_of_node(*before.node(id), stage.strings, ui::Ears::own));  // a word
            }
            (void)stage.act(visit::Skip{});
            if (stage.visit.place().screen == visit::Screen::survey_check) (void)stage.act(visit::Continue{});
        }
    }
}

TEST_CASE("audit: right to left is the mirror of left to right", "[audit]") {
    // The same words, once as they are and once as if they were written from left to right.
    const TempFolder folder;
    std::ifstream in{std::filesystem::path{TALKPOINT_SOURCE} / "assets/strings/ar.toml", std::ios::binary};
    std::string words{std::istreambuf_iterator<char>{in}, {}};
    const auto at = words.find("\"rtl\"");
    REQUIRE(at != std::string::npos);
    words.replace(at, 5, "\"ltr\"");
    base::Problems problems;
    auto turned = pack::Strings::load(folder.write("ar.toml", words), problems);
    turned.complete_from(interface_strings(), problems);
    for (const auto size : {ui::Size{1920, 1080}, ui::Size{1080, 1920}})
        for (const bool lower : {false, true}) {
            const Manner manner{"ar", size, {false, false, lower}, false, false, {}};
            AtQuestion rtl{manner}, ltr{manner};
            ltr.strings = turned;
            const auto a = rtl.scene(), b = ltr.scene();
            CHECK(a.right_to_left);
            CHECK_FALSE(b.right_to_left);
            REQUIRE(a.nodes.size() == b.nodes.size());
            const auto width = static_cast<float>(size.width);
            for (std::size_t i = 0; i < a.nodes.size(); ++i) {
                INFO(a.nodes[i].id);
                CHECK(a.nodes[i].id == b.nodes[i].id);
                CHECK(a.nodes[i].rect.right() == Approx(width - b.nodes[i].rect.x).margin(1));
                CHECK(a.nodes[i].rect.y == Approx(b.nodes[i].rect.y).margin(1));
            }
            CHECK(a.node("back")->rect.x > width / 2);
            CHECK(b.node("back")->rect.x < width / 2);
        }
}
