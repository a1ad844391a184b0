#include "visit/visit.hpp"

#include <algorithm>

namespace talkpoint::visit {

void Visit::renew(std::span<const Catalogue> catalogues) {
    const auto same = std::ranges::find(catalogues, settings_.language, &Catalogue::language);
    catalogues_ = catalogues;
    catalogue_ = same == catalogues.end() ? &catalogues.front() : &*same;
    usual_.language = catalogues.front().language;
    settings_.language = catalogue_->language;
    left_page_.reset();

    Place& place = ground();
    if (session_ && !renew_session()) {
        session_.reset();
        answering_ = base::Millis{0};
        answer_missing_ = false;
        place = {Screen::survey_intro, {}, {}, place.survey, 0};
    }
    // Who has answered sees it kept, whatever is asked from now on.
    const bool answered = place.screen == Screen::survey_saving || place.screen == Screen::survey_thanks;
    if (in_survey() && !answered && !catalogue_->survey(place.survey)) {
        place = {Screen::home, {}, {}, {}, 0};
        forget_survey();
    }
    if (place.screen == Screen::message) {
        if (const auto* message = catalogue_->message(place.pack, place.message)) {
            place.page = std::min(place.page, catalogue_->pages_of(*message) - 1);
            if (!has_film(*message)) place.form = Form::pages;
        } else {
            place = {Screen::topic, place.pack, {}, {}, 0};
        }
    }
    if (place.screen == Screen::topic && !catalogue_->pack(place.pack)) place = {Screen::home, {}, {}, {}, 0};
}

/// False where nobody can go on: the survey, the question or the explanation is gone. The answers stay where the
/// survey asks the same as before; else it begins again, and goes on at the same question.
bool Visit::renew_session() {
    const auto& before = session_->survey();
    const auto* now = catalogue_->survey(before.id);
    if (!now) return false;
    if (survey::asks_the_same(before, *now)) {
        session_->translate(*now);
        return !session_->finished() || ground().page < session_->explained_at_end().size();
    }
    if (session_->finished()) return false;
    const std::string question = session_->question().id;
    session_.emplace(*now, *chance_);
    while (!session_->finished() && session_->question().id != question) session_->skip();
    if (session_->finished()) return false;
    if (ground().screen == Screen::survey_check) ground().screen = Screen::survey_question;
    answer_missing_ = false;
    return true;
}

}  // namespace talkpoint::visit
