#include "survey/quality.hpp"
#include "catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace talkpoint::survey;
using namespace std::chrono_literals;
using talkpoint::base::Millis;

namespace {

Question question(std::string id, QuestionKind kind = QuestionKind::scale,
                  const std::vector<std::string>& options = {"low", "middle", "high"}) {
    Question out;
    out.id = std::move(id);
    out.kind = kind;
    for (const auto& option : options) out.options.push_back({option, "Text of " + option, false});
    return out;
}

Survey survey_of(std::vector<Question> questions) {
    Survey survey;
    survey.id = "test";
    survey.questions = std::move(questions);
    return survey;
}

Answer chose(std::string option) { return {Answer::Kind::chosen, {std::move(option)}}; }

Response response_of(std::map<std::string, Answer> answers) {
    Response response;
    response.survey = "test";
    response.answers = std::move(answers);
    return response;
}

bool straight(std::vector<Question> questions, std::map<std::string, Answer> answers) {
    return is_straight(survey_of(std::move(questions)), response_of(std::move(answers)));
}

const Answer high = chose("high"), low = chose("low"), skipped{Answer::Kind::skipped, {}},
             not_saying{Answer::Kind::not_saying, {}};

/// Two questions of different scales: never straight.
const Survey two = survey_of({question("a"), question("b", QuestionKind::choice)});
const Response both = response_of({{"a", high}, {"b", high}});

std::string flag(Millis answering, Pace& pace, const Response& response = both, const Survey& survey = two) {
    return std::string{flag_of(survey, response, answering, pace)};
}

/// A kiosk that has seen so many visits of 10 s, 5 s an answer.
Pace after(std::size_t visits) {
    Pace pace;
    for (std::size_t i = 0; i < visits; ++i) CHECK(flag(10s, pace).empty());
    return pace;
}

}  // namespace

TEST_CASE("quality: straight is the same answer throughout a scale block", "[quality]") {
    const std::vector<Question> three = {question("a"), question("b"), question("c")};
    CHECK(straight(three, {{"a", high}, {"b", high}, {"c", high}}));
    CHECK_FALSE(straight(three, {{"a", high}, {"b", high}, {"c", low}}));
    CHECK_FALSE(straight(three, {{"a", low}, {"b", high}, {"c", high}}));
    CHECK_FALSE(straight(three, {{"a", high}, {"b", high}}));  // the third was not asked
    CHECK_FALSE(straight(three, {{"a", high}, {"b", skipped}, {"c", high}}));
    CHECK_FALSE(straight(three, {{"a", skipped}, {"b", skipped}, {"c", skipped}}));
    CHECK_FALSE(straight(three, {{"a", not_saying}, {"b", not_saying}, {"c", not_saying}}));
    CHECK_FALSE(straight({}, {}));
}

TEST_CASE("quality: all of a block must be the same, not three of it", "[quality]") {
    const std::vector<Question> four = {question("a"), question("b"), question("c"), question("d")};
    CHECK(straight(four, {{"a", high}, {"b", high}, {"c", high}, {"d", high}}));
    CHECK_FALSE(straight(four, {{"a", high}, {"b", high}, {"c", high}, {"d", low}}));
    CHECK_FALSE(straight(four, {{"a", high}, {"b", high}, {"c", high}, {"d", skipped}}));
    CHECK(straight(four, {{"a", high}, {"b", high}, {"d", high}}));  // as drawn for this person
}

