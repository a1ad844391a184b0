#include "visit/use.hpp"

#include <array>
#include <utility>

namespace talkpoint::visit {
namespace {

using enum Use::What;

/// A follow-up is asked only of those who gave one answer: so whoever leaves there has left at the question before, or
/// the count would be that answer.
const survey::Question& asked_of_everybody(const survey::Survey& survey, const survey::Question& question) {
    const auto* asked = &question;
    while (asked->show_if) {
        const auto* before = survey.question(asked->show_if->question);
        if (!before) break;
        asked = before;
    }
    return *asked;
}

std::optional<Use> use_of(const Place& place) {
    switch (place.screen) {
        case Screen::topic:
            return Use{screen, "topic", place.pack};
        case Screen::message:
            return Use{message, place.pack, place.message};
        case Screen::help:
            return Use{screen, "help"};
        case Screen::languages:
            return Use{screen, "languages"};
        case Screen::settings:
            return Use{screen, "settings"};
        // Everybody comes by home; a survey has counts of its own.
        case Screen::attract:
        case Screen::home:
        case Screen::survey_intro:
        case Screen::survey_question:
        case Screen::survey_check:
        case Screen::survey_saving:
        case Screen::survey_thanks:
        case Screen::hidden:
            return {};
    }
    return {};
}

constexpr std::array<std::pair<bool Settings::*, const char*>, 8> settings_by_name{{
    {&Settings::large_text, "large-text"},
    {&Settings::high_contrast, "high-contrast"},
    {&Settings::calm, "calm"},
    {&Settings::lower, "lower"},
    {&Settings::slower, "slower"},
    {&Settings::scanning, "scanning"},
    {&Settings::reading, "reading"},
    {&Settings::answers_aloud, "answers-aloud"},
}};

}  // namespace

std::optional<UseWatch::Answering> UseWatch::answering(const Visit& visit) {
    if (const auto* session = visit.session()) {
        const auto& survey = session->survey();
        if (session->finished()) return Answering{survey.id, ""};  // among the explanations at the end
        return Answering{survey.id, asked_of_everybody(survey, session->question()).id};
    }
    if (visit.underneath().screen == Screen::survey_saving) return Answering{visit.underneath().survey, ""};
    return {};
}

std::vector<Use> UseWatch::look(const Visit& visit) {
    std::vector<Use> uses;
    const auto before = std::exchange(answering_, answering(visit));
    if (!before && answering_) uses.push_back({survey_started, answering_->survey});
    if (before && !answering_) {
        const bool kept = visit.underneath().screen == Screen::survey_thanks;
        uses.push_back(kept ? Use{survey_finished, before->survey}
                            : Use{survey_left, before->survey, before->question});
    }
    const Place& place = visit.place();
    if (place.screen == Screen::attract || place.screen == Screen::hidden) {
        told_.clear();
        return uses;
    }
    const auto once = [&](Use use) {
        if (told_.insert(use).second) uses.push_back(std::move(use));
    };
    once({});
    if (const auto use = use_of(place)) once(*use);
    const Settings &now = visit.settings(), &usual = visit.usual();
    if (now.language != usual.language) once({language, now.language});
    for (const auto& [on, name] : settings_by_name)
        if (now.*on && !(usual.*on)) once({setting, name});
    return uses;
}

}  // namespace talkpoint::visit
