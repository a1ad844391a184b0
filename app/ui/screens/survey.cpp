// Around the questions: the introduction, the explanations at the end, the saving, the thanks.
#include "ui/screens/parts.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace talkpoint::ui {
namespace {

/// Words at the left and a picture at the right; upright, the picture above. Returns the words' rectangle.
Rect beside_picture(Builder& b, Rect area, const std::filesystem::path& file, std::string_view alt,
                    float words_height) {
    if (b.theme().portrait()) {
        const float side = std::clamp(area.h - words_height - b.mm(16), b.mm(60), std::min(area.w, b.mm(190)));
        const float spare = std::max(0.F, area.h - words_height - side - b.mm(10));
        area.take_top(spare * 0.3F);
        b.picture("picture", file, alt, area.take_top(side).centred(side, side));
        area.take_top(b.mm(10));
        return area;
    }
    const float side = std::min(area.h, area.w * 0.4F);
    const Rect strip = area.take_right(side);
    area.take_right(b.mm(12));
    b.picture("picture", file, alt, strip.centred(side, side));
    area.take_top(std::max(0.F, (area.h - words_height) * 0.4F));
    return area;
}

float words_width(const Builder& b, const Rect& area) {
    return b.theme().portrait() ? area.w : area.w - std::min(area.h, area.w * 0.4F) - b.mm(12);
}

/// Facts at a glance, each with a tick. Returns the height used.
float facts(Builder& b, const std::vector<std::string>& lines, float x, float y, float width, bool draw) {
    float used = 0;
    int number = 0;
    for (const auto& line : lines) {
        const float icon = b.mm(9);
        const Laid laid = b.lay(line, Style::strong, width - icon - b.mm(4));
        if (draw) {
            b.display().disc(x + icon / 2, y + used + laid.height() / 2, icon / 2, b.palette().deep);
            b.icon("tick", x + icon * 0.18F, y + used + laid.height() / 2 - icon * 0.32F, icon * 0.64F,
                   b.palette().on_deep);
            b.text("fact." + std::to_string(number), Role::text, laid, x + icon + b.mm(4), y + used, b.palette().ink);
        }
        used += std::max(laid.height(), icon) + b.mm(2.5);
        ++number;
    }
    return used;
}

/// That there is a way to hide, and what it cannot do.
void draw_hide_note(Builder& b, const Laid& words, Rect note) {
    const Color ground = b.ground();
    b.box(note, b.palette().mint, b.mm(5));
    b.ground(b.palette().mint);
    b.text("hide.note", Role::text, words, note.x + b.mm(6), note.y + b.mm(4), b.palette().ink);
    b.ground(ground);
}

/// More than fits beside a picture: words alone, over the whole width, in parts; the note about hiding comes last.
void draw_long_intro(Builder& b, const survey::Survey& survey, Rect area) {
    const float width = width_in_parts(b, area);
    const InLanguage written{b, survey.language};
    const Laid title = b.lay_even(survey.title, Style::heading, width);
    b.text("title", Role::heading, title, area.x, area.y, b.palette().ink);
    const float gap = b.mm(5);
    area.take_top(title.height() + gap);
    const float room = room_in_parts(b, area).h;
    std::vector<Laid> words;
    for (const auto& paragraph : lay_paragraphs(b, survey.intro, Style::body, width)) {
        auto pieces =
            lay_pieces(b, {paragraph.text, {}}, Style::body, width, paragraph.height() > room ? room * 0.45F : room);
        std::ranges::move(pieces, std::back_inserter(words));
    }
    const InLanguage interface{b, b.strings().language()};
    const Laid note = b.lay(b.strings()("intro.hide"), Style::small, width - b.mm(12));
    std::vector<float> heights;
    for (const auto& piece : words) heights.push_back(piece.height());
    heights.push_back(note.height() + b.mm(8));
    const auto [first, last] = turn_parts(b, area, heights, gap);
    float y = area.y;
    for (std::size_t i = first; i < last; ++i) {
        if (i < words.size())
            b.text("intro." + std::to_string(i), Role::text, words[i], area.x, y, b.palette().ink);
        else
            draw_hide_note(b, note, {area.x, y, width, heights[i]});
        y += heights[i] + gap;
    }
}

/// The question, what is right (a line for each option), and why.
struct Explained {
    Laid title;
    std::vector<Laid> lines;  ///< the right answers, then why
    std::size_t answers = 0;  ///< how many of them are answers
    std::vector<float> heights;
    float width = 0, needed = 0;
};

Explained measure_explanation(const Builder& b, const survey::Question& question, float width, float room) {
    Explained out;
    out.width = width;
    out.title = b.lay(question.text, Style::heading, width);
    const float inner = width - b.mm(14);
    for (const auto& id : question.correct) {
        const auto* option = question.option(id);
        if (!option) continue;
        const bool in_order = question.kind == survey::QuestionKind::sort;
        const std::string number = in_order ? std::to_string(out.lines.size() + 1) + ". " : "";
        out.lines.push_back(b.lay(number + option->text, Style::subheading, inner));
    }
    out.answers = out.lines.size();
    // What is taller than the screen goes on in parts.
    for (auto& piece : lay_pieces(b, {question.explain, {}}, Style::body, inner, room))
        out.lines.push_back(std::move(piece));
    out.needed = out.title.height() + b.mm(8) + b.mm(14) - b.mm(3);
    for (const auto& line : out.lines) {
        out.heights.push_back(line.height());
        out.needed += line.height() + b.mm(3);
    }
    return out;
}

}  // namespace

