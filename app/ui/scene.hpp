// One frame: what is drawn, and what it means. Nothing is drawn for the public that is not in the tree.
#pragma once

#include "staff/action.hpp"
#include "ui/display_list.hpp"
#include "ui/geometry.hpp"
#include "visit/action.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace talkpoint::ui {

enum class Role { heading, text, image, film, button, link, radio, checkbox, slider, progress, alert, dialog };
[[nodiscard]] std::string_view name_of(Role role);

/// More of the same screen than fits at once: the next or the previous part.
struct TurnPart {
    int by = 1;
};

/// What a touch or a key asks for: of the visit, or of the staff area.
using Deed = std::variant<visit::Action, staff::Action>;

/// What a touch on a node does: that, or something to this screen only.
using NodeAction = std::variant<visit::Action, staff::Action, TurnPart>;

/// One thing on the screen, as a person who cannot see it, a tour or an audit knows it.
struct Node {
    std::string id;
    Role role = Role::text;
    std::string name;
    std::string value;
    std::string description;  ///< of an option: what its picture shows
    bool checked = false;
    bool focused = false;
    bool pressed = false;
    bool disabled = false;
    Rect rect;  ///< pixels; for a control: where a touch counts
    std::string language;
    Color foreground, background;
    float cap_px = 0;             ///< height of a capital H; 0 where there is no text
    bool cut = false;             ///< text did not fit
    bool frame = false;           ///< belongs to the frame that every screen has: Back, Help, Language and so on
    bool live = false;            ///< changes by itself: no part of the page that is read aloud
    bool answer = false;          ///< says what the person thinks: not for the ears of others
    int position = 0, total = 0;  ///< of an option among its like, from 1; 0: it has none
    std::optional<NodeAction> action;
};

struct Scene {
    std::string screen;
    std::string page;             ///< another one is another page: what a finger began on one means nothing here
    std::string language = "en";  ///< the tag of the interface's: "pl", "easy"
    bool right_to_left = false;
    bool large_text = false;
    bool reading = false;   ///< the kiosk reads aloud
    bool of_staff = false;  ///< keys mean what they mean in the staff area: back and out, and nothing of the public's
    enum class Film { none, waits, plays, over };
    Film film = Film::none;           ///< of a film that is watched, not one of the loop
    std::filesystem::path recording;  ///< somebody has recorded the words of this page; empty: nobody
    Size size;
    float px_per_mm = 4;
    std::vector<Node> nodes;  ///< in reading order; what a dialog covers is drawn, but not among them
    DisplayList display;
    std::optional<visit::Action> anywhere;            ///< what a touch beside every control does
    std::optional<visit::Action> onwards, backwards;  ///< what wiping to the next or the last page does
    std::string picture_key;  ///< not empty: another key is another picture, which comes by a slow fade
    float fade = 1;           ///< how much of this picture shows over the one before it

    /// Left becomes right: a scene is laid out from left to right, whatever its language.
    void mirror();
    /// Everything stands so many pixels to the right and down, save what fills the whole screen.
    void move(float right, float down);
    /// The node that a touch there would work, if any.
    [[nodiscard]] const Node* control_at(float x, float y) const;
    [[nodiscard]] const Node* node(std::string_view id) const;
};

/// The screen dump of the contract. `now` is local time; `frames_drawn` counts frames shown so far; `speaking` is what
/// is being said, if anything.
[[nodiscard]] nlohmann::json dump(const Scene& scene, const std::string& now, std::uint64_t frames_drawn,
                                  const std::optional<std::string>& speaking);

}  // namespace talkpoint::ui
