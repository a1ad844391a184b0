#include "outbox/record.hpp"
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
                        {"none", {Answer::Kind::chosen, {}}}}};
}

constexpr const char* a_json =
    R"({"again":"skipped","age":"prefer_not_to_say","first":["tell"],"none":[],"order":["ask","tell","wait"],"who":["ask","tell"]})";

}  // namespace

TEST_CASE("answers are written with sorted keys, and read back as they were") {
    CHECK(answers_json(a_response().answers) == a_json);
    const auto back = parse_answers(a_json);
    REQUIRE(back);
    CHECK(*back == a_response().answers);
    CHECK(answers_json({}) == "{}");
    CHECK(parse_answers("{}")->empty());
}

TEST_CASE("answers that make no sense are refused, whatever they are") {
    for (const char* text : {"", "null", "[]", "\"skipped\"", "{", R"({"a":1})", R"({"a":null})", R"({"a":"yes"})",
                             R"({"a":["b",1]})", R"({"a":{"b":[]}})", "{\"a\":[\"\xff\"]}"}) {
        CAPTURE(text);
        const auto answers = parse_answers(text);
        REQUIRE_FALSE(answers);
        CHECK(answers.error().kind == base::ErrorKind::malformed);
    }
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += '[';
    CHECK_FALSE(parse_answers(deep));
}

TEST_CASE("text that is no UTF-8 does not stop a response from being written") {
    const auto json = answers_json({{"a", {Answer::Kind::chosen, {"\xff"}}}});
    CHECK(parse_answers(json));
}

TEST_CASE("a record says what the response says, and where it was given") {
    const auto record = record_of(a_response(), {.id = "1b4e28ba-2fa1-4d2b-883f-0016d3cca427",
                                                 .site = "plymouth",
                                                 .period = "2026-11-23",
                                                 .trusted_clock = false,
                                                 .audience = "young-person",
                                                 .event = "school-week",
                                                 .phase = "after",
                                                 .flag = "fast"});
    const Record expected{.id = "1b4e28ba-2fa1-4d2b-883f-0016d3cca427",
                          .survey = "safe",
                          .version = "2026.11",
                          .site = "plymouth",
                          .period = "2026-11-23",
                          .language = "en",
                          .audience = "young-person",
                          .event = "school-week",
                          .phase = "after",
                          .flag = "fast",
                          .trusted_clock = false,
                          .answers = a_json};
    CHECK(record == expected);
}

TEST_CASE("tallies count each option once; a sort counts places; not answering counts too") {
    auto tallies = tallies_of(a_response(), a_survey(), "2026-W48");
    std::vector<std::string> counted;
    for (const auto& tally : tallies) {
        CHECK(tally.survey == "safe");
        CHECK(tally.period == "2026-W48");
        counted.push_back(tally.question + "=" + tally.option);
    }
    CHECK(counted == std::vector<std::string>{"again=skipped", "age=prefer_not_to_say", "first=tell", "order=ask.1",
                                              "order=tell.2", "order=wait.3", "who=ask", "who=tell"});
    std::ranges::sort(tallies);
    CHECK(std::ranges::adjacent_find(tallies) == tallies.end());
    CHECK(tallies_of({}, a_survey(), "2026-W48").empty());
}
