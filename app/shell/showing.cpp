#include "shell/showing.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace talkpoint::shell {
namespace {

using base::Millis;

constexpr Millis frame_interval{16};
/// Long enough to be seen, too short to be waited for. Less than the margin, so that nothing but the page's own ground
/// comes into sight at its edge.
constexpr Millis move_time{180};
constexpr float move_mm = 12;

/// Sixty times a second, however long it takes to draw one; one that takes longer costs only those that it hides.
Millis next_frame(Millis now) { return Millis{((now.count() * 60 / 1000 + 1) * 1000 + 59) / 60}; }

platform::Area area_of(const ui::Rect& rect) {
    return {static_cast<int>(rect.x), static_cast<int>(rect.y), static_cast<int>(rect.w), static_cast<int>(rect.h)};
}

/// A visit that ends, or is asked whether it has, is not a place that somebody went to.
bool is_a_place(const ui::Scene& scene) {
    return scene.screen != "attract" && scene.screen != "hidden" && scene.screen != "idle-warning";
}

}  // namespace

bool Showing::must_wait(const ui::Scene& next, bool new_page, Millis now) {
    if (!new_page || next.screen == "hidden" || next.display.texts_ready()) return false;
    return !waiting_ || now - waiting_->since < patience;
}

void Showing::show(ui::Scene next, const std::string& page, Heading heading, bool still, bool again, Millis now) {
    const bool new_page = first_ || page != page_;
    if (must_wait(next, new_page, now)) {
        const Millis since = waiting_ ? waiting_->since : now;
        waiting_ = Waiting{std::move(next), since};
        return;
    }
    waiting_.reset();
    const bool other_slide =
        !first_ && !next.picture_key.empty() && !scene_.picture_key.empty() && next.picture_key != scene_.picture_key;
    const bool slide_fades = other_slide && next.fade < 1;
    const bool moves = new_page && !first_ && !still && is_a_place(next) && is_a_place(scene_);
    if (new_page) move_.reset();
    if (slide_fades) canvas_.keep_previous();
    const ui::Rect whole{0, 0, static_cast<float>(next.size.width), static_cast<float>(next.size.height)};
    const bool everything = first_ || other_slide;
    const ui::Rect damage = everything ? whole : next.display.damage_since(scene_.display).clipped(whole);
    if (!damage.empty()) canvas_.draw(area_of(damage), [&](ImDrawList& into) { next.display.paint(into, damage); });
    const bool fading = next.fade != scene_.fade || slide_fades;
    if (moves) begin_move(next, heading, now);
    scene_ = std::move(next);
    page_ = page;
    if (!damage.empty() || fading || again || move_) present(now);
    first_ = false;
}

void Showing::begin_move(const ui::Scene& next, Heading heading, Millis now) {
    const float far = std::round(move_mm * next.px_per_mm);
    const float along = next.right_to_left ? -far : far;  // the line of reading
    switch (heading) {
        case Heading::onwards:
            move_ = Move{now, along, 0};
            return;
        case Heading::back:
            move_ = Move{now, -along, 0};
            return;
        case Heading::over:
            move_ = Move{now, 0, far};
            return;
    }
}

void Showing::present(Millis now) {
    ++frames_drawn_;
    if (!move_) return canvas_.show({scene_.fade, 0, 0});
    const auto passed = static_cast<float>((now - move_->since + frame_interval).count());
    const float t = std::min(1.F, passed / static_cast<float>(move_time.count()));
    const float left = (1 - t) * (1 - t);  // quick at first, then coming to rest
    canvas_.show({1, std::round(move_->x * left), std::round(move_->y * left)});
    if (t >= 1) move_.reset();
}

void Showing::begin_again() {
    scene_ = {};
    page_.clear();
    waiting_.reset();
    move_.reset();
    first_ = true;
}

void Showing::arrive() {
    if (std::exchange(move_, std::nullopt)) present(Millis{0});
}

std::optional<Millis> Showing::due(Millis now) const {
    if (waiting_) return waiting_->since + patience;
    if (move_ || scene_.fade < 1) return next_frame(now);
    return {};
}

}  // namespace talkpoint::shell
