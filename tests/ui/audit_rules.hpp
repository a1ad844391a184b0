// What access.md promises of every screen, measured on one scene. Every fault is a line with its numbers.
#pragma once

#include "base/strings.hpp"
#include "ui/audit_colours.hpp"
#include "ui/reading.hpp"
#include "ui/scene.hpp"

#include <fmt/format.h>

#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::tests {

inline std::string text_of(const ui::Rect& r) {
    return fmt::format("[{:.1f}, {:.1f}, {:.1f}, {:.1f}]", r.x, r.y, r.w, r.h);
}

/// Is `in` inside `out`, to a pixel?
inline bool holds(const ui::Rect& out, const ui::Rect& in) {
    return in.x >= out.x - 1 && in.y >= out.y - 1 && in.right() <= out.right() + 1 && in.bottom() <= out.bottom() + 1;
}

/// What the rules ask of a scene: the numbers of access.md for this panel and these wishes, worked out from the
/// declaration and not taken from the theme.
struct Demands {
    const pack::Strings* strings = nullptr;  ///< of the visit's language
    std::set<std::string> languages{};       ///< that a node may be in
    bool lowered = false;
    bool help_is_open = false, language_is_open = false, settings_are_open = false, everything_is_hidden = false;
    double true_px_per_mm = 4;  ///< of the glass itself
    double least_target_mm = 20, least_gap_mm = 2, least_cap_mm = 4.8;
    double least_text = 7, least_shape = 3;
    double lowest_px = 0, highest_px = 0;  ///< lowered: where targets may stand, from the top of the picture

    static Demands of(ui::Size size, const ui::Panel& panel, const ui::Wishes& wishes) {
        Demands d;
        const double longer = std::max(size.width, size.height), shorter = std::min(size.width, size.height);
        d.true_px_per_mm = longer / panel.longer_side_mm;
        // A panel under 340 x 190 mm has everything in proportion.
        const double share = std::min({1.0, panel.longer_side_mm / 340, shorter / d.true_px_per_mm / 190});
        d.least_target_mm = 20 * share, d.least_gap_mm = 2 * share, d.least_cap_mm = 4.8 * share;
        if (wishes.large_text) d.least_cap_mm = std::max(4.8, 0.0122 * panel.viewing_distance_mm) * share;
        if (wishes.high_contrast) d.least_shape = 7;
        d.lowered = wishes.lower;
        const auto from_top = [&](double above_floor) {
            return size.height - (above_floor - panel.mount_height_mm) * d.true_px_per_mm;
        };
        d.highest_px = std::max(0.0, from_top(1015));
        d.lowest_px = std::min<double>(size.height, from_top(455));
        // Where hardly anything of the panel is in reach: its lowest part.
        d.highest_px = std::max(0.0, std::min(d.highest_px, d.lowest_px - 112 * share * d.true_px_per_mm));
        return d;
    }
};

/// The ring around what has the focus: whole, not covered by anything, to be seen on any ground.
inline std::vector<std::string> faults_of_ring(const ui::Scene& scene, const ui::Node& node, double least_shape) {
    std::vector<std::string> faults;
    const auto fault = [&](const std::string& what) {
        faults.push_back(scene.screen + ": the ring around " + node.id + " " + text_of(node.rect) + " " + what);
    };
    const float line = std::max(1.F, std::round(scene.px_per_mm)), away = std::max(1.F, std::round(0.6F * line));
    const ui::Rect ring = node.rect.grown(line + away);
    if (ring.x < 0 || ring.y < 0 || ring.right() > static_cast<float>(scene.size.width) ||
        ring.bottom() > static_cast<float>(scene.size.height))
        fault("reaches out of the picture");
    struct Side {
        float x, y, dx, dy;
    };
    {
        const float x = node.rect.x + node.rect.w / 2, y = node.rect.y + node.rect.h / 2;  // corners are round
        for (const auto& side : {Side{x, node.rect.y, 0, -1}, Side{x, node.rect.bottom(), 0, 1},
                                 Side{node.rect.x, y, -1, 0}, Side{node.rect.right(), y, 1, 0}}) {
            const auto at = [&](float out) {
                return colour_at(scene.display, side.x + side.dx * out, side.y + side.dy * out).value_or(ui::rgb(0));
            };
            const auto inner = at(away / 2), outer = at(away + line / 2), beyond = at(away + line + 2);
            if (contrast(inner, outer) < least_shape)
                fault(fmt::format("has a contrast of {:.2f} in itself", contrast(inner, outer)));
            else if (std::max(contrast(outer, beyond), contrast(inner, beyond)) < least_shape)
                fault(fmt::format("has a contrast of {:.2f}", contrast(outer, beyond)));
            if (!faults.empty()) return faults;
        }
    }
    return faults;
}

