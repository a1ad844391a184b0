#include "outbox/tallies.hpp"
#include "catch.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::outbox;
using survey::Answer;

namespace {

survey::Survey a_survey() {
    const auto question = [](std::string id, survey::QuestionKind kind) {
        survey::Question out;
        out.id = std::move(id);
        out.kind = kind;
        out.options = {{"tell", "Tell somebody", false}, {"ask", "Ask", false}, {"wait", "Wait", false}};
        return out;
    };
    survey::Survey survey;
    survey.id = "safe";
    survey.questions = {question("first", survey::QuestionKind::choice), question("order", survey::QuestionKind::sort),
                        question("who", survey::QuestionKind::choices)};
    return survey;
}

survey::Response a_response() {
    return {.survey = "safe",
            .version = "2026.11",
            .language = "en",
            .answers = {{"who", {Answer::Kind::chosen, {"ask", "tell"}}},
                        {"first", {Answer::Kind::chosen, {"tell"}}},
                        {"order", {Answer::Kind::chosen, {"ask", "tell", "wait"}}},
                        {"age", {Answer::Kind::not_saying, {}}},
                        {"again", {Answer::Kind::skipped, {}}},
                        {"none", {Answer::Kind::chosen, {}}}},
            .period = "2026-W48"};
}

}  // namespace

TEST_CASE("tallies count each option once; a sort counts places; not answering counts too") {
    auto tallies = tallies_of(a_response(), a_survey());
    std::vector<std::string> counted;
    for (const auto& tally : tallies) {
        CHECK(tally.survey == "safe");
        CHECK(tally.period == "2026-W48");
        counted.push_back(tally.question + "=" + tally.option);
    }
    CHECK(counted == std::vector<std::string>{"=finished", "again=skipped", "age=prefer_not_to_say", "first=tell",
                                              "order=ask.1", "order=tell.2", "order=wait.3", "order=was-answered",
                                              "who=ask", "who=tell", "who=was-answered"});
    std::ranges::sort(tallies);
    CHECK(std::ranges::adjacent_find(tallies) == tallies.end());
    CHECK(tallies_of({}, a_survey()).size() == 1);
}

TEST_CASE("an order is right as a whole, or it is not") {
    auto survey = a_survey();
    auto response = a_response();
    const auto right = [&](const char* question) {
        return std::ranges::count(tallies_of(response, survey), Tally{"safe", question, right_count, "2026-W48"}) == 1;
    };
    CHECK_FALSE(right("order"));
    survey.questions[1].correct = {"ask", "tell", "wait"};
    survey.questions[2].correct = {"tell", "ask"};
    CHECK(right("order"));
    CHECK_FALSE(right("who"));  // with the counts of its options it would be the answers of single people
    response.answers["order"].options = {"tell", "ask", "wait"};
    CHECK_FALSE(right("order"));
    response.answers["order"] = {Answer::Kind::skipped, {}};
    CHECK_FALSE(right("order"));
}

TEST_CASE("what is answered at an event is counted for it") {
    auto response = a_response();
    response.event = "school-week";
    response.phase = "after";
    for (const auto& tallies : {tallies_of(response, a_survey()), sealed_tallies_of(response)})
        for (const auto& tally : tallies) {
            CHECK(tally.event == "school-week");
            CHECK(tally.phase == "after");
        }
}

TEST_CASE("of a sealed response only that it was finished is counted") {
    CHECK(sealed_tallies_of(a_response()) == std::vector<Tally>{{"safe", "", "finished", "2026-W48"}});
}
