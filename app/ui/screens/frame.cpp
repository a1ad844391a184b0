#include "ui/screens/frame.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace talkpoint::ui {
namespace {

/// A button of the frame.
struct Item {
    std::string id, label, icon;
    visit::Action action;
    Look look = Look::secondary;
};

float row_height(const Builder& b) { return b.mm(22); }
float item_gap(const Builder& b) { return b.mm(4); }
float bottom_margin(const Builder& b) { return b.mm(b.theme().wishes().lower ? 4 : 10); }

std::vector<Item> ways_out(const Builder& b, const Header& header) {
    std::vector<Item> ways;
    if (header.back) ways.push_back({"back", b.strings()("back"), "back", visit::Back{}});
    if (header.home) ways.push_back({"home", b.strings()("home_button"), "home", visit::Home{}});
    if (header.stop) ways.push_back({"stop", b.strings()("survey.stop"), "stop", visit::Stop{}});
    return ways;
}

std::vector<Item> tools(const Builder& b, const View& view, bool on_dark) {
    const auto& s = b.strings();
    const auto& settings = view.visit.settings();
    const auto at = view.visit.place().screen;
    std::vector<Item> items;
    if (view.languages.size() > 1 && at != visit::Screen::languages)
        items.push_back({"language", s("tools.language"), "language", visit::OpenLanguages{}});
    if (view.hearing.offered) {
        items.push_back({"read", s(settings.reading ? "reading.stop" : "tools.read"),
                         settings.reading ? "silent" : "speaker", visit::ReadAloud{!settings.reading}});
        if (settings.reading) {
            items.push_back({"pause", s(settings.paused ? "reading.go_on" : "reading.pause"),
                             settings.paused ? "play" : "pause", visit::PauseReading{}});
            items.push_back({"again", s("reading.again"), "again", visit::SayAgain{}});
        }
    }
    if (at != visit::Screen::settings)
        items.push_back({"settings", s("tools.settings"), "settings", visit::OpenSettings{}});
    for (auto& item : items) item.look = on_dark ? Look::glass : Look::secondary;
    return items;
}

float width_of(const Builder& b, const Item& item, bool icon_only) {
    return icon_only ? row_height(b) : button_width(b, item.label, item.look, !item.icon.empty());
}

float width_of(const Builder& b, const std::vector<Item>& items, bool icons_only) {
    float width = -item_gap(b);
    for (const auto& item : items) width += width_of(b, item, icons_only) + item_gap(b);
    return std::max(0.F, width);
}

void place(Builder& b, const Item& item, Rect rect, bool icon_only) {
    const auto before = b.turn(Builder::Turn::frame);
    if (icon_only)
        icon_button(b, item.id, item.label, rect, item.look, item.action, item.icon);
    else
        button(b, item.id, item.label, rect, item.look, item.action, item.icon);
    b.turn(before);
}

/// From the start of the row; takes off what they need.
void place_row(Builder& b, const std::vector<Item>& items, Rect& row, bool icons_only) {
    for (const auto& item : items) {
        place(b, item, row.take_left(width_of(b, item, icons_only)), icons_only);
        row.take_left(item_gap(b));
    }
}

/// Help and Hide, which stand at the end of a row. Where one of them is not there its room stays, so that the other
/// does not move.
struct HelpAndHide {
    Item help, hide;
    Rect help_slot{}, hide_slot{};
    bool icons_only = false;