class Audit {
  public:
    Audit(const ui::Scene& scene, Demands demands)
        : scene_(scene), nodes_(scene.nodes), strokes_(scene.display.strokes()), demands_(std::move(demands)) {
        first_ = first_of_dialog();
        for (const auto& node : nodes_) judge(node);
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            for (std::size_t k = i + 1; k < nodes_.size(); ++k) judge(nodes_[i], nodes_[k]);
        judge_letters();
        judge_icons();
        judge_ids();
    }

    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

  private:
    [[nodiscard]] double mm(float px) const { return static_cast<double>(px) / demands_.true_px_per_mm; }
    [[nodiscard]] float px(double mm) const { return static_cast<float>(mm * demands_.true_px_per_mm); }
    [[nodiscard]] ui::Rect whole() const {
        return {0, 0, static_cast<float>(scene_.size.width), static_cast<float>(scene_.size.height)};
    }
    void fault(const ui::Node& node, const std::string& what) {
        faults_.push_back(fmt::format("{}: {} \"{}\" {} {}", scene_.screen, node.id, node.name.substr(0, 40),
                                      text_of(node.rect), what));
    }

    /// The dialog's veil is the last shape over the whole picture; what lies under it is not asked about.
    [[nodiscard]] std::size_t first_of_dialog() const {
        for (std::size_t i = strokes_.size(); i > 0; --i)
            if (strokes_[i - 1].color.a < 255 && strokes_[i - 1].rect == whole()) return i;
        return 0;
    }

    void judge(const ui::Node& node) {
        if (!holds(whole(), node.rect)) fault(node, "reaches out of the picture");
        if (node.cut) fault(node, "is cut");
        if (!demands_.languages.empty() && !demands_.languages.contains(node.language))
            fault(node, "is in the language \"" + node.language + "\"");
        if (node.action) judge_control(node);
        if (node.role == ui::Role::progress) judge_progress(node);
        if (node.role == ui::Role::image || node.role == ui::Role::film ||
            (node.role == ui::Role::dialog && node.cap_px == 0))
            return;
        if (node.name.empty()) fault(node, "has no name");
        if (is_key(node.name)) fault(node, "is a key of the strings");
        judge_said(node);
        if (mm(node.cap_px) < demands_.least_cap_mm)
            fault(node, fmt::format("has capitals of {:.2f} mm", mm(node.cap_px)));
        if (contrast(node.foreground, node.background) < demands_.least_text)
            fault(node, fmt::format("says a contrast of {:.2f}", contrast(node.foreground, node.background)));
    }

    /// What the tree says in words is drawn in words, save of a control that is an icon.
    void judge_said(const ui::Node& node) {
        const auto inside = [&](const ui::Stroke& s) { return holds(node.rect, s.rect); };
        const std::size_t from = first_ < strokes_.size() ? first_ : 0;  // dimmed: the veil is over everything
        bool icon = false;
        std::set<std::string_view> drawn;
        for (std::size_t i = from; i < strokes_.size(); ++i) {
            const auto& s = strokes_[i];
            if (!inside(s)) continue;
            if (s.kind == ui::Stroke::Kind::text) drawn.insert(s.text->text);
            icon = icon || (s.kind == ui::Stroke::Kind::image && s.texture == FakePictures::an_icon);
        }
        if (node.role == ui::Role::button && icon && drawn.empty()) return;
        if (!drawn.contains(node.name)) fault(node, "is not drawn: \"" + node.name + "\"");
        if (node.role == ui::Role::button && !node.value.empty() && !drawn.contains(node.value))
            fault(node, "is not drawn: \"" + node.value + "\"");
    }

    void judge_control(const ui::Node& node) {
        // Half a pixel: rectangles stand on whole ones.
        if (mm(node.rect.w + 0.5F) < demands_.least_target_mm || mm(node.rect.h + 0.5F) < demands_.least_target_mm)
            fault(node, fmt::format("is {:.1f} x {:.1f} mm", mm(node.rect.w), mm(node.rect.h)));
        if (demands_.lowered && (static_cast<double>(node.rect.y) < demands_.highest_px - 1 ||
                                 static_cast<double>(node.rect.bottom()) > demands_.lowest_px + 1))
            fault(node, fmt::format("is out of reach: {:.0f} to {:.0f}", demands_.highest_px, demands_.lowest_px));
        if (node.role != ui::Role::link) judge_edges(node);  // a link is told by its words, which are underlined
        if (!demands_.strings) return;
        const auto said = ui::words_of_node(node, *demands_.strings, ui::Ears::own);
        if (said.empty()) fault(node, "has no spoken form");
        for (const auto& part : said)
            if (part.text.empty() || is_key(part.text)) fault(node, "is said as \"" + part.text + "\"");
    }

