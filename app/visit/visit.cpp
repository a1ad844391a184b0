#include "visit/visit.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace talkpoint::visit {
namespace {

using base::Millis;

constexpr Millis shift_window{5000};
constexpr Millis long_ago = Millis::min() / 2;

/// 2 s, doubling to 30 s.
Millis retry_delay(int failed_tries) {
    return std::min(Millis{30'000}, Millis{1000} * (1 << std::min(failed_tries, 5)));
}

template <class... F>
struct Overload : F... {
    using F::operator()...;
};

}  // namespace

Visit::Visit(const Catalogue& catalogue, base::Random& chance, base::Random& ids, Rules rules, Millis now)
    : catalogue_(&catalogue),
      chance_(&chance),
      ids_(&ids),
      rules_(rules),
      last_presence_(now),
      attract_since_(now),
      shift_times_{long_ago, long_ago} {}

Effects Visit::update(const Action& action, Millis now) {
    Effects effects;
    const bool from_store = std::holds_alternative<Saved>(action) || std::holds_alternative<SaveFailed>(action);
    if (!from_store) note_presence(now);
    handle(action, now, effects);
    return effects;
}

void Visit::note_presence(Millis now) {
    // A pause longer than the idle time was spent under the warning, perhaps away.
    if (place_.screen == Screen::survey_question) answering_ += std::min(now - last_presence_, rules_.idle);
    last_presence_ = now;
    warned_at_.reset();
}

void Visit::handle(const Action& action, Millis now, Effects& effects) {
    const Screen at = place_.screen;
    std::visit(
        Overload{
            [&](const Begin&) {
                if (at == Screen::attract) go({Screen::home, {}, {}, {}, 0});
                if (at == Screen::hidden) end(Screen::attract, now, effects);
            },
            [&](const OpenTopic& a) {
                if (at == Screen::home && catalogue_->pack(a.pack)) go({Screen::topic, a.pack, {}, {}, 0});
            },
            [&](const OpenMessage& a) {
                const bool can = at == Screen::topic || at == Screen::message || at == Screen::home;
                if (can && catalogue_->message(a.pack, a.message)) go({Screen::message, a.pack, a.message, {}, 0});
            },
            [&](const OpenSurvey& a) {
                const bool can = at == Screen::home || at == Screen::message || at == Screen::topic;
                if (can && catalogue_->survey(a.survey)) go({Screen::survey_intro, {}, {}, a.survey, 0});
            },
            [&](const StartSurvey&) {
                const auto* chosen = at == Screen::survey_intro ? catalogue_->survey(place_.survey) : nullptr;
                if (!chosen) return;
                if (!session_) session_.emplace(*chosen, *chance_);  // else somebody stepped back to read this again
                go({session_->checking() ? Screen::survey_check : Screen::survey_question, {}, {}, chosen->id, 0});
            },
            [&](const Choose& a) {
                if (at != Screen::survey_question) return;
                answer_missing_ = false;
                session_->choose(a.option);
            },
            [&](const Continue&) { continue_on(now, effects); },
            [&](const Back&) { go_back(); },
            [&](const Skip&) {
                if (at != Screen::survey_question) return;
                session_->skip();
                after_answer(now, effects);
            },
            [&](const PreferNotToSay&) {
                if (at != Screen::survey_question || !session_->question().about_you) return;
                session_->prefer_not();
                after_answer(now, effects);
            },
            [&](const Stop&) {
                if (!in_survey() || at == Screen::survey_thanks) return;
                go({Screen::home, {}, {}, {}, 0});
                just_stopped_ = true;
            },
            [&](const Finish&) {
                if (at == Screen::survey_thanks) end(Screen::attract, now, effects);
            },
            [&](const Home&) {
                if (home_is_free()) go({Screen::home, {}, {}, {}, 0});
            },
            [&](const GetHelp&) {
                if (at == Screen::help) return;
                Place under = at == Screen::hidden ? Place{} : place_;
                place_ = {Screen::help, {}, {}, {}, 0};
                under_help_ = std::move(under);
            },
            [&](const Hide&) { end(Screen::hidden, now, effects); },
            [&](const StillHere&) {},
            [&](const ShiftPressed&) {
                const bool third = shift_times_[0] != long_ago && now - shift_times_[0] <= shift_window;
                shift_times_ = third ? std::array{long_ago, long_ago} : std::array{shift_times_[1], now};
                if (third) end(Screen::hidden, now, effects);
            },
            [&](const Saved& a) {
                if (!submission_ || submission_->id != a.submission) return;  // of a visit that is over
                submission_.reset();
                retry_at_.reset();
                save_tries_failed_ = 0;
                const Place thanks{Screen::survey_thanks, {}, {}, (under_help_ ? *under_help_ : place_).survey, 0};
                if (under_help_ && under_help_->screen == Screen::survey_saving) under_help_ = thanks;
                if (place_.screen == Screen::survey_saving) place_ = thanks;
                last_presence_ = now;
            },
            [&](const SaveFailed& a) {
                if (!submission_ || submission_->id != a.submission) return;
                ++save_tries_failed_;
                retry_at_ = now + retry_delay(save_tries_failed_);
            },
        },
        action);
}

/// Every move drops what belonged to the screen before; answers live only while the person is in the survey.
void Visit::go(Place place) {
    place_ = std::move(place);
    under_help_.reset();
    just_stopped_ = false;
    answer_missing_ = false;
    if (!in_survey()) {
        session_.reset();
        answering_ = Millis{0};
        submission_.reset();
        retry_at_.reset();
        save_tries_failed_ = 0;
    }
}

void Visit::go_back() {
    switch (place_.screen) {
        case Screen::attract:
        case Screen::home:
        case Screen::hidden:
        case Screen::survey_saving:
            return;
        case Screen::topic:
        case Screen::survey_intro:
        case Screen::survey_thanks:
            return go({Screen::home, {}, {}, {}, 0});
        case Screen::message:
            if (place_.page > 0)
                --place_.page;
            else
                go({Screen::topic, place_.pack, {}, {}, 0});
            return;
        case Screen::survey_question:
        case Screen::survey_check:
            answer_missing_ = false;
            if (session_->finished()) {
                if (place_.page > 0) --place_.page;
                return;
            }
            if (session_->at_first()) return go({Screen::survey_intro, {}, {}, place_.survey, 0});
            session_->back();
            place_.screen = session_->checking() ? Screen::survey_check : Screen::survey_question;
            return;
        case Screen::help:
            place_ = under_help_.value_or(Place{Screen::home, {}, {}, {}, 0});
            under_help_.reset();
            return;
    }
}

void Visit::continue_on(Millis now, Effects& effects) {
    if (place_.screen == Screen::message) {
        const auto* message = catalogue_->message(place_.pack, place_.message);
        if (message && place_.page + 1 < message->pages.size())
            ++place_.page;
        else
            go({Screen::topic, place_.pack, {}, {}, 0});
        return;
    }
    if (place_.screen != Screen::survey_question && place_.screen != Screen::survey_check) return;
    if (session_->finished()) {  // among the explanations at the end
        ++place_.page;
        return after_answer(now, effects);
    }
    answer_missing_ = !session_->can_continue();
    if (answer_missing_) return;
    session_->continue_on();
    after_answer(now, effects);
}

/// The session has moved: show where it is; when it is through, the explanations, then the saving.
void Visit::after_answer(Millis, Effects& effects) {
    answer_missing_ = false;
    if (!session_->finished()) {
        place_.screen = session_->checking() ? Screen::survey_check : Screen::survey_question;
        return;
    }
    if (place_.page < session_->explained_at_end().size()) {
        place_.screen = Screen::survey_check;
        return;
    }
    place_ = {Screen::survey_saving, {}, {}, place_.survey, 0};
    submission_ = Submission{base::uuid_v4(*ids_), session_->response(), std::exchange(answering_, {})};
    session_.reset();
    effects.submit = submission_;
}

void Visit::end(Screen screen, Millis now, Effects& effects) {
    go({screen, {}, {}, {}, 0});
    shift_times_ = {long_ago, long_ago};
    warned_at_.reset();
    last_presence_ = now;
    attract_since_ = now;
    effects.ended = true;
}

bool Visit::in_survey() const {
    const Screen screen = (under_help_ && place_.screen == Screen::help ? *under_help_ : place_).screen;
    return screen == Screen::survey_intro || screen == Screen::survey_question || screen == Screen::survey_check ||
           screen == Screen::survey_saving || screen == Screen::survey_thanks;
}

bool Visit::home_is_free() const {
    const Screen at = place_.screen;
    if (at == Screen::attract || at == Screen::home || at == Screen::hidden) return false;
    return !in_survey() || at == Screen::survey_intro || at == Screen::survey_thanks;
}

Millis Visit::idle_limit() const {
    const Screen screen = under_help_ ? under_help_->screen : place_.screen;
    return screen == Screen::survey_saving ? std::max(rules_.saving_idle, rules_.idle) : rules_.idle;
}

Effects Visit::tick(Millis now) {
    Effects effects;
    if (retry_at_ && now >= *retry_at_ && submission_) {
        retry_at_.reset();
        effects.submit = submission_;
    }
    if (place_.screen == Screen::attract) return effects;
    if (place_.screen == Screen::hidden) {
        if (now - last_presence_ >= rules_.idle) end(Screen::attract, now, effects);
        return effects;
    }
    if (!warned_at_ && now - last_presence_ >= idle_limit()) warned_at_ = now;
    if (warned_at_ && now - *warned_at_ >= rules_.warn) end(Screen::attract, now, effects);
    return effects;
}

std::optional<Millis> Visit::next_deadline(Millis now) const {
    std::optional<Millis> next = retry_at_;
    const auto sooner = [&](Millis when) { next = next ? std::min(*next, when) : when; };
    if (place_.screen == Screen::attract) return next;
    if (!warned_at_) {
        sooner(last_presence_ + (place_.screen == Screen::hidden ? rules_.idle : idle_limit()));
        return next;
    }
    // The countdown changes its number once a second.
    const Millis left = *warned_at_ + rules_.warn - now;
    sooner(left.count() <= 0 ? now : now + Millis{(left.count() - 1) % 1000 + 1});
    return next;
}

std::optional<int> Visit::warning_seconds(Millis now) const {
    if (!warned_at_) return {};
    const auto left = std::max<std::int64_t>(0, (*warned_at_ + rules_.warn - now).count());
    return static_cast<int>((left + 999) / 1000);
}

const survey::Question* Visit::explanation() const {
    if (place_.screen != Screen::survey_check || !session_ || !session_->finished()) return nullptr;
    const auto at_end = session_->explained_at_end();
    return place_.page < at_end.size() ? at_end[place_.page] : nullptr;
}

}  // namespace talkpoint::visit
