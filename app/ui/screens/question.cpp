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
    const auto& all = session.options();
    OptionState state;
    state.language = session.survey().language;
    state.answer = true;
    state.position = static_cast<int>(std::ranges::find(all, &option) - all.begin()) + 1;
    state.total = static_cast<int>(all.size());
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
    b.box(box, b.palette().mint, b.theme().radius());
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

Options measure_options(Builder& b, const survey::Session& session, float width, std::size_t columns) {
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

/// The kiosk reads aloud, and others may hear it: then answers are not said, unless the person wants them to be.
bool answers_are_quiet(const View& view) { return view.visit.settings().reading && !view.hearing.headphones; }

/// Everything that is said on the screen, laid out to a width.
struct Words {
    Laid title, hint, verdict, why;
    Options options;
    float aside = 0;      ///< height of the button that lets answers be heard, with its gap; 0: it is not there
    float explained = 0;  ///< height of the explanation with the gap above it; 0 before the answer
    float needed = 0;     ///< height of everything
};

Words measure_words(Builder& b, const View& view, const survey::Session& session, float width,
                    std::size_t columns = 1) {
    const auto& question = session.question();
    const auto right = session.was_right();
    Words out;
    {
        const InLanguage written{b, session.survey().language};
        out.title = b.lay_even(question.text, Style::heading, width);
        out.why = b.lay(question.explain, Style::body, width - b.mm(14));
    }
    out.hint = b.lay(b.strings()(view.visit.answer_missing() ? "question.missing" : hint_key(question.kind)),
                     Style::body, width);
    out.verdict = b.lay(b.strings()(right.value_or(false) ? "check.yes" : "check.not_quite"), Style::subheading,
                        width - b.mm(14));
    if (answers_are_quiet(view) && !session.checking()) out.aside = b.theme().target() + option_gap(b);
    out.options = measure_options(b, session, width, columns);
    if (session.checking()) out.explained = b.mm(20) + (right ? out.verdict.height() + b.mm(2) : 0) + out.why.height();
    const float below_title = session.checking() ? b.mm(5) : b.mm(8) + out.hint.height();
    out.needed = out.title.height() + below_title + out.aside + out.options.total(option_gap(b)) + out.explained;
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

namespace {

/// A question or its explanation while it is being drawn.
class QuestionScreen {
  public:
    QuestionScreen(Builder& b, const View& view, const survey::Session& session)
        : b_(b), view_(view), session_(session), question_(session.question()) {}

    void draw() {
        b_.background(b_.palette().paper);
        const auto& strings = b_.strings();
        const std::string words = strings("question.progress", {{"position", std::to_string(session_.position())},
                                                                {"total", std::to_string(session_.total())}});
        const auto ways = quiet_ways(b_, session_);
        const int rows = footer_rows(b_, ways, footer_room(b_, view_));
        frame_ = draw_frame(b_, view_,
                            {.back = true,
                             .stop = true,
                             .progress = Header::Progress{words, session_.position(), session_.total()},
                             .footer_rows = rows});
        if (frame_.apart)
            draw_apart();
        else
            draw_together();
        draw_footer(b_, ways, rows, frame_.footer);
    }

  private:
    /// Words, options and the picture in one place.
    void draw_together() {
        Rect area = frame_.area;
        const bool portrait = b_.theme().portrait();
        // In an upright picture the illustration takes what is left above the question; otherwise it stands at the
        // side.
        const Rect all = area;
        Rect art;
        if (!portrait && !question_.picture.empty()) {
            art = area.take_right(std::min(area.h, area.w * 0.33F));
            area.take_right(b_.mm(12));
        }
        Words said = measure_words(b_, view_, session_, area.w);
        if (!art.empty() && said.needed > area.h) {  // words matter more than the picture
            art = {};
            area = all;
            said = measure_words(b_, view_, session_, area.w);
        }
        if (!portrait && !session_.checking() && said.needed > area.h)  // a low panel: two columns before several parts
            said = measure_words(b_, view_, session_, area.w, 2);
        const float needed = said.needed;
        if (portrait && !question_.picture.empty() && area.h - needed > b_.mm(70)) {
            const float side = std::min({area.h - needed - b_.mm(14), area.w, b_.mm(170)});
            area.take_top(std::max(0.F, (area.h - needed - side) * 0.35F));
            art = area.take_top(side);
            area.take_top(b_.mm(8));
        }
        if (art.empty()) area.take_top(std::max(0.F, (area.h - needed) * 0.3F));
        if (!art.empty()) {
            const float side = std::min(art.w, art.h);
            draw_picture(portrait ? art.centred(side, side)
                                  : Rect{art.right() - side, art.y + (art.h - side) / 2, side, side});
        }
        draw_words(said, area);
        if (session_.checking())
            draw_checked(said, area);
        else
            draw_options(said.options, area);
    }

    /// The options down within reach, the words above them, and the picture where these leave room.
    void draw_apart() {
        if (session_.checking()) return draw_apart_checked();
        Rect controls = frame_.controls, words = frame_.words();
        const float least = b_.mm(86);
        std::size_t columns = std::max<std::size_t>(1, static_cast<std::size_t>(controls.w / least));
        columns = std::min(columns, b_.theme().portrait() ? 1 : std::size_t{2});
        Words said = measure_words(b_, view_, session_, controls.w, columns);
        if (said.aside + said.options.total(option_gap(b_)) > controls.h)
            said = measure_words(b_, view_, session_, width_in_parts(b_, controls), columns);
        const auto head = [&](float width) {
            said.title = in_words(width);
            said.hint = b_.lay(said.hint.text, Style::body, width);
            return said.title.height() + b_.mm(8) + said.hint.height();
        };
        float height = head(words.w);
        if (!question_.picture.empty()) {
            Rect art = words;
            const float side = b_.theme().portrait() ? std::min(words.h - height - b_.mm(6), words.w * 0.8F)
                                                     : std::min(words.h, words.w * 0.33F);
            if (side > b_.mm(45)) {
                art = b_.theme().portrait() ? words.take_top(side) : words.take_right(side);
                if (!b_.theme().portrait()) words.take_right(b_.mm(12));
                draw_picture(art.centred(side, side));
                height = head(words.w);
            }
        }
        words.take_top(std::max(0.F, words.h - height));  // near what it asks for
        draw_words(said, words);
        draw_options(said.options, controls);
    }

    void draw_apart_checked() {
        Rect area = frame_.area;
        Words said = measure_words(b_, view_, session_, area.w);
        area.take_top(std::max(0.F, (area.h - said.needed) * 0.3F));
        draw_words(said, area);
        draw_checked(said, area);
    }

    Laid in_words(float width) {
        const InLanguage written{b_, session_.survey().language};
        return b_.lay_even(question_.text, Style::heading, width);
    }

    void draw_picture(Rect rect) {
        const InLanguage written{b_, session_.survey().language};
        b_.picture("picture", question_.picture, question_.picture_alt, rect);
    }

    /// The question and what to do with it; takes them off the area.
    void draw_words(const Words& said, Rect& area) {
        const Palette& p = b_.palette();
        float y = area.y;
        b_.text("question", Role::heading, said.title, area.x, y, p.ink);
        y += said.title.height() + b_.mm(3);
        if (session_.checking()) {
            y += b_.mm(2);
        } else if (view_.visit.answer_missing()) {
            const Rect box{area.x - b_.mm(2), y - b_.mm(1), said.hint.width() + b_.mm(6),
                           said.hint.height() + b_.mm(2)};
            b_.box(box, p.sun, b_.mm(3));
            b_.ground(p.sun);
            b_.text("hint", Role::alert, said.hint, area.x + b_.mm(1), y, p.ink);
            b_.ground(p.paper);
            y += said.hint.height() + b_.mm(5);
        } else {
            b_.text("hint", Role::text, said.hint, area.x, y, p.ink);
            y += said.hint.height() + b_.mm(5);
        }
        area.take_top(y - area.y);
    }

    void draw_options(const Options& options, Rect area) {
        const float gap = option_gap(b_);
        if (answers_are_quiet(view_)) {
            const auto& label = b_.strings()("reading.answers");
            const bool on = view_.visit.settings().answers_aloud;
            Rect row = area.take_top(b_.theme().target());
            row.w = std::min(row.w, button_width(b_, label, Look::secondary, true));
            button(b_, "answers", label, row, Look::secondary, visit::Action{visit::SayAnswers{}},
                   on ? "tick" : "speaker");
            b_.scene().nodes.back().checked = on;
            area.take_top(gap);
        }
        const auto [first, last] = turn_parts(b_, area, options.heights, gap);
        draw_rows(options, first, last, area.x, area.y);
    }

    void draw_rows(const Options& options, std::size_t first, std::size_t last, float left, float y) {
        const float gap = option_gap(b_);
        for (std::size_t row = first; row < last; ++row) {
            const std::size_t end = std::min((row + 1) * options.columns, options.shown.size());
            for (std::size_t i = row * options.columns; i < end; ++i) {
                const float x = left + static_cast<float>(i % options.columns) * (options.width + gap);
                option_row(b_, "option." + options.shown[i]->id, options.shown[i]->text,
                           {x, y, options.width, options.heights[row]}, look_of(question_.kind), options.states[i],
                           visit::Action{visit::Choose{options.shown[i]->id}});
            }
            y += options.heights[row] + gap;
        }
    }

    /// The options as they were answered, and below them why.
    void draw_checked(Words& said, Rect area) {
        const float gap = option_gap(b_);
        if (said.options.total(gap) + said.explained > area.h) said.options = without_the_rest(said.options);
        Rect explanation = area;
        explanation.h = said.explained - b_.mm(6);
        explanation.y = std::min(area.y + said.options.total(gap) + b_.mm(6), area.bottom() - explanation.h);
        Rect list = area;
        list.h = explanation.y - area.y - b_.mm(4);
        const auto [first, last] = turn_parts(b_, list, said.options.heights, gap);
        draw_rows(said.options, first, last, area.x, area.y);
        draw_explanation(b_, session_, explanation, said.verdict, said.why);
    }

    /// Not everything fits beside the explanation: it matters more than the options that were neither right nor chosen.
    [[nodiscard]] Options without_the_rest(const Options& all) const {
        Options kept;
        for (std::size_t i = 0; i < all.shown.size(); ++i) {
            if (!all.states[i].chosen && !all.states[i].verdict.value_or(false) &&
                question_.kind != survey::QuestionKind::sort)
                continue;
            kept.shown.push_back(all.shown[i]);
            kept.states.push_back(all.states[i]);
            kept.heights.push_back(all.heights[i]);
        }
        kept.width = all.width;
        return kept;
    }

    Builder& b_;
    const View& view_;
    const survey::Session& session_;
    const survey::Question& question_;
    Frame frame_;
};

}  // namespace

void build_survey_question(Builder& b, const View& view) {
    const auto* session = view.visit.session();
    if (session && !session->finished()) QuestionScreen{b, view, *session}.draw();
}

}  // namespace talkpoint::ui
