// What stands here after Hide: a notice of the centre's own, which could hang on any wall.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {
namespace {

/// What the notice says: one of the noticeboard's, else the interface's own.
struct Notice {
    std::string title, words, alt, language;
    std::filesystem::path picture;
};

Notice notice_of(const Builder& b, const View& view, const pack::Message* message) {
    if (!message)
        return {view.visit.catalogue().site_name, b.strings()("hidden.words"), b.strings()("hidden.picture_alt"), "",
                view.pictures / "notice.svg"};
    Notice notice{message->title, "", b.strings()("hidden.picture_alt"), message->language,
                  view.pictures / "notice.svg"};
    if (message->picture) {
        notice.alt = message->picture->alt;
        notice.picture = message->picture->file;
    }
    for (const auto& block : message->pages.front().blocks) {
        if (block.kind == pack::Block::Kind::heading) continue;  // the title says it
        notice.words += (notice.words.empty() ? "" : "\n\n") + block.text.text;
    }
    return notice;
}

/// Of the picture: from the screen's size alone, so that it can be asked for before the page is there.
float side_of(const Builder& b) {
    const Rect whole = b.whole();
    return std::floor(std::min(whole.w * (b.theme().portrait() ? 0.66F : 0.4F), whole.h * 0.58F));
}

}  // namespace

void prefetch_notice(Builder& b, const View& view) {
    const auto side = static_cast<int>(side_of(b));
    (void)b.pictures().picture(notice_of(b, view, view.visit.next_notice()).picture, {side, side});
}

void build_hidden(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.sky);
    b.scene().anywhere = visit::Begin{};
    Rect area = draw_frame(b, view, {.hide = false}).area;
    const Notice notice = notice_of(b, view, view.visit.notice());
    const bool portrait = b.theme().portrait();
    const float widest = std::min(side_of(b), area.w);
    const float width = portrait ? area.w : area.w - widest - b.mm(14);
    const InLanguage written{b, notice.language};
    const bool own = notice.title == view.visit.catalogue().site_name;
    const Laid place = b.lay(own ? "" : view.visit.catalogue().site_name, Style::body, width);
    const Laid title = b.lay_even(notice.title, Style::title, width);
    const float above = own ? 0 : place.height() + b.mm(4), between = b.mm(6);
    const float height =
        above + title.height() + between + paragraphs(b, "notice", notice.words, Style::lead, 0, 0, width, false);
    const float side = std::min(widest, portrait ? area.h - height - b.mm(14) : area.h);
    Rect art;
    if (portrait && side < b.mm(25)) {  // the words are what matters
        area.take_top(std::max(0.F, (area.h - height) * 0.3F));
    } else if (portrait) {
        art = area.take_top(side).centred(side, side);
        area.take_top(b.mm(12));
        area.take_top(std::max(0.F, (area.h - height) * 0.3F));
    } else {
        art = area.take_right(side).centred(side, side);
        area.take_top(std::max(0.F, (area.h - height) * 0.4F));
    }
    if (!art.empty()) b.picture("picture", notice.picture, notice.alt, art);
    if (!own) b.text("place", Role::text, place, area.x, area.y, p.ink);
    b.text("title", Role::heading, title, area.x, area.y + above, p.ink);
    paragraphs(b, "notice", notice.words, Style::lead, area.x, area.y + above + title.height() + between, width);
}

}  // namespace talkpoint::ui
