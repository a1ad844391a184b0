// Who can help: the same for everyone, on every screen one touch away, without a network.
#include "ui/screens/info_cards.hpp"
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {
namespace {

/// A web address as people say it.
std::string address_of(const pack::HelpLine& line) {
    std::string_view address = line.web;
    for (const std::string_view prefix : {"https://", "http://", "www."})
        if (address.starts_with(prefix)) address.remove_prefix(prefix.size());
    if (address.ends_with('/')) address.remove_suffix(1);
    return std::string{address};
}

std::string detail_of(const Builder& b, const pack::HelpLine& line) {
    std::string out;
    const auto sentence = [&](const std::string& words) {
        if (words.empty()) return;
        out += (out.empty() ? "" : " ") + words;
        if (!words.ends_with('.') && !words.ends_with('!')) out += '.';
    };
    if (!line.emergency) sentence(line.name);
    sentence(line.hours);
    if (!line.text.empty() && !line.phone.empty()) sentence(b.strings()("help.text_too", {{"number", line.text}}));
    if (!line.web.empty() && (!line.phone.empty() || !line.text.empty()))
        out += (out.empty() ? "" : " ") + address_of(line);
    return out;
}

std::string number_of(const Builder& b, const pack::HelpLine& line) {
    if (!line.phone.empty()) return line.emergency ? b.strings()("help.call", {{"number", line.phone}}) : line.phone;
    if (!line.text.empty()) return b.strings()("help.text_to", {{"number", line.text}});
    return address_of(line);
}

/// Emergency first, then the people here, then the lines, those that suit this pack first.
std::vector<Info> cards_of(const Builder& b, const View& view) {
    const auto lines = view.visit.help();
    std::vector<Info> cards;
    const auto add = [&](const pack::HelpLine& line) {
        const bool called = !line.phone.empty() || !line.text.empty();
        cards.push_back({.id = "help." + line.id,
                         .language = line.language,
                         .heading = line.for_whom,
                         .number = number_of(b, line),
                         .number_style = called ? Style::number : Style::subheading,
                         .detail = detail_of(b, line),
                         .brief = line.hours,
                         .kind = line.emergency ? Info::Kind::alarm : Info::Kind::plain});
    };
    for (const auto* line : lines)
        if (line->emergency) add(*line);
    cards.push_back({.id = "help.here",
                     .language = {},
                     .heading = b.strings()("help.here_title"),
                     .number = {},
                     .detail = b.strings()("help.here"),
                     .brief = b.strings()("help.here"),
                     .kind = Info::Kind::here});
    for (const auto* line : lines)
        if (!line->emergency) add(*line);
    return cards;
}

}  // namespace

void build_help(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.paper);
    Rect area = draw_frame(b, view, {.back = true, .home = view.visit.home_is_free()}).area;
    const bool low = b.theme().tight() && area.h < b.mm(140);  // then the lines are what matters
    const Laid title = b.lay_even(b.strings()("help.title"), low ? Style::subheading : Style::title, area.w);
    b.text("title", Role::heading, title, area.x, area.y, p.ink);
    area.take_top(title.height() + b.mm(1));
    if (!low) {
        const Laid intro = b.lay_even(b.strings()("help.intro"), Style::body, area.w);
        b.text("intro", Role::text, intro, area.x, area.y, p.ink);
        area.take_top(intro.height());
    }
    area.take_top(b.mm(low ? 3 : 6));

    const auto cards = cards_of(b, view);
    const bool portrait = b.theme().portrait();
    Rect art, rest = area;
    if (view.visit.catalogue().help.size() < 4) {  // there is room for a kind face
        if (portrait) {
            rest.take_top(height_in_one_column(b, cards, rest.w));
            art = rest.inset(0, b.mm(8));
            rest = area;
        } else {
            art = rest.take_right(std::min(area.h, area.w * 0.4F));
            rest.take_right(b.mm(12));
        }
        if (height_in_one_column(b, cards, rest.w) > area.h || std::min(art.w, art.h) < b.mm(50)) art = {};
    }
    if (!art.empty()) {
        const float side = std::min({art.w, art.h, b.mm(210)});
        b.picture("picture", view.pictures / "help.svg", b.strings()("help.picture_alt"), art.centred(side, side));
    }
    draw_info_cards(b, cards, art.empty() ? area : rest, !art.empty());
}

}  // namespace talkpoint::ui
