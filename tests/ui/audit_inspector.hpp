// Looks at the screens of one kiosk after another, in every part and in both themes, and collects what is wrong.
#pragma once

#include "base/languages.hpp"
#include "ui/audit_rules.hpp"
#include "ui/stage.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

/// "pl, 1080x1920 476 mm, large, lowered".
inline std::string name_of(const Manner& m) {
    return fmt::format("{}, {}x{} {} mm{}{}{}{}{}", m.language, m.size.width, m.size.height, m.panel.longer_side_mm,
                       m.wishes.large_text ? ", large" : "", m.wishes.high_contrast ? ", high contrast" : "",
                       m.wishes.lower ? ", lowered" : "", m.reading ? ", reading" : "",
                       m.rehearsal ? ", rehearsal" : "");
}

/// How thoroughly a screen is looked at: what takes long is done where it can find something new.
struct Depth {
    bool warning = true;  ///< also with the idle warning over it
    bool focus = false;   ///< also with the focus, and with a finger, on every control
    bool ink = false;     ///< also draws the letters
};

class Inspector {
  public:
    Inspector(Manner manner, std::shared_ptr<Letters> letters, std::string note = {})
        : manner_(std::move(manner)), note_(std::move(note)), letters_(std::move(letters)) {}

    /// What else is to be asked of each scene.
    using Check = std::function<std::vector<std::string>(const ui::Scene&)>;
    void also(Check check) { check_ = std::move(check); }

    [[nodiscard]] const Manner& manner() const { return manner_; }
    [[nodiscard]] Stage stage(visit::Catalogue catalogue) const {
        catalogue.language = manner_.language;
        return {std::move(catalogue), manner_, letters_};
    }

