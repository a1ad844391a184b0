// The frame around every screen: what leads away from it, help, language, reading aloud, settings. Not for others.
#pragma once

#include "ui/screens/screens.hpp"
#include "ui/widgets.hpp"

#include <optional>
#include <string>

namespace talkpoint::ui {

/// What this screen has of the frame, beside Help, Hide and the tools, which stand on every screen.
struct Header {
    bool back = false;
    bool home = false;   ///< the way home, where nothing can be lost
    bool stop = false;   ///< in a survey: leave, nothing is kept
    bool brand = false;  ///< the name of the kiosk and of its place
    bool hide = true;    ///< off only where everything is hidden already
    bool on_dark = false;
    bool quiet = false;  ///< over another frame: without the mark of a rehearsal
    struct Progress {
        std::string words;
        std::size_t position = 0, total = 0;
    };
    std::optional<Progress> progress{};
    int footer_rows = 0;      ///< of what can be done next
    float footer_height = 0;  ///< more than these are high, where its words need it
};

/// What the frame leaves.
struct Frame {
    Rect area;           ///< for words and pictures
    Rect controls;       ///< the part of it in which controls may stand: all of it, unless they are lowered
    Rect footer;         ///< for what to do next; without rows: what the tools leave of theirs
    bool apart = false;  ///< the controls have been lowered, away from the words
    /// Where words stand that belong to controls: above those.
    [[nodiscard]] Rect words() const { return apart ? Rect{area.x, area.y, area.w, controls.y - area.y} : area; }
};

/// Draws the frame. Help and Hide have the same place on every screen.
[[nodiscard]] Frame draw_frame(Builder& b, const View& view, const Header& header);

/// The band that says that this is a rehearsal: takes its height off `area`.
void rehearsal_mark(Builder& b, Rect& area);

/// The width of the rows for what to do next.
[[nodiscard]] float footer_room(const Builder& b, const View& view);

/// A primary button at the left of `row`; takes its width and a gap off the row.
void footer_button(Builder& b, Rect& row, std::string_view id, std::string_view label, Look look, NodeAction action,
                   const std::string& icon = {});

}  // namespace talkpoint::ui