    /// Takes their room off the row.
    HelpAndHide(const Builder& b, const Header& header, Rect& row, bool icons)
        : help{"help", b.strings()("help.open"), icons ? "help" : "", visit::GetHelp{},
               header.on_dark ? Look::glass : Look::secondary},
          hide{"hide", b.strings()("hide"), icons ? "hide" : "", visit::Hide{},
               header.on_dark ? Look::glass : Look::dark},
          icons_only(icons) {
        const auto slot = [&](const Item& item) {
            const Rect rect = row.take_right(width_of(b, item, icons_only));
            row.take_right(item_gap(b));
            return rect;
        };
        hide_slot = slot(hide);
        help_slot = slot(help);
    }
    void place_in(Builder& b, const View& view, const Header& header) const {
        if (view.visit.place().screen != visit::Screen::help) place(b, help, help_slot, icons_only);
        if (header.hide) place(b, hide, hide_slot, icons_only);
    }
};

Laid rehearsal_words(const Builder& b) {
    return b.lay(b.strings()("rehearsal.mark"), Style::strong, b.whole().w - 2 * b.theme().margin(), Align::centre);
}

float rehearsal_height(const Builder& b) { return std::max(b.mm(11), rehearsal_words(b).height() + b.mm(1)); }

void brand(Builder& b, const View& view, Rect row, bool on_dark) {
    const Color color = on_dark ? rgb(0xFFFFFF) : b.palette().ink;
    const Laid name = b.lay(b.strings()("brand"), Style::heading, row.w);
    const Laid place = b.lay(view.visit.catalogue().site_name, Style::small, row.w);
    const bool both = place.text != name.text && !place.block->cut && place.block->lines == 1;
    const float height = name.height() + (both ? place.height() : 0);
    const float y = row.y + (row.h - height) / 2;
    b.text("brand", Role::text, name, row.x, y, color);
    if (both) b.text("site", Role::text, place, row.x, y + name.height(), color);
}

void place_progress(Builder& b, const Header::Progress& p, Rect& area, Rect row) {
    Rect place = row.inset(b.mm(4), 0);
    place.w = std::min(place.w, b.mm(110));
    const Laid words = b.lay(p.words, Style::small, 0);
    if (place.w < words.width() + b.mm(2)) {  // upright: a row of its own
        place = area.take_top(words.height() + b.mm(5));
        area.take_top(b.mm(5));
    }
    progress(b, p.words, p.position, p.total, place);
}

/// Labels are left out where they would take more than half of a lying row, or more than an upright one.
bool tools_as_icons(const Builder& b, const std::vector<Item>& items, float width) {
    return width_of(b, items, false) > (b.theme().portrait() ? width : width * 0.5F);
}

Rect inside_margins(const Builder& b) { return b.whole().inset(b.theme().margin(), 0); }

/// The tools at the end of the lowest row; upright, a row of their own. Returns what is left of the row.
Rect draw_tools(Builder& b, const View& view, Rect& area, bool on_dark) {
    const auto items = tools(b, view, on_dark);
    Rect row = area.take_bottom(b.mm(23));
    Rect strip = row.take_bottom(row_height(b));
    const bool icons = tools_as_icons(b, items, strip.w);
    if (!b.theme().portrait()) {
        Rect there = strip.take_right(width_of(b, items, icons));
        strip.take_right(b.mm(6));
        place_row(b, items, there, icons);
        return strip;
    }
    // Equal columns, as on a telephone.
    const auto count = static_cast<float>(std::max<std::size_t>(1, items.size()));
    const float width = std::floor((strip.w - item_gap(b) * (count - 1)) / count);
    const bool fits = std::ranges::all_of(items, [&](const Item& item) { return width_of(b, item, false) <= width; });
    for (const auto& item : items) {
        place(b, item, strip.take_left(width), !fits);
        strip.take_left(item_gap(b));
    }
    return {};
}

/// Everything that can be touched at the bottom, within reach; words and pictures above.
Frame draw_lowered(Builder& b, const View& view, const Header& header, Rect area) {
    const auto ways = ways_out(b, header);
    const auto items = tools(b, view, header.on_dark);
    Rect reach = b.theme().reach();
    reach.x = area.x, reach.w = area.w;
    reach.take_bottom(bottom_margin(b));
    const float gap = b.mm(3.5);
    // What is compact must not depend on the screen: Help and Hide keep their places. Two ways, three tools, and two
    // more while the kiosk reads.
    const float count = view.visit.settings().reading ? 7 : 5;
    const float way = row_height(b) + item_gap(b);
    const std::vector<Item> help = {{"", b.strings()("help.open"), "", visit::GetHelp{}},
                                    {"", b.strings()("hide"), "", visit::Hide{}, Look::dark}};
    const std::vector<Item> widest = {{"", b.strings()("back"), "back", visit::Back{}},
                                      {"", b.strings()("home_button"), "home", visit::Home{}},
                                      {"", b.strings()("survey.stop"), "stop", visit::Stop{}}};
    const float ways_width =
        width_of(b, widest, false) - std::min(width_of(b, widest[1], false), width_of(b, widest[2], false));
    const bool labels = ways_width + 5 * way + width_of(b, help, false) <= area.w;
    const bool help_labels = count * way + width_of(b, help, false) <= area.w;
    const bool narrow = 9 * way <= area.w || 2 * way + width_of(b, help, false) > area.w;
    const bool help_icons = !help_labels && narrow;
    const bool one_row =
        count * way + (help_icons ? 2 * way : width_of(b, help, false) + item_gap(b)) <= area.w + item_gap(b);
    Rect row = reach.take_bottom(row_height(b));
    const HelpAndHide ends{b, header, row, help_icons};
    if (!one_row) {
        reach.take_bottom(gap);
        Rect upper = reach.take_bottom(row_height(b));
        place_row(b, items, upper, true);
    }
    if (one_row) {  // beside Help, so that they stay where they are on a screen that no way leads away from
        Rect there = row.take_right((count - 2) * way - item_gap(b));
        if (view.visit.place().screen == visit::Screen::languages) there.take_left(way);
        place_row(b, ways, row, !labels);
        place_row(b, items, there, true);
    } else {
        place_row(b, ways, row, !labels);
    }
    ends.place_in(b, view, header);
    reach.take_bottom(gap);
    Frame frame;
    frame.apart = true;
    if (header.footer_rows > 0) {
        const auto rows = static_cast<float>(header.footer_rows);
        frame.footer = reach.take_bottom(b.mm(22) * rows + b.mm(3) * (rows - 1));
        reach.take_bottom(gap);
    }
    frame.controls = reach;
    area.h = reach.bottom() - area.y;
    area.take_top(b.mm(6));
    if (header.brand) {
        brand(b, view, area.take_top(row_height(b)), header.on_dark);
        area.take_top(b.mm(7));
    }
    if (header.progress) {
        const Rect strip = area.take_top(b.lay(header.progress->words, Style::small, 0).height() + b.mm(5));
        area.take_top(b.mm(2));
        place_progress(b, *header.progress, area, strip);
    }
    // A panel that hangs so low that hardly more than a heading is out of reach: the heading stands there.
    if (reach.y - area.y < b.mm(40)) {
        frame.controls.h = reach.bottom() - area.y;
        frame.controls.y = area.y;
        frame.apart = false;
    }
    frame.area = area;
    return frame;
}

}  // namespace

