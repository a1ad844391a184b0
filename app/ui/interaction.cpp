#include "ui/interaction.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::ui {
namespace {
constexpr base::Millis one_touch{500};
}

std::optional<visit::Action> Interaction::pointer(const Pointer& p, const Scene& scene, base::Millis now) {
    const Node* under = scene.control_at(p.x, p.y);
    switch (p.phase) {
        case Pointer::Phase::down:
            focused_.reset();
            down_on_.reset();
            if (under) down_on_ = under->id;
            down_anywhere_ = !under;
            pressed_ = down_on_;
            return {};
        case Pointer::Phase::move:
            pressed_.reset();
            if (down_on_ && under && under->id == *down_on_) pressed_ = down_on_;
            return {};
        case Pointer::Phase::cancel:
            down_on_.reset();
            pressed_.reset();
            down_anywhere_ = false;
            return {};
        case Pointer::Phase::up:
            break;
    }
    const auto came_down_on = std::exchange(down_on_, std::nullopt);
    const bool beside = std::exchange(down_anywhere_, false);
    pressed_.reset();
    if (beside && !under && scene.anywhere) return scene.anywhere;
    if (!under || !came_down_on || under->id != *came_down_on) return {};
    if (under->id == last_activated_ && now - last_activated_at_ < one_touch) return {};
    last_activated_ = under->id;
    last_activated_at_ = now;
    return act(*under->action);
}

std::optional<visit::Action> Interaction::activate(const Node& node) {
    if (!node.action || node.disabled) return {};
    return act(*node.action);
}

std::optional<visit::Action> Interaction::act(const NodeAction& action) {
    if (const auto* turn = std::get_if<TurnPart>(&action)) {
        part_ = std::max(0, part_ + turn->by);
        return {};
    }
    return std::get<visit::Action>(action);
}

std::optional<visit::Action> Interaction::key(Key key, const Scene& scene) {
    switch (key) {
        case Key::tab:
        case Key::down:
        case Key::right:
            move_focus(scene, 1);
            return {};
        case Key::shift_tab:
        case Key::up:
        case Key::left:
            move_focus(scene, -1);
            return {};
        case Key::enter: {
            const Node* node = focused_ ? scene.node(*focused_) : nullptr;
            if (node) return activate(*node);
            return scene.anywhere;
        }
        case Key::escape:
            return visit::Back{};
        case Key::home:
            return visit::Home{};
        case Key::help:
            return visit::GetHelp{};
        case Key::shift:
            return visit::ShiftPressed{};
    }
    return {};
}

void Interaction::move_focus(const Scene& scene, int by) {
    std::vector<const Node*> stops;
    for (const auto& node : scene.nodes)
        if (node.action && !node.disabled) stops.push_back(&node);
    if (stops.empty()) return;
    const auto count = static_cast<int>(stops.size());
    int index = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (is_focused(stops[static_cast<std::size_t>(i)]->id)) index = i;
    focused_ = stops[static_cast<std::size_t>((index + by + count) % count)]->id;
}

void Interaction::arrive(const std::string& place) {
    if (place == place_) return;
    place_ = place;
    part_ = 0;
}

void Interaction::forget() { *this = Interaction{}; }

}  // namespace talkpoint::ui
