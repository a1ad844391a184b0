// What stands here after Hide: the centre's own notice, which could hang on any wall.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {

void build_hidden(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.sky);
    b.scene().anywhere = visit::Begin{};
    Rect area = draw_frame(b, view, {.hide = false}).area;
    const bool portrait = b.theme().portrait();
    const float width = portrait ? area.w : area.w * 0.5F;
    const Laid title = b.lay(view.visit.catalogue().site_name, Style::title, width);
    const float words_height = title.height() + b.mm(6) +
                               paragraphs(b, "notice", b.strings()("hidden.words"), Style::lead, 0, 0, width, false);
    Rect art;
    if (portrait) {
        const float side = std::min(area.w, area.h - words_height - b.mm(30));
        art = area.take_top(side).centred(side, side);
        area.take_top(b.mm(12));
    } else {
        const float side = std::min(area.h, area.w * 0.45F);
        art = area.take_right(side).centred(side, side);
        area.take_top(std::max(0.F, (area.h - words_height) * 0.4F));
    }
    b.picture("picture", view.pictures / "notice.svg", b.strings()("hidden.picture_alt"), art);
    b.text("title", Role::heading, title, area.x, area.y, p.ink);
    paragraphs(b, "notice", b.strings()("hidden.words"), Style::lead, area.x, area.y + title.height() + b.mm(6), width);
}

}  // namespace talkpoint::ui