void rehearsal_mark(Builder& b, Rect& area) {
    const Laid words = rehearsal_words(b);
    const Rect band = area.take_top(rehearsal_height(b));
    b.display().fill(band, b.palette().sun);
    const Color ground = b.ground();
    b.ground(b.palette().sun);
    b.text("rehearsal", Role::alert, words, band.x + b.theme().margin(), band.y + (band.h - words.height()) / 2,
           b.palette().ink);
    b.ground(ground);
}

float footer_room(const Builder& b, const View& view) {
    const float width = inside_margins(b).w;
    if (b.theme().portrait() || b.theme().wishes().lower) return width;
    const auto items = tools(b, view, false);
    return width - width_of(b, items, tools_as_icons(b, items, width)) - b.mm(6);
}

Frame draw_frame(Builder& b, const View& view, const Header& header) {
    Rect area = b.whole();
    if (b.rehearsal() && header.quiet)
        area.take_top(rehearsal_height(b));
    else if (b.rehearsal())
        rehearsal_mark(b, area);
    area = area.inset(b.theme().margin(), 0);
    if (b.theme().wishes().lower) return draw_lowered(b, view, header, area);
    area.take_top(b.mm(9));
    area.take_bottom(bottom_margin(b));
    Rect row = area.take_top(row_height(b));
    area.take_top(b.mm(7));
    const HelpAndHide ends{b, header, row, false};
    const auto ways = ways_out(b, header);
    const float brand_width = header.brand ? b.lay(b.strings()("brand"), Style::heading, 0).width() : 0;
    const bool own_row = std::max(width_of(b, ways, false) + item_gap(b), brand_width) > row.w;  // a narrow panel
    if (own_row) {
        ends.place_in(b, view, header);
        row = area.take_top(row_height(b));
        area.take_top(b.mm(7));
    }
    place_row(b, ways, row, false);
    if (!own_row) ends.place_in(b, view, header);
    if (header.brand) brand(b, view, row, header.on_dark);
    if (header.progress) place_progress(b, *header.progress, area, row);

    Frame frame;
    frame.footer = draw_tools(b, view, area, header.on_dark);
    if (b.theme().portrait()) {
        area.take_bottom(b.mm(5));
        frame.footer = {area.x, area.bottom(), area.w, 0};
    }
    if (const int rows = header.footer_rows - (b.theme().portrait() ? 0 : 1); rows > 0) {
        const float more =
            b.mm(23) * static_cast<float>(rows) + b.mm(3) * static_cast<float>(rows - (b.theme().portrait() ? 1 : 0));
        Rect upper = area.take_bottom(more);
        upper.w = frame.footer.w;
        frame.footer = {upper.x, upper.y, upper.w, frame.footer.bottom() - upper.y};
    }
    if (const float more = header.footer_height - frame.footer.h; more > 0) {
        area.take_bottom(more);
        frame.footer.y -= more;
        frame.footer.h += more;
    }
    area.take_bottom(b.mm(6));
    frame.area = frame.controls = area;
    return frame;
}

void footer_button(Builder& b, Rect& row, std::string_view id, std::string_view label, Look look, NodeAction action,
                   const std::string& icon) {
    const float width = std::min(row.w, button_width(b, label, look, !icon.empty()));
    const DoneNext next{b};
    button(b, id, label, row.take_left(width), look, std::move(action), icon);
    row.take_left(b.mm(6));
}

}  // namespace talkpoint::ui
