// One question a screen; and the same screen once more when the answer is explained.
#include "ui/screens/parts.hpp"
#include "ui/screens/question_footer.hpp"
#include "ui/screens/question_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace talkpoint::ui {
namespace {

/// Feedback is kind: what is right, and why; never "wrong". `part`: of an explanation that is taller than the screen.
void draw_explanation(Builder& b, Rect box, const Laid* verdict, const Laid& why, std::size_t part) {
    b.box(box, b.palette().mint, b.theme().radius());
    const Color ground = b.ground();
    b.ground(b.palette().mint);
    const float pad = b.mm(7);
    float y = box.y + pad;
    if (verdict) {
        b.text("check.verdict", Role::alert, *verdict, box.x + pad, y, b.palette().ink);
        b.scene().nodes.back().answer = true;  // whether it was right says what it was
        y += verdict->height() + b.mm(2);
    }
    const std::string id = part == 0 ? "check.explain" : "check.explain." + std::to_string(part);
    b.text(id, Role::text, why, box.x + pad, y, b.palette().ink);
    b.ground(ground);
}

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
        const QuestionFooter footer{b_, view_, session_, footer_room(b_, view_)};
        frame_ = draw_frame(b_, view_,
                            {.back = true,
                             .stop = true,
                             .progress = Header::Progress{words, session_.position(), session_.total()},
                             .footer_rows = footer.rows()});
        if (const auto cards = fit_cards(); cards.grid.worth > 0)
            draw_cards(cards);
        else if (frame_.apart)
            draw_apart();
        else
            draw_together();
        footer.draw(b_, frame_.footer);
    }

  private:
    /// The options as picture cards, and the question above them.
    struct Cards {
        Words said;
        PictureGrid grid;
    };

    /// The controls have been lowered, and there are any: away from the words.
    [[nodiscard]] bool apart() const { return frame_.apart && !session_.checking(); }

    /// As large as there is room for, below a question in large letters where possible.
    Cards fit_cards() {
        Cards best;
        if (!question_.pictured()) return best;
        const auto choices = choices_of(b_, session_);
        const Rect words = apart() ? frame_.words() : frame_.area;
        float of_style = 1;
        for (const Style style : {Style::heading, Style::subheading, Style::strong}) {
            Cards tried{measure_words(b_, view_, session_, words.w, style), {}};
            Rect room = apart() ? frame_.controls : frame_.area;
            if (!apart()) room.take_top(tried.said.head), room.take_bottom(explained(tried.said));
            if (tried.said.head <= words.h) tried.grid = fit_pictures(b_, choices, room);
            tried.grid.worth *= of_style;
            if (tried.grid.worth > best.grid.worth) best = std::move(tried);
            of_style *= 0.8F;
        }
        return best;
    }

    void draw_cards(const Cards& cards) {
        Rect area = apart() ? frame_.words() : frame_.area;
        const float height = height_of(b_, cards.grid), needed = cards.said.head + height + explained(cards.said);
        area.take_top(apart() ? area.h - cards.said.head : std::max(0.F, (area.h - needed) * 0.3F));
        draw_words(cards.said, area);
        draw_pictures(b_, cards.grid, look_of(question_.kind), apart() ? frame_.controls : area);
        if (!session_.checking()) return;
        area.take_top(height + choice_gap(b_));
        draw_explanation(b_, {area.x, area.y, cards.said.width, cards.said.explained},
                         session_.was_right() ? &cards.said.verdict : nullptr, cards.said.why, 0);
    }

    /// Words and options with the picture at their side.
    struct Beside {
        Words said;
        ChoiceGrid grid;
        Rect art, words;
    };

    /// The picture stays as long as all fits beside it: in smaller letters, many options in two columns, the picture
    /// itself smaller. In large text it gives way before the question becomes smaller.
    std::optional<Beside> fit_beside(const std::vector<Choice>& choices) {
        if (question_.picture.empty()) return {};
        struct Manner {
            std::size_t columns;
            Style title, options;
            float share = 0.33F;  ///< of the line, for the picture
        };
        constexpr std::array manners = {
            Manner{1, Style::heading, Style::option},      Manner{1, Style::heading, Style::body},
            Manner{2, Style::heading, Style::option},      Manner{2, Style::heading, Style::body},
            Manner{2, Style::heading, Style::body, 0.24F}, Manner{1, Style::subheading, Style::body}};
        const auto tried = [&](const Manner& manner, bool all) {
            Beside out;
            out.words = frame_.area;
            out.art = out.words.take_right(std::min(out.words.h, out.words.w * manner.share));
            out.words.take_right(b_.mm(12));
            out.said = measure_words(b_, view_, session_, out.words.w, manner.title);
            out.grid = measure_grid(b_, choices, out.words.w, manner.columns, manner.options);
            if (!all) out.grid = without_the_rest(out.grid);
            const float needed = out.said.head + height_of(b_, out.grid) + explained(out.said);
            return needed <= out.words.h && out.grid.whole ? std::optional{std::move(out)} : std::nullopt;
        };
        const bool in_line = question_.kind == survey::QuestionKind::scale ||  // from the least to the most
                             question_.kind == survey::QuestionKind::sort;
        for (const auto& manner : manners) {
            if (manner.columns > 1 && (in_line || choices.size() < 6)) continue;
            if (manner.title != Style::heading && b_.theme().wishes().large_text) continue;
            if (auto out = tried(manner, true)) return out;
        }
        if (!session_.checking()) return {};
        const Words alone = measure_words(b_, view_, session_, frame_.area.w);
        const float needed = alone.head + height_of(b_, measure_grid(b_, choices, frame_.area.w, 1)) + explained(alone);
        return needed > frame_.area.h ? tried({1, Style::heading, Style::body}, false) : std::nullopt;
    }

    /// Words, options and the picture in one place.
    void draw_together() {
        Rect area = frame_.area;
        const bool portrait = b_.theme().portrait();
        // In an upright picture the illustration takes what is left above the question; otherwise it stands at the
        // side.
        Rect art;
        const auto choices = choices_of(b_, session_);
        Words said;
        ChoiceGrid grid;
        if (auto beside = portrait ? std::nullopt : fit_beside(choices)) {
            said = std::move(beside->said);
            grid = std::move(beside->grid);
            art = beside->art;
            area = beside->words;
        } else {
            said = measure_words(b_, view_, session_, area.w);
            grid = measure_grid(b_, choices, area.w, 1);
        }
        const auto needed_height = [&] { return said.head + height_of(b_, grid) + explained(said); };
        if (!session_.checking() && needed_height() > area.h) {
            const float least = 2 * b_.theme().target() + choice_gap(b_) + area.h - room_in_parts(b_, area).h;
            said = smaller_until(std::move(said), area.w, [&](const Words& w) { return w.head + least <= area.h; });
            Rect below = area;
            below.take_top(said.head);
            grid = fit_grid(b_, choices, below, 100);
        }
        const float needed = needed_height();
        if (portrait && !question_.picture.empty() && area.h - needed > b_.mm(70)) {
            const float side = std::min({area.h - needed - b_.mm(14), area.w, b_.mm(170)});
            area.take_top(std::max(0.F, (area.h - needed - side) * 0.35F));
            art = area.take_top(side);
            area.take_top(b_.mm(8));
        }
        if (!art.empty()) {
            const float side = std::min(art.w, art.h);
            draw_picture(portrait ? art.centred(side, side)
                                  : Rect{art.right() - side, art.y + (art.h - side) / 2, side, side});
        }
        // Beside a picture all stands where it stood before the answer.
        if (session_.checking()) return draw_checked(said, std::move(grid), area, art.empty());
        if (art.empty()) area.take_top(std::max(0.F, (area.h - needed) * 0.3F));
        draw_words(said, area);
        draw_grid(b_, grid, look_of(question_.kind), area);
    }

    /// The options down within reach, the words above them, and the picture where these leave room.
    void draw_apart() {
        if (session_.checking())
            return draw_checked(measure_words(b_, view_, session_, frame_.area.w),
                                measure_grid(b_, choices_of(b_, session_), frame_.area.w, 1), frame_.area);
        Rect words = frame_.words();
        Words said = measure_words(b_, view_, session_, words.w);
        if (!question_.picture.empty()) {
            const bool portrait = b_.theme().portrait();
            const float side = portrait ? std::min(words.h - said.head - b_.mm(6), words.w * 0.8F)
                                        : std::min(words.h, words.w * 0.33F);
            Rect rest = words;
            const Rect art = portrait ? rest.take_top(side) : rest.take_right(side);
            if (!portrait) rest.take_right(b_.mm(12));
            const Words beside = measure_words(b_, view_, session_, rest.w);
            if (side > b_.mm(45) && beside.head <= rest.h) {
                draw_picture(art.centred(side, side));
                words = rest;
                said = beside;
            }
        }
        said = smaller_until(std::move(said), words.w, [&](const Words& w) { return w.head <= words.h; });
        words.take_top(std::max(0.F, words.h - said.head));  // near what it asks for
        draw_words(said, words);
        draw_grid(b_, fit_grid(b_, choices_of(b_, session_), frame_.controls, 86), look_of(question_.kind),
                  frame_.controls);
    }

    /// The question in the largest letters with which it fits.
    template <class Fits>
    Words smaller_until(Words said, float width, Fits fits) {
        for (const Style style : {Style::subheading, Style::strong, Style::small})
            if (!fits(said)) said = measure_words(b_, view_, session_, width, style);
        return said;
    }

    /// What the explanation takes below the options.
    float explained(const Words& said) const { return said.explained > 0 ? said.explained + choice_gap(b_) : 0; }

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

    /// The question, the options as they were answered, and below them why.
    void draw_checked(Words said, ChoiceGrid grid, Rect area, bool centred = true) {
        const auto needed = [&] { return said.head + height_of(b_, grid) + explained(said); };
        if (needed() > area.h) grid = without_the_rest(grid);
        if (needed() > area.h) {
            Rect below = area;
            below.take_top(std::min(said.head, area.h * 0.6F));
            const Rect room{area.x, area.y, room_in_parts(b_, below).w, room_in_parts(b_, area).h};
            said = measure_words(b_, view_, session_, room.w);
            said =
                smaller_until(std::move(said), room.w, [&](const Words& w) { return w.head + w.explained <= room.h; });
            grid = measure_grid(b_, grid.choices, room.w, 1, Style::body);
        }
        if (centred) area.take_top(std::max(0.F, (area.h - needed()) * 0.3F));
        draw_words(said, area);
        // The explanation as one box, or as several that are turned one after another.
        const float room = room_in_parts(b_, area).h;
        std::vector<Laid> pieces{said.why};
        float around = said.explained - said.why.height();
        // Where not even a line would fit under it, the verdict gives way: the options say it too.
        const float line = said.why.height() / static_cast<float>(std::max(1, said.why.block->lines));
        const bool room_for_verdict = room - around > line + 1;
        if (!room_for_verdict) around = b_.mm(14);
        if (said.explained > room + 1) {
            const InLanguage written{b_, session_.survey().language};
            pieces = lay_pieces(b_, {question_.explain, {}}, Style::small, said.width - b_.mm(14),
                                room - std::max(around, b_.mm(14)) - 1);
        }
        auto heights = grid.heights;
        for (std::size_t i = 0; i < pieces.size(); ++i)
            heights.push_back(pieces[i].height() + (i == 0 ? around : b_.mm(14)));
        const float gap = choice_gap(b_);
        const auto [first, last] = turn_parts(b_, area, heights, gap);
        const std::size_t rows = grid.heights.size();
        draw_rows(b_, grid, look_of(question_.kind), first, std::min(last, rows), area.x, area.y);
        float y = area.y;
        for (std::size_t i = first; i < last; ++i) {
            const bool with_verdict = room_for_verdict && i == rows && session_.was_right().has_value();
            if (i >= rows)
                draw_explanation(b_, {area.x, y, said.width, heights[i]}, with_verdict ? &said.verdict : nullptr,
                                 pieces[i - rows], i - rows);
            y += heights[i] + gap;
        }
    }

    /// Not everything fits beside the explanation: it matters more than the options that were neither right nor chosen.
    [[nodiscard]] ChoiceGrid without_the_rest(const ChoiceGrid& all) const {
        ChoiceGrid kept = all;
        kept.choices.clear(), kept.heights.clear();
        for (std::size_t i = 0; i < all.choices.size(); ++i) {
            const auto& state = all.choices[i].state;
            if (!state.chosen && !state.verdict.value_or(false) && question_.kind != survey::QuestionKind::sort)
                continue;
            kept.choices.push_back(all.choices[i]);
            kept.heights.push_back(all.heights[i]);
        }
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