void build_survey_intro(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.paper);
    const auto* survey = view.visit.catalogue().survey(view.visit.place().survey);
    if (!survey) return;
    const Frame frame = draw_frame(b, view, {.back = true, .footer_rows = 1});
    const Rect area = frame.area;
    Rect footer = frame.footer;
    const float width = words_width(b, area);
    std::optional<InLanguage> written;
    written.emplace(b, survey->language);
    const Laid title = b.lay(survey->title, Style::title, width);
    const auto intro = lay_paragraphs(b, survey->intro, Style::body, width);
    written.reset();
    const auto count = survey->asked_count();
    const auto minutes = std::max<std::size_t>(1, (count + 5) / 6);
    const std::vector<std::string> lines = {
        b.strings()(count == 1 ? "intro.questions_one" : "intro.questions_some", {{"count", std::to_string(count)}}) +
            " " +
            b.strings()(minutes == 1 ? "intro.minutes_one" : "intro.minutes_some",
                        {{"count", std::to_string(minutes)}}),
        b.strings()("intro.no_names"), b.strings()("intro.skip")};
    const Laid hide = b.lay(b.strings()("intro.hide"), Style::small, width - b.mm(12));
    // A long introduction gives up first the facts, then goes on in parts.
    const float gap = b.mm(5), facts_height = facts(b, lines, 0, 0, width, false);
    const float around = title.height() + gap + b.mm(7) + hide.height() + b.mm(10);
    std::vector<float> heights;
    float intro_height = -gap;
    for (const auto& paragraph : intro) heights.push_back(paragraph.height()), intro_height += paragraph.height() + gap;
    const float room = b.theme().portrait() ? area.h - b.mm(76) : area.h;
    const bool with_facts = around + intro_height + facts_height <= room;
    const float needed = around + intro_height + (with_facts ? facts_height + b.mm(4) : 0);
    if (around + intro_height > room) {
        draw_long_intro(b, *survey, area);
        return footer_button(b, footer, "start", b.strings()("survey.start"), Look::primary,
                             visit::Action{visit::StartSurvey{}});
    }
    const Rect words =
        beside_picture(b, area, survey->picture.empty() ? view.pictures / "survey.svg" : survey->picture,
                       survey->picture_alt.empty() ? b.strings()("intro.picture_alt") : survey->picture_alt, needed);
    float y = words.y;
    b.text("title", Role::heading, title, words.x, y, p.ink);
    y += title.height() + gap;
    for (std::size_t i = 0; i < intro.size(); ++i) {
        b.text("intro." + std::to_string(i), Role::text, intro[i], words.x, y, p.ink);
        y += heights[i] + gap;
    }
    y += b.mm(7) - gap;
    if (with_facts) y += facts(b, lines, words.x, y, width, true) + b.mm(3);
    draw_hide_note(b, hide, {words.x, y, width, hide.height() + b.mm(8)});
    footer_button(b, footer, "start", b.strings()("survey.start"), Look::primary, visit::Action{visit::StartSurvey{}});
}