TEST_CASE("quality: a block is scales with the same options, one right after the other", "[quality]") {
    const std::map<std::string, Answer> all = {{"a", high}, {"b", high}, {"c", high}};
    CHECK_FALSE(straight(
        {question("a", QuestionKind::choice), question("b", QuestionKind::choice), question("c", QuestionKind::choice)},
        all));
    CHECK_FALSE(straight({question("a", QuestionKind::choice), question("b"), question("c")}, all));
    CHECK_FALSE(straight({question("a"), question("b"), question("c", QuestionKind::scale, {"high", "low"})}, all));
    CHECK_FALSE(
        straight({question("a"), question("b"), question("c", QuestionKind::scale, {"high", "middle", "low"})}, all));

    const std::vector<Question> between = {question("a"), question("b"), question("x", QuestionKind::choice),
                                           question("c")};
    CHECK_FALSE(straight(between, {{"a", high}, {"b", high}, {"c", high}, {"x", high}}));
    CHECK(straight(between, all));  // x was not asked: nothing stood between them

    // A block may stand anywhere, after one that varies too.
    CHECK(straight({question("x", QuestionKind::choice), question("y", QuestionKind::scale, {"no", "yes"}),
                    question("z", QuestionKind::scale, {"no", "yes"}), question("a"), question("b"), question("c")},
                   {{"x", high}, {"y", chose("no")}, {"z", chose("yes")}, {"a", low}, {"b", low}, {"c", low}}));
}

TEST_CASE("quality: fast is under half of the median, once there were enough visits", "[quality]") {
    auto pace = after(Pace::enough_visits - 1);
    CHECK_FALSE(pace.usual("test").has_value());
    CHECK(flag(1s, pace).empty());  // the tenth: nobody to compare with yet
    CHECK(pace.usual("test") == 5s);
    CHECK(flag(5s, pace).empty());
    CHECK(flag(4998ms, pace) == "fast");
    CHECK(flag(60s, pace).empty());
}

TEST_CASE("quality: a response is judged by those before it", "[quality]") {
    Pace pace;
    for (int i = 0; i < 5; ++i) pace.remember("test", 1s);
    for (int i = 0; i < 5; ++i) pace.remember("test", 3s);
    CHECK(pace.usual("test") == 2s);      // half-way between the two in the middle
    CHECK(flag(1800ms, pace) == "fast");  // 900 ms an answer; with itself the median would be 1 s
    CHECK(pace.usual("test") == 1s);      // and the next is judged with it
    CHECK(flag(1800ms, pace).empty());
}

TEST_CASE("quality: people with different samples compare, and skipping is no haste", "[quality]") {
    auto pace = after(20);
    Response one = response_of({{"a", high}, {"b", skipped}});
    CHECK(flag(2600ms, pace, one).empty());  // 2.6 s for the one answer
    CHECK(flag(2400ms, pace, one) == "fast");
    one.answers["b"] = not_saying;
    CHECK(flag(2600ms, pace, one).empty());
    const auto none = response_of({{"a", skipped}, {"b", skipped}});
    for (int i = 0; i < 100; ++i) CHECK(flag(1ms, pace, none).empty());
    CHECK(pace.usual("test") == 5s);  // who only skips moves nothing
    CHECK(flag(1ms, pace, response_of({})).empty());
}

TEST_CASE("quality: fast wins over straight", "[quality]") {
    auto pace = after(Pace::enough_visits);
    const auto survey = survey_of({question("a"), question("b"), question("c")});
    const auto response = response_of({{"a", high}, {"b", high}, {"c", high}});
    CHECK(flag(15s, pace, response, survey) == "straight");
    CHECK(flag(3s, pace, response, survey) == "fast");
    Pace nobody;
    CHECK(flag(3s, nobody, response, survey) == "straight");
}

TEST_CASE("quality: each survey has a pace of its own, and only the latest visits", "[quality]") {
    auto pace = after(Pace::most_visits);
    CHECK_FALSE(pace.usual("other").has_value());
    for (std::size_t i = 0; i < Pace::most_visits / 2; ++i) pace.remember("test", 1s);
    CHECK(pace.usual("test") == 5s);
    pace.remember("test", 1s);
    CHECK(pace.usual("test") == 1s);  // 51 of 101
    for (std::size_t i = 0; i < 10; ++i) pace.remember("other", 60s);
    CHECK(pace.usual("test") == 1s);
    CHECK(pace.usual("other") == 60s);
}
