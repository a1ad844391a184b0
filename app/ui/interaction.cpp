#include "ui/interaction.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::ui {
namespace {

constexpr base::Millis one_touch{500};
constexpr float one_spot_mm = 10;  // as near as a finger hits twice
/// Fingers of one hand that come down as one arrive within this.
constexpr base::Millis together{80};
/// A device that was unplugged never says that its fingers were lifted.
constexpr std::size_t most_fingers = 20;

// A wipe to the next page: so far, so straight, so quick.
constexpr float wipe_mm = 25, wipe_slope = 0.5F;
constexpr base::Millis wipe_time{1000};

std::optional<Deed> wiped(const Pointer& from, const Pointer& to, const Scene& scene) {
    const float across = to.x - from.x, down = to.y - from.y;
    const bool far = std::abs(across) >= wipe_mm * scene.px_per_mm;
    const bool straight = std::abs(down) <= std::abs(across) * wipe_slope;
    if (!far || !straight) return {};
    const bool towards_start = across < 0;  // the page goes away to the left, and the next comes from the right
    const auto& turned = towards_start != scene.right_to_left ? scene.onwards : scene.backwards;
    return turned ? std::optional<Deed>{*turned} : std::nullopt;
}

bool has_controls(const Scene& scene) {
    return std::ranges::any_of(scene.nodes, [](const Node& node) { return node.action && !node.disabled; });
}

/// Something lies over the page and wants an answer first: no key reaches what it covers.
bool asks(const Scene& scene) {
    return std::ranges::any_of(scene.nodes, [](const Node& node) { return node.role == Role::dialog; });
}

/// What keys mean that work no control. A dialog wants its answer first.
std::optional<Deed> for_public(Key key, const Scene& scene) {
    switch (key) {
        case Key::escape:
            return asks(scene) ? visit::Action{visit::StillHere{}} : visit::Back{};
        case Key::home:
            return asks(scene) ? visit::Action{visit::StillHere{}} : visit::Home{};
        case Key::help:
            return visit::GetHelp{};
        case Key::read:
            return visit::ReadAloud{!scene.reading};
        case Key::again:
            return visit::SayAgain{};
        case Key::pause:
            return visit::PauseReading{};
        case Key::quieter:
            return visit::ChangeVolume{-10};
        case Key::louder:
            return visit::ChangeVolume{10};
        case Key::shift:
            return visit::ShiftPressed{};
        case Key::tab:
        case Key::shift_tab:
        case Key::enter:
        case Key::up:
        case Key::down:
        case Key::left:
        case Key::right:
            return {};
    }
    return {};
}

std::optional<Deed> for_staff(Key key) {
    if (key == Key::escape) return staff::Back{};
    if (key == Key::home) return staff::Leave{};
    return {};
}

}  // namespace

/// Is this of the finger that counts? Keeps the list of those that are down.
bool Interaction::counts(const Pointer& p, base::Millis now) {
    const auto known = std::ranges::find(fingers_, p.finger, &Finger::id);
    switch (p.phase) {
        case Pointer::Phase::down: {
            if (known != fingers_.end()) fingers_.erase(known);
            const bool as_one = !fingers_.empty() && now - fingers_.back().since < together;
            fingers_.push_back({p.finger, now});
            if (fingers_.size() > most_fingers) fingers_.erase(fingers_.begin());
            if (as_one) let_go();
            return !as_one;
        }
        case Pointer::Phase::move:
            break;
        case Pointer::Phase::up:
        case Pointer::Phase::cancel:
            if (known != fingers_.end()) fingers_.erase(known);
            break;
    }
    return came_down_ && came_down_->finger == p.finger;
}

void Interaction::let_go() {
    came_down_.reset();
    down_on_.reset();
    pressed_.reset();
}

std::optional<Deed> Interaction::pointer(const Pointer& p, const Scene& scene, base::Millis now) {
    if (!counts(p, now)) return {};
    const Node* under = scene.control_at(p.x, p.y);
    switch (p.phase) {
        case Pointer::Phase::down:
            focused_.reset();
            let_go();
            came_down_ = p;
            came_down_at_ = now;
            came_down_page_ = scene.page;
            if (under) down_on_ = under->id, down_on_name_ = under->name;
            pressed_ = down_on_;
            return {};
        case Pointer::Phase::move:
            pressed_.reset();
            if (down_on_ && under && under->id == *down_on_ && still_meant(under, scene)) pressed_ = down_on_;
            return {};
        case Pointer::Phase::up: {
            auto action = lifted(p, scene, now);
            let_go();
            return action;
        }
        case Pointer::Phase::cancel:
            let_go();
            return {};
    }
    return {};
}

