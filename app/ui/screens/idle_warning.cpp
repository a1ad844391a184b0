// Nobody has touched the screen for a while: ask, before everything is cleared for the next person.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {

void build_idle_warning(Builder& b, const View& view, int seconds) {
    const Palette& p = b.palette();
    Scene& scene = b.scene();
    scene.screen = "idle-warning";
    // What lies under it can neither be reached nor read.
    b.cover();
    const bool black = b.theme().wishes().high_contrast;
    const Color night = black ? p.paper : rgb(0x12343B);
    const std::uint8_t veil = black ? 225 : 190;
    b.display().fill(b.whole(), night.with_alpha(veil));
    b.ground(mixed(p.paper, night, static_cast<float>(veil) / 255));
    const Frame frame = draw_frame(b, view, {.hide = true, .on_dark = true, .quiet = true});
    const float width = std::min(b.whole().w - 2 * b.theme().margin(), b.mm(250));
    const bool low = b.theme().tight() && !b.theme().wishes().lower;
    const float pad = b.mm(low ? 7 : 14);
    const Laid title = b.lay(b.strings()("idle.title"), low ? Style::heading : Style::title, width - 2 * pad);
    const Laid words =
        b.lay_even(b.strings()(seconds == 1 ? "idle.words_one" : "idle.words", {{"seconds", std::to_string(seconds)}}),
                   low ? Style::body : Style::lead, width - 2 * pad);
    const float height = pad * 2 + title.height() + b.mm(5) + words.height() + b.mm(low ? 5 : 10) + b.mm(low ? 22 : 26);
    Rect box = b.whole().centred(width, height);
    if (!frame.apart) box.y = std::max(box.y, frame.area.y);  // below what it has at the top
    box.y = std::min(box.y, frame.area.bottom() - height);    // above what the frame has at the bottom
    if (frame.apart) box.y = frame.area.bottom() - height;    // and as low as its button must be
    b.box(box, p.surface, b.mm(10));
    b.ground(p.surface);
    Node dialog;
    dialog.id = "idle";
    dialog.role = Role::dialog;
    dialog.name = title.text;
    dialog.rect = box;
    dialog.foreground = p.ink;
    dialog.background = p.surface;
    b.control(std::move(dialog));
    float y = box.y + pad;
    b.text("idle.title", Role::heading, title, box.x + pad, y, p.ink);
    y += title.height() + b.mm(5);
    b.text("idle.words", Role::alert, words, box.x + pad, y, p.ink);
    y += words.height() + b.mm(low ? 5 : 10);
    const auto& label = b.strings()("idle.stay");
    button(b, "stay", label,
           {box.x + pad, y, std::min(width - 2 * pad, button_width(b, label, Look::primary)), b.mm(low ? 22 : 26)},
           Look::primary, visit::Action{visit::StillHere{}});
}

}  // namespace talkpoint::ui