    /// Is there "tools.languge" in it: in a table of the strings' file, but without a text of its own there?
    [[nodiscard]] bool is_key(std::string_view text) const {
        if (!demands_.strings) return false;
        for (const auto& word : base::split(text, ' ')) {
            const auto dot = word.find('.');
            if (dot == std::string_view::npos || dot + 1 == word.size() || word[dot + 1] < 'a' || word[dot + 1] > 'z')
                continue;
            const auto table = word.substr(0, dot + 1);
            for (const auto& [key, value] : demands_.strings->texts())
                if (key.starts_with(table)) return true;
        }
        return false;
    }

    /// On each side something of the control stands out from what is beside it.
    void judge_edges(const ui::Node& node) {
        const ui::Rect& r = node.rect;
        const float cx = r.x + r.w / 2, cy = r.y + r.h / 2;
        struct Side {
            const char* name;
            float x, y, dx, dy;
        };
        for (const auto& side : {Side{"top", cx, r.y, 0, 1}, Side{"bottom", cx, r.bottom(), 0, -1},
                                 Side{"left", r.x, cy, 1, 0}, Side{"right", r.right(), cy, -1, 0}}) {
            const auto at = [&](float depth) {
                return colour_at(scene_.display, side.x + side.dx * depth, side.y + side.dy * depth);
            };
            const auto beside = at(-px(demands_.least_gap_mm * 0.95));
            double best = 0;
            for (const double depth : {0.25, 0.5, 1.0, 1.5})
                if (const auto there = at(px(depth * demands_.least_gap_mm / 2)); there && beside)
                    best = std::max(best, contrast(*there, *beside));
            if (beside && best < demands_.least_shape)
                fault(node, fmt::format("has a contrast of {:.2f} at its {}", best, side.name));
        }
    }

    /// What is done stands out from what is to come, and the whole from what it stands on.
    void judge_progress(const ui::Node& node) {
        const auto slash = node.value.find('/');
        if (slash == std::string::npos) return fault(node, "has no value");
        const float share = std::stof(node.value) / std::stof(node.value.substr(slash + 1));
        const float y = node.rect.bottom() - px(demands_.least_gap_mm * 0.75);
        const auto at = [&](float part, float by) {
            const float from_start = node.rect.w * part + by;
            return colour_at(scene_.display,
                             scene_.right_to_left ? node.rect.right() - from_start : node.rect.x + from_start, y);
        };
        const auto done = at(0, node.rect.w * share / 2), ground = at(0, -px(1));
        if (done && ground && contrast(*done, *ground) < demands_.least_shape)
            fault(node, fmt::format("what is done has a contrast of {:.2f}", contrast(*done, *ground)));
        const auto open = at(1, -px(demands_.least_gap_mm * 1.5));
        if (share < 0.95F && done && open && contrast(*done, *open) < demands_.least_shape)
            fault(node, fmt::format("done and to do have a contrast of {:.2f}", contrast(*done, *open)));
        double edge = 0;
        for (const double depth : {0.1, 0.2, 0.3, 0.5})
            if (const auto there = at(1, -px(depth * demands_.least_gap_mm)); there && ground)
                edge = std::max(edge, contrast(*there, *ground));
        if (edge < demands_.least_shape) fault(node, fmt::format("its end has a contrast of {:.2f}", edge));
    }

    void judge(const ui::Node& a, const ui::Node& b) {
        if (a.role == ui::Role::dialog || b.role == ui::Role::dialog) return;
        if (a.action && b.action) {
            judge_order(a, b);
            const float across = std::max(a.rect.x, b.rect.x) - std::min(a.rect.right(), b.rect.right());
            const float down = std::max(a.rect.y, b.rect.y) - std::min(a.rect.bottom(), b.rect.bottom());
            const double gap = mm(std::max(across, down) + 0.5F);
            if (gap < demands_.least_gap_mm)
                fault(b, fmt::format("is {:.1f} mm from {} {}", gap, a.id, text_of(a.rect)));
            return;
        }
        if (a.role == ui::Role::image && b.action) return;  // painted later, on a ground of its own
        // Words stand on their card, or beside every other thing.
        if ((a.action && holds(a.rect, b.rect)) || (b.action && holds(b.rect, a.rect))) return;
        const ui::Rect both = a.rect.clipped(b.rect);
        if (both.w > 1 && both.h > 1) fault(b, fmt::format("lies over {} {}", a.id, text_of(a.rect)));
    }

