#include "visit/visit.hpp"

#include "base/overload.hpp"

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

bool lies_over(Screen screen) {
    return screen == Screen::help || screen == Screen::languages || screen == Screen::settings;
}

}  // namespace

Visit::Visit(std::span<const Catalogue> catalogues, base::Random& chance, base::Random& ids, Rules rules, Millis now,
             const Settings& usual)
    : catalogues_(catalogues),
      catalogue_(&catalogues.front()),
      chance_(&chance),
      ids_(&ids),
      rules_(rules),
      usual_(usual),
      last_presence_(now),
      shift_times_{long_ago, long_ago} {
    usual_.language = catalogue_->language;
    settings_ = usual_;
}

Effects Visit::update(const Action& action, Millis now) {
    Effects effects;
    const bool from_store = std::holds_alternative<Saved>(action) || std::holds_alternative<SaveFailed>(action);
    if (!from_store) note_presence(now);
    handle(action, now, effects);
    // Who sets anything has begun: back from Help lies a home of their own, not the loop with their settings on it.
    if (settings_ != beginning() && ground().screen == Screen::attract) ground().screen = Screen::home;
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
        base::Overload{
            [&](const Begin&) {
                if (at == Screen::attract) begin();
                if (at == Screen::hidden) end(Screen::attract, now, effects);
            },
            [&](const OpenTopic& a) {
                if (at == Screen::home && catalogue_->pack(a.pack)) go({Screen::topic, a.pack, {}, {}, 0});
            },
            [&](const OpenMessage& a) {
                const bool can = at == Screen::topic || at == Screen::message || at == Screen::home;
                if (can) open_message(a.pack, a.message, now);
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
            [&](const GetHelp&) { open_over(Screen::help); },
            [&](const OpenLanguages&) { open_over(Screen::languages); },
            [&](const OpenSettings&) { open_over(Screen::settings); },
            [&](const ChooseLanguage& a) {
                if (at != Screen::languages) return;
                choose_language(a.language);
                go_back();
            },
            [&](const Change& a) {
                if (at == Screen::settings) settings_.of(a.setting) = !settings_.of(a.setting);
            },
            [&](const UsualSettings&) {
                if (at == Screen::settings) usual_settings();
            },
            [&](const ReadAloud& a) {
                settings_.reading = a.on;
                settings_.paused = false;
                if (!a.on) settings_.answers_aloud = false;
                if (a.on && (at == Screen::attract || at == Screen::hidden)) go({Screen::home, {}, {}, {}, 0});
            },
            [&](const PauseReading&) { settings_.paused = settings_.reading && !settings_.paused; },
            [&](const SayAgain&) {
                settings_.paused = false;
                if (settings_.reading) ++settings_.again;
            },
            [&](const ChangeVolume& a) {
                if (at == Screen::attract || at == Screen::hidden) return;  // nobody is there to hear it
                settings_.volume = std::clamp(settings_.volume + a.by, 10, 100);
                settings_.paused = false;  // how loud it is now is heard at once
            },
            [&](const SayAnswers&) { settings_.answers_aloud = settings_.reading && !settings_.answers_aloud; },
            [&](const PauseFilm&) { pause_film(now); },
            [&](const WatchAgain&) {
                if (at == Screen::message && place_.form == Form::film) begin_film(now, true);
            },
            [&](const ReadInstead&) {
                if (at != Screen::message || place_.form != Form::film) return;
                film_playing_ = false;
                place_.form = Form::transcript;
            },
            [&](const FilmEnded&) {
                film_ended_ = film_ended_ || film_playing_;
                film_playing_ = false;
            },
            [&](const Hide&) { end(Screen::hidden, now, effects); },
            [&](const StillHere&) {},
            [&](const StaffCame&) {
                if (!submission_) end(Screen::attract, now, effects);
            },
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
                Place& saving = ground();
                if (saving.screen == Screen::survey_saving) saving.screen = Screen::survey_thanks;
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
    under_.clear();
    just_stopped_ = false;
    answer_missing_ = false;
    film_playing_ = film_ended_ = false;
    if (!in_survey()) forget_survey();
}

void Visit::forget_survey() {
    session_.reset();
    answering_ = Millis{0};
    submission_.reset();
    retry_at_.reset();
    save_tries_failed_ = 0;
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
            return back_in_message();
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
        case Screen::languages:
        case Screen::settings:
            place_ = std::move(under_.back());
            under_.pop_back();
            return;
    }
}

void Visit::continue_on(Millis now, Effects& effects) {
    if (place_.screen == Screen::message) {
        const auto* message = catalogue_->message(place_.pack, place_.message);
        if (place_.form != Form::pages)
            place_.form = Form::pages;
        else if (message && place_.page + 1 < catalogue_->pages_of(*message))
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
    if (screen == Screen::hidden) ++hides_;
    go({screen, {}, {}, {}, 0});
    begin_with(beginning());
    shift_times_ = {long_ago, long_ago};
    warned_at_.reset();
    last_presence_ = now;
    effects.ended = true;
}

/// What is asked for again while it lies beneath is gone back to, so that nothing piles up.
void Visit::open_over(Screen screen) {
    if (place_.screen == screen) return;
    const auto beneath = std::ranges::find(under_, screen, &Place::screen);
    if (beneath != under_.end()) {
        place_ = *beneath;
        under_.erase(beneath, under_.end());
        return;
    }
    film_playing_ = false;  // who comes back lets it go on
    Place under = place_;
    if (place_.screen == Screen::hidden) under = {};  // behind the notice nothing is left but the loop
    under_.push_back(std::move(under));
    // Who goes to choose a language, or larger text, has begun.
    if (screen != Screen::help && ground().screen == Screen::attract) ground().screen = Screen::home;
    place_ = {screen, {}, {}, {}, 0};
}

bool Visit::in_survey() const {
    const Screen screen = ground().screen;
    return screen == Screen::survey_intro || screen == Screen::survey_question || screen == Screen::survey_check ||
           screen == Screen::survey_saving || screen == Screen::survey_thanks;
}

bool Visit::home_is_free() const {
    const Screen at = place_.screen;
    if (at == Screen::attract || at == Screen::home || at == Screen::hidden) return false;
    if (lies_over(at)) return !in_survey();
    return !in_survey() || at == Screen::survey_intro || at == Screen::survey_thanks;
}

bool Visit::next_waits() const {
    return place_.screen == Screen::survey_thanks && collecting_ && place_.survey == collecting_->survey &&
           !settings_.reading && !settings_.scanning;
}

Millis Visit::idle_limit() const {
    if (next_waits()) return std::min(rules_.next_person, rules_.idle);
    return ground().screen == Screen::survey_saving ? std::max(rules_.saving_idle, rules_.idle) : rules_.idle;
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
    if (next_waits() && !warned_at_) {
        if (now - last_presence_ >= idle_limit()) end(Screen::attract, now, effects);
        return effects;
    }
    if (film_playing_ && watching() && now - film_since_ < rules_.film_idle) last_presence_ = now;
    if (!warned_at_ && now - last_presence_ >= idle_limit()) {
        warned_at_ = now;
        settings_.paused = false;  // who holds the reading must hear it, too
    }
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
