#include "ui/display_list.hpp"

#include <imgui.h>

namespace talkpoint::ui {
namespace {

ImU32 packed(Color c) { return IM_COL32(c.r, c.g, c.b, c.a); }
ImVec2 corner(const Rect& r) { return {r.x, r.y}; }
ImVec2 far_corner(const Rect& r) { return {r.right(), r.bottom()}; }
ImTextureID handle(TextureId id) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id & 0xffffffffU));
}

void draw_wave(ImDrawList& into, const Stroke& stroke) {
    constexpr int steps = 48;
    const float swing = stroke.thickness;
    // Two slow swings of unlike length, so that it looks drawn by hand.
    const auto edge = [&](int i) {
        const float t = static_cast<float>(i) / steps;
        return stroke.rect.bottom() + swing * (0.6F * std::sin(t * 5.6F + 0.6F) + 0.4F * std::sin(t * 9.4F + 2.F));
    };
    for (int i = 0; i < steps; ++i) {
        // Each a pixel wider than its share: smooth edges that only meet would show the ground between them.
        const float left = stroke.rect.x + stroke.rect.w * static_cast<float>(i) / steps;
        const float right = stroke.rect.x + stroke.rect.w * static_cast<float>(i + 1) / steps + 1;
        into.AddQuadFilled({left, stroke.rect.y}, {right, stroke.rect.y}, {right, edge(i + 1)}, {left, edge(i)},
                           packed(stroke.color));
    }
}

}  // namespace

Rect Stroke::bounds() const {
    switch (kind) {
        case Kind::fill:
        case Kind::disc:
        case Kind::image:
            return rect.grown(1);
        case Kind::outline:
            return rect.grown(thickness + 1);
        case Kind::wave:
            return {rect.x, rect.y, rect.w, rect.h + thickness + 1};
        case Kind::text:
            return text->ink(rect.x, rect.y);
    }
    return rect;
}

void DisplayList::text(float x, float y, std::shared_ptr<TextBlock> block, Color color) {
    const Rect rect{x + block->left, y, block->width, block->height};
    const TextureId mask = block->mask();
    add({Stroke::Kind::text, rect, 0, 0, color, mask, std::move(block)});
}

bool DisplayList::texts_ready() const {
    return std::ranges::all_of(strokes_, [](const Stroke& s) { return !s.text || s.text->ready(); });
}

void DisplayList::append(const DisplayList& other, float right, float down) {
    for (Stroke stroke : other.strokes_) {
        stroke.rect = stroke.rect.moved(right, down);
        add(std::move(stroke));
    }
}

void DisplayList::move(float right, float down, const Rect& whole) {
    for (auto& stroke : strokes_)
        if (stroke.rect != whole) stroke.rect = stroke.rect.moved(right, down);
}

void DisplayList::mirror(float width) {
    for (auto& stroke : strokes_) stroke.rect.x = width - stroke.rect.right();
}

Rect DisplayList::damage_since(const DisplayList& before) const {
    const auto &now = strokes_, &then = before.strokes_;
    std::size_t head = 0;
    while (head < now.size() && head < then.size() && now[head] == then[head]) ++head;
    std::size_t tail = 0;
    while (tail < now.size() - head && tail < then.size() - head &&
           now[now.size() - 1 - tail] == then[then.size() - 1 - tail])
        ++tail;
    Rect damage;
    const std::size_t now_end = now.size() - tail, then_end = then.size() - tail;
    // As many strokes as before: most of those between still stand where they stood.
    const bool paired = now_end == then_end;
    for (std::size_t i = head; i < now_end; ++i)
        if (!paired || now[i] != then[i]) damage = damage.united(now[i].bounds());
    for (std::size_t i = head; i < then_end; ++i)
        if (!paired || now[i] != then[i]) damage = damage.united(then[i].bounds());
    return damage.rounded_out();
}

void DisplayList::paint(ImDrawList& into, const Rect& area) const {
    into.PushClipRect(corner(area), far_corner(area), false);
    for (const auto& s : strokes_) {
        if (!s.bounds().touches(area)) continue;
        switch (s.kind) {
            case Stroke::Kind::fill:
                into.AddRectFilled(corner(s.rect), far_corner(s.rect), packed(s.color), s.radius);
                break;
            case Stroke::Kind::outline: {
                // ImGui centres the line on the edge; ours lies inside.
                const Rect middle = s.rect.inset(s.thickness / 2);
                into.AddRect(corner(middle), far_corner(middle), packed(s.color),
                             std::max(0.F, s.radius - s.thickness / 2), 0, s.thickness);
                break;
            }
            case Stroke::Kind::disc:
                into.AddCircleFilled({s.rect.x + s.radius, s.rect.y + s.radius}, s.radius, packed(s.color), 0);
                break;
            case Stroke::Kind::image: {
                const ImVec2 at{std::round(s.rect.x), std::round(s.rect.y)};
                into.AddImage(handle(s.texture), at, {at.x + std::round(s.rect.w), at.y + std::round(s.rect.h)}, {0, 0},
                              {1, 1}, packed(s.color));
                break;
            }
            case Stroke::Kind::text: {
                if (!s.texture) break;
                const Rect ink = s.text->ink(s.rect.x, s.rect.y);
                into.AddImage(handle(s.texture), corner(ink), far_corner(ink), {0, 0}, {1, 1}, packed(s.color));
                break;
            }
            case Stroke::Kind::wave:
                draw_wave(into, s);
                break;
        }
    }
    into.PopClipRect();
}

}  // namespace talkpoint::ui
