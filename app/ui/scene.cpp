#include "ui/scene.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ranges>

namespace talkpoint::ui {
namespace {

constexpr std::array<std::string_view, 12> role_names = {
    "heading", "text", "image", "film", "button", "link", "radio", "checkbox", "slider", "progress", "alert", "dialog"};

std::string hex(Color c) { return fmt::format("#{:02X}{:02X}{:02X}", c.r, c.g, c.b); }

nlohmann::json to_json(const Node& node) {
    auto state = nlohmann::json::array();
    if (node.checked) state.push_back("checked");
    if (node.focused) state.push_back("focused");
    if (node.pressed) state.push_back("pressed");
    if (node.disabled) state.push_back("disabled");
    const auto whole = [](float v) { return static_cast<int>(std::lround(v)); };
    nlohmann::json out{{"id", node.id},
                       {"role", name_of(node.role)},
                       {"name", node.name},
                       {"value", node.value},
                       {"state", state},
                       {"rect", {whole(node.rect.x), whole(node.rect.y), whole(node.rect.w), whole(node.rect.h)}},
                       {"lang", node.language},
                       {"fg", hex(node.foreground)},
                       {"bg", hex(node.background)},
                       {"cap_px", std::round(static_cast<double>(node.cap_px) * 10) / 10},
                       {"cut", node.cut},
                       {"action", node.action.has_value()}};
    if (!node.description.empty()) out["description"] = node.description;
    return out;
}

}  // namespace

std::string_view name_of(Role role) { return role_names[static_cast<std::size_t>(role)]; }

void Scene::mirror() {
    right_to_left = true;
    const auto width = static_cast<float>(size.width);
    for (auto& node : nodes) node.rect.x = width - node.rect.right();
    display.mirror(width);
}

void Scene::move(float right, float down) {
    const Rect whole{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
    for (auto& node : nodes) node.rect = node.rect.moved(right, down);
    display.move(right, down, whole);
}

const Node* Scene::control_at(float x, float y) const {
    const auto hit = std::ranges::find_if(
        nodes | std::views::reverse, [&](const Node& n) { return n.action && !n.disabled && n.rect.contains(x, y); });
    return hit == nodes.rend() ? nullptr : &*hit;
}

const Node* Scene::node(std::string_view id) const {
    const auto found = std::ranges::find(nodes, id, &Node::id);
    return found == nodes.end() ? nullptr : &*found;
}

nlohmann::json dump(const Scene& scene, const std::string& now, std::uint64_t frames_drawn,
                    const std::optional<std::string>& speaking) {
    auto nodes = nlohmann::json::array();
    for (const auto& node : scene.nodes) nodes.push_back(to_json(node));
    return {{"screen", scene.screen},
            {"language", scene.language},
            {"direction", scene.right_to_left ? "rtl" : "ltr"},
            {"size_px", {scene.size.width, scene.size.height}},
            {"px_per_mm", std::round(static_cast<double>(scene.px_per_mm) * 100) / 100},
            {"text_size", scene.large_text ? "large" : "standard"},
            {"now", now},
            {"speaking", speaking ? nlohmann::json(*speaking) : nlohmann::json()},
            {"frames_drawn", frames_drawn},
            {"nodes", std::move(nodes)}};
}

}  // namespace talkpoint::ui
