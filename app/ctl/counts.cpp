#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "ctl/reading.hpp"
#include "ctl/sealing.hpp"
#include "outbox/answers.hpp"
#include "outbox/cells.hpp"
#include "outbox/groups.hpp"
#include "upload/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <iterator>

namespace talkpoint::ctl {
namespace {

using outbox::AnswerBar;
using outbox::AnsweredQuestion;
using outbox::AnswerGroup;
using outbox::SurveyAnswers;

struct Counted {
    std::vector<std::pair<outbox::Tally, std::int64_t>> tallies;
    std::vector<outbox::UseCount> uses;
    std::vector<outbox::KnownForm> forms;
};

base::Result<Counted> read_counted(const Options& options) {
    Counted counted;
    const auto read = read_responses(options, [&](store::Database* database) -> base::Result<void> {
        if (!database) return {};
        return database->in_one_moment([&]() -> base::Result<void> {
            auto tallies = database->tallies();
            if (!tallies) return std::unexpected(std::move(tallies.error()));
            auto uses = database->uses();
            if (!uses) return std::unexpected(std::move(uses.error()));
            auto forms = database->forms();
            if (!forms) return std::unexpected(std::move(forms.error()));
            counted = {std::move(*tallies), std::move(*uses), std::move(*forms)};
            return {};
        });
    });
    if (!read) return std::unexpected(read.error());
    return counted;
}

int per_cent(double share) { return static_cast<int>(std::lround(share * 100)); }

Json json_of(const AnswerBar& bar) {
    Json json{{"option", bar.option}, {"text", bar.text}, {"correct", bar.correct}, {"count", bar.count}};
    if (bar.share) json.update({{"share", *bar.share}, {"low", bar.interval.low}, {"high", bar.interval.high}});
    return json;
}

Json json_of(const AnsweredQuestion& question) {
    Json bars = Json::array();
    for (const auto& bar : question.bars) bars.push_back(json_of(bar));
    return {{"question", question.question},
            {"text", question.text},
            {"kind", survey::name_of(question.kind)},
            {"answered", question.answered},
            {"bars", std::move(bars)},
            {"right", question.right ? json_of(*question.right) : Json(nullptr)},
            {"shares", question.shares},
            {"why", question.why}};
}

Json json_of(const AnswerGroup& group) {
    Json questions = Json::array();
    for (const auto& question : group.questions) questions.push_back(json_of(question));
    return {{"event", group.event},    {"phase", group.phase},       {"from", group.first_period},
            {"to", group.last_period}, {"finished", group.finished}, {"questions", std::move(questions)},
            {"why", group.why}};
}

Json json_of(const SurveyAnswers& survey, bool sealed) {
    Json groups = Json::array(), periods = Json::array();
    for (const auto& group : survey.groups) groups.push_back(json_of(group));
    for (const auto& use : survey.periods)
        periods.push_back(
            {{"period", use.period}, {"started", use.started}, {"finished", use.finished}, {"left", use.left}});
    return {{"survey", survey.survey},      {"title", survey.title},     {"sealed", sealed},
            {"today", survey.today},        {"waiting", survey.waiting}, {"groups", std::move(groups)},
            {"periods", std::move(periods)}};
}

void print_bar(const AnswerBar& bar) {
    std::cout << fmt::format("      {:<10}  {}", bar.count.empty() ? "not told" : bar.count, bar.text);
    if (bar.share)
        std::cout << fmt::format(" - {} % ({} to {})", per_cent(*bar.share), per_cent(bar.interval.low),
                                 per_cent(bar.interval.high));
    if (bar.correct && !bar.option.empty()) std::cout << " - right";
    std::cout << '\n';
}

void print_group(const AnswerGroup& group) {
    auto when = group.first_period;
    if (group.last_period != group.first_period) when += " to " + group.last_period;
    if (!group.event.empty())
        when = fmt::format("event {}{}{} ({})", group.event, group.phase.empty() ? "" : ", ", group.phase, when);
    std::cout << fmt::format("  {}: {} finished\n", when, group.finished);
    if (!group.why.empty()) std::cout << "    " << group.why << '\n';
    for (const auto& question : group.questions) {
        std::cout << "    " << question.text;
        if (!question.answered.empty()) std::cout << fmt::format(" ({} answered)", question.answered);
        std::cout << '\n';
        if (!question.why.empty()) std::cout << "      " << question.why << '\n';
        for (const auto& bar : question.bars) print_bar(bar);
        if (question.right && question.right->option.empty()) print_bar(*question.right);
        if (!question.shares.empty()) std::cout << "      " << question.shares << '\n';
    }
}

void print_text(const SurveyAnswers& survey, bool sealed) {
    std::cout << fmt::format("{} ({})\n  finished in this period: {}; before, and not yet shown: {}\n", survey.title,
                             survey.survey, survey.today, survey.waiting);
    if (sealed) std::cout << "  new answers are sealed: of them only how many finished is told\n";
    for (const auto& group : survey.groups) print_group(group);
    for (const auto& use : survey.periods)
        std::cout << fmt::format("  {}: {} started, {} finished{}\n", use.period, use.started, use.finished,
                                 use.left.empty() ? "" : fmt::format(", about {} left", use.left));
}

}  // namespace

int counts(const Options& options, const std::string& survey, const base::Clock& clock) {
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config) {
        say(problems);
        return refused;
    }
    const auto counted = read_counted(options);
    const auto going_on = event_going_on(options);
    if (!counted || !going_on) {
        say(counted ? going_on.error() : counted.error());
        return state_unusable;
    }
    std::vector<survey::Survey> surveys;
    for (const auto& installed : load_all(*config, base::date_of(clock.local()), problems))
        for (const auto& one : installed.surveys)
            if (std::ranges::find(surveys, one.id, &survey::Survey::id) == surveys.end()) surveys.push_back(one);
    auto all = outbox::answers_for_staff(counted->tallies, counted->uses, surveys, *going_on, clock.local());
    if (!survey.empty()) {
        std::vector<std::string> known;
        std::ranges::transform(all, std::back_inserter(known), &SurveyAnswers::survey);
        if (std::ranges::find(known, survey) == known.end()) {
            std::cerr << no_such_survey(known, survey) << '\n';
            return wrong_options;
        }
        std::erase_if(all, [&](const SurveyAnswers& one) { return one.survey != survey; });
    }
    const auto sealed = [&](const SurveyAnswers& one) { return seals(*config, counted->forms, one.survey); };
    if (options.json) {
        Json json = Json::array();
        for (const auto& one : all) json.push_back(json_of(one, sealed(one)));
        print({{"period", upload::period_now(*config, clock.local())},
               {"fewest_told", outbox::fewest_told},
               {"enough_for_answers", outbox::enough_for_answers},
               {"surveys", std::move(json)}});
        return done;
    }
    for (const auto& one : all) print_text(one, sealed(one));
    return done;
}

}  // namespace talkpoint::ctl