    /// The screen in all its parts, then with the idle warning over it.
    void look(Stage& stage, const std::string& what, const Depth& depth = {}) {
        in_both_themes(stage, what, depth);
        for (int part = 2; part < 100; ++part) {
            const auto scene = stage.scene();
            const auto* more = scene.node("part.more");
            if (!more) break;
            (void)stage.interaction.activate(*more);
            in_both_themes(stage, what + fmt::format(", part {}", part), depth);
        }
        if (stage.scene().node("part.more")) fault(manner_, what, "its parts never end");
        stage.interaction.arrive("elsewhere");  // to the first part again
        if (depth.warning) warned(stage, what);
    }

    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }
    [[nodiscard]] std::size_t scenes() const { return scenes_; }

  private:
    void warned(Stage& stage, const std::string& what) {
        const auto screen = stage.visit.place().screen;
        if (!stage.visit.next_deadline(stage.now) || screen == visit::Screen::attract ||
            screen == visit::Screen::hidden)
            return;
        const auto before = stage.now;
        stage.tick(visit::Rules{}.saving_idle);
        if (stage.scene().screen != "idle-warning") fault(manner_, what, "no warning came");
        in_both_themes(stage, what + ", warning", {});
        (void)stage.act(visit::StillHere{});
        stage.now = before;
        (void)stage.act(visit::StillHere{});
    }

    void in_both_themes(Stage& stage, const std::string& what, const Depth& depth) {
        Manner manner = manner_;
        for (const bool high_contrast : {false, true}) {
            manner.wishes.high_contrast = high_contrast;
            stage.theme = ui::Theme{manner.size, manner.panel, manner.wishes};
            const auto scene = stage.scene();
            inspect(stage, scene, manner, what);
            if (depth.focus) walk(stage, manner, what);
            if (depth.ink) draw(stage, scene, manner, what);
        }
        manner.wishes.high_contrast = manner_.wishes.high_contrast;
        stage.theme = ui::Theme{manner.size, manner.panel, manner.wishes};
    }

    [[nodiscard]] Demands demands(const Stage& stage, const Manner& manner) const {
        auto d = Demands::of(manner.size, manner.panel, manner.wishes);
        const auto at = stage.visit.place().screen;
        d.strings = &stage.strings;
        for (const auto& language : stage.languages)
            d.languages.insert(std::string{base::text_language(language.language())});
        d.help_is_open = at == visit::Screen::help;
        d.language_is_open = at == visit::Screen::languages;
        d.settings_are_open = at == visit::Screen::settings;
        d.everything_is_hidden = at == visit::Screen::hidden;
        return d;
    }

    [[nodiscard]] static bool at_attract(const Stage& stage) {
        return stage.visit.place().screen == visit::Screen::attract;
    }
    [[nodiscard]] static bool stands_at(const ui::Rect& rect, const ui::Rect& place, float reach) {
        return rect.w == place.w && rect.h == place.h && std::abs(rect.x - place.x) <= reach &&
               std::abs(rect.y - place.y) <= reach;
    }

    void inspect(Stage& stage, const ui::Scene& scene, const Manner& manner, const std::string& what) {
        ++scenes_;
        const Audit audit{scene, demands(stage, manner)};
        for (const auto& found : audit.faults()) fault(manner, what, found);
        if (check_)
            for (const auto& found : check_(scene)) fault(manner, what, found);
        for (const std::string id : {"help", "hide"}) {
            const auto* node = scene.node(id);
            if (!node) continue;
            const auto [first, fresh] = corner_.try_emplace(id + (scene.reading ? "/reading" : ""), node->rect);
            // What plays to the room wanders about its place (ui/README.md).
            const float reach = at_attract(stage) ? stage.theme.mm(2) : 0;
            if (!fresh && !stands_at(node->rect, first->second, reach))
                fault(manner, what, id + " stands at " + text_of(node->rect) + ", not at " + text_of(first->second));
        }
        const auto again = stage.scene();
        if (again.display.strokes() != scene.display.strokes() ||
            ui::dump(again, "", 0, {}) != ui::dump(scene, "", 0, {}))
            fault(manner, what, "built again it is another scene");
    }

    /// With Tab through every control: each once, in their order, then the first again; a ring around each that is all
    /// there; and under a finger its words can still be read.
    void walk(Stage& stage, const Manner& manner, const std::string& what) {
        std::vector<std::string> stops, reached;
        for (const auto& node : stage.scene().nodes)
            if (node.action && !node.disabled) stops.push_back(node.id);
        for (std::size_t i = 0; i <= stops.size(); ++i) {
            (void)stage.interaction.key(ui::Key::tab, stage.scene());
            const auto scene = stage.scene();
            const auto* node = scene.node(stage.interaction.focused().value_or(""));
            reached.push_back(node ? node->id : "");
            if (node)
                for (const auto& found : faults_of_ring(scene, *node, demands(stage, manner).least_shape))
                    fault(manner, what, found);
        }
        stops.push_back(stops.front());
        if (reached != stops) fault(manner, what, "Tab does not go through every control once and back to the first");
        const auto quiet = stage.scene();
        for (const auto& node : quiet.nodes) {
            if (!node.action || node.disabled) continue;
            const float x = node.rect.x + node.rect.w / 2, y = node.rect.y + node.rect.h / 2;
            using Phase = ui::Pointer::Phase;
            (void)stage.interaction.pointer({Phase::down, x, y, 0}, quiet, stage.now);
            inspect(stage, stage.scene(), manner, what + ", finger on " + node.id);
            (void)stage.interaction.pointer({Phase::cancel, x, y, 0}, quiet, stage.now);
        }
    }

    void draw(Stage& stage, const ui::Scene& scene, const Manner& manner, const std::string& what) {
        for (const auto& stroke : scene.display.strokes()) {
            if (stroke.kind != ui::Stroke::Kind::text) continue;
            const auto ink = stage.texts.drawable(*stroke.text, stroke.rect.x, stroke.rect.y).rect;
            if (!holds(stroke.bounds(), ink))
                fault(manner, what, "ink " + text_of(ink) + " leaves its bounds " + text_of(stroke.bounds()));
        }
    }

    void fault(const Manner& manner, const std::string& what, const std::string& found) {
        faults_.push_back(name_of(manner) + note_ + ", " + what + ": " + found);
    }

    Manner manner_;
    std::string note_;
    Check check_;
    std::shared_ptr<Letters> letters_;
    std::map<std::string, ui::Rect>
        corner_;  ///< with reading, which is gone on the hidden page, they may stand elsewhere
    std::vector<std::string> faults_;
    std::size_t scenes_ = 0;
};

/// All faults that were found, the first of each kind of place.
inline void tell(const std::vector<std::string>& faults) {
    std::size_t shown = 0;
    for (const auto& fault : faults)
        if (++shown <= 60) UNSCOPED_INFO(fault);
    INFO(faults.size() << " faults");
    CHECK(faults.empty());
}

}  // namespace talkpoint::tests
