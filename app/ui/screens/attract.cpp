// What plays to the room: one message at a time, full-screen, with an invitation.
#include "ui/screens/parts.hpp"

#include <cmath>

namespace talkpoint::ui {
namespace {

constexpr base::Millis crossfade{1500};
// The loop plays to the room: its colours are its own, and no visit has set any others.
constexpr Color white = rgb(0xFFFFFF);

struct Slide {
    std::string title, summary, alt = {}, language = {};
    std::filesystem::path picture = {};
    std::size_t index = 0, count = 0;
    const pack::Film* film = nullptr;  ///< in place of the picture
    const pack::FilmWords& film_words;
    Style caption = Style::lead;  ///< it is read from further away than in a visit
};

Slide slide_now(Builder& b, const View& view) {
    const auto& catalogue = view.visit.catalogue();
    if (const auto* survey = view.visit.collecting()) {  // one person after another: the loop rests
        const auto questions = survey->asked_count();
        return {.title = survey->title,
                .summary = b.strings()(questions == 1 ? "home.survey_one" : "home.survey_some",
                                       {{"count", std::to_string(questions)}}),
                .alt = b.strings()("attract.welcome_alt"),
                .language = survey->language,
                .picture = view.pictures / "hello.svg",
                .film_words = view.film_words};
    }
    const auto* slide = view.loop.showing();
    if (const auto* message = slide ? catalogue.message(slide->pack, slide->message) : nullptr) {
        Slide out{.title = message->title,
                  .summary = message->summary,
                  .language = message->language,
                  .index = view.loop.index(),
                  .count = view.loop.round().size(),
                  .film_words = view.film_words};
        out.picture = view.pictures / "hello.svg";
        if (message->picture) out.picture = message->picture->file;
        out.alt = message->picture ? message->picture->alt : b.strings()("attract.welcome_alt");
        // Dimmed, films rest (kiosk_films.cpp): in place of theirs is the picture, as large as any.
        if (view.light == Light::full && view.visit.has_film(*message)) out.film = &*message->film;
        return out;
    }
    return {.title = b.strings()("attract.welcome"),
            .summary = catalogue.site_name,
            .alt = b.strings()("attract.welcome_alt"),
            .picture = view.pictures / "hello.svg",
            .film_words = view.film_words};
}

/// The first slide is simply there; the others come slowly over the one before.
void begin_fade(Builder& b, const View& view, const Slide& slide) {
    if (slide.count < 2) return;
    const auto shown = view.now - view.loop.began();
    b.scene().picture_key = std::to_string(view.loop.number());
    if (!view.loop.follows() || shown >= crossfade) return;
    const float t = static_cast<float>(shown.count()) / static_cast<float>(crossfade.count());
    b.scene().fade = t * t * (3 - 2 * t);
}

/// Between words and a film, which unlike a picture is full to its edge.
constexpr double beside_film_mm = 10;
constexpr float least_film_mm = 50;  ///< of its width: a smaller one is its picture

float inside_margins(const Builder& b) { return b.whole().w - 2 * b.theme().margin(); }

/// Upright the captions have the whole width, however small the film.
float caption_width(const Builder& b, float film_width) {
    return b.theme().portrait() ? inside_margins(b) : film_width;
}

float caption_room(const Builder& b, const Slide& slide, float film_width) {
    return caption_height(b, slide.film_words, slide.caption, caption_width(b, film_width)) + b.mm(4);
}

void dots(Builder& b, const Slide& slide, float x, float y) {
    constexpr std::size_t most = 12;  // more are not counted at a glance
    if (slide.count < 2 || slide.count > most) return;
    const float r = b.mm(1.4), step = b.mm(6.5);
    for (std::size_t i = 0; i < slide.count; ++i)
        b.display().disc(x + r + static_cast<float>(i) * step, y, i == slide.index ? r * 1.25F : r,
                         i == slide.index ? white : mixed(b.ground(), white, 0.4F));
}

/// A film, no wider than `side`, and its captions.
Size film_with_captions(const Builder& b, const Slide& slide, float side) {
    const Size film = film_size(side, b.whole().h);
    return {film.width, film.height + static_cast<int>(caption_room(b, slide, static_cast<float>(film.width)))};
}

/// The picture, no larger than `side`: upright in the middle under the header, lying at the end of the line, between
/// header and tools. A film, in that width with its captions below it, stands in the middle of that height.
Rect place_art(const Builder& b, const Frame& frame, float side, const Slide& slide) {
    const Rect whole = b.whole();
    const float top = std::max(b.mm(b.rehearsal() ? 51 : 40), frame.apart ? 0 : frame.area.y);
    if (b.theme().portrait()) {
        if (!slide.film) {
            side = std::min(side, whole.w * 0.96F);
            return {(whole.w - side) / 2, top, side, side};
        }
        const Size film = film_with_captions(b, slide, std::min(side, inside_margins(b)));
        const auto width = static_cast<float>(film.width);
        return {std::round((whole.w - width) / 2), std::round(top), width, static_cast<float>(film.height)};
    }
    const float room = whole.h - top - b.mm(39);
    if (!slide.film) {
        side = std::min(side, room);
        return {whole.w - side - b.theme().margin(), top, side, side};
    }
    Size film = film_with_captions(b, slide, side);
    while (static_cast<float>(film.height) > room && static_cast<float>(film.width) > b.mm(50))
        film = film_with_captions(b, slide, static_cast<float>(film.width) * 0.95F);
    const auto width = static_cast<float>(film.width), height = static_cast<float>(film.height);
    return {whole.w - width - b.theme().margin(), std::round(top + std::max(0.F, room - height) * 0.4F), width, height};
}

float begin_width(const Builder& b) {
    return button_width(b, b.strings()("attract.touch"), Look::sun, true) + b.mm(14);
}

/// As wide as a picture or a film may be. Lying, a little less where the button then has one line on every slide.
float widest_art(const Builder& b, bool film) {
    const float half = b.whole().w * 0.5F;
    const float beside_button = inside_margins(b) - begin_width(b) - b.mm(beside_film_mm);
    if (!b.theme().portrait()) return beside_button < half * 0.8F ? half : std::min(half, beside_button);
    return film ? inside_margins(b) : b.whole().h * 0.5F;
}

/// Its captions are for those who stand there; nobody hears it.
void place_film(Builder& b, const Slide& slide, const Rect& art) {
    Rect below = art;
    const Rect box = below.take_top(static_cast<float>(film_size(art.w, art.h).height));
    FilmPicture now;
    {
        const InLanguage written{b, slide.language};
        now = b.film("slide.film", slide.film->file, slide.title, slide.alt, slide.picture, box);
    }
    const Caption caption = caption_of(*slide.film, slide.film_words, now);
    if (caption.words.empty()) return;
    const InLanguage spoken{b, caption.language};
    const float width = caption_width(b, below.w);
    const Laid words = b.lay_even(caption.words, b.theme().style(slide.caption, Align::centre), width);
    b.text("slide.caption", Role::text, words, left_of_centred(words, below), below.y + b.mm(2), white);
    b.newest().live = true;
}

}  // namespace

void build_attract(Builder& b, const View& view) {
    Slide slide = slide_now(b, view);
    constexpr std::array grounds = {rgb(0x0B4F4A), rgb(0x12343B), rgb(0x4A2748)};
    b.background(grounds[slide.index % grounds.size()]);
    b.scene().anywhere = visit::Begin{};
    begin_fade(b, view, slide);

    const Frame frame = draw_frame(b, view, {.brand = true, .hide = true, .on_dark = true});
    const bool portrait = b.theme().portrait();
    const auto& call = b.strings()(view.visit.collecting() ? "home.survey_open" : "attract.touch");
    TextStyle style = b.theme().style(Style::display);
    const float least = b.theme().style(Style::lead).cap_px;
    Style plain = Style::lead;
    Laid title, summary;
    Rect words;
    float button_height = 0, rest = 0;
    const float foot = b.mm(portrait ? 8 : 2);  // upright the dots are there
    const auto fits = [&] {
        const InLanguage written{b, slide.language};
        title = b.lay_even(slide.title, style, words.w);
        summary = b.lay_even(slide.summary, plain, words.w * (portrait ? 1.F : 0.94F));
        const bool two_lines = begin_width(b) > words.w;
        button_height = b.mm(two_lines ? 42 : frame.apart ? 24 : 31);
        rest = b.mm(7) + summary.height() + (frame.apart ? b.mm(6) : b.mm(13) + button_height + foot);
        return !title.block->cut && title.height() + rest <= words.h;
    };
    // The picture as large as the words leave it, these as large as they can then be.
    Rect art;
    const auto arrange = [&] {
        for (art = place_art(b, frame, widest_art(b, slide.film), slide);;
             art = place_art(b, frame, art.w * 0.93F, slide)) {
            style.cap_px = b.theme().style(Style::display).cap_px;
            words = frame.words();
            if (portrait)
                words.take_top(art.bottom() - words.y + b.mm(8));
            else
                words.w = art.x - words.x - b.mm(slide.film ? beside_film_mm : 6);
            while (!fits() && style.cap_px > least) style.cap_px = std::max(least, style.cap_px * 0.92F);
            if (fits()) return true;
            if (art.w < b.mm(slide.film ? least_film_mm : b.theme().tight() ? 50 : 90)) return false;
        }
    };
    const auto leaves_summary = [&] {
        plain = slide.caption = Style::lead;
        for (const Style smaller : {Style::body, Style::small}) {
            if (arrange()) return true;
            plain = slide.caption = smaller;
        }
        return arrange();
    };
    bool with_summary = leaves_summary();
    if (slide.film && art.w < b.mm(least_film_mm)) {  // nobody would see what happens in it, nor read its captions
        slide.film = nullptr;
        with_summary = leaves_summary();
    }
    if (slide.film) {
        place_film(b, slide, art);
    } else {
        const InLanguage written{b, slide.language};
        b.picture("slide.picture", slide.picture, slide.alt, art);
    }
    prefetch_notice(b, view);
    const InLanguage written{b, slide.language};
    float y = words.y + std::max(0.F, (words.h - title.height() - rest) * (portrait ? 0.35F : 0.45F));
    b.text("slide.title", Role::heading, title, words.x, y, white);
    y += title.height() + b.mm(7);
    if (with_summary) b.text("slide.summary", Role::text, summary, words.x, y, white);
    // At one place on every slide: in a crossfade it stands still.
    y = frame.apart ? frame.controls.y : words.bottom() - foot - button_height;
    const InLanguage interface{b, b.strings().language()};
    button(b, "begin", call, {words.x, y, std::min(words.w, begin_width(b)), button_height}, Look::sun, visit::Begin{},
           "touch");
    dots(b, slide, words.x, frame.footer.y + (portrait ? -b.mm(2) : frame.footer.h / 2));
}

}  // namespace talkpoint::ui
