#include "outbox/record.hpp"

#include "survey/codebook.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>
#include <utility>

namespace talkpoint::outbox {
namespace {

using survey::Answer;
using Json = nlohmann::json;

Json json_of(const Answer& answer) {
    switch (answer.kind) {
        case Answer::Kind::chosen:
            return answer.options;
        case Answer::Kind::skipped:
            return survey::skipped_value;
        case Answer::Kind::not_saying:
            return survey::not_saying_value;
    }
    return {};
}

std::optional<Answer> answer_in(const Json& value) {
    if (value == survey::skipped_value) return Answer{Answer::Kind::skipped, {}};
    if (value == survey::not_saying_value) return Answer{Answer::Kind::not_saying, {}};
    if (!value.is_array()) return {};
    Answer answer{Answer::Kind::chosen, {}};
    for (const auto& option : value) {
        if (!option.is_string()) return {};
        answer.options.push_back(option.get<std::string>());
    }
    return answer;
}

// What one answer adds to the counts.
std::vector<std::string> counted(const Answer& answer, const survey::Question* question) {
    if (answer.kind == Answer::Kind::skipped) return {std::string{survey::skipped_value}};
    if (answer.kind == Answer::Kind::not_saying) return {std::string{survey::not_saying_value}};
    if (!question || question->kind != survey::QuestionKind::sort) return answer.options;
    std::vector<std::string> places;
    places.reserve(answer.options.size());
    for (const auto& option : answer.options) places.push_back(fmt::format("{}.{}", option, places.size() + 1));
    return places;
}

}  // namespace

Record record_of(const survey::Response& response, const Circumstances& circumstances) {
    return {.id = circumstances.id,
            .survey = response.survey,
            .version = response.version,
            .site = circumstances.site,
            .period = circumstances.period,
            .language = response.language,
            .audience = circumstances.audience,
            .event = circumstances.event,
            .phase = circumstances.phase,
            .flag = circumstances.flag,
            .trusted_clock = circumstances.trusted_clock,
            .answers = answers_json(response.answers)};
}

std::vector<Tally> tallies_of(const survey::Response& response, const survey::Survey& survey, std::string_view period) {
    std::vector<Tally> tallies;
    for (const auto& [id, answer] : response.answers)
        for (auto& option : counted(answer, survey.question(id)))
            tallies.push_back({response.survey, id, std::move(option), std::string{period}});
    return tallies;
}

std::string answers_json(const std::map<std::string, Answer>& answers) {
    Json json = Json::object();
    for (const auto& [id, answer] : answers) json[id] = json_of(answer);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<std::map<std::string, Answer>> parse_answers(std::string_view text) {
    const auto refuse = [](std::string message) { return base::fail(base::ErrorKind::malformed, std::move(message)); };
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) return refuse("the answers are not a JSON object; report this");
    std::map<std::string, Answer> answers;
    for (const auto& [id, value] : json.items()) {
        auto answer = answer_in(value);
        if (!answer) return refuse(fmt::format("the answer to \"{}\" is not a list of options; report this", id));
        answers.emplace(id, std::move(*answer));
    }
    return answers;
}

}  // namespace talkpoint::outbox
