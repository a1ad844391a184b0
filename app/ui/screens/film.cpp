// A message as its film: captions under it, and what can be done with it at its side or below.
#include "ui/screens/parts.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <ranges>
#include <utility>

namespace talkpoint::ui {
namespace {

constexpr Style caption_style = Style::body;

/// A film on its page.
struct FilmPage {
    visit::Watching watching;
    const pack::FilmWords& words;
    const pack::Message& message;
};

struct Control {
    std::string id, label, icon;
    visit::Action action;
    std::string at_other_times{};  ///< its label then: there is room for either, so that nothing ever moves
};

/// The same all the time. At the end the first begins the film again: whatever takes its place there would come under
/// the finger of who wanted to hold it, and its focus would be lost.
std::vector<Control> controls_of(const Builder& b, const FilmPage& page) {
    const auto& s = b.strings();
    const auto &pause = s("film.pause"), &play = s("film.play");
    const visit::Action from_here = visit::PauseFilm{}, from_its_beginning = visit::WatchAgain{};
    std::vector<Control> out;
    if (page.watching.playing)
        out.push_back({"film.pause", pause, "pause", from_here, play});
    else
        out.push_back({"film.pause", play, "play", page.watching.ended ? from_its_beginning : from_here, pause});
    out.push_back({"film.again", s("film.again"), "again", from_its_beginning});
    if (!page.words.empty()) out.push_back({"film.read", s("film.read"), "text-message", visit::ReadInstead{}});
    return out;
}

float width_of(const Builder& b, const Control& control) {
    const float now = button_width(b, control.label, Look::secondary, true);
    if (control.at_other_times.empty()) return now;
    return std::max(now, button_width(b, control.at_other_times, Look::secondary, true));
}

/// A label that is too long for its button stands on two lines.
float height_of(const Builder& b, const Control& control, float width) {
    float height = b.mm(22);
    for (const auto* label : {&control.label, &control.at_other_times}) {
        const float words = b.lay(*label, Style::small, 0).width();
        const float beside = button_width(b, *label, Look::secondary, true) - words;
        height = std::max(height, b.lay(*label, Style::small, width - beside).height() + b.mm(5));
    }
    return height;
}

void place(Builder& b, const Control& control, const Rect& rect, bool icon_alone) {
    const DoneNext next{b};
    if (icon_alone)
        icon_button(b, control.id, control.label, rect, Look::secondary, control.action, control.icon);
    else
        button(b, control.id, control.label, rect, Look::secondary, control.action, control.icon);
}

/// In as many rows as they need, at the bottom of `area`; takes them off it. Where one row is all there is room for and
/// they need more, their icons alone.
void place_rows(Builder& b, const std::vector<Control>& controls, Rect& area, bool one_row) {
    const float gap = b.mm(4);
    std::vector<std::vector<Control>> rows(1);
    float used = 0;
    for (const auto& control : controls) {
        const float width = std::min(width_of(b, control), area.w);
        if (!rows.back().empty() && used + width > area.w) {
            rows.emplace_back();
            used = 0;
        }
        rows.back().push_back(control);
        used += width + gap;
    }
    const bool icons = one_row && rows.size() > 1;
    if (icons) rows = {controls};
    const auto height_of_row = [&](const std::vector<Control>& row) {
        float height = b.mm(22);
        for (const auto& control : row) height = std::max(height, icons ? 0 : height_of(b, control, area.w));
        return height;
    };
    float height = gap * static_cast<float>(rows.size() - 1);
    for (const auto& row : rows) height += height_of_row(row);
    Rect place_of_rows = area.take_bottom(height);
    for (const auto& row : rows) {
        Rect line = place_of_rows.take_top(height_of_row(row));
        place_of_rows.take_top(gap);
        for (const auto& control : row) {
            const float width = icons ? b.theme().target() : std::min(width_of(b, control), area.w);
            place(b, control, line.take_left(width), icons);
            line.take_left(gap);
        }
    }
}

/// The largest of these styles in which the title leaves `room`.
Laid lay_title(Builder& b, const pack::Message& message, float width, float room) {
    const InLanguage written{b, message.language};
    for (const Style style : {Style::heading, Style::subheading})
        if (Laid title = b.lay_even(message.title, style, width); title.height() <= room && !title.block->cut)
            return title;
    return b.lay_even(message.title, Style::strong, width);
}

void place_title(Builder& b, const Laid& title, float x, float y) {
    b.text("title", Role::heading, title, x, y, b.palette().ink);
}

/// In the middle of a strip, which is there all the time from the first words to the last: what comes and goes is words
/// alone. Before the film has begun, and where its end has no words, the strip is the page's ground.
void place_caption(Builder& b, const FilmPage& page, const FilmPicture& now, const Rect& strip) {
    const Palette& p = b.palette();
    const bool ended = page.watching.ended;
    const Caption caption = caption_of(*page.watching.film, page.words, now, ended);
    // Of a film that may bring its own the strip comes with them.
    const bool between = now.position.count() > 0 && !ended && !page.words.captions.cues.empty();
    const Color fill = p.outlined ? p.paper : p.dark;  // no white bar where everything else is black
    if (between || !caption.words.empty()) b.box(strip, fill, b.mm(3));
    if (caption.words.empty()) return;
    const InLanguage spoken{b, caption.language};
    const float width = strip.w - b.mm(8);
    const auto laid = [&](Style style) {
        return b.lay_even(caption.words, b.theme().style(style, Align::centre), width);
    };
    Laid words = laid(caption_style);
    if (words.height() > strip.h) words = laid(Style::small);
    const Color before = b.ground();
    b.ground(fill);
    b.text("film.caption", Role::text, words, left_of_centred(words, strip), strip.y + (strip.h - words.height()) / 2,
           p.outlined ? p.ink : p.on_deep);
    b.newest().live = true;
    b.ground(before);
}

float strip_height(const Builder& b, const pack::FilmWords& words, float width) {
    return caption_height(b, words, caption_style, width - b.mm(8)) + b.mm(4);
}

FilmPicture place_film(Builder& b, const FilmPage& page, const Rect& box) {
    const auto& message = page.message;
    const InLanguage written{b, message.language};
    const auto picture = message.picture ? message.picture->file : std::string{};
    return b.film("film", page.watching.film->file, message.title, message.summary, picture, box);
}

/// The film with its captions below, as large as both fit.
struct Stack {
    Rect film, strip;
};

/// The strip is as wide as the film where its words then need no more lines, else as wide as the room, and the film in
/// the middle above it.
Stack stack_in(const Builder& b, const pack::FilmWords& words, const Rect& room) {
    const float gap = b.mm(2), wide = strip_height(b, words, room.w);
    const Size film = film_size(room.w, room.h - wide - gap);
    const auto width = static_cast<float>(film.width), height = static_cast<float>(film.height);
    const bool as_wide_as_film = width >= b.mm(90) && strip_height(b, words, width) <= wide;
    const Rect strip{std::round(room.x), std::round(room.y) + height + gap, as_wide_as_film ? width : room.w, wide};
    return {{std::round(strip.x + (strip.w - width) / 2), std::round(room.y), width, height}, strip};
}

void place_stack(Builder& b, const FilmPage& page, const Stack& stack) {
    place_caption(b, page, place_film(b, page, stack.film), stack.strip);
}

/// Words and controls in a column at the end of the line, which takes what the film leaves.
void build_beside(Builder& b, const FilmPage& page, const Rect& area) {
    const auto controls = controls_of(b, page);
    float width = b.mm(70);
    for (const auto& control : controls) width = std::max(width, width_of(b, control));
    Rect room = area;
    room.take_right(std::min(width, area.w * 0.36F) + b.mm(10));
    const Stack stack = stack_in(b, page.words, room);
    const float x = std::max(stack.film.right(), stack.strip.right()) + b.mm(10), gap = b.mm(5);
    Rect column{x, area.y, area.right() - x, area.h};
    float height = 0;
    for (const auto& control : controls) height += height_of(b, control, column.w) + gap;
    Laid title = lay_title(b, page.message, column.w, column.h - height - gap);
    const bool icons = title.height() + gap + height > column.h;  // large letters on a low panel
    if (icons) title = lay_title(b, page.message, column.w, column.h - b.theme().target() - gap * 2);
    place_title(b, title, column.x, column.y);
    place_stack(b, page, stack);
    column.take_top(title.height() + gap * 2);
    if (icons) return place_rows(b, controls, column, true);
    for (const auto& control : controls) {
        Rect row = column.take_top(height_of(b, control, column.w));
        place(b, control, row.take_left(std::min(row.w, width)), false);
        column.take_top(gap);
    }
}

/// Lying, with the controls below within reach: words beside the film, so that it is not the less for them.
void build_beside_words(Builder& b, const FilmPage& page, const Rect& area) {
    Rect column = area;
    const Size film = film_size(area.w * 0.56F, area.h);
    const Rect box{std::round(area.x), std::round(area.y), static_cast<float>(film.width),
                   static_cast<float>(film.height)};
    column.take_left(box.w + b.mm(8));
    const Laid title = lay_title(b, page.message, column.w, column.h * 0.45F);
    place_title(b, title, column.x, column.y);
    const FilmPicture now = place_film(b, page, box);
    const float strip = strip_height(b, page.words, column.w);
    // Its foot on a line with the film's, where the title leaves room.
    const float y = std::max(column.y + title.height() + b.mm(4), box.bottom() - strip);
    place_caption(b, page, now, {column.x, y, column.w, std::min(strip, column.bottom() - y)});
}

/// One under the other.
void build_below(Builder& b, const FilmPage& page, Rect area) {
    const Laid title = lay_title(b, page.message, area.w, area.h * 0.2F);
    place_title(b, title, area.x, area.y);
    area.take_top(title.height() + b.mm(5));
    Stack stack = stack_in(b, page.words, area);
    const float spare = std::max(0.F, area.bottom() - stack.strip.bottom());
    const float aside = std::round((area.w - stack.strip.w) / 2);
    for (Rect* rect : {&stack.film, &stack.strip}) *rect = rect->moved(aside, std::round(spare * 0.3F));
    place_stack(b, page, stack);
}

/// Who speaks begins a line with a dash; other lines are broken anew where there is room.
std::string on_lines(std::string words) {
    if (!words.starts_with('-') && !words.starts_with("–")) std::ranges::replace(words, '\n', ' ');
    return words;
}

}  // namespace

Size film_size(float width, float height) {
    constexpr int across = 16, down = 9;  // of this shape, and in these steps: see the header
    const float steps = std::floor(std::min(width / across, height / down));
    const int whole = std::max(0, static_cast<int>(steps));
    return {whole * across, whole * down};
}

Caption caption_of(const pack::Film& film, const pack::FilmWords& words, const FilmPicture& now, bool ended) {
    const auto& ours = words.captions;
    if (ours.cues.empty()) return {on_lines(now.words), film.speech};
    const auto* cue = ours.at(now.position);
    // The last words stay: they must not go a moment before the film stands still, nor come again when it does.
    constexpr base::Millis closing{10'000};
    const auto& last = ours.cues.back();
    if (!cue && (ended || (now.position >= last.end && now.length - last.end <= closing))) cue = &last;
    return {cue ? on_lines(cue->text) : "", ours.language};
}

float left_of_centred(const Laid& words, const Rect& place) {
    return place.x + (place.w - words.width()) / 2 - words.block->left;
}

float caption_height(const Builder& b, const pack::FilmWords& words, Style style, float width) {
    // The longest few: which of them is the highest depends on where their lines break.
    constexpr std::size_t few = 6;
    std::vector<const pack::Cue*> longest;
    for (const auto& cue : words.captions.cues) longest.push_back(&cue);
    const auto some = static_cast<std::ptrdiff_t>(std::min(few, longest.size()));
    std::ranges::partial_sort(longest, longest.begin() + some, std::greater{},
                              [](const pack::Cue* cue) { return cue->text.size(); });
    float height = b.lay("H", style, width, Align::centre).height() * 2;
    for (const auto* cue : std::views::take(longest, some))
        height = std::max(height, b.lay(on_lines(cue->text), style, width, Align::centre).height());
    return height;
}

void build_film(Builder& b, const View& view, const pack::Message& message) {
    const auto watching = view.visit.watching();
    if (!watching) return;
    const FilmPage page{*watching, view.film_words, message};
    Header header{.back = true, .home = true, .footer_rows = 1};
    header.progress = progress_in(b, view, message, 0);
    const Frame frame = draw_frame(b, view, header);
    Rect footer = frame.footer;
    b.scene().onwards = visit::Continue{};
    b.scene().backwards = visit::Back{};
    using enum Scene::Film;
    b.scene().film = watching->ended ? over : watching->playing ? plays : waits;
    const bool lying = !b.theme().portrait();
    if (lying && !frame.apart) {
        build_beside(b, page, frame.area);
    } else {
        Rect area = frame.area;
        place_rows(b, controls_of(b, page), area, frame.apart);
        area.take_bottom(b.mm(5));
        if (lying)
            build_beside_words(b, page, area);
        else
            build_below(b, page, area);
    }
    footer_button(b, footer, "continue", b.strings()("continue"), Look::primary, visit::Action{visit::Continue{}});
}

}  // namespace talkpoint::ui
