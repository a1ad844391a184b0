#include "ui/strip.hpp"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace talkpoint::ui {
namespace {

/// Writes the strip from its top, until there is no more room above the notes.
class Writer {
  public:
    Writer(Builder& b, Rect area, float unit) : b_(b), unit_(unit), left_(area.inset(18 * unit)) {}

    void write(const Strip& strip) {
        notes(strip.notes);
        line("preview.title", Role::heading, strip.title, style(11, Weight::bold), 0);
        line("preview.state", strip.alarm ? Role::alert : Role::text, strip.state, style(8.6F, Weight::bold), 6);
        for (std::size_t i = 0; i < strip.groups.size() && !full_; ++i) group(strip.groups[i], i);
        std::size_t all = 0;
        for (const auto& group : strip.groups) all += group.problems.size();
        if (all > shown_)
            line("preview.more", Role::text,
                 fmt::format("… and {} more; talkpointctl check lists them all", all - shown_), style(8.2F), 10);
    }

  private:
    [[nodiscard]] TextStyle style(float cap, Weight weight = Weight::regular) const {
        return {std::round(cap * unit_ * 4) / 4, weight, Align::start, false};
    }

    void line(const std::string& id, Role role, const std::string& words, const TextStyle& look, float before) {
        left_.take_top(before * unit_);
        const Laid laid = b_.lay(words, look, left_.w);
        b_.text(id, role, laid, left_.x, left_.y, b_.palette().ink);
        left_.take_top(laid.height());
    }

    void notes(const std::vector<std::string>& notes) {
        float height = 0;
        std::vector<Laid> laid;
        for (const auto& note : notes) {
            laid.push_back(b_.lay(note, style(8), left_.w));
            height += laid.back().height();
        }
        Rect foot = left_.take_bottom(height);
        for (std::size_t i = 0; i < laid.size(); ++i)
            b_.text(fmt::format("preview.note.{}", i), Role::text, laid[i], foot.x, foot.take_top(laid[i].height()).y,
                    b_.palette().ink);
        left_.take_bottom(8 * unit_);
        b_.display().fill({left_.x, left_.bottom(), left_.w, std::max(1.F, unit_)}, b_.palette().line);
        left_.take_bottom(26 * unit_);  // "and more" has its place
    }

    void group(const Strip::Group& group, std::size_t number) {
        if (group.problems.empty()) return;
        const auto look = style(9.4F, Weight::bold);
        if (left_.h < (14 + 12) * unit_ + b_.lay(group.heading, look, left_.w).height()) {
            full_ = true;
            return;
        }
        line(fmt::format("preview.group.{}", number), Role::heading, group.heading, look, 14);
        for (const auto& found : group.problems) {
            problem(found);
            if (full_) return;
        }
    }

    /// A filled shape and the word "Error", or an outlined one and "Warning"; then where it is, then what to do.
    void problem(const Strip::Problem& found) {
        const auto& p = b_.palette();
        const float along = 6 * unit_, up = 3 * unit_, apart = 10 * unit_;
        const Laid word = b_.lay(found.error ? "Error" : "Warning", style(7.6F, Weight::bold), left_.w);
        const Rect badge{left_.x, left_.y + apart, word.width() + 2 * along, word.height() + 2 * up};
        const float beside = left_.w - badge.w - 8 * unit_;
        const Laid place = b_.lay(found.place, style(8.2F, Weight::bold), beside);
        const Laid text = b_.lay(found.text, style(8.6F), left_.w);
        const float head = std::max(badge.h, place.height() + up);
        // One that is longer than the whole strip is shown as far as it goes.
        full_ = shown_ > 0 && apart + head + 2 * unit_ + text.height() > left_.h;
        if (full_) return;
        const auto id = fmt::format("preview.problem.{}", shown_++);
        const Color ground = b_.ground();
        b_.display().fill(badge, found.error ? p.alarm : p.sun, found.error ? 2 * unit_ : badge.h / 2);
        if (!found.error) b_.display().outline(badge, p.ink, std::max(1.F, unit_), badge.h / 2);
        b_.ground(found.error ? p.alarm : p.sun);
        b_.text(id + ".kind", Role::text, word, badge.x + along, badge.y + up, found.error ? p.on_deep : p.ink);
        b_.ground(ground);
        b_.text(id + ".place", Role::text, place, badge.right() + 8 * unit_, badge.y + up, p.ink);
        b_.text(id + ".text", found.error ? Role::alert : Role::text, text, left_.x, badge.y + head + 2 * unit_, p.ink);
        left_.take_top(apart + head + 2 * unit_ + text.height());
    }

    Builder& b_;
    float unit_;
    Rect left_;
    std::size_t shown_ = 0;
    bool full_ = false;
};

}  // namespace

Halves halves_of(Size window) {
    constexpr float share = 0.7F, long_side = 16, short_side = 9;
    const auto w = static_cast<float>(window.width), h = static_cast<float>(window.height);
    if (h > w) {
        const float high = std::floor(std::min(h * share, w * long_side / short_side));
        const float wide = std::floor(high * short_side / long_side);
        return {{std::floor((w - wide) / 2), 0, wide, high}, {0, high, w, h - high}};
    }
    const float wide = std::floor(std::min(w * share, h * long_side / short_side));
    const float high = std::floor(wide * short_side / long_side);
    return {{0, std::floor((h - high) / 2), wide, high}, {wide, 0, w - wide, h}};
}

Scene with_strip(const Scene& screen, const Strip& strip, const Context& context, Size window) {
    const auto [place, beside] = halves_of(window);
    const Theme theme{window, Panel{}};
    const pack::Strings english;
    Builder b{{theme, context.texts, context.pictures, english, context.interaction, false}, screen.screen};
    const auto& p = b.palette();
    // What the screen paints beyond its edge is not seen on a panel.
    b.display().fill({0, 0, place.x, b.whole().h}, p.dark);
    b.display().fill({place.right(), 0, b.whole().w - place.right(), b.whole().h}, p.dark);
    b.display().fill({place.x, 0, place.w, place.y}, p.dark);
    b.display().fill({place.x, place.bottom(), place.w, b.whole().h - place.bottom()}, p.dark);
    b.display().fill(beside, p.surface);
    b.ground(p.surface);
    const int longer = std::max(window.width, window.height);
    Writer{b, beside, std::max(1.F, static_cast<float>(longer) / 1280)}.write(strip);
    Scene drawn = b.take();

    Scene whole = screen;
    whole.size = window;
    for (auto& node : whole.nodes) {
        node.rect.x += place.x;
        node.rect.y += place.y;
    }
    std::ranges::move(drawn.nodes, std::back_inserter(whole.nodes));
    whole.display = {};
    whole.display.append(screen.display, place.x, place.y);
    whole.display.append(drawn.display, 0, 0);
    return whole;
}

}  // namespace talkpoint::ui