void build_survey_explanation(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.paper);
    const auto* session = view.visit.session();
    const auto* question = view.visit.explanation();
    if (!session || !question) return;
    const std::size_t page = view.visit.place().page, count = session->explained_at_end().size();
    const std::string words =
        b.strings()("check.progress", {{"position", std::to_string(page + 1)}, {"total", std::to_string(count)}});
    const Frame frame = draw_frame(
        b, view,
        {.back = page > 0, .stop = true, .progress = Header::Progress{words, page + 1, count}, .footer_rows = 1});
    const Rect area = frame.area;
    Rect footer = frame.footer;
    std::optional<InLanguage> written;
    written.emplace(b, session->survey().language);
    const float all = width_in_parts(b, area);
    constexpr float whole = 1e9F;
    Explained said = measure_explanation(b, *question, question->picture.empty() ? all : words_width(b, area), whole);
    // A long explanation matters more than the picture.
    const bool with_picture =
        !question->picture.empty() && said.needed <= area.h - (b.theme().portrait() ? b.mm(70) : 0);
    if (!with_picture) said = measure_explanation(b, *question, all, whole);
    if (said.needed > area.h) said = measure_explanation(b, *question, all, area.h * 0.25F);
    Rect place = with_picture ? beside_picture(b, area, question->picture, question->picture_alt, said.needed) : area;
    if (!with_picture) place.take_top(std::max(0.F, (area.h - said.needed) * 0.3F));
    b.text("question", Role::heading, said.title, place.x, place.y, p.ink);
    place.take_top(said.title.height() + b.mm(8));
    const float gap = b.mm(3), pad = b.mm(7);
    const auto [first, last] = turn_parts(b, place, said.heights, gap, 2 * pad);
    float box_height = 2 * pad - gap;
    for (std::size_t i = first; i < last; ++i) box_height += said.heights[i] + gap;
    b.box({place.x, place.y, said.width, box_height}, p.mint, b.theme().radius());
    b.ground(p.mint);
    float y = place.y + pad;
    for (std::size_t i = first; i < last; ++i) {
        const std::string id = i < said.answers    ? "check.answer." + std::to_string(i)
                               : i == said.answers ? "check.explain"
                                                   : "check.explain." + std::to_string(i - said.answers);
        b.text(id, Role::text, said.lines[i], place.x + pad, y, p.ink);
        y += said.heights[i] + gap;
    }
    b.ground(p.paper);
    written.reset();
    footer_button(b, footer, "continue", b.strings()("continue"), Look::primary, visit::Action{visit::Continue{}});
}

void build_survey_saving(Builder& b, const View& view) {
    b.background(b.palette().paper);
    const bool failing = view.visit.save_failing();
    const Rect all = draw_frame(b, view, {.stop = failing}).area;
    const std::string& words = b.strings()(failing ? "saving.failing" : "saving.words");
    float width = words_width(b, all);
    Style large = Style::title, plain = Style::lead;
    const auto height = [&] {
        return b.lay(b.strings()(failing ? "saving.failing_title" : "saving.title"), large, width).height() + b.mm(6) +
               paragraphs(b, "saving", words, plain, 0, 0, width, false);
    };
    const bool alone = height() > all.h - (b.theme().portrait() ? b.mm(76) : 0);
    if (alone) width = all.w, large = Style::heading, plain = Style::small;  // a low panel: words before the picture
    const Laid title = b.lay(b.strings()(failing ? "saving.failing_title" : "saving.title"), large, width);
    const Rect area = alone ? all : beside_picture(b, all, view.pictures / "thanks.svg", "", height());
    const float y = area.y;
    b.text("title", failing ? Role::alert : Role::heading, title, area.x, y, b.palette().ink);
    paragraphs(b, "saving", words, plain, area.x, y + title.height() + b.mm(6), width);
}

void build_survey_thanks(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.paper);
    const Frame frame = draw_frame(b, view, {.footer_rows = 1});
    const Rect area = frame.area;
    Rect footer = frame.footer;
    const float beside = words_width(b, area);
    const std::string& kept = b.strings()(b.rehearsal() ? "thanks.rehearsal" : "thanks.kept");
    struct Said {
        float width;
        Laid title, words, help;
        [[nodiscard]] float height(const Builder& on) const {
            return title.height() + on.mm(5) + words.height() + on.mm(8) + help.height() + on.mm(14);
        }
    };
    const auto say = [&](float w, Style title, Style words) -> Said {
        return {w, b.lay(b.strings()("thanks.title"), title, w), b.lay_even(kept, words, w),
                b.lay(b.strings()("thanks.help"), words == Style::lead ? Style::body : words, w - b.mm(14))};
    };
    // On a low panel smaller, then without the picture.
    const float room = area.h - (b.theme().portrait() ? b.mm(76) : 0);
    Said said = say(beside, Style::display, Style::lead);
    if (said.height(b) > room) said = say(beside, Style::title, Style::body);
    const bool alone = said.height(b) > room;
    if (alone) said = say(area.w, Style::title, Style::small);
    const auto& [width, title, words, help] = said;
    const Rect place = alone ? area
                             : beside_picture(b, area, view.pictures / "thanks.svg", b.strings()("thanks.picture_alt"),
                                              said.height(b));
    float y = place.y;
    b.text("title", Role::heading, title, place.x, y, p.ink);
    y += title.height() + b.mm(5);
    b.text("kept", Role::text, words, place.x, y, p.ink);
    y += words.height() + b.mm(8);
    const Rect box{place.x, y, width, help.height() + b.mm(14)};
    b.box(box, p.mint, b.theme().radius());
    b.ground(p.mint);
    b.text("thanks.help", Role::text, help, box.x + b.mm(7), box.y + b.mm(7), p.ink);
    b.ground(p.paper);
    footer_button(b, footer, "finish", b.strings()("survey.finish"), Look::primary, visit::Action{visit::Finish{}});
    const DoneNext next{b};
    const auto& home = b.strings()("home_button");
    button(b, "home", home, footer.take_left(button_width(b, home, Look::secondary, true)), Look::secondary,
           visit::Action{visit::Home{}}, "home");
}

}  // namespace talkpoint::ui