std::optional<Deed> Interaction::lifted(const Pointer& p, const Scene& scene, base::Millis now) {
    const Node* under = scene.control_at(p.x, p.y);
    if (!still_meant(under, scene)) return {};
    if (!down_on_) {
        if (now - came_down_at_ <= wipe_time)
            if (auto turned = wiped(*came_down_, p, scene)) return turned;
        if (under || !scene.anywhere || doubled(p, nullptr, scene, now)) return {};
        return *scene.anywhere;
    }
    if (!under || under->id != *down_on_ || under->name != down_on_name_ || doubled(p, under, scene, now)) return {};
    return act(*under->action);
}

bool Interaction::still_meant(const Node* under, const Scene& scene) const {
    return scene.page == came_down_page_ || (under && under->frame);
}

bool Interaction::doubled(const Pointer& p, const Node* under, const Scene& scene, base::Millis now) {
    const bool same_control = under && under->id == last_activated_;
    const bool same_spot = (under || !last_activated_.empty()) &&  // beside every control a touch does no harm
                           std::hypot(p.x - last_x_, p.y - last_y_) < one_spot_mm * scene.px_per_mm;
    if (now - last_activated_at_ < one_touch && (same_control || same_spot)) return true;
    last_activated_ = under ? under->id : "";
    last_x_ = p.x, last_y_ = p.y;
    last_activated_at_ = now;
    return false;
}

std::optional<Deed> Interaction::activate(const Node& node) {
    if (!node.action || node.disabled) return {};
    return act(*node.action);
}

std::optional<Deed> Interaction::act(const NodeAction& action) {
    if (const auto* turn = std::get_if<TurnPart>(&action)) {
        part_ = std::max(0, part_ + turn->by);
        return {};
    }
    if (const auto* of_staff = std::get_if<staff::Action>(&action)) return *of_staff;
    return std::get<visit::Action>(action);
}

std::optional<Deed> Interaction::choose(const Scene& scene) {
    const Node* node = focused_ ? scene.node(*focused_) : nullptr;
    if (node) return activate(*node);
    return scene.anywhere ? std::optional<Deed>{*scene.anywhere} : std::nullopt;
}

std::optional<Deed> Interaction::choose_by_touch(const Scene& scene, base::Millis now) {
    if (now - last_activated_at_ < one_touch) return {};
    last_activated_at_ = now;
    last_activated_.clear();
    return choose(scene);
}

std::optional<Deed> Interaction::key(Key key, const Scene& scene) {
    // Nothing there to go through or to leave: whoever presses anything wants the one thing that can be done. What says
    // where it leads does that.
    if (scene.anywhere && !has_controls(scene) && key != Key::help && key != Key::read) return *scene.anywhere;
    switch (key) {
        case Key::tab:
        case Key::down:
            move_focus(scene, 1);
            return {};
        case Key::shift_tab:
        case Key::up:
            move_focus(scene, -1);
            return {};
        case Key::right:
            move_focus(scene, scene.right_to_left ? -1 : 1);
            return {};
        case Key::left:
            move_focus(scene, scene.right_to_left ? 1 : -1);
            return {};
        case Key::enter:
            return choose(scene);
        case Key::escape:
        case Key::home:
        case Key::help:
        case Key::read:
        case Key::again:
        case Key::pause:
        case Key::quieter:
        case Key::louder:
        case Key::shift:
            return scene.of_staff ? for_staff(key) : for_public(key, scene);
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

void Interaction::arrive(const std::string& place, bool again) {
    if (place == place_) return;
    parts_[place_] = part_;
    place_ = place;
    part_ = again ? parts_[place] : 0;
    focused_.reset();
    pressed_.reset();
}

void Interaction::forget() {
    let_go();
    place_.clear();
    parts_.clear();
    part_ = 0;
    focused_.reset();
}

}  // namespace talkpoint::ui
