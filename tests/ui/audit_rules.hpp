// What access.md promises of every screen, measured on one scene. Every fault is a line with its numbers.
#pragma once

#include "ui/scene.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace talkpoint::tests {

/// Relative luminance of WCAG 2.2.
inline double luminance(ui::Color color) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

/// Contrast ratio of WCAG 2.2, 1 to 21.
inline double contrast(ui::Color a, ui::Color b) {
    const double light = std::max(luminance(a), luminance(b)), dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

inline constexpr double least_target_mm = 20, least_gap_mm = 2, least_cap_mm = 4.8, least_contrast = 7;

inline std::string text_of(const ui::Rect& r) {
    return fmt::format("[{:.1f}, {:.1f}, {:.1f}, {:.1f}]", r.x, r.y, r.w, r.h);
}

/// Is `in` inside `out`, to a pixel?
inline bool holds(const ui::Rect& out, const ui::Rect& in) {
    return in.x >= out.x - 1 && in.y >= out.y - 1 && in.right() <= out.right() + 1 && in.bottom() <= out.bottom() + 1;
}

class Audit {
  public:
    explicit Audit(const ui::Scene& scene, bool help_is_open = false) : scene_(scene), nodes_(scene.nodes) {
        for (const auto& node : nodes_) judge(node);
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            for (std::size_t k = i + 1; k < nodes_.size(); ++k) judge(nodes_[i], nodes_[k]);
        judge_letters();
        std::set<std::string> ids;
        for (const auto& node : nodes_)
            if (!ids.insert(node.id).second) faults_.push_back(scene.screen + ": id " + node.id + " is there twice");
        const bool hidden = scene.screen == "hidden";
        if (!hidden && !has("hide")) faults_.push_back(scene.screen + ": Hide is not there");
        if (!help_is_open && !has("help")) faults_.push_back(scene.screen + ": Help is not there");
    }

    [[nodiscard]] const std::vector<std::string>& faults() const { return faults_; }

  private:
    [[nodiscard]] bool has(std::string_view id) const {
        return std::ranges::any_of(nodes_, [&](const ui::Node& n) { return n.id == id && n.action && !n.disabled; });
    }
    void fault(const ui::Node& node, const std::string& what) {
        faults_.push_back(fmt::format("{}: {} \"{}\" {} {}", scene_.screen, node.id, node.name.substr(0, 24),
                                      text_of(node.rect), what));
    }
    [[nodiscard]] double mm(float px) const { return static_cast<double>(px / scene_.px_per_mm); }

    void judge(const ui::Node& node) {
        if (!holds({0, 0, static_cast<float>(scene_.size.width), static_cast<float>(scene_.size.height)}, node.rect))
            fault(node, "reaches out of the picture");
        if (node.action && (mm(node.rect.w) < least_target_mm || mm(node.rect.h) < least_target_mm))
            fault(node, fmt::format("is {:.1f} x {:.1f} mm", mm(node.rect.w), mm(node.rect.h)));
        if (node.cut) fault(node, "is cut");
        if (node.role == ui::Role::image || (node.role == ui::Role::dialog && node.cap_px == 0)) return;
        if (node.name.empty()) fault(node, "has no name");
        if (mm(node.cap_px) < least_cap_mm) fault(node, fmt::format("has capitals of {:.2f} mm", mm(node.cap_px)));
        if (contrast(node.foreground, node.background) < least_contrast)
            fault(node, fmt::format("has a contrast of {:.2f}", contrast(node.foreground, node.background)));
    }

    void judge(const ui::Node& a, const ui::Node& b) {
        if (a.role == ui::Role::dialog || b.role == ui::Role::dialog) return;
        if (a.action && b.action) {
            const float across = std::max(a.rect.x, b.rect.x) - std::min(a.rect.right(), b.rect.right());
            const float down = std::max(a.rect.y, b.rect.y) - std::min(a.rect.bottom(), b.rect.bottom());
            const double gap = mm(std::max(across, down));
            if (gap < least_gap_mm) fault(b, fmt::format("is {:.1f} mm from {} {}", gap, a.id, text_of(a.rect)));
            return;
        }
        if (a.role == ui::Role::image && b.action) return;  // painted later, on a ground of its own
        // Words stand on their card, or beside every other thing.
        if ((a.action && holds(a.rect, b.rect)) || (b.action && holds(b.rect, a.rect))) return;
        const ui::Rect both = a.rect.clipped(b.rect);
        if (both.w > 1 && both.h > 1) fault(b, fmt::format("lies over {} {}", a.id, text_of(a.rect)));
    }

    /// Also the words that belong to a control stand inside the picture and not on other words.
    void judge_letters() {
        if (scene_.screen == "idle-warning") return;  // its words stand on those of the screen beneath
        const auto& strokes = scene_.display.strokes();
        const ui::Rect whole{0, 0, static_cast<float>(scene_.size.width), static_cast<float>(scene_.size.height)};
        for (std::size_t i = 0; i < strokes.size(); ++i) {
            if (strokes[i].kind != ui::Stroke::Kind::text || strokes[i].rect.empty()) continue;
            const ui::Rect box = strokes[i].rect;
            if (!holds(whole, box))
                faults_.push_back(scene_.screen + ": letters " + text_of(box) + " reach out of the picture");
            for (std::size_t k = i + 1; k < strokes.size(); ++k) {
                if (strokes[k].kind != ui::Stroke::Kind::text) continue;
                const ui::Rect both = box.clipped(strokes[k].rect);
                if (both.w > 1 && both.h > 1)
                    faults_.push_back(fmt::format("{}: letters {} lie over letters {}", scene_.screen,
                                                  text_of(strokes[k].rect), text_of(box)));
            }
        }
    }

    const ui::Scene& scene_;
    const std::vector<ui::Node>& nodes_;
    std::vector<std::string> faults_;
};

}  // namespace talkpoint::tests
