#include "ui/screens/question_footer.hpp"

namespace talkpoint::ui {
namespace {

/// The kiosk reads aloud, and others may hear it: then answers are not said, unless the person wants them to be.
bool answers_are_quiet(const View& view) { return view.visit.settings().reading && !view.hearing.headphones; }

}  // namespace

QuestionFooter::QuestionFooter(const Builder& b, const View& view, const survey::Session& session, float room) {
    const auto& strings = b.strings();
    items_.push_back({"continue", strings("continue"), "", Look::primary, visit::Continue{}});
    if (!session.checking() && answers_are_quiet(view)) {
        const bool on = view.visit.settings().answers_aloud;
        items_.push_back({"answers", strings("reading.answers"), on ? "tick" : "speaker",
                          on ? Look::dark : Look::secondary, visit::SayAnswers{}, on});
    }
    const std::size_t ways = items_.size();
    if (!session.checking() && session.question().about_you)
        items_.push_back({"prefer-not", strings("question.prefer_not"), "cross", Look::quiet, visit::PreferNotToSay{}});
    if (!session.checking()) items_.push_back({"skip", strings("question.skip"), "skip", Look::quiet, visit::Skip{}});
    second_ = items_.size();

    // A narrow panel: words give way to their icons, the last first; but where there is height to spare, the ways out
    // get a row of their own before they do.
    const auto fit = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = last; i > first && width(b, first, last) > room; --i)
            items_[i - 1].as_icon = !items_[i - 1].icon.empty();
    };
    const bool with_answers = ways == 2;
    if (with_answers && width(b, 0, second_) > room) items_[1].as_icon = true;
    if (width(b, 0, second_) > room && !b.theme().tight()) {
        second_ = ways;
        if (with_answers) items_[1].as_icon = false;
        fit(ways, items_.size());
    }
    fit(0, second_);
}

void QuestionFooter::draw(Builder& b, Rect place) const {
    Rect lower = rows() == 2 ? place.take_bottom(b.mm(22)) : Rect{};
    if (rows() == 2) place.take_bottom(b.mm(3));
    const DoneNext next{b};
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const auto& item = items_[i];
        Rect& row = i < second_ ? place : lower;
        const Rect rect = row.take_left(width(b, item));
        row.take_left(gap(b));
        const bool quiet = item.look == Look::quiet;
        if (item.as_icon)
            icon_button(b, item.id, item.label, rect, quiet ? Look::secondary : item.look, item.action, item.icon);
        else
            button(b, item.id, item.label, rect, item.look, item.action, quiet ? "" : item.icon);
        b.newest().checked = item.on;
    }
}

float QuestionFooter::width(const Builder& b, const Item& item) {
    if (item.as_icon) return b.theme().target();
    return button_width(b, item.label, item.look, item.look != Look::quiet && !item.icon.empty());
}

float QuestionFooter::width(const Builder& b, std::size_t first, std::size_t last) const {
    float sum = -gap(b);
    for (std::size_t i = first; i < last; ++i) sum += width(b, items_[i]) + gap(b);
    return sum;
}

}  // namespace talkpoint::ui
