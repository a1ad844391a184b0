// One question a screen; and the same screen once more when the answer is explained.
#include "ui/screens/parts.hpp"

#include <algorithm>

namespace talkpoint::ui {
namespace {

std::string_view hint_key(survey::QuestionKind kind) {
    switch (kind) {
        case survey::QuestionKind::choice:
            return "question.hint_choice";
        case survey::QuestionKind::choices:
            return "question.hint_choices";
        case survey::QuestionKind::scale:
            return "question.hint_scale";
        case survey::QuestionKind::sort:
            return "question.hint_sort";
    }
    return "question.hint_choice";
}

OptionLook look_of(survey::QuestionKind kind) {
    switch (kind) {
        case survey::QuestionKind::choice:
        case survey::QuestionKind::scale:
            return OptionLook::radio;
        case survey::QuestionKind::choices:
            return OptionLook::checkbox;
        case survey::QuestionKind::sort:
            return OptionLook::sort;
    }
    return OptionLook::radio;
}

/// How an option stands: chosen, in which place, and after the answer whether it is right.
OptionState state_of(const Builder& b, const survey::Session& session, const survey::Option& option) {
    const auto& question = session.question();
    const auto& chosen = session.chosen();
    const auto found = std::ranges::find(chosen, option.id);
    OptionState state;
    const bool picked = found != chosen.end();
    if (question.kind == survey::QuestionKind::sort)
        state.place = picked ? static_cast<int>(found - chosen.begin()) + 1 : 0;
    else
        state.chosen = picked;
    if (!session.checking()) return state;
    state.locked = true;
    if (question.correct.empty()) {
        if (picked && question.kind != survey::QuestionKind::sort) state.note = b.strings()("check.yours");
        return state;
    }
    const auto right = std::ranges::find(question.correct, option.id);
    if (question.kind == survey::QuestionKind::sort) {
        const int place = static_cast<int>(right - question.correct.begin()) + 1;
        state.verdict = state.place == place;
        state.note = b.strings()("check.place", {{"place", std::to_string(place)}});
    } else {
        state.verdict = right != question.correct.end();
        state.note = *state.verdict ? b.strings()("check.right") : picked ? b.strings()("check.yours") : std::string{};
    }
    return state;
}

/// Feedback is kind: what is right, and why; never "wrong".
void draw_explanation(Builder& b, const survey::Session& session, Rect box, const Laid& verdict, const Laid& why) {
    b.display().fill(box, b.palette().mint, b.theme().radius());
    const Color ground = b.ground();
    b.ground(b.palette().mint);
    const float pad = b.mm(7);
    float y = box.y + pad;
    if (session.was_right().has_value()) {
        b.text("check.verdict", Role::alert, verdict, box.x + pad, y, b.palette().ink);
        y += verdict.height() + b.mm(2);
    }
    b.text("check.explain", Role::text, why, box.x + pad, y, b.palette().ink);
    b.ground(ground);
}

struct Options {
    std::vector<const survey::Option*> shown;
    std::vector<OptionState> states;
    std::size_t columns = 1;
    float width = 0;             ///< of one
    std::vector<float> heights;  ///< of the rows
    [[nodiscard]] float total(float gap) const {
        float sum = 0;
        for (const float h : heights) sum += h + gap;
        return std::max(0.F, sum - gap);
    }
};

float option_gap(const Builder& b) { return b.theme().gap() * 0.9F; }

Options measure_options(const Builder& b, const survey::Session& session, float width, std::size_t columns) {
    Options out;
    out.columns = columns;
    out.width = std::floor((width - option_gap(b) * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    for (const auto* option : session.options()) {
        const std::size_t column = out.shown.size() % columns;
        out.shown.push_back(option);
        out.states.push_back(state_of(b, session, *option));
        const float height = option_height(b, option->text, out.width, out.states.back());
        if (column == 0) out.heights.push_back(height);
        out.heights.back() = std::max(out.heights.back(), height);
    }
    return out;
}

/// Everything that is said on the screen, laid out to a width.
struct Words {
    Laid title, hint, verdict, why;
    Options options;
    float explained = 0;  ///< height of the explanation with the gap above it; 0 before the answer
    float needed = 0;     ///< height of everything
};

Words measure_words(const Builder& b, const View& view, const survey::Session& session, float width,
                    std::size_t columns = 1) {
    const auto& question = session.question();
    const auto right = session.was_right();
    Words out;
    out.title = b.lay_even(question.text, Style::heading, width);
    out.hint = b.lay(b.strings()(view.visit.answer_missing() ? "question.missing" : hint_key(question.kind)),
                     Style::body, width);
    out.verdict = b.lay(b.strings()(right.value_or(false) ? "check.yes" : "check.not_quite"), Style::subheading,
                        width - b.mm(14));
    out.why = b.lay(question.explain, Style::body, width - b.mm(14));
    out.options = measure_options(b, session, width, columns);
    if (session.checking()) out.explained = b.mm(20) + (right ? out.verdict.height() + b.mm(2) : 0) + out.why.height();
    const float below_title = session.checking() ? b.mm(5) : b.mm(8) + out.hint.height();
    out.needed = out.title.height() + below_title + out.options.total(option_gap(b)) + out.explained;
    return out;
}

/// Beside "Continue", what else can be done with a question.
struct Quiet {
    std::string id, label;
    visit::Action action;
};

std::vector<Quiet> quiet_ways(const Builder& b, const survey::Session& session) {
    std::vector<Quiet> ways;
    if (session.checking()) return ways;
    if (session.question().about_you)
        ways.push_back({"prefer-not", b.strings()("question.prefer_not"), visit::PreferNotToSay{}});
    ways.push_back({"skip", b.strings()("question.skip"), visit::Skip{}});
    return ways;
}

/// On a narrow panel they need a row of their own.
int footer_rows(const Builder& b, const std::vector<Quiet>& ways, float room) {
    float width = button_width(b, b.strings()("continue"), Look::primary) + b.mm(6);
    for (const auto& way : ways) width += button_width(b, way.label, Look::quiet) + b.mm(3);
    return width > room + b.mm(3) ? 2 : 1;
}

void draw_footer(Builder& b, const std::vector<Quiet>& ways, int rows, Rect footer) {
    Rect quiet = rows == 2 ? footer.take_bottom(b.mm(23)) : Rect{};
    if (rows == 2) footer.take_bottom(b.mm(3));
    footer_button(b, footer, "continue", b.strings()("continue"), Look::primary, visit::Action{visit::Continue{}});
    Rect& row = rows == 2 ? quiet : footer;
    for (const auto& way : ways) {
        const float width = std::min(row.w, button_width(b, way.label, Look::quiet));
        button(b, way.id, way.label, row.take_left(width), Look::quiet, way.action);
        row.take_left(b.mm(3));
    }
}

}  // namespace

void build_survey_question(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.paper);
    const auto* session = view.visit.session();
    if (!session || session->finished()) return;
    const auto& question = session->question();
    const std::string words = b.strings()("question.progress", {{"position", std::to_string(session->position())},
                                                                {"total", std::to_string(session->total())}});
    Rect area = draw_header(
        b, view,
        {.back = true, .stop = true, .progress = Header::Progress{words, session->position(), session->total()}});
    const auto ways = quiet_ways(b, *session);
    const int rows = footer_rows(b, ways, area.w);
    Rect footer = take_footer(b, area, rows);
    const bool portrait = b.theme().portrait();
    const float gap = option_gap(b);

    // In an upright picture the illustration takes what is left above the question; otherwise it stands at the side.
    const Rect all = area;
    Rect art;
    if (!portrait && !question.picture.empty()) {
        art = area.take_right(std::min(area.h, area.w * 0.33F));
        area.take_right(b.mm(12));
    }
    Words said = measure_words(b, view, *session, area.w);
    if (!art.empty() && said.needed > area.h) {  // words matter more than the picture
        art = {};
        area = all;
        said = measure_words(b, view, *session, area.w);
    }
    if (!portrait && !session->checking() && said.needed > area.h)  // a low panel: two columns before several parts
        said = measure_words(b, view, *session, area.w, 2);
    auto& [title, hint, verdict, why, options, explained, needed] = said;
    if (portrait && !question.picture.empty() && area.h - needed > b.mm(70)) {
        const float side = std::min({area.h - needed - b.mm(14), area.w, b.mm(170)});
        area.take_top(std::max(0.F, (area.h - needed - side) * 0.35F));
        art = area.take_top(side);
        area.take_top(b.mm(8));
    }
    if (art.empty()) area.take_top(std::max(0.F, (area.h - needed) * 0.3F));
    if (!art.empty()) {
        const float side = std::min(art.w, art.h);
        b.picture(
            "picture", question.picture, question.picture_alt,
            portrait ? art.centred(side, side) : Rect{art.right() - side, art.y + (art.h - side) / 2, side, side});
    }

    float y = area.y;
    b.text("question", Role::heading, title, area.x, y, p.ink);
    y += title.height() + b.mm(3);
    if (session->checking()) {
        y += b.mm(2);
    } else if (view.visit.answer_missing()) {
        const Rect box{area.x - b.mm(2), y - b.mm(1), hint.width() + b.mm(6), hint.height() + b.mm(2)};
        b.display().fill(box, p.sun, b.mm(3));
        b.ground(p.sun);
        b.text("hint", Role::alert, hint, area.x + b.mm(1), y, p.ink);
        b.ground(p.paper);
        y += hint.height() + b.mm(5);
    } else {
        b.text("hint", Role::text, hint, area.x, y, p.ink);
        y += hint.height() + b.mm(5);
    }
    area.take_top(y - area.y);

    if (session->checking() && options.total(gap) + explained > area.h) {
        // Not everything fits beside the explanation: it matters more than the options that were neither right nor
        // chosen.
        Options kept;
        for (std::size_t i = 0; i < options.shown.size(); ++i) {
            if (!options.states[i].chosen && !options.states[i].verdict.value_or(false) &&
                question.kind != survey::QuestionKind::sort)
                continue;
            kept.shown.push_back(options.shown[i]);
            kept.states.push_back(options.states[i]);
            kept.heights.push_back(options.heights[i]);
        }
        kept.width = options.width;
        options = std::move(kept);
    }
    Rect explanation;
    if (session->checking()) {
        explanation = area;
        explanation.h = explained - b.mm(6);
        explanation.y = std::min(area.y + options.total(gap) + b.mm(6), area.bottom() - explanation.h);
    }
    Rect list = area;
    if (session->checking()) list.h = explanation.y - area.y - b.mm(4);
    const auto [first, last] = turn_parts(b, list, options.heights, gap);
    y = area.y;
    for (std::size_t row = first; row < last; ++row) {
        for (std::size_t i = row * options.columns; i < std::min((row + 1) * options.columns, options.shown.size());
             ++i) {
            const float x = area.x + static_cast<float>(i % options.columns) * (options.width + gap);
            option_row(b, "option." + options.shown[i]->id, options.shown[i]->text,
                       {x, y, options.width, options.heights[row]}, look_of(question.kind), options.states[i],
                       visit::Action{visit::Choose{options.shown[i]->id}});
        }
        y += options.heights[row] + gap;
    }
    if (session->checking()) draw_explanation(b, *session, explanation, verdict, why);
    draw_footer(b, ways, rows, footer);
}

}  // namespace talkpoint::ui