    /// Keys come to the content first, then to the frame; in each from the top down, and along the line of reading.
    void judge_order(const ui::Node& first, const ui::Node& then) {
        if (first.frame && !then.frame) return fault(then, "comes after the frame: " + first.id);
        if (first.frame != then.frame) return;
        const auto &a = first.rect, &b = then.rect;
        const float across = std::min(a.right(), b.right()) - std::max(a.x, b.x);
        const float down = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
        const bool above = across > 1 && b.bottom() <= a.y + 1;
        const bool before = scene_.right_to_left ? b.x >= a.right() - 1 : b.right() <= a.x + 1;
        if (above || (down > std::min(a.h, b.h) * 0.8F && std::abs(a.h - b.h) < 2 && before))
            fault(then, "comes after " + first.id + " " + text_of(a));
    }

    /// All letters, also those that belong to a control: on what do they stand, and do they stand free?
    void judge_letters() {
        for (std::size_t i = first_; i < strokes_.size(); ++i) {
            if (strokes_[i].kind != ui::Stroke::Kind::text || strokes_[i].rect.empty()) continue;
            const ui::Rect box = strokes_[i].rect;
            const auto letters_fault = [&](const std::string& what) {
                faults_.push_back(fmt::format("{}: letters {} {}", scene_.screen, text_of(box), what));
            };
            if (!holds(whole(), box)) letters_fault("reach out of the picture");
            double least = 21;
            for (const float x : {box.x + 1, box.x + box.w / 2, box.right() - 1})
                for (const float y : {box.y + box.h * 0.25F, box.y + box.h * 0.75F}) {
                    const auto ground = colour_at(scene_.display, i, x, y);
                    least = std::min(least, ground ? contrast(*ground, strokes_[i].color) : 1);
                }
            if (least < demands_.least_text) letters_fault(fmt::format("have a contrast of {:.2f}", least));
            for (std::size_t k = i + 1; k < strokes_.size(); ++k) {
                const ui::Rect both = box.clipped(strokes_[k].rect);
                if (both.w <= 1 || both.h <= 1) continue;
                if (strokes_[k].kind == ui::Stroke::Kind::text)
                    letters_fault("lie under letters " + text_of(strokes_[k].rect));
                else if (strokes_[k].kind == ui::Stroke::Kind::fill || strokes_[k].kind == ui::Stroke::Kind::image)
                    letters_fault("lie under something " + text_of(strokes_[k].rect));
            }
        }
    }

    void judge_icons() {
        for (std::size_t i = first_; i < strokes_.size(); ++i) {
            const auto& s = strokes_[i];
            if (s.kind != ui::Stroke::Kind::image || s.texture != FakePictures::an_icon) continue;
            const auto ground = colour_at(scene_.display, i, s.rect.x + s.rect.w / 2, s.rect.y + s.rect.h / 2);
            const double seen = ground ? contrast(*ground, s.color) : 1;
            if (seen < demands_.least_shape)
                faults_.push_back(
                    fmt::format("{}: an icon {} has a contrast of {:.2f}", scene_.screen, text_of(s.rect), seen));
        }
    }

    void judge_ids() {
        std::set<std::string> ids;
        for (const auto& node : nodes_)
            if (!ids.insert(node.id).second) fault(node, "is there twice");
        if (scene_.of_staff) return;  // what stands on every page of the public
        const auto need = [&](const char* id, bool open_itself) {
            const auto* node = scene_.node(id);
            if (!open_itself && !(node && node->action && !node->disabled))
                faults_.push_back(scene_.screen + ": " + id + " is not there");
        };
        need("hide", demands_.everything_is_hidden);
        need("help", demands_.help_is_open);
        need("language", demands_.language_is_open);
        need("settings", demands_.settings_are_open);
        need("read", false);
    }

    const ui::Scene& scene_;
    const std::vector<ui::Node>& nodes_;
    const std::vector<ui::Stroke>& strokes_;
    Demands demands_;
    std::size_t first_ = 0;
    std::vector<std::string> faults_;
};

}  // namespace talkpoint::tests
