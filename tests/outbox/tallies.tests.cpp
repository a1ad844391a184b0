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
                                              "order=ask.1", "order=tell.2", "order=wait.3", "who=ask", "who=tell"});
    std::ranges::sort(tallies);
    CHECK(std::ranges::adjacent_find(tallies) == tallies.end());
    CHECK(tallies_of({}, a_survey()).size() == 1);
}

TEST_CASE("of a sealed response only that it was finished is counted") {
    CHECK(sealed_tallies_of(a_response()) == std::vector<Tally>{{"safe", "", "finished", "2026-W48"}});
}
